"""What every family of reports does: from a document to its parts, from parts to facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from yotgraph.extraction.coverage import coverage
from yotgraph.extraction.outline import Outline
from yotgraph.extraction.paragraphs import Paragraph
from yotgraph.extraction.posts import Place
from yotgraph.extraction.witness import Witness
from yotgraph.facts import Fact, ReportFacts
from yotgraph.reading import Document
from yotgraph.vocabulary import slug

__all__ = ["INSPECTORATE", "Family", "ReportParts", "assemble", "report_slug"]

# Whose reports these are; its names over time stand in the register of national bodies.
INSPECTORATE = "HM Inspectorate of Probation"


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of report: how to recognise it and how to read it.

    ``recognises`` gives a strength from 0 (not at all) up; the strongest family reads.
    ``read`` raises :class:`~yotgraph.errors.ReadingError` where a report lacks what no report
    can do without: an area or a date.
    """

    name: str
    recognises: Callable[[Document], int]
    read: Callable[[Document], ReportFacts]


@dataclass(frozen=True, slots=True)
class ReportParts:
    """A document with its outline and its named paragraphs."""

    document: Document
    outline: Outline
    witness: Witness
    place: Place

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs that are findings."""
        return self.witness.paragraphs


def report_slug(area: str, published: str) -> str:
    """Area and year-month of publication.

    >>> report_slug("Barking & Dagenham", "2018-12-04")
    'barking-and-dagenham-2018-12'
    """
    return f"{slug(area)}-{published[:7]}"


def assemble(
    parts: ReportParts, family: str, slug: str, facts: Sequence[Fact], warnings: Sequence[str] = ()
) -> ReportFacts:
    """The facts of one report with its coverage."""
    document = parts.document
    evidence = [item for fact in facts for item in fact.evidence]
    return ReportFacts(
        slug=slug,
        area=parts.place.area,
        family=family,
        file_name=document.name,
        sha256=document.sha256,
        characters=len(document.source),
        pages=document.pages,
        facts=tuple(facts),
        coverage=coverage(document, parts.outline, parts.witness, evidence),
        warnings=tuple(warnings),
    )
