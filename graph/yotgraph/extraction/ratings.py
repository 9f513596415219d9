"""Ratings of the standards, and the overall rating.

Tables of these reports come in many shapes: tabs, pipes, one cell a line, a rating that is
only the description of a coloured circle. So the blocks are read as a row of *units*
(cells, or lines where there are no cells), and a rating belongs to the last standard
before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from yotgraph.extraction.earlier_ratings import earlier_columns, tells_of_earlier, without_earlier
from yotgraph.extraction.outline import heading_words
from yotgraph.reading import Block, BlockKind, Document, Span
from yotgraph.vocabulary import Concept, Scheme, fold, load_scheme

__all__ = [
    "Rated",
    "is_unrated",
    "overall_ratings",
    "overall_score",
    "rating_in",
    "standard_named",
    "standard_ratings",
]

_STANDARD = re.compile(r"(?P<number>[1-5]\.[1-9])\.?(?:\s+(?P<rest>\S.*))?$", re.DOTALL)
_RATING_WORDS = r"[‘'\"“*]*(?P<rating{n}>[A-Za-z]+(?: [a-z]+)?)[’'\"”*]*"
_OVERALL = re.compile(
    r"\boverall (?:rating|judgement)(?: of| is| was| as)?\s*:?\s*"
    + _RATING_WORDS.format(n=1)
    + r"|\boverall\b[^.\n]{0,140}?\b(?:rated|judged)(?: overall)?(?: as)?\s*:?\s*(?:to be )?"
    + _RATING_WORDS.format(n=2)
    + r"|\b(?:rat(?:ed|ing)|judged)(?: as| of| to be)? "
    + _RATING_WORDS.format(n=3)
    + r" overall\b"
    + r"|\brated overall(?: as)?\s*:?\s*"
    + _RATING_WORDS.format(n=4),
    re.IGNORECASE,
)
_CIRCLE = re.compile(r"representing an? [‘'\"“](?P<rating>[^’'\"”]+)[’'\"”] rating", re.IGNORECASE)
_SCORE = re.compile(r"\b(?:score|scored)[^.\d]{0,40}(?P<score>\d{1,2})\s*(?:/|out of)\s*36\b", re.I)
# Without these letters no text describes a circle.
_CIRCLED = "epresenting"
# No cell that is a rating, with all that may stand around it, is as long as a sentence.
_LONGEST_RATING = 120
_REACH = 4


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating as printed: ``number`` of the standard, ``None`` for the service as a whole."""

    number: str | None
    rating: str
    span: Span


class _Unit(NamedTuple):
    text: str
    span: Span


def rating_in(text: str) -> Concept | None:
    """The rating that a text is, whatever its capitals and quotation marks.

    >>> rating_in("‘Requires Improvement’").notation
    'requires-improvement'
    >>> rating_in("Good practice") is None
    True
    """
    circle = _CIRCLE.search(text) if _CIRCLED in text else None
    text = without_earlier(text)
    if circle is None and len(text) > _LONGEST_RATING:
        return None
    words = fold(circle["rating"] if circle else text).strip(" .'\"*:")
    scheme = load_scheme("ratings")
    return scheme.find(words.removesuffix(" overall").removeprefix("rating: "))


def is_unrated(text: str) -> bool:
    """Whether a text says in place of a rating that there is none.

    >>> is_unrated("Rating: Not rated"), is_unrated("Good")
    (True, False)
    """
    return fold(text).strip(" .'\"*:").removeprefix("rating: ") in ("not rated", "no rating")


def _ending(text: str) -> str | None:
    """The rating that ends a text, as printed."""
    expression, longest = _endings()
    match = expression.search(f" {text}"[-longest:])
    return match["rating"] if match else None


@cache
def _endings() -> tuple[re.Pattern[str], int]:
    """What a rating at the end of a text looks like, and how many characters it takes at most."""
    labels = sorted(
        {fold(label) for rating in load_scheme("ratings") for label in rating.labels()},
        key=lambda label: (-len(label), label),
    )
    expression = re.compile(
        r"\s[‘'\"“]?(?P<rating>" + "|".join(map(re.escape, labels)) + r")[’'\"”]?$", re.IGNORECASE
    )
    # Beside the label a space, two quotation marks and the end of the line.
    return expression, max(map(len, labels)) + 4


def standard_ratings(
    document: Document, blocks: Sequence[Block], framework: Scheme
) -> Iterator[Rated]:
    """Every rating of a standard that the blocks print, in order."""
    current: tuple[str, Span] | None = None
    distance = 0
    domain: str | None = None
    earlier: frozenset[int] = frozenset()
    tail = ""
    for block in blocks:
        if block.kind in (BlockKind.CONTENTS, BlockKind.FOOTNOTE):
            continue
        opened = _domain(block, framework)
        domain = opened or domain
        head = earlier_columns(document, block)
        in_table = block.cells or opened is not None
        earlier = head if head is not None else earlier if in_table else frozenset()
        for unit in _units(document, block, earlier):
            number, rest = standard_named(unit.text, domain, framework)
            if current is not None and _is_label(unit.text, current[0], framework):
                number, rest = None, ""
            if number is not None:
                current, distance, tail = (number, unit.span), 0, ""
            named = number is not None
            rating = rating_in(rest) or _at_end(rest, named) or _broken(tail, rest)
            tail = rest
            if rating is not None and current is not None:
                yield Rated(current[0], rating.notation, Span(current[1].start, unit.span.end))
                current = None
            distance += 1
            if distance > _REACH:
                current = None


def _units(document: Document, block: Block, earlier: frozenset[int]) -> Iterator[_Unit]:
    """The cells of a row, else the lines of a block.

    The ``earlier`` columns are left out of a row whose other cells hold a rating.
    """
    spans = block.cells or block.lines or (block.span,)
    kept = [span for place, span in enumerate(spans) if place - len(spans) not in earlier]
    rated = any(_ending(without_earlier(document.slice(span))) for span in kept)
    for span in kept if block.cells and rated else spans:
        if len(span):
            yield _Unit(document.slice(span), span)


def _domain(block: Block, framework: Scheme) -> str | None:
    """The number of the domain that a heading names."""
    if block.kind is not BlockKind.HEADING:
        return None
    found = framework.find(heading_words(block.text))
    return found.notation if found is not None and found.is_a("Domain") else None


def _is_label(text: str, number: str, framework: Scheme) -> bool:
    """Whether a unit is the label of the standard whose number stands right before it."""
    standard = framework.get(number)
    return standard is not None and fold(text) in {fold(label) for label in standard.labels()}


def standard_named(text: str, domain: str | None, framework: Scheme) -> tuple[str | None, str]:
    """The number of the standard that a unit names, and the words behind its name."""
    match = _STANDARD.match(text)
    if match is not None and framework.get(match["number"]) is not None:
        return match["number"], _behind_label(match["rest"] or "", framework, match["number"])
    if match is not None:
        # A standard that the report numbers in a way of its own is told by its name.
        told = standard_named(match["rest"] or "", match["number"][0], framework)
        return told if told[0] is not None else (None, text)
    for standard in framework.of_type("Standard"):
        in_domain = domain is not None and standard.notation.startswith(domain + ".")
        if in_domain and fold(text).startswith(fold(standard.label)):
            rest = text[len(standard.label) :]
            if not rest.strip() or rating_in(rest) is not None:
                return standard.notation, rest
    return None, text


def _behind_label(text: str, framework: Scheme, number: str) -> str:
    standard = framework.get(number)
    for label in standard.labels() if standard else ():
        if fold(text).startswith(fold(label)):
            return text[len(label) :].strip()
    return text


def _at_end(text: str, named: bool) -> Concept | None:
    """A rating that ends a unit that also names the standard."""
    ending = _ending(text) if named else None
    return rating_in(ending) if ending else None


def _broken(before: str, text: str) -> Concept | None:
    """A rating whose words stand at the end of one unit and in the next."""
    last = before.split()[-1:]
    return rating_in(f"{last[0]} {text}") if last else None


def overall_ratings(document: Document, spans: Iterable[Span]) -> Iterator[Rated]:
    """Where the text says how the service is rated as a whole."""
    for span in spans:
        for match in document.find(_OVERALL, span):
            block = document.block_at(match.start())
            begin = block.span.start if block else span.start
            if tells_of_earlier(document.text[begin : match.end()], match.end() - begin):
                continue
            group = match.lastgroup or ""
            words = match[group].split()
            for count in (2, 1):
                rating = rating_in(" ".join(words[:count]))
                if rating is not None:
                    begin = match.start(group)
                    end = begin + len(" ".join(words[:count]))
                    yield Rated(None, rating.notation, Span(match.start(), end))
                    break


def overall_score(document: Document, span: Span) -> int | None:
    """The points out of the whole that a span states, as in "14/36"."""
    match = next(document.find(_SCORE, span), None)
    return int(match["score"]) if match else None
