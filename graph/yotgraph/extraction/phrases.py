"""Words of a sentence, and the phrases of a vocabulary among them.

>>> table = PhraseTable([("not", "denial"), ("not only", "none")])
>>> list(table.read(("not", "only", "late", "but", "not", "clear")))
[(0, 2, 'none'), (4, 5, 'denial')]
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

__all__ = ["PhraseTable", "word_places"]

# A word with what is joined to it ("children's", "well-being", "10,000"), or one sign.
_WORD = re.compile(r"[^\W_]+(?:[.,/'-][^\W_]+)*+%?|[^\w\s]")
_FOLDS = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "—": "-"})

Value = TypeVar("Value")


def word_places(text: str) -> list[tuple[str, int]]:
    """The words and signs of a text, folded, and where each begins.

    >>> word_places("Plans weren’t late.")
    [('plans', 0), ("weren't", 6), ('late', 14), ('.', 18)]
    """
    folded = text.translate(_FOLDS)
    return [(match[0].lower(), match.start()) for match in _WORD.finditer(folded)]


class PhraseTable(Generic[Value]):
    """Phrases with a value each, by their first word, longest first."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        found: dict[str, dict[tuple[str, ...], Value]] = defaultdict(dict)
        for phrase, value in entries:
            forms = tuple(form for form, _ in word_places(phrase))
            found[forms[0]][forms] = value
        self._phrases = {
            first: sorted(phrases.items(), key=lambda item: (-len(item[0]), item[0]))
            for first, phrases in found.items()
        }

    def read(self, forms: Sequence[str]) -> Iterator[tuple[int, int, Value]]:
        """The phrases in a row of folded words: start, end (exclusive), value. They do not
        overlap; the longest at a place counts."""
        index, count = 0, len(forms)
        phrases = self._phrases
        while index < count:
            for phrase, value in phrases.get(forms[index], ()):
                end = index + len(phrase)
                if len(phrase) == 1 or tuple(forms[index:end]) == phrase:
                    yield index, end, value
                    index = end
                    break
            else:
                index += 1
