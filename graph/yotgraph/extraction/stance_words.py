"""How likely each stance of a paragraph is by its words: ``ontology/weights/stance.csv``.

The rules of :mod:`yotgraph.extraction.paragraph_stances` know what words of praise and blame
do; what readers called a strength or a concern tells besides how inspectors say either in
words that are neither. The weights of the words and pairs of words of a paragraph, those that
only hold in its first or last sentence among them, add up to the logarithm of each stance's
likelihood.

>>> found = words_of(["Plans were late, and nobody knew why."])
>>> ("", ("late",)) in found, ("first", ("plan", "were")) in found, ("last", ("late",)) in found
(True, True, False)
"""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain
from typing import TypeAlias

from yotgraph.errors import VocabularyError
from yotgraph.extraction.phrases import word_places
from yotgraph.extraction.theme_evidence import stem
from yotgraph.resources import directory

__all__ = ["STANCES", "StanceWeights", "Word", "size_of", "stance_weights", "words_of"]

STANCES = ("strength", "concern", "mixed", "neutral")
"""The stances of a paragraph, in the order of a row of weights."""

_Term: TypeAlias = tuple[str, ...]
Word: TypeAlias = tuple[str, _Term]
"""Where one or two stems in a row count (``first``, ``last``, or anywhere), and the stems."""

_FILE = "weights/stance.csv"
_FIRST, _LAST, _ANYWHERE = "first", "last", ""
_ANY_NUMBER = "0"
# Few words tell little: a short paragraph counts as if it had so many more, of no weight.
_DAMPING = 20


@dataclass(frozen=True, slots=True)
class StanceWeights:
    """Weights in the order of :data:`STANCES`: of a paragraph that says nothing, and of words."""

    base: tuple[float, ...]
    words: Mapping[Word, tuple[float, ...]]
    _terms: Mapping[str, frozenset[_Term]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        terms: defaultdict[str, set[_Term]] = defaultdict(set)
        for place, term in self.words:
            terms[place].add(term)
        by_place = {place: frozenset(terms[place]) for place in (_ANYWHERE, _FIRST, _LAST)}
        object.__setattr__(self, "_terms", by_place)

    def known(self, sentences: Sequence[str]) -> list[Word]:
        """The words of a paragraph that have weights, in a set order."""
        return sorted(
            {
                (place, term)
                for place, sentence in _placed(sentences)
                for term in self._terms[place].intersection(_terms(sentence))
            }
        )

    def reasons(self, sentences: Sequence[str], stance: str) -> list[tuple[str, float]]:
        """What each word of a paragraph adds to the score of a stance, with where it counts."""
        known, column = self.known(sentences), STANCES.index(stance)
        size = size_of(len(known))
        return [
            (" ".join((*filter(None, (place,)), *term)), self.words[place, term][column] / size)
            for place, term in known
        ]

    def likelihoods(self, sentences: Sequence[str]) -> dict[str, float]:
        """The logarithm of each stance's likelihood for the sentences of a paragraph."""
        weights = [self.words[word] for word in self.known(sentences)]
        size = size_of(len(weights))
        sums = [sum(column) / size for column in zip(*weights, strict=True)] or [0.0] * len(STANCES)
        scores = [base + total for base, total in zip(self.base, sums, strict=True)]
        whole = math.log(sum(map(math.exp, scores)))
        return {stance: score - whole for stance, score in zip(STANCES, scores, strict=True)}


def size_of(words: int) -> float:
    """What the weights of so many words are divided by, so that long paragraphs say no more than
    short ones.

    >>> size_of(80)
    10.0
    """
    return math.sqrt(words + _DAMPING)


def words_of(sentences: Sequence[str]) -> frozenset[Word]:
    """The words and pairs of words of a paragraph, with where they count."""
    return frozenset(
        (place, term) for place, sentence in _placed(sentences) for term in _terms(sentence)
    )


def _placed(sentences: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The sentences, each with the places in which its words count."""
    for number, sentence in enumerate(sentences):
        yield _ANYWHERE, sentence
        if not number:
            yield _FIRST, sentence
        elif number == len(sentences) - 1:
            yield _LAST, sentence


def _terms(sentence: str) -> Iterator[_Term]:
    """The stems of a sentence's words, each by itself and with the one behind it. All numbers
    in figures are one word."""
    stems = _stems(sentence)
    return chain(zip(stems), zip(stems, stems[1:], strict=False))


@lru_cache(maxsize=2048)
def _stems(sentence: str) -> tuple[str, ...]:
    return tuple(map(_stem, word_places(sentence)[0]))


@lru_cache(maxsize=16384)
def _stem(form: str) -> str:
    return _ANY_NUMBER if form[0].isdigit() else stem(form)


@cache
def stance_weights() -> StanceWeights:
    """The weights of the file. Raises :class:`VocabularyError` where it lacks the row of a
    paragraph that says nothing, which has no words."""
    words = dict(_rows())
    base = words.pop((_ANYWHERE, ()), None)
    if base is None:
        raise VocabularyError(f"{_FILE}: the row without words is missing; add what holds anyway")
    return StanceWeights(base, words)


def _rows() -> Iterator[tuple[Word, tuple[float, ...]]]:
    with (directory("ontology") / _FILE).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            term = tuple(row["words"].split())
            yield (row["place"], term), tuple(float(row[stance]) for stance in STANCES)
