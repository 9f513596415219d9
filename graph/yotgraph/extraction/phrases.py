"""Words of a sentence, and the phrases of a vocabulary among them.

>>> table = PhraseTable([("not", "denial"), ("not only", "none")])
>>> table.read(("not", "only", "late", "but", "not", "clear"))
[(0, 2, 'none'), (4, 5, 'denial')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, TypeVar

from yotgraph.vocabulary import replace_signs

__all__ = ["PhraseTable", "word_places"]

# A word with what is joined to it ("children's", "well-being", "10,000"), or one sign.
_WORD = re.compile(r"[^\W_]+(?:[.,/'-][^\W_]+)*+%?|[^\w\s]")
_FOLDS = {"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "—": "-"}

Value = TypeVar("Value")


def word_places(text: str) -> list[tuple[str, int]]:
    """The words and signs of a text, folded, and where each begins.

    >>> word_places("Plans weren’t late.")
    [('plans', 0), ("weren't", 6), ('late', 14), ('.', 18)]
    """
    folded = replace_signs(text, _FOLDS)
    small = folded.lower()
    if len(small) == len(folded):
        return [(match[0], match.start()) for match in _WORD.finditer(small)]
    return [(match[0].lower(), match.start()) for match in _WORD.finditer(folded)]


class PhraseTable(Generic[Value]):
    """Phrases with a value each. They are looked up by their first word, then by their
    second, so that most words of a text cost one look-up."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        single: dict[str, Value] = {}
        longer: dict[str, dict[str, list[tuple[tuple[str, ...], Value]]]] = {}
        for phrase, value in entries:
            forms = tuple(form for form, _ in word_places(phrase))
            if len(forms) == 1:
                single[forms[0]] = value
            else:
                longer.setdefault(forms[0], {}).setdefault(forms[1], []).append((forms, value))
        for seconds in longer.values():
            for candidates in seconds.values():
                candidates.sort(key=lambda candidate: (-len(candidate[0]), candidate[0]))
        self._single = single
        self._longer = longer
        self._first = frozenset((*single, *longer))

    def read(self, forms: tuple[str, ...]) -> list[tuple[int, int, Value]]:
        """The phrases in a row of folded words: start, end (exclusive), value. They do not
        overlap; the longest at a place counts."""
        found: list[tuple[int, int, Value]] = []
        first = self._first
        reached = 0
        for index, form in enumerate(forms):
            if form in first and index >= reached:
                hit = self._at(forms, index)
                if hit is not None:
                    reached = hit[1]
                    found.append(hit)
        return found

    def _at(self, forms: tuple[str, ...], index: int) -> tuple[int, int, Value] | None:
        form = forms[index]
        seconds = self._longer.get(form)
        if seconds is not None and index + 1 < len(forms):
            for phrase, value in seconds.get(forms[index + 1], ()):
                end = index + len(phrase)
                if len(phrase) == 2 or forms[index:end] == phrase:
                    return index, end, value
        if form in self._single:
            return index, index + 1, self._single[form]
        return None
