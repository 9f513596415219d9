"""What a whole document tells of its typesetting: sizes, distances, margins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from yotgraph.reading.pdf_layout import Column
from yotgraph.reading.pdf_lines import Line

__all__ = ["Measures", "measured"]

_HEADING_SIZE = 1.12
_MOST_HEADING_SHARE = 0.2
_DEEPEST_LEVEL = 6
_USUAL_LEADING = 1.3
_LEADINGS = (0.9, 2.2)
_LONG_LINE = 6
_REACH_SHARE = 0.98
_JUSTIFIED = 0.6
# A line so much shorter than the next ends a paragraph; so much more room lies behind it.
_SHORT, _APART, _MOSTLY = 0.7, 1.15, 0.8
_MARK = re.compile(r"<sup>(\d{1,3})</sup>")


@dataclass(frozen=True, slots=True)
class Measures:
    """``body`` is the size of most of the text; ``leading`` the distance from line to line,
    by size and in sizes; ``levels`` the depth of headings by size; ``marks`` the labels of
    all footnote marks; ``reach`` how far to the right lines go; ``justified`` says that most
    lines go just as far, ``spaced`` that room parts paragraphs from one another."""

    body: float
    leading: dict[float, float]
    levels: dict[float, int]
    marks: frozenset[str]
    reach: float
    justified: bool = False
    spaced: bool = False

    def step(self, size: float) -> float:
        """The usual distance between two lines of one paragraph, in points."""
        usual = self.leading.get(self.body, _USUAL_LEADING)
        own = self.leading.get(size, usual)
        # Headings that follow one another are no lines of one heading, however often they do.
        return size * (min(own, usual) if size in self.levels else own)

    def level(self, line: Line) -> int | None:
        """The depth of the heading that a line's size makes it, or nothing."""
        return self.levels.get(line.size)


def measured(pages: Sequence[Sequence[Column]]) -> Measures:
    """The measures of a document's pages."""
    sizes: Counter[float] = Counter()
    marks: set[str] = set()
    first_marks: set[tuple[str, float]] = set()
    rights: list[float] = []
    full = lines = 0
    gaps: list[tuple[float, float]] = []
    leadings: dict[float, Counter[float]] = {}
    for column in (column for page in pages for column in page):
        for line in column.lines:
            sizes[line.size] += sum([len(word.text) for word in line.words])
            for word in line.words[1:]:
                if word.size < line.size and line.is_mark(word):
                    marks.add(word.text.strip(",;[]()"))
            if line.is_mark(line.words[0]):
                first_marks.add((line.words[0].text.strip(",;[]()"), line.size))
            if column.right is None and len(line.words) >= _LONG_LINE:
                rights.append(line.right)
            elif column.right is not None:
                full += line.right >= column.right - 1
                lines += 1
        for row in column.rows:
            marks.update(label for cell in row.cells for label in _MARK.findall(cell))
        for above, below in pairwise(column.lines):
            if above.size == below.size:
                if _ends_short(above, below):
                    gaps.append((above.size, below.base - above.base))
                step = round((below.base - above.base) / below.size, 1)
                if _LEADINGS[0] <= step <= _LEADINGS[1]:
                    leadings.setdefault(below.size, Counter())[step] += 1
    body = max(sizes.items(), key=lambda item: (item[1], -item[0]))[0] if sizes else 0.0
    rights.sort()
    reach = rights[int(_REACH_SHARE * (len(rights) - 1))] if rights else float("inf")
    full += sum(right >= reach - 1 for right in rights)
    leading = {
        size: max(counts.items(), key=lambda item: (item[1], -item[0]))[0]
        for size, counts in leadings.items()
        if counts.total() > 2
    }
    apart = sum(gap > _APART * size * leading.get(size, _USUAL_LEADING) for size, gap in gaps)
    return Measures(
        body=body,
        leading=leading,
        levels=_levels(sizes, body),
        # What opens a line of small print is a note's own label, else a mark that slipped.
        marks=frozenset(marks).union(label for label, size in first_marks if size >= body),
        reach=reach,
        justified=full >= _JUSTIFIED * (lines + len(rights)),
        spaced=len(gaps) > 2 and apart >= _MOSTLY * len(gaps),
    )


def _ends_short(above: Line, below: Line) -> bool:
    """Whether a line ends a paragraph before another one, as its length and its end tell."""
    ends = above.words[-1].text.endswith(".") and below.words[0].text[:1].isupper()
    return ends and above.right - above.left < _SHORT * (below.right - below.left)


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
