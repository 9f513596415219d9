"""Beside each page what the graph says of its thing, as Turtle and as JSON-LD."""

from __future__ import annotations

from pyoxigraph import NamedNode, Quad, Store

from yotgraph.knowledge.names import PREFIXES, term
from yotgraph.knowledge.selection import graph_of
from yotgraph.publishing.rdf import serialise
from yotgraph.publishing.site.catalogue import Thing
from yotgraph.publishing.site.rendering import Site

__all__ = ["data_paths", "write_linked_data"]

# What points at nearly everything, or is pointed at by it, describes no thing in particular.
_EVERYWHERE = frozenset(map(term, ("yot:about", "yot:statedIn", "yot:theme", "rdf:type")))


def data_paths(page: str) -> tuple[str, str]:
    """The Turtle and the JSON-LD of a page.

    >>> data_paths("service/anytown.html")
    ('service/anytown.ttl', 'service/anytown.jsonld')
    """
    stem = page.removesuffix(".html")
    return f"{stem}.ttl", f"{stem}.jsonld"


def write_linked_data(site: Site, store: Store, thing: Thing, base: str) -> None:
    """Writes both files of a thing: for a report all that it states, for anything else what is
    said of it and what points at it."""
    if thing.kind == "report":
        graph = graph_of(store, thing.reports[0])
        quads = list(store.quads_for_pattern(None, None, None, graph))
    else:
        quads = _description(store, NamedNode(thing.iri))
    turtle, jsonld = data_paths(thing.path)
    for name, path in (("turtle", turtle), ("jsonld", jsonld)):
        site.write_text(path, serialise(name, quads, base=base, prefixes=PREFIXES))


def _description(store: Store, node: NamedNode) -> list[Quad]:
    said = store.quads_for_pattern(node, None, None, None)
    pointing = store.quads_for_pattern(None, None, node, None)
    return [*said, *(quad for quad in pointing if quad.predicate not in _EVERYWHERE)]
