"""Tables of contents: their titles, their rows, and lists that stand in for them."""

from __future__ import annotations

import re
from collections.abc import Container

from yotgraph.reading.lines import Line, LineKind

__all__ = ["in_contents"]

_CONTENTS_TITLE = re.compile(r"(?:table of )?contents:?$", re.I)
# Stands over the column of page numbers.
_COLUMN_TITLE = re.compile(r"pages?(?: no\.?| numbers?)?:?$", re.I)
_CONTENTS_ROW = re.compile(r".{2,120}?(?:[.…]{2,}|[\s.…]*\t|\s{2,}|\s)\s*\d{1,3}$")


def in_contents(inside: bool, line: Line, titles: Container[str], recurs: bool) -> bool:
    """Whether a line is the title or an entry of a table of contents: entries lead to a page, are
    items of a list that come again as headings (``titles``), or come again as they are
    (``recurs``)."""
    text = line.text.text
    if _CONTENTS_TITLE.match(text):
        return True
    if not inside or recurs or _CONTENTS_ROW.match(text) or _COLUMN_TITLE.match(text):
        return inside
    listed = line.kind is LineKind.BULLET or (line.kind is LineKind.NUMBERED and not line.marked)
    return listed and text[line.number_end :] in titles
