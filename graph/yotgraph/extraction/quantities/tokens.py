"""A sentence as words, and phrases found among them.

>>> words = read_words(fold_text("In just over two-thirds of cases"))
>>> words.forms
('in', 'just', 'over', 'two-thirds', 'of', 'cases')
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from yotgraph.vocabulary import replace_signs

__all__ = ["Phrases", "Words", "fold_text", "read_words"]

_TOKEN = re.compile(r"\w+(?:[.,/'-]\w+)*+%?|[^\w\s]")
_FOLDS = {"’": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "_": " "}

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Words:
    """The words and signs of one sentence, folded: small letters, plain quotes and dashes.

    ``text`` is the folded paragraph, of the length of the printed one; the sentence is
    its characters ``start`` to ``end``. Sentences of the same words are equal, wherever they
    stand.
    """

    forms: tuple[str, ...]
    text: str = field(compare=False)
    start: int = field(compare=False)
    end: int = field(compare=False)

    def __len__(self) -> int:
        return len(self.forms)

    def at(self, index: int) -> str:
        """The word at an index, empty outside the sentence."""
        return self.forms[index] if 0 <= index < len(self.forms) else ""

    def places(self) -> tuple[tuple[int, int], ...]:
        """Where each word starts and ends in the paragraph."""
        return tuple(match.span() for match in _TOKEN.finditer(self.text, self.start, self.end))


def fold_text(text: str) -> str:
    """A paragraph in small letters with plain quotes and dashes, of the same length.

    >>> fold_text("The child’s 10–17")
    "the child's 10-17"
    """
    folded = replace_signs(text, _FOLDS)
    small = folded.lower()
    if len(small) == len(text):
        return small
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in folded)


def read_words(text: str, start: int = 0, end: int | None = None) -> Words:
    """The words of a folded text between two offsets."""
    stop = len(text) if end is None else end
    return Words(tuple(_TOKEN.findall(text, start, stop)), text, start, stop)


class Phrases(Generic[Value]):
    """Phrases of one word or several with a value each; the longest at a place wins.

    ``openings`` and ``endings`` are the first and the last words of them all.
    """

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in entries:
            forms = read_words(fold_text(phrase)).forms
            self._by_first.setdefault(forms[0], []).append((forms, value))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: (-len(candidate[0]), candidate[0]))
        self.openings = frozenset(self._by_first)
        self.endings = frozenset(
            phrase[-1] for candidates in self._by_first.values() for phrase, _ in candidates
        )

    def at(self, forms: tuple[str, ...], index: int) -> tuple[Value, int] | None:
        """The value of the longest phrase that begins there, and the index behind it."""
        if not 0 <= index < len(forms):
            return None
        candidates = self._by_first.get(forms[index])
        if candidates is not None:
            for phrase, value in candidates:
                end = index + len(phrase)
                if end == index + 1 or forms[index:end] == phrase:
                    return value, end
        return None
