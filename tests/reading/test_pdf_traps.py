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


GLOSSARY = (
    ("Term", "What it means"),
    ("Child", "Work to keep each child from"),
    ("protection", "harm that can be foreseen."),
    ("YOS", "The service, of which several"),
    ("", "agencies are part."),
)


@pytest.mark.parametrize("pieces", [1, 2])
def test_a_table_ruled_across_has_its_columns_from_the_room_between_words(pieces: int) -> None:
    sheet = Sheet().put(60, 800, "Annex 3 – Glossary", 14, "bold")
    for place, (label, meaning) in enumerate(GLOSSARY):
        sheet.put(60, 760 - 13 * place, label).put(125, 760 - 13 * place, meaning)
    for y in (755, 729, 703):
        for left, right in ((56, 300),) if pieces == 1 else ((56, 121), (121, 300)):
            sheet.rule(left, y, right, y)
    sheet.put(60, 660, "The service was kind, and all of those whom it knew said so.")
    document = read(sheet)
    assert cells(document) == [
        ["Term", "What it means"],
        ["Child protection", "Work to keep each child from harm that can be foreseen."],
        ["YOS", "The service, of which several agencies are part."],
    ]
    assert texts(document)[0] == "Annex 3 – Glossary"


def test_lines_across_a_list_make_no_table() -> None:
    sheet = Sheet()
    for place in range(3):
        y = 780 - 30 * place
        sheet.put(60, y, "•").put(80, y, "Staff knew what to do.").rule(50, y - 10, 500, y - 10)
    assert [block.kind for block in read(sheet).blocks] == [BlockKind.ITEM] * 3


LEFT = (
    ("YOT Manager", "Ann Stone"),
    ("Chief", "Bea Wood"),
    ("Executive", ""),
    ("Chair", "Cy Moor"),
)
RIGHT = (
    ("YJB link", "Di Hill"),
    ("staff", ""),
    ("Press Office", "Ed Lake"),
    ("Ofsted", "Flo Dale"),
)


def test_two_lists_side_by_side_are_read_one_behind_the_other() -> None:
    sheet = Sheet().put(60, 800, "Copy to:")
    for left, step, rows in ((60, 0, LEFT), (310, 4, RIGHT)):
        y = 770.0
        for place, (post, name) in enumerate(rows):
            sheet.put(left, y, post)
            if name:
                sheet.put(left + 110, y, name)
            y -= 13 if place + 1 < len(rows) and not rows[place + 1][1] else 20 + step
    assert cells(read(sheet)) == [
        ["YOT Manager", "Ann Stone"],
        ["Chief Executive", "Bea Wood"],
        ["Chair", "Cy Moor"],
        ["YJB link staff", "Di Hill"],
        ["Press Office", "Ed Lake"],
        ["Ofsted", "Flo Dale"],
    ]


def test_an_address_beside_the_recipients_stands_before_them() -> None:
    sheet = Sheet().put(60, 780, "To:").put(130, 780, "Ann Stone, Chair of the Board and")
    sheet.put(130, 766, "Director, Northmoor Council").put(60, 746, "From:")
    sheet.put(130, 746, "Bea Wood, Assistant Chief Inspector")
    sheet.lines(
        380, 782, "HM Inspectorate", "1 Bridge Street West", "Manchester M3 3FX", size=9, step=12
    )
    document = read(sheet)
    assert cells(document) == [
        ["To:", "Ann Stone, Chair of the Board and Director, Northmoor Council"],
        ["From:", "Bea Wood, Assistant Chief Inspector"],
    ]
    assert texts(document)[0] == "HM Inspectorate 1 Bridge Street West Manchester M3 3FX"


def test_words_that_no_line_parts_end_one_early() -> None:
    """A line that ends early before "18 cases" begins no paragraph where room parts them."""
    sheet = Sheet()
    for place in range(4):
        y = 790 - 44 * place
        sheet.put(60, y, "Staff knew each child, and said so to all whom they saw there.")
        sheet.put(60, y - 14, "It was good.")
    sheet.put(60, 600, "Staff knew each child, and said so to all whom they saw in.")
    document = read(sheet.put(60, 586, "18 cases were closed, and all of them well."))
    assert texts(document)[-1].endswith(
        "whom they saw in. 18 cases were closed, and all of them well."
    )


def test_a_mark_right_behind_a_figure_is_no_digit_of_it() -> None:
    sheet = Sheet().run(
        60, 780, "It was 312 per 100,000", "^1", " then, and since 2010", "^2", " less."
    )
    sheet.lines(60, 750, *["Staff were well trained and they knew what to do in each case."] * 6)
    sheet.put(60, 70, "1. Published in 2015.", SMALL).put(60, 58, "2. Published in 2016.", SMALL)
    document = read(sheet)
    assert texts(document)[0] == "It was 312 per 100,000 then, and since 2010 less."
    assert [note.label for note in document.footnotes] == ["1", "2"]


def test_type_that_is_too_small_to_be_seen_is_no_text() -> None:
    sheet = (
        Sheet()
        .put(60, 780, "Words that anybody can see on this page.")
        .lines(60, 700, "none", "none", size=0.01)
    )
    assert texts(read(sheet)) == ["Words that anybody can see on this page."]


def test_a_cell_whose_neighbour_goes_on_the_next_page_makes_a_row_with_it() -> None:
    first = Sheet().lines(60, 160, WORK, "children.").put(400, 60, "85%")
    second = Sheet().put(60, 780, "Do services support the safety of the child?")
    for place, (question, share) in enumerate((("Are they timely?", "70%"), ("Safe?", "65%")), 1):
        second.put(60, 780 - 16 * place, question).put(400, 780 - 16 * place, share)
    assert cells(read(first, second)) == [
        ["Do services support the safety of the child?", "85%"],
        ["Are they timely?", "70%"],
        ["Safe?", "65%"],
    ]


def test_what_introduces_a_list_below_columns_is_read_behind_both() -> None:
    sheet = Sheet()
    for place in range(8):
        end = "month." if place == 7 else "month and"
        sheet.put(60, 780 - 14 * place, f"Staff kept the plans in step every {end}")
        if place < 7:
            sheet.put(310, 780 - 14 * place, "The board knew of it and asked them for")
    sheet.put(60, 780 - 14 * 8 - 2, "Copy to:").put(60, 640, "Chair").put(420, 640, "Ann Lee")
    read_texts = texts(read(sheet))
    assert read_texts.index("Copy to:") == 2


def test_a_text_in_italics_that_a_page_breaks_in_a_word_is_whole() -> None:
    lines = [
        f"Line {number} of the text that was kept by the staff as it is" for number in range(50)
    ]
    first = Sheet().lines(60, 780, "He slept properly then.", step=14)
    first.lines(60, 752, *lines).put(
        60, 52, "He said: he had not slept for all of the year prop-", font="italic"
    )
    second = Sheet().put(60, 780, "erly for months. It was a routine.", font="italic")
    assert "slept for all of the year properly for months" in read(first, second).text
