"""Recommendations: numbered, each with the body that it is addressed to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yotgraph.extraction.paragraphs import numbered
from yotgraph.extraction.persons import words_of
from yotgraph.reading import Block, BlockKind, Document, Span
from yotgraph.vocabulary import fold

__all__ = ["Recommended", "recommendations"]

_ADDRESSEE = re.compile(
    r"(?:[Ww]e recommend that )?(?:[Tt]he )?(?P<addressee>[A-Za-z][^.:;]{2,140}?)\s+(?:should|must|needs? to)"
    r"(?:\s+(?:ensure|make sure|see to it)(?:\s+that)?)?\s*:?$"
)
# "a plan is made when the case starts (YOT Manager)"
_BRACKETED = re.compile(r"\s*\((?P<addressee>[A-Z][^()]{2,80})\)\s*\.?$")
_INLINE = re.compile(
    r"(?:[Ww]e recommend that )?(?:[Tt]he )?(?P<addressee>[A-Z][\w'’&,() -]{2,90}?)\s+should(?:\s*:)?\s+(?=\S)"
)
_TEXT_KINDS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING)


@dataclass(frozen=True, slots=True)
class Recommended:
    """One recommendation; ``number`` as printed, else its place in the list. ``addressee`` is
    printed without its article."""

    number: str
    addressee: str | None
    text: str
    span: Span


def recommendations(document: Document, blocks: Sequence[Block]) -> Iterator[Recommended]:
    """The recommendations of a section, in printed order."""
    addressee: str | None = None
    place = 0
    listed = False
    for block in blocks:
        if block.kind not in _TEXT_KINDS:
            continue
        text = " ".join(document.slice(block.body).split())
        heading = _ADDRESSEE.match(text)
        if heading and len(text) < 200 and not block.number:
            addressee = " ".join(heading["addressee"].split())
            listed = True
            continue
        bulleted = numbered(document, block)[0] is not None or block.kind is BlockKind.ITEM
        if not (bulleted or (listed and _starts_low(text))):
            continue
        place += 1
        number, body = numbered(document, block)
        whom, words = _addressed(" ".join(document.slice(body).split()), addressee)
        yield Recommended(number or str(place), whom, words, body)


def _addressed(text: str, addressee: str | None) -> tuple[str | None, str]:
    """Whom a recommendation is for and what it says: under a heading that names them, before
    its "should", or in brackets behind it."""
    if addressee is not None:
        return addressee, text
    inline = _INLINE.match(text)
    if inline is not None and _names_somebody(inline["addressee"]):
        return inline["addressee"], text[inline.end() :]
    behind = _BRACKETED.search(text)
    if behind is not None and _names_somebody(behind["addressee"]):
        return behind["addressee"], text[: behind.start()]
    return None, text


def _names_somebody(text: str) -> bool:
    """Whether words name a body or a post: "The Board" does, "Plans" does not."""
    words = {fold(word) for word in text.split()}
    return not words_of("post-noun").isdisjoint(words)


def _starts_low(text: str) -> bool:
    return text[:1].islower()
