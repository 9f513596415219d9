"""The reoffending rate of a letter, and what the letter compares it with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from yotgraph.extraction.bodies import body_named
from yotgraph.extraction.comparisons import (
    PER_CENT,
    PREVIOUS,
    Comparator,
    Previous,
    comparators_in,
    previous_in,
)
from yotgraph.extraction.dates import first_date, month_range
from yotgraph.extraction.witness import Witness
from yotgraph.facts import Evidence, Reoffending, Statistic
from yotgraph.reading import Document, Span

__all__ = ["Note", "note_of", "previous_told", "reoffending_facts"]

_SUBJECT = r"\b(?:re-?offending|reconviction|binary rate|who (?:had )?re-?offend(?:ed)?)\b"
_SHARE = r"(?P<{}>\d{{1,3}}(?:\.\d{{1,2}})?)" + PER_CENT
_RATE = re.compile(
    rf"{_SUBJECT}[^.%]{{0,160}}?{_SHARE.format('rate')}"
    rf"|{_SHARE.format('before')} of [^.%]{{4,120}}?\b(?:re-?offended|(?:go|going|gone|went) on to re-?offend)\b"
    rf"|\bat {_SHARE.format('ahead')},? [^.%,]{{0,60}}?{_SUBJECT}"
    rf"|{_SHARE.format('behind')} (?:\w+ ){{0,4}}(?:re-?offended\b|to re-?offend\b)",
    re.IGNORECASE,
)
# "has come down from 33.1 per cent in the previous year to 29.4 per cent"
_FROM_TO = re.compile(
    rf"{_SUBJECT}[^.%]{{0,120}}?\bfrom {_SHARE.format('prior')}(?P<when>[^.%]{{0,60}}?)"
    rf"\bto {_SHARE.format('rate')}",
    re.IGNORECASE,
)
_POINTS = re.compile(r"(?P<points>\d{1,2}(?:\.\d{1,2})?)\s+percentage points?\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\bpublished\s+(?:on\s+|in\s+)?(?P<date>[^,.;]{4,40})", re.IGNORECASE)
_SOURCE = re.compile(r"\bsource\s*:?\s*(?:the\s+)?(?P<source>[A-Z][^.;\n(]{2,80})", re.IGNORECASE)
_PUBLISHER = re.compile(
    r"\b(?i:published)\b[^.]{0,60}?\bby (?:the )?(?P<source>[A-Z][^.;,\n(]{2,80}?)(?=\s+[-–]|[.;,(]|$)"
)
_BRACKETED = re.compile(r"\((?P<date>(?:[A-Z][A-Za-z]{2,8} )?\d{4})\)")
_MONTH_YEAR = r"(?:[A-Z][A-Za-z]{2,8})\s+\d{4}"
_PERIOD = re.compile(rf"(?:{_MONTH_YEAR}|[A-Z][a-z]{{2,8}})\s*(?:-|–|—|to|and)\s*{_MONTH_YEAR}")
_WITHIN_A_YEAR = re.compile(
    r"(?:in|over|within) (?:a|one|the|the last|the past) (?:single )?(?:year|12 months)\b"
)
_OWN_RATE = re.compile(rf"{_SUBJECT}|\b(?:local|own) rate\b", re.IGNORECASE)
# Without one of these a sentence names no such rate.
_SPEAK_OF_RATES = ("offend", "reconviction", "binary rate", "local rate", "own rate")
# Here another rate is compared.
_OTHER_RATE = re.compile(
    r"\bfirst[- ]time entr|\bcustod(?:y|ial) rate|\bpopulation\b", re.IGNORECASE
)
# How many sentences, the rate's own included, may compare it.
_REACH = 3


@dataclass(frozen=True, slots=True)
class Note:
    """What the note to a figure says: when published, by whom, for which cohort."""

    published: str | None = None
    source: str | None = None
    period: str | None = None
    cohort: tuple[str, str] | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class _Stated:
    """A rate with all that the sentences around it say of it."""

    rate: str
    comparators: tuple[Comparator, ...]
    previous: Previous | None
    spans: tuple[Span, ...]


def reoffending_facts(
    document: Document, witness: Witness, area: str, within: Span
) -> tuple[tuple[Reoffending, ...], tuple[Statistic, ...]] | None:
    """The first stated rate of a span, once for each comparator, and its figures one by one."""
    rate = next((m for m in document.find(_RATE, within) if Decimal(_value(m)) <= 100), None)
    if rate is None:
        return None
    rate = _FROM_TO.match(document.text, rate.start(), within.end) or rate
    stated = _stated(document, witness.sentences(within), rate)
    note = note_of(document, witness, Span(rate.start(), stated.spans[-1].end))
    evidence = tuple(witness.quote(span) for span in stated.spans)
    if note.evidence:
        evidence += (note.evidence,)
    facts = tuple(
        _fact(number, stated, comparator, note, evidence)
        for number, comparator in enumerate(stated.comparators or (None,), 1)
    )
    figures = (
        *_figures(stated, area, note, evidence),
        *_distances(document, witness, stated, area),
    )
    return facts, figures


def _value(match: re.Match[str]) -> str:
    return match["rate"] or match["before"] or match["ahead"] or match["behind"]


def _moved_from(rate: re.Match[str]) -> Previous | None:
    """The rate of the year before, where a rate is told as a movement from it."""
    told = rate.groupdict()
    if not told.get("prior") or PREVIOUS.search(told["when"]) is None:
        return None
    return Previous(told["prior"], _movement_from(told["prior"], told["rate"]))


def previous_told(sentence: str, own: str) -> Previous | None:
    """The rate of the year before that a sentence about reoffending tells of the rate ``own``,
    which stands elsewhere.

    >>> previous_told("The reoffending rate stood at 36.5 per cent in the previous year.", "33.8")
    Previous(rate='36.5', direction='better')
    >>> previous_told("Reoffending has fallen from 37.9 per cent to 34.6 per cent in a year.", "34.6")
    Previous(rate='37.9', direction='better')
    >>> previous_told("The rate is now 34.6 per cent, against 37.9 per cent a year ago.", "34.6")
    Previous(rate='37.9', direction='better')
    """
    small = sentence.lower()
    may_name_rate = any(map(small.__contains__, _SPEAK_OF_RATES))
    is_own = may_name_rate and _OWN_RATE.search(sentence) is not None
    if not is_own and not _prints_rate(sentence, own):
        return None
    moved = _FROM_TO.search(sentence)
    if moved is not None:
        is_of_year = PREVIOUS.search(moved["when"]) or _WITHIN_A_YEAR.search(sentence, moved.end())
        before = moved["prior"] if moved["rate"] == own and is_of_year else None
    else:
        found = previous_in(sentence)
        before = found.rate if found else None
    return Previous(before, _movement_from(before, own)) if before else None


def _prints_rate(sentence: str, own: str) -> bool:
    """Whether a sentence calls a figure a rate: "the rate is now 34.6 per cent"."""
    return re.search(rf"\brate\b[^.;%]*\b{re.escape(own)}\s?(?:%|per cent)", sentence) is not None


def _movement_from(before: str, now: str) -> str:
    """How a rate of now compares with one of before: the lower, the better."""
    if Decimal(before) == Decimal(now):
        return "same"
    return "better" if Decimal(now) < Decimal(before) else "worse"


def _stated(document: Document, sentences: Sequence[Span], rate: re.Match[str]) -> _Stated:
    first = next(place for place, s in enumerate(sentences) if s.start <= rate.start() < s.end)
    spans = [sentences[first]]
    comparators: dict[str, Comparator] = {}
    previous = _moved_from(rate)
    for sentence in sentences[first : first + _REACH]:
        begin = rate.end() if sentence is sentences[first] else sentence.start
        text = document.text[begin : sentence.end]
        if _OTHER_RATE.search(text):
            break
        places = comparators_in(text, _value(rate))
        before = previous_in(text, _value(rate)) if previous is None else None
        if (places or before) and sentence not in spans:
            spans.append(sentence)
        previous = previous or before
        for comparator in places:
            comparators.setdefault(comparator.place, comparator)
    return _Stated(_value(rate), tuple(comparators.values()), previous, tuple(spans))


def _fact(
    number: int,
    stated: _Stated,
    comparator: Comparator | None,
    note: Note,
    evidence: tuple[Evidence, ...],
) -> Reoffending:
    previous = stated.previous
    return Reoffending(
        key=str(number),
        evidence=evidence,
        rate=stated.rate,
        comparator=comparator.place if comparator else None,
        comparator_rate=comparator.rate if comparator else None,
        stated_vs_comparator=comparator.direction if comparator else None,
        previous_rate=previous.rate if previous else None,
        stated_vs_previous=previous.direction if previous else None,
        cohort_start=note.cohort[0] if note.cohort else None,
        cohort_end=note.cohort[1] if note.cohort else None,
        published=note.published,
        source=note.source,
    )


def note_of(document: Document, witness: Witness, span: Span) -> Note:
    """What the footnote to a span says, or an empty note."""
    for mark in document.marks_in(span):
        note = document.footnote(mark.label)
        if note is None:
            continue
        text = note.block.text
        source = _SOURCE.search(text) or _PUBLISHER.search(text)
        published = _PUBLISHED.search(text)
        # "Proven reoffending statistics, July 2019 to June 2020, Ministry of Justice (April 2022)."
        dated = None if published else _BRACKETED.search(text)
        behind = text[published.end("date") :] if published else _BRACKETED.sub("", text)
        period = _PERIOD.search(behind)
        date = published or dated
        named = " ".join(source["source"].split()).strip(" .") if source else body_named(text)
        return Note(
            published=first_date(date["date"]) if date else None,
            source=named,
            period=" ".join(period.group().split()) if period else None,
            cohort=month_range(behind),
            evidence=witness.quote(note.block.span),
        )
    return Note()


def _figures(
    stated: _Stated, area: str, note: Note, evidence: tuple[Evidence, ...]
) -> Iterator[Statistic]:
    """Each printed rate as a figure of its own: the area's, the comparators', last year's."""
    rows: list[tuple[str, str, str | None]] = [(area, stated.rate, None)]
    rows += [
        (item.place, item.rate, None)
        for item in stated.comparators
        if item.rate and _is_printed(item.rate, stated.rate, evidence)
    ]
    previous = stated.previous
    if previous and previous.rate and _is_printed(previous.rate, stated.rate, evidence):
        rows.append((area, previous.rate, "previous year"))
    for place, (subject, value, breakdown) in enumerate(rows, 1):
        yield Statistic(
            key=f"reoffending-{place}",
            evidence=evidence,
            subject=subject,
            measure="Reoffending rate",
            value=value,
            unit="per cent",
            breakdown=breakdown,
            period=None if breakdown else note.period,
            source=None if breakdown else note.source,
        )


def _is_printed(value: str, rate: str, evidence: tuple[Evidence, ...]) -> bool:
    """Whether a comparator's rate stands there as a figure, not only as "the same"."""
    return value != rate or any(item.quote.count(rate) > 1 for item in evidence)


def _distances(
    document: Document, witness: Witness, stated: _Stated, area: str
) -> Iterator[Statistic]:
    """Differences that are given in percentage points: "2.3 percentage points higher than"."""
    matches = [(span, match) for span in stated.spans for match in document.find(_POINTS, span)]
    for number, (span, match) in enumerate(matches, 1):
        behind = document.text[match.end() : min(span.end, match.end() + 60)]
        to = "previous year" if PREVIOUS.search(behind) else "average"
        yield Statistic(
            key=f"reoffending-points-{number}",
            evidence=(witness.quote(span),),
            subject=area,
            measure="Reoffending rate",
            value=match["points"],
            unit="percentage points",
            breakdown=f"difference from {to}",
        )
