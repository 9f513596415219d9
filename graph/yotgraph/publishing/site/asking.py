"""The named questions, asked once for the whole graph.

The variable that holds a row's fact is asked for beside the columns; it gives the row its place
in a report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import cast

from pyoxigraph import Store

from yotgraph.knowledge.questions import Question, ask, load_questions
from yotgraph.publishing.network_files import Picture, read_picture
from yotgraph.publishing.site.answers import Answers
from yotgraph.publishing.site.catalogue import Catalogue, evidence_path
from yotgraph.publishing.site.columns import FACTS
from yotgraph.publishing.site.learning import learn_from
from yotgraph.publishing.site.parallel import outcomes
from yotgraph.publishing.site.places import Places, Words
from yotgraph.publishing.site.rows import AskedRow
from yotgraph.publishing.views import view

__all__ = ["Rows", "ask_all", "gather", "plain_rows", "read_answers", "shown_questions"]

# The places of all evidence are in the pages of reports.
_LEFT_OUT = frozenset({"evidence"})
# Its rows are made from those of other questions.
_PAIRED = "learn-from"
_DISTINCT = re.compile(r"^SELECT DISTINCT\b", re.MULTILINE)
_WHERE = re.compile(r"^WHERE\b", re.MULTILINE)

Rows = Sequence[tuple[str, ...]]
"""The rows of an answer; one that rests on a fact has its IRI behind the question's columns."""


def ask_all(
    store: Store, names: Collection[str] | None = None, *, jobs: int = 1
) -> dict[str, Rows]:
    """The rows of every question, asked without parameters, or of those with the given names.

    Processes hand over plain rows: those are passed on faster than what is made of them.
    """
    questions = _named(names)
    found = outcomes([partial(_traced_rows, store, each) for each in questions], jobs)
    return {each.name: rows for each, rows in zip(questions, found, strict=True)}


def shown_questions() -> frozenset[str]:
    """The names of the questions that are asked for the pages."""
    return frozenset(each.name for each in load_questions()) - _LEFT_OUT - {_PAIRED}


def gather(
    store: Store, names: Collection[str] | None = None, *, jobs: int = 1
) -> tuple[Picture, dict[str, Rows]]:
    """The partner network and what :func:`ask_all` gives, worked out side by side."""
    questions = _named(names)
    work: list[Callable[[], object]] = [partial(read_picture, store)]
    work += [partial(_traced_rows, store, each) for each in questions]
    # The network takes longest, so that it is begun first.
    picture, *found = outcomes(work, jobs)
    rows = zip((each.name for each in questions), cast("list[Rows]", found), strict=True)
    return cast("Picture", picture), dict(rows)


def plain_rows(question: Question, rows: Rows) -> Rows:
    """The rows of an answer as :func:`ask` gives them, without the facts behind them."""
    plain = [row[: len(question.columns)] for row in rows]
    # Two facts may lie behind one row of a question that tells each row once.
    return list(dict.fromkeys(plain)) if _DISTINCT.search(question.query) else plain


def read_answers(
    store: Store,
    catalogue: Catalogue,
    names: Collection[str] | None = None,
    *,
    asked: Mapping[str, Rows] | None = None,
) -> Answers:
    """The answers to every question, or only to those with the given names, but for the question
    for all evidence. ``asked`` is what :func:`ask_all` gave, where it was asked already."""
    questions = {each.name: each for each in _named(names) if each.name not in _LEFT_OUT}
    found = ask_all(store, questions.keys() - {_PAIRED}) if asked is None else asked
    evidence = _main_evidence(store)
    rows = {
        name: tuple(_asked_rows(question, found[name], evidence, catalogue.base))
        for name, question in questions.items()
        if name != _PAIRED
    }
    if _PAIRED in questions:
        wanted = (*rows["areas-for-improvement"], *rows["recommendations"])
        rows[_PAIRED] = learn_from(catalogue, rows["strengths"], wanted)
    if "copy-list" in rows:
        places = Places(catalogue, rows)
        rows["copy-list"] = tuple(
            replace(row, place=places.copied(row)) for row in rows["copy-list"]
        )
    return Answers(catalogue, questions, rows, _reoffending_words(store, catalogue.base))


def _reoffending_words(store: Store, base: str) -> Words:
    """The words of the results on reoffending: each of several figures has a place of its own."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in view(store, "reoffending-words"):
        place = evidence_path(row["evidence"], base)
        found.setdefault(row["fact"], []).append((row["text"], place))
    return found


def _main_evidence(store: Store) -> Mapping[str, str]:
    """The words on which each fact rests first."""
    found: dict[str, str] = {}
    for row in view(store, "main-evidence"):
        fact, words = row["fact"], row["evidence"]
        found[fact] = max(words, found.get(fact, ""))
    return found


def _named(names: Collection[str] | None) -> list[Question]:
    return [each for each in load_questions() if names is None or each.name in names]


def _traced_rows(store: Store, question: Question) -> Rows:
    variable = FACTS.get(question.name)
    if variable is None or question.name == _PAIRED:
        return ask(store, question).rows
    text = _WHERE.sub(f"?{variable}\nWHERE", question.query, count=1)
    return ask(store, replace(question, query=text, columns=(*question.columns, variable))).rows


def _asked_rows(
    question: Question,
    rows: Rows,
    evidence: Mapping[str, str],
    base: str,
) -> Iterator[AskedRow]:
    columns = question.columns
    for row in rows:
        fact = row[len(columns)] if len(row) > len(columns) else ""
        words = evidence.get(fact, "")
        place = evidence_path(words, base) if words else ""
        # The last cell of a traced row is its fact.
        yield AskedRow(dict(zip(columns, row, strict=False)), fact, place)
