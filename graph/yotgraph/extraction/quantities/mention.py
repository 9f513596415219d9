"""One quantity as a sentence prints it, before the paragraph gives it a total."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from yotgraph.extraction.quantities.words import Approximator

__all__ = ["SHARED_ONLY", "Bounds", "Mention", "bounds_of"]

Bounds = tuple[Fraction, Fraction]

SHARED_ONLY = frozenset(("occasion", "other", "post"))
"""Groups of nouns that count only as parts of a printed whole."""


def bounds_of(share: Fraction, rule: Approximator | None) -> Bounds:
    """The bounds of a share as printed: what the word of approximation before it leaves open,
    or the share itself."""
    return rule.bounds(share, share) if rule else (share, share)


class Mention(NamedTuple):
    """A quantity or a total, at the words ``start`` to ``end`` (exclusive) of a sentence.

    ``type`` is ratio, percentage, fraction, count or total. ``value`` is the number
    printed, ``total`` the number of which it is printed to be a part, ``bounds`` the share
    that the words give by themselves. ``missing`` is the number in "all but three".
    ``group`` is the counted noun's, ``None`` where no noun is printed.
    """

    type: str
    start: int
    end: int
    value: int | None = None
    total: int | None = None
    missing: int | None = None
    bounds: Bounds | None = None
    group: str | None = None
    #: A pronoun stands for the noun: "two of them".
    points_back: bool = False
    #: "All", "each", "none" and the like.
    is_universal: bool = False
    #: A total that counts something unless its parts follow: "the four cases where".
    is_definite: bool = False
    #: A total that opens a clause: "Of the seven interviewed, three".
    opens_clause: bool = False
    #: "There were ten cases": what follows without a noun is a part.
    is_existential: bool = False
    #: Nothing but this is left of a whole: "in the other three".
    is_remainder: bool = False
    #: A ratio without a noun that is the subject of a verb: "nine of the 12 agreed".
    is_subject: bool = False
    #: The word of approximation before it.
    approximator: Approximator | None = None
    #: The sentence opens with it: "In eight cases, ...".
    is_leading: bool = False
    #: It only says how many there were; what follows without a noun is a part.
    is_announced: bool = False
    #: It is what the sentence is about; later sentences may count parts of it.
    is_topic: bool = False
