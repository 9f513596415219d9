"""What is drawn on a page of a PDF: ruled lines and list signs."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from yotgraph.reading.pdf_functions import handle, object_at, object_type

__all__ = ["Drawings", "Rule", "Turn", "drawings_of"]

Turn = Callable[[float, float], tuple[float, float]]

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


class Drawings(NamedTuple):
    """The lines and dots on a page."""

    rules: tuple[Rule, ...] = ()
    dots: tuple[Rule, ...] = ()


def drawings_of(page: Any, turn: Turn) -> Drawings:
    """The drawings of a page that PDFium has open; ``turn`` gives places as they are seen."""
    rules: list[Rule] = []
    dots: list[Rule] = []
    segments = 0
    sides = tuple(ctypes.c_float() for _ in range(4))
    for path in _paths(page):
        segments += max(0, pdfium.FPDFPath_CountSegments(path))
        if segments > _MOST_SEGMENTS or len(rules) > _MOST_RULES:
            return Drawings()
        box = _bounds(path, turn, sides)
        if box is None:
            continue
        if _is_dot(box):
            dots.append(box)
        elif _is_rule(box):
            rules.append(box)
        else:
            rules.extend(_edges(path, turn))
    return Drawings(tuple(rules), tuple(dots))


def _paths(page: Any) -> Iterator[Any]:
    """The objects that are no type or picture. Browsers make an object of every letter, so that
    there are thousands: what is called for each is called by ``map``."""
    count = min(_MOST_OBJECTS, pdfium.FPDFPage_CountObjects(page))
    items = list(map(object_at, repeat(handle(page), count), range(count)))
    for item, kind in zip(items, map(object_type, items), strict=True):
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield ctypes.cast(item or 0, pdfium.FPDF_PAGEOBJECT)


def _bounds(item: Any, turn: Turn, sides: Sequence[ctypes.c_float]) -> Rule | None:
    """The box around an object; ``sides`` are filled on the way."""
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


def _edges(item: Any, turn: Turn) -> Iterator[Rule]:
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
