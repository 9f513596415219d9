"""Reports by standards: youth offending services from 2018, youth justice services from 2021."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yotgraph.facts import (
    BoardFact,
    CaseSample,
    Finding,
    KeyQuestionResult,
    ListedPoint,
    OverallRating,
    PostHolding,
    Recommendation,
    ReportFacts,
    ReportIdentity,
    ServiceFact,
    StandardRating,
    Statistic,
)

Read = Callable[..., ReportFacts]
LATER, SMALL = "youth-justice-2022.txt", "youth-offending-2019-small.txt"


def of(report: ReportFacts, kind: type) -> list:
    return [fact for fact in report.facts if isinstance(fact, kind)]


def test_a_joint_service_of_the_later_framework(facts_of: Read) -> None:
    report = facts_of(LATER)
    assert (report.slug, report.warnings) == ("hallam-and-wexcombe-2022-05", ())
    (identity,) = of(report, ReportIdentity)
    assert (identity.programme, identity.fieldwork_start) == ("yjs-2021", "2022-01")
    assert of(report, ServiceFact)[0].label == "Hallam and Wexcombe YJS"
    assert of(report, BoardFact)[0].label == "Hallam and Wexcombe YJS Management Board"
    assert [(one.domain, one.cases) for one in of(report, CaseSample)] == [("2", 16), ("3", 14)]


def test_resettlement_is_rated_apart_and_left_out_of_the_score(facts_of: Read) -> None:
    report = facts_of(LATER)
    (overall,) = of(report, OverallRating)
    assert (overall.rating, overall.score) == ("requires-improvement", 18)
    ratings = {one.number: one.rating for one in of(report, StandardRating)}
    assert len(ratings) == 13
    assert (ratings["3.4"], ratings["4.1"], ratings["1.3"]) == (
        "requires-improvement",
        "inadequate",
        "outstanding",
    )


def test_what_heads_a_table_and_a_rating_that_was_not_given_are_no_parts(facts_of: Read) -> None:
    words = "Caseloads were fair, at nine on average."
    torn = {words: f"### Rating: Not rated\n\n{words}\n\n% 'Yes'\n\nQuestion\t81%"}
    found = of(facts_of(LATER, torn), Finding)
    assert [one.paragraph for one in found if one.evidence[0].quote.startswith("Caseloads")] == [
        "1.2 paragraph 1"
    ]
    assert not [one for one in found if "'Yes'" in one.evidence[0].quote]


def test_questions_without_numbers_get_those_of_the_framework(facts_of: Read) -> None:
    found = of(facts_of(LATER), KeyQuestionResult)
    assert [(one.number, one.percent_yes) for one in found] == [
        ("2.1.1", "81"),
        ("2.1.2", "69"),
        ("2.1.3", "75"),
    ]


@pytest.mark.parametrize("verb", ["were as follows", "are", "include"])
def test_a_line_alone_may_lead_in_the_key_findings_of_a_domain(facts_of: Read, verb: str) -> None:
    plain = {one.paragraph: one.text for one in of(facts_of(LATER), Finding)}
    asked = "We interviewed the YJS manager and the Chair of the Management Board.\n\n"
    alone = {
        f"\nOrganisational delivery\n\n{asked}Key": "\nKey",
        "\nOut-of-court disposals\n\nKey": "\nKey",
        "are as follows:": f"{verb}:",
    }
    assert {one.paragraph: one.text for one in of(facts_of(LATER, alone), Finding)} == plain


def test_findings_are_the_inspectors_own_words(facts_of: Read) -> None:
    findings = {one.paragraph: one.text for one in of(facts_of(LATER), Finding)}
    assert findings == {
        "Executive summary: Organisational delivery 1": "The board is well led.",
        "Executive summary: Organisational delivery 2": "Premises are shabby.",
        "Executive summary: Out-of-court disposals 1": "Plans were thin.",
        "1.1 paragraph 1": "The plan is clear. Everybody we met could say what was in it.",
        "1.1 paragraph 2": "The board is chaired by the Director of Education, Ottoline Marsh, who"
        " asks good questions.",
        "1.2 paragraph 1": "Caseloads were fair, at nine on average.",
        "Diversity 1": "Too little was known of why so many girls were on the books.",
        "2.1 paragraph 1": "Assessments were full. In 13 of the 16 cases the analysis was sound.",
        "3.4 paragraph 1": "The panel sits every week.",
        "4.1 paragraph 1": "There is no policy, and housing is found too late.",
    }


def test_who_led_signed_and_chairs(facts_of: Read) -> None:
    posts = of(facts_of(LATER), PostHolding)
    assert [(one.person, one.post, one.organisation, one.capacity) for one in posts] == [
        ("Orla Thornbury", "HM Inspector", "HM Inspectorate of Probation", "lead-inspector"),
        (
            "Sefton Pryce",
            "Chief Inspector of Probation",
            "HM Inspectorate of Probation",
            "chief-inspector",
        ),
        ("Ottoline Marsh", "Chair", "Hallam and Wexcombe YJS Management Board", "board-chair"),
        ("Ottoline Marsh", "Director of Education", None, "board-chair"),
    ]


def test_figures_of_text_and_of_staff(facts_of: Read) -> None:
    figures = of(facts_of(LATER), Statistic)
    assert [(one.measure, one.value, one.unit, one.breakdown) for one in figures] == [
        ("Total staff headcount", "24.6", "full-time equivalent", None),
        ("Vacancy rate", "9", "per cent", None),
        ("Average annual working days sickness", "6.5", "days", None),
        ("Total population", "312000", "people", None),
        ("Population", "28400", "people", "10 to 17"),
    ]
    recommended = of(facts_of(LATER), Recommendation)
    assert [one.addressee for one in recommended] == [
        "Hallam and Wexcombe Youth Justice Service",
        "Hallam Council",
    ]
    assert [one.text for one in of(facts_of(LATER), ListedPoint)] == [
        "Members know the children.",
        "The minutes are late.",
    ]


def test_a_small_service_has_no_ratings_of_domain_two(facts_of: Read) -> None:
    report = facts_of(SMALL)
    assert (report.slug, report.warnings) == ("isle-of-thorney-2019-05", ())
    (identity,) = of(report, ReportIdentity)
    assert (identity.programme, identity.fieldwork_start) == ("yos-2018", "2019-02")
    ratings = {one.number: one.rating for one in of(report, StandardRating)}
    assert ratings == {
        "1.1": "outstanding",
        "1.2": "good",
        "1.3": "good",
        "1.4": "good",
        "3.1": "good",
        "3.2": "requires-improvement",
        "3.3": "outstanding",
        "3.4": "good",
    }
    (overall,) = of(report, OverallRating)
    assert (overall.rating, overall.score) == ("good", None)
    assert [(one.person, one.title, one.capacity) for one in of(report, PostHolding)] == [
        ("Idris Kettle", None, "lead-inspector"),
        ("Mabel Orr", None, "programme-head"),
        ("Perpetua Lane", None, "chief-inspector"),
        ("Wenna Stroud", "Councillor", "board-chair"),
    ]


@pytest.mark.parametrize("name", [LATER, SMALL])
@pytest.mark.parametrize(
    "area", ["Fenby", "Marsh, Tarn and Fenby", "Ynys Wen", "St Oswin upon Tarn"]
)
def test_the_facts_follow_another_place(facts_of: Read, name: str, area: str) -> None:
    old = "Hallam and Wexcombe" if name == LATER else "Isle of Thorney"
    report = facts_of(name, {old: area})
    assert report.area == area
    before = facts_of(name)
    assert [(one.number, one.rating) for one in of(report, StandardRating)] == [
        (one.number, one.rating) for one in of(before, StandardRating)
    ]
    assert [one.text.replace(area, old) for one in of(report, Finding)] == [
        one.text for one in of(before, Finding)
    ]
    assert of(report, ServiceFact)[0].label.startswith(f"{area} Y")


def test_the_annex_on_method_may_begin_with_the_standards(facts_of: Read) -> None:
    heading = "Annex 1 – Methodology\n"
    more = f"{heading}\nHM Inspectorate of Probation standards\n\nThe standards are published.\n"
    changed = {heading: f"{more}\nDomain three: out-of-court disposals\n"}
    samples = of(facts_of(SMALL, changed), CaseSample)
    assert [(one.domain, one.cases) for one in samples] == [("3", 7)]


def test_a_part_without_a_rating_needs_no_mark(facts_of: Read) -> None:
    plain = of(facts_of(LATER, {"**Diversity**": "Diversity"}), Finding)
    assert [(one.section, one.paragraph, one.text) for one in plain] == [
        (one.section, one.paragraph, one.text) for one in of(facts_of(LATER), Finding)
    ]


def test_the_opening_of_a_domain_tells_the_sample(facts_of: Read) -> None:
    heading = "Domain two: Court disposals\n"
    words = "We took a detailed look at nine community sentences and two custodial sentences."
    samples = of(facts_of(LATER, {heading: f"{heading}\n{words}\n"}), CaseSample)
    assert [(one.domain, one.cases) for one in samples] == [("2", 11), ("3", 14)]


def test_how_a_standard_was_inspected_is_no_finding(facts_of: Read) -> None:
    words = "We gathered evidence for this standard from documents and meetings."
    told = of(facts_of(LATER, {"The plan is clear.": f"{words}\n\nThe plan is clear."}), Finding)
    assert [one.text for one in told] == [one.text for one in of(facts_of(LATER), Finding)]


def test_tables_of_the_background_are_figures(facts_of: Read) -> None:
    note = "¹ UK population estimates, mid-2020"
    table = (
        "Demographics of children cautioned or sentenced\n\nAge\t10–14\t15–17\n"
        "Hallam and Wexcombe YJS\t21%\t79%\nNational average\t18%\t82%\n\n"
    )
    found = of(facts_of(LATER, {note: table + note}), Statistic)
    assert [
        (one.subject, one.breakdown, one.value)
        for one in found
        if one.measure == "Children cautioned or sentenced"
    ] == [
        ("Hallam and Wexcombe YJS", "10–14", "21"),
        ("Hallam and Wexcombe YJS", "15–17", "79"),
        ("National average", "10–14", "18"),
        ("National average", "15–17", "82"),
    ]


def test_how_the_framework_works_is_no_finding(facts_of: Read) -> None:
    told = (
        "Services that are well led are more likely to do well. We inspect against four"
        " standards.\n\n"
    )
    plan = "The plan is clear. Everybody"
    changed = facts_of("youth-justice-2022.txt", {plan: told + plan})
    plain = facts_of("youth-justice-2022.txt")
    assert [one.text for one in of(changed, Finding)] == [one.text for one in of(plain, Finding)]


def test_a_heading_in_two_languages_ends_the_findings(facts_of: Read) -> None:
    plain = facts_of("youth-justice-2022.txt")
    text = "There is no policy, and housing is found too late."
    end = "\n\nFurther information / Rhagor o wybodaeth\n\nMore can be found on our website."
    changed = facts_of("youth-justice-2022.txt", {text: text + end})
    assert [one.text for one in of(changed, Finding)] == [one.text for one in of(plain, Finding)]


def test_a_description_in_other_words_is_no_finding(facts_of: Read) -> None:
    said = "High-quality, well-focused, personalised and coordinated services are delivered,"
    report = facts_of(
        LATER,
        {
            "\n2.1. Assessment\n": "\n2.3. Implementation and delivery\n",
            "Assessment is well-informed, analytical and personalised, actively involving the child"
            " and their parents or carers.": f"{said} engaging and assisting the child or young person.",
        },
    )
    assert not [one for one in of(report, Finding) if one.text.startswith("High-quality")]
    assert [one.paragraph for one in of(report, Finding) if one.text.startswith("Assessments were")]


@pytest.mark.parametrize("title", ["Key data", "Key staffing data"])
def test_a_table_of_key_data_does_not_end_its_standard(facts_of: Read, title: str) -> None:
    words = "Caseloads were fair, at nine on average."
    table = f"{title}\n\nVacancy rate\t14%\n\nIn making a judgement we ask:\n\n{words}"
    report = facts_of(LATER, {words: table})
    found = [one for one in of(report, Finding) if one.evidence[0].quote.startswith("Caseloads")]
    assert [one.paragraph for one in found] == ["1.2 paragraph 1"]
    assert ("Vacancy rate", "14") in {(one.measure, one.value) for one in of(report, Statistic)}


def test_a_list_behind_a_table_of_key_data_is_of_its_domain(facts_of: Read) -> None:
    words = "Caseloads were fair, at nine on average."
    table = f"Key staffing data\n\nVacancy rate\t14%\n\nStrengths:\n\n- Nobody left.\n\n{words}"
    listed = of(facts_of(LATER, {words: table}), ListedPoint)
    assert [one.domain for one in listed if one.text == "Nobody left."] == ["1"]


def test_a_lead_in_behind_a_list_goes_on_with_the_standard(facts_of: Read) -> None:
    lead = "Our rating for assessment is based on the following key questions:"
    listed = f"Areas for improvement:\n\n- Victims are forgotten.\n\n{lead}"
    report = facts_of(LATER, {lead: listed})
    assert {"2.1.1", "2.1.2"} <= {one.number for one in of(report, KeyQuestionResult)}
    assert "Victims are forgotten." in {one.text for one in of(report, ListedPoint)}


def test_a_board_under_a_name_of_its_own(facts_of: Read) -> None:
    words = "Caseloads were fair, at nine on average."
    named = f"{words} The Youth Justice Partnership Board asks about them."
    (board,) = of(facts_of(SMALL, {}), BoardFact)
    assert board.label.endswith("Management Board")
    report = facts_of(LATER, {words: named})
    assert report.slug.startswith("hallam")
    (board,) = of(report, BoardFact)
    assert board.label == "Hallam and Wexcombe Youth Justice Partnership Board"


def test_a_standard_may_have_a_name_that_only_the_contents_know(facts_of: Read) -> None:
    report = facts_of(LATER, {"1.1. Governance and leadership": "1.1. Who leads"})
    assert "1.1" in {one.paragraph.split()[0] for one in of(report, Finding)}
