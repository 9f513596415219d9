"""Beside each page what the graph says of its thing, as Turtle and as JSON-LD.

Oxigraph writes them, from sorted statements: there are two for each page, and it is many times
faster than the writers of the whole graph's exports, which are laid out to be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, serialize

from yotgraph.knowledge.names import PREFIXES, term
from yotgraph.knowledge.selection import graph_of
from yotgraph.publishing.site.catalogue import Thing
from yotgraph.publishing.site.rendering import Site
from yotgraph.publishing.turtle import to_turtle

__all__ = [
    "data_paths",
    "statements_about",
    "write_description",
    "write_linked_data",
    "write_statements",
]

_PREFIXES = dict(PREFIXES)
_FORMATS = (RdfFormat.TURTLE, RdfFormat.JSON_LD)
# Facts of every report point at a concept: its description is what is said of it.
_CONCEPTS = frozenset({"theme", "framework"})
# What points at nearly everything, or is pointed at by it, describes no thing in particular.
_EVERYWHERE = frozenset(map(term, ("yot:about", "yot:statedIn", "yot:theme", "rdf:type")))


def data_paths(page: str) -> tuple[str, str]:
    """The Turtle and the JSON-LD of a page.

    >>> data_paths("service/anytown.html")
    ('service/anytown.ttl', 'service/anytown.jsonld')
    """
    stem = page.removesuffix(".html")
    return f"{stem}.ttl", f"{stem}.jsonld"


def write_linked_data(site: Site, store: Store, thing: Thing, quads: Iterable[Quad]) -> None:
    """Writes both files of a thing from the statements about it.

    A report's are dumped as the store has them, in the order in which the build put them there;
    to sort so many would take longer than to write them.
    """
    if thing.kind == "report":
        graph = graph_of(store, thing.reports[0])
        for path, form in zip(data_paths(thing.path), _FORMATS, strict=True):
            dumped = store.dump(format=form, from_graph=graph, prefixes=_PREFIXES)
            site.write_bytes(path, dumped or b"")
        return
    write_statements(site, thing.path, sorted({quad.triple for quad in quads}, key=str), _PREFIXES)


def write_statements(
    site: Site, page: str, triples: Iterable[Triple], prefixes: Mapping[str, str]
) -> None:
    """Writes both files of a page from statements in their order."""
    listed, known = list(triples), dict(prefixes)
    for path, form in zip(data_paths(page), _FORMATS, strict=True):
        site.write_bytes(path, serialize(listed, format=form, prefixes=known) or b"")


def write_description(
    site: Site, page: str, triples: Iterable[Triple], prefixes: Mapping[str, str], base: str
) -> None:
    """Writes both files of a page from a few statements: Turtle laid out to be read, in which a
    query keeps its lines."""
    listed = list(triples)
    turtle, jsonld = data_paths(page)
    site.write_text(turtle, to_turtle(listed, prefixes, base=base, keep_lines=True))
    site.write_bytes(jsonld, serialize(listed, format=RdfFormat.JSON_LD) or b"")


def statements_about(store: Store, thing: Thing) -> list[Quad]:
    """All that a report states; of anything else what is said of it and what points at it."""
    if thing.kind == "report":
        graph = graph_of(store, thing.reports[0])
        return list(store.quads_for_pattern(None, None, None, graph))
    node = NamedNode(thing.iri)
    said = list(store.quads_for_pattern(node, None, None, None))
    if thing.kind in _CONCEPTS:
        return said
    pointing = store.quads_for_pattern(None, None, node, None)
    return [*said, *(quad for quad in pointing if quad.predicate not in _EVERYWHERE)]
