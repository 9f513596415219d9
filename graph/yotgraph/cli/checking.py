"""Commands that check the graph: validate, verify, evaluate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yotgraph.cli.common import (
    EXIT_VIOLATIONS,
    OUT,
    Format,
    Graph,
    Inputs,
    Ocr,
    Output,
    app,
    open_graph,
    width,
    write,
)
from yotgraph.errors import ParameterError

__all__ = ["diff", "evaluate", "validate", "verify"]


@app.command()
def validate(
    graph: Graph = OUT,
    format: Annotated[str, typer.Option("--format", "-f", help="text, ttl or json.")] = "text",
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to use.")] = 1,
    output: Output = None,
) -> None:
    """Check a graph against the shapes and the checks; say what is wrong and how to mend it.

    Example: `yotgraph validate --graph out`
    """
    from yotgraph.knowledge import results
    from yotgraph.knowledge.names import Names
    from yotgraph.knowledge.selection import base_of
    from yotgraph.knowledge.store import read_quads
    from yotgraph.knowledge.validation import validate

    writers = {"text": results.as_text, "ttl": results.as_turtle, "json": results.as_json}
    if format not in writers:
        raise ParameterError(f"no format {format!r} here: choose one of {', '.join(writers)}")
    quads = list(read_quads(graph))
    report = validate(quads, names=Names(base_of(quads)), jobs=jobs)
    write(writers[format](report), output)
    if not report.conforms:
        raise typer.Exit(EXIT_VIOLATIONS)


@app.command()
def verify(reports: Inputs = None, graph: Graph = OUT, ocr: Ocr = False) -> None:
    """Read the sources again and prove that every quotation stands where the graph says.

    Example: `yotgraph verify reports --graph out`
    """
    from yotgraph.corpus import default_inputs, find_reports
    from yotgraph.proof import prove_graph

    failed = False
    quotations = proved = verbatim = 0
    paths = find_reports(reports or default_inputs())
    for slug, proof in prove_graph(open_graph(graph), paths, ocr):
        quotations += proof.quotations
        proved += proof.proved
        verbatim += proof.verbatim
        for failure in proof.failures:
            failed = True
            typer.echo(f"{slug}: {failure}", err=True)
        typer.echo(
            f"{slug}: {proof.proved} of {proof.quotations} quotations proved,"
            f" {proof.verbatim} of them letter by letter"
        )
    share = 100 * proved / quotations if quotations else 0
    typer.echo(f"all: {proved} of {quotations} proved ({share:.1f}%), {verbatim} letter by letter")
    if failed or not quotations:
        raise typer.Exit(EXIT_VIOLATIONS)


@app.command()
def evaluate(
    answers: Annotated[
        Path, typer.Argument(help="A folder with REPORT/QUESTION.csv, read by hand.")
    ],
    graph: Graph = OUT,
    details: Annotated[
        bool, typer.Option("--details", help="List what was missed and what was invented.")
    ] = False,
    format: Format = "table",
) -> None:
    """Compare the graph's answers with answers that were read by hand.

    Example: `yotgraph evaluate tests/golden/answers --details`
    """
    from yotgraph.evaluation import agreements, evaluate
    from yotgraph.knowledge.names import DEFAULT_BASE, PREFIXES
    from yotgraph.publishing.tables import format_rows

    store = open_graph(graph)
    columns = ("question", "report", "right", "missed", "invented", "precision", "recall", "f1")
    scores = evaluate(store, answers)
    rows = [
        (
            score.question,
            score.report,
            *(str(count) for count in (score.right, len(score.missed), len(score.invented))),
            *(f"{share:.3f}" for share in (score.precision, score.recall, score.f1)),
        )
        for score in scores
    ]
    rows += [
        (
            f"{item.question} ({item.column})",
            item.report,
            str(item.rows),
            "",
            "",
            "",
            "",
            f"{item.agreement:.3f}",
        )
        for item in agreements(store, answers)
    ]
    iri = f"{DEFAULT_BASE}id/answer/evaluation"
    write(format_rows(format, columns, rows, iri=iri, prefixes=PREFIXES, width=width()), None)
    for score in scores if details else ():
        for kind, found in (("missed", score.missed), ("invented", score.invented)):
            for row in found:
                typer.echo(f"{kind}: {score.report} {score.question}: {row}")


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="A build's folder or a graph's file.")],
    new: Annotated[Path, typer.Argument(help="Another one.")],
    output: Output = None,
) -> None:
    """Say in words which facts were added, removed or changed between two graphs.

    Example: `yotgraph diff old-out out`
    """
    from yotgraph.knowledge.difference import as_words, differences

    write(as_words(differences(open_graph(old), open_graph(new))), output)
