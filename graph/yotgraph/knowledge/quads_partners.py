"""Quads of partners: the agencies, each mention of one, and a link that sums them up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pyoxigraph import NamedNode

from yotgraph.facts import PartnerMention
from yotgraph.knowledge.context import Context, fact_node
from yotgraph.knowledge.literals import boolean, integer, string
from yotgraph.knowledge.names import concept, slug
from yotgraph.knowledge.nodes import Node, describe

__all__ = ["PlacedMention", "link_nodes", "mention_nodes"]


class PlacedMention(NamedTuple):
    """A mention and its place in the report."""

    position: int
    mention: PartnerMention


def _agency(context: Context, fact: PartnerMention) -> NamedNode:
    return context.identities.agency(fact.agency, local=fact.local)


def mention_nodes(context: Context, fact: PartnerMention, position: int) -> list[Node]:
    """One sentence about a partner, and the partner."""
    agency = _agency(context, fact)
    return [
        describe(
            agency,
            ("org:Organization", "yot:PartnerAgency"),
            fact.agency,
            ("yot:sector", concept("sectors", fact.sector) if fact.sector else None),
            ("yot:agencyKind", context.identities.agency_kind(fact.agency)),
            ("yot:isSpecialistRole", boolean(fact.is_role)),
            ("yot:isArrangement", boolean(fact.is_arrangement)),
            ("yot:statutoryPartner", string(fact.statutory) if fact.statutory else None),
            shared=True,
        ),
        fact_node(
            context,
            fact,
            position,
            "yot:PartnerMention",
            f"Mention {fact.key} of {fact.agency}",
            ("yot:agency", agency),
            ("yot:stance", [concept("stances", stance) for stance in fact.stances]),
            (
                "yot:roleStatus",
                concept("role-statuses", fact.role_status) if fact.role_status else None,
            ),
            (
                "yot:boardStatus",
                concept("board-statuses", fact.board_status) if fact.board_status else None,
            ),
        ),
    ]


def link_nodes(context: Context, placed: Iterable[PlacedMention]) -> list[Node]:
    """One link for each partner that the service works with, from the mentions that say so."""
    by_agency: dict[NamedNode, list[PlacedMention]] = defaultdict(list)
    for each in placed:
        if each.mention.link:
            by_agency[_agency(context, each.mention)].append(each)
    return [_link(context, agency, mentions) for agency, mentions in by_agency.items()]


def _link(context: Context, agency: NamedNode, placed: Sequence[PlacedMention]) -> Node:
    mentions = [each.mention for each in placed]
    label = mentions[0].agency
    words = list(dict.fromkeys(words for mention in mentions for words in mention.evidence))
    facts = [context.names.fact(context.slug, each.kind, each.key) for each in mentions]
    return describe(
        context.names.fact(context.slug, "partner-link", slug(label)),
        "yot:PartnerLink",
        f"{context.service_label} and {label} ({context.slug})",
        ("yot:statedIn", context.report),
        ("yot:about", context.service),
        ("yot:position", integer(min(each.position for each in placed))),
        ("yot:agency", agency),
        ("yot:mention", facts),
        ("yot:mentionCount", integer(len(mentions))),
        ("yot:strengthCount", integer(_with_stance(mentions, "strength"))),
        ("yot:concernCount", integer(_with_stance(mentions, "concern"))),
        *context.support(words),
    )


def _with_stance(mentions: Iterable[PartnerMention], stance: str) -> int:
    return sum(stance in mention.stances for mention in mentions)
