"""Words of a sentence, and the phrases of a vocabulary among them.

>>> table = PhraseTable([("not", "denial"), ("not only", "none")])
>>> table.read(("not", "only", "late", "but", "not", "clear"))
[(0, 2, 'none'), (4, 5, 'denial')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from typing import Generic, TypeVar

from yotgraph.vocabulary import replace_signs

__all__ = ["PhraseTable", "word_parts", "word_places"]

# A word with what is joined to it ("children's", "well-being", "10,000"), or one sign.
_WORD = re.compile(r"(\w+(?:[.,/'-]\w+)*+%?|[^\w\s])")
_JOINING = ".,/'-%"
_FOLDS = {"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "_": " "}

Value = TypeVar("Value")


# Stance, figures and themes read the same sentences.
@lru_cache(maxsize=2048)
def word_places(text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The words and signs of a text, folded, and where each begins.

    >>> word_places("Plans weren’t late.")
    (('plans', "weren't", 'late', '.'), (0, 6, 14, 18))
    """
    folded = replace_signs(text, _FOLDS)
    small = folded.lower()
    if len(small) != len(text):
        small = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in folded)
    forms: list[str] = []
    places: list[int] = []
    start = 0
    for part in small.split(" "):
        # Most words stand alone between spaces, and need no expression.
        if part.isalnum():
            forms.append(part)
            places.append(start)
        elif part:
            # What stands between the words, and the words, by turns.
            pieces = _WORD.split(part)
            forms += pieces[1::2]
            places += [*accumulate(map(len, pieces), initial=start)][1:-1:2]
        start += len(part) + 1
    return tuple(forms), tuple(places)


@lru_cache(maxsize=2048)
def word_parts(text: str) -> frozenset[str]:
    """The words of a text in small letters, joined ones in their parts: to tell at once that it
    cannot hold what needs one of them.

    >>> sorted(word_parts("The child’s well-being"))
    ['being', 'child', "child's", 's', 'the', 'well', 'well-being']
    """
    forms, _ = word_places(text)
    parted = " ".join(forms)
    for sign in _JOINING:
        parted = parted.replace(sign, " ")
    return frozenset(forms).union(parted.split())


class PhraseTable(Generic[Value]):
    """Phrases with a value each. They are looked up by their first word, then by their
    second, so that most words of a text cost one look-up."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        single: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        longer: dict[str, dict[str, list[tuple[tuple[str, ...], Value]]]] = {}
        for phrase, value in entries:
            forms, _ = word_places(phrase)
            if len(forms) == 1:
                single[forms[0]] = [(forms, value)]
            else:
                longer.setdefault(forms[0], {}).setdefault(forms[1], []).append((forms, value))
        for first, seconds in longer.items():
            for candidates in seconds.values():
                candidates.sort(key=lambda candidate: (-len(candidate[0]), candidate[0]))
                candidates += single.get(first, [])
        # By first word: what may stand there by the second word, and before any other word.
        self._by_first = {
            first: (longer.get(first, {}), single.get(first, [])) for first in {*single, *longer}
        }
        self._first = frozenset(self._by_first)

    def read(self, forms: tuple[str, ...]) -> list[tuple[int, int, Value]]:
        """The phrases in a row of folded words: start, end (exclusive), value. They do not
        overlap; the longest at a place counts."""
        found: list[tuple[int, int, Value]] = []
        first = self._first
        if first.isdisjoint(forms):
            return found
        reached, last = 0, len(forms) - 1
        for index, form in enumerate(forms):
            if form not in first or index < reached:
                continue
            seconds, otherwise = self._by_first[form]
            following = forms[index + 1] if index < last else ""
            for phrase, value in seconds.get(following, otherwise):
                end = index + len(phrase)
                if end < index + 3 or forms[index:end] == phrase:
                    reached = end
                    found.append((index, end, value))
                    break
        return found
