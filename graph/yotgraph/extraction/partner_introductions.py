"""Partners that no register knows, recognised by how a sentence introduces them.

A name in capital letters is a partner where a noun of a body ends it ("the Weapons Forum")
or follows it ("the Rise scheme"), where brackets or an apposition say what it is ("Waypoint
(the substance misuse service)"), where it stands in brackets behind a noun of a body ("risk
panels (Shared Concern Forum)"), or where it is called so, or commissioned; and where the words around
it make that likely. The nouns and wordings are ``ontology/schemes/partner-wording.ttl``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yotgraph.extraction.partner_capitals import AROUND, CapitalName, noun_of
from yotgraph.extraction.partner_definitions import told_in, with_apposition
from yotgraph.extraction.partner_foreign_names import foreign_names, other_service
from yotgraph.extraction.partner_labels import in_the_singular
from yotgraph.extraction.partner_lists import names_of_lists
from yotgraph.extraction.partner_local import is_tool, local_partner
from yotgraph.extraction.partner_model import Occurrence, Partner
from yotgraph.extraction.partner_name_words import is_told_by_context, likely_sector
from yotgraph.extraction.partner_providers import supplies_a_role
from yotgraph.extraction.partner_wording import nouns, phrase_in, sector_by_cue, words
from yotgraph.vocabulary import fold

__all__ = ["introduced_in"]

# What a council runs goes by its canonical name, whichever council it is.
_OF_THE_COUNCIL = frozenset(("childrens-services", "local-government"))
_FOLLOWING = re.compile(r"[\"”’']?((?: [a-z][\w'’-]*){1,3})")


def introduced_in(
    text: str, known: Sequence[Occurrence], area: str, service_label: str
) -> Iterator[Occurrence]:
    """The local partners that a sentence introduces by a name in capital letters.

    ``known`` are the registers' own wordings in it; ``area`` is the service's place and
    ``service_label`` its label: neither is a partner by itself.
    """
    listed = list(names_of_lists(text, known))
    yield from listed
    for name in foreign_names(text, known, area, service_label):
        if any(one.start <= name.start < one.end for one in listed):
            continue
        if other := other_service(name, area):
            yield other
        elif holding := _holding(name):
            yield from _known_body(name, holding)
        elif not _is_place(name) or any(one.partner and one.end == name.end for one in known):
            found = (
                _in_brackets(name) or _with_noun(name, area) or _before_noun(name) or told_in(name)
            )
            if found is not None:
                yield _of_a_sector(name, _of_its_owner(name, with_apposition(name, found)))
            elif not _is_own_kind(name, area) and is_told_by_context(name):
                yield _of_a_sector(name, name.as_partner(Partner(name.label)))


def _is_own_kind(name: CapitalName, area: str) -> bool:
    """Whether a name is a register's wording for the area's own: "Northmoor Constabulary"."""
    kinds = [one for one in name.known if one.partner and name.start < one.end <= name.end]
    return any(not _tells_apart(fold(name.text[name.start : one.start]), area) for one in kinds)


def _holding(name: CapitalName) -> list[Occurrence]:
    """The registers' wordings within which a name stands."""
    return [one for one in name.known if one.start <= name.start and name.end <= one.end]


def _of_a_sector(name: CapitalName, found: Occurrence) -> Occurrence:
    """A body whose sector nothing settles, in the one that the words around its name make likely."""
    if found.partner is None or found.partner.sector or found.partner.is_role:
        return found
    sector = likely_sector(name)
    is_arrangement = sector == sector_by_cue("multi-agency")
    return replace(
        found, partner=replace(found.partner, sector=sector, is_arrangement=is_arrangement)
    )


def _of_its_owner(name: CapitalName, found: Occurrence) -> Occurrence:
    """A local body in the sector of the known one that it belongs to: "the police's Gangs Unit"."""
    partner = found.partner
    if partner is None or partner.is_arrangement or not name.before.endswith(("'s ", "’s ")):
        return found
    end = name.start - len("'s ")
    owners = (one.partner for one in name.known if one.partner and one.end in (end, end + 2))
    owner = next((one for one in owners if one.sector), None)
    # A council has bodies of every kind.
    if owner is None or (partner.sector and owner.sector in _OF_THE_COUNCIL):
        return found
    return replace(found, partner=replace(partner, sector=owner.sector))


def _known_body(name: CapitalName, holding: Sequence[Occurrence]) -> Iterator[Occurrence]:
    """The body of a register that a name is, with the words behind it that say what it is:
    "Nacro (the housing provider)" speaks of one partner."""
    body = max(holding, key=lambda one: one.end - one.start)
    if body.partner is None or body.partner.local or body.end != name.end:
        return
    told = told_in(name)
    if told is not None and told.end > body.end and not _is_listed(name, body.partner, told.end):
        yield replace(body, end=told.end)


def _is_listed(name: CapitalName, body: Partner, end: int) -> bool:
    """Whether what seems to describe a body is the next of a list: "the NPS, the clinical
    commissioning group and the police"."""
    behind = [
        one.partner
        for one in name.known
        if one.partner and name.end < one.start and one.end == end and name.text[name.end] == ","
    ]
    return any(
        other.sector != body.sector and (other.statutory or name.text.startswith(" and ", end))
        for other in behind
    )


def _is_place(name: CapitalName) -> bool:
    """Whether a name is only where something takes place: "met at the Rainbow Centre"."""
    noun = noun_of(name.label)
    if noun is None or noun.is_role or noun.is_arrangement:
        return False
    placed = phrase_in("at-a-place", name.before) or phrase_in("where-it-is-based", name.after)
    return placed is not None


def _in_brackets(name: CapitalName) -> Occurrence | None:
    """A name in brackets behind the noun of a body: the name of that body."""
    text, start = name.text, name.start
    if text[max(0, start - 2) : start] != " (" or text[name.end : name.end + 1] != ")":
        return None
    before = text[: start - 2]
    noun = nouns().get(fold(before.rsplit(" ", 1)[-1]))
    if " " not in name.label or noun is None or noun.is_role:
        return None
    first = min((one.start for one in name.known if one.end == len(before)), default=start - 1)
    partner = local_partner(name.label, noun_of(name.label) or noun, before[-AROUND:], name.label)
    return Occurrence(first, name.end + 1, partner)


def _with_noun(name: CapitalName, area: str) -> Occurrence | None:
    """A name that a noun of a body ends ("Weapons Forum") or begins ("Project Rise")."""
    first, _, rest = name.label.partition(" ")
    leading = nouns().get(fold(first))
    if rest and leading is not None and leading.leads:
        around = name.around(name.end)
        return name.as_partner(local_partner(name.label, leading, "", rest, around))
    noun = noun_of(name.label)
    if noun is None or noun.is_role:
        return None
    if _is_made_of_agencies(name):
        arrangement = Partner(name.label, sector_by_cue("multi-agency"), is_arrangement=True)
        return name.as_partner(arrangement)
    inner = min((one for one in name.known if one.partner and one.end == name.end), default=None)
    if inner is None or inner.partner is None or inner.start < name.start:
        described = name.clause if supplies_a_role(name) else ""
        return name.as_partner(local_partner(name.label, noun, described, name.label, name.clause))
    printed = name.text[name.start : inner.start]
    lead = fold(printed)
    if (noun.described or _is_general(inner.partner)) and _tells_apart(lead, area):
        own = local_partner(name.label, noun, "", name.label)
        if inner.partner.is_arrangement:
            own = replace(own, sector=inner.partner.sector, is_arrangement=True)
        return name.as_partner(own)
    is_capital = printed.istitle() and name.text[inner.start].isupper()
    if inner.partner.as_printed and (is_capital or _tells_apart(lead, "")):
        return name.as_partner(replace(inner.partner, label=in_the_singular(name.label)))
    return name.as_partner(inner.partner)


def _is_general(kind: Partner) -> bool:
    """Whether a kind is a general word for what areas call by names of their own: "substance
    misuse service"."""
    is_phrase = " " in kind.label and kind.is_common_noun
    return is_phrase and not kind.as_printed and kind.sector not in _OF_THE_COUNCIL


def _is_made_of_agencies(name: CapitalName) -> bool:
    """Whether a clause behind a name says that several agencies make the body up, or that a
    group is one that meets, or is called by what agencies do together."""
    noun = noun_of(name.label)
    is_group = noun is not None and noun.singular == "group"
    if is_group and (phrase_in("meets", name.after) or phrase_in("group-of-agencies", name.label)):
        return True
    made = phrase_in("made-of-agencies", name.after)
    if made is None:
        return False
    end = name.end + made.end()
    agencies = {one.partner.label for one in name.known if one.partner and one.start >= end}
    return len(agencies) > 1


def _tells_apart(lead: str, area: str) -> bool:
    """Whether the words before a known name make it the name of another body."""
    lead = f"{lead} ".replace(" & ", " and ")
    rest = (lead.replace(fold(area), " ") if area else lead).replace("'s ", " ").split()
    return any(word not in words("no-description") for word in rest)


def _before_noun(name: CapitalName) -> Occurrence | None:
    """A name that a noun in small letters follows, next to it or behind what tells its kind.

    A plain word that opens the sentence is no name.
    """
    label = name.label
    following = _FOLLOWING.match(name.text, name.end)
    if following is None or name.is_plain_opening:
        return None
    end = name.end
    modifiers: list[str] = []
    for word in following.group(1).split():
        end = name.text.index(word, end) + len(word)
        noun = nouns().get(word)
        if noun is not None and not noun.is_role:
            # A plan is no partner, but those who meet about it are: "High Risk Review meetings".
            if is_tool(label) and not noun.is_arrangement:
                return None
            if any(
                name.start <= one.start < name.end <= one.end <= end
                for one in name.known
                if one.partner
            ):
                return None
            around = name.around(end)
            called = f"{label} {noun.singular}" if noun.kept else label
            partner = local_partner(called, noun, " ".join(modifiers), label, around)
            return Occurrence(name.start, end, partner)
        if not (word in words("no-description") or sector_by_cue(word)):
            return None
        modifiers.append(word)
    return None
