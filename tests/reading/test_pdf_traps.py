"""PDF: traps of layout that only whole reports showed, one small page for each."""

from __future__ import annotations

import pytest
from tests.forms.tiny_pdf import Sheet, pdf

from yotgraph.reading import BlockKind, Document, read_bytes

WORK = "Staff knew what they had to do with all of the"
SMALL = 8


def read(*sheets: Sheet) -> Document:
    return read_bytes(pdf(*sheets), "small.pdf")


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def cells(document: Document) -> list[list[str]]:
    rows = (block for block in document.blocks if block.kind is BlockKind.ROW)
    return [[document.slice(cell) for cell in row.cells] for row in rows]


def test_a_sign_that_hangs_at_the_end_of_a_torn_cell_is_its_words() -> None:
    first = Sheet().put(60, 160, "Standards").put(400, 160, "Rating").put(60, 130, "Do they carry")
    first.put(400, 130, "Good").put(60, 116, "out the out-of-")
    second = Sheet().put(60, 780, "court disposal well?").put(60, 750, "1.2 Staff")
    second.put(400, 750, "Good")
    assert "the out-of-court disposal well?" in read(first, second).text


def test_a_row_that_a_page_ends_behind_has_its_neighbours_columns() -> None:
    sheet = Sheet().put(60, 780, "Child protection").put(144, 780, "Work to keep each child from")
    sheet.put(144, 766, "harm that can be foreseen.")
    assert cells(read(sheet)) == [
        ["Child protection", "Work to keep each child from harm that can be foreseen."]
    ]


def test_a_label_broken_in_a_wide_column_is_one_cell() -> None:
    sheet = Sheet().put(60, 780, "Out-of-court disposal").put(200, 780, "What ends a case.")
    sheet.put(60, 760, "Joint decision").put(
        200, 760, "A panel that decides how a child is dealt with"
    )
    sheet.put(60, 746, "panel").put(200, 746, "out of court.").put(60, 726, "YOS")
    sheet.put(200, 726, "The service.")
    assert [
        "Joint decision panel",
        "A panel that decides how a child is dealt with out of court.",
    ] in (cells(read(sheet)))


def test_lines_drawn_across_part_the_rows() -> None:
    sheet = Sheet()
    rows = (("Race/ethnicity", "White"), ("Westmarch YOS", "91%"), ("National", "70%"))
    for place, (label, figure) in enumerate(rows):
        base = 780 - 20 * place
        sheet.put(60, base, label).put(160, base, figure).rule(55, base - 8, 300, base - 8)
    sheet.put(60, 720, "The whole").put(60, 706, "country").put(160, 720, "72%").rule(
        55, 698, 300, 698
    )
    assert cells(read(sheet)) == [*map(list, rows), ["The whole country", "72%"]]


def test_a_decimal_that_opens_a_justified_line_opens_no_paragraph() -> None:
    sheet = Sheet().lines(
        60, 780, "Children wait for 19 weeks, and in the north of the county it is"
    )
    sheet.put(60, 766, "30.").put(95, 766, "The").put(130, 766, "group").put(180, 766, "knows")
    sheet.put(230, 766, "that").put(270, 766, "this").put(310, 766, "is long.")
    assert len(texts(read(sheet))) == 1


def columned(*below: str) -> Sheet:
    left = [
        "The workers knew each child and were kind",
        "to all of them. They saw them every week of",
    ]
    right = [
        "the year, whether the weather was fine or",
        "not, and the families as well. It was good",
    ]
    sheet = Sheet().lines(60, 780, *left * 2, left[0], "to all of them. Children wait for nineteen")
    sheet.lines(320, 780, "weeks, and in the north it is some thirty", *right[1:], *right, right[1])
    return sheet.lines(60, 696, *below)


def test_what_stands_close_below_columns_is_read_behind_them() -> None:
    sheet = columned("Strengths:").put(60, 670, "They are kind.")
    words = read(sheet).text
    assert "Children wait for nineteen weeks, and in the north" in words
    assert words.index("Strengths:") > words.index("families as well")


def noted(first: str, second: str) -> Document:
    sheet = Sheet().run(60, 780, "The reoffending rate", "^1", " was 31%, less than in 2014.")
    sheet.lines(60, 750, *["Staff were well trained and they knew what to do in each case."] * 6)
    sheet.put(60, 640, "74").run(140, 640, "The rate of entrants", "^2").put(60, 620, "12")
    sheet.put(140, 620, "The rate of custody")
    return read(sheet.put(60, 70, first, SMALL).put(60, 60, second, SMALL))


@pytest.mark.parametrize("stop", ["", "."])
def test_the_mark_of_a_note_may_stand_in_a_table(stop: str) -> None:
    document = noted(f"1{stop} Published by the Ministry of Justice", f"2{stop} From the board.")
    assert [(note.label, note.block.text) for note in document.footnotes] == [
        ("1", "Published by the Ministry of Justice"),
        ("2", "From the board."),
    ]


def ragged(lines: int, last: str) -> Sheet:
    """A page whose last paragraph ends in a full line."""
    sheet = Sheet()
    for number in range(lines):
        sheet.put(60, 780 - 14 * number, "Staff knew what they had to do for each child.")
    return sheet.lines(60, 772 - 14 * lines, WORK, last)


@pytest.mark.parametrize("lines", [20, 23])
def test_a_text_goes_on_behind_a_page_only_where_the_page_is_full(lines: int) -> None:
    full = "children whom they saw there."
    first = ragged(lines, full)
    second = ragged(25, "children whom they saw then.").put(
        60, 794, "Circumstances did not change."
    )
    joined = f"{full} Circumstances" in read(first, second).text
    assert joined is (lines == 25)


def test_the_number_of_a_question_does_not_end_its_line() -> None:
    sheet = Sheet().lines(60, 780, "1.2.3. Does the oversight of work support delivery? 1.2.4.")
    sheet.lines(60, 766, "Are arrangements for learning comprehensive?")
    (block,) = texts(read(sheet))
    assert "1.2.4. Are arrangements" in block
