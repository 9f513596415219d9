"""A PDF -> its source text, through PDFium.

The text has the lines of each page in the order in which they are read, as Markdown: headings
by the size of their type, tables with tabs, footnotes with their marks; a form feed stands
between pages.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from yotgraph.errors import ReadingError
from yotgraph.reading.isolation import isolated

__all__ = ["pdf_text"]

# An inspection report has about forty pages, and a page some three thousand characters.
_MOST_PAGES = 600
_MOST_PAGE_CHARACTERS = 100_000
_MOST_CHARACTERS = 4_000_000
_FEWEST_LETTERS = 20
_LETTERS_SHARE = 0.4
_ENCRYPTED = 4


def pdf_text(content: bytes, name: str, ocr: bool = False) -> str:
    """The source text of a PDF; ``ocr`` reads one that holds only pictures with ``ocrmypdf``.

    Raises :class:`ReadingError` for a file that is broken, encrypted, very large, or a scan
    without text.
    """
    # Loaded before the work is set apart, so that the next file finds it loaded.
    for module in ("pypdfium2.raw", "yotgraph.reading.pdf_text"):
        importlib.import_module(module)
    text = isolated(lambda: _read(content, name), name)
    if _is_legible(text):
        return text
    if not ocr:
        raise ReadingError(
            f"{name}: a scan without text; read it with --ocr, for which ocrmypdf must be installed"
        )
    from yotgraph.reading.pdf_ocr import recognised

    scanned = recognised(content, name)
    text = isolated(lambda: _read(scanned, name), name)
    if _is_legible(text):
        return text
    raise ReadingError(f"{name}: no words were recognised in its pictures; scan it anew")


def _is_legible(text: str) -> bool:
    """Whether a text holds words: type without a character map gives signs of no script."""
    letters = sum(map(str.isalpha, text))
    if letters >= max(_FEWEST_LETTERS, _LETTERS_SHARE * len(text)):
        return True
    others = sum(not (sign.isalnum() or sign.isspace() or sign == ".") for sign in text)
    return letters >= max(_FEWEST_LETTERS, _LETTERS_SHARE * (letters + others))


def _read(content: bytes, name: str) -> str:
    from yotgraph.reading.pdf_page import load_page
    from yotgraph.reading.pdf_text import source_text

    pages = []
    left = _MOST_CHARACTERS
    with _opened(content, name) as (document, count):
        for index in range(count):
            try:
                page = load_page(document, index, min(left, _MOST_PAGE_CHARACTERS))
            except OverflowError as large:
                raise ReadingError(
                    f"{name}: page {index + 1} holds more text than any report's; check the file"
                ) from large
            left -= sum(len(word.text) for word in page.words)
            pages.append(page)
    return source_text(pages)


@contextmanager
def _opened(content: bytes, name: str) -> Iterator[tuple[Any, int]]:
    """The document in PDFium, and how many pages it has."""
    import pypdfium2.raw as pdfium

    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        raise ReadingError(_why_not(pdfium.FPDF_GetLastError(), name))
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count < 1:
            raise ReadingError(f"{name}: a PDF without pages; check the file")
        if count > _MOST_PAGES:
            raise ReadingError(
                f"{name}: {count:,} pages, more than any report's; give the report's pages alone"
            )
        yield document, count
    finally:
        pdfium.FPDF_CloseDocument(document)


def _why_not(error: int, name: str) -> str:
    if error == _ENCRYPTED:
        return f"{name}: the PDF is locked with a password; save a copy without one"
    return f"{name}: the PDF is broken; open it in a viewer and save it anew"
