"""Tables that a converter printed a cell after the other: the pieces of each row put together.

``pdftotext`` sets each cell of a table apart as a paragraph of its own, row by row. Rows of values
are told by the values, terms with what they mean by the narrow column of the latter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, takewhile

from yotgraph.reading.document import BlockKind
from yotgraph.reading.forming import Piece
from yotgraph.reading.line_room import Wrap, breadth
from yotgraph.reading.traced import join
from yotgraph.reading.wrapping import ends_sentence

__all__ = ["with_cells_in_turn"]

_VALUE = re.compile(r"\d{1,3}(?:\.\d+)?%$")
_TEXTS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM)
_LONGEST_CELL, _LONGEST_TERM, _SHORTEST_MEANING = 60, 50, 30
_FEWEST_TERMS = 3
# A column so much narrower than the text is one of a table.
_NARROW = 0.82


def with_cells_in_turn(pieces: Sequence[Piece], wrap: Wrap) -> list[Piece]:
    """The pieces, cells that follow one another as rows."""
    return _with_terms(_with_values(pieces), wrap)


def _with_values(pieces: Sequence[Piece]) -> list[Piece]:
    """Rows of a label and two or more percentages, and the heads of their columns."""
    result: list[Piece] = []
    cells = 0
    place = 0
    while place < len(pieces):
        values = list(takewhile(_is_value, islice(pieces, place + 1, None)))
        if len(values) < 2 or not _is_cell(pieces[place]):
            cells = cells + 1 if _is_cell(pieces[place]) else 0
            result.append(pieces[place])
            place += 1
            continue
        if cells > len(values):
            result[-1 - len(values) :] = _heads(result[-1 - len(values) :])
        result.append(_row([pieces[place], *values]))
        place += 1 + len(values)
        cells = 0
    return result


def _heads(pieces: Sequence[Piece]) -> list[Piece]:
    """The row of the heads of columns; the title of the table may stand right above the first."""
    first = pieces[0]
    if len(first.texts) == 1:
        return [_row(pieces)]
    title = replace(first, kind=BlockKind.HEADING, texts=first.texts[:-1])
    return [title, _row([replace(first, texts=first.texts[-1:]), *pieces[1:]])]


def _with_terms(pieces: Sequence[Piece], wrap: Wrap) -> list[Piece]:
    """Rows of a term and what it means, where several follow one another."""
    result: list[Piece] = []
    place = 0
    while place < len(pieces):
        end = place
        while end + 1 < len(pieces) and _is_entry(pieces[end], pieces[end + 1], wrap):
            end += 2
        several = end - place >= 2 * _FEWEST_TERMS
        if several and any(len(piece.texts) > 1 for piece in pieces[place + 1 : end : 2]):
            result += [_row(pieces[at : at + 2]) for at in range(place, end, 2)]
            place = end
        else:
            result.append(pieces[place])
            place += 1
    return result


def _is_cell(piece: Piece) -> bool:
    plain = piece.kind in _TEXTS and piece.number is None
    return plain and len(piece.text) <= _LONGEST_CELL and not ends_sentence(piece.text)


def _is_value(piece: Piece) -> bool:
    return piece.kind in _TEXTS and _VALUE.match(piece.text) is not None


def _is_entry(term: Piece, meaning: Piece, wrap: Wrap) -> bool:
    named = _is_cell(term) and len(term.text) <= _LONGEST_TERM
    if not named or meaning.kind not in _TEXTS or meaning.number is not None:
        return False
    narrow = all(breadth(line.text) < _NARROW * wrap.full for line in meaning.texts)
    return narrow and len(meaning.text) >= _SHORTEST_MEANING and ends_sentence(meaning.text)


def _row(pieces: Sequence[Piece]) -> Piece:
    cells = tuple(join(piece.texts) for piece in pieces)
    return replace(
        pieces[0], kind=BlockKind.ROW, cells=cells, texts=(join(cells),), bulleted=False, level=None
    )
