"""The body of a Word file -> source text: headings, lists with their numbers, tables, notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from yotgraph.reading.escaping import escape_opening
from yotgraph.reading.word_inline import Marks, Paragraph, paragraph_of
from yotgraph.reading.word_styles import Numbering, Styles, W, value

__all__ = ["Writer"]

_TABS = re.compile(r" *\t[\t ]*")
_SPACES = re.compile(r"[ \u00a0]{2,}")
_LEADERS = " ........ "
_LONGEST_BOLD = 160
_WIDEST_SPAN = 60
_FRAMES = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


class Writer:
    """Writes the blocks of a file. ``notes`` are the bodies of notes by the tag and identity
    of their references."""

    def __init__(
        self, styles: Styles, numbering: Numbering, notes: Mapping[tuple[str, str], Element]
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._marks = Marks()
        self._written: set[tuple[str, str]] = set()

    def blocks(self, parent: Element) -> Iterator[str]:
        """The blocks of everything below an element, each without empty lines."""
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in _FRAMES:
                yield from self.blocks(child)

    def _paragraph(self, element: Element) -> Iterator[str]:
        paragraph = paragraph_of(element, self._styles, self._marks)
        properties = element.find(f"{W}pPr")
        style = value(properties, f"{W}pStyle")
        text = _tidied(paragraph.text)
        level = self._styles.level(properties, style)
        label = self._label(properties, style) if text else None
        if text and self._styles.is_contents(style):
            yield text.replace("\t", _LEADERS)
        elif text and level is not None:
            words = " ".join((f"{label} {text}" if label not in (None, "-") else text).split())
            yield f"{'#' * level} {words}"
        elif text and label is not None:
            yield f"{label} {text}"
        elif text:
            yield _bold(text) if _is_title(paragraph, text) else escape_opening(text)
        yield from self._behind([paragraph])

    def _label(self, properties: Element | None, style: str | None) -> str | None:
        """The number or sign that Word shows before a paragraph."""
        number, level = self._styles.list_of(style)
        own = None if properties is None else properties.find(f"{W}numPr")
        number = value(own, f"{W}numId") or number
        level = value(own, f"{W}ilvl") or level
        return self._numbering.label(number, level) if number != "0" else None

    def _behind(self, paragraphs: Iterable[Paragraph]) -> Iterator[str]:
        """What hangs on paragraphs: the notes of their marks, and text boxes."""
        for paragraph in paragraphs:
            for reference in paragraph.notes:
                key = (reference.tag, reference.get(f"{W}id") or "")
                body = self._notes.get(key)
                if body is not None and key not in self._written:
                    self._written.add(key)
                    words = " ".join(" ".join(self.blocks(body)).split())
                    yield f"<sup>{self._marks.label(reference)}</sup> {words}"
            for box in paragraph.boxes:
                yield from self.blocks(box)

    def _table(self, table: Element) -> Iterator[str]:
        rows = [list(_inside(row, f"{W}tc")) for row in _inside(table, f"{W}tr")]
        holds_tables = any(
            next(cell.iter(f"{W}tbl"), None) is not None for row in rows for cell in row
        )
        if holds_tables or max(map(len, rows), default=0) < 2:
            for cell in (cell for row in rows for cell in row):
                yield from self.blocks(cell)
            return
        held: list[Paragraph] = []
        lines = [line for row in rows if (line := self._row(row, held))]
        if lines:
            yield "\n".join(lines)
        yield from self._behind(held)

    def _row(self, cells: Iterable[Element], held: list[Paragraph]) -> str:
        texts: list[str] = []
        for cell in cells:
            properties = cell.find(f"{W}tcPr")
            merged = None if properties is None else properties.find(f"{W}vMerge")
            goes_on = merged is not None and merged.get(f"{W}val") != "restart"
            texts.append("" if goes_on else self._cell(cell, held))
            span = value(properties, f"{W}gridSpan") or "1"
            wide = int(span) if span.isascii() and span.isdecimal() else 1
            texts += [""] * (min(wide, _WIDEST_SPAN) - 1)
        return "\t".join(texts) if any(texts) else ""

    def _cell(self, cell: Element, held: list[Paragraph]) -> str:
        """A cell's words on one line; a picture's description where it has none."""
        texts: list[str] = []
        picture = ""
        for element in cell.iter(f"{W}p"):
            paragraph = paragraph_of(element, self._styles, self._marks)
            held.append(paragraph)
            picture = picture or paragraph.picture
            words = " ".join(paragraph.text.split())
            properties = element.find(f"{W}pPr")
            label = self._label(properties, value(properties, f"{W}pStyle")) if words else None
            texts.append(f"{label} {words}" if label not in (None, "-") else words)
        return " ".join(filter(None, texts)) or picture


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """The rows or cells of a table, those in content controls too, not those of tables in it."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _FRAMES:
            yield from _inside(child, tag)


def _tidied(text: str) -> str:
    """A paragraph's lines without tabs at their ends; several tabs stand for one."""
    lines = (_SPACES.sub(" ", _TABS.sub("\t", line)).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _is_title(paragraph: Paragraph, text: str) -> bool:
    short = len(text) <= _LONGEST_BOLD and "\t" not in text
    return paragraph.bold and short and any(map(str.isalpha, text))


def _bold(text: str) -> str:
    words = text.replace("<i>", "").replace("</i>", "")
    return f"**{' '.join(words.split())}**"
