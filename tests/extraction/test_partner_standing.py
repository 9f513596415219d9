"""Whether roles are there and who has a seat, where words and not rules tell."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yotgraph.extraction.partner_standing import SEATS, STANDINGS, seat_of, standing_of


@pytest.mark.parametrize(
    ("clause", "standing"),
    [
        ("The seconded probation officer left in July, and the post is vacant.", "absent"),
        ("The nurse retired in the spring and has not been replaced.", "absent"),
        ("The nurse sees every child within a week.", "present"),
    ],
)
def test_words_tell_whether_a_role_is_there(clause: str, standing: str) -> None:
    assert standing_of(clause, "present") == standing


@pytest.mark.parametrize("ruled", ["absent", "recent"])
def test_what_rules_tell_of_a_change_stands(ruled: str) -> None:
    assert standing_of("The nurse sees every child within a week.", ruled) == ruled


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_what_is_only_planned_is_never_there(clause: str) -> None:
    assert standing_of(clause, None) in (None, "absent")


@pytest.mark.parametrize(
    ("clause", "seat"),
    [
        ("The police, health and probation each send a senior manager.", "member"),
        ("Nobody from housing has come to a meeting for a year.", "absent"),
        ("", None),
    ],
)
def test_words_tell_who_has_a_seat(clause: str, seat: str | None) -> None:
    assert seat_of(clause) == seat


@given(st.text(max_size=200), st.sampled_from(("present", "absent", "recent")))
@settings(max_examples=100, deadline=None)
def test_any_clause_can_be_read(clause: str, ruled: str) -> None:
    assert standing_of(clause, ruled) in STANDINGS
    assert seat_of(clause) in (None, *SEATS[:2])
