"""A file -> :class:`~yotgraph.reading.document.Document`."""

from __future__ import annotations

import hashlib
from pathlib import Path

from yotgraph.errors import ReadingError
from yotgraph.reading.decoding import decode
from yotgraph.reading.document import Block, BlockKind, Document, Span
from yotgraph.reading.text import read_text

__all__ = ["Block", "BlockKind", "Document", "Span", "read", "read_bytes"]


def read(path: Path) -> Document:
    """The document in a file.

    Raises :class:`~yotgraph.errors.ReadingError` where the file cannot be opened, is empty
    or is not text.
    """
    try:
        content = path.read_bytes()
    except OSError as failure:
        raise ReadingError(f"{path}: {failure.strerror}; check the path") from failure
    return read_bytes(content, path.name)


def read_bytes(content: bytes, name: str) -> Document:
    """The document in the bytes of a text file of that name."""
    digest = hashlib.sha256(content).hexdigest()
    return read_text(decode(content, name), name, digest)
