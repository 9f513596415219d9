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
from functools import cache

from yotgraph.extraction.partner_model import Occurrence, Partner
from yotgraph.extraction.partner_wording import BodyNoun, nouns, phrase_in, sector_by_cue, words
from yotgraph.vocabulary import fold, load_scheme

__all__ = ["abbreviation_behind", "abbreviations_in", "introduced_in"]

_CAPITAL = r"(?:[A-ZÀ-ÖØ-Þ]|\d{1,4}(?=[A-Z]))[\w'’&-]*"
_INNER = r"(?:and|&|of|the|for|in|into|at|on|to|a|with|your|up)"
_NAME = re.compile(rf"(?<![\w@.]){_CAPITAL}(?: (?:{_INNER} ){{0,2}}{_CAPITAL})*")
_BRACKET = re.compile(r"[\"”’']? \(([^()]*)\)")
_APPOSITION = re.compile(r"[\"”’']?, (?P<article>an?|the|its|our|one of the) (?P<text>[^,.;:]*)")
_FOLLOWING = re.compile(r"[\"”’']?((?: [a-z][\w'’-]*){1,3})")
_ABBREVIATION = re.compile(r"[\"”’']? ?\((?:the |or )?[\"“‘']?([A-Z][\w&-]{1,9})[\"”’']?\)")
_HYPHENS = re.compile(r"[\s-]+")
_AFTER_OPENING = frozenset(
    ("a", "an", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with")
)
_AROUND = 40
_INSIDE = 48


def introduced_in(
    text: str, known: Sequence[Occurrence], area: str
) -> Iterator[Occurrence]:
    """The local partners that a sentence introduces by a name in capital letters.

    ``known`` are the register's own wordings in it; ``area`` is the service's place, whose
    name alone is no partner.
    """
    for match in _NAME.finditer(text):
        for start, end in _parts(text, match.start(), match.end()):
            name = text[start:end]
            if fold(name) == fold(area) or phrase_in("never-a-partner", name):
                continue
            if any(one.partner is None and one.start <= start and end <= one.end for one in known):
                continue
            found = (
                _in_brackets(text, start, end, known)
                or _named_by_noun(text, start, end, known, area)
                or _introduced(text, start, end, known)
            )
            if found is not None:
                yield found


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names in a run of capital words: one, or two that "and" joins."""
    start = _without_opening(text, start, end)
    name = text[start:end].rstrip("'’-&")
    for possessive in ("'s", "’s"):
        name = name.removesuffix(possessive)
    end = start + len(name)
    if not name:
        return
    joint = re.search(r" (?:and|&) (?:the )?", name)
    if joint and (not _noun_of(name) or _noun_of(name[: joint.start()])):
        yield from _parts(text, start, start + joint.start())
        yield from _parts(text, start + joint.end(), end)
        return
    yield start, end


def _without_opening(text: str, start: int, end: int) -> int:
    """Where a name begins once the sentence's first words are left out."""
    while text[:start].strip(" \"'“‘(") == "":
        first, _, rest = text[start:end].partition(" ")
        follows = rest.split(" ", 1)[0]
        if rest and (first in _openings() or follows in _AFTER_OPENING):
            start = end - len(rest)
            while text[start:end].split(" ", 1)[0].islower():
                start += len(text[start:end].split(" ", 1)[0]) + 1
            break
        return end if first in _openings() else start
    return start


@cache
def _openings() -> frozenset[str]:
    concept = load_scheme("abbreviations").get("sentence-opening")
    return frozenset(concept.alt_labels) if concept else frozenset()


def _noun_of(name: str) -> BodyNoun | None:
    """The noun of a body that ends a name of several words."""
    last = fold(name).split()[-1] if name.split() else ""
    return nouns().get(last) if " " in name else None


def _named_by_noun(
    text: str, start: int, end: int, known: Sequence[Occurrence], area: str
) -> Occurrence | None:
    """A name that a noun of a body ends, or that one follows in small letters."""
    name = text[start:end]
    lead, _, rest = name.partition(" ")
    leading = nouns().get(fold(lead))
    if rest and leading is not None and leading.leads:
        return Occurrence(start, end, _partner(name, leading, (), rest, _around(text, start, end)))
    noun = _noun_of(name)
    if noun is not None and not noun.is_role:
        inner = min((one for one in known if one.partner and one.end == end), default=None)
        if inner is not None and inner.partner is not None and inner.start >= start:
            if not noun.described or not _tells_apart(fold(text[start : inner.start]), area):
                return Occurrence(start, end, inner.partner)
        return Occurrence(start, end, _partner(name, noun, (), name))
    following = _FOLLOWING.match(text, end)
    if following is None or _is_tool(name) or (not start and name.isalpha() and name.istitle()):
        return None
    modifiers: list[str] = []
    for word in following.group(1).split():
        noun = nouns().get(word)
        if noun is not None and not noun.is_role:
            last = text.index(word, end + len(" ".join(modifiers))) + len(word)
            if any(start <= one.start < end <= one.end <= last for one in known if one.partner):
                return None
            label = f"{name} {noun.singular}" if noun.kept else name
            return Occurrence(start, last, _partner(label, noun, (" ".join(modifiers),), name,
                                                    _around(text, start, last)))
        if not (word in words("no-description") or sector_by_cue(word)):
            return None
        modifiers.append(word)
    return None


def _tells_apart(lead: str, area: str) -> bool:
    """Whether the words before a known name make it the name of another body."""
    rest = lead.replace(fold(area), " ").replace("'s ", " ").split()
    return any(word not in words("no-description") for word in rest)


def _in_brackets(
    text: str, start: int, end: int, known: Sequence[Occurrence]
) -> Occurrence | None:
    """A name in brackets behind the noun of a body: the name of that body."""
    if text[max(0, start - 2) : start] != " (" or text[end : end + 1] != ")":
        return None
    if " " not in text[start:end]:
        return None
    before = text[: start - 2]
    noun = nouns().get(fold(before.rsplit(" ", 1)[-1]))
    if noun is None or noun.is_role:
        return None
    first = min((one.start for one in known if one.end == len(before)), default=start - 1)
    label = text[start:end]
    return Occurrence(first, end + 1, _partner(label, _noun_of(label) or noun, (before[-_INSIDE:],), label))


def _introduced(
    text: str, start: int, end: int, known: Sequence[Occurrence]
) -> Occurrence | None:
    """A name that brackets, an apposition, a clause or the words before it make a body."""
    name = text[start:end]
    if _is_tool(name):
        return None
    before = text[max(0, start - _AROUND) : start]
    bracket = _BRACKET.match(text, end)
    if bracket and (noun := _noun_in(bracket.group(1))) is not None:
        return Occurrence(start, bracket.end(), _partner(name, noun, (bracket.group(1),), name))
    apposition = _APPOSITION.match(text, end)
    if apposition and (noun := _noun_in(apposition["text"])) is not None:
        described = apposition["text"]
        if apposition["article"] != "the" or sector_by_cue(described):
            return Occurrence(start, end, _partner(name, noun, (described,), name))
    after = text[end : end + _AROUND]
    lead = _noun_in(before)
    called = phrase_in("introduced-by-calling", before)
    before_known = _known_before(text, start, called, known)
    if before_known is not None and before_known.partner is not None:
        return Occurrence(before_known.start, end, replace(before_known.partner, label=name))
    is_called = called and (lead or " " in name)
    is_led = lead is not None and _leads_to_name(before)
    if is_called or is_led:
        return Occurrence(start, end, _partner(name, lead, (before, after), name))
    provides = phrase_in("introduced-by-provider", before) or (
        " " in name and phrase_in("introduced-as-source", before)
    )
    if provides or phrase_in("introduced-by-clause", after):
        return Occurrence(start, end, _partner(name, None, (before, after), name))
    return None


def _known_before(
    text: str, start: int, called: re.Match[str] | None, known: Sequence[Occurrence]
) -> Occurrence | None:
    """A known kind of which a name right behind it is the own name: "the exploitation panel,
    known as SAFE", "the mentoring provider, Rise,"."""
    begin = start - len(called.group()) if called else start
    behind = [one for one in known if one.partner and 0 < begin - one.end <= 3]
    if not behind or not (called or _in_commas(text, behind[0].end, start)):
        return None
    return max(behind, key=lambda one: one.end - one.start)


def _in_commas(text: str, end: int, start: int) -> bool:
    """Whether a name stands in apposition to a noun in the singular right before it."""
    follows = re.match(r"[^\s,.;)]*(?: [A-Z][^\s,.;)]*)*[,.;]", text[start:])
    return text[end:start] == ", " and follows is not None and text[end - 1] != "s"


def _leads_to_name(before: str) -> bool:
    """Whether the last word before a name is the noun of a body ("the charity …")."""
    last = fold(before).rstrip(" ,\"'").rsplit(" ", 1)[-1]
    noun = nouns().get(last)
    is_one = noun is not None and not noun.is_role and not noun.kept and noun.singular == last
    return is_one and before.endswith((" ", "'", "‘", '"', "“"))


def _noun_in(text: str) -> BodyNoun | None:
    """The last noun of a body in a description."""
    for word in reversed(fold(text).replace(",", " ").split()):
        noun = nouns().get(word.strip("\"'.()"))
        if noun is not None and not noun.is_role:
            return noun
    return None


def _is_tool(name: str) -> bool:
    return phrase_in("no-local-name", name) is not None


def _around(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - _AROUND) : start]} {text[end : end + _AROUND]}"


def _partner(
    label: str, noun: BodyNoun | None, described: tuple[str, ...], name: str, *around: str
) -> Partner:
    """A local partner. The noun of an arrangement settles its sector; else the description,
    the name and the words around it do, in this order."""
    if noun is not None and noun.is_arrangement:
        return Partner(label, noun.sector, is_arrangement=True)
    sector = sector_by_cue(*described) or (noun.sector if noun else None)
    sector = sector or sector_by_cue(label, *around)
    return Partner(label, sector, is_arrangement=sector == "multi-agency-arrangement")


def abbreviations_in(
    text: str, named: Sequence[Occurrence]
) -> Iterator[tuple[str, Partner]]:
    """The abbreviations that a sentence gives its partners: "Northmoor Forum (NF)"."""
    for one in named:
        match = abbreviation_behind(text, one)
        if match and one.partner:
            yield match.group(1), one.partner


def abbreviation_behind(text: str, one: Occurrence) -> re.Match[str] | None:
    """The brackets right behind a partner that hold its abbreviation."""
    match = _ABBREVIATION.match(text, one.end) if one.partner else None
    return match if match and _abbreviates(match.group(1), text[one.start : one.end]) else None


def _abbreviates(short: str, name: str) -> bool:
    """Whether letters in brackets stand for the words before them.

    >>> _abbreviates("NIP", "Northmoor Inclusion Partnership"), _abbreviates("Smith", "Rise")
    (True, False)
    """
    capitals = sum(letter.isupper() for letter in short)
    initials = "".join(word[0] for word in _HYPHENS.split(fold(name)) if word)
    return capitals > 1 or fold(short) == initials
