"""What a whole document tells of its typesetting: sizes, distances, margins, its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from yotgraph.reading.pdf_inline import Words
from yotgraph.reading.pdf_layout import Column
from yotgraph.reading.pdf_lines import Line
from yotgraph.reading.pdf_page import Page

__all__ = ["Measures", "measured", "words_of"]

_LETTERS = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_HEADING_SIZE = 1.12
_MOST_HEADING_SHARE = 0.2
_DEEPEST_LEVEL = 6
_USUAL_LEADING = 1.3
_LEADINGS = (0.9, 2.2)
_LONG_LINE = 6
_REACH_SHARE = 0.98


@dataclass(frozen=True, slots=True)
class Measures:
    """``body`` is the size of most of the text; ``leading`` the distance from line to line,
    by size and in sizes; ``levels`` the depth of headings by size; ``marks`` the labels of
    all footnote marks; ``reach`` how far to the right lines go."""

    body: float
    leading: dict[float, float]
    levels: dict[float, int]
    marks: frozenset[str]
    reach: float

    def step(self, size: float) -> float:
        """The usual distance between two lines of one paragraph, in points."""
        return size * self.leading.get(size, self.leading.get(self.body, _USUAL_LEADING))

    def level(self, line: Line) -> int | None:
        """The depth of the heading that a line's size makes it, or nothing."""
        return self.levels.get(line.size)


def words_of(pages: Iterable[Page]) -> Words:
    """How often each word of a document comes; words with a hyphen count whole and in parts."""
    found: Counter[str] = Counter()
    for page in pages:
        for word in page.words:
            text = word.text.lower()
            found.update(_LETTERS.findall(text))
            if "-" in text:
                found.update(_COMPOUND.findall(text))
    return found


def measured(pages: Sequence[Sequence[Column]]) -> Measures:
    """The measures of a document's pages."""
    sizes: Counter[float] = Counter()
    marks: set[str] = set()
    rights: list[float] = []
    leadings: dict[float, Counter[float]] = {}
    for column in (column for page in pages for column in page):
        for line in column.lines:
            sizes[line.size] += sum(len(word.text) for word in line.words)
            marks.update(word.text.strip(",;[]()") for word in line.words[1:] if line.is_mark(word))
            if column.right is None and len(line.words) >= _LONG_LINE:
                rights.append(line.right)
        for above, below in pairwise(column.lines):
            if above.size == below.size:
                step = round((below.base - above.base) / below.size, 1)
                if _LEADINGS[0] <= step <= _LEADINGS[1]:
                    leadings.setdefault(below.size, Counter())[step] += 1
    body = max(sizes.items(), key=lambda item: (item[1], -item[0]))[0] if sizes else 0.0
    rights.sort()
    return Measures(
        body=body,
        leading={
            size: max(counts.items(), key=lambda item: (item[1], -item[0]))[0]
            for size, counts in leadings.items()
            if counts.total() > 2
        },
        levels=_levels(sizes, body),
        marks=frozenset(marks),
        reach=rights[int(_REACH_SHARE * (len(rights) - 1))] if rights else float("inf"),
    )


def _levels(sizes: Counter[float], body: float) -> dict[float, int]:
    """Sizes above that of the text, the largest first."""
    total = sizes.total()
    large = sorted(
        (
            size
            for size, characters in sizes.items()
            if size >= _HEADING_SIZE * body and characters <= _MOST_HEADING_SHARE * total
        ),
        reverse=True,
    )
    return {size: min(place, _DEEPEST_LEVEL) for place, size in enumerate(large, 1)}
