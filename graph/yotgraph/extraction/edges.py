r"""Expressions that begin at the edge of a word (``\b``), searched as fast as plain letters.

Python looks for the first letter of a match in a tight loop, but only where an expression
begins with it: one that begins with ``\b`` is tried at every place of a text. Here the edge is
taken off and looked at once the rest has matched; where there is none, the search goes on at the
next edge, so that the matches are the same and a long word costs no more than a short one.

>>> found = at_edges(r"\bplan(?:s|ning)?\b").finditer("replan plans and replanning, plan")
>>> [match.span() for match in found]
[(7, 12), (29, 33)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yotgraph.extraction.expressions import has_alternatives

__all__ = ["EdgedPattern", "at_edges", "is_in_word"]

_EDGE = r"\b"
_REST_OF_WORD = re.compile(r"\w*")
_LETTER = re.compile(r"[A-Za-z](?![?*+{])")


@dataclass(frozen=True, slots=True)
class EdgedPattern:
    """A compiled expression, and whether each match must begin at the edge of a word."""

    pattern: re.Pattern[str]
    begins_at_edge: bool

    def finditer(self, text: str, end: int | None = None) -> Iterator[re.Match[str]]:
        """Every match up to a place in order, as :meth:`re.Pattern.finditer` gives them."""
        stop = len(text) if end is None else end
        if self.begins_at_edge:
            return self._at_edges(text, stop)
        return self.pattern.finditer(text, 0, stop)

    def _at_edges(self, text: str, stop: int) -> Iterator[re.Match[str]]:
        search, place = self.pattern.search, 0
        while match := search(text, place, stop):
            first, last = match.span()
            if _is_edge(text, first):
                yield match
                place = max(last, first + 1)
            else:
                place = max(first + 1, _end_of_word(text, first))

    def search(self, text: str, end: int | None = None) -> re.Match[str] | None:
        """The first match up to a place."""
        return next(self.finditer(text, end), None)


def at_edges(source: str, *, ignores_case: bool = False) -> EdgedPattern:
    """The expression of that source (Python syntax), ready to be searched for."""
    begins_at_edge = source.startswith(_EDGE) and not has_alternatives(source)
    bare = source.removeprefix(_EDGE) if begins_at_edge else source
    if not ignores_case:
        return EdgedPattern(re.compile(bare), begins_at_edge)
    if _LETTER.match(bare) and not has_alternatives(bare):
        # A first letter that is written out in both cases can be looked for at once.
        first = f"[{bare[0].lower()}{bare[0].upper()}]"
        return EdgedPattern(re.compile(f"{first}(?i:{bare[1:]})"), begins_at_edge)
    return EdgedPattern(re.compile(bare, re.IGNORECASE), begins_at_edge)


def _end_of_word(text: str, place: int) -> int:
    """Where the word ends that a place stands in: before, no match can begin at an edge."""
    rest = _REST_OF_WORD.match(text, place)
    return rest.end() if rest else place


def _is_edge(text: str, place: int) -> bool:
    before = place > 0 and is_in_word(text[place - 1])
    return before != (place < len(text) and is_in_word(text[place]))


def is_in_word(sign: str) -> bool:
    r"""Whether a sign is one of a word, as ``\w`` has it; no sign at all is none.

    >>> is_in_word("é"), is_in_word("_"), is_in_word("-"), is_in_word("")
    (True, True, False, False)
    """
    return sign.isalnum() or sign == "_"
