"""Lines to pieces: what belongs together on the page, and which lines are headings."""

from __future__ import annotations

import pytest

from yotgraph.reading.document import BlockKind
from yotgraph.reading.forming import Piece, ends_sentence, form_pieces
from yotgraph.reading.furniture import find_furniture
from yotgraph.reading.inline_markup import Markup
from yotgraph.reading.lines import read_lines

PROSE = "The team had planned its work with children and families well and knew them all."
OTHER = "Its managers had looked at every plan and had asked for more where it was needed."
THIRD = "Nothing that the inspectors saw in the files spoke against what they had been told."


def pieces_of(text: str) -> list[Piece]:
    lines = list(read_lines(text, Markup()))
    return form_pieces(lines, find_furniture(lines))


def shapes(text: str) -> list[tuple[str, str]]:
    return [(piece.kind.value, piece.text) for piece in pieces_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Done.", True),
        ('He said "yes."', True),
        ("Really?”", True),
        ("as follows:", True),
        ("and so on…", True),
        ("(see above.)", True),
        ("in the", False),
        ("a comma,", False),
        ("", False),
        ("The 3.", True),
    ],
)
def test_the_end_of_a_sentence(text: str, expected: bool) -> None:
    assert ends_sentence(text) is expected


def test_lines_of_a_paragraph_are_one_piece() -> None:
    assert shapes("One line of it\nand another.\n\nA second one.") == [
        ("paragraph", "One line of it and another."),
        ("paragraph", "A second one."),
    ]


def test_an_item_takes_its_further_lines() -> None:
    assert shapes("- First point\n  goes on.\n- Second point.") == [
        ("item", "First point goes on."),
        ("item", "Second point."),
    ]


def test_a_number_opens_a_paragraph_right_under_another() -> None:
    assert shapes("1.1. Plans were late.\n1.2. Reviews were good.") == [
        ("paragraph", "1.1. Plans were late."),
        ("paragraph", "1.2. Reviews were good."),
    ]


def test_labels_under_a_whole_sentence_open_pieces() -> None:
    assert [text for _, text in shapes("Words that end.\nFrom: Somebody Else")] == [
        "Words that end.",
        "From: Somebody Else",
    ]


def test_a_colon_in_wrapped_prose_opens_no_piece() -> None:
    text = (
        "Three volunteers were seen, and all of them told us what they do. The panels are well run.\n"
        "Few came to the training: the others had jobs, and it was held in the morning of a working\n"
        "day. The plans that we read for the panels were short, and most of them were understood by\n"
        "those whom they are for.\n"
    )
    assert len(pieces_of("\n".join([text] * 20))) == 20


def test_a_label_inside_a_footnote_stays_in_it() -> None:
    (note,) = pieces_of("¹ Published in May.\nSource: Ministry of Works")
    assert (note.kind, note.number) == (BlockKind.FOOTNOTE, "1")
    assert note.text == "Published in May. Source: Ministry of Works"


@pytest.mark.parametrize(
    "heading",
    [
        "Key strengths",
        "Areas requiring improvement:",
        "2. Protecting the public",
        "Commentary on the inspection in Northmoor",
        "Annex 2 – Inspection results",
        "“Good practice”",
    ],
)
def test_a_short_line_alone_is_a_heading(heading: str) -> None:
    assert shapes(f"{PROSE}\n\n{heading}\n\n{PROSE}")[1] == ("heading", heading)


@pytest.mark.parametrize(
    "text",
    [
        "Plans were late.",
        "and went on",
        "The team was",
        "12 34 56",
        "A line that ends in a comma,",
        "The plans were late. Nobody came to help",
    ],
)
def test_other_lines_alone_are_no_headings(text: str) -> None:
    assert shapes(f"{PROSE}\n\n{text}\n\n{PROSE}")[1][0] == "paragraph"


def test_a_line_that_goes_on_behind_a_break_is_no_heading() -> None:
    pieces = shapes(f"{PROSE}\n\nThe plans of the team\n\n---\n\nwere late again.")
    assert ("heading", "The plans of the team") not in pieces


@pytest.mark.parametrize("title", ["Key strengths", "Areas for improvement:", "Recommendations"])
def test_a_known_title_right_under_a_text_is_a_piece_of_its_own(title: str) -> None:
    assert [text for _, text in shapes(f"{PROSE}\n{title}\n- A point.")] == [
        PROSE,
        title,
        "A point.",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "Contents\n\nForeword\t4\nFindings\t12",
        "Contents\n\nForeword .......... 4\nFindings .......... 12",
        "Contents\n\nForeword . . . . . 4\nFindings . . . . . 12",
        "Table of contents\n\nForeword    4\nFindings    12",
        "Contents:\n\nForeword… 4\nFindings… 12",
    ],
)
def test_contents_are_no_text(rows: str) -> None:
    found = shapes(f"{rows}\n\nForeword\n\n{PROSE}")
    assert {kind for kind, text in found if text[-1].isdigit()} == {"contents"}
    assert found[-2:] == [("heading", "Foreword"), ("paragraph", PROSE)]


def test_dot_leaders_are_contents_even_without_a_title() -> None:
    assert shapes("Foreword .......... 4")[0][0] == "contents"


def test_what_follows_a_rule_a_note_or_a_page_was_interrupted() -> None:
    for between in ("---", "¹ A note.", "\f"):
        pieces = pieces_of(f"{PROSE}\n\n{between}\n\n{OTHER}")
        assert pieces[-1].interrupted, between
        assert not pieces[0].interrupted


def test_rows_keep_their_cells() -> None:
    (row,) = pieces_of("Post\tName")
    assert row.kind is BlockKind.ROW
    assert [cell.text for cell in row.cells] == ["Post", "Name"]
    assert row.text == "Post Name"


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        (f"{PROSE}\n\n{PROSE}", [None, None]),
        (f"{PROSE}\n\f{OTHER}\n\f{THIRD}", [1, 2, 3]),
        (f"{PROSE}\n\n\f{OTHER}\n\n\f{THIRD}", [1, 2, 3]),
        (f"{PROSE}\n\n7\n\f{OTHER}\n\n8\n\f{THIRD}", [7, 8, 9]),
        (f"{PROSE}\n\nA survey of bees 4\n\n{OTHER}\n\nA survey of bees 5", [4, 5]),
    ],
)
def test_pages_come_from_numbers_else_from_form_feeds(text: str, pages: list[int | None]) -> None:
    assert [piece.page for piece in pieces_of(text)] == pages


def test_numbers_at_the_head_of_the_page_count_the_page_below() -> None:
    pieces = pieces_of(f"{PROSE}\n\f7\n\n{OTHER}\n\f8\n\n{THIRD}")
    assert [piece.page for piece in pieces][1:] == [7, 8]


def test_lines_are_paragraphs_where_a_file_lost_its_empty_lines() -> None:
    item = "- Plans were good.\n"
    closing = "We are grateful for the help that we had from everybody in the team and beyond. "
    text = f"Key strengths\n{item * 20}{closing * 9}\nAverage for\nEngland and Wales\n"
    words = [words for _, words in shapes(text)]
    assert words[1:21] == ["Plans were good."] * 20
    assert words[21:] == [(closing * 9).strip(), "Average for England and Wales"]


def test_entries_without_page_numbers_are_contents_where_they_come_again() -> None:
    found = shapes(
        f"Contents\n\nTheme 1: Reoffending\nAnnex: Terms\n\nTheme 1: Reoffending\n\n{PROSE}\n\nAnnex: Terms\n\n{PROSE}"
    )
    assert [kind for kind, _ in found[:3]] == ["contents"] * 3
    assert ("heading", "Annex: Terms") in found[3:]
    assert found[3][1] == "Theme 1: Reoffending"
