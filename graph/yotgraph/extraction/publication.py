"""When a report was published: the date of its front pages that dates nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yotgraph.extraction.dates import PrintedDate, find_dates
from yotgraph.extraction.imprint import signatories
from yotgraph.reading import Block, BlockKind, Document, Span
from yotgraph.vocabulary import fold

__all__ = ["notice_date", "publication_date"]

_LABEL = re.compile(
    r"(?:(?:date of publication|publication date|date published|published(?: on| by[^\n]{0,60}?)?"
    r"|first published|dyddiad cyhoeddi|cyhoeddwyd)[\s:|,]*)$",
    re.IGNORECASE,
)
_NOTICE_LABEL = re.compile(
    r"^(?:date(?: of meeting| of issue| issued)?|meeting(?: date)?|published(?: on)?|issued(?: on)?"
    r"|release date|embargo(?:ed)?(?: until)?[^\n]{0,20}"
    r"|(?:press|news|media) (?:release|notice))$|\b(?:committee|cabinet|panel|commission|board|monday"
    r"|tuesday|wednesday|thursday|friday)$",
    re.IGNORECASE,
)
# A date behind or in front of such words dates something else.
_ELSE = re.compile(
    r"fieldwork|gwaith maes|inspected|visited|carried out|conducted|undertaken|took place|previous"
    r"|last (?:inspect|updated|reviewed)|as (?:at|of)\b|cohort|data|between|since|meeting|copyright"
    r"|due to|until|deadline|census|office for national statistics|inspection (?:week|date)s?\b|\bin our\b",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=\d)(?=[A-Z][a-z])")
_BESIDE = 40
_LONGEST = 200


def publication_date(document: Document, title: Span, front: int) -> tuple[str, Span] | None:
    """The month or day of publication and where it stands, or nothing.

    The date that is labelled so counts most, then the first below the title, then the first
    above it, then the one under the signature of the foreword. A year alone is none, nor is
    a date that the words around it give to something else.
    """
    dates = list(_dates(document, front))
    labelled = (found for found in dates if _labelled(document, found[1]))
    below = (found for found in dates if found[1].start >= title.end)
    own = next(labelled, None) or next(below, None) or next(iter(dates), None)
    return own or _signed(document)


def notice_date(document: Document) -> tuple[str, Span] | None:
    """The day or month of a press release or a paper: labelled, or alone on its line.

    A meeting's date counts here: it is when the paper was made public.
    """
    for block in document.blocks:
        for line in block.lines or (block.span,):
            text = document.slice(line)
            for found in find_dates(text):
                before = text[: found.start].strip(" :,|–-*")
                behind = text[found.end :].strip(" .,|*")
                alone = not behind and (not before or _NOTICE_LABEL.search(before) is not None)
                if len(found.iso) > len("2018") and alone:
                    return found.iso, Span(line.start + found.start, line.start + found.end)
    return None


def _dates(document: Document, front: int) -> Iterator[tuple[str, Span]]:
    """The months and days of the front matter that seem to date the report."""
    for block in document.blocks:
        if block.span.start >= front:
            return
        if block.kind in (BlockKind.CONTENTS, BlockKind.FOOTNOTE):
            continue
        for found in _in_block(document, block):
            start, end = found.start + block.span.start, found.end + block.span.start
            if len(found.iso) > len("2018") and not _dates_else(document, block, start, end):
                yield found.iso, Span(start, end)


def _in_block(document: Document, block: Block) -> Iterator[PrintedDate]:
    """The dates of a block, those that are glued to a word too."""
    text = document.slice(block.span)
    places = [0, *(match.start() for match in _GLUED.finditer(text)), len(text)]
    seen: set[int] = set()
    for found in find_dates(text):
        seen.update(range(found.start, found.end))
        yield found
    for begin, end in zip(places, places[1:], strict=False):
        for found in find_dates(text[begin:end]):
            if found.start + begin not in seen:
                yield PrintedDate(found.iso, found.start + begin, found.end + begin)


def _line(document: Document, block: Block, start: int) -> Span:
    return next((line for line in block.lines if line.start <= start < line.end), block.span)


def _labelled(document: Document, date: Span) -> bool:
    before = document.text[max(0, date.start - _BESIDE * 2) : date.start]
    return _LABEL.search(before) is not None


def _dates_else(document: Document, block: Block, start: int, end: int) -> bool:
    """Whether the words beside a date give it to something other than the report."""
    if _labelled(document, Span(start, end)):
        return False
    line = _line(document, block, start)
    words = fold(document.slice(line))
    lead = fold(document.text[max(0, block.span.start - _BESIDE) : block.span.start])
    label = lead if block.text.startswith(document.text[start:end]) and lead.endswith(":") else ""
    prose = len(words) > _LONGEST
    return prose or _ELSE.search(words) is not None or _ELSE.search(label) is not None


def _signed(document: Document) -> tuple[str, Span] | None:
    """The date that stands alone under the chief inspector's signature."""
    for signature in signatories(document, document.blocks):
        following = (b for b in document.blocks if b.span.end > signature.span.end - 1)
        for block, _ in zip(following, range(2), strict=False):
            for found in find_dates(block.text):
                alone = block.text.endswith(block.text[found.start : found.end])
                if len(found.iso) > len("2018") and alone and len(block.text) <= _LONGEST:
                    start = block.span.start
                    return found.iso, Span(start + found.start, start + found.end)
    return None
