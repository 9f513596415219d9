"""Beside each page what the graph says of its thing, as Turtle and as JSON-LD.

Oxigraph writes them, from sorted statements: there are two for each page, and it is many times
faster than the writers of the whole graph's exports, which are laid out to be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, serialize

from yotgraph.knowledge.names import PREFIXES, term
from yotgraph.knowledge.selection import graph_of
from yotgraph.publishing.site.catalogue import Thing
from yotgraph.publishing.site.rendering import Site
from yotgraph.publishing.turtle import to_turtle

__all__ = [
    "data_paths",
    "write_description",
    "write_linked_data",
    "write_report_data",
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


def write_report_data(site: Site, store: Store, thing: Thing) -> bytes:
    """Writes both files of a report; gives its JSON-LD, which is expanded.

    They are dumped as the store has them, in the order in which the build put them there; to
    sort so many statements would take longer than to write them.
    """
    graph = graph_of(store, thing.reports[0])
    dumped = b""
    for path, form in zip(data_paths(thing.path), _FORMATS, strict=True):
        dumped = store.dump(format=form, from_graph=graph, prefixes=_PREFIXES) or b""
        site.write_bytes(path, dumped)
    return dumped


def write_linked_data(site: Site, store: Store, thing: Thing) -> None:
    """Writes both files of a thing that is no report: what is said of it, sorted."""
    triples = {quad.triple for quad in _statements_about(store, thing)}
    write_statements(site, thing.path, sorted(triples, key=str), _PREFIXES)


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


def _statements_about(store: Store, thing: Thing) -> Iterator[Quad]:
    """What is said of a thing and what points at it."""
    node = NamedNode(thing.iri)
    yield from store.quads_for_pattern(node, None, None, None)
    if thing.kind not in _CONCEPTS:
        for quad in store.quads_for_pattern(None, None, node, None):
            if quad.predicate not in _EVERYWHERE:
                yield quad
