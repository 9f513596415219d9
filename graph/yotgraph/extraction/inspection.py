"""When the inspection was, who led it and how many cases were examined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from yotgraph.extraction.dates import date_range
from yotgraph.extraction.numbers import NUMBER, number_of
from yotgraph.extraction.persons import PERSON, Person, person
from yotgraph.extraction.witness import Witness
from yotgraph.reading import Document, Span
from yotgraph.vocabulary import fold

__all__ = ["Fieldwork", "Lead", "Sample", "fieldwork", "leads", "samples"]

_FIELDWORK = re.compile(
    r"\b(?:fieldwork|inspections?|screening|visit)\b[^.\n]{0,60}?"
    r"\b(?:conducted|carried out|undertaken|took place|taken place|held|completed|started|began|"
    r"commenced|visited|was (?:on|from|between|in|during))\b"
    r"|\bfieldwork(?: dates?| weeks?)?\s*:|\bwe (?:inspected|visited)\b"
    r"|\binspectors (?:were|came|visited|worked|spent)\b"
    r"|\bwe (?:carried out|conducted|undertook|completed) (?:(?:this|the|our|an?) )?(?:inspection|screening|visit|fieldwork)",
    re.IGNORECASE,
)
# "over a week, beginning 16 August": a day on which it began alone.
_BEGINNING = re.compile(r"\b(?:beginning|began|commencing|starting|started)\b", re.IGNORECASE)
_CALLED_FIELDWORK = re.compile(rf"(?=\bfieldwork\b)(?:{_FIELDWORK.pattern})", re.IGNORECASE)
# Without one of these a text says nothing of the fieldwork.
_SPEAK_OF_FIELDWORK = ("fieldwork", "inspect", "screening", "visit")
_LEAD = re.compile(
    rf"""(?:(?<!Deputy\ )(?<!deputy\ )\b(?i:lead\ inspectors?)\b(?:\ for\ (?:this|the)\ inspection)?(?:,?\ who\ (?:was|is|were|are)|,?\ (?:was|were)|\ (?:is|are)|,|\s*:|\ –|\ -)?\ (?:HM\ Inspector\ )?(?P<after>{PERSON})(?:\ and\ (?P<second>{PERSON}))?
    |(?P<before>{PERSON}),?\ (?:who\ was\ )?(?:the\ )?lead\ inspector\b
    |(?P<leader>{PERSON})(?:,\ who\ led\ it|(?:,\ who)?\ led\ (?:this|the)\ inspection)\b
    |\binspection\ (?:was|has\ been)\ led\ by\ (?P<post>(?:HM|H\.M\.|Her\ Majesty's|His\ Majesty's)?\ ?(?:[Ll]ead\ |[Ss]enior\ )?[Ii]nspector)?,?\ ?(?P<led>{PERSON}))""",
    re.VERBOSE,
)
# Without one of these a text names no lead inspector, and costs no more than this look.
_SPEAK_OF_LEADS = (
    *("lead inspector", " led by ", ", who led it"),
    *(" led this inspection", " led the inspection"),
)
_NAMED = ("after", "second", "before", "leader", "led")
_LONGEST_NAME = 80
# "lead inspectors for this inspection, who were", and two names.
_REACH_OF_LEADS = 300
_CASES = re.compile(
    rf"\b(?P<verb>examined|inspected|looked at|took an? (?:[a-z-]+ )?look at(?! \S+ \S+ sentences?\b)|assessed|reviewed|read|sampled|scrutinised|considered)"
    rf"(?: the management of)? (?:a (?:total|(?:[a-z]+ )?sample) of )?(?:the )?(?:files of )?(?P<number>{NUMBER})\b"
    r"(?P<what>(?:,| (?!staff|managers?|practitioners?|people|policies|members)[\w’'-]+){0,6}?"
    r" (?:case files?|cases?|disposals?|orders?))\b",
    re.IGNORECASE,
)
_CASES_OF = re.compile(
    rf"\b(?:examined|inspected|looked at|assessed|reviewed|read) (?:the )?cases of (?P<number>{NUMBER})(?P<what> \w+)",
    re.IGNORECASE,
)
_WERE = (
    r" (?:were|had been) (?:examined|inspected|assessed|reviewed|looked at|read|selected|sampled)\b"
)
# What begins with a plain sign is quick to look for, and few texts say so.
_WERE_READ = re.compile(_WERE, re.IGNORECASE)
_CASES_WERE = re.compile(
    rf"\b(?P<number>{NUMBER})(?P<what>(?: [\w-]+){{0,4}}? (?:case files|cases|disposals)){_WERE}",
    re.IGNORECASE,
)
_CASES_SAMPLED = re.compile(
    rf"\bsample (?:consisted of|comprised|contained|included|was made up of|was|of) (?P<number>{NUMBER})"
    r"(?P<what>(?: [\w’'-]+){0,4}? (?:case files?|cases?|disposals?|orders?))\b",
    re.IGNORECASE,
)
_CASES_EXAMINED = re.compile(
    rf"\b(?:examination|inspection|assessment|review|reading) of (?P<number>{NUMBER})(?P<what> cases?)\b",
    re.IGNORECASE,
)
_MORE_CASES = re.compile(
    rf"(?:,| and|;|:| \() ?(?P<number>{NUMBER})(?P<what>(?: [\w’'-]+){{0,4}}? (?:case files?|cases?|disposals?|orders?))\b",
    re.IGNORECASE,
)
# "We took a detailed look at 12 community sentences and one custodial sentence"
_SENTENCES = re.compile(
    rf"\b(?:look at|examined|inspected|looked at|assessed|reviewed) (?P<number>{NUMBER})"
    rf" community (?:sentences?|orders?)(?:,? and (?:(?P<further>{NUMBER}) )?custodial (?:sentences?|cases?|orders?))?",
    re.IGNORECASE,
)
# Without one of these a text tells of no sample.
_SPEAK_OF_CASES = ("case", "disposal", "order", "sentence")
_DESCRIBED = re.compile(r"[^.;,]{0,40}? (?:that|which|where|who|of|with)\b[^.;]{0,100}")
_LABEL_LENGTH = 30
_OUT_OF_COURT = re.compile(r"out[- ]of[- ]court", re.IGNORECASE)
_RESETTLEMENT = re.compile(r"\bresettlement\b", re.IGNORECASE)
_COURT = re.compile(r"post[- ]court|court disposals?|court orders?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fieldwork:
    """Dates at the precision given, and the words that give them."""

    start: str
    end: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Lead:
    """Somebody who led the inspection; ``post`` as printed."""

    person: Person
    post: str
    span: Span


@dataclass(frozen=True, slots=True)
class Sample:
    """A number of cases; ``domain`` is ``court``, ``out-of-court``, ``resettlement`` or
    ``None``."""

    cases: int
    domain: str | None
    span: Span


def fieldwork(document: Document, witness: Witness, within: Sequence[Span]) -> Fieldwork | None:
    """The first sentence about the fieldwork that gives a date. One that calls it so counts
    first, as a programme of inspections has begun at some time, too; one that tells the days
    of the same month is more exact."""
    small = [(span, document.slice(span).lower()) for span in within]
    speaking = [span for span, words in small if any(map(words.__contains__, _SPEAK_OF_FIELDWORK))]
    told = list(_dated(document, witness, speaking, _FIELDWORK))
    calling = [span for span, words in small if "fieldwork" in words]
    first = next(_dated(document, witness, calling, _CALLED_FIELDWORK), None)
    first = first or next(iter(told), None)
    if first is None:
        return None
    exact = (one for one in told if one.start != first.start and one.start.startswith(first.start))
    return next(exact, first)


def _dated(
    document: Document, witness: Witness, within: Sequence[Span], pattern: re.Pattern[str]
) -> Iterator[Fieldwork]:
    """The dates that sentences with the pattern give."""
    for span in within:
        for match in document.find(pattern, span):
            sentence = witness.sentence_span(Span(match.start(), match.end()))
            text = document.slice(Span(match.start(), sentence.end))
            start, end = date_range(text)
            if start is None:
                start, end = date_range(document.slice(sentence))
            if start is None and len(sentence) < _LABEL_LENGTH:
                # A label alone on its line: the date stands on the next.
                sentence = Span(
                    sentence.start, min(len(document.text), sentence.end + _LABEL_LENGTH)
                )
                start, end = date_range(document.slice(sentence))
            if start is not None:
                begins = start == end and _BEGINNING.search(document.slice(sentence))
                yield Fieldwork(start, None if begins else end, sentence)


def leads(document: Document, within: Iterable[Span]) -> Iterator[Lead]:
    """Who led the inspection, where the text says that they led it."""
    for span in within:
        text = document.slice(span).lower()
        places = [at for word in _SPEAK_OF_LEADS if (at := text.find(word)) >= 0]
        if not places:
            continue
        # A name stands right before or behind the words.
        last = max(map(text.rfind, _SPEAK_OF_LEADS))
        near = Span(
            max(span.start, span.start + min(places) - _LONGEST_NAME),
            min(span.end, span.start + last + _REACH_OF_LEADS),
        )
        for match in document.find(_LEAD, near):
            post = " ".join((match["post"] or "lead inspector").split())
            for group in _NAMED:
                one = person(_on_its_line(document, match, group))
                if one is not None:
                    yield Lead(one, post, Span(match.start(), match.end()))


def _on_its_line(document: Document, match: re.Match[str], group: str) -> str:
    """A name as far as its line goes: in a list the next line names the next person."""
    start, end = match.span(group)
    block = document.block_at(start) if start >= 0 else None
    ends = [line.end for line in block.lines if line.start <= start < line.end] if block else []
    return document.text[start : min([end, *ends])] if start >= 0 else ""


def samples(document: Document, within: Iterable[Span]) -> tuple[Sample, ...]:
    """The samples of cases, the same number for the same domain once."""
    found: dict[tuple[int, str | None], Sample] = {}
    for span in within:
        words = document.slice(span).lower()
        if not any(map(words.__contains__, _SPEAK_OF_CASES)):
            continue
        for match in document.find(_SENTENCES, span):
            both = sum(number_of(part) or 0 for part in match.group("number", "further") if part)
            sample = Sample(both, "court", Span(match.start(), match.end()))
            found.setdefault((both, "court"), sample)
        tells = any(document.find(_WERE_READ, span))
        patterns = (
            _CASES,
            _CASES_OF,
            *((_CASES_WERE,) if tells else ()),
            _CASES_SAMPLED,
            _CASES_EXAMINED,
        )
        matches = [m for pattern in patterns for m in document.find(pattern, span)]
        for match in sorted(matches, key=lambda found: found.start()):
            further = list(_further(document, match))
            for part in (match, *further):
                cases = number_of(part["number"])
                domain = _domain(part["what"])
                if domain is None and not further:
                    domain = _domain(_clause(document, part.end(), span.end))
                if cases is not None:
                    sample = Sample(cases, domain, Span(match.start(), part.end()))
                    found.setdefault((cases, domain), sample)
    return tuple(found.values())


def _clause(document: Document, start: int, end: int) -> str:
    """What a sentence goes on with that describes the cases: "that had received"."""
    match = _DESCRIBED.match(document.text, start, end)
    return match.group() if match else ""


def _further(document: Document, match: re.Match[str]) -> Iterator[re.Match[str]]:
    """More samples that the same clause lists: "20 court disposals and 12 out-of-court"."""
    position = match.end()
    while following := _MORE_CASES.match(document.text, position):
        yield following
        position = following.end()


def _domain(what: str) -> str | None:
    if _OUT_OF_COURT.search(what):
        return "out-of-court"
    if _RESETTLEMENT.search(what):
        return "resettlement"
    return "court" if _COURT.search(fold(what)) else None
