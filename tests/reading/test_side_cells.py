"""Tables set out in plain text: which lines, and which part of each, make up a row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from yotgraph.reading.inline_markup import Markup
from yotgraph.reading.lines import LineKind, read_lines
from yotgraph.reading.side_cells import side_rows


def rows(text: str) -> list[tuple[str, str]]:
    return [
        (" ".join(piece.text for piece in row.left), " ".join(piece.text for piece in row.right))
        for row in side_rows(text.split("\n"))
    ]


def beside(left: str, right: str, column: int = 72) -> str:
    return f"{left:<{column}}{right}" if right else left


QUESTIONS = "\n".join(
    (
        beside("Standards and key questions", "Rating and %"),
        beside("", "yes"),
        beside("2.1. Assessment", "Good"),
        "Assessment is informed by those who know the child, and looks at strengths",
        "as well as at what went wrong.",
        beside("2.1.1. Does assessment look closely enough at what would help the", ""),
        beside("", "83%"),
        "child to keep out of trouble?",
        beside("2.1.2. Does assessment look closely enough at the child's safety?", "72%"),
        beside("", "Requires"),
        "2.2. Planning",
        beside("", "improvement"),
    )
)

TERMS = "\n".join(
    (
        "Annex 3 – Words",
        beside("", "A plan made with the family when a child has been excluded from", 20),
        beside("Catch-up", "school, which says who will teach the child, where and when.", 20),
        beside("", "The school pays for it.", 20),
        beside(
            "Panel of local", "Meets every week to agree what to do about children who have not", 20
        ),
        beside("people", "been to court.", 20),
        beside("Reparation", "Work that makes good what was done.", 20),
    )
)


def test_a_value_at_half_height_belongs_to_its_question() -> None:
    assert (
        "2.1.1. Does assessment look closely enough at what would help the child to keep out of trouble?",
        "83%",
    ) in rows(QUESTIONS)


def test_a_rating_on_two_lines_belongs_to_the_standard_between_them() -> None:
    assert ("2.2. Planning", "Requires improvement") in rows(QUESTIONS)


def test_the_head_of_a_column_on_two_lines_is_one_cell() -> None:
    assert rows(QUESTIONS)[0] == ("Standards and key questions", "Rating and % yes")


def test_a_row_on_one_line_is_left_to_the_reader_of_rows() -> None:
    assert all("72%" not in right for _, right in rows(QUESTIONS))


def test_terms_stand_beside_the_middle_of_their_texts() -> None:
    assert rows(TERMS) == [
        (
            "Catch-up",
            "A plan made with the family when a child has been excluded from school, which says who"
            " will teach the child, where and when. The school pays for it.",
        ),
        (
            "Panel of local people",
            "Meets every week to agree what to do about children who have not been to court.",
        ),
    ]


def test_posts_on_two_lines_have_the_name_between_or_beside_them() -> None:
    between = "\n".join(
        (
            beside("Chief Executive of the Council", "Ann Oak", 40),
            beside("Police and Crime Commissioner for East", "", 40),
            beside("", "Ben Elm", 40),
            beside("Riding", "", 40),
            beside("Chair of Youth Bench", "Cy Ash", 40),
        )
    )
    above = "\n".join(
        (
            beside("Police and Crime Commissioner for East", "Ben Elm", 44),
            beside("Riding", "", 44),
            beside("Chair of Youth Bench", "Cy Ash", 44),
        )
    )
    wanted = [("Police and Crime Commissioner for East Riding", "Ben Elm")]
    assert rows(between) == wanted
    assert rows(above) == wanted


def test_names_that_go_on_below_are_one_cell() -> None:
    text = "\n".join(
        (
            beside("Local partners", "Ann Oak, Ben Elm, Cy Ash, Di", 40),
            beside("", "Fir, Ed Yew", 40),
            beside("Press Office", "Flo Lime", 40),
        )
    )
    assert rows(text) == [("Local partners", "Ann Oak, Ben Elm, Cy Ash, Di Fir, Ed Yew")]


def test_text_right_below_a_table_is_no_part_of_it() -> None:
    text = "\n".join(
        (
            beside("", "Requires"),
            "1.4 Information and facilities",
            beside("", "improvement"),
            "The office is light and easy to reach, and children chose what hangs on its walls, some of it theirs.",
        )
    )
    assert rows(text) == [("1.4 Information and facilities", "Requires improvement")]


def test_columns_of_text_are_no_table() -> None:
    column = "The words of one column run on from line to line as"
    text = "\n".join(f"{column}     {column}" for _ in range(6))
    assert rows(text) == []


def test_numbered_lists_and_bullets_are_no_terms() -> None:
    items = "\n".join(
        (
            "1.        Plans should be made with",
            "          the child.",
            "2.        Reviews should be timely.",
        )
    )
    assert rows(items) == []
    assert rows(items.replace("1.", "• ").replace("2.", "• ")) == []


def test_a_row_is_a_line_with_cells_that_know_their_places() -> None:
    (row,) = [line for line in read_lines(QUESTIONS, Markup()) if "help the" in line.text.text]
    assert row.kind is LineKind.ROW
    assert row.number == "2.1.1"
    assert [cell.text for cell in row.cells][1] == "83%"
    for cell in row.cells:
        for sign, place in zip(cell.text, cell.offsets, strict=True):
            assert sign == QUESTIONS[place] or sign == " "


def test_a_word_broken_at_its_own_hyphen_keeps_it() -> None:
    text = "\n".join(
        (
            "3.4.2. Is the service quick enough to do its part in the out-of-",
            beside("", "88%"),
            "court work?",
        )
    )
    (row,) = [line for line in read_lines(text, Markup()) if line.kind is LineKind.ROW]
    assert row.cells[0].text.endswith("in the out-of-court work?")


LINE = st.builds(
    beside,
    st.sampled_from(("", "Term", "A longer line of words that goes on", "2.1. Words", "more")),
    st.sampled_from(("", "Good", "83%", "more words", "Words that go on and on")),
    st.sampled_from((20, 45, 60)),
)


@given(st.lists(LINE, max_size=25))
def test_no_words_are_lost_or_told_twice(lines: list[str]) -> None:
    found = [piece for row in side_rows(lines) for cell in row for piece in cell]
    assert len({(piece.line, piece.start) for piece in found}) == len(found)
    for piece in found:
        assert lines[piece.line][piece.start : piece.end].strip() == piece.text


def test_a_long_table_is_read_to_its_end() -> None:
    lines = [
        line
        for number in range(800)
        for line in (
            beside(f"Term {number}", "Words of a text that", 20),
            beside("", "goes on.", 20),
        )
    ]
    assert len(list(side_rows(lines))) == 800
