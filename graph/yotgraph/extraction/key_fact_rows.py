"""The key facts of a report as rows of cells, whatever their layout: tables, lists of lines, one
cell a line.

>>> is_subject("Average for England and Wales", "Northmoor"), is_subject("Caseload", "Northmoor")
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yotgraph.reading import Block, BlockKind, Document, Span
from yotgraph.reading.wrapping import GOES_ON
from yotgraph.vocabulary import fold

__all__ = ["AVERAGE", "FIRST", "LAST", "LONE", "Cell", "Row", "is_subject", "rows_of"]

_VALUE = r"(?P<money>£)?(?P<value>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?(?P<percent>%|per cent)?"
LONE = re.compile(rf"{_VALUE}$")
LAST = re.compile(rf"(?P<label>[^\d].*?[A-Za-z)])[\s:]+{_VALUE}$", re.DOTALL)
FIRST = re.compile(rf"{_VALUE}\s+(?P<label>[A-Z].*)$")
AVERAGE = re.compile(r"^(?:the )?average (?:for|of|in) (?:the )?", re.IGNORECASE)
# "Average caseload per case manager" is a measure, "Average for Wales" a subject.
_OF_A_MEASURE = re.compile(r"average (?!for\b|of\b|in\b|england\b|wales\b)\w", re.IGNORECASE)
_PLACES = frozenset(
    ("england and wales", "england & wales", "england", "wales", "national", "region")
)


@dataclass(frozen=True, slots=True)
class Cell:
    """Words and where they stand."""

    text: str
    span: Span

    @property
    def value(self) -> re.Match[str] | None:
        """The figure that the cell holds, if it holds nothing else."""
        return LONE.match(self.text)


Row = tuple[Cell, ...]


def rows_of(document: Document, block: Block, area: str) -> list[Row]:
    """The rows of a block: a table row, a list of lines turned into rows, or one cell."""
    if block.kind is BlockKind.ROW:
        cells = [Cell(document.slice(span), span) for span in block.cells]
        while len(cells) > 1 and not cells[-1].text:
            cells.pop()
        return [tuple(cells)]
    lines = _whole(document, [span for span in block.lines if len(span)])
    if len(lines) > 1 and all(_is_labelled(line.text) for line in lines):
        return [(line,) for line in lines]
    if not any(line.value for line in lines):
        return [(Cell(document.slice(block.body), block.body),)]
    return _stacked(lines, area) or [(line,) for line in lines]


def _whole(document: Document, spans: Sequence[Span]) -> list[Cell]:
    """The lines, those put together that a label was broken over: "Average for" and its place."""
    cells: list[Cell] = []
    for span in spans:
        cell = Cell(document.slice(span), document.trim(span))
        if cells and not cell.value and GOES_ON.search(cells[-1].text):
            both = Span(cells.pop().span.start, cell.span.end)
            cell = Cell(document.slice(both), both)
        cells.append(cell)
    return cells


def _is_labelled(text: str) -> bool:
    """Whether a line is a figure with its label, before or behind it."""
    return LONE.match(text) is None and bool(FIRST.match(text) or LAST.match(text))


def _stacked(lines: Sequence[Cell], area: str) -> list[Row]:
    """A table printed one cell a line: headings, then a subject with as many values."""
    first = next((i for i, line in enumerate(lines) if is_subject(line.text, area)), None)
    if not first or first < 2:
        return []
    header, rest = tuple(lines[:first]), lines[first:]
    width = len(header)
    rows = [tuple(rest[i : i + width]) for i in range(0, len(rest), width)]
    whole = all(len(row) == width and all(cell.value for cell in row[1:]) for row in rows)
    return [header, *rows] if whole else []


def is_subject(text: str, area: str) -> bool:
    """Whether words name who a figure is about: the area, an average or a country."""
    words = fold(AVERAGE.sub("", text))
    is_average = "average" in fold(text) and not _OF_A_MEASURE.match(text)
    is_place = words in _PLACES or (words.startswith(fold(area)) and len(words) <= len(area) + 30)
    return is_average or is_place
