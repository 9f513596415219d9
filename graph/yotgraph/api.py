"""What ``import yotgraph`` offers as functions: the steps of the program, for another program.

::

    import yotgraph

    document = yotgraph.read("reports/bexley-2015-07.txt")
    report = yotgraph.extract(document)
    yotgraph.build(["reports"], out="out")
    graph = yotgraph.open_graph("out")
    graph.ask("ratings", service="Barking and Dagenham YOS").rows

Each step may be used alone. Errors are the exceptions of :mod:`yotgraph.errors`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from yotgraph import building, reading
from yotgraph.building import Built, Options
from yotgraph.corpus import default_inputs
from yotgraph.extraction import extract
from yotgraph.knowledge.graph import Graph, open_graph
from yotgraph.knowledge.questions import Answer

__all__ = ["Answer", "Built", "Graph", "Options", "build", "extract", "open_graph", "read"]


def read(report: str | Path) -> reading.Document:
    """The document in a file: its text, pages and blocks, with the place of each character.

    Raises :class:`ReadingError` where the file cannot be opened or read.
    """
    return reading.read(Path(report))


def build(
    reports: Iterable[str | Path] | None = None,
    out: str | Path = "out",
    options: Options | None = None,
) -> Built:
    """Reads reports, builds and validates their graph, and publishes it into the folder ``out``.

    ``reports`` are files and folders; without them ``reports/`` is read where there is such a
    folder, else the reports that the package carries. Raises what
    :func:`yotgraph.building.build` raises.
    """
    inputs = default_inputs() if reports is None else [Path(report) for report in reports]
    return building.build(inputs, Path(out), options)
