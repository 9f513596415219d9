"""Facts of one report as quads of one named graph, with their provenance, sorted.

The mapping follows ``ontology/yotgraph.ttl``. Each node has a type and a label, none is
blank, and the same facts always give the same quads.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from pyoxigraph import Quad

from yotgraph.errors import VocabularyError
from yotgraph.facts import (
    AreaForImprovement,
    BoardFact,
    CaseSample,
    ChangeStatement,
    Citation,
    CoverageRow,
    Fact,
    Finding,
    GlossaryEntry,
    KeyQuestionResult,
    OverallRating,
    PartnerMention,
    PostHolding,
    PracticeExample,
    QuantifiedFinding,
    Recommendation,
    Reoffending,
    ReportFacts,
    ReportIdentity,
    ServiceFact,
    StandardRating,
    Statistic,
    Strength,
)
from yotgraph.knowledge.context import Context, evidence_nodes
from yotgraph.knowledge.identity import Identities
from yotgraph.knowledge.literals import integer, string
from yotgraph.knowledge.names import Names
from yotgraph.knowledge.nodes import Node, assemble, describe
from yotgraph.knowledge.quads_figures import (
    key_question_nodes,
    overall_rating_nodes,
    reoffending_nodes,
    sample_nodes,
    standard_rating_nodes,
    statistic_nodes,
)
from yotgraph.knowledge.quads_findings import (
    change_nodes,
    citation_nodes,
    example_nodes,
    finding_nodes,
    glossary_nodes,
    point_nodes,
    quantified_nodes,
    recommendation_nodes,
)
from yotgraph.knowledge.quads_partners import PlacedMention, link_nodes, mention_nodes
from yotgraph.knowledge.quads_people import holding_nodes
from yotgraph.knowledge.quads_report import (
    board_nodes,
    provenance_nodes,
    report_nodes,
    service_nodes,
)

__all__ = ["report_quads"]

Builder = Callable[[Context, Any, int], list[Node]]

_BUILDERS: Mapping[type[Fact], Builder] = MappingProxyType(
    {
        AreaForImprovement: point_nodes,
        CaseSample: sample_nodes,
        ChangeStatement: change_nodes,
        Citation: citation_nodes,
        Finding: finding_nodes,
        GlossaryEntry: glossary_nodes,
        KeyQuestionResult: key_question_nodes,
        OverallRating: overall_rating_nodes,
        PartnerMention: mention_nodes,
        PostHolding: holding_nodes,
        PracticeExample: example_nodes,
        QuantifiedFinding: quantified_nodes,
        Recommendation: recommendation_nodes,
        Reoffending: reoffending_nodes,
        StandardRating: standard_rating_nodes,
        Statistic: statistic_nodes,
        Strength: point_nodes,
    }
)


def report_quads(
    report: ReportFacts,
    *,
    version: str,
    names: Names | None = None,
    identities: Identities | None = None,
) -> list[Quad]:
    """What one report states, as the quads of its named graph.

    ``version`` is the program's. ``identities`` stand in for those that the registers give.
    Raises :class:`VocabularyError` where two facts would have one IRI, or where a value is no
    date or decimal; the message names the report.
    """
    minted = names or Names()
    context = Context.of(report, minted, identities)
    try:
        return assemble(_nodes(context, report, version), minted.graph(report.slug))
    except VocabularyError as wrong:
        raise VocabularyError(f"{report.slug}: {wrong}") from wrong


def _nodes(context: Context, report: ReportFacts, version: str) -> list[Node]:
    """The nodes of a report: itself, its facts in reading order, their words, its coverage."""
    service = next((fact for fact in report.facts if isinstance(fact, ServiceFact)), None)
    nodes = [
        *report_nodes(context, report),
        *provenance_nodes(context, report, version),
        *service_nodes(context, report, service),
    ]
    mentions: list[PlacedMention] = []
    for position, fact in enumerate(_in_reading_order(report.facts), start=1):
        for words in fact.evidence:
            nodes.extend(evidence_nodes(context, words, f"{fact.kind} {fact.key}"))
        if isinstance(fact, BoardFact):
            nodes.extend(board_nodes(context, fact))
        elif not isinstance(fact, ReportIdentity | ServiceFact):
            nodes.extend(_builder(fact)(context, fact, position))
        if isinstance(fact, PartnerMention):
            mentions.append(PlacedMention(position, fact))
    nodes.extend(link_nodes(context, mentions))
    nodes.extend(_coverage(context, report.coverage))
    return nodes


def _builder(fact: Fact) -> Builder:
    builder = _BUILDERS.get(type(fact))
    if builder is None:
        raise VocabularyError(f"no mapping to RDF for a fact of class {type(fact).__name__}")
    return builder


def _in_reading_order(facts: tuple[Fact, ...]) -> list[Fact]:
    """Each fact once, by the place of its first words; those of one place as they came."""
    return sorted(dict.fromkeys(facts), key=lambda fact: fact.evidence[0].start)


def _coverage(context: Context, rows: tuple[CoverageRow, ...]) -> list[Node]:
    """How much of each section gave facts."""
    return [
        describe(
            context.names.coverage(context.slug, row.section, place),
            "yot:CoverageEntry",
            f"Coverage of {row.section} ({context.slug})",
            ("yot:statedIn", context.report),
            ("yot:section", string(row.section)),
            ("yot:sentenceCount", integer(row.sentences)),
            ("yot:sentencesWithFacts", integer(row.sentences_with_facts)),
            ("yot:unread", [string(text) for text in row.unread]),
            ("yot:position", integer(place)),
        )
        for place, row in enumerate(rows, start=1)
    ]
