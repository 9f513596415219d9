"""Core Case Inspections: percentages beside those of others, and improvement required."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yotgraph.facts import (
    AreaForImprovement,
    CaseSample,
    ChangeStatement,
    Citation,
    Finding,
    PartnerMention,
    PostHolding,
    PracticeExample,
    QuantifiedFinding,
    Recommendation,
    ReportFacts,
    ReportIdentity,
    ServiceFact,
    StandardRating,
    Statistic,
    Strength,
)

Read = Callable[..., ReportFacts]
DOCUMENT = "core-case-inspection.txt"
SAFE, HARM, REOFFENDING = (
    "Safeguarding",
    "Public Protection – Risk of Harm",
    "Public Protection – Likelihood of Reoffending",
)


def of(report: ReportFacts, kind: type) -> list:
    return [fact for fact in report.facts if type(fact) is kind]


def test_the_month_is_that_of_the_signature(facts_of: Read) -> None:
    report = facts_of(DOCUMENT)
    assert (report.family, report.slug, report.warnings) == ("cci", "thornley-2010-08", ())
    (identity,) = of(report, ReportIdentity)
    assert (identity.title, identity.programme) == (
        "Report on youth offending work in: Thornley",
        "cci",
    )
    assert "August 2010" in identity.evidence[1].quote
    assert of(report, ServiceFact)[0].label == "Thornley YOS"
    assert [one.cases for one in of(report, CaseSample)] == [38]


def test_the_improvement_required_is_read_in_words(facts_of: Read) -> None:
    ratings = of(facts_of(DOCUMENT), StandardRating)
    assert [(one.number, one.label, one.rating, one.scale) for one in ratings] == [
        ("1", SAFE, "minimum-improvement", "judgements"),
        ("2", HARM, "substantial-improvement", "judgements"),
        ("3", REOFFENDING, "moderate-improvement", "judgements"),
    ]


def test_percentages_stand_beside_those_of_other_areas(facts_of: Read) -> None:
    others = "Wales and the English regions that have been inspected to date"
    found = {
        (one.measure.partition(": work")[0], one.subject, one.breakdown): one.value
        for one in of(facts_of(DOCUMENT), Statistic)
        if one.unit == "per cent" and not one.measure[0].isdigit()
    }
    expected = {
        SAFE: ("71", "37", "91", "67"),
        HARM: ("58", "36", "85", "62"),
        REOFFENDING: ("69", "43", "87", "69"),
    }
    assert found == {
        (label, subject, breakdown): value
        for label, values in expected.items()
        for (subject, breakdown), value in zip(
            [("Thornley", None), (others, "lowest"), (others, "highest"), (others, "average")],
            values,
            strict=True,
        )
    }


def test_the_population_stands_in_the_appendix(facts_of: Read) -> None:
    people = [one for one in of(facts_of(DOCUMENT), Statistic) if one.unit == "people"]
    assert [(one.subject, one.measure, one.value) for one in people] == [
        ("Thornley", "Total population", "153700")
    ]


def test_recommendations_have_their_addressee_in_brackets(facts_of: Read) -> None:
    found = of(facts_of(DOCUMENT), Recommendation)
    assert [(one.number, one.addressee, one.text) for one in found] == [
        (
            "1",
            "YOS Manager",
            "a timely and good quality assessment is completed when the case starts",
        ),
        (
            "2",
            "YOS Manager",
            "the plan of work is regularly reviewed and correctly recorded in Asset",
        ),
        (
            "3",
            "YOS Management Board",
            "there is evidence of regular quality assurance by management",
        ),
    ]


def test_numbered_lists_and_people(facts_of: Read) -> None:
    report = facts_of(DOCUMENT)
    assert [one.text for one in of(report, Strength)] == [
        "An assessment of vulnerability had been completed in 34 cases.",
        "Parents had been asked for their views in nearly every case.",
    ]
    assert [one.text for one in of(report, AreaForImprovement)] == [
        "Eleven risk management plans were late."
    ]
    assert [(one.person, one.capacity) for one in of(report, PostHolding)] == [
        ("Odette Marlow", "lead-inspector"),
        ("Tobias Wren", "chief-inspector"),
        ("Sam Fry", "team-member"),
        ("Isla Tench", "team-member"),
        ("Pip Holt", "team-member"),
    ]
    team = of(report, PostHolding)[2]
    assert (team.post, team.organisation) == ("Practitioner Assessor", None)


@pytest.mark.parametrize(
    "area", ["Hallam and Wexcombe", "Isle of Thorney", "Wrexcombe", "Marsh, Tarn and Fenby"]
)
def test_the_facts_follow_another_place(facts_of: Read, area: str) -> None:
    changed = {
        "Thornley": area,
        "August 2010": "JANUARY 2012",
        "MINIMUM improvement required": "Drastic improvement required",
        "71%": "33%",
        "Odette Marlow": "Siân ap Rhys",
    }
    report = facts_of(DOCUMENT, changed)
    assert (report.area, report.slug[-8:]) == (area, "-2012-01")
    assert of(report, StandardRating)[0].rating == "drastic-improvement"
    own = next(one for one in of(report, Statistic) if one.breakdown is None)
    assert (own.subject, own.value) == (area, "33")
    assert of(report, PostHolding)[0].person == "Siân ap Rhys"


def test_the_areas_own_column_may_stand_first(facts_of: Read) -> None:
    changed = {
        "\tScores from Wales and the English regions that have been inspected to date\t\t\tScores"
        " for Thornley": "\tScores for Thornley\tScores from Wales and the English regions that"
        " have been inspected to date",
        "37%\t91%\t67%\t71%": "71%\t37%\t91%\t67%",
    }
    figures = [
        (one.subject == "Thornley", one.breakdown, one.value)
        for one in of(facts_of(DOCUMENT, changed), Statistic)
        if one.measure.startswith("Safeguarding")
    ]
    assert figures == [
        (True, None, "71"),
        (False, "lowest", "37"),
        (False, "highest", "91"),
        (False, "average", "67"),
    ]


IN_LINES = "core-case-inspection-in-lines.txt"


def test_what_was_a_table_may_be_lines(facts_of: Read) -> None:
    report = facts_of(IN_LINES)
    assert (report.family, report.slug, report.warnings) == ("cci", "thornley-2010-08", ())
    ratings = [(one.number, one.rating) for one in of(report, StandardRating)]
    assert ratings == [("1", "minimum-improvement"), ("2", "substantial-improvement")]
    scores = {
        (one.measure.partition(": work")[0], one.breakdown): one.value
        for one in of(report, Statistic)
    }
    for label, values in {
        SAFE: ("71", "37", "91", "67"),
        HARM: ("58", "36", "85", "62"),
        REOFFENDING: ("69", "43", "87", "69"),
    }.items():
        assert (
            tuple(scores[label, of_whom] for of_whom in (None, "lowest", "highest", "average"))
            == values
        )
    assert scores["1.1 Risk of Harm to others (RoH)", None] == "49"
    assert scores["3.1 Achievement of outcomes", None] == "56"


def test_a_team_may_be_listed_line_by_line(facts_of: Read) -> None:
    posts = [(one.person, one.post, one.capacity) for one in of(facts_of(IN_LINES), PostHolding)]
    assert posts == [
        ("Odette Marlow", "lead inspector", "lead-inspector"),
        ("Tobias Wren", "HM Chief Inspector of Probation", "chief-inspector"),
        ("Sam Fry", "Practice Assessor", "team-member"),
        ("Isla Tench", "Local Assessor", "team-member"),
        ("Pip Holt", "Local Assessor", "team-member"),
    ]


def test_every_item_is_a_finding(facts_of: Read) -> None:
    report = facts_of(IN_LINES)
    findings = {one.paragraph: (one.domain, one.stance) for one in of(report, Finding)}
    commentary = "COMMENTARY on Assessment and Sentence Planning as a whole 1"
    assert findings == {
        "Service users' perspective: Children and young people 1": (None, "strength"),
        "Service users' perspective: Victims 1": (None, "strength"),
        "1.1 Strengths 1": ("1", "strength"),
        "1.1 Areas for improvement 1": ("1", "concern"),
        "1.1 Areas for improvement 2": ("1", "concern"),
        commentary: ("1", "mixed"),
        "3.1 Strengths 1": ("3", "strength"),
    }
    torn = next(
        one for one in of(report, Finding) if one.paragraph == "1.1 Areas for improvement 1"
    )
    assert torn.text.endswith("fewer than half of the screenings were accurate.")
    assert torn.section == "1.1 Risk of Harm to others (RoH)"
    lists = [one.domain for kind in (Strength, AreaForImprovement) for one in of(report, kind)]
    assert lists == ["1", "3", "1", "1"]


def test_what_the_items_count_and_whom_they_name(facts_of: Read) -> None:
    report = facts_of(IN_LINES)
    counted = {(one.paragraph, one.phrase) for one in of(report, QuantifiedFinding)}
    assert ("1.1 Strengths 1", "91% of cases") in {
        (name, phrase.removeprefix("in ")) for name, phrase in counted
    }
    assert "Weapons Forum" in {one.agency for one in of(report, PartnerMention)}
    assert [(one.direction, one.earlier) for one in of(report, ChangeStatement)][:1] == [
        ("improved", "2007")
    ]
    (example,) = of(report, PracticeExample)
    assert (example.paragraph, example.text[:3]) == ("Making a difference 1", "Kit")


IN_TABLES = "core-case-inspection-in-tables.md"


def test_figures_of_the_context_have_their_averages(facts_of: Read) -> None:
    found = [
        (one.measure, one.breakdown, one.subject, one.value, one.unit)
        for one in of(facts_of(IN_LINES), Statistic)
        if one.key.startswith("context")
    ]
    both, learning = "England and Wales", "Suitable education, training or employment"
    assert found == [
        ("Population", "aged 10 to 17", "Thornley", "10.9", "per cent"),
        ("Population", "aged 10 to 17", both, "10.4", "per cent"),
        ("Population", "white British", "Thornley", "92.5", "per cent"),
        ("Population", "black and minority ethnic heritage", "Thornley", "7.5", "per cent"),
        ("Population", "black and minority ethnic heritage", both, "8.7", "per cent"),
        ("Reported offences", "aged 10 to 17", "Thornley", "41", "per 1,000"),
        ("Reported offences", "aged 10 to 17", both, "46", "per 1,000"),
        (learning, None, "Thornley", "70.4", "per cent"),
        (learning, None, "England", "72.7", "per cent"),
        ("Reoffending rate after 9 months", None, "Thornley", "88", "per cent"),
        ("Reoffending rate after 9 months", None, "England", "85", "per cent"),
    ]


def test_the_team_and_the_examples_may_stand_in_tables(facts_of: Read) -> None:
    report = facts_of(IN_TABLES)
    inspectorate = "HM Inspectorate of Probation"
    assert [
        (one.person, one.post, one.organisation, one.capacity) for one in of(report, PostHolding)
    ] == [
        ("Odette Marlow", "lead inspector", inspectorate, "lead-inspector"),
        ("Tobias Wren", "HM Chief Inspector of Probation", inspectorate, "chief-inspector"),
        ("Sam Fry", "Deputy Lead Inspector", inspectorate, "team-member"),
        ("Isla Tench", "Inspection staff", inspectorate, "team-member"),
        ("Pip Holt", "Inspection staff", inspectorate, "team-member"),
        ("Ada Kerr", "Local Assessor", "Moorland YOS", "team-member"),
        ("Huw Pym", "Local Assessor", "Dale YOS", "team-member"),
    ]
    (example,) = of(report, PracticeExample)
    assert example.text.startswith("Ellis, aged 15,")
    assert len(of(report, Finding)) == 2


def test_a_term_in_italics_is_no_work_that_is_cited(facts_of: Read) -> None:
    assert of(facts_of(IN_TABLES), Citation) == []
