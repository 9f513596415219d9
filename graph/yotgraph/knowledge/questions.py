"""The named questions: what each asks, which parameters it takes, and the rows it gives.

A question is a SELECT query in ``queries/answers`` with a header. Parameters are bound as RDF
terms, never pasted into the text, so a value cannot change the query. A parameter that is not
a column stands in the SELECT clause behind the columns and is left out of the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Store

from yotgraph.errors import UnknownQuestionError, UsageError, VocabularyError
from yotgraph.knowledge.endpoint import Endpoint
from yotgraph.knowledge.headers import names_in, query_files, read_header, required
from yotgraph.knowledge.parameters import Parameter, bind, read_parameters, unknown_value
from yotgraph.knowledge.store import select
from yotgraph.resources import directory

if TYPE_CHECKING:
    import pandas
    import polars

__all__ = [
    "CATEGORIES",
    "Answer",
    "Question",
    "ask",
    "find_question",
    "load_questions",
    "read_question",
]

CATEGORIES = ("reports", "people", "partners", "findings", "ratings", "law", "documents")
"""The groups in which the questions are listed, in this order."""

_SEPARATOR = ";"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``lists`` are the columns that hold several items in one cell, sorted and
    joined by ``separator``; ``columns`` is empty where a file without a header names none."""

    name: str
    number: int
    question: str
    category: str
    columns: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    lists: tuple[str, ...]
    separator: str
    example: str
    query: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that a question gave: lexical values, unknown empty."""

    question: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def to_dicts(self) -> list[dict[str, str]]:
        """The rows as dictionaries, keys in the order of the columns."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a pandas frame of text. Raises :class:`UsageError` without pandas."""
        try:
            import pandas
        except ImportError as missing:
            raise UsageError("pandas is not installed: pip install 'yotgraph[frames]'") from missing
        return pandas.DataFrame(list(self.rows), columns=list(self.columns), dtype="string")

    def to_polars(self) -> polars.DataFrame:
        """The rows as a polars frame of text. Raises :class:`UsageError` without polars."""
        try:
            import polars
        except ImportError as missing:
            raise UsageError("polars is not installed: pip install 'yotgraph[frames]'") from missing
        schema = dict.fromkeys(self.columns, polars.String)
        return polars.DataFrame(list(self.rows), schema=schema, orient="row")


def load_questions(folder: Path | None = None) -> tuple[Question, ...]:
    """The questions of ``queries/answers`` by number.

    Raises :class:`VocabularyError` on an incomplete header, an unknown category, or two
    questions of one number.
    """
    found = [_complete(path) for path in query_files(folder or directory("queries") / "answers")]
    by_number: dict[int, Question] = {}
    for question in found:
        other = by_number.setdefault(question.number, question)
        if other is not question:
            raise VocabularyError(
                f"{question.name}.rq and {other.name}.rq both have number {question.number}"
            )
    return tuple(by_number[number] for number in sorted(by_number))


def _complete(path: Path) -> Question:
    """A question whose header has every line that a listed question needs."""
    question = read_question(path)
    header = read_header(question.query)
    for key in ("question", "number", "category", "columns", "example"):
        required(header, key, path.stem)
    if question.category not in CATEGORIES:
        raise VocabularyError(
            f"{path.name}: no category {question.category!r}; there are {', '.join(CATEGORIES)}"
        )
    return question


def read_question(path: Path) -> Question:
    """A query file as a question; one without a header takes no parameters.

    Raises :class:`UsageError` where the file cannot be read, :class:`VocabularyError` where
    its header contradicts itself.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as wrong:
        raise UsageError(f"{path}: cannot be read as a query ({wrong})") from wrong
    header = read_header(text)
    number = header.get("number", "0")
    if not number.isdigit():
        raise VocabularyError(f"{path.name}: {number!r} is no number")
    columns = names_in(header.get("columns", ""))
    lists = names_in(header.get("lists", ""))
    if not set(lists) <= set(columns):
        raise VocabularyError(f"{path.name}: '#+ lists:' names what is no column")
    return Question(
        name=path.stem,
        number=int(number),
        question=header.get("question", ""),
        category=header.get("category", ""),
        columns=columns,
        parameters=read_parameters(header.get("parameters", ""), path.name),
        lists=lists,
        separator=header.get("separator", _SEPARATOR),
        example=header.get("example", ""),
        query=text,
    )


def find_question(name: str, questions: Iterable[Question] | None = None) -> Question:
    """The question of that name. Raises :class:`UnknownQuestionError` with names like it."""
    known = {question.name: question for question in questions or load_questions()}
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=3, cutoff=0.4)
    meant = f"did you mean {' or '.join(near)}? " if near else ""
    raise UnknownQuestionError(
        f"no question {name!r}; {meant}'yotgraph questions' lists all {len(known)}"
    )


def ask(
    store: Store | Endpoint, question: Question | str, parameters: Mapping[str, str] | None = None
) -> Answer:
    """The answer of the graph in ``store``, or behind a SPARQL endpoint.

    ``question`` is a question or a name. Raises :class:`UnknownQuestionError` on an unknown
    name, :class:`ParameterError` on an unknown parameter or value.
    """
    asked = find_question(question) if isinstance(question, str) else question
    given = dict(parameters or {})
    answer = _run(store, asked, given)
    if not answer.rows:
        if isinstance(store, Endpoint):
            store.require_reports()
        # Nothing may be the true answer, or a value may be misspelt: then say what there is.
        for name, value in given.items():
            others = {key: text for key, text in given.items() if key != name}
            wrong = unknown_value(
                store, asked.name, name, value, partial(_run, store, asked, others)
            )
            if wrong is not None:
                raise wrong
    return answer


def _run(store: Store | Endpoint, question: Question, given: Mapping[str, str]) -> Answer:
    solutions = select(store, question.query, bind(question.name, question.parameters, given))
    selected = tuple(variable.value for variable in solutions.variables)
    columns = question.columns or selected
    if not set(columns) <= set(selected):
        missing = ", ".join(column for column in columns if column not in selected)
        raise VocabularyError(f"{question.name}.rq: the query does not select {missing}")
    lists = [place for place, column in enumerate(columns) if column in question.lists]
    rows = []
    for solution in solutions:
        values = [solution[column] for column in columns]
        cells = ["" if value is None else value.value for value in values]
        for place in lists:
            cells[place] = _in_order(cells[place], question.separator)
        rows.append(tuple(cells))
    return Answer(question.name, columns, tuple(rows))


def _in_order(cell: str, separator: str) -> str:
    """A cell of several items, sorted: a store joins them in no certain order.

    >>> _in_order("planning; assessment", ";")
    'assessment; planning'
    """
    items = (item.strip() for item in re.split(rf" ?{re.escape(separator)} ", cell))
    joint = f"{separator} " if separator == _SEPARATOR else f" {separator} "
    return joint.join(sorted(item for item in items if item))
