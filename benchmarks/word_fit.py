"""Fits how much words speak for each of several readings of a text, by a logistic regression.

A regression for all readings at once (with an L2 penalty) finds what a word or pair of words adds; of
those that enough reports have, the tellingest are kept and fitted once more. What is learned from,
the scripts say that use this: ``fit_stance_words.py`` and ``fit_sentence_words.py``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from benchmarks.fit_theme_words import FEWEST_REPORTS, GIVEN_WEIGHT, rounded
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from yotgraph.extraction.word_weights import Word, WordWeights, size_of
from yotgraph.vocabulary import load_register


class Judged(NamedTuple):
    """A text's sentences with the readings that a reader would have for it, best first."""

    report: str
    is_given: bool
    sentences: tuple[str, ...]
    words: frozenset[Word]
    readings: tuple[str, ...]


@dataclass(frozen=True)
class Fit:
    """How weights are fitted: the readings that there are, how strong the penalty is (the
    smaller, the stronger), and how many words are kept."""

    readings: tuple[str, ...]
    penalty: float
    kept: int

    def of(self, texts: Sequence[Judged]) -> WordWeights:
        """The weights of the words that tell most."""
        words = known_words(texts)
        _, of_words = self._regress(texts, words)
        reach = of_words.max(axis=0) - of_words.min(axis=0)
        kept = sorted(words[place] for place in np.argsort(-reach, kind="stable")[: self.kept])
        base, of_words = self._regress(texts, kept)
        columns = zip(kept, of_words.T, strict=True)
        return WordWeights(
            self.readings,
            tuple(map(rounded, base)),
            {word: tuple(map(rounded, column)) for word, column in columns},
        )

    def _regress(
        self, texts: Sequence[Judged], words: Sequence[Word]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """What each reading has at first, and what each word adds to it: a row a reading."""
        model = LogisticRegression(C=self.penalty, max_iter=1000)
        model.fit(
            table(texts, {word: number for number, word in enumerate(words)}),
            [item.readings[0] for item in texts],
            sample_weight=[GIVEN_WEIGHT if item.is_given else 1 for item in texts],
        )
        base, of_words = model.intercept_, model.coef_
        if len(base) == 1:
            # Of two readings only what speaks for the second is told.
            base, of_words = np.hstack([-base, base]) / 2, np.vstack([-of_words, of_words]) / 2
        order = [list(model.classes_).index(reading) for reading in self.readings]
        return base[order], of_words[order]


def known_words(texts: Sequence[Judged]) -> list[Word]:
    """The words that enough reports have, but for places."""
    reports: defaultdict[Word, set[str]] = defaultdict(set)
    for item in texts:
        for word in item.words:
            reports[word].add(item.report)
    places = {place.label.lower() for place in load_register("services")}
    return sorted(
        word
        for word, seen in reports.items()
        if len(seen) >= FEWEST_REPORTS and places.isdisjoint(word[1])
    )


def table(texts: Sequence[Judged], numbers: Mapping[Word, int]) -> csr_matrix:
    """A row a text; its words, however many, are of one size together."""
    values: list[float] = []
    lines: list[int] = []
    columns: list[int] = []
    for line, item in enumerate(texts):
        known = sorted(numbers[word] for word in item.words if word in numbers)
        values += [1 / size_of(len(known))] * len(known)
        lines += [line] * len(known)
        columns += known
    return csr_matrix((values, (lines, columns)), shape=(len(texts), len(numbers)))


def rows(weights: WordWeights) -> Iterator[tuple[str, ...]]:
    """The weights as rows of a file."""
    yield ("", "", *(f"{weight:.2f}" for weight in weights.base))
    for (place, stems), own in sorted(weights.words.items()):
        yield (place, " ".join(stems), *(f"{weight:.2f}" for weight in own))
