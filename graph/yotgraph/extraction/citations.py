"""Laws, standards, reports and data sets that a report cites.

Footnotes come first, since they give publisher and date; the text adds what they lack.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from yotgraph.extraction.bodies import bodies_named, body_in, body_named
from yotgraph.extraction.cited_by_name import acts, named_works, standards_of
from yotgraph.extraction.cited_work import Cited, cited_work
from yotgraph.extraction.dates import find_dates, first_date
from yotgraph.extraction.emphasis import is_title
from yotgraph.reading import Block, BlockKind, Document, Span
from yotgraph.reading.sentences import split
from yotgraph.vocabulary import fold

__all__ = ["Cited", "citations"]

_BASED_ON = re.compile(
    r"published (?:on |in )?(?P<date>[^,.;]{4,30}?),? (?:and )?(?:is |are )?based on (?:the )?(?P<cited>[^.;]{8,200})",
    re.IGNORECASE,
)
_PUBLISHED_BY = re.compile(
    r"published (?:on |in )?(?P<date>[^,.;]{4,30}?)(?:,)? by (?:the )?(?P<publisher>[A-Z][^.;:–]*?)"
    r"(?:\s+[-–—]\s+|[:,]\s+)(?P<cited>[^.;]{4,200})",
    re.IGNORECASE,
)
_TITLE_FIRST = re.compile(
    r"(?P<cited>[A-Z][^.;]{4,200})[.,;] published (?:on |in )?(?P<date>[^,.;]{4,30}?),? by (?:the )?"
    r"(?P<publisher>[A-Z][^.;:]{2,80})",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"\bsource\s*:\s*(?:the )?(?P<publisher>[A-Z][^.;\n(]{2,80})", re.IGNORECASE)
_AUTHOR_FIRST = re.compile(
    r"(?P<publisher>[A-Z][^.()]{2,90}?)\.?,? \((?P<date>[^()]{4,30})\)[.,:]?\s+(?P<cited>[^.]{6,240})"
)
_BRACKETS = re.compile(r"\s*\((?P<date>[^()]{4,30})\)\.?\s*$")
# "Fenby Safeguarding Children Board, Annual Report 2014-2015"
_LED_BY_BODY = re.compile(
    r"(?P<publisher>[A-Z][\w'’& -]{3,80}?(?:Board|Council|Partnership|Trust|Authority|Service|Police|Government"
    r"|Office|Inspectorate|Department|Team|YO[ST]|YJS)), (?P<cited>[A-Z][^;]{5,200})"
)
_BODY_KINDS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ROW)


def citations(document: Document, blocks: Sequence[Block], own_publisher: str) -> tuple[Cited, ...]:
    """The works that the blocks and their footnotes cite, each once.

    ``own_publisher`` is the publisher of criteria that "we" gather evidence against.
    """
    found: dict[str, Cited] = {}
    notes = [block for block in blocks if block.kind is BlockKind.FOOTNOTE]
    texts = [block for block in blocks if block.kind in _BODY_KINDS]
    for one in (
        *_from_notes(document, notes, own_publisher),
        *_from_text(document, texts, own_publisher),
    ):
        key = fold(one.cited)
        known = found.get(key)
        if known is None:
            found[key] = one
        elif known.date is None and known.publisher is None and (one.date or one.publisher):
            found[key] = replace(one, span=known.span)
    return tuple(sorted(found.values(), key=lambda one: (one.span.start, one.cited)))


def _from_notes(document: Document, notes: Iterable[Block], publisher: str) -> Iterator[Cited]:
    for note in notes:
        yield from standards_of(document, note.span, publisher)
        published = list(_published(document, note))
        yield from published
        laws = list(acts(document, note.span))
        yield from laws
        if not published:
            titles = [
                cited
                for cited in _emphasised(document, note, publisher)
                if not any(fold(act.cited) == fold(cited.cited) for act in laws)
            ]
            yield from titles
            plain = [] if laws else list(_plain(document, note, titles))
            yield from plain or (() if titles else named_works(document, note.span))


def _from_text(document: Document, blocks: Iterable[Block], publisher: str) -> Iterator[Cited]:
    for block in blocks:
        yield from acts(document, block.span)
        if block.kind is not BlockKind.ROW or len(block.text) > 80:
            yield from (
                cited
                for cited in _emphasised(document, block, publisher)
                if "Act " not in cited.cited
            )
        yield from named_works(document, block.span)
        yield from standards_of(document, block.span, publisher)


def _published(document: Document, note: Block) -> Iterator[Cited]:
    """ "Published DATE based on X. Source: Y", "Published DATE by the Y - X" and "X. Published DATE by
    the Y"."""
    for pattern in (_BASED_ON, _TITLE_FIRST, _PUBLISHED_BY):
        match = next(document.find(pattern, note.span), None)
        if match is None:
            continue
        source = _SOURCE.search(note.text)
        publisher = match.groupdict().get("publisher") or (source["publisher"] if source else None)
        kind = "dataset" if pattern is _BASED_ON else None
        yield cited_work(match["cited"], publisher, first_date(match["date"]), note.span, kind)
        return


def _emphasised(document: Document, block: Block, own: str) -> Iterator[Cited]:
    """Titles in italics, with publisher and date from the words around them. ``own`` is who
    "our report" is by."""
    spans = [
        document.trim(span)
        for span in document.emphasis
        if block.span.start <= span.start and span.end <= block.span.end
    ]
    titles = [span for span in spans if is_title(document, span)]
    for place, span in enumerate(titles):
        end = titles[place + 1].start if place + 1 < len(titles) else block.span.end
        begin = titles[place - 1].end if place else block.span.start
        note = block.kind is BlockKind.FOOTNOTE
        behind = document.slice(Span(span.end, end if note else min(end, span.end + 60)))
        before = document.slice(Span(begin, span.start)) if note else ""
        is_own = _OWN_REPORT.search(document.slice(Span(begin, span.start))) is not None
        publisher = own if is_own else bodies_named(behind) or bodies_named(before)
        dated = [text for text in (behind, before) if note or _BRACKETED_YEAR.match(text)]
        date = next((iso for text in dated if (iso := _last_date(text))), None)
        kind = "inspection-report" if is_own else None
        yield cited_work(document.slice(span), publisher, date, block.span if note else span, kind)


_BRACKETED_YEAR = re.compile(
    r"[\s,]*(?:(?:which was )?published (?:in|on) )?"
    r"(?:\((?:[A-Z][^()\d]{1,60}, )?)?(?:[A-Z][a-z]+ )?(?:19|20)\d{2}\)?"
)
_OWN_REPORT = re.compile(
    r"\bour (?:[\w-]+ ){0,3}?(?:report|inspection|review|thematic)(?: (?:of|on|entitled|called))?(?: on [a-z -]{3,40}?(?= \())?[\s,:*_(]*$",
    re.I,
)


def _last_date(text: str) -> str | None:
    dates = find_dates(text)
    return dates[-1].iso if dates else None


def _plain(document: Document, note: Block, titles: Sequence[Cited]) -> Iterator[Cited]:
    """The works of a note that are not in italics, one a sentence or between semicolons."""
    if _author_first(note.text):
        yield from () if titles else _plain_part(note.text, note.span)
        return
    several = False
    for sentence in split(note.text):
        start = sentence.start
        for part in note.text[sentence.start : sentence.end].split(";"):
            # Where a note cites several works, each has its own words for evidence.
            several = several or len(part.strip()) + 2 < len(note.text)
            begin = note.span.start + start
            span = document.trim(Span(begin, begin + len(part)))
            start += len(part) + 1
            if len(span) and not any(fold(one.cited) in fold(part) for one in titles):
                yield from _plain_part(part.strip(), span if several else note.span)


def _author_first(text: str) -> re.Match[str] | None:
    """ "Publisher. (date). Title": the publisher alone stands before the date."""
    match = _AUTHOR_FIRST.match(text)
    body = body_in(match["publisher"]) if match else None
    return match if body is not None and body.start == 0 else None


def _plain_part(text: str, span: Span) -> Iterator[Cited]:
    """ "Publisher. (date). Title" or "Title, Publisher, (date)"."""
    author = _author_first(text)
    if author:
        date = first_date(author["date"])
        yield cited_work(author["cited"], author["publisher"], date, span, None)
        return
    brackets = _BRACKETS.search(text)
    date = first_date(brackets["date"]) if brackets else None
    words = text[: brackets.start()] if brackets and date else text.rstrip(". ")
    last = words.rsplit(",", 1)
    if date is None and len(last) == 2 and (dated := find_dates(last[1])):
        date, words = dated[-1].iso, last[0].removesuffix(", published")
    publisher = bodies_named(words)
    title = _before_body(words) if publisher else None
    if title:
        yield cited_work(title, publisher, date, span, None)
    elif date and (led := _led_by_body(words)):
        yield cited_work(led[1], led[0], date, span, None)


def _led_by_body(words: str) -> tuple[str, str] | None:
    """The publisher that stands first and the title behind it."""
    first, _, title = words.partition(", ")
    if body_named(first) and title:
        return first, title
    led = _LED_BY_BODY.fullmatch(words)
    return (led["publisher"], led["cited"]) if led else None


def _before_body(words: str) -> str | None:
    """What stands before the last comma that a known body follows."""
    for match in reversed(list(re.finditer(r",\s*", words))):
        if body_named(words[match.end() :]):
            title = words[: match.start()].strip(" ,")
            # Several publishers may stand behind the title.
            return (_before_body(title) or title) if len(title) > 5 else None
    return None
