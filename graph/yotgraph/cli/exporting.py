"""Commands that write the graph for other systems: export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yotgraph.cli.common import OUT, Graph, Output, app, open_graph, write
from yotgraph.errors import ParameterError, UsageError

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["export", "partners"]


@app.command()
def export(
    format: Annotated[
        str, typer.Option("--format", "-f", help="turtle, trig, nquads, jsonld or csv.")
    ] = "turtle",
    report: Annotated[str | None, typer.Option("--report", help="One report's slug.")] = None,
    graph: Graph = OUT,
    output: Output = None,
) -> None:
    """Write the graph, or one report of it, for another system.

    For csv, `--output` is a folder: a file for each question.

    Example: `yotgraph export --format jsonld --report bexley-2015-07 --output bexley.jsonld`
    """
    from yotgraph.knowledge.names import PREFIXES
    from yotgraph.knowledge.selection import base_of, graph_of
    from yotgraph.knowledge.store import read_quads
    from yotgraph.publishing.rdf import RDF_FORMATS, serialise

    if format not in (*RDF_FORMATS, "csv"):
        raise ParameterError(f"no format {format!r}: choose one of {', '.join(RDF_FORMATS)}, csv")
    if format == "csv":
        _export_tables(open_graph(graph), report, output)
        return
    named = graph_of(open_graph(graph), report) if report else None
    quads = [quad for quad in read_quads(graph) if named in (None, quad.graph_name)]
    write(serialise(format, quads, base=base_of(quads), prefixes=PREFIXES), output)


def _export_tables(store: Store, report: str | None, output: Path | None) -> None:
    from yotgraph.knowledge.questions import ask, load_questions
    from yotgraph.publishing.atomic import replace_folder
    from yotgraph.publishing.tables import to_csv

    if output is None:
        raise UsageError("csv needs --output FOLDER: there is a file for each question")
    with replace_folder(output) as folder:
        for question in load_questions():
            names = {parameter.name for parameter in question.parameters}
            given = {"report": report} if report and "report" in names else {}
            answer = ask(store, question, given)
            path = folder / f"{question.name}.csv"
            path.write_text(to_csv(answer.columns, answer.rows), encoding="utf-8", newline="")


@app.command()
def partners(
    graph: Graph = OUT,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="A .html, .graphml, .gexf or .svg file.")
    ] = Path("partners.html"),
) -> None:
    """Write the network of services and their partners, to look at or to load into Gephi.

    Example: `yotgraph partners --output partners.gexf`
    """
    from yotgraph.knowledge.selection import base_of
    from yotgraph.knowledge.store import read_quads
    from yotgraph.publishing.site.network_alone import network_text

    form = output.suffix.lstrip(".").lower()
    base = base_of(read_quads(graph))
    write(network_text(open_graph(graph), form, base), output)
