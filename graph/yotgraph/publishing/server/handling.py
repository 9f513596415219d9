"""HTTP: the site, a SPARQL 1.1 endpoint and linked data, for reading only."""

from __future__ import annotations

import html
import os
import shutil
import sys
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

from yotgraph.errors import OutputError
from yotgraph.publishing.characters import printable
from yotgraph.publishing.server.description import HTML, Description
from yotgraph.publishing.server.files import data_beside, find_file, media_type_of, page_of
from yotgraph.publishing.server.negotiation import choose
from yotgraph.publishing.server.sparql import GRAPH_TYPES, Query, Reply, refusal
from yotgraph.publishing.server.workers import Workers

__all__ = ["Server", "open_server"]

_MOST_BYTES = 1 << 20
_ONTOLOGY_BASE = "https://w3id.org/yotgraph/"
_FORM_TYPE = "application/x-www-form-urlencoded"
_QUERY_TYPE = "application/sparql-query"
_METHODS = "GET, HEAD, POST, OPTIONS"
_OWN_POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'"
_FORM = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>SPARQL</title>
<style>body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
textarea{width:100%;height:16rem;font:0.9rem/1.4 monospace}</style></head>
<body><p><a href="/">Home</a></p><h1>SPARQL</h1>
<form method="get" action="/sparql"><label for="query">Query</label>
<textarea id="query" name="query">SELECT ?service ?rate
WHERE { ?fact a yot:ReoffendingResult ; yot:rate ?rate ;
        yot:statedIn/yot:reportsOn/yot:serviceLabel ?service }
ORDER BY ?service</textarea>
<p><button>Ask</button> The default graph is the union of all graphs.</p></form></body></html>
"""
_SERVICE = """@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .

<> a sd:Service ;
  sd:endpoint <> ;
  sd:supportedLanguage sd:SPARQL11Query ;
  sd:feature sd:UnionDefaultGraph .
"""


class Server(ThreadingHTTPServer):
    """Serves one build, or one file of RDF, until it is closed."""

    daemon_threads = True

    def __init__(self, place: tuple[str, int], build: Path, workers: Workers, quiet: bool) -> None:
        self.build = build
        self.workers = workers
        self.quiet = quiet
        super().__init__(place, _Handler)

    @property
    def address(self) -> str:
        """Where it can be reached."""
        return f"http://{self.server_address[0]!s}:{self.server_address[1]}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """A line that broke is the client's affair; anything else is shown."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    def server_close(self) -> None:
        """Stops listening, and the processes that answer queries."""
        super().server_close()
        self.workers.close()


def open_server(
    graph: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    number: int = 2,
    seconds: float = 30,
    quiet: bool = False,
) -> Server:
    """A server for a build's folder or a file of RDF; ``serve_forever`` starts it.

    ``number`` processes answer queries, each for at most ``seconds``; port 0 takes any that is
    free. Raises :class:`UsageError` where there is no graph, :class:`OutputError` where the
    port cannot be had.
    """
    workers = Workers(graph, number=number, seconds=seconds)
    try:
        return Server((host, port), graph, workers, quiet)
    except (OSError, OverflowError) as taken:
        workers.close()
        raise OutputError(
            f"cannot serve at {host}:{port}: {taken}; choose another --port or --host"
        ) from taken


class _Handler(BaseHTTPRequestHandler):
    """One request. Nothing that it holds changes the graph."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "yotgraph"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:  # noqa: N802
        """Pages, files, queries in the address, things."""
        self.close_connection = self.close_connection or "Content-Length" in self.headers
        asked = urlsplit(self.path)
        parameters = parse_qs(asked.query, keep_blank_values=True)
        if asked.path == "/sparql":
            self._ask(parameters)
        elif asked.path == "/describe":
            self._describe(parameters, asked.query)
        elif asked.path == "/.well-known/void":
            self._redirect("/dataset.ttl")
        else:
            self._file_or_thing(asked.path)

    do_HEAD = do_GET  # noqa: N815

    def do_POST(self) -> None:  # noqa: N802
        """Queries of the SPARQL protocol, as a form or as they are (2.1.2 and 2.1.3)."""
        asked = urlsplit(self.path)
        if asked.path != "/sparql":
            # The body is left unread, and must not be taken for the next request.
            self.close_connection = True
            self._send(refusal(405, "only /sparql takes POST"), {"Allow": "GET, HEAD"})
            return
        body = self._body()
        if body is None:
            return
        parameters = parse_qs(asked.query, keep_blank_values=True)
        media_type = self.headers.get_content_type()
        try:
            text = body.decode("utf-8")
        except UnicodeDecodeError:
            self._send(refusal(400, "the query is not UTF-8"))
            return
        if media_type == _FORM_TYPE:
            parameters = parse_qs(text, keep_blank_values=True)
        elif media_type == _QUERY_TYPE:
            parameters["query"] = [text]
        else:
            self._send(refusal(415, f"send a query as {_QUERY_TYPE} or {_FORM_TYPE}"))
            return
        self._ask(parameters)

    def do_OPTIONS(self) -> None:  # noqa: N802
        """Tells browsers that pages of others may ask."""
        headers = {
            "Access-Control-Allow-Methods": _METHODS,
            "Access-Control-Allow-Headers": "Accept, Content-Type",
        }
        self._send(Reply(204, "", b""), headers)

    def _body(self) -> bytes | None:
        """The body, or ``None`` where it was refused."""
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or not length.isascii():
            self.close_connection = True
            self._send(refusal(411, "say how long the query is"))
            return None
        if int(length) > _MOST_BYTES:
            self.close_connection = True
            self._send(refusal(413, f"no query is longer than {_MOST_BYTES >> 20} MB"))
            return None
        return self.rfile.read(int(length))

    def _ask(self, parameters: Mapping[str, list[str]]) -> None:
        if "update" in parameters:
            self._send(refusal(400, "this endpoint takes queries only"))
            return
        queries = parameters.get("query", [])
        accept = self.headers.get("Accept", "")
        if len(queries) == 1:
            default = tuple(parameters.get("default-graph-uri", ()))
            named = tuple(parameters.get("named-graph-uri", ()))
            self._send(self.server.workers.run(Query(queries[0], accept, default, named)))
        elif queries:
            self._send(refusal(400, "one query at a time"))
        elif choose(accept, ["text/turtle", HTML]) == HTML:
            self._send(Reply(200, "text/html; charset=utf-8", _FORM.encode()))
        else:
            self._send(Reply(200, "text/turtle; charset=utf-8", _SERVICE.encode()))

    def _describe(self, parameters: Mapping[str, list[str]], query: str) -> None:
        iri = parameters.get("iri", [""])[0]
        accept = parameters.get("type", [self.headers.get("Accept", "")])[0]
        address = f"/describe?iri={quote(iri, safe='')}"
        self._send(self.server.workers.run(Description(iri, accept, address)))

    def _file_or_thing(self, path: str) -> None:
        found = find_file(self.server.build, path) if self.server.build.is_dir() else None
        if found is None:
            self._thing(path)
        elif found.name == "index.html" and not path.endswith(("/", "index.html")):
            self._redirect(f"/{path.strip('/')}/")
        else:
            self._send_file(found)

    def _thing(self, path: str) -> None:
        """Leads from what an IRI names to what is said of it (Cool URIs for the Semantic Web, 4.2)."""
        below = path.lstrip("/")
        base = _ONTOLOGY_BASE if below == "ontology" else self.server.workers.base
        accept = self.headers.get("Accept", "")
        kind = choose(accept, [HTML, *GRAPH_TYPES])
        page = page_of(self.server.build, below)
        known = self.server.workers.run(Description(f"{base}{below}", "application/n-triples"))
        beside = choose(accept, list(data_beside(page))) if page and known.status == 404 else None
        if page and beside:
            # The data set and its parts are described beside their pages, not in the graph.
            self._redirect(data_beside(page)[beside])
            return
        if known.status != 200 or kind is None:
            reason = f"{printable(path)}: there is no such page and no such thing"
            self._send(known if known.status == 503 else refusal(404, reason))
            return
        told = f"/describe?iri={quote(base + below, safe='')}&type={quote(kind, safe='')}"
        self._redirect(page if page and kind == HTML else told)

    def _redirect(self, address: str) -> None:
        body = f'<p>See <a href="{html.escape(address)}">{html.escape(address)}</a></p>\n'
        reply = Reply(303, "text/html; charset=utf-8", body.encode())
        self._send(reply, {"Location": address})

    def _send(self, reply: Reply, headers: Mapping[str, str] | None = None) -> None:
        policy = {"Content-Security-Policy": _OWN_POLICY, "Vary": "Accept"}
        self._begin(reply.status, reply.media_type, len(reply.body), policy | dict(headers or {}))
        if self.command != "HEAD":
            self.wfile.write(reply.body)

    def _send_file(self, path: Path) -> None:
        with path.open("rb") as file:
            self._begin(200, media_type_of(path), os.fstat(file.fileno()).st_size, {})
            if self.command != "HEAD":
                shutil.copyfileobj(file, self.wfile)

    def _begin(self, status: int, media_type: str, length: int, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        if media_type:
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(length))
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("X-Content-Type-Options", "nosniff")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """One line for each request, without the time and without anything that acts."""
        if not self.server.quiet:
            super().log_message(format, *(printable(str(each)) for each in args))

    def log_date_time_string(self) -> str:
        """Nothing: whoever keeps the lines knows when they came."""
        return "-"
