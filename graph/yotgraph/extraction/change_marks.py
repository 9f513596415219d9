"""The marks by which a sentence speaks of an earlier time, an answer or a deed, from
``ontology/schemes/change-words.ttl``.

>>> sorted(marks_in("Since we last inspected, in 2011, this has been addressed."))
['answered', 'inspection', 'past-year', 'reference']
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from yotgraph.extraction.matching import Matcher
from yotgraph.extraction.phrases import PhraseTable
from yotgraph.vocabulary import load_scheme

__all__ = ["Marks", "deeds_in", "marks_in", "words_of"]

Marks = Mapping[str, Sequence[int]]
"""Where each kind of mark begins in a sentence: notation -> positions."""

_PLACED = (
    "answered",
    "asking",
    "contrast",
    "inspection",
    "past-year",
    "reference",
    "since",
    "unanswered",
    "undone",
)
_DEEDS = ("gain", "loss")


def marks_in(sentence: str) -> Marks:
    """Where a sentence names an earlier time, answers, asks or sets then against now."""
    marks: dict[str, list[int]] = {}
    for found in _matcher().find(sentence):
        marks.setdefault(found.value, []).append(found.start)
    return marks


def deeds_in(forms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """The words, ``start`` to ``end``, of a ``gain`` or a ``loss``."""
    return _deed_table().read(forms)


@cache
def words_of(notation: str) -> frozenset[str]:
    """The alternative labels of a concept; none where there is no such concept."""
    return load_scheme("change-words").alt_labels(notation)


@cache
def _matcher() -> Matcher[str]:
    """The wordings of every concept of which the place in a sentence counts."""
    scheme = load_scheme("change-words")
    concepts = [concept for notation in _PLACED if (concept := scheme.get(notation))]
    return Matcher(
        ((label, concept.notation) for concept in concepts for label in concept.alt_labels),
        ((pattern, concept.notation) for concept in concepts for pattern in concept.patterns),
    )


@cache
def _deed_table() -> PhraseTable[str]:
    return PhraseTable((label, notation) for notation in _DEEDS for label in words_of(notation))
