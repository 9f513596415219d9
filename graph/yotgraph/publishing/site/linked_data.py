"""Beside each page what the graph says of its thing, as Turtle and as JSON-LD.

Oxigraph writes them, from sorted statements: there are two for each page, and it is many times
faster than the writers of the whole graph's exports, which are laid out to be read.
"""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, serialize

from yotgraph.knowledge.names import PREFIXES, term
from yotgraph.knowledge.selection import graph_of
from yotgraph.publishing.site.catalogue import Thing
from yotgraph.publishing.site.rendering import Site

__all__ = ["data_paths", "write_linked_data"]

# What points at nearly everything, or is pointed at by it, describes no thing in particular.
_FORMATS = (RdfFormat.TURTLE, RdfFormat.JSON_LD)
_EVERYWHERE = frozenset(map(term, ("yot:about", "yot:statedIn", "yot:theme", "rdf:type")))


def data_paths(page: str) -> tuple[str, str]:
    """The Turtle and the JSON-LD of a page.

    >>> data_paths("service/anytown.html")
    ('service/anytown.ttl', 'service/anytown.jsonld')
    """
    stem = page.removesuffix(".html")
    return f"{stem}.ttl", f"{stem}.jsonld"


def write_linked_data(site: Site, store: Store, thing: Thing) -> None:
    """Writes both files of a thing: for a report all that it states, for anything else what is
    said of it and what points at it."""
    if thing.kind == "report":
        graph = graph_of(store, thing.reports[0])
        quads = list(store.quads_for_pattern(None, None, None, graph))
    else:
        quads = _description(store, NamedNode(thing.iri))
    triples = sorted({quad.triple for quad in quads}, key=str)
    for path, form in zip(data_paths(thing.path), _FORMATS, strict=True):
        site.write_text(path, _written(triples, form))


def _written(triples: Sequence[Triple], form: RdfFormat) -> str:
    made = serialize(triples, format=form, prefixes=dict(PREFIXES))
    return (made or b"").decode()


def _description(store: Store, node: NamedNode) -> list[Quad]:
    said = store.quads_for_pattern(node, None, None, None)
    pointing = store.quads_for_pattern(None, None, node, None)
    return [*said, *(quad for quad in pointing if quad.predicate not in _EVERYWHERE)]
