"""Percentages of areas of work: how often the work was good enough, here and elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yotgraph.reading import Block, BlockKind, Document, Span
from yotgraph.vocabulary import Concept, fold

__all__ = ["Score", "compared_scores", "scores", "told_scores"]

_SCORE = re.compile(r"(?:score\s*:?\s*)?(?P<value>\d{1,3}(?:\.\d)?)\s?(?:%|per cent)", re.I)
_VALUE = re.compile(r"(?P<value>\d{1,3}(?:\.\d)?)\s?(?:%|per cent)$", re.IGNORECASE)
_BREAKDOWNS = ("lowest", "highest", "average", "minimum", "maximum", "mean")
_TOLD = re.compile(
    r"(?P<value>\d{1,3}(?:\.\d)?)\s?(?:%|per cent) of (?:the )?work (?P<work>[^.%]{4,120}?)"
    r" (?:was|were|had been) (?:done|carried out) (?:well enough|to a sufficient)"
    r"|\b(?P<aspects>[^.,;%]{4,140}?) (?:was|were) done well enough"
    r" (?P<share>\d{1,3}(?:\.\d)?)\s?(?:%|per cent) of the time",
    re.IGNORECASE,
)
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
