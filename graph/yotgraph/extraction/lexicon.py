"""The evaluative words of ``ontology/schemes/evaluative-words.ttl`` as look-ups.

>>> [(entry.kind, entry.sign) for _, _, entry in lexicon().phrases.read(("not", "good"))]
[('negation', 0), ('clause', 1)]
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from yotgraph.extraction.phrases import PhraseTable
from yotgraph.vocabulary import Concept, load_scheme

__all__ = ["Entry", "Hit", "Lexicon", "lexicon"]

_SIGNS = {"strength": 1, "concern": -1}
_WORD_LISTS = (
    "actor",
    "beneficiary",
    "deed",
    "denial-end",
    "denying",
    "figure",
    "finite",
    "governing",
    "grammar",
    "inner",
    "joint",
    "judging",
    "opener",
    "passive",
    "pointer",
    "pronoun",
    "purpose-verb",
    "served",
    "standing-verb",
    "subject",
    "told-subject",
    "whole-denial",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase. ``kind`` is a marker's notation, or the scope of an evaluative word:
    ``clause``, ``onward`` or ``fixed``. ``sign`` is 1 for praise, -1 for blame, else 0."""

    kind: str
    sign: int
    weight: float


#: A phrase in a row of words: start, end (exclusive), entry.
Hit = tuple[int, int, Entry]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All phrases; the lists of single words; the weight of each marker by notation.
    ``openings`` are the words that begin a clause or its verb behind "and", ``verbs`` the finite
    ones and those that tell of deeds."""

    phrases: PhraseTable[Entry]
    lists: Mapping[str, frozenset[str]]
    weights: Mapping[str, float]
    openings: frozenset[str]
    verbs: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon. Raises :class:`~yotgraph.errors.VocabularyError` where it is missing."""
    scheme = load_scheme("evaluative-words")
    lists = {name: scheme.alt_labels(name) for name in _WORD_LISTS}
    return Lexicon(
        phrases=PhraseTable(
            (label, entry)
            for concept in scheme
            if concept.notation not in _WORD_LISTS
            for entry in (_entry(concept),)
            for label in concept.alt_labels
        ),
        lists=lists,
        weights={concept.notation: _weight(concept) for concept in scheme},
        openings=lists["finite"] | lists["subject"],
        verbs=lists["finite"] | lists["deed"],
    )


def _entry(concept: Concept) -> Entry:
    if not concept.is_a("EvaluativeWord"):
        return Entry(concept.notation, 0, _weight(concept))
    stance = load_scheme("stances").by_iri(concept.value("stance") or "")
    sign = _SIGNS[stance.notation] if stance else 0
    return Entry(concept.value("scope") or "clause", sign, _weight(concept))


def _weight(concept: Concept) -> float:
    return float(concept.value("weight") or 0)
