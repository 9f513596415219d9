"""The server over HTTP: pages, queries within a time, things in the form that is asked for."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import pytest
from pyoxigraph import RdfFormat, parse

from yotgraph.errors import OutputError, UsageError
from yotgraph.publishing.server import Server, open_server
from yotgraph.publishing.server.negotiation import choose

BASE = "https://w3id.org/yotgraph/"
COUNT = "SELECT (COUNT(?report) AS ?n) WHERE { ?report a yot:Report }"
# Every pair of statements, in order: no machine does that within the limit.
ENDLESS = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Client:
    """Asks one server; keeps status, headers and body of the reply."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.status = 0
        self.headers: dict[str, str] = {}
        self.body = b""

    def ask(
        self,
        path: str,
        method: str = "GET",
        body: str | bytes | None = None,
        **headers: str,
    ) -> Client:
        line = HTTPConnection("127.0.0.1", self.server.server_address[1], timeout=60)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        line.request(method, path, body, named)
        reply = line.getresponse()
        self.status, self.headers = reply.status, dict(reply.getheaders())
        self.body = reply.read()
        line.close()
        return self

    def query(self, text: str, accept: str = "", **more: str) -> Client:
        return self.ask(f"/sparql?{urlencode({'query': text, **more})}", Accept=accept)

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def media_type(self) -> str:
        return self.headers.get("Content-Type", "").partition(";")[0]


@contextmanager
def running(graph: Path, seconds: float = 30) -> Iterator[Client]:
    server = open_server(graph, port=0, number=1, seconds=seconds, quiet=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Client(server)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="module")
def client(built: Path) -> Iterator[Client]:
    with running(built) as opened:
        yield opened


def test_only_this_machine_is_let_in_unless_told(client: Client) -> None:
    assert client.server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/", "text/html"),
        ("/service/bexley.html", "text/html"),
        ("/assets/style.css", "text/css"),
        ("/docs/", "text/html"),
        ("/answers/ratings.csv", "text/csv"),
        ("/yotgraph.ttl", "text/turtle"),
        ("/yotgraph.jsonld", "application/ld+json"),
        ("/dataset.ttl", "text/turtle"),
        ("/sparql", "text/turtle"),
    ],
)
def test_pages_and_files(client: Client, path: str, media_type: str) -> None:
    client.ask(path)
    assert (client.status, client.media_type) == (200, media_type)
    assert client.headers["X-Content-Type-Options"] == "nosniff"
    whole = client.body
    client.ask(path, "HEAD")
    assert (client.status, client.body) == (200, b"")
    assert client.headers["Content-Length"] == str(len(whole))


def test_people_get_a_form_for_queries(client: Client) -> None:
    assert "<form" in client.ask("/sparql", Accept="text/html").text
    client.ask("/docs")
    assert (client.status, client.headers["Location"]) == (303, "/docs/")
    client.ask("/.well-known/void")
    assert (client.status, client.headers["Location"]) == (303, "/dataset.ttl")


@pytest.mark.parametrize(
    "path",
    [
        "/../pyproject.toml",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/answers/..%2f..%2fx",
        "/answers/%5c..%5cx",
        "/.yotgraph",
        "/cache/",
        "/store/CURRENT",
        "/nothing.html",
        "/assets/%00",
        "//example.org",
    ],
)
def test_nothing_else_is_to_be_had(client: Client, path: str) -> None:
    client.ask(path)
    assert client.status == 404
    assert "Location" not in client.headers


@pytest.mark.parametrize(
    "accept",
    [
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    ],
)
def test_rows_in_every_form(client: Client, accept: str) -> None:
    client.query(COUNT, accept)
    assert (client.status, client.media_type) == (200, accept)
    assert "5" in client.text
    assert client.headers["Access-Control-Allow-Origin"] == "*"


def test_three_ways_to_ask(client: Client) -> None:
    expected = client.query(COUNT).body
    assert json.loads(expected)["results"]["bindings"][0]["n"]["value"] == "5"
    assert client.ask("/sparql", "POST", urlencode({"query": COUNT}), **FORM).body == expected
    direct = {"Content-Type": "application/sparql-query"}
    assert client.ask("/sparql", "POST", COUNT, **direct).body == expected


@pytest.mark.parametrize("form", ["text/turtle", "application/n-triples", "application/ld+json"])
def test_graphs_in_every_form(client: Client, form: str) -> None:
    client.query("CONSTRUCT WHERE { ?report a yot:Report }", form)
    assert (client.status, client.media_type) == (200, form)
    found = list(parse(client.body, format=RdfFormat.from_media_type(form)))
    assert len(found) == 5


def test_yes_and_no(client: Client) -> None:
    client.query("ASK { ?report a yot:Report }")
    assert json.loads(client.body)["boolean"] is True


def test_the_graphs_that_a_request_names_are_what_a_query_sees(client: Client) -> None:
    one = f"{BASE}graph/bexley-2015-07"
    reports = "SELECT ?r WHERE { ?r a yot:Report }"
    client.query(reports, "text/csv", **{"default-graph-uri": one})
    assert client.text.split() == ["r", f"{BASE}id/report/bexley-2015-07"]
    client.query(reports, "text/csv", **{"named-graph-uri": one})
    assert client.text.split() == ["r"]
    client.query("SELECT DISTINCT ?g { GRAPH ?g { } }", "text/csv", **{"named-graph-uri": one})
    assert client.text.split() == ["g", one]


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("SELECT * {", 400, "cannot be read"),
        ("DELETE WHERE { ?s ?p ?o }", 400, "cannot be read"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 400, "SERVICE"),
        ("SELECT * { ?a ?b ?c . ?d ?e ?f }", 413, "LIMIT"),
    ],
)
def test_a_query_that_is_refused(client: Client, query: str, status: int, words: str) -> None:
    client.query(query)
    assert client.status == status
    assert words in client.text
    assert client.media_type == "text/plain"


def test_wrong_requests(client: Client) -> None:
    update = urlencode({"update": "DROP ALL"})
    assert client.ask("/sparql", "POST", update, **FORM).status == 400
    assert client.ask("/sparql", "POST", "x", Content_Type="text/plain").status == 415
    assert (
        client.ask("/sparql", "POST", b"\xff", Content_Type="application/sparql-query").status
        == 400
    )
    assert client.ask("/sparql?query=a&query=b").status == 400
    assert client.query(COUNT, "image/png").status == 406
    assert client.ask("/sparql", "POST", "x", Content_Length=str(2 << 20), **FORM).status == 413
    assert client.ask("/", "POST", "x", **FORM).status == 405
    assert client.ask("/sparql", "PUT", "x").status == 501
    assert client.ask("/sparql", "OPTIONS").status == 204
    assert "POST" in client.headers["Access-Control-Allow-Methods"]


def test_a_body_that_nobody_reads_is_no_request_of_its_own(client: Client) -> None:
    hidden = "GET /yotgraph.ttl HTTP/1.1\r\nHost: x\r\n\r\n"
    for method, path in (("POST", "/"), ("GET", "/index.html")):
        with socket.create_connection(client.server.server_address, timeout=30) as line:
            head = f"{method} {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {len(hidden)}\r\n\r\n"
            line.sendall((head + hidden).encode())
            said = b""
            while part := line.recv(65536):
                said += part
        assert said.count(b"HTTP/1.1 ") == 1


def test_a_query_that_takes_too_long_is_stopped_and_the_next_one_answered(built: Path) -> None:
    with running(built, seconds=3) as client:
        client.query(ENDLESS)
        assert client.status == 503
        assert "within 3 seconds" in client.text
        assert client.query(COUNT, "text/csv").text.split() == ["n", "5"]


@pytest.mark.parametrize(
    ("thing", "page"),
    [
        ("id/service/bexley", "/service/bexley.html"),
        ("id/report/bexley-2015-07", "/report/bexley-2015-07.html"),
        ("graph/bexley-2015-07", "/report/bexley-2015-07.html"),
        ("id/person/vivienne-clarke", "/person/vivienne-clarke.html"),
        ("scheme/themes/custody", "/theme/custody.html"),
        ("ontology", "/docs/ontology/terms.html"),
        ("dataset", "/index.html"),
        ("dataset/network", "/network.html"),
        ("dataset/list/people", "/people.html"),
        ("dataset/query/ratings", "/question/ratings.html"),
        ("scheme/themes", "/themes.html"),
    ],
)
def test_people_are_led_to_the_page_of_a_thing(client: Client, thing: str, page: str) -> None:
    client.ask(f"/{thing}", Accept="text/html,application/xhtml+xml,*/*;q=0.8")
    assert (client.status, client.headers["Location"]) == (303, page)
    assert "Accept" in client.headers["Vary"]
    assert client.ask(page).status == 200


@pytest.mark.parametrize(
    "thing",
    [
        "id/service/bexley",
        "id/fact/bexley-2015-07/reoffending/1",
        "graph/bexley-2015-07",
        "scheme/themes/custody",
        "ontology",
    ],
)
@pytest.mark.parametrize("form", ["text/turtle", "application/ld+json", "application/rdf+xml"])
def test_programs_are_led_to_statements(client: Client, thing: str, form: str) -> None:
    client.ask(f"/{thing}", Accept=form)
    assert client.status == 303
    client.ask(client.headers["Location"])
    assert (client.status, client.media_type) == (200, form)
    found = list(parse(client.body, format=RdfFormat.from_media_type(form)))
    about = {str(quad.subject) for quad in found}
    assert f"<{BASE}{thing}>" in about
    if thing.startswith("id/fact"):
        assert "31.4%" in client.text, "the words that a fact rests on are told with it"


@pytest.mark.parametrize("part", ["", "/network", "/list/services", "/query/ratings"])
@pytest.mark.parametrize("form", ["text/turtle", "application/ld+json"])
def test_the_data_set_and_its_parts_are_described(client: Client, part: str, form: str) -> None:
    client.ask(f"/dataset{part}", Accept=form)
    assert client.status == 303
    client.ask(client.headers["Location"])
    assert (client.status, client.media_type) == (200, form)
    found = parse(client.body, format=RdfFormat.from_media_type(form))
    assert f"<{BASE}dataset{part}>" in {str(quad.subject) for quad in found}
    assert client.ask("/dataset/list/nothing", Accept=form).status == 404


def test_a_fact_has_a_page_for_people(client: Client) -> None:
    client.ask("/id/fact/bexley-2015-07/reoffending/1", Accept="text/html")
    client.ask(client.headers["Location"])
    assert (client.status, client.media_type) == (200, "text/html")
    assert "31.4%" in client.text
    assert "default-src 'none'" in client.headers["Content-Security-Policy"]


def test_what_the_graph_does_not_know(client: Client) -> None:
    assert client.ask("/id/service/nowhere", Accept="text/turtle").status == 404
    assert client.ask(f"/describe?iri={quote('no iri', safe='')}").status == 400
    client.ask(f"/describe?iri={quote('http://x/<script>', safe='')}", Accept="text/html")
    assert (client.status, client.media_type) == (400, "text/plain")


def test_a_file_of_quads_is_served_without_a_site(built: Path) -> None:
    with running(built / "yotgraph.nq") as client:
        assert client.query(COUNT, "text/csv").text.split() == ["n", "5"]
        assert client.ask("/id/service/bexley", Accept="text/html").status == 303
        assert urlsplit(client.headers["Location"]).path == "/describe"
        assert client.ask("/index.html").status == 404


def test_what_cannot_be_served(tmp_path: Path, client: Client) -> None:
    with pytest.raises(UsageError, match="no graph there"):
        open_server(tmp_path)
    taken = client.server.server_address[1]
    with pytest.raises(OutputError, match="choose another --port"):
        open_server(client.server.build, port=taken, number=1)


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "text/html"),
        ("text/*;q=0.5, text/turtle", "text/turtle"),
        ("text/html;q=0, */*", "text/turtle"),
        ("text/turtle;q=0.2, text/html;q=0.1", "text/turtle"),
        ("text/turtle;q=nonsense", "text/turtle"),
        ("image/png", None),
    ],
)
def test_the_form_that_is_liked_best(accept: str, expected: str | None) -> None:
    assert choose(accept, ["text/html", "text/turtle"]) == expected
