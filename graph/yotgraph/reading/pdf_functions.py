"""The functions of PDFium that are called for every word and every drawn object.

The bindings make a Python object for each pointer and look at each argument, which takes longer
than the call itself. Here a handle comes as a plain integer, and nothing is declared of the
arguments: ctypes then passes an ``int`` as C's, and what is made by :func:`handle` or
``ctypes.byref`` as a pointer. An address as a plain integer would lose its upper half.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

__all__ = [
    "address",
    "character_box",
    "character_font_size",
    "character_matrix",
    "character_origin",
    "character_run",
    "handle",
    "object_at",
    "object_type",
    "run_font",
]


def address(pointer: Any) -> int:
    """A handle of the bindings as an integer; 0 for none."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def handle(pointer: Any) -> ctypes.c_void_p:
    """A handle of the bindings as the functions below take it."""
    return ctypes.cast(pointer, ctypes.c_void_p)


def _plain(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    place = address(getattr(pdfium, name))
    return ctypes.PYFUNCTYPE(result, *arguments)(place)


_HANDLE, _INT, _DOUBLE = ctypes.c_void_p, ctypes.c_int, ctypes.c_double

# These take the handle of a page's text and the number of a character.
character_run: Callable[[ctypes.c_void_p, int], int | None] = _plain(
    "FPDFText_GetTextObject", _HANDLE
)
character_font_size: Callable[[ctypes.c_void_p, int], float] = _plain(
    "FPDFText_GetFontSize", _DOUBLE
)
# These take references to what they fill: two doubles, an ``FS_RECTF``, an ``FS_MATRIX``.
character_origin: Callable[[ctypes.c_void_p, int, Any, Any], int] = _plain(
    "FPDFText_GetCharOrigin", _INT
)
character_box: Callable[[ctypes.c_void_p, int, Any], int] = _plain("FPDFText_GetLooseCharBox", _INT)
character_matrix: Callable[[ctypes.c_void_p, int, Any], int] = _plain("FPDFText_GetMatrix", _INT)
# This takes the handle of a page and the number of an object.
object_at: Callable[[ctypes.c_void_p, int], int | None] = _plain("FPDFPage_GetObject", _HANDLE)
# These take what :data:`character_run` and :data:`object_at` give.
run_font: Callable[[int], int | None] = _plain("FPDFTextObj_GetFont", _HANDLE, _HANDLE)
object_type: Callable[[int | None], int] = _plain("FPDFPageObj_GetType", _INT, _HANDLE)
