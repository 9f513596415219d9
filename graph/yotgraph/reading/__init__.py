"""A file -> :class:`~yotgraph.reading.document.Document`."""

from __future__ import annotations

import hashlib
from pathlib import Path

from yotgraph.reading.archive import content_of
from yotgraph.reading.document import Block, BlockKind, Document, Span
from yotgraph.reading.forms import source_text
from yotgraph.reading.text import read_text

__all__ = ["Block", "BlockKind", "Document", "Span", "content_of", "read", "read_bytes"]


def read(path: Path, ocr: bool = False) -> Document:
    """The document in a file, in a member of a zip file, or on standard input (``-``).

    ``ocr`` reads a scanned PDF with ``ocrmypdf``. Raises
    :class:`~yotgraph.errors.ReadingError` where the file cannot be opened or read.
    """
    return read_bytes(content_of(path), path.name, ocr)


def read_bytes(content: bytes, name: str, ocr: bool = False) -> Document:
    """The document in the bytes of a file of that name, whatever its form."""
    digest = hashlib.sha256(content).hexdigest()
    return read_text(source_text(content, name, ocr), name, digest)
