"""Numbers without a noun: when they count what the paragraph is about.

>>> from yotgraph.extraction.quantities.tokens import read_words
>>> stands_alone(read_words("they were late in seven."), 4, 7, 5)
True
>>> stands_alone(read_words("he was the third in five."), 5, 5, 6)
False
"""

from __future__ import annotations

from yotgraph.extraction.quantities.grammar import (
    is_bare_end,
    is_only_verb,
    is_verb,
    read_noun,
    read_number,
)
from yotgraph.extraction.quantities.roles import (
    before_limits,
    is_behind_opening,
    is_found_to_be,
)
from yotgraph.extraction.quantities.tokens import Words
from yotgraph.extraction.quantities.words import lexicon

__all__ = ["is_told_by_clause", "points_back_before", "stands_alone"]

_FAR = 12
_RELATIVE = frozenset(("that", "which", "where", "who"))


def stands_alone(words: Words, index: int, value: int, end: int) -> bool:
    """Whether a number from ``index`` to ``end`` without a noun counts something."""
    if words.at(end) == "and" and read_number(words, end + 1):
        return False
    before = before_limits(words, index)
    if lexicon().has("additional", words.forms, before) is not None:
        return value > 1 and _is_addition(words, before, end)
    if lexicon().has("ordinal", words.forms, before - 1) is not None:
        return False
    if value > 1 and words.at(before) == "the" and words.at(before - 1) in ("in", "on"):
        return words.at(end) in _RELATIVE
    if _is_in_brackets(words, index, end):
        return True
    if words.at(before) in ("in", "on", "including") or _is_missing_from(words, before):
        return not lexicon().may_be_number(words.at(before - 1)) and _ends_phrase(words, end)
    if is_found_to_be(words, before, end) or _is_gapped(words, before, end):
        return True
    is_first = is_behind_opening(words, before)
    if is_first and (words.at(before) == "," or is_verb(words, end)):
        return True
    is_clause = not words.at(before)[:1].isalnum() or (
        lexicon().has("opening", words.forms, before) is not None
    )
    if value == 1 and words.at(before) in ("that", "with", "because"):
        return False
    if is_clause and value > 1 and words.at(before) == "and" and words.at(end) == "that":
        return True
    end = _behind_insertion(words, end)
    return is_clause and (is_verb(words, end) or (before < 0 and is_only_verb(words, end)))


def is_told_by_clause(words: Words, index: int, value: int, end: int) -> bool:
    """Whether a clause says which are meant: "the seven that fell short"."""
    before = before_limits(words, index)
    lead = words.at(before - 1)
    begins = not lead[:1].isalnum() or lead in ("and", "but")
    return value > 1 and begins and words.at(before) == "the" and words.at(end) in _RELATIVE


def _is_in_brackets(words: Words, index: int, end: int) -> bool:
    """Whether a number alone in brackets goes on with one that stood there with its noun:
    "risks were missed (nine cases) or left open (five)"."""
    if words.at(index - 1) != "(" or words.at(end) != ")":
        return False
    opened = (place + 1 for place in range(index - 1) if words.at(place) == "(")
    counted = (number[1] for place in opened if (number := read_number(words, place)))
    return any(read_noun(words, behind, plural=None) is not None for behind in counted)


def _behind_insertion(words: Words, end: int) -> int:
    """The index behind a word between commas: "only three, however, felt"."""
    return end + 3 if words.at(end) == "," and words.at(end + 2) == "," else end


def points_back_before(words: Words, index: int) -> bool:
    """Whether "of those," stands before a number: "22 had a plan and, of those, 15 were good"."""
    place = before_limits(words, index)
    place -= words.at(place) == ","
    return words.at(place - 1) == "of" and lexicon().has("pointing", words.forms, place) is not None


def _is_addition(words: Words, before: int, end: int) -> bool:
    """Whether "a further three" is a subject or stands at a place: "in a further three"."""
    start = before - 1 if words.at(before - 1) in ("a", "the") else before
    is_place = lexicon().has("preposition", words.forms, start - 1) is not None
    is_clause = is_place and lexicon().has("subject", words.forms, end) is not None
    return is_clause or is_bare_end(words, end)


def _ends_phrase(words: Words, end: int) -> bool:
    end = lexicon().has("others", words.forms, end) or end
    ends = any(lexicon().has(group, words.forms, end) is not None for group in ("subject", "stop"))
    return (ends and words.at(end) != "of") or is_bare_end(words, end)


def _is_missing_from(words: Words, index: int) -> bool:
    """Whether "from" says where something is not: "absent from four"."""
    return words.at(index) == "from" and (
        lexicon().has("missing", words.forms, index - 1) is not None
    )


def _is_gapped(words: Words, before: int, end: int) -> bool:
    """Whether a number shares the verb of one before it: "ten were sound, six adequate and
    four poor"."""
    behind = lexicon().has("quality", words.forms, end)
    if behind is None or words.at(before) not in (",", "and", ";"):
        return False
    is_last = words.at(behind) == "and" or not words.at(behind)[:1].isalnum()
    places = range(max(0, before - _FAR), before)
    return is_last and any(read_number(words, place) is not None for place in places)
