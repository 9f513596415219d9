"""Paragraphs whose text flows on from the foot of a column or page to the head of the next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yotgraph.reading.pdf_layout import Column
from yotgraph.reading.pdf_measures import Measures
from yotgraph.reading.pdf_openings import opens_anew
from yotgraph.reading.pdf_paragraphs import Paragraph, paragraphs_of

__all__ = ["flows_on", "paragraphs_of_page"]

_SENTENCE_END = re.compile(r"[.?!:;…][\"'”’)\]]*$")
# Lines that reach so near to their column's side are full.
_FULL = 1.0
_SPACE = 0.25
_INDENT = 0.8
_MOST = 0.5
_TWO = 2
_ROOM, _ROOM_BEFORE_TWO = 1.1, 1.9


def paragraphs_of_page(page: Sequence[Column], measures: Measures) -> list[Paragraph]:
    """The paragraphs of all columns of a page."""
    result: list[Paragraph] = []
    before: Column | None = None
    for column in page:
        found = paragraphs_of(column, measures)
        side = _side_beside(before, column)
        if before is not None and side is not None and result and found:
            justified = measures.justified or _is_justified(before, side)
            if flows_on(result[-1], side, found[0], justified):
                result[-1].lines += found.pop(0).lines
        result += found
        before = column
    return result


def _side_beside(before: Column | None, column: Column) -> float | None:
    """How far a column reaches that has the next on its right; else nothing."""
    if before is None or before.right is None or column.left is None:
        return None
    return before.right if column.left > before.right else None


def _is_justified(column: Column, right: float) -> bool:
    """Whether most lines of a column go as far as any does."""
    full = sum(line.right >= right - _FULL for line in column.lines)
    return full > _MOST * len(column.lines)


def flows_on(
    last: Paragraph, right: float, first: Paragraph, justified: bool, room: float | None = None
) -> bool:
    """Whether a text that ends a column or page goes on with the one that begins the next.

    So it does where the last line is full, ``right`` being how far its column reaches: the next
    line's first word had no room on it. Behind the end of a sentence, justified type tells:
    there a full line reaches the side, which the last of a paragraph seldom does. In ragged type
    that is taken only of a page's end, and not of an item of a list. There ``room`` is how many
    more lines the page would have held: a paragraph that goes on leaves none, or one where only
    two of its lines were left, which type-setters keep together.
    """
    if last.kind not in ("text", "item") or first.kind != "text":
        return False
    end, begin = last.lines[-1], first.lines[0]
    if abs(end.size - begin.size) > 0.6 or opens_anew(begin) or _is_indented(first):
        return False
    enumerates = end.words[-1].text.endswith(";") and begin.words[0].text[0].islower()
    if _SENTENCE_END.search(end.words[-1].text) and not enumerates:
        if justified:
            return end.right >= right - _FULL
        most = _ROOM_BEFORE_TWO if len(first.lines) == _TWO else _ROOM
        if room is None or room > most or last.kind == "item":
            return False
    word = begin.words[0]
    return end.right + _SPACE * end.size + word.right - word.left > right - _FULL


def _is_indented(paragraph: Paragraph) -> bool:
    """Whether the first line begins further in than the second, as one that opens a paragraph."""
    if len(paragraph.lines) < 2:
        return False
    first, second = paragraph.lines[:2]
    return first.left > second.left + _INDENT * first.size
