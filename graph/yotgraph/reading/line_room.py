"""How much room a wrapped line left, measured as type is printed: its letters differ in width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from yotgraph.reading.lines import Line, LineKind

__all__ = ["Wrap", "breadth", "first_word", "wrap_of"]

# Breadths of letters in the common faces without serifs, in thousandths of the size of type;
# what is not listed is as broad as most small letters.
_BROAD_AS = {
    230: "ijl'‘’|",
    280: "ftI.,:;!/[] \t",
    340: 'r()-“”"`*°',
    500: "ckszvxyJ",
    610: "FTLZ+<=>~",
    690: "ABEKPSVXY&",
    750: "CDGHNORQUw",
    880: "mMW%@—…",
}
_BREADTHS = {letter: breadth for breadth, letters in _BROAD_AS.items() for letter in letters}
_USUAL_BREADTH = 550
# Lines that were wrapped: so many of them, of so many characters, most below one another.
_FEWEST_WRAPPED = 30
_WRAPPED = (45, 160)
_CLOSE = 0.4
_FEW_LONGER = 0.02
_USUAL = 0.8
# A line so much shorter had room for the next one's first word, whatever its letters.
_ROOM = 0.8
_MOST = 0.9
# Breadths are only nearly known; the items of lists are indented.
_NEARLY, _INDENTED = 0.99, 0.92
# So many lines that go on below them show how a text was wrapped; none is so much longer.
_FEWEST_SURE = 30
_LONGER, _SURELY = 1.2, 0.95
# So many short lines end paragraphs for certain, and so many of them stand before an empty line.
_SHORTEST_END, _SHORT = 20, 0.7
_FEWEST_ENDS, _PARTED = 6, 0.95


@dataclass(frozen=True, slots=True)
class Wrap:
    """How far the lines of a text go (``width``, in characters), how broad the full ones are in
    print, and whether it ``keeps_empty_lines`` between its paragraphs."""

    width: int
    full: int
    keeps_empty_lines: bool = False

    def had_room(self, last: str, following: str, indented: bool = False) -> bool:
        """Whether a line had room for the first word of what stands below it. Items of lists are
        ``indented``, which the text does not show."""
        word = first_word(following)
        if len(last) + 1 + len(word) <= _ROOM * self.width:
            return True
        if self.keeps_empty_lines:
            return False
        part = _INDENTED if indented else _NEARLY
        return breadth(f"{last} {word}") < part * self.full


def first_word(text: str) -> str:
    """The word that a text begins with."""
    return text.split(maxsplit=1)[0] if text else ""


def breadth(text: str) -> int:
    """How broad a text is in print.

    >>> breadth("ill") < breadth("mow")
    True
    """
    return sum(_BREADTHS.get(letter, _USUAL_BREADTH) for letter in text)


def wrap_of(lines: Sequence[Line]) -> Wrap | None:
    """How the lines of a text were wrapped; nothing where they were not."""
    low, high = _WRAPPED
    # A row may have been put together from several lines.
    texts = [line.text.text for line in lines if line.kind is not LineKind.ROW]
    lengths = [len(text) for text in texts]
    long = sorted(length for length in lengths if length >= low)
    if len(long) < _FEWEST_WRAPPED or sum(length > high for length in long) > _FEW_LONGER * len(
        long
    ):
        return None
    close = sum(one >= low and other > 0 for one, other in pairwise(lengths))
    if close < _CLOSE * len(long):
        return None
    width = long[int(_USUAL * len(long))]
    found = sorted(breadth(text) for text in texts if len(text) >= _ROOM * width)
    keeps_empty_lines = _is_counted(texts, width) or _are_parted(lines, width)
    return Wrap(width, found[int(_MOST * len(found))], keeps_empty_lines)


def _is_counted(texts: Sequence[str], width: int) -> bool:
    """Whether lines were wrapped at a number of characters, as programs for plain text do, which
    keep empty lines: no line that goes on below had room for the next word, counted so."""
    lengths = sorted(len(text) for text in texts if _ROOM * width <= len(text) <= _LONGER * width)
    longest = lengths[int(_NEARLY * len(lengths))]
    sure = [
        len(one) + 1 + len(first_word(other)) > longest
        for one, other in pairwise(texts)
        if _ROOM * width <= len(one) <= longest and other[:1].islower()
    ]
    return len(sure) >= _FEWEST_SURE and sum(sure) > _SURELY * len(sure)


def _are_parted(lines: Sequence[Line], width: int) -> bool:
    """Whether an empty line stands behind nearly every short line with which a sentence ends: so
    whoever wrapped the text by hand parted its paragraphs."""
    ends = [
        other.kind is LineKind.BLANK
        for one, other in pairwise(lines)
        if _SHORTEST_END < len(one.text.text) <= _SHORT * width
        and one.kind is LineKind.PLAIN
        and other.kind in (LineKind.PLAIN, LineKind.BLANK)
        and one.text.text[-1:] in ".?!"
    ]
    return len(ends) >= _FEWEST_ENDS and sum(ends) >= _PARTED * len(ends)
