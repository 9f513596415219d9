"""The cells of an answer: what they are and what they read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

__all__ = ["Cell", "Row", "cell_text", "text_lines"]

Cell: TypeAlias = NamedNode | BlankNode | Literal | Triple | str | int | bool | None
"""A term of an answer, or a plain value; ``None`` and an empty string are unknown."""

Row: TypeAlias = Sequence[Cell]
"""One cell for each column."""


def cell_text(cell: Cell) -> str:
    """What a cell reads: the value of a term without its type; unknown is empty."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, NamedNode | Literal):
        return cell.value
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def text_lines(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[list[str]]:
    """The header and the rows as text. Raises :class:`ValueError` on a row of another length."""
    yield list(columns)
    for row in rows:
        yield [cell_text(cell) for _, cell in zip(columns, row, strict=True)]
