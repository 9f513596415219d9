"""Fits how much words speak for what one sentence tells, where readers judged whole paragraphs.

A paragraph tells what one of its sentences tells, and does not tell what none of them does. So the
weights are those that make it likeliest, over all paragraphs, that some sentence praises (or criticises)
where a reader saw praise (or criticism), and that none does where he saw none: a logistic regression
for each of the two, with an L2 penalty, in which a paragraph is a bag of sentences. Of the words that enough
reports have, the tellingest are kept and fitted once more. ``fit_stance_words.py`` uses this.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from benchmarks.fit_theme_words import GIVEN_WEIGHT, rounded
from benchmarks.word_fit import Judged, known_words, table
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from yotgraph.extraction.sentence_judgements import JUDGEMENTS
from yotgraph.extraction.word_weights import Word, WordWeights, words_of

_TOLD: Mapping[str, tuple[int, int]] = {
    "strength": (1, 0),
    "concern": (0, 1),
    "mixed": (1, 1),
    "neutral": (0, 0),
}
_STEPS = 200
_LEAST = 1e-9


@dataclass(frozen=True)
class BagFit:
    """How weights are fitted: how strong the penalty is for all words (the smaller, the stronger) and
    for those that are kept, and how many these are."""

    penalty: float
    penalty_of_kept: float
    kept: int

    def of(self, paragraphs: Sequence[Judged]) -> WordWeights:
        """The weights of the words that tell most of a sentence."""
        sentences = [_alone(item, text) for item in paragraphs for text in item.sentences]
        bounds = list(accumulate((len(item.sentences) for item in paragraphs), initial=0))[:-1]
        words = known_words(sentences)
        reach = np.abs(_regress(paragraphs, sentences, bounds, words, self.penalty)[:, 1:]).max(0)
        kept = sorted(words[place] for place in np.argsort(-reach, kind="stable")[: self.kept])
        fitted = _regress(paragraphs, sentences, bounds, kept, self.penalty_of_kept)
        base, *of_words = (tuple(map(rounded, column)) for column in fitted.T)
        return WordWeights(JUDGEMENTS, base, dict(zip(kept, of_words, strict=True)))


def _alone(item: Judged, sentence: str) -> Judged:
    """A sentence of a paragraph, in which a word counts wherever it stands."""
    words = frozenset(word for word in words_of((sentence,)) if not word[0])
    return item._replace(sentences=(sentence,), words=words)


def _regress(
    paragraphs: Sequence[Judged],
    sentences: Sequence[Judged],
    bounds: Sequence[int],
    words: Sequence[Word],
    penalty: float,
) -> NDArray[np.float64]:
    """A row a judgement: what holds at first, and what each word adds."""
    words_in = table(sentences, {word: number for number, word in enumerate(words)})
    told = np.array([_TOLD[item.readings[0]] for item in paragraphs], dtype=np.float64)
    weight = np.array([GIVEN_WEIGHT if item.is_given else 1.0 for item in paragraphs])
    return np.stack(
        [
            _fitted(_Bags(words_in, np.array(bounds), told[:, column], weight), penalty)
            for column in range(len(JUDGEMENTS))
        ]
    )


@dataclass(frozen=True)
class _Bags:
    """The words of each sentence, where each paragraph's begin, whether it tells the judgement, and
    how much it counts."""

    words_in: csr_matrix
    bounds: NDArray[np.int64]
    told: NDArray[np.float64]
    weight: NDArray[np.float64]

    def loss(self, weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        """How unlikely the weights make what readers saw, and how that changes with them."""
        odds = self.words_in @ weights[1:] + weights[0]
        # The logarithm of how likely no sentence of a paragraph tells it, its sign turned.
        none = np.add.reduceat(np.logaddexp(0, odds), self.bounds)
        some = np.clip(-np.expm1(-none), _LEAST, 1)
        loss = self.weight * ((1 - self.told) * none - self.told * np.log(some))
        of_none = self.weight * ((1 - self.told) - self.told * np.exp(-none) / some)
        sizes = np.diff(np.append(self.bounds, len(odds)))
        of_odds = np.repeat(of_none, sizes) / (1 + np.exp(-odds))
        return float(loss.sum()), np.append(of_odds.sum(), self.words_in.T @ of_odds)


def _fitted(bags: _Bags, penalty: float) -> NDArray[np.float64]:
    def penalised(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        loss, change = bags.loss(weights)
        own = weights.copy()
        own[0] = 0
        return loss + float(own @ own) / (2 * penalty), change + own / penalty

    first = np.zeros(bags.words_in.shape[1] + 1)
    first[0] = -1
    options = {"maxiter": _STEPS}
    found = minimize(penalised, first, jac=True, method="L-BFGS-B", options=options)
    return np.asarray(found.x, dtype=np.float64)
