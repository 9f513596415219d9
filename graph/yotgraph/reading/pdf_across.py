"""Tables that are ruled across only: drawn lines and the room between words -> grids."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from yotgraph.reading.pdf_drawings import Rule
from yotgraph.reading.pdf_lines import lines_of
from yotgraph.reading.pdf_page import Word
from yotgraph.reading.pdf_row_lines import LABEL
from yotgraph.reading.pdf_tables import Grid, merged_across

__all__ = ["grids_across"]

_SAME_ENDS = 3.0
_FEWEST_ROWS = 2
# Room between two columns, in sizes of the type beside it, and its least width in points.
_GUTTER, _NARROWEST = 0.45, 3.5
# How far above the first line the head row's words may stand, in sizes.
_HEAD = 2.2
_LEADING, _CELL_LEADING = 1.75, 1.5
_ASCENT = 1.1

_Gaps = list[tuple[float, float]]


def grids_across(rules: Sequence[Rule], words: Sequence[Word]) -> list[Grid]:
    """The tables of two or more columns whose rows drawn lines part and whose columns only the
    room between the words does."""
    grids: list[Grid] = []
    for floors in _alike(merged_across(rules)):
        inside = _between(floors, words)
        gaps_of = list(map(_gaps_of_row, inside))
        joints = _joints(rules, floors)
        if joints:
            # Where lines are drawn cell by cell, they tell where the columns are.
            gaps_of = [[gap for gap in gaps if _holds(gap, joints)] for gaps in gaps_of]
        start = 0
        while start < len(inside):
            end, gaps = _run(inside, gaps_of, start)
            if end - start >= _FEWEST_ROWS and gaps:
                grids.append(_grid(floors[start : end + 1], gaps, words))
            start = max(end, start + 1)
    return grids


def _alike(floors: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Lines that begin and end at the same places, down the page."""
    groups: list[list[Rule]] = []
    for floor in sorted(floors, key=lambda rule: rule.top):
        for group in groups:
            ends = abs(group[0].left - floor.left), abs(group[0].right - floor.right)
            if max(ends) <= _SAME_ENDS:
                group.append(floor)
                break
        else:
            groups.append([floor])
    return (group for group in groups if len(group) > _FEWEST_ROWS)


def _between(floors: Sequence[Rule], words: Sequence[Word]) -> list[list[Word]]:
    """The words between each line and the next."""
    left, right = floors[0].left, floors[0].right
    tops = [floor.top for floor in floors]
    found: list[list[Word]] = [[] for _ in floors[1:]]
    for word in words:
        middle = word.base - 0.3 * word.size
        if tops[0] < middle <= tops[-1] and left <= word.left and word.right <= right:
            found[bisect_left(tops, middle) - 1].append(word)
    return found


def _joints(rules: Sequence[Rule], floors: Sequence[Rule]) -> list[float]:
    """Where pieces of the lines meet, as the borders of two cells do."""
    heights = [floor.top for floor in floors]
    left, right = floors[0].left + _SAME_ENDS, floors[0].right - _SAME_ENDS
    found = {
        round(rule.right)
        for rule in rules
        if rule.horizontal and left < rule.right < right
        if any(abs((rule.top + rule.bottom) / 2 - height) <= _SAME_ENDS for height in heights)
    }
    return sorted(map(float, found))


def _gaps_of_row(words: Sequence[Word]) -> _Gaps:
    """What the words between two drawn lines leave free, where they may be one row."""
    gaps = _gaps(words)
    return gaps if gaps and _is_close(words) else []


def _is_close(words: Sequence[Word]) -> bool:
    """Whether the lines between two drawn ones are close, as those of one row are: a heading or
    a text that stands between two tables lies apart from the next one's first row."""
    lines = lines_of(words)
    return all(
        below.base - above.base <= _LEADING * max(above.size, below.size)
        for above, below in pairwise(lines)
    )


def _holds(gap: tuple[float, float], joints: Sequence[float]) -> bool:
    return any(gap[0] - 1 <= joint <= gap[1] + 1 for joint in joints)


def _run(rows: Sequence[Sequence[Word]], gaps_of: Sequence[_Gaps], start: int) -> tuple[int, _Gaps]:
    """The end of the rows from a place on that leave the same room free, and that room."""
    gaps = gaps_of[start]
    end = start + 1
    while gaps and end < len(rows):
        common = _common(gaps, gaps_of[end])
        if not common:
            break
        gaps, end = common, end + 1
    kept = [gap for gap in gaps if _parts_text(rows[start:end], gap)]
    return end, kept


def _gaps(words: Sequence[Word]) -> _Gaps:
    """Where no word of a row stands, between words that do."""
    gaps: _Gaps = []
    reach: float | None = None
    for word in sorted(words, key=lambda word: word.left):
        if reach is not None and word.left - reach >= max(_NARROWEST, _GUTTER * word.size):
            gaps.append((reach, word.left))
        reach = word.right if reach is None else max(reach, word.right)
    return gaps


def _common(some: _Gaps, others: _Gaps) -> _Gaps:
    overlaps = ((max(one[0], other[0]), min(one[1], other[1])) for one in some for other in others)
    return [gap for gap in overlaps if gap[1] - gap[0] >= _NARROWEST]


def _parts_text(rows: Sequence[Sequence[Word]], gap: tuple[float, float]) -> bool:
    """Whether text stands before a gap, and not only the signs and numbers of a list."""
    before = [word for row in rows for word in row if word.right <= gap[0] + 1]
    return any(
        map(str.isalpha, "".join(word.text for word in before if not LABEL.match(word.text)))
    )


def _head(top: float, words: Sequence[Word], gaps: _Gaps) -> tuple[float, _Gaps] | None:
    """Where the row above the first line begins, if one does, and what it leaves of the gaps."""
    found: list[Word] = []
    reach, room = top, _HEAD
    for line in reversed(lines_of(word for word in words if word.base < top)):
        free = _common(gaps, _gaps(line.words)) or line.right <= gaps[0][1]
        alone = any(begin <= line.left for begin, _ in gaps)
        if reach - line.base > room * line.size or not (free or alone):
            break
        found += line.words
        reach, room = line.base, _CELL_LEADING
    common = _common(gaps, _gaps(found))
    if not found or len(common) < len(gaps):
        return None
    return min(word.base - _ASCENT * word.size for word in found), common


def _grid(floors: Sequence[Rule], gaps: _Gaps, words: Sequence[Word]) -> Grid:
    left, right = floors[0].left, floors[0].right
    rows = [floor.top for floor in floors]
    head = _head(rows[0], [word for word in words if left <= word.left <= right], gaps)
    if head is not None:
        gaps = head[1]
        rows.insert(0, head[0])
    columns = (left, *((begin + end) / 2 for begin, end in gaps), right)
    whole = ((rows[0], rows[-1]),)
    return Grid(
        columns,
        tuple(rows),
        tuple(whole for _ in columns),
        tuple(((left, right),) for _ in rows),
    )
