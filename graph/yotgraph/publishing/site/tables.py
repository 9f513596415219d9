"""Tables of the site: cells that lead somewhere, and their HTML.

Cells hold untrusted report text; every character of it is escaped. Sorting, filtering and
the download as CSV are added by the page's script, so a table reads the same without it.

There are millions of cells in a large site. They are named tuples, which are made in half the time
of frozen dataclasses, and are written as plain strings, each value escaped where it is put in, which
become mark-up as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from typing import NamedTuple

from markupsafe import Markup

__all__ = [
    "Cell",
    "Link",
    "Table",
    "cell",
    "cell_html",
    "pages_of",
    "table_html",
    "title_of",
    "with_numeric",
]

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
# From so many characters on a cell is a sentence.
_WORDS = 60
# So many rows tell what a column holds.
_LOOKED_AT = 60
_UNSAFE = re.compile(r"[&<>\"']")


class Link(NamedTuple):
    """A text that leads to ``path``, which is relative to the site; an empty one to nothing."""

    text: str
    path: str = ""


class Cell(NamedTuple):
    """One cell. ``style`` is a class of the style sheet that marks what the text says already;
    ``joint`` stands between several links."""

    links: tuple[Link, ...] = ()
    style: str = ""
    joint: str = "; "

    @property
    def text(self) -> str:
        """What the cell reads."""
        if len(self.links) == 1:
            return self.links[0].text
        return self.joint.join(link.text for link in self.links)


def cell(text: str, path: str = "", style: str = "") -> Cell:
    """A cell of one text, or an empty one.

    >>> cell("5", "theme/custody.html").text, cell("").links
    ('5', ())
    """
    return Cell((Link(text, path),), style) if text else Cell()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its columns' titles. ``name`` is its place in the page and its file;
    ``chart`` names the picture that the script draws from it; ``more`` leads to the whole of
    a table that is shown in part, which has ``total`` rows, and ``file`` to all of it as CSV."""

    name: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    chart: str = ""
    more: str = ""
    file: str = ""
    total: int = 0
    numeric: frozenset[int] = field(default_factory=frozenset)


def title_of(column: str) -> str:
    """A column of an answer as a title.

    >>> title_of("standard_number"), title_of("vs_comparator")
    ('Standard number', 'Against comparator')
    """
    words = column.removesuffix("_iri").replace("vs_", "against_").replace("_", " ")
    return words[:1].upper() + words[1:]


def with_numeric(table: Table) -> Table:
    """The table with its columns of figures known, so that they are set as such; a number
    that names something, as that of a standard, is none."""
    numeric = frozenset(
        place
        for place in range(len(table.columns))
        if not table.columns[place].lower().endswith("number")
        and any(row[place].text for row in table.rows)
        and all(_NUMBER.fullmatch(row[place].text) for row in table.rows if row[place].text)
    )
    return replace(table, numeric=numeric)


def pages_of(table: Table, size: int) -> Iterator[Table]:
    """The table in parts of ``size`` rows."""
    for start in range(0, max(len(table.rows), 1), size):
        yield replace(table, rows=table.rows[start : start + size], total=len(table.rows))


def table_html(table: Table, root: str) -> Markup:
    """The table as HTML; ``root`` leads from the page to the site."""
    numeric = table.numeric or with_numeric(table).numeric
    heads = "".join(
        f'<th scope="col"{_head_class(table, place, numeric)}>{escape(title)}</th>'
        for place, title in enumerate(table.columns)
    )
    body = "".join(_row_html(row, numeric, root) for row in table.rows)
    chart = f' data-chart="{escape(table.chart)}"' if table.chart else ""
    total = f' data-total="{table.total}"' if table.total > len(table.rows) else ""
    return Markup(
        f'<table id="{escape(table.name)}" class="data"{chart}{total}>'
        f"<caption>{escape(table.caption)}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    )


def _head_class(table: Table, place: int, numeric: Collection[int]) -> str:
    """What a column is to be given: figures stand to the right, sentences need room."""
    if place in numeric:
        return " class=number"
    worded = any(len(row[place].text) > _WORDS for row in table.rows[:_LOOKED_AT])
    return " class=words" if worded else ""


def _row_html(row: Sequence[Cell], numeric: Collection[int], root: str) -> str:
    cells = []
    for place, each in enumerate(row):
        text = _cell_html(each, root)
        tag = ' scope="row"' if place == 0 and text else ""
        if place in numeric:
            tag += f' class="{escape(f"number {each.style}".strip())}"'
        elif each.style:
            tag += f' class="{escape(each.style)}"'
        cells.append(f"<th{tag}>{text}</th>" if place == 0 and text else f"<td{tag}>{text}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def cell_html(cell: Cell, root: str) -> Markup:
    """What a cell reads, each link leading to its page."""
    return Markup(_cell_html(cell, root))


def _cell_html(cell: Cell, root: str) -> str:
    links = cell.links
    if len(links) == 1:
        return _link_html(links[0], root)
    return escape(cell.joint).join([_link_html(link, root) for link in links])


def _link_html(link: Link, root: str) -> str:
    text = escape(link.text) if _UNSAFE.search(link.text) else link.text
    return f'<a href="{escape(root + link.path)}">{text}</a>' if link.path else text
