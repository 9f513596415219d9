"""Whom to learn from, made in the site as the named question answers it."""

from __future__ import annotations

from pyoxigraph import Store

from yotgraph.knowledge.names import Names
from yotgraph.knowledge.questions import ask, load_questions
from yotgraph.publishing.network_reading import read_network
from yotgraph.publishing.site.asking import read_answers
from yotgraph.publishing.site.catalogue import read_catalogue

_QUESTIONS = (
    "areas-for-improvement", "findings", "learn-from", "rating-check", "ratings",
    "recommendations", "reports", "strengths",
)  # fmt: skip


def test_the_pairs_are_those_of_the_question(built_store: Store) -> None:
    catalogue = read_catalogue(built_store, read_network(built_store), Names().base)
    answers = read_answers(built_store, catalogue, _QUESTIONS)
    question = next(each for each in load_questions() if each.name == "learn-from")
    expected = ask(built_store, question)
    found = [tuple(row[name] for name in expected.columns) for row in answers.rows("learn-from")]
    assert found == [tuple(map(str, row)) for row in expected.rows]
    assert len(found) > 20
    assert all(row.place for row in answers.rows("learn-from"))


def test_every_row_about_a_fact_has_the_place_of_its_words(built_store: Store) -> None:
    catalogue = read_catalogue(built_store, read_network(built_store), Names().base)
    answers = read_answers(built_store, catalogue, _QUESTIONS)
    for name in _QUESTIONS:
        assert answers.rows(name)
        assert all(row.place.startswith("report/") for row in answers.rows(name)), name
