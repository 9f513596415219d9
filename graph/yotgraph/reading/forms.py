"""Which form a file has, told by its bytes, and the source text that its form gives.

Every form becomes one source text, which the text reader then reads; so a report gives the
same facts in whatever form it comes, and its evidence counts characters of that text.
"""

from __future__ import annotations

import re
from enum import StrEnum

from yotgraph.errors import ReadingError
from yotgraph.reading.decoding import decode, unmarked_utf_16

__all__ = ["Form", "form_of", "source_text"]


class Form(StrEnum):
    """The forms that are told apart."""

    TEXT = "text"
    PDF = "PDF"
    HTML = "HTML"
    WORD = "Word"


_MOST_BYTES = 200 << 20
# A text longer than any paragraph that stands on one line has lost its line ends.
_LONGEST_LINE = 6_000
_PDF_REACH = 1_024
_HTML_REACH = 4_096
_ZIP = b"PK\x03\x04"
_OTHERS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file (.doc); save it as .docx or PDF"),
    (b"{\\rtf", "rich text (.rtf); save it as .docx or PDF"),
    (b"\x89PNG", "a picture; give the report itself"),
    (b"\xff\xd8\xff", "a picture; give the report itself"),
)
_OTHER_PACKAGES = (
    (b"mimetypeapplication/vnd.oasis.opendocument.", "an OpenDocument file (.odt)"),
    (b"mimetypeapplication/epub", "an electronic book (.epub)"),
    (b"xl/", "a spreadsheet"),
    (b"ppt/", "a presentation"),
)
_PACKAGE_REACH = 8_192
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|main|article|section|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(rb"(?:From|MIME-Version|Content-Type):.{0,2000}multipart/related", re.DOTALL)


def form_of(content: bytes, name: str) -> Form:
    """The form of a file's bytes; its name says nothing.

    Raises :class:`ReadingError` for a form that is not read, and for very large files.

    >>> form_of(b"%PDF-1.7 ...", "report.txt"), form_of(b"Context", "report.pdf")
    (<Form.PDF: 'PDF'>, <Form.TEXT: 'text'>)
    """
    if len(content) > _MOST_BYTES:
        raise ReadingError(f"{name}: more than {_MOST_BYTES >> 20} MB; no report is so large")
    if b"%PDF-" in content[:_PDF_REACH]:
        return Form.PDF
    if content.startswith(_ZIP):
        return _zipped(content, name)
    for opening, what in _OTHERS:
        if content.startswith(opening):
            raise ReadingError(f"{name}: {what}")
    start = _plain_start(content)
    if _MAIL.match(start):
        raise ReadingError(f"{name}: a saved web archive (.mhtml); save the page as HTML or PDF")
    return Form.HTML if _HTML.match(start) else Form.TEXT


def _zipped(content: bytes, name: str) -> Form:
    from yotgraph.reading.word_package import is_word

    if is_word(content):
        return Form.WORD
    for sign, what in _OTHER_PACKAGES:
        if sign in content[:_PACKAGE_REACH]:
            raise ReadingError(f"{name}: {what}; save the report as .docx or PDF")
    raise ReadingError(f"{name}: a zip file without a report in it; give it a Word file or reports")


def _plain_start(content: bytes) -> bytes:
    """The first bytes without a byte order mark, and of UTF-16 every second."""
    start = content[: 2 * _HTML_REACH].removeprefix(b"\xef\xbb\xbf")
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        start = start[2:]
    elif unmarked_utf_16(start) is None:
        return start[:_HTML_REACH]
    return start.replace(b"\x00", b"")


def source_text(content: bytes, name: str, ocr: bool = False) -> str:
    """The source text of a file in whatever form.

    Raises :class:`ReadingError` where the file cannot be read.
    """
    form = form_of(content, name)
    if form is Form.PDF:
        from yotgraph.reading.pdf import pdf_text

        return pdf_text(content, name, ocr)
    if form is Form.HTML:
        from yotgraph.reading.html import html_text

        return html_text(content, name)
    if form is Form.WORD:
        from yotgraph.reading.word import word_text

        return word_text(content, name)
    text = decode(content, name)
    if len(text) > _LONGEST_LINE and len(text.strip().splitlines()) == 1:
        raise ReadingError(
            f"{name}: the whole text is one line, which hides its headings and lists; give the PDF,"
            " web page or Word file that it was taken from"
        )
    return text
