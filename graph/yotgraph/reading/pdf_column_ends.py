"""Where two columns of running text begin and end: which lines of a page are still theirs."""

from __future__ import annotations

from collections.abc import Sequence

from yotgraph.reading.pdf_lines import Line

__all__ = ["trimmed"]

# Cells lie apart by more sizes of their type than columns of text do.
_FAR = 4
# Steps between lines, in sizes: within a paragraph, between two, and to what stands for itself.
_PARAGRAPH_GAP = 1.9
_BETWEEN_PARAGRAPHS = 2.6
_APART = 5


def trimmed(lines: Sequence[Line], start: int, end: int, gutter: float) -> tuple[int, int]:
    """A run without the lines before its first right-hand part, and those behind a gap."""
    right = [index for index in range(start, end) if lines[index].right > gutter]
    if not right:
        return start, start
    while right and _is_far(lines[right[0]], gutter):
        del right[0]
    # A page's head or foot may stand over a column, but far from it.
    while len(right) > 1 and _is_apart(lines[right[-2]], lines[right[-1]]):
        del right[-1]
    while len(right) > 1 and _is_apart(lines[right[0]], lines[right[1]]):
        del right[0]
    if not right:
        return start, start
    first, last = right[0], right[-1]
    while first > start and _tight(lines[first - 1], lines[first]):
        first -= 1
    while last + 1 < end and _tight(lines[last], lines[last + 1]):
        last += 1
    head = next(word for word in lines[right[0]].words if word.right > gutter).text
    if last > right[-1] and _introduces(lines, last, head, gutter):
        last -= 1
    low = head[0].islower()
    if low and last > right[-1]:
        last = _open_end(lines, right[-1], last, gutter)
    return first, _longer(lines, last, end, low, gutter) + 1


def _open_end(lines: Sequence[Line], least: int, last: int, gutter: float) -> int:
    """The last line of a left column whose sentence goes on at the head of the right one: what
    stands close below it and is whole is set over both."""
    open_ends = (
        place
        for place in range(last, least, -1)
        if not _ends_sentence(lines[place], gutter) and lines[place].right <= gutter
    )
    return next(open_ends, last)


def _introduces(lines: Sequence[Line], last: int, head: str, gutter: float) -> bool:
    """Whether a line below both columns introduces what stands below it, as a list of names: the
    left column ended a sentence above it, and no list opens the right column (``head``)."""
    words = lines[last].words
    alone = lines[last].right <= gutter and words[-1].text.endswith(":")
    return alone and head[0].isalnum() and _ends_sentence(lines[last - 1], gutter)


def _longer(lines: Sequence[Line], last: int, end: int, low: bool, gutter: float) -> int:
    """The last line of a left column that is longer than the right one by a paragraph: its end
    is a sentence that goes on at the head of the right column."""
    if not _ends_sentence(lines[last], gutter):
        return last
    if last + 1 == end or not _may_be_longer(lines[last], lines[last + 1], lines[last]):
        return last
    left = (word.right for line in lines[: last + 1] for word in line.words if word.right <= gutter)
    reach = max(left, default=0.0)
    further = best = last
    full = False
    while further + 1 < end and _may_be_longer(lines[further], lines[further + 1], lines[last]):
        further += 1
        # A line as full as the column's is one of them, and so is what goes on with it.
        goes_on = full and _tight(lines[further - 1], lines[further])
        full = lines[further].right >= reach - lines[further].size
        best = further if full or goes_on else best
    open_end = low and not _ends_sentence(lines[further], gutter)
    return further if open_end else best


def _may_be_longer(above: Line, below: Line, last: Line) -> bool:
    near = below.base - above.base < _BETWEEN_PARAGRAPHS * last.size
    return near and abs(above.size - below.size) < 0.6


def _ends_sentence(line: Line, gutter: float) -> bool:
    before = [word.text for word in line.words if word.right <= gutter]
    return bool(before) and before[-1].rstrip("'\"’”)")[-1:] in (".", "?", "!", ":", ";")


def _is_far(line: Line, gutter: float) -> bool:
    """Whether nothing but a cell's tail stands on a line, far to the right of a gutter."""
    return line.left - gutter > _FAR * line.size


def _is_apart(above: Line, below: Line) -> bool:
    """Whether more lies between two lines than between paragraphs or around a heading."""
    return below.base - above.base > _APART * max(above.size, below.size)


def _is_bold(line: Line) -> bool:
    return line.words[0].bold and all(word.bold for word in line.words)


def _tight(above: Line, below: Line) -> bool:
    same = abs(above.size - below.size) < 0.6 and _is_bold(above) == _is_bold(below)
    return same and below.base - above.base < _PARAGRAPH_GAP * below.size
