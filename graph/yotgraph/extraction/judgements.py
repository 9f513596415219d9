"""Judgements of areas of work: a level in words, in stars, or both.

Before 2018 a report judged a few areas of work, without standards and questions. A table, a
heading with a line under it, or a sentence gives the level; a level belongs to the area named
last before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from yotgraph.extraction.outline import heading_words
from yotgraph.reading import Block, BlockKind, Document, Span
from yotgraph.vocabulary import Concept, Scheme, fold, load_scheme

__all__ = ["Judged", "area_of_work", "judgements", "level_in", "stars_in"]

_STARS = re.compile(r"[★⭐✪✭✮✯]\ufe0f?")
_NO_STARS = re.compile(r"[☆✩]\ufe0f?")
_IN_WORDS = re.compile(r"\b(?P<count>one|two|three|four|[1-4])[ -]stars?\b", re.IGNORECASE)
# "66% MODERATE improvement required"
_PERCENT = re.compile(r"^\s*\d{1,3}(?:\.\d)?\s?%")
_LONGEST_LEAD = 140
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4}
_THEME = re.compile(r"(?:theme|area|section|part|chapter)\s+\w{1,5}\s*[:.–-]?\s*", re.IGNORECASE)
_SAYS = re.compile(
    r"\b(?:was|were|is|are|as|been)\s+(?:overall\s+)?(?:judged\s+)?(?:to\s+be\s+)?[‘'\"“]?$", re.I
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A level given to an area of work, and the words that give it."""

    area: Concept
    level: Concept
    span: Span


def area_of_work(text: str, areas: Sequence[Concept]) -> Concept | None:
    """The area of work that a heading names, its number or "Theme 1" left out."""
    theme = _THEME.match(text.strip())
    words = heading_words(text.strip()[theme.end() :] if theme else text)
    return next((area for area in areas if words in {fold(label) for label in area.labels()}), None)


def stars_in(text: str) -> int | None:
    """How many stars a text gives, or nothing.

    >>> stars_in("★★☆☆"), stars_in("(three stars)"), stars_in("stars")
    (2, 3, None)
    """
    filled = len(_STARS.findall(text))
    if filled:
        return filled
    words = _IN_WORDS.search(text)
    if words is None:
        return None
    count = words["count"].lower()
    return _COUNTS.get(count) or int(count)


def level_in(text: str, scale: Scheme) -> Concept | None:
    """The level that a text is: its words, or its stars where it has no others.

    >>> level_in("Comment: MODERATE improvement required", load_scheme("judgements")).label
    'Moderate improvement required'
    >>> level_in("★☆☆☆", load_scheme("judgements")).label
    'Poor'
    """
    stars = stars_in(text)
    words = _IN_WORDS.sub("", _NO_STARS.sub("", _STARS.sub("", text)))
    words = re.sub(r"\b(?:comment|judgement|rating)\s*:", "", words, flags=re.IGNORECASE)
    words = _PERCENT.sub("", words)
    words = words.strip(" .:;,()‘’'\"“”*–-\n")
    if words:
        return scale.find(words)
    return next((level for level in scale if level.value("stars") == str(stars)), None)


@cache
def _level_words(name: str) -> re.Pattern[str]:
    labels = sorted({label for level in load_scheme(name) for label in level.labels()}, key=len)
    return re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(label) for label in reversed(labels)) + r")(?!\w)", re.I
    )


def judgements(
    document: Document,
    blocks: Sequence[Block],
    areas: Sequence[Concept],
    scale: Scheme,
    reach: int = 4,
) -> Iterator[Judged]:
    """Every level that the blocks give to an area of work, in printed order.

    ``reach`` is how many cells or lines a level may stand behind its area.
    """
    current: tuple[Concept, Span] | None = None
    distance = 0
    for block in blocks:
        if block.kind in (BlockKind.CONTENTS, BlockKind.FOOTNOTE):
            continue
        for span in block.cells or block.lines or (block.span,):
            text = document.slice(span)
            if not text.strip():
                continue
            named = _opens(text, areas)
            if named is not None:
                current, distance = (named[0], span), 0
                text = named[1]
            level = level_in(text, scale) if text.strip() else None
            if level is not None and current is not None:
                yield Judged(current[0], level, Span(current[1].start, span.end))
                # Behind stars the level may stand in words as well.
                current = current if stars_in(text) is not None else None
            distance += 1
            if distance > reach:
                current = None
        yield from _told(document, block, areas, scale)


def _opens(text: str, areas: Sequence[Concept]) -> tuple[Concept, str] | None:
    """The area whose name opens a cell or line, and the words behind the name."""
    theme = _THEME.match(text)
    begin = theme.end() if theme else len(text) - len(text.lstrip(" 0123456789.)"))
    rest = fold(text[begin:])
    found = [
        (area, label) for area in areas for label in area.labels() if rest.startswith(fold(label))
    ]
    if not found:
        return None
    area, label = max(found, key=lambda pair: len(pair[1]))
    behind = text[begin + len(label) :]
    return (area, behind) if not behind[:1].isalnum() else None


def _told(
    document: Document, block: Block, areas: Sequence[Concept], scale: Scheme
) -> Iterator[Judged]:
    """A sentence that says what an area's work was: "work to reduce reoffending was poor"."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING):
        return
    for match in document.find(_level_words(scale.name), block.span):
        start = document.text.rfind(". ", block.span.start, match.start()) + 1
        lead = document.text[max(start, block.span.start) : match.start()]
        level = scale.find(match.group())
        if level is None or not _SAYS.search(lead) or len(lead) > _LONGEST_LEAD:
            continue
        named = [area for area in areas if area.matches(lead)]
        if len(named) == 1 and fold(lead).lstrip().startswith(("overall", "work", "the work")):
            yield Judged(named[0], level, Span(max(start, block.span.start), match.end()))
