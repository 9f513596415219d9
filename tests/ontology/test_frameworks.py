"""Frameworks: the standards, key questions and sections of the programmes."""

from __future__ import annotations

import pytest

from yotgraph.vocabulary import load_framework, load_frameworks

BASE = "https://w3id.org/yotgraph/framework"
LABELS = {
    "cci": "Core Case Inspection",
    "fji": "Full Joint Inspection",
    "sqs": "Short Quality Screening",
    "yjs-2021": "Youth justice services inspection (2021)",
    "yjs-2025": "Youth justice services inspection (2025)",
    "yos-2018": "Youth offending services inspection (2018)",
}
RATED = ("yos-2018", "yjs-2021")


def test_the_programmes_and_their_labels() -> None:
    assert {
        name: framework.of_type("Programme")[0].label
        for name, framework in load_frameworks().items()
    } == LABELS


@pytest.mark.parametrize("name", sorted(LABELS))
def test_iris_follow_from_notations(name: str) -> None:
    kinds = {
        "Domain": "domain",
        "KeyQuestion": "question",
        "Section": "section",
        "Standard": "standard",
    }
    framework = load_framework(name)
    for type_name, segment in kinds.items():
        for concept in framework.of_type(type_name):
            assert concept.iri == f"{BASE}/{name}/{segment}/{concept.notation}"
            assert concept.values["inScheme"] == (f"{BASE}/{name}",)


@pytest.mark.parametrize("name", RATED)
def test_twelve_standards_count_towards_a_score_of_thirty_six(name: str) -> None:
    standards = load_framework(name).of_type("Standard")
    counting = [
        standard for standard in standards if standard.value("countsTowardsScore") == "true"
    ]
    assert len(counting) == 12
    assert {standard.notation for standard in standards} - {s.notation for s in counting} == (
        set() if name == "yos-2018" else {"4.1"}
    )


@pytest.mark.parametrize("name", RATED)
def test_standards_and_questions_lie_where_their_numbers_say(name: str) -> None:
    framework = load_framework(name)
    for standard in framework.of_type("Standard"):
        domain = f"{BASE}/{name}/domain/{standard.notation.split('.')[0]}"
        assert standard.value("inDomain") == domain
        assert framework.by_iri(domain) is not None
    for question in framework.of_type("KeyQuestion"):
        assert question.label.endswith("?")
        standard_iri = f"{BASE}/{name}/standard/{question.notation.rpartition('.')[0]}"
        assert question.value("ofStandard") == standard_iri
        assert framework.by_iri(standard_iri) is not None


@pytest.mark.parametrize("name", RATED)
def test_each_standard_of_casework_has_questions(name: str) -> None:
    framework = load_framework(name)
    asked = {question.value("ofStandard") for question in framework.of_type("KeyQuestion")}
    unasked = {
        standard.notation for standard in framework.of_type("Standard") if standard.iri not in asked
    }
    assert unasked == (set() if name == "yos-2018" else {"3.4", "4.1"})


def test_matches_across_years_go_both_ways_and_lead_somewhere() -> None:
    known = {concept.iri: concept for each in load_frameworks().values() for concept in each}
    matches = [
        (concept.iri, kind, target)
        for concept in known.values()
        for kind in ("exactMatch", "closeMatch")
        for target in concept.values.get(kind, ())
    ]
    assert len(matches) > 50
    for source, kind, target in matches:
        assert target in known
        if kind == "exactMatch":
            assert source in known[target].values["exactMatch"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Report of Short Quality Screening (SQS) of youth offending work in X", "sqs"),
        ("Full Joint Inspection of Youth Offending Work in X", "fji"),
        ("Core Case Inspection of youth offending work in X", "cci"),
    ],
)
def test_a_title_shows_its_programme(text: str, name: str) -> None:
    found = [
        key
        for key, framework in load_frameworks().items()
        if framework.of_type("Programme")[0].matches(text)
    ]
    assert found == [name]


def test_a_section_is_found_by_the_headings_that_reports_print() -> None:
    sections = load_framework("sqs")
    for heading, notation in (
        ("Protecting children and young people", "protecting-the-child-or-young-person"),
        ("Areas that require improvement", "areas-requiring-improvement"),
        ("Ensuring the sentence is served", "ensuring-that-the-sentence-is-served"),
    ):
        found = sections.find(heading)
        assert found is not None
        assert found.notation == notation
