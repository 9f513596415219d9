"""The page of a report: its text with every fact marked, the facts, and tables of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from yotgraph.publishing.site.answers import Answers
from yotgraph.publishing.site.catalogue import Thing
from yotgraph.publishing.site.fact_list import fact_list
from yotgraph.publishing.site.facts import FAMILIES, ShownFact
from yotgraph.publishing.site.highlights import mark_facts
from yotgraph.publishing.site.rendering import Page
from yotgraph.publishing.site.rows import AskedRow
from yotgraph.publishing.site.sources import SourceText
from yotgraph.publishing.site.tables import Cell, Link
from yotgraph.publishing.site.things import sections_of

__all__ = ["report_page"]

_PARTS = (
    ("ratings", "Ratings", ("ratings", "key-questions", "rating-check")),
    ("figures", "Figures", ("case-samples", "reoffending", "statistics")),
    ("points", "What is good and what must improve",
     ("strengths", "areas-for-improvement", "recommendations", "since-last-inspection")),
    ("partners", "Partners",
     ("partner-links", "statutory-partners", "specialist-roles", "board-membership")),
    ("people", "People", ("posts",)),
    ("sources", "Sources and terms", ("sources-cited", "glossary")),
    ("coverage", "What was read and what was not", ("coverage",)),
)  # fmt: skip
_PROPERTIES = (
    ("service", "Service"),
    ("programme", "Framework"),
    ("published", "Published"),
    ("fieldwork_start", "Fieldwork from"),
    ("fieldwork_end", "Fieldwork to"),
    ("lead_inspector", "Led by"),
    ("cases", "Cases examined"),
    ("pages", "Pages"),
)
_LEADS = {"service": "service", "programme": "framework", "lead_inspector": "person"}


def report_page(
    thing: Thing, answers: Answers, facts: Sequence[ShownFact], source: SourceText | None
) -> Page:
    """The page of a report; without its text, the quotations stand in the list of facts."""
    slug = thing.reports[0]
    row = answers.of_reports("reports", (slug,))[0]
    marked = mark_facts(source, facts) if source else None
    unplaced = marked.unplaced if marked else tuple(range(1, len(facts) + 1))
    properties = [(title, _cell(answers, name, row)) for name, title in _PROPERTIES if row[name]]
    held = {fact.family for fact in facts}
    return Page(
        path=thing.path,
        title=thing.label,
        kind="Inspection report",
        iri=thing.iri,
        properties=tuple(properties),
        sections=sections_of(
            answers,
            _PARTS,
            lambda question: answers.of_reports(question, (slug,)),
            without=("report", "service"),
        ),
        more={
            "facts": fact_list(facts, _named_here(facts, unplaced), "../"),
            "families": {name: label for name, label in FAMILIES.items() if name in held},
            "text": marked.html if marked else Markup(""),
            "address": next(
                (each["address"] for each in answers.catalogue.documents if each["report"] == slug),
                "",
            ),
            "sha256": row["sha256"],
        },
    )


def _named_here(
    facts: Sequence[ShownFact], unplaced: Sequence[int]
) -> Mapping[tuple[int, int], int]:
    """For words that the text does not show: the number of the fact that shows them first."""
    found: dict[tuple[int, int], int] = {}
    for number in unplaced:
        for quote in facts[number - 1].quotes:
            found.setdefault((quote.start, quote.end), number)
    return found


def _cell(answers: Answers, name: str, row: AskedRow) -> Cell:
    """A value of the report: it leads to its page, or to its words."""
    value = row[name]
    if name not in _LEADS:
        return Cell((Link(value, answers.places.of("reports", name, row)),))
    parts = value.split("; ") if name == "lead_inspector" else [value]
    found = ((part, answers.catalogue.find(_LEADS[name], part, row["report"])) for part in parts)
    return Cell(tuple(Link(part, thing.path if thing else "") for part, thing in found))
