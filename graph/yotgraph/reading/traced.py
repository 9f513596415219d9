"""Text that remembers where each of its characters stood in the source."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["EMPTY", "Traced", "join"]


# Not frozen, though nothing changes one: making a frozen one takes five times as long.
@dataclass(slots=True)
class Traced:
    """``text`` with ``offsets[i]``, the place in the source of character ``i``."""

    text: str
    offsets: array[int]

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    @staticmethod
    def of(text: str, start: int = 0) -> Traced:
        """Text that stands in the source, unchanged, from ``start``."""
        return Traced(text, array("L", range(start, start + len(text))))

    def part(self, start: int, end: int | None = None) -> Traced:
        """Characters ``start`` to ``end`` (exclusive)."""
        return Traced(self.text[start:end], self.offsets[start:end])

    def strip(self) -> Traced:
        """Without white space at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        if not start and not self.text[-1:].isspace():
            return self
        return self.part(start, max(start, len(self.text.rstrip())))

    def folded(self) -> Traced:
        """Each run of white space as one space, none at the ends.

        >>> Traced.of(" a  b ").folded().text
        'a b'
        """
        words = self.text.split()
        text = " ".join(words)
        if text == self.text:
            return self
        offsets = array("L")
        position = 0
        for number, word in enumerate(words):
            found = self.text.index(word, position)
            if number:
                offsets.append(self.offsets[position])
            offsets.extend(self.offsets[found : found + len(word)])
            position = found + len(word)
        return Traced(text, offsets)


EMPTY = Traced("", array("L"))


def join(parts: Iterable[Traced], separator: str = " ") -> Traced:
    """Parts with a separator between them; the separator stands where the part before ends.

    >>> join([Traced.of("a"), Traced.of("b", 9)]).offsets.tolist()
    [0, 0, 9]
    """
    texts: list[str] = []
    offsets = array("L")
    for part in parts:
        if texts:
            offsets.extend([offsets[-1] if offsets else 0] * len(separator))
        texts.append(part.text)
        offsets.extend(part.offsets)
    return Traced(separator.join(texts), offsets)
