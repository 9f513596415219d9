"""A page of a PDF as PDFium gives it: words and ruled lines, each with its place.

Places are in points; ``x`` grows to the right and ``y`` down the page, whichever way the file
turns it. Where a page begins does not matter, only how its parts lie to each other.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from yotgraph.reading.pdf_functions import (
    address,
    character_font_size,
    character_run,
    object_at,
    object_type,
    run_font,
)

__all__ = ["Page", "Rule", "Style", "Word", "load_page"]

# PDFium puts this for the hyphen that breaks a word at a line's end.
_LINE_END_HYPHEN = "\ufffe"
_TOKEN = re.compile(rf"[^\s\x00-\x08\x0e-\x1f{_LINE_END_HYPHEN}]+[{_LINE_END_HYPHEN}\x02]?")
_DIGITS = re.compile(r"\d+")
_OPENING = "([{\"'“‘"
_BOLD = re.compile(r"bold|black|heavy|demi|semibold", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
_ITALIC_FLAG = 1 << 6
_FORCE_BOLD_FLAG = 1 << 18
_FONT_NAME_LENGTH = 128
# A line thinner than this rules a table or a page.
_RULE_THICKNESS = 2.5
_RULE_LENGTH = 6.0
# The sign before a list's item, where it is drawn and not set in type.
_DOT_SIDES = (1.5, 7.0)
_DOT_RATIO = 1.3
# A page with more is a drawing or hostile: its lines then rule no table.
_MOST_RULES = 1_500
_MOST_OBJECTS = 60_000
_MOST_SEGMENTS = 20_000


class Style(NamedTuple):
    """How a run of type is set. ``size`` in points; ``upright`` is not turned on the page."""

    size: float
    bold: bool
    italic: bool
    upright: bool


class Word(NamedTuple):
    """Characters without white space between them. ``base`` is the line they stand on;
    ``glued`` says that no space stood before it."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    glued: bool = False


class Rule(NamedTuple):
    """A drawn line, horizontal or vertical."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Whether it runs from side to side."""
        return self.right - self.left >= self.bottom - self.top


class Page(NamedTuple):
    """What stands on one page. ``dots`` are small filled marks such as list signs;
    ``image`` says that it shows a picture."""

    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    dots: tuple[Rule, ...] = ()
    image: bool = False


_Turn = Callable[[float, float], tuple[float, float]]


def load_page(document: Any, index: int, most_characters: int) -> Page:
    """One page of a document that PDFium has open, empty where PDFium cannot load it.

    Raises :class:`OverflowError` for a page with more characters than given.
    """
    handle = pdfium.FPDF_LoadPage(document, index)
    if not handle:
        return Page(())
    try:
        turn = _TURNS[pdfium.FPDFPage_GetRotation(handle) % 4]
        text = pdfium.FPDFText_LoadPage(handle)
        if not text:
            return Page(())
        try:
            count = pdfium.FPDFText_CountChars(text)
            if count > most_characters:
                raise OverflowError(count)
            words = tuple(_Words(text, count, turn).all())
        finally:
            pdfium.FPDFText_ClosePage(text)
        return _with_drawings(handle, words, turn)
    finally:
        pdfium.FPDF_ClosePage(handle)


_TURNS: tuple[_Turn, ...] = (
    lambda x, y: (x, -y),
    lambda x, y: (y, x),
    lambda x, y: (-x, y),
    lambda x, y: (-y, -x),
)


class _Words:
    """Reads the words of one page."""

    def __init__(self, text: Any, count: int, turn: _Turn) -> None:
        self._text = text
        self._handle = address(text)
        self._count = count
        self._turn = turn
        self._styles: dict[int, Style] = {}
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()

    def all(self) -> Iterator[Word]:
        """Every word that is not turned, in the order of the file."""
        for match in _TOKEN.finditer(self._characters()):
            token = match.group()
            if token[-1] in (_LINE_END_HYPHEN, "\x02"):
                token = token[:-1] + "-"
            yield from self._word(token, match.start())

    def _characters(self) -> str:
        """The page's characters, one for each that PDFium counts."""
        buffer = (ctypes.c_ushort * (self._count + 1))()
        length = pdfium.FPDFText_GetText(self._text, 0, self._count, buffer)
        text = bytes(buffer).decode("utf-16-le", errors="replace")[: max(0, length - 1)]
        if len(text) == self._count:
            return text
        codes = (pdfium.FPDFText_GetUnicode(self._text, i) for i in range(self._count))
        return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)

    def _word(self, token: str, start: int) -> Iterator[Word]:
        """A token, in pieces where its digits are set smaller or larger than the rest."""
        # A bracket or a quotation mark may stand before italics that begin with the word.
        style = self._style(start + 1 if len(token) > 1 and token[0] in _OPENING else start)
        bounds = [0]
        styles = [style]
        for digits in _DIGITS.finditer(token):
            for place in digits.span():
                if not bounds[-1] < place < len(token):
                    continue
                here = self._style(start + place)
                if here.size != styles[-1].size:
                    bounds.append(place)
                    styles.append(here)
        bounds.append(len(token))
        for number, style in enumerate(styles):
            begin, end = bounds[number], bounds[number + 1]
            if style.upright:
                yield self._piece(token[begin:end], start + begin, style, number > 0)

    def _piece(self, text: str, start: int, style: Style, glued: bool) -> Word:
        pdfium.FPDFText_GetCharOrigin(self._text, start, self._x, self._y)
        left, base = self._turn(self._x.value, self._y.value)
        pdfium.FPDFText_GetLooseCharBox(self._text, start + len(text) - 1, self._box)
        box = self._box
        right = max(self._turn(box.left, box.bottom)[0], self._turn(box.right, box.top)[0])
        return Word(text, left, max(left, right), base, style.size, style.bold, style.italic, glued)

    def _style(self, place: int) -> Style:
        run = character_run(self._handle, place) or 0
        known = self._styles.get(run)
        if known is not None:
            return known
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self._text, place, matrix)
        scale = max(abs(matrix.c), abs(matrix.d))
        size = round(character_font_size(self._handle, place) * scale, 1)
        along, across = self._turn(matrix.a, matrix.b)
        upright = along > abs(across)
        bold, italic = self._font(run_font(run) or 0) if run else (False, False)
        # A slanted matrix makes italics of upright type.
        slanted = abs(matrix.c) > 0.1 * abs(matrix.d) and not matrix.b
        style = Style(size, bold, italic or slanted, upright)
        self._styles[run] = style
        return style

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


def _with_drawings(handle: Any, words: tuple[Word, ...], turn: _Turn) -> Page:
    """The page with its ruled lines and dots."""
    rules: list[Rule] = []
    dots: list[Rule] = []
    image = False
    page = address(handle)
    segments = 0
    for index in range(min(_MOST_OBJECTS, pdfium.FPDFPage_CountObjects(handle))):
        item = object_at(page, index) or 0
        kind = object_type(item)
        if kind != pdfium.FPDF_PAGEOBJ_PATH:
            image = image or kind == pdfium.FPDF_PAGEOBJ_IMAGE
            continue
        path = ctypes.cast(item, pdfium.FPDF_PAGEOBJECT)
        segments += max(0, pdfium.FPDFPath_CountSegments(path))
        if segments > _MOST_SEGMENTS or len(rules) > _MOST_RULES:
            return Page(words, image=image)
        box = _bounds(path, turn)
        if box is None:
            continue
        if _is_dot(box):
            dots.append(box)
        elif _is_rule(box):
            rules.append(box)
        else:
            rules.extend(_edges(path, turn))
    return Page(words, tuple(rules), tuple(dots), image)


def _bounds(item: Any, turn: _Turn) -> Rule | None:
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(item, *sides):
        return None
    left, bottom, right, top = (side.value for side in sides)
    return _rule(turn(left, bottom), turn(right, top))


def _rule(one: tuple[float, float], other: tuple[float, float]) -> Rule:
    (x0, y0), (x1, y1) = one, other
    return Rule(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _is_dot(box: Rule) -> bool:
    width, height = box.right - box.left, box.bottom - box.top
    low, high = _DOT_SIDES
    return low <= min(width, height) and max(width, height) <= min(
        high, _DOT_RATIO * min(width, height)
    )


def _is_rule(box: Rule) -> bool:
    width, height = box.right - box.left, box.bottom - box.top
    return min(width, height) <= _RULE_THICKNESS and max(width, height) >= _RULE_LENGTH


def _edges(item: Any, turn: _Turn) -> Iterator[Rule]:
    """The straight sides of a drawn shape: a box, or a whole table's grid in one path."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = None
    for index in range(pdfium.FPDFPath_CountSegments(item)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        a, b = x.value, y.value
        point = turn(matrix.a * a + matrix.c * b + matrix.e, matrix.b * a + matrix.d * b + matrix.f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO and last is not None:
            yield from _straight(last, point)
        if pdfium.FPDFPathSegment_GetClose(segment) and first is not None:
            yield from _straight(point, first)
        last = point


def _straight(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Rule]:
    side = _rule(one, other)
    if _is_rule(side):
        yield side
