"""How likely each of several readings of a text is by its words: ``ontology/weights``.

Rules know what words of praise, blame and change do; what readers called a strength, a concern or
a change tells besides how inspectors say so in words that are none of these. The weights of the
words and pairs of words of a text, denied ones and those that only hold in its first or last
sentence among them, add up to the logarithm of each reading's likelihood.

>>> found = words_of(["Plans were late, and nobody knew why."])
>>> ("", ("late",)) in found, ("first", ("plan", "were")) in found, ("last", ("late",)) in found
(True, True, False)
>>> ("", ("¬late",)) in words_of(["None was late."])
True
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain
from typing import TypeAlias

from yotgraph.errors import VocabularyError
from yotgraph.extraction.lexicon import lexicon
from yotgraph.extraction.phrases import word_places
from yotgraph.extraction.theme_evidence import stem
from yotgraph.resources import directory

__all__ = ["Word", "WordWeights", "size_of", "stems_of", "word_weights", "words_of"]

_Term: TypeAlias = tuple[str, ...]
Word: TypeAlias = tuple[str, _Term]
"""Where one or two stems in a row count (``first``, ``last``, or anywhere), and the stems. Names have
places of their own (:mod:`yotgraph.extraction.partner_name_words`)."""

_FIRST, _LAST, _ANYWHERE = "first", "last", ""
_ANY_NUMBER = "0"
_BETWEEN = " "
# "None was late" says the contrary of late; so far a denial reaches, in words.
_DENIED, _REACH = "¬", 6
_SHORT_NOT = "n't"
# Few words tell little: a short text counts as if it had so many more, of no weight.
_DAMPING = 20
_PARTS = 100


@dataclass(frozen=True, slots=True)
class WordWeights:
    """The weights of words for each of the ``readings``: in their order, those of a text that says
    nothing, and those of words."""

    readings: tuple[str, ...]
    base: tuple[float, ...]
    words: Mapping[Word, tuple[float, ...]]
    _by_place: Mapping[str, Mapping[str, tuple[int, ...]]] = field(
        init=False, repr=False, compare=False
    )
    _terms: Mapping[str, frozenset[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_place: dict[str, dict[str, tuple[int, ...]]] = {_ANYWHERE: {}}
        for (place, term), weights in self.words.items():
            # Whole numbers add up to the same in any order.
            own = tuple(round(weight * _PARTS) for weight in weights)
            by_place.setdefault(place, {})[_BETWEEN.join(term)] = own
        terms = {place: frozenset(words) for place, words in by_place.items()}
        object.__setattr__(self, "_by_place", by_place)
        object.__setattr__(self, "_terms", terms)

    def reasons(self, sentences: Sequence[str], reading: str) -> list[tuple[str, float]]:
        """What each word of a text adds to the score of a reading, with where it counts."""
        known, column = self._known(sentences), self.readings.index(reading)
        size = size_of(sum(len(terms) for _, terms in known))
        return [
            (f"{place} {term}".strip(), self.words[place, _parted(term)][column] / size)
            for place, terms in known
            for term in sorted(terms, key=_parted)
        ]

    def likelihoods(self, sentences: Sequence[str]) -> dict[str, float]:
        """The logarithm of each reading's likelihood for the sentences of a text, of which one
        reading holds."""
        return _of_one(self.scores(sentences))

    def likelihoods_of(self, words: Set[Word]) -> dict[str, float]:
        """The logarithm of each reading's likelihood for words with where they stand."""
        known = words & self.words.keys()
        own = [self._by_place[place][_BETWEEN.join(term)] for place, term in known]
        return _of_one(self._scores(own))

    def scores(self, sentences: Sequence[str]) -> dict[str, float]:
        """What speaks for each reading of the sentences of a text. Where each may hold beside the
        others, it is the logarithm of its odds."""
        weights: list[tuple[int, ...]] = []
        for place, terms in self._known(sentences):
            weights += map(self._by_place[place].__getitem__, terms)
        return self._scores(weights)

    def _scores(self, weights: Sequence[tuple[int, ...]]) -> dict[str, float]:
        size = size_of(len(weights)) * _PARTS
        sums = [sum(column) / size for column in zip(*weights, strict=True)]
        added = sums or [0.0] * len(self.base)
        return {
            reading: base + total
            for reading, base, total in zip(self.readings, self.base, added, strict=True)
        }

    def _known(self, sentences: Sequence[str]) -> list[tuple[str, Set[str]]]:
        """The words of a text that have weights, by where they count."""
        found = [_terms(sentence) for sentence in sentences]
        by_place = {_ANYWHERE: found, _FIRST: found[:1], _LAST: found[1:][-1:]}
        return [
            (place, frozenset().union(*map(terms.intersection, by_place[place])))
            for place, terms in self._terms.items()
        ]


def _of_one(scores: Mapping[str, float]) -> dict[str, float]:
    """The logarithm of each reading's likelihood, where one of them holds."""
    whole = math.log(sum(map(math.exp, scores.values())))
    return {reading: score - whole for reading, score in scores.items()}


def size_of(words: int) -> float:
    """What the weights of so many words are divided by, so that long texts say no more than
    short ones.

    >>> size_of(80)
    10.0
    """
    return math.sqrt(words + _DAMPING)


def words_of(sentences: Sequence[str]) -> frozenset[Word]:
    """The words and pairs of words of a text, with where they count."""
    return frozenset(
        (place, _parted(term))
        for number, sentence in enumerate(sentences)
        for term in _terms(sentence)
        for place in _places(number, len(sentences))
    )


def _places(number: int, count: int) -> tuple[str, ...]:
    """The places in which the words of a sentence count: the first of several, the last."""
    if not number:
        return (_ANYWHERE, _FIRST)
    return (_ANYWHERE, _LAST) if number == count - 1 else (_ANYWHERE,)


@lru_cache(maxsize=2048)
def _terms(sentence: str) -> frozenset[str]:
    """The stems of a sentence's words, each by itself, with the one behind it and, behind a denial,
    as denied. Those in a row are one text: a text remembers its hash, which a tuple does not, and
    every table of weights asks for it."""
    stems = stems_of(sentence)
    pairs = map(_BETWEEN.join, zip(stems, stems[1:], strict=False))
    return frozenset(chain(stems, pairs, _denied(stems)))


def _parted(term: str) -> _Term:
    return tuple(term.split(_BETWEEN))


def stems_of(sentence: str) -> tuple[str, ...]:
    """The stems of a sentence's words and signs, in order. All numbers in figures are one.

    >>> stems_of("The 2 plans were late.")
    ('the', '0', 'plan', 'were', 'late', '.')
    """
    return tuple(map(_stem, word_places(sentence)[0]))


def _denied(stems: Sequence[str]) -> Iterator[str]:
    """The words that a denial before them reaches, each with its sign."""
    lists = lexicon().lists
    denying, ends = lists["denying"], lists["denial-end"]
    if denying.isdisjoint(stems) and _SHORT_NOT not in _BETWEEN.join(stems):
        return
    left = 0
    for one in stems:
        if one in denying or one.endswith(_SHORT_NOT):
            left = _REACH
        elif one in ends:
            left = 0
        elif left:
            left -= 1
            if one.isalpha():
                yield _DENIED + one


@lru_cache(maxsize=16384)
def _stem(form: str) -> str:
    return _ANY_NUMBER if form[0].isdigit() else stem(form)


@cache
def word_weights(name: str, readings: tuple[str, ...]) -> WordWeights:
    """The weights of the file ``weights/NAME.csv``, which has a column for each of the readings.
    Raises :class:`VocabularyError` where it lacks the row of a text that says nothing, which has
    no words."""
    file = f"weights/{name}.csv"
    words = dict(_rows(file, readings))
    base = words.pop((_ANYWHERE, ()), None)
    if base is None:
        raise VocabularyError(f"{file}: the row without words is missing; add what holds anyway")
    return WordWeights(readings, base, words)


def _rows(name: str, readings: Sequence[str]) -> Iterator[tuple[Word, tuple[float, ...]]]:
    with (directory("ontology") / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            term = tuple(row["words"].split())
            yield (row["place"], term), tuple(float(row[reading]) for reading in readings)
