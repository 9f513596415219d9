"""What a report calls its service, and where it speaks of the board."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yotgraph.extraction import extract
from yotgraph.extraction.service import area_entry, authorities_of, board_mention, service_name
from yotgraph.facts import PostHolding
from yotgraph.reading import Document
from yotgraph.vocabulary import load_register

Maker = Callable[[str], Document]
AREAS = [
    "Northmoor",
    "Hallam and Wexcombe",
    "Marsh & Fenby",
    "Wexcombe upon Tarn",
    "Hallam-on-Tarn",
    "Isle of Thorney",
    "Fenby with Darrow",
    "East Riding of Tarnshire",
    "St Osyth's",
    "Ynys Wen",
]


LONG_FORMS = {
    "Youth Offending Team": "YOT",
    "Youth Offending Service": "YOS",
    "Youth Justice Service": "YJS",
    "Youth Support Service": "YSS",
}


@pytest.mark.parametrize(
    ("area", "long"),
    [
        *((area, "Youth Offending Team") for area in AREAS),
        *(("Northmoor", long) for long in LONG_FORMS),
    ],
)
def test_the_long_form_gives_word_and_name(document: Maker, area: str, long: str) -> None:
    word = LONG_FORMS[long]
    made = document(f"We saw cases that were supervised by {area} {long} ({word}).")
    found = service_name(made, area)
    assert found is not None
    assert (found.label, found.word, found.name) == (f"{area} {word}", word, f"{area} {long}")
    assert word in made.slice(found.span)


@pytest.mark.parametrize("area", AREAS)
def test_the_word_behind_the_area_is_enough(document: Maker, area: str) -> None:
    found = service_name(document(f"Work in {area} YOS was good. {area}'s YOS is new."), area)
    assert found is not None
    assert (found.label, found.word, found.name) == (f"{area} YOS", "YOS", None)


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        (
            "Northmoor Youth Justice Service was good.",
            "Northmoor YJS",
            "Northmoor Youth Justice Service",
        ),
        ("Northmoor YOT. Northmoor YOS. Northmoor YOS.", "Northmoor YOS", None),
        ("the Northmoor\nYOT was good", "Northmoor YOT", None),
        (
            "supervised by the Youth Offending Service (YOS) in the town of Northmoor",
            "Northmoor YOS",
            None,
        ),
    ],
)
def test_other_ways_to_name_it(document: Maker, text: str, label: str, name: str | None) -> None:
    found = service_name(document(text), "Northmoor")
    assert found is not None
    assert (found.label, found.name) == (label, name)


@pytest.mark.parametrize(
    "text", ["The YOT was good.", "The Youth Justice Board (YJB) came.", "Northmoor YJB came."]
)
def test_a_service_that_is_never_named_has_no_name(document: Maker, text: str) -> None:
    assert service_name(document(text), "Northmoor") is None


def test_and_is_as_good_as_its_sign(document: Maker) -> None:
    found = service_name(document("Work in Marsh and Fenby YOT was good."), "Marsh & Fenby")
    assert found is not None
    assert found.label == "Marsh & Fenby YOT"


def test_the_register_knows_areas_and_councils() -> None:
    assert area_entry("no such place") is None
    assert authorities_of("no such place") == 1
    counts = {
        entry.label: len(entry.values.get("localAuthority", ()))
        for entry in load_register("services")
    }
    joint = {label for label, count in counts.items() if count > 1}
    alone = {label for label, count in counts.items() if count == 1}
    assert len(joint) > 3
    assert len(alone) > 50
    for label in sorted(alone):
        assert authorities_of(label) == 1, label
    assert any(authorities_of(label) == counts[label] for label in joint)
    assert all(authorities_of(label) in (1, counts[label]) for label in joint)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nobody came. The Management Board was new.", "Management Board"),
        ("The Board met. Its management board met.", "management board"),
        ("The Board met each month.", "The Board"),
        ("Nobody met.", None),
        ("Onboarding went well.", None),
    ],
)
def test_where_the_board_is_spoken_of(document: Maker, text: str, words: str | None) -> None:
    made = document(text)
    found = board_mention(made, tuple(block.span for block in made.blocks))
    assert (made.slice(found) if found else None) == words


JOINT = "Bournemouth and Poole"


def joint_posts(document: Maker, trap: Callable[[str], Document], post: str) -> PostHolding:
    """One post of a letter about a service of two councils, as the register has it."""
    letter = trap("small-letter.txt").source.replace("Northmoor", JOINT)
    report = extract(document(letter.replace("Local Authority Chief Executive", post)))
    assert report.slug == "bournemouth-and-poole-2016-03"
    held = [fact for fact in report.facts if isinstance(fact, PostHolding) and fact.post == post]
    assert len(held) == 1
    return held[0]


@pytest.mark.parametrize(
    ("post", "organisation"),
    [
        ("Local Authority Chief Executive", None),
        ("Local Authority Chief Executive (Poole)", "Poole Council"),
        ("YOT Head of Service", f"{JOINT} YOT"),
    ],
)
def test_a_joint_service_has_no_one_council(
    document: Maker, trap: Callable[[str], Document], post: str, organisation: str | None
) -> None:
    assert joint_posts(document, trap, post).organisation == organisation
