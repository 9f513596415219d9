"""Schemes and registers: notations, labels and patterns that a program can rely on."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from yotgraph.vocabulary import Concept, Scheme, fold, load_register, load_scheme

ROOT = Path(__file__).parents[2]
SCHEMES = sorted(path.stem for path in (ROOT / "ontology" / "schemes").glob("*.ttl"))
REGISTERS = sorted(path.stem for path in (ROOT / "ontology" / "registers").glob("*.ttl"))
ALL = [("schemes", name) for name in SCHEMES] + [("registers", name) for name in REGISTERS]
CHOSEN = {
    "board-statuses": {"absent", "chair", "member"},
    "capacities": {
        "addressee",
        "author",
        "board-chair",
        "chief-inspector",
        "copied",
        "lead-inspector",
        "programme-head",
        "team-member",
    },
    "citation-types": {"dataset", "guidance", "inspection-report", "legislation", "publication"},
    "comparisons": {"better", "same", "worse"},
    "directions": {"declined", "improved", "unchanged"},
    "ratings": {"good", "inadequate", "outstanding", "requires-improvement"},
    "role-statuses": {"absent", "present", "recent"},
    "stances": {"concern", "mixed", "neutral", "strength"},
}


def load(folder: str, name: str) -> Scheme:
    return load_scheme(name) if folder == "schemes" else load_register(name)


@pytest.mark.parametrize(("folder", "name"), ALL)
def test_patterns_compile(folder: str, name: str) -> None:
    for concept in load(folder, name):
        for pattern in (*concept.patterns, *concept.exclusions):
            assert re.compile(pattern, re.IGNORECASE).search("") is None, concept.iri


@pytest.mark.parametrize(("name", "expected"), sorted(CHOSEN.items()))
def test_a_scheme_offers_these_notations(name: str, expected: set[str]) -> None:
    concepts = [concept for concept in load_scheme(name) if "Concept" in concept.types]
    assert {concept.notation for concept in concepts} == expected
    for concept in concepts:
        assert concept.iri == f"https://w3id.org/yotgraph/scheme/{name}/{concept.notation}"


def test_no_label_of_a_national_body_stands_for_two() -> None:
    labels = Counter(
        fold(label) for body in load_register("national-bodies") for label in set(body.labels())
    )
    assert len(labels) > 80
    assert [label for label, count in labels.items() if count > 1] == []


def test_an_abbreviation_of_two_inspectorates_names_none() -> None:
    assert load_register("national-bodies").find("HMIP") is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("YJB", "Youth Justice Board"),
        ("the youth justice board", "Youth Justice Board"),
        ("Her Majesty’s Inspectorate of Probation", "HM Inspectorate of Probation"),
        ("HMIC", "HM Inspectorate of Constabulary"),
        ("CSSIW", "Care Inspectorate Wales"),
        ("DCLG", "Ministry of Housing, Communities and Local Government"),
        ("Department of Health", "Department of Health and Social Care"),
    ],
)
def test_a_national_body_is_found_by_its_names(text: str, label: str) -> None:
    body = load_register("national-bodies").find(text)
    assert body is not None
    assert body.label == label


def test_rating_bands_leave_no_gap() -> None:
    levels = sorted(load_scheme("ratings").of_type("RatingLevel"), key=points)
    assert [points(level) for level in levels] == [0, 1, 2, 3]
    for kind, end in (("percent", 100), ("score", 36)):
        bands = [
            (int(level.values[f"{kind}From"][0]), int(level.values[f"{kind}To"][0]))
            for level in levels
        ]
        assert bands[0][0] == 0
        assert bands[-1][1] == end
        assert all(
            after[0] == before[1] + 1 for before, after in zip(bands, bands[1:], strict=False)
        )


def points(level: Concept) -> int:
    return int(level.values["points"][0])


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Children Act 2004", "legislation"),
        ("The Youth Conditional Cautions Regulations 2013", "legislation"),
        ("National Standards for Youth Justice", "guidance"),
        ("Youth justice annual statistics: 2019 to 2020", "dataset"),
        ("Joint inspection of services for children at risk", "inspection-report"),
    ],
)
def test_a_title_shows_its_type(title: str, expected: str) -> None:
    types = sorted(
        load_scheme("citation-types").of_type("CitationType"),
        key=lambda concept: -int(concept.value("priority") or 0),
    )
    found = next((concept for concept in types if concept.matches(title)), None)
    assert found is not None
    assert found.notation == expected
