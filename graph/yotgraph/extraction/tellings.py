"""The wordings by which a sentence tells of one case, from
``ontology/schemes/practice-examples.ttl``, with as few searches as can be.

>>> is_worded("one-case", "In one case the plan was late."), is_worded("one-case", "Plans were late.")
(True, False)
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from yotgraph.vocabulary import Concept, load_scheme

__all__ = ["is_worded", "labels_of", "wording"]

_WORD = re.compile(r"[^\W_]+")


@cache
def wording(notation: str) -> Concept:
    """The concept of that notation. Raises :class:`LookupError` where there is none."""
    concept = load_scheme("practice-examples").get(notation)
    if concept is None:
        raise LookupError(notation)
    return concept


def is_worded(notation: str, text: str) -> bool:
    """Whether a wording matches a text. Most texts hold none of the words that its patterns
    need, and cost no search."""
    needed = labels_of(notation)
    if needed and needed.isdisjoint(_words(text)):
        return False
    return wording(notation).matches(text) is not None


@cache
def labels_of(notation: str) -> frozenset[str]:
    """The alternative labels of a wording."""
    return frozenset(wording(notation).alt_labels)


@lru_cache(maxsize=2048)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))
