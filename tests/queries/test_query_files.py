"""Query files: each can be read by two engines, and its header tells the truth."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from pyoxigraph import Store
from rdflib.plugins.sparql import prepareQuery
from tests.factories import five_report_graph

from yotgraph.knowledge.checks import load_checks
from yotgraph.knowledge.names import PREFIXES
from yotgraph.knowledge.questions import CATEGORIES, Question, ask, load_questions
from yotgraph.knowledge.rules import load_rules
from yotgraph.knowledge.store import select
from yotgraph.resources import directory

FILES = sorted((directory("queries")).rglob("*.rq"))
QUESTIONS = load_questions()
by_name = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
by_file = pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")

# The columns that each question promises; more may stand behind them.
COLUMNS = {
    "reports": "report, title, programme, service, published, fieldwork_start, fieldwork_end, "
    "lead_inspector, cases, pages, source, sha256",
    "case-samples": "report, domain, cases, evidence",
    "publication-lag": "report, fieldwork_end, published, days",
    "since-last-inspection": "report, direction, earlier, evidence",
    "posts": "person, post, organisation, capacity, report, evidence",
    "boards": "board, service, chair, chair_other_posts, report",
    "people-across-reports": "person, reports, posts, organisations",
    "people-who-moved": "person, earlier_organisation, earlier_report, later_organisation, "
    "later_report",
    "inspectors": "inspector, service, report, published",
    "copy-list": "organisation, report, people",
    "partner-links": "service, agency, sector, mentions, strengths, concerns, report",
    "partner-evidence": "service, agency, stance, evidence, paragraph, report",
    "agencies-across-reports": "agency, sector, services, reports, strengths, concerns",
    "shared-partners": "service_a, service_b, shared, agencies",
    "specialist-roles": "service, role, status, evidence, report",
    "multi-agency-arrangements": "service, arrangement, stance, evidence, report",
    "board-membership": "board, agency, status, evidence, report",
    "strengths": "report, service, domain, text, themes",
    "areas-for-improvement": "report, service, domain, text, themes",
    "recommendations": "report, service, number, addressee, text, themes",
    "findings": "report, section, paragraph, stance, text, themes",
    "recurring-themes": "theme, reports_improvement, reports_strength, services_improvement",
    "mixed-themes": "theme, strength_in, improvement_in",
    "learn-from": "service, theme, learn_from, evidence",
    "quantified-findings": "report, paragraph, kind, numerator, denominator, low, high, phrase, "
    "evidence",
    "practice-examples": "report, paragraph, stance, text",
    "ratings": "report, service, domain, standard_number, standard, rating",
    "key-questions": "report, service, standard_number, question_number, question, percent_yes",
    "rating-check": "report, standard_number, standard, lowest_percent, implied_rating, "
    "stated_rating, agrees, score",
    "weakest-questions": "report, service, question_number, question, percent_yes",
    "reoffending": "report, service, rate, comparator, comparator_rate, vs_comparator, "
    "previous_rate, vs_previous, cohort_start, cohort_end, stat_published, source",
    "statistics": "report, subject, measure, breakdown, value, unit, period, source",
    "service-history": "service, report, programme, published, overall_rating, score, "
    "reoffending_rate, strengths, improvements",
    "statutory-partners": "service, partner, status, evidence, report",
    "sources-cited": "report, cited, kind, publisher, date, evidence",
    "glossary": "term, definition, report",
    "evidence": "fact_iri, kind, evidence, section, paragraph, page, start, end, report",
    "coverage": "report, section, sentences, sentences_with_facts, share, unread",
}


def test_every_question_is_there_with_the_columns_that_it_promises() -> None:
    assert [question.name for question in QUESTIONS] == list(COLUMNS)
    for question in QUESTIONS:
        promised = tuple(COLUMNS[question.name].split(", "))
        assert question.columns[: len(promised)] == promised, question.name


@by_file
def test_both_engines_can_read_the_query(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    Store().query(text, use_default_graph_as_union=True)
    prepareQuery(text)


@by_file
def test_prefixes_are_sorted_used_and_those_of_the_project(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    declared = re.findall(r"^PREFIX (\w+): <(.*)>$", text, re.MULTILINE)
    body = re.sub(r'"[^"]*"|<[^>\s]*>', "", text.partition("\n\n")[2])
    assert declared == sorted(declared)
    for prefix, iri in declared:
        assert re.search(rf"(?<![\w?:]){prefix}:", body), f"{prefix}: is declared and not used"
        assert PREFIXES.get(prefix, iri) == iri


@by_file
def test_lines_fit_a_screen_and_no_name_of_a_place_stands_in_a_query(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    body = [line for line in text.splitlines() if not line.startswith("#+")]
    assert max(map(len, body)) <= 100
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@by_name
def test_the_select_clause_is_columns_and_then_parameters(question: Question) -> None:
    found = select(Store(), question.query)
    hidden = [each.name for each in question.parameters if each.name not in question.columns]
    assert [variable.value for variable in found.variables] == [*question.columns, *hidden]


@by_name
def test_the_header_is_complete(question: Question) -> None:
    assert question.category in CATEGORIES
    assert question.question.endswith("?")
    order = [CATEGORIES.index(each.category) for each in QUESTIONS]
    assert order[0] == 0
    assert set(order) == set(range(len(CATEGORIES)))


@by_name
def test_declared_parameters_are_used_and_the_usual_ones_declared(question: Question) -> None:
    body = re.sub(r"#.*", "", question.query.partition("SELECT")[2])
    where = body.partition("WHERE")[2]
    for parameter in question.parameters:
        assert re.search(rf"\?{parameter.name}\b", where), parameter.name
    declared = {parameter.name for parameter in question.parameters}
    assert {"report", "service"} & set(question.columns) <= declared


@by_name
def test_a_default_is_the_one_that_the_query_falls_back_on(question: Question) -> None:
    for parameter in question.parameters:
        if parameter.default is not None:
            assert f"COALESCE(?{parameter.name}, {parameter.default})" in question.query


@by_name
def test_the_example_runs(question: Question) -> None:
    words = shlex.split(question.example)
    assert words[:3] == ["yotgraph", "query", question.name]
    given = dict(
        pair.split("=", 1)
        for flag, pair in zip(words, words[1:], strict=False)
        if flag == "--param"
    )
    assert ask(five_report_graph(), question, given).rows


def test_rules_and_checks_are_complete() -> None:
    assert len(load_rules()) == len([path for path in FILES if path.parent.name == "rules"])
    assert len(load_checks()) == len([path for path in FILES if path.parent.name == "checks"])
