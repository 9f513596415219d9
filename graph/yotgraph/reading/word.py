"""A Word file (.docx) -> its source text: Markdown with tabs between the cells of tables.

Read with the standard library alone: the file is XML in a zip (ECMA-376, Office Open XML).
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from yotgraph.errors import ReadingError
from yotgraph.reading.isolation import isolated
from yotgraph.reading.word_package import Package, opened
from yotgraph.reading.word_styles import Numbering, Styles, W
from yotgraph.reading.word_writer import Writer

__all__ = ["word_text"]

_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))


def word_text(content: bytes, name: str) -> str:
    """The source text of a Word file, lists with the numbers that Word shows.

    Footnotes stand behind the paragraph that has their mark; headers and footers are left out.
    Raises :class:`ReadingError` for a file that is broken, holds no words or is very large.
    """
    text = isolated(lambda: _read(content, name), name)
    if not any(map(str.isalpha, text)):
        raise ReadingError(f"{name}: a Word file without words; check the file")
    return text


def _read(content: bytes, name: str) -> str:
    with opened(content, name) as package:
        body = package.xml(package.main).find(f"{W}body")
        if body is None:
            raise ReadingError(f"{name}: a Word file without a body; save it anew in Word")
        writer = Writer(
            Styles(package.part("styles")),
            Numbering(package.part("numbering")),
            dict(_notes(package)),
        )
        return "\n\n".join(writer.blocks(body))


def _notes(package: Package) -> Iterator[tuple[tuple[str, str], Element]]:
    for part, kind in _NOTES:
        root = package.part(part)
        for note in () if root is None else root.iter(W + kind):
            yield (f"{W}{kind}Reference", note.get(f"{W}id") or ""), note
