"""What the search finds: everything that has a page, and every statement of the reports."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from yotgraph.publishing.site.answers import Answers
from yotgraph.publishing.site.assets import as_call
from yotgraph.publishing.site.catalogue import KINDS
from yotgraph.publishing.site.rendering import Page, Site
from yotgraph.publishing.site.subjects import dataset_iri

__all__ = ["write_search"]

_PART_CHARACTERS = 600_000
# Questions whose rows are statements: what the row is, and the columns that tell it.
_STATEMENTS = (
    ("findings", "finding", ("text",)),
    ("strengths", "strength", ("text",)),
    ("areas-for-improvement", "area for improvement", ("text",)),
    ("recommendations", "recommendation", ("addressee", "text")),
    ("practice-examples", "practice example", ("text",)),
    ("ratings", "rating", ("standard_number", "standard", "rating")),
    ("key-questions", "key question", ("question_number", "question", "percent_yes")),
    ("reoffending", "reoffending", ("rate", "comparator", "comparator_rate", "vs_comparator")),
    ("statistics", "figure", ("subject", "measure", "breakdown", "value", "unit", "period")),
    ("glossary", "term", ("definition",)),
    ("sources-cited", "source", ("evidence",)),
)
_Document = tuple[str, str, str, str]


def _documents(answers: Answers) -> Iterator[_Document]:
    """Title, kind, path and text of everything."""
    for thing in answers.catalogue.things:
        kind = KINDS[thing.kind].lower().removesuffix("s")
        yield thing.label, "person" if thing.kind == "person" else kind, thing.path, thing.note
    for name, question in answers.questions.items():
        yield question.question, "question", f"question/{name}.html", ""
    services = {row["report"]: row["service"] for row in answers.rows("reports")}
    for question_name, kind, columns in _STATEMENTS:
        for row in answers.rows(question_name):
            report = row["report"]
            parts = (row.values.get("term") or row.values.get("cited"),
                     row.values.get("paragraph"), services[report], report[-7:])  # fmt: skip
            yield (
                ", ".join(filter(None, parts)),
                kind,
                row.place,
                _told(row[column] for column in columns),
            )


def _told(values: Iterable[str]) -> str:
    """What a row tells, as one text.

    >>> _told(["2.2", "Planning", "", "Inadequate"])
    '2.2, Planning, Inadequate'
    """
    return ", ".join(filter(None, values))


def write_search(site: Site, answers: Answers) -> None:
    """Writes the search page and the parts that it loads."""
    parts: list[list[_Document]] = [[]]
    size = 0
    for document in _documents(answers):
        size += len(json.dumps(document))
        if size > _PART_CHARACTERS:
            parts.append([])
            size = 0
        parts[-1].append(document)
    for number, part in enumerate(parts, 1):
        site.write_text(f"data/search-{number}.js", as_call("take", part))
    page = Page(
        "search.html",
        "Search",
        iri=dataset_iri(answers.catalogue.base),
        data_of="index.html",
        more={"parts": len(parts)},
    )
    site.write(page, "search.html")
