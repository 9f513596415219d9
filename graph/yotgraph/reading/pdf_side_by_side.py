"""Two lists side by side, as a copy list in two columns: each has rows of its own."""

from __future__ import annotations

from collections.abc import Sequence

from yotgraph.reading.pdf_lines import Line, gaps_of

__all__ = ["are_two_lists"]

_FEWEST_LINES = 4
_FEWEST_ROWS = 3
_ALIGNED = 2.5
# Lines that stand so near to one of the other side, in sizes, are in line with it.
_IN_LINE = 0.12
_OUT_OF_LINE = 0.3


def are_two_lists(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether the lines on either side of a gutter make up lists of two cells a row each.

    The rows of one table stand in line; those of two lists do where their texts happen to be
    as long only.
    """
    if min(len(left), len(right)) < _FEWEST_LINES:
        return False
    if not (_has_cells(left) and _has_cells(right)):
        return False
    bases = [line.base for line in left]
    apart = sum(
        all(abs(line.base - base) > _IN_LINE * line.size for base in bases) for line in right
    )
    return apart >= _OUT_OF_LINE * len(right)


def _has_cells(lines: Sequence[Line]) -> bool:
    """Whether several lines have a second part that begins at the same place."""
    lefts = [line.words[place].left for line in lines for place in gaps_of(line)]
    return any(
        sum(abs(other - left) < _ALIGNED for other in lefts) >= _FEWEST_ROWS for left in lefts
    )
