"""Short Quality Screening letters, 2012 to 2016."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yotgraph.errors import ReadingError
from yotgraph.extraction.edges import at_edges
from yotgraph.extraction.families.base import Family, ReportParts, assemble, report_slug
from yotgraph.extraction.families.figures import text_statistics
from yotgraph.extraction.families.findings import (
    citation_facts,
    example_facts,
    finding_facts,
    listed_points,
)
from yotgraph.extraction.families.letter_outline import letter_outline
from yotgraph.extraction.families.meaning import with_meaning
from yotgraph.extraction.families.people import copied_posts, holdings_of, lead_posts
from yotgraph.extraction.families.standards_results import glossary_facts
from yotgraph.extraction.inspection import fieldwork, samples
from yotgraph.extraction.letterhead import Letterhead, read_letterhead
from yotgraph.extraction.outline import Outline
from yotgraph.extraction.paragraphs import Paragraph, paragraphs_of
from yotgraph.extraction.posts import Place, board_in
from yotgraph.extraction.reoffending import reoffending_facts
from yotgraph.extraction.service import ServiceName, authorities_in, service_name
from yotgraph.extraction.witness import Witness
from yotgraph.facts import (
    BoardFact,
    CaseSample,
    Fact,
    PostHolding,
    ReportFacts,
    ReportIdentity,
    ServiceFact,
)
from yotgraph.reading import Block, BlockKind, Document, Span

__all__ = ["FAMILY"]

_NAME = "sqs"
_TITLE = at_edges(r"\bshort quality screening\b", ignores_case=True)
_FINDING_ROLES = ("finding-section", "summary", "operational-management")
_TITLE_REACH = 4000
_NUMBER = re.compile(r"^(?:\d+[.)]?\s+)")


def _recognises(document: Document) -> int:
    match = _TITLE.search(document.text, _TITLE_REACH)
    return 3 if match else 0


def _read(document: Document) -> ReportFacts:
    head = read_letterhead(document)
    if head is None:
        raise ReadingError(
            f"{document.name}: no title names the area; a letter's title ends in 'work in AREA'"
        )
    if head.published is None:
        raise ReadingError(
            f"{document.name}: no publication date; add a line 'Publication date: DAY MONTH YEAR'"
        )
    parts, service = _parts(document, head)
    facts: list[Fact] = list(_identity(parts, head))
    warnings: list[str] = []
    if service is None:
        warnings.append(f"{document.name}: the text never names its service")
    else:
        facts.append(_service(parts, head, service))
    posts = list(_posts(parts, head))
    facts += _board(parts, posts)
    facts += posts
    facts += _samples(parts)
    facts += _figures(parts)
    facts += finding_facts(parts)
    facts += listed_points(parts)
    facts += example_facts(parts, [s.blocks for s in parts.outline.with_role(*_FINDING_ROLES)])
    facts += citation_facts(parts, _cited_blocks(parts))
    facts += glossary_facts(parts)
    slug = report_slug(head.area, head.published)
    return assemble(parts, _NAME, slug, list(with_meaning(parts, facts)), warnings)


def _parts(document: Document, head: Letterhead) -> tuple[ReportParts, ServiceName | None]:
    plan = letter_outline(document)
    service = service_name(document, head.area)
    label = service.label if service else head.area
    place = Place(
        head.area, label, authorities_in(document, head.area), service.name if service else None
    )
    witness = Witness(document, plan, tuple(_paragraphs(plan)))
    return ReportParts(document, plan, witness, place), service


def _paragraphs(plan: Outline) -> Iterator[Paragraph]:
    for section in plan.with_role(*_FINDING_ROLES):
        title = section.title or ""
        bare = _NUMBER.sub("", title)
        # A heading in capitals names its paragraphs as the others do.
        label = bare.capitalize() if bare.isupper() else bare
        yield from paragraphs_of(section, title, label + " {place}")


def _identity(parts: ReportParts, head: Letterhead) -> Iterator[Fact]:
    witness = parts.witness
    printed = witness.quote(head.published_span) if head.published_span is not None else None
    work = fieldwork(parts.document, witness, _opening(parts))
    visited = witness.quote(work.span) if work else None
    yield ReportIdentity(
        key="1",
        evidence=(witness.quote(head.title_span), *filter(None, (printed, visited))),
        title=head.title,
        programme=_NAME,
        published=head.published or "",
        fieldwork_start=work.start if work else None,
        fieldwork_end=work.end if work else None,
        published_evidence=printed,
        fieldwork_evidence=visited,
    )


def _opening(parts: ReportParts) -> list[Span]:
    """The paragraphs in which a letter says when it was: before its findings."""
    spans = []
    for section in parts.outline.sections:
        if section.role in _FINDING_ROLES:
            break
        spans += [block.body for block in section.blocks if len(block.body)]
    return [span for span in spans if span.end - span.start > 40]


def _service(parts: ReportParts, head: Letterhead, service: ServiceName) -> ServiceFact:
    return ServiceFact(
        key="1",
        evidence=(parts.witness.sentence(service.span),),
        label=service.label,
        area=head.area,
        word=service.word,
        name=service.name,
    )


def _posts(parts: ReportParts, head: Letterhead) -> Iterator[PostHolding]:
    if head.addressee is not None:
        one = head.addressee
        yield from holdings_of(parts, "addressee", one.person, one.posts, one.span)
    if head.author is not None:
        one = head.author
        yield from holdings_of(parts, "author", one.person, one.posts, one.span, own=True)
    yield from lead_posts(parts, [Span(head.end, len(parts.document.text))])
    yield from copied_posts(parts)


def _board(parts: ReportParts, posts: list[PostHolding]) -> Iterator[BoardFact]:
    """The board that the addressee, or somebody of the copy list, chairs."""
    for post in posts:
        label = board_in(post.post or "", parts.place)
        if label is not None:
            yield BoardFact(key="1", evidence=post.evidence, label=label)
            return


def _samples(parts: ReportParts) -> Iterator[CaseSample]:
    for sample in samples(parts.document, _opening(parts))[:1]:
        yield CaseSample(
            key="1", evidence=(parts.witness.sentence(sample.span),), cases=sample.cases
        )


def _figures(parts: ReportParts) -> Iterator[Fact]:
    document, witness, area = parts.document, parts.witness, parts.place.area
    for section in parts.outline.with_role("summary", "context"):
        for block in section.blocks:
            found = reoffending_facts(document, witness, area, block.body)
            if found is not None and block.kind is not BlockKind.FOOTNOTE:
                yield from found[0]
                yield from found[1]
                break
        else:
            continue
        break
    spans = [span for paragraph in parts.paragraphs for span in paragraph.spans]
    yield from text_statistics(parts, spans)


def _cited_blocks(parts: ReportParts) -> list[Block]:
    """Findings, their footnotes and the closing notes; not the letterhead or copy list."""
    return [
        block
        for section in parts.outline.sections
        if section.heading is not None
        for block in section.blocks
        if block.kind is not BlockKind.ROW
    ]


FAMILY = Family(_NAME, _recognises, _read)
