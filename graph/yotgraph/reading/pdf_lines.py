"""Words on a page -> lines, and the stretches of a line that wide gaps part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from yotgraph.reading.pdf_drawings import Rule
from yotgraph.reading.pdf_page import Word

__all__ = ["Line", "Segment", "gaps_of", "is_set_off", "is_spread", "lines_of", "segments_of"]

# How far a word's foot may lie from its line's, as a share of the type's size: a raised
# footnote mark lies a third of it higher, the next line a whole size lower.
_SAME_LINE = 0.45
# A gap wider than this part of the size is no space between words.
_WIDE_GAP = 1.3
# And so is one wider than this before the edge of a column.
_EDGE_GAP = 0.45
# How small and how high a mark stands: one that is hardly smaller than its text stands high.
_SMALLER, _RAISED = 0.82, 0.1
_SMALL, _HIGH = 0.95, 0.25
_LIST_SIGN = "•"
_PERCENTAGE = re.compile(r"\d{1,3}(?:\.\d+)?%$")
_SET_OFF = 2.5
_SPREAD = 0.7
_SIGN_REACH = 3.0
_ACROSS = attrgetter("left")
_DOWN_AND_ACROSS = attrgetter("base", "left")


# Not frozen, though nothing changes one: making a frozen one takes five times as long.
@dataclass(slots=True)
class Segment:
    """Words of one line with no wide gap between."""

    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.words[-1].right

    @property
    def text(self) -> str:
        """The words without any mark-up."""
        return "".join(
            word.text if word.glued or not place else f" {word.text}"
            for place, word in enumerate(self.words)
        )


# Not frozen, though nothing changes one: making a frozen one takes five times as long.
@dataclass(slots=True)
class Line:
    """The words that stand on one line, from left to right. ``size`` is that of most of it."""

    words: tuple[Word, ...]
    base: float
    size: float

    @property
    def left(self) -> float:
        """Where the first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where the last word ends."""
        return self.words[-1].right

    def is_mark(self, word: Word) -> bool:
        """Whether a word is a raised footnote mark: small digits above the line."""
        size, raised = self.size, self.base - word.base
        if word.size >= _SMALL * size or raised <= _RAISED * size:
            return False
        if word.size >= _SMALLER * size and raised <= _HIGH * size:
            return False
        return word.text.strip(",;[]()").isdecimal()


def lines_of(words: Iterable[Word], dots: Iterable[Rule] = ()) -> list[Line]:
    """The lines that words make, down the page; drawn list signs stand before theirs."""
    lines: list[Line] = []
    current: list[Word] = []
    foot = largest = 0.0
    for word in sorted(words, key=_DOWN_AND_ACROSS):
        base, size = word.base, word.size
        # Most stand where the one before does, and are no larger.
        if base != foot or size > largest:
            if current and base - foot > _SAME_LINE * (largest if largest > size else size):
                lines.append(_line(current))
                current = []
            if not current or size > largest:
                foot, largest = base, size
        current.append(word)
    if current:
        lines.append(_line(current))
    return _with_signs(lines, sorted(dots, key=lambda dot: dot.top))


def _line(words: Sequence[Word]) -> Line:
    """The line of some words, which are sorted by their base, and on one base across."""
    last = words[-1]
    level = words[0].base == last.base
    across = tuple(words if level else sorted(words, key=_ACROSS))
    if len({word.size for word in words}) == 1:
        return Line(across, last.base, last.size)
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.size] += len(word.text)
    size = max(sizes.items(), key=lambda item: (item[1], item[0]))[0]
    return Line(across, max(word.base for word in words if word.size == size), size)


def _with_signs(lines: Sequence[Line], dots: Sequence[Rule]) -> list[Line]:
    """The lines, with the list sign that is drawn before some of them."""
    result = list(lines)
    place = 0
    for index, line in enumerate(lines):
        while place < len(dots) and dots[place].bottom < line.base - line.size:
            place += 1
        for dot in dots[place:]:
            if dot.top > line.base:
                break
            beside = 0 < line.left - dot.right < _SIGN_REACH * line.size
            if beside and dot.bottom <= line.base and dot.bottom - dot.top < 0.6 * line.size:
                sign = Word(_LIST_SIGN, dot.left, dot.right, line.base, line.size)
                result[index] = Line((sign, *line.words), line.base, line.size)
                break
    return result


def gaps_of(line: Line) -> list[int]:
    """The places of words before which a line may be cut: behind more room than a space takes,
    or where italics begin."""
    least = _EDGE_GAP * line.size
    gaps: list[int] = []
    before = line.words[0]
    for place, word in enumerate(line.words):
        if word.left - before.right > least or (word.italic and not before.italic):
            gaps.append(place)
        before = word
    return gaps if gaps and gaps[0] else gaps[1:]


def is_spread(line: Line) -> bool:
    """Whether a line of running text has wide gaps only as it is justified: all are as wide."""
    gaps = sorted(after.left - before.right for before, after in pairwise(line.words))
    low = sum(word.text[0].islower() for word in line.words)
    return len(gaps) > 2 and gaps[1] > _SPREAD * gaps[-1] and 2 * low > len(line.words)


def is_set_off(line: Line, place: int) -> bool:
    """Whether a word is a percentage at the end of its line, set off from close words."""
    if place != len(line.words) - 1 or not _PERCENTAGE.match(line.words[place].text):
        return False
    gaps = [after.left - before.right for before, after in pairwise(line.words)]
    return gaps[-1] > _SET_OFF * max(gaps[:-1], default=0)


def segments_of(
    line: Line, gaps: Sequence[int], columns: Sequence[float] = ()
) -> tuple[Segment, ...]:
    """The line cut at its wide gaps, and before words that begin at the edge of a column."""
    if not gaps:
        return (Segment(line.words),)
    segments: list[Segment] = []
    start = 0
    words, wide = line.words, _WIDE_GAP * line.size
    for place in gaps:
        left = words[place].left
        is_wide = left - words[place - 1].right > wide
        if is_wide or is_set_off(line, place) or any(abs(left - edge) < 1.5 for edge in columns):
            segments.append(Segment(words[start:place]))
            start = place
    return (*segments, Segment(words[start:]))
