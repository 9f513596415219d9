"""Dates in every form that reports print."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yotgraph.extraction.dates import date_range, find_dates, first_date, month_range

DOCUMENTS = Path(__file__).parents[1] / "documents"
PRINTED = [
    tuple(line.split("\t"))
    for line in (DOCUMENTS / "dates.txt").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("text", "start", "end"), PRINTED)
def test_every_form_of_a_range(text: str, start: str, end: str) -> None:
    assert date_range(text) == (start, end or None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 July 2015", ["2015-07-01"]),
        ("01 July 2015", ["2015-07-01"]),
        ("21st January 2015", ["2015-01-21"]),
        ("22nd of October, 2014", ["2014-10-22"]),
        ("Wednesday, 1 July 2015", ["2015-07-01"]),
        ("July 1st, 2015", ["2015-07-01"]),
        ("1 Sept 2015", ["2015-09-01"]),
        ("1 Sept. 2015", ["2015-09-01"]),
        ("DECEMBER 2018", ["2018-12"]),
        ("mid-2017", ["2017"]),
        ("early June 2017", ["2017-06"]),
        ("1/7/2015", ["2015-07-01"]),
        ("(2017)", ["2017"]),
        ("2012 and 2013", ["2012", "2013"]),
        ("1\xa0July\xa02015", ["2015-07-01"]),
        ("31 June 2015", []),
        ("30/02/2015", []),
        ("12 of the 14 cases", []),
        ("2015% of it", []),
        ("in May", []),
        ("section 2015a", []),
        ("may 2 people come", []),
        ("", []),
    ],
)
def test_dates_in_a_text(text: str, expected: list[str]) -> None:
    assert [found.iso for found in find_dates(text)] == expected


def test_dates_know_where_they_stand() -> None:
    text = "On 3 and 5 March 2014, and in 2016."
    assert [text[found.start : found.end].rstrip(" and") for found in find_dates(text)] == [
        "3",
        "5 March 2014",
        "2016",
    ]


@pytest.mark.parametrize(("text", "expected"), [("1 July 2015", True), ("July 2015", False)])
def test_a_day_is_told_from_a_month(text: str, expected: bool) -> None:
    (found,) = find_dates(text)
    assert found.is_day is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("in 2011 and on 3 May 2012", "2011"), ("nothing", None), ("3 May 2012", "2012-05-03")],
)
def test_the_first_date(text: str, expected: str | None) -> None:
    assert first_date(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no date at all", (None, None)),
        ("in 2015", (None, None)),
        ("on 3 March 2014", ("2014-03-03", "2014-03-03")),
        ("in March 2014 and 3 May 2014", ("2014-05-03", "2014-05-03")),
    ],
)
def test_a_range_takes_the_finest_dates(text: str, expected: tuple[str | None, str | None]) -> None:
    assert date_range(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for April 2012 – March 2013 cohort", ("2012-04", "2013-03")),
        ("for the January 2012-December 2012 cohort", ("2012-01", "2012-12")),
        ("October 2015 to September 2016", ("2015-10", "2016-09")),
        ("April to June 2016", ("2016-04", "2016-06")),
        ("1 April 2012 to 31 March 2013", ("2012-04", "2013-03")),
        ("April 2012", None),
        ("2012 to 2013", None),
    ],
)
def test_a_cohort_is_two_months(text: str, expected: tuple[str, str] | None) -> None:
    assert month_range(text) == expected


@settings(max_examples=30)
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_comes_back(day: date) -> None:
    for form in ("%d %B %Y", "%-d %b %Y", "%A %d %B %Y", "%d/%m/%Y", "%B %-d, %Y"):
        printed = day.strftime(form)
        assert first_date(f"on {printed}.") == str(day), printed
