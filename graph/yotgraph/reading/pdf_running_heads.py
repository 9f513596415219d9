"""What stands at the head or foot of several pages, whatever their number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from yotgraph.reading.pdf_blocks import Block

__all__ = ["EDGE", "edges", "folded", "repeated"]

EDGE = 3
"""So many blocks at the head and the foot of a page may be running heads."""
_PAGE_NUMBER = re.compile(r"^\d{1,3}[\s|]+(?=\D{8})|(?<=\D{8})[\s|]+\d{1,3}$")
_LONGEST_HEAD = 200


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The words of a running head, whichever side its page's number stands on."""
    if len(text) > _LONGEST_HEAD:
        return text
    text = _PAGE_NUMBER.sub("", text) or text
    return " ".join(re.sub(r"\d+", "0", text).casefold().split())


def repeated(pages: Sequence[Sequence[Block]]) -> frozenset[str]:
    """What stands at the head or foot of more than one page, whatever its number."""
    seen = Counter(text for page in pages for text in {folded(block.text) for block in edges(page)})
    return frozenset(text for text, count in seen.items() if count > 1)


def edges(page: Sequence[Block]) -> Sequence[Block]:
    """The first and the last blocks of a page."""
    return page if len(page) <= 2 * EDGE else [*page[:EDGE], *page[-EDGE:]]
