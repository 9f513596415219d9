"""Whether a specialist role is there and whether a body has a seat on the board, by words.

Reports say so in more ways than rules can list: "the secondment lapsed in June", "each send
someone who can commit money". How likely each is by the words of the clause tells
(:mod:`yotgraph.extraction.word_weights`); for a role it is put together with what the rules say.

>>> standing_of("The probation officer left in July, and the post is vacant.", "present")
'absent'
>>> seat_of("The police and the college each send a senior manager to every meeting.")
'member'
"""

from __future__ import annotations

import math

from yotgraph.extraction.word_weights import WordWeights, word_weights

__all__ = ["SEATS", "STANDINGS", "seat_of", "seat_weights", "standing_of", "standing_weights"]

_ABSENT = "absent"
STANDINGS = ("present", _ABSENT, "recent")
"""What a clause can tell of a role, in the order of a row of weights."""

_CHANGED = (_ABSENT, "recent")

_NO_SEAT_TOLD = "none"
SEATS = ("member", "absent", _NO_SEAT_TOLD)
"""What a clause can tell of a seat, in the order of a row of weights."""

# What the rules say, against the logarithm of what the words make likely, and from where on words
# alone tell. The numbers were chosen on reports that neither the rules nor the words had been made on.
_OF_PRESENCE = 1.0
_LIKELY_ABSENCE = 0.8
_LIKELY_SEAT = 0.7


def standing_weights() -> WordWeights:
    """How much words speak for each standing of a role: ``ontology/weights/standings.csv``."""
    return word_weights("standings", STANDINGS)


def seat_weights() -> WordWeights:
    """How much words speak for a seat: ``ontology/weights/seats.csv``."""
    return word_weights("seats", SEATS)


def standing_of(clause: str, ruled: str | None) -> str | None:
    """``present``, ``absent`` or ``recent``, for a role in a clause of which the rules say
    ``ruled``. "Present" is what they say where nothing speaks against it. What is planned or
    wished for (``None``) may be absent as yet, and is not there."""
    if ruled in _CHANGED:
        return ruled
    likely = standing_weights().likelihoods((clause,))
    if ruled is None:
        return _ABSENT if math.exp(likely[_ABSENT]) >= _LIKELY_ABSENCE else None
    likely[ruled] += _OF_PRESENCE
    return max(STANDINGS, key=likely.__getitem__)


def seat_of(clause: str) -> str | None:
    """``member`` or ``absent``, for a body in a clause about the board; ``None`` where neither is
    likely enough."""
    likely = seat_weights().likelihoods((clause,))
    best = max(SEATS, key=likely.__getitem__)
    is_told = best != _NO_SEAT_TOLD and math.exp(likely[best]) >= _LIKELY_SEAT
    return best if is_told else None
