"""A graph that can be asked: what a program gets from ``yotgraph.open_graph``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Quad, Store

from yotgraph.knowledge.explanation import explain
from yotgraph.knowledge.questions import Answer, Question, ask, load_questions, read_question
from yotgraph.knowledge.store import as_rdflib, open_store, report_slugs

if TYPE_CHECKING:
    from rdflib import Dataset

__all__ = ["Graph", "open_graph"]


@dataclass(frozen=True)
class Graph:
    """The graph of a build, or of a file of RDF. ``store`` is Oxigraph's."""

    store: Store

    @cached_property
    def reports(self) -> tuple[str, ...]:
        """The slugs of the reports in it, sorted."""
        return tuple(report_slugs(self.store))

    @property
    def questions(self) -> tuple[Question, ...]:
        """The named questions that can be asked, by number."""
        return load_questions()

    def ask(self, question: str | Path, /, **parameters: str | int | Decimal) -> Answer:
        """The answer to a named question, or to the query in a file.

        ``graph.ask("ratings", service="Bexley YOT").rows`` are tuples of text, unknown cells
        empty; ``to_dicts``, ``to_pandas`` and ``to_polars`` give other forms. Raises
        :class:`UnknownQuestionError` on an unknown name, :class:`ParameterError` on an unknown
        parameter or value; both say what there is.
        """
        asked = question if isinstance(question, str) else read_question(question)
        return ask(self.store, asked, {name: str(value) for name, value in parameters.items()})

    def explain(self, iri: str) -> str:
        """What is said of an IRI, with the sentences behind it and their places.

        Raises :class:`ParameterError` where the graph does not know it.
        """
        return explain(self.store, iri)

    @cached_property
    def dataset(self) -> Dataset:
        """The same graph as an rdflib Dataset, whose default graph is the union of all."""
        return as_rdflib(self.store)


def open_graph(source: str | Path | Iterable[Quad] = "out") -> Graph:
    """The graph in a build's folder, in a file of RDF, or of quads.

    Raises :class:`UsageError` where there is no graph or it cannot be read.
    """
    return Graph(open_store(Path(source) if isinstance(source, str) else source))
