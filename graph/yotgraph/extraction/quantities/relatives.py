"""Parts told of in a relative clause: "12 reports, of which six", "ten children, eight of whom".

The number is a part of the one that its pronoun stands for, the nearest before it in the
sentence, whatever was counted there.

>>> from yotgraph.extraction.quantities.tokens import read_words
>>> whole_before(read_words("we read 12 reports, of which six were good."), 7)
(5, 12)
>>> whole_behind(read_words("we met ten children, eight of whom were girls."), 5, 8)
10
"""

from __future__ import annotations

from yotgraph.extraction.quantities.grammar import (
    is_bare_end,
    is_verb,
    read_noun,
    read_number,
)
from yotgraph.extraction.quantities.roles import before_limits
from yotgraph.extraction.quantities.tokens import Words
from yotgraph.extraction.quantities.words import lexicon

__all__ = ["whole_before", "whole_behind"]

_FAR = 16
_POINTING = frozenset(("them", "these", "those"))
_STOPS = frozenset(";:.?!")


def whole_before(words: Words, index: int) -> tuple[int, int] | None:
    """Where the relative pronoun before a number begins, and of how many the number is a
    part: "12 reports, of which six"."""
    start = before_limits(words, index) - 1
    total = _number_before(words, start) if _is_relative(words, start) else None
    return None if total is None else (start, total)


def whole_behind(words: Words, start: int, end: int) -> int | None:
    """Of how many a part is that begins at ``start`` and ends with its pronoun: "ten children,
    eight of whom", "saw ten children and helped eight of them"."""
    is_pointed = words.at(end - 2) == "of" and words.at(end - 1) in _POINTING
    is_part = is_pointed or _is_relative(words, end - 2)
    return _number_before(words, start) if is_part else None


def _is_relative(words: Words, index: int) -> bool:
    return words.at(index) == "of" and (
        lexicon().has("relative-pronoun", words.forms, index + 1) is not None
    )


def _number_before(words: Words, start: int) -> int | None:
    """The nearest number before a relative clause that counts something: one with its noun
    ("ten children"), or a bare one right before the comma ("a plan in six, of which")."""
    for place in range(start - 1, max(-1, start - _FAR), -1):
        if words.at(place) in _STOPS:
            return None
        number = read_number(words, place)
        if number is None or read_number(words, place - 1) is not None:
            # The number begins further ahead.
            continue
        value, end = number
        is_counted = read_noun(words, end, plural=True) or is_verb(words, end, share=True)
        if value > 1 and (is_counted or (is_bare_end(words, end) and end >= start - 1)):
            return value
    return None
