"""Text that remembers where its characters stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yotgraph.reading.traced import EMPTY, Traced, join


def test_unchanged_text_stands_where_it_stood() -> None:
    text = Traced.of("abc", 5)
    assert text.text == "abc"
    assert text.offsets.tolist() == [5, 6, 7]
    assert len(text) == 3


@pytest.mark.parametrize(("text", "expected"), [(Traced.of("a"), True), (EMPTY, False)])
def test_truth_is_having_words(text: Traced, expected: bool) -> None:
    assert bool(text) is expected


@pytest.mark.parametrize(
    ("start", "end", "words", "offsets"),
    [(1, 3, "bc", [11, 12]), (2, None, "cd", [12, 13]), (0, 0, "", [])],
)
def test_a_part_keeps_its_places(
    start: int, end: int | None, words: str, offsets: list[int]
) -> None:
    part = Traced.of("abcd", 10).part(start, end)
    assert (part.text, part.offsets.tolist()) == (words, offsets)


@pytest.mark.parametrize("text", ["", "   ", " a", "a ", "  a b  ", "a"])
def test_strip_is_the_strip_of_text(text: str) -> None:
    stripped = Traced.of(text, 3).strip()
    assert stripped.text == text.strip()
    assert [text[place - 3] for place in stripped.offsets] == list(text.strip())


@given(st.text(alphabet="ab \t\n", max_size=30))
def test_folding_keeps_each_letter_in_its_place(text: str) -> None:
    folded = Traced.of(text).folded()
    assert folded.text == " ".join(text.split())
    for sign, place in zip(folded.text, folded.offsets, strict=True):
        assert text[place] == sign or (sign == " " and text[place].isspace())


@given(st.lists(st.text(alphabet="ab", max_size=5), max_size=5), st.sampled_from(["", " ", "\n"]))
def test_joined_parts_keep_their_places(parts: list[str], separator: str) -> None:
    traced = [Traced.of(part, 100 * number) for number, part in enumerate(parts)]
    joined = join(traced, separator)
    assert joined.text == separator.join(parts)
    assert len(joined.offsets) == len(joined.text)
    letters = [
        place for sign, place in zip(joined.text, joined.offsets, strict=True) if sign in "ab"
    ]
    assert letters == [place for text in traced for place in text.offsets]


def test_nothing_joined_is_nothing() -> None:
    assert join([]) == EMPTY
