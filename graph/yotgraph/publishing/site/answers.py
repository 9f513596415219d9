"""The answers to the named questions as tables in which each row leads to its sentence.

The rows are those of the named questions, asked once for the whole graph. The variable that
holds a row's fact is asked for beside the columns; it gives the row its place in a report.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial

from pyoxigraph import Store

from yotgraph.knowledge.questions import Answer, Question, ask, load_questions
from yotgraph.publishing.site.catalogue import Catalogue, evidence_path
from yotgraph.publishing.site.columns import DATES, LEADS, MANY, STYLED
from yotgraph.publishing.site.learning import learn_from
from yotgraph.publishing.site.parallel import outcomes
from yotgraph.publishing.site.places import Places
from yotgraph.publishing.site.rows import AskedRow
from yotgraph.publishing.site.tables import Cell, Link, Table, title_of
from yotgraph.publishing.views import view

__all__ = ["Answers", "read_answers"]

# The variable that holds the fact of a row, by question; a question that sums up has none.
_FACTS: Mapping[str, str] = {
    "areas-for-improvement": "point",
    "board-membership": "seat",
    "boards": "body",
    "case-samples": "sample",
    "findings": "finding",
    "glossary": "entry",
    "inspectors": "document",
    "key-questions": "answer",
    "learn-from": "strength",
    "multi-agency-arrangements": "mention",
    "partner-evidence": "mention",
    "partner-links": "link",
    "posts": "holding",
    "practice-examples": "example",
    "publication-lag": "document",
    "quantified-findings": "counted",
    "rating-check": "award",
    "ratings": "award",
    "recommendations": "recommendation",
    "reoffending": "result",
    "reports": "document",
    "service-history": "document",
    "since-last-inspection": "change",
    "sources-cited": "citation",
    "specialist-roles": "mention",
    "statistics": "figure",
    "statutory-partners": "shown",
    "strengths": "point",
    "weakest-questions": "answer",
}
_EMPTY = Cell()
_LEFT_OUT = frozenset({"evidence"})
_WHERE = re.compile(r"^WHERE\b", re.MULTILINE)


class Answers:
    """The answers to all questions."""

    def __init__(
        self,
        catalogue: Catalogue,
        questions: Mapping[str, Question],
        rows: Mapping[str, tuple[AskedRow, ...]],
    ) -> None:
        self.catalogue = catalogue
        self.questions = questions
        self.places = Places(catalogue, rows)
        self._rows = rows
        self._cells: dict[tuple[str, str, str], Cell] = {}

    def rows(self, question: str) -> tuple[AskedRow, ...]:
        """The rows of a question."""
        return self._rows[question]

    @cached_property
    def by_report(self) -> Mapping[str, Mapping[str, tuple[AskedRow, ...]]]:
        """The rows of each question by report, for questions that have the column."""
        found: dict[str, dict[str, list[AskedRow]]] = {}
        for question, rows in self._rows.items():
            groups = found.setdefault(question, {})
            if "report" in self.questions[question].columns:
                for row in rows:
                    groups.setdefault(row["report"], []).append(row)
        return {
            question: {report: tuple(rows) for report, rows in groups.items()}
            for question, groups in found.items()
        }

    def of_reports(self, question: str, reports: Sequence[str]) -> tuple[AskedRow, ...]:
        """The rows of a question that tell of these reports, in their order."""
        groups = self.by_report[question]
        return tuple(row for report in reports for row in groups.get(report, ()))

    def table(
        self,
        question: str,
        rows: Sequence[AskedRow] | None = None,
        *,
        columns: Sequence[str] = (),
        without: Sequence[str] = (),
        caption: str = "",
    ) -> Table:
        """Rows of a question as a table, all of them and with all columns unless told."""
        asked = self.questions[question]
        columns = tuple(column for column in columns or asked.columns if column not in without)
        chosen = self._rows[question] if rows is None else rows
        has_place = question in _FACTS or question == "copy-list"
        return Table(
            name=question,
            caption=caption or asked.question,
            columns=(*map(title_of, columns), *(("Read it",) if has_place else ())),
            rows=tuple(
                (
                    *(self._cell(question, column, row) for column in columns),
                    *((_place_cell(row),) if has_place else ()),
                )
                for row in chosen
            ),
        )

    def _cell(self, question: str, column: str, row: AskedRow) -> Cell:
        text = row[column]
        if not text:
            return _EMPTY
        # Services, reports, themes and the like come again and again.
        report = row.values.get("report", "")
        key = (column, text, report)
        if column not in LEADS and column not in STYLED:
            cell = Cell((Link(text),), "date" if column in DATES else "")
        else:
            cell = self._cells.get(key) or self._leading(column, text, report)
            self._cells[key] = cell
        if not self.places.has(question, column):
            return cell
        links = (
            Link(link.text, self.places.of(question, column, row, link.text) or link.path)
            for link in cell.links
        )
        return replace(cell, links=tuple(links))

    def _leading(self, column: str, text: str, report: str) -> Cell:
        """A cell that leads to pages, or that has a style."""
        if column in STYLED:
            style = f"said-{re.sub('[^a-z]+', '-', text.lower())}"
            return Cell((Link(text),), style)
        kind = LEADS[column]
        style = "slug" if kind == "report" else ""
        parts = text.split("; ") if column in MANY else [text]
        found = ((part, self.catalogue.find(kind, part, report)) for part in parts)
        return Cell(tuple(Link(part, thing.path if thing else "") for part, thing in found), style)


def _place_cell(row: AskedRow) -> Cell:
    return Cell((Link("in the report", row.place),)) if row.place else Cell()


def read_answers(
    store: Store, catalogue: Catalogue, names: Collection[str] | None = None, *, jobs: int = 1
) -> Answers:
    """Asks every question once, without parameters, or only those with the given names.

    The places of all evidence are in the reports' pages; the question for them is left out.
    """
    evidence = {row["fact"]: row["evidence"] for row in view(store, "main-evidence")}
    questions = {
        question.name: question
        for question in load_questions()
        if (names is None or question.name in names) and question.name not in _LEFT_OUT
    }
    asked = [each for each in questions.values() if each.name != "learn-from"]
    found = outcomes(
        [partial(_rows, store, each, evidence, catalogue.base) for each in asked], jobs
    )
    rows = {each.name: answer for each, answer in zip(asked, found, strict=True)}
    if "learn-from" in questions:
        wanted = (*rows["areas-for-improvement"], *rows["recommendations"])
        rows["learn-from"] = learn_from(catalogue, rows["strengths"], wanted)
    if "copy-list" in rows:
        places = Places(catalogue, rows)
        rows["copy-list"] = tuple(
            replace(row, place=places.copied(row)) for row in rows["copy-list"]
        )
    return Answers(catalogue, questions, rows)


def _rows(
    store: Store, question: Question, evidence: Mapping[str, str], base: str
) -> tuple[AskedRow, ...]:
    if question.name in _FACTS:
        return _asked(store, question, evidence, base)
    return _plain(ask(store, question))


def _plain(answer: Answer) -> tuple[AskedRow, ...]:
    return tuple(AskedRow(dict(zip(answer.columns, row, strict=True))) for row in answer.rows)


def _asked(
    store: Store, question: Question, evidence: Mapping[str, str], base: str
) -> tuple[AskedRow, ...]:
    variable = _FACTS[question.name]
    text = _WHERE.sub(f"?{variable}\nWHERE", question.query, count=1)
    traced = replace(question, query=text, columns=(*question.columns, variable))
    found = []
    for row in ask(store, traced).rows:
        fact = row[-1]
        words = evidence.get(fact, "")
        values = dict(zip(question.columns, row[:-1], strict=True))
        found.append(AskedRow(values, fact, evidence_path(words, base) if words else ""))
    return tuple(found)
