"""What the families of reports with a title page share: opening one, and whose report it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from yotgraph.errors import ReadingError
from yotgraph.extraction.families.base import ReportParts, assemble, report_slug
from yotgraph.extraction.families.meaning import with_meaning
from yotgraph.extraction.inspection import fieldwork
from yotgraph.extraction.outline import Outline
from yotgraph.extraction.paragraphs import Paragraph
from yotgraph.extraction.posts import Place
from yotgraph.extraction.service import ServiceName, authorities_in, service_name
from yotgraph.extraction.titlepage import TitlePage, read_title_page
from yotgraph.extraction.witness import Witness
from yotgraph.facts import Fact, ReportFacts, ReportIdentity, ServiceFact
from yotgraph.reading import BlockKind, Document

__all__ = ["Opened", "close_report", "identity_facts", "open_report", "titled"]


@dataclass(frozen=True, slots=True)
class Opened:
    """A document with its parts, its title page and what it calls its service."""

    parts: ReportParts
    title: TitlePage
    published: str
    service: ServiceName | None

    @property
    def warnings(self) -> list[str]:
        """A line where the text never names its service."""
        if self.service is not None:
            return []
        return [f"{self.parts.document.name}: the text never names its service"]


def titled(document: Document, example: str) -> tuple[TitlePage, str]:
    """The title page and the date of publication.

    ``example`` shows what a title of the family looks like. Raises :class:`ReadingError`
    where no title names the area or no date is given.
    """
    title = read_title_page(document)
    if title is None:
        raise ReadingError(f"{document.name}: no title names the area; it reads '{example}'")
    if title.published is None:
        raise ReadingError(
            f"{document.name}: no publication date before the first chapter; add 'MONTH YEAR'"
        )
    return title, title.published


def open_report(
    document: Document,
    plan: Outline,
    paragraphs: Callable[[Outline], Iterator[Paragraph]],
    example: str,
) -> Opened:
    """A document opened: its title page read, its parts and finding paragraphs named.

    Raises :class:`ReadingError` where no title names the area or no date is given.
    """
    title, published = titled(document, example)
    service = service_name(document, title.area)
    place = Place(
        title.area,
        service.label if service else title.area,
        authorities_in(document, title.area),
        service.name if service else None,
    )
    witness = Witness(document, plan, tuple(paragraphs(plan)))
    return Opened(ReportParts(document, plan, witness, place), title, published, service)


def close_report(
    opened: Opened, family: str, facts_of: Callable[[Opened, list[str]], Iterator[Fact]]
) -> ReportFacts:
    """What was read of an opened document: the family's facts, and what their words mean.

    ``facts_of`` reads the facts and adds lines to the warnings that it is given.
    """
    warnings = opened.warnings
    facts = list(with_meaning(opened.parts, facts_of(opened, warnings)))
    slug = report_slug(opened.title.area, opened.published)
    return assemble(opened.parts, family, slug, facts, warnings)


def identity_facts(
    opened: Opened, programme: str | None, with_fieldwork: bool = True
) -> Iterator[Fact]:
    """The report with its dates, and its service where the text names it."""
    parts, title = opened.parts, opened.title
    witness = parts.witness
    printed = witness.quote(title.published_span) if title.published_span is not None else None
    spans = [block.span for block in parts.document.blocks if block.kind is not BlockKind.CONTENTS]
    work = fieldwork(parts.document, witness, spans) if with_fieldwork else None
    visited = witness.quote(work.span) if work else None
    yield ReportIdentity(
        key="1",
        evidence=(witness.quote(title.title_span), *filter(None, (printed, visited))),
        title=title.title,
        programme=programme,
        published=opened.published,
        fieldwork_start=work.start if work else None,
        fieldwork_end=work.end if work else None,
        published_evidence=printed,
        fieldwork_evidence=visited,
    )
    if opened.service is not None:
        yield ServiceFact(
            key="1",
            evidence=(witness.sentence(opened.service.span),),
            label=opened.service.label,
            area=title.area,
            word=opened.service.word,
            name=opened.service.name,
        )
