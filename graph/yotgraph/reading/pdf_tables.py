"""Tables that are ruled: drawn lines -> grids, grids -> rows of cells."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from yotgraph.reading.dictionary import Words
from yotgraph.reading.pdf_drawings import Rule
from yotgraph.reading.pdf_inline import inline, joined
from yotgraph.reading.pdf_lines import lines_of
from yotgraph.reading.pdf_page import Word

__all__ = ["Grid", "Row", "grids_of", "merged_across", "rows_of"]

# Lines that meet do not always touch.
_TOUCH = 3.0


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row: its cells as source text, and where it and its columns begin."""

    cells: tuple[str, ...]
    top: float
    bottom: float
    lefts: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the places of its columns' and rows' sides. ``walls`` say from where to
    where a line is drawn at each column's, ``floors`` at each row's."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    walls: tuple[tuple[tuple[float, float], ...], ...]
    floors: tuple[tuple[tuple[float, float], ...], ...]

    def parted(self, words: Iterable[Word]) -> tuple[list[Word], list[Word]]:
        """The words that stand inside, and the others."""
        left, right, top, bottom = self.columns[0], self.columns[-1], self.rows[0], self.rows[-1]
        inside: list[Word] = []
        outside: list[Word] = []
        for word in words:
            within = top <= word.base - 0.3 * word.size <= bottom
            if within and left <= (word.left + word.right) / 2 <= right:
                inside.append(word)
            else:
                outside.append(word)
        return inside, outside

    def cell(self, word: Word) -> tuple[int, int]:
        """Row and column of the cell that holds a word, the first of those it spans."""
        x, y = (word.left + word.right) / 2, word.base - 0.3 * word.size
        column = min(max(0, bisect_right(self.columns, x) - 1), len(self.columns) - 2)
        row = min(max(0, bisect_right(self.rows, y) - 1), len(self.rows) - 2)
        while column and not _holds(self.walls[column], y):
            column -= 1
        while row and not _holds(self.floors[row], x):
            row -= 1
        return row, column


def _holds(spans: Iterable[tuple[float, float]], place: float) -> bool:
    """Whether a place lies in any of the stretches of a line."""
    for begin, end in spans:  # noqa: SIM110 (asked for every word; a generator takes longer)
        if begin <= place <= end:
            return True
    return False


def grids_of(rules: Sequence[Rule]) -> list[Grid]:
    """The tables of two or more columns that lines rule, down the page."""
    across = _merged([rule for rule in rules if rule.horizontal], _flat, _flat_rule)
    down = _merged([rule for rule in rules if not rule.horizontal], _steep, _steep_rule)
    grids = [_grid(group) for group in _connected(across, down)]
    kept = [grid for grid in grids if len(grid.columns) > 2 and len(grid.rows) > 1]
    return sorted(kept, key=lambda grid: (grid.rows[0], grid.columns[0]))


def merged_across(rules: Sequence[Rule]) -> list[Rule]:
    """The lines from side to side that no line down the page meets."""
    across = _merged([rule for rule in rules if rule.horizontal], _flat, _flat_rule)
    down = _merged([rule for rule in rules if not rule.horizontal], _steep, _steep_rule)
    meeting = {rule for group in _connected(across, down) for rule in group}
    return [rule for rule in across if rule not in meeting]


_Span = tuple[float, float, float]


def _flat(rule: Rule) -> _Span:
    return (rule.top + rule.bottom) / 2, rule.left, rule.right


def _flat_rule(span: _Span) -> Rule:
    return Rule(span[1], span[0], span[2], span[0])


def _steep(rule: Rule) -> _Span:
    return (rule.left + rule.right) / 2, rule.top, rule.bottom


def _steep_rule(span: _Span) -> Rule:
    return Rule(span[0], span[1], span[0], span[2])


def _merged(
    rules: Iterable[Rule], span_of: Callable[[Rule], _Span], rule_of: Callable[[_Span], Rule]
) -> list[Rule]:
    """Pieces of one line put together."""
    groups: list[list[_Span]] = []
    for span in sorted(map(span_of, rules)):
        if groups and span[0] - groups[-1][0][0] <= _TOUCH:
            groups[-1].append(span)
        else:
            groups.append([span])
    result: list[Rule] = []
    for group in groups:
        place = group[0][0]
        begin: float | None = None
        end = 0.0
        for _, start, stop in sorted(group, key=lambda span: span[1:]):
            if begin is None:
                begin, end = start, stop
            elif start <= end + _TOUCH:
                end = max(end, stop)
            else:
                result.append(rule_of((place, begin, end)))
                begin, end = start, stop
        if begin is not None:
            result.append(rule_of((place, begin, end)))
    return result


def _connected(across: Sequence[Rule], down: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Groups of lines that meet one another."""
    meets: dict[int, list[int]] = defaultdict(list)
    for i, flat in enumerate(across):
        for j, steep in enumerate(down):
            beside = flat.left - _TOUCH <= steep.left <= flat.right + _TOUCH
            if beside and steep.top - _TOUCH <= flat.top <= steep.bottom + _TOUCH:
                meets[i].append(len(across) + j)
                meets[len(across) + j].append(i)
    rules = [*across, *down]
    seen: set[int] = set()
    for start in sorted(meets):
        if start in seen:
            continue
        seen.add(start)
        group = [start]
        for member in group:
            fresh = [other for other in meets[member] if other not in seen]
            seen.update(fresh)
            group.extend(fresh)
        yield [rules[index] for index in sorted(group)]


def _grid(rules: Sequence[Rule]) -> Grid:
    edges = (min(rule.left for rule in rules), max(rule.right for rule in rules))
    ends = (min(rule.top for rule in rules), max(rule.bottom for rule in rules))
    across = [rule for rule in rules if rule.horizontal]
    down = [rule for rule in rules if not rule.horizontal]
    columns = _distinct([*edges, *(rule.left for rule in down)])
    rows = _distinct([*ends, *(rule.top for rule in across)])
    return Grid(
        columns,
        rows,
        tuple(tuple((r.top, r.bottom) for r in down if abs(r.left - x) <= _TOUCH) for x in columns),
        tuple(tuple((r.left, r.right) for r in across if abs(r.top - y) <= _TOUCH) for y in rows),
    )


def _distinct(places: Iterable[float]) -> tuple[float, ...]:
    """Places further apart than lines that meet may lie."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _TOUCH:
            kept.append(place)
    return tuple(kept)


def rows_of(grid: Grid, inside: Iterable[Word], words: Words) -> list[Row]:
    """The rows of a ruled table; a cell that spans several stands in the first."""
    cells: dict[tuple[int, int], list[Word]] = defaultdict(list)
    for word in inside:
        cells[grid.cell(word)].append(word)
    width = len(grid.columns) - 1
    rows: list[Row] = []
    for number in sorted({row for row, _ in cells}):
        texts = tuple(_cell_text(cells.get((number, column), ()), words) for column in range(width))
        rows.append(Row(texts, grid.rows[number], grid.rows[number + 1], grid.columns[:-1]))
    return rows


def _cell_text(inside: Sequence[Word], words: Words) -> str:
    return joined((inline(line.words, line) for line in lines_of(inside)), words)
