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
from dataclasses import dataclass, replace

from yotgraph.extraction.partner_capitals import capital_names, noun_of
from yotgraph.extraction.partner_labels import in_the_singular
from yotgraph.extraction.partner_model import Occurrence, Partner
from yotgraph.extraction.partner_wording import (
    BodyNoun,
    nouns,
    phrase_in,
    sector_by_cue,
    sector_of,
    words,
)
from yotgraph.vocabulary import fold

__all__ = ["introduced_in"]

_BRACKET = re.compile(r"[\"”’']? \(([^()]*)\)")
_APPOSITION = re.compile(r"[\"”’']?, (?P<article>an?|the|its|our|one of the) (?P<text>[^,.;:]*)")
_FOLLOWING = re.compile(r"[\"”’']?((?: [a-z][\w'’-]*){1,3})")
_CLOSED = re.compile(r"[^\s,.;)]*(?: [A-Z][^\s,.;)]*)*[,.;]")
_OPEN_QUOTES = ("'", "‘", '"', "“")
_AROUND = 40
_NEAR = 3


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in capital letters in its sentence, with the registers' wordings around it."""

    text: str
    start: int
    end: int
    known: Sequence[Occurrence]

    @property
    def label(self) -> str:
        """The name as printed."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The words right before it."""
        return self.text[max(0, self.start - _AROUND) : self.start]

    @property
    def after(self) -> str:
        """The words right behind it."""
        return self.text[self.end : self.end + _AROUND]

    def as_partner(self, partner: Partner) -> Occurrence:
        """The partner where the name stands."""
        return Occurrence(self.start, self.end, partner)


def introduced_in(text: str, known: Sequence[Occurrence], area: str) -> Iterator[Occurrence]:
    """The local partners that a sentence introduces by a name in capital letters.

    ``known`` are the registers' own wordings in it; ``area`` is the service's place, whose
    name alone is no partner.
    """
    for start, end in capital_names(text):
        name = _Name(text, start, end, known)
        if other := _other_service(name, area):
            yield other
            continue
        if fold(name.label) == fold(area) or phrase_in("never-a-partner", name.label):
            continue
        if any(one.partner is None and one.start <= start and end <= one.end for one in known):
            continue
        found = _in_brackets(name) or _with_noun(name, area) or _before_noun(name) or _told(name)
        if found is not None:
            yield found


def _other_service(name: _Name, area: str) -> Occurrence | None:
    """The youth offending service of another place, by its name."""
    word = phrase_in("other-service", name.label)
    if word is None:
        return None
    place, own = fold(name.label[: word.start()]), fold(area)
    if place in own or own in place or place in words("no-description"):
        return None
    return name.as_partner(Partner(name.label, sector_of("other-service"), local=False))


def _in_brackets(name: _Name) -> Occurrence | None:
    """A name in brackets behind the noun of a body: the name of that body."""
    text, start = name.text, name.start
    if text[max(0, start - 2) : start] != " (" or text[name.end : name.end + 1] != ")":
        return None
    before = text[: start - 2]
    noun = nouns().get(fold(before.rsplit(" ", 1)[-1]))
    if " " not in name.label or noun is None or noun.is_role:
        return None
    first = min((one.start for one in name.known if one.end == len(before)), default=start - 1)
    partner = _partner(name.label, noun_of(name.label) or noun, before[-_AROUND:], name.label)
    return Occurrence(first, name.end + 1, partner)


def _with_noun(name: _Name, area: str) -> Occurrence | None:
    """A name that a noun of a body ends ("Weapons Forum") or begins ("Project Rise")."""
    first, _, rest = name.label.partition(" ")
    leading = nouns().get(fold(first))
    if rest and leading is not None and leading.leads:
        around = f"{name.before} {name.after}"
        return name.as_partner(_partner(name.label, leading, "", rest, around))
    noun = noun_of(name.label)
    if noun is None or noun.is_role:
        return None
    inner = min((one for one in name.known if one.partner and one.end == name.end), default=None)
    if inner is None or inner.partner is None or inner.start < name.start:
        return name.as_partner(_partner(name.label, noun, "", name.label))
    lead = fold(name.text[name.start : inner.start])
    if noun.described and _tells_apart(lead, area):
        return name.as_partner(_partner(name.label, noun, "", name.label))
    if inner.partner.as_printed and _tells_apart(lead, ""):
        return name.as_partner(replace(inner.partner, label=in_the_singular(name.label)))
    return name.as_partner(inner.partner)


def _tells_apart(lead: str, area: str) -> bool:
    """Whether the words before a known name make it the name of another body."""
    rest = (lead.replace(fold(area), " ") if area else lead).replace("'s ", " ").split()
    return any(word not in words("no-description") for word in rest)


def _before_noun(name: _Name) -> Occurrence | None:
    """A name that a noun in small letters follows, next to it or behind what tells its kind.

    A plain word that opens the sentence is no name.
    """
    label = name.label
    is_plain_opening = not name.start and label.isalpha() and label.istitle()
    following = _FOLLOWING.match(name.text, name.end)
    if following is None or is_plain_opening or _is_tool(label):
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
            around = f"{name.before} {name.text[end : end + _AROUND]}"
            called = f"{label} {noun.singular}" if noun.kept else label
            partner = _partner(called, noun, " ".join(modifiers), label, around)
            return Occurrence(name.start, end, partner)
        if not (word in words("no-description") or sector_by_cue(word)):
            return None
        modifiers.append(word)
    return None


def _told(name: _Name) -> Occurrence | None:
    """A name that brackets, an apposition, a clause or the words before it make a body."""
    if _is_tool(name.label):
        return None
    return _described(name) or _called(name) or _provided(name)


def _described(name: _Name) -> Occurrence | None:
    """A name that brackets or an apposition behind it describe."""
    bracket = _BRACKET.match(name.text, name.end)
    if bracket and (noun := _noun_in(bracket.group(1))) is not None:
        partner = _partner(name.label, noun, bracket.group(1), name.label)
        return Occurrence(name.start, bracket.end(), partner)
    apposition = _APPOSITION.match(name.text, name.end)
    if apposition and (noun := _noun_in(apposition["text"])) is not None:
        described = apposition["text"]
        if apposition["article"] != "the" or sector_by_cue(described):
            return name.as_partner(_partner(name.label, noun, described, name.label))
    return None


def _called(name: _Name) -> Occurrence | None:
    """A name by which something is called, or that stands right behind the noun of a body."""
    called = phrase_in("introduced-by-calling", name.before)
    own = _known_before(name, called)
    if own is not None and own.partner is not None:
        return Occurrence(own.start, name.end, replace(own.partner, label=name.label))
    noun = _noun_in(name.before)
    is_called = called is not None and (noun is not None or " " in name.label)
    if is_called or (noun is not None and _leads_to_name(name.before)):
        around = f"{name.before} {name.after}"
        return name.as_partner(_partner(name.label, noun, around, name.label))
    return None


def _known_before(name: _Name, called: re.Match[str] | None) -> Occurrence | None:
    """A known kind of which a name right behind it is the own name: "the exploitation panel,
    known as SAFE", "the mentoring provider, Rise,"."""
    begin = name.start - len(called.group()) if called else name.start
    behind = [one for one in name.known if one.partner and 0 < begin - one.end <= _NEAR]
    if not behind or not (called or _stands_apart(name, behind[0].end)):
        return None
    return max(behind, key=lambda one: one.end - one.start)


def _stands_apart(name: _Name, end: int) -> bool:
    """Whether a name stands in commas right behind a noun in the singular."""
    is_closed = _CLOSED.match(name.text, name.start) is not None
    return name.text[end : name.start] == ", " and is_closed and name.text[end - 1] != "s"


def _leads_to_name(before: str) -> bool:
    """Whether the last word before a name is the noun of one body ("the charity …")."""
    last = fold(before).rstrip(" ,\"'").rsplit(" ", 1)[-1]
    noun = nouns().get(last)
    is_one = noun is not None and not noun.is_role and not noun.kept and noun.singular == last
    return is_one and before.endswith((" ", *_OPEN_QUOTES))


def _provided(name: _Name) -> Occurrence | None:
    """A name from which something is commissioned, or of which a clause says what it does."""
    is_source = " " in name.label and phrase_in("introduced-as-source", name.before)
    if (
        is_source
        or phrase_in("introduced-by-provider", name.before)
        or phrase_in("introduced-by-clause", name.after)
    ):
        around = f"{name.before} {name.after}"
        return name.as_partner(_partner(name.label, None, around, name.label))
    return None


def _noun_in(text: str) -> BodyNoun | None:
    """The last noun of a body in a description."""
    for word in reversed(fold(text).replace(",", " ").split()):
        noun = nouns().get(word.strip("\"'.()"))
        if noun is not None and not noun.is_role:
            return noun
    return None


def _is_tool(label: str) -> bool:
    return phrase_in("no-local-name", label) is not None


def _partner(label: str, noun: BodyNoun | None, described: str, *texts: str) -> Partner:
    """A local partner. The noun of an arrangement settles its sector; else the description,
    the noun, and the name and words around it do, in this order."""
    if noun is not None and noun.is_arrangement:
        return Partner(in_the_singular(label), noun.sector, is_arrangement=True)
    sector = sector_by_cue(described) or (noun.sector if noun else None)
    sector = sector or sector_by_cue(label, *texts)
    return Partner(label, sector, is_arrangement=sector == "multi-agency-arrangement")
