"""Any other report about youth offending work: what its opening pages and lists hold.

A document of no known family is read here, with a warning. Nothing is guessed: where no
title names the area, or no date is given, it is no report.
"""

from __future__ import annotations

from collections.abc import Iterator

from yotgraph.errors import ReadingError
from yotgraph.extraction.bodies import body_in
from yotgraph.extraction.families.base import (
    INSPECTORATE,
    Family,
    ReportParts,
    assemble,
    report_slug,
)
from yotgraph.extraction.families.findings import citation_facts, listed_points
from yotgraph.extraction.families.meaning import with_meaning
from yotgraph.extraction.families.people import copied_posts, lead_posts
from yotgraph.extraction.families.standards_results import recommendation_facts
from yotgraph.extraction.outline import Heading, outline, role_of
from yotgraph.extraction.posts import Place
from yotgraph.extraction.service import authorities_in, service_name
from yotgraph.extraction.titlepage import TitlePage, read_title_page
from yotgraph.extraction.witness import Witness
from yotgraph.facts import Fact, ReportFacts, ReportIdentity, ServiceFact
from yotgraph.reading import Block, BlockKind, Document, Span
from yotgraph.vocabulary import load_frameworks

__all__ = ["FAMILY"]

_NAME = "generic"
_FRONT = 3000


def _recognises(document: Document) -> int:
    return 1


def _heading(block: Block) -> Heading | None:
    if block.kind is not BlockKind.HEADING:
        return None
    role = role_of(block.text)
    if role is not None:
        return Heading(block.text.rstrip(" :"), role.notation)
    return Heading(block.text.rstrip(" :")) if block.level is not None else None


def _publisher(document: Document) -> str | None:
    """The inspectorate that the front names first."""
    for block in document.blocks:
        if block.span.start > _FRONT:
            return None
        body = body_in(block.text)
        if body is not None and body.organisation_type == "inspectorate":
            return body.concept.label
    return None


def _read(document: Document) -> ReportFacts:
    publisher = _publisher(document)
    if publisher not in (None, INSPECTORATE):
        raise ReadingError(
            f"{document.name}: not an inspection report of youth offending work; it is of"
            f" {publisher}, and only reports of {INSPECTORATE} are read"
        )
    title = read_title_page(document)
    if title is None:
        raise ReadingError(
            f"{document.name}: not an inspection report of youth offending work; no title names"
            " an area"
        )
    if title.published is None:
        raise ReadingError(
            f"{document.name}: no publication date; add 'MONTH YEAR' under the title"
        )
    plan = outline(document, _heading)
    service = service_name(document, title.area)
    place = Place(
        title.area, service.label if service else title.area, authorities_in(document, title.area)
    )
    parts = ReportParts(document, plan, Witness(document, plan), place)
    warning = (
        f"{document.name}: of no family that is known, so only its title, people, lists and"
        " citations were read"
    )
    facts = list(with_meaning(parts, _facts(parts, title)))
    return assemble(parts, _NAME, report_slug(title.area, title.published), facts, [warning])


def _facts(parts: ReportParts, title: TitlePage) -> Iterator[Fact]:
    witness = parts.witness
    printed = witness.quote(title.published_span) if title.published_span is not None else None
    yield ReportIdentity(
        key="1",
        evidence=(witness.quote(title.title_span), *filter(None, (printed,))),
        title=title.title,
        programme=_programme(title.title),
        published=title.published or "",
        published_evidence=printed,
    )
    service = service_name(parts.document, title.area)
    if service is not None:
        yield ServiceFact(
            key="1",
            evidence=(witness.sentence(service.span),),
            label=service.label,
            area=title.area,
            word=service.word,
            name=service.name,
        )
    yield from lead_posts(parts, [Span(0, len(parts.document.text))])
    yield from copied_posts(parts)
    yield from listed_points(parts)
    yield from recommendation_facts(parts)
    blocks = [block for section in parts.outline.sections for block in section.blocks]
    yield from citation_facts(parts, blocks)


def _programme(title: str) -> str | None:
    """The framework that the title names, if it names one."""
    for name, framework in load_frameworks().items():
        if any(programme.matches(title) for programme in framework.of_type("Programme")):
            return name
    return None


FAMILY = Family(_NAME, _recognises, _read)
