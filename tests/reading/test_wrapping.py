"""Texts whose lines are wrapped, as a program that takes the text out of a PDF leaves them."""

from __future__ import annotations

import pytest

from yotgraph.reading import BlockKind, Document, read_bytes

LINE = "The workers knew each of the children and their families well, and they were kind and"


def read(text: str) -> Document:
    return read_bytes(text.encode(), "taken-out.txt")


def wrapped(*lines: str) -> Document:
    """A text of forty lines of the same width, and these lines behind."""
    filling = "\n".join([*[LINE] * 9, "they said so."])
    return read("\n\n".join([*[filling] * 4, "\n".join(lines)]))


def last(document: Document, count: int) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document.blocks[-count:]]


def test_a_heading_right_above_its_text_is_one() -> None:
    document = wrapped("Summary of work in", "Northmoor", LINE, "so it was.")
    assert last(document, 2) == [
        ("heading", "Summary of work in Northmoor"),
        ("paragraph", f"{LINE} so it was."),
    ]


def test_a_numbered_heading_right_above_its_text_is_one() -> None:
    document = wrapped("1.1. Governance", LINE, "so it was.", "Strengths:", LINE, "it was so.")
    assert [kind for kind, _ in last(document, 4)] == ["heading", "paragraph", "heading", "item"]


def test_a_short_line_ends_a_paragraph_that_is_whole() -> None:
    document = wrapped(LINE, "said so.", f"Plans {LINE[4:]}", "so they were.")
    assert [text[-8:] for _, text in last(document, 2)] == ["said so.", "ey were."]


def test_lines_that_were_not_wrapped_stay_together() -> None:
    document = read(
        "HM Inspectorate\n1 Bridge Street\nManchester is where it stands, in the north."
    )
    assert len(document.blocks) == 1


NOTES = "The rate1 fell, in the year.2 It was good.3\n\n{}"


@pytest.mark.parametrize(
    "notes",
    [
        "1 From the board.\n2 From the court.\n3 From us.",
        "1 From the board.\n2\nFrom the court.\n3\nFrom us.",
    ],
)
def test_notes_on_lines_below_one_another_are_three(notes: str) -> None:
    document = read(NOTES.format(notes))
    assert [(note.label, note.block.text.strip()) for note in document.footnotes] == [
        ("1", "From the board."),
        ("2", "From the court."),
        ("3", "From us."),
    ]
    assert document.blocks[0].text == "The rate fell, in the year. It was good."


def test_a_note_goes_on_before_the_page_ends() -> None:
    document = read(
        "The rate1 of the children whom they knew had fallen year by year since the court was moved, as was said each time, and so\n\n1 From the Ministry\n\nof Justice"
        "\n\n1\n\fhad that of others.\n\n2\n\fMore.\n\n3\n"
    )
    assert [note.block.text for note in document.footnotes] == ["From the Ministry of Justice"]
    assert document.blocks[0].text.endswith("each time, and so had that of others.")


# -- what converters make of a web page -------------------------------------------------------

CONVERTED = (
    "[Skip to main content](#content)\n\n1. [Context](#context)\n2. [Summary](#summary)\n\n"
    "To:| Ann Stone, Chair\n---|---\n_From:_|  Bea Wood\n\n### Context\n\n{}\n\n{}\n"
)


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("[[footnote 1]](#fn:1)", "1. In _The Times_. [↩](#fnref:1)"),
        ("[footnote 1]", "  1. In _The Times_. ↩"),
        ("[[1]](#_ftn1)", "[[1]](#_ftnref1) In _The Times_."),
        ("[1]", "[1] In _The Times_."),
    ],
)
def test_markdown_of_a_web_page_has_its_notes_and_no_list_of_links(mark: str, note: str) -> None:
    document = read(CONVERTED.format(f"The rate{mark} fell.", note))
    rows = [block for block in document.blocks if block.kind is BlockKind.ROW]
    assert [[document.slice(cell) for cell in row.cells] for row in rows] == [
        ["To:", "Ann Stone, Chair"],
        ["From:", "Bea Wood"],
    ]
    assert [block.text for block in document.blocks if block not in rows] == [
        "Context",
        "The rate fell.",
        "In The Times.",
    ]
    assert [found.label for found in document.footnotes] == ["1"]
    assert "The Times" in [document.slice(span) for span in document.emphasis]


def test_a_heading_of_markdown_that_was_wrapped_is_whole() -> None:
    document = wrapped(
        "## Report of Short Quality Screening of the youth offending work of the service in",
        "Northmoor",
    )
    assert last(document, 1) == [
        (
            "heading",
            "Report of Short Quality Screening of the youth offending work of the service in Northmoor",
        )
    ]


def test_a_short_heading_of_markdown_takes_no_line_below_it() -> None:
    assert last(wrapped("## Context", LINE, "so it was."), 2)[0] == ("heading", "Context")


@pytest.mark.parametrize("end", ["  ", ""])
def test_rows_of_markdown_that_were_wrapped_are_whole(end: str) -> None:
    rows = (
        f"Out-of-court disposal| What ends a case{end}",
        "---|---",
        "Joint decision panel| A panel that decides how a child who has offended is dealt with, out-",
        f"of-court or not{end}",
        "2.1.3. Does the assessment sufficiently analyse how it would be best to keep other",
        f"people safe?| 55%{end}",
        f"YOS| The service{end}",
    )
    document = wrapped(*rows)
    assert [[document.slice(cell) for cell in block.cells] for block in document.blocks[-4:]] == [
        ["Out-of-court disposal", "What ends a case"],
        [
            "Joint decision panel",
            "A panel that decides how a child who has offended is dealt with, out-of-court or not",
        ],
        [
            "2.1.3. Does the assessment sufficiently analyse how it would be best to keep other people safe?",
            "55%",
        ],
        ["YOS", "The service"],
    ]


def test_the_items_of_a_list_of_headings_are_contents() -> None:
    document = read(
        "## Contents\n\n  1. Context\n  2. Summary\n\n## Context\n\nIt is.\n\n## Summary\n\nIt was.\n"
    )
    assert [block.kind for block in document.blocks[:3]] == [BlockKind.CONTENTS] * 3
    assert document.blocks[3].kind is BlockKind.HEADING


def test_abbreviations_of_markdown_and_links_to_the_top_are_no_text() -> None:
    document = read("It is.\n\nBack to top\n\n  *[YOT]: the team\n")
    assert document.text == "It is."


def test_a_note_at_the_foot_of_a_page_without_empty_lines_is_lifted_out() -> None:
    text = "\n".join(
        ["The rate1", "of the area was 31%.", *[LINE] * 40, "1 Published by the Ministry", "1"]
    )
    document = read(f"{text}\n\f{LINE}\nthey said so.\n")
    assert [(note.label, note.block.text) for note in document.footnotes] == [
        ("1", "Published by the Ministry")
    ]
    assert "and they were kind and The workers" in document.text
    assert "The rate of the area was 31%." in document.text


def test_a_stop_that_a_raised_mark_parted_from_its_word_is_at_its_word() -> None:
    assert wrapped(f"{LINE} strategy", ".").text.endswith("kind and strategy.")


def test_labels_below_one_another_open_texts_of_their_own() -> None:
    document = wrapped(
        "To:",
        "Ann Lee, Chair of the Board",
        "From: Jo Day, Inspector",
        "Publication",
        "date:",
        "1 May 2014",
    )
    assert [text for _, text in last(document, 5)] == [
        "To:",
        "Ann Lee, Chair of the Board",
        "From: Jo Day, Inspector",
        "Publication date:",
        "1 May 2014",
    ]
