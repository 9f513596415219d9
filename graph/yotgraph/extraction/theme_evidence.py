"""What a text holds that speaks for or against themes: its cues, its words and its heading.

What stands in the opening sentence, or before the verb of its sentence, weighs more: there a
text says what it is about.

>>> evidence = read_evidence("Plans were late.", heading="Planning")
>>> sorted(evidence.cues), sorted(evidence.words), sorted(evidence.heading)
(['planning'], ['late', 'plan'], ['planning'])
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from yotgraph.extraction.lexicon import lexicon
from yotgraph.extraction.matching import fold_signs
from yotgraph.extraction.phrases import word_places
from yotgraph.extraction.theme_cues import theme_cues
from yotgraph.reading.sentences import split

__all__ = ["ThemeEvidence", "read_evidence", "stem"]

_OPENING, _BEFORE_VERB = 1.3, 1.4
# A word that stands once in a text of this many words counts its logarithm alone.
_MIDDLING_LENGTH = 180
_SHORTEST_PLURAL = 5


class ThemeEvidence(NamedTuple):
    """What a text holds: the weight of its cues by theme, how much it says of each word (as
    :func:`stem` gives it) for its length, and the words of its heading."""

    cues: Mapping[str, float]
    words: Mapping[str, float]
    heading: frozenset[str]

    def of_cues(self, theme: str) -> tuple[float, float]:
        """What the cues of a theme are: their share of the weightiest theme's, and the logarithm
        of one more than their weight."""
        amount = self.cues.get(theme, 0.0)
        return amount / max(self.cues.values(), default=1.0), math.log1p(amount)


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


@lru_cache(maxsize=16384)
def _content(form: str) -> str | None:
    """The stem of a word that tells of what is spoken; nothing for numbers, signs, grammar."""
    is_word = "a" <= form[0] <= "z" and form not in lexicon().lists["grammar"]
    return stem(form) if is_word else None


def read_evidence(text: str, heading: str | None = None) -> ThemeEvidence:
    """The evidence of a text below a printed heading."""
    folded = fold_signs(text)
    finite = lexicon().lists["finite"]
    words: defaultdict[str, float] = defaultdict(float)
    length = 0
    starts: list[int] = []
    verbs: list[int] = []
    for span in split(folded):
        sentence = folded[span.start : span.end]
        forms, places = word_places(sentence)
        verb = next((place for place, form in enumerate(forms) if form in finite), len(forms))
        weight = _OPENING if not starts else 1.0
        for part, factor in ((forms[:verb], weight * _BEFORE_VERB), (forms[verb:], weight)):
            for word in filter(None, map(_content, part)):
                words[word] += factor
        # How many words the name of a place has says nothing of the subject.
        length += sum(sentence[place].islower() for place in places)
        starts.append(span.start)
        verbs.append(span.start + places[verb] if verb < len(forms) else span.end)
    norm = math.sqrt(_MIDDLING_LENGTH / max(length, 1))
    return ThemeEvidence(
        cues=_cues(folded, starts, verbs),
        words={word: norm * math.log1p(weight) for word, weight in words.items()},
        heading=_heading_words(heading) if heading else frozenset(),
    )


@lru_cache(maxsize=256)
def _heading_words(heading: str) -> frozenset[str]:
    forms, _ = word_places(fold_signs(heading))
    return frozenset(stem(form) for form in forms if form[0].isalpha())


def _cues(text: str, starts: Sequence[int], verbs: Sequence[int]) -> dict[str, float]:
    """The weight of each theme's cues: in each sentence the weightiest counts."""
    best: dict[tuple[str, int], float] = {}
    for start, _, (theme, strength) in theme_cues(text):
        number = max(bisect_right(starts, start) - 1, 0)
        weight = strength if number else strength * _OPENING
        if start < verbs[number]:
            weight *= _BEFORE_VERB
        if weight > best.get((theme, number), 0.0):
            best[theme, number] = weight
    sums: defaultdict[str, float] = defaultdict(float)
    for (theme, _), weight in best.items():
        sums[theme] += weight
    return dict(sums)
