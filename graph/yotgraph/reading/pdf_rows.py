"""Tables without ruled lines: lines whose parts stand below one another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from yotgraph.reading.pdf_dictionary import Words
from yotgraph.reading.pdf_inline import inline, joined
from yotgraph.reading.pdf_lines import Line, Segment, gaps_of, is_set_off, is_spread, segments_of
from yotgraph.reading.pdf_tables import Row

__all__ = ["with_rows"]

# A gap so wide parts cells even where no other line has it.
_LONE_GAP = 2.5
_ALIGNED = 2.5
_NEAR = 4
_NARROWEST = 2.0
# Lines of one cell are so much closer than rows.
_WITHIN = 0.85
_LEADING = 1.45
_MORE = 1.1
_WIDEST_LEADING = 1.8
_BETWEEN_ROWS = 2.4
_ROW_GAP = 1.25
# Lines closer than this share of their size stand beside one another.
_FULL_LINE = 0.9
_LABEL = re.compile(
    r"(?:[•▪●○◦·\uf0b7*–-]|o|\(?\d{1,2}(?:\.\d{1,2}){0,2}[.):]?|\(?[a-z]{1,3}[.)])$"
)
_LEADERS = re.compile(r"\.{3,}|…{2,}|(?:\. ){3,}")
_SENTENCE_END = re.compile(r"[.?!:;]$")


@dataclass(frozen=True, slots=True)
class _Parted:
    """A line with its segments; ``row`` says that they are cells."""

    line: Line
    segments: tuple[Segment, ...]
    row: bool


def with_rows(lines: Sequence[Line], words: Words) -> list[Line | Row]:
    """The lines of one column, those that make up tables as rows."""
    parted = _parted(lines)
    leading = max(_LEADING, _MORE * _usual_leading(lines))
    result: list[Line | Row] = []
    index = 0
    while index < len(parted):
        if not parted[index].row:
            result.append(parted[index].line)
            index += 1
            continue
        end = _end_of_table(parted, index, leading)
        result.extend(_rows(parted[index:end], words))
        index = end
    return result


def _parted(lines: Sequence[Line]) -> list[_Parted]:
    """Each line, told a row where its gap is very wide or another line near has it too."""
    gaps = [gaps_of(line) for line in lines]
    wide = [segments_of(line, gaps[index]) for index, line in enumerate(lines)]
    lefts = [[segment.left for segment in segments[1:]] for segments in wide]
    result: list[_Parted] = []
    for index, line in enumerate(lines):
        near = lefts[max(0, index - _NEAR) : index] + lefts[index + 1 : index + 1 + _NEAR]
        edges = list(chain.from_iterable(near))
        again = edges and gaps[index]
        segments = segments_of(line, gaps[index], edges) if again else wide[index]
        result.append(_Parted(line, segments, _is_row(line, segments, edges)))
    return result


def _is_row(line: Line, segments: Sequence[Segment], edges: Sequence[float]) -> bool:
    if len(segments) < 2 or _LEADERS.search(" ".join(part.text for part in segments)):
        return False
    if len(segments) == 2 and _LABEL.match(segments[0].text):
        return False
    if all(len(part.words) == 1 and len(part.text) == 1 for part in segments):
        return False
    gaps = [b.left - a.right for a, b in zip(segments, segments[1:], strict=False)]
    if max(gaps) > _LONE_GAP * line.size:
        return True
    if is_spread(line):
        return False
    if is_set_off(line, len(line.words) - 1):
        return True
    return any(abs(part.left - edge) < _ALIGNED for part in segments[1:] for edge in edges)


def _usual_leading(lines: Sequence[Line]) -> float:
    """The distance from line to line, in sizes, that comes most often; 0 where none does."""
    steps = Counter(
        round((below.base - above.base) / below.size, 1)
        for above, below in pairwise(lines)
        if above.size == below.size
    )
    usual = [step for step, count in steps.items() if count > 2 and step <= _WIDEST_LEADING]
    return max(usual, key=lambda step: (steps[step], -step), default=0.0)


def _end_of_table(parted: Sequence[_Parted], start: int, leading: float) -> int:
    """The line behind a table: the first that neither is a row nor goes on with a cell."""
    columns = [segment.left for segment in parted[start].segments]
    end = start + 1
    between = 0.0
    while end < len(parted):
        above, here = parted[end - 1], parted[end]
        gap = here.line.base - above.line.base
        within = here.segments[0].left > min(columns) + _ALIGNED and gap < _WITHIN * between
        close = gap <= leading * here.line.size or within
        if here.row:
            columns += [segment.left for segment in here.segments]
            between = min(between or gap, gap)
        elif not (_goes_on(here, columns) and (close or _comes_back(parted, end, columns))):
            break
        end += 1
    return end


def _comes_back(parted: Sequence[_Parted], place: int, columns: Sequence[float]) -> bool:
    """Whether the lines from a place on stand between rows of one table, as a cell that has
    no neighbour does: they go on like cells up to the next row, which has the same columns."""
    for index in range(place, min(len(parted), place + _NEAR)):
        here = parted[index]
        if here.line.base - parted[index - 1].line.base > _BETWEEN_ROWS * here.line.size:
            return False
        if here.row:
            return any(abs(s.left - edge) < _ALIGNED for s in here.segments[1:] for edge in columns)
        if not _goes_on(here, columns):
            return False
    return False


def _goes_on(part: _Parted, columns: Sequence[float]) -> bool:
    """Whether a line stands below a cell: it begins where one does, within its column."""
    first = part.segments[0]
    if _LABEL.match(first.words[0].text) and len(first.words) > 1:
        return False
    # What begins a little further in is the same column, behind a coloured sign.
    behind = [edge for edge in columns if edge > first.left + _NARROWEST * part.line.size]
    aligned = any(abs(edge - first.left) < _ALIGNED for edge in columns)
    return aligned and (not behind or part.line.right < min(behind))


def _rows(table: Sequence[_Parted], words: Words) -> list[Line | Row]:
    """The rows of a table, cells that run over several lines put together."""
    columns = _columns(table)
    bounds = _bounds(table, columns)
    gaps = [b.line.base - a.line.base for a, b in zip(table, table[1:], strict=False)]
    size = table[0].line.size
    closest = min((gap for gap in gaps if gap >= _FULL_LINE * size), default=size)
    spaced = any(gap > _ROW_GAP * closest for gap in gaps)
    rows: list[list[_Parted]] = []
    for place, part in enumerate(table):
        tight = place > 0 and gaps[place - 1] <= _ROW_GAP * closest
        if tight and _belongs(rows[-1], part, columns, bounds, spaced):
            rows[-1].append(part)
        else:
            rows.append([part])
    return [_row(lines, columns, words) for lines in rows]


def _belongs(
    row: Sequence[_Parted],
    part: _Parted,
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
    for segment in part.segments:
        column = _column(segment, columns)
        if column not in above:
            return False
        wanted = segment.words[0].right - segment.left + 0.25 * part.line.size
        if above[column].right + wanted < bounds[column]:
            return False
    if spaced or len(row) > 1 and len(part.segments) == 1:
        return True
    return any(
        segment.text[:1].islower()
        and not _SENTENCE_END.search(above[_column(segment, columns)].text)
        for segment in part.segments
    )


def _bounds(table: Sequence[_Parted], columns: Sequence[float]) -> list[float]:
    """How far the words of each column reach."""
    bounds = list(columns)
    for part in table:
        for segment in part.segments:
            column = _column(segment, columns)
            bounds[column] = max(bounds[column], segment.right)
    return bounds


def _columns(table: Sequence[_Parted]) -> list[float]:
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
    before = [place for place, left in enumerate(columns) if left <= segment.left + _ALIGNED]
    return before[-1] if before else 0


def _row(lines: Sequence[_Parted], columns: Sequence[float], words: Words) -> Row:
    cells: list[list[str]] = [[] for _ in columns]
    for part in lines:
        for segment in part.segments:
            cells[_column(segment, columns)].append(inline(segment.words, part.line))
    texts = tuple(joined(cell, words) for cell in cells)
    first, last = lines[0].line, lines[-1].line
    return Row(texts, first.base - first.size, last.base, tuple(columns))
