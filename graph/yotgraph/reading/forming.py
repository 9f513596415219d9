"""Lines -> pieces: the lines of one paragraph, item, row or heading put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from yotgraph.reading.contents import in_contents
from yotgraph.reading.document import BlockKind
from yotgraph.reading.furniture import Furniture
from yotgraph.reading.line_room import Wrap, wrap_of
from yotgraph.reading.lines import Line, LineKind
from yotgraph.reading.part_titles import is_part_title
from yotgraph.reading.plain_feet import opening_feet
from yotgraph.reading.traced import Traced, join
from yotgraph.reading.wrapping import (
    GOES_ON,
    are_whole,
    begins_label,
    ends_sentence,
    is_ended,
    is_short_part,
    is_whole_paragraph,
    is_wrapped_heading,
    reach_of,
)

__all__ = ["Piece", "ends_sentence", "form_pieces"]

_LEADER_ROW = re.compile(r".{2,120}?(?:\.{4,}|…{2,}|(?:\. ){4,})\s*\d{1,3}$")
_STARTS_HIGH = re.compile(r"[A-Z“\"‘'(]*[A-Z0-9]")
_SENTENCES = re.compile(r"[a-z][.?!]\s+[A-Z]")
# A footnote whose mark is a plain digit looks like this.
_NOTE_LIKE = re.compile(r"\d{1,2} [A-Z]")
_COLON_IN_PROSE = re.compile(r"[A-Z][^:]+: [a-z]")
_NOTE_NUMBER = re.compile(r"(\d{1,2})(?: [A-Z]|$)")
_LONE_NUMBER = re.compile(r"\d{1,3}$")
_KINDS = {
    LineKind.HEADING: BlockKind.HEADING,
    LineKind.BULLET: BlockKind.ITEM,
    LineKind.NUMBERED: BlockKind.PARAGRAPH,
    LineKind.NOTE: BlockKind.FOOTNOTE,
    LineKind.ROW: BlockKind.ROW,
}
_HEADING_LENGTH = 110
_COLON_HEADING_LENGTH = 80
# A longer line, before a text that begins in lower case, has been torn from it.
_LONGEST_LABEL = 60


# Not frozen, though nothing changes one: making a frozen one takes five times as long.
@dataclass(slots=True)
class Piece:
    """A block in the making. ``interrupted`` says that a footnote, a rule or a page break
    stood right before it; ``texts`` are its lines, ``number_end`` measures in the first."""

    kind: BlockKind
    texts: tuple[Traced, ...]
    number: str | None = None
    number_end: int = 0
    level: int | None = None
    cells: tuple[Traced, ...] = ()
    page: int | None = None
    marked: bool = False
    bulleted: bool = False
    interrupted: bool = False

    @property
    def text(self) -> str:
        """The words, one space between lines."""
        return " ".join(text.text for text in self.texts)


def form_pieces(lines: Sequence[Line], furniture: Furniture) -> list[Piece]:
    """The pieces of a document, in printed order, footnotes among them."""
    pages = _pages(lines, furniture)
    whole, wrap, reach = are_whole(lines), wrap_of(lines), reach_of(lines)
    feet = opening_feet(lines, furniture) if wrap else frozenset()
    titles = {line.text.text[line.number_end :] for line in lines if line.level is not None}
    last = {line.text.text: at for at, line in enumerate(lines) if at not in furniture.lines}
    pieces: list[Piece] = []
    current: list[Line] = []
    interrupted = False
    contents = False
    for index, line in enumerate(lines):
        skipped = index in furniture.lines or line.kind is LineKind.RULE
        if skipped or line.kind is LineKind.BLANK:
            _close(pieces, current)
            interrupted = interrupted or skipped or line.breaks_page
            continue
        is_part = whole and bool(current)
        goes_on = _is_part(current, line) if is_part else _continues(current, line, bool(wrap))
        goes_on = goes_on or (bool(current) and is_wrapped_heading(current, line, reach))
        if wrap and current and goes_on:
            goes_on = index not in feet and not _is_begun(current, lines, index, wrap)
        if current and not goes_on:
            _close(pieces, current)
        if not current:
            contents = in_contents(contents, line, titles, last[line.text.text] > index)
            piece = _piece(line, pages[index], interrupted or line.breaks_page, contents)
            pieces.append(piece)
            interrupted = piece.kind is BlockKind.FOOTNOTE
        current.append(line)
    _close(pieces, current)
    return [_as_heading(pieces, index) for index in range(len(pieces))]


def _is_begun(current: Sequence[Line], lines: Sequence[Line], index: int, wrap: Wrap) -> bool:
    """Whether a line of a text that was wrapped at a width begins something though no empty line
    parts it from those above."""
    line = lines[index]
    above = current[0].text.text if len(current) == 1 else ""
    titled = is_part_title(line.text.text) or is_part_title(above)
    label = begins_label(line, lines[index + 1 : index + 2])
    return titled or label or is_ended(current, lines[index : index + 3], wrap)


def _is_part(current: Sequence[Line], line: Line) -> bool:
    """Whether a line goes on with those above it though lines are paragraphs: as a note's source
    does, and a label's second half."""
    of_note = current[0].kind is LineKind.NOTE and line.kind is LineKind.LABELLED
    heads = line.text.text.endswith(":")
    return (of_note and not heads) or is_short_part(current[-1], line)


def _close(pieces: list[Piece], current: list[Line]) -> None:
    """Gives the last piece its further lines, and forgets them."""
    if len(current) > 1:
        texts = tuple(line.text for line in current)
        pieces[-1] = replace(pieces[-1], texts=texts)
    current.clear()


def _continues(current: Sequence[Line], line: Line, is_wrapped: bool) -> bool:
    """Whether a line goes on with the lines right above it, if there are any. Where the text was wrapped
    at a width, words before a colon that a small letter follows are prose: "Few came: the police"."""
    if not current:
        return False
    first, last = current[0], current[-1]
    if _is_wrapped_decimal(first, last, line):
        return True
    if line.kind not in (LineKind.PLAIN, LineKind.LABELLED) or _counts_on(first, line):
        return False
    if first.kind in (LineKind.ROW, LineKind.HEADING):
        return False
    if ends_sentence(last.text.text) and is_part_title(line.text.text):
        return False
    if is_whole_paragraph(last) and first.kind is LineKind.PLAIN:
        return False
    if line.kind is LineKind.LABELLED:
        note = first.kind is LineKind.NOTE or _NOTE_LIKE.match(first.text.text) is not None
        is_prose = is_wrapped and _COLON_IN_PROSE.match(line.text.text) is not None
        is_open = not ends_sentence(last.text.text)
        return note or is_prose or (is_open and first.kind is not LineKind.LABELLED)
    return True


def _counts_on(first: Line, line: Line) -> bool:
    """Whether a line opens the note behind the one above, both with plain digits."""
    before, this = (_NOTE_NUMBER.match(one.text.text) for one in (first, line))
    return before is not None and this is not None and int(this[1]) == int(before[1]) + 1


def _is_wrapped_decimal(first: Line, last: Line, line: Line) -> bool:
    """A line that opens with a decimal of the sentence above it: "an average of / 7.6 cases".

    A list whose items begin low and lack full stops counts on from number to number.
    """
    number = line.number if line.kind is LineKind.NUMBERED else None
    if number is None or "." not in number or line.marked or line.bulleted:
        return False
    low = line.text.text[line.number_end :].lstrip()[:1].islower()
    in_text = first.kind in (LineKind.PLAIN, LineKind.NUMBERED, LineKind.BULLET)
    return low and in_text and not ends_sentence(last.text.text) and not _next(first.number, number)


def _next(before: str | None, number: str) -> bool:
    """Whether a dotted number follows another in the same list."""
    head, _, last = (before or "").rpartition(".")
    following, _, this = number.rpartition(".")
    return bool(head) and head == following and int(this) > int(last)


def _piece(line: Line, page: int | None, interrupted: bool, contents: bool) -> Piece:
    text = line.text.text
    kind = _KINDS.get(line.kind, BlockKind.PARAGRAPH)
    if contents or (text[-1:].isdecimal() and _LEADER_ROW.match(text)):
        kind = BlockKind.CONTENTS
    return Piece(
        kind,
        (join(cell for cell in line.cells if cell) if line.cells else line.text,),
        number=line.number,
        number_end=line.number_end,
        level=line.level,
        cells=line.cells if kind is BlockKind.ROW else (),
        page=page,
        marked=line.marked,
        bulleted=line.bulleted,
        interrupted=interrupted,
    )


def _as_heading(pieces: Sequence[Piece], index: int) -> Piece:
    """The piece, as a heading where it looks like one though nothing marks it."""
    piece = pieces[index]
    if piece.kind is not BlockKind.PARAGRAPH or piece.bulleted:
        return piece
    text = piece.text
    if len(text) > _HEADING_LENGTH or len(piece.texts) > 2:
        return piece
    whole = not (ends_sentence(text) or GOES_ON.search(text) or _SENTENCES.search(text))
    ends_open = whole or (text.endswith(":") and len(text) < _COLON_HEADING_LENGTH)
    starts_high = _STARTS_HIGH.match(text[piece.number_end :]) is not None
    before = next((p for p in reversed(pieces[:index]) if p.kind is not BlockKind.FOOTNOTE), None)
    after_whole = (
        before is None
        or before.kind is not BlockKind.PARAGRAPH
        or (ends_sentence(before.text) or len(before.text) <= _HEADING_LENGTH)
    )
    letters = any(character.isalpha() for character in text)
    if is_part_title(text):
        return replace(piece, kind=BlockKind.HEADING)
    if not (ends_open and starts_high and after_whole and letters) or _is_torn(pieces, index):
        return piece
    return replace(piece, kind=BlockKind.HEADING)


def _is_torn(pieces: Sequence[Piece], index: int) -> bool:
    """Whether what looks like a heading goes on in lower case behind what tore it."""
    following = [p for p in pieces[index + 1 : index + 6] if p.kind is not BlockKind.FOOTNOTE]
    numbers = [p for p in following if _LONE_NUMBER.match(p.text)]
    after = next((p for p in following if p not in numbers), None)
    if after is None or not after.text[:1].islower():
        return False
    plain = after.kind is BlockKind.PARAGRAPH and len(pieces[index].text) > _LONGEST_LABEL
    return after.interrupted or following[0] in numbers or plain


def _pages(lines: Sequence[Line], furniture: Furniture) -> list[int | None]:
    """The page of each line: printed numbers where furniture carries them, else counted.

    A number is taken to stand at the foot of its page, unless it opens the text behind a
    page break: then it heads its page.
    """
    if not furniture.numbers:
        return [line.page for line in lines]
    places = sorted(furniture.numbers)
    heads = any(lines[place].breaks_page for place in places)
    pages: list[int | None] = [None] * len(lines)
    for before, place in zip([None, *places], [*places, None], strict=True):
        start = 0 if before is None else before
        end = len(lines) if place is None else place
        label = before if heads else place
        number = furniture.numbers[label] if label is not None else None
        if number is None and not heads and before is not None:
            number = furniture.numbers[before] + 1
        pages[start:end] = [number] * (end - start)
    return pages
