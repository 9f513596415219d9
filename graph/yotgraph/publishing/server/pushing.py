"""Graphs sent to another server, one by one (SPARQL 1.1 Graph Store HTTP Protocol, 5.3: PUT)."""

from __future__ import annotations

import base64
import http.client
import ssl
from collections import defaultdict
from collections.abc import Callable, Iterable
from urllib.parse import SplitResult, quote, unquote, urlsplit

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from yotgraph.errors import ServerError, UsageError
from yotgraph.publishing.characters import printable

__all__ = ["push"]

Progress = Callable[[str, int, int], None]

_TIMEOUT = 300
_MOST_SHOWN = 200


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
    server = _server(address)
    graphs: dict[str, list[Quad]] = defaultdict(list)
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode):
            graphs[quad.graph_name.value].append(quad)
    if not graphs:
        raise UsageError("no named graph there; give a build's folder or its .nq or .trig")
    for done, graph in enumerate(sorted(graphs), 1):
        _put(server, graph, graphs[graph])
        progress("pushing", done, len(graphs))
    return tuple(sorted(graphs))


def _server(address: str) -> SplitResult:
    try:
        server = urlsplit(address)
        has_port = server.port is None or server.port > 0
    except ValueError as wrong:
        raise UsageError(f"{address!r} is no address: {wrong}") from wrong
    if server.scheme not in ("http", "https") or not server.hostname or not has_port:
        raise UsageError(
            f"{address!r} is no address; give a graph store's, as http://localhost:7878/store"
        )
    return server


def _put(server: SplitResult, graph: str, quads: Iterable[Quad]) -> None:
    body = serialize(sorted({quad.triple for quad in quads}, key=str), format=RdfFormat.N_TRIPLES)
    joint = "&" if server.query else "?"
    query = f"?{server.query}" if server.query else ""
    target = f"{server.path or '/'}{query}{joint}graph={quote(graph, safe='')}"
    try:
        line = _connection(server)
        try:
            line.request("PUT", target, body, _headers(server))
            reply = line.getresponse()
            said = reply.read(_MOST_SHOWN * 4).decode("utf-8", "replace")
        finally:
            line.close()
    except (OSError, http.client.HTTPException) as failed:
        raise ServerError(
            f"{server.hostname}: {printable(str(failed)) or type(failed).__name__};"
            " check the address, and that the server runs"
        ) from failed
    if not 200 <= reply.status < 300:
        reason = printable(f"{reply.status} {reply.reason} {said}".strip())[:_MOST_SHOWN]
        raise ServerError(
            f"{server.hostname} refuses <{graph}>: {reason}; give the address of its graph store"
        )


def _connection(server: SplitResult) -> http.client.HTTPConnection:
    host = server.hostname or ""
    if server.scheme == "https":
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(host, server.port, timeout=_TIMEOUT, context=context)
    return http.client.HTTPConnection(host, server.port, timeout=_TIMEOUT)


def _headers(server: SplitResult) -> dict[str, str]:
    headers = {"Content-Type": "application/n-triples", "User-Agent": "yotgraph"}
    if server.username is not None:
        pair = f"{unquote(server.username)}:{unquote(server.password or '')}"
        headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
    return headers
