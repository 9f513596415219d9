"""What the graph says of an IRI, as RDF for programs or as a page for people."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, Store, serialize

from yotgraph.errors import ParameterError
from yotgraph.knowledge.explanation import explain
from yotgraph.knowledge.names import PREFIXES, term
from yotgraph.publishing.characters import printable
from yotgraph.publishing.server.negotiation import choose
from yotgraph.publishing.server.sparql import GRAPH_TYPES, Reply, refusal

__all__ = ["HTML", "Description", "describe"]

HTML = "text/html"

# What these lead to is told with a thing: the words that it rests on, and their places.
_FOLLOWED = frozenset(map(term, ("yot:evidence", "oa:hasSelector")))
# What points at nearly everything describes no thing in particular.
_EVERYWHERE = frozenset(map(term, ("yot:about", "yot:statedIn", "yot:theme", "rdf:type")))
_PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title>
<style>body{{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}}
pre{{white-space:pre-wrap;overflow-wrap:anywhere}}</style></head>
<body><p><a href="/">Home</a> · as {links}</p>
<pre>{text}</pre></body></html>
"""


@dataclass(frozen=True, slots=True)
class Description:
    """A wish to know of an IRI. ``accept`` are the media types, ``address`` where it is told."""

    iri: str
    accept: str = ""
    address: str = ""


def describe(store: Store, wish: Description) -> Reply:
    """What is said of an IRI, in the form that is accepted; 404 where nothing is."""
    try:
        node = NamedNode(wish.iri)
    except ValueError:
        return refusal(400, f"{printable(wish.iri)!r} is not an IRI")
    quads = list(_statements(store, node))
    if not quads:
        return refusal(404, f"{printable(wish.iri)}: the graph does not know it")
    media_type = choose(wish.accept, [HTML, *GRAPH_TYPES])
    if media_type is None:
        return refusal(406, f"ask for {', '.join([HTML, *GRAPH_TYPES])}")
    if media_type == HTML:
        return Reply(200, "text/html; charset=utf-8", _page(store, wish).encode())
    triples = sorted({quad.triple for quad in quads}, key=str)
    body = serialize(triples, format=GRAPH_TYPES[media_type], prefixes=dict(PREFIXES)) or b""
    return Reply(200, f"{media_type}; charset=utf-8", body)


def _statements(store: Store, node: NamedNode) -> Iterator[Quad]:
    """All of a named graph; of an ontology its terms; of anything else what is said of it with
    its evidence, and what points at it."""
    graph = list(store.quads_for_pattern(None, None, None, node))
    if graph:
        yield from graph
        return
    waiting, seen = [node], {node}
    while waiting:
        for quad in store.quads_for_pattern(waiting.pop(), None, None, None):
            yield quad
            if quad.predicate in _FOLLOWED and isinstance(quad.object, NamedNode):
                waiting += [] if quad.object in seen else [quad.object]
                seen.add(quad.object)
    for quad in store.quads_for_pattern(None, None, node, None):
        if quad.predicate == term("rdfs:isDefinedBy"):
            yield from store.quads_for_pattern(quad.subject, None, None, None)
        elif quad.predicate not in _EVERYWHERE:
            yield quad


def _page(store: Store, wish: Description) -> str:
    try:
        text = explain(store, wish.iri)
    except ParameterError:
        # A named graph is known by its name alone.
        text = f"{wish.iri}: a named graph"
    names = {"text/turtle": "Turtle", "application/ld+json": "JSON-LD"}
    links = ", ".join(
        f'<a href="{html.escape(wish.address)}&amp;type={media_type}">{name}</a>'
        for media_type, name in names.items()
    )
    shown = "\n".join(html.escape(printable(line)) for line in text.split("\n"))
    return _PAGE.format(title=html.escape(printable(wish.iri)), links=links, text=shown)
