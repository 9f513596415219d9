"""Counts that announce a whole: "plans were required in 15 cases", of which seven were adequate.

>>> from yotgraph.extraction.quantities.tokens import read_words
>>> is_announced(read_words("plans were required in 15 cases."), 3)
True
>>> is_announced(read_words("plans were poor in 15 cases."), 3)
False
"""

from __future__ import annotations

from yotgraph.extraction.quantities.grammar import is_verb
from yotgraph.extraction.quantities.tokens import Words
from yotgraph.extraction.quantities.words import lexicon

__all__ = ["is_announced", "is_topic", "needs_something"]

_FAR = 14
_NEAR = 3


def is_topic(words: Words, end: int) -> bool:
    """Whether what was counted is the subject of its clause: "six young people were ..."."""
    behind = lexicon().has("of-the-sample", words.forms, end) or end
    return is_verb(words, behind, share=True)


def needs_something(words: Words, end: int) -> bool:
    """Whether what was counted only needed something, of which the sentence may then tell
    how often it was given: "eleven cases required a review, and seven had one"."""
    places = range(end, end + _NEAR)
    return lexicon().holds("needing", words.forms, places)


def is_announced(words: Words, start: int) -> bool:
    """Whether the words before a count only say that there were so many: "a review was due
    in 17 cases", "there had been a change in 14 cases". A clause that denies announces
    nothing."""
    says_so = any(
        lexicon().has("announcing", words.forms, place) == start
        for place in range(max(0, start - _NEAR), start)
    )
    if not says_so:
        is_place = lexicon().has("preposition", words.forms, start) is not None
        says_so = is_place and _has_before(words, start, "existential")
    return says_so and not _has_before(words, start, "negation")


def _has_before(words: Words, end: int, group: str) -> bool:
    places = range(max(0, end - _FAR), end)
    return lexicon().holds(group, words.forms, places)
