"""Figures of a report as facts: key facts, figures in running text, reoffending."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from yotgraph.extraction.comparisons import previous_in
from yotgraph.extraction.contextual_figures import contextual_figures
from yotgraph.extraction.dates import month_range
from yotgraph.extraction.families.base import ReportParts
from yotgraph.extraction.key_facts import Figure, key_facts
from yotgraph.extraction.statistics import FigureNote, named_in_note, note_for, text_figures
from yotgraph.facts import Evidence, Reoffending, Statistic
from yotgraph.reading import Block, Span
from yotgraph.vocabulary import fold

__all__ = [
    "contextual_statistics",
    "key_fact_statistics",
    "reoffending_of",
    "text_statistics",
]

_REOFFENDING = re.compile(r"\bre-?offending rate", re.IGNORECASE)
_OF_CHILDREN = re.compile(
    r"\b(?:first-time entrants?|(?:re-?)?offending|custody) rate", re.IGNORECASE
)


# What stands behind the area in the name of its service, by whatever name it goes.
_SERVICE = re.compile(r" (?:y\w{2,3}|youth \w+(?: \w+)? (?:service|team)s?)")


def key_fact_statistics(
    parts: ReportParts, blocks: Sequence[Block], prefix: str = "key"
) -> Iterator[Statistic]:
    """Every figure of the key facts; ``prefix`` opens the keys."""
    figures = key_facts(parts.document, blocks, parts.place.area)
    notes: dict[str, FigureNote] = {}
    for number, figure in enumerate(figures, 1):
        # A rate and its comparator share the note behind the first.
        note = _note(parts, figure) or notes.get(figure.measure)
        if note is not None:
            notes[figure.measure] = note
        evidence = parts.witness.quote(figure.span)
        yield _statistic(parts, figure, f"{prefix}-{number}", evidence, note)


def text_statistics(parts: ReportParts, spans: Sequence[Span]) -> Iterator[Statistic]:
    """Rates and populations that running text gives."""
    yield from _told(parts, text_figures(parts.document, spans, parts.place.area), "text")


def contextual_statistics(parts: ReportParts, spans: Sequence[Span]) -> Iterator[Statistic]:
    """Populations and performance that a Core Case Inspection tells as contextual
    information."""
    yield from _told(parts, contextual_figures(parts.document, spans, parts.place.area), "context")


def _told(parts: ReportParts, figures: Iterable[Figure], prefix: str) -> Iterator[Statistic]:
    """Figures of sentences; ``prefix`` opens the keys."""
    for number, figure in enumerate(figures, 1):
        evidence = parts.witness.sentence(figure.span)
        yield _statistic(parts, figure, f"{prefix}-{number}", evidence, _note(parts, figure))


def _note(parts: ReportParts, figure: Figure) -> FigureNote | None:
    """The footnote that explains a figure."""
    sentence = parts.witness.sentence_span(figure.span)
    behind = Span(figure.span.start, max(sentence.end, figure.span.end))
    for span in (figure.marks, behind):
        note = note_for(parts.document, span, figure.measure)
        if note is not None:
            return note
    above = note_for(parts.document, figure.heading, figure.measure) if figure.heading else None
    return above if above and named_in_note(above.block.text, figure.measure) else None


def _statistic(
    parts: ReportParts, figure: Figure, key: str, evidence: Evidence, note: FigureNote | None
) -> Statistic:
    quotes = (evidence, parts.witness.quote(note.block.span)) if note else (evidence,)
    return Statistic(
        key=key,
        evidence=quotes,
        subject=_subject(parts, figure),
        measure=figure.measure,
        value=figure.value,
        unit=figure.unit,
        breakdown=figure.breakdown,
        period=figure.period or (note.period if note else None),
        source=note.source if note else None,
    )


def _subject(parts: ReportParts, figure: Figure) -> str:
    """Whom a figure is about. The rate at which children offend is that of the place, though
    it stands under the name of the service."""
    is_service = _SERVICE.fullmatch(fold(figure.subject).removeprefix(fold(parts.place.area)))
    is_of_place = is_service and _OF_CHILDREN.search(figure.measure)
    return parts.place.area if is_of_place else figure.subject


def reoffending_of(parts: ReportParts, statistics: Sequence[Statistic]) -> Iterator[Reoffending]:
    """The reoffending rate of the key facts, once for each comparator that they print."""
    rates = [item for item in statistics if _REOFFENDING.search(item.measure)]
    area = fold(parts.place.area)
    own = next((item for item in rates if fold(item.subject).startswith(area)), None)
    if own is None:
        return
    others = [item for item in rates if not fold(item.subject).startswith(area)]
    note = own.evidence[1] if len(own.evidence) > 1 else None
    months = month_range(own.period or "")
    previous = previous_in(note.quote) if note else None
    for number, other in enumerate(others or (None,), 1):
        yield Reoffending(
            key=str(number),
            evidence=tuple(dict.fromkeys((*own.evidence, *(other.evidence if other else ())))),
            rate=own.value,
            comparator=other.subject if other else None,
            comparator_rate=other.value if other else None,
            previous_rate=previous.rate if previous else None,
            stated_vs_previous=previous.direction if previous and previous.rate else None,
            cohort_start=months[0] if months else None,
            cohort_end=months[1] if months else None,
            published=_published(parts, note, own.measure),
            source=own.source,
        )


def _published(parts: ReportParts, note: Evidence | None, measure: str) -> str | None:
    """When the note says that the figure was published."""
    if note is None:
        return None
    for footnote in parts.document.footnotes:
        start, _ = parts.document.source_span(footnote.block.span)
        if start == note.start:
            mark = next((m for m in parts.document.marks if m.label == footnote.label), None)
            if mark is None:
                return None
            place = Span(mark.position - 1, mark.position)
            found = note_for(parts.document, place, measure)
            return found.published if found else None
    return None
