"""Works that running text calls by name: Acts, standards, guidance, strategies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yotgraph.extraction.cited_work import Cited, cited_work, shown_type
from yotgraph.extraction.dates import first_date
from yotgraph.reading import Document, Span

__all__ = ["acts", "named_works", "standards_of"]

_WORD = r"(?:[A-Z][\w'’-]*|\([A-Z][\w ,'’&-]*\))"
_LINK = r"(?:and|of|the|for|in|to|etc\.?|&)"
_ACT = re.compile(
    rf"\b(?P<cited>{_WORD}(?:,? (?:{_WORD}|{_LINK}))* "
    r"(?:Act|Regulations|Order|Rules|Measure)(?: \([A-Z][\w ]+\))? (?P<date>(?:19|20)\d{2}))\b"
)
_NAMED = re.compile(
    rf"\b(?P<cited>(?:{_WORD}(?:,? {_WORD}| {_LINK})*?) "
    rf"(?:(?:Standards|Guidance|Guidelines|Framework|Code of Practice)(?: (?:for|on|of) {_WORD}(?: (?:{_LINK} )*{_WORD})*)?"
    r"|(?:strategy|guidance|guidelines)))\b"
)
# A text without one of these words names no such work, and costs no more than this look.
_KINDS_OF_ACT = ("Act", "Regulations", "Order", "Rules", "Measure")
_KINDS_OF_NAMED = ("tandards", "uidance", "uidelines", "Framework", "Code of Practice", "strategy")
_SUCH_AS = re.compile(
    r"\b(?:for example,?|such as)(?: the)? (?P<cited>[a-z][\w-]*(?: [\w-]+){1,7}? (?:guidance|standards))(?=[,).;])"
)
# "such as Standards for children in the youth justice system)"
_STANDARDS_FOR = re.compile(r"\b(?P<cited>Standards (?:for|of) (?:[a-z]+ ){1,8}[a-z]+)(?=[,).;])")
_YEAR = r"(?:[A-Z][a-z]+ )?(?:19|20)\d{2}"
# "as Working Together to Safeguard Children (2015) requires"
_WITH_YEAR = re.compile(
    rf"\b(?P<cited>[A-Z][\w'’-]+(?: (?:[A-Z][\w'’-]*|{_LINK}))+)(?= \({_YEAR}\))"
)
_YEAR_BEHIND = re.compile(rf" \((?P<date>{_YEAR})\)")
_CRITERIA = re.compile(r"\bagainst (?:the )?(?P<cited>[A-Z]{2,8} (?:criteria|standards))\b")
_OWN_STANDARDS = re.compile(
    r"\b(?P<cited>(?:HM|Her Majesty['’]s|His Majesty['’]s) Inspectorate(?: of Probation)?['’]s standards)\b"
)


def acts(document: Document, span: Span) -> Iterator[Cited]:
    """Acts and the like, each with its year."""
    words = document.slice(span)
    if not any(map(words.__contains__, _KINDS_OF_ACT)):
        return
    for match in document.find(_ACT, span):
        words = match["cited"].removeprefix("The ")
        start = match.end("cited") - len(words)
        yield Cited(words, "legislation", None, match["date"], Span(start, match.end("cited")))


def named_works(document: Document, span: Span) -> Iterator[Cited]:
    """Standards, guidance and strategies that the text calls by name."""
    words = document.slice(span)
    if _YEAR_BEHIND.search(words):
        yield from _with_year(document, span)
    if not any(map(words.__contains__, _KINDS_OF_NAMED)):
        return
    for pattern in (_NAMED, _SUCH_AS, _STANDARDS_FOR):
        for match in document.find(pattern, span):
            here = Span(match.start("cited"), match.end("cited"))
            before = document.text[max(span.start, here.start - 2) : here.start]
            if not _is_common(match["cited"], before):
                yield cited_work(match["cited"], None, _year_behind(document, here), here, None)


def _with_year(document: Document, span: Span) -> Iterator[Cited]:
    """Works that the text calls by their title and year, where the title shows their kind."""
    for match in document.find(_WITH_YEAR, span):
        title = match["cited"].removeprefix("The ")
        here = Span(match.end("cited") - len(title), match.end("cited"))
        if (kind := shown_type(title)) is not None:
            yield cited_work(title, None, _year_behind(document, here), here, kind)


def _year_behind(document: Document, title: Span) -> str | None:
    """The date in brackets right behind a title."""
    match = _YEAR_BEHIND.match(document.text, title.end)
    return first_date(match["date"]) if match else None


def _is_common(words: str, before: str) -> bool:
    """Whether a strategy has no name: "The strategy", or one that only opens its sentence with
    a capital."""
    own = [word for word in words.split()[:-1] if word.lower() not in ("the", "a", "an")]
    opens = not before.strip() or before.strip()[-1] in ".:?!"
    return words.split()[-1].islower() and len(own) <= (1 if opens else 0)


def standards_of(document: Document, span: Span, publisher: str) -> Iterator[Cited]:
    """The inspectorate's own criteria and standards, where the text names them."""
    if not any(map(document.slice(span).__contains__, ("criteria", "standards"))):
        return
    for pattern in (_CRITERIA, _OWN_STANDARDS):
        for match in document.find(pattern, span):
            here = Span(match.start("cited"), match.end("cited"))
            yield cited_work(match["cited"], publisher, None, here, "guidance")
