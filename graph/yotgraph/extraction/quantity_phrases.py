"""The quantities that one sentence prints, before the paragraph gives them a total."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from yotgraph.extraction.quantity_grammar import (
    Whole,
    is_bare_end,
    read_gloss,
    read_noun,
    read_number,
    read_part,
    read_percentage,
    read_total,
    read_whole,
    skip_group,
)
from yotgraph.extraction.quantity_words import Approximator, Words, lexicon

__all__ = ["Mention", "read_mentions"]

_SLASHED = re.compile(r"([1-9]\d{0,2})/([1-9]\d{0,2})")
_WHOLE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity or a total at the words ``start`` to ``end`` (exclusive) of a sentence.

    ``type`` is ratio, percentage, fraction, count or total. ``group`` is the noun's group,
    ``None`` where no noun is printed; ``points_back`` says that a pronoun stands for it.
    ``bounds`` is the share that is printed; a count has none. ``exact`` is false behind
    "at least" and the like. ``definite`` is a total that may be a count of its own;
    ``partitive`` opens a clause ("Of the seven ...") whose first number is a part of it.
    """

    type: str
    start: int
    end: int
    numerator: int | None = None
    denominator: int | None = None
    bounds: tuple[Fraction, Fraction] | None = None
    group: str | None = None
    points_back: bool = False
    exact: bool = True
    is_universal: bool = False
    definite: bool = False
    partitive: bool = False
    existential: bool = False


def read_mentions(words: Words) -> Iterator[Mention]:
    """The mentions of a sentence in order; they do not overlap."""
    index = 0
    while index < len(words):
        mention, end = _read_at(words, index)
        if mention is not None:
            yield mention
        index = max(end, index + 1)


def _read_at(words: Words, index: int) -> tuple[Mention | None, int]:
    """A mention that begins here, and where to go on."""
    found = lexicon().approximators.at(words.forms, index)
    rule, start = found if found else (None, index)
    start = skip_group(words, start, "limiting") if rule else start
    if words.at(index) == "between":
        return _read_range(words, index)
    if start >= len(words) or not _may_begin(words.at(start)):
        return None, index + 1
    read = _read_universal(words, start, rule) or _read_share(words, start, rule)
    if read is None:
        read, start = _read_counted(words, start, rule)
    if read is None:
        return None, start + 1
    return _with_gloss(words, replace(read, start=index) if rule else read)


def _may_begin(form: str) -> bool:
    words = lexicon()
    return (
        form[:1].isdigit()
        or form in words.quantifiers
        or form == "a"
        or form in words.divisors
        or form.partition("-")[0] in words.numbers
    )


def _with_gloss(words: Words, mention: Mention) -> tuple[Mention, int]:
    gloss = read_gloss(words, mention.end)
    if gloss is None:
        return mention, mention.end
    known = mention.denominator is not None or mention.type == "total"
    return (
        replace(
            mention,
            end=gloss.end,
            numerator=mention.numerator if known or gloss.numerator is None else gloss.numerator,
            denominator=mention.denominator if known else gloss.denominator,
        ),
        gloss.end,
    )
