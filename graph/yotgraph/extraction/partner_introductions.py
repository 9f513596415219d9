"""Partners that no register knows, recognised by how a sentence introduces them.

A name in capital letters is a partner where a noun of a body ends it ("the Weapons Forum")
or follows it ("the Rise scheme"), where brackets or an apposition say what it is ("Waypoint
(the substance misuse service)"), where it stands in brackets behind a noun of a body ("risk
panels (Shared Concern Forum)"), or where it is called so, or commissioned. The nouns and
wordings are ``ontology/schemes/partner-wording.ttl``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yotgraph.extraction.edges import is_in_word
from yotgraph.extraction.partner_capitals import AROUND, CapitalName, capital_names, noun_of
from yotgraph.extraction.partner_definitions import told_in, with_apposition
from yotgraph.extraction.partner_labels import in_the_singular
from yotgraph.extraction.partner_lists import names_of_lists
from yotgraph.extraction.partner_local import is_tool, local_partner
from yotgraph.extraction.partner_model import Occurrence, Partner
from yotgraph.extraction.partner_providers import supplies_a_role
from yotgraph.extraction.partner_wording import nouns, phrase_in, sector_by_cue, sector_of, words
from yotgraph.vocabulary import fold

__all__ = ["introduced_in"]

# What a council runs goes by its canonical name, whichever council it is.
_OF_THE_COUNCIL = frozenset(("childrens-services", "local-government"))
_PLACED = re.compile(r" (?:on|in|at|into|to|with|for|of|by) (?:the )?$")
_AND = re.compile(r",? and |, ")
_LONGEST_PLACED = len(" into the ")
_FOLLOWING = re.compile(r"[\"”’']?((?: [a-z][\w'’-]*){1,3})")


def introduced_in(
    text: str, known: Sequence[Occurrence], area: str, service_label: str
) -> Iterator[Occurrence]:
    """The local partners that a sentence introduces by a name in capital letters.

    ``known`` are the registers' own wordings in it; ``area`` is the service's place and
    ``service_label`` its label: neither is a partner by itself.
    """
    word = service_label.rsplit(" ", 1)[-1]
    listed = list(names_of_lists(text, known))
    yield from listed
    for start, whole in capital_names(text):
        if listed and any(one.start <= start < one.end for one in listed):
            continue
        if "s " in text[start:whole]:
            start = whole - len(_without_owner(text[start:whole], area))
            start = next((one.end + 3 for one in known if _owns(text, one, start, whole)), start)
        end = start + len(_without_place(text[start:whole], word))
        if text[start:end] == word:
            # The service itself, as most sentences call it.
            continue
        name = CapitalName(text, start, end, known)
        if other := _other_service(name, area):
            yield other
            continue
        if _is_own(name.label, area, word) or phrase_in("never-a-partner", name.label):
            continue
        if phrase_in("made-of-those-served", name.after):
            continue
        if holding := [one for one in known if one.start <= start and end <= one.end]:
            yield from _known_body(name, holding)
            continue
        if _is_place(name) and not any(one.partner and one.end == end for one in known):
            continue
        found = _in_brackets(name) or _with_noun(name, area) or _before_noun(name) or told_in(name)
        if found is not None:
            yield _of_its_owner(name, with_apposition(name, found))


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
    if told is not None and told.end > body.end:
        yield replace(body, end=told.end)


def _is_place(name: CapitalName) -> bool:
    """Whether a name is only where something takes place: "met at the Rainbow Centre"."""
    noun = noun_of(name.label)
    if noun is None or noun.is_role or noun.is_arrangement:
        return False
    placed = phrase_in("at-a-place", name.before) or phrase_in("where-it-is-based", name.after)
    return placed is not None


def _owns(text: str, one: Occurrence, start: int, end: int) -> bool:
    """Whether a known partner is the owner of what a name goes on with: "Nacro's Rise"."""
    is_first = one.partner is not None and one.start == start and one.end + 3 < end
    return is_first and text[one.end : one.end + 3] in ("'s ", "’s ")


def _without_owner(label: str, area: str) -> str:
    """A name without whose it is: "the Local Authority's Risk Panel", "Northmoor's Risk Panel"."""
    owner, _, rest = label.replace("’s ", "'s ").partition("'s ")
    if not rest:
        return label
    last = fold(owner).rsplit(" ", 1)[-1]
    is_owner = fold(owner) in _places(area) or f"{last}'s" in words("owner")
    return label[-len(rest) :] if is_owner else label


def _without_place(label: str, word: str) -> str:
    """A name without the place behind it that is the service's own: "Rise at the YOT base"."""
    begin = label.find(word)
    while begin >= 0:
        behind = label[begin + len(word) : begin + len(word) + 1]
        place = _PLACED.search(label, max(0, begin - _LONGEST_PLACED), begin)
        if place is not None and not is_in_word(behind):
            return label[: place.start()]
        begin = label.find(word, begin + 1)
    return label


def _places(area: str) -> tuple[str, ...]:
    """The place of a service, and those that a joint one is for, folded."""
    whole = fold(area)
    return (whole, *_AND.split(whole))


def _is_own(label: str, area: str, word: str) -> bool:
    """Whether a name is the place or one of those that a joint service is for, or the service by
    its word or by what the word stands for."""
    if word == label or fold(label) in _places(area):
        return True
    return " " in label and word == "".join(part[0] for part in label.split() if part[0].isupper())


def _other_service(name: CapitalName, area: str) -> Occurrence | None:
    """The youth offending service of another place, by its name."""
    word = phrase_in("other-service", name.label)
    if word is None:
        return None
    place, own = fold(name.label[: word.start()]), fold(area)
    if place in own or own in place or place in words("no-description"):
        return None
    return name.as_partner(Partner(name.label, sector_of("other-service"), local=False))


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
    if following is None or name.is_plain_opening or is_tool(label):
        return None
    end = name.end
    modifiers: list[str] = []
    for word in following.group(1).split():
        end = name.text.index(word, end) + len(word)
        noun = nouns().get(word)
        if noun is not None and not noun.is_role:
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
