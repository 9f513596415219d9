"""Sections: which heading a block stands under, and what the heading is for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yotgraph.extraction.outline import Heading, heading_words, outline, role_of
from yotgraph.reading import Block, BlockKind, Document


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2. Protecting the public", "protecting the public"),
        ("2) Protecting the public:", "protecting the public"),
        ("Section 3 Planning", "planning"),
        ("Chapter 2. Court disposals", "court disposals"),
        ("KEY STRENGTHS:", "key strengths"),
        ("1.2.3 Staff", "staff"),
        ("Annex 2 – Inspection results", "annex 2 - inspection results"),
        ("What’s next", "what's next"),
        ("", ""),
    ],
)
def test_the_words_of_a_heading(text: str, words: str) -> None:
    assert heading_words(text) == words


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Key strengths", "strengths"),
        ("Strengths:", "strengths"),
        ("KEY STRENGTHS", "strengths"),
        ("Areas requiring improvement", "improvements"),
        ("Areas for improvement:", "improvements"),
        ("Key areas for improvement", "improvements"),
        ("Areas that require improvement", "improvements"),
        ("Areas for further improvement", "improvements"),
        ("Summary", "summary"),
        ("Context", "context"),
        ("Commentary on the inspection in Northmoor", "commentary"),
        ("Operational management", "operational-management"),
        ("Copy to:", "copy-list"),
        ("Recommendations", "recommendations"),
        ("Our recommendations", "recommendations"),
        ("Annex 1 – Methodology", "methodology"),
        ("Annex 2: Inspection results", "results"),
        ("Appendix A - Glossary", "glossary"),
        ("Glossary", "glossary"),
        ("Key facts", "key-facts"),
        ("Foreword", "foreword"),
        ("The role of HM Inspectorate of Probation", "inspectorate"),
        ("Bee keeping", None),
        ("Summarily", None),
    ],
)
def test_the_role_of_a_heading(text: str, role: str | None) -> None:
    found = role_of(text)
    assert (found.notation if found else None) == role


def tell(block: Block) -> Heading | None:
    if block.kind is not BlockKind.HEADING:
        return None
    role = role_of(block.text)
    domain = "2" if block.text == "Court disposals" else None
    return Heading(block.text, role.notation if role else None, domain)


@pytest.fixture
def made_up(document: Callable[[str], Document]) -> Document:
    return document(
        "Before any heading.\n\n# Court disposals\n\nA text.\n\n# Summary\n\nAnother.\n\n"
        "# Glossary\n\nWords.\n"
    )


def test_sections_hold_what_stands_under_their_heading(made_up: Document) -> None:
    plan = outline(made_up, tell)
    assert [
        (section.title, [block.text for block in section.blocks]) for section in plan.sections
    ] == [
        (None, ["Before any heading."]),
        ("Court disposals", ["A text."]),
        ("Summary", ["Another."]),
        ("Glossary", ["Words."]),
    ]


def test_a_domain_lasts_until_a_part_that_ends_it(made_up: Document) -> None:
    headings = [section.heading for section in outline(made_up, tell).sections]
    assert [heading.domain if heading else None for heading in headings] == [None, "2", "2", None]


def test_sections_are_found_by_role_and_by_place(made_up: Document) -> None:
    plan = outline(made_up, tell)
    assert [section.title for section in plan.with_role("summary", "glossary")] == [
        "Summary",
        "Glossary",
    ]
    for words, title in (("Before", None), ("A text", "Court disposals"), ("Words", "Glossary")):
        section = plan.at(made_up.text.index(words))
        assert section is not None
        assert section.title == title


def test_an_empty_document_has_one_empty_section(document: Callable[[str], Document]) -> None:
    plan = outline(document("---"), tell)
    assert [section.blocks for section in plan.sections] == [()]
