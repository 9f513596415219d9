"""A letterhead's address that stands beside the recipients, taken out of their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from yotgraph.reading.pdf_lines import Line, lines_of
from yotgraph.reading.pdf_page import Word

__all__ = ["without_address"]

# A postcode of the United Kingdom: its outward and its inward part.
_OUTWARD = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?$")
_INWARD = re.compile(r"\d[A-Z]{2}[.,]?$")
_FEWEST_LINES, _MOST_LINES = 3, 10
_MOST_TRIED = 4
_ALIGNED = 2.0
# Distances in sizes: between words, between lines, and to what stands beside.
_SPACE, _STEP, _BESIDE = 0.8, 1.7, 1.3


def without_address(words: Sequence[Word]) -> tuple[list[Line], Sequence[Word]]:
    """The lines of an address with text to its left, and the other words of the page."""
    for first in islice(_postcodes(words), _MOST_TRIED):
        left = _left(first, words)
        own = [word for word in words if word.left >= left - _ALIGNED and word.size == first.size]
        block = _block(lines_of(own), first, left)
        if not _FEWEST_LINES <= len(block) <= _MOST_LINES:
            continue
        inside = {id(word) for line in block for word in line.words}
        rest = [word for word in words if id(word) not in inside]
        if _stands_beside(block, left, rest):
            return block, rest
    return [], words


def _postcodes(words: Sequence[Word]) -> Iterator[Word]:
    """The first words of postcodes."""
    inward = [place for place, word in enumerate(words) if word.text[0].isdigit()]
    for place in inward:
        if place and _INWARD.match(words[place].text):
            word = words[place - 1]
            if _OUTWARD.match(word.text) and words[place].base == word.base:
                yield word


def _left(first: Word, words: Sequence[Word]) -> float:
    """Where the stretch of words begins that a postcode ends."""
    left = first.left
    same = [word for word in words if abs(word.base - first.base) < 1 and word.left < left]
    for word in sorted(same, key=lambda word: -word.left):
        if left - word.right > _SPACE * first.size:
            break
        left = word.left
    return left


def _block(lines: Sequence[Line], first: Word, left: float) -> list[Line]:
    """The lines above and below a postcode's that begin at its left and stand close."""
    place = next((i for i, line in enumerate(lines) if first in line.words), None)
    if place is None:
        return []
    start = end = place
    while start and _is_next(lines[start - 1], lines[start], left):
        start -= 1
    while end + 1 < len(lines) and _is_next(lines[end], lines[end + 1], left):
        end += 1
    return list(lines[start : end + 1])


def _is_next(above: Line, below: Line, left: float) -> bool:
    close = below.base - above.base <= _STEP * max(above.size, below.size)
    return close and all(abs(line.left - left) <= _ALIGNED for line in (above, below))


def _stands_beside(block: Sequence[Line], left: float, rest: Sequence[Word]) -> bool:
    """Whether text stands to the left of a block, beside more than one of its lines."""
    size, top, bottom = block[0].size, block[0].base - block[0].size, block[-1].base
    beside = {
        round(word.base)
        for word in rest
        if top < word.base <= bottom + size and word.right < left - _BESIDE * size
    }
    return len(beside) > 1
