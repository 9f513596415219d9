"""What a text holds that speaks for or against themes: its cues, its words and its heading.

What stands in the opening sentence, or before the verb of its sentence, weighs more: there a
text says what it is about.

>>> evidence = read_evidence("Plans were late.", heading="Planning")
>>> sorted(evidence.cues), sorted(evidence.words), sorted(evidence.heading)
(['planning'], ['late', 'plan'], ['planning'])
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from yotgraph.extraction.lexicon import lexicon
from yotgraph.extraction.matching import fold_signs
from yotgraph.extraction.theme_cues import theme_cues
from yotgraph.reading.sentences import split

__all__ = ["ThemeEvidence", "read_evidence", "stem"]

_OPENING, _BEFORE_VERB = 1.3, 1.4
_WORD = re.compile(r"[a-z][a-z'/-]*")
#: Words of grammar: they say how a text speaks, not of what.
_GRAMMAR = frozenset(
    ["a", "an", "and", "are", "as", "at", "be", "been", "being", "but", "by", "for", "from", "had", "has", "have", "in", "is", "it", "not", "of", "on", "or", "that", "the", "their", "they", "this", "to", "was", "we", "were", "which", "with"]
)
# A word that stands once in a text of this many words counts its logarithm alone.
_MIDDLING_LENGTH = 100
_SHORTEST_PLURAL = 5


class ThemeEvidence(NamedTuple):
    """What a text holds: the weight of its cues by theme, how much it says of each word (as
    :func:`stem` gives it) for its length, and the words of its heading."""

    cues: Mapping[str, float]
    words: Mapping[str, float]
    heading: frozenset[str]


def stem(word: str) -> str:
    """A word without the ending of the plural, so that one entry serves both.

    >>> [stem(word) for word in ("policies", "plans", "process", "gas")]
    ['policy', 'plan', 'process', 'gas']
    """
    if len(word) < _SHORTEST_PLURAL:
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def read_evidence(text: str, heading: str | None = None) -> ThemeEvidence:
    """The evidence of a text below a printed heading."""
    folded = fold_signs(text)
    starts = [span.start for span in split(folded)] or [0]
    lowered = folded.lower()
    words: defaultdict[str, float] = defaultdict(float)
    verbs = dict.fromkeys(range(len(starts)), len(folded))
    length = 0
    finite = lexicon().lists["finite"]
    for number, match in _by_sentence(lowered, starts):
        word = match.group()
        if word in finite:
            verbs[number] = min(verbs[number], match.start())
        if word not in _GRAMMAR:
            length += 1
            words[stem(word)] += _weight(number, match.start() < verbs[number])
    norm = math.sqrt(_MIDDLING_LENGTH / max(length, 1))
    return ThemeEvidence(
        cues=_cues(folded, starts, verbs),
        words={word: norm * math.log1p(weight) for word, weight in words.items()},
        heading=frozenset(stem(word) for word in _WORD.findall((heading or "").lower())),
    )


def _by_sentence(text: str, starts: list[int]) -> Iterator[tuple[int, re.Match[str]]]:
    """Every word with the number of its sentence."""
    number = 0
    for match in _WORD.finditer(text):
        while number + 1 < len(starts) and starts[number + 1] <= match.start():
            number += 1
        yield number, match


def _weight(sentence: int, is_before_verb: bool) -> float:
    return (1.0 if sentence else _OPENING) * (_BEFORE_VERB if is_before_verb else 1.0)


def _cues(text: str, starts: list[int], verbs: Mapping[int, int]) -> dict[str, float]:
    """The weight of each theme's cues: in each sentence the weightiest counts."""
    best: dict[tuple[str, int], float] = {}
    for cue in theme_cues(text):
        number = max(bisect_right(starts, cue.start) - 1, 0)
        weight = cue.value.weight * _weight(number, cue.start < verbs[number])
        key = (cue.value.theme, number)
        best[key] = max(best.get(key, 0.0), weight)
    sums: defaultdict[str, float] = defaultdict(float)
    for (theme, _), weight in best.items():
        sums[theme] += weight
    return dict(sums)
