"""Shares of a whole: percentages, fractions, "one in four", "all", "none"."""

from __future__ import annotations

from dataclasses import replace
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
from yotgraph.extraction.quantities.mention import Mention
from yotgraph.extraction.quantities.wholes import Whole, read_people, read_total, read_whole
from yotgraph.extraction.quantities.words import Approximator, Quantifier, Words, lexicon

__all__ = ["read_range", "read_share", "read_universal"]

_LARGEST_IDIOM = 20
_NEAR = 4
#: More words than most sentences have; keeps the time linear where there is no full stop.
_FAR = 60


def read_share(words: Words, index: int, rule: Approximator | None) -> Mention | None:
    """A percentage, a fraction or "one in four", with what it is a share of."""
    read = read_percentage(words, index)
    kind = "percentage" if read else "fraction"
    read = read or _read_proportion(words, index) or read_part(words, index)
    if read is None:
        return None
    share, end = read
    whole = _share_of(words, index, end)
    if whole is None:
        return None
    bounds = rule.bounds(share, share) if rule else (share, share)
    return _of(whole, Mention(type=kind, start=index, end=end, bounds=bounds))


def _of(whole: Whole, mention: Mention) -> Mention:
    return replace(
        mention,
        end=whole.end,
        total=whole.total,
        group=whole.group,
        points_back=whole.points_back,
    )


def _read_proportion(words: Words, index: int) -> tuple[Fraction, int] | None:
    """ "One in four", "three in every five"."""
    first = read_number(words, index)
    if first is None or words.at(first[1]) != "in":
        return None
    second = read_number(words, skip_group(words, first[1] + 1, "total"))
    if second is None or not first[0] < second[0] <= _LARGEST_IDIOM:
        return None
    return Fraction(first[0], second[0]), second[1]


def _share_of(words: Words, index: int, end: int) -> Whole | None:
    """What a share is of: "of the plans", "the plans", "plans", or nothing printed."""
    if whole := read_whole(words, end):
        return None if _is_elsewhere(words, index, whole.group) else whole
    position = skip_group(words, end, "determiner")
    is_idiom = words.at(index + 1) == "in"
    if position > end or is_idiom:
        noun = read_noun(words, position, plural=None if is_idiom else True)
        if noun:
            return Whole(noun[0].group, None, points_back=False, end=noun[1])
    if (
        _is_ordinal(words, index, end)
        or _is_mixed(words, index)
        or _is_elsewhere(words, index, None)
    ):
        return None
    if not is_bare_end(words, end, share=True) or not _stands_in_clause(words, index, end):
        return None
    return Whole(None, None, points_back=False, end=end)


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
    if group and any(lexicon().has("sampled-noun", words.forms, place) for place in places):
        return False
    return any(lexicon().has("elsewhere", words.forms, place) for place in places)


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
    return _of(whole, Mention(type=kind, start=index, end=high[1], bounds=(low[0], high[0])))


def read_universal(words: Words, index: int, rule: Approximator | None) -> Mention | None:
    """ "All", "each", "both", "none" and the like with what they are said of."""
    quantifier = lexicon().quantifiers.get(words.at(index))
    if quantifier is None or words.at(index - 1) in ("not", "at"):
        return None
    if lexicon().has("polar", words.forms, index) and not _is_negated(words, index):
        return None
    if quantifier.of:
        return _read_of_two(words, index, quantifier.share * quantifier.of, quantifier.of)
    if quantifier.share and (mention := _read_all_but(words, index)):
        return mention
    whole = _universal_of(words, index, quantifier)
    if whole is None:
        return None
    share = Fraction(quantifier.share)
    bounds = rule.bounds(share, share) if rule and rule.is_short_of and share else (share, share)
    is_exact = bounds == (share, share)
    mention = _of(whole, Mention(type="fraction", start=index, end=whole.end, bounds=bounds))
    if whole.total:
        value = whole.total * quantifier.share if is_exact else None
        return replace(mention, type="ratio", value=value)
    if is_exact and (_is_norm(words, index, whole.end) or not _is_of_sample(words, whole)):
        return None
    return replace(mention, is_universal=is_exact)


def _is_negated(words: Words, index: int) -> bool:
    """Whether a negation before it makes "any" mean nothing: "no plan in any of the cases"."""
    for place in range(index - 1, max(-1, index - _FAR), -1):
        if lexicon().has("contrast", words.forms, place) is not None:
            return False
        if lexicon().has("negation", words.forms, place) is not None:
            return True
    return False


def _read_of_two(words: Words, index: int, value: int, total: int) -> Mention | None:
    """ "Both plans", "neither case", "neither of the two"."""
    mention = Mention(type="ratio", start=index, end=index + 1, value=value, total=total)
    if whole := read_whole(words, index + 1):
        return replace(_of(whole, mention), total=total) if whole.total in (None, total) else None
    position = skip_group(words, index + 1, "determiner")
    if noun := read_noun(words, position, plural=value > 0, joined=False):
        return replace(mention, end=noun[1], group=noun[0].group)
    return mention if is_verb(words, index + 1, share=True) else None


def _read_all_but(words: Words, index: int) -> Mention | None:
    """ "All but one case", "all bar one of the 14", "all but three were"."""
    after = lexicon().has("exception", words.forms, index + 1)
    number = read_number(words, after) if after else None
    if number is None:
        return None
    missing, end = number
    mention = Mention(type="count", start=index, end=end, missing=missing)
    if whole := read_whole(words, end):
        value = whole.total - missing if whole.total else None
        kind = "count" if value is None else "ratio"
        return replace(_of(whole, mention), type=kind, value=value)
    if noun := read_noun(words, end, plural=missing > 1):
        return replace(mention, end=noun[1], group=noun[0].group)
    return mention if is_bare_end(words, end, share=True) else None


def _universal_of(words: Words, index: int, quantifier: Quantifier) -> Whole | None:
    """What "all", "each", "every", "no" and "none" are said of."""
    start = index + 1
    if words.at(start) == "one" and quantifier.word in ("each", "every"):
        start += 1
    if (whole := read_whole(words, start)) and quantifier.word != "no":
        return whole
    people = read_people(words, start)
    if quantifier.word == "all" and people is not None:
        return Whole("staff", None, points_back=False, end=people)
    position = skip_group(words, start, "determiner") if quantifier.word == "all" else start
    if quantifier.word == "all" and (total := _read_all_of(words, position)):
        return total
    plural = {"all": True, "no": None}.get(quantifier.word, False)
    noun = None if quantifier.word == "none" else read_noun(words, position, plural=plural)
    if noun:
        counts_people = noun[0].group in ("case", "child", "staff")
        if noun[0].group == "post" or (quantifier.word in ("no", "any") and not counts_people):
            return None
        return Whole(noun[0].group, None, points_back=False, end=noun[1])
    before = words.at(index - 1)
    is_subject = not before[:1].isalnum() or lexicon().has("opening", (before,), 0) is not None
    if quantifier.word in ("all", "none") and is_subject and is_verb(words, start, share=True):
        return Whole(None, None, points_back=False, end=start + 1)
    return None


def _read_all_of(words: Words, index: int) -> Whole | None:
    """The number behind "all", as a total: "all nine", "all four of the plans"."""
    if total := read_total(words, index):
        return total
    number = read_number(words, index)
    whole = read_whole(words, number[1]) if number else None
    return replace(whole, total=number[0]) if number and whole and not whole.total else None


def _is_norm(words: Words, start: int, end: int) -> bool:
    """Whether a universal says what ought to be: "should be done in all cases"."""
    places = (*range(max(0, start - _FAR), start), end, end + 1)
    return any(lexicon().has("norm", words.forms, place) is not None for place in places)


def _is_of_sample(words: Words, whole: Whole) -> bool:
    """Children are meant in general unless the words say which: "all the children we met"."""
    if whole.group != "child":
        return True
    near = range(whole.end, whole.end + _NEAR)
    return any(lexicon().has("sampled-noun", words.forms, place) is not None for place in near)
