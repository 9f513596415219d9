"""Inspections of youth justice work with children and victims, from 2025.

The reports are pages of the inspectorate's site. Two areas, work with children and work with
victims, are rated in the levels used since 2018. What else the table of ratings holds keeps
the number and the name that it prints.
"""

from __future__ import annotations

from collections.abc import Iterator

from yotgraph.extraction.edges import at_edges
from yotgraph.extraction.families.areas_of_work import (
    area_paragraphs,
    areas_outline,
    judgement_facts,
)
from yotgraph.extraction.families.base import Family, ReportParts
from yotgraph.extraction.families.figures import key_fact_statistics, text_statistics
from yotgraph.extraction.families.findings import (
    citation_facts,
    example_facts,
    finding_facts,
    listed_points,
)
from yotgraph.extraction.families.opening import (
    Opened,
    close_report,
    identity_facts,
    open_report,
)
from yotgraph.extraction.families.people import copied_posts, front_posts
from yotgraph.extraction.families.standards_people import board_facts
from yotgraph.extraction.families.standards_results import (
    glossary_facts,
    overall_facts,
    recommendation_facts,
)
from yotgraph.extraction.inspection import samples
from yotgraph.extraction.outline import Outline
from yotgraph.extraction.paragraphs import Paragraph
from yotgraph.extraction.printed_ratings import printed_ratings
from yotgraph.facts import CaseSample, Fact, ReportFacts, StandardRating
from yotgraph.reading import Block, BlockKind, Document
from yotgraph.vocabulary import Concept, load_framework, load_scheme

__all__ = ["FAMILY"]

_NAME = "yjs-2025"
_TITLE = at_edges(
    r"\binspection (?:report )?(?:of|into) (?:the )?youth justice (?:services?[’']? )?work with"
    r" children and victims\b",
    ignores_case=True,
)
_TITLE_REACH = 6000
_EXAMPLE = "An inspection of youth justice work with children and victims in AREA"


def _recognises(document: Document) -> int:
    # A report by standards has a title and a table as well; this title says more.
    return 5 if _TITLE.search(document.text, _TITLE_REACH) else 0


def _areas() -> tuple[Concept, ...]:
    return load_framework(_NAME).of_type("Standard")


def _paragraphs(plan: Outline) -> Iterator[Paragraph]:
    return area_paragraphs(plan, load_framework(_NAME))


def _read(document: Document) -> ReportFacts:
    opened = open_report(document, areas_outline(document, _areas()), _paragraphs, _EXAMPLE)
    return close_report(opened, _NAME, _facts)


def _facts(opened: Opened, warnings: list[str]) -> Iterator[Fact]:
    parts = opened.parts
    yield from identity_facts(opened, _NAME)
    yield from board_facts(parts, opened.service)
    yield from front_posts(parts)
    yield from copied_posts(parts)
    yield from _samples(parts)
    key_facts = [block for s in parts.outline.with_role("key-facts") for block in s.blocks]
    yield from key_fact_statistics(parts, key_facts)
    background = [
        block.body
        for section in parts.outline.with_role("background", "introduction")
        for block in section.blocks
        if block.kind is BlockKind.PARAGRAPH
    ]
    yield from text_statistics(parts, background)
    yield from overall_facts(parts)
    yield from _ratings(parts, warnings)
    yield from finding_facts(parts)
    yield from listed_points(parts)
    yield from recommendation_facts(parts)
    groups = [section.blocks for section in parts.outline.with_role("finding-section")]
    yield from example_facts(parts, groups)
    yield from citation_facts(parts, _cited_blocks(parts))
    yield from glossary_facts(parts)


def _ratings(parts: ReportParts, warnings: list[str]) -> Iterator[StandardRating]:
    blocks = [
        block
        for section in parts.outline.sections
        if section.role in ("ratings-summary", "finding-section", "overall-findings")
        for block in (*((section.opening,) if section.opening else ()), *section.blocks)
    ]
    yield from judgement_facts(parts, _areas(), load_scheme("ratings"), blocks, warnings)
    for printed in printed_ratings(parts.document, blocks):
        yield StandardRating(
            key=printed.number,
            evidence=(parts.witness.quote(printed.span),),
            number=printed.number,
            label=printed.name,
            rating=printed.rating,
        )


def _samples(parts: ReportParts) -> Iterator[CaseSample]:
    """The samples by kind of case; a total that the parts make up is none of its own."""
    spans = [block.body for block in parts.document.blocks if len(block.body)]
    found = samples(parts.document, spans)
    split = [sample for sample in found if sample.domain is not None] or found[:1]
    seen: set[str | None] = set()
    for number, sample in enumerate(split, 1):
        if sample.domain not in seen:
            seen.add(sample.domain)
            evidence = parts.witness.sentence(sample.span)
            yield CaseSample(key=str(number), evidence=(evidence,), cases=sample.cases)


def _cited_blocks(parts: ReportParts) -> list[Block]:
    return [
        block
        for section in parts.outline.sections
        if section.heading is not None and section.role not in ("contents", "ratings-summary")
        for block in section.blocks
    ]


FAMILY = Family(_NAME, _recognises, _read)
