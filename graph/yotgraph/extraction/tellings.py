"""The wordings by which a sentence tells of one case, from
``ontology/schemes/practice-examples.ttl``, with as few searches as can be.

>>> is_worded("one-case", "In one case the plan was late."), is_worded("one-case", "Plans were late.")
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from yotgraph.extraction.gates import Gate
from yotgraph.extraction.matching import Matcher, fold_signs
from yotgraph.extraction.phrases import word_parts
from yotgraph.vocabulary import Concept, load_scheme

__all__ = ["is_worded", "labels_of", "wording"]

# From so many patterns on, looking for their pieces first is quicker.
_MANY = 4
_CAPITALS = "(?-i:"


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
    if needed and needed.isdisjoint(word_parts(text)):
        return False
    if not _finder(notation)(text):
        return False
    return not any(pattern.search(text) for pattern in _excluded(notation))


@cache
def labels_of(notation: str) -> frozenset[str]:
    """The alternative labels of a wording."""
    return frozenset(wording(notation).alt_labels)


@cache
def _finder(notation: str) -> Callable[[str], bool]:
    """The search for the patterns of a wording. Many are tried together, each only where a
    piece of it stands; those to which capitals matter are searched one by one."""
    patterns = wording(notation).patterns
    together = [one for one in patterns if _CAPITALS not in one and len(patterns) >= _MANY]
    matcher = Matcher((), [(pattern, notation) for pattern in together])
    alone = [one for one in patterns if one not in together]
    gate = Gate((one, re.compile(one, re.IGNORECASE)) for one in alone)

    def is_found(text: str) -> bool:
        passing = gate.passing(fold_signs(text).lower()) if alone else ()
        return any(one.search(text) for one in passing) or bool(together and matcher.every(text))

    return is_found


@cache
def _excluded(notation: str) -> tuple[re.Pattern[str], ...]:
    exclusions = wording(notation).exclusions
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in exclusions)
