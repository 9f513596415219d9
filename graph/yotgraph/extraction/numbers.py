"""Whole numbers in words and digits.

>>> number_of("twenty-six"), number_of("1,204"), number_of("some")
(26, 1204, None)
"""

from __future__ import annotations

__all__ = ["NUMBER", "number_of"]

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    **{
        f"{ten}-{unit}": 10 * tens + value
        for tens, ten in enumerate(_TENS, 2)
        for value, unit in enumerate(_UNITS[1:10], 1)
    },
    "a hundred": 100,
    "one hundred": 100,
}

# A pattern for such a number; compound words first so that the longest wins.
NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+|"
    + "|".join(sorted(_WORDS, key=lambda word: (-len(word), word)))
    + r")"
)


def number_of(text: str) -> int | None:
    """The number that a text is, or nothing."""
    words = " ".join(text.lower().replace(",", "").replace("–", "-").split())
    if words.isascii() and words.isdigit():
        return int(words)
    return _WORDS.get(words, _WORDS.get(words.replace(" ", "-")))
