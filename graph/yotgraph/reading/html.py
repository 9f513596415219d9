"""An HTML page -> its source text: Markdown with tabs between the cells of tables."""

from __future__ import annotations

import codecs
import re

from yotgraph.errors import ReadingError
from yotgraph.reading.decoding import decode
from yotgraph.reading.isolation import isolated

__all__ = ["html_text"]

_MOST_CHARACTERS = 20_000_000
# A report's page takes a few hundredths of a second.
_SECONDS = 10
_DECLARED = re.compile(rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_DECLARATION_REACH = 2_048
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What pages say for what they hold: the HTML standard has them mean Windows-1252.
_LATIN = frozenset(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "iso8859-1"))


def html_text(content: bytes, name: str) -> str:
    """The source text of a page: what a reader would call the document, without navigation.

    Raises :class:`ReadingError` for a page without words and for very large ones.
    """
    from yotgraph.reading.html_page import page_text

    page = _characters(content, name)
    if len(page) > _MOST_CHARACTERS:
        raise ReadingError(f"{name}: more text than any report's; give the report's page alone")
    text = isolated(lambda: page_text(page, name), name, _SECONDS)
    if not any(map(str.isalpha, text)):
        raise ReadingError(
            f"{name}: a page without words; it may fill itself by script: save what the browser shows"
        )
    return text


def _characters(content: bytes, name: str) -> str:
    """The page's characters, by its marks, its own declaration or what they look like."""
    declared = _DECLARED.search(content, 0, _DECLARATION_REACH)
    if declared is None or content.startswith(_MARKS):
        return decode(content, name)
    encoding = declared[1].decode("ascii").lower()
    if encoding in _LATIN or encoding.startswith("utf-16"):
        # A page whose declaration can be read as ASCII is not in UTF-16.
        return decode(content, name)
    try:
        return content.decode(codecs.lookup(encoding).name)
    except (LookupError, UnicodeDecodeError):
        return decode(content, name)
