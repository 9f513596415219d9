"""Answers: what each question says of made-up reports, unknown left empty, order kept."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from pyoxigraph import Quad, Store
from tests.factories import (
    INSPECTORATE,
    five_report_graph,
    five_reports,
    graph_of,
    holding,
    identity,
    letter,
    mention,
    placed,
    rated,
    report_facts,
    service,
    words,
)

from yotgraph.facts import (
    AreaForImprovement,
    BoardFact,
    Evidence,
    Fact,
    Finding,
    OverallRating,
    PartnerMention,
    QuantifiedFinding,
    Statistic,
    Strength,
)
from yotgraph.knowledge.names import Names, term
from yotgraph.knowledge.questions import ask, load_questions
from yotgraph.vocabulary import load_framework

NAMES = Names()
Row = dict[str, str]


def rows(store: Store, question: str, **parameters: str) -> list[Row]:
    answer = ask(store, question, parameters)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def of(question: str, *facts: Fact, **more: object) -> list[Row]:
    """The rows of a report with these facts."""
    return rows(graph_of(report_facts(facts=placed(facts), **more)), question)


def column(found: list[Row], name: str) -> list[str]:
    return [row[name] for row in found]


@pytest.fixture(scope="module")
def letter_graph() -> Store:
    return graph_of(letter())


# The reports and the inspections


def test_reports() -> None:
    found = rows(five_report_graph(), "reports")
    assert column(found, "report") == sorted(report.slug for report in five_reports())
    first, last = found[0], found[-1]
    assert first["programme"] == "Short Quality Screening"
    assert (first["cases"], first["pages"]) == ("14", "")
    assert first["lead_inspector"] == "Cara Wood"
    assert first["source"] == "eastmoor-2014-01.txt"
    assert last["programme"] == "Youth offending services inspection (2018)"
    assert (last["cases"], last["pages"]) == ("50", "36")
    assert (last["published"], last["fieldwork_start"]) == ("2022-03-09", "2018-09")
    assert last["fieldwork_end"] == ""


def test_a_report_of_which_little_is_known_still_has_its_row() -> None:
    bare = replace(report_facts(), facts=(), source_url="https://example.org/report.pdf")
    (row,) = rows(graph_of(bare), "reports")
    assert row["service"] == "Northmoor"
    assert row["source"] == "https://example.org/report.pdf"
    unknown = ("title", "programme", "published", "lead_inspector", "cases", "pages")
    assert {row[name] for name in unknown} == {""}


def test_two_lead_inspectors_stand_in_one_cell() -> None:
    people = [
        holding(str(n), name, "lead inspector", INSPECTORATE, "inspectorate", "lead-inspector")
        for n, name in enumerate(("Zoe Hill", "Abe Moss"))
    ]
    assert column(of("reports", *people), "lead_inspector") == ["Abe Moss; Zoe Hill"]
    assert column(of("inspectors", *people), "inspector") == ["Abe Moss", "Zoe Hill"]


def test_case_samples_name_their_domain() -> None:
    found = rows(five_report_graph(), "case-samples", report="southmoor-2018-12")
    assert [(row["domain"], row["cases"]) for row in found] == [
        ("Court disposals", "30"),
        ("Out-of-court disposals", "20"),
    ]
    assert found[0]["evidence"] == "30 court cases"


@pytest.mark.parametrize(
    ("ended", "published", "days"),
    [
        ("2015-06-10", "2015-07-01", "21"),
        ("2015-07-01", "2015-07-01", "0"),
        ("2014-12-31", "2015-12-31", "365"),
        ("2015-06", "2015-07-01", ""),
        ("2015-06-10", "2015-07", ""),
        (None, "2015-07-01", ""),
    ],
)
def test_publication_lag(ended: str | None, published: str, days: str) -> None:
    report = report_facts(
        published=published, facts=(identity(published=published, fieldwork_end=ended),)
    )
    (row,) = rows(graph_of(report), "publication-lag")
    assert row == {
        "report": report.slug,
        "fieldwork_end": ended or "",
        "published": published,
        "days": days,
    }


def test_since_last_inspection(letter_graph: Store) -> None:
    assert rows(letter_graph, "since-last-inspection") == [
        {
            "report": "northmoor-2015-07",
            "direction": "improved",
            "earlier": "2013",
            "evidence": "Work had improved since 2013.",
        }
    ]


# People and posts


def test_posts_stand_in_the_order_of_the_report(letter_graph: Store) -> None:
    found = rows(letter_graph, "posts")
    assert column(found, "person") == [
        "Ada Stone",
        "Ada Stone",
        "Ben Marsh",
        "Cara Wood",
        "Dan Hill",
        "Eve Lake",
        "Abe Ford",
        "Finn Heath",
        "Gail Moss",
        "Hal Reed",
    ]
    assert found[3]["capacity"] == "lead inspector"
    assert (found[7]["post"], found[7]["organisation"]) == ("Deputy Mayor", "")
    assert (found[9]["post"], found[9]["organisation"]) == ("", "Care Quality Commission")
    assert found[5]["evidence"] == "Elected Member Eve Lake"


def test_an_organisation_has_the_name_that_the_report_gives_it() -> None:
    def named(area: str, published: str, council: str) -> object:
        post = holding("1", "Ann Lee", "Head", council, "local-authority")
        return report_facts(area, published, placed([service(area), post]))

    store = graph_of(
        named("Northmoor", "2014-01-02", "Northmoor Council"),
        named("Northmoor", "2016-01-02", "Northmoor Borough Council"),
    )
    assert column(rows(store, "posts"), "organisation") == [
        "Northmoor Council",
        "Northmoor Borough Council",
    ]
    assert not rows(store, "people-who-moved")


def test_boards(letter_graph: Store) -> None:
    assert rows(letter_graph, "boards") == [
        {
            "board": "Northmoor YOT Management Board",
            "service": "Northmoor YOT",
            "chair": "Ada Stone",
            "chair_other_posts": "Director of Children's Services, Northmoor Council",
            "report": "northmoor-2015-07",
        }
    ]


BOARD = BoardFact(key="board", evidence=(words("The Board"),), label="The Board")


def test_a_chair_with_several_posts_in_printed_order() -> None:
    people = [
        holding("1", "Ann Lee", "Chair of the Board", "The Board", "board", "addressee"),
        holding("2", "Ann Lee", "Director", None, None),
        holding("3", "Ann Lee", "Adviser", "A Trust", "health-body"),
        holding("4", "Ann Lee", None, "B Trust", "health-body"),
        holding("5", "Bob Fox", "Deputy Chair of the Board", "The Board", "board"),
    ]
    (row,) = of("boards", BOARD, *people)
    assert row["chair"] == "Ann Lee"
    assert row["chair_other_posts"] == "Director; Adviser, A Trust; B Trust"


def test_a_board_without_a_chair_keeps_its_row() -> None:
    (row,) = of("boards", BOARD, holding("1", "Ann Lee", "Head", "A Trust", "health-body"))
    assert (row["board"], row["chair"], row["chair_other_posts"]) == ("The Board", "", "")


def test_a_chair_is_known_by_capacity_too() -> None:
    (row,) = of("boards", BOARD, holding("1", "Ann Lee", None, "The Board", "board", "board-chair"))
    assert row["chair"] == "Ann Lee"


def test_people_across_reports() -> None:
    found = {row["person"]: row for row in rows(five_report_graph(), "people-across-reports")}
    cara = found["Cara Wood"]
    assert cara["reports"].split("; ") == sorted(report.slug for report in five_reports())
    assert cara["posts"] == "HM Inspector; lead inspector"
    assert (cara["organisations"], cara["identity"]) == (INSPECTORATE, "same")
    eve = found["Eve Lake"]
    assert eve["identity"] == "possible"
    assert eve["organisations"] == "Eastmoor Council; Northmoor Council; Southmoor Council"
    assert len(eve["reports"].split("; ")) == 5


def test_someone_in_one_report_is_not_across_reports(letter_graph: Store) -> None:
    assert rows(letter_graph, "people-across-reports") == []


def moving(*places: tuple[str, str, str], more: tuple[Quad, ...] = ()) -> list[Row]:
    """The moves of one Ann Lee through (area, date, organisation type)."""
    reports = [
        report_facts(
            area, published, placed([holding("1", "Ann Lee", "Head", f"The {kind}", kind)])
        )
        for area, published, kind in places
    ]
    return rows(graph_of(*reports, more=more), "people-who-moved")


def test_people_who_moved_between_national_bodies() -> None:
    (row,) = moving(
        ("Northmoor", "2014-11-12", "inspectorate"),
        ("Southmoor", "2015-01-21", "inspectorate"),
        ("Eastmoor", "2015-07", "national-body"),
        ("Westmoor", "2016-03", "national-body"),
    )
    assert row == {
        "person": "Ann Lee",
        "earlier_organisation": "The inspectorate",
        "earlier_report": "southmoor-2015-01",
        "later_organisation": "The national-body",
        "later_report": "eastmoor-2015-07",
        "identity": "same",
    }


def test_a_namesake_has_possibly_moved_until_somebody_decides() -> None:
    places = (("Northmoor", "2014-11", "health-body"), ("Southmoor", "2015-01", "health-body"))
    (row,) = moving(*places)
    assert row["identity"] == "possible"
    one, other = (NAMES.person("ann-lee", area) for area in ("northmoor", "southmoor"))
    graph = NAMES.registers_graph
    (row,) = moving(*places, more=(Quad(one, term("owl:sameAs"), other, graph),))
    assert row["identity"] == "same"
    assert moving(*places, more=(Quad(one, term("owl:differentFrom"), other, graph),)) == []


def test_who_stays_has_not_moved() -> None:
    assert (
        moving(("Northmoor", "2014-11", "inspectorate"), ("Southmoor", "2015-01", "inspectorate"))
        == []
    )


def test_copy_list(letter_graph: Store) -> None:
    found = rows(letter_graph, "copy-list")
    assert [(row["organisation"], row["people"]) for row in found] == [
        ("Northmoor YOT", "Dan Hill"),
        ("Northmoor Council", "Eve Lake; Abe Ford"),
        ("", "Finn Heath"),
        ("Northmoor Youth Court", "Gail Moss"),
        ("Care Quality Commission", "Hal Reed"),
    ]


def test_people_on_a_copy_list_stand_as_printed_and_once() -> None:
    printed = ["Zoe Hill", "Abe Moss", "Meg Fox", "Abe Moss", "Bob Low", "Yan Kay", "Cy Dee"]
    people = [
        holding(str(n), name, f"Post {n}", "The Trust", "health-body")
        for n, name in enumerate(printed)
    ]
    assert column(of("copy-list", *people), "people") == [
        "Zoe Hill; Abe Moss; Meg Fox; Bob Low; Yan Kay; Cy Dee"
    ]


def test_a_body_that_is_a_partner_too_keeps_its_own_name_among_posts() -> None:
    board = "Local Safeguarding Children Board"
    facts = [
        mention("1", board, f"The {board} was strong.", "strength", local=True),
        holding("1", "Ann Lee", "Chair", f"Northmoor {board}", "safeguarding-board"),
    ]
    assert column(of("posts", *facts), "organisation") == [f"Northmoor {board}"]
    assert column(of("copy-list", *facts), "organisation") == [f"Northmoor {board}"]
    assert column(of("partner-links", *facts), "agency") == [board]


# Partner agencies


def test_partner_links(letter_graph: Store) -> None:
    found = rows(letter_graph, "partner-links")
    assert [tuple(row.values())[1:6] for row in found] == [
        ("Children's social care", "children's services", "2", "1", "1"),
        ("Multi-Agency Public Protection Arrangements", "multi-agency arrangement", "1", "0", "0"),
        ("Police", "police", "1", "0", "1"),
        ("Speech and language therapist", "health", "1", "1", "0"),
    ]


def test_a_partner_without_sector_leaves_its_cell_empty_and_without_stance_is_neutral() -> None:
    plain = mention("1", "Moor Project", "A project was named.", is_arrangement=True)
    (link,) = of("partner-links", plain)
    assert (link["agency"], link["sector"], link["mentions"]) == ("Moor Project", "", "1")
    (said,) = of("partner-evidence", plain)
    assert (said["stance"], said["evidence"]) == ("neutral", "A project was named.")
    (used,) = of("multi-agency-arrangements", plain)
    assert used["stance"] == "neutral"
    (across,) = of("agencies-across-reports", plain)
    assert across["sector"] == ""


def test_partner_evidence_has_a_row_for_each_stance() -> None:
    both = mention("1", "Police", "Good but late.", "strength", "concern", sector="police")
    found = of("partner-evidence", both)
    assert column(found, "stance") == ["concern", "strength"]
    assert column(found, "paragraph") == ["1.1", "1.1"]


def test_agencies_across_reports() -> None:
    found = {row["agency"]: row for row in rows(five_report_graph(), "agencies-across-reports")}
    social_care = found["Children's social care"]
    assert social_care["services"] == "Eastmoor YOT; Northmoor YOT"
    assert social_care["reports"] == "eastmoor-2014-01; northmoor-2015-07"
    assert (social_care["strengths"], social_care["concerns"]) == ("2", "2")


def test_shared_partners() -> None:
    (row,) = rows(five_report_graph(), "shared-partners")
    assert (row["service_a"], row["service_b"], row["shared"]) == (
        "Eastmoor YOT",
        "Northmoor YOT",
        "4",
    )
    assert row["agencies"].split("; ") == sorted(row["agencies"].split("; "))


def test_local_projects_of_one_name_are_not_shared() -> None:
    reports = [
        report_facts(area, facts=placed([mention("1", "Moor Project", "It helped.", local=True)]))
        for area in ("Northmoor", "Southmoor")
    ]
    assert rows(graph_of(*reports), "shared-partners") == []
    assert len(rows(graph_of(*reports), "agencies-across-reports")) == 2


def test_a_partner_that_reports_call_differently_goes_by_its_kind() -> None:
    names = {"Northmoor": "Victim liaison officer", "Southmoor": "Victim contact officer"}
    reports = [
        report_facts(area, facts=placed([mention("1", name, "She helped.", local=True)]))
        for area, name in names.items()
    ]
    (one,) = rows(graph_of(*reports), "agencies-across-reports")
    assert (one["agency"], one["services"]) == ("Victim worker", "Northmoor YOT; Southmoor YOT")
    (alone,) = rows(graph_of(reports[0]), "agencies-across-reports")
    assert alone["agency"] == "Victim liaison officer"


def test_specialist_roles_arrangements_and_board_membership(letter_graph: Store) -> None:
    (role,) = rows(letter_graph, "specialist-roles")
    assert (role["role"], role["status"]) == ("Speech and language therapist", "present")
    (arrangement,) = rows(letter_graph, "multi-agency-arrangements")
    assert arrangement["stance"] == "neutral"
    found = rows(letter_graph, "board-membership")
    assert [(row["agency"], row["status"]) for row in found] == [
        ("Northmoor Council", "chair"),
        ("Police", "absent"),
        ("Probation Service", "member"),
    ]
    assert {row["board"] for row in found} == {"Northmoor YOT Management Board"}
    assert found[0]["evidence"] == "Chair of Northmoor YOT Management Board Ada Stone"


def test_a_chair_that_the_text_names_is_not_named_twice() -> None:
    people = [
        holding("1", "Ann Lee", "Chair of the Board", "The Board", "board", "addressee"),
        holding("2", "Ann Lee", "Director", "Northmoor Council", "local-authority"),
    ]
    said = mention(
        "1", "Northmoor Council", "The council chairs.", local=True, board_status="chair"
    )
    assert column(of("board-membership", BOARD, *people, said), "evidence") == [
        "The council chairs."
    ]


# Findings and recommendations


def test_lists_and_findings(letter_graph: Store) -> None:
    (strength,) = rows(letter_graph, "strengths")
    assert (strength["text"], strength["themes"]) == ("Assessment was thorough.", "assessment")
    (area,) = rows(letter_graph, "areas-for-improvement")
    assert area["text"] == "Plans should be timely."
    found = rows(letter_graph, "findings")
    assert [(row["paragraph"], row["stance"], row["themes"]) for row in found] == [
        ("1.1", "strength", "assessment; reviewing"),
        ("1.2", "concern", "planning"),
    ]


def test_a_finding_without_stance_or_themes_leaves_cells_empty() -> None:
    plain = Finding(key="1.1", evidence=(words("So."),), section="S", paragraph="1.1", text="So.")
    (row,) = of("findings", plain)
    assert (row["stance"], row["themes"]) == ("", "")


def test_listed_points_stand_in_the_order_of_the_report() -> None:
    texts = ["Zeal.", "Anger.", "Zeal."]
    points = [
        Strength(key=str(n), evidence=(words(text),), text=text) for n, text in enumerate(texts, 1)
    ]
    assert column(of("strengths", *points), "text") == texts


def test_recommendations() -> None:
    (row,) = rows(five_report_graph(), "recommendations", service="Northmoor YOS")
    assert (row["number"], row["addressee"], row["text"]) == ("1", "The board", "review plans.")


def point(kind: type[Strength] | type[AreaForImprovement], key: str, *themes: str) -> Fact:
    return kind(key=key, evidence=(words(f"{kind.__name__} {key}."),), text=key, themes=themes)


def themed() -> Store:
    """Planning is weak in two services and strong in a third; staffing is weak in one."""
    facts = {
        "Northmoor": [point(AreaForImprovement, "1", "planning", "staffing")],
        "Southmoor": [point(AreaForImprovement, "1", "planning"), point(Strength, "1", "victims")],
        "Eastmoor": [point(Strength, "1", "planning"), point(Strength, "2", "victims")],
    }
    return graph_of(*(report_facts(area, facts=placed(points)) for area, points in facts.items()))


def test_themes_across_reports() -> None:
    store = themed()
    assert [tuple(row.values()) for row in rows(store, "recurring-themes")] == [
        ("planning", "2", "1", "2"),
        ("staffing", "1", "0", "1"),
    ]
    assert [tuple(row.values()) for row in rows(store, "mixed-themes")] == [
        ("planning", "Eastmoor YOT", "Northmoor YOT; Southmoor YOT")
    ]
    assert [tuple(row.values()) for row in rows(store, "learn-from")] == [
        ("Northmoor YOT", "planning", "Eastmoor YOT", "Strength 1."),
        ("Southmoor YOT", "planning", "Eastmoor YOT", "Strength 1."),
    ]


def test_a_service_does_not_learn_from_itself() -> None:
    facts = [point(AreaForImprovement, "1", "planning"), point(Strength, "1", "planning")]
    assert of("learn-from", *facts) == []
    assert of("mixed-themes", *facts) == []


def test_quantified_findings(letter_graph: Store) -> None:
    (row,) = rows(letter_graph, "quantified-findings")
    assert (row["kind"], row["numerator"], row["denominator"]) == ("ratio", "9", "14")
    assert (row["low"], row["high"], row["phrase"]) == ("0.6429", "0.6429", "9 of the 14 cases")


def test_a_count_without_a_total_has_no_bounds() -> None:
    bare = QuantifiedFinding(
        key="1",
        evidence=(words("In two cases."),),
        paragraph="1.1",
        type="count",
        phrase="two cases",
        numerator=2,
    )
    (row,) = of("quantified-findings", bare)
    assert (row["numerator"], row["denominator"], row["low"], row["high"]) == ("2", "", "", "")


def test_practice_examples(letter_graph: Store) -> None:
    (row,) = rows(letter_graph, "practice-examples")
    assert (row["stance"], row["text"]) == ("strength", "One boy was helped.")


# Ratings and statistics


def test_ratings_end_with_the_overall_one() -> None:
    found = rows(five_report_graph(), "ratings", report="southmoor-2018-12")
    assert [(row["domain"], row["standard_number"], row["rating"]) for row in found] == [
        ("Organisational delivery", "1.1", "Good"),
        ("Court disposals", "2.1", "Requires improvement"),
        ("Court disposals", "2.2", "Inadequate"),
        ("", "", "Requires improvement"),
    ]
    assert found[-1]["standard"] == "Overall"


def test_key_questions_without_percentage_have_no_row() -> None:
    found = rows(five_report_graph(), "key-questions", report="southmoor-2018-12")
    assert [(row["standard_number"], row["percent_yes"]) for row in found[:2]] == [
        ("2.1", "84"),
        ("2.1", "57"),
    ]


def test_rating_check() -> None:
    (_, disagreeing) = rows(
        graph_of(
            rated(
                ratings=(("2.1", "Assessment", "requires-improvement"), ("2.2", "Planning", "good"))
            )
        ),
        "rating-check",
    )
    assert disagreeing == {
        "report": "southmoor-2018-12",
        "standard_number": "2.2",
        "standard": "Planning",
        "lowest_percent": "48",
        "implied_rating": "Inadequate",
        "stated_rating": "Good",
        "agrees": "false",
        "score": "",
    }


def test_rating_check_without_a_stated_rating() -> None:
    (row,) = rows(graph_of(rated(ratings=(), percentages=(("2.1.1", "57"),))), "rating-check")
    assert (row["implied_rating"], row["stated_rating"], row["agrees"]) == (
        "Requires improvement",
        "",
        "",
    )


def test_rating_check_has_an_overall_row_where_all_standards_are_rated() -> None:
    standards = load_framework("yos-2018").of_type("Standard")
    ratings = tuple((each.notation, each.label, "good") for each in standards)
    found = rows(graph_of(rated(ratings=ratings, overall="good")), "rating-check")
    overall = found[-1]
    assert (overall["standard"], overall["score"], overall["agrees"]) == ("Overall", "24", "true")
    assert (overall["standard_number"], overall["lowest_percent"]) == ("", "")


def test_reoffending_keeps_figures_as_printed(letter_graph: Store) -> None:
    (row,) = rows(letter_graph, "reoffending")
    assert (row["rate"], row["comparator_rate"], row["previous_rate"]) == ("36.0", "35.7", "")
    assert (row["vs_comparator"], row["vs_previous"]) == ("worse", "better")
    assert (row["cohort_start"], row["stat_published"]) == ("2012-01", "2013-10")


def test_statistics_stand_in_the_order_of_the_report() -> None:
    figures = [
        Statistic(
            key=str(n),
            evidence=(words(value),),
            subject="Northmoor",
            measure="M",
            value=value,
            unit="people",
        )
        for n, value in enumerate(("210711", "36.0", "44"), 1)
    ]
    assert column(of("statistics", *figures), "value") == ["210711", "36.0", "44"]


def test_service_history() -> None:
    found = rows(five_report_graph(), "service-history", area="Northmoor")
    assert [(row["service"], row["report"]) for row in found] == [
        ("Northmoor YOT", "northmoor-2015-07"),
        ("Northmoor YOS", "northmoor-2018-12"),
    ]
    assert found[0]["overall_rating"] == ""
    assert (found[0]["reoffending_rate"], found[0]["improvements"]) == ("36.0", "1")
    assert found[1]["overall_rating"] == "Requires improvement"
    assert (found[1]["reoffending_rate"], found[1]["improvements"]) == ("", "")


def test_service_history_shows_the_printed_score() -> None:
    overall = OverallRating(key="o", evidence=(words("17 of 36"),), rating="good", score=17)
    assert column(of("service-history", overall), "score") == ["17"]


# Partnership as the law has it


def test_statutory_partners_have_a_row_each(letter_graph: Store) -> None:
    found = rows(letter_graph, "statutory-partners")
    assert [(row["partner"], row["status"]) for row in found] == [
        ("police", "absent"),
        ("probation", "not mentioned"),
        ("children's social care", "mixed"),
        ("education", "not mentioned"),
        ("health", "praised"),
    ]
    assert found[0]["evidence"] == "The police were missing from the board."
    assert found[3]["evidence"] == ""


def police(quote: str, *stances: str, **more: object) -> PartnerMention:
    return mention(quote, "Police", quote, *stances, statutory="police", **more)


ABSENT = {"board_status": "absent"}


@pytest.mark.parametrize(
    ("said", "status", "evidence"),
    [
        ([police("A."), police("B.", "strength")], "praised", "B."),
        ([police("A.", "concern"), police("B.")], "criticised", "A."),
        ([police("A.", "concern"), police("B.", "strength")], "mixed", "B."),
        ([police("A."), police("B.", "neutral")], "mentioned", "A."),
        ([police("A.", "concern", **ABSENT)], "absent", "A."),
        ([police("A.", link=False, **ABSENT)], "absent", "A."),
        ([police("A.", "concern", **ABSENT), police("B.", "strength")], "mixed", "B."),
        ([police("A.", link=False, **ABSENT), police("B.")], "mentioned", "B."),
        ([police("A.", "strength", link=False)], "not mentioned", ""),
    ],
)
def test_the_status_of_a_statutory_partner(
    said: list[PartnerMention], status: str, evidence: str
) -> None:
    row = of("statutory-partners", *said)[0]
    assert (row["partner"], row["status"], row["evidence"]) == ("police", status, evidence)


# Documents and words


def test_sources_and_glossary(letter_graph: Store) -> None:
    (cited,) = rows(letter_graph, "sources-cited")
    assert (cited["kind"], cited["publisher"], cited["date"]) == ("legislation", "", "1998")
    (entry,) = rows(letter_graph, "glossary")
    assert (entry["term"], entry["definition"]) == ("PSR", "pre-sentence report")


def test_evidence_of_a_fact_of_a_conclusion_and_of_a_person(letter_graph: Store) -> None:
    fact = NAMES.fact("northmoor-2015-07", "reoffending", "1").value
    (row,) = rows(letter_graph, "evidence", about=fact)
    assert (row["fact_iri"], row["report"]) == (fact, "northmoor-2015-07")
    assert row["evidence"] == "The rate was 36.0%, slightly worse than 35.7%."
    assert int(row["end"]) - int(row["start"]) == len(row["evidence"])
    assert "reoffending" in row["kind"]

    concluded = NAMES.node("derived", "northmoor-2015-07", "comparison", "1-comparator").value
    assert column(rows(letter_graph, "evidence", about=concluded), "fact_iri") == [fact]

    person = NAMES.person("ada-stone", "northmoor").value
    assert len(rows(letter_graph, "evidence", about=person)) == 2


def test_evidence_names_section_paragraph_and_page() -> None:
    where = Evidence(start=0, end=3, quote="So.", section="1. Aims", paragraph="1.1", page=7)
    fact = Finding(key="1.1", evidence=(where,), section="1. Aims", paragraph="1.1", text="So.")
    about = NAMES.fact("northmoor-2015-07", "finding", "1.1").value
    (row,) = rows(graph_of(report_facts(facts=(fact,))), "evidence", about=about)
    assert (row["section"], row["paragraph"], row["page"]) == ("1. Aims", "1.1", "7")


def test_coverage(letter_graph: Store) -> None:
    found = rows(letter_graph, "coverage")
    assert [(row["section"], row["share"], row["unread"]) for row in found] == [
        ("Summary", "0.6667", "A row | B row"),
        ("Notes", "", ""),
    ]


# All of them


def test_every_question_has_rows_somewhere() -> None:
    empty = [q.name for q in load_questions() if not ask(five_report_graph(), q).rows]
    assert empty == []


@pytest.mark.parametrize("question", [each.name for each in load_questions()])
def test_no_row_comes_twice_and_no_cell_says_none(question: str) -> None:
    answer = ask(five_report_graph(), question)
    assert len(set(answer.rows)) == len(answer.rows)
    cells = {cell for row in answer.rows for cell in row}
    assert not cells & {"None", "null", "nan"}
    iris = [column for column in answer.columns if column.endswith("_iri")]
    for row in answer.rows:
        for name, cell in zip(answer.columns, row, strict=True):
            assert name in iris or "w3id.org" not in cell


@cache
def turned_graph() -> Store:
    """The five reports, built in the other order."""
    return graph_of(*reversed(five_reports()))


@pytest.mark.parametrize("question", [each.name for each in load_questions()])
def test_the_order_of_reports_does_not_matter(question: str) -> None:
    assert ask(turned_graph(), question) == ask(five_report_graph(), question)


def test_an_empty_graph_gives_no_rows() -> None:
    store = graph_of()
    assert [q.name for q in load_questions() if ask(store, q).rows] == []
