"""Bytes of a text file -> characters, or one line that says why not."""

from __future__ import annotations

import codecs

from yotgraph.errors import ReadingError

__all__ = ["decode", "unmarked_utf_16"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Control characters that text files hold: tab, line feed, form feed, carriage return.
_TEXT_CONTROLS = {9, 10, 12, 13}
_MOST_CONTROLS = 0.01
# Of two bytes of a letter in UTF-16 one is nearly always zero, and always the same one.
_ZEROS = 0.4
_SAMPLE = 4_096


def decode(content: bytes, name: str) -> str:
    """The characters of a text file, line ends as they are.

    UTF-8 and UTF-16 by their marks, UTF-16 also by its zeros, else UTF-8, else Windows-1252
    (which holds Latin-1's letters). Raises :class:`ReadingError` for an empty or a binary file.

    >>> decode("Môn – caf\\u00e9".encode("cp1252"), "a.txt")
    'Môn – café'
    """
    if not content.strip():
        raise ReadingError(f"{name}: the file is empty; give it the report's text")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = _decoded(content, encoding, name)
            if not text.strip():
                raise ReadingError(f"{name}: the file is empty; give it the report's text")
            return text
    order = unmarked_utf_16(content)
    if order is not None:
        return _decoded(content, order, name)
    controls = sum(content.count(byte) for byte in range(32) if byte not in _TEXT_CONTROLS)
    if content.count(0) or controls > _MOST_CONTROLS * len(content):
        raise ReadingError(f"{name}: this is a binary file, not text; save the report as text")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def unmarked_utf_16(content: bytes) -> str | None:
    """The order of bytes in UTF-16 that has no mark to tell it, or nothing for other bytes.

    >>> unmarked_utf_16("Context".encode("utf-16-be")), unmarked_utf_16(b"Context")
    ('utf-16-be', None)
    """
    sample = content[:_SAMPLE]
    first, second = sample[::2].count(0), sample[1::2].count(0)
    most = _ZEROS * len(sample) / 2
    if second > most and not first:
        order = "utf-16-le"
    elif first > most and not second:
        order = "utf-16-be"
    else:
        return None
    signs = sample.decode(order, errors="ignore")
    return order if _TEXT_CONTROLS.issuperset(ord(s) for s in signs if s < " ") else None


def _decoded(content: bytes, encoding: str, name: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as broken:
        raise ReadingError(
            f"{name}: not valid {encoding} at byte {broken.start}; save it as UTF-8"
        ) from broken
    if not text.strip():
        raise ReadingError(f"{name}: the file is empty; give it the report's text")
    return text
