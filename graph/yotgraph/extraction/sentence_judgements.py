"""How likely each stance of a paragraph is by what its sentences praise and criticise: a paragraph is
mixed where one of them praises and the same or another one criticises, neutral where none does either.

How likely a sentence is to praise, and to criticise, the weights of its words tell
(``ontology/weights/judgements.csv``, :mod:`yotgraph.extraction.word_weights`). Readers judged paragraphs,
not sentences; the weights are those with which the sentences together explain the stance of their
paragraph best (learning from bags of instances, one of which is enough: Dietterich and others 1997).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from yotgraph.extraction.word_weights import WordWeights, word_weights

__all__ = ["JUDGEMENTS", "judgement_weights", "likelihoods_by_sentence"]

JUDGEMENTS = ("strength", "concern")
"""What a sentence may tell, in the order of a row of weights; it may tell both."""

# Words make no praise and no criticism surer than this, or less likely.
_LEAST = 0.07


def judgement_weights() -> WordWeights:
    """How much words speak for praise and for criticism: ``ontology/weights/judgements.csv``."""
    return word_weights("judgements", JUDGEMENTS)


def likelihoods_by_sentence(sentences: Sequence[str]) -> dict[str, float]:
    """The logarithm of each stance's likelihood for the sentences of a paragraph.

    >>> found = likelihoods_by_sentence(["Reviews were late and poor."])
    >>> found["concern"] > found["strength"]
    True
    """
    odds = [judgement_weights().scores((sentence,)) for sentence in sentences]
    (no_strength, strength), (no_concern, concern) = (
        _none_and_some([one[judgement] for one in odds]) for judgement in JUDGEMENTS
    )
    return {
        "strength": strength + no_concern,
        "concern": no_strength + concern,
        "mixed": strength + concern,
        "neutral": no_strength + no_concern,
    }


def _none_and_some(odds: Sequence[float]) -> tuple[float, float]:
    """The logarithm of the likelihood that no sentence tells something, and that one does, by the
    logarithm of the odds that each does.

    >>> none, some = _none_and_some([0.0, 0.0])
    >>> round(math.exp(none), 2), round(math.exp(some), 2)
    (0.25, 0.75)
    """
    none = math.exp(-sum(math.log1p(math.exp(one)) for one in odds))
    none = min(max(none, _LEAST), 1 - _LEAST)
    return math.log(none), math.log(1 - none)
