"""Pieces that a page break, a footnote or a running head tore apart, put together again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from yotgraph.reading.dictionary import Words
from yotgraph.reading.document import BlockKind
from yotgraph.reading.forming import Piece, ends_sentence
from yotgraph.reading.traced import Traced, join

__all__ = ["join_lines", "lift_plain_notes", "rejoin"]

_TEXT_KINDS = (BlockKind.PARAGRAPH, BlockKind.ITEM)
# A shorter text may be a label or a heading that just does not end in a full stop.
_SHORTEST_TORN = 40
# What is no shorter and ends in the middle of a sentence is no label.
_SHORTEST_CUT = 60
# What a note has left for its last line, before its page ends.
_LONGEST_TAIL = 40
_LONE_NUMBER = re.compile(r"\d{1,3}$")
_GOES_ON = re.compile(
    r"(?:,|\b(?:a|an|and|as|at|because|been|but|by|for|from|had|has|have|if|in|into|is|its|of|on|or"
    r"|our|than|that|the|their|they|this|to|was|were|when|where|which|who|whose|with))$",
    re.I,
)
_NOTE_BODY = re.compile(r"(\d{1,2}) (?=[A-Z])")
_NOTES_REACH = 100
_SOFT_HYPHEN = "\u00ad"
# A hyphen that belongs to its word, which goes on: "18-" and "year-olds".
_STOP = re.compile(r"[.,;](?= |$)")
_HYPHEN = re.compile(r"\w-$")


def rejoin(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with torn paragraphs, items and table rows made whole.

    A footnote that stood in the middle of a paragraph comes right behind it.
    """
    result: list[Piece] = []
    kept = _without_page_numbers(pieces)
    for piece, following in zip_longest(kept, kept[1:]):
        place = _torn(result, piece)
        if place is not None and _continues_note(result[place], result[-1], piece, following):
            place = len(result) - 1
        if place is None:
            result.append(piece)
        else:
            result[place] = _joined(result[place], piece)
    return result


def _without_page_numbers(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without numbers that stand alone in the middle of a sentence."""
    kept: list[Piece] = []
    torn = False
    for place, piece in enumerate(pieces):
        following = pieces[place + 1].text if place + 1 < len(pieces) else ""
        before = next((p for p in reversed(kept) if p.kind is not BlockKind.FOOTNOTE), None)
        in_sentence = (
            before is not None
            and before.kind in (*_TEXT_KINDS, BlockKind.ROW)
            and len(before.text) >= _SHORTEST_TORN
            and not ends_sentence(before.text)
            and following[:1].islower()
        )
        if in_sentence and _LONE_NUMBER.match(piece.text):
            torn = True
            continue
        kept.append(replace(piece, interrupted=True) if torn else piece)
        torn = False
    return kept


def _torn(before: Sequence[Piece], piece: Piece) -> int | None:
    """The place of the piece that this one goes on with, or nothing."""
    place = next(
        (i for i in reversed(range(len(before))) if before[i].kind is not BlockKind.FOOTNOTE), None
    )
    if place is None:
        return None
    last = before[place]
    if piece.kind is BlockKind.ROW and last.kind is BlockKind.ROW:
        return place if _continues_row(last, piece) else None
    if last.kind is BlockKind.ROW and piece.kind is BlockKind.PARAGRAPH:
        return place if _torn_cell(last, piece) is not None else None
    if piece.kind not in _TEXT_KINDS or last.kind not in _TEXT_KINDS or piece.number:
        return None
    text = last.text
    low = piece.text[:1].islower()
    short = len(text) < (_SHORTEST_TORN // 2 if piece.interrupted and low else _SHORTEST_TORN)
    if ends_sentence(text) or (short and not _GOES_ON.search(text)):
        return None
    if piece.bulleted:
        in_list = last.bulleted and last.number is None
        return place if low and piece.interrupted and not in_list else None
    if low or _GOES_ON.search(text):
        return place
    return place if _is_cut(last, piece) else None


def _continues_note(last: Piece, note: Piece, piece: Piece, following: Piece | None) -> bool:
    """Whether a short line at a page's end goes on with the footnote right above it: the text that the
    note interrupts goes on at the head of the next page."""
    if note.kind is not BlockKind.FOOTNOTE or ends_sentence(note.text) or following is None:
        return False
    at_end = following.interrupted and following.text[:1].islower() and not following.number
    short = len(piece.text) <= _LONGEST_TAIL and not piece.bulleted
    return at_end and short and not ends_sentence(last.text)


def _is_cut(last: Piece, piece: Piece) -> bool:
    """Whether a page's end cut a sentence before a capital: neither piece stands as it is."""
    whole = BlockKind.PARAGRAPH
    if not piece.interrupted or (last.kind, piece.kind) != (whole, whole) or last.bulleted:
        return False
    listed = last.number is not None and "." not in last.number
    return not listed and len(last.text) >= _SHORTEST_CUT and ends_sentence(piece.text)


def _continues_row(last: Piece, piece: Piece) -> bool:
    """A row whose first cell is empty carries on the row above over a page break."""
    if len(last.cells) != len(piece.cells) or piece.cells[0] or not last.cells[0]:
        return False
    goes_on = _GOES_ON.search(last.cells[-1].text) is not None
    return any(cell.text[:1].islower() or (cell and goes_on) for cell in piece.cells[1:])


def _torn_cell(last: Piece, piece: Piece) -> int | None:
    """The cell of the row above, the last if it may be, that a line carries on over a page
    break."""
    if not (piece.interrupted and piece.text[:1].islower()):
        return None
    torn = (
        place
        for place in reversed(range(len(last.cells)))
        if len(last.cells[place]) >= _SHORTEST_TORN and not ends_sentence(last.cells[place].text)
    )
    return next(torn, None)


def _joined(last: Piece, piece: Piece) -> Piece:
    if last.kind is not BlockKind.ROW:
        return replace(last, texts=last.texts + piece.texts)
    if piece.kind is not BlockKind.ROW:
        torn = _torn_cell(last, piece)
        cells = tuple(
            join([cell, *piece.texts]) if place == torn else cell
            for place, cell in enumerate(last.cells)
        )
        return replace(last, cells=cells, texts=(join(cell for cell in cells if cell),))
    cells = tuple(
        join(part for part in pair if part) for pair in zip(last.cells, piece.cells, strict=True)
    )
    return replace(last, cells=cells, texts=(join(cell for cell in cells if cell),))


def lift_plain_notes(pieces: Sequence[Piece]) -> tuple[list[Piece], list[tuple[int, str]]]:
    """Footnotes whose mark is a plain digit glued to a word (``rate1``).

    A paragraph that opens with a number is such a footnote only where the number also
    stands glued to a word shortly before. Gives the pieces without the glued digits, and
    the marks found, as (place in the source, label).
    """
    result = list(pieces)
    marks: list[tuple[int, str]] = []
    for index, piece in enumerate(pieces):
        plain = piece.kind in _TEXT_KINDS or not piece.marked
        body = _NOTE_BODY.match(piece.text) if plain else None
        if body is None or piece.number or piece.kind is BlockKind.CONTENTS:
            continue
        glued = re.compile(
            rf"(?:(?<=[A-Za-z)\]’”\"'.,])(?<!\d[.,])|(?<=\b\d\d\d,\d\d\d)|(?<=\b\d\d,\d\d\d)"
            rf"|(?<=(?:19|20)\d\d[.,])|(?<=,\d\d\d\.)|(?<=%)){body.group(1)}(?=[\s.,;:)]|$)"
        )
        found = [
            (place, without, mark)
            for place in range(max(0, index - _NOTES_REACH), index)
            for without, mark in _without_glued(result[place], glued)
        ]
        if not found:
            continue
        for place, without, mark in found:
            marks.append((mark, body.group(1)))
            result[place] = without
        first = piece.texts[0].part(body.end())
        result[index] = replace(
            piece, kind=BlockKind.FOOTNOTE, number=body.group(1), texts=(first, *piece.texts[1:])
        )
        if index + 1 < len(result):
            result[index + 1] = replace(result[index + 1], interrupted=True)
    return result, marks


def _without_glued(piece: Piece, glued: re.Pattern[str]) -> Iterator[tuple[Piece, int]]:
    """The piece without each of its glued marks in turn, and where the mark stood."""
    while (found := _find_glued(piece, glued)) is not None:
        piece = found[0]
        yield found


def _find_glued(piece: Piece, glued: re.Pattern[str]) -> tuple[Piece, int] | None:
    """The piece without its glued mark and where the mark stood, if it has one."""
    if piece.kind is BlockKind.ROW:
        return _find_in_cells(piece, glued)
    if piece.kind not in (*_TEXT_KINDS, BlockKind.HEADING):
        return None
    for number, text in enumerate(piece.texts):
        match = glued.search(text.text)
        if match:
            without = join([text.part(0, match.start()), text.part(match.end())], "")
            texts = (*piece.texts[:number], without, *piece.texts[number + 1 :])
            return replace(piece, texts=texts), text.offsets[match.start()]
    return None


def _find_in_cells(piece: Piece, glued: re.Pattern[str]) -> tuple[Piece, int] | None:
    for number, cell in enumerate(piece.cells):
        match = glued.search(cell.text)
        if match:
            without = join([cell.part(0, match.start()), cell.part(match.end())], "")
            cells = (*piece.cells[:number], without, *piece.cells[number + 1 :])
            texts = (join(part for part in cells if part),)
            return replace(piece, cells=cells, texts=texts), cell.offsets[match.start()]
    return None


def join_lines(texts: Sequence[Traced], words: Words) -> Traced:
    """The lines of one piece as one text.

    A word broken with a hyphen at a line's end loses the hyphen only where the document's
    words bear it out. A soft hyphen goes always.
    """
    result = texts[0]
    for text in texts[1:]:
        if result.text.endswith(_SOFT_HYPHEN):
            result = join([result.part(0, len(result) - 1), text], "")
        elif not _HYPHEN.search(result.text):
            # A stop that a raised mark parted from its word.
            result = join([result, text], "" if _STOP.match(text.text) else " ")
        elif words.breaks(result.text, text.text):
            result = join([result.part(0, len(result) - 1), text], "")
        else:
            result = join([result, text], " " if words.hangs(result.text, text.text) else "")
    return result.part(0, len(result) - 1) if result.text.endswith(_SOFT_HYPHEN) else result
