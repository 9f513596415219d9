"""The runs of a Word paragraph -> source text with italics and footnote marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from yotgraph.reading.escaping import escape
from yotgraph.reading.word_styles import Styles, W, is_on, value

__all__ = ["Marks", "Paragraph", "paragraph_of"]

_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
# What Word keeps though it no longer shows it: deleted and moved words, a field's instruction.
_GONE = frozenset(
    f"{W}{name}"
    for name in ("del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr", "sdtPr")
)
_NOTES = frozenset((f"{W}footnoteReference", f"{W}endnoteReference"))
_MEETING = re.compile(r"</i>(\s*)<i>")
_EMPTY = re.compile(r"<i>(\s*)</i>")
_RAISED = re.compile(r"(?P<before>\s*)(?P<digits>\d{1,3})(?P<behind>\s*)$")
_SYMBOLS = {"f0b7": "•", "f0a7": "•", "f0d8": "•", "f02d": "-", "f0fc": "✓"}


@dataclass(slots=True)
class Marks:
    """Numbers the footnotes and endnotes of a file in the order of their marks."""

    labels: dict[tuple[str, str], str] = field(default_factory=dict)

    def label(self, reference: Element) -> str:
        """The label of a note's mark."""
        key = (reference.tag, reference.get(f"{W}id") or "")
        return self.labels.setdefault(key, str(len(self.labels) + 1))


@dataclass(slots=True)
class Paragraph:
    """A paragraph's text. ``bold`` says that all of its words are; ``notes`` are the marks in
    it, ``boxes`` the text boxes that hang on it, ``picture`` a picture's description."""

    text: str = ""
    bold: bool = False
    notes: list[Element] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    picture: str = ""


def paragraph_of(element: Element, styles: Styles, marks: Marks) -> Paragraph:
    """The words of a ``w:p``, tabs and line breaks among them."""
    reader = _Reader(styles, marks, value(element, f"{W}pPr/{W}pStyle"))
    parts = list(reader.parts(element))
    text = _MEETING.sub(r"\1", _EMPTY.sub(r"\1", "".join(parts)))
    reader.paragraph.text = text
    reader.paragraph.bold = reader.words > 0 and reader.words == reader.bold_words
    return reader.paragraph


class _Reader:
    def __init__(self, styles: Styles, marks: Marks, style: str | None) -> None:
        self.paragraph = Paragraph()
        self.words = self.bold_words = 0
        self._styles = styles
        self._marks = marks
        self._style = style

    def parts(self, parent: Element) -> Iterator[str]:
        """The words of everything below an element that Word shows."""
        for child in parent:
            if child.tag in _GONE:
                continue
            if child.tag == f"{W}r":
                yield from self._run(child)
            elif child.tag == _ALTERNATIVE:
                yield from self._first(child)
            elif child.tag == f"{W}txbxContent":
                self.paragraph.boxes.append(child)
            else:
                if child.tag == _PICTURE:
                    self.paragraph.picture = escape(child.get("descr") or "")
                yield from self.parts(child)

    def _run(self, run: Element) -> Iterator[str]:
        properties = run.find(f"{W}rPr")
        if self._has(properties, "vanish"):
            return
        text = "".join(self._run_parts(run))
        if not text:
            return
        match = _RAISED.match(text) if self._is_raised(properties) else None
        if match:
            yield f"{match['before']}<sup>{match['digits']}</sup>{match['behind']}"
            return
        if text.strip() and "<sup>" not in text:
            self.words += 1
            self.bold_words += self._has(properties, "b")
        yield f"<i>{text}</i>" if text.strip() and self._has(properties, "i") else text

    def _has(self, properties: Element | None, name: str) -> bool:
        """Whether a run has a property, from itself, its own style or its paragraph's."""
        own = is_on(properties, name)
        if own is not None:
            return own
        style = value(properties, f"{W}rStyle")
        return self._styles.is_on(style, name) or self._styles.is_on(self._style, name)

    def _is_raised(self, properties: Element | None) -> bool:
        """Whether a run stands higher than its line, by name or by half-points."""
        own = value(properties, f"{W}vertAlign")
        style = value(properties, f"{W}rStyle")
        height = value(properties, f"{W}position") or ""
        higher = height.isascii() and height.isdecimal() and int(height) > 0
        return higher or (own or self._styles.run_value(style, "vertAlign")) == "superscript"

    def _run_parts(self, run: Element) -> Iterator[str]:
        for child in run:
            name = child.tag.removeprefix(W)
            if name == "t":
                yield escape((child.text or "").replace("\n", " "))
            elif name in ("tab", "ptab"):
                yield "\t"
            elif name in ("br", "cr"):
                yield "\n"
            elif name == "noBreakHyphen":
                yield "-"
            elif name == "sym":
                yield _SYMBOLS.get((child.get(f"{W}char") or "").lower(), "")
            elif child.tag in _NOTES:
                self.paragraph.notes.append(child)
                yield f"<sup>{self._marks.label(child)}</sup>"
            elif child.tag == _ALTERNATIVE:
                yield from self._first(child)
            elif child.tag not in _GONE:
                yield from self.parts(child) if len(child) else ()

    def _first(self, alternatives: Element) -> Iterator[str]:
        """The same content comes twice, for newer and for older programs: the first is read."""
        for alternative in alternatives:
            yield from self.parts(alternative)
            return
