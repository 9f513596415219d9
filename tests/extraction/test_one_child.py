"""What is told of one child, and what only sounds so."""

from __future__ import annotations

import pytest

from yotgraph.extraction.one_child import given_names, tells_of_one_child


@pytest.mark.parametrize(
    ("sentence", "following"),
    [
        ("A boy of 13 had been moved, and nobody from the YOT visited him for six weeks.", ""),
        (
            "The case of a girl who went missing showed what can go wrong.",
            "She had met four workers.",
        ),
        ("Nathan's plan was rewritten when he moved to his grandmother's.", ""),
        (
            "A 15-year-old, new to the country, had been interviewed alone and his plan was long.",
            "",
        ),
        ("By way of example, a young woman was helped to return to college.", ""),
        ("A good example was the work done with a young person who set fires.", "It was weekly."),
        ("Katie's mother had died during the order.", "The court agreed to wait."),
        (
            "A girl who had been arrested eleven times was missing from care.",
            "No meeting was held.",
        ),
        ("In the worst case that we saw, a 14-year-old had been placed with adults.", ""),
        ("Liam told us that his worker never gave up on him.", ""),
        ("Work with Aaron showed what could be done.", "His worker met him at the stables."),
        ("The worker for a boy with an injury had adapted every session to what he could do.", ""),
        ("A girl who was missing should have been referred, and she was not.", ""),
    ],
)
def test_a_story_of_one_child(sentence: str, following: str) -> None:
    assert tells_of_one_child(sentence, following)


@pytest.mark.parametrize(
    ("sentence", "following"),
    [
        ("A young person is seen by the nurse within a week, and his or her GP is told.", ""),
        ("Every child had been asked for his views.", ""),
        ("If a young person missed an appointment, his worker rang him the same day.", ""),
        ("When a child had moved, his papers followed.", ""),
        ("The manager, who came from Leeds, had persuaded her board to pay for a nurse.", ""),
        ("Case managers asked why a young person had offended.", "Nearly all of them were right."),
        ("Anyone can find out when a child was last seen, by whom and what was said.", ""),
        ("A case manager told us that she had not been supervised.", ""),
        ("Adam Mooney had led the team with energy and his staff respected him.", ""),
        ("She had found spectacles for one boy and an inhaler for another.", ""),
        ("A child protection plan was in place and she had signed it.", ""),
        ("One young person was eligible for the programme.", "Reviews were late."),
        ("", ""),
    ],
)
def test_no_story_of_one_child(sentence: str, following: str) -> None:
    assert not tells_of_one_child(sentence, following)


def test_a_name_is_given_where_it_stands_alone() -> None:
    assert given_names("Chloe, 14, had met Liam’s worker.") == {"Chloe", "Liam"}
    assert given_names("Councillor Chloe Smith met staff in Aaron Road.") == frozenset()
