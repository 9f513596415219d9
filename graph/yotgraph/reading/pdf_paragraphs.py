"""Lines of a column -> paragraphs, items, headings and table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from yotgraph.reading.dictionary import Words
from yotgraph.reading.escaping import escape_opening
from yotgraph.reading.pdf_inline import inline, joined
from yotgraph.reading.pdf_layout import Column
from yotgraph.reading.pdf_lines import Line
from yotgraph.reading.pdf_measures import Measures
from yotgraph.reading.pdf_openings import NUMBER, follows, has_sign, is_apart
from yotgraph.reading.pdf_tables import Row

__all__ = ["Paragraph", "paragraphs_of"]

_LEADERS = re.compile(r"\.{3,}\s*\d{1,3}$|…\s*\d{1,3}$|(?:\. ){3,}\d{1,3}$")
_SENTENCE_END = re.compile(r"[.?!:;…][\"'”’)\]]*$")
_STARTS_HIGH = re.compile(r"[“\"‘'(\[]?[A-Z0-9]")
# The number of a key question, whose words follow on the next line.
_QUESTION = re.compile(r"\d(?:\.\d{1,2}){2}\.$")
_LONGEST_ENTRY = 40
_TOUCHING = 0.12
_PARAGRAPH_GAP = 1.2
_INDENT = 0.8
_LONGEST_HEADING = 200
_LONGEST_BOLD = 160
_SMALL = 0.95


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, in the making. ``breaks`` are the places of lines that
    were begun on purpose, not because the line above was full."""

    lines: list[Line]
    kind: str = "text"
    breaks: set[int] = field(default_factory=set)
    row: Row | None = None

    @property
    def size(self) -> float:
        """The size of its type; 0 for a table row."""
        return self.lines[0].size if self.lines else 0.0

    def text(self, words: Words) -> str:
        """Its words as source text, without what its kind puts before them."""
        if self.row is not None:
            return "\t".join(self.row.cells)
        groups: list[list[str]] = [[]]
        for place, line in enumerate(self.lines):
            kept = line.words[1:] if not place and self.kind == "item" else line.words
            if place in self.breaks and self.kind == "text":
                groups.append([])
            groups[-1].append(inline(kept, line))
        return "\n".join(escape_opening(joined(group, words)) for group in groups)


def paragraphs_of(column: Column, measures: Measures) -> list[Paragraph]:
    """The paragraphs of a column."""
    builder = _Builder(measures, measures.reach if column.right is None else column.right)
    paragraphs: list[Paragraph] = []
    for part in column.parts:
        if isinstance(part, Row):
            paragraphs.append(Paragraph([], "row", row=part))
            builder.close()
        else:
            opened = builder.add(part)
            paragraphs += [opened] if opened is not None else []
    return list(_told(paragraphs, measures))


class _Builder:
    """Puts the lines of one column together."""

    def __init__(self, measures: Measures, right: float) -> None:
        self._measures = measures
        self._right = right
        self._open: Paragraph | None = None

    def close(self) -> None:
        """Nothing goes on with what stood before."""
        self._open = None

    def add(self, line: Line) -> Paragraph | None:
        """Takes a line; gives the paragraph that it opens, or nothing where it goes on."""
        current = self._open
        if current is not None and self._goes_on(current, line):
            if self._breaks(current.lines[-1], line):
                current.breaks.add(len(current.lines))
            current.lines.append(line)
            return None
        kind = "item" if has_sign(line) else "text"
        self._open = Paragraph([line], kind)
        return self._open

    def _goes_on(self, paragraph: Paragraph, line: Line) -> bool:
        last = paragraph.lines[-1]
        if abs(line.size - last.size) > 0.6 or _is_bold(line) != _is_bold(last):
            return False
        if line.base - last.base > _PARAGRAPH_GAP * self._measures.step(line.size) + 0.5:
            return False
        if line.base < last.base or has_sign(line) or self._is_note(paragraph, line):
            return False
        if _has_leaders(last) or _has_leaders(line):
            return False
        full = self._is_full(last, line)
        if self._is_numbered(paragraph, line, full) or self._is_indented(paragraph, line):
            return False
        high = _STARTS_HIGH.match(line.words[0].text) is not None
        nearly = full or self._is_nearly_full(last, line)
        return nearly or not (_ends_sentence(last) and high)

    def _is_note(self, paragraph: Paragraph, line: Line) -> bool:
        """Whether a line opens a footnote; in full size a mark has only slipped to the next line.

        A note's number that is not raised comes right behind that of the note above.
        """
        if line.size >= _SMALL * self._measures.body:
            return False
        label, before = line.words[0].text, paragraph.lines[0].words[0].text
        if label in self._measures.marks and label.isdecimal() and before.isdecimal():
            return int(label) == int(before) + 1
        return line.is_mark(line.words[0])

    def _breaks(self, last: Line, line: Line) -> bool:
        """Whether a line was begun on purpose: the one above had room for its first word.

        A word broken with a hyphen and a line in lower case go on all the same.
        """
        end = last.words[-1].text
        if end.endswith("-") or _QUESTION.match(end) or line.words[0].text[0].islower():
            return False
        return not (self._is_full(last, line) or self._is_nearly_full(last, line))

    def _is_nearly_full(self, last: Line, line: Line) -> bool:
        """Whether a line may have ended early, before words that no line may part, as "18 cases":
        only where room parts the paragraphs is it no sign of another one."""
        return self._measures.spaced and self._is_full(last, line, slack=line.size)

    def _is_full(self, last: Line, line: Line, slack: float = 1.0) -> bool:
        """Whether the line's first word would not have fitted on the line above."""
        width = _first_right(line) - line.left
        return last.right + 0.25 * last.size + width > self._right - slack

    def _is_numbered(self, paragraph: Paragraph, line: Line, full: bool) -> bool:
        """Whether a line opens with a number of its own, not one of the running text."""
        if len(line.words) < 2 or not NUMBER.match(line.words[0].text):
            return False
        apart = is_apart(line)
        if line.words[0].text.isdigit():
            return apart
        if follows(paragraph.lines[0].words[0].text, line.words[0].text):
            end = paragraph.lines[-1].words[-1].text
            if "." in line.words[0].text[:-1] or _may_end(end):
                return True
        hanging = line.left < paragraph.lines[-1].left - 1 and len(paragraph.lines) > 1
        same = abs(line.left - paragraph.lines[-1].left) < 1.5
        return apart or hanging or not (full and same)

    def _is_indented(self, paragraph: Paragraph, line: Line) -> bool:
        """Whether a line begins elsewhere than the paragraph's lines do."""
        em = _INDENT * line.size
        first = paragraph.lines[0]
        if len(paragraph.lines) > 1:
            return abs(line.left - paragraph.lines[-1].left) > em
        if paragraph.kind == "item" or NUMBER.match(first.words[0].text):
            behind = first.words[1].left if len(first.words) > 1 else first.left
            return line.left > behind + em
        return line.left > first.left + em


def _has_leaders(line: Line) -> bool:
    """Whether a line is one of a table of contents: dots lead to a page number."""
    if not line.words[-1].text[-1].isdigit():
        return False
    return _LEADERS.search(" ".join(word.text for word in line.words[-_LONGEST_ENTRY:])) is not None


def _first_right(line: Line) -> float:
    """Where a line's first word ends, with what is set in other type right behind it."""
    right = line.words[0].right
    for word in line.words[1:]:
        if word.left - right >= _TOUCHING * line.size:
            break
        right = word.right
    return right


def _may_end(word: str) -> bool:
    """Whether a text may end with a word, with or without a full stop.

    >>> _may_end("Justice"), _may_end("2016."), _may_end("="), _may_end("the")
    (True, True, False, False)
    """
    return _SENTENCE_END.search(word) is not None or word[-1].isalnum() and not word.islower()


def _ends_sentence(line: Line) -> bool:
    last = next((word for word in reversed(line.words) if not line.is_mark(word)), line.words[-1])
    return _SENTENCE_END.search(last.text) is not None and not _QUESTION.match(last.text)


def _is_bold(line: Line) -> bool:
    first = line.words[0]
    if not first.bold and first.size >= line.size:
        # Neither bold nor a mark: that tells most lines.
        return False
    return all(word.bold or line.is_mark(word) for word in line.words)


def _told(paragraphs: Sequence[Paragraph], measures: Measures) -> Iterator[Paragraph]:
    """The paragraphs, told headings by their size and weight."""
    for paragraph in paragraphs:
        if paragraph.kind == "text":
            paragraph.kind = _kind(paragraph, measures)
        yield paragraph


def _kind(paragraph: Paragraph, measures: Measures) -> str:
    level = measures.level(paragraph.lines[0])
    bold = all(map(_is_bold, paragraph.lines))
    if level is None and not bold:
        return "text"
    text = " ".join(word.text for line in paragraph.lines for word in line.words)
    letters = any(character.isalpha() for character in text)
    sentence = text.endswith(".") and len(paragraph.lines) > 1
    if not letters or sentence or _LEADERS.search(text):
        return "text"
    if level is not None and len(text) <= _LONGEST_HEADING:
        return f"heading {level}"
    return "bold" if bold and len(text) <= _LONGEST_BOLD else "text"
