"""Page furniture: told by its behaviour, never by a publisher's wording."""

from __future__ import annotations

import pytest

from yotgraph.reading.furniture import find_furniture
from yotgraph.reading.inline_markup import Markup
from yotgraph.reading.lines import read_lines

PAGES = [f"Paragraph {word} of the report ends here." for word in ("one", "two", "three", "four")]


def furniture_of(text: str) -> tuple[list[str], list[int]]:
    """The furniture's words and page numbers of a text."""
    lines = list(read_lines(text, Markup()))
    found = find_furniture(lines)
    numbers = [found.numbers[place] for place in sorted(found.numbers)]
    return [lines[place].text.text for place in sorted(found.lines)], numbers


@pytest.mark.parametrize(
    "head",
    [
        "Inspection of youth offending services in: Northmoor {}",
        "{} An annual survey of bee-keeping",
        "Page {} | An annual survey of bee-keeping",
        "An annual survey of bee-keeping\t{}",
    ],
)
def test_a_running_head_climbs_with_its_number(head: str) -> None:
    text = "\n\n".join(f"{page}\n\n{head.format(number)}" for number, page in enumerate(PAGES, 7))
    words, numbers = furniture_of(text)
    assert numbers == [7, 8, 9, 10]
    assert len(words) == 4


def test_a_running_head_may_skip_pages() -> None:
    text = "\n\n".join(
        f"{page}\n\nA survey of bees {number}"
        for page, number in zip(PAGES, (1, 3, 5, 9), strict=True)
    )
    assert furniture_of(text)[1] == [1, 3, 5, 9]


def test_the_same_head_without_a_number_is_furniture_too() -> None:
    text = "A survey of bees\n\n" + "\n\n".join(
        f"{page}\n\nA survey of bees {number}" for number, page in enumerate(PAGES, 2)
    )
    words, numbers = furniture_of(text)
    assert len(words) == 5
    assert numbers == [2, 3, 4, 5]


@pytest.mark.parametrize("foot", ["\n\n{}", ""])
def test_a_heading_that_ends_two_pages_by_chance_is_text(foot: str) -> None:
    lists = "Areas for improvement:{}\n\f- Plans were late.\n\n"
    pages = (lists.format(foot.format(n)) + f"The standard {n} was met." for n in (4, 5))
    text = "\n\n".join([*pages, *["Areas for improvement:\n\n- None were seen."] * 3])
    words, _ = furniture_of(text)
    assert "Areas for improvement:" not in words


@pytest.mark.parametrize("heading", ["# 2. Court disposals", "2.4 Reviewing\tGood"])
def test_what_opens_two_pages_of_many_by_chance_is_text(heading: str) -> None:
    heads = [heading if number in (3, 6) else "So it was." for number in range(1, 10)]
    text = "\f".join(
        f"{head}\n\nIt tells of {n} plans.\n\n{n}\n" for n, head in enumerate(heads, 1)
    )
    words, numbers = furniture_of(text)
    assert numbers == list(range(1, 10))
    assert not [word for word in words if "disposals" in word or "Reviewing" in word]


@pytest.mark.parametrize("number", ["{}", "- {} -", "Page {}", "page {} of 9", "– {} –"])
def test_lone_numbers_that_climb_are_page_numbers(number: str) -> None:
    text = "\n\n".join(f"{page}\n\n{number.format(n)}" for n, page in enumerate(PAGES, 3))
    words, numbers = furniture_of(text)
    assert numbers == [3, 4, 5, 6]
    assert len(words) == 4


@pytest.mark.parametrize(
    "text",
    [
        "554\n\nNorthmoor YOS\n\n301\n\nEngland",
        "Age\n\n12\n\n14",
        "One\n\n1\n\nTwo\n\n7\n\nThree\n\n3",
    ],
)
def test_figures_of_the_report_are_no_page_numbers(text: str) -> None:
    assert furniture_of(text) == ([], [])


def test_at_form_feeds_one_number_is_enough() -> None:
    assert furniture_of(f"{PAGES[0]}\n\n4\n\f{PAGES[1]}") == (["4"], [4])


def test_lines_at_form_feeds_that_come_again_are_furniture() -> None:
    text = "\f".join(f"A survey of bees\n\n{page}" for page in PAGES)
    words, _ = furniture_of(text)
    assert words.count("A survey of bees") >= 3


def test_what_stands_beside_furniture_again_and_again_is_furniture() -> None:
    text = "\n\n".join(
        f"{page}\n\nCrown copyright\nA survey of bees {n}" for n, page in enumerate(PAGES, 2)
    )
    words, _ = furniture_of(text)
    assert words.count("Crown copyright") >= 2


@pytest.mark.parametrize(
    "text",
    [
        "Foreword.......4\n\nFindings.......7\n\nForeword.......9",
        "1.1 Plans for 2014\n\nText.\n\n1.1 Plans for 2015",
        "# Plans for the years 14\n\nText.\n\n# Plans for the years 15",
    ],
)
def test_contents_and_headings_are_no_furniture(text: str) -> None:
    assert furniture_of(text)[0] == []


def test_a_document_without_furniture_has_none() -> None:
    assert furniture_of("\n\n".join(PAGES)) == ([], [])
