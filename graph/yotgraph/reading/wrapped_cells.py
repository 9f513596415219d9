"""Cells of a table that a converter set apart by empty lines: those that were wrapped made whole.

Whoever reads a list line by line would take the second line of a post for another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yotgraph.reading.line_room import breadth, first_word
from yotgraph.reading.lines import Line, LineKind
from yotgraph.reading.traced import join
from yotgraph.reading.wrapping import ends_sentence

__all__ = ["with_whole_cells"]

_LONGEST = 60
_MOST_LINES = 3
# So many cells before and behind show how broad the column is, most of them of one line.
_NEAR = 6
_FEWEST_CELLS = 6
_MOSTLY = 2 / 3


def with_whole_cells(lines: Sequence[Line]) -> list[Line]:
    """The lines; two or three that stand alone among cells of one line each are one, where the
    first had no room for the next one's first word in a column as broad as these cells."""
    runs = _runs(lines)
    result = list(lines)
    for place in reversed(range(len(runs))):
        begin, end = runs[place]
        if not _is_short(lines[begin:end]) or end - begin == 1:
            continue
        near = [*runs[max(0, place - _NEAR) : place], *runs[place + 1 : place + 1 + _NEAR]]
        if _is_wrapped(lines[begin:end], [lines[first:last] for first, last in near]):
            whole = join(line.text for line in lines[begin:end])
            result[begin:end] = [replace(lines[begin], text=whole)]
    return result


def _runs(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Where lines begin and end that no empty line parts."""
    runs: list[tuple[int, int]] = []
    for place, line in enumerate(lines):
        if line.kind is LineKind.BLANK:
            continue
        if runs and runs[-1][1] == place:
            runs[-1] = runs[-1][0], place + 1
        else:
            runs.append((place, place + 1))
    return runs


def _is_short(lines: Sequence[Line]) -> bool:
    return len(lines) <= _MOST_LINES and all(
        line.kind is LineKind.PLAIN
        and len(line.text) <= _LONGEST
        and not ends_sentence(line.text.text)
        for line in lines
    )


def _is_wrapped(lines: Sequence[Line], near: Sequence[Sequence[Line]]) -> bool:
    cells = [run for run in near if _is_short(run)]
    alone = sum(len(run) == 1 for run in cells)
    if len(cells) < _FEWEST_CELLS or alone < _MOSTLY * len(cells):
        return False
    reach = max(breadth(line.text.text) for run in cells for line in run)
    return breadth(f"{lines[0].text.text} {first_word(lines[1].text.text)}") > reach
