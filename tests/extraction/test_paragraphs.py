"""Finding paragraphs and their names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yotgraph.extraction.outline import Heading, Section
from yotgraph.extraction.paragraphs import (
    Paragraph,
    is_lead_in,
    is_quotation,
    paragraphs_of,
    quotations,
)
from yotgraph.reading import Document

Maker = Callable[[str], Document]


def named(document: Document) -> list[tuple[str, str]]:
    section = Section(Heading("Planning", None, "2"), None, document.blocks)
    found = list(paragraphs_of(section, "Planning", "Planning {place}"))
    assert all((one.section, one.domain) == ("Planning", "2") for one in found)
    return [(one.name, one.text(document)) for one in found]


def test_numbers_name_paragraphs(document: Maker) -> None:
    assert named(document("- 2.1. Plans were late.\n\n2.2 Reviews were good.\n")) == [
        ("2.1", "Plans were late."),
        ("2.2", "Reviews were good."),
    ]


def test_without_numbers_the_place_names_them(document: Maker) -> None:
    assert named(document("Plans were late.\n\nReviews were good.\n")) == [
        ("Planning 1", "Plans were late."),
        ("Planning 2", "Reviews were good."),
    ]


def test_a_paragraph_behind_a_numbered_one_belongs_to_it(document: Maker) -> None:
    text = "2.1. Plans were late.\n\nReviews were good.\n\n2.2. Staff were kind.\n"
    assert named(document(text)) == [
        ("2.1", "Plans were late. Reviews were good."),
        ("2.2", "Staff were kind."),
    ]


def test_under_a_title_it_is_its_second(document: Maker) -> None:
    text = "2.1. Plans were late.\n\n### Reviewing\n\nReviews were good.\n\n2.2. Staff were kind.\n"
    assert named(document(text)) == [
        ("2.1", "Plans were late."),
        ("2.1 paragraph 2", "Reviews were good."),
        ("2.2", "Staff were kind."),
    ]


@pytest.mark.parametrize(
    "lead_in",
    [
        "The plans that we looked at in the course of this inspection lacked, in our view, these:",
        "The plans lacked:",
    ],
)
def test_items_go_with_the_lead_in_that_announces_them(document: Maker, lead_in: str) -> None:
    text = f"{lead_in}\n\n- targets\n- dates\n\nReviews were good.\n"
    assert named(document(text)) == [
        ("Planning 1", f"{lead_in} targets dates"),
        ("Planning 2", "Reviews were good."),
    ]


def test_items_without_a_lead_in_are_paragraphs(document: Maker) -> None:
    assert named(document("- Plans were late.\n- Reviews were good.\n")) == [
        ("Planning 1", "Plans were late."),
        ("Planning 2", "Reviews were good."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"He had moved away by then and nobody knew."',
        "“He had moved away by then and nobody knew.”",
        "An inspector made the following comment about a case:",
        "As one inspector noted:",
        "* * *",
        "12 34",
    ],
)
def test_quotations_alone_and_lead_ins_take_no_number(document: Maker, text: str) -> None:
    assert named(document(f"Plans were late.\n\n{text}\n\nReviews were good.\n")) == [
        ("Planning 1", "Plans were late."),
        ("Planning 2", "Reviews were good."),
    ]


def test_footnotes_and_rows_are_no_findings(document: Maker) -> None:
    text = "Plans were late¹ again.\n\n¹ A note.\n\nPost\tName\n"
    assert named(document(text)) == [("Planning 1", "Plans were late again.")]


def test_a_box_belongs_to_no_paragraph(document: Maker) -> None:
    text = "Plans were late.\n\n**Good practice example**\n\nA young man was helped to find work by his case manager.\n"
    made = document(text)
    assert named(made) == [("Planning 1", "Plans were late.")]
    (quotation,) = quotations(made.blocks)
    assert quotation.lead is None
    assert quotation.block.text.startswith("A young man")


def test_quotations_have_their_lead(document: Maker) -> None:
    made = document('One inspector wrote:\n\n"He had moved away by then and nobody knew."\n')
    (quotation,) = quotations(made.blocks)
    assert quotation.lead is not None
    assert quotation.lead.text == "One inspector wrote:"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He had moved away by then.”", True),
        ('"He had moved away by then"', True),
        ("'He had moved away by then.'", True),
        ("“Good”", False),
        ('He said: "They had moved away by then."', False),
        ('"Yes", she said to the case manager.', False),
        ("", False),
    ],
)
def test_what_is_a_quotation(text: str, expected: bool) -> None:
    assert is_quotation(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An inspector made the following comment about a case:", True),
        ("One of our inspectors wrote:", True),
        ("As one assessor noted,", True),
        ("The inspectors said:", True),
        ("An inspector came. He noted:", False),
        ("The plans lacked:", False),
    ],
)
def test_what_is_a_lead_in(text: str, expected: bool) -> None:
    assert is_lead_in(text) is expected


def test_a_paragraph_spans_its_blocks(document: Maker) -> None:
    made = document("The plans lacked:\n\n- targets\n- dates\n")
    paragraph = Paragraph("1", "Planning", None, made.blocks)
    assert made.slice(paragraph.span).split("\n") == ["The plans lacked:", "targets", "dates"]
    assert [made.slice(span) for span in paragraph.spans] == [
        "The plans lacked:",
        "targets",
        "dates",
    ]
