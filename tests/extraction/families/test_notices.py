"""Press releases, committee papers and other inspectorates' reports: none becomes the report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from yotgraph.errors import ReadingError
from yotgraph.extraction import extract
from yotgraph.facts import OverallRating, ReportFacts, ReportIdentity, ServiceFact
from yotgraph.reading import read_bytes

DOCUMENTS = Path(__file__).parents[2] / "documents"
Read = Callable[..., ReportFacts]


@pytest.mark.parametrize(
    ("name", "slug", "genre", "rating", "service"),
    [
        (
            "press-release.txt",
            "thornley-2019-03-press-release",
            "press release",
            "requires-improvement",
            "Thornley YOT",
        ),
        (
            "committee-paper.txt",
            "thornley-2022-09-committee-paper",
            "committee paper",
            "good",
            "Thornley YJS",
        ),
    ],
)
def test_a_notice_gives_what_it_quotes_and_no_more(
    facts_of: Read, name: str, slug: str, genre: str, rating: str, service: str
) -> None:
    report = facts_of(name)
    assert report.slug == slug
    assert [type(fact) for fact in report.facts] == [ReportIdentity, ServiceFact, OverallRating]
    identity, named, overall = report.facts
    assert isinstance(identity, ReportIdentity)
    assert (identity.genre, identity.programme) == (genre, None)
    assert isinstance(named, ServiceFact)
    assert named.label == service
    assert isinstance(overall, OverallRating)
    assert overall.rating == rating
    (warning,) = report.warnings
    assert f"a {genre} about an inspection, not its report" in warning


def test_two_ratings_quoted_are_none(facts_of: Read) -> None:
    changed = {"last inspected in 2014.": "rated as 'Inadequate' overall in 2014."}
    report = facts_of("press-release.txt", changed)
    assert not [fact for fact in report.facts if isinstance(fact, OverallRating)]


@pytest.mark.parametrize("area", ["Hallam and Wexcombe", "Isle of Thorney"])
@pytest.mark.parametrize("name", ["press-release.txt", "committee-paper.txt"])
def test_the_facts_follow_another_place(facts_of: Read, name: str, area: str) -> None:
    assert facts_of(name, {"Thornley": area}).area == area


@pytest.mark.parametrize(
    ("name", "publisher"),
    [
        ("other-inspectorate-ofsted.txt", "Ofsted"),
        ("other-inspectorate-cqc.txt", "Care Quality Commission"),
        (
            "other-inspectorate-hmicfrs.txt",
            "HM Inspectorate of Constabulary and Fire & Rescue Services",
        ),
        ("other-inspectorate-estyn.txt", "Estyn"),
    ],
)
def test_reports_of_other_inspectorates_are_refused_by_name(
    facts_of: Read, name: str, publisher: str
) -> None:
    with pytest.raises(ReadingError) as refused:
        facts_of(name)
    assert "\n" not in str(refused.value)
    assert f"it is of {publisher}, and only reports of" in str(refused.value)


def test_a_report_bound_in_behind_a_paper_is_asked_for_alone() -> None:
    paper = (DOCUMENTS / "committee-paper.txt").read_text(encoding="utf-8")
    report = (DOCUMENTS / "small-report.txt").read_text(encoding="utf-8")
    with pytest.raises(ReadingError, match="save the inspection report as a file of its own"):
        extract(read_bytes(f"{paper}\n{report * 12}".encode(), "agenda.txt"))


def test_a_letter_bound_in_behind_a_paper_is_asked_for_alone_with_its_page() -> None:
    paper = (DOCUMENTS / "committee-paper.txt").read_text(encoding="utf-8")
    letter = (DOCUMENTS / "small-letter.txt").read_text(encoding="utf-8")
    with pytest.raises(ReadingError, match=r"a file of its own \(its parts begin on page 2\)$"):
        extract(read_bytes(f"{paper}\n\f{letter}".encode(), "paper.txt"))


def test_who_holds_a_post_of_the_service_is_no_area(facts_of: Read) -> None:
    told = {"Report of: Director of Children's Services": "Report of: Chair of Thornley YJS"}
    report = facts_of("committee-paper.txt", told)
    assert [one.label for one in report.facts if isinstance(one, ServiceFact)] == ["Thornley YJS"]
