"""Percentages that stand behind the questions that they answer, as rows with these."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from yotgraph.reading.document import BlockKind
from yotgraph.reading.forming import Piece
from yotgraph.reading.lines import Line, LineKind
from yotgraph.reading.traced import Traced, join
from yotgraph.reading.wrapping import ends_sentence

__all__ = ["with_question_rows", "with_values_behind"]

_VALUE = re.compile(r"\d{1,3}(?:\.\d+)?%$")
_ENDING_IN_VALUE = re.compile(r".*\?\s(?=\d{1,3}(?:\.\d+)?%$)")
# A question goes on over so many lines at most.
_MOST_LINES = 3
_TEXTS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM)


def with_values_behind(lines: Sequence[Line]) -> list[Line]:
    """The lines, a percentage that stands alone between the lines of a question behind the last of
    them: converters print it at half the height of its row."""
    result = list(lines)
    for place in range(1, len(lines) - 1):
        if not _VALUE.match(lines[place].text.text) or ends_sentence(lines[place - 1].text.text):
            continue
        end = _question_end(lines, place + 1)
        between = lines[place + 1 : end]
        if end is not None and _is_text(lines[place - 1]) and all(map(_is_text, between)):
            result[place : end + 1] = [*lines[place + 1 : end + 1], lines[place]]
    return result


def _question_end(lines: Sequence[Line], start: int) -> int | None:
    """The next line that ends a question."""
    near = range(start, min(start + _MOST_LINES, len(lines)))
    return next((place for place in near if lines[place].text.text.endswith("?")), None)


def _is_text(line: Line) -> bool:
    plain = (LineKind.PLAIN, LineKind.NUMBERED, LineKind.BULLET, LineKind.LABELLED)
    return line.kind in plain and not _VALUE.match(line.text.text)


def with_question_rows(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; questions with as many percentages right behind them are rows with these, in
    their order: converters print a cell a line, or the columns of a table one behind the other."""
    if not any(piece.texts[-1].text.endswith("%") for piece in pieces):
        return list(pieces)
    result: list[Piece] = []
    place = 0
    while place < len(pieces):
        questions = _run(pieces, place, _is_question)
        values = _run(pieces, place + len(questions), _is_value) if questions else []
        if questions and len(values) == len(questions):
            result += map(_row, questions, values)
            place += 2 * len(questions)
        else:
            result.append(_split(pieces[place]))
            place += 1
    return result


def _run(pieces: Sequence[Piece], start: int, fits: Callable[[Piece], bool]) -> list[Piece]:
    return list(takewhile(fits, islice(pieces, start, None)))


def _is_question(piece: Piece) -> bool:
    return piece.kind in _TEXTS and piece.texts[-1].text.endswith("?")


def _is_value(piece: Piece) -> bool:
    return piece.kind in _TEXTS and _VALUE.match(piece.text) is not None


def _row(question: Piece, value: Piece) -> Piece:
    return _with_cells(question, join(question.texts), join(value.texts))


def _split(piece: Piece) -> Piece:
    """A piece that is a question and its percentage, as a row."""
    if piece.kind not in _TEXTS or piece.text[-1:] != "%":
        return piece
    whole = join(piece.texts)
    question = _ENDING_IN_VALUE.match(whole.text)
    if question is None or "? " in whole.text[: question.end() - 1]:
        return piece
    return _with_cells(piece, whole.part(0, question.end() - 1), whole.part(question.end()))


def _with_cells(piece: Piece, *cells: Traced) -> Piece:
    return replace(piece, kind=BlockKind.ROW, cells=cells, texts=(join(cells),))
