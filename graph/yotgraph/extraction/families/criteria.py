"""Chapters by criterion: lists of what was good and what must improve, and a commentary.

Such reports state their findings as numbered items. An item is named by its criterion, its
list and its number: "1.2 Strengths 3".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from yotgraph.extraction.outline import (
    Heading,
    Outline,
    Section,
    heading_words,
    lone_cell,
    outline,
    role_of,
)
from yotgraph.extraction.paragraphs import Paragraph, paragraphs_of
from yotgraph.reading import Block, BlockKind, Document, Span
from yotgraph.vocabulary import fold, load_framework

__all__ = ["criteria_outline", "criteria_paragraphs"]

_CRITERION = "finding-section"
_LISTS = ("strengths", "improvements")
_LONGEST_NUMBER = 6


def criteria_outline(document: Document) -> Outline:
    """The sections of a report by criteria, each with the chapter that it stands in."""
    return outline(document, _heading)


def _heading(block: Block) -> Heading | None:
    text = lone_cell(block) if block.kind is BlockKind.ROW else block.text
    chapter = _chapters().get(heading_words(text or ""))
    if text is not None and chapter is not None and block.number is not None:
        return Heading(text.rstrip(" :"), domain=chapter)
    if text is None or (block.kind is not BlockKind.HEADING and lone_cell(block) is None):
        return None
    role = role_of(text)
    if role is not None:
        return Heading(text.rstrip(" :"), role.notation)
    if block.number is not None and "." in block.number.rstrip("."):
        return Heading(text.rstrip(" :"), _CRITERION)
    is_heading = block.number is not None or (block.marked and block.level is not None)
    return Heading(text.rstrip(" :")) if is_heading else None


@cache
def _chapters() -> dict[str, str]:
    """The number of each chapter by its folded title, as the framework names them."""
    chapters = load_framework("cci").of_type("Domain")
    return {fold(label): one.notation for one in chapters for label in one.labels()}


def criteria_paragraphs(plan: Outline) -> Iterator[Paragraph]:
    """The findings: every item of a criterion's lists, the paragraphs of the commentaries, and
    what service users answered."""
    criterion: Heading | None = None
    for section in plan.sections:
        heading = section.heading
        if heading is None:
            continue
        if heading.role == _CRITERION:
            criterion = heading
        elif heading.role in _LISTS and criterion is not None:
            yield from _items(section, heading, criterion)
        else:
            criterion = None
            if heading.role == "user-perspective":
                yield from _answers(section, heading)
            elif heading.role == "commentary":
                yield from paragraphs_of(section, heading.text, heading.text + " {place}")


def _answers(section: Section, heading: Heading) -> Iterator[Paragraph]:
    """The items of what service users answered, under who they are: "Victims"."""
    asked = ""
    place = 0
    for block in section.blocks:
        if block.kind is BlockKind.HEADING:
            asked, place = f": {block.text.rstrip(' :')}", 0
        elif block.kind is BlockKind.ITEM:
            place += 1
            name = f"{heading.text}{asked} {place}"
            yield Paragraph(name, heading.text, heading.domain, (block,))


def _items(section: Section, heading: Heading, criterion: Heading) -> Iterator[Paragraph]:
    """The items of a list, each with what a page break tore off it."""
    number = criterion.text.split(" ", 1)[0].rstrip(".)")
    for place, group in enumerate(_grouped(section.blocks), 1):
        name = f"{number} {heading.text} {place}"
        yield Paragraph(name, criterion.text, heading.domain, tuple(group))


def _grouped(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    group: list[Block] = []
    for block in blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM) or not len(block.body):
            continue
        begins = block.kind is BlockKind.ITEM or _number_of(block) is not None
        if group and not begins:
            group.append(block)
            continue
        if group:
            yield group
        group = [_without_number(block)]
    if group:
        yield group


def _number_of(block: Block) -> str | None:
    """The number in brackets that opens an item, with its white space."""
    opening, bracket, behind = block.text[:_LONGEST_NUMBER].partition(")")
    is_number = bool(bracket) and opening[:1] == "(" and opening[1:].isdecimal()
    return opening + bracket + behind[: len(behind) - len(behind.lstrip())] if is_number else None


def _without_number(block: Block) -> Block:
    number = _number_of(block)
    if number is None or block.body.start != block.span.start:
        return block
    return replace(block, body=Span(block.body.start + len(number), block.body.end))
