"""The glossary: terms with their definitions, as a table, a list or pairs of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yotgraph.reading import Block, BlockKind, Document, Span
from yotgraph.vocabulary import fold

__all__ = ["Term", "defined_in_notes", "glossary"]

_INLINE = re.compile(r"(?P<term>[^:–]{2,80}?)\s*(?::|\s[–—-])\s+(?P<definition>\S.+)$", re.DOTALL)
# The publisher's address stands behind the last term.
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b|\bISBN\b")
# Its lines may stand on two pages: a house and its street define nothing.
_STREET = re.compile(r"\d{1,4}(?:st|nd|rd|th)? [A-Z]")
# A footnote that only says what the word before its mark is.
_DEFINES = re.compile(
    r"(?:(?:The|An?) )?(?P<term>[A-Z][^.:;]{1,60}?) (?:is|are|means|refers to|stands for) "
    r"(?P<definition>(?:an?|the) [^.]{10,300})\.?$"
)
_TITLES = frozenset(("term", "definition", "meaning", "abbreviation", "explanation"))
_LONGEST_TERM = 90
_SHORTEST_DEFINITION = 2


@dataclass(frozen=True, slots=True)
class Term:
    """A term, its definition, and where both stand."""

    term: str
    definition: str
    span: Span


def glossary(document: Document, blocks: Sequence[Block]) -> Iterator[Term]:
    """The terms of a glossary's blocks, in printed order."""
    pending: Block | None = None
    for block in blocks:
        if block.kind is BlockKind.FOOTNOTE or _POSTCODE.search(block.text):
            continue
        cells = [document.slice(cell) for cell in block.cells if len(cell)]
        if block.kind is BlockKind.ROW and len(cells) > 1:
            pending = None
            if not {fold(cell) for cell in cells} <= _TITLES:
                yield Term(cells[0], " ".join(cells[1:]), block.span)
            continue
        lines = [document.slice(line) for line in block.lines]
        if any(map(_STREET.match, lines[1:])):
            pending = None
            continue
        if len(lines) > 1 and len(lines[0]) <= _LONGEST_TERM and not lines[0].endswith((".", ",")):
            pending = None
            yield Term(lines[0], " ".join(lines[1:]), block.span)
            continue
        if pending is not None and len(block.text) > len(pending.text):
            span = Span(pending.span.start, block.span.end)
            yield Term(pending.text, block.text, span)
            pending = None
            continue
        inline = _INLINE.match(block.text)
        if inline and len(inline["definition"].split()) > _SHORTEST_DEFINITION:
            pending = None
            yield Term(inline["term"].strip(), " ".join(inline["definition"].split()), block.span)
        elif len(block.text) <= _LONGEST_TERM and not block.text.endswith("."):
            pending = block
        else:
            pending = None


def defined_in_notes(document: Document) -> Iterator[Term]:
    """The terms that a footnote defines: "AREA² ... ² AREA is the ...". The term stands right
    before the footnote's mark."""
    for note in document.footnotes:
        text = document.slice(note.block.body)
        match = _DEFINES.match(text.strip())
        mark = next((mark for mark in document.marks if mark.label == note.label), None)
        if match is None or mark is None:
            continue
        before = fold(document.text[max(0, mark.position - _LONGEST_TERM) : mark.position])
        term = " ".join(match["term"].split())
        if before.rstrip(" ,.)").endswith(fold(term)):
            definition = " ".join(match["definition"].split())
            yield Term(term, definition, note.block.body)
