"""Recommendations with their numbers and addressees."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yotgraph.extraction.recommendations import recommendations
from yotgraph.reading import Document

Maker = Callable[[str], Document]


def found(document: Document) -> list[tuple[str, str | None, str]]:
    result = list(recommendations(document, document.blocks))
    for one in result:
        assert one.text.split()[-1] in document.slice(one.span)
    return [(one.number, one.addressee, one.text) for one in result]


@pytest.mark.parametrize(
    ("heading", "addressee"),
    [
        ("Northmoor YOS should:", "Northmoor YOS"),
        ("The Northmoor YOS should:", "Northmoor YOS"),
        ("The Director of Children's Services should:", "Director of Children's Services"),
        ("The YOS Management Board must:", "YOS Management Board"),
        ("The Youth Justice Board needs to:", "Youth Justice Board"),
        ("We recommend that the Chief Constable should:", "Chief Constable"),
        ("**The Hallam and Wexcombe YOS should:**", "Hallam and Wexcombe YOS"),
        (
            "### The Chief Executive of Northmoor Council should",
            "Chief Executive of Northmoor Council",
        ),
    ],
)
def test_the_addressee_stands_above_without_its_article(
    document: Maker, heading: str, addressee: str
) -> None:
    made = document(f"{heading}\n\n1. make sure that plans are good\n2. review them.\n")
    assert found(made) == [
        ("1", addressee, "make sure that plans are good"),
        ("2", addressee, "review them."),
    ]


def test_each_addressee_has_its_own(document: Maker) -> None:
    made = document(
        "Five things follow.\n\nThe YOS should:\n\n1. plan\n2. review.\n\nThe police should:\n\n"
        "3. send an officer.\n\nThe Police should:\n\n3. send an officer.\n"
    )
    assert found(made)[:2] == [("1", "YOS", "plan"), ("2", "YOS", "review.")]
    assert found(made)[-1] == ("3", "Police", "send an officer.")


def test_bullets_are_counted(document: Maker) -> None:
    made = document("The YOS should:\n\n- plan\n- review.\n\nThe Board should:\n\n- ask.\n")
    assert found(made) == [("1", "YOS", "plan"), ("2", "YOS", "review."), ("3", "Board", "ask.")]


def test_the_addressee_may_stand_in_the_sentence(document: Maker) -> None:
    made = document("1. The Management Board should ask for figures.\n2. The YOS should plan.\n")
    assert found(made) == [
        ("1", "Management Board", "ask for figures."),
        ("2", "YOS", "plan."),
    ]


def test_without_an_addressee_there_is_none(document: Maker) -> None:
    assert found(document("1. Plans should be reviewed.\n")) == [
        ("1", None, "Plans should be reviewed.")
    ]


def test_an_introduction_is_no_recommendation(document: Maker) -> None:
    text = "As a result of our inspection findings we have made two recommendations.\n"
    assert found(document(text)) == []


def test_an_item_broken_by_a_page_is_one(document: Maker) -> None:
    made = document(
        "The YOS should:\n\n1. make sure that every child and young person has a plan that is\n\n"
        "9\n\fmatched to their needs\n2. review.\n"
    )
    assert found(made)[0][2] == (
        "make sure that every child and young person has a plan that is matched to their needs"
    )
    assert len(found(made)) == 2
