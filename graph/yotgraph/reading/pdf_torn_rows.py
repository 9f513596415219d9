"""Table rows that the end of a page tore apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yotgraph.reading.dictionary import Words
from yotgraph.reading.pdf_blocks import Block
from yotgraph.reading.pdf_inline import joined

__all__ = ["parted_row", "whole_row"]

_SENTENCE_END = re.compile(r"[.?!…][\"'”’)\]]*$")
_ALIGNED = 4.0
_LONGEST_TAIL = 200
_LONGEST_CELL = 30
_TWO = 2


def whole_row(row: Block, block: Block, words: Words) -> str | None:
    """The text of a row and of what the next page begins with, where that goes on with it."""
    above, below = row.text.split("\t"), _as_cells(block, row)
    if len(above) == len(below) and (_is_torn(above, below) or _complete(above, below)):
        pairs = zip(above, below, strict=True)
        return "\t".join(joined(filter(None, pair), words) for pair in pairs)
    return None


def parted_row(end: Block, page: Sequence[Block]) -> Block | None:
    """The row whose last cell stands alone at a page's end (``end``), while its first opens the
    rest of the next page, above a row that shows where their columns are."""
    first, row = page[0], page[1] if len(page) > 1 else page[0]
    if (end.kind, first.kind, row.kind) != ("text", "text", "row") or len(row.lefts) != _TWO:
        return None
    in_columns = first.lefts[0] < row.lefts[1] - _ALIGNED < end.lefts[0]
    if not in_columns or len(end.text) > _LONGEST_CELL or _SENTENCE_END.search(end.text):
        return None
    return Block(f"{first.text}\t{end.text}", 0.0, "row", lefts=row.lefts)


def _as_cells(block: Block, row: Block) -> list[str]:
    """A block as cells of the row that it may go on with: a line may be one cell's tail."""
    if block.kind == "row":
        return block.text.split("\t")
    column = next(
        (i for i, left in enumerate(row.lefts) if abs(left - block.lefts[0]) < _ALIGNED), None
    )
    if column is None or block.kind != "text" or len(block.text) > _LONGEST_TAIL:
        return []
    return [block.text if place == column else "" for place in range(len(row.lefts))]


def _is_torn(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether some cell goes on in lower case, and none begins a sentence behind an open one."""
    goes_on = [_is_low(low) for high, low in zip(above, below, strict=True) if high and low]
    last_open = any(
        high and _is_low(low) and not _SENTENCE_END.search(high)
        for high, low in zip(above, below, strict=True)
    )
    return last_open and any(goes_on)


def _complete(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a page's end parted the cells of one row: the first came on the next page whole."""
    return not above[0] and all(
        bool(high) != bool(low) for high, low in zip(above, below, strict=True)
    )


def _is_low(text: str) -> bool:
    """Whether a text begins in lower case, in brackets or not."""
    return text.lstrip("([“‘\"'")[:1].islower()
