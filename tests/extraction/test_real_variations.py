"""What published reports vary in: titles, dates, ratings, furniture, leads, two languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yotgraph.errors import ReadingError
from yotgraph.extraction import extract
from yotgraph.facts import (
    Finding,
    OverallRating,
    PostHolding,
    ReportFacts,
    ReportIdentity,
    ServiceFact,
    StandardRating,
)
from yotgraph.reading import Document

Maker = Callable[[str], Document]

TITLE = "An inspection of youth offending services in\n\nThornley\n\nHM Inspectorate of Probation, March 2020"
ACKNOWLEDGEMENTS = "This inspection was led by HM Inspector Orla Fell."
OVERALL = "Overall, Thornley Youth Offending Service (YOS) was rated as ‘Good’."
TABLE = """1. Organisational delivery
1.1\tGovernance and leadership\tGood
1.2\tStaff\tRequires improvement

2. Court disposals
2.1\tAssessment\tOutstanding

3. Out-of-court disposals
3.4\tJoint working\tInadequate
"""
BODY = """1. Organisational delivery

1.1 Governance and leadership

The board of Thornley YOS meets every month and knows the children whom it serves. It has asked for better data on

exclusions, and it has been given them.
"""
REPORT = """{title}

Acknowledgements

{acknowledgements}

Foreword

{overall}

Ratings

{table}
{body}"""


def report(
    title: str = TITLE,
    acknowledgements: str = ACKNOWLEDGEMENTS,
    overall: str = OVERALL,
    table: str = TABLE,
    body: str = BODY,
) -> str:
    return REPORT.format(
        title=title, acknowledgements=acknowledgements, overall=overall, table=table, body=body
    )


def of(facts: ReportFacts, kind: type) -> list:
    return [fact for fact in facts.facts if type(fact) is kind]


def ratings(facts: ReportFacts) -> dict[str, str]:
    return {one.number: one.rating for one in of(facts, StandardRating)}


NOW = {"1.1": "good", "1.2": "requires-improvement", "2.1": "outstanding", "3.4": "inadequate"}


def test_the_plain_report_is_read(document: Maker) -> None:
    facts = extract(document(report()))
    assert (facts.family, facts.slug, facts.warnings) == ("yos-2018", "thornley-2020-03", ())
    assert ratings(facts) == NOW
    assert [one.rating for one in of(facts, OverallRating)] == ["good"]
    assert [(one.person, one.post) for one in of(facts, PostHolding)] == [
        ("Orla Fell", "HM Inspector")
    ]


@pytest.mark.parametrize(
    ("title", "area"),
    [
        ("An inspection of\nyouth offending services in\nThornley\n\nMarch 2020", "Thornley"),
        ("An inspection of\n\nyouth offending services in\n\nThornley\n\nMarch 2020", "Thornley"),
        (
            "An inspection of youth offending services in\nHallam and\nThornley\n\nMarch 2020",
            "Hallam and Thornley",
        ),
        (
            "An inspection of youth offending services in\nHallam\nand Thornley\n\nMarch 2020",
            "Hallam and Thornley",
        ),
        (
            "An inspection of youth offending services in North\nThornley\n\nMarch 2020",
            "North Thornley",
        ),
        (
            "An inspection of youth offending services in\n\nThornley HM Inspectorate of Probation, March 2020",
            "Thornley",
        ),
        (
            "An inspection of youth offending services in\n\nThornleyHM Inspectorate of Probation, March 2020",
            "Thornley",
        ),
        (
            "An inspection of youth offending services in ThornleyHM Inspectorate of ProbationMarch 2020",
            "Thornley",
        ),
        (
            "An inspection of youth offending services in Thornley\nHM Inspectorate of Probation MARCH 2020",
            "Thornley",
        ),
        (
            "Arolygiad o wasanaethau troseddau ieuenctid yn\n\nThornley\n\nAn inspection of youth offending services in\n\nThornley\n\nArolygiaeth Prawf EF, Mawrth 2020\n\nHM Inspectorate of Probation, March 2020",
            "Thornley",
        ),
        ("An inspection of Thornley Youth Offending Service\n\nMarch 2020", "Thornley"),
    ],
)
def test_titles_over_lines_glued_and_in_two_languages(
    document: Maker, title: str, area: str
) -> None:
    text = report(title).replace("Thornley YOS", f"{area} YOS")
    text = text.replace("Thornley Youth Offending Service (YOS)", f"{area} YOS")
    facts = extract(document(text))
    assert (facts.area, facts.slug[-8:]) == (area, "-2020-03")
    assert of(facts, ServiceFact)[0].label == f"{area} YOS"


FURNITURE = "\n\n{}\n\f"


@pytest.mark.parametrize(
    ("odd", "even"),
    [
        (
            "Inspection of youth offending services in: Thornley 7",
            "8 Inspection of youth offending services in: Thornley",
        ),
        (
            "Inspection of youth offending services in Thornley\t7",
            "8\tInspection of youth offending services in Thornley",
        ),
        (
            "Inspection of youth offending services: Thornley | 7",
            "8 | Inspection of youth offending services: Thornley",
        ),
    ],
)
def test_without_a_title_the_furniture_names_the_area(document: Maker, odd: str, even: str) -> None:
    text = report("HM Inspectorate of Probation, March 2020")
    text = text.replace("Ratings\n", FURNITURE.format(odd) + "Ratings\n", 1)
    text = text.replace("better data on\n", f"better data on\n\n{even}\n\f", 1)
    facts = extract(document(text))
    assert (facts.area, facts.slug) == ("Thornley", "thornley-2020-03")
    (finding,) = of(facts, Finding)
    assert finding.text.endswith(
        "It has asked for better data on exclusions, and it has been given them."
    )


@pytest.mark.parametrize(
    "line",
    [
        "Overall, Thornley YOS was rated as “Good”.",
        "Overall, Thornley YOS is rated as: Good.",
        "Overall, Thornley YOS was judged GOOD.",
        "Thornley YOS was rated as good overall.",
        "Thornley YOS was judged to be ‘GOOD’ overall.",
        "Thornley YOS received an overall rating of Good.",
        "At our last inspection Thornley YOS was rated ‘Inadequate’ overall. Overall, Thornley YOS was rated as ‘Good’.",
        "In our 2016 report it had been rated as Inadequate overall. It has an overall rating of ‘Good’.",
    ],
)
def test_the_overall_rating_in_every_wording(document: Maker, line: str) -> None:
    facts = extract(document(report(overall=line)))
    assert [one.rating for one in of(facts, OverallRating)] == ["good"]


@pytest.mark.parametrize(
    "change",
    [
        lambda table: table.replace("Good", "‘Good’").replace("Outstanding", "“OUTSTANDING”"),
        lambda table: table.replace("Requires improvement", "REQUIRES IMPROVEMENT"),
        lambda table: table.replace("Good", "Good overall"),
        lambda table: table.replace("Requires improvement", "Requires\nimprovement"),
        lambda table: table.replace("\tGood", "\tGood (previously Inadequate)"),
        lambda table: table.replace("\tGood", "\tGood (2016: Requires improvement)"),
        lambda table: "Standard\t\tThis inspection\tPrevious inspection\n"
        + table.replace("Good", "Good\tInadequate").replace("Outstanding", "Outstanding\tGood"),
        lambda table: "\t\t2016\t2020\n"
        + table.replace("\tGood", "\tInadequate\tGood")
        .replace("\tRequires", "\tGood\tRequires")
        .replace("\tOutstanding", "\tGood\tOutstanding")
        .replace("working\tInadequate", "working\tGood\tInadequate"),
        lambda table: table.replace("Staff\t", "Staff1\t") + "\n1 Staff includes volunteers.\n",
        lambda table: table.replace("\t", " "),
    ],
    ids=[
        "curly quotes", "capitals", "good overall", "two lines", "previously", "year in brackets",
        "two inspections", "two years", "glued footnote", "no columns",
    ],
)  # fmt: skip
def test_ratings_in_every_setting(document: Maker, change: Callable[[str], str]) -> None:
    facts = extract(document(report(table=change(TABLE))))
    assert ratings(facts) == NOW
    assert facts.warnings == ()


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("This inspection was led by HM Inspector Orla Fell, supported by a team.", "Orla Fell"),
        ("Please contact the lead inspector, who was Siân ap Rhys.", "Siân ap Rhys"),
        ("The lead inspector was Łukasz Żak.", "Łukasz Żak"),
        ("Lead inspector: Jean-Luc de Brandt", "Jean-Luc de Brandt"),
    ],
)
def test_who_led_in_every_wording(document: Maker, words: str, person: str) -> None:
    facts = extract(document(report(acknowledgements=words)))
    assert [one.person for one in of(facts, PostHolding) if one.capacity == "lead-inspector"] == [
        person
    ]


def test_a_signatory_is_no_lead(document: Maker) -> None:
    signed = f"{OVERALL}\n\nOrla Fell\nHM Chief Inspector of Probation"
    facts = extract(document(report(acknowledgements="We thank everybody.", overall=signed)))
    assert [(one.person, one.capacity) for one in of(facts, PostHolding)] == [
        ("Orla Fell", "chief-inspector")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Fieldwork: October 2019",
        "Our last inspection took place in May 2016.",
        "Inspection dates: 7 to 18 October 2019",
        "The figures are as at June 2019.",
        "© Crown copyright 2020",
        "Data for the cohort of January 2018",
    ],
)
def test_a_date_that_dates_something_else(document: Maker, line: str) -> None:
    name = "An inspection of youth offending services in\n\nThornley\n\n"
    facts = extract(document(report(f"{name}{line}\n\nMarch 2020")))
    assert facts.slug == "thornley-2020-03"
    with pytest.raises(ReadingError, match="no publication date"):
        extract(document(report(f"{name}{line}")))


def test_the_date_that_is_called_so_counts_most(document: Maker) -> None:
    name = "An inspection of youth offending services in\n\nThornley\n\nJanuary 2020"
    facts = extract(document(report(f"{name}\n\nPublished: 12 March 2020")))
    assert [one.published for one in of(facts, ReportIdentity)] == ["2020-03-12"]


@pytest.mark.parametrize("unit", ["cases", "full-time posts", "miles away", "per cent of them"])
def test_a_decimal_at_the_beginning_of_a_line_is_no_number(document: Maker, unit: str) -> None:
    body = f"1. Organisational delivery\n\n1.1 Governance and leadership\n\nThe staff of the service hold on average about\n7.6 {unit}, which is fair.\n"
    (finding,) = of(extract(document(report(body=body))), Finding)
    assert finding.text == (
        f"The staff of the service hold on average about 7.6 {unit}, which is fair."
    )
