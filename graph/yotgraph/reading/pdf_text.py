"""The pages of a PDF -> one source text: Markdown, with a form feed between pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yotgraph.reading.dictionary import Words
from yotgraph.reading.navigation import is_navigation
from yotgraph.reading.pdf_blocks import Block
from yotgraph.reading.pdf_dictionary import words_of
from yotgraph.reading.pdf_flow import paragraphs_of_page
from yotgraph.reading.pdf_layout import (
    Column,
    bands_of,
    in_columns,
    lefts_of_columns,
    with_tables,
)
from yotgraph.reading.pdf_measures import Measures, measured
from yotgraph.reading.pdf_page import Page
from yotgraph.reading.pdf_pages import settle_pages
from yotgraph.reading.pdf_paragraphs import Paragraph
from yotgraph.reading.pdf_repair import repaired

__all__ = ["source_text"]

# A list of notes on a printed web page: each ends in a link back to its mark.
_PRINTED_NOTE = re.compile(r"\(?(\d{1,3})[.)]?\s+(\S.*?)\s*(?:↩|↑)[\ufe0e\ufe0f]?$", re.DOTALL)
_CONTENTS = re.compile(r"(?:#+ |\*\*)?(?:table of )?contents:?(?:\*\*)?$", re.IGNORECASE)
_LONGEST_HEAD = 120
_MOST_BETWEEN = 4
_SOFT_HYPHEN = "\u00ad"


def source_text(pages: Sequence[Page]) -> str:
    """The text of all pages in reading order."""
    words = words_of(pages)
    pages = [repaired(page, words) for page in pages]
    bands = [bands_of(page, words) for page in pages]
    columns = [in_columns(page) for page in bands]
    lefts = lefts_of_columns(columns)
    if lefts:
        columns = [in_columns(page, lefts) for page in bands]
    layouts = [
        with_tables(layout, page.rules, words) for layout, page in zip(columns, pages, strict=True)
    ]
    measures = measured(layouts)
    blocks = [list(_blocks(page, measures, words)) for page in layouts]
    _drop_linked_contents(blocks)
    settle_pages(blocks, measures, words)
    _soften([block for page in blocks for block in page if not block.note], words)
    return "\n\f".join(_page_text(page) for page in blocks)


def _blocks(page: Sequence[Column], measures: Measures, words: Words) -> Iterator[Block]:
    for paragraph in paragraphs_of_page(page, measures):
        text = paragraph.text(words)
        if text.strip() and not is_navigation(text):
            yield _block(paragraph, text)


def _block(paragraph: Paragraph, text: str) -> Block:
    if paragraph.row is not None:
        return Block(text, 0.0, "row", lefts=paragraph.row.lefts)
    base, lefts = paragraph.lines[0].base, (paragraph.lines[0].left,)
    note = _PRINTED_NOTE.match(text)
    if note is not None and paragraph.kind == "text":
        return Block(
            f"<sup>{note[1]}</sup> {note[2]}", paragraph.size, "text", base, lefts, note=True
        )
    if paragraph.kind == "item":
        text = f"- {text}"
    elif paragraph.kind == "bold":
        text = f"**{_plain(text)}**"
    elif paragraph.kind.startswith("heading"):
        text = f"{'#' * int(paragraph.kind.split()[1])} {text}"
    return Block(text, paragraph.size, paragraph.kind, base, lefts, paragraph=paragraph)


def _plain(text: str) -> str:
    """A heading without italics: bold marks it already."""
    return text.replace("<i>", "").replace("</i>", "")


def _drop_linked_contents(pages: Sequence[list[Block]]) -> None:
    """Drops the list of links under "Contents" of a printed web page: it tells no page."""
    inside = False
    for page in pages:
        kept: list[Block] = []
        for block in page:
            if _CONTENTS.match(block.text):
                inside = True
            elif block.kind != "item" and (block.kind != "text" or len(block.text) > _LONGEST_HEAD):
                inside = False
            if not (inside and block.kind == "item"):
                kept.append(block)
        page[:] = kept


def _soften(blocks: Sequence[Block], words: Words) -> None:
    """Makes a hyphen soft that breaks a word at the end of a column or a page: running heads
    may stand before the word's second half."""
    for place, block in enumerate(blocks):
        if block.kind not in ("text", "item") or not block.text.endswith("-"):
            continue
        nearby = blocks[place + 1 : place + 1 + _MOST_BETWEEN]
        following = next((other.text for other in nearby if other.text[:1].islower()), "")
        if words.breaks(block.text, following):
            block.text = block.text[:-1] + _SOFT_HYPHEN


def _page_text(blocks: Sequence[Block]) -> str:
    """The blocks of a page, the rows of one table and the items of one list close together."""
    parts: list[str] = []
    for place, block in enumerate(blocks):
        if place:
            close = block.kind in ("row", "item") and blocks[place - 1].kind == block.kind
            parts.append("\n" if close else "\n\n")
        parts.append(block.text)
    return "".join(parts)
