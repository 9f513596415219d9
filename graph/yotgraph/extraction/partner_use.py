"""Whether a sentence praises or criticises the use of a multi-agency arrangement (question 16).

What the rules of stance make of the sentence, or of the clause that names the arrangement, is put
together with how likely praise and criticism are by the words of the sentence
(:mod:`yotgraph.extraction.word_weights`): inspectors often tell the use of a panel by deeds that
hold no word of praise or blame.

>>> sorted(use_of("The YOT was represented at every meeting of the panel.", frozenset()))
['strength']
"""

from __future__ import annotations

from collections.abc import Set

from yotgraph.extraction.partner_wording import phrase_in
from yotgraph.extraction.word_weights import WordWeights, word_weights

__all__ = ["USES", "part_played", "use_of", "use_weights"]

_NEUTRAL = "neutral"
USES = ("strength", "concern", _NEUTRAL)
"""What a sentence can say of the use of an arrangement, in the order of a row of weights."""

# What the rules find, against the logarithm of what the words make likely. The numbers were chosen
# on reports that neither the rules nor the words had been made on.
_OF_JUDGEMENT = 2.0
_OF_SILENCE = 0.5


def use_weights() -> WordWeights:
    """How much words speak for each use: ``ontology/weights/uses.csv``."""
    return word_weights("uses", USES)


def use_of(text: str, stances: Set[str]) -> frozenset[str]:
    """``strength``, ``concern``, both or neither, for a sentence of which the rules make
    ``stances``. What praises and criticises by the rules does both."""
    if len(stances) > 1:
        return frozenset(stances)
    ruled = next(iter(stances or part_played(text)), _NEUTRAL)
    likely = use_weights().likelihoods((text,))
    likely[ruled] += _OF_SILENCE if ruled == _NEUTRAL else _OF_JUDGEMENT
    best = max(USES, key=likely.__getitem__)
    return frozenset() if best == _NEUTRAL else frozenset((best,))


def part_played(text: str) -> frozenset[str]:
    """How a sentence tells of the part that was played in an arrangement: by deeds that are
    praise or criticism of its use.

    >>> part_played("The YOT was represented at every meeting.")
    frozenset({'strength'})
    """
    if phrase_in("part-missed", text):
        return frozenset(("concern",))
    return frozenset(("strength",)) if phrase_in("part-played", text) else frozenset()
