"""Lists whose bullets were drawn and not written, and got lost: their items from their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yotgraph.reading.document import BlockKind
from yotgraph.reading.forming import Piece

__all__ = ["with_unmarked_items"]

# Of so many characters is an item at most; a longer paragraph is the text behind its list.
_LONGEST_ITEM = 240


def with_unmarked_items(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a text without any bullets; its short paragraphs are items where they stand
    right below a line that ends in a colon, up to the first longer one.

    Browsers draw the bullets of a page that they print, so that no converter finds them.
    """
    if any(piece.kind is BlockKind.ITEM for piece in pieces):
        return list(pieces)
    result: list[Piece] = []
    listed = False
    for piece in pieces:
        if piece.kind is BlockKind.FOOTNOTE:
            result.append(piece)
            continue
        item = listed and _may_be_item(piece)
        result.append(replace(piece, kind=BlockKind.ITEM, bulleted=True) if item else piece)
        listed = item or piece.texts[-1].text.endswith(":")
    return result


def _may_be_item(piece: Piece) -> bool:
    plain = piece.kind is BlockKind.PARAGRAPH and piece.number is None
    return plain and len(piece.text) <= _LONGEST_ITEM
