"""Rows of Markdown tables that a converter wrapped: the lines of each put together.

Told by the bar below a table's head (``---|---``), which says how many cells a row has. Only
where a line goes on is found here; the words are read as those of any row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from yotgraph.reading.traced import Traced, join

__all__ = ["lines_in", "unbroken"]

_LINE = re.compile(r"[^\n\f\r]*(?:\r\n|[\n\f\r]|$)")
_BAR = re.compile(r"[^\S\n]*:?-{2,}:?(?:[^\S\n]*\|[^\S\n]*:?-{2,}:?)+[^\S\n]*$")
_PIPE = re.compile(r"(?<!\\)\|")
# Converters end the line of a row as Markdown ends any line that is to stay one.
_ENDED = re.compile(r"\S?[^\S\n]{2,}$")
_BEHIND_HYPHEN = re.compile(r"(?<=\w-)\n\s*(?=\w)")
_MOST_LINES = 40

_Place = tuple[int, int]


def lines_in(source: str) -> Iterator[_Place]:
    """Where each line of a source begins and ends, its end sign included; a row that was wrapped
    counts as one line."""
    places = [match.span() for match in _LINE.finditer(source)]
    if len(places) > 1 and places[-1][0] == places[-1][1]:
        places.pop()
    if "---|" not in source:
        return iter(places)
    return _with_rows(source, places)


def unbroken(text: Traced) -> Traced:
    """A row's text without the line ends that part a word behind its hyphen: converters wrap
    there, and put in no hyphen of their own.

    >>> unbroken(Traced.of("an out-\\nof-court disposal")).text
    'an out-of-court disposal'
    """
    parts: list[Traced] = []
    begin = 0
    for end in _BEHIND_HYPHEN.finditer(text.text):
        parts.append(text.part(begin, end.start()))
        begin = end.end()
    return join([*parts, text.part(begin)], "")


def _with_rows(source: str, places: Sequence[_Place]) -> Iterator[_Place]:
    texts = [source[start:end].rstrip("\r\n\f") for start, end in places]
    begin = 0
    for end in range(len(texts) + 1):
        if end < len(texts) and texts[end].strip():
            continue
        for first, last in _rows(texts[begin:end]):
            yield places[begin + first][0], places[begin + last][1]
        if end < len(texts):
            yield places[end]
        begin = end + 1


def _rows(texts: Sequence[str]) -> list[_Place]:
    """The first and last line of each row among lines that no empty line parts."""
    alone = [(place, place) for place in range(len(texts))]
    bar = next((place for place, text in enumerate(texts) if _BAR.match(text)), None)
    if bar is None:
        return alone
    pipes = texts[bar].count("|")
    if bar == 0 or all(_count(text) >= pipes for text in texts):
        return alone
    ends = [bar - 1, bar, *_ends(texts, bar + 1, pipes)]
    rows = [(before + 1, end) for before, end in pairwise([-1, *ends])]
    whole = all(
        _count(*texts[first : last + 1]) == pipes and last - first < _MOST_LINES
        for first, last in rows
    )
    return rows if whole else alone


def _ends(texts: Sequence[str], start: int, pipes: int) -> Iterator[int]:
    """Where rows end: behind their last cell, whose lines are full but for its last."""
    signed = any(_ENDED.search(text) for text in texts)
    reach = max(map(len, texts))
    found = 0
    for place in range(start, len(texts)):
        found += _count(texts[place])
        last = place + 1 == len(texts)
        following = "" if last else texts[place + 1].split(maxsplit=1)[0]
        room = len(texts[place]) + 1 + len(following) <= reach
        ended = _ENDED.search(texts[place]) is not None if signed else room
        if last or (found >= pipes and ended):
            yield place
            found = 0


def _count(*texts: str) -> int:
    return sum(len(_PIPE.findall(text)) for text in texts)
