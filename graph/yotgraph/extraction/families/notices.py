"""Press releases and committee papers: documents that only tell of a report.

They quote the overall rating and name the service, and little else of theirs is a fact of the
inspection. They are read under a name of their own, so that none is taken for the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yotgraph.errors import ReadingError
from yotgraph.extraction.areas import area_at, is_country
from yotgraph.extraction.families.base import Family, ReportParts, assemble, report_slug
from yotgraph.extraction.letterhead import bare_area, cased_area
from yotgraph.extraction.outline import Heading, outline, role_of
from yotgraph.extraction.posts import Place
from yotgraph.extraction.publication import notice_date
from yotgraph.extraction.ratings import overall_ratings
from yotgraph.extraction.service import authorities_in, service_name
from yotgraph.extraction.witness import Witness
from yotgraph.facts import Fact, OverallRating, ReportFacts, ReportIdentity, ServiceFact
from yotgraph.reading import Block, BlockKind, Document, Span
from yotgraph.vocabulary import slug

__all__ = ["FAMILY"]

_PRESS = re.compile(
    r"^[^\w\n]*(?:press|news|media) (?:release|notice)\b|^[^\w\n]*for immediate release\b"
    r"|^[^\w\n]*(?:notes? (?:to|for) (?:the )?editors?\b|ends[^\w\n]*$|embargo(?:ed)?\b)",
    re.IGNORECASE | re.MULTILINE,
)
_COMMITTEE = re.compile(
    r"^[^\w\n]*(?:agenda item|report (?:to|of|by)\b(?! (?:an? |the )?(?:short|joint|full|core|inspection|hm)\b)|meeting(?: of| date)?\b|date of meeting|committee\b"
    r"|cabinet\b|[^\n]{0,40}\b(?:scrutiny|select) (?:committee|commission|panel)\b|wards? affected"
    r"|report author|(?:lead|contact) officer|cabinet member|portfolio holder|exempt information"
    r"|members are (?:asked|recommended|invited)\b|background papers)",
    re.IGNORECASE | re.MULTILINE,
)
_INSPECTORS = re.compile(
    r"\b(?:HM|Her Majesty['’]s|His Majesty['’]s|HMI)\s*(?:Inspectorate of )?Probation\b|\bHMIP\b",
    re.IGNORECASE,
)
_WORK = re.compile(r"\byouth (?:offending|justice)\b", re.IGNORECASE)
_SERVICE = re.compile(
    r"\b(?P<area>[A-Z][\w'’&-]*(?: (?:and|of|upon|on|&|the|[A-Z][\w'’&-]*))*)(?:['’]s)? "
    r"(?:Youth (?:Offending|Justice) (?:Service|Team|Partnership)|YO[ST]|YJS)\b"
)
_PLACED = re.compile(r"\byouth (?:offending|justice) (?:services?|team|work) (?:in|for) ", re.I)
_LABEL = re.compile(r"(?:subject|title|report title|re)\s*:\s*", re.IGNORECASE)
_FRONT = 3000
_END = 4000
_SEVERAL = 2
# A paper alone is shorter.
_LONGEST = 30_000
_ONLY_IN_REPORTS = frozenset(
    ("foreword", "acknowledgements", "ratings-summary", "overall-findings", "commentary")
    + ("operational-management", "copy-list", "glossary")
)
# "Chair of Anytown YOT" names a post, and the area behind it.
_POST = re.compile(
    r"^(?:(?:Vice[- ])?Chair(?:man|woman|person)?|Head|(?:[A-Z]\w+ )?Director|(?:[A-Z]\w+ )?Manager"
    r"|(?:[A-Z]\w+ )?Lead|Leader|Member|Inspection|Report|Review)s? (?:of|for|on) (?:the )?"
)


def _genre(document: Document) -> str | None:
    """What kind of notice a document is, or nothing."""
    text = document.text
    if len(text) > _LONGEST or not _INSPECTORS.search(text) or not _WORK.search(text):
        return None
    if _PRESS.search(text[:_FRONT]) or _PRESS.search(text, max(0, len(text) - _END)):
        return "press release"
    return "committee paper" if _committee_words(document) >= _SEVERAL else None


def _committee_words(document: Document) -> int:
    """How many of the labels of a committee paper the front has."""
    found = _COMMITTEE.finditer(document.text[:_FRONT])
    return len({match.group().strip().lower() for match in found})


def _binds_in(document: Document) -> bool:
    """Whether a report is bound in behind a committee paper: it has parts that only reports
    have, or is far too long for a paper alone."""
    words = _committee_words(document)
    long = len(document.text) > _LONGEST and words > _SEVERAL
    return long or (words >= _SEVERAL and len(_parts_of_a_report(document)) >= _SEVERAL)


def _parts_of_a_report(document: Document) -> dict[str, Block]:
    """The headings of parts that a report has and no paper about one, by what they head."""
    headings = (block for block in document.blocks if block.kind is BlockKind.HEADING)
    found = ((role_of(block.text), block) for block in headings)
    parts = [(role.notation, block) for role, block in found if role is not None]
    return {role: block for role, block in reversed(parts) if role in _ONLY_IN_REPORTS}


def _recognises(document: Document) -> int:
    # What such a paper quotes makes it look like the report that it tells of.
    return 6 if _genre(document) or _binds_in(document) else 0


def _heading(block: Block) -> Heading | None:
    return Heading(block.text.rstrip(" :")) if block.kind is BlockKind.HEADING else None


def _read(document: Document) -> ReportFacts:
    if _binds_in(document):
        pages = [block.page for block in _parts_of_a_report(document).values() if block.page]
        where = f" (its parts begin on page {min(pages)})" if pages else ""
        raise ReadingError(
            f"{document.name}: a committee paper with other papers bound in; save the inspection"
            f" report as a file of its own{where}"
        )
    genre = _genre(document) or "press release"
    area = _area(document)
    if area is None:
        raise ReadingError(
            f"{document.name}: a {genre} that names no youth offending service; it is no report"
        )
    printed = notice_date(document)
    if printed is None:
        raise ReadingError(
            f"{document.name}: a {genre} without a date; add a line 'Date: DAY MONTH YEAR'"
        )
    plan = outline(document, _heading)
    service = service_name(document, area)
    place = Place(area, service.label if service else area, authorities_in(document, area))
    parts = ReportParts(document, plan, Witness(document, plan), place)
    warning = (
        f"{document.name}: a {genre} about an inspection, not its report; only what it quotes"
        " was read"
    )
    name = f"{report_slug(area, printed[0])}-{slug(genre)}"
    return assemble(parts, slug(genre), name, list(_facts(parts, genre, printed)), [warning])


def _area(document: Document) -> str | None:
    """The area whose service the notice is about: the one that it names first."""
    for match in _SERVICE.finditer(document.text):
        area = re.sub(r"^(?:The|At|In|For|About) ", "", _POST.sub("", match["area"]))
        if area[:1].isupper() and not is_country(area) and area not in ("The", "HM", "A"):
            return cased_area(bare_area(area, document.text), document.text)
    for match in _PLACED.finditer(document.text):
        found = area_at(document.text, match.end(), "")
        if found is not None and not is_country(found[0]):
            return cased_area(bare_area(found[0], document.text), document.text)
    return None


def _facts(parts: ReportParts, genre: str, printed: tuple[str, Span]) -> Iterator[Fact]:
    witness = parts.witness
    title = _title(parts.document)
    dated = witness.quote(printed[1])
    yield ReportIdentity(
        key="1",
        evidence=(witness.quote(title), dated),
        title=" ".join(parts.document.slice(title).split()).rstrip(" ,.:"),
        programme=None,
        published=printed[0],
        genre=genre,
        published_evidence=dated,
    )
    service = service_name(parts.document, parts.place.area)
    if service is not None:
        yield ServiceFact(
            key="1",
            evidence=(witness.sentence(service.span),),
            label=service.label,
            area=parts.place.area,
            word=service.word,
            name=service.name,
        )
    yield from _rating(parts)


def _title(document: Document) -> Span:
    """The headline: the first heading that speaks of youth work, or of the inspection."""
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    blocks = headings or list(document.blocks)
    for pattern in (_WORK, re.compile(r"\binspect", re.IGNORECASE)):
        for block in blocks:
            if pattern.search(block.text) and not _PRESS.match(block.text):
                label = _LABEL.match(block.text)
                start = block.span.start + (label.end() if label else 0)
                return document.trim(Span(start, block.span.end))
    return document.trim(blocks[0].span)


def _rating(parts: ReportParts) -> Iterator[OverallRating]:
    """The overall rating, where the notice quotes one and never another."""
    spans = [block.span for block in parts.document.blocks if block.kind is not BlockKind.FOOTNOTE]
    found = list(overall_ratings(parts.document, spans))
    if found and len({item.rating for item in found}) == 1:
        yield OverallRating(
            key="overall",
            evidence=tuple(parts.witness.sentence(item.span) for item in found),
            rating=found[0].rating,
        )


FAMILY = Family("notices", _recognises, _read)
