"""The data dictionary: a page for each question, a line for each of its columns.

Everything on a page comes from the header of the query, from the query itself and from the
ontology. A header may explain a column that is worked out in a line ``#+ column-NAME:``, with
hyphens for underscores.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from yotgraph.documentation.columns import Column, columns_of
from yotgraph.documentation.columns import Path as GraphPath
from yotgraph.documentation.markup import Content, Html, element, joined, link, page, table
from yotgraph.documentation.meanings import meaning_of, path_start
from yotgraph.documentation.terms import Ontology, short_name
from yotgraph.documentation.values import Values
from yotgraph.knowledge.headers import read_header
from yotgraph.knowledge.questions import CATEGORIES, Question

__all__ = ["write_dictionary"]

_HEAD = ("Column", "Meaning", "Where it comes from", "Values", "Empty?", "Example")


def write_dictionary(
    folder: Path, questions: Sequence[Question], ontology: Ontology, values: Values
) -> list[Path]:
    """Writes ``questions/index.html`` and a page for each question below ``folder``."""
    place = folder / "questions"
    place.mkdir(parents=True, exist_ok=True)
    written = [place / "index.html"]
    written[0].write_text(_index(questions), encoding="utf-8", newline="\n")
    for question in questions:
        path = place / f"{question.name}.html"
        text = _page(question, ontology, values)
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written


def _index(questions: Sequence[Question]) -> str:
    parts: list[Content] = [
        element(
            "p",
            "Each question is a query with a name. Its answer is a table; the page of a question"
            " says what each column holds and which path through the graph leads to it.",
        )
    ]
    for category in CATEGORIES:
        rows = [
            (str(each.number), link(each.name, f"{each.name}.html"), each.question)
            for each in questions
            if each.category == category
        ]
        if rows:
            heading = element("h2", category.capitalize(), id=category)
            parts += [heading, table(("", "Name", "Question"), rows)]
    return page("Questions and their columns", *parts, up="../")


def _page(question: Question, ontology: Ontology, values: Values) -> str:
    header = read_header(question.query)
    rows = [
        _row(column, ontology, values, header.get(f"column-{column.name.replace('_', '-')}"))
        for column in columns_of(question.query, question.columns)
    ]
    lists = (
        element(
            "p",
            f"A cell of {', '.join(question.lists)} holds a list, with {question.separator!r}"
            " between its items.",
        )
        if question.lists
        else None
    )
    return page(
        question.question,
        element("p", "Asked as ", element("code", f"yotgraph query {question.name}"), "."),
        element("h2", "Columns", id="columns"),
        table(_HEAD, rows),
        lists,
        *_parameters(question),
        element("h2", "Example", id="example"),
        element("pre", element("code", question.example)),
        element("h2", "Query", id="query"),
        element("pre", element("code", question.query)),
        up="../",
        trail=[link("Questions", "index.html"), question.name],
    )


def _parameters(question: Question) -> Iterator[Content]:
    if not question.parameters:
        return
    yield element("h2", "Parameters", id="parameters")
    yield table(
        ("Parameter", "Datatype", "Value where none is given"),
        [(each.name, element("code", each.datatype), each.default) for each in question.parameters],
    )


def _row(
    column: Column, ontology: Ontology, values: Values, about: str | None
) -> tuple[Content, ...]:
    meaning = meaning_of(column, ontology, values, about)
    paths = [_path(path, ontology) for path in column.paths]
    expression = element("code", column.expression) if column.expression else None
    return (
        element("code", column.name, id=column.name),
        meaning.text,
        joined([*([expression] if expression else []), *paths], "<br>"),
        meaning.values,
        "can be" if column.may_be_empty else "never",
        meaning.example,
    )


def _path(path: GraphPath, ontology: Ontology) -> Html:
    """A path as links: the classes it starts from, then its steps."""
    start = joined([_term(each, ontology) for each in path_start(path, ontology)], " or ")
    return joined([start or "anything", *(_term(each, ontology) for each in path.steps)], " → ")


def _term(iri: str, ontology: Ontology) -> Html:
    own = ontology.terms.get(iri)
    if own is not None:
        return link(own.name, f"../ontology/{own.module}.html#{own.name}", title=own.definition)
    note = ontology.usage_notes.get(iri)
    address = f"../ontology/public-terms.html#{short_name(iri)}" if note else iri
    return link(short_name(iri), address, title=note)
