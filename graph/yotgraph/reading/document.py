"""A report as it reads: one text, cut into blocks, each character traced to its source.

``source`` is the decoded file. ``text`` is the *reading text*: mark-up, footnote marks and
page furniture left out, paragraphs rejoined over page breaks and footnotes, white space
folded, one block a line. ``offsets[i]`` is the place in ``source`` of the reading text's
character ``i``, so every span of the reading text has its place in the source.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

__all__ = ["Block", "BlockKind", "Document", "Footnote", "NoteMark", "Span"]

_START = attrgetter("span.start")


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    FOOTNOTE = "footnote"
    CONTENTS = "contents"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of the reading text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, table row or footnote.

    ``number`` is a printed number (``1``, ``2.1``, ``1.3.2``) that opens the block;
    ``body`` is the span without it. ``level`` is a heading's depth where mark-up gives it.
    ``cells`` are the spans of a row's cells, empty cells included as empty spans; ``lines``
    are the spans of the lines that the block was printed on.
    ``marked`` says that mark-up made the block what it is; a heading that is only short
    and stands alone is not ``marked``. ``interrupted`` says that a page break, furniture or a
    footnote stood right before it.
    """

    kind: BlockKind
    span: Span
    body: Span
    text: str
    number: str | None = None
    level: int | None = None
    cells: tuple[Span, ...] = ()
    page: int | None = None
    marked: bool = False
    lines: tuple[Span, ...] = ()
    interrupted: bool = False


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A footnote mark: ``label`` stood in the reading text just before ``position``."""

    position: int
    label: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote's body; ``label`` is its number as plain digits."""

    label: str
    block: Block


@dataclass(frozen=True, slots=True)
class Document:
    """A file read into text and blocks.

    ``emphasis`` holds the spans that mark-up sets in italics, which is how titles of
    publications are printed. ``pages`` is ``None`` where the file has no pages.
    ``keeps_contacts`` says that e-mail addresses and telephone numbers may be quoted.
    """

    name: str
    sha256: str
    source: str
    text: str
    offsets: array[int]
    blocks: tuple[Block, ...]
    marks: tuple[NoteMark, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    emphasis: tuple[Span, ...] = ()
    pages: int | None = None
    keeps_contacts: bool = False

    def slice(self, span: Span) -> str:
        """The words of a span, as they read."""
        return self.text[span.start : span.end]

    def trim(self, span: Span) -> Span:
        """The span without white space at its ends."""
        words = self.slice(span)
        if words and not (words[0].isspace() or words[-1].isspace()):
            return span
        start = span.start + len(words) - len(words.lstrip())
        return Span(start, max(start, span.end - (len(words) - len(words.rstrip()))))

    def source_span(self, span: Span) -> tuple[int, int]:
        """Start and end of a span in the source, end exclusive.

        Raises :class:`ValueError` for an empty span: nothing rests on no words.
        """
        if span.end <= span.start:
            raise ValueError(f"empty span at {span.start}")
        return self.offsets[span.start], self.offsets[span.end - 1] + 1

    def block_at(self, position: int) -> Block | None:
        """The block that holds a position of the reading text."""
        index = bisect_right(self.blocks, position, key=_START) - 1
        if index < 0 or position > self.blocks[index].span.end:
            return None
        return self.blocks[index]

    def find(self, pattern: re.Pattern[str], within: Span | None = None) -> Iterator[re.Match[str]]:
        """Matches of a pattern in the reading text; positions are the document's."""
        if within is None:
            return pattern.finditer(self.text)
        return pattern.finditer(self.text, within.start, within.end)

    def footnote(self, label: str) -> Footnote | None:
        """The footnote with that label, the first where a report numbers twice."""
        return next((note for note in self.footnotes if note.label == label), None)

    def marks_in(self, span: Span) -> tuple[NoteMark, ...]:
        """The footnote marks that stood in a span or right behind it."""
        return tuple(mark for mark in self.marks if span.start < mark.position <= span.end)
