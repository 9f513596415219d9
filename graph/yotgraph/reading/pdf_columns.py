"""Columns of running text: the lines of a page in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from yotgraph.reading.pdf_column_ends import trimmed
from yotgraph.reading.pdf_lines import Line, lines_of
from yotgraph.reading.pdf_page import Word
from yotgraph.reading.pdf_side_by_side import are_out_of_line, may_be_list

__all__ = ["in_reading_order"]

# Running text in columns: so many lines each side, so many words a line, most of them full.
_FEWEST_LINES = 5
_FEWEST_WORDS = 3.5
_FULL_LINES = 0.5
_FULL_LINES_OF_FEW = 0.25
_FULL = 0.8
# A gutter seen on fewer lines is not looked at, and no more than so many are.
_MOST_GUTTERS = 12
_MARK = 0.82
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
# Gaps between words of one text are smaller than this share of its size; wide ones part cells.
_GAP = 0.8
_WIDE = 1.3
# Further away than any place on a page.
_ANYWHERE = 1e6


_Gap = tuple[float, float, int]


# Not frozen, though nothing changes one: making a frozen one takes five times as long.
@dataclass(slots=True)
class _Spaced:
    """A line with what its words leave free: gaps with their sides and how many words stand
    before each; the margins of the page are the first and the last."""

    line: Line
    gaps: tuple[_Gap, ...]

    def gap_at(self, gutter: float) -> _Gap | None:
        """The gap that a gutter lies in; nothing where words stand there."""
        for gap in self.gaps:
            if gap[0] <= gutter <= gap[1]:
                return gap
        return None


def _spaced(line: Line) -> _Spaced:
    gaps = [(-_ANYWHERE, line.left, 0)]
    least = _GAP * line.size
    before = line.words[0].right
    for place, word in enumerate(line.words):
        left = word.left
        if place and left - before >= least:
            gaps.append((before, left, place))
        before = word.right
    return _Spaced(line, (*gaps, (before, _ANYWHERE, len(line.words))))


def in_reading_order(lines: Sequence[Line], known: Sequence[float] = ()) -> list[list[Line]]:
    """The lines in groups that are read one behind the other, each of one column's width.

    ``known`` are the left sides of columns elsewhere in the document: where those stand, a few
    lines are enough, as at the head of a page that ends a text in columns.
    """
    groups = _in_order(list(map(_spaced, lines)), known, 0)
    return [[spaced.line for spaced in group] for group in groups]


def _in_order(
    lines: Sequence[_Spaced], known: Sequence[float], depth: int
) -> list[Sequence[_Spaced]]:
    if lines and depth < _DEEPEST and (known or len(lines) > _FEWEST_LINES):
        found = _best_gutter(lines, known)
        if found is not None:
            begin, end, gutter = found
            left, right = _parts(lines[begin:end], gutter)
            groups = (lines[:begin], left, right, lines[end:])
            return [part for group in groups for part in _in_order(group, known, depth + 1)]
    return [lines] if lines else []


def _best_gutter(lines: Sequence[_Spaced], known: Sequence[float]) -> tuple[int, int, float] | None:
    """The gutter with most lines beside it: the lines from and up to, and its place."""
    best: tuple[int, int, float] | None = None
    size = median(spaced.line.size for spaced in lines)
    for gutter in _gutters(lines):
        is_known = any(abs(gutter + _BESIDE - left) <= _ALIGNED for left in known)
        fewest = 1 if is_known else _FEWEST_LINES
        for begin, end in _runs(lines, gutter, fewest, size):
            longer = best is None or end - begin > best[1] - best[0]
            if not longer:
                continue
            beside = lines[begin:end]
            # Lists are looked for last, as their lines are made anew for it.
            if _has_columns(beside, gutter, fewest) or _are_lists(beside, gutter):
                best = begin, end, gutter
    return best


def _gutters(lines: Sequence[_Spaced]) -> list[float]:
    """Places of wide gaps, those that most lines have first."""
    votes: dict[int, int] = {}
    for spaced in lines:
        for begin, end, _ in spaced.gaps[1:-1]:
            if end - begin > _WIDE * spaced.line.size:
                # The right edge of a gap is the column's left side, which lines share.
                place = round(end - _BESIDE)
                votes[place] = votes.get(place, 0) + 1
    ordered = sorted(votes, key=lambda place: (-votes[place], place))
    lefts = {round(spaced.line.left - _BESIDE) for spaced in lines}
    unaligned = sorted(lefts - set(ordered))[1:_MOST_GUTTERS]
    return [float(place) for place in ordered[:_MOST_GUTTERS] + unaligned]


def _runs(
    lines: Sequence[_Spaced], gutter: float, fewest: int, size: float
) -> Iterator[tuple[int, int]]:
    """Stretches of lines that no word of crosses the gutter, from and to a right-hand part;
    ``size`` is that of the lines in the middle."""
    start: int | None = None
    for index in range(len(lines) + 1):
        gap = lines[index].gap_at(gutter) if index < len(lines) else None
        if gap is not None and _may_be_of_two(lines, index, gap, gutter, size):
            start = index if start is None else start
        elif start is not None:
            if index - start >= fewest:
                begin, end = trimmed([spaced.line for spaced in lines], start, index, gutter)
                if end - begin >= fewest:
                    yield begin, end
            start = None


def _may_be_of_two(
    lines: Sequence[_Spaced], index: int, gap: _Gap, gutter: float, size: float
) -> bool:
    """Whether a line that leaves a gutter free may be one of two columns: it is neither a
    table's row, whose cells end and begin elsewhere, nor a heading over both."""
    line, (left, right, place) = lines[index].line, gap
    between = 0 < place < len(line.words)
    is_row = between and min(right - gutter, gutter - left) > _FAR * line.size
    if is_row and any(word.size >= _MARK * line.size for word in line.words[place:]):
        # Not the raised mark alone of a line that lies a little lower.
        return False
    return line.size < _LARGER * size or not _heads_columns(lines, index, gutter)


def _heads_columns(lines: Sequence[_Spaced], index: int, gutter: float) -> bool:
    """Whether a short, larger line is a heading over both columns: beside it stands nothing."""
    line = lines[index].line
    if line.right > gutter:
        return False
    near = (*lines[max(0, index - _NEAR) : index], *lines[index + 1 : index + 1 + _NEAR])
    around = (other.line.base for other in near if other.line.right > gutter)
    return all(abs(base - line.base) > _CLEAR * line.size for base in around)


def _parts(lines: Sequence[_Spaced], gutter: float) -> tuple[list[_Spaced], list[_Spaced]]:
    """The lines on either side."""
    left, right = _before(lines, gutter), _behind(lines, gutter)
    return list(map(_spaced, left)), list(map(_spaced, right))


def _before(lines: Sequence[_Spaced], gutter: float) -> list[Line]:
    """The lines on the left, made anew: those of two columns need not stand side by side."""
    return lines_of(
        [word for spaced in lines for word in spaced.line.words if word.right <= gutter]
    )


def _behind(lines: Sequence[_Spaced], gutter: float) -> list[Line]:
    return lines_of([word for spaced in lines for word in spaced.line.words if word.right > gutter])


def _are_lists(lines: Sequence[_Spaced], gutter: float) -> bool:
    """Whether a list of rows with two cells each stands on both sides."""
    if len(lines) < _FEWEST_LINES:
        return False
    left = _before(lines, gutter)
    if not may_be_list(left):
        return False
    right = _behind(lines, gutter)
    return may_be_list(right) and are_out_of_line(left, right)


def _has_columns(lines: Sequence[_Spaced], gutter: float, fewest: int) -> bool:
    """Whether running text stands on both sides."""
    left: list[tuple[Word, ...]] = []
    right: list[tuple[Word, ...]] = []
    for spaced in lines:
        gap = spaced.gap_at(gutter)
        place = gap[2] if gap is not None else 0
        words = spaced.line.words
        left += [words[:place]] if place else []
        right += [words[place:]] if place < len(words) else []
    if not (_is_running_text(left, fewest) and _is_running_text(right, fewest)):
        return False
    # Of a few lines, some sentence goes on from the column or the page before.
    low = left[0][0].text[0].islower() or right[0][0].text[0].islower()
    return low or len(lines) >= _FEWEST_LINES


def _is_running_text(lines: Sequence[tuple[Word, ...]], fewest: int) -> bool:
    if len(lines) < fewest:
        return False
    begin = min(words[0].left for words in lines)
    width = max(words[-1].right for words in lines) - begin
    full = sum(words[-1].right - begin >= _FULL * width for words in lines)
    least = _FULL_LINES if fewest >= _FEWEST_LINES else _FULL_LINES_OF_FEW
    return median(map(len, lines)) >= _FEWEST_WORDS and full >= least * len(lines)
