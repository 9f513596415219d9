"""Columns of running text: the lines of a page in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from yotgraph.reading.pdf_lines import Line, lines_of, segments_of

__all__ = ["in_reading_order"]

# Running text in columns: so many lines each side, so many words a line, most of them full.
_FEWEST_LINES = 5
_FEWEST_WORDS = 3.5
_FULL_LINES = 0.5
_FULL = 0.8
# A gutter seen on fewer lines is not looked at, and no more than so many are.
_MOST_GUTTERS = 12
_PARAGRAPH_GAP = 1.9
_DEEPEST = 3
# A gutter is looked for so far to the left of the column on its right.
_BESIDE = 3
_ALIGNED = 2
# Cells lie apart by more sizes of their type than columns of text do.
_FAR = 4
# A heading over columns is so much larger than their text, and clear of it above and below.
_LARGER = 1.12
_CLEAR = 1.2
_NEAR = 4


def in_reading_order(
    lines: Sequence[Line], known: Sequence[float] = (), depth: int = 0
) -> list[list[Line]]:
    """The lines in groups that are read one behind the other, each of one column's width.

    ``known`` are the left sides of columns elsewhere in the document: where those stand, a few
    lines are enough, as at the head of a page that ends a text in columns.
    """
    if depth < _DEEPEST and (known or len(lines) > _FEWEST_LINES):
        found = _best_gutter(lines, known)
        if found is not None:
            begin, end, gutter = found
            left, right = _parts(lines[begin:end], gutter)
            groups = (lines[:begin], left, right, lines[end:])
            return [part for group in groups for part in in_reading_order(group, known, depth + 1)]
    return [list(lines)] if lines else []


def _best_gutter(lines: Sequence[Line], known: Sequence[float]) -> tuple[int, int, float] | None:
    """The gutter with most lines beside it: the lines from and up to, and its place."""
    best: tuple[int, int, float] | None = None
    for gutter in _gutters(lines):
        is_known = any(abs(gutter + _BESIDE - left) <= _ALIGNED for left in known)
        fewest = 1 if is_known else _FEWEST_LINES
        for begin, end in _runs(lines, gutter, fewest):
            longer = best is None or end - begin > best[1] - best[0]
            if longer and _has_columns(lines[begin:end], gutter, fewest):
                best = begin, end, gutter
    return best


def _gutters(lines: Sequence[Line]) -> list[float]:
    """Places of wide gaps, those that most lines have first."""
    votes: dict[int, int] = {}
    for line in lines:
        for segment in segments_of(line)[1:]:
            # The right edge of a gap is the column's left side, which lines share.
            place = round(segment.left - _BESIDE)
            votes[place] = votes.get(place, 0) + 1
    ordered = sorted(votes, key=lambda place: (-votes[place], place))
    lefts = {round(line.left - _BESIDE) for line in lines}
    unaligned = sorted(lefts - set(ordered))[1:_MOST_GUTTERS]
    return [float(place) for place in ordered[:_MOST_GUTTERS] + unaligned]


def _runs(lines: Sequence[Line], gutter: float, fewest: int) -> list[tuple[int, int]]:
    """Stretches of lines that no word of crosses the gutter, from and to a right-hand part."""
    runs: list[tuple[int, int]] = []
    size = median(line.size for line in lines)
    start: int | None = None
    for index in range(len(lines) + 1):
        crossed = (
            index == len(lines)
            or _crosses(lines[index], gutter)
            or _is_row(lines[index], gutter)
            or _heads_columns(lines, index, gutter, size)
        )
        if not crossed and start is None:
            start = index
        elif crossed and start is not None:
            runs.append(_trimmed(lines, start, index, gutter))
            start = None
    return [run for run in runs if run[1] - run[0] >= fewest]


def _heads_columns(lines: Sequence[Line], index: int, gutter: float, size: float) -> bool:
    """Whether a short line is a heading over both columns: larger, and beside it nothing."""
    line = lines[index]
    if line.right > gutter or line.size < _LARGER * size:
        return False
    around = (
        other.base
        for other in (*lines[max(0, index - _NEAR) : index], *lines[index + 1 : index + 1 + _NEAR])
        if other.right > gutter
    )
    return all(abs(base - line.base) > _CLEAR * line.size for base in around)


def _is_row(line: Line, gutter: float) -> bool:
    """Whether a line is a table's row, whose cells end and begin elsewhere than columns do."""
    before = [word.right for word in line.words if word.right <= gutter]
    behind = [word.left for word in line.words if word.left >= gutter]
    far = _FAR * line.size
    return bool(before and behind) and gutter - before[-1] > far < behind[0] - gutter


def _crosses(line: Line, gutter: float) -> bool:
    return any(word.left < gutter < word.right for word in line.words) or any(
        one.right < gutter <= other.left and other.left - one.right < 0.8 * line.size
        for one, other in zip(line.words, line.words[1:], strict=False)
    )


def _trimmed(lines: Sequence[Line], start: int, end: int, gutter: float) -> tuple[int, int]:
    """A run without the lines before its first right-hand part, and those behind a gap."""
    right = [index for index in range(start, end) if lines[index].right > gutter]
    if not right:
        return start, start
    while right and _is_far(lines[right[0]], gutter):
        del right[0]
    if not right:
        return start, start
    first, last = right[0], right[-1]
    while first > start and _tight(lines[first - 1], lines[first]):
        first -= 1
    while last + 1 < end and _tight(lines[last], lines[last + 1]):
        last += 1
    return first, last + 1


def _is_far(line: Line, gutter: float) -> bool:
    """Whether nothing but a cell's tail stands on a line, far to the right of a gutter."""
    return line.left - gutter > _FAR * line.size


def _tight(above: Line, below: Line) -> bool:
    same = abs(above.size - below.size) < 0.6
    return same and below.base - above.base < _PARAGRAPH_GAP * below.size


def _parts(lines: Sequence[Line], gutter: float) -> tuple[list[Line], list[Line]]:
    """The lines on either side, made anew: those of two columns need not stand side by side."""
    words = [word for line in lines for word in line.words]
    before = [word for word in words if word.right <= gutter]
    behind = [word for word in words if word.right > gutter]
    return lines_of(before), lines_of(behind)


def _has_columns(lines: Sequence[Line], gutter: float, fewest: int) -> bool:
    """Whether running text stands on both sides."""
    left, right = _parts(lines, gutter)
    if not (_is_running_text(left, fewest) and _is_running_text(right, fewest)):
        return False
    # Of a few lines, some sentence goes on from the column or the page before.
    return len(lines) >= _FEWEST_LINES or _is_low(left[0]) or _is_low(right[0])


def _is_low(line: Line) -> bool:
    return line.words[0].text[0].islower()


def _is_running_text(lines: Sequence[Line], fewest: int) -> bool:
    if len(lines) < fewest:
        return False
    begin = min(line.left for line in lines)
    width = max(line.right for line in lines) - begin
    full = sum(line.right - begin >= _FULL * width for line in lines)
    words = median(len(line.words) for line in lines)
    return words >= _FEWEST_WORDS and full >= _FULL_LINES * len(lines)
