"""The glossary in whatever layout it is set."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yotgraph.extraction.glossary import defined_in_notes, glossary
from yotgraph.reading import Document

TERMS = [
    ("AssetPlus", "A tool to assess and to plan, made by the Youth Justice Board."),
    ("Child protection", "Work to keep a child from harm that can be foreseen."),
    ("YOT/YOS", "A team of several agencies: police, probation and others."),
]


def listed(pattern: str, joint: str = "\n") -> str:
    return joint.join(pattern.format(term, definition) for term, definition in TERMS)


LAYOUTS = {
    "tabs": listed("{}\t{}"),
    "pipes": listed("| {} | {} |"),
    "a head": "Term\tDefinition\n" + listed("{}\t{}"),
    "a table of Markdown": "| Term | Meaning |\n|---|---|\n" + listed("| {} | {} |"),
    "colons": listed("{}: {}", "\n\n"),
    "dashes": listed("{} – {}", "\n\n"),
    "bold terms": listed("**{}**: {}", "\n\n"),
    "terms above": listed("{}\n{}", "\n\n"),
    "terms apart": listed("{}\n\n{}", "\n\n"),
    "columns of spaces": listed("{}     {}"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_terms(
    document: Callable[[str], Document], layout: str
) -> None:
    made = document(LAYOUTS[layout])
    terms = list(glossary(made, made.blocks))
    assert [(term.term, term.definition) for term in terms] == TERMS
    for term in terms:
        assert made.slice(term.span).startswith(term.term)


def test_a_definition_broken_by_a_page_is_one(document: Callable[[str], Document]) -> None:
    made = document("MAPPA\tWhere agencies work together to\n\n\f\tmanage risks.\nYJB\tA board.\n")
    assert [(term.term, term.definition) for term in glossary(made, made.blocks)] == [
        ("MAPPA", "Where agencies work together to manage risks."),
        ("YJB", "A board."),
    ]


def test_what_stands_behind_the_glossary_is_no_term(document: Callable[[str], Document]) -> None:
    """The imprint on the last page: an office with its address."""
    made = document(
        f"{LAYOUTS['tabs']}\n\n\f\nHM Inspectorate of Probation\n1 Bridge Street West\n"
        "Civil Justice Centre\nFenby\nFB3 3FX\n"
    )
    assert [term.term for term in glossary(made, made.blocks)] == [term for term, _ in TERMS]


def test_footnotes_and_text_are_no_terms(document: Callable[[str], Document]) -> None:
    made = document(
        "These words are used in the report, and they mean the following.\n\n¹ A note.\n"
    )
    assert list(glossary(made, made.blocks)) == []


def test_terms_that_a_footnote_defines(document: Callable[[str], Document]) -> None:
    made = document(
        "AssetPlus¹ went live, and the National Referral Mechanism² was used³.\n\n"
        "¹ AssetPlus is the assessment framework of the YJB.\n\n"
        "² The National Referral Mechanism is a framework for finding victims of slavery.\n\n"
        "³ The data is the latest that there was.\n"
    )
    assert [(one.term, one.definition) for one in defined_in_notes(made)] == [
        ("AssetPlus", "the assessment framework of the YJB"),
        ("National Referral Mechanism", "a framework for finding victims of slavery"),
    ]


def test_the_lines_of_an_address_are_no_term(document: Callable[[str], Document]) -> None:
    address = "HM Inspectorate of Probation\n1 Bridge Street West\nManchester"
    read = document(listed("{}\t{}") + f"\n\n{address}")
    assert [term.term for term in glossary(read, read.blocks)] == [term for term, _ in TERMS]
