"""Identity: one IRI for one body or person, and never one for two."""

from __future__ import annotations

import pytest

from yotgraph.errors import VocabularyError
from yotgraph.knowledge.identity import Identities, Registers, council_name, load_registers
from yotgraph.knowledge.names import DEFAULT_BASE, Names
from yotgraph.vocabulary import Concept

HERE = Identities(Names(), "northmoor", Registers())


def entry(path: str, label: str, *alternatives: str) -> Concept:
    """An entry of a register."""
    return Concept(
        iri=f"{DEFAULT_BASE}id/{path}",
        types=(),
        notation=path.rpartition("/")[2],
        label=label,
        alt_labels=alternatives,
        abbreviations=(),
        patterns=(),
        exclusions=(),
        values={},
    )


def path(node: object) -> str:
    return str(node).strip("<>").partition("/id/")[2]


@pytest.mark.parametrize(
    ("label", "organisation_type", "expected"),
    [
        ("Northmoor YOT", "service", "service/northmoor"),
        ("Northmoor YOT Management Board", "board", "board/northmoor"),
        ("Northmoor Council", "local-authority", "authority/northmoor"),
        ("London Borough of Northmoor", "local-authority", "authority/northmoor"),
        ("Northmoor Metropolitan Borough Council", "local-authority", "authority/northmoor"),
        ("Southmoor County Council", "local-authority", "authority/southmoor"),
        (
            "Northmoor Local Safeguarding Children Board",
            "safeguarding-board",
            "body/northmoor/local-safeguarding-children-board",
        ),
        ("Northmoor Youth Court", "youth-court", "body/northmoor/youth-court"),
        ("Board of Youth Matters", "national-body", "body/board-of-youth-matters"),
        ("Commissioner for Moorland", "police-governance", "body/commissioner-for-moorland"),
        ("Moor Partnership", None, "body/northmoor/moor-partnership"),
        ("Moor Partnership", "health-body", "body/northmoor/moor-partnership"),
    ],
)
def test_organisations(label: str, organisation_type: str | None, expected: str) -> None:
    assert path(HERE.organisation(label, organisation_type)) == expected


@pytest.mark.parametrize(
    ("organisation_type", "expected"),
    [
        ("inspectorate", "person/jane-roe"),
        ("national-body", "person/jane-roe"),
        ("government-department", "person/jane-roe"),
        ("local-authority", "person/northmoor/jane-roe"),
        ("police-governance", "person/northmoor/jane-roe"),
        (None, "person/northmoor/jane-roe"),
    ],
)
def test_people(organisation_type: str | None, expected: str) -> None:
    assert path(HERE.person("Jane Roe", organisation_type)) == expected


def test_agencies() -> None:
    assert (
        path(HERE.agency("Moor Youth Project", local=True)) == "body/northmoor/moor-youth-project"
    )
    assert path(HERE.agency("Barnaby's", local=False)) == "body/barnabys"
    assert path(HERE.agency("Northmoor Council", local=True)) == "authority/northmoor"
    assert path(HERE.agency("Local authority", local=True)) == "body/northmoor/local-authority"


def test_a_register_knows_a_service_by_any_of_its_names() -> None:
    known = Registers(
        [entry("service/moorland", "Moorland Youth Service", "North Moor", "Moor YOT")]
    )
    for area, labels in (("North  Moor", ()), ("Somewhere", ("moor yot",))):
        assert Identities.of(Names(), area, labels, known).area == "moorland"
    assert Identities.of(Names(), "Elsewhere", (), known).area == "elsewhere"


def test_a_register_knows_bodies_and_kinds() -> None:
    known = Registers(
        [
            entry("body/board-of-matters", "Board of Matters", "BM"),
            entry("authority/north", "North Council", "Northmoor Council"),
            entry("agency-kind/social-care", "Social care"),
        ]
    )
    here = Identities(Names(), "northmoor", known)
    assert path(here.organisation("BM", None)) == "body/board-of-matters"
    assert path(here.organisation("Northmoor Council", "local-authority")) == "authority/north"
    assert path(here.agency("BM", local=True)) == "body/board-of-matters"
    assert path(here.agency_kind("social care")) == "agency-kind/social-care"
    assert here.agency_kind("Police") is None


def test_a_label_of_two_bodies_finds_neither_but_a_preferred_one_wins() -> None:
    shared = Registers([entry("body/a", "Alpha", "BIT"), entry("body/b", "Beta", "BIT")])
    assert shared.find("body", "BIT") is None
    preferred = Registers([entry("body/a", "BIT"), entry("body/b", "Beta", "BIT")])
    assert path(preferred.find("body", "BIT")) == "body/a"
    assert preferred.find("body", "Gamma", None) is None


def test_register_iris_move_with_the_base() -> None:
    known = Registers([entry("body/board-of-matters", "Board of Matters")])
    moved = Identities(Names("https://example.org/"), "northmoor", known)
    body = moved.organisation("Board of Matters", "national-body")
    assert body.value == "https://example.org/id/body/board-of-matters"


def test_the_registers_of_the_project_can_be_read() -> None:
    found = load_registers().find("body", "HM Inspectorate of Probation")
    assert path(found) == "body/hm-inspectorate-of-probation"


def test_council_names() -> None:
    assert council_name("City of Moor") == "Moor"
    assert council_name("Moor City Council") == "Moor"
    assert council_name("Isle of Moor Council") == "Isle of Moor"
    assert council_name("Moor Youth Court") is None


def test_a_name_without_letters_is_refused() -> None:
    with pytest.raises(VocabularyError):
        HERE.person("—", None)


def test_the_safeguarding_boards_of_two_places_of_one_service_are_two() -> None:
    here = Identities(Names(), "dales", Registers(), "upper-dale-and-fenby")
    kind = "safeguarding-board"
    boards = [
        here.organisation(f"{place} Local Safeguarding Children Board", kind).value
        for place in ("Upper Dale", "Fenby", "Upper Dale and Fenby")
    ]
    assert len(set(boards)) == 3
    assert boards[2] == here.organisation("Local Safeguarding Children Board", kind).value
