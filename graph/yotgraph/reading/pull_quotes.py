"""Pull quotes: words of a text that its designer sets once more, large or in a box beside it.

They are told by being said again word for word: what stands in the text needs no second place, and
would count twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yotgraph.reading.document import BlockKind
from yotgraph.reading.forming import Piece

__all__ = ["without_pull_quotes"]

_QUOTES = "\"'“”‘’…. "
_SHORTEST = 40
_SHORTEST_PART = 12
# A quote stands near its text, and may be set in so many lines that each make a piece.
_NEAR = 5
_MOST_PARTS = 8
_KINDS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING)


def without_pull_quotes(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without those that only say again what a longer one near them says."""
    kept: list[Piece] = []
    place = 0
    quoted = False
    texts = [piece.text if piece.kind in _KINDS else "" for piece in pieces]
    while place < len(pieces):
        end = _end(pieces, texts, place)
        if end is not None:
            quoted, place = True, end
            continue
        piece = pieces[place]
        kept.append(replace(piece, interrupted=True) if quoted else piece)
        quoted = False
        place += 1
    return kept


def _end(pieces: Sequence[Piece], texts: Sequence[str], start: int) -> int | None:
    """The place behind a pull quote that begins at a place; nothing where none does."""
    found: int | None = None
    words = ""
    for end in range(start, min(start + _MOST_PARTS, len(pieces))):
        if not _may_be_quoted(pieces[end]):
            break
        words = f"{words} {texts[end]}".strip(_QUOTES)
        if len(words) < _SHORTEST_PART or not _is_said(words, texts, start, end + 1):
            break
        if len(words) >= _SHORTEST:
            found = end + 1
    return found


def _may_be_quoted(piece: Piece) -> bool:
    texts = (BlockKind.PARAGRAPH, BlockKind.HEADING)
    return piece.kind in texts and not piece.number and not piece.bulleted


def _is_said(words: str, texts: Sequence[str], start: int, end: int) -> bool:
    """Whether the texts near a place say some words among others."""
    near = [*filter(None, texts[max(0, start - _NEAR) : start])]
    near += filter(None, texts[end : end + _NEAR])
    # Set within a paragraph, a quote tears it in two.
    if words not in " ".join(near):
        return False
    return not any(text.strip(_QUOTES) == words for text in near)
