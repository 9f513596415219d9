"""The traps of layout that reports hold, one small document each, as they must read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yotgraph.reading import Block, BlockKind, Document

Trap = Callable[[str], Document]


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    return [block.text for block in document.blocks if not kinds or block.kind in kinds]


def cells(document: Document, block: Block) -> list[str]:
    return [document.slice(cell) for cell in block.cells]


def test_a_footnote_in_the_middle_of_a_paragraph(trap: Trap) -> None:
    document = trap("footnote-in-a-paragraph.txt")
    first, note, second = document.blocks
    assert first.number == "1.1"
    assert document.slice(first.body).strip() == (
        "In order to understand the reasons that children and young people offend, an assessment"
        " of all relevant factors had been undertaken in all cases and these were usually"
        " completed in good time. Plans followed."
    )
    assert (note.kind, note.number) == (BlockKind.FOOTNOTE, "1")
    assert second.text == "1.2. Reviews were good."


def test_a_footnote_in_the_middle_of_a_table_cell(trap: Trap) -> None:
    document = trap("footnote-in-a-table-cell.txt")
    rows = [block for block in document.blocks if block.kind is BlockKind.ROW]
    assert [cells(document, row) for row in rows][1:] == [
        [
            "Panel",
            "A meeting of several agencies in which the risks that one young person may pose to"
            " others are told, weighed and written down.",
        ],
        ["Plan", "What is to be done."],
    ]
    assert texts(document, BlockKind.FOOTNOTE) == ["The panel meets each month."]


def test_a_page_break_in_the_middle_of_a_paragraph(trap: Trap) -> None:
    document = trap("page-break-in-a-paragraph.txt")
    assert texts(document) == [
        "The team had planned its work with children and young people, and with their parents and"
        " carers, and it knew all of them well. Reviews were good.",
        "Nothing else was found.",
    ]
    assert [block.page for block in document.blocks] == [7, 9]


def test_a_page_break_in_the_middle_of_a_table_cell(trap: Trap) -> None:
    document = trap("page-break-in-a-table-cell.txt")
    rows = [block for block in document.blocks if block.kind is BlockKind.ROW]
    assert [cells(document, row) for row in rows] == [
        [
            "Panel",
            "A meeting of several agencies in which the risks that one young person may pose to"
            " others are told, weighed and written down.",
        ],
        ["Plan", "What is to be done."],
        ["YJB", "The board that advises ministers."],
    ]


def test_a_paragraphs_tail_that_has_become_a_bullet(trap: Trap) -> None:
    document = trap("bogus-bullet.txt")
    assert texts(document, BlockKind.PARAGRAPH, BlockKind.ITEM) == [
        "1.1. The majority of assessments of children and young people were detailed and"
        " considered. Where children and young people had several problems, however, the reasons"
        " for offending were not always clear.",
        "1.2. Plans were in place.",
    ]


def test_footnote_marks_of_every_style(trap: Trap) -> None:
    document = trap("footnote-marks.txt")
    assert document.blocks[0].text == (
        "The raised rate was low. The tagged rate was low. The bracketed rate was low. The rate of"
        " Markdown was low. The glued rate was low. In the 21st century it was CO2."
    )
    assert [(note.label, note.block.text) for note in document.footnotes] == [
        ("1", "The first note."),
        ("2", "The second note."),
        ("3", "The third note."),
        ("4", "The fourth note."),
        ("5", "The fifth note."),
    ]
    marks = document.marks_in(document.blocks[0].span)
    assert [mark.label for mark in marks] == ["1", "2", "3", "4", "5"]
    for mark, word in zip(
        marks,
        ("raised rate", "tagged rate", "bracketed rate", "Markdown", "glued rate"),
        strict=True,
    ):
        assert document.text[: mark.position].endswith(word)


def test_contents_are_no_text(trap: Trap) -> None:
    document = trap("contents-with-dot-leaders.txt")
    kinds = [block.kind for block in document.blocks]
    assert len(texts(document, BlockKind.CONTENTS)) >= 1
    assert kinds[-2:] == [BlockKind.HEADING, BlockKind.PARAGRAPH]
    assert texts(document, BlockKind.HEADING)[-1] == "Foreword"
    rest = texts(document, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ROW)
    assert all(not text[-1].isdigit() for text in rest)


def test_page_furniture_is_left_out(trap: Trap) -> None:
    document = trap("page-furniture.txt")
    assert texts(document) == [
        "Youth work in Northmoor",
        "The first page tells of plans and of those who made them, and of nothing else.",
        "The second page tells of reviews, and of those who made them, and of nothing else. It"
        " ends here.",
    ]
    assert [block.page for block in document.blocks] == [7, 7, 8]


def test_numbers_with_and_without_a_dash_and_a_stop(trap: Trap) -> None:
    document = trap("number-and-dash.txt")
    numbered = [block for block in document.blocks if block.number and "." in block.number]
    assert [(block.number, document.slice(block.body).strip()) for block in numbered] == [
        ("1.1", "Plans were late."),
        ("1.2", "Reviews were good."),
        ("1.3", "Reports were short."),
        ("1.4", "Victims were heard."),
        ("1.5", "Staff were kind."),
        ("1.6", "Managers were new."),
    ]
    assert document.blocks[0].kind is BlockKind.HEADING
    assert document.blocks[0].number == "1"


def test_paragraphs_within_cells(trap: Trap) -> None:
    document = trap("paragraph-tags-in-cells.txt")
    _, row = document.blocks
    assert cells(document, row) == [
        "1.2. Staff Staff within the YOS are empowered to deliver. 1.2.1. Do workload levels"
        " support the delivery of a service?",
        "Good",
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Context",
        "Summary",
        "Operational management",
        "Key strengths",
        "AREAS REQUIRING IMPROVEMENT:",
    ],
)
def test_headings_with_and_without_marks(trap: Trap, heading: str) -> None:
    assert heading in texts(trap("headings.txt"), BlockKind.HEADING)


def test_signs_of_typesetters(trap: Trap) -> None:
    document = trap("signs.txt")
    assert texts(document) == [
        "The young person’s “plan” – a good one – was the Board's own.",
        "HM Inspector found that reoffending was first sufficiently reflected only here.",
        "A sign \ufffd that nobody can read stays.",
    ]


def test_a_ligature_stands_in_one_place_of_the_source(trap: Trap) -> None:
    document = trap("signs.txt")
    start = document.text.index("first")
    begin, end = document.source_span(document.blocks[1].span)
    assert document.source[begin:end].startswith("HM\xa0Inspector")
    assert document.source[document.offsets[start]] == "ﬁ"
    assert document.offsets[start] == document.offsets[start + 1]
