"""Whether a sentence tells what happened to one child.

It names a child by one given name, or speaks of "a boy" or "one young woman"; it tells what
was and not what is usual; and it, or the sentence behind it, goes on with "he" or "she". The
wordings stand in ``ontology/schemes/practice-examples.ttl``.

>>> tells_of_one_child("A boy of 13 had been moved, and nobody visited him for weeks.")
True
>>> tells_of_one_child("A child who misses an appointment is rung by his worker.")
False
"""

from __future__ import annotations

import re
from functools import cache

from yotgraph.extraction.phrases import word_parts
from yotgraph.extraction.tellings import is_worded, labels_of
from yotgraph.vocabulary import load_register

__all__ = ["given_names", "tells_of_one_child"]

# One capitalised word, which is no part of a longer name.
_NAME = re.compile(
    r"(?<![A-Z][a-z] )(?<![\w’'-])(?P<name>[A-Z][a-zà-ÿ]+)(?P<own>['’]s)?(?![\w-])(?! [A-Z])"
)
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w’'.-]*,? $")
_FEW_WORDS = 12
_LONGEST_WORD = 40


def tells_of_one_child(sentence: str, following: str = "") -> bool:
    """Whether a sentence tells of one child; ``following`` is the one behind it."""
    is_named = bool(given_names(sentence))
    if not (is_named or is_worded("one-child", sentence)):
        return False
    begins = " ".join(following.split()[:_FEW_WORDS])
    goes_on = any(is_worded("one-pronoun", text) for text in (sentence, begins))
    if not (is_named or goes_on or is_worded("announces", sentence)):
        return False
    return is_worded("past", sentence) and not is_worded("usual", sentence)


def given_names(sentence: str) -> frozenset[str]:
    """The given names that stand alone in a sentence, as children's do.

    >>> sorted(given_names("Chloe's worker met Adam Smith and Liam at Hindley."))
    ['Chloe', 'Liam']
    >>> sorted(given_names("The rate for Kensington and Chelsea was 41.3%."))
    []
    """
    if _small_names().isdisjoint(word_parts(sentence)):
        return frozenset()
    known = labels_of("given-name")
    return frozenset(
        match["name"]
        for match in _NAME.finditer(sentence)
        if match["name"] in known
        and not _follows_capital(sentence, match.start())
        and not sentence[: match.end("name")].endswith(_places_with_names())
    )


@cache
def _places_with_names() -> tuple[str, ...]:
    """The places whose name ends in a given name."""
    known = labels_of("given-name")
    labels = (place.label for place in load_register("services"))
    return tuple(sorted(label for label in labels if label.rsplit(" ", 1)[-1] in known))


@cache
def _small_names() -> frozenset[str]:
    return frozenset(name.lower() for name in labels_of("given-name"))


def _follows_capital(sentence: str, start: int) -> bool:
    """Whether a capitalised word right before makes a name a part of a longer one."""
    before = sentence[max(0, start - _LONGEST_WORD) : start]
    return _CAPITAL_BEFORE.search(before) is not None and not before.rstrip().endswith(",")
