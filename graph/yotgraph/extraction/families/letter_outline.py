"""A letter -> its sections, those among them that no framework knows.

The framework names the sections that most letters have. One that adds another, or words a
title in its own way, is told by what a letter looks like: a numbered title opens the
paragraphs that carry its number, and between the known sections a heading like theirs opens
findings as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from yotgraph.extraction.outline import (
    Heading,
    Outline,
    heading_words,
    lone_cell,
    outline,
    role_of,
)
from yotgraph.reading import Block, BlockKind, Document
from yotgraph.vocabulary import load_framework

__all__ = ["letter_outline"]

_FINDINGS = "finding-section"
_BESIDE = (BlockKind.CONTENTS, BlockKind.FOOTNOTE, BlockKind.FURNITURE)
# A numbered title is short, and no sentence.
_TITLE_NUMBER = re.compile(r"(?P<number>\d{1,2})[.):]?\s+[^.?!]{3,100}$")


def letter_outline(document: Document) -> Outline:
    """The sections of a letter, in printed order."""
    printed = [block for block in document.blocks if block.kind not in _BESIDE]
    headings = dict(_headings(printed, _numbered_titles(printed)))
    return outline(document, lambda block: headings.get(block.span.start))


def _numbered_titles(printed: Sequence[Block]) -> frozenset[int]:
    """Where titles stand whose number the paragraph below carries: "5. Change", "5.1"."""
    found = set()
    for block, following in pairwise(printed):
        title = _TITLE_NUMBER.match(block.text)
        first, dot, _ = (following.number or "").rstrip(".").partition(".")
        if title and dot and title["number"] == first:
            found.add(block.span.start)
    return frozenset(found)


def _headings(printed: Sequence[Block], numbered: frozenset[int]) -> Iterator[tuple[int, Heading]]:
    """The headings, each with where it stands. Below a known section's own a heading only
    parts its paragraphs, and is none of the outline's."""
    level: int | None = None
    for block in printed:
        place = block.span.start
        heading = _heading(block)
        if place in numbered and (heading is None or heading.role is None):
            heading = Heading(block.text.rstrip(" :"), _FINDINGS)
        if heading is None:
            continue
        if heading.role is None and level is not None and block.level is not None:
            if block.level > level:
                continue
            heading = Heading(heading.text, _FINDINGS)
        level = block.level if heading.role == _FINDINGS else None
        yield place, heading


def _heading(block: Block) -> Heading | None:
    """The heading that a block is: one of the letter's known parts, or one that is marked."""
    if block.kind is BlockKind.ROW:
        role = role_of(lone_cell(block) or "")
        return Heading(block.text.rstrip(" :"), role.notation) if role else None
    if block.kind is not BlockKind.HEADING and not _is_numbered_title(block):
        return None
    text = block.text.rstrip(" :")
    if heading_words(block.text) in _finding_sections():
        return Heading(text, _FINDINGS)
    role = role_of(block.text)
    if role is not None:
        return Heading(text, role.notation)
    return Heading(text) if block.marked and block.level is not None else None


def _is_numbered_title(block: Block) -> bool:
    """A numbered line such as "2) Protecting the public" that reads as a paragraph."""
    return block.kind is BlockKind.PARAGRAPH and heading_words(block.text) in _finding_sections()


@cache
def _finding_sections() -> frozenset[str]:
    """The headings of the numbered sections, as the framework names them."""
    return frozenset(
        heading_words(label)
        for section in load_framework("sqs").of_type("Section")
        if section.value("sectionRole") == _FINDINGS
        for label in section.labels()
    )
