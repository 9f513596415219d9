"""Two lists side by side, as a copy list in two columns: each has rows of its own."""

from __future__ import annotations

from collections.abc import Sequence

from yotgraph.reading.pdf_lines import Line, gaps_of

__all__ = ["are_out_of_line", "may_be_list"]

_FEWEST_LINES = 4
_FEWEST_ROWS = 3
_ALIGNED = 2.5
# Lines that stand so near to one of the other side, in sizes, are in line with it.
_IN_LINE = 0.12
_OUT_OF_LINE = 0.3


def may_be_list(lines: Sequence[Line]) -> bool:
    """Whether the lines on one side of a gutter may make up a list of two cells a row."""
    return len(lines) >= _FEWEST_LINES and _has_cells(lines)


def are_out_of_line(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether what may be a list on either side of a gutter is one, each with rows of its own.

    The rows of one table stand in line; those of two lists do where their texts happen to be
    as long only.
    """
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
