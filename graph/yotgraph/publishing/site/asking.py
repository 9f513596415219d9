"""The named questions, asked once for the whole graph.

The variable that holds a row's fact is asked for beside the columns; it gives the row its place
in a report.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from pyoxigraph import Store

from yotgraph.knowledge.questions import Question, ask, load_questions
from yotgraph.publishing.site.answers import Answers
from yotgraph.publishing.site.catalogue import Catalogue, evidence_path
from yotgraph.publishing.site.columns import FACTS
from yotgraph.publishing.site.learning import learn_from
from yotgraph.publishing.site.parallel import outcomes
from yotgraph.publishing.site.places import Places
from yotgraph.publishing.site.rows import AskedRow
from yotgraph.publishing.views import view

__all__ = ["read_answers"]

# The places of all evidence are in the pages of reports.
_LEFT_OUT = frozenset({"evidence"})
_WHERE = re.compile(r"^WHERE\b", re.MULTILINE)


def read_answers(
    store: Store, catalogue: Catalogue, names: Collection[str] | None = None, *, jobs: int = 1
) -> Answers:
    """Asks every question once, without parameters, or only those with the given names. The
    question for all evidence is left out.
    """
    questions = {
        question.name: question
        for question in load_questions()
        if (names is None or question.name in names) and question.name not in _LEFT_OUT
    }
    asked = [each for each in questions.values() if each.name != "learn-from"]
    # Processes hand over plain rows: those are passed on faster than what is made of them.
    found = outcomes([partial(_answer_rows, store, each) for each in asked], jobs)
    evidence = _main_evidence(store)
    rows = {
        each.name: tuple(_asked_rows(each, answer, evidence, catalogue.base))
        for each, answer in zip(asked, found, strict=True)
    }
    if "learn-from" in questions:
        wanted = (*rows["areas-for-improvement"], *rows["recommendations"])
        rows["learn-from"] = learn_from(catalogue, rows["strengths"], wanted)
    if "copy-list" in rows:
        places = Places(catalogue, rows)
        rows["copy-list"] = tuple(
            replace(row, place=places.copied(row)) for row in rows["copy-list"]
        )
    return Answers(catalogue, questions, rows)


def _main_evidence(store: Store) -> Mapping[str, str]:
    """The words on which each fact rests first."""
    found: dict[str, str] = {}
    for row in view(store, "main-evidence"):
        fact, words = row["fact"], row["evidence"]
        found[fact] = max(words, found.get(fact, ""))
    return found


def _answer_rows(store: Store, question: Question) -> Sequence[tuple[str, ...]]:
    """The rows of an answer, the IRI of the fact behind each row as a last cell where it has one."""
    variable = FACTS.get(question.name)
    if variable is None:
        return ask(store, question).rows
    text = _WHERE.sub(f"?{variable}\nWHERE", question.query, count=1)
    return ask(store, replace(question, query=text, columns=(*question.columns, variable))).rows


def _asked_rows(
    question: Question,
    rows: Iterable[tuple[str, ...]],
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
