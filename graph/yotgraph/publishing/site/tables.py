"""Tables of the site: cells that lead somewhere, and their HTML.

Cells hold untrusted report text; every character of it is escaped. Sorting, filtering and
the download as CSV are added by the page's script, so a table reads the same without it.

There are millions of cells in a large site. They are named tuples, which are made in half the time
of frozen dataclasses, and are written as plain strings, each value escaped where it is put in, which
become mark-up as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
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
    "escaped",
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
        f'<th scope="col"{_head_class(table, place, numeric)}>{escaped(title)}</th>'
        for place, title in enumerate(table.columns)
    )
    body = _rows_html(table.rows, numeric, root)
    chart = f' data-chart="{escaped(table.chart)}"' if table.chart else ""
    total = f' data-total="{table.total}"' if table.total > len(table.rows) else ""
    return Markup(
        f'<table id="{escaped(table.name)}" class="data"{chart}{total}>'
        f"<caption>{escaped(table.caption)}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    )


def _head_class(table: Table, place: int, numeric: Collection[int]) -> str:
    """What a column is to be given: figures stand to the right, sentences need room."""
    if place in numeric:
        return " class=number"
    worded = any(len(row[place].text) > _WORDS for row in table.rows[:_LOOKED_AT])
    return " class=words" if worded else ""


def _rows_html(rows: Iterable[Sequence[Cell]], numeric: Collection[int], root: str) -> str:
    """The rows; a cell that comes again in its column, as that of a service does, is written once."""
    written: dict[tuple[int, Cell], str] = {}
    made = []
    for row in rows:
        cells = []
        for each in enumerate(row):
            html = written.get(each)
            if html is None:
                html = written[each] = _placed_html(*each, numeric, root)
            cells.append(html)
        made.append(f"<tr>{''.join(cells)}</tr>")
    return "".join(made)


def _placed_html(place: int, cell: Cell, numeric: Collection[int], root: str) -> str:
    text = cell_html(cell, root)
    style = f"number {cell.style}".strip() if place in numeric else cell.style
    look = f' class="{escaped(style)}"' if style else ""
    if place == 0 and text:
        return f'<th scope="row"{look}>{text}</th>'
    return f"<td{look}>{text}</td>"


def cell_html(cell: Cell, root: str) -> str:
    """What a cell reads as HTML, each link leading to its page."""
    links, _, joint = cell
    shown = [
        f'<a href="{escaped(root + path)}">{escaped(text)}</a>' if path else escaped(text)
        for text, path in links
    ]
    return shown[0] if len(shown) == 1 else escaped(joint).join(shown)


def escaped(text: str) -> str:
    """What :func:`html.escape` gives, in half of its time where there is nothing to escape.

    >>> escaped("Children's services"), escaped("a<b")
    ('Children&#x27;s services', 'a&lt;b')
    """
    if "&" in text or "<" in text or ">" in text or '"' in text or "'" in text:
        return escape(text)
    return text
