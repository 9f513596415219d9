"""The head of a letter: to whom, from whom, of what date, about what."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yotgraph.extraction.dates import find_dates
from yotgraph.extraction.outline import heading_words
from yotgraph.extraction.persons import Person, person
from yotgraph.reading import BlockKind, Document, Span

__all__ = [
    "Correspondent",
    "Letterhead",
    "bare_area",
    "cased_area",
    "correspondent",
    "read_letterhead",
]

_LABELS = {
    "to": r"to|at",
    "copy": r"copy to|copies to|copied to|cc",
    "from": r"from|oddi wrth",
    "date": r"(?:publication date|date of publication|date published|published(?: on)?|date|dyddiad cyhoeddi)",
}
_LABEL = re.compile(
    r"^(?:[^\n:/|]{2,40}/[ \t]*)?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items())
    + r")\s*[:|]+\s*",
    re.IGNORECASE | re.MULTILINE,
)
_TITLE = re.compile(
    r"(?P<title>(?:\breport (?:of|on) (?:an? |the )?)?\bshort quality screening\b[^\n]{0,80}(?:\n[^\n]{0,80}){0,2}?"
    r"\b(?:in|for)[ \n](?P<area>[^\n]{2,90}))$",
    re.IGNORECASE | re.MULTILINE,
)
_PREFIX = re.compile(
    r"(?:the )?(?:london borough|royal borough|metropolitan borough|borough|city|county|county"
    r" borough) of |the (?=[A-Z])",
    re.IGNORECASE,
)
_CONTENT_STARTS = ("context", "summary", "commentary")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\b")


@dataclass(frozen=True, slots=True)
class Correspondent:
    """Somebody whom a letterhead names, with what is printed behind the name."""

    person: Person
    posts: str
    span: Span


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The parts of a letterhead that are there; spans are of the reading text."""

    title: str
    area: str
    title_span: Span
    published: str | None
    published_span: Span | None
    addressee: Correspondent | None
    author: Correspondent | None
    end: int


def read_letterhead(document: Document) -> Letterhead | None:
    """The letterhead of a document, or nothing where no title tells the area."""
    end = _head_end(document)
    title = _TITLE.search(document.text, 0, end)
    if title is None:
        return None
    area = " ".join(title["area"].split()).strip(" .:*,")
    fields = _fields(document, title.start(), end)
    date_span = fields.get("date")
    published = _published(document, date_span, title.start(), title.end())
    return Letterhead(
        title=" ".join(title["title"].split()).rstrip(" .:"),
        area=cased_area(bare_area(area, document.text), document.text),
        title_span=Span(title.start("title"), title.end("title")),
        published=published[0] if published else None,
        published_span=published[1] if published else None,
        addressee=correspondent(document, fields.get("to")),
        author=correspondent(document, fields.get("from")),
        end=title.end(),
    )


def bare_area(area: str, text: str) -> str:
    """An area's name without "the Royal Borough of" and the like, where the text drops it too.

    >>> bare_area("the City of Northmoor", "Northmoor YOT was good. Northmoor did well.")
    'Northmoor'
    >>> bare_area("Isle of Wight", "Isle of Wight YOT")
    'Isle of Wight'
    """
    prefix = _PREFIX.match(area)
    if prefix is None:
        return area
    bare = area[prefix.end() :]
    alone = re.search(rf"(?<!\bof ){re.escape(bare)}\b", text)
    return bare if alone or prefix.group().strip().lower() == "the" else area


def cased_area(area: str, text: str) -> str:
    """An area's name as the text writes it, where the title has it all in capitals."""
    if not area.isupper():
        return area
    match = re.search(rf"\b(?!{re.escape(area)}\b){re.escape(area)}\b", text, re.IGNORECASE)
    small = ("and", "of", "upon", "on", "the", "with", "in", "a")
    if match and not match.group().isupper():
        return " ".join(match.group().split())
    words = area.lower().split()
    return " ".join(w if i and w in small else w[:1].upper() + w[1:] for i, w in enumerate(words))


def _head_end(document: Document) -> int:
    """Where the letter proper begins: the first heading of a known part, or its first lines."""
    for block in document.blocks:
        if block.kind is BlockKind.HEADING and heading_words(block.text) in _CONTENT_STARTS:
            return block.span.start
    return min(len(document.text), 4000)


def _fields(document: Document, title: int, end: int) -> dict[str, Span]:
    """The labelled parts, each up to the next label or the title."""
    labels = list(_LABEL.finditer(document.text, 0, end))
    if not labels:
        return {}
    fields: dict[str, Span] = {}
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        stop = following.start() if following else end
        if label.start() < title < stop:
            stop = title
        name = label.lastgroup or ""
        fields.setdefault(name, Span(label.start(), stop))
    return fields


def _published(
    document: Document, labelled: Span | None, title: int, end: int
) -> tuple[str, Span] | None:
    """The date behind its label; without a label, a day that stands alone above the title."""
    if labelled is not None:
        for found in find_dates(document.slice(labelled)):
            return found.iso, Span(labelled.start, labelled.start + found.end)
    for block in document.blocks:
        if block.span.start >= title:
            break
        dates = find_dates(block.text)
        if len(dates) == 1 and len(block.text) <= dates[0].end - dates[0].start + 12:
            return dates[0].iso, block.span
    return None


def correspondent(document: Document, span: Span | None) -> Correspondent | None:
    """The person of a labelled part: the name first, the posts behind it."""
    if span is None:
        return None
    text = document.slice(span)
    label = _LABEL.match(text)
    begin = label.end() if label else 0
    body = text[begin:]
    cut = _POSTCODE.search(body)
    lines = (body[: cut.start()] if cut else body).split("\n")
    while cut and len(lines) > 1:
        lines.pop()
        break
    words = " ".join(" ".join(lines).split())
    for joint in (",", " - ", " – ", ";", "|", "("):
        name, found, posts = words.partition(joint)
        one = person(name) if found else None
        if one is not None:
            behind = posts.removesuffix(")") if joint == "(" else posts
            return Correspondent(one, behind.strip(" |"), document.trim(span))
    return _by_lines(document, lines, span)


def _by_lines(document: Document, lines: list[str], span: Span) -> Correspondent | None:
    """A name alone on its line, or a name that runs straight into its post."""
    first, *others = [line.strip(" ,|") for line in lines if line.strip(" ,|")] or [""]
    one = person(first)
    if one is not None:
        return Correspondent(one, ", ".join(others), document.trim(span))
    words = " ".join([first, *others]).split()
    for count in (2, 3):
        one = person(" ".join(words[:count]))
        if one is not None and len(words) > count:
            return Correspondent(one, " ".join(words[count:]), document.trim(span))
    return None
