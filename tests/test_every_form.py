"""The five reports give the same answers to every question in whatever form they come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from pyoxigraph import Store

from yotgraph.building import make_graph
from yotgraph.extraction import extract
from yotgraph.facts import ReportFacts
from yotgraph.knowledge.names import Names
from yotgraph.knowledge.questions import ask, load_questions
from yotgraph.reading import read

MADE = Path(__file__).parent / "forms" / "made"
SUFFIXES = (".docx", ".pdf", ".html", ".printed.pdf")
# What a file says of itself, not of the inspection.
OF_THE_FILE = {"pages", "source", "sha256"}
# Where in the file the words stand, and how its blocks lie to each other: notes stand
# elsewhere in each form, and a PDF has pages.
ABOUT_THE_FILE = {"evidence", "coverage"}

Rows = list[tuple[str, ...]]


def answers(reports: Iterable[ReportFacts]) -> Mapping[str, Rows]:
    """The rows of every question about the reports, white space folded, in sorted order: works
    are cited in the order of their notes, which stand elsewhere in each form."""
    store, _, refused = make_graph(reports, Names())
    assert refused == ()
    return {
        question.name: rows_of(store, question.name)
        for question in load_questions()
        if question.name not in ABOUT_THE_FILE
    }


def rows_of(store: Store, name: str) -> Rows:
    """What a question gives, without what only names the file."""
    answer = ask(store, name)
    kept = [place for place, name in enumerate(answer.columns) if name not in OF_THE_FILE]
    return sorted(
        tuple(" ".join(str(row[place] or "").split()) for place in kept) for row in answer.rows
    )


@pytest.fixture(scope="module")
def of_the_text(report_facts: Mapping[str, ReportFacts]) -> Mapping[str, Rows]:
    """The answers of the text form."""
    found = answers(report_facts.values())
    assert len(found) >= 36
    assert len(found["findings"]) > 150
    return found


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_form_gives_the_same_answers(
    suffix: str, report_facts: Mapping[str, ReportFacts], of_the_text: Mapping[str, Rows]
) -> None:
    found = answers(extract(read(MADE / f"{slug}{suffix}")) for slug in report_facts)
    assert found.keys() == of_the_text.keys()
    for name, rows in of_the_text.items():
        assert found[name] == rows, f"{name}, {suffix}"


def test_two_reports_as_a_designer_sets_them_give_the_same_answers(
    report_facts: Mapping[str, ReportFacts], of_the_text: Mapping[str, Rows]
) -> None:
    designed = {slug: MADE / f"{slug}.publisher.pdf" for slug in report_facts}
    kept = {slug: path for slug, path in designed.items() if path.exists()}
    assert len(kept) == 2
    found = answers(
        extract(read(kept[slug])) if slug in kept else report_facts[slug] for slug in report_facts
    )
    for name, rows in of_the_text.items():
        assert without_hyphens(found[name]) == without_hyphens(rows), name


# A PDF's text as a converter sets it out tells nothing of type: what stands in small print, and
# which of two cells a word belongs to that only one space parts.
LEAST_TOLD = {"copy-list": 0.9, "glossary": 0.4, "sources-cited": 0.7, "statistics": 0.85}
NOT_TOLD_BY_PLACE = {"glossary", "sources-cited", "statistics", "posts", "copy-list", "findings"}


def test_text_that_a_converter_sets_out_gives_the_same_answers(
    report_facts: Mapping[str, ReportFacts], of_the_text: Mapping[str, Rows]
) -> None:
    found = answers(extract(read(MADE / f"{slug}.layout.txt")) for slug in report_facts)
    for name, rows in of_the_text.items():
        if name not in NOT_TOLD_BY_PLACE:
            assert found[name] == rows, name


@pytest.mark.parametrize("name", sorted(NOT_TOLD_BY_PLACE))
def test_little_is_lost_in_text_that_a_converter_sets_out(
    name: str, report_facts: Mapping[str, ReportFacts], of_the_text: Mapping[str, Rows]
) -> None:
    found = set(answers(extract(read(MADE / f"{slug}.layout.txt")) for slug in report_facts)[name])
    wanted = set(of_the_text[name])
    assert len(found & wanted) >= LEAST_TOLD.get(name, 0.95) * len(found | wanted)


def without_hyphens(rows: Rows) -> Rows:
    """Where a report spells a word both ways (well-being, wellbeing), none can tell which of the
    two a line's end has broken."""
    return sorted(tuple(cell.replace("-", "") for cell in row) for row in rows)
