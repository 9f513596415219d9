"""What ``ontology/schemes/partner-wording.ttl`` knows of the wording of partners, ready to use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from yotgraph.extraction.gates import Gate
from yotgraph.vocabulary import PLAIN_SIGNS, Concept, fold, load_scheme, replace_signs

__all__ = [
    "BodyNoun",
    "last_segment",
    "level",
    "nouns",
    "phrase_in",
    "phrases_in",
    "plural_of",
    "sector_by_cue",
    "sector_of",
    "unlinking",
    "words",
]


@lru_cache(maxsize=1024)
def level(text: str) -> str:
    """Text in small letters with plain quotes and dashes, every character in its place.

    >>> level("Children’s Services – NHS")
    "children's services - nhs"
    """
    plain = replace_signs(text, PLAIN_SIGNS)
    small = plain.lower()
    if len(small) == len(text):
        return small
    return "".join(one if len(one.lower()) != 1 else one.lower() for one in plain)


@dataclass(frozen=True, slots=True)
class BodyNoun:
    """The noun of a local body or role. ``kept`` says that it is part of the name though it
    is in small letters, ``described`` that a description before it is a name too, ``leads``
    that it can stand before the name."""

    singular: str
    sector: str | None
    is_role: bool
    is_arrangement: bool
    kept: bool
    described: bool
    refers_back: bool
    leads: bool


def _concept(notation: str) -> Concept | None:
    return load_scheme("partner-wording").get(notation)


def phrase_in(notation: str, text: str) -> re.Match[str] | None:
    """The first match of the patterns of one wording, or nothing."""
    return _expression(notation).search(text) if notation in _passing(text) else None


def phrases_in(notation: str, text: str) -> Iterator[re.Match[str]]:
    """Every match of the patterns of one wording, in order."""
    return _expression(notation).finditer(text) if notation in _passing(text) else iter(())


@cache
def _expression(notation: str) -> re.Pattern[str]:
    """The patterns of one wording as one expression."""
    concept = _concept(notation)
    return _joined(concept.patterns if concept else ())


# Many wordings are looked for in each sentence.
@lru_cache(maxsize=1024)
def _passing(text: str) -> frozenset[str]:
    """The wordings that a text may hold, as notations."""
    return _gate().passing(level(text))


@cache
def _gate() -> Gate[str]:
    return Gate(
        (pattern, concept.notation)
        for concept in load_scheme("partner-wording")
        for pattern in concept.patterns
    )


def _joined(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{text})" for text in patterns) or r"(?!)", re.IGNORECASE)


@cache
def words(notation: str) -> frozenset[str]:
    """The single words of one wording, folded."""
    return frozenset(map(fold, load_scheme("partner-wording").alt_labels(notation)))


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
        leads=concept.value("leadsName") == "true",
    )


def sector_by_cue(*texts: str) -> str | None:
    """The sector that the first text with a cue settles, by the cue that comes first in it.

    >>> sector_by_cue("the substance misuse service")
    'health'
    >>> sector_by_cue("Rise", "a scheme for children") is None
    True
    """
    for text in texts:
        hits = [(match.start(), sector) for cue, sector in _cues() if (match := cue.search(text))]
        if hits:
            return min(hits)[1]
    return None


@cache
def _cues() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (_joined(cue.patterns), last_segment(cue.value("sector")) or "")
        for cue in load_scheme("partner-wording").of_type("SectorCue")
    )


@cache
def unlinking() -> frozenset[str]:
    """The notations of the wordings that say a partner is not linked to the service."""
    return frozenset(
        wording.notation
        for wording in load_scheme("partner-wording").of_type("PartnerWording")
        if wording.value("unlinks") == "true"
    )


def sector_of(notation: str) -> str | None:
    """The sector that one wording settles, or nothing."""
    concept = _concept(notation)
    return last_segment(concept.value("sector")) if concept else None


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
