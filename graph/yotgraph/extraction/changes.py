"""What a report says about change since an earlier inspection or year (question 4).

A sentence counts where its words tell of a change that has happened and name what it is
measured from ("since the last inspection", "than the previous year"), or say of the work
that it "had improved". What is planned, wished or possible does not count.

>>> changes(["The reoffending rate was 35%.", "This was a fall on the previous year."])
((1, 'improved', None),)
>>> changes(["Planning has deteriorated since our last inspection in 2011."])
((0, 'declined', '2011'),)
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from yotgraph.extraction.clauses import Clauses, read_clauses
from yotgraph.extraction.dates import find_dates
from yotgraph.extraction.matching import Matcher
from yotgraph.extraction.trends import Trend, read_trends, wanted_movement
from yotgraph.vocabulary import load_scheme

__all__ = ["changes"]

_REACH = 6


def changes(sentences: Sequence[str]) -> tuple[tuple[int, str, str | None], ...]:
    """The changes told in a paragraph's sentences: index of the sentence, direction
    (``improved``, ``declined`` or ``unchanged``), earlier date (ISO 8601) or ``None``."""
    found: list[tuple[int, str, str | None]] = []
    topic: str | None = None
    for index, sentence in enumerate(sentences):
        clauses = read_clauses(sentence)
        told = dict.fromkeys(trend.direction for trend in _told(clauses, topic))
        found += [(index, direction, _earlier(clauses)) for direction in told]
        topic = wanted_movement(clauses) or topic
    return tuple(found)


def _told(clauses: Clauses, topic: str | None) -> Iterator[Trend]:
    trends = [trend for trend in read_trends(clauses, topic) if clauses.is_told(trend.start)]
    if not trends:
        return
    references = _references(clauses)
    for trend in trends:
        if trend.is_comparison:
            if any(-1 <= place - trend.end < _REACH for place in references):
                yield trend
        elif references or _is_perfect(clauses, trend):
            yield trend


def _references(clauses: Clauses) -> list[int]:
    """The words at which points of reference begin."""
    return [bisect_left(clauses.starts, found.start) for found in _matcher().find(clauses.sentence)]


def _is_perfect(clauses: Clauses, trend: Trend) -> bool:
    """Whether work that is named "had improved", without an object."""
    before = clauses.forms[trend.start - 1] if trend.start else ""
    behind = clauses.forms[trend.end] if trend.end < len(clauses.forms) else ""
    is_judged = not trend.is_movement and before in _words("perfect")
    is_closed = not behind or behind in _words("clause-end")
    return is_judged and is_closed and wanted_movement(clauses) is not None


def _earlier(clauses: Clauses) -> str | None:
    """The earlier of two dates, or the one date that words such as "since" lead to."""
    dates = find_dates(clauses.sentence)
    if len(dates) > 1:
        return min(date.iso for date in dates)
    for date in dates:
        place = bisect_left(clauses.starts, date.start)
        if _words("date-lead").intersection(clauses.forms[max(0, place - _REACH) : place]):
            return date.iso
    return None


@cache
def _matcher() -> Matcher[str]:
    concept = load_scheme("change-words").get("reference")
    if concept is None:
        return Matcher(())
    return Matcher(
        ((label, concept.notation) for label in concept.alt_labels),
        ((pattern, concept.notation) for pattern in concept.patterns),
    )


@cache
def _words(notation: str) -> frozenset[str]:
    concept = load_scheme("change-words").get(notation)
    return frozenset(concept.alt_labels) if concept else frozenset()
