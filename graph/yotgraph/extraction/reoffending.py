"""The reoffending rate of a letter, and what the letter compares it with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from yotgraph.extraction.dates import first_date, month_range
from yotgraph.extraction.witness import Witness
from yotgraph.facts import Evidence, Reoffending, Statistic
from yotgraph.reading import Document, Span

__all__ = ["Note", "note_of", "reoffending_facts"]

_PERCENT = r"(?P<{name}>\d{{1,3}}(?:\.\d{{1,2}})?)\s?(?:%|per ?cent)"
_RATE = re.compile(
    r"\b(?:re-?offending|reconviction)\b[^.%]{0,160}?" + _PERCENT.format(name="rate"), re.IGNORECASE
)
_AVERAGE = re.compile(
    r"(?P<place>England and Wales|England & Wales|England|Wales|national|Welsh|English)"
    r"(?:'s|’s)?(?: average| rate| figure)*"
    r"(?:[^.%\d]{0,40}?[\s(]" + _PERCENT.format(name="rate") + r")?",
    re.IGNORECASE,
)
_BETTER = r"better|lower|below|less|improv\w*|decreas\w*|reduc\w*|fallen|fell|down|declin\w*"
_WORSE = r"worse|higher|above|more|increas\w*|risen|rose|up|deteriorat\w*"
_SAME = r"same|equal|identical|unchanged|in line|similar|no change"
_COMPARED = re.compile(rf"\b(?:(?P<better>{_BETTER})|(?P<worse>{_WORSE})|(?P<same>{_SAME}))\b", re.I)
_EXACTLY = re.compile(r"\b(?:same as|identical|equal)\b", re.IGNORECASE)
_PREVIOUS = re.compile(
    r"\b(?:previous|prior|preceding|last|earlier) (?:year|period|cohort|figure|rate|12 months)"
    r"(?:'s|’s)?|\byear before\b",
    re.IGNORECASE,
)
_PREVIOUS_RATE = re.compile(
    r"(?:'s|’s)?(?: (?:rate|figure|outturn|cohort|result))*"
    r"(?:,? (?:which (?:was|stood at)|of|at|was)|:)? ?\(?(?:of |at )?" + _PERCENT.format(name="rate"),
    re.IGNORECASE,
)
_RATE_BEFORE = re.compile(
    r"\b(?:from|of|against|compared (?:to|with)|than)(?: the)? " + _PERCENT.format(name="rate")
    + r"[^.%]{0,30}$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\bpublished\s+(?:on\s+|in\s+)?(?P<date>[^,.;]{4,40})", re.IGNORECASE)
_SOURCE = re.compile(r"\bsource\s*:?\s*(?:the\s+)?(?P<source>[A-Z][^.;\n(]{2,80})", re.IGNORECASE)
_PUBLISHER = re.compile(r"\bpublished\b[^.]{0,60}?\bby (?:the )?(?P<source>[A-Z][^.;,\n(]{2,80}?)(?=\s+[-–]|[.;,(]|$)")
_PLACES = {"national": None, "welsh": "Wales", "english": "England", "england & wales": "England and Wales"}


@dataclass(frozen=True, slots=True)
class Note:
    """What the note to a figure says: when published, by whom, for which cohort."""

    published: str | None
    source: str | None
    period: str | None
    cohort: tuple[str, str] | None
    evidence: Evidence | None


def reoffending_facts(
    document: Document, witness: Witness, area: str, within: Span
) -> tuple[Reoffending, tuple[Statistic, ...]] | None:
    """The first stated rate of a span with its comparisons, and its figures one by one."""
    rate = next((m for m in document.find(_RATE, within) if _is_rate(m)), None)
    if rate is None:
        return None
    sentences = witness.sentences(within)
    first = next(place for place, s in enumerate(sentences) if s.start <= rate.start() < s.end)
    evidence = [sentences[first]]
    fact: dict[str, str | None] = {"rate": rate["rate"]}
    for sentence in sentences[first : first + 3]:
        begin = max(sentence.start, rate.end() if sentence is sentences[first] else 0)
        if begin < sentence.end and _compare(document, Span(begin, sentence.end), fact):
            evidence.append(sentence)
    note = note_of(document, witness, Span(rate.start(), evidence[-1].end))
    quotes = tuple(witness.quote(span) for span in dict.fromkeys(evidence))
    if note.evidence:
        quotes += (note.evidence,)
    reoffending = Reoffending(
        key="1",
        evidence=quotes,
        rate=rate["rate"],
        comparator=fact.get("comparator"),
        comparator_rate=fact.get("comparator_rate"),
        stated_vs_comparator=fact.get("stated_vs_comparator"),
        previous_rate=fact.get("previous_rate"),
        stated_vs_previous=fact.get("stated_vs_previous"),
        cohort_start=note.cohort[0] if note.cohort else None,
        cohort_end=note.cohort[1] if note.cohort else None,
        published=note.published,
        source=note.source,
    )
    return reoffending, tuple(_statistics(reoffending, area, note))


def _is_rate(match: re.Match[str]) -> bool:
    return Decimal(match["rate"]) <= 100


def _compare(document: Document, span: Span, fact: dict[str, str | None]) -> bool:
    """Reads the comparisons of one sentence into ``fact``; says whether there were any."""
    found = False
    text = document.slice(span)
    previous = _PREVIOUS.search(text)
    if previous is not None and "stated_vs_previous" not in fact:
        direction = _direction(text, previous.start(), previous.end())
        rate = _PREVIOUS_RATE.match(text, previous.end()) or _RATE_BEFORE.search(
            text, 0, previous.start()
        )
        if direction or rate:
            fact["stated_vs_previous"] = direction
            fact["previous_rate"] = rate["rate"] if rate else None
            found = True
    average = _average(text)
    if average is not None and "comparator" not in fact:
        place = " ".join(average["place"].split())
        fact["comparator"] = _PLACES.get(place.lower(), place) or "England and Wales"
        direction = _direction(text, average.start(), average.end())
        fact["stated_vs_comparator"] = direction
        fact["comparator_rate"] = average["rate"]
        if average["rate"] is None and direction == "same" and _EXACTLY.search(text):
            fact["comparator_rate"] = fact["rate"]
        found = True
    return found


def _average(text: str) -> re.Match[str] | None:
    """The comparator: a place with a rate first, else a place called an average."""
    matches = list(_AVERAGE.finditer(text))
    with_rate = [match for match in matches if match["rate"]]
    named = [match for match in matches if re.search("average|rate|figure", match.group(), re.I)]
    return next(iter(with_rate or named), None)


def _direction(text: str, start: int, end: int) -> str | None:
    """The last comparing word before a place or year, else the first behind it."""
    before = list(_COMPARED.finditer(text, 0, start))
    match = before[-1] if before else _COMPARED.search(text, end)
    return match.lastgroup if match else None


def note_of(document: Document, witness: Witness, span: Span) -> Note:
    """What the footnote to a span says, or an empty note."""
    for mark in document.marks_in(span):
        note = document.footnote(mark.label)
        if note is not None:
            text = note.block.text
            source = _SOURCE.search(text) or _PUBLISHER.search(text)
            published = _PUBLISHED.search(text)
            cohort = month_range(text[published.end() if published else 0 :])
            return Note(
                published=first_date(published["date"]) if published else None,
                source=" ".join(source["source"].split()).strip(" .") if source else None,
                period=_period(text[published.end("date") if published else 0 :]),
                cohort=cohort,
                evidence=witness.quote(note.block.span),
            )
    return Note(None, None, None, None, None)


_MONTH_YEAR = r"(?:[A-Z][a-z]{2,8})\s+\d{4}"
_PERIOD = re.compile(rf"{_MONTH_YEAR}\s*(?:-|–|—|to|and)\s*{_MONTH_YEAR}")


def _period(text: str) -> str | None:
    """A period of months as it prints."""
    match = _PERIOD.search(text)
    return " ".join(match.group().split()) if match else None


def _printed(fact: Reoffending) -> str | None:
    """The comparator's rate where a figure is printed for it, not only "the same"."""
    if fact.comparator_rate == fact.rate and not any(
        item.quote.count(fact.rate) > 1 for item in fact.evidence
    ):
        return None
    return fact.comparator_rate


def _statistics(fact: Reoffending, area: str, note: Note) -> list[Statistic]:
    """Each rate of a reoffending sentence as a figure of its own."""
    rows = [
        (area, fact.rate, None, note.period),
        (fact.comparator, _printed(fact), None, note.period),
        (area, fact.previous_rate, "previous year", None),
    ]
    return [
        Statistic(
            key=f"reoffending-{place}",
            evidence=fact.evidence,
            subject=subject,
            measure="Reoffending rate",
            value=value,
            unit="per cent",
            breakdown=breakdown,
            period=period,
            source=note.source if breakdown is None else None,
        )
        for place, (subject, value, breakdown, period) in enumerate(rows, 1)
        if subject and value
    ]
