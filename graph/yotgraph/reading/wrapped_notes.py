"""The list of notes behind a web page, wrapped by a converter: the lines of each put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

__all__ = ["with_whole_notes"]

# A link back to its mark ends each note of such a list.
_NOTE = re.compile(
    r"^[^\S\n]*\d{1,3}\.\s[^↩\n\f]*(?:\n(?!\s*\d{1,3}\.\s|[^\S\n]*\n)[^↩\n\f]*){1,12}↩",
    re.MULTILINE,
)

_Place = tuple[int, int]


def with_whole_notes(source: str, places: Iterable[_Place]) -> Iterator[_Place]:
    """Where each line begins and ends, the lines of one note of such a list as one."""
    if "↩" not in source:
        yield from places
        return
    notes = (match.span() for match in _NOTE.finditer(source))
    note = next(notes, None)
    begun: int | None = None
    for start, end in places:
        if note is None or end <= note[0]:
            yield start, end
            continue
        begun = start if begun is None else begun
        if end >= note[1]:
            yield begun, end
            begun, note = None, next(notes, None)
