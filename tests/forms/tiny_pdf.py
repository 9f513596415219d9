"""Small PDF files, written by hand: words at places, ruled lines, dots, a picture.

Places are in points from the lower left corner, as PDF has them. Type is the Helvetica that
every reader of PDF has.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

__all__ = ["Sheet", "file", "pdf"]

_FONTS = {"regular": "Helvetica", "bold": "Helvetica-Bold", "italic": "Helvetica-Oblique"}
_NAMES = {font: f"F{number}" for number, font in enumerate(_FONTS, 1)}


@dataclass
class Sheet:
    """One page. ``turned`` is the angle by which viewers turn it."""

    turned: int = 0
    operators: list[str] = field(default_factory=list)
    picture: bool = False

    def put(
        self,
        x: float,
        y: float,
        words: str,
        size: float = 11,
        font: str = "regular",
        slope: int = 0,
    ) -> Sheet:
        """Sets words with their left end at a place; ``slope`` turns them by a right angle."""
        matrix = "0 1 -1 0" if slope else "1 0 0 1"
        self.operators.append(
            f"BT /{_NAMES[font]} {size} Tf {matrix} {x} {y} Tm ({_escaped(words)}) Tj ET"
        )
        return self

    def run(self, x: float, y: float, *pieces: str) -> Sheet:
        """Sets pieces one right behind the other: ``^`` before one raises it and makes it
        small, ``/`` sets it in italics."""
        shown = []
        for piece in pieces:
            name = _NAMES["italic" if piece.startswith("/") else "regular"]
            size, rise = (6.5, 4) if piece.startswith("^") else (11, 0)
            shown.append(f"/{name} {size} Tf {rise} Ts ({_escaped(piece.lstrip('^/'))}) Tj")
        self.operators.append(f"BT 1 0 0 1 {x} {y} Tm {' '.join(shown)} ET")
        return self

    def lines(
        self,
        x: float,
        y: float,
        *lines: str,
        size: float = 11,
        step: float = 14,
        font: str = "regular",
    ) -> Sheet:
        """Sets lines below one another."""
        for number, line in enumerate(lines):
            self.put(x, y - number * step, line, size, font)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """Draws a line."""
        self.operators.append(f"{x0} {y0} m {x1} {y1} l S")
        return self

    def dot(self, x: float, y: float, side: float = 3) -> Sheet:
        """Fills a small square."""
        self.operators.append(f"{x} {y} {side} {side} re f")
        return self


def _escaped(words: str) -> str:
    text = words.encode("cp1252", "replace").decode("latin-1")
    return "".join(f"\\{ord(c):03o}" if c in "()\\" or ord(c) > 126 else c for c in text)


def pdf(*sheets: Sheet) -> bytes:
    """A PDF of these pages."""
    fonts = " ".join(f"/{_NAMES[f]} {number} 0 R" for number, f in enumerate(_FONTS, 3))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        *(_font(name) for name in _FONTS.values()),
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
        b" /BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream",
    ]
    kids: list[str] = []
    for sheet in sheets:
        drawn = ["600 0 0 800 0 0 cm /P Do"] if sheet.picture else []
        stream = zlib.compress("\n".join([*sheet.operators, *drawn]).encode("latin-1"))
        head = f"<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n".encode()
        objects.append(head + stream + b"\nendstream")
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {sheet.turned}"
            f" /Contents {len(objects)} 0 R /Resources"
            f" << /Font << {fonts} >> /XObject << /P {len(_FONTS) + 3} 0 R >> >> >>"
        )
        objects.append(page.encode())
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return file(objects)


def _font(name: str) -> bytes:
    return (
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
    )


def file(objects: Sequence[bytes]) -> bytes:
    """The bytes of a PDF that holds these objects, numbered from 1; the first is the catalogue."""
    content = b"%PDF-1.4\n"
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(content)}\n%%EOF\n"
    return content + head.encode() + tail.encode()
