"""PDF: what layout does to a text, one small page for each trap; and files made to break it."""

from __future__ import annotations

import shutil
import subprocess
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.forms import tiny_pdf
from tests.forms.tiny_pdf import Sheet, pdf

from yotgraph.building import Options, read_reports
from yotgraph.errors import ReadingError
from yotgraph.reading import BlockKind, Document, read_bytes
from yotgraph.reading import pdf as reader
from yotgraph.reading.dictionary import Words
from yotgraph.reading.pdf_blocks import Block
from yotgraph.reading.pdf_measures import Measures
from yotgraph.reading.pdf_pages import settle_pages
from yotgraph.reading.pdf_repair import parted
from yotgraph.texts import ReportTexts

FORMS = Path(__file__).parents[1] / "forms"


def read(*sheets: Sheet) -> Document:
    return read_bytes(pdf(*sheets), "small.pdf")


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    return [block.text for block in document.blocks if not kinds or block.kind in kinds]


def cells(document: Document) -> list[list[str]]:
    rows = (block for block in document.blocks if block.kind is BlockKind.ROW)
    return [[document.slice(cell) for cell in row.cells] for row in rows]


# -- lines and paragraphs ---------------------------------------------------------------------


def test_full_lines_go_on_and_short_ones_stand_alone() -> None:
    sheet = Sheet().lines(
        60, 780, "Her Majesty's Inspectorate of Probation", "1 Bridge Street", "Manchester"
    )
    sheet.lines(60, 700, "Case managers knew the children well, and", "they said so often.")
    document = read(sheet)
    assert document.source == (
        "Her Majesty's Inspectorate of Probation\n1 Bridge Street\nManchester\n\n"
        "Case managers knew the children well, and they said so often."
    )


def test_a_larger_gap_begins_a_paragraph() -> None:
    sheet = Sheet().lines(60, 780, "The first paragraph has two lines of words and", "ends here.")
    sheet.lines(60, 745, "The second paragraph has two lines of words and", "ends here.")
    assert len(texts(read(sheet))) == 2


def test_an_indented_line_begins_a_paragraph() -> None:
    sheet = Sheet().lines(60, 780, "The first paragraph has two lines of words that", "reach far,")
    sheet.put(60, 752, "as far as this line does, and it has a third one too.")
    sheet.put(80, 738, "The second begins further in.")
    assert texts(read(sheet))[-1] == "The second begins further in."


def test_hyphens_at_line_ends_go_where_the_report_has_the_word() -> None:
    sheet = Sheet().lines(60, 780, "The report says that the well-being of children, the re-")
    sheet.lines(60, 766, "port says, and their well-", "being matter to the multi-", "agency team.")
    (paragraph,) = texts(read(sheet))
    assert "the report says" in paragraph
    assert "their well-being matter to the multi-agency team" in paragraph


def test_italics_are_kept_without_the_punctuation_around_them() -> None:
    sheet = Sheet().run(60, 780, "As in ", "/(The Work of Teams,", " 2015) it was said.")
    document = read(sheet)
    assert [document.slice(span) for span in document.emphasis] == ["The Work of Teams"]


def test_text_that_looks_like_mark_up_reads_as_it_stands() -> None:
    words = "4 * 5 * 6 <b> and R&amp;D; [link](target) and a back\\*slash"
    assert texts(read(Sheet().put(60, 780, words))) == [words]


WHOLE = "A report on assessment and management tells of multi-agency work out of court."


@pytest.mark.parametrize(
    ("first", "second", "read_as"),
    [
        ("There was an inad-", "equacy of plans", "an inadequacy of plans"),
        ("They are multi-", "disciplinary teams", "are multi-disciplinary teams"),
        ("It was an out-of-", "hours service", "an out-of-hours service"),
        ("Of all the pre-", "and post-court cases", "the pre- and post-court cases"),
        ("Of all the 10-", "year-olds there", "the 10-year-olds there"),
        ("See https://a.example/our-", "work/ there", "https://a.example/our-work/ there"),
        ("Of parents/", "carers there", "Of parents/carers there"),
        ("They saw three-", "quarters of the cases", "saw three-quarters of the cases"),
        ("It was a part-", "time nurse who told of self-", "a part-time nurse who"),
        ("It was the health visit-", "or service there", "the health visitor service"),
        ("Of short-", "or long-term plans there", "short- or long-term plans"),
    ],
)
def test_a_document_that_breaks_words_has_them_whole(first: str, second: str, read_as: str) -> None:
    sheet = Sheet().lines(60, 780, WHOLE, "The re-", "port is long, its assess-", "ment good, the")
    sheet.lines(60, 720, "manage-", "ment less so.").lines(60, 660, first, f"{second}.")
    assert read_as in read(sheet).text


def test_a_list_in_a_sentence_goes_on_in_the_next_column() -> None:
    sheet = Sheet().lines(60, 740, *LEFT[:5], "what mattered most in health; in schools;")
    sheet.lines(320, 740, "and friends. Reviews were on time in", *RIGHT[1:])
    assert "in schools; and friends. Reviews" in read(sheet).text


def test_a_word_broken_between_columns_is_whole() -> None:
    sheet = Sheet().lines(60, 780, WHOLE).lines(60, 740, *LEFT[:5], "what mattered for manage-")
    sheet.lines(320, 740, "ment and for staff. Reviews were on", *RIGHT[1:])
    assert "what mattered for management and for staff." in read(sheet).text


def test_italics_over_a_broken_word_are_one() -> None:
    sheet = (
        Sheet()
        .lines(60, 780, WHOLE)
        .run(60, 740, "See ", "/The Assess-")
        .run(60, 726, "/ment Report")
    )
    document = read(sheet)
    assert [document.slice(span) for span in document.emphasis] == ["The Assessment Report"]


@pytest.mark.parametrize("hyphen", ["\u2010", "\u2011"])
def test_every_sign_for_a_hyphen_is_one(hyphen: str) -> None:
    assert (
        read_bytes(f"A multi{hyphen}agency team.".encode(), "a.txt").text == "A multi-agency team."
    )


# -- headings, lists, contents ----------------------------------------------------------------


def test_larger_type_makes_headings_by_size() -> None:
    sheet = Sheet().put(60, 780, "Organisational delivery", 20).put(60, 750, "Staff", 14, "bold")
    sheet.lines(60, 720, *["Staff were well trained and they knew what to do in each case."] * 12)
    document = read(sheet)
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    assert [(block.text, block.level) for block in headings] == [
        ("Organisational delivery", 1),
        ("Staff", 2),
    ]


def test_a_bold_line_is_a_heading_without_a_level() -> None:
    sheet = Sheet().put(60, 780, "Key strengths", font="bold")
    sheet.lines(60, 760, *["Staff were well trained and they knew what to do in each case."] * 3)
    heading = read(sheet).blocks[0]
    assert (heading.text, heading.marked, heading.level) == ("Key strengths", True, None)


def test_a_large_figure_is_no_heading() -> None:
    sheet = Sheet().put(60, 780, "47.3%", 24, "bold")
    sheet.lines(60, 740, *["Staff were well trained and they knew what to do in each case."] * 5)
    assert not read(sheet).blocks[0].marked


def test_a_heading_over_two_lines_is_one() -> None:
    sheet = Sheet().lines(
        60,
        780,
        "Report of the inspection of youth offending",
        "work in Northmoor",
        size=18,
        step=22,
    )
    sheet.lines(60, 720, *["Staff were well trained and they knew what to do in each case."] * 9)
    assert read(sheet).blocks[0].text.endswith("youth offending work in Northmoor")


@pytest.mark.parametrize("sign", ["•", "–", "o"])
def test_items_by_their_signs(sign: str) -> None:
    sheet = Sheet()
    for number, item in enumerate(["Governance is strong.", "Staff are skilled."]):
        sheet.put(60, 780 - 14 * number, sign).put(78, 780 - 14 * number, item)
    document = read(sheet)
    assert texts(document, BlockKind.ITEM) == ["Governance is strong.", "Staff are skilled."]


def test_items_whose_signs_are_drawn() -> None:
    sheet = Sheet().dot(62, 782).put(75, 780, "Governance is strong, and all of the partners")
    sheet.put(75, 766, "attend.").dot(62, 754).put(75, 752, "Staff are skilled.")
    assert texts(read(sheet), BlockKind.ITEM) == [
        "Governance is strong, and all of the partners attend.",
        "Staff are skilled.",
    ]


def test_numbered_paragraphs_hang_on_their_numbers() -> None:
    sheet = Sheet()
    for number, y in (("1.1.", 780), ("1.2.", 745)):
        sheet.put(60, y, number).put(95, y, "Reviews were on time in the cases that we saw, all of")
        sheet.put(95, y - 14, "12 of them.")
    document = read(sheet)
    assert [block.number for block in document.blocks] == ["1.1", "1.2"]
    assert document.blocks[0].text.endswith("all of 12 of them.")


def test_headings_that_follow_one_another_are_two() -> None:
    sheet, y = Sheet(), 800
    for _ in range(4):
        sheet.put(60, y, "Summary", 14).put(60, y - 30, "Strengths:", 14)
        sheet.lines(60, y - 60, *["Staff were well trained and they knew what to do."] * 6)
        y -= 180
    assert texts(read(sheet), BlockKind.HEADING) == ["Summary", "Strengths:"] * 4


def test_a_table_of_contents_keeps_its_lines() -> None:
    sheet = Sheet().put(60, 800, "Contents", 18)
    for place, title in enumerate(["Foreword", "Overall findings", "Recommendations"]):
        sheet.put(60, 770 - 14 * place, title + "." * (60 - len(title)))
        sheet.put(300, 770 - 14 * place, str(place + 4))
    document = read(sheet)
    assert len(texts(document, BlockKind.CONTENTS)) == 4


# -- columns and tables -----------------------------------------------------------------------

LEFT = (
    "Case managers knew the children well and",
    "they had worked with their parents and",
    "carers from the first day of the order,",
    "so that plans were their own. Some of the",
    "plans were long, and it took time to find",
    "what mattered most in each of them.",
)
RIGHT = (
    "Reviews were on time in most of the cases",
    "that we looked at. Where circumstances of",
    "a child had changed, plans followed. The",
    "partners met each month and shared what",
    "they knew. The police gave good notice of",
    "arrests within a few days.",
)


@pytest.mark.parametrize("shift", [0, 5])
def test_columns_are_read_one_behind_the_other(shift: int) -> None:
    sheet = Sheet().put(60, 800, "Joint work of the service", 16)
    sheet.lines(60, 760, *LEFT).lines(320, 760 - shift, *RIGHT)
    sheet.put(60, 640, "This line stands below both columns and reaches far over the gutter.")
    assert texts(read(sheet)) == [
        "Joint work of the service",
        " ".join(LEFT),
        " ".join(RIGHT),
        "This line stands below both columns and reaches far over the gutter.",
    ]


def test_a_letterhead_is_a_table_and_its_cells_go_on() -> None:
    sheet = Sheet().put(60, 780, "To:").put(180, 780, "Ann Example, Chair of the Board and")
    sheet.put(180, 766, "Director of Services").put(60, 744, "Copy to:")
    sheet.put(180, 744, "See copy list at end").put(60, 722, "Publication date:")
    sheet.put(180, 722, "01 July 2015")
    assert cells(read(sheet)) == [
        ["To:", "Ann Example, Chair of the Board and Director of Services"],
        ["Copy to:", "See copy list at end"],
        ["Publication date:", "01 July 2015"],
    ]


def test_rows_close_together_stay_rows() -> None:
    sheet = Sheet()
    names = [("Head of Service", "Ann Example"), ("Chair of Youth Court Bench", "Ben Sample")]
    for place, (post, name) in enumerate([*names, ("Link staff", "Cy Other, Di Another")]):
        sheet.put(60, 780 - 13 * place, post).put(300, 780 - 13 * place, name)
    assert cells(read(sheet)) == [
        [*pair] for pair in [*names, ("Link staff", "Cy Other, Di Another")]
    ]


def ruled() -> Sheet:
    sheet = Sheet()
    for y in (780, 740, 700, 660):
        sheet.rule(60, y, 500, y)
    for x in (60, 400, 500):
        sheet.rule(x, 660, x, 780)
    return sheet


def test_a_ruled_table_keeps_its_cells_whole() -> None:
    sheet = (
        ruled().lines(410, 764, "Requires", "improvement", step=12).put(64, 758, "2.1. Assessment")
    )
    sheet.lines(64, 724, "2.1.1. Does assessment sufficiently", "analyse safety?", step=12)
    sheet.put(420, 718, "84%").put(64, 678, "2.1.2. Another question?").put(420, 678, "63%")
    sheet.put(60, 630, "Text below the table.")
    document = read(sheet)
    assert cells(document) == [
        ["2.1. Assessment", "Requires improvement"],
        ["2.1.1. Does assessment sufficiently analyse safety?", "84%"],
        ["2.1.2. Another question?", "63%"],
    ]
    assert texts(document)[-1] == "Text below the table."


def test_a_cell_over_both_columns_leaves_the_second_empty() -> None:
    sheet = Sheet()
    for y in (780, 740, 700):
        sheet.rule(60, y, 500, y)
    for x in (60, 500):
        sheet.rule(x, 700, x, 780)
    sheet.rule(400, 740, 400, 780)
    sheet.put(64, 755, "1.2 Staff").put(410, 755, "Good").put(64, 715, "Staff are empowered.")
    sheet.put(420, 715, "Always.")
    assert cells(read(sheet)) == [["1.2 Staff", "Good"], ["Staff are empowered. Always.", ""]]


def test_a_frame_around_a_text_makes_no_table() -> None:
    sheet = Sheet()
    for y in (780, 700):
        sheet.rule(60, y, 500, y)
    for x in (60, 500):
        sheet.rule(x, 700, x, 780)
    sheet.lines(70, 760, "An inspector said that the work of this team", "was good.")
    assert texts(read(sheet)) == ["An inspector said that the work of this team was good."]


def test_a_row_that_a_page_tears_is_put_together() -> None:
    first = Sheet().put(60, 100, "Plan").put(200, 100, "What the team and the family")
    first.put(60, 130, "Order").put(200, 130, "What a court decides.")
    second = (
        Sheet().put(200, 780, "are to do.").put(60, 760, "Review").put(200, 760, "A look back.")
    )
    assert cells(read(first, second)) == [
        ["Order", "What a court decides."],
        ["Plan", "What the team and the family are to do."],
        ["Review", "A look back."],
    ]


def columned(*last: str) -> Sheet:
    """A page whose text stands in two columns, with some lines below on the left."""
    return Sheet().lines(60, 760, *LEFT).lines(320, 760, *RIGHT).lines(60, 640, *last)


def test_a_few_lines_in_columns_end_a_text_that_began_on_another_page() -> None:
    second = Sheet().lines(
        60, 780, "of the staff, who had been there for", "several years. Reviews and"
    )
    second.lines(320, 780, "plans were on time in all the cases", "that we saw.")
    second.put(60, 700, "This line stands below both columns and reaches far over the gutter.")
    assert texts(read(columned("The managers knew each"), second))[-2:] == [
        "The managers knew each of the staff, who had been there for several years. Reviews and"
        " plans were on time in all the cases that we saw.",
        "This line stands below both columns and reaches far over the gutter.",
    ]


def test_a_short_heading_parts_the_columns_above_from_those_below() -> None:
    sheet = Sheet().lines(60, 760, *LEFT).lines(320, 760, *RIGHT).put(60, 650, "Staff", 16)
    sheet.lines(60, 620, *LEFT).lines(320, 620, *RIGHT)
    body = [" ".join(LEFT), " ".join(RIGHT)]
    assert texts(read(sheet)) == [*body, "Staff", *body]


def test_a_row_between_columns_is_a_row() -> None:
    sheet = Sheet().lines(60, 760, *LEFT).lines(320, 760, *RIGHT)
    sheet.put(66, 660, "1.2 Staff").put(420, 660, "Good")
    sheet.lines(60, 630, *LEFT).lines(320, 630, *RIGHT)
    document = read(sheet)
    assert cells(document) == [["1.2 Staff", "Good"]]
    assert [block.kind for block in document.blocks] == [
        BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.ROW,
        BlockKind.PARAGRAPH, BlockKind.PARAGRAPH,
    ]  # fmt: skip


def test_a_mark_stays_in_its_column_though_the_next_one_lies_higher() -> None:
    sheet = Sheet().lines(60, 760, *LEFT[:5]).run(60, 690, "what mattered", "^1", " in each.")
    sheet.lines(320, 765, *RIGHT)
    document = read(sheet)
    assert [mark.label for mark in document.marks] == ["1"]
    assert texts(document)[0].endswith("to find what mattered in each.")


def test_a_cell_goes_on_below_one_that_a_coloured_sign_sets_in() -> None:
    sheet = Sheet().put(60, 780, "2.1 Assessment").put(402, 780, "Good")
    sheet.lines(60, 758, "Assessment is well informed and", "analytical in all of the cases.")
    sheet.lines(390, 758, "A solid circle, green,", "representing a Good", "rating.")
    assert cells(read(sheet)) == [
        ["2.1 Assessment", "Good"],
        [
            "Assessment is well informed and analytical in all of the cases.",
            "A solid circle, green, representing a Good rating.",
        ],
    ]


RAGGED = "whom they saw in each of the weeks."
JUSTIFIED = "Staff knew what they had to do with all of the"


@pytest.mark.parametrize("head", ["Youth Justice Board.", "Reviews of it came late."])
def test_a_full_last_line_goes_on_over_the_pages_end(head: str) -> None:
    first = Sheet().lines(60, 780, *[JUSTIFIED] * 5)
    first.put(60, 710, JUSTIFIED if head[0] == "Y" else "All of them did.")
    document = read(first, Sheet().put(60, 780, head))
    joins = head[0] == "Y"
    assert (len(texts(document)) == 1) is joins


@pytest.mark.parametrize("sign", ["", "• "])
def test_of_ragged_lines_a_full_one_goes_on_unless_it_ends_a_list(sign: str) -> None:
    first = Sheet().lines(60, 780, f"{sign}Staff knew what they had to do for each child", RAGGED)
    first.lines(60, 738, f"{sign}Plans were made with all the families whom they saw", RAGGED)
    first.put(60, 696, f"{sign}Reviews of plans were made each month, as was right and fair.")
    second = Sheet().put(60, 780, "Circumstances changed, and plans for all of them did.")
    joined = "right and fair. Circumstances" in read(first, second).text
    assert joined is not bool(sign)


def test_a_cell_goes_on_in_a_column_as_narrow_as_its_words() -> None:
    sheet = (
        Sheet().put(60, 780, "YOS").put(140, 780, "Holds the service to account for the primary")
    )
    sheet.put(60, 766, "Management").put(140, 766, "aim of preventing offending by children.")
    sheet.put(60, 752, "Board")
    assert cells(read(sheet)) == [
        [
            "YOS Management Board",
            "Holds the service to account for the primary aim of preventing offending by children.",
        ]
    ]


def test_a_row_whose_cells_a_page_parts_is_put_together() -> None:
    texts = [["2.4.1 First?\t62%", "\t58%"], ["2.4.2 Second?\t", "2.4.3 Third?\t56%"]]
    pages = [[Block(text, 0, "row", lefts=(60, 400)) for text in page] for page in texts]
    settle_pages(pages, Measures(11, {}, {}, frozenset(), 500), Words({}))
    assert [[block.text for block in page] for page in pages] == [
        ["2.4.1 First?\t62%", "2.4.2 Second?\t58%"],
        ["2.4.3 Third?\t56%"],
    ]


def test_the_head_of_a_table_that_goes_on_comes_once() -> None:
    first = Sheet().put(60, 160, "Term").put(200, 160, "What it means")
    first.put(60, 130, "Order").put(200, 130, "What a court decides.")
    first.put(60, 100, "Plan").put(200, 100, "What the team and the family")
    second = Sheet().put(60, 780, "Term").put(200, 780, "What it means").put(200, 750, "are to do.")
    second.put(60, 720, "Review").put(200, 720, "A look back.")
    assert cells(read(first, second)) == [
        ["Term", "What it means"],
        ["Order", "What a court decides."],
        ["Plan", "What the team and the family are to do."],
        ["Review", "A look back."],
    ]


def test_the_foot_of_a_page_ends_its_columns() -> None:
    sheet = columned().put(60, 100, "1", 5).put(66, 97, "A youth justice plan of the board.", 7)
    document = read(sheet.put(380, 40, "A survey of bees 3", 8), Sheet().put(60, 780, "The end."))
    found = texts(document)
    assert found.index(" ".join(RIGHT)) == found.index(" ".join(LEFT)) + 1


def test_the_mark_of_a_line_a_little_lower_parts_no_columns() -> None:
    sheet = Sheet().lines(60, 760, *LEFT).lines(320, 753, *RIGHT).put(520, 729, "4", 6)
    document = read(sheet)
    assert texts(document) == [" ".join(LEFT), " ".join(RIGHT)]
    assert [mark.label for mark in document.marks] == ["4"]


def test_a_justified_line_with_wide_gaps_is_no_row() -> None:
    sheet = Sheet().put(60, 780, "The manager").put(152, 780, "Ann Example")
    for place, word in enumerate(("they", "read", "every", "plan", "within")):
        sheet.put(60 + 46 * place, 752, word)
    document = read(sheet.put(60, 738, "five days and wrote of it."))
    assert cells(document) == [["The manager", "Ann Example"]]


def test_a_percentage_set_off_from_a_question_is_a_cell() -> None:
    question = "Does planning focus sufficiently on supporting the child or"
    sheet = (
        Sheet().run(60, 780, f"{question}    ", "89%").put(60, 766, "young person's desistance?")
    )
    assert cells(read(sheet)) == [[f"{question} young person's desistance?", "89%"]]


def test_the_head_of_a_table_comes_once_though_a_lone_cell_is_torn() -> None:
    first = Sheet().put(60, 160, "Standards").put(400, 160, "Rating")
    first.put(60, 130, "1.4 Information").put(400, 130, "Good")
    first.put(60, 100, "1.4.1 Does the place enable staff to deliver a quality")
    second = Sheet().put(60, 780, "Standards").put(400, 780, "Rating").put(60, 750, "service?")
    assert "deliver a quality service?" in read(first, second).text


def test_a_left_column_longer_by_a_paragraph_is_read_to_its_end() -> None:
    sheet = Sheet().lines(
        60, 780, "Staff knew each of the children and said", "so, often. They were kind."
    )
    sheet.lines(320, 780, "the families, and the schools that they", "went to each day.")
    sheet.lines(60, 742, "Reviews were on time. The managers knew all")
    document = read(columned(), sheet)
    assert texts(document)[-2:] == [
        "Staff knew each of the children and said so, often. They were kind.",
        "Reviews were on time. The managers knew all the families, and the schools that they went to"
        " each day.",
    ]


def test_numbers_that_follow_one_another_open_paragraphs() -> None:
    sheet = Sheet().lines(
        60, 780, "4.4. The work on health was good in 8 of the 13 cases it was for."
    )
    sheet.lines(60, 766, "4.5. Each of the children had a plan of their own in all of the cases.")
    assert [block.number for block in read(sheet).blocks] == ["4.4", "4.5"]


# -- footnotes and furniture ------------------------------------------------------------------


def noted() -> tuple[Sheet, Sheet]:
    first = Sheet().run(60, 780, "The reoffending rate", "^1", " was 31%, less than in 2014.")
    first.lines(60, 750, *["Staff were well trained and they knew what to do in each case."] * 6)
    first.put(60, 666, "So it was.").put(60, 73, "1", 5).put(
        66, 70, "Published in 2015 by the Ministry, which counts what", 8
    )
    first.put(60, 60, "was proved within", 8).put(290, 30, "4", 9)
    second = Sheet().lines(60, 780, "Other text follows on this page, which is the last.")
    second.put(60, 70, "twelve months of a caution.", 8).put(290, 30, "5", 9)
    return first, second


def test_a_raised_digit_is_a_mark_and_small_print_its_note() -> None:
    document = read(*noted())
    (note,) = document.footnotes
    assert note.label == "1"
    assert note.block.text == (
        "Published in 2015 by the Ministry, which counts what was proved within twelve months of a"
        " caution."
    )
    (mark,) = document.marks
    assert document.text[: mark.position] == "The reoffending rate"


def test_a_mark_hardly_smaller_than_its_text_stands_high() -> None:
    sheet = Sheet().put(60, 780, "The reoffending rate").put(161, 784, "1", 9.5)
    sheet.put(170, 780, "was lower.").put(60, 70, "1. Published in 2015.", 8)
    sheet.lines(60, 750, *["Staff were well trained and they knew what to do in each case."] * 6)
    document = read(sheet)
    assert [mark.label for mark in document.marks] == ["1"]


def test_a_note_may_have_a_stop_behind_its_number() -> None:
    sheet = Sheet().run(60, 780, "The reoffending rate", "^1", " was 31%, less than in 2014.")
    sheet.lines(60, 750, *["Staff were well trained and they knew what to do in each case."] * 6)
    sheet.put(60, 70, "1. Published in 2015 by the Ministry.", 8)
    (note,) = read(sheet).footnotes
    assert (note.label, note.block.text) == ("1", "Published in 2015 by the Ministry.")


def test_a_mark_that_slipped_to_the_next_line_opens_no_note() -> None:
    sheet = Sheet().lines(
        60, 780, "The rate of the children who came back within a year was lower."
    )
    sheet.run(60, 766, "^1", " It had been higher in each of the years before.")
    sheet.put(60, 70, "1. Published in 2015 by the Ministry.", 8)
    document = read(sheet)
    assert texts(document)[0].endswith("was lower. It had been higher in each of the years before.")
    assert [note.label for note in document.footnotes] == ["1"]


def test_feet_that_change_sides_are_no_notes() -> None:
    sheets = []
    for number in (1, 2, 3, 4):
        sheet = Sheet().run(
            60, 780, "The rate in the year", f"^{number}", " was lower than before."
        )
        sheet.lines(60, 750, *["Staff were well trained and they knew what to do."] * 6)
        foot = "Inspection of youth work in: Northmoor"
        odd = number % 2
        sheets.append(
            sheet.put(300 if odd else 60, 30, f"{foot} {number}" if odd else f"{number} {foot}", 8)
        )
    document = read(*sheets)
    assert document.footnotes == ()
    assert "Northmoor" not in document.text
    assert document.pages == 4


def test_a_cover_that_is_a_picture_is_an_empty_page() -> None:
    document = read(
        Sheet(picture=True), Sheet().lines(60, 780, "Words enough for a page of a report.")
    )
    assert texts(document) == ["Words enough for a page of a report."]
    assert document.blocks[0].page == 2


def test_printed_page_numbers_count_and_are_no_text() -> None:
    document = read(*noted())
    assert document.pages == 5
    assert [block.page for block in document.blocks][-1] == 5
    assert not {"4", "5"} & set(texts(document))


def test_a_running_head_on_the_title_page_is_no_title() -> None:
    head = "Inspection of youth offending services in: Northmoor"
    sheets = [
        Sheet()
        .put(60, 810, head, 9)
        .put(60, 700, f"Chapter {number} of the report", 20)
        .put(60, 30, f"Page {number}", 9)
        for number in (1, 2, 3)
    ]
    assert texts(read(*sheets)) == [f"Chapter {number} of the report" for number in (1, 2, 3)]


def test_notes_of_a_printed_web_page() -> None:
    sheet = Sheet().run(60, 780, "The rate (YJB", "^[footnote 12]", ") was lower than before.")
    sheet.put(60, 740, "Back to top")
    document = read(sheet)
    assert [mark.label for mark in document.marks] == ["12"]
    assert texts(document) == ["The rate (YJB) was lower than before."]


def test_a_printed_mark_may_be_broken_over_two_lines() -> None:
    sheet = Sheet().run(
        60, 780, "The board did not have the members whom the law requires", "^[footnote"
    )
    sheet.run(60, 766, "^2]", ". Nobody came from health.")
    document = read(sheet)
    assert [mark.label for mark in document.marks] == ["2"]
    assert "requires. Nobody" in document.text


# -- pages and words --------------------------------------------------------------------------


def test_a_turned_page_reads_as_it_is_seen() -> None:
    sheet = Sheet(turned=90).put(60, 60, "A page that is turned reads", slope=1)
    sheet.put(75, 60, "as it is seen.", slope=1)
    assert texts(read(sheet)) == ["A page that is turned reads as it is seen."]


def test_a_watermark_is_no_text() -> None:
    sheet = Sheet().put(60, 780, "An upright text on a page.").put(300, 300, "DRAFT", 60, slope=1)
    assert texts(read(sheet)) == ["An upright text on a page."]


def test_letter_spaced_words_close_up_where_the_report_has_them() -> None:
    sheet = Sheet().put(60, 780, "I N S P E C T I O N   R E P O R T")
    sheet.put(60, 740, "This report tells of an inspection. A B C D")
    assert texts(read(sheet)) == [
        "INSPECTION REPORT",
        "This report tells of an inspection. A B C D",
    ]


def test_letter_spaced_words_that_the_report_has_not_stay() -> None:
    assert texts(read(Sheet().put(60, 780, "I N S P E C T I O N of teams and services"))) == [
        "I N S P E C T I O N of teams and services"
    ]


def test_glued_words_part_where_the_report_has_both() -> None:
    sheet = Sheet().put(60, 780, "What theyoung people said, the young people and a young child.")
    sheet.put(60, 766, "They were young.")
    assert "What the young people" in read(sheet).text


@pytest.mark.parametrize("word", ["therefore", "offender", "understand", "andrews", "wasted"])
def test_words_that_only_look_glued_stay(word: str) -> None:
    words = {word: 1, "refore": 1, "the": 9, "of": 9, "fender": 1, "underst": 1, "and": 9}
    assert parted(word, Words(words)) == word


# -- files that cannot be read ----------------------------------------------------------------

SHEET = Sheet().lines(60, 780, "Words enough for a page of a report.", "And some more of them.")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.7\nnothing of a PDF follows", "the PDF is broken"),
        (pdf(SHEET)[:500], "the PDF is broken"),
        (pdf(), "a PDF without pages"),
        (pdf(Sheet(picture=True)), "a scan without text; read it with --ocr"),
        (pdf(Sheet().put(60, 780, "%&/ 123 )(=? 456 []{} §§§ +++ 77777")), "a scan without text"),
        (pdf(*[Sheet()] * 601), "601 pages, more than any report's"),
    ],
)
def test_a_pdf_that_cannot_be_read_ends_in_one_line(content: bytes, reason: str) -> None:
    with pytest.raises(ReadingError) as refused:
        reader.pdf_text(content, "report.pdf")
    assert str(refused.value).startswith(f"report.pdf: {reason}")
    assert "\n" not in str(refused.value)


def test_a_locked_pdf_is_named() -> None:
    with pytest.raises(ReadingError, match="locked with a password; save a copy without one$"):
        reader.pdf_text((FORMS / "locked.pdf").read_bytes(), "locked.pdf")


def test_a_page_with_too_much_text_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_MOST_PAGE_CHARACTERS", 50)
    with pytest.raises(ReadingError, match="page 2 holds more text than any report's"):
        reader.pdf_text(pdf(Sheet().put(60, 780, "Few words."), SHEET), "report.pdf")


def test_pages_that_hold_themselves_end() -> None:
    content = pdf(SHEET).replace(b"/Kids [", b"/Kids [2 0 R ")
    assert "Words enough" in reader.pdf_text(content, "report.pdf")


def test_forms_within_forms_without_end_are_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "isolated", lambda work, name: _isolated(work, name))
    depth = 20
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /XObject << /X 5 0 R >> >> >>",
        b"<< /Length 5 >>\nstream\n/X Do\nendstream",
    ]
    drawn = b"/X Do " * 9
    for number in range(5, 5 + depth):
        following = min(number + 1, 4 + depth)
        objects.append(
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Length %d /Resources"
            b" << /XObject << /X %d 0 R >> >> >>\nstream\n"
            % (len(drawn), following)
            + drawn
            + b"\nendstream"
        )
    with pytest.raises(ReadingError, match="reading it failed or took more than 1 seconds"):
        reader.pdf_text(tiny_pdf.file(objects), "hostile.pdf")


def _isolated(work: object, name: str) -> str:
    from yotgraph.reading.isolation import isolated

    return isolated(work, name, seconds=1)  # type: ignore[arg-type]


def test_a_stream_that_unpacks_to_much_ends() -> None:
    stream = zlib.compress(b"q Q " * (1 << 20), 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(stream) + stream + b"\nendstream",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>",
    ]
    with pytest.raises(ReadingError, match="a scan without text"):
        reader.pdf_text(tiny_pdf.file(objects), "large.pdf")


def test_ocr_without_its_program_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ReadingError, match="--ocr needs ocrmypdf and tesseract; install them"):
        reader.pdf_text(pdf(Sheet(picture=True)), "scan.pdf", ocr=True)


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo 'no such language' >&2; exit 3", r"ocrmypdf could not read it \(no such language\)"),
        ('for last; do :; done; cp "$MADE" "$last"', "no words were recognised"),
    ],
)
def test_ocr_that_fails_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, said: str
) -> None:
    (tmp_path / "made.pdf").write_bytes(pdf(Sheet(picture=True)))
    install(tmp_path, script, monkeypatch)
    with pytest.raises(ReadingError, match=said):
        reader.pdf_text(pdf(Sheet(picture=True)), "scan.pdf", ocr=True)


def test_ocr_gives_its_text(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "made.pdf").write_bytes(pdf(SHEET))
    install(tmp_path, 'for last; do :; done; cp "$MADE" "$last"', monkeypatch)
    scan = pdf(Sheet(picture=True))
    document = read_bytes(scan, "scan.pdf", ocr=True)
    assert document.text.startswith("Words enough for a page")
    assert document.sha256 == read_bytes(scan + b"", "again.pdf", ocr=True).sha256


def test_a_build_reads_scans_where_it_is_told_to(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shutil.copy(FORMS / "made" / "bexley-2015-07.pdf", tmp_path / "made.pdf")
    install(tmp_path, 'for last; do :; done; cp "$MADE" "$last"', monkeypatch)
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(pdf(Sheet(picture=True)))
    (refused,) = read_reports([scan], Options()).failures
    assert refused.startswith(f"{scan}: a scan without text; read it with --ocr")
    reading = read_reports([scan], Options(ocr=True))
    (report,) = reading.reports
    assert report.slug == "bexley-2015-07"
    assert ReportTexts(reading.texts)[report.slug].text.startswith("To:")


def install(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts a program in the place of ``ocrmypdf``."""
    program = folder / "ocrmypdf"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/bin:/usr/bin")
    monkeypatch.setenv("MADE", str(folder / "made.pdf"))
    assert subprocess.run(["which", "ocrmypdf"], capture_output=True, check=True).stdout


def read_or_refuse(content: bytes) -> Document | str:
    """The document, or the line that says why there is none."""
    try:
        return read_bytes(content, "any.pdf")
    except ReadingError as refused:
        return str(refused)


# -- any page at all --------------------------------------------------------------------------

PLACES = st.integers(-50, 900)
WORDS = st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]), min_size=1, max_size=12)
PUTS = st.tuples(PLACES, PLACES, WORDS, st.sampled_from([0, 1, 6, 8, 11, 24]))
RULES = st.tuples(PLACES, PLACES, PLACES, PLACES)


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.lists(PUTS, max_size=25), st.lists(RULES, max_size=8), st.sampled_from([0, 90, 270])
        ),
        min_size=1,
        max_size=3,
    )
)
def test_words_anywhere_give_a_document_that_holds_them_all(
    pages: list[tuple[list[tuple[int, int, str, int]], list[tuple[int, int, int, int]], int]],
) -> None:
    sheets = []
    for puts, rules, turned in pages:
        sheet = Sheet(turned=turned)
        for x, y, words, size in puts:
            sheet.put(x, y, words, size, slope=int(turned != 0))
        for rule in rules:
            sheet.rule(*rule)
        sheets.append(sheet)
    document = read_or_refuse(pdf(*sheets))
    if isinstance(document, Document):
        assert len(document.offsets) == len(document.text)
        assert all(0 <= place < len(document.source) for place in document.offsets)
    else:
        assert "scan without text" in document


@settings(max_examples=80)
@given(st.data())
def test_a_damaged_pdf_gives_a_document_or_one_line(data: st.DataObject) -> None:
    content = bytearray(pdf(SHEET, *noted()))
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(1, len(content)))]
    document = read_or_refuse(bytes(content))
    if isinstance(document, Document):
        assert len(document.offsets) == len(document.text)
    else:
        assert document
        assert "\n" not in document
