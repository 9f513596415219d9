"""Ratings of standards that no framework lists: number and name as they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yotgraph.extraction.ratings import rating_in
from yotgraph.reading import Block, BlockKind, Document, Span

__all__ = ["PrintedRating", "printed_ratings"]

_NUMBERED = re.compile(r"(?P<number>[A-Z]?\d\.\d{1,2})\.?(?:\s+(?P<name>\S.*))?$", re.DOTALL)
_LONGEST_NAME = 90
# A rating stands within so many cells or lines of the number.
_REACH = 3


@dataclass(frozen=True, slots=True)
class PrintedRating:
    """A rating with the number and the name of its standard, as printed."""

    number: str
    name: str
    rating: str
    span: Span


def printed_ratings(document: Document, blocks: Sequence[Block]) -> Iterator[PrintedRating]:
    """Every rating that stands behind a numbered name, the same number once."""
    seen: set[str] = set()
    number, name, start, distance = "", "", 0, 0
    for block in blocks:
        if block.kind in (BlockKind.CONTENTS, BlockKind.FOOTNOTE):
            continue
        for span in block.cells or block.lines or (block.span,):
            text = " ".join(document.slice(span).split())
            match = _NUMBERED.match(text)
            level = rating_in(text) if text else None
            rating = level.notation if level else None
            if match is not None and len(text) <= _LONGEST_NAME:
                number, name, start, distance = match["number"], "", span.start, 0
                name, rating = _split(match["name"] or "")
            elif number and text and not name and rating is None:
                name = text
            if rating is not None and number and name and number not in seen:
                seen.add(number)
                yield PrintedRating(number, name, rating, Span(start, span.end))
                number = ""
            distance += 1
            number = number if distance <= _REACH else ""


def _split(text: str) -> tuple[str, str | None]:
    """A name and the rating behind it on the same line, if there is one."""
    words = text.split()
    for count in (2, 1):
        rating = rating_in(" ".join(words[-count:])) if len(words) > count else None
        if rating is not None:
            return " ".join(words[:-count]).rstrip(" :–-"), rating.notation
    return text, None
