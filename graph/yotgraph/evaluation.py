"""How well answers agree with answers that somebody read by hand.

The hand-read answers are CSV files with the columns of the questions, one folder a report:
``ANSWERS/bolton-2015-01/posts.csv``. How cells are compared, :mod:`yotgraph.answer_rows` says.
A row whose ``certainty`` is ``arguable`` may be there or not.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import Store

from yotgraph.answer_rows import (
    Row,
    alternatives,
    as_compared,
    compare_rows,
    compare_sets,
    same_cell,
)
from yotgraph.errors import UsageError
from yotgraph.knowledge.questions import Answer, ask
from yotgraph.vocabulary import fold

__all__ = ["COMPARED", "Agreement", "Score", "agreements", "evaluate"]

COMPARED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "reports": (
            "title",
            "programme",
            "service",
            "published",
            "fieldwork_start",
            "fieldwork_end",
            "lead_inspector",
            "cases",
        ),
        "case-samples": ("domain", "cases"),
        "publication-lag": ("days",),
        "since-last-inspection": ("direction", "earlier", "evidence"),
        "posts": ("person", "post", "organisation", "capacity"),
        "boards": ("board", "service", "chair"),
        "inspectors": ("inspector", "service"),
        "copy-list": ("organisation", "people"),
        "partner-links": ("agency", "sector"),
        "specialist-roles": ("role", "status"),
        "multi-agency-arrangements": ("arrangement", "stance"),
        "board-membership": ("agency", "status"),
        "strengths": ("domain", "text"),
        "areas-for-improvement": ("domain", "text"),
        "recommendations": ("number", "addressee", "text"),
        "findings": ("section", "paragraph", "text"),
        "quantified-findings": ("paragraph", "kind", "numerator", "denominator", "low", "high"),
        "practice-examples": ("paragraph", "text"),
        "ratings": ("domain", "standard_number", "standard", "rating"),
        "key-questions": ("question_number", "question", "percent_yes"),
        "rating-check": ("standard_number", "lowest_percent", "implied_rating", "stated_rating"),
        "reoffending": (
            "rate",
            "comparator",
            "comparator_rate",
            "vs_comparator",
            "previous_rate",
            "vs_previous",
            "cohort_start",
            "cohort_end",
            "stat_published",
            "source",
        ),
        "statistics": ("subject", "measure", "breakdown", "value", "unit"),
        "statutory-partners": ("partner", "status"),
        "sources-cited": ("cited", "kind", "publisher", "date"),
        "glossary": ("term", "definition"),
    }
)
"""The questions that can be compared, each with the columns that make a row the same."""

# Sentences are many, what they say of a seat, a role or an arrangement is one thing.
_AS_SETS = frozenset(("board-membership", "multi-agency-arrangements", "specialist-roles"))


@dataclass(frozen=True, slots=True)
class Score:
    """The rows of one question for one report: how many are right, which were missed and
    which were invented, as readable text."""

    question: str
    report: str
    right: int
    missed: tuple[str, ...]
    invented: tuple[str, ...]

    @property
    def precision(self) -> float:
        """The share of given rows that are right; 1 where none were given."""
        given = self.right + len(self.invented)
        return self.right / given if given else 1.0

    @property
    def recall(self) -> float:
        """The share of wanted rows that were given; 1 where none were wanted."""
        wanted = self.right + len(self.missed)
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far a reading agrees on rows that both have: stance as a share, themes as F1."""

    question: str
    report: str
    column: str
    rows: int
    agreement: float


def evaluate(store: Store, answers: Path) -> list[Score]:
    """The score of every question for every report that a folder of answers holds.

    Raises :class:`UsageError` where there is no such folder or it holds no answers.
    """
    scores: list[Score] = []
    given = _Answers(store)
    for report, question, path in _files(answers):
        wanted = _read(path)
        columns = _comparable(question, wanted)
        rows = [row for row in given.rows(question) if row.get("report", report) == report]
        scores.append(_score(question, report, wanted, rows, columns))
    return scores


class _Answers:
    """The graph's answers, each asked once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._asked: dict[str, Answer] = {}

    def rows(self, question: str) -> Iterator[dict[str, str]]:
        """The rows of a question as mappings from column to cell."""
        if question not in self._asked:
            self._asked[question] = ask(self._store, question)
        answer = self._asked[question]
        return (dict(zip(answer.columns, row, strict=True)) for row in answer.rows)


def _files(answers: Path) -> list[tuple[str, str, Path]]:
    """Report, question and file of every answer that can be compared."""
    if not answers.is_dir():
        raise UsageError(f"{answers}: no such folder; give one with a folder of CSV a report")
    found = [
        (path.parent.name, path.stem, path)
        for path in sorted(answers.glob("*/*.csv"))
        if path.stem in COMPARED
    ]
    if not found:
        raise UsageError(f"{answers}: no answers there; expected REPORT/QUESTION.csv")
    return found


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _comparable(question: str, wanted: Sequence[Mapping[str, str]]) -> tuple[str, ...]:
    present = wanted[0].keys() if wanted else COMPARED[question]
    return tuple(column for column in COMPARED[question] if column in present)


def _score(
    question: str,
    report: str,
    wanted: Sequence[Mapping[str, str]],
    given: Sequence[Mapping[str, str]],
    columns: Sequence[str],
) -> Score:
    sure = [_cells(row, columns) for row in wanted if row.get("certainty") != "arguable"]
    arguable = [_cells(row, columns) for row in wanted if row.get("certainty") == "arguable"]
    found = [_cells(row, columns) for row in given]
    compare = compare_sets if question in _AS_SETS else compare_rows
    right, missed, left = compare(sure, arguable, found)
    return Score(
        question,
        report,
        right,
        tuple(" · ".join(row) for row in missed),
        tuple(" · ".join(row) for row in left),
    )


def _cells(row: Mapping[str, str], columns: Sequence[str]) -> Row:
    return tuple((row.get(column) or "").strip() for column in columns)


def agreements(store: Store, answers: Path) -> list[Agreement]:
    """Stance and themes of findings and lists, on the rows that both readings have."""
    given = _Answers(store)
    result: list[Agreement] = []
    for report, question, path in _files(answers):
        wanted = _read(path)
        for column in ("stance", "themes"):
            if not wanted or column not in wanted[0] or question == "multi-agency-arrangements":
                continue
            rows = [row for row in given.rows(question) if row.get("report") == report]
            pairs = list(_pairs(wanted, rows, column))
            if pairs:
                measure = _shared if column == "themes" else _equal
                result.append(Agreement(question, report, column, len(pairs), measure(pairs)))
    return result


def _pairs(
    wanted: Sequence[Mapping[str, str]], given: Sequence[Mapping[str, str]], column: str
) -> Iterator[tuple[str, str]]:
    """The cells of a column in rows with the same text, wanted and given."""
    by_text = {as_compared(row.get("text", "")): row for row in given}
    for row in wanted:
        match = by_text.get(as_compared(row.get("text", "")))
        if match is not None:
            yield row[column], match.get(column, "")


def _equal(pairs: Sequence[tuple[str, str]]) -> float:
    return sum(same_cell(given, wanted) for wanted, given in pairs) / len(pairs)


def _shared(pairs: Sequence[tuple[str, str]]) -> float:
    """Micro-F1 of lists joined by "; ", each with the list wanted that it is nearest to."""
    both = right = 0
    for wanted, given in pairs:
        ways = [_in_common(one, given) for one in alternatives(wanted)]
        common, count = max(ways, key=lambda way: 2 * way[0] / way[1] if way[1] else 1.0)
        right += common
        both += count
    return 2 * right / both if both else 1.0


def _in_common(wanted: str, given: str) -> tuple[int, int]:
    """How many entries two lists share, and how many they have together."""
    first, second = Counter(_listed(wanted)), Counter(_listed(given))
    return (first & second).total(), first.total() + second.total()


def _listed(cell: str) -> list[str]:
    return [fold(part) for part in cell.split(";") if part.strip()]
