"""Rows of tables whose cells a converter left one space apart: a label with its values behind it.

Only in texts whose lines were wrapped, and only what no sentence is: a short line that ends in
percentages or numbers with commas, below a line that ended.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from yotgraph.reading.line_room import Wrap
from yotgraph.reading.lines import Line, LineKind
from yotgraph.reading.traced import Traced, join
from yotgraph.reading.wrapping import GOES_ON, ends_sentence

__all__ = ["VALUE", "with_value_rows"]

VALUE = r"£?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d+)?%)"
"""What a cell holds that is a value on the face of it."""
_ROW = re.compile(rf"(?P<label>[A-Z][^.:;]*?[\w)])(?P<values>(?:\s{VALUE})+)$")
_FIRST = re.compile(r"(?P<value>£?\d{1,3}(?:,\d{3})+)\s(?P<label>[A-Z][^.;?]*[\w)])$")
_VALUE = re.compile(VALUE)
_HEADS = re.compile(r"(?<!\S)[A-Z\d]")
_LONGEST = 90
_OPEN = (LineKind.PLAIN, LineKind.LABELLED)
_Bounds = list[tuple[int, int]]


def with_value_rows(lines: Sequence[Line], wrap: Wrap) -> list[Line]:
    """The lines, those that are rows of values in cells, and so the heads of their columns."""
    result = list(lines)
    for index, line in enumerate(lines):
        bounds = _cells_of(line) if _stands_alone(lines, index, wrap) else []
        if not bounds:
            continue
        result[index] = _row(line, bounds)
        heads = _heads_of(result[index - 1], len(bounds)) if index else []
        if heads:
            result[index - 1] = _row(result[index - 1], heads)
    return result


def _stands_alone(lines: Sequence[Line], index: int, wrap: Wrap) -> bool:
    """Whether a line neither goes on with the one above nor goes on below."""
    text = lines[index].text.text
    above = lines[index - 1].text.text if index else ""
    below = lines[index + 1].text.text if index + 1 < len(lines) else ""
    begins = not above or ends_sentence(above) or wrap.had_room(above, text)
    ends = not below or wrap.had_room(text, below)
    return begins and ends and not GOES_ON.search(above)


def _cells_of(line: Line) -> _Bounds:
    """Where the cells of a row of values stand; nothing where a line is none."""
    text = line.text.text
    short = line.kind in _OPEN and len(text) <= _LONGEST
    first = _FIRST.match(text) if short else None
    if first is not None:
        return [first.span("value"), first.span("label")]
    row = _ROW.match(text) if short else None
    if row is None or GOES_ON.search(row["label"]):
        return []
    values = [match.span() for match in _VALUE.finditer(text, row.start("values"))]
    return [row.span("label"), *values]


def _heads_of(line: Line, count: int) -> _Bounds:
    """Where the heads of columns stand, each of which begins with a capital or a number."""
    text = line.text.text
    starts = [match.start() for match in _HEADS.finditer(text)]
    if count < 3 or line.kind not in _OPEN or len(starts) != count or starts[0] != 0:
        return []
    if ends_sentence(text) or len(text) > _LONGEST:
        return []
    return list(zip(starts, [*(start - 1 for start in starts[1:]), len(text)], strict=True))


def _row(line: Line, bounds: _Bounds) -> Line:
    cells: tuple[Traced, ...] = tuple(line.text.part(begin, end) for begin, end in bounds)
    return replace(line, kind=LineKind.ROW, cells=cells, text=join(cells))
