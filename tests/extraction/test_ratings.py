"""Ratings of standards and services, and the key questions, in every kind of table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yotgraph.extraction.key_questions import questions
from yotgraph.extraction.ratings import (
    overall_ratings,
    overall_score,
    rating_in,
    standard_named,
    standard_ratings,
)
from yotgraph.reading import Document, Span
from yotgraph.vocabulary import load_framework

Maker = Callable[[str], Document]
FRAMEWORK = load_framework("yos-2018")
RATED = [
    ("1.1", "Governance and leadership", "Good", "good"),
    ("1.2", "Staff", "Requires improvement", "requires-improvement"),
    ("2.2", "Planning", "Inadequate", "inadequate"),
    ("3.4", "Joint working", "Outstanding", "outstanding"),
]
EXPECTED = [(number, notation) for number, _, _, notation in RATED]


def found(document: Document) -> list[tuple[str | None, str]]:
    result = list(standard_ratings(document, document.blocks, FRAMEWORK))
    assert all(document.slice(one.span).strip() for one in result)
    return [(one.number, one.rating) for one in result]


def listed(pattern: str, joint: str = "\n") -> str:
    return joint.join(
        pattern.format(number=number, label=label, rating=rating)
        for number, label, rating, _ in RATED
    )


TABLES = {
    "tabs": listed("{number}\t{label}\t{rating}"),
    "tabs at the end": listed("{number}\t{label}\t{rating}\t"),
    "number and label in one cell": listed("{number} {label}\t{rating}"),
    "number with a stop": listed("{number}. {label}\t{rating}"),
    "pipes": listed("{number} | {label} | {rating}"),
    "fenced pipes": listed("| {number} | {label} | {rating} |"),
    "columns of spaces": listed("{number}    {label}    {rating}"),
    "plain lines": listed("{number} {label} {rating}"),
    "plain lines apart": listed("{number} {label} {rating}", "\n\n"),
    "a colon": listed("{number} {label}: {rating}", "\n\n"),
    "one cell a line": listed("{number}\n{label}\n{rating}"),
    "one cell a line, apart": listed("{number}\n\n{label}\n\n{rating}", "\n\n"),
    "paragraphs in cells": listed("<p>{number}. {label}</p> <p>Its words.</p>\t<p>{rating}</p>"),
    "rating in quotes": listed("{number} {label}\t‘{rating}’"),
    "rating in bold": listed("{number} {label}\t**{rating}**"),
    "rating in capitals": listed("{number} {label}\t{rating}").upper(),
    "a description": listed(
        "{number} {label}\n\nA solid circle, representing a '{rating}' rating.", "\n\n"
    ),
}


@pytest.mark.parametrize("table", TABLES)
def test_every_table_gives_the_same_ratings(document: Maker, table: str) -> None:
    assert found(document(TABLES[table])) == EXPECTED


def test_a_table_without_numbers_stands_under_its_domain(document: Maker) -> None:
    text = "## Court disposals\n\nAssessment\tGood\nPlanning\tInadequate\n"
    assert found(document(text)) == [("2.1", "good"), ("2.2", "inadequate")]


def test_a_rating_only_as_the_description_of_a_circle(trap: Callable[[str], Document]) -> None:
    assert found(trap("rating-as-a-circle.txt")) == [
        ("2.1", "requires-improvement"),
        ("2.2", "good"),
    ]


def test_a_table_split_over_pages_and_lines(trap: Callable[[str], Document]) -> None:
    assert found(trap("ratings-split-over-pages.txt")) == [
        ("1.1", "good"),
        ("1.2", "requires-improvement"),
        ("1.3", "outstanding"),
        ("1.4", "inadequate"),
        ("2.1", "requires-improvement"),
    ]


def test_ratings_in_welsh(trap: Callable[[str], Document]) -> None:
    assert found(trap("ratings-in-two-languages.txt")) == [
        ("1.1", "good"),
        ("1.2", "requires-improvement"),
        ("2.1", "outstanding"),
        ("2.2", "inadequate"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2.2 Planning is well-informed.\n\nThe plans were good.\n",
        "Planning\tGood\n",
        "9.9\tPlanning\tGood\n",
        "2.2\tPlanning\tsee below\n",
        "Contents\n\n2.2 Planning 19\nGood practice 20\n",
        "The standard of planning is good.",
    ],
)
def test_words_of_praise_are_no_rating(document: Maker, text: str) -> None:
    assert found(document(text)) == []


def test_a_rating_far_below_belongs_to_nobody(document: Maker) -> None:
    text = "2.2\tPlanning\n\n" + "Other words follow here.\n\n" * 6 + "Good\n"
    assert found(document(text)) == []


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("Good", "good"),
        ("good", "good"),
        ("‘Requires Improvement’", "requires-improvement"),
        ("Requires improvement.", "requires-improvement"),
        ("Rating: Good", "good"),
        ("“Inadequate”", "inadequate"),
        ("a circle representing an ‘Outstanding’ rating", "outstanding"),
        ("Good practice", None),
        ("Not good", None),
        ("", None),
    ],
)
def test_what_is_a_rating(text: str, notation: str | None) -> None:
    rating = rating_in(text)
    assert (rating.notation if rating else None) == notation


@pytest.mark.parametrize(
    ("text", "domain", "expected"),
    [
        ("2.2 Planning", None, ("2.2", "")),
        ("2.2. Planning Good", None, ("2.2", "Good")),
        ("2.2", None, ("2.2", "")),
        ("Planning", "2", ("2.2", "")),
        ("Planning", "3", ("3.2", "")),
        ("Planning", None, (None, "Planning")),
        ("9.9 Planning", None, (None, "9.9 Planning")),
        ("3.5 Planning", None, ("3.2", "")),
        ("3.9 Tea", None, (None, "3.9 Tea")),
        ("Planning was late", "2", (None, "Planning was late")),
    ],
)
def test_which_standard_a_text_names(
    text: str, domain: str | None, expected: tuple[str | None, str]
) -> None:
    assert standard_named(text, domain, FRAMEWORK) == expected


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        (
            "We have given Northmoor YOS an overall rating of ‘Requires improvement’.",
            "requires-improvement",
        ),
        ("Overall rating: Good", "good"),
        ("Overall rating\nGood", "good"),
        ("Overall youth offending work in Northmoor is rated as: Good. This follows.", "good"),
        ("Overall, Northmoor YOS was rated as ‘Outstanding’.", "outstanding"),
        ("Overall, Northmoor Youth Justice Service is judged to be Inadequate.", "inadequate"),
        ("The service was rated Good overall.", "good"),
        ("The overall rating is Requires improvement.", "requires-improvement"),
        ("Overall, planning was good.", None),
        ("The overall rating follows from the standards.", None),
    ],
)
def test_the_rating_of_the_service(document: Maker, text: str, notation: str | None) -> None:
    made = document(text)
    whole = Span(0, len(made.text))
    assert [one.rating for one in overall_ratings(made, [whole])] == (
        [notation] if notation else []
    )


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("Overall score: 14/36", 14),
        ("The service scored 21 out of 36.", 21),
        ("Score 7 / 36", 7),
        ("It scored well.", None),
        ("Of 36 cases 14 were good.", None),
    ],
)
def test_the_score_of_the_service(document: Maker, text: str, score: int | None) -> None:
    made = document(text)
    assert overall_score(made, Span(0, len(made.text))) == score


QUESTIONS = [
    ("2.1.1", "Does assessment sufficiently analyse how to support desistance?", "84"),
    ("2.1.2", "Does assessment sufficiently analyse how to keep the child safe?", "63"),
    ("2.1.3", "Does assessment sufficiently analyse how to keep others safe?", None),
]


@pytest.mark.parametrize(
    ("pattern", "joint"),
    [
        ("{0} {1}\t{2}%", "\n"),
        ("{0}. {1}\t{2}%", "\n"),
        ("| {0}. {1} | {2}% |", "\n"),
        ("<p>{0}. {1}</p>\t<p>{2}%</p>", "\n"),
        ("{0}. {1} {2}%", "\n\n"),
        ("{0}. {1}\n{2}%", "\n"),
        ("{0}. {1}\t{2} per cent", "\n"),
        ("- {0}. {1} {2}%", "\n"),
        ("{0}. {1}\t{2}", "\n"),
    ],
)
def test_key_questions_in_every_layout(document: Maker, pattern: str, joint: str) -> None:
    text = joint.join(
        pattern.format(number, question, percent) if percent else f"{number}. {question}"
        for number, question, percent in QUESTIONS
    )
    made = document(text)
    assert [
        (one.number, one.question, one.percent) for one in questions(made, made.blocks)
    ] == QUESTIONS


def test_questions_within_one_cell(document: Maker) -> None:
    made = document(
        "<p>1.2. Staff</p> <p>Its words.</p> <p>1.2.1. Do workloads support it?</p> <p>1.2.2. Do"
        " skills support it?</p>\t<p>Good</p>\n"
    )
    assert [(one.number, one.percent) for one in questions(made, made.blocks)] == [
        ("1.2.1", None),
        ("1.2.2", None),
    ]


def test_without_blocks_there_are_no_questions(document: Maker) -> None:
    assert list(questions(document("Text."), ())) == []
