"""A figure of the key facts: its caption, its subject, its unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from yotgraph.extraction.key_fact_rows import AVERAGE, Cell
from yotgraph.extraction.measures import PER, bare_measure, unit_of
from yotgraph.reading import Span

__all__ = [
    "Caption",
    "Figure",
    "around",
    "caption_of",
    "figure_of",
    "of_those_described",
    "subject_of",
    "with_parts",
    "without_year",
]

_YEAR = re.compile(r"\s*\((?P<year>(?:19|20)\d\d)\)$")
_OF_CASELOAD = "Caseload"
# So many figures at most behind a total may be its parts.
_MOST_PARTS = 6
_CASELOAD = re.compile(r"\bcaseload\b", re.IGNORECASE)
_DESCRIBED = re.compile(
    r"(?:demographics|characteristics|profile) of (?:the )?(?P<whom>\w.*)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it prints; ``marks`` spans the words whose footnote explains it. ``period`` is
    a year in brackets behind its label; ``heading`` is what stands over it, whose footnote may
    explain several."""

    subject: str
    measure: str
    value: str
    unit: str
    breakdown: str | None
    span: Span
    marks: Span
    period: str | None = None
    heading: Span | None = None


@dataclass(frozen=True, slots=True)
class Caption:
    """What heads figures: the measure, its base if it is a rate, and where that stands."""

    measure: str
    unit: str | None
    span: Span


def subject_of(text: str) -> str:
    """Whom a figure is about, without "average for".

    >>> subject_of("Average for England and Wales:")
    'England and Wales'
    """
    return " ".join(AVERAGE.sub("", text).split()).rstrip(":")


def without_year(label: str) -> tuple[str, str | None]:
    """A label without the year in brackets behind it, and the year."""
    match = _YEAR.search(label)
    return (label[: match.start()], match["year"]) if match else (label, None)


def caption_of(cell: Cell) -> Caption:
    """A caption's measure, without its unit: "First-time entrant rate per 100,000"."""
    per = PER.search(cell.text)
    measure = " ".join((cell.text[: per.start()] if per else cell.text).split()).strip(" :(")
    if measure.lower().endswith(" rates"):
        measure = measure[:-1]
    return Caption(measure, f"per {per['base']}" if per else None, cell.span)


def of_those_described(caption: Caption) -> Caption:
    """ "Caseload information" heads shares of the caseload, "Demographics of children
    sentenced" shares of those."""
    if _CASELOAD.search(caption.measure):
        return replace(caption, measure=_OF_CASELOAD)
    described = _DESCRIBED.match(caption.measure)
    if described is None:
        return caption
    whom = described["whom"]
    return replace(caption, measure=whom[:1].upper() + whom[1:])


def around(caption: Caption, span: Span) -> Span:
    """From a caption to its figure."""
    return Span(min(caption.span.start, span.start), max(caption.span.end, span.end))


def figure_of(
    caption: Caption, subject: str, match: re.Match[str], span: Span, marks: Span
) -> Figure:
    """A figure under its caption, with its unit."""
    if match["money"]:
        unit = "pounds"
    else:
        unit = "per cent" if match["percent"] else caption.unit or unit_of(caption.measure)
    value = match["value"].replace(",", "")
    measure = bare_measure(caption.measure)
    return Figure(subject, measure, value, unit, None, span, marks)


def with_parts(figures: Iterable[Figure]) -> Iterator[Figure]:
    """The figures, with those behind a total of the caseload that add up to it as its parts."""
    read = list(figures)
    parts = 0
    for place, figure in enumerate(read):
        if parts:
            parts -= 1
            yield replace(figure, measure=_OF_CASELOAD, breakdown=figure.measure)
            continue
        if _CASELOAD.search(figure.measure) and figure.breakdown is None:
            parts = _parts_behind(figure, read[place + 1 : place + 1 + _MOST_PARTS])
        yield figure


def _parts_behind(total: Figure, behind: Sequence[Figure]) -> int:
    """How many figures behind a total add up to it; none where they do not."""
    so_far = 0.0
    for count, figure in enumerate(behind, 1):
        if (figure.subject, figure.unit, figure.breakdown) != (total.subject, total.unit, None):
            return 0
        so_far += float(figure.value)
        if so_far == float(total.value):
            return count if count > 1 else 0
    return 0
