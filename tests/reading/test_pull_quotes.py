"""Words that a designer sets once more, large or in a box."""

from __future__ import annotations

import pytest

from yotgraph.reading import read_bytes

TOLD = (
    "The nurse saw each of the children. She was able to refer them to the wellbeing service at once."
    " All of them were helped."
)


@pytest.mark.parametrize(
    "quote",
    [
        "‘She was able to refer them to the wellbeing service at once.’",
        "## “She was able to refer them\n\n## to the wellbeing service at once”",
    ],
)
def test_a_pull_quote_is_no_text_of_its_own(quote: str) -> None:
    document = read_bytes(f"It is.\n\n{quote}\n\n{TOLD}\n\nIt was.".encode(), "a.txt")
    assert [block.text for block in document.blocks] == ["It is.", TOLD, "It was."]


def test_a_pull_quote_within_a_paragraph_tears_it_only_for_the_eye() -> None:
    cut = TOLD.index(" to refer")
    first, second = TOLD[:cut], TOLD[cut + 1 :]
    quote = "She was able to refer them to the wellbeing service"
    document = read_bytes(f"{first}\n\n{quote}\n\n{second}".encode(), "a.txt")
    assert document.text == TOLD


@pytest.mark.parametrize(
    "again", [TOLD, "- She was able to refer them to the wellbeing service at once."]
)
def test_what_is_said_twice_at_length_or_in_a_list_stays(again: str) -> None:
    document = read_bytes(f"{TOLD}\n\nIt is.\n\n{again}".encode(), "a.txt")
    assert len(document.blocks) == 3
