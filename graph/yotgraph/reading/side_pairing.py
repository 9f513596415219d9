"""Two columns of printed lines, one of short cells -> the rows that they make up.

A short cell stands beside the first line of its text or at half its height. Which lines belong
together is told by how near the rows then lie, and by what seems to go on from line to line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import NamedTuple

__all__ = ["Piece", "SideRow", "beside_texts", "terms_with_texts"]

# How far apart cells may lie before a text is cut where it may only go on.
_DOUBT = 2
# A row reaches over so many lines at most.
_REACH = 14
# Rows that cost so much more than others come to no good end: keeps the time short.
_HOPELESS = 12
# A term has so many lines at most.
_MOST_LINES = 3
# So far above or below its text a short cell may begin or end.
_FARTHEST = 1
# A short text of the second column reaches so far at least.
_SHORT = 40
# The words of a wide column reach so far to the next one.
_FILLED = 0.8
_NUMBERED = re.compile(r"\d{1,2}\.\d")
_ENDS = re.compile(r"[.?!:;][\"'”’)\]]*$")


class Piece(NamedTuple):
    """Words of one line: which line, and from where to where in it."""

    line: int
    start: int
    end: int
    text: str


_Cell = tuple[Piece, ...]


class SideRow(NamedTuple):
    """A row of two cells, each with its lines."""

    left: _Cell
    right: _Cell

    @property
    def first(self) -> int:
        """The line on which the row begins."""
        return min(self.left[0].line, self.right[0].line)


def beside_texts(left: Sequence[Piece], right: Sequence[Piece], edge: int) -> list[SideRow]:
    """The rows of a column of texts and one of short cells, which begins at ``edge``; each short
    cell stands beside the text whose middle is nearest. Texts with nothing beside them make no row.
    """
    reach = max(*(piece.end for piece in left), round(_FILLED * edge))
    texts = _cells(left, _starts(left, reach))
    sides = _cells(right, _side_starts(right))
    return [SideRow(text, side) for text, side in _beside(texts, sides)]


def terms_with_texts(left: Sequence[Piece], right: Sequence[Piece]) -> list[SideRow]:
    """All lines of both columns shared out among rows, each with a term on the left and a text on the
    right: as they lie nearest to each other, by their first lines or by their middles, and tear
    apart as little as goes on. Nothing where no such rows are."""
    ways = [_nearest(left, right, apart) for apart in (_by_top, _apart)]
    found = [way for way in ways if way is not None]
    return min(found, key=itemgetter(0))[1] if found else []


def _cells(column: Sequence[Piece], starts: Container[int]) -> list[_Cell]:
    """The lines of a column by cell; one begins on each of the lines that are given."""
    cells: list[list[Piece]] = [[]]
    for piece in column:
        if piece.line in starts and cells[-1]:
            cells.append([])
        cells[-1].append(piece)
    return [tuple(cell) for cell in cells]


def _starts(column: Sequence[Piece], reach: int) -> set[int]:
    """The lines on which texts of a column seem to begin."""
    return {
        piece.line
        for before, piece in pairwise(column)
        if _NUMBERED.match(piece.text) or _is_ended(before, piece, reach)
    }


def _is_ended(before: Piece, piece: Piece, reach: int) -> bool:
    """Whether a text ends with a line: the next begins anew, and it had room for its first word or
    ends a sentence."""
    if not _begins_anew(piece):
        return False
    room = before.end + 1 + len(piece.text.split(maxsplit=1)[0]) <= reach
    return room or _ENDS.search(before.text) is not None


def _side_starts(column: Sequence[Piece]) -> set[int]:
    """The lines on which short cells of a column seem to begin."""
    return {
        piece.line
        for before, piece in pairwise(column)
        if piece.line - before.line > 1 + _FARTHEST or not _goes_on(before, piece)
    }


def _goes_on(before: Piece, piece: Piece) -> bool:
    return not _begins_anew(piece) or before.text.endswith(",")


def _begins_anew(piece: Piece) -> bool:
    return piece.text[0].isupper() or piece.text[0].isdigit()


def _beside(texts: Sequence[_Cell], sides: Sequence[_Cell]) -> list[tuple[_Cell, _Cell]]:
    """Each short cell with the text whose middle is nearest to its own; nothing where two have the
    same, or where one stands on a line of another's text. One above all texts may be the heading of
    its column."""
    holder = {piece.line: place for place, text in enumerate(texts) for piece in text}
    found: dict[int, _Cell] = {}
    for side in sides:
        near = [
            (_apart(side, text), place)
            for place, text in enumerate(texts)
            if text[0].line - _FARTHEST <= side[-1].line
            and side[0].line <= text[-1].line + _FARTHEST
        ]
        place = min(near)[1] if near else None
        if place is None or any(holder.get(piece.line, place) != place for piece in side):
            return []
        if place in found and found[place][-1].line > texts[0][0].line:
            return []
        found[place] = side
    return [(texts[place], side) for place, side in sorted(found.items())]


_Apart = Callable[[Sequence[Piece], Sequence[Piece]], int]
_Step = tuple[int, tuple[int, int] | None]


def _nearest(
    left: Sequence[Piece], right: Sequence[Piece], apart: _Apart
) -> tuple[int, list[SideRow]] | None:
    """The rows that cost least, and what they cost."""
    torn = [0, *(_DOUBT * _goes_on(*pair) for pair in pairwise(left))]
    beside = {piece.line for piece in right}
    joined = [0, *(_joined(*pair, beside) for pair in pairwise(left))]
    starts = _starts(right, max(right[0].start + _SHORT, *(piece.end for piece in right)))
    doubtful = [0, *(_DOUBT * (piece.line not in starts) for piece in right[1:])]
    # What seems to begin a text and is taken to go on with one counts as well.
    passed = list(accumulate(not doubt for doubt in doubtful))
    # By number of lines taken on the left and on the right: what the rows so far cost, and where
    # the last one begins.
    best: list[dict[int, _Step]] = [{} for _ in range(len(left) + 1)]
    best[0][0] = 0, None
    if len(left) > 1 and left[0].line < right[0].line:
        # The first line may be the heading of them all.
        best[1][0] = 0, None
    for begin, reached in enumerate(best[:-1]):
        least = min((so_far for so_far, _ in reached.values()), default=0)
        for start, (so_far, _) in sorted(reached.items()):
            if start == len(right) or so_far > least + _HOPELESS:
                continue
            cost = so_far + torn[begin] + doubtful[start]
            for end, stop, far in _ends_of(left, right, begin, start, apart):
                inner = sum(joined[begin + 1 : end]) + passed[stop - 1] - passed[start]
                known = best[end].get(stop)
                if known is None or cost + inner + far < known[0]:
                    best[end][stop] = cost + inner + far, (begin, start)
    return _traced(left, right, best)


def _joined(before: Piece, piece: Piece, beside: Container[int]) -> int:
    """What it costs to take two lines for one term: more where both stand beside a text."""
    if _goes_on(before, piece):
        return 0
    return 1 + _DOUBT * (before.line in beside and piece.line in beside)


def _ends_of(
    left: Sequence[Piece], right: Sequence[Piece], begin: int, start: int, apart: _Apart
) -> Iterator[tuple[int, int, int]]:
    """Where a term and a text may end that begin at these lines, and how far apart they lie."""
    for end in range(begin + 1, min(begin + _MOST_LINES, len(left)) + 1):
        last = left[end - 1].line + _REACH
        for stop in range(start + 1, len(right) + 1):
            if right[stop - 1].line > last or left[begin].line > right[start].line + _REACH:
                break
            yield end, stop, apart(left[begin:end], right[start:stop])


def _traced(
    left: Sequence[Piece], right: Sequence[Piece], best: Sequence[Mapping[int, _Step]]
) -> tuple[int, list[SideRow]] | None:
    """The rows that led to the ends of both columns, and what they cost."""
    end, stop = len(left), len(right)
    if stop not in best[end]:
        return None
    rows: list[SideRow] = []
    cost, before = best[end][stop]
    while before is not None:
        begin, start = before
        rows.append(SideRow(tuple(left[begin:end]), tuple(right[start:stop])))
        end, stop = before
        before = best[end][stop][1]
    return cost, rows[::-1]


def _by_top(one: Sequence[Piece], other: Sequence[Piece]) -> int:
    """Twice the lines between the first lines of two cells."""
    return 2 * abs(one[0].line - other[0].line)


def _apart(one: Sequence[Piece], other: Sequence[Piece]) -> int:
    """Twice the lines between the middles of two cells."""
    return abs(one[0].line + one[-1].line - other[0].line - other[-1].line)
