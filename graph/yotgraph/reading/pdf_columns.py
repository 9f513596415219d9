"""Columns of running text: the lines of a page in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from yotgraph.reading.pdf_lines import Line, segments_of
from yotgraph.reading.pdf_page import Word

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


def in_reading_order(lines: Sequence[Line], depth: int = 0) -> list[list[Line]]:
    """The lines in groups that are read one behind the other, each of one column's width."""
    if depth < _DEEPEST and len(lines) > _FEWEST_LINES:
        found = _best_gutter(lines)
        if found is not None:
            begin, end, gutter = found
            left, right = _parts(lines[begin:end], gutter)
            groups = (lines[:begin], left, right, lines[end:])
            return [part for group in groups for part in in_reading_order(group, depth + 1)]
    return [list(lines)] if lines else []


def _best_gutter(lines: Sequence[Line]) -> tuple[int, int, float] | None:
    """The gutter with most lines beside it: the lines from and up to, and its place."""
    best: tuple[int, int, float] | None = None
    for gutter in _gutters(lines):
        for begin, end in _runs(lines, gutter):
            longer = best is None or end - begin > best[1] - best[0]
            if longer and _has_columns(lines[begin:end], gutter):
                best = begin, end, gutter
    return best


def _gutters(lines: Sequence[Line]) -> list[float]:
    """Places of wide gaps, those that most lines have first."""
    votes: dict[int, int] = {}
    for line in lines:
        for segment in segments_of(line)[1:]:
            # The right edge of a gap is the column's left side, which lines share.
            place = round(segment.left - 3)
            votes[place] = votes.get(place, 0) + 1
    ordered = sorted(votes, key=lambda place: (-votes[place], place))
    lefts = {round(line.left - 3) for line in lines}
    unaligned = sorted(lefts - set(ordered))[1:_MOST_GUTTERS]
    return [float(place) for place in ordered[:_MOST_GUTTERS] + unaligned]


def _runs(lines: Sequence[Line], gutter: float) -> list[tuple[int, int]]:
    """Stretches of lines that no word of crosses the gutter, from and to a right-hand part."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for index in range(len(lines) + 1):
        crossed = index == len(lines) or _crosses(lines[index], gutter)
        if not crossed and start is None:
            start = index
        elif crossed and start is not None:
            runs.append(_trimmed(lines, start, index, gutter))
            start = None
    return [run for run in runs if run[1] - run[0] >= _FEWEST_LINES]


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
    first, last = right[0], right[-1]
    while first > start and _tight(lines[first - 1], lines[first]):
        first -= 1
    while last + 1 < end and _tight(lines[last], lines[last + 1]):
        last += 1
    return first, last + 1


def _tight(above: Line, below: Line) -> bool:
    same = abs(above.size - below.size) < 0.6
    return same and below.base - above.base < _PARAGRAPH_GAP * below.size


def _parts(lines: Sequence[Line], gutter: float) -> tuple[list[Line], list[Line]]:
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        before = tuple(word for word in line.words if word.right <= gutter)
        behind = tuple(word for word in line.words if word.right > gutter)
        left += [_part(line, before)] if before else []
        right += [_part(line, behind)] if behind else []
    return left, right


def _part(line: Line, words: tuple[Word, ...]) -> Line:
    if len(words) == len(line.words):
        return line
    sizes = {word.size for word in words}
    size = line.size if line.size in sizes else max(sizes)
    base = max(word.base for word in words if word.size == size)
    return replace(line, words=words, size=size, base=base)


def _has_columns(lines: Sequence[Line], gutter: float) -> bool:
    """Whether running text stands on both sides."""
    left, right = _parts(lines, gutter)
    return _is_running_text(left) and _is_running_text(right)


def _is_running_text(lines: Sequence[Line]) -> bool:
    if len(lines) < _FEWEST_LINES:
        return False
    begin = min(line.left for line in lines)
    width = max(line.right for line in lines) - begin
    full = sum(line.right - begin >= _FULL * width for line in lines)
    words = median(len(line.words) for line in lines)
    return words >= _FEWEST_WORDS and full >= _FULL_LINES * len(lines)
