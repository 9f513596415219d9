"""Core Case Inspections of youth offending work, 2009 to 2012.

Three areas of work have a percentage and a word for the improvement required; a table sets the
percentages beside those of other areas. Chapters by criterion list strengths and areas for
improvement, each of which is a finding, and end with a commentary. The cover gives the year;
the month stands under the foreword.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yotgraph.extraction.edges import at_edges
from yotgraph.extraction.families.areas_of_work import judgement_facts, score_statistics
from yotgraph.extraction.families.base import Family, ReportParts
from yotgraph.extraction.families.criteria import criteria_outline, criteria_paragraphs
from yotgraph.extraction.families.figures import contextual_statistics, text_statistics
from yotgraph.extraction.families.findings import (
    citation_facts,
    example_facts,
    finding_facts,
    listed_points,
    told_examples,
)
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
from yotgraph.extraction.scores import (
    compared_scores,
    criterion_score,
    listed_scores,
    scores,
    told_scores,
)
from yotgraph.facts import CaseSample, Fact, ReportFacts, Statistic
from yotgraph.reading import Document, Span
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


def _read(document: Document) -> ReportFacts:
    opened = open_report(document, criteria_outline(document), criteria_paragraphs, _EXAMPLE)
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
    yield from _statistics(parts, spans)
    yield from judgement_facts(
        parts, _areas(), load_scheme("judgements"), document.blocks, warnings, _REACH
    )
    yield from finding_facts(parts)
    yield from listed_points(parts)
    yield from recommendation_facts(parts)
    yield from told_examples(parts, "practice-examples")
    yield from example_facts(parts, ())
    blocks = [block for section in parts.outline.sections for block in section.blocks]
    yield from citation_facts(parts, blocks)
    yield from glossary_facts(parts)


def _statistics(parts: ReportParts, spans: Sequence[Span]) -> Iterator[Statistic]:
    """The score of each area of work, and those of others that a table sets beside it."""
    document, area = parts.document, parts.place.area
    yield from score_statistics(
        parts,
        [
            *scores(document, document.blocks, _areas(), area),
            *compared_scores(document, document.blocks, _areas(), area),
            *listed_scores(document, document.blocks, _areas(), area),
            *told_scores(document, spans, _areas(), area),
        ],
    )
    yield from _criterion_scores(parts)
    yield from text_statistics(parts, spans)
    context = [
        block.body
        for section in parts.outline.with_role("background")
        for block in section.blocks
        if len(block.body)
    ]
    yield from contextual_statistics(parts, context)


def _criterion_scores(parts: ReportParts) -> Iterator[Statistic]:
    """The score of each criterion, under its number and title."""
    for number, section in enumerate(parts.outline.with_role("finding-section"), 1):
        found = criterion_score(parts.document, section.blocks)
        if found is None or section.opening is None:
            continue
        value, span = found
        yield Statistic(
            key=f"criterion-{number}",
            evidence=(parts.witness.quote(Span(section.opening.span.start, span.end)),),
            subject=parts.place.area,
            measure=f"{section.title}: work of sufficient quality",
            value=value,
            unit="per cent",
        )


FAMILY = Family(_NAME, _recognises, _read)
