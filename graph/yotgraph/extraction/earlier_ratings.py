"""Ratings of an earlier inspection that stand beside the current ones.

A table may set two inspections side by side, a cell may hold the earlier rating in brackets,
and a sentence may tell how the service was rated before. None of these is a rating now.
"""

from __future__ import annotations

import re

from yotgraph.reading import Block, BlockKind, Document

__all__ = ["earlier_columns", "tells_of_earlier", "without_earlier"]

_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_EARLIER = re.compile(r"\b(?:previous|last|earlier|former|prior)\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:current|this inspection|latest|now|present)\b", re.IGNORECASE)
_BRACKETS = re.compile(
    r"\s*[(\[](?:[^()\[\]]*\b(?:previous(?:ly)?|last|earlier|was|from|(?:19|20)\d{2})\b[^()\[\]]*)[)\]]\s*$",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:previous(?:ly)?|earlier|prior|last) (?:inspect|rat|judg|report)\w*|\bpreviously\b"
    r"|\bwhen (?:it was |we )?last inspected\b|\bhad been (?:rated|judged)\b"
    r"|\b(?:in|since|from) (?:our |the )?(?:[A-Z][a-z]+ )?(?:19|20)\d{2}\b[^.]*$",
)
_SENTENCE = re.compile(r"[.?!]\s+(?=[A-Z‘“'\"])")


def without_earlier(text: str) -> str:
    """A cell without the earlier rating that it holds in brackets.

    >>> without_earlier("Good (previously Requires improvement)")
    'Good'
    """
    return _BRACKETS.sub("", text) if text.rstrip().endswith((")", "]")) else text


def tells_of_earlier(text: str, start: int) -> bool:
    """Whether the sentence up to a place speaks of an earlier inspection.

    >>> words = "It is good. At our last inspection it was rated 'Inadequate' overall."
    >>> tells_of_earlier(words, words.index("rated"))
    True
    """
    breaks = [match.end() for match in _SENTENCE.finditer(text, 0, start)]
    return _TELLS.search(text[breaks[-1] if breaks else 0 : start]) is not None


def earlier_columns(document: Document, block: Block) -> frozenset[int] | None:
    """The columns that a table's head gives to an earlier inspection, counted from the right
    (-1 is the last), since a head may lack titles on the left; nothing where a block is no
    such head.

    Of columns named by years the latest is the current one.
    """
    if block.kind is not BlockKind.ROW:
        return None
    titles = [document.slice(span) for span in block.cells]
    years = {
        place: int(match.group())
        for place, title in enumerate(titles)
        if (match := _YEAR.search(title))
    }
    earlier = {place for place, title in enumerate(titles) if _EARLIER.search(title)}
    latest = max(years.values(), default=0)
    old = {place for place, year in years.items() if year < latest} if len(years) > 1 else set()
    if not (earlier or old):
        return None
    now = {place for place, title in enumerate(titles) if _NOW.search(title)}
    found = (earlier | old) - now
    if not found or len(found) == len(titles):
        return None
    return frozenset(place - len(titles) for place in found)
