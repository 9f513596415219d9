"""Figures of youth justice that a sentence tells: how many children come into the system for the first
time, are sent to custody, offend while they are looked after.

What a figure is of stands in ``ontology/schemes/told-measures.ttl``. A sentence that speaks of it gives a rate
("412 per 100,000", "6.9%") or counts ("from 27 to 16"), and often sets another figure against it: that of
another place, or of an earlier time.

>>> told = "The rate of first-time entrants was 412 per 100,000, down from 588 in 2011."
>>> for one in told_measures(told, "Northmoor"):
...     print(one.measure, one.value, one.unit, one.period)
First-time entrant rate 412 per 100,000 None
First-time entrant rate 588 per 100,000 2011
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yotgraph.extraction.comparisons import PER_CENT
from yotgraph.extraction.numbers import NUMBER, number_of
from yotgraph.vocabulary import load_scheme

__all__ = ["ToldFigure", "told_measures"]

_VALUE = r"(?<![\w.,–/-])(?P<value>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
_PER = re.compile(
    rf"{_VALUE}(?: [a-z-]+){{0,3}}? (?:per|(?:for|in) (?:every|each)) (?P<base>1,000|10,000|100,000)\b"
    r"(?: (?:of the [\w -]{0,20}population|young people|children)(?: aged \d\d(?:-| to )\d\d)?)?"
)
_SHARE = re.compile(rf"{_VALUE}{PER_CENT}", re.IGNORECASE)
_BARE = re.compile(rf"{_VALUE}(?!\d|[.,]\d|[\w%–/-])")
_COUNTED = re.compile(rf"(?<![\w.,–/-])(?P<value>{NUMBER})\b(?![.,]\d|[%–/-])", re.IGNORECASE)
_IS_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR = r"(?:19|20)\d\d(?:[-–/]\d{2,4})?"
_TIME = rf"(?P<time>{_YEAR}|(?:the )?(?:year|12 months) (?:to|ending) [A-Z][a-z]+ {_YEAR})"
_TIME_BEHIND = re.compile(
    rf",? \(?(?:(?:in|for) {_TIME}|(?P<earlier>\w+ (?:years?|months) (?:earlier|before|ago))"
    r"|(?:in )?the (?P<before>year before|previous year))"
)
_TIME_BEFORE = re.compile(
    rf"\b[Ii]n {_TIME},? (?:(?:there|it) )?(?:was|were|had been|stood at) $|\b{_TIME.replace('time', 'year')}:? \($"
)
# What stands before a figure that is set against another.
_AGAINST = re.compile(
    r"(?:\b(?:from|to|at|of|was|were|been|is|are|against|than|with)(?: only| just| about| around)? |\()$"
)
_PLACE = (
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"(?P<place>England and Wales|English|England|Welsh|Wales|[Nn]ational"
    r"|[A-Z][a-z]+(?:(?:-in-|[ -](?:(?:and|of|on|upon)[ -])?)[A-Z][a-z]+)*)"
)
_PLACE_BEFORE = re.compile(
    rf"\b{_PLACE}(?:['’]s)? (?:figure|rate|average|total)(?: of| was| is| stood at)?,? \(?$"
    rf"|\b(?:figure|rate|average) (?:for|in|of|across) {_PLACE.replace('place>', 'whole>')}"
    r"(?: was| is| of| stood at)? ?\(?$"
)
_PLACE_BEHIND = re.compile(
    rf"(?:{PER_CENT})?\)? (?:(?:in|for|across) {_PLACE}\b|(?P<nation>nationally)\b)"
)
_NO_FIGURE = re.compile(
    r" (?:to|and) \d|[-–]\d| (?:years?|months?|weeks?|days?|cases)\b(?! earlier)"
)
_PERIOD, _EARLIER = ("time", "year"), ("earlier", "before")
# A figure that is set against another is of its size.
_TIMES = 6
_NAMES = {
    "english": "England",
    "welsh": "Wales",
    "national": "England and Wales",
    "nationally": "England and Wales",
}


@dataclass(frozen=True, slots=True)
class ToldFigure:
    """A figure of ``place``; ``group`` is whom it is about where not all are meant, or how much earlier it is
    from. ``start`` and ``end`` are where it stands in the sentence."""

    place: str
    measure: str
    value: str
    unit: str
    group: str | None
    period: str | None
    start: int
    end: int


def told_measures(text: str, area: str) -> list[ToldFigure]:
    """The figures of a sentence that speaks of a known measure, in printed order. A figure that the sentence
    gives to no other place is that of ``area``."""
    for measure in load_scheme("told-measures"):
        topics = list(measure.matches_of_each(text))
        if not topics:
            continue
        words = {name: told for topic in topics for name, told in topic.groupdict().items() if told}
        group, counted = words.get("group"), words.get("count")
        if group:
            return [
                _figure(text, one, measure.label, "per cent", area, group)
                for one in _SHARE.finditer(text)
                # "7.1% of looked after children", or what is set against that.
                if _AGAINST.search(text, 0, one.start())
                or any(topic.start() < one.end() <= topic.end() for topic in topics)
            ]
        rates = list(_rates(text, measure.label, area))
        return rates or (list(_counts(text, counted, area)) if counted else [])
    return []


def _rates(text: str, measure: str, area: str) -> Iterator[ToldFigure]:
    """The figures for so many children, and those that are set against them."""
    leading = list(_PER.finditer(text))
    if not leading:
        return
    size, unit = _number(leading[0]["value"]), f"per {leading[0]['base']}"
    by_start = {one.start(): one for one in leading}
    for match in _BARE.finditer(text):
        leads = by_start.get(match.start())
        if leads is not None:
            yield _figure(text, leads, measure, unit, area, None)
        elif (
            not any(one.start() < match.start() < one.end() for one in leading)
            and _AGAINST.search(text, 0, match.start())
            and not _IS_YEAR.fullmatch(match["value"])
            and not _is_age(text, match)
            and size / _TIMES <= _number(match["value"]) <= size * _TIMES
        ):
            yield _figure(text, match, measure, unit, area, None)


def _is_age(text: str, match: re.Match[str]) -> bool:
    """Whether a number is an age, a span of time or a number of cases. "from 402 to 318 per 100,000" is none."""
    behind = _NO_FIGURE.match(text, match.end())
    is_pair = text.endswith("from ", 0, match.start())
    return behind is not None and not is_pair


def _counts(text: str, counted: str, area: str) -> Iterator[ToldFigure]:
    """The numbers of what is counted at some time; a number without a time only beside one that has one."""
    found = [
        match
        for match in _COUNTED.finditer(text)
        if not _IS_YEAR.fullmatch(match["value"]) and _is_count(text, match, counted)
    ]
    if not any(_told((*_PERIOD, *_EARLIER), text, one) for one in found):
        return
    unit = "sentences" if counted.lower().startswith(("custodial", "sentence")) else "people"
    measure = counted[:1].upper() + counted[1:]
    for match in found:
        yield _figure(text, match, measure, unit, area, None)


def _is_count(text: str, match: re.Match[str], counted: str) -> bool:
    """Whether a number counts what the sentence is about: it stands before it, or has a time of its own."""
    behind = text[match.end() :]
    is_change = text.endswith("from ", 0, match.start()) or text.endswith(" to ", 0, match.start())
    return (
        behind.startswith(f" {counted}")
        or _TIME_BEHIND.match(behind) is not None
        or _TIME_BEFORE.search(text, 0, match.start()) is not None
        or (is_change and re.search(r"\bfrom \S+(?: in \S+)? to \S+", text) is not None)
    )


def _figure(
    text: str, match: re.Match[str], measure: str, unit: str, area: str, group: str | None
) -> ToldFigure:
    value = match["value"].replace(",", "")
    whole = number_of(value)
    return ToldFigure(
        place=_place(text, match) or area,
        measure=measure,
        value=value if whole is None else str(whole),
        unit=unit,
        group=group or _told(_EARLIER, text, match),
        period=_told(_PERIOD, text, match),
        start=match.start(),
        end=match.end(),
    )


def _place(text: str, match: re.Match[str]) -> str | None:
    """The place that a figure is given to, behind it or before it."""
    found = _PLACE_BEHIND.match(text, match.end()) or _PLACE_BEFORE.search(text, 0, match.start())
    name = next((words for words in found.groups() if words), None) if found else None
    return _NAMES.get(name.lower(), name) if name else None


def _told(names: Sequence[str], text: str, match: re.Match[str]) -> str | None:
    """What the words behind a figure, or before it, tell of its time under one of the names."""
    found = _TIME_BEHIND.match(text, match.end()) or _TIME_BEFORE.search(text, 0, match.start())
    words = found.groupdict() if found else {}
    return next((time.removeprefix("the ") for name in names if (time := words.get(name))), None)


def _number(printed: str) -> float:
    return float(printed.replace(",", ""))
