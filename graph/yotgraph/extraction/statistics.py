"""Figures that running text gives, and what footnotes say of figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from yotgraph.extraction.bodies import body_named
from yotgraph.extraction.dates import first_date
from yotgraph.extraction.key_facts import Figure
from yotgraph.extraction.told_measures import told_measures
from yotgraph.reading import Block, Document, Span
from yotgraph.reading.sentences import split
from yotgraph.vocabulary import fold

__all__ = ["FigureNote", "named_in_note", "note_for", "text_figures"]

_PERIOD = re.compile(
    r"(?:[A-Z][A-Za-z]{2,8}(?: \d{4})?\s*(?:to|-|–|and)\s*[A-Z][A-Za-z]{2,8} \d{4}|"
    r"\b(?:19|20)\d{2}\s*(?:to|-|–|/)\s*(?:(?:19|20)\d{2}|\d{2})\b|\b[Mm]id[- ]\d{4}|\b(?:19|20)\d{2}\b)"
)
_PUBLISHED_BY = re.compile(
    r"(?:^|[.,;] )published (?:in |on )?(?P<date>[^,.;]{4,30}?),? by ", re.IGNORECASE
)
_DATE_AT_END = re.compile(r", (?P<date>[A-Z][a-z]{2,8} \d{4})\.?$")
_BRACKETED_DATE = re.compile(r"\((?P<date>[^()]*\d{4})\)")
_IN_TEXT = re.compile(
    r"\b(?:the )?(?P<what>(?:total |youth |resident )*population)(?: of (?P<of>[^,.]{3,50}?))?"
    r"(?: in (?P<year>\d{4}))? (?:was|is|were)(?: estimated (?:to be|at)| about| approximately)? "
    r"(?P<value>\d{1,3}(?:,\d{3})+)",
    re.IGNORECASE,
)
_PER_IN_TEXT = re.compile(
    r"\b(?:the )?(?P<measure>(?:rate of [a-z -]{4,60}?|(?:[a-z]+[ -]){0,3}?rate|first[- ]time entrants))"
    r"(?:,? (?:in|for|during) (?:the )?[A-Za-z0-9 ]{3,40}?\d{4},?)?"
    r"(?: of| was| is| were| stood at| had (?:risen|fallen) to|, at| \()*? (?P<value>\d+(?:\.\d+)?) per (?P<base>\d{1,3}(?:,\d{3})*)\b",
    re.IGNORECASE,
)
_RATE_IN_TEXT = re.compile(
    r"\b(?P<measure>(?:[a-z-]+ )?rate) (?:for|of|among|amongst) (?P<group>[A-Z][\w' -]+?|[a-z][\w' -]+?)"
    r" in (?P<place>[A-Z][\w'’ &-]+?) \((?P<value>\d+(?:\.\d+)?)\s?(?:%|per cent)\)",
)
# Without one of these a text has none of the figures; most texts cost no more than this look.
_SPEAK_OF_FIGURES = (
    "rate",
    "opulation",
    "people",
    "to some ",
    "residents",
    "entrants",
    "custod",
    "looked",
    "Looked",
)
_THOUSANDS = re.compile(r",\d{3}")
_PER_SO_MANY = re.compile(r" per \d", re.IGNORECASE)
_OTHER_AVERAGE = re.compile(
    r"(?P<place>England and Wales|English|England|Welsh|Wales|national)(?: average| rate| figure)*"
    r" \(?(?:of )?(?P<value>\d+(?:\.\d+)?)\s?(?:%|per cent)\)?",
    re.IGNORECASE,
)
_SHARE_IN_TEXT = re.compile(
    r"(?P<value>\d+(?:\.\d+)?)\s?(?:%|per cent) of the (?P<group>[\w –-]*?population) (?:are|is|were|was)"
    r" (?:from |of )?(?P<measure>[a-z][\w ,-]*?(?:backgrounds?|heritage|origin|groups?|households?))"
    r"(?:,? compared (?:to|with) (?P<other>\d+(?:\.\d+)?)\s?(?:%|per cent)"
    r"(?: in (?P<place>[A-Z][\w'’ &-]*?))?(?P<overall> overall)?)?(?=[.,;]|$)"
)
_SENTENCES = re.compile(r"(?<=[.)])\s+(?=[A-Z*])")
_LONG_WORD = 7
# A title with a year in brackets, and the date of publication.
_ONE_SOURCE = 2
# "an estimated population of 287,400, of whom 27,900 are aged 10 to 17"
_LIVING = re.compile(
    r"(?:\bpopulation (?:of|(?P<told>is|was)) (?:about |around |approximately |some )?(?P<total>\d{1,3}(?:,\d{3})+)"
    r"|\b(?P<live>\d{1,3}(?:,\d{3})+) people live\b"
    r"|\b(?:home to|of) some (?P<home>\d{1,3}(?:,\d{3})+) people\b"
    r"|\bwith (?P<with>\d{1,3}(?:,\d{3})+) (?:people|residents|inhabitants)\b)"
    r"(?:[^.;]{0,40}?\b(?:of whom|including) (?P<part>\d{1,3}(?:,\d{3})+) (?:children |are |young people )*"
    r"aged (?:between )?(?P<ages>\d{1,2} (?:to|and) \d{1,2}))?",
    re.IGNORECASE,
)
# "compared with 149 in England and Wales", "; the Welsh average was 140"
_COMPARED = re.compile(
    r"(?:(?:compared (?:with|to)|against) (?:the )?(?P<value>\d+(?:\.\d+)?) (?:in|for|across) (?P<place>England and Wales|England|Wales)"
    r"|\b(?P<average>England and Wales|English|Welsh|national) (?:average|rate|figure) (?:was|of|is) (?P<of_average>\d+(?:\.\d+)?)"
    r"|\baverage (?:for|of|in|across) (?P<whole>England and Wales|England|Wales) \((?P<of_whole>\d+(?:\.\d+)?)\))",
    re.IGNORECASE,
)
# "was lower than in 2014 (341)"
_THAN_BEFORE = re.compile(
    r"\bthan (?:in (?:19|20)\d\d|(?:in )?the (?:previous year|year before)) \((?P<value>\d+(?:\.\d+)?)\)"
)
_FIRST_TIMERS = re.compile(r"\bfirst[- ]time entrants\b[^.]*$", re.IGNORECASE)
_FIRST_TIME = "First-time entrant rate"
_PLACES = {"english": "England", "welsh": "Wales", "national": "National average"}


@dataclass(frozen=True, slots=True)
class FigureNote:
    """What a figure's footnote says of it."""

    period: str | None
    source: str | None
    published: str | None
    block: Block


def note_for(document: Document, span: Span, measure: str) -> FigureNote | None:
    """Period, source and date of a measure from the first footnote marked in a span. Of a note
    that names several dated sources the sentence that names the measure tells them."""
    for mark in document.marks_in(span):
        note = document.footnote(mark.label)
        if note is None:
            continue
        text = note.block.text
        if sum(map(bool, map(_BRACKETED_DATE.search, _SENTENCES.split(text)))) > 1:
            text = named_in_note(text, measure) or text
        dates = list(_BRACKETED_DATE.finditer(text))
        published = _PUBLISHED_BY.search(text) or (dates[-1] if dates else None)
        published = published or _DATE_AT_END.search(text)
        rest = text.replace(published["date"], "") if published else text
        # A note that names two dated sources gives no one period.
        period = _PERIOD.search(rest) if len(dates) <= _ONE_SOURCE else None
        return FigureNote(
            period=" ".join(period.group().split()) if period else None,
            source=_source(text),
            published=first_date(published["date"]) if published else None,
            block=note.block,
        )
    return None


def named_in_note(text: str, measure: str) -> str | None:
    """The sentence of a note that names a measure by one of its long words, if one does.

    >>> named_in_note("Entrants, Board (2020). Proven reoffending, Ministry.", "Reoffending rate")
    'Proven reoffending, Ministry.'
    """
    words = [word for word in fold(measure).split() if len(word) >= _LONG_WORD]
    named = (one for word in words for one in _SENTENCES.split(text) if word in fold(one))
    return next(named, None)


def _source(text: str) -> str | None:
    """Who gives a figure: publisher and title as "Published ... by the X - Y" prints them."""
    match = _PUBLISHED_BY.search(text)
    if match:
        return " ".join(text[match.end() :].split()).removeprefix("the ").strip(" .")
    return body_named(text)


def text_figures(document: Document, spans: Sequence[Span], area: str) -> Iterator[Figure]:
    """Rates and populations that running text gives with a subject and a value. Those of a measure that
    is known by name come first, and nothing else tells them again."""
    for span in spans:
        words = document.slice(span)
        if not any(word in words for word in _SPEAK_OF_FIGURES):
            continue
        told: set[tuple[str, str]] = set()
        for figure in chain(_known_measures(document, span, area), _figures(document, span, area)):
            key = (fold(figure.measure), figure.value)
            if key not in told:
                told.add(key)
                yield figure


def _figures(document: Document, span: Span, area: str) -> Iterator[Figure]:
    """What each expression finds; most are left out for want of the plain signs that they need."""
    words = document.slice(span)
    if "rate" in words and "(" in words:
        for match in document.find(_RATE_IN_TEXT, span):
            yield from _rates(document, match, span.end)
    if _THOUSANDS.search(words):
        for match in document.find(_IN_TEXT, span):
            yield _population(match, area)
        for match in document.find(_LIVING, span):
            yield from _inhabitants(match, area)
    if _PER_SO_MANY.search(words):
        for match in document.find(_PER_IN_TEXT, span):
            yield from _rates_per(document, match, span, area)
    if "population" in words:
        for match in document.find(_SHARE_IN_TEXT, span):
            yield from _shares(match, area)


def _known_measures(document: Document, within: Span, area: str) -> Iterator[Figure]:
    """The figures of measures that are known by name, sentence by sentence."""
    text = document.slice(within)
    for sentence in split(text):
        for told in told_measures(text[sentence.start : sentence.end], area):
            begin = within.start + sentence.start
            here = Span(begin + told.start, begin + told.end)
            yield Figure(
                told.place, told.measure, told.value, told.unit, told.group, here, here, told.period
            )


def _rates(document: Document, match: re.Match[str], end: int) -> Iterator[Figure]:
    """ "The rate for looked after children in Northmoor (5.0%)", and the average behind it."""
    here = Span(match.start(), match.end())
    measure = match["measure"][:1].upper() + match["measure"][1:]
    yield Figure(match["place"], measure, match["value"], "per cent", match["group"], here, here)
    other = _OTHER_AVERAGE.search(document.text, match.end(), min(end, match.end() + 120))
    if other is not None:
        place = _PLACES.get(other["place"].lower(), other["place"])
        there = Span(match.start(), other.end())
        yield Figure(place, measure, other["value"], "per cent", match["group"], there, there)


def _population(match: re.Match[str], area: str) -> Figure:
    """ "The youth population of Northmoor was 27,900"."""
    here = Span(match.start(), match.end())
    label = "Total population" if fold(match["what"]) == "population" else match["what"]
    value = match["value"].replace(",", "")
    measure = label[:1].upper() + label[1:]
    # "The population of the county" is that of the place the report is about.
    place = match["of"] if match["of"] and match["of"][0].isupper() else area
    return Figure(place, measure, value, "people", None, here, here)


def _rates_per(
    document: Document, match: re.Match[str], within: Span, area: str
) -> Iterator[Figure]:
    """ "The rate of first-time entrants was 312 per 100,000", and what it is compared with."""
    here = Span(match.start(), match.end())
    measure = " ".join(match["measure"].split())
    unit = f"per {match['base']}"
    begin, end = within.start, within.end
    is_named = "time entrant" in fold(measure)
    is_bare = fold(measure) == "rate"
    if is_named or (is_bare and _FIRST_TIMERS.search(document.text[begin : match.start()])):
        measure = _FIRST_TIME
    measure = measure[:1].upper() + measure[1:]
    yield Figure(area, measure, match["value"], unit, None, here, here)
    before = _THAN_BEFORE.search(document.text, match.end(), min(end, match.end() + 100))
    if before is not None:
        there = Span(match.start(), before.end())
        yield Figure(area, measure, before["value"], unit, None, there, there)
    other = _COMPARED.search(document.text, match.end(), min(end, match.end() + 160))
    if other is not None:
        place = (other["place"] or other["average"] or other["whole"]).strip()
        place = _PLACES.get(place.lower(), place)
        there = Span(match.start(), other.end())
        value = other["value"] or other["of_average"] or other["of_whole"]
        yield Figure(place, measure, value, unit, None, there, there)


def _inhabitants(match: re.Match[str], area: str) -> Iterator[Figure]:
    """ "a population of 287,400, of whom 27,900 are aged 10 to 17", "home to some 568,000 people"."""
    here = Span(match.start(), match.end())
    if not match["told"]:
        total = (match["total"] or match["live"] or match["home"] or match["with"]).replace(",", "")
        yield Figure(area, "Total population", total, "people", None, here, here)
    if match["part"]:
        part = match["part"].replace(",", "")
        yield Figure(area, "Population", part, "people", match["ages"], here, here)


def _shares(match: re.Match[str], area: str) -> Iterator[Figure]:
    """ "40 per cent of the 10-17 population are from ... compared to 60 per cent overall"."""
    here = Span(match.start(), match.end())
    measure = f"Population from {match['measure']}"
    yield Figure(area, measure, match["value"], "per cent", match["group"].strip(), here, here)
    if match["other"]:
        place = (match["place"] or area).strip()
        breakdown = "overall" if match["overall"] else match["group"].strip()
        yield Figure(place, measure, match["other"], "per cent", breakdown, here, here)
