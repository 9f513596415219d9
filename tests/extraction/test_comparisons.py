"""What a sentence compares a rate with."""

from __future__ import annotations

import pytest

from yotgraph.extraction.comparisons import Comparator, Previous, comparators_in, previous_in


@pytest.mark.parametrize(
    ("text", "place", "rate", "direction"),
    [
        (
            "This was better than the England and Wales average of 36.1%.",
            "England and Wales",
            "36.1",
            "better",
        ),
        (
            "This was worse than the previous year but better than the England and Wales average of 38.0%.",
            "England and Wales",
            "38.0",
            "better",
        ),
        (
            "and slightly worse than the England and Wales average of 35.7%.",
            "England and Wales",
            "35.7",
            "worse",
        ),
        (
            "but was exactly the same as the England and Wales average.",
            "England and Wales",
            "30.0",
            "same",
        ),
        ("which was in line with the national average.", "England and Wales", None, "same"),
        ("which is higher than the average for England (34%).", "England", "34", "worse"),
        ("which is lower than the average for Wales, 34 per cent.", "Wales", "34", "better"),
        ("compared to a national rate of 38.5%.", "England and Wales", "38.5", None),
        ("compared with 38.5% in England and Wales.", "England and Wales", "38.5", None),
        (
            "which was 2.3 percentage points higher than the England & Wales average.",
            "England and Wales",
            None,
            "worse",
        ),
        ("It was below the England average, which was 34.0%.", "England", "34.0", "better"),
        (
            "neither better nor worse than the England and Wales average.",
            "England and Wales",
            None,
            "same",
        ),
    ],
)
def test_a_place_with_its_rate_and_direction(
    text: str, place: str, rate: str | None, direction: str | None
) -> None:
    assert comparators_in(text, "30.0") == (Comparator(place, rate, direction),)


def test_the_year_before_may_stand_behind_another_place() -> None:
    text = "It was 31.7%, against 34.4% for England and Wales and 34.9% for Fenby itself a year earlier."
    assert previous_in(text) == Previous("34.9", None)


def test_several_places_each_once() -> None:
    text = (
        "This was better than the England and Wales average of 36.1% and the Wales average of"
        " 37.0%; the England and Wales average had been lower."
    )
    assert [(one.place, one.rate) for one in comparators_in(text, "30.0")] == [
        ("England and Wales", "36.1"),
        ("Wales", "37.0"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "This was better than the previous year.",
        "The team works across England and Wales.",
        "Children in Wales had done well.",
        "",
    ],
)
def test_a_place_alone_is_no_comparator(text: str) -> None:
    assert comparators_in(text, "30.0") == ()


@pytest.mark.parametrize(
    ("text", "rate", "direction"),
    [
        ("This was better than the previous year and better than the average.", None, "better"),
        ("This was worse than the previous year but better than the average.", None, "worse"),
        ("a substantial decrease on the outturn the previous year (44%)", "44", "better"),
        ("an increase on the previous year's rate of 41.2%", "41.2", "worse"),
        ("It had risen from 33.1% the previous year.", "33.1", "worse"),
        ("It had fallen from 33.1 per cent in the year before.", "33.1", "better"),
        ("It was the same as the year before.", None, "same"),
        ("This showed no change on the previous year.", None, "same"),
        ("compared to 35% in the previous 12 months", "35", None),
        ("This was better than the previous year, when it stood at 31.2%.", "31.2", "better"),
        ("It had not fallen: in the previous year it was 34.1%.", "34.1", None),
        ("It has risen, from 41.3% a year earlier.", "41.3", "worse"),
        ("This compares with 38.2% in the previous year.", "38.2", None),
        ("The rate had been 33.1% in the previous twelve months.", "33.1", None),
    ],
)
def test_the_year_before(text: str, rate: str | None, direction: str | None) -> None:
    assert previous_in(text) == Previous(rate, direction)


@pytest.mark.parametrize("text", ["This was better than the average of 36%.", "last year", ""])
def test_without_words_on_it_there_is_no_year_before(text: str) -> None:
    assert previous_in(text) is None


def test_a_distance_in_points_is_no_rate_of_the_year_before() -> None:
    said = ", an increase of 2.2 percentage points on the previous year."
    assert previous_in(said, "38.7") == Previous(rate=None, direction="worse")
