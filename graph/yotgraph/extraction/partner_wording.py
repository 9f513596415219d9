"""What ``ontology/schemes/partner-wording.ttl`` knows of the wording of partners, ready to use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from yotgraph.vocabulary import Concept, fold, load_scheme

__all__ = [
    "FIRST_MARK",
    "BodyNoun",
    "frames",
    "last_segment",
    "nouns",
    "phrases",
    "plural_of",
    "required_literal",
    "sector_by_cue",
    "words",
]

FIRST_MARK = 0xE000
"""The first code point (private use) that stands for a partner in a masked sentence."""

_MARK = "[\ue000-\uf8ff]"
_ROW = rf"{_MARK}(?:(?:,? (?:and|or|nor|as well as) |, )(?:(?:an?|the|its|any|one) )?{_MARK})*"
# A mark is no word character: there is no word boundary in front of it.
_PLACEHOLDERS = (
    (r"\bPARTNER", _ROW),
    ("PARTNER", _ROW),
    ("WORDS", r"(?:(?!(?:of|about|between|from|by|with|in|and|or|to)\b)[\w'’-]+ ){0,3}?"),
)
_OPTIONAL = ("?", "*", "{")
_SHORTEST_LITERAL = 3


@dataclass(frozen=True, slots=True)
class BodyNoun:
    """The noun of a local body or role. ``kept`` says that it is part of the name though it
    is in small letters, ``described`` that a description before it is a name too."""

    singular: str
    sector: str | None
    is_role: bool
    is_arrangement: bool
    kept: bool
    described: bool
    refers_back: bool


def _concept(notation: str) -> Concept | None:
    return load_scheme("partner-wording").get(notation)


@cache
def phrases(notation: str) -> re.Pattern[str]:
    """The patterns of one wording as one expression; one that never matches if it has none."""
    concept = _concept(notation)
    return _joined(concept.patterns if concept else ())


@cache
def frames(notation: str) -> re.Pattern[str]:
    """The partner patterns of one wording as one expression over masked sentences."""
    concept = _concept(notation)
    return _joined(
        tuple(_expanded(text) for text in concept.values.get("partnerPattern", ()))
        if concept
        else ()
    )


def _joined(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{text})" for text in patterns) or r"(?!)", re.IGNORECASE)


def _expanded(pattern: str) -> str:
    for name, expression in _PLACEHOLDERS:
        pattern = pattern.replace(name, f"(?:{expression})")
    return pattern


@cache
def words(notation: str) -> frozenset[str]:
    """The single words of one wording, folded."""
    concept = _concept(notation)
    return frozenset(fold(label) for label in concept.alt_labels) if concept else frozenset()


@cache
def nouns() -> Mapping[str, BodyNoun]:
    """The nouns of local bodies by every form, folded."""
    found: dict[str, BodyNoun] = {}
    for concept in load_scheme("partner-wording").of_type("BodyNoun"):
        for label in (concept.label, *concept.alt_labels):
            noun = _noun(label, concept)
            plural = concept.value("plural") if label == concept.label else None
            found[fold(label)] = noun
            found[fold(plural or plural_of(label))] = noun
    return MappingProxyType(found)


def _noun(label: str, concept: Concept) -> BodyNoun:
    return BodyNoun(
        singular=label,
        sector=last_segment(concept.value("sector")),
        is_role=concept.value("isSpecialistRole") == "true",
        is_arrangement=concept.value("isArrangement") == "true",
        kept=concept.value("keptInName") == "true",
        described=concept.value("namedByDescription") == "true",
        refers_back=concept.value("refersBack") == "true",
    )


def sector_by_cue(*texts: str) -> str | None:
    """The sector that the first text with a cue settles, by the cue that comes first in it.

    >>> sector_by_cue("the substance misuse service")
    'health'
    >>> sector_by_cue("Rise", "a scheme for children") is None
    True
    """
    for text in texts:
        hits = [
            (match.start(), sector) for cue, sector in _cues() if (match := cue.search(text))
        ]
        if hits:
            return min(hits)[1]
    return None


@cache
def _cues() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (_joined(cue.patterns), last_segment(cue.value("sector")) or "")
        for cue in load_scheme("partner-wording").of_type("SectorCue")
    )


def last_segment(iri: str | None) -> str | None:
    """The notation at the end of a concept's IRI.

    >>> last_segment("https://w3id.org/yotgraph/scheme/sectors/health")
    'health'
    """
    return iri.rstrip("/").rsplit("/", 1)[-1] if iri else None


def plural_of(noun: str) -> str:
    """The plural of an English noun or of the last word of a phrase.

    >>> plural_of("agency"), plural_of("mental health nurse")
    ('agencies', 'mental health nurses')
    """
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "sh", "x")) else "s")


def required_literal(pattern: str) -> str:
    """The longest run of small letters that every match of a pattern holds, or ``""``.

    Only what stands outside brackets is looked at, so that a pattern can be tried on the few
    sentences that have the run.

    >>> required_literal(r"\\b(?:the )?police officers?\\b"), required_literal(r"\\b(?:a|b) c\\b")
    ('police officer', '')
    """
    runs: list[str] = [""]
    depth = position = 0
    while position < len(pattern):
        character = pattern[position]
        following = pattern[position + 1 : position + 2]
        if character == "|" and not depth:
            return ""
        depth += (character in "([") - (character in ")]")
        if not depth and (character.isalpha() or character == " ") and following not in _OPTIONAL:
            runs[-1] += character.lower()
        elif runs[-1]:
            runs.append("")
        position += 2 if character == "\\" else 1
    longest = max(runs, key=len)
    return longest if len(longest) >= _SHORTEST_LITERAL else ""
