"""Source -> lines without mark-up, each told apart by what opens it.

Takes Markdown, the inline HTML that converters leave in text, and plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from yotgraph.reading.inline_markup import SUPERSCRIPTS, TO_DIGITS, Markup, without_markup
from yotgraph.reading.navigation import is_navigation
from yotgraph.reading.side_cells import side_rows
from yotgraph.reading.side_pairing import Piece, SideRow
from yotgraph.reading.traced import EMPTY, Traced, join
from yotgraph.reading.wrapped_notes import with_whole_notes
from yotgraph.reading.wrapped_tables import lines_in, unbroken

__all__ = ["BULLET_SIGNS", "Line", "LineKind", "read_lines"]


class LineKind(StrEnum):
    """What opens a line."""

    BLANK = "blank"
    RULE = "rule"
    HEADING = "heading"
    BULLET = "bullet"
    NUMBERED = "numbered"
    NOTE = "note"
    ROW = "row"
    LABELLED = "labelled"
    PLAIN = "plain"


# Not frozen, though nothing changes one: making a frozen one takes five times as long.
@dataclass(slots=True)
class Line:
    """One printed line. ``text`` is without its opening bullet or ``#``; a printed
    ``number`` stays in it, ``number_end`` says up to where."""

    kind: LineKind
    text: Traced
    number: str | None = None
    number_end: int = 0
    level: int | None = None
    cells: tuple[Traced, ...] = ()
    page: int | None = None
    marked: bool = False
    bulleted: bool = False
    breaks_page: bool = False


_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}$|\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*$")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)")
_WHOLE_BOLD = re.compile(r"\s*(\*\*|__)(?!\s)[^*\n]+\1\s*:?\s*$")
BULLET_SIGNS = r"–*•▪■●○◦·‣⁃◆◇◈❖➢►✓\uf0a7\uf0b7\uf0d8\uf076\uf0fc-"
"""The signs that open the items of a list, for a set of an expression."""
_BULLET = re.compile(rf"\s*(?:[—{BULLET_SIGNS}]|o(?=\s))\s+(?=\S)")
_NUMBER = re.compile(
    r"(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,2})(?:[.):]|(?=\s))\s*(?=[^\s\d%.,)])(?!per[ -]?cent|[mb]illion\b)"
    r"|(?P<single>\d{1,2})[.)]\s+(?=\S)"
)
_NUMBER_ALONE = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}[.):]?$")
_BARE_NUMBER = re.compile(r"(?P<single>\d{1,2})\s+(?=[A-Z“\"‘'])")
_LABEL = re.compile(r"[A-Z][\w’'()/,& -]{1,60}:(?=\s|$)")
_NOTE_OPENING = re.compile(
    rf"\s*(?:<sup>\s*(?P<sup>\d{{1,3}})\s*</sup>|(?P<superscript>[{SUPERSCRIPTS}]{{1,3}})"
    r"|\[{1,2}\^?(?P<note>\d{1,3})\]{1,2}(?:\(#[^()\s]{1,200}\)|:)?"
    # A converter's list of notes: a link back to its mark ends each.
    r"|(?P<listed>\d{1,3})\.\s(?=[\s\S]{1,2000}↩))\s*(?=\S)"
)
# What ends a note, and a line of a converter's list of contents or links.
_BACK = re.compile(r"\s*\[?↩[\ufe0e\ufe0f]?\]?(?:\(#[^()\s]{1,200}\))?\s*$")
_INNER_LINK = re.compile(r"\s*(?:(?:[-*+]|\d{1,3}\.)\s+)?\[[^\[\]]{1,200}\]\(#[^()\s]{1,200}\)\s*$")
_COLUMNS = re.compile(r"\t+|\s*\|(?=\s)\s*|(?<=\S) {3,}(?=\S)")
# What stands on its line alone, far off from where lines begin, stands beside a text.
_SET_OFF = " " * 40
# Markdown's abbreviations, which say what a page shows for them on the screen.
_ABBREVIATION = re.compile(r"\s*\*\[[^\[\]]{1,60}\]: ")


def read_lines(source: str, markup: Markup) -> Iterator[Line]:
    """The lines of a source, in order. Fills ``markup`` on the way.

    A form feed ends a page: the first line behind it ``breaks_page``.
    """
    page = 1 if "\f" in source else None
    breaks_page = False
    places = list(with_whole_notes(source, lines_in(source)))
    texts = [source[start:end].rstrip("\r\n\f") for start, end in places]
    rows = _side_rows(texts) if _SET_OFF in source else {}
    for number, (start, end) in enumerate(places):
        row = rows.get(number)
        if row is None:
            yield _line(texts[number], start, page, breaks_page, markup)
        elif number == row.first:
            cells = tuple(_side_cell(cell, places, texts, markup) for cell in row)
            yield _row(cells, page, breaks_page)
        breaks_page = source[end - 1 : end] == "\f"
        if breaks_page and page is not None:
            page += 1


def _side_rows(texts: Sequence[str]) -> dict[int, SideRow]:
    """The rows of cells side by side, by the numbers of the lines that each takes up."""
    rows = side_rows(texts)
    return {piece.line: row for row in rows for cell in row for piece in cell}


def _side_cell(
    cell: Sequence[Piece], places: Sequence[tuple[int, int]], texts: Sequence[str], markup: Markup
) -> Traced:
    parts = [
        without_markup(texts[line][:end], begin, places[line][0], markup).strip()
        for line, begin, end, _ in cell
    ]
    return unbroken(join(parts, "\n")).folded()


def _line(raw: str, start: int, page: int | None, breaks_page: bool, markup: Markup) -> Line:
    if (
        not raw.strip()
        or is_navigation(raw.strip())
        or _INNER_LINK.match(raw)
        or _ABBREVIATION.match(raw)
    ):
        return Line(LineKind.BLANK, EMPTY, page=page, breaks_page=breaks_page)
    if _RULE.match(raw):
        return Line(LineKind.RULE, EMPTY, page=page, breaks_page=breaks_page)
    note = _NOTE_OPENING.match(raw)
    if note:
        label = note["sup"] or note["note"] or note["listed"]
        label = label or note["superscript"].translate(TO_DIGITS)
        back = _BACK.search(raw)
        text = without_markup(raw[: back.start()] if back else raw, note.end(), start, markup)
        text = text.strip().folded()
        return Line(LineKind.NOTE, text, number=label, page=page, breaks_page=breaks_page)
    return _opened(raw, start, page, breaks_page, markup)


def _row(cells: tuple[Traced, ...], page: int | None, breaks_page: bool) -> Line:
    text = join(cells)
    number = _NUMBER.match(text.text)
    return Line(
        LineKind.ROW,
        text,
        number=_label(number) if number else None,
        number_end=number.end() if number else 0,
        cells=cells,
        page=page,
        breaks_page=breaks_page,
    )


def _opened(raw: str, start: int, page: int | None, breaks_page: bool, markup: Markup) -> Line:
    heading = _HEADING.match(raw)
    bullet = None if heading else _BULLET.match(raw)
    opening = heading or bullet
    text = without_markup(raw, opening.end() if opening else 0, start, markup)
    text = unbroken(text) if "\n" in raw else text
    cells = () if heading else _cells(text)
    text = text.strip().folded()
    marked = heading is not None or (_WHOLE_BOLD.match(raw) is not None and not cells)
    number = _NUMBER.match(text.text) or (_BARE_NUMBER.match(text.text) if marked else None)
    kind = _kind(text.text, marked, bullet is not None, number is not None, bool(cells))
    return Line(
        kind,
        text,
        number=_label(number) if number else None,
        number_end=number.end() if number else 0,
        level=len(heading.group(1)) if heading else None,
        cells=cells,
        page=page,
        marked=marked or bullet is not None,
        bulleted=bullet is not None,
        breaks_page=breaks_page,
    )


def _label(number: re.Match[str]) -> str:
    return next(group for group in number.groupdict().values() if group)


def _kind(text: str, heading: bool, bullet: bool, number: bool, row: bool) -> LineKind:
    if not text:
        return LineKind.BLANK
    if heading:
        return LineKind.HEADING
    if row:
        return LineKind.ROW
    if number:
        return LineKind.NUMBERED
    if bullet:
        return LineKind.BULLET
    return LineKind.LABELLED if _LABEL.match(text) else LineKind.PLAIN


def _cells(text: Traced) -> tuple[Traced, ...]:
    """The cells of a table row, or nothing: at least one separator between or behind words."""
    line = text.text
    if "\t" not in line and "|" not in line and "   " not in line:
        return ()
    inner = line.strip(" ")
    lead = len(line) - len(line.lstrip(" "))
    fenced = inner.startswith("|") and inner.endswith("|") and len(inner) > 1
    if fenced:
        text, line = text.part(lead + 1, lead + len(inner) - 1), inner[1:-1]
        separators = list(re.finditer(r"\s*\|\s*", line))
    else:
        separators = list(_COLUMNS.finditer(line))
    if not separators and not fenced:
        return ()
    if len(separators) == 1 and _NUMBER_ALONE.match(line[: separators[0].start()].strip()):
        # A number set off by a tab opens a paragraph.
        return ()
    indented = not fenced and all(not line[: found.start()].strip() for found in separators)
    if indented and not line.startswith("\t") and "|" not in separators[0].group():
        # Only an indent stands before the words; a tab would leave the first cell empty.
        return ()
    bounds = [0, *(place for found in separators for place in found.span()), len(line)]
    return tuple(
        text.part(begin, end).folded() for begin, end in zip(bounds[::2], bounds[1::2], strict=True)
    )
