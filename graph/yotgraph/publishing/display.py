"""Rows for people: a table for terminals, and Markdown.

Cells hold untrusted report text. It is shown, and none of it acts: no control character
reaches the terminal, no mark-up of rich, Markdown or HTML is obeyed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from yotgraph.publishing.cells import Row, text_lines
from yotgraph.publishing.characters import printable

if TYPE_CHECKING:
    from rich.table import Table

__all__ = ["rich_table", "to_markdown", "to_table"]

# An underscore inside a word is plain in Markdown; the other marks always need their escape.
_MARKDOWN = re.compile(r"[\\`*\[\]|~#!$]|(?<![^\W_])_|_(?![^\W_])")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_HTML_UNSAFE = re.compile(r"[&<>]")


def _markdown_cell(text: str) -> str:
    marked = _MARKDOWN.sub(r"\\\g<0>", printable(text))
    return _HTML_UNSAFE.sub(lambda match: _HTML[match.group()], marked)


def to_markdown(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """The rows as a table of GitHub Flavored Markdown in which no cell is mark-up.

    >>> print(to_markdown(["text"], [["a|b <b>c</b>"]]), end="")
    | text |
    | --- |
    | a\\|b &lt;b&gt;c&lt;/b&gt; |
    """
    lines = [f"| {' | '.join(map(_markdown_cell, line))} |" for line in text_lines(columns, rows)]
    lines.insert(1, f"| {' | '.join('---' for _ in columns)} |")
    return "".join(f"{line}\n" for line in lines)


# Words up to this length are kept whole where the width allows it.
_WIDEST_WORD = 16
# What a column takes beside its words.
_PADDING = 3


def rich_table(columns: Sequence[str], rows: Iterable[Row], *, width: int = 120) -> Table:
    """The rows as a table for a :class:`rich.console.Console` of that width.

    Neither control characters nor rich's own mark-up in a cell have an effect. Words stay
    whole where all columns have room for theirs.
    """
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    header, *lines = text_lines(columns, rows)
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column, least in zip(header, _least_widths([header, *lines], width), strict=True):
        table.add_column(Text(printable(column)), overflow="fold", min_width=least)
    for line in lines:
        table.add_row(*(Text(printable(text)) for text in line))
    return table


def _least_widths(lines: Sequence[Sequence[str]], width: int) -> list[int]:
    """For each column its longest word, all cut alike until the table fits."""
    longest = [
        max((len(word) for text in column for word in text.split()), default=1)
        for column in zip(*lines, strict=True)
    ]
    for most in range(_WIDEST_WORD, 0, -1):
        widths = [min(most, word) for word in longest]
        if sum(widths) + _PADDING * len(widths) <= width:
            return widths
    return [1] * len(longest)


def to_table(columns: Sequence[str], rows: Iterable[Row], *, width: int = 120) -> str:
    """The rows as a plain text table, at most ``width`` characters wide, without colours."""
    from rich.console import Console

    stream = StringIO()
    console = Console(file=stream, width=width, color_system=None, force_terminal=False)
    console.print(rich_table(columns, rows, width=width))
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().strip("\n").split("\n"))
