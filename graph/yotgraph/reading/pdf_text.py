"""The pages of a PDF -> one source text: Markdown, with a form feed between pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yotgraph.reading.navigation import is_navigation
from yotgraph.reading.pdf_inline import Words
from yotgraph.reading.pdf_layout import Column, laid_out
from yotgraph.reading.pdf_measures import Measures, measured, words_of
from yotgraph.reading.pdf_page import Page
from yotgraph.reading.pdf_pages import Block, settle_pages
from yotgraph.reading.pdf_paragraphs import Paragraph, paragraphs_of
from yotgraph.reading.pdf_repair import repaired

__all__ = ["source_text"]

# A list of notes on a printed web page: each ends in a link back to its mark.
_PRINTED_NOTE = re.compile(r"\(?(\d{1,3})[.)]?\s+(\S.*?)\s*(?:↩|↑)[\ufe0e\ufe0f]?$", re.DOTALL)
_CONTENTS = re.compile(r"(?:#+ |\*\*)?(?:table of )?contents:?(?:\*\*)?$", re.IGNORECASE)
_LONGEST_HEAD = 120


def source_text(pages: Sequence[Page]) -> str:
    """The text of all pages in reading order."""
    words = words_of(pages)
    layouts = [laid_out(repaired(page, words), words) for page in pages]
    measures = measured(layouts)
    blocks = [list(_blocks(page, measures, words)) for page in layouts]
    _drop_linked_contents(blocks)
    settle_pages(blocks, measures)
    return "\n\f".join(_page_text(page) for page in blocks)


def _blocks(page: Sequence[Column], measures: Measures, words: Words) -> Iterator[Block]:
    for column in page:
        for paragraph in paragraphs_of(column, measures):
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
    return Block(text, paragraph.size, paragraph.kind, base, lefts)


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


def _page_text(blocks: Sequence[Block]) -> str:
    """The blocks of a page, the rows of one table and the items of one list close together."""
    parts: list[str] = []
    for place, block in enumerate(blocks):
        if place:
            close = block.kind in ("row", "item") and blocks[place - 1].kind == block.kind
            parts.append("\n" if close else "\n\n")
        parts.append(block.text)
    return "".join(parts)
