"""Parts of a graph: one report, all of it, or the sources that it was read from."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad, Store

from yotgraph.errors import ParameterError
from yotgraph.knowledge.names import term
from yotgraph.knowledge.store import report_slugs, select

__all__ = ["report_statements", "sources"]


def report_statements(store: Store, slug: str | None = None) -> list[Quad]:
    """The quads of one report's named graph, or of the whole store.

    Raises :class:`ParameterError` for a report that is not there; the message lists those
    that are.
    """
    if slug is None:
        return list(store)
    identifier = term("dcterms:identifier")
    for quad in store.quads_for_pattern(None, identifier, Literal(slug), None):
        if isinstance(quad.graph_name, NamedNode):
            return list(store.quads_for_pattern(None, None, None, quad.graph_name))
    known = ", ".join(report_slugs(store)) or "none"
    raise ParameterError(f"no report {slug!r} in the graph; there is {known}")


def sources(store: Store) -> Iterator[tuple[str, str, str]]:
    """Slug, SHA-256 and file name of every report's source, by slug."""
    solutions = select(
        store,
        "SELECT ?slug ?sha256 ?name WHERE { ?report a yot:Report ; dcterms:identifier ?slug ;"
        " prov:wasDerivedFrom ?source . ?source yot:sha256 ?sha256 ; yot:fileName ?name }"
        " ORDER BY ?slug",
    )
    for solution in solutions:
        yield solution["slug"].value, solution["sha256"].value, solution["name"].value
