"""Which lines of a column are rows of a table that is not ruled, and the cells of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from yotgraph.reading.pdf_lines import Line, Segment, gaps_of, is_set_off, is_spread, segments_of

__all__ = ["ALIGNED", "LABEL", "NARROWEST", "NEAR", "Parted", "parted_lines"]

# A gap so wide parts cells even where no other line has it.
_LONE_GAP = 2.5
ALIGNED = 2.5
NEAR = 4
NARROWEST = 2.0
LABEL = re.compile(r"(?:[•▪●○◦·\uf0b7*–-]|o|\(?\d{1,2}(?:\.\d{1,2}){0,2}[.):]?|\(?[a-z]{1,3}[.)])$")
_LEADERS = re.compile(r"\.{3,}|…{2,}|(?:\. ){3,}")


# Not frozen, though nothing changes one: making a frozen one takes five times as long.
@dataclass(slots=True)
class Parted:
    """A line with its segments; ``row`` says that they are cells."""

    line: Line
    segments: tuple[Segment, ...]
    row: bool


def parted_lines(lines: Sequence[Line], leading: float) -> list[Parted]:
    """Each line, told a row where its gap is very wide, another line near has it too, or the
    next line begins right below what stands behind it."""
    gaps = [gaps_of(line) for line in lines]
    wide = [segments_of(line, gaps[index]) for index, line in enumerate(lines)]
    lefts = [[segment.left for segment in segments[1:]] for segments in wide]
    result: list[Parted] = []
    for index, line in enumerate(lines):
        if not gaps[index]:
            result.append(Parted(line, wide[index], row=False))
            continue
        near = lefts[max(0, index - NEAR) : index] + lefts[index + 1 : index + 1 + NEAR]
        edges = list(chain.from_iterable(near))
        if index + 1 < len(lines) and _hangs(line, lines[index + 1], leading):
            edges.append(lines[index + 1].left)
        segments = segments_of(line, gaps[index], edges) if edges else wide[index]
        result.append(Parted(line, segments, _is_row(line, segments, edges)))
    return [_beside_rows(result, index) for index in range(len(result))]


def _beside_rows(parted: Sequence[Parted], index: int) -> Parted:
    """A line, told a row where the one above or below became a row by its edges."""
    here = parted[index]
    if here.row or len(here.segments) < 2:
        return here
    beside = (*parted[max(0, index - 1) : index], *parted[index + 1 : index + 2])
    edges = [segment.left for other in beside if other.row for segment in other.segments[1:]]
    return replace(here, row=_is_row(here.line, here.segments, edges))


def _hangs(line: Line, below: Line, leading: float) -> bool:
    """Whether a line is the first of a row whose second cell alone goes on on the next line."""
    close = 0 < below.base - line.base <= leading * line.size
    further = below.left > line.left + NARROWEST * line.size
    low = below.words[0].text[:1].islower() and line.words[0].text[:1].isupper()
    return close and further and low and line.size == below.size


def _is_row(line: Line, segments: Sequence[Segment], edges: Sequence[float]) -> bool:
    if len(segments) < 2 or _LEADERS.search(" ".join(part.text for part in segments)):
        return False
    if len(segments) == 2 and LABEL.match(segments[0].text):
        return False
    if all(len(part.words) == 1 and len(part.text) == 1 for part in segments):
        return False
    gaps = [b.left - a.right for a, b in zip(segments, segments[1:], strict=False)]
    if max(gaps) > _LONE_GAP * line.size:
        return True
    if is_spread(line):
        return False
    if is_set_off(line, len(line.words) - 1):
        return True
    return any(abs(part.left - edge) < ALIGNED for part in segments[1:] for edge in edges)
