"""Page furniture: running heads and page numbers, which are no part of the text.

Nothing is known here of any publisher's wording: furniture is told by its behaviour. It
comes again with a page number that goes up, or stands where a page breaks.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yotgraph.reading.lines import Line, LineKind

__all__ = ["Furniture", "find_furniture"]

_LONE_NUMBER = re.compile(r"(?:page\s+)?[-–—\[]?\s*(\d{1,3})\s*[-–—\]]?(?:\s+of\s+\d{1,3})?$", re.I)
_NUMBER_LAST = re.compile(r"(?P<head>\D.{8,150}?)[\s|]+(?:page\s+)?(?P<number>\d{1,3})$", re.I)
_NUMBER_FIRST = re.compile(r"(?:page\s+)?(?P<number>\d{1,3})[\s|]+(?P<head>[^\W\d].{8,150})$", re.I)
_LEADERS = re.compile(r"\.{3,}|…|(?:\. ){3,}")
# A page number climbs by one or two (blank and even pages carry none).
_LARGEST_STEP = 2
_SHORTEST_RUN = 3
_LONGEST_HEAD = 100
# What may stand at two pages' ends by chance, as headings and rows do, is a running head only
# where it stands at so many of the pages.
_LEAST_OF_PAGES = 1 / 3


@dataclass(frozen=True, slots=True)
class Furniture:
    """Which lines are furniture, and the page number that some of them carry."""

    lines: frozenset[int]
    numbers: dict[int, int]


def find_furniture(lines: Sequence[Line]) -> Furniture:
    """The furniture among the lines of one document, by index."""
    numbers = _running_heads(lines) | _lone_numbers(lines)
    heads = {
        _head(lines[index].text.text)
        for index in numbers
        if not _LONE_NUMBER.match(lines[index].text.text)
    }
    same = {
        index
        for index, line in enumerate(lines)
        if line.kind is not LineKind.BLANK and _head(line.text.text) in heads
    }
    pages = max(len(numbers), sum(line.breaks_page for line in lines))
    folded = [" ".join(line.text.text.casefold().split()) for line in lines]
    at_breaks = _at_breaks(lines, folded, pages)
    found = set(numbers) | same | at_breaks
    found |= _beside(lines, folded, found, pages)
    return Furniture(frozenset(found | _at_start(lines, folded, found)), numbers)


def _beside(lines: Sequence[Line], folded: Sequence[str], found: set[int], pages: int) -> set[int]:
    """Short lines that come again word for word, each time next to other furniture."""
    printed = [index for index, line in enumerate(lines) if line.kind is not LineKind.BLANK]
    seen: dict[str, list[int]] = defaultdict(list)
    for before, index, after in zip(printed, printed[1:], printed[2:], strict=False):
        short = len(lines[index].text.text) <= _LONGEST_HEAD
        if index not in found and short and {before, after} & found:
            seen[folded[index]].append(index)
    return _repeated(lines, folded, seen, pages)


def _repeated(
    lines: Sequence[Line], folded: Sequence[str], seen: Mapping[str, list[int]], pages: int
) -> set[int]:
    """The lines of those texts that stand in two such places or more, and not mostly elsewhere:
    a heading that comes often may end two pages by chance, and so may one that comes twice."""
    printed = Counter(folded)
    found: set[int] = set()
    for text, places in seen.items():
        elsewhere = printed[text] - len(places)
        of_text = any(lines[place].marked or lines[place].cells for place in places)
        may_be_chance = of_text or elsewhere > 1 or (elsewhere == 1 and len(places) == 2)
        few = may_be_chance and len(places) < _LEAST_OF_PAGES * pages
        if len(places) > 1 and len(places) >= elsewhere and not few:
            found.update(places)
    return found


def _numbered(text: str) -> re.Match[str] | None:
    """A line's number and the words before or behind it, if it has both."""
    # The long way to a last number is gone only where there is one.
    last = _NUMBER_LAST.match(text) if text[-1:].isdecimal() else None
    return last or _NUMBER_FIRST.match(text)


def _head(text: str) -> str:
    """What stays the same in a running head: its words without the number."""
    match = _numbered(text)
    return " ".join((match["head"] if match else text).casefold().split())


def _running_heads(lines: Sequence[Line]) -> dict[int, int]:
    """Lines that come again with a number that goes up."""
    seen: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, line in enumerate(lines):
        text = line.text.text
        match = _numbered(text)
        if match is None or line.marked or line.number or _LEADERS.search(text):
            continue
        seen[_head(text)].append((index, int(match["number"])))
    found: dict[int, int] = {}
    for places in seen.values():
        values = [number for _, number in places]
        climbs = all(low < high for low, high in zip(values, values[1:], strict=False))
        if len(places) > 1 and climbs:
            found.update(places)
    return found


def _lone_numbers(lines: Sequence[Line]) -> dict[int, int]:
    """Numbers alone on a line that count pages, not something of the report."""
    places = [
        (index, int(match.group(1)))
        for index, line in enumerate(lines)
        if (match := _LONE_NUMBER.match(line.text.text))
    ]
    found: dict[int, int] = {}
    run: list[tuple[int, int]] = []
    for place in places:
        if run and not 0 < place[1] - run[-1][1] <= _LARGEST_STEP:
            found.update(run if len(run) >= _SHORTEST_RUN else ())
            run = []
        run.append(place)
    found.update(run if len(run) >= _SHORTEST_RUN else ())
    at_breaks = _beside_breaks(lines)
    found.update(place for place in places if place[0] in at_breaks)
    return found


def _beside_breaks(lines: Sequence[Line]) -> set[int]:
    """The first and the last printed line of every page that a form feed marks."""
    found: set[int] = set()
    previous: int | None = None
    broken = False
    for index, line in enumerate(lines):
        broken = broken or line.breaks_page
        if line.kind is LineKind.BLANK:
            continue
        if broken:
            found.add(index)
            if previous is not None:
                found.add(previous)
            broken = False
        previous = index
    return found


def _at_breaks(lines: Sequence[Line], folded: Sequence[str], pages: int) -> set[int]:
    """Lines without a number that stand at two page breaks or more, word for word."""
    seen: dict[str, list[int]] = defaultdict(list)
    for index in sorted(_beside_breaks(lines)):
        seen[folded[index]].append(index)
    return _repeated(lines, folded, seen, pages)


def _at_start(lines: Sequence[Line], folded: Sequence[str], found: set[int]) -> set[int]:
    """The first printed line, where it is the head of further pages: no page break stands before
    the first page."""
    first = next((i for i, line in enumerate(lines) if line.kind is not LineKind.BLANK), None)
    heads = {folded[index] for index in found}
    return {first} if first is not None and folded[first] in heads else set()
