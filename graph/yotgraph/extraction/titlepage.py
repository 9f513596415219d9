"""The first pages of a report: title, area, date, and who led the inspection."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yotgraph.extraction.dates import find_dates
from yotgraph.extraction.letterhead import bare_area, cased_area
from yotgraph.extraction.outline import role_of
from yotgraph.extraction.persons import PERSON, Person, person
from yotgraph.reading import Block, BlockKind, Document, Span
from yotgraph.vocabulary import fold

__all__ = ["NamedPost", "TitlePage", "programme_heads", "read_title_page", "signatories"]

_INSPECTORATE = r"(?:HM|H\.M\.|Her Majesty['’]s|His Majesty['’]s|HMI)\b"
_MONTH_WORD = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_TITLE = re.compile(
    r"(?P<title>(?:(?:an?|the|report (?:of|on) (?:an|the)) )?(?:joint |full joint )?inspection (?:report )?(?:of|into) "
    r"(?:the )?(?:youth (?:offending|justice) (?:services?|work|teams?)|youth (?:offending|justice) (?:services?|work) )"
    r"\s*(?:in|for|of|:|-|–)?:?\s+(?P<area>.+?))"
    rf"(?=[\s,.:–-]*(?:(?:a )?(?:joint )?(?:inspection|report) by |{_INSPECTORATE}|published\b|fieldwork\b"
    rf"|(?:\d{{1,2}}\s+)?{_MONTH_WORD}\s+\d{{4}}|©|arolyg\w+|this inspection\b|acknowledgements?\b|contents\b|$))",
    re.IGNORECASE,
)
_RATED = re.compile(
    r"\b(?:youth (?:offending|justice) (?:work|services?) in|service: ?) ?(?P<area>[A-Z][\w'’& -]+?)"
    r"(?= is rated| youth (?:offending|justice)\b| yo[ts]\b)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"inspection of youth (?:offending|justice) services?(?: in)?\s*:?\s+(?P<area>[A-Z][\w'’& -]+?)\s*\d*$",
    re.IGNORECASE,
)
_PROGRAMME_HEAD = re.compile(
    rf"(?:^|\b[Tt]he |[Tt]his )?(?P<post>(?:[A-Z][\w-]*|of|for|and|in|the)(?: (?:[A-Z][\w-]*|of|for|and|in|the))*?),? "
    rf"(?:who (?:is|was) )?responsible for (?:this|the) (?:inspection )?programme,? (?:is|was) (?P<name>{PERSON})"
)
_PROGRAMME_NAME_FIRST = re.compile(
    rf"(?:[Tt]he )?(?P<post>[A-Z][\w-]*(?: (?:[A-Z][\w-]*|of|for|and|in|the))*), (?P<name>{PERSON}),"
    rf" (?:is|was) responsible for (?:this|the) (?:inspection )?programme"
    rf"|responsible for (?:this|the) (?:inspection )?programme (?:is|was) (?P<name2>{PERSON}),"
    rf" (?:the )?(?P<post2>[A-Z][\w-]*(?: (?:[A-Z][\w-]*|of|for|and|in|the))*)"
)
_PROGRAMME_MANAGER = re.compile(
    r"\b(?P<post>manager responsible for (?:this|the) (?:inspection )?programme),? (?:is|was) "
    rf"(?P<name>{PERSON})"
)
_CHIEF = re.compile(
    r"(?P<post>(?:(?:HM|Her Majesty['’]s|His Majesty['’]s|Acting|Interim) )*Chief Inspector(?: of Probation)?)\b",
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
class NamedPost:
    """A person with a post that is printed beside the name."""

    person: Person
    post: str
    span: Span


def read_title_page(document: Document) -> TitlePage | None:
    """The title page, or nothing where no words name the area."""
    front = _front_end(document)
    flat = document.text[:front].replace("\n", " ")
    match = next((m for m in _TITLE.finditer(flat) if len(m["area"]) <= 90), None)
    if match is None:
        return _untitled(document, front)
    span = document.trim(Span(match.start("title"), match.end("title")))
    printed = _published(document, match.end(), front) or _published(document, 0, front)
    return TitlePage(
        title=" ".join(document.slice(span).split()).rstrip(" ,.:"),
        area=cased_area(
            bare_area(" ".join(match["area"].split()).strip(" ,.:"), document.text), document.text
        ),
        title_span=span,
        published=printed[0] if printed else None,
        published_span=printed[1] if printed else None,
        front=front,
    )


def _front_end(document: Document) -> int:
    """Where the first chapter begins: the first heading of a known part that is no front matter."""
    for block in document.blocks:
        if block.kind is not BlockKind.HEADING:
            continue
        role = role_of(block.text)
        if role is not None and role.notation not in ("acknowledgements", "contents"):
            return block.span.start
    return min(len(document.text), _FRONT_REACH)


def _untitled(document: Document, front: int) -> TitlePage | None:
    """A report without a title: its furniture or its first judgement names the area."""
    for pattern in (_FURNITURE, _RATED):
        for block in document.blocks:
            match = pattern.search(block.text)
            if match is None:
                continue
            span = Span(block.span.start + match.start(), block.span.start + match.end())
            printed = _published(document, 0, front)
            area = cased_area(
                bare_area(" ".join(match["area"].split()), document.text), document.text
            )
            return TitlePage(
                title=" ".join(document.slice(span).split()),
                area=area,
                title_span=span,
                published=printed[0] if printed else None,
                published_span=printed[1] if printed else None,
                front=front,
            )
    return None


def _published(document: Document, begin: int, end: int) -> tuple[str, Span] | None:
    """The first month or day of the front matter that dates nothing else."""
    for block in document.blocks:
        if block.span.end < begin or block.kind is BlockKind.CONTENTS:
            continue
        if block.span.start >= end:
            return None
        text = document.slice(block.span)
        if "fieldwork" in fold(text):
            continue
        for found in find_dates(text):
            if len(found.iso) > len("2018") and block.span.start + found.start >= begin:
                start = block.span.start
                return found.iso, Span(start + found.start, start + found.end)
    return None


def programme_heads(document: Document, within: Span) -> Iterator[NamedPost]:
    """Who is responsible for the inspection programme."""
    for pattern in (_PROGRAMME_NAME_FIRST, _PROGRAMME_HEAD, _PROGRAMME_MANAGER):
        for match in document.find(pattern, within):
            groups = match.groupdict()
            one = person(groups["name"] or groups.get("name2") or "")
            post = (groups["post"] or groups.get("post2") or "").removeprefix("The ").strip()
            if one is not None and post:
                yield NamedPost(one, post, Span(match.start(), match.end()))
                return


def signatories(document: Document, blocks: tuple[Block, ...]) -> Iterator[NamedPost]:
    """The chief inspector's signature: a name with the office under it or behind it."""
    before: Block | None = None
    for block in blocks:
        if block.kind is BlockKind.FOOTNOTE or len(block.text) > 160:
            before = None if block.kind is not BlockKind.FOOTNOTE else before
            continue
        office = _CHIEF.search(block.text)
        if office is not None:
            name = block.text[: office.start()].strip(" ,\n")
            one = person(name) if name else (person(before.text) if before else None)
            start = block.span.start if name or before is None else before.span.start
            if one is not None:
                yield NamedPost(one, office["post"], Span(start, block.span.end))
        before = block
