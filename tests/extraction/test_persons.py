"""Names of people: told from posts and bodies, freed of titles."""

from __future__ import annotations

import re

import pytest

from yotgraph.extraction.persons import PERSON, Person, is_name, people, person, words_of

NAMES = [
    "Orla Thornbury",
    "Mary Ann Fell",
    "Lisa Harvey-Marsh",
    "Simon Evans-Evans",
    "Zofia O'Dowell",
    "Mary D’Arcy",
    "Glenys MacTavish",
    "Yvonne McTavish",
    "Siân ap Rhys",
    "Lisa van der Hoek",
    "Maria de la Cruz",
    "J. P. Wu",
    "J P Wu",
    "Oliver St John",
    "Oliver St. John",
    "Åsa Öberg",
    "Łukasz Żak",
    "D'Andre Fell",
    "Anne-Marie Fell",
    "Ng Wu",
    "Jean-Luc de Brandt",
    "Muhammad bin Saïd",
]
NO_NAMES = [
    "Service Manager",
    "Head of Service",
    "Youth Justice Board",
    "Northmoor Council",
    "Chief Executive",
    "Local Authority",
    "the team",
    "Orla",
    "orla thornbury",
    "Team 3",
    "Thornbury 2",
    "",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_a_name(name: str) -> None:
    assert is_name(name)
    assert person(name) == Person(name)
    assert re.fullmatch(PERSON, name)


@pytest.mark.parametrize("text", NO_NAMES)
def test_a_post_or_a_body_is_no_name(text: str) -> None:
    assert not is_name(text)
    assert person(text) is None


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Councillor Philip Fell", "Philip Fell", "Councillor"),
        ("Cllr Philip Fell", "Philip Fell", "Cllr"),
        ("Cllr. Philip Fell", "Philip Fell", "Cllr."),
        ("Dr Siân Fell", "Siân Fell", "Dr"),
        ("Dame Glenys Fell", "Glenys Fell", "Dame"),
        ("Sir John Fell", "John Fell", "Sir"),
        ("Rt Hon Lord Fell", "Fell", "Rt Hon Lord"),
        ("HM Inspector Yvonne Fell", "Yvonne Fell", "HM Inspector"),
        ("Mrs Orla Fell", "Orla Fell", "Mrs"),
        ("Councillor Philip Fell JP", "Philip Fell", "Councillor"),
        ("Philip Fell OBE QPM", "Philip Fell", None),
        ("Philip Fell, JP", "Philip Fell", None),
        ("Philip Fell (interim)", "Philip Fell", None),
        ("*Philip Fell*", "Philip Fell", None),
        (" Philip  Fell. ", "Philip Fell", None),
        ("Cllr Fell", "Fell", "Cllr"),
        ("Chief Superintendent Ravi Wu", "Ravi Wu", "Chief Superintendent"),
    ],
)
def test_titles_are_set_apart(text: str, name: str, title: str | None) -> None:
    assert person(text) == Person(name, title)


@pytest.mark.parametrize(
    "text", ["Vacant", "vacant", "TBC", "To be confirmed", "N/A", "Vacant post"]
)
def test_a_placeholder_is_nobody(text: str) -> None:
    assert person(text) is None
    assert people(text) == ()


@pytest.mark.parametrize("joint", ["/", " / ", ", ", "; ", " and ", " & ", "\n"])
def test_two_people_in_one_cell(joint: str) -> None:
    assert people(f"Adam Fell{joint}Liz Wu") == (Person("Adam Fell"), Person("Liz Wu"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Adam Fell, Liz Wu, Kit Marsh and Jo Brandt",
            ["Adam Fell", "Liz Wu", "Kit Marsh", "Jo Brandt"],
        ),
        ("Adam Fell/Vacant", ["Adam Fell"]),
        ("Adam Fell (until May)/Liz Wu (from June)", ["Adam Fell", "Liz Wu"]),
        ("Cllr Adam Fell and Dr Liz Wu", ["Adam Fell", "Liz Wu"]),
        ("Alexandra Fell", ["Alexandra Fell"]),
        ("Sandy Anderson", ["Sandy Anderson"]),
        ("Northmoor Council", []),
        ("", []),
    ],
)
def test_people_of_a_cell(text: str, names: list[str]) -> None:
    assert [one.name for one in people(text)] == names


def test_the_words_are_folded_and_there() -> None:
    for notation in (
        "form-of-address",
        "letters-behind",
        "placeholder",
        "post-noun",
        "post-opening",
    ):
        words = words_of(notation)
        assert words
        assert all(word == word.casefold() for word in words)
    assert words_of("no such list") == frozenset()
