"""Commands that write the graph for other systems: export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yotgraph.cli.common import OUT, Format, Graph, Output, app, open_graph, width, write
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
        Path | None, typer.Option("--output", "-o", help="A .html, .graphml, .gexf or .svg file.")
    ] = None,
    format: Format = "table",
) -> None:
    """Show the measures of the network of services and partners, or write the network itself.

    With `--output` it is a page to look at, a drawing, or a file for Gephi and the like. Without,
    the bodies are listed, those with most links first: `betweenness` says how often a body stands
    between two others, `community` which bodies belong together.

    Example: `yotgraph partners --output partners.gexf`
    """
    from yotgraph.knowledge.selection import base_of
    from yotgraph.knowledge.store import read_quads
    from yotgraph.publishing.site.network_alone import network_text

    if output is None:
        write(_measures(open_graph(graph), format), None)
        return
    form = output.suffix.lstrip(".").lower()
    base = base_of(read_quads(graph))
    write(network_text(open_graph(graph), form, base), output)


def _measures(store: Store, format: str) -> str:
    """The bodies of the network with their measures, those with most links first."""
    import csv
    import io

    from yotgraph.knowledge.names import DEFAULT_BASE, PREFIXES
    from yotgraph.publishing.network_files import nodes_csv, read_picture
    from yotgraph.publishing.tables import format_rows

    columns = ("label", "type", "sector", "degree", "mentions", "betweenness", "community")
    nodes = csv.DictReader(io.StringIO(nodes_csv(read_picture(store)), newline=""))
    ordered = sorted(nodes, key=lambda node: (-int(node["degree"]), node["label"], node["iri"]))
    rows = [[node[column] for column in columns] for node in ordered]
    iri = f"{DEFAULT_BASE}id/answer/partners"
    return format_rows(format, columns, rows, iri=iri, prefixes=PREFIXES, width=width())
