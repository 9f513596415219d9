"""The parts of a quantity: number, percentage, part of a whole, counted noun, verb.

Every function reads at an index of a sentence's words and gives what it read with the
index behind it, or ``None``. None looks further than a few words, so the time grows with
the length of the sentence only.
"""

from __future__ import annotations

import re
from fractions import Fraction
from math import gcd

from yotgraph.extraction.quantities.tokens import Words
from yotgraph.extraction.quantities.words import Noun, lexicon

__all__ = [
    "is_bare_end",
    "is_only_verb",
    "is_participle",
    "is_verb",
    "read_noun",
    "read_number",
    "read_part",
    "read_percentage",
    "skip_group",
]

_DIGITS = re.compile(r"[1-9]\d{0,2}")
_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d+)?)%?")
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[-'/][^\W\d_]+)*")
# Behind a number of at most three words.
_PERCENT, _REACH = frozenset(("%", "per", "percent")), 5
_MOST_MODIFIERS = 6
_MOST_SKIPPED = 3
_TENS = 20
_OPENS_OBJECT = frozenset(("how", "no", "nothing", "that", "what"))
_SHORTEST_PAST = 4
_LONGEST_CLAUSE = 20


def skip_group(words: Words, index: int, group: str) -> int:
    """The index behind a few words of a group, the same index where there are none."""
    for _ in range(_MOST_SKIPPED):
        end = lexicon().has(group, words.forms, index)
        if end is None:
            break
        index = end
    return index


def read_number(words: Words, index: int) -> tuple[int, int] | None:
    """A whole number from 1 to 999 in figures, or to 99 in words.

    >>> from yotgraph.extraction.quantities.tokens import read_words
    >>> read_number(read_words("twenty-six cases"), 0)
    (26, 1)
    """
    form = words.at(index)
    if not lexicon().may_be_number(form):
        return None
    phrases = lexicon().number_phrases
    if form in phrases.openings and (phrase := phrases.at(words.forms, index)):
        return phrase
    if lexicon().has("magnitude", words.forms, index + 1) is not None:
        return None
    if _DIGITS.fullmatch(form):
        return int(form), index + 1
    numbers = lexicon().numbers
    if form in numbers:
        tens, unit = numbers[form], numbers.get(words.at(index + 1), 10)
        return (tens + unit, index + 2) if tens >= _TENS and unit < 10 else (tens, index + 1)
    tens_word, _, unit_word = form.partition("-")
    tens, unit = numbers.get(tens_word, 0), numbers.get(unit_word, 10)
    return (tens + unit, index + 1) if tens >= _TENS and unit < 10 else None


def read_percentage(words: Words, index: int) -> tuple[Fraction, int] | None:
    """A percentage as a share of 1: "48%", "62.5 per cent", "forty per cent"."""
    form = words.at(index)
    if not lexicon().may_be_number(form):
        return None
    if not form.endswith("%") and _PERCENT.isdisjoint(words.forms[index + 1 : index + _REACH]):
        return None
    figure = _DECIMAL.fullmatch(form)
    number = read_number(words, index)
    if figure is None and number is None:
        return None
    end = number[1] if number else index + 1
    if not form.endswith("%"):
        if words.at(end) in ("%", "percent"):
            end += 1
        elif words.at(end) == "per" and words.at(end + 1) == "cent":
            end += 2
        else:
            return None
    value = Fraction(figure[1]) if figure else Fraction(number[0] if number else 0)
    return (value / 100, end) if value <= 100 else None


def read_part(words: Words, index: int) -> tuple[Fraction, int] | None:
    """A part of a whole in words: "half", "a third", "two-thirds", "one half"."""
    divisors = lexicon().divisors
    form = words.at(index)
    if divisors.get(form) == (2, False):
        return Fraction(1, 2), index + 1
    count_word, hyphen, part_word = form.partition("-")
    end = index + 1
    if not hyphen:
        part_word, end = words.at(index + 1), index + 2
        further = lexicon().has("additional", words.forms, index + 1)
        if count_word == "a" and further is not None:
            part_word, end = words.at(further), further + 1
    count = 1 if count_word == "a" and not hyphen else lexicon().numbers.get(count_word)
    divisor, plural = divisors.get(part_word, (0, False))
    if count is None or not 0 < count < divisor or (count > 1) != plural:
        return None
    if gcd(count, divisor) > 1:
        # Nobody writes one half as "two quarters"; these are three months each.
        return None
    return Fraction(count, divisor), end


def read_noun(
    words: Words, index: int, *, plural: bool | None, joined: bool = True
) -> tuple[Noun, int] | None:
    """A counted noun behind its adjectives. ``plural`` says which form it must have;
    ``joined`` allows adjectives joined by "and"."""
    modified = lexicon().has("modifying", words.forms, index)
    found = _read_noun(words, modified, plural, joined) if modified else None
    return found or _read_noun(words, index, plural, joined)


def _read_noun(
    words: Words, index: int, plural: bool | None, joined: bool
) -> tuple[Noun, int] | None:
    for position in range(index, index + _MOST_MODIFIERS + 1):
        found = lexicon().nouns.at(words.forms, position)
        if found and _agrees(found[0], plural) and not _is_first_of_compound(words, *found):
            return found
        if found and found[0].plural:
            return None
        if not _is_modifier(words, position, joined and position > index):
            return None
    return None


def _is_first_of_compound(words: Words, noun: Noun, end: int) -> bool:
    """Whether a noun only describes the one behind it: "plan reviews", "staff training".
    A plural in "-s" never does."""
    if noun.plural and words.at(end - 1).endswith("s"):
        return False
    if lexicon().has("compound", words.forms, end) is not None:
        return True
    return not noun.plural and lexicon().nouns.at(words.forms, end) is not None


def _agrees(noun: Noun, plural: bool | None) -> bool:
    return plural is None or noun.plural is plural


def _is_modifier(words: Words, index: int, joined: bool) -> bool:
    form = words.at(index)
    if form == "and":
        return joined
    if not _WORD.fullmatch(form) or form in lexicon().numbers:
        return False
    if lexicon().has("stop", words.forms, index) is not None:
        return False
    if form.endswith("est") and len(form) > _SHORTEST_PAST:
        return False
    return not form.endswith("s") or form.endswith(("ss", "us", "is", "'s"))


def is_bare_end(words: Words, index: int, *, share: bool = False) -> bool:
    """Whether a number or share ends there without a noun: at a sign, a conjunction, a
    preposition or a verb."""
    if not words.at(index)[:1].isalnum():
        return True
    return any(
        lexicon().has(group, words.forms, index) is not None
        for group in ("joining", "preposition", "judged")
    ) or is_verb(words, index, share=share)


def is_participle(words: Words, index: int) -> bool:
    """Whether a participle stands there: "those aged", "those leaving", "those written"."""
    form = words.at(index)
    if lexicon().has("participle", words.forms, index) is not None:
        return True
    return form.endswith(("ed", "ing")) and len(form) > _SHORTEST_PAST


def is_verb(words: Words, index: int, *, share: bool = False) -> bool:
    """Whether a verb stands there, whose subject a number or share before it can be.

    A word in "-ed" may be a verb ("two failed to") or an adjective ("two failed plans"):
    behind a share it is taken for a verb, behind a number only where no noun can follow.
    """
    if lexicon().has("verb", words.forms, index) is not None:
        return True
    form = words.at(index)
    if form.endswith("ly") and len(form) > _SHORTEST_PAST:
        index += 1
        form = words.at(index)
        if lexicon().has("verb", words.forms, index) is not None:
            return True
    if not form.endswith("ed") or len(form) <= _SHORTEST_PAST:
        return False
    behind = words.at(index + 1)
    is_last = not behind[:1].isalnum()
    has_object = behind in _OPENS_OBJECT or lexicon().has("determiner", words.forms, index + 1)
    is_stopped = lexicon().has("stop", words.forms, index + 1) is not None
    return share or is_last or is_stopped or bool(has_object)


def is_only_verb(words: Words, index: int) -> bool:
    """Whether a word in "-ed" is the verb of its clause, since no other follows: "three
    omitted earlier offences", but not "two trained volunteers had left".

    >>> from yotgraph.extraction.quantities.tokens import read_words
    >>> is_only_verb(read_words("three omitted earlier offences."), 1)
    True
    >>> is_only_verb(read_words("two trained volunteers had left."), 1)
    False
    """
    if not words.at(index).endswith("ed") or len(words.at(index)) <= _SHORTEST_PAST:
        return False
    for place in range(index + 1, min(index + _LONGEST_CLAUSE, len(words))):
        form = words.at(place)
        if not form[:1].isalnum() or lexicon().has("joining", words.forms, place) is not None:
            return True
        if is_verb(words, place):
            return False
    return True
