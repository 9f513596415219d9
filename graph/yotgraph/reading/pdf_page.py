"""A page of a PDF as PDFium gives it: words and ruled lines, each with its place.

Places are in points; ``x`` grows to the right and ``y`` down the page, whichever way the file
turns it. Where a page begins does not matter, only how its parts lie to each other.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from yotgraph.reading.pdf_drawings import Rule, Turn, drawings_of
from yotgraph.reading.pdf_functions import (
    character_box,
    character_font_size,
    character_matrix,
    character_origin,
    character_run,
    handle,
    run_font,
)

__all__ = ["Page", "Style", "Word", "load_page"]

# PDFium puts this for the hyphen that breaks a word at a line's end.
_LINE_END_HYPHEN = "\ufffe"
_CONTROL_HYPHEN = "\x02"
# Signs of their own for the hyphen, the one that no line breaks at among them.
_AS_HYPHEN = dict.fromkeys(map(ord, (_LINE_END_HYPHEN, _CONTROL_HYPHEN, "\u2010", "\u2011")), "-")
_TOKEN = re.compile(rf"[^\s\x00-\x08\x0e-\x1f{_LINE_END_HYPHEN}]+[{_LINE_END_HYPHEN}\x02]?")
# Where type may change its size within a word: at a mark's digits or brackets.
_CHANGES = re.compile(r"\d+|\[\D*|\]")
_OPENING = "([{\"'“‘"
_BOLD = re.compile(r"bold|black|heavy|demi|semibold", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
_ITALIC_FLAG = 1 << 6
_FORCE_BOLD_FLAG = 1 << 18
_FONT_NAME_LENGTH = 128
_TURNING_BYTES = 4 * ctypes.sizeof(ctypes.c_float)


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of type is set. ``size`` in points; ``upright`` is not turned on the page."""

    size: float
    bold: bool
    italic: bool
    upright: bool


@dataclass(slots=True)
class Word:
    """Characters without white space between them. ``base`` is the line they stand on;
    ``glued`` says that no space stood before it.

    Nothing changes one. Thousands are made and asked for their places again and again: a frozen
    one takes five times as long to make, a named tuple three times as long to ask.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    glued: bool = False


class Page(NamedTuple):
    """What stands on one page. ``dots`` are small filled marks such as list signs."""

    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    dots: tuple[Rule, ...] = ()


def load_page(document: Any, index: int, most_characters: int) -> Page:
    """One page of a document that PDFium has open, empty where PDFium cannot load it.

    Raises :class:`OverflowError` for a page with more characters than given.
    """
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return Page(())
    try:
        turn = _TURNS[pdfium.FPDFPage_GetRotation(page) % 4]
        text = pdfium.FPDFText_LoadPage(page)
        if not text:
            return Page(())
        try:
            count = pdfium.FPDFText_CountChars(text)
            if count > most_characters:
                raise OverflowError(count)
            words = tuple(_Words(text, count, turn).all())
        finally:
            pdfium.FPDFText_ClosePage(text)
        drawings = drawings_of(page, turn)
        return Page(words, drawings.rules, drawings.dots)
    finally:
        pdfium.FPDF_ClosePage(page)


def _straight(x: float, y: float) -> tuple[float, float]:
    return x, -y


_TURNS: tuple[Turn, ...] = (
    _straight,
    lambda x, y: (y, x),
    lambda x, y: (-x, y),
    lambda x, y: (-y, -x),
)


class _Words:
    """Reads the words of one page."""

    def __init__(self, text: Any, count: int, turn: Turn) -> None:
        self._text = text
        self._handle = handle(text)
        self._count = count
        self._turn = turn
        self._styles: dict[int, Style] = {}
        self._settings: dict[tuple[int, float, bytes], Style] = {}
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._place = ctypes.byref(self._x), ctypes.byref(self._y)
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._box_reference = ctypes.byref(self._box)
        self._matrix_reference = ctypes.byref(self._matrix)
        # The four numbers of the matrix that turn and scale, without the place.
        self._matrix_numbers = (ctypes.c_char * _TURNING_BYTES).from_buffer(self._matrix)

    def all(self) -> list[Word]:
        """Every word that is not turned and can be seen, in the order of the file."""
        found: list[Word] = []
        for match in _TOKEN.finditer(self._characters()):
            token, start = match.group(), match.start()
            if not token.isascii():
                token = token.translate(_AS_HYPHEN)
            elif token[-1] == _CONTROL_HYPHEN:
                token = token[:-1] + "-"
            # A bracket or a quotation mark may stand before italics that begin with the word.
            inner = token[0] in _OPENING and len(token) > 1
            style = self._style(start + 1 if inner else start)
            # Type without a size is not seen, and nothing can be measured by it.
            if not (style.upright and style.size > 0):
                continue
            if token.isalpha() or _CHANGES.search(token) is None:
                found.append(self._piece(token, start, style))
            else:
                found += [piece for piece in self._pieces(token, start) if piece.size > 0]
        return found

    def _characters(self) -> str:
        """The page's characters, one for each that PDFium counts."""
        buffer = (ctypes.c_ushort * (self._count + 1))()
        length = pdfium.FPDFText_GetText(self._text, 0, self._count, buffer)
        text = bytes(buffer).decode("utf-16-le", errors="replace")[: max(0, length - 1)]
        if len(text) == self._count:
            return text
        codes = (pdfium.FPDFText_GetUnicode(self._text, i) for i in range(self._count))
        return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)

    def _pieces(self, token: str, start: int) -> Iterator[Word]:
        """A token with digits or brackets, in pieces where they are set in another size."""
        style = self._style(start)
        begin = 0
        for change in _CHANGES.finditer(token):
            first, end = change.span()
            # A mark may stand right behind a figure: "100,000" and "3".
            several = end - first > 1 and self._style(start + end - 1) != self._style(start + first)
            for place in range(first, end + 1) if several else (first, end):
                if not begin < place < len(token):
                    continue
                here = self._style(start + place)
                if here.size != style.size:
                    yield self._piece(token[begin:place], start + begin, style, begin > 0)
                    begin, style = place, here
        yield self._piece(token[begin:], start + begin, style, begin > 0)

    def _piece(self, text: str, start: int, style: Style, glued: bool = False) -> Word:
        character_origin(self._handle, start, *self._place)
        box = self._box
        character_box(self._handle, start + len(text) - 1, self._box_reference)
        if self._turn is _straight:
            left, base, right = self._x.value, -self._y.value, box.right
        else:
            left, base = self._turn(self._x.value, self._y.value)
            right = max(self._turn(box.left, box.bottom)[0], self._turn(box.right, box.top)[0])
        right = right if right > left else left
        return Word(text, left, right, base, style.size, style.bold, style.italic, glued)

    def _style(self, place: int) -> Style:
        run = character_run(self._handle, place) or 0
        style = self._styles.get(run)
        if style is None:
            style = self._styles[run] = self._style_of(run, place)
        return style

    def _style_of(self, run: int, place: int) -> Style:
        """The style of a run, which may be one letter: runs that are set alike share it."""
        character_matrix(self._handle, place, self._matrix_reference)
        size = character_font_size(self._handle, place)
        setting = run_font(run) or 0 if run else 0, size, self._matrix_numbers.raw
        style = self._settings.get(setting)
        if style is None:
            style = self._settings[setting] = self._set(*setting[:2])
        return style

    def _set(self, font: int, size: float) -> Style:
        matrix = self._matrix
        scale = max(abs(matrix.c), abs(matrix.d))
        along, across = self._turn(matrix.a, matrix.b)
        upright = along > abs(across)
        bold, italic = self._font(font) if font else (False, False)
        # A slanted matrix makes italics of upright type.
        slanted = abs(matrix.c) > 0.1 * abs(matrix.d) and not matrix.b
        return Style(round(size * scale, 1), bold, italic or slanted, upright)

    def _font(self, handle: int) -> tuple[bool, bool]:
        known = self._fonts.get(handle)
        if known is None:
            font = ctypes.cast(handle, pdfium.FPDF_FONT)
            buffer = ctypes.create_string_buffer(_FONT_NAME_LENGTH)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, _FONT_NAME_LENGTH)
            name = buffer.value.decode("latin-1")
            flags = max(0, pdfium.FPDFFont_GetFlags(font))
            bold = _BOLD.search(name) is not None or bool(flags & _FORCE_BOLD_FLAG)
            known = bold, _ITALIC.search(name) is not None or bool(flags & _ITALIC_FLAG)
            self._fonts[handle] = known
        return known
