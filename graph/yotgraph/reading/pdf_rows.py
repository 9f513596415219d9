"""Tables without ruled lines: lines whose parts stand below one another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from yotgraph.reading.dictionary import Words
from yotgraph.reading.pdf_drawings import Rule
from yotgraph.reading.pdf_inline import inline, joined
from yotgraph.reading.pdf_lines import Line, Segment
from yotgraph.reading.pdf_row_lines import ALIGNED, LABEL, NARROWEST, NEAR, Parted, parted_lines
from yotgraph.reading.pdf_tables import Row

__all__ = ["with_rows"]

# Lines of one cell are so much closer than rows.
_WITHIN = 0.85
_LEADING = 1.45
_MORE = 1.1
_WIDEST_LEADING = 1.8
_BETWEEN_ROWS = 2.4
_ROW_GAP = 1.25
# Lines closer than this share of their size stand beside one another.
_FULL_LINE = 0.9
# How deep an underlining lies, and how high letters are.
_UNDERLINE, _HEIGHT = 0.2, 0.6
_SENTENCE_END = re.compile(r"[.?!:;]$")


def with_rows(lines: Sequence[Line], words: Words, floors: Sequence[Rule] = ()) -> list[Line | Row]:
    """The lines of one column, those that make up tables as rows; ``floors`` are drawn lines
    from side to side."""
    leading = max(_LEADING, _MORE * _usual_leading(lines))
    parted = parted_lines(lines, leading)
    result: list[Line | Row] = []
    index = 0
    while index < len(parted):
        if not parted[index].row:
            result.append(parted[index].line)
            index += 1
            continue
        end = _end_of_table(parted, index, leading)
        result.extend(_rows(parted[index:end], words, floors))
        index = end
    return result


def _usual_leading(lines: Sequence[Line]) -> float:
    """The distance from line to line, in sizes, that comes most often; 0 where none does."""
    steps = Counter(
        round((below.base - above.base) / below.size, 1)
        for above, below in pairwise(lines)
        if above.size == below.size
    )
    usual = [step for step, count in steps.items() if count > 2 and step <= _WIDEST_LEADING]
    return max(usual, key=lambda step: (steps[step], -step), default=0.0)


def _end_of_table(parted: Sequence[Parted], start: int, leading: float) -> int:
    """The line behind a table: the first that neither is a row nor goes on with a cell."""
    columns = [segment.left for segment in parted[start].segments]
    end = start + 1
    between = 0.0
    while end < len(parted):
        above, here = parted[end - 1], parted[end]
        gap = here.line.base - above.line.base
        within = here.segments[0].left > min(columns) + ALIGNED and gap < _WITHIN * between
        close = gap <= leading * here.line.size or within
        if here.row:
            columns += [segment.left for segment in here.segments]
            between = min(between or gap, gap)
        elif not (_goes_on(here, columns) and (close or _comes_back(parted, end, columns))):
            break
        end += 1
    return end


def _comes_back(parted: Sequence[Parted], place: int, columns: Sequence[float]) -> bool:
    """Whether the lines from a place on stand between rows of one table, as a cell that has
    no neighbour does: they go on like cells up to the next row, which has the same columns."""
    for index in range(place, min(len(parted), place + NEAR)):
        here = parted[index]
        if here.line.base - parted[index - 1].line.base > _BETWEEN_ROWS * here.line.size:
            return False
        if here.row:
            return any(abs(s.left - edge) < ALIGNED for s in here.segments[1:] for edge in columns)
        if not _goes_on(here, columns):
            return False
    return False


def _goes_on(part: Parted, columns: Sequence[float]) -> bool:
    """Whether a line stands below a cell: it begins where one does, within its column."""
    first = part.segments[0]
    if LABEL.match(first.words[0].text) and len(first.words) > 1:
        return False
    # What begins a little further in is the same column, behind a coloured sign.
    behind = [edge for edge in columns if edge > first.left + NARROWEST * part.line.size]
    aligned = any(abs(edge - first.left) < ALIGNED for edge in columns)
    return aligned and (not behind or part.line.right < min(behind))


def _rows(table: Sequence[Parted], words: Words, floors: Sequence[Rule]) -> list[Line | Row]:
    """The rows of a table, cells that run over several lines put together."""
    columns = _columns(table)
    bounds = _bounds(table, columns)
    gaps = [b.line.base - a.line.base for a, b in zip(table, table[1:], strict=False)]
    size = table[0].line.size
    closest = min((gap for gap in gaps if gap >= _FULL_LINE * size), default=size)
    spaced = any(gap > _ROW_GAP * closest for gap in gaps)
    rows: list[list[Parted]] = []
    for place, part in enumerate(table):
        tight = place > 0 and gaps[place - 1] <= _ROW_GAP * closest
        tight = tight and not _is_ruled_off(table[place - 1].line, part, floors)
        if tight and _belongs(rows[-1], part, columns, bounds, spaced):
            rows[-1].append(part)
        else:
            rows.append([part])
    return [_row(lines, columns, words) for lines in rows]


def _is_ruled_off(above: Line, part: Parted, floors: Sequence[Rule]) -> bool:
    """Whether a line is drawn between two rows, wider than the first cell and no underlining."""
    first = part.segments[0]
    high, low = above.base + _UNDERLINE * above.size, part.line.base - _HEIGHT * part.line.size
    return any(
        high < floor.top < low and floor.left < first.left and first.right < floor.right
        for floor in floors
    )


def _belongs(
    row: Sequence[Parted],
    part: Parted,
    columns: Sequence[float],
    bounds: Sequence[float],
    spaced: bool,
) -> bool:
    """Whether a line belongs to the row right above it.

    A line without a first cell does. One with it does where every cell above it is full,
    and either larger gaps part the rows or a cell goes on in lower case, or where only the
    first cell of a row of several lines goes on.
    """
    first = part.segments[0]
    if _column(first, columns) > 0:
        return True
    above = {_column(segment, columns): segment for other in row for segment in other.segments}
    if any(_column(segment, columns) not in above for segment in part.segments):
        return False
    room = [_room(above, segment, columns, bounds) for segment in part.segments]
    low = all(segment.text[:1].islower() for segment in part.segments)
    last = above[_column(part.segments[-1], columns)]
    if low and len(room) > 1 and room[-1] <= 1 and not _SENTENCE_END.search(last.text):
        # A label may be broken though its column has room: browsers make others wider.
        return True
    if max(room) > 0:
        return False
    if spaced or len(row) > 1 and len(part.segments) == 1:
        return True
    return any(
        segment.text[:1].islower()
        and not _SENTENCE_END.search(above[_column(segment, columns)].text)
        for segment in part.segments
    )


def _room(
    above: Mapping[int, Segment],
    segment: Segment,
    columns: Sequence[float],
    bounds: Sequence[float],
) -> float:
    """How much would have been left free in the cell above with a segment's first word in it."""
    column, first = _column(segment, columns), segment.words[0]
    return bounds[column] - above[column].right - 0.25 * first.size - first.right + first.left


def _bounds(table: Sequence[Parted], columns: Sequence[float]) -> list[float]:
    """How far the words of each column reach."""
    bounds = list(columns)
    for part in table:
        for segment in part.segments:
            column = _column(segment, columns)
            bounds[column] = max(bounds[column], segment.right)
    return bounds


def _columns(table: Sequence[Parted]) -> list[float]:
    """Where the columns begin: segments that lie one above the other share one."""
    spans = sorted(
        (segment.left, segment.right) for part in table if part.row for segment in part.segments
    )
    width = max(len(part.segments) for part in table)
    starts: list[float] = []
    end = float("-inf")
    for left, right in spans:
        if left > end:
            starts.append(left)
        end = max(end, right)
    if len(starts) >= width:
        return starts
    # A long cell lies over its neighbour's column: take the fullest row's places.
    fullest = max(table, key=lambda part: len(part.segments))
    return [segment.left for segment in fullest.segments]


def _column(segment: Segment, columns: Sequence[float]) -> int:
    """The column that a segment begins in."""
    before = [place for place, left in enumerate(columns) if left <= segment.left + ALIGNED]
    return before[-1] if before else 0


def _row(lines: Sequence[Parted], columns: Sequence[float], words: Words) -> Row:
    cells: list[list[str]] = [[] for _ in columns]
    for part in lines:
        for segment in part.segments:
            cells[_column(segment, columns)].append(inline(segment.words, part.line))
    texts = tuple(joined(cell, words) for cell in cells)
    first, last = lines[0].line, lines[-1].line
    return Row(texts, first.base - first.size, last.base, tuple(columns))
