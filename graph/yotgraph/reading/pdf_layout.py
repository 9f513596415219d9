"""A page -> its lines and table rows in the order in which they are read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from yotgraph.reading.dictionary import Words
from yotgraph.reading.pdf_across import grids_across
from yotgraph.reading.pdf_addresses import without_address
from yotgraph.reading.pdf_columns import in_reading_order
from yotgraph.reading.pdf_drawings import Rule
from yotgraph.reading.pdf_lines import Line, lines_of
from yotgraph.reading.pdf_page import Page, Word
from yotgraph.reading.pdf_rows import with_rows
from yotgraph.reading.pdf_tables import Row, grids_of, rows_of

__all__ = ["Column", "bands_of", "in_columns", "lefts_of_columns", "with_tables"]


@dataclass(frozen=True, slots=True)
class Column:
    """Lines and rows that are read from top to bottom.

    ``left`` and ``right`` are how far its own lines reach where the page is set in columns,
    else ``None``: then they could reach as far as any line of the page.
    """

    parts: tuple[Line | Row, ...]
    right: float | None = None
    left: float | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its lines, without the rows of tables."""
        return tuple(part for part in self.parts if isinstance(part, Line))

    @property
    def rows(self) -> tuple[Row, ...]:
        """Its rows of tables."""
        return tuple(part for part in self.parts if isinstance(part, Row))


def lefts_of_columns(pages: Iterable[Sequence[Column]]) -> list[float]:
    """Where columns begin that stand beside others on their left, over all pages."""
    found: set[float] = set()
    for page in pages:
        for before, column in pairwise(page):
            if before.right is not None and column.left is not None and column.left > before.right:
                found.add(round(column.left))
    return sorted(found)


def bands_of(page: Page, words: Words) -> list[list[Line] | list[Row]]:
    """What stands on a page from top to bottom: ruled tables, and the lines between them."""
    address, outside = without_address(page.words)
    framed: list[Word] = []
    tables: list[tuple[float, list[Row]]] = []
    for grid in (*grids_of(page.rules), *grids_across(page.rules, outside)):
        inside, outside = grid.parted(outside)
        rows = rows_of(grid, inside, words)
        if _is_table(rows):
            tables.append(((rows[0].top + rows[-1].bottom) / 2, rows))
        else:
            framed += inside
    tables.sort(key=lambda table: table[0])
    bands = _between(lines_of([*outside, *framed], page.dots), tables)
    return [address, *bands] if address else bands


def _is_table(rows: Sequence[Row]) -> bool:
    """Whether more than one column of a grid holds words: else it only frames a text."""
    used = {place for row in rows for place, cell in enumerate(row.cells) if cell}
    return len(used) > 1


def _between(
    lines: Sequence[Line], tables: Sequence[tuple[float, list[Row]]]
) -> list[list[Line] | list[Row]]:
    """Lines above, between and below the tables, with the tables among them."""
    middles = [middle for middle, _ in tables]
    bands: list[list[Line]] = [[] for _ in range(len(tables) + 1)]
    for line in lines:
        bands[bisect_right(middles, line.base)].append(line)
    result: list[list[Line] | list[Row]] = [bands[0]]
    for (_, rows), band in zip(tables, bands[1:], strict=True):
        result += [rows, band]
    return result


def in_columns(
    bands: Sequence[list[Line] | list[Row]], known: Sequence[float] = ()
) -> list[Column]:
    """What stands on a page in the order in which it is read.

    ``known`` are the left sides of columns elsewhere in the document.
    """
    columns: list[Column] = []
    for band in bands:
        lines = [part for part in band if isinstance(part, Line)]
        if len(lines) < len(band):
            columns.append(Column(tuple(band)))
            continue
        groups = in_reading_order(lines, known)
        for group in groups:
            if len(groups) > 1:
                left, right = min(line.left for line in group), max(line.right for line in group)
                columns.append(Column(tuple(group), right, left))
            else:
                columns.append(Column(tuple(group)))
    return columns


def with_tables(columns: Sequence[Column], rules: Sequence[Rule], words: Words) -> list[Column]:
    """The columns, with rows where lines make up a table that is not ruled, or across only."""
    floors = [rule for rule in rules if rule.horizontal]
    return [
        column
        if any(isinstance(part, Row) for part in column.parts)
        else replace(column, parts=tuple(with_rows(column.lines, words, floors)))
        for column in columns
    ]
