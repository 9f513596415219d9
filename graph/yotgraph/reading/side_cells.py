"""Tables as a converter sets them out in plain text: short cells beside lines of text.

``pdftotext -layout`` and its like print each line where it stood on the page, so that the words of
one cell stand on several lines, and a short cell beside them at half their height::

    2.1.1. Does assessment analyse how to support the child's
                                                                     83%
    desistance?

Only which lines, and which part of each, make up a row is found here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from yotgraph.reading.side_pairing import Piece, SideRow, beside_texts, terms_with_texts

__all__ = ["side_rows"]

# A line of text, what a wide gap sets off from it, or both.
_LINE = re.compile(r"(?P<left> {0,8}\S(?:.{0,180}?\S)??)?(?: {3,}(?P<right>\S(?: ?\S)*))?\s*$")
_GAP = " " * 3
_LONGEST_SIDE, _LONGEST_TERM = 40, 50
# Where the second column begins at least: beside a text, and beside the terms of a list.
_BESIDE_TEXT, _BESIDE_TERMS = 40, 8
_SLACK = 8
_WORD = re.compile(r"[A-Za-z]{2}")


def side_rows(lines: Sequence[str]) -> Iterator[SideRow]:
    """The rows of more than one line among the lines of a text, in order.

    >>> table = ["1.1.1. Does planning make all those who should be safe    ",
    ...          " " * 60 + "61%", "children safe?", "1.1.2. Is it kept?" + " " * 42 + "50%"]
    >>> [["/".join(piece.text for piece in cell) for cell in row] for row in side_rows(table)]
    [['1.1.1. Does planning make all those who should be safe/children safe?', '61%']]
    """
    begin = 0
    for blank, group in groupby(lines, key=lambda line: not line.strip()):
        count = len(list(group))
        if not blank and count > 1:
            for rows in _tables(lines[begin : begin + count], begin):
                # A row that stands on one line is one for any reader of rows.
                yield from (row for row in rows if len({p.line for cell in row for p in cell}) > 1)
        begin += count


def _tables(lines: Sequence[str], begin: int) -> Iterator[list[SideRow]]:
    """The rows of each table among lines that no empty line parts."""
    left: list[Piece] = []
    right: list[Piece] = []
    pieces = [_pieces(number, line) for number, line in enumerate(lines, begin)]
    edge = min((second.start for _, second in pieces if second is not None), default=0)
    for first, second in [*pieces, (None, None)]:
        fits = (first is None or first.end < edge) and (
            second is None or second.start <= edge + _SLACK
        )
        if fits and (first or second):
            left += [first] if first else []
            right += [second] if second else []
            continue
        if left and right:
            yield _rows_of(left, right, edge)
        left, right = [], []


def _pieces(number: int, line: str) -> tuple[Piece | None, Piece | None]:
    """What stands on a line on the left and on the right."""
    match = _LINE.match(line)
    if match is None or _GAP in (match["left"] or "").strip():
        return Piece(number, 0, len(line), line.strip()), None
    left, right = (
        Piece(number, *match.span(name), match[name].strip()) if match[name] else None
        for name in ("left", "right")
    )
    return left, right


def _rows_of(left: Sequence[Piece], right: Sequence[Piece], edge: int) -> list[SideRow]:
    """The rows of two columns, where one holds short cells; none where they are no table."""
    if edge >= _BESIDE_TERMS and _are_short(left, _LONGEST_TERM) and _are_words(left):
        return terms_with_texts(left, right)
    if edge >= _BESIDE_TEXT and _are_short(right, _LONGEST_SIDE):
        return beside_texts(left, right, edge)
    return []


def _are_short(pieces: Sequence[Piece], most: int) -> bool:
    return max(len(piece.text) for piece in pieces) <= most


def _are_words(pieces: Sequence[Piece]) -> bool:
    """Whether pieces are no signs or numbers of a list."""
    return all(_WORD.search(piece.text) for piece in pieces)
