"""Full Joint Inspections of youth offending work, 2012 to 2016.

Six areas of work are judged in words and stars. Each has a chapter with key findings and
numbered paragraphs; recommendations stand under the bodies that they are addressed to.
"""

from __future__ import annotations

from collections.abc import Iterator

from yotgraph.extraction.edges import at_edges
from yotgraph.extraction.families.areas_of_work import (
    area_paragraphs,
    areas_outline,
    judgement_facts,
    score_statistics,
)
from yotgraph.extraction.families.base import Family, ReportParts
from yotgraph.extraction.families.figures import text_statistics
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
from yotgraph.extraction.families.people import copied_posts, front_posts, team_posts
from yotgraph.extraction.families.standards_people import board_facts
from yotgraph.extraction.families.standards_results import glossary_facts, recommendation_facts
from yotgraph.extraction.inspection import samples
from yotgraph.extraction.outline import Outline
from yotgraph.extraction.paragraphs import Paragraph
from yotgraph.extraction.reoffending import reoffending_facts
from yotgraph.extraction.scores import told_scores
from yotgraph.facts import CaseSample, Fact, ReportFacts
from yotgraph.reading import Block, BlockKind, Document
from yotgraph.vocabulary import Concept, load_framework, load_scheme

__all__ = ["FAMILY"]

_NAME = "fji"
_TITLE = at_edges(r"\bfull joint inspection\b", ignores_case=True)
_TITLE_REACH = 4000
_EXAMPLE = "Full Joint Inspection of Youth Offending Work in AREA"


def _recognises(document: Document) -> int:
    return 3 if _TITLE.search(document.text, _TITLE_REACH) else 0


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
    leading = list(front_posts(parts))
    yield from leading
    yield from team_posts(parts, {post.person for post in leading})
    yield from copied_posts(parts)
    yield from _samples(parts)
    yield from _figures(parts)
    blocks = [
        block
        for section in parts.outline.sections
        if section.role in ("ratings-summary", "summary", "finding-section", "key-findings", None)
        for block in (*((section.opening,) if section.opening else ()), *section.blocks)
    ]
    yield from judgement_facts(parts, _areas(), load_scheme("judgements"), blocks, warnings)
    yield from finding_facts(parts)
    yield from listed_points(parts)
    yield from recommendation_facts(parts)
    groups = [section.blocks for section in parts.outline.with_role("finding-section")]
    yield from example_facts(parts, groups)
    yield from citation_facts(parts, _cited_blocks(parts))
    yield from glossary_facts(parts)


def _samples(parts: ReportParts) -> Iterator[CaseSample]:
    """The one sample, told in the foreword, the introduction or an appendix."""
    spans = [
        block.body
        for section in parts.outline.sections
        if section.role not in ("finding-section", "key-findings", "glossary", "contents")
        for block in section.blocks
        if len(block.body)
    ]
    for sample in samples(parts.document, spans)[:1]:
        evidence = parts.witness.sentence(sample.span)
        yield CaseSample(key="1", evidence=(evidence,), cases=sample.cases)


def _figures(parts: ReportParts) -> Iterator[Fact]:
    """The reoffending rate and other figures that the text gives."""
    blocks = [
        block
        for section in parts.outline.sections
        if section.role not in ("contents", "glossary", "recommendations")
        for block in section.blocks
        if block.kind is BlockKind.PARAGRAPH and len(block.body)
    ]
    for block in blocks:
        found = reoffending_facts(parts.document, parts.witness, parts.place.area, block.body)
        if found is not None:
            yield from found[0]
            yield from found[1]
            break
    spans = [block.body for block in blocks]
    told = told_scores(parts.document, spans, _areas(), parts.place.area)
    yield from score_statistics(parts, list(told))
    yield from text_statistics(parts, spans)


def _cited_blocks(parts: ReportParts) -> list[Block]:
    return [
        block
        for section in parts.outline.sections
        if section.heading is not None and section.role != "contents"
        for block in section.blocks
        if block.kind is not BlockKind.ROW
    ]


FAMILY = Family(_NAME, _recognises, _read)
