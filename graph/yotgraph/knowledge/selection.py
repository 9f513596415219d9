"""Parts of a graph: the named graph of one report, and the sources that all were read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad, Store

from yotgraph.errors import ParameterError, UsageError
from yotgraph.knowledge.names import term
from yotgraph.knowledge.store import report_slugs, select

__all__ = ["base_of", "graph_of", "sources"]


def graph_of(store: Store, slug: str) -> NamedNode:
    """The named graph of one report.

    Raises :class:`ParameterError` for a report that is not there; the message lists those
    that are.
    """
    for quad in store.quads_for_pattern(None, term("dcterms:identifier"), Literal(slug), None):
        if isinstance(quad.graph_name, NamedNode):
            return quad.graph_name
    known = ", ".join(report_slugs(store)) or "none"
    raise ParameterError(f"no report {slug!r} in the graph; there is {known}")


def base_of(quads: Iterable[Quad]) -> str:
    """The base IRI of a graph's data, told by the IRI of a report in it.

    Raises :class:`UsageError` where no named graph holds a report: then it is no build's.
    """
    for quad in quads:
        if quad.predicate == term("rdf:type") and quad.object == term("yot:Report"):
            subject = quad.subject
            if isinstance(subject, NamedNode) and isinstance(quad.graph_name, NamedNode):
                return subject.value.partition("id/report/")[0]
    raise UsageError(
        "no report in a named graph there; give a build's folder or its .nq or .trig (Turtle"
        " has no named graphs)"
    )


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
