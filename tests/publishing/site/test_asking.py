"""The questions, asked once for the tables and for the pages."""

from __future__ import annotations

from pyoxigraph import Store

from yotgraph.knowledge.questions import ask, load_questions
from yotgraph.publishing.network_files import read_picture
from yotgraph.publishing.site.asking import ask_all, gather, plain_rows, shown_questions
from yotgraph.publishing.site.columns import FACTS


def test_the_rows_asked_for_pages_are_those_of_the_question(built_store: Store) -> None:
    asked = ask_all(built_store)
    assert list(asked) == [question.name for question in load_questions()]
    for question in load_questions():
        rows = plain_rows(question, asked[question.name])
        assert tuple(rows) == ask(built_store, question).rows, question.name


def test_a_row_that_rests_on_a_fact_has_its_iri_behind_it(built_store: Store) -> None:
    questions = {question.name: question for question in load_questions()}
    asked = ask_all(built_store, FACTS.keys() - {"learn-from"})
    assert sum(map(len, asked.values())) > 500
    for name, rows in asked.items():
        for row in rows:
            assert len(row) == len(questions[name].columns) + 1, name
            assert not row[-1] or "/id/" in row[-1], name


def test_questions_asked_in_several_processes_have_the_same_answers(built_store: Store) -> None:
    assert ask_all(built_store, jobs=2) == ask_all(built_store)


def test_the_network_is_the_same_beside_the_questions(built_store: Store) -> None:
    picture, asked = gather(built_store, shown_questions(), jobs=2)
    assert picture == read_picture(built_store)
    assert asked == ask_all(built_store, shown_questions())
