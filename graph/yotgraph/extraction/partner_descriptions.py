"""Partners that a description in small letters names: "the knife crime unit", "a trauma therapist".

A description begins behind a determiner and ends in the noun of a body or of a role. The
nouns, and the words that describe nobody, are ``ontology/schemes/partner-wording.ttl``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from yotgraph.extraction.partner_model import Occurrence, Partner
from yotgraph.extraction.partner_wording import BodyNoun, nouns, sector_by_cue, words
from yotgraph.extraction.phrases import word_parts
from yotgraph.vocabulary import fold

__all__ = ["described_in"]

_DETERMINERS = frozenset(
    (
        *("a", "an", "the", "this", "that", "its", "their", "our", "each", "every", "new"),
        *("local", "two", "three", "four", "five", "six"),
    )
)
_TOGETHER = "multi-agency"
_RUN = re.compile(r"(?:[A-Za-z][\w'’/-]* ){1,7}$")
_LONGEST = 60
_OWNED = re.compile(r"['’]s$")
_VERB_ENDINGS = ("ed", "ing")
# Part of the body behind it: "the trauma unit at Northmoor Hospital".
_PLACED = frozenset(("unit", "clinic", "team"))
# Whom a worker works with tells less of a sector than what the worker is: "family therapist".
_OF_THOSE_SERVED = frozenset(("childrens-services",))
_AT_A_NAME = re.compile(r" at (?:the )?[A-Z]")


@cache
def _noun_expression() -> re.Pattern[str]:
    """Every noun that a description can end in, behind a space: plain signs are quick to search."""
    usable = sorted(form for form, noun in nouns().items() if noun.described or noun.is_role)
    return re.compile(rf" ({'|'.join(map(re.escape, usable))})\b")


@cache
def _noun_words() -> frozenset[str]:
    """The first words of those nouns."""
    usable = (form for form, noun in nouns().items() if noun.described or noun.is_role)
    return frozenset(re.split(r"\W", form, maxsplit=1)[0] for form in usable)


def described_in(text: str, known: Sequence[Occurrence]) -> Iterator[Occurrence]:
    """The local bodies and roles that a sentence describes.

    ``known`` are the register's own wordings in it; a description that ends with one of
    them is that one, and one that ends with what names nobody is none.
    """
    if _noun_words().isdisjoint(word_parts(text)):
        return
    ends = {one.end: one.partner for one in known if one.partner}
    of_nobody = {one.end for one in known if one.partner is None}
    for match in _noun_expression().finditer(text):
        begin = match.start(1)
        run = _RUN.search(text, max(0, begin - _LONGEST), begin)
        kind = ends.get(match.end())
        if (
            match.end() in of_nobody
            or run is None
            or (kind is not None and not (kind.is_role and kind.as_printed))
        ):
            continue
        described = _description(run.group().split())
        noun = nouns()[match.group(1)]
        if not described or _holds_joined(text, begin, described, known):
            continue
        phrase = " ".join(described)
        if kind is not None and (len(described) > 2 or words("inner-word") & set(described)):
            continue
        if noun.singular in _PLACED and _AT_A_NAME.match(text, match.end()):
            continue
        if _names_body(phrase, noun):
            start = begin - len(phrase) - 1
            partner = _partner(phrase, noun)
            own = replace(kind, label=partner.label) if kind else partner
            yield Occurrence(start, match.end(), own)


def _description(before: Sequence[str]) -> list[str]:
    """The words between the nearest determiner and the noun, general ones in front left out."""
    described: list[str] = []
    place = len(before) - 1
    while place >= 0 and not _begins(before[place]):
        described.insert(0, before[place])
        place -= 1
    if place < 0 or (place and before[place - 1].lower() in words("copula")):
        return []
    while described and described[0].lower() in words("no-description") - {_TOGETHER}:
        described.pop(0)
    if len(described) > 2 and described[1] == "of" and described[0] in words("post"):
        described = described[2:]
    return described if any(word.lower() != _TOGETHER for word in described) else []


def _begins(word: str) -> bool:
    """Whether a description begins behind a word: a determiner, or the owner of the body."""
    small = word.lower().replace("’", "'")
    return small in _DETERMINERS or small in words("owner")


def _names_body(phrase: str, noun: BodyNoun) -> bool:
    """Whether a description tells one body or role from others."""
    parts = phrase.lower().split()
    if parts[-1] in words("inner-word") or all(word in words("no-description") for word in parts):
        return False
    cue = sector_by_cue(phrase, f"{phrase} {noun.singular}")
    if any(word[0].isupper() for word in phrase.split()) or words("no-inner-word") & set(parts):
        return False
    if any(
        _OWNED.search(word) and (held := nouns().get(word[:-2])) and held.is_role for word in parts
    ):
        return False
    if noun.is_role and noun.sector is None:
        is_told = cue is not None or bool(words("role-subject") & {fold(part) for part in parts})
        return is_told and not _has_verb(parts)
    if noun.singular == "meeting":
        return bool(words("meeting-subject") & set(parts)) and not _has_verb(parts)
    if _has_verb(parts):
        return False
    return bool(cue) or noun.singular != "team" or len(parts) > 2


def _has_verb(parts: Sequence[str]) -> bool:
    return any(word.endswith(_VERB_ENDINGS) and sector_by_cue(word) is None for word in parts)


def _holds_joined(
    text: str, end: int, described: Sequence[str], known: Sequence[Occurrence]
) -> bool:
    """Whether "and" joins a known partner to the noun ("the police and the hub")."""
    start = end - len(" ".join(described)) - 1
    return "and" in described and any(
        start <= one.start and text.startswith(" and ", one.end) for one in known
    )


def _partner(phrase: str, noun: BodyNoun) -> Partner:
    label = f"{phrase} {noun.singular}"
    cue = sector_by_cue(label)
    is_settled = noun.is_arrangement or (cue in _OF_THOSE_SERVED and noun.sector is not None)
    sector = noun.sector if is_settled else cue or noun.sector
    statutory = {"health": "health", "police": "police", "probation": "probation"}.get(sector or "")
    return Partner(
        fold(label).capitalize(),
        sector,
        is_role=noun.is_role,
        is_arrangement=noun.is_arrangement,
        statutory=statutory if noun.is_role else None,
    )
