"""Groups and units in which agencies come together, and the places of a joint service."""

from __future__ import annotations

import pytest

from yotgraph.extraction.partners import Mention, SentenceContext, partner_mentions


def named(text: str, area: str = "Northmoor") -> list[Mention]:
    return list(partner_mentions([SentenceContext(text, "1.1")], area, f"{area} YJS"))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The Youth Court Liaison Group met each term.", "Youth Court Liaison Group"),
        ("Less can be said for the Weapons Crime Group, set up in June.", "Weapons Crime Group"),
        ("The Missing from Home Panel meets fortnightly.", "Missing from Home Panel"),
        (
            "The Eastshire Violence Reduction Unit has paid for a youth worker.",
            "Eastshire Violence Reduction Unit",
        ),
    ],
)
def test_bodies_in_which_agencies_meet_are_arrangements(text: str, label: str) -> None:
    told = [one for one in named(text) if one.agency == label]
    assert [(one.is_arrangement, one.sector) for one in told] == [
        (True, "multi-agency-arrangement")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We have inspected and rated Southmoor and Northmoor YJS across three areas.",
        "Two children sit on interview panels.",
        "She chairs the county's participation forum.",
    ],
)
def test_own_places_and_the_voices_of_children_are_no_partners(text: str) -> None:
    assert named(text, "Southmoor and Northmoor") == []


def test_one_place_of_a_joint_service_only_owns() -> None:
    told = named("Northmoor's Exploitation Hub is well led.", "Southmoor and Northmoor")
    assert [one.agency for one in told] == ["Exploitation Hub"]
