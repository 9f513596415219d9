"""What a number with its noun is: a finding, a total, the sample, or a load."""

from __future__ import annotations

from dataclasses import replace

from yotgraph.extraction.quantities.grammar import is_bare_end, is_participle, is_verb
from yotgraph.extraction.quantities.mention import Mention
from yotgraph.extraction.quantities.tokens import Words
from yotgraph.extraction.quantities.words import lexicon

__all__ = ["as_opening", "as_printed", "before_limits"]

_NEAR = 5
_FAR = 60
_LONGEST_LIMIT = 4


def before_limits(words: Words, index: int) -> int:
    """The index of the last word before a number and its "only"."""
    position = index - 1
    while (length := _length_of_limit(words, position)) > 0:
        position -= length
    return position


def _length_of_limit(words: Words, end: int) -> int:
    """How many words that end there limit or approximate the number behind them."""
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
    if mention.group in ("sample", "post") or (value == 1 and mention.group in ("child", "staff")):
        return None
    before = before_limits(words, index)
    is_rate = lexicon().has("rate", words.forms, mention.end) is not None
    if is_rate or _is_workforce(words, before, mention):
        return None
    if mention.group == "child" and not _is_told_of(words, before, mention.end):
        return None
    total = replace(mention, type="total", start=index)
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
    return replace(total, is_definite=not is_these)


def as_opening(words: Words, index: int, mention: Mention) -> Mention | None:
    """A number without a noun as the total that opens a clause: "Of the seven interviewed",
    "Of the five that were late"."""
    before = before_limits(words, index)
    before -= lexicon().has("determiner", words.forms, before) is not None
    if words.at(before) != "of" or not (
        is_bare_end(words, mention.end) or is_participle(words, mention.end)
    ):
        return None
    return _of_total(words, before, replace(mention, type="total", start=index))


def _of_total(words: Words, index: int, total: Mention) -> Mention | None:
    """The total behind an "of" that opens a clause: "Of the 12 cases, ..."."""
    before = words.at(index - 1)
    if before[:1].isalnum() and lexicon().has("opening", (before,), 0) is None:
        return None
    return replace(total, start=index, opens_clause=True)


def _is_told_of(words: Words, before: int, end: int) -> bool:
    """Whether children are what the clause is about: "two young people had", "for three
    children". Elsewhere they may be the people around a child, "her two young children"."""
    if lexicon().has("preposition", words.forms, before) is not None:
        return True
    if lexicon().has("concerning", words.forms, before) is not None:
        return _is_said_by_inspectors(words, before)
    if lexicon().has("determiner", words.forms, before) is not None:
        return words.at(before) in ("the", "these", "those")
    end = lexicon().has("of-the-sample", words.forms, end) or end
    word = words.at(before)
    opens = not word[:1].isalnum() or lexicon().has("opening", (word,), 0) is not None
    return opens and (is_verb(words, end) or lexicon().has("joining", words.forms, end) is not None)


def _is_said_by_inspectors(words: Words, end: int) -> bool:
    """Whether inspectors are the subject before: "we were worried about two children"."""
    places = range(max(0, end - _FAR), end)
    return any(lexicon().has("sample-subject", words.forms, place) is not None for place in places)


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
    is_passive = words.at(end) in ("were", "was")
    if is_passive and lexicon().has("sampled", words.forms, end + 1) is not None:
        return True
    if lexicon().has("judged", words.forms, end) is not None:
        return False
    for verb in range(max(0, before - _NEAR), before + 1):
        behind = lexicon().has("sample-verb", words.forms, verb)
        if behind is not None and (behind >= before or words.at(before) == "of"):
            is_second = lexicon().has("coordinating", words.forms, verb - 1) is not None
            subjects = range(0 if is_second else max(0, verb - _NEAR), verb)
            return any(
                lexicon().has("sample-subject", words.forms, place) is not None
                for place in subjects
            )
    return False
