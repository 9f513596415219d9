"""What a page break, a footnote or a running head tore apart is made whole."""

from __future__ import annotations

import pytest

from yotgraph.reading.dictionary import Words
from yotgraph.reading.document import BlockKind
from yotgraph.reading.forming import Piece, form_pieces
from yotgraph.reading.furniture import find_furniture
from yotgraph.reading.inline_markup import Markup
from yotgraph.reading.lines import read_lines
from yotgraph.reading.rejoining import join_lines, lift_plain_notes, rejoin
from yotgraph.reading.traced import Traced

HEAD = (
    "1.1. The team had planned its work with children and young people and with their parents and"
    " carers, and it knew"
)
SHORT_HEAD = "1.1. The team had planned its work with children and young people and knew"
TAIL = "all of them well."


def pieces_of(text: str) -> list[Piece]:
    lines = list(read_lines(text, Markup()))
    return form_pieces(lines, find_furniture(lines))


def texts(text: str) -> list[str]:
    pieces, _ = lift_plain_notes(pieces_of(text))
    return [piece.text for piece in rejoin(pieces) if piece.kind is not BlockKind.FOOTNOTE]


@pytest.mark.parametrize(
    "between",
    [
        "¹ A note.",
        "---\n\n¹ A note.",
        "\f",
        "7",
        "7\n\f",
        "---",
        "<sup>2</sup> One.\n\n<sup>3</sup> Two.",
    ],
)
def test_a_paragraph_goes_on_behind_what_interrupted_it(between: str) -> None:
    assert texts(f"{HEAD}\n\n{between}\n\n{TAIL}") == [f"{HEAD} {TAIL}"]


@pytest.mark.parametrize("between", ["¹ A note.", "\f", "7", "7\n\f"])
def test_one_line_at_the_foot_of_a_page_goes_on_too(between: str) -> None:
    assert texts(f"{SHORT_HEAD}\n\n{between}\n\n{TAIL}") == [f"{SHORT_HEAD} {TAIL}"]


@pytest.mark.parametrize("number", ["1.1. ", "- 1.1. "])
def test_a_tail_that_became_a_bullet_is_no_item(number: str) -> None:
    """Converters make a bullet of a paragraph's rest behind a footnote."""
    text = f"{number}{HEAD[5:]}\n\n¹ A note.\n\n- {TAIL}\n\n{number}Reviews were good."
    assert texts(text)[0].endswith(f"knew {TAIL}")
    assert len(texts(text)) == 2


def test_a_tail_behind_a_note_with_a_plain_digit_is_no_item() -> None:
    text = f"The rate1 was low.\n\n{HEAD}\n\n1 Published in May.\n\n- {TAIL}"
    assert texts(text) == ["The rate was low.", f"{HEAD} {TAIL}"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The plans were late and nobody came to help them.", "the team was new."),
        ("- A point that does not end in a stop", "- another point that does not"),
        ("1.1. Plans were late and nobody had come to help them", "1.2. reviews were good."),
        ("Key strengths", "the team was good."),
    ],
)
def test_what_is_whole_stays_apart(first: str, second: str) -> None:
    assert len(texts(f"{first}\n\n{second}")) == 2


@pytest.mark.parametrize("joint", ["and", "of the", "with", "because", "planning,"])
def test_a_word_that_wants_more_goes_on_even_with_a_capital(joint: str) -> None:
    head = f"{HEAD} of, after all that it had been told by others, {joint}"
    assert texts(f"{head}\n\n\f\n\nNorthmoor Council in mind.") == [
        f"{head} Northmoor Council in mind."
    ]


def test_a_lone_page_number_in_a_sentence_goes() -> None:
    assert texts(f"{HEAD}\n\n14\n\n{TAIL}") == [f"{HEAD} {TAIL}"]


def test_a_row_goes_on_where_its_first_cell_is_empty() -> None:
    text = "MAPPA\tWhere agencies work together to\n\f\tmanage those who pose risks."
    (row,) = [piece for piece in rejoin(pieces_of(text)) if piece.kind is BlockKind.ROW]
    assert [cell.text for cell in row.cells] == [
        "MAPPA",
        "Where agencies work together to manage those who pose risks.",
    ]


def test_a_line_carries_on_the_first_cell_where_the_last_is_whole() -> None:
    question = "Is there a clear vision and strategy for a personalised and"
    (row,) = rejoin(pieces_of(f"{question}\tGood\n\f\nresponsive service for all?"))
    assert [cell.text for cell in row.cells] == [f"{question} responsive service for all?", "Good"]


def test_a_row_with_another_first_cell_is_another_row() -> None:
    rows = rejoin(pieces_of("MAPPA\tWhere agencies work\nYJB\tA board"))
    assert len(rows) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The rate1 was low.\n\n1 Published in May.",
        "The rate (see below)1 was low.\n\n1 Published in May.",
        "It was low.1\n\n1 Published in May.",
        "There were 210,711.1\n\n1 Published in May.",
        "It was 36%1 then.\n\n1 Published in May.",
        "Reoffending rates1\n\n47.3%\n\n1 Published in May.",
    ],
)
def test_a_digit_glued_to_a_word_is_a_mark_where_a_note_opens_with_it(text: str) -> None:
    pieces, marks = lift_plain_notes(pieces_of(text))
    notes = [piece for piece in pieces if piece.kind is BlockKind.FOOTNOTE]
    assert [(note.number, note.text) for note in notes] == [("1", "Published in May.")]
    assert [label for _, label in marks] == ["1"]
    assert "1" not in pieces[0].text.replace("210,711", "")


def test_a_mark_that_comes_twice_goes_twice() -> None:
    text = "Total population1 210,711\n\nYouth population1 23,635\n\n1 Estimates for 2017."
    pieces, marks = lift_plain_notes(pieces_of(text))
    assert [piece.text for piece in pieces[:2]] == [
        "Total population 210,711",
        "Youth population 23,635",
    ]
    assert [label for _, label in marks] == ["1", "1"]


@pytest.mark.parametrize(
    "text",
    [
        "The rate1 was low.\n\n2 Published in May.",
        "Form AB1 was used.\n\nThe rest is words.",
        "In 2011 it was low.\n\n1 of the cases was late.",
    ],
)
def test_without_a_note_a_digit_is_part_of_its_word(text: str) -> None:
    pieces, marks = lift_plain_notes(pieces_of(text))
    assert marks == []
    assert all(piece.kind is not BlockKind.FOOTNOTE for piece in pieces)


def test_the_source_of_a_plain_note_may_stand_on_a_line_of_its_own() -> None:
    text = "The rate1 was low.\n\n1 Published in May.\nSource: Ministry of Works"
    pieces, _ = lift_plain_notes(pieces_of(text))
    assert pieces[-1].text == "Published in May. Source: Ministry of Works"


def test_a_title_behind_a_plain_note_is_a_heading() -> None:
    text = "The rate1 was low.\n\n1 Standards http://a.example/standards/\n\nKey facts\n\n554"
    assert [piece.kind for piece in pieces_of(text) if piece.text == "Key facts"] == [
        BlockKind.HEADING
    ]


@pytest.mark.parametrize(
    ("lines", "words", "expected"),
    [
        (["one", "two"], (), "one two"),
        (["improve-", "ment is"], ("improvement",), "improvement is"),
        (["well-", "being is"], ("improvement",), "well-being is"),
        (["pre-", "Sentence"], ("presentence",), "pre-Sentence"),
        (["the 10-", "17 group"], (), "the 10-17 group"),
        (["the 18-", "year-olds"], (), "the 18-year-olds"),
        (["pre-", "and post-court"], (), "pre- and post-court"),
        (["the day-", "to-day work"], (), "the day-to-day work"),
        (["the visit-", "or service"], ("visitor",), "the visitor service"),
        (["a plan -", "a good one"], (), "a plan - a good one"),
        (["vulnerab\u00ad", "ility is"], (), "vulnerability is"),
        (["vulnerab\u00ad"], (), "vulnerab"),
    ],
)
def test_words_broken_at_line_ends(lines: list[str], words: tuple[str, ...], expected: str) -> None:
    joined = join_lines([Traced.of(line) for line in lines], Words(dict.fromkeys(words, 1)))
    assert joined.text == expected
    assert len(joined.offsets) == len(expected)
