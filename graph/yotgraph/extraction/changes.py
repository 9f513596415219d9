"""What a report says about change since an earlier inspection or year (question 4).

A sentence counts where its words tell of a change that has happened and name what it is
measured from ("since the last inspection", "than the previous year"), or say of the work
that it "had improved". It counts, too, where it tells of a deed since an earlier inspection
("has brought in"), or answers the sentence before, which named that inspection ("this is no
longer so"). What is planned, wished or possible does not count.

>>> changes(["The reoffending rate was 35%.", "This was a fall on the previous year."])
((1, 'improved', None),)
>>> changes(["Planning has deteriorated since our last inspection in 2011."])
((0, 'declined', '2011'),)
>>> changes(["In 2011 we were critical of planning.", "This is no longer so."])
((1, 'improved', '2011'),)
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from yotgraph.extraction.change_marks import Marks, deeds_in, marks_in, words_of
from yotgraph.extraction.clauses import Clauses, read_clauses
from yotgraph.extraction.comparisons import (
    first_rate,
    movement_by_figures,
    movement_from_then,
    movement_to_now,
)
from yotgraph.extraction.dates import PrintedDate, find_dates
from yotgraph.extraction.stance import SentenceWeights, sentence_stance, weights_of
from yotgraph.extraction.trends import Trend, is_denied, read_trends, wanted_movement
from yotgraph.extraction.word_weights import WordWeights, word_weights

__all__ = ["DIRECTIONS", "change_weights", "changes"]

_NOTHING = "none"
DIRECTIONS = ("improved", "declined", "unchanged", _NOTHING)
"""What a sentence can tell of change, in the order of a row of weights."""

# From so likely on, the words of a sentence tell of a change that no rule found; how much its praise
# and blame then tell of the direction. Both were chosen on reports that nothing had been made on.
_LIKELY = 0.75
_OF_STANCE = 2

_REACH = 6
_NEAR = 3
# A comparison may name its figure before its point of reference: "lower than the 39.2 per
# cent recorded for the borough in the preceding year".
_FAR = 14
_THEN = frozenset(("past-year", "reference"))
_FEW = 3
_LONGEST_CLAUSE = 400
_CLAUSE_START = re.compile(r"[,;:] | (?:but|and|whereas) ")
_BETTER = frozenset(("up", "down"))
_THERE_HAS_BEEN = re.compile(r"(?:had|has|have) been (?:a|an|some)(?: \w+)?$")
_IMPERFECT = frozenset(("been", "was", "were"))


class _Before(NamedTuple):
    """What a paragraph has said so far: the movement that is wanted of its topic, the rate
    printed last, and the earlier inspection named, in which sentence and with what date."""

    topic: str | None = None
    rate: Decimal | None = None
    named_in: int | None = None
    date: str | None = None


def changes(sentences: Sequence[str]) -> tuple[tuple[int, str, str | None], ...]:
    """The changes told in a paragraph's sentences: index of the sentence, direction
    (``improved``, ``declined`` or ``unchanged``), earlier date (ISO 8601) or ``None``."""
    found: list[tuple[int, str, str | None]] = []
    before = _Before()
    judged = weights_of(sentences)
    for index, sentence in enumerate(sentences):
        clauses = read_clauses(sentence)
        marks = marks_in(sentence)
        is_near = before.named_in == index - 1
        directions = _directions(clauses, marks, before, is_near)
        if not directions and "inspection" not in marks and any(judged[index]):
            directions = _by_words(clauses, judged[index])
        is_named = "inspection" in marks or (is_near and bool(directions))
        dates = find_dates(sentence) if directions or is_named else ()
        date = _earlier(clauses, marks, dates)
        if date is None and not dates and is_named:
            date = before.date
        found += [(index, direction, date) for direction in directions]
        before = _Before(
            topic=wanted_movement(clauses) or before.topic,
            rate=first_rate(sentence) or before.rate,
            named_in=index if is_named else before.named_in,
            date=min((one.iso for one in dates), default=date) if is_named else before.date,
        )
    return tuple(found)


def change_weights() -> WordWeights:
    """How much words speak for each direction: ``ontology/weights/changes.csv``."""
    return word_weights("changes", DIRECTIONS)


def _by_words(clauses: Clauses, judged: SentenceWeights) -> list[str]:
    """Which way things went, where the words of a sentence that judges tell so by themselves: "a
    year ago they took 19 days". What names an earlier inspection often tells no more than what
    that found."""
    if _is_of_child(clauses, len(clauses.forms)):
        return []
    likely = change_weights().likelihoods((clauses.sentence,))
    if 1 - math.exp(likely.pop(_NOTHING)) < _LIKELY:
        return []
    likely["improved"] += _OF_STANCE * judged.praise
    likely["declined"] += _OF_STANCE * judged.blame
    return [max(likely, key=likely.__getitem__)]


def _directions(clauses: Clauses, marks: Marks, before: _Before, is_near: bool) -> list[str]:
    """Which way a sentence says that things went: by words of change, by what it says of
    now, as an answer to an earlier inspection, or by a deed since."""
    is_named = "inspection" in marks
    is_answer = is_named or is_near
    if "undone" in marks and (is_answer or not _THEN.isdisjoint(marks)):
        return ["declined"]
    directions = _judged(clauses, marks, before, is_near)
    if not directions and (is_answer or not _THEN.isdisjoint(marks)):
        directions = _contrasted(clauses, marks)
    if not directions and is_answer:
        directions = _answers(marks)
    if not directions and (is_named or "since" in marks):
        directions = _deeds(clauses, is_named)
    return directions


def _judged(clauses: Clauses, marks: Marks, before: _Before, is_near: bool) -> list[str]:
    """The directions that words of change tell; figures decide where these tell of none."""
    directions = list(
        dict.fromkeys(trend.direction for trend in _told(clauses, marks, before.topic, is_near))
    )
    wanted = wanted_movement(clauses) or before.topic
    if wanted not in _BETTER or (directions and directions != ["unchanged"]):
        return directions
    told = clauses.sentence
    movement = movement_by_figures(told, before.rate) or movement_to_now(told)
    if movement is None and not directions:
        movement = movement_from_then(told)
    if movement is None:
        return directions
    if movement == "level":
        return ["unchanged"]
    return ["improved" if movement == wanted else "declined"]


def _told(clauses: Clauses, marks: Marks, topic: str | None, is_near: bool) -> Iterator[Trend]:
    """The changes that have come about; what moved is measured from a point of reference, here
    or in the sentence before (``is_near``)."""
    trends = [trend for trend in read_trends(clauses, topic) if clauses.is_told(trend.start)]
    if not trends:
        return
    references = sorted(_places(clauses, marks, "reference"))
    asked = min(_places(clauses, marks, "asking"), default=len(clauses.forms))
    trends = [trend for trend in trends if trend.start < asked]
    for place, trend in enumerate(trends):
        if trend.is_comparison:
            following = trends[place + 1].start if place + 1 < len(trends) else len(clauses.forms)
            first = bisect_left(references, trend.end - 1)
            near = references[first : first + _FAR]
            if any(_compares(clauses, trend, found, following) for found in near):
                yield trend
        elif not _is_unfinished(clauses, trend, references) and (
            references
            or _is_perfect(clauses, trend)
            or (trend.is_movement and _is_measured_from_here(clauses, trend, is_near))
        ):
            yield trend


def _compares(clauses: Clauses, trend: Trend, reference: int, following: int) -> bool:
    """Whether a comparison is with a point of reference: near behind it, or with nothing
    between them but the figure."""
    if words_of("average").intersection(clauses.forms[trend.end : reference]):
        return False
    is_near = -1 <= reference - trend.end < _REACH
    return is_near or trend.end < reference < min(following, trend.end + _FAR)


def _is_unfinished(clauses: Clauses, trend: Trend, references: Sequence[int]) -> bool:
    """Whether "not what it had been" goes on: "not what they had been led to expect", but not
    "as it had been at our last inspection"."""
    if any(trend.end <= found < trend.end + _NEAR for found in references):
        return False
    behind = clauses.forms[trend.end] if trend.end < len(clauses.forms) else "."
    is_open = clauses.forms[trend.end - 1] in _IMPERFECT
    return is_open and behind.isalpha() and behind not in words_of("clause-end")


def _is_perfect(clauses: Clauses, trend: Trend) -> bool:
    """Whether work that is named "had improved", without an object."""
    behind = clauses.forms[trend.end] if trend.end < len(clauses.forms) else ""
    is_judged = not trend.is_movement and _has_come(clauses, trend)
    is_closed = not behind or behind in words_of("clause-end")
    return is_judged and is_closed and not _is_of_child(clauses, trend.end + _NEAR)


def _is_measured_from_here(clauses: Clauses, trend: Trend, is_near: bool) -> bool:
    """Whether a movement is from then to the time of the report: one that has happened since an
    inspection that was just named, or one of a named thing that "has" happened. "Had risen"
    alone may be told of any time."""
    if is_near:
        return _has_come(clauses, trend)
    is_present = words_of("present-perfect").intersection(
        clauses.forms[max(0, trend.start - 2) : trend.start]
    )
    is_of_work = (
        trend.thing is not None
        and trend.thing < trend.start
        and not _is_of_child(clauses, trend.end)
    )
    return bool(is_present) and is_of_work and _has_come(clauses, trend)


def _has_come(clauses: Clauses, trend: Trend) -> bool:
    """Whether a change "has" happened, or there "has been a" change."""
    before = clauses.forms[max(0, trend.start - _NEAR - 1) : trend.start]
    is_perfect = not words_of("perfect").isdisjoint(before[-1:])
    return is_perfect or _THERE_HAS_BEEN.search(" ".join(before)) is not None


def _is_of_child(clauses: Clauses, end: int) -> bool:
    """Whether a child is spoken of before a word: what improved then is no work."""
    return bool(words_of("of-one-person").intersection(clauses.forms[:end]))


def _answers(marks: Marks) -> list[str]:
    """What has become of that which an earlier inspection found or asked for."""
    if "unanswered" in marks:
        return ["unchanged"]
    return ["improved"] if "answered" in marks else []


def _contrasted(clauses: Clauses, marks: Marks) -> list[str]:
    """Which way things went, by what is said of now: "weak in 2011, and now sound"."""
    for place in marks.get("contrast", ())[:_FEW]:
        least = max(0, place - _LONGEST_CLAUSE)
        starts = _CLAUSE_START.finditer(clauses.sentence, least, place)
        start = max((match.end() for match in starts), default=least)
        stances = sentence_stance(clauses.sentence[start : place + _LONGEST_CLAUSE])
        if len(stances) == 1 and not _is_of_child(clauses, len(clauses.forms)):
            return ["improved" if "strength" in stances else "declined"]
    return []


def _deeds(clauses: Clauses, is_named: bool) -> list[str]:
    """What was gained or lost since an earlier inspection: "has brought in a system". Since
    a year alone, what was not done compares nothing: "nobody had been trained since 2012"."""
    for start, _, notation in deeds_in(clauses.forms):
        is_done = words_of("auxiliary").intersection(clauses.forms[max(0, start - _NEAR) : start])
        if is_done and clauses.is_told(start) and not _is_of_child(clauses, start):
            if not is_denied(clauses, start):
                # What is meant to fall may well be lost: "turnover has ceased".
                is_good = notation == "gain" or wanted_movement(clauses) == "down"
                return ["improved" if is_good else "declined"]
            return ["unchanged"] if is_named else []
    return []


def _places(clauses: Clauses, marks: Marks, notation: str) -> list[int]:
    """The words at which what a concept describes begins."""
    return [bisect_left(clauses.starts, start) for start in marks.get(notation, ())]


def _is_since(clauses: Clauses, place: int) -> bool:
    """Whether the part of the sentence in which a word stands begins with "since": "since a nurse
    joined the team in 2014"."""
    part = clauses.part(place)
    return any(
        form in words_of("from-then-on") and clauses.part(index) == part
        for index, form in enumerate(clauses.forms[:place])
    )


def _earlier(clauses: Clauses, marks: Marks, dates: Sequence[PrintedDate]) -> str | None:
    """The earlier of two dates, or the one date that is a past year, or that words such as
    "since" lead to."""
    if len(dates) > 1 or (dates and "past-year" in marks):
        return min(date.iso for date in dates)
    for date in dates:
        place = bisect_left(clauses.starts, date.start)
        if "inspection" in marks or _is_since(clauses, place):
            return date.iso
        behind = clauses.forms[bisect_left(clauses.starts, date.end) :][:1]
        if behind == ("inspection",) or words_of("date-lead").intersection(
            clauses.forms[max(0, place - _REACH) : place]
        ):
            return date.iso
    return None
