"""Whether a sentence goes on about the arrangement that one before it named, with no word for it.

"Actions were carried out" or "The police and housing attended reliably" speak of the panel of the
sentence before. Which words do, readers' answers tell (:mod:`yotgraph.extraction.word_weights`);
those with which a sentence opens count for themselves.

>>> goes_on("Attendance was good, and actions were followed up."), goes_on("Custody was rare.")
(True, False)
"""

from __future__ import annotations

import math

from yotgraph.extraction.word_weights import WordWeights, word_weights

__all__ = ["ONWARD", "goes_on", "onward_weights", "opening_and_rest"]

_ONWARD = "onward"
ONWARD = (_ONWARD, "elsewhere")
"""Whether a sentence goes on or speaks of something else, in the order of a row of weights."""

_OPENING = 3
_LIKELY = 0.75


def onward_weights() -> WordWeights:
    """How much words speak for either: ``ontology/weights/onward.csv``."""
    return word_weights("onward", ONWARD)


def goes_on(text: str) -> bool:
    """Whether it is likely that a sentence goes on about the arrangement named before it."""
    likely = onward_weights().likelihoods(opening_and_rest(text))
    return math.exp(likely[_ONWARD]) >= _LIKELY


def opening_and_rest(text: str) -> tuple[str, str]:
    """A sentence in the two parts whose words are weighed apart.

    >>> opening_and_rest("Its actions were carried out.")
    ('Its actions were', 'carried out.')
    """
    words = text.split()
    return " ".join(words[:_OPENING]), " ".join(words[_OPENING:])
