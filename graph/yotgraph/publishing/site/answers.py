"""The answers to the named questions as tables in which each row leads to its sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from yotgraph.knowledge.questions import Question
from yotgraph.publishing.site.catalogue import Catalogue
from yotgraph.publishing.site.columns import DATES, FACTS, LEADS, MANY, STYLED
from yotgraph.publishing.site.places import NO_WORDS, Places, Words
from yotgraph.publishing.site.rows import AskedRow
from yotgraph.publishing.site.tables import Cell, Link, Table, title_of

__all__ = ["Answers"]

_Maker = Callable[[AskedRow], Cell]
_EMPTY = Cell()
_MOST_ROWS = 10_000


class Answers:
    """The answers to all questions."""

    def __init__(
        self,
        catalogue: Catalogue,
        questions: Mapping[str, Question],
        rows: Mapping[str, tuple[AskedRow, ...]],
        words: Words = NO_WORDS,
    ) -> None:
        self.catalogue = catalogue
        self.questions = questions
        self.places = Places(catalogue, rows, words)
        self._rows = rows
        self._by_report = {
            name: _by_report(rows[name])
            for name, question in questions.items()
            if "report" in question.columns
        }
        self._cells: dict[tuple[str, str, str], Cell] = {}

    def rows(self, question: str) -> tuple[AskedRow, ...]:
        """The rows of a question."""
        return self._rows[question]

    def of_reports(self, question: str, reports: Sequence[str]) -> tuple[AskedRow, ...]:
        """The rows of a question that tell of these reports, in their order."""
        groups = self._by_report.get(question, {})
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
        has_place = question in FACTS or question == "copy-list"
        makers = [self._maker(question, column) for column in columns]
        if has_place:
            makers.append(_place_cell)
        return Table(
            name=question,
            caption=caption or asked.question,
            columns=(*map(title_of, columns), *(("Read it",) if has_place else ())),
            rows=tuple([tuple([make(row) for make in makers]) for row in chosen]),
        )

    def beginning(self, question: str) -> Table:
        """The answer to a question, or its beginning where nobody would read on."""
        rows = self._rows[question]
        table = self.table(question, rows[:_MOST_ROWS])
        left = len(rows) - _MOST_ROWS
        if left <= 0:
            return table
        return replace(table, caption=f"{table.caption} {left} more rows are left out here.")

    def _maker(self, question: str, column: str) -> _Maker:
        """What makes the cells of a column, chosen once for all its rows."""
        make: _Maker
        if column in LEADS or column in STYLED:
            make = partial(self._leading_cell, column)
        else:
            make = partial(_plain_cell, column, "date" if column in DATES else "")
        if self.places.has(question, column):
            return partial(self._placed, question, column, make)
        return make

    def _leading_cell(self, column: str, row: AskedRow) -> Cell:
        """Services, reports, themes and the like come again and again: each is made once."""
        text = row.values[column]
        if not text:
            return _EMPTY
        report = row.values.get("report", "")
        key = (column, text, report)
        cell = self._cells.get(key)
        if cell is None:
            cell = self._cells[key] = self._leading(column, text, report)
        return cell

    def _placed(self, question: str, column: str, make: _Maker, row: AskedRow) -> Cell:
        """A cell each part of which leads to words of its own, where it has such."""
        links, style, joint = make(row)
        placed = [
            Link(text, self.places.of(question, column, row, text) or path) for text, path in links
        ]
        return Cell(tuple(placed), style, joint)

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


def _by_report(rows: Iterable[AskedRow]) -> Mapping[str, Sequence[AskedRow]]:
    groups: dict[str, list[AskedRow]] = {}
    for row in rows:
        groups.setdefault(row["report"], []).append(row)
    return groups


def _plain_cell(column: str, style: str, row: AskedRow) -> Cell:
    text = row.values[column]
    return Cell((Link(text),), style) if text else _EMPTY


def _place_cell(row: AskedRow) -> Cell:
    return Cell((Link("in the report", row.place),)) if row.place else Cell()
