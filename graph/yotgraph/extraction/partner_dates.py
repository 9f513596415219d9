"""Dates that tell whether a partner is still to come or has come lately.

What is to start after the report's own date is planned; who was appointed in the year before it
is new.
"""

from __future__ import annotations

from yotgraph.extraction.dates import find_dates
from yotgraph.extraction.partner_frames import LATER_DATE, RECENT_DATE

__all__ = ["dated_marks", "names_later_date"]

_YEAR = len("2015")
_LATELY = 12
"""So many months before its report's publication a date is recent."""


def dated_marks(text: str, published: str | None) -> list[tuple[int, int, str]]:
    """Where a text names a time after the report's publication, or one in the year before it,
    each with its mark. A year alone is later or says nothing.

    >>> [(start, end) for start, end, _ in
    ...  dated_marks("commissioned from January 2016, after a pilot in 2014", "2015-11-18")]
    [(18, 30)]
    """
    if published is None or "20" not in text:
        return []
    found = []
    for one in find_dates(text):
        if one.iso > published[: len(one.iso)]:
            found.append((one.start, one.end, LATER_DATE))
        elif _months(published) - _months(one.iso) <= _LATELY:
            found.append((one.start, one.end, RECENT_DATE))
    return found


def names_later_date(text: str, published: str | None) -> bool:
    """Whether a text names a time after the report's publication."""
    return any(mark == LATER_DATE for _, _, mark in dated_marks(text, published))


def _months(iso: str) -> int:
    """The months up to a date; up to the beginning of time for a year alone."""
    return int(iso[:4]) * 12 + int(iso[5:7]) if len(iso) > _YEAR else 0
