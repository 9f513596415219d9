"""The first pages of a report: its title, its area and its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yotgraph.extraction.areas import area_at, is_country
from yotgraph.extraction.letterhead import bare_area, cased_area
from yotgraph.extraction.outline import role_of
from yotgraph.extraction.publication import publication_date
from yotgraph.reading import BlockKind, Document, Span
from yotgraph.vocabulary import fold

__all__ = ["TitlePage", "front_end", "read_title_page"]

_KIND = r"youth\s+(?:offending|justice)"
_WORK = (
    rf"(?:the\s+)?{_KIND}(?:\s+(?:services?|work|teams?|partnerships?))?"
    r"(?:\s+with\s+children(?:\s+and\s+victims)?)?(?:\s+\(?YO[ST]\)?)?"
)
_TITLES = (
    # "An inspection of youth offending services in AREA"
    re.compile(
        r"(?:(?:an?|the|report\s+(?:of|on)\s+(?:an?|the))\s+)?(?:(?:full\s+|core\s+)?"
        r"(?:joint|case)\s+)?inspection\s+(?:report\s+)?(?:of|into)\s+"
        rf"{_WORK}\s*(?:\bin\b|\bfor\b|\bof\b|:|-|–)\s*:?\s*",
        re.IGNORECASE,
    ),
    # "Report on youth offending work in: AREA"
    re.compile(rf"report\s+on\s+{_WORK}\s+in\b\s*:?\s*", re.IGNORECASE),
)
_OF_SERVICE = (
    # "An inspection of AREA Youth Justice Service", "AREA Youth Justice Service: an inspection"
    re.compile(
        r"(?:(?:an?|the)\s+)?(?:full\s+)?(?:joint\s+)?[Ii]nspection\s+(?:report\s+)?of\s+(?:the\s+)?"
        r"(?P<area>[A-Z][^\n.;:]{1,80}?)\s+(?:[Yy]outh\s+(?:[Oo]ffending|[Jj]ustice)\s+"
        r"(?:[Ss]ervices?|[Tt]eam|[Pp]artnership)|YJS|YO[ST])\b"
    ),
    re.compile(
        r"^(?P<area>[A-Z][^\n.;:]{1,80}?)\s+[Yy]outh\s+(?:[Oo]ffending|[Jj]ustice)\s+(?:[Ss]ervices?|[Tt]eam"
        r"|[Pp]artnership)\s*[:–-]\s*(?:an?\s+)?(?:[Jj]oint\s+)?[Ii]nspection\b[^\n]{0,80}",
        re.MULTILINE,
    ),
)
_RATED = re.compile(
    r"\b(?:youth (?:offending|justice) (?:work|services?) in|service: ?) ?(?P<area>[A-Z][\w'’& -]+?)"
    r"(?= is rated| youth (?:offending|justice)\b| yo[ts]\b)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    rf"^[^\w\n]*(?:(?:page\s+)?\d{{1,3}}[\s|]+)?(?P<title>(?:an?\s+)?(?:(?:full\s+)?joint\s+|core\s+case\s+)?"
    rf"inspection\s+of\s+{_WORK}(?:\s+in)?\s*:?\s+(?P<area>[A-Z][\w'’&,. -]+?))[\s|]*\d{{0,3}}[^\w\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_FRONT_REACH = 9000


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What the first pages tell; ``front`` is where the body begins."""

    title: str
    area: str
    title_span: Span
    published: str | None
    published_span: Span | None
    front: int


@dataclass(frozen=True, slots=True)
class _Title:
    words: str
    area: str
    span: Span


def read_title_page(document: Document) -> TitlePage | None:
    """The title page, or nothing where no words name the area.

    A title names it best, then a running head, then the first judgement, then any sentence
    that speaks of the inspection.
    """
    front = front_end(document)
    titles = list(_titles(document, front))
    title = (
        next((one for one, whole in titles if whole), None)
        or _of_service(document, front)
        or _running_head(document)
        or _judged(document)
        or next((one for one, _ in titles), None)
    )
    if title is None:
        return None
    printed = publication_date(document, title.span, front)
    area = bare_area(title.area, document.text)
    return TitlePage(
        title=" ".join(title.words.split()).rstrip(" ,.:"),
        area=cased_area(area, document.text),
        title_span=title.span,
        published=printed[0] if printed else None,
        published_span=printed[1] if printed else None,
        front=front,
    )


def front_end(document: Document) -> int:
    """Where the first chapter begins: the first heading of a known part that is no front matter."""
    for block in document.blocks:
        if block.kind is not BlockKind.HEADING:
            continue
        role = role_of(block.text)
        if role is not None and role.notation not in ("acknowledgements", "contents"):
            return block.span.start
    return min(len(document.text), _FRONT_REACH)


def _lined(document: Document, end: int) -> str:
    """The reading text up to a place, with a line end wherever a line or a block ended."""
    text = list(document.text[:end])
    for block in document.blocks:
        for line in block.lines:
            if line.end < min(end, block.span.end):
                text[line.end] = "\n"
    return "".join(text)


def _titles(document: Document, front: int) -> Iterator[tuple[_Title, bool]]:
    """Every title in the front matter that names an area, and whether it ends with it."""
    text = _lined(document, front)
    contents = [block.span for block in document.blocks if block.kind is BlockKind.CONTENTS]
    for pattern in _TITLES:
        for match in pattern.finditer(text):
            if any(span.start <= match.start() < span.end for span in contents):
                continue
            found = area_at(text, match.end(), fold(document.text[match.end() :]))
            if found is None or is_country(found[0]):
                continue
            area, end, whole = found
            span = document.trim(Span(match.start(), end))
            yield _Title(document.slice(span), area, span), whole


def _of_service(document: Document, front: int) -> _Title | None:
    """A title that names the service: "An inspection of AREA Youth Justice Service"."""
    text = _lined(document, front)
    for pattern in _OF_SERVICE:
        for match in pattern.finditer(text):
            found = area_at(match["area"], 0, "")
            if found is not None and found[2] and not is_country(found[0]):
                span = Span(match.start(), match.end())
                return _Title(document.slice(span), found[0], span)
    return None


def _running_head(document: Document) -> _Title | None:
    """A running head that names the area, which the text then speaks of."""
    for match in _FURNITURE.finditer(document.source):
        found = area_at(match["area"], 0, "")
        if found is None or not found[2] or is_country(found[0]):
            continue
        area = " ".join(found[0].split())
        named = re.search(rf"\b{re.escape(area)}\b", document.text)
        if named is not None:
            return _Title(match["title"], area, Span(named.start(), named.end()))
    return None


def _judged(document: Document) -> _Title | None:
    """The first judgement that names the area."""
    for block in document.blocks:
        match = _RATED.search(block.text)
        if match is not None:
            span = Span(block.span.start + match.start(), block.span.start + match.end())
            return _Title(match.group(), " ".join(match["area"].split()), span)
    return None
