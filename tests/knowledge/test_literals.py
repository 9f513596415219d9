"""Literals: datatype by precision, figures as printed, nothing that is not one."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yotgraph.errors import VocabularyError
from yotgraph.knowledge.literals import boolean, date, decimal, integer, offset, string
from yotgraph.knowledge.names import term


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_a_date_keeps_its_precision(day: datetime.date) -> None:
    text = day.isoformat()
    assert date(text).datatype == term("xsd:date")
    assert date(text[:7]).datatype == term("xsd:gYearMonth")
    assert date(text[:4]).datatype == term("xsd:gYear")
    assert date(text).value == text


@pytest.mark.parametrize(
    "text", ["", "1 July 2015", "2015-13", "2015-02-30", "2015-7", "15-07-01", "2015-07-01T00:00"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(VocabularyError, match="no ISO 8601 date"):
        date(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2))
def test_a_decimal_keeps_its_characters(number: object) -> None:
    literal = decimal(f"{number:f}")
    assert literal.value == f"{number:f}"
    assert literal.datatype == term("xsd:decimal")


@pytest.mark.parametrize("text", ["", "36%", "1,234", "1e3", "NaN", "1."])
def test_what_is_no_decimal_is_refused(text: str) -> None:
    with pytest.raises(VocabularyError, match="no plain decimal"):
        decimal(text)


def test_other_literals() -> None:
    assert integer(14).datatype == term("xsd:integer")
    assert boolean(True).value == "true"
    assert boolean(False).value == "false"
    assert string("words").datatype == term("xsd:string")
    assert offset(0).datatype == term("xsd:nonNegativeInteger")
    with pytest.raises(VocabularyError, match="no place"):
        offset(-1)
