"""Counts, ratios and totals: "in six cases", "5 of the 12 plans", "the four reviews"."""

from __future__ import annotations

import re
from fractions import Fraction

from yotgraph.extraction.quantities.bare import (
    is_told_by_clause,
    points_back_before,
    stands_alone,
)
from yotgraph.extraction.quantities.grammar import (
    is_verb,
    read_noun,
    read_number,
)
from yotgraph.extraction.quantities.mention import Mention, bounds_of
from yotgraph.extraction.quantities.relatives import whole_before
from yotgraph.extraction.quantities.roles import (
    as_opening,
    as_printed,
    before_limits,
    is_behind_opening,
)
from yotgraph.extraction.quantities.tokens import Words
from yotgraph.extraction.quantities.wholes import Whole, of_whole, read_gloss, read_whole
from yotgraph.extraction.quantities.words import Approximator, lexicon

__all__ = ["read_count"]

_SLASHED = re.compile(r"([1-9]\d{0,2})/([1-9]\d{0,2})")
_NEAR = 5
_NOTHING = (Fraction(0), Fraction(0))


def read_count(
    words: Words, index: int, rule: Approximator | None
) -> tuple[Mention | None, int] | None:
    """A count, ratio or total, and the index behind it.

    A number that counts nothing ("two or three cases", "level 2 cases", a workload) gives
    no mention but the index behind it; no number gives ``None``.
    """
    form = words.at(index)
    if "/" in form and (slashed := _SLASHED.fullmatch(form)):
        return _ratio_of_figures(words, index, int(slashed[1]), int(slashed[2]))
    number = read_number(words, index)
    if number is None:
        return _read_last(words, index)
    value, end = number
    if (after := _read_inexact(words, end)) is not None:
        return None, after
    before = lexicon().has("place", words.forms, index - 1)
    if before is not None:
        return None, end
    if value == 1 and words.at(index - 1) == "not":
        none = _read_ratio(words, index, 0, end, rule) or _read_not_one(words, end)
        return (none._replace(start=index - 1) if none else None), none.end if none else end
    if value == 1 and (whole := read_whole(words, end)) and _is_predicate(words, index):
        return None, whole.end
    mention = _read_ratio(words, index, value, end, rule)
    is_part = is_behind_opening(words, before_limits(words, index))
    if mention is None and (is_part or not _is_workload(words, index, end)):
        mention = _read_plain(words, index, value, end)
    if mention is None:
        return None, end
    if rule is not None and mention.type == "count" and _is_rule(words, index):
        kept = value if rule.is_inclusive else None
        if kept is None and mention.group == "child":
            # "More than 80 children": nobody says how many, or of how many.
            return None, mention.end
        mention = mention._replace(value=kept, approximator=rule)
    return mention, mention.end


def _read_last(words: Words, index: int) -> tuple[Mention | None, int] | None:
    """ "The remaining case": one that is left of a whole."""
    if lexicon().has("remaining", words.forms, index) is None or words.at(index - 1) != "the":
        return None
    noun = read_noun(words, index + 1, plural=False)
    if noun is None or noun[0].group in ("sample", "post", "staff", "other"):
        return None
    start = _phrase_start(words, index)
    return Mention(type="count", start=start, end=noun[1], value=1, group=noun[0].group), noun[1]


def _ratio_of_figures(
    words: Words, index: int, value: int, total: int
) -> tuple[Mention | None, int]:
    noun = read_noun(words, index + 1, plural=True)
    is_gloss = words.at(index - 1) == "(" and words.at(index + 1) == ")"
    if value > total or (noun is None and not is_gloss):
        return None, index + 1
    end = noun[1] if noun else index + 1
    group = noun[0].group if noun else None
    mention = _as_part(value, total, None)._replace(start=index, end=end, group=group)
    return mention, end


def _read_inexact(words: Words, end: int) -> int | None:
    """The index behind a second number that makes the first inexact: "two or three"."""
    if words.at(end) == "and" and words.at(end + 1) == "a" and words.at(end + 2) == "half":
        return end + 3
    behind = lexicon().has("range", words.forms, end)
    second = read_number(words, behind) if behind is not None else None
    return second[1] if second else None


def _is_predicate(words: Words, index: int) -> bool:
    """Whether a number says what somebody is: "he was one of three young people"."""
    return words.at(index - 1) in ("was", "is", "be", "being", "as")


def _is_workload(words: Words, start: int, end: int) -> bool:
    """Whether the number is a mean or a load: "average caseloads of 12 cases"."""
    places = (*range(start - _NEAR, start), *range(end, end + _NEAR))
    return lexicon().holds(
        "mean", words.forms, (place for place in places if words.at(place - 2) != "on")
    )


def _is_rule(words: Words, index: int) -> bool:
    """Whether the word before a count approximates it. "About two cases" may well be about
    two cases: a preposition approximates only a number that is written in figures."""
    is_preposition = lexicon().has("prepositional", words.forms, index - 1) is not None
    return not is_preposition or words.at(index).isdigit()


def _read_ratio(
    words: Words, index: int, value: int, end: int, rule: Approximator | None
) -> Mention | None:
    """ "5 of the 12 plans", "five (of a possible 12) plans", "five plans out of 12", "12
    plans, of which five"."""
    if (relative := whole_before(words, index)) and value <= relative[1]:
        start, total = relative
        return _as_part(value, total, rule)._replace(start=start, end=end, is_subject=True)
    whole = read_whole(words, end) or _read_glossed(words, end)
    if whole is None and (noun := read_noun(words, end, plural=value > 1)):
        whole = read_whole(words, noun[1])
        if whole and whole.total:
            whole = whole._replace(group=noun[0].group)
    if whole is None or whole.total is None or value > whole.total:
        return None
    part = _as_part(value, whole.total, rule)
    if rule is not None and words.at(end) == "out" and not words.at(index).isdigit():
        # "Nearly nine out of ten" counts nothing: it is a share.
        part = part._replace(type="fraction", value=None, total=None)
    return part._replace(
        start=index,
        end=whole.end,
        group=whole.group,
        is_subject=value > 1 and is_verb(words, whole.end, share=True),
    )


def _read_not_one(words: Words, end: int) -> Mention | None:
    """ "Not one of the plans", "not one had been trained": none of them."""
    if whole := read_whole(words, end):
        none = Mention(type="fraction", start=end, end=end, bounds=_NOTHING, is_universal=True)
        return of_whole(whole, none)
    is_subject = is_verb(words, end, share=True)
    return (
        Mention(type="count", start=end, end=end, value=0, is_subject=True) if is_subject else None
    )


def _as_part(value: int, total: int, rule: Approximator | None) -> Mention:
    """A ratio, still without its place."""
    share = Fraction(value, total)
    bounds = bounds_of(share, rule)
    return Mention(type="ratio", start=0, end=0, value=value, total=total, bounds=bounds)


def _read_glossed(words: Words, end: int) -> Whole | None:
    """The total behind or in brackets: "(of a possible 12) plans", "(58%) of the 24"."""
    gloss = read_gloss(words, end)
    if gloss is None:
        return None
    if gloss.denominator is None:
        return read_whole(words, gloss.end)
    noun = read_noun(words, gloss.end, plural=None)
    group, after = (noun[0].group, noun[1]) if noun else (None, gloss.end)
    return Whole(group, gloss.denominator, points_back=False, end=after)


def _read_plain(words: Words, index: int, value: int, end: int) -> Mention | None:
    """A number with its noun, a number "of the cases", or a number alone."""
    mention = Mention(
        type="count",
        start=_phrase_start(words, index),
        end=end,
        value=value,
        is_existential=words.at(before_limits(words, index)) in ("were", "are", "was"),
        is_leading=_is_leading(words, index),
        is_remainder=_is_remainder(words, index),
        points_back=points_back_before(words, index),
    )
    whole = read_whole(words, end)
    if whole and whole.total is None:
        if whole.points_back and whole.group is None and mention.is_existential:
            # "There are 46 of them": how many there are, and no part.
            return None
        group = "case" if whole.group == "sample" else whole.group
        return mention._replace(end=whole.end, group=group, points_back=whole.points_back)
    if noun := read_noun(words, end, plural=value > 1):
        named = mention._replace(end=noun[1], group=noun[0].group)
        return as_printed(words, index, named)
    if opening := as_opening(words, index, mention):
        return opening
    gloss = read_gloss(words, end)
    behind = gloss.end if gloss else end
    if is_told_by_clause(words, index, value, behind):
        return mention._replace(is_subject=True)
    return mention if stands_alone(words, index, value, behind) else None


def _phrase_start(words: Words, index: int) -> int:
    """Where the phrase of a count begins: with "in", "a further", "the remaining"."""
    if lexicon().has("preposition", words.forms, index - 1) is not None:
        return index - 1
    start = index
    if lexicon().has("additional", words.forms, start - 1) is not None:
        start -= 1
    return start - 1 if words.at(start - 1) in ("a", "the") else start


def _is_remainder(words: Words, index: int) -> bool:
    """Whether a number is all that is left of a whole: "the other three"."""
    before = words.at(index - 1)
    return words.at(index - 2) == "the" and lexicon().has("rest", (before,), 0) is not None


def _is_leading(words: Words, index: int) -> bool:
    """Whether the sentence opens with the count, but for a word and its comma."""
    start = _phrase_start(words, index)
    if start < index and lexicon().has("preposition", words.forms, start - 1) is not None:
        start -= 1
    start = before_limits(words, start) + 1
    return start == 0 or (start <= _NEAR and words.at(start - 1) == ",")
