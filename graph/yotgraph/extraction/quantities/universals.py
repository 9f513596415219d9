"""Universals: "all", "both", "each", "none", "neither", and "any" behind a negation."""

from __future__ import annotations

from fractions import Fraction

from yotgraph.extraction.quantities.grammar import (
    is_bare_end,
    is_verb,
    read_noun,
    read_number,
    skip_group,
)
from yotgraph.extraction.quantities.mention import SHARED_ONLY, Mention
from yotgraph.extraction.quantities.roles import before_limits
from yotgraph.extraction.quantities.tokens import Words
from yotgraph.extraction.quantities.wholes import (
    Whole,
    of_whole,
    read_people,
    read_total,
    read_whole,
)
from yotgraph.extraction.quantities.words import Approximator, Quantifier, lexicon

__all__ = ["read_universal"]

_NEAR = 4
_AUXILIARY = frozenset(("are", "be", "been", "being", "had", "has", "have", "is", "was", "were"))
#: More words than most sentences have; keeps the time linear where there is no full stop.
_FAR = 60


def read_universal(words: Words, index: int, rule: Approximator | None) -> Mention | None:
    """ "All", "each", "both", "none" and the like with what they are said of."""
    quantifier = lexicon().quantifiers.get(words.at(index))
    if quantifier is None or words.at(index - 1) in ("not", "at", "about"):
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
    if quantifier.share and not whole.total and (mention := _read_but(words, index, whole)):
        return mention
    share = Fraction(quantifier.share)
    bounds = rule.bounds(share, share) if rule and rule.is_short_of and share else (share, share)
    is_exact = bounds == (share, share)
    mention = of_whole(whole, Mention(type="fraction", start=index, end=whole.end, bounds=bounds))
    if whole.total:
        value = whole.total * quantifier.share if is_exact else None
        is_subject = index == 0 or is_verb(words, whole.end, share=True)
        return mention._replace(type="ratio", value=value, is_subject=is_subject)
    if is_exact and not _is_finding(words, index, whole):
        return None
    return mention._replace(is_universal=is_exact)


def _is_finding(words: Words, index: int, whole: Whole) -> bool:
    """Whether a universal tells of the sample what is so: no norm, no children in general,
    and no bare object of what somebody does, "she reads every plan"."""
    if _is_norm(words, index, whole.end) or not _is_of_sample(words, whole):
        return False
    return words.at(index) not in ("each", "every") or not _is_object(words, index)


def _is_object(words: Words, index: int) -> bool:
    """Whether what is said of each case is what somebody does: "reads every plan"."""
    before = words.at(before_limits(words, index))
    groups = ("preposition", "opening", "joining")
    is_apart = any(lexicon().has(group, (before,), 0) is not None for group in groups)
    return before[:1].isalnum() and not is_apart


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
        if whole.total not in (None, total):
            return None
        return of_whole(whole, mention)._replace(total=total, group=_group_of(whole))
    position = skip_group(words, index + 1, "determiner") if value else index + 1
    if noun := read_noun(words, position, plural=value > 0, joined=False):
        is_choice = words.at(noun[1]) in ("or", "nor")
        return (
            None
            if is_choice or noun[0].group == "other"
            else mention._replace(end=noun[1], group=noun[0].group)
        )
    if (
        lexicon().has("preposition", words.forms, index - 1) is not None
        and words.at(index + 1) == ","
    ):
        return mention._replace(start=index - 1)
    if words.at(index - 1) in _AUXILIARY:
        # "Had been neither read nor signed": a conjunction.
        return None
    is_inverted = lexicon().has("inverted", words.forms, index + 2) is not None
    is_subject = is_verb(words, index + 1, share=True) and not is_inverted
    return mention if is_subject else None


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
        return of_whole(whole, mention)._replace(type=kind, value=value)
    if noun := read_noun(words, end, plural=missing > 1):
        return mention._replace(end=noun[1], group=noun[0].group)
    return mention if is_bare_end(words, end, share=True) else None


def _read_but(words: Words, index: int, whole: Whole) -> Mention | None:
    """ "All of the cases bar three", "every case but two"."""
    after = lexicon().has("exception", words.forms, whole.end)
    number = read_number(words, after) if after else None
    if number is None or not is_bare_end(words, number[1], share=True):
        return None
    return Mention(type="count", start=index, end=number[1], missing=number[0], group=whole.group)


def _universal_of(words: Words, index: int, quantifier: Quantifier) -> Whole | None:
    """What "all", "each", "every", "no" and "none" are said of."""
    start = index + 1
    if words.at(start) == "one" and quantifier.word in ("each", "every"):
        start += 1
    if (whole := read_whole(words, start)) and quantifier.word != "no":
        return whole if whole.total or whole.group not in SHARED_ONLY else None
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
        if noun[0].group in SHARED_ONLY or (quantifier.word in ("no", "any") and not counts_people):
            return None
        return Whole(noun[0].group, None, points_back=False, end=noun[1])
    before = words.at(before_limits(words, index))
    is_subject = not before[:1].isalnum() or lexicon().has("opening", (before,), 0) is not None
    if quantifier.word in ("all", "none") and is_subject and is_verb(words, start, share=True):
        return Whole(None, None, points_back=False, end=start + 1)
    return None


def _read_all_of(words: Words, index: int) -> Whole | None:
    """The number behind "all", as a total: "all nine", "all four of the plans"."""
    number = read_number(words, index)
    whole = read_whole(words, number[1]) if number else None
    if number is None or whole is None or whole.total:
        return read_total(words, index)
    return whole._replace(total=number[0], group=_group_of(whole))


def _group_of(whole: Whole) -> str | None:
    """What is counted; those of which the words tell which are meant are cases."""
    return "case" if whole.is_told else whole.group


def _is_norm(words: Words, start: int, end: int) -> bool:
    """Whether a universal says what ought to be: "should be done in all cases"."""
    places = (*range(max(0, start - _FAR), start), end, end + 1)
    return lexicon().holds("norm", words.forms, places)


def _is_of_sample(words: Words, whole: Whole) -> bool:
    """Children are meant in general unless the words say which: "all the children we met"."""
    if whole.group != "child":
        return True
    near = range(whole.end, whole.end + _NEAR)
    return lexicon().holds("sampled-noun", words.forms, near)
