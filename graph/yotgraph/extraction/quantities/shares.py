"""Shares of a whole: percentages, fractions, "one in four", ranges."""

from __future__ import annotations

from fractions import Fraction

from yotgraph.extraction.quantities.grammar import (
    is_bare_end,
    is_verb,
    read_noun,
    read_number,
    read_part,
    read_percentage,
    skip_group,
)
from yotgraph.extraction.quantities.mention import Mention, bounds_of
from yotgraph.extraction.quantities.tokens import Words
from yotgraph.extraction.quantities.wholes import Whole, of_whole, read_whole
from yotgraph.extraction.quantities.words import Approximator, lexicon

__all__ = ["read_range", "read_share"]

_LARGEST_IDIOM = 20
_NEAR = 3
#: "Health was half there": a measure, and no share of cases.
_BEING = frozenset(("is", "was", "were", "are", "been", "be"))
#: More words than most sentences have; keeps the time linear where there is no full stop.
_FAR = 60


def read_share(words: Words, index: int, rule: Approximator | None) -> Mention | None:
    """A percentage, a fraction or "one in four", with what it is a share of."""
    is_number = lexicon().may_be_number(words.at(index))
    if is_number and (found := _read_one_of_several(words, index, rule)):
        return found
    read = read_percentage(words, index) if is_number else None
    kind = "percentage" if read else "fraction"
    read = read or (_read_proportion(words, index) if is_number else None)
    read = read or read_part(words, index)
    if read is None:
        return None
    share, end = read
    whole = _share_of(words, index, end)
    if whole is None:
        return None
    bounds = bounds_of(share, rule)
    return of_whole(whole, Mention(type=kind, start=index, end=end, bounds=bounds))


def _read_proportion(words: Words, index: int) -> tuple[Fraction, int] | None:
    """ "One in four", "three in every five", "two out of every three"."""
    first = read_number(words, index)
    of_every = lexicon().has("of-every", words.forms, first[1]) if first else None
    if first is None or (of_every is None and words.at(first[1]) != "in"):
        return None
    second = read_number(words, of_every or skip_group(words, first[1] + 1, "total"))
    if second is None or not first[0] < second[0] <= _LARGEST_IDIOM:
        return None
    return Fraction(first[0], second[0]), second[1]


def _read_one_of_several(words: Words, index: int, rule: Approximator | None) -> Mention | None:
    """ "One plan in five", "nine plans in every ten", with the noun between: no other noun
    follows, as in "one visit in five weeks"."""
    first = read_number(words, index)
    noun = read_noun(words, first[1], plural=first[0] > 1) if first else None
    if first is None or noun is None or words.at(noun[1]) != "in":
        return None
    second = read_number(words, skip_group(words, noun[1] + 1, "total"))
    if second is None or not first[0] < second[0] <= _LARGEST_IDIOM:
        return None
    if not is_bare_end(words, second[1], share=True):
        return None
    bounds = bounds_of(Fraction(first[0], second[0]), rule)
    return Mention(type="fraction", start=index, end=second[1], bounds=bounds, group=noun[0].group)


def _share_of(words: Words, index: int, end: int) -> Whole | None:
    """What a share is of: "of the plans", "the plans", "plans", or nothing printed."""
    is_idiom = lexicon().has("of-every", words.forms, index + 1) or words.at(index + 1) == "in"
    if whole := read_whole(words, end):
        is_occasion = bool(is_idiom) and whole.group == "occasion"
        return whole if is_occasion or not _is_elsewhere(words, index, whole.group) else None
    position = skip_group(words, end, "determiner")
    if position > end or is_idiom:
        noun = read_noun(words, position, plural=None if is_idiom else True)
        if noun:
            return Whole(noun[0].group, None, points_back=False, end=noun[1])
    if (
        words.at(index - 1) in _BEING
        or _is_of_movement(words, index)
        or _is_ordinal(words, index, end)
        or _is_mixed(words, index)
        or _is_elsewhere(words, index, None)
    ):
        return None
    if not is_bare_end(words, end, share=True) or not _stands_in_clause(words, index, end):
        return None
    return Whole(None, None, points_back=False, end=end)


def _is_of_movement(words: Words, index: int) -> bool:
    """Whether a share says how far a figure moved: "a fall of two-fifths", "by a third"."""
    places = range(max(0, index - _NEAR), index)
    return any(lexicon().has("moving", words.forms, place) == index for place in places)


def _is_ordinal(words: Words, index: int, end: int) -> bool:
    """Whether "a third" may be the third of a row and no share: "in a third, the plan was
    late". Halves and quarters have words of their own."""
    divisor, _ = lexicon().divisors.get(words.at(end - 1), (0, False))
    return words.at(index) == "a" and divisor not in (2, 4) and not is_verb(words, end, share=True)


def _stands_in_clause(words: Words, index: int, end: int) -> bool:
    """Whether a share without a noun is a subject or stands behind a preposition: a figure
    in brackets or in a table says nothing of what it is a share."""
    before = lexicon().has("preposition", words.forms, index - 1) is not None
    return before or is_verb(words, end, share=True) or not words.at(index)[:1].isdigit()


def _is_mixed(words: Words, index: int) -> bool:
    """Whether a fraction belongs to the number before it: "six and a half"."""
    return words.at(index - 1) == "and" and read_number(words, index - 2) is not None


def _is_elsewhere(words: Words, index: int, group: str | None) -> bool:
    """Whether the sentence is about rates or populations, and not about a sample."""
    if group not in (None, "child"):
        return False
    places = range(max(0, index - _FAR), index + _FAR)
    if group and lexicon().holds("sampled-noun", words.forms, places):
        return False
    return lexicon().holds("elsewhere", words.forms, places)


def read_range(words: Words, index: int) -> Mention | None:
    """ "Between one-third and one-half of plans", "between 60 and 70 per cent of cases"."""
    low = read_percentage(words, index + 1) or read_part(words, index + 1)
    number = read_number(words, index + 1)
    middle = low[1] if low else number[1] if number else index
    if words.at(middle) != "and":
        return None
    percentage = read_percentage(words, middle + 1)
    high = percentage or read_part(words, middle + 1)
    if low is None and percentage and number:
        low = (Fraction(number[0], 100), middle)
    whole = _share_of(words, index, high[1]) if high else None
    if low is None or high is None or whole is None or low[0] > high[0]:
        return None
    kind = "percentage" if percentage else "fraction"
    return of_whole(whole, Mention(type=kind, start=index, end=high[1], bounds=(low[0], high[0])))
