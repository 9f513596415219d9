"""What a number with its noun is: a finding, a total, the sample, or a load."""

from __future__ import annotations

from fractions import Fraction

from yotgraph.extraction.quantities.grammar import (
    is_bare_end,
    is_participle,
    read_number,
)
from yotgraph.extraction.quantities.mention import SHARED_ONLY, Mention
from yotgraph.extraction.quantities.tokens import Words
from yotgraph.extraction.quantities.wholes import read_all_behind
from yotgraph.extraction.quantities.words import lexicon

__all__ = [
    "as_opening",
    "as_printed",
    "before_limits",
    "is_behind_opening",
    "is_found_to_be",
]

_WHOLE = (Fraction(1), Fraction(1))
_NEAR = 5
_LONGEST_LIMIT = 4
_LONGEST_OPENING = 16
_WHOLES = frozenset(("all", "none"))
_POINTING = frozenset(("the", "these", "those"))


def before_limits(words: Words, index: int) -> int:
    """The index of the last word before a number and its "only"."""
    position = index - 1
    while (length := _length_of_limit(words, position)) > 0:
        position -= length
    return position


def _length_of_limit(words: Words, end: int) -> int:
    """How many words that end there limit or approximate the number behind them."""
    if words.at(end) not in lexicon().limit_endings:
        return 0
    for length in range(1, _LONGEST_LIMIT + 1):
        start = end - length + 1
        behind = lexicon().has("limiting", words.forms, start)
        approximator = lexicon().approximators.at(words.forms, start)
        if approximator and not lexicon().has("prepositional", words.forms, start):
            behind = approximator[1]
        if behind == end + 1:
            return length
    return 0


def as_printed(words: Words, index: int, mention: Mention) -> Mention | None:
    """A named number as count or as total, by the words before and behind it."""
    value = mention.value or 0
    is_person = mention.group in ("child", "staff", *SHARED_ONLY)
    before = before_limits(words, index)
    is_somebody = value == 1 and is_person and before == index - 1
    if mention.group == "sample" or is_somebody:
        return None
    is_rate = lexicon().has("rate", words.forms, mention.end) is not None
    if is_rate or _is_workforce(words, before, mention):
        return None
    total = mention._replace(type="total", start=index)
    is_shared = mention.group in SHARED_ONLY
    if is_shared or (mention.group == "child" and _are_others(words, before, mention.end)):
        before -= words.at(before) == "the"
        return _of_total(words, before, total) if words.at(before) == "of" else None
    if value > 1 and _is_sample(words, before, mention.end):
        return total
    if words.at(before) == "of" and _ends_total(words, before):
        return total
    if words.at(before) == "of" and lexicon().has("ordinal", words.forms, before - 1):
        return None
    if words.at(before) == "of" and (opening := _of_total(words, before, total)):
        return opening
    is_these = lexicon().has("demonstrative", words.forms, before) is not None
    if value == 1 or not (is_these or lexicon().has("determiner", words.forms, before)):
        return mention
    if words.at(before - 1) == "of":
        if opening := _of_total(words, before - 1, total):
            return opening
        if lexicon().has("partitive", words.forms, before - 2) is not None:
            return total
        if lexicon().has("ordinal", words.forms, before - 2) is not None:
            return None
    if (behind := read_all_behind(words, mention.end)) is not None:
        return mention._replace(type="ratio", total=value, end=behind, bounds=_WHOLE)
    return total._replace(is_definite=not is_these)


def as_opening(words: Words, index: int, mention: Mention) -> Mention | None:
    """A number without a noun as the total that opens a clause: "Of the seven interviewed",
    "Of the five that were late"."""
    before = before_limits(words, index)
    total: Mention | None = mention._replace(type="total", start=index)
    is_sample = is_bare_end(words, mention.end) and _is_sample(words, before, mention.end)
    if is_sample and not is_behind_opening(words, before):
        return total
    before -= lexicon().has("rest", words.forms, before) is not None
    before -= lexicon().has("determiner", words.forms, before) is not None
    if words.at(before) != "of":
        return None
    total = _of_total(words, before, mention._replace(type="total", start=index))
    ends = is_bare_end(words, mention.end) or is_participle(words, mention.end)
    return total if ends or _has_part(words, mention.end) else None


def _has_part(words: Words, index: int) -> bool:
    """Whether a comma and a number follow, so that whatever was named is a whole: "Of 19
    actions that we traced, five had been taken"."""
    for place in range(index, min(index + _LONGEST_OPENING, len(words))):
        if words.at(place) == ",":
            begin = place + 1
            while (limit := lexicon().has("limiting", words.forms, begin)) is not None:
                begin = limit
            return words.at(begin) in _WHOLES or read_number(words, begin) is not None
    return False


def is_behind_opening(words: Words, before: int) -> bool:
    """Whether the clause opened with a whole of so many, of which the number behind ``before`` is
    a part, the first that is told: "Of the six who left, two"."""
    first = max(0, before - _LONGEST_OPENING + 1)
    if "of" not in words.forms[first : before + 1]:
        return False
    for place in range(before, first - 1, -1):
        if words.at(place) == "of":
            begin = place + 1 + (lexicon().has("determiner", words.forms, place + 1) is not None)
            lead = words.at(place - 1) if place else ","
            opens = not lead[:1].isalnum() or lexicon().has("opening", (lead,), 0) is not None
            return opens and read_number(words, begin) is not None
        if read_number(words, place) is not None and words.at(place - 1) not in ("the", "of"):
            return False
    return False


def is_found_to_be(words: Words, before: int, end: int) -> bool:
    """Whether inspectors judged so many: "we judged only two to be adequate"."""
    if lexicon().has("judged", words.forms, end) is None:
        return False
    if lexicon().has("judging", words.forms, before) is None:
        return False
    is_second = lexicon().has("coordinating", words.forms, before - 1) is not None
    places = range(0 if is_second else before - 1, before)
    return lexicon().holds("sample-subject", words.forms, places)


def _of_total(words: Words, index: int, total: Mention) -> Mention | None:
    """The total behind an "of" that opens a clause: "Of the 12 cases, ..."."""
    index -= words.at(index - 1) == "out"
    before = words.at(index - 1)
    if before[:1].isalnum() and lexicon().has("opening", (before,), 0) is None:
        return None
    return total._replace(start=index, opens_clause=True)


def _are_others(words: Words, before: int, end: int) -> bool:
    """Whether children are no cases but the people around one, "her two young children", "her
    mother and two younger children", or make up a body, "a panel of eight children"."""
    if lexicon().has("determiner", words.forms, before) is not None:
        return words.at(before) not in _POINTING or words.at(end) == "and"
    group = {"and": "kin", "of": "gathering"}.get(words.at(before))
    return group is not None and lexicon().has(group, words.forms, before - 1) is not None


def _is_workforce(words: Words, before: int, mention: Mention) -> bool:
    """Whether the number is of posts or of the caseload: "the team had 45 staff", "there
    were nine staff", "it supervised 210 young people"."""
    if mention.group == "document":
        return False
    has_them = any(
        lexicon().has("employing", words.forms, place) == before + 1
        for place in (before, before - 1)
    )
    return has_them or (mention.group == "staff" and mention.is_existential)


def _ends_total(words: Words, index: int) -> bool:
    """Whether "of" at the index ends "a total of" or "a sample of"."""
    return any(
        lexicon().has("total", words.forms, place) == index + 1
        for place in range(max(0, index - 3), index)
    )


def _is_sample(words: Words, before: int, end: int) -> bool:
    """Whether the number says how many were examined: "we looked at 14 cases"."""
    behind_short = _behind_short_form(words, end)
    is_passive = words.at(behind_short) in ("were", "was")
    if is_passive and lexicon().has("sampled", words.forms, behind_short + 1) is not None:
        return True
    if lexicon().has("judged", words.forms, end) is not None:
        return False
    for verb in range(max(0, before - _NEAR), before + 1):
        behind = lexicon().has("sample-verb", words.forms, verb)
        if behind is not None and (behind > before or words.at(before) == "of"):
            is_second = lexicon().has("coordinating", words.forms, verb - 1) is not None
            subjects = range(0 if is_second else max(0, verb - _NEAR), verb)
            return lexicon().holds("sample-subject", words.forms, subjects)
    return False


def _behind_short_form(words: Words, end: int) -> int:
    """The index behind a short form in brackets: "pre-sentence reports (PSRs) were"."""
    is_short = words.at(end) == "(" and words.at(end + 2) == ")"
    return end + 3 if is_short else end
