"""What a number or share is of: "of the cases", "out of a total of 24", "(8 of 14)"."""

from __future__ import annotations

import re
from typing import NamedTuple

from yotgraph.extraction.quantities.grammar import (
    is_bare_end,
    is_participle,
    is_verb,
    read_noun,
    read_number,
    read_percentage,
    skip_group,
)
from yotgraph.extraction.quantities.mention import Mention
from yotgraph.extraction.quantities.tokens import Words
from yotgraph.extraction.quantities.words import lexicon

__all__ = [
    "Gloss",
    "Whole",
    "of_whole",
    "read_all_behind",
    "read_gloss",
    "read_people",
    "read_total",
    "read_whole",
]

_RELATIVE = frozenset(("that", "who", "whom"))
_INSPECTORS = "we"
_RATIO = re.compile(r"([1-9]\d{0,2})/([1-9]\d{0,2})")


class Whole(NamedTuple):
    """What a part is of: a noun's group or a pointing pronoun, and the total if printed.
    ``is_told`` says that words behind the pronoun tell which are meant: "those we read"."""

    group: str | None
    total: int | None
    points_back: bool
    end: int
    is_told: bool = False


def of_whole(whole: Whole, mention: Mention) -> Mention:
    """A share or count with what it is of."""
    return mention._replace(
        end=whole.end,
        total=whole.total,
        group=whole.group,
        points_back=whole.points_back,
    )


def read_whole(words: Words, index: int) -> Whole | None:
    """What follows a number or share: "of the cases", "out of a total of 24", "of them"."""
    if words.at(index) == "out":
        index += 1
    if words.at(index) not in ("of", "from"):
        return None
    total = skip_group(words, index + 1, "total")
    if words.at(index) == "from" and total == index + 1:
        return None
    index = total
    if (people := read_people(words, index)) is not None:
        return Whole("staff", None, points_back=False, end=people)
    pointing = lexicon().has("pointing", words.forms, index)
    noun_start = index
    index = skip_group(words, index, "determiner")
    index = skip_group(words, skip_group(words, index, "total"), "rest")
    if (left := lexicon().has("left-over", words.forms, index)) is not None:
        # "Five of the others": of the whole, as the ones before them were.
        return Whole(None, None, points_back=False, end=left)
    if whole := read_total(words, index):
        return whole
    noun = read_noun(words, index, plural=None)
    if noun and (noun[0].plural or noun[0].group == "sample"):
        points_back = lexicon().has("demonstrative", words.forms, noun_start) is not None
        return Whole(noun[0].group, None, points_back=points_back, end=noun[1])
    if pointing is None:
        return None
    is_those = words.at(pointing - 1) == "those"
    if is_those and (sampled := _read_in_sample(words, pointing)):
        return Whole("case", None, points_back=False, end=sampled)
    if is_those and _says_which(words, pointing):
        return Whole(None, None, points_back=False, end=pointing, is_told=True)
    # "Them" and "whom" stand before no noun; "these" may: "three of these late plans".
    is_pronoun = lexicon().has("demonstrative", words.forms, pointing - 1) is None
    ends = is_pronoun or is_bare_end(words, pointing)
    if ends or lexicon().has("subject", words.forms, pointing):
        return Whole(None, None, points_back=True, end=pointing)
    return None


def _says_which(words: Words, index: int) -> bool:
    """Whether "those" is told by what follows: "those aged 16", "those we read", "those above
    school age"."""
    form = words.at(index)
    is_told = form in _RELATIVE or form == _INSPECTORS or is_participle(words, index)
    return is_told or lexicon().has("telling", words.forms, index) is not None


def _read_in_sample(words: Words, index: int) -> int | None:
    """The index behind "in our sample", which tells what "those" are."""
    if words.at(index) != "in":
        return None
    noun = read_noun(words, skip_group(words, index + 1, "determiner"), plural=None)
    return noun[1] if noun and noun[0].group == "sample" else None


def read_people(words: Words, index: int) -> int | None:
    """The index behind "those interviewed", "those we spoke to"."""
    return _read_asked(words, index + 1) if words.at(index) == "those" else None


def read_total(words: Words, index: int) -> Whole | None:
    """A number that is a total, with its noun or with nothing countable behind it."""
    number = read_number(words, index)
    if number is None:
        return None
    value, end = number
    if noun := read_noun(words, end, plural=value > 1):
        return Whole(noun[0].group, value, points_back=False, end=noun[1])
    if (asked := _read_asked(words, end)) is not None:
        return Whole("staff", value, points_back=False, end=asked)
    is_closed = any(lexicon().has(group, words.forms, end) for group in ("subject", "stop"))
    if is_closed or is_bare_end(words, end, share=True):
        return Whole(None, value, points_back=False, end=end)
    return None


def _read_asked(words: Words, index: int) -> int | None:
    """The index behind those who were asked: "interviewed", "people whom we spoke to"."""
    index = skip_group(words, index, "persons")
    index += words.at(index) in _RELATIVE
    return lexicon().has("people", words.forms, index)


def read_all_behind(words: Words, index: int) -> int | None:
    """The index behind an "all" that takes up a number with its noun: "the six case managers
    we met all felt"."""
    asked = _read_asked(words, index)
    index = index if asked is None else asked
    return index + 1 if words.at(index) == "all" and is_verb(words, index + 1, share=True) else None


class Gloss(NamedTuple):
    """What brackets add to a quantity: its numerator, its denominator, or neither."""

    numerator: int | None
    denominator: int | None
    end: int


def read_gloss(words: Words, index: int) -> Gloss | None:
    """Brackets behind a quantity: "(from a total of 12 cases)", "(8 of 14)", "(8)",
    "(57%)"."""
    if words.at(index) != "(":
        return None
    start = index + 1
    numerator: int | None = None
    denominator: int | None = None
    if percentage := read_percentage(words, start):
        end = percentage[1]
    elif ratio := _RATIO.fullmatch(words.at(start)):
        numerator, denominator, end = int(ratio[1]), int(ratio[2]), start + 1
    else:
        number = read_number(words, start)
        behind = number[1] if number else start
        whole = read_whole(words, behind)
        if number is None and (whole is None or whole.total is None):
            return None
        numerator = number[0] if number else None
        denominator, end = (whole.total, whole.end) if whole else (None, behind)
    return Gloss(numerator, denominator, end + 1) if words.at(end) == ")" else None
