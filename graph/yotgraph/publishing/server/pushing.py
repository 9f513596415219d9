"""Graphs sent to another server, one by one (SPARQL 1.1 Graph Store HTTP Protocol, 5.3: PUT)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from urllib.parse import quote

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from yotgraph.errors import ServerError, UsageError
from yotgraph.remote import send

__all__ = ["push"]

Progress = Callable[[str, int, int], None]

_HEADERS = {"Content-Type": "application/n-triples"}


def push(
    quads: Iterable[Quad],
    address: str,
    *,
    progress: Progress = lambda step, done, total: None,
) -> tuple[str, ...]:
    """Puts each named graph into the graph store at ``address``; gives their IRIs, sorted.

    A graph that is there already is replaced, and others are left alone. ``address`` may hold
    name and password (``https://name:password@host/store``). Raises :class:`UsageError` for an
    address that is none, :class:`ServerError` where the server cannot be reached or refuses; the
    message names the graph, and those before it are there.
    """
    graphs: dict[str, list[Quad]] = defaultdict(list)
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode):
            graphs[quad.graph_name.value].append(quad)
    if not graphs:
        raise UsageError("no named graph there; give a build's folder or its .nq or .trig")
    for done, graph in enumerate(sorted(graphs), 1):
        _put(address, graph, graphs[graph])
        progress("pushing", done, len(graphs))
    return tuple(sorted(graphs))


def _put(address: str, graph: str, quads: Iterable[Quad]) -> None:
    triples = sorted({quad.triple for quad in quads}, key=str)
    body = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    reply = send("PUT", address, body, _HEADERS, parameters=f"graph={quote(graph, safe='')}")
    if not reply.is_good:
        raise ServerError(
            f"{reply.host} refuses <{graph}>: {reply.summary}; give the address of its graph store"
        )
