"""A sentence as words, and phrases found among them.

>>> read_words("In just over two-thirds of cases").forms
('in', 'just', 'over', 'two-thirds', 'of', 'cases')
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from yotgraph.extraction.phrases import word_places

__all__ = ["Phrases", "Words", "read_words"]

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Words:
    """The words and signs of one sentence, folded: small letters, plain quotes and dashes.

    ``starts`` is where each begins in the sentence, which itself begins at ``offset`` of its
    paragraph. Sentences of the same words are equal, wherever they stand.
    """

    forms: tuple[str, ...]
    starts: tuple[int, ...] = field(compare=False)
    offset: int = field(compare=False)

    def __len__(self) -> int:
        return len(self.forms)

    def at(self, index: int) -> str:
        """The word at an index, empty outside the sentence."""
        return self.forms[index] if 0 <= index < len(self.forms) else ""

    def start_of(self, index: int) -> int:
        """Where a word begins in the paragraph."""
        return self.offset + self.starts[index]

    def end_of(self, index: int) -> int:
        """Where a word ends in the paragraph."""
        return self.offset + self.starts[index] + len(self.forms[index])


def read_words(text: str, offset: int = 0) -> Words:
    """The words of a sentence that begins at an offset of its paragraph."""
    return Words(*word_places(text), offset)


class Phrases(Generic[Value]):
    """Phrases of one word or several with a value each; the longest at a place wins.

    ``openings`` and ``endings`` are the first and the last words of them all.
    """

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in entries:
            forms, _ = word_places(phrase)
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
