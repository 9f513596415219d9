"""The functions of PDFium that are called for every word and every drawn object.

They take and give handles as plain integers. The bindings make a Python object for each
pointer, which takes longer than the call itself.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

__all__ = [
    "address",
    "character_font_size",
    "character_origin",
    "character_run",
    "object_at",
    "object_type",
    "run_font",
]


def address(handle: Any) -> int:
    """A handle of the bindings as an integer; 0 for none."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _plain(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    place = address(getattr(pdfium, name))
    return ctypes.PYFUNCTYPE(result, *arguments)(place)


_HANDLE, _INT, _DOUBLE = ctypes.c_void_p, ctypes.c_int, ctypes.c_double

character_run: Callable[[int, int], int | None] = _plain(
    "FPDFText_GetTextObject", _HANDLE, _HANDLE, _INT
)
character_font_size: Callable[[int, int], float] = _plain(
    "FPDFText_GetFontSize", _DOUBLE, _HANDLE, _INT
)
# The two last arguments are references to doubles, for x and y.
character_origin: Callable[[int, int, Any, Any], int] = _plain(
    "FPDFText_GetCharOrigin", _INT, _HANDLE, _INT, _HANDLE, _HANDLE
)
run_font: Callable[[int], int | None] = _plain("FPDFTextObj_GetFont", _HANDLE, _HANDLE)
object_at: Callable[[int, int], int | None] = _plain("FPDFPage_GetObject", _HANDLE, _HANDLE, _INT)
object_type: Callable[[int], int] = _plain("FPDFPageObj_GetType", _INT, _HANDLE)
