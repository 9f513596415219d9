"""Percentages of areas of work: how often the work was good enough, here and elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yotgraph.reading import Block, BlockKind, Document, Span
from yotgraph.vocabulary import Concept, fold

__all__ = [
    "Score",
    "compared_scores",
    "criterion_score",
    "listed_scores",
    "scores",
    "told_scores",
]

_SCORE = re.compile(r"(?:score\s*:?\s*)?(?P<value>\d{1,3}(?:\.\d)?)\s?(?:%|per cent)", re.I)
_VALUE = re.compile(r"(?P<value>\d{1,3}(?:\.\d)?)\s?(?:%|per cent)$", re.IGNORECASE)
_VALUES = re.compile(r"(?<!\S)(\d{1,3}(?:\.\d)?)\s?%(?!\S)")
_BREAKDOWNS = ("lowest", "highest", "average", "minimum", "maximum", "mean")
_TOLD = re.compile(
    r"(?P<value>\d{1,3}(?:\.\d)?)\s?(?:%|per cent) of (?:the )?work (?P<work>[^.%]{4,120}?)"
    r" (?:was|were|had been) (?:done|carried out) (?:well enough|to a sufficient)"
    r"|\b(?P<aspects>[^.,;%]{4,140}?) (?:was|were) done well enough"
    r" (?P<share>\d{1,3}(?:\.\d)?)\s?(?:%|per cent) of the time",
    re.IGNORECASE,
)
# "Score: 49% SUBSTANTIAL improvement required"
_LONGEST_SCORE = 60
# A score stands within so many cells or lines of the area's name.
_REACH = 8


@dataclass(frozen=True, slots=True)
class Score:
    """The share of an area's work that was good enough, in per cent; ``subject`` is whose."""

    area: Concept
    subject: str
    value: str
    breakdown: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class _Unit:
    text: str
    span: Span


def scores(
    document: Document, blocks: Sequence[Block], areas: Sequence[Concept], area: str
) -> Iterator[Score]:
    """The inspected area's scores: a heading that names the area of work and speaks of its
    score, and the percentage under it."""
    current: tuple[Concept, Span] | None = None
    distance = 0
    for block in blocks:
        if block.kind in (BlockKind.CONTENTS, BlockKind.FOOTNOTE):
            continue
        for unit in _units(document, block):
            named = _titled(unit.text, areas)
            if named is not None:
                current, distance = (named, unit.span), 0
            match = _SCORE.match(unit.text) if current else None
            if match is not None and current is not None:
                end = unit.span.start + match.end()
                span = Span(current[1].start, end)
                yield Score(current[0], area, match["value"], None, span)
                current = None
            distance += 1
            current = current if distance <= _REACH else None


def criterion_score(document: Document, blocks: Sequence[Block]) -> tuple[str, Span] | None:
    """The percentage that stands under the title of one criterion, a line of its own, and where.

    Before the lists begin there is no other figure that opens a line.
    """
    for block in blocks:
        for unit in _units(document, block):
            match = _SCORE.match(unit.text)
            if match is not None and len(unit.text) <= _LONGEST_SCORE:
                return match["value"], unit.span
    return None


def _titled(text: str, areas: Sequence[Concept]) -> Concept | None:
    words = fold(text).strip(" :")
    if not words.endswith("score"):
        return None
    labels = {fold(label): one for one in areas for label in one.labels()}
    return labels.get(words) or labels.get(words.removesuffix(" score"))


def compared_scores(
    document: Document, blocks: Sequence[Block], areas: Sequence[Concept], area: str
) -> Iterator[Score]:
    """The rows of a table that sets the area's scores beside the lowest, highest and average
    of others. The rows above say in which order; cells that span columns do not count."""
    columns: list[str] = []
    others = ""
    first = False
    for block in blocks:
        if block.kind is not BlockKind.ROW:
            if block.kind is not BlockKind.FOOTNOTE:
                columns, first = [], False
            continue
        cells = [_Unit(document.slice(span), span) for span in block.cells if len(span)]
        values = [match for cell in cells if (match := _VALUE.match(cell.text.strip()))]
        named = next((one for one in areas if cells and one.matches(cells[0].text)), None)
        if named is None or not values:
            titles = [cell.text.strip() for cell in cells]
            others = next((title for title in titles if _of_others(title, area)), others)
            first = first or bool(titles) and fold(area) in fold(titles[0])
            columns = [word for title in titles if (word := _breakdown(title))] or columns
            continue
        if len(values) != len(columns) + 1 or not columns:
            continue
        own, rest = (values[0], values[1:]) if first else (values[-1], values[:-1])
        span = Span(cells[0].span.start, cells[-1].span.end)
        for word, match in zip(columns, rest, strict=True):
            if others:
                yield Score(named, _subject(others), match["value"], word, span)
        yield Score(named, area, own["value"], None, span)


def listed_scores(
    document: Document, blocks: Sequence[Block], areas: Sequence[Concept], area: str
) -> Iterator[Score]:
    """The same table where its cells became lines: the titles, "Lowest Highest Average", and
    under each area of work its percentages in a row, the inspected area's own last."""
    columns: list[str] = []
    others = ""
    named: tuple[Concept, Span] | None = None
    lines = (
        unit
        for block in blocks
        if block.kind not in (BlockKind.ROW, BlockKind.CONTENTS, BlockKind.FOOTNOTE)
        for unit in _units(document, block)
    )
    for unit in lines:
        if _of_others(unit.text, area):
            others = unit.text.strip()
        words = [word for part in unit.text.split() if (word := _breakdown(part))]
        columns = words if len(words) > 1 else columns
        found = next((one for one in areas if one.matches(unit.text)), None)
        values = _VALUES.findall(unit.text)
        if found is not None and not values:
            named = found, unit.span
        if not (others and columns and named) or len(values) != len(columns) + 1:
            continue
        span = Span(named[1].start, unit.span.end)
        for word, value in zip(columns, values, strict=False):
            yield Score(named[0], _subject(others), value, word, span)
        yield Score(named[0], area, values[-1], None, span)
        named = None


def told_scores(
    document: Document, spans: Sequence[Span], areas: Sequence[Concept], area: str
) -> Iterator[Score]:
    """Scores that a sentence tells: "58% of work to reduce reoffending was done well enough"."""
    for span in spans:
        for match in document.find(_TOLD, span):
            named = [one for one in areas if one.matches(match["work"] or match["aspects"])]
            if len(named) == 1:
                value = match["value"] or match["share"]
                yield Score(named[0], area, value, None, Span(match.start(), match.end()))


def _units(document: Document, block: Block) -> Iterator[_Unit]:
    for span in block.cells or block.lines or (block.span,):
        if len(span):
            yield _Unit(document.slice(span), span)


def _breakdown(title: str) -> str | None:
    return next((word for word in _BREAKDOWNS if word in fold(title)), None)


def _of_others(title: str, area: str) -> bool:
    words = fold(title)
    return "scores" in words and fold(area) not in words and "region" in words


def _subject(others: str) -> str:
    """The areas compared with, as the table's title names them."""
    return re.sub(r"^scores (?:from|for|of) (?:the )?", "", others, flags=re.IGNORECASE)
