"""Core Case Inspections of youth offending work, 2009 to 2012.

Three areas of work have a percentage and a word for the improvement required; a table sets the
percentages beside those of other areas. Chapters by criterion list strengths and areas for
improvement. The cover gives the year; the month stands under the foreword.
"""

from __future__ import annotations

from collections.abc import Iterator

from yotgraph.extraction.edges import at_edges
from yotgraph.extraction.families.areas_of_work import judgement_facts, score_statistics
from yotgraph.extraction.families.base import Family, ReportParts
from yotgraph.extraction.families.figures import text_statistics
from yotgraph.extraction.families.findings import citation_facts, listed_points
from yotgraph.extraction.families.opening import (
    Opened,
    close_report,
    identity_facts,
    open_report,
)
from yotgraph.extraction.families.people import front_posts, team_posts
from yotgraph.extraction.families.standards_people import board_facts
from yotgraph.extraction.families.standards_results import glossary_facts, recommendation_facts
from yotgraph.extraction.inspection import samples
from yotgraph.extraction.outline import Heading, Outline, lone_cell, outline, role_of
from yotgraph.extraction.paragraphs import Paragraph
from yotgraph.extraction.scores import compared_scores, scores, told_scores
from yotgraph.facts import CaseSample, Fact, ReportFacts, Statistic
from yotgraph.reading import Block, BlockKind, Document
from yotgraph.vocabulary import Concept, load_framework, load_scheme

__all__ = ["FAMILY"]

_NAME = "cci"
_TITLE = at_edges(r"\bcore case inspection\b", ignores_case=True)
_TITLE_REACH = 4000
_EXAMPLE = "Report on youth offending work in: AREA"
# Between an area's name and its level stand a description and a percentage.
_REACH = 10


def _recognises(document: Document) -> int:
    return 3 if _TITLE.search(document.text, _TITLE_REACH) else 0


def _areas() -> tuple[Concept, ...]:
    return load_framework(_NAME).of_type("Standard")


def _heading(block: Block) -> Heading | None:
    text = lone_cell(block) if block.kind is BlockKind.ROW else block.text
    if text is None or (block.kind is not BlockKind.HEADING and lone_cell(block) is None):
        return None
    role = role_of(text)
    if role is not None:
        return Heading(text.rstrip(" :"), role.notation)
    criterion = block.number is not None or (block.marked and block.level is not None)
    return Heading(text.rstrip(" :")) if criterion else None


def _no_paragraphs(plan: Outline) -> Iterator[Paragraph]:
    """These reports state findings as lists of strengths and areas for improvement."""
    yield from ()


def _read(document: Document) -> ReportFacts:
    opened = open_report(document, outline(document, _heading), _no_paragraphs, _EXAMPLE)
    return close_report(opened, _NAME, _facts)


def _facts(opened: Opened, warnings: list[str]) -> Iterator[Fact]:
    parts = opened.parts
    document = parts.document
    yield from identity_facts(opened, _NAME)
    yield from board_facts(parts, opened.service)
    leading = list(front_posts(parts))
    yield from leading
    yield from team_posts(parts, {post.person for post in leading})
    spans = [block.body for block in document.blocks if len(block.body)]
    for sample in samples(document, spans)[:1]:
        evidence = parts.witness.sentence(sample.span)
        yield CaseSample(key="1", evidence=(evidence,), cases=sample.cases)
    yield from _statistics(parts)
    yield from judgement_facts(
        parts, _areas(), load_scheme("judgements"), document.blocks, warnings, _REACH
    )
    yield from listed_points(parts)
    yield from recommendation_facts(parts)
    blocks = [block for section in parts.outline.sections for block in section.blocks]
    yield from citation_facts(parts, blocks)
    yield from glossary_facts(parts)


def _statistics(parts: ReportParts) -> Iterator[Statistic]:
    """The score of each area of work, and those of others that a table sets beside it."""
    document, area = parts.document, parts.place.area
    spans = [block.body for block in document.blocks if len(block.body)]
    yield from score_statistics(
        parts,
        [
            *scores(document, document.blocks, _areas(), area),
            *compared_scores(document, document.blocks, _areas(), area),
            *told_scores(document, spans, _areas(), area),
        ],
    )
    yield from text_statistics(parts, spans)


FAMILY = Family(_NAME, _recognises, _read)
