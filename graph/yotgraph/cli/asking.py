"""Commands that ask the graph: questions, query, coverage, explain."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yotgraph.cli.common import OUT, Format, Graph, Output, app, open_graph, width, write
from yotgraph.errors import ParameterError

if TYPE_CHECKING:
    from pyoxigraph import Store

    from yotgraph.knowledge.endpoint import Endpoint

__all__ = ["coverage", "explain", "query", "questions"]


@app.command()
def questions(format: Format = "table") -> None:
    """List the named questions with their parameters, and for machines with their columns.

    Example: `yotgraph questions`
    """
    from yotgraph.knowledge.names import DEFAULT_BASE, PREFIXES
    from yotgraph.knowledge.questions import load_questions
    from yotgraph.publishing.tables import format_rows

    columns = ["no", "name", "question", "parameters", "columns"]
    rows: list[tuple[str, ...]] = [
        (
            str(question.number),
            question.name,
            question.question,
            " ".join(
                name.name + (f"={name.default}" if name.default else "")
                for name in question.parameters
            ),
            " ".join(question.columns),
        )
        for question in load_questions()
    ]
    if format == "table":
        # A person would see little else, and each answer shows its columns.
        columns, rows = columns[:-1], [row[:-1] for row in rows]
    iri = f"{DEFAULT_BASE}id/answer/questions"
    write(format_rows(format, columns, rows, iri=iri, prefixes=PREFIXES, width=width()), None)


@app.command()
def query(
    name: Annotated[
        str,
        typer.Argument(
            help="A named question, or a file with SPARQL.",
            autocompletion=lambda incomplete: _names(incomplete),
        ),
    ],
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", help="KEY=VALUE, as often as needed.")
    ] = None,
    graph: Annotated[
        str,
        typer.Option("--graph", help="A build's folder, a graph's file, or a SPARQL endpoint."),
    ] = str(OUT),
    format: Format = "table",
    output: Output = None,
    safe: Annotated[
        bool, typer.Option("--safe", help="Keep a spreadsheet from running cells as formulas.")
    ] = False,
) -> None:
    """Ask a named question, or your own SPARQL from a file.

    Example: `yotgraph query posts --param report=bexley-2015-07 --format csv`
    """
    from yotgraph.knowledge.names import DEFAULT_BASE, PREFIXES
    from yotgraph.knowledge.questions import ask, read_question
    from yotgraph.publishing.tables import format_rows

    parameters = dict(_pair(text) for text in param or ())
    path = Path(name)
    question = read_question(path) if path.suffix == ".rq" else name
    answer = ask(_source(graph), question, parameters)
    text = format_rows(
        format,
        answer.columns,
        answer.rows,
        iri=f"{DEFAULT_BASE}id/answer/{answer.question}",
        prefixes=PREFIXES,
        safe=safe,
        width=width(),
    )
    if format == "table" and not answer.rows:
        text += "no rows: nothing in the graph answers this\n"
    write(text, output)


def _names(incomplete: str) -> list[str]:
    """The names of questions that begin so, for the shell to complete."""
    from yotgraph.knowledge.questions import load_questions

    return [each.name for each in load_questions() if each.name.startswith(incomplete)]


def _source(graph: str) -> Store | Endpoint:
    """What ``--graph`` names: a graph here, or one behind an address."""
    from yotgraph.knowledge.endpoint import Endpoint
    from yotgraph.remote import is_address

    return Endpoint(graph) if is_address(graph) else open_graph(Path(graph))


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key:
        raise ParameterError(f"--param {text!r} is not KEY=VALUE")
    return key, value


@app.command()
def coverage(
    report: Annotated[str | None, typer.Option("--report", help="One report's slug.")] = None,
    graph: Graph = OUT,
    format: Format = "table",
    output: Output = None,
) -> None:
    """Say what of each report gave facts, and what no rule took.

    Example: `yotgraph coverage --report bexley-2015-07`
    """
    query("coverage", [f"report={report}"] if report else None, str(graph), format, output)


@app.command()
def explain(
    iri: Annotated[str, typer.Argument(help="The IRI of a fact, a person, a body ….")],
    graph: Graph = OUT,
) -> None:
    """Show what the graph says of an IRI, in which words of which report, and where.

    Example: `yotgraph explain https://w3id.org/yotgraph/id/fact/bexley-2015-07/finding/1.1`
    """
    from yotgraph.knowledge.explanation import explain

    typer.echo(explain(open_graph(graph), iri))
