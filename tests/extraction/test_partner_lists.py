"""Names in capital letters that hold a list."""

from __future__ import annotations

import pytest

from yotgraph.extraction.partner_lists import names_of_lists


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        (
            "Staff of the Missing, Exploited and Trafficked (MET) gave advice.",
            "Missing, Exploited and Trafficked (MET)",
            "Missing, Exploited and Trafficked",
        ),
        (
            "The Vulnerable, Missing and Exploited (VME) group met.",
            "Vulnerable, Missing and Exploited (VME) group",
            "Vulnerable, Missing and Exploited group",
        ),
        (
            "The Vulnerable, Missing and Exploited group (VME) met.",
            "Vulnerable, Missing and Exploited group (VME)",
            "Vulnerable, Missing and Exploited group",
        ),
    ],
)
def test_name_ends_at_its_brackets_or_at_the_noun_behind_them(
    text: str, words: str, label: str
) -> None:
    (found,) = names_of_lists(text, ())
    assert found.partner is not None
    assert (text[found.start : found.end], found.partner.label) == (words, label)
