"""How the use of arrangements is judged, and which sentences go on about one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yotgraph.extraction.partner_onward import goes_on, opening_and_rest
from yotgraph.extraction.partner_use import use_of
from yotgraph.extraction.partners import Mention, SentenceContext, partner_mentions

NAMED = "Complex cases were taken to the Harbour Risk Panel."


def mentions(*paragraphs: tuple[str, ...], role: str = "finding-section") -> list[Mention]:
    sentences = [
        SentenceContext(text, f"1.{number}", role)
        for number, texts in enumerate(paragraphs, 1)
        for text in texts
    ]
    found = partner_mentions(sentences, "Northmoor", "Northmoor YOT")
    return [one for one in found if one.agency == "Harbour Risk Panel"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Two had not been referred to the panel, although they met its threshold.", "concern"),
        ("The panel had not met for five months.", "concern"),
        ("Information from the panel reached case managers within a day.", "strength"),
    ],
)
def test_deeds_judge_where_no_word_does(text: str, stance: str) -> None:
    assert use_of(text, frozenset()) == {stance}


def test_what_only_names_an_arrangement_judges_nothing() -> None:
    assert use_of("Three young people were subject to the arrangements.", frozenset()) == set()


def test_praise_and_criticism_together_stay_both() -> None:
    both = frozenset(("strength", "concern"))
    assert use_of("The panel met.", both) == both


@given(st.text(max_size=200), st.sets(st.sampled_from(("strength", "concern"))))
@settings(max_examples=100, deadline=None)
def test_any_text_has_a_use(text: str, stances: set[str]) -> None:
    assert use_of(text, stances) <= {"strength", "concern"}


def test_a_sentence_that_goes_on_is_a_mention() -> None:
    found = mentions((NAMED, "Attendance was poor and actions were rarely followed up."))
    assert [(one.sentence, one.stances) for one in found[1:]] == [(1, ("concern",))]


def test_a_sentence_of_something_else_is_none() -> None:
    assert len(mentions((NAMED, "Victims were offered a choice of meetings."))) == 1


def test_nothing_goes_on_in_the_next_paragraph() -> None:
    assert len(mentions((NAMED,), ("Attendance was poor, and actions were forgotten.",))) == 1


def test_a_list_of_strengths_judges_by_itself() -> None:
    text = "The Harbour Risk Panel had not met for five months."
    assert mentions((text,), role="strengths")[0].stances == ("strength",)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_a_sentence_is_cut_into_all_of_its_words(text: str) -> None:
    assert " ".join(opening_and_rest(text)).split() == text.split()
    assert goes_on(text) in (True, False)
