"""Work with children and victims: pages of 2025 with two rated areas."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yotgraph.facts import (
    AreaForImprovement,
    CaseSample,
    Finding,
    OverallRating,
    PostHolding,
    Recommendation,
    ReportFacts,
    ReportIdentity,
    ServiceFact,
    StandardRating,
    Strength,
)

Read = Callable[..., ReportFacts]
DOCUMENT = "children-and-victims-2025.html"


def of(report: ReportFacts, kind: type) -> list:
    return [fact for fact in report.facts if type(fact) is kind]


def test_the_page_is_known_by_its_title(facts_of: Read) -> None:
    report = facts_of(DOCUMENT)
    assert (report.family, report.slug, report.warnings) == ("yjs-2025", "thornley-2025-10", ())
    (identity,) = of(report, ReportIdentity)
    assert (identity.title, identity.programme) == (
        "An inspection of youth justice work with children and victims in Thornley",
        "yjs-2025",
    )
    assert (identity.published, identity.fieldwork_start) == ("2025-10-21", "2025-06")
    assert of(report, ServiceFact)[0].name == "Thornley Youth Justice Service"
    assert [one.cases for one in of(report, CaseSample)] == [15, 13]


def test_two_areas_and_what_else_the_table_rates(facts_of: Read) -> None:
    report = facts_of(DOCUMENT)
    assert [(one.number, one.label, one.rating) for one in of(report, StandardRating)] == [
        ("1", "Work with children", "good"),
        ("2", "Work with victims", "requires-improvement"),
        ("1.1", "Governance and leadership", "good"),
        ("1.2", "Staffing", "outstanding"),
        ("1.3", "Partnerships and services", "requires-improvement"),
    ]
    (overall,) = of(report, OverallRating)
    # The rating of the last inspection stands in the foreword too; 15 points are not of 36.
    assert (overall.rating, overall.score) == ("good", None)


def test_chapters_end_where_another_begins(facts_of: Read) -> None:
    report = facts_of(DOCUMENT)
    assert [one.paragraph for one in of(report, Finding)] == [
        "Work with children: Assessing 1",
        "Work with victims 1",
    ]
    assert len(of(report, Strength)) == 2
    assert len(of(report, AreaForImprovement)) == 1
    assert [(one.person, one.capacity) for one in of(report, PostHolding)] == [
        ("Cerys Otero", "lead-inspector"),
        ("Anwen Blythe", "chief-inspector"),
    ]


def test_recommendations_count_on_under_the_next_addressee(facts_of: Read) -> None:
    found = of(facts_of(DOCUMENT), Recommendation)
    assert [(one.number, one.addressee) for one in found] == [
        ("1", "Thornley Youth Justice Service"),
        ("2", "Thornley Youth Justice Service"),
        ("3", "Chair of the Management Board"),
    ]


@pytest.mark.parametrize("area", ["Hallam and Wexcombe", "Isle of Thorney", "Ynys Wen"])
def test_the_facts_follow_another_place(facts_of: Read, area: str) -> None:
    changed = {
        "Thornley": area,
        "21 October 2025": "3 February 2026",
        "Cerys Otero": "Muhammad bin Saïd",
        "<td>Work with victims</td><td>Requires improvement</td>": (
            "<td>Work with victims</td><td>Inadequate</td>"
        ),
        "Our rating for work with victims: Requires improvement": (
            "Our rating for work with victims: INADEQUATE"
        ),
    }
    report = facts_of(DOCUMENT, changed)
    assert (report.area, report.slug[-8:]) == (area, "-2026-02")
    assert of(report, StandardRating)[1].rating == "inadequate"
    assert of(report, PostHolding)[0].person == "Muhammad bin Saïd"
