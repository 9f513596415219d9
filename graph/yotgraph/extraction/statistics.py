"""Figures about place and caseload: the key facts, and those that running text gives.

Key facts come as captions with figures around them, in tables or on lines of their own. A
figure belongs to the caption above it, its subject is the label beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yotgraph.extraction.bodies import body_named
from yotgraph.extraction.dates import first_date
from yotgraph.reading import Block, BlockKind, Document, Span
from yotgraph.vocabulary import fold

__all__ = ["Figure", "FigureNote", "key_facts", "note_for", "text_figures"]

_VALUE = r"(?P<value>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?(?P<percent>%|per cent)?"
_LONE = re.compile(rf"{_VALUE}$")
_LAST = re.compile(rf"(?P<label>[^\d].*?[A-Za-z)])[\s:]+{_VALUE}$", re.DOTALL)
_FIRST = re.compile(rf"{_VALUE}\s+(?P<label>[A-Z].*?)(?:,? (?:in|for) (?:the )?(?P<subject>[A-Z].*))?$")
_PER = re.compile(r"\bper (?P<base>\d{1,3}(?:,\d{3})+)\b(?: (?:of|young|children)[^,;]*)?", re.IGNORECASE)
_AVERAGE = re.compile(r"^(?:the )?average (?:for|of|in) (?:the )?", re.IGNORECASE)
_CASELOAD = re.compile(r"\bcaseload\b", re.IGNORECASE)
_POPULATION = re.compile(r"\bpopulation\b", re.IGNORECASE)
_RATE = re.compile(r"\brates?\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"(?:[A-Z][a-z]{2,8} \d{4}\s*(?:to|-|–|and)\s*[A-Z][a-z]{2,8} \d{4}|"
    r"\b(?:19|20)\d{2}\s*(?:to|-|–|/)\s*(?:(?:19|20)\d{2}|\d{2})\b|\b[Mm]id[- ]\d{4}|\b(?:19|20)\d{2}\b)"
)
_PUBLISHED_BY = re.compile(r"^published (?:in |on )?(?P<date>[^,.;]{4,30}?),? by ", re.IGNORECASE)
_BRACKETED_DATE = re.compile(r"\((?P<date>[^()]*\d{4})\)")
_IN_TEXT = re.compile(
    r"\b(?:the )?(?P<what>(?:total |youth |resident )*population)(?: of (?P<of>[^,.]{3,50}?))?"
    r"(?: in (?P<year>\d{4}))? (?:was|is|were)(?: estimated (?:to be|at)| about| approximately)? "
    r"(?P<value>\d{1,3}(?:,\d{3})+)",
    re.IGNORECASE,
)
_RATE_IN_TEXT = re.compile(
    r"\b(?P<measure>(?:[a-z-]+ )?rate) (?:for|of|among|amongst) (?P<group>[A-Z][\w' -]+?|[a-z][\w' -]+?)"
    r" in (?P<place>[A-Z][\w'’ &-]+?) \((?P<value>\d+(?:\.\d+)?)\s?(?:%|per cent)\)",
)
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
# A title with a year in brackets, and the date of publication.
_ONE_SOURCE = 2
_LONGEST_LABEL = 140
_PLACES = {"english": "England", "welsh": "Wales", "national": "National average"}


@dataclass(frozen=True, slots=True)
class FigureNote:
    """What a figure's footnote says of it."""

    period: str | None
    source: str | None
    published: str | None
    block: Block


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it prints; ``marks`` spans the words whose footnote explains it."""

    subject: str
    measure: str
    value: str
    unit: str
    breakdown: str | None
    span: Span
    marks: Span


@dataclass(frozen=True, slots=True)
class _Caption:
    measure: str
    unit: str | None
    span: Span


def note_for(document: Document, span: Span) -> FigureNote | None:
    """Period, source and date from the first footnote marked in a span."""
    for mark in document.marks_in(span):
        note = document.footnote(mark.label)
        if note is None:
            continue
        text = note.block.text
        dates = list(_BRACKETED_DATE.finditer(text))
        published = _PUBLISHED_BY.search(text) or (dates[-1] if dates else None)
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


def _source(text: str) -> str | None:
    """Who gives a figure: publisher and title as "Published ... by the X - Y" prints them."""
    match = _PUBLISHED_BY.search(text)
    if match:
        return " ".join(text[match.end() :].split()).removeprefix("the ").strip(" .")
    return body_named(text)


def key_facts(document: Document, blocks: Sequence[Block], area: str) -> Iterator[Figure]:
    """The figures of the key facts, in printed order."""
    caption: _Caption | None = None
    header: list[tuple[str, Span]] = []
    waiting: tuple[str, str | None, Span] | None = None
    named: tuple[str, Span] | None = None
    for block in blocks:
        if block.kind is BlockKind.FOOTNOTE:
            continue
        cells = [(document.slice(cell), cell) for cell in block.cells if len(cell)]
        if len(cells) > 2 or (len(cells) == 2 and header):
            if not any(_LONE.match(text) for text, _ in cells[1:]):
                header = cells
            elif header and caption:
                yield from _row(caption, header, cells)
            continue
        text = " ".join(text for text, _ in cells) or document.slice(block.body)
        lone = _LONE.match(text)
        first = _FIRST.match(text) if lone is None else None
        if first is not None and len(text) < _LONGEST_LABEL:
            yield _value_first(first, area, block.span)
            continue
        pair = _LAST.match(text) if lone is None else None
        if lone is not None:
            if named is not None and caption is not None:
                yield _figure(caption, named[0], lone, Span(named[1].start, block.span.end))
                named = None
            else:
                waiting = (lone["value"], lone["percent"], block.span)
        elif pair is not None and not _PER.search(text):
            yield _population(document, pair, caption, area, block.span)
        elif waiting is not None and caption is not None:
            span = Span(waiting[2].start, block.span.end)
            yield _valued(caption, _subject(text), waiting[0], waiting[1], span)
            waiting = None
        elif _is_subject(text, area):
            named = (_subject(text), block.span)
        else:
            caption, header, named = _caption(text, block.span), [], None


def _is_subject(text: str, area: str) -> bool:
    """Whether a line names who a figure is about."""
    words = fold(text)
    return bool(_AVERAGE.match(text)) or "average" in words or words.startswith(fold(area))


def _subject(text: str) -> str:
    return " ".join(_AVERAGE.sub("", text).split()).rstrip(":")


def _caption(text: str, span: Span) -> _Caption:
    """A caption's measure, without its unit: "First-time entrant rate per 100,000"."""
    per = _PER.search(text)
    measure = " ".join((text[: per.start()] if per else text).split()).strip(" :(")
    unit = f"per {per['base']}" if per else None
    if measure.lower().endswith(" rates"):
        measure = measure[:-1]
    return _Caption(measure, unit, span)


def _figure(caption: _Caption, subject: str, value: re.Match[str], span: Span) -> Figure:
    return _valued(caption, subject, value["value"], value["percent"], span)


def _valued(
    caption: _Caption, subject: str, value: str, percent: str | None, span: Span
) -> Figure:
    unit = "per cent" if percent else caption.unit or "people"
    marks = Span(caption.span.start, span.end) if span.start > caption.span.start else span
    return Figure(subject, caption.measure, value.replace(",", ""), unit, None, span, marks)


def _population(
    document: Document, pair: re.Match[str], caption: _Caption | None, area: str, span: Span
) -> Figure:
    """A label with its figure behind it on one line: "Total population X 210,711"."""
    label = " ".join(pair["label"].split())
    subject = area
    if fold(label).endswith(" " + fold(area)):
        label = label[: len(label) - len(area)].strip()
    unit = "per cent" if pair["percent"] else "people"
    if caption is not None and caption.unit and not _POPULATION.search(label):
        return Figure(_subject(label), caption.measure, pair["value"].replace(",", ""), caption.unit, None, span, Span(caption.span.start, span.end))
    if pair["percent"] and caption is not None and _RATE.search(caption.measure):
        return Figure(_subject(label), caption.measure, pair["value"], unit, None, span, Span(caption.span.start, span.end))
    return Figure(subject, label, pair["value"].replace(",", ""), unit, None, span, span)


def _value_first(match: re.Match[str], area: str, span: Span) -> Figure:
    """A figure with its label behind it: "281 First-time entrant rate per 100,000 in X"."""
    caption = _caption(match["label"], span)
    return _valued(
        caption, match["subject"] or area, match["value"], match["percent"], span
    )


def _row(
    caption: _Caption, header: Sequence[tuple[str, Span]], cells: Sequence[tuple[str, Span]]
) -> Iterator[Figure]:
    """A row of shares under a header: the header's first cell names the breakdown."""
    subject = _subject(cells[0][0])
    measure = "Caseload" if _CASELOAD.search(caption.measure) else caption.measure
    whole = Span(cells[0][1].start, cells[-1][1].end)
    offset = 1 if len(header) == len(cells) else 0
    for (name, _), (text, _) in zip(header[offset:], cells[1:], strict=False):
        value = _LONE.match(text)
        if value is None:
            continue
        breakdown = f"{header[0][0]}: {name}" if offset else name
        unit = "per cent" if value["percent"] else caption.unit or "people"
        marks = Span(caption.span.start, header[-1][1].end)
        yield Figure(subject, measure, value["value"].replace(",", ""), unit, breakdown, whole, marks)


def text_figures(document: Document, spans: Sequence[Span], area: str) -> Iterator[Figure]:
    """Rates and populations that running text gives with a subject and a value."""
    for span in spans:
        for match in document.find(_RATE_IN_TEXT, span):
            here = Span(match.start(), match.end())
            measure = match["measure"][:1].upper() + match["measure"][1:]
            yield Figure(match["place"], measure, match["value"], "per cent", match["group"], here, here)
            other = _OTHER_AVERAGE.search(document.text, match.end(), min(span.end, match.end() + 120))
            if other is not None:
                place = _PLACES.get(other["place"].lower(), other["place"])
                there = Span(match.start(), other.end())
                yield Figure(place, measure, other["value"], "per cent", match["group"], there, there)
        for match in document.find(_IN_TEXT, span):
            here = Span(match.start(), match.end())
            label = "Total population" if fold(match["what"]) == "population" else match["what"]
            value = match["value"].replace(",", "")
            yield Figure(match["of"] or area, label[:1].upper() + label[1:], value, "people", None, here, here)
        for match in document.find(_SHARE_IN_TEXT, span):
            yield from _shares(match, area)


def _shares(match: re.Match[str], area: str) -> Iterator[Figure]:
    """ "40 per cent of the 10-17 population are from ... compared to 60 per cent overall"."""
    here = Span(match.start(), match.end())
    measure = f"Population from {match['measure']}"
    yield Figure(area, measure, match["value"], "per cent", match["group"].strip(), here, here)
    if match["other"]:
        place = (match["place"] or area).strip()
        breakdown = "overall" if match["overall"] else match["group"].strip()
        yield Figure(place, measure, match["other"], "per cent", breakdown, here, here)
