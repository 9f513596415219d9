"""Footnotes at the feet of pages in texts that lost their empty lines and raised marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yotgraph.reading.furniture import Furniture
from yotgraph.reading.lines import Line, LineKind

__all__ = ["glued_marks", "opening_feet"]

_NOTE = re.compile(r"(\d{1,2}) [A-Z]")
# A mark that has slipped into its line, glued to a word or its full stop.
_GLUED = re.compile(r"(?<=[a-z)\]”’.,])(?<!\d[.,])(\d{1,2})(?=[\s.,;:)]|$)", re.IGNORECASE)
_MOST_LINES = 12
_OF_NOTES = (LineKind.PLAIN, LineKind.LABELLED, LineKind.NUMBERED, LineKind.BLANK)


def opening_feet(lines: Sequence[Line], furniture: Furniture) -> frozenset[int]:
    """The lines that open notes at the foot of a page: they have the number of a mark that is glued
    to a word, and nothing but notes stands between them and the page's end."""
    marks = glued_marks(lines)
    found: set[int] = set()
    for index, line in enumerate(lines):
        note = _NOTE.match(line.text.text) if line.kind is LineKind.PLAIN else None
        if note is not None and note[1] in marks and _ends_soon(lines, index, furniture):
            found.add(index)
    return frozenset(found)


def glued_marks(lines: Sequence[Line]) -> frozenset[str]:
    """The numbers that stand glued to a word or its full stop, as raised marks that have slipped
    into their lines do."""
    return frozenset(mark[1] for line in lines for mark in _GLUED.finditer(line.text.text))


def _ends_soon(lines: Sequence[Line], index: int, furniture: Furniture) -> bool:
    following = range(index + 1, min(index + 1 + _MOST_LINES, len(lines)))
    for place in following:
        if lines[place].breaks_page or place in furniture.lines:
            return True
        if lines[place].kind not in _OF_NOTES:
            return False
    return index + 1 + _MOST_LINES > len(lines)
