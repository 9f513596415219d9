"""Whole numbers in words and digits."""

from __future__ import annotations

import re

import pytest

from yotgraph.extraction.numbers import NUMBER, number_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14", 14),
        ("1,204", 1204),
        ("210,711", 210711),
        ("ten", 10),
        ("Twelve", 12),
        ("twenty", 20),
        ("twenty-six", 26),
        ("twenty six", 26),
        ("twenty–six", 26),
        ("ninety-nine", 99),
        ("one hundred", 100),
        ("a hundred", 100),
        ("zero", 0),
        ("some", None),
        ("", None),
        ("12.5", None),
        ("²", None),
        ("ten or so", None),
        ("both", None),
    ],
)
def test_numbers(text: str, expected: int | None) -> None:
    assert number_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we saw twenty-six cases", "twenty-six"),
        ("we saw 1,204 cases", "1,204"),
        ("we saw sixteen cases", "sixteen"),
    ],
)
def test_the_pattern_takes_the_whole_number(text: str, expected: str) -> None:
    match = re.search(NUMBER, text)
    assert match is not None
    assert match[0] == expected


def test_every_number_below_a_hundred_has_a_word_that_the_pattern_takes() -> None:
    units = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    for tens, ten in enumerate(("twenty", "thirty", "forty", "fifty"), 2):
        for value, unit in enumerate(units[1:], 1):
            assert number_of(f"{ten}-{unit}") == 10 * tens + value
            assert re.fullmatch(NUMBER, f"{ten}-{unit}")
