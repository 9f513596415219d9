"""Figures of the contextual information that Core Case Inspections print in an appendix.

The area's population, the rate of offences and the performance indicators are each told in a
sentence, and set against an average in the same sentence or in the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yotgraph.extraction.key_facts import Figure
from yotgraph.reading import Document, Span

__all__ = ["contextual_figures"]

_VALUE = r"(?P<value>\d{1,3}(?:\.\d+)?)"
_SHARE = rf"{_VALUE}\s?(?:%|per cent)"
# "10.5% of which were aged 10 to 17 years old"
_AGED = re.compile(
    rf"{_SHARE} of (?:which|whom|them) (?:are|is|was|were) aged (?P<ages>\d+ (?:to|-) \d+)"
)
# "The population of Dale was predominantly white British (92.5%)."
_PREDOMINANT = re.compile(
    rf"\bpopulation\b[^.()]{{0,60}}\b(?:predominantly|mainly|largely) (?P<group>[\w ]{{3,40}}?),? \({_SHARE}\)"
)
# "The population with a black and minority ethnic heritage (7.5%) was below the average"
_HERITAGE = re.compile(
    rf"\bpopulation (?:with|of) (?:an? )?(?P<group>[\w ]{{3,50}}?(?:heritage|origin|backgrounds?)) \({_SHARE}\)"
)
# "Reported offences for which children ... received a court disposal in 2009/2010, at 41 per 1,000"
_OFFENCES = re.compile(
    r"\b(?P<what>[Rr]eported offences)\b[^.]{0,60}?\baged (?P<ages>\d+ (?:to|-) \d+)[^.]{0,90}?"
    r"\bdisposal in (?P<period>\d{4}/\d{2,4}),? at (?P<value>\d+(?:\.\d+)?) (?P<unit>per \d,?\d{3})"
)
# "Performance on ensuring suitable accommodation by the end of the sentence was 93.6%"
_ENSURING = re.compile(
    rf"\b[Pp]erformance (?:on|in|at) (?:ensuring )?(?:that )?(?P<what>[^.%()]{{6,160}}?) (?:was|were|stood at) {_SHARE}"
)
_AFTER_MONTHS = re.compile(
    rf"(?P<what>[Rr]e-?offending rate after \w+ months)[\"”’']?(?: for [^.%]{{3,60}}?)? (?:was|is|stood at) {_SHARE}"
)
_AVERAGE = re.compile(
    r"\b(?:average (?:for|in|of) (?P<place>England and Wales|England/Wales|England|Wales)"
    r"|(?:the )?(?P<first>England and Wales|England/Wales|England|Wales) average)"
    r"(?:,? (?:which|that) (?:was|is)| was| is| of)? (?P<other>\d{1,3}(?:\.\d+)?)"
)
_PERIOD = re.compile(r"\b(?:was|is|were) for (?P<period>[A-Z][a-z]+ \d{4} to [A-Z][a-z]+ \d{4})")
# "children and young people known to the YOS were in suitable education"
_WHO = re.compile(r"^children and young people\b.*? (?:were|was) (?:in )?")
# An average stands in the sentence of its figure, or in the next.
_REACH = 260


class _Measure(NamedTuple):
    """How a figure is told, and what it is of; an indicator is of the period told before it."""

    pattern: re.Pattern[str]
    name: str
    group: str = ""
    is_indicator: bool = False


_MEASURES = (
    _Measure(_AGED, "Population", "aged {ages}"),
    _Measure(_PREDOMINANT, "Population", "{group}"),
    _Measure(_HERITAGE, "Population", "{group}"),
    _Measure(_OFFENCES, "{what}", "aged {ages}"),
    _Measure(_ENSURING, "{what}", is_indicator=True),
    _Measure(_AFTER_MONTHS, "{what}", is_indicator=True),
)


def contextual_figures(document: Document, spans: Sequence[Span], area: str) -> Iterator[Figure]:
    """The figures of the area, each with the average that it is set against behind it."""
    period: str | None = None
    for span in spans:
        told = next(document.find(_PERIOD, span), None)
        period = told["period"] if told else period
        found = sorted(
            (
                (match, measure)
                for measure in _MEASURES
                for match in document.find(measure.pattern, span)
            ),
            key=lambda item: item[0].start(),
        )
        for place, (match, measure) in enumerate(found):
            following = found[place + 1][0].start() if place + 1 < len(found) else span.end
            end = min(following, match.end() + _REACH)
            yield from _figures(document, match, measure, period, area, end)


def _figures(
    document: Document,
    match: re.Match[str],
    measure: _Measure,
    period: str | None,
    area: str,
    end: int,
) -> Iterator[Figure]:
    words = {key: " ".join(value.split()) for key, value in match.groupdict().items() if value}
    name = _WHO.sub("", measure.name.format(**words))
    name = name[:1].upper() + name[1:]
    group = measure.group.format(**words) or None
    unit = words.get("unit", "per cent")
    when = words.get("period", period if measure.is_indicator else None)
    here = Span(match.start(), match.end())
    yield Figure(area, name, words["value"], unit, group, here, here, when)
    other = _AVERAGE.search(document.text, match.end(), end)
    if other is not None:
        place = (other["place"] or other["first"]).replace("/", " and ")
        there = Span(match.start(), other.end())
        yield Figure(place, name, other["other"], unit, group, there, there, when)
