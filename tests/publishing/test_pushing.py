"""Graphs pushed into a real server: Oxigraph's own, on this machine."""

from __future__ import annotations

import base64
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from time import monotonic, sleep

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from yotgraph.errors import ServerError, UsageError
from yotgraph.knowledge.store import read_quads
from yotgraph.publishing.server import push

GRAPHS = [NamedNode(f"https://example.org/graph/{name}") for name in "ab"]
QUADS = [
    Quad(graph, NamedNode("https://example.org/p"), Literal(f'"{number}"\n'), graph)
    for graph in GRAPHS
    for number in range(3)
]


@pytest.fixture(scope="module")
def oxigraph() -> Iterator[int]:
    """The port of an Oxigraph server with an empty store."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    assert program, "pip install 'yotgraph[test]'"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = [program, "serve", "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            until = monotonic() + 30
            while not _is_there(port):
                assert monotonic() < until, "the server does not start"
                sleep(0.05)
            yield port
        finally:
            server.terminate()


def _is_there(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


def stored(port: int) -> set[Quad]:
    line = HTTPConnection("127.0.0.1", port)
    line.request("GET", "/store", headers={"Accept": "application/n-quads"})
    return set(parse(line.getresponse().read(), format=RdfFormat.N_QUADS))


def test_every_graph_arrives_and_replaces_what_was_there(oxigraph: int) -> None:
    address = f"http://127.0.0.1:{oxigraph}/store"
    told: list[tuple[str, int, int]] = []
    graphs = push(QUADS, address, progress=lambda *step: told.append(step))
    assert graphs == tuple(graph.value for graph in GRAPHS)
    assert told == [("pushing", 1, 2), ("pushing", 2, 2)]
    assert stored(oxigraph) == set(QUADS)
    push(QUADS[:1], address)
    assert stored(oxigraph) == {QUADS[0], *QUADS[3:]}


def test_a_build_arrives_whole(oxigraph: int, built: Path) -> None:
    quads = set(read_quads(built))
    graphs = push(quads, f"http://127.0.0.1:{oxigraph}/store")
    assert len(graphs) == 7
    # A server keeps numbers by value, so their literals may read otherwise than in the file.
    kept = [quad for quad in stored(oxigraph) if quad.graph_name not in GRAPHS]
    assert len(kept) == len(quads)
    assert {quad.graph_name for quad in kept} == {quad.graph_name for quad in quads}


class _Recorder(BaseHTTPRequestHandler):
    """A server that keeps what it is sent and answers with one status."""

    def do_PUT(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.seen.append((self.path, dict(self.headers), body))  # type: ignore[attr-defined]
        self.send_response(self.server.status)  # type: ignore[attr-defined]
        self.end_headers()
        self.wfile.write(b"no\x1b[31m\nentry")

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def recorder(status: int) -> Iterator[tuple[int, list[tuple[str, dict[str, str], bytes]]]]:
    server = HTTPServer(("127.0.0.1", 0), _Recorder)
    server.status, server.seen = status, []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_address[1], server.seen  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_name_password_and_the_rest_of_the_address() -> None:
    with recorder(204) as (port, seen):
        push(QUADS[:1], f"http://me:p%40ss@127.0.0.1:{port}/ds/data?x=1")
    ((path, headers, body),) = seen
    assert path == "/ds/data?x=1&graph=https%3A%2F%2Fexample.org%2Fgraph%2Fa"
    assert headers["Authorization"] == f"Basic {base64.b64encode(b'me:p@ss').decode()}"
    assert headers["Content-Type"] == "application/n-triples"
    assert {quad.triple for quad in parse(body, format=RdfFormat.N_TRIPLES)} == {QUADS[0].triple}


def test_a_server_that_refuses_stops_the_work_and_is_quoted_on_one_line() -> None:
    with recorder(403) as (port, seen), pytest.raises(ServerError) as raised:
        push(QUADS, f"http://me:secret@127.0.0.1:{port}/store")
    assert len(seen) == 1
    message = str(raised.value)
    assert "refuses <https://example.org/graph/a>: 403" in message
    assert "secret" not in message
    assert message.isprintable()


def test_a_server_that_is_not_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(ServerError, match="check the address"):
        push(QUADS, f"http://127.0.0.1:{port}/store")


@pytest.mark.parametrize(
    "address",
    ["", "localhost", "ftp://x/store", "http://", "http://[x", "http://x:99999/", "file:///x"],
)
def test_an_address_that_is_none(address: str) -> None:
    with pytest.raises(UsageError, match="no address"):
        push(QUADS, address)


def test_nothing_to_push() -> None:
    with pytest.raises(UsageError, match="no named graph"):
        push([], "http://127.0.0.1:1/store")
