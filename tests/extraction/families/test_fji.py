"""Full Joint Inspections: six areas of work judged in words and stars."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yotgraph.facts import (
    CaseSample,
    Finding,
    PostHolding,
    Recommendation,
    Reoffending,
    ReportFacts,
    ReportIdentity,
    ServiceFact,
    StandardRating,
    Statistic,
)

Read = Callable[..., ReportFacts]
DOCUMENT = "full-joint-inspection.txt"


def of(report: ReportFacts, kind: type) -> list:
    return [fact for fact in report.facts if type(fact) is kind]


def test_the_report_is_known_by_its_title_page(facts_of: Read) -> None:
    report = facts_of(DOCUMENT)
    assert (report.family, report.slug, report.warnings) == ("fji", "thornley-2013-10", ())
    (identity,) = of(report, ReportIdentity)
    assert (identity.title, identity.programme, identity.published) == (
        "Full Joint Inspection of Youth Offending Work in Thornley",
        "fji",
        "2013-10",
    )
    assert (identity.fieldwork_start, identity.fieldwork_end) == ("2013-06-10", "2013-06-14")
    (service,) = of(report, ServiceFact)
    assert (service.label, service.name) == ("Thornley YOT", "Thornley Youth Offending Team")
    (sample,) = of(report, CaseSample)
    assert (sample.cases, sample.domain) == (34, None)


def test_six_areas_are_judged_in_words_or_stars(facts_of: Read) -> None:
    ratings = of(facts_of(DOCUMENT), StandardRating)
    assert [(one.number, one.label, one.rating, one.scale) for one in ratings] == [
        ("1", "Reducing reoffending", "unsatisfactory", "judgements"),
        ("2", "Protecting the public", "unsatisfactory", "judgements"),
        ("3", "Protecting the child or young person", "poor", "judgements"),
        ("4", "Ensuring that the sentence is served", "good", "judgements"),
        ("5", "Governance and partnerships", "unsatisfactory", "judgements"),
        ("6", "Interventions to reduce reoffending", "satisfactory", "judgements"),
    ]
    assert [item.quote for item in ratings[2].evidence] == [
        "Protecting the child or young person ★☆☆☆",
        "Protecting the child or young person ★☆☆☆ Poor",
        "Overall work to protect children and young people and reduce their vulnerability was poor",
    ]


def test_a_contradicted_judgement_is_named(facts_of: Read) -> None:
    report = facts_of(DOCUMENT, {"vulnerability was poor.": "vulnerability was satisfactory."})
    rating = of(report, StandardRating)[2]
    assert rating.rating == "poor"
    (warning,) = report.warnings
    assert "is judged poor and satisfactory" in warning


def test_recommendations_stand_under_their_addressees(facts_of: Read) -> None:
    found = of(facts_of(DOCUMENT), Recommendation)
    assert [(one.number, one.addressee) for one in found] == [
        ("1", "Chair of the Management Board"),
        ("2", "Chair of the Management Board"),
        ("3", "Youth Offending Team Manager"),
        ("4", "Director of Children's Services"),
    ]
    assert found[3].text == "referrals from the YOT are answered within two working days"


def test_who_led_and_who_signed(facts_of: Read) -> None:
    posts = of(facts_of(DOCUMENT), PostHolding)
    assert [(one.person, one.post, one.capacity) for one in posts] == [
        ("Marguerite Osei", "lead inspector", "lead-inspector"),
        ("Rosamund Peake", "HM Chief Inspector of Probation", "chief-inspector"),
    ]


def test_findings_keep_their_numbers_and_key_findings_get_names(facts_of: Read) -> None:
    findings = {one.paragraph: one for one in of(facts_of(DOCUMENT), Finding)}
    assert list(findings) == [
        "Summary: Reducing reoffending 1",
        "Summary: Protecting the child or young person 1",
        "Reducing reoffending: Key findings 1",
        "Reducing reoffending: Key findings 2",
        "1.1",
        "1.2",
        "Protecting the public: Key findings 1",
        "2.1",
        "3.1",
        "4.1",
        "5.1",
        "6.1",
    ]
    assert findings["1.2"].section == "Theme 1: Reducing reoffending"
    assert findings["Summary: Reducing reoffending 1"].section == "Summary"
    assert findings["4.1"].section == "Theme 4: Ensuring that the sentence is served"


def test_figures_have_their_subjects(facts_of: Read) -> None:
    report = facts_of(DOCUMENT)
    assert [(one.subject, one.measure, one.value) for one in of(report, Statistic)] == [
        ("Thornley", "Reoffending rate", "41.2"),
        ("England and Wales", "Reoffending rate", "35.8"),
        ("Thornley", "Reducing reoffending: work of sufficient quality", "58"),
    ]
    (rate,) = of(report, Reoffending)
    assert (rate.stated_vs_comparator, rate.stated_vs_previous) == ("worse", "worse")


@pytest.mark.parametrize(
    ("area", "slug"),
    [
        ("Hallam and Wexcombe", "hallam-and-wexcombe"),
        ("Isle of Thorney", "isle-of-thorney"),
        ("Marsh upon Tarn", "marsh-upon-tarn"),
    ],
)
def test_the_facts_follow_another_place(facts_of: Read, area: str, slug: str) -> None:
    changed = {
        "Thornley": area,
        "October 2013": "MARCH 2015",
        "Marguerite Osei": "Łukasz Żak",
        "34 cases": "41 cases",
        "Theme ": "",
        "★★★★\tGood": "Good",
    }
    report = facts_of(DOCUMENT, changed)
    assert (report.slug, report.area) == (f"{slug}-2015-03", area)
    assert of(report, ServiceFact)[0].label == f"{area} YOT"
    assert of(report, CaseSample)[0].cases == 41
    assert of(report, PostHolding)[0].person == "Łukasz Żak"
    assert [one.rating for one in of(report, StandardRating)] == [
        one.rating for one in of(facts_of(DOCUMENT), StandardRating)
    ]


def test_those_who_supported_the_lead_inspector_are_of_the_team(facts_of: Read) -> None:
    told = (
        "This inspection was led by HM Inspector Odette Marlow. She was supported by Sam Fry CB"
        " and Isla Tench of HMI Probation, and by colleagues from Ofsted.\n\nForeword"
    )
    posts = of(facts_of(DOCUMENT, {"\nForeword": f"\n{told}"}), PostHolding)
    assert [(one.person, one.organisation) for one in posts if one.capacity == "team-member"] == [
        ("Sam Fry", "HM Inspectorate of Probation"),
        ("Isla Tench", "HM Inspectorate of Probation"),
    ]


def test_contents_without_pages_are_no_sections(facts_of: Read) -> None:
    plain = facts_of(DOCUMENT)
    contents = "Contents\n\nForeword\nKey judgements\nSummary\n\nForeword"
    listed = facts_of(DOCUMENT, {"\nForeword": f"\n{contents}"})
    assert [(one.paragraph, one.text) for one in of(listed, Finding)] == [
        (one.paragraph, one.text) for one in of(plain, Finding)
    ]
