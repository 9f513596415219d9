"""The text of a report as its page shows it, and where evidence stands in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping
from dataclasses import dataclass

__all__ = ["SourceText", "TextBlock"]


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block of the reading text from ``start`` to ``end`` (exclusive).

    ``kind`` is heading, paragraph, item, row, footnote, contents or furniture. ``cells`` are
    the spans of a row's cells, empty ones included; ``page`` is the printed page.
    """

    kind: str
    start: int
    end: int
    level: int | None = None
    page: int | None = None
    cells: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SourceText:
    """A report as it reads. ``runs`` say where its characters stand in the source file, in code
    points: of those that follow one another there the place of the first, and how many they are.
    ``blocks`` are in reading order and do not overlap. ``left_out`` are spans of ``text`` that are
    not to be shown, as contact details."""

    text: str
    runs: tuple[tuple[int, int], ...]
    blocks: tuple[TextBlock, ...]
    left_out: tuple[tuple[int, int], ...] = ()

    def places(
        self, spans: Collection[tuple[int, int]]
    ) -> Mapping[tuple[int, int], tuple[int, int]]:
        """Where spans of the source stand in ``text``; one that does not stand there is missing.

        >>> shown = SourceText("good plans", ((4, 4), (9, 6)), ())
        >>> shown.places([(10, 15), (0, 2)])
        {(10, 15): (5, 10)}
        """
        wanted = sorted({start for start, _ in spans} | {end - 1 for _, end in spans})
        first: dict[int, int] = {}
        last: dict[int, int] = {}
        passed = 0
        for start, length in self.runs:
            inside = slice(bisect_left(wanted, start), bisect_left(wanted, start + length))
            for offset in wanted[inside]:
                position = passed + offset - start
                if not self.text[position].isspace():
                    # A ligature is one character of the source and several of the text.
                    first.setdefault(offset, position)
                    last[offset] = position
            passed += length
        found = {}
        for start, end in spans:
            if start in first and end - 1 in last and first[start] <= last[end - 1]:
                found[start, end] = (first[start], last[end - 1] + 1)
        return found
