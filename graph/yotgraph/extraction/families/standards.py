"""Reports by standards: youth offending services from 2018, youth justice services from 2021."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from yotgraph.extraction.comparisons import Previous
from yotgraph.extraction.edges import at_edges
from yotgraph.extraction.families.base import (
    Family,
    ReportParts,
)
from yotgraph.extraction.families.figures import (
    key_fact_statistics,
    reoffending_of,
    text_statistics,
)
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
from yotgraph.extraction.families.standards_findings import finding_paragraphs
from yotgraph.extraction.families.standards_outline import standards_outline
from yotgraph.extraction.families.standards_people import board_facts, post_facts
from yotgraph.extraction.families.standards_results import (
    glossary_facts,
    key_question_facts,
    overall_facts,
    rating_facts,
    recommendation_facts,
)
from yotgraph.extraction.inspection import samples
from yotgraph.extraction.key_facts import is_labelled_value
from yotgraph.extraction.outline import Section
from yotgraph.extraction.reoffending import previous_told, reoffending_facts
from yotgraph.facts import (
    CaseSample,
    Evidence,
    Fact,
    Reoffending,
    ReportFacts,
    Statistic,
)
from yotgraph.reading import Block, BlockKind, Document, Span
from yotgraph.vocabulary import Scheme, load_framework

__all__ = ["FAMILY"]

_TITLE = re.compile(
    r"inspection (?:report )?(?:of|into) (?:the )?youth (?:offending|justice)", re.I
)
_STANDARDS = at_edges(
    r"\bgovernance and leadership\b[\s\S]{0,4000}?\bout-of-court disposals?\b", ignores_case=True
)
_LATER = tuple(
    at_edges(words, ignores_case=True)
    for words in ("out-of-court disposal policy and provision", "resettlement policy")
)
_EXAMPLE = "inspection of youth offending services in AREA"
_SAMPLE_DOMAINS = {"court": "2", "out-of-court": "3", "resettlement": "4"}
_SAMPLE_ROLES = ("methodology", "introduction", "background", "domain", "summary", "key-findings")


def _recognises(document: Document) -> int:
    if _STANDARDS.search(document.text) is None:
        return 0
    return 4 if _TITLE.search(document.text, 0, 6000) else 2


def _read(document: Document) -> ReportFacts:
    framework = load_framework(
        "yjs-2021" if any(one.search(document.text) for one in _LATER) else "yos-2018"
    )
    plan = standards_outline(document, framework)
    opened = open_report(
        document, plan, lambda parts: finding_paragraphs(parts, framework), _EXAMPLE
    )
    return close_report(opened, framework.name, partial(_facts, framework))


def _facts(framework: Scheme, opened: Opened, warnings: list[str]) -> Iterator[Fact]:
    parts = opened.parts
    yield from identity_facts(opened, framework.name)
    yield from board_facts(parts, opened.service)
    yield from post_facts(parts, opened.title)
    yield from _samples(parts, framework)
    yield from _figures(parts)
    yield from overall_facts(parts)
    yield from rating_facts(parts, framework, warnings)
    yield from key_question_facts(parts, framework)
    yield from finding_facts(parts)
    yield from listed_points(parts)
    yield from recommendation_facts(parts)
    groups = [
        section.blocks
        for section in parts.outline.with_role("standard", "standard-part", "key-findings")
    ]
    yield from example_facts(parts, groups)
    yield from citation_facts(parts, _cited_blocks(parts))
    yield from glossary_facts(parts)


def _samples(parts: ReportParts, framework: Scheme) -> Iterator[CaseSample]:
    """The samples by domain: told by their words, else by the heading they stand under."""
    seen: set[str | None] = set()
    for section in parts.outline.sections:
        if section.role not in _SAMPLE_ROLES:
            continue
        heading_domain = section.heading.domain if section.heading else None
        for sample in samples(parts.document, [block.body for block in section.blocks]):
            domain = _SAMPLE_DOMAINS.get(sample.domain or "", heading_domain)
            # A case that only illustrates work on resettlement is no sample.
            is_sample = sample.domain is not None or domain in ("2", "3")
            if not is_sample or domain is None or domain in seen or framework.get(domain) is None:
                continue
            seen.add(domain)
            evidence = parts.witness.sentence(sample.span)
            yield CaseSample(key=domain, evidence=(evidence,), cases=sample.cases, domain=domain)


def _figures(parts: ReportParts) -> Iterator[Fact]:
    background = [
        block.body
        for section in parts.outline.with_role("background", "introduction")
        for block in section.blocks
        if block.kind is BlockKind.PARAGRAPH
    ]
    blocks = [b for s in parts.outline.with_role("key-facts") for b in s.blocks]
    blocks += _tables_of(parts.outline.with_role("background"))
    statistics: list[Statistic] = list(key_fact_statistics(parts, blocks))
    statistics += key_fact_statistics(parts, _staffing_rows(parts), "standard")
    told, figures = _told_reoffending(parts, background)
    printed = list(reoffending_of(parts, statistics))
    yield from _with_year_before(parts, printed, told) if printed else told
    known = {(item.subject, item.value) for item in statistics}
    statistics += [item for item in figures if (item.subject, item.value) not in known]
    yield from statistics
    named = {(item.subject, item.measure, item.value) for item in statistics}
    for item in text_statistics(parts, background):
        if (item.subject, item.measure, item.value) not in named:
            named.add((item.subject, item.measure, item.value))
            yield item


def _tables_of(sections: Iterable[Section]) -> list[Block]:
    """The rows of tables, each table with the line right above it, which heads it."""
    return [
        block
        for section in sections
        for block, following in zip(section.blocks, [*section.blocks[1:], None], strict=True)
        if block.kind is BlockKind.ROW
        or (following is not None and following.kind is BlockKind.ROW)
    ]


def _staffing_rows(parts: ReportParts) -> list[Block]:
    """The rows of a standard's tables of staff and caseload: a label and its one value."""
    return [
        block
        for section in parts.outline.with_role("standard", "standard-part")
        for block in section.blocks
        if block.kind is BlockKind.ROW and is_labelled_value(parts.document, block)
    ]


def _told_reoffending(
    parts: ReportParts, spans: Sequence[Span]
) -> tuple[tuple[Reoffending, ...], tuple[Statistic, ...]]:
    """The reoffending rate that the text tells, with its figures."""
    for span in spans:
        found = reoffending_facts(parts.document, parts.witness, parts.place.area, span)
        if found is not None:
            return found
    return (), ()


def _with_year_before(
    parts: ReportParts, printed: Sequence[Reoffending], told: Sequence[Reoffending]
) -> Sequence[Reoffending]:
    """The rate of the key facts, once for each comparator, with the one of the year before, where
    the text that tells the same rate or any other sentence has it."""
    if not printed or printed[0].previous_rate:
        return printed
    rate = printed[0].rate
    same = (fact for fact in told if fact.rate == rate and fact.previous_rate)
    told_with = next(same, None)
    if told_with is not None:
        before = Previous(told_with.previous_rate, told_with.stated_vs_previous)
        evidence = told_with.evidence
    else:
        found = _year_before(parts, rate)
        if found is None:
            return printed
        before, evidence = found
    return [
        replace(
            fact,
            previous_rate=before.rate,
            stated_vs_previous=before.direction,
            evidence=tuple(dict.fromkeys((*fact.evidence, *evidence))),
        )
        for fact in printed
    ]


def _year_before(parts: ReportParts, rate: str) -> tuple[Previous, tuple[Evidence, ...]] | None:
    """The rate of the year before that the first of all sentences tells, with that sentence."""
    for section in parts.outline.with_role("background", "key-facts", "standard", "standard-part"):
        for block in section.blocks:
            if block.kind is BlockKind.PARAGRAPH:
                for span in parts.witness.sentences(block.body):
                    if before := previous_told(parts.document.slice(span), rate):
                        return before, (parts.witness.quote(span),)
    return None


def _cited_blocks(parts: ReportParts) -> list[Block]:
    """Everything but the front matter and the tables of results. Notes may stand behind those,
    at the end of a web page that is printed."""
    return [
        block
        for section in parts.outline.sections
        if section.heading is not None
        for block in section.blocks
        if block.kind is BlockKind.FOOTNOTE or section.role not in ("results", "contents")
    ]


FAMILY = Family("standards", _recognises, _read)
