"""Partners that nothing introduces, and sectors that nothing settles, by the words around a name."""

from __future__ import annotations

import pytest

from yotgraph.extraction.partner_capitals import CapitalName
from yotgraph.extraction.partner_name_words import is_told_by_context, likely_sector, words_around
from yotgraph.extraction.partners import SentenceContext, partner_mentions


def named(text: str, label: str) -> CapitalName:
    start = text.index(label)
    return CapitalName(text, start, start + len(label), [])


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Reparation was done on the towpath with the Harrow Lane Volunteers.",
            "Harrow Lane Volunteers",
        ),
        ("Victims are well served by Fenby Restorative.", "Fenby Restorative"),
        ("Careers advice is available from Horizons East, whose adviser is new.", "Horizons East"),
    ],
)
def test_a_name_is_a_partner_by_the_words_around_it(text: str, label: str) -> None:
    assert is_told_by_context(named(text, label))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The area lies between Fenby and Northmoor.", "Fenby"),
        (
            "The Head of Service, Osric Tembe, has led the team and is trusted by partners.",
            "Osric Tembe",
        ),
        ("Ibrahim Tembe came from the charity to every meeting of the panel.", "Ibrahim Tembe"),
        ("Staff took Teyah to the clinic, and she kept every appointment.", "Teyah"),
        ("Staff used the Brighter Lives approach with every child.", "Brighter Lives"),
        ("They knew the Victims' Code.", "Victims' Code"),
    ],
)
def test_places_persons_and_tools_are_no_partners(text: str, label: str) -> None:
    assert not is_told_by_context(named(text, label))


def test_the_sector_follows_from_the_words() -> None:
    text = "Victims are well served by Fenby Restorative, and mentors from the charity come weekly."
    assert likely_sector(named(text, "Fenby Restorative")) == "voluntary-and-community"


def test_where_words_stand_is_told_apart() -> None:
    words = words_around(named("Help came from Steady Ground in May.", "Steady Ground"))
    assert {("before", ("from",)), ("behind", ("in",)), ("around", ("from", "in"))} <= words
    assert {("name", ("steady",)), ("name-end", ("ground",)), ("form", ("2",))} <= words


def test_the_areas_own_goes_by_the_wording_of_the_register() -> None:
    said = SentenceContext("Northmoor Constabulary shared intelligence every morning.", "1.1")
    assert [one.agency for one in partner_mentions([said], "Northmoor", "Northmoor YOT")] == [
        "Police"
    ]


def test_the_next_of_a_list_is_no_description() -> None:
    said = SentenceContext("The NPS, the clinical commissioning group and the police came.", "1.1")
    found = {one.agency for one in partner_mentions([said], "Northmoor", "Northmoor YOT")}
    assert {"National Probation Service", "Clinical commissioning group", "Police"} <= found


def test_attendance_is_told_of_the_board_named_later() -> None:
    said = (
        SentenceContext("The police and the youth court are represented by senior people.", "1.1"),
        SentenceContext("No head teacher sits on the Board.", "1.1"),
    )
    seats = {
        one.agency: one.board_status for one in partner_mentions(said, "Northmoor", "Northmoor YOT")
    }
    assert seats == {"Police": "member", "Courts": "member", "Schools": "absent"}
