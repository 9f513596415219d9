"""Questions asked of a SPARQL endpoint give what they give here; bound values stay values."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from pyoxigraph import Literal, Store

from yotgraph.errors import ParameterError, ServerError, UsageError
from yotgraph.knowledge.endpoint import Endpoint, with_values
from yotgraph.knowledge.questions import ask, load_questions
from yotgraph.publishing.server import open_server

VALUES = {
    "about": "https://w3id.org/yotgraph/id/fact/bexley-2015-07/reoffending/1",
    "agency": "Police",
    "area": "Bexley",
    "report": "bexley-2015-07",
    "service": "Barking and Dagenham YOS",
    "theme": "planning",
    "threshold": "50",
}
QUESTIONS = load_questions()


@pytest.fixture(scope="module")
def endpoint(built: Path) -> Iterator[Endpoint]:
    """An endpoint over the build, as "yotgraph serve" opens it."""
    server = open_server(built, port=0, number=1, quiet=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Endpoint(f"{server.address}sparql")
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_the_same_answer_as_here(endpoint: Endpoint, built_store: Store, question: object) -> None:
    assert ask(endpoint, question) == ask(built_store, question)  # type: ignore[arg-type]
    for parameter in question.parameters:  # type: ignore[attr-defined]
        given = {parameter.name: VALUES[parameter.name]}
        here = ask(built_store, question, given)  # type: ignore[arg-type]
        assert ask(endpoint, question, given) == here, given  # type: ignore[arg-type]


def test_a_value_that_is_not_there_is_told_with_those_that_are(endpoint: Endpoint) -> None:
    with pytest.raises(ParameterError, match="there is Barking and Dagenham YOS, Bexley YOT"):
        ask(endpoint, "ratings", {"service": 'x" } . ?s ?p ?o'})


def test_values_stand_behind_the_first_where_that_is_no_comment() -> None:
    query = "# WHERE { not here\nSELECT ?a WHERE { ?a ?b ?c }"
    made = with_values(query, {"a": Literal('"} DROP ALL'), "b": Literal("2")})
    assert made.endswith('WHERE {\nVALUES ?a { "\\"} DROP ALL" } VALUES ?b { "2" } ?a ?b ?c }')
    with pytest.raises(UsageError, match="no parameters"):
        with_values("SELECT ?a { ?a ?b ?c }", {"a": Literal("1")})


def test_what_is_no_endpoint(endpoint: Endpoint) -> None:
    with pytest.raises(ServerError, match="405"):
        ask(Endpoint(endpoint.address.removesuffix("sparql")), "reports")
    with pytest.raises(ServerError, match="check the address"):
        ask(Endpoint("http://127.0.0.1:1/sparql"), "reports")
    with pytest.raises(UsageError, match="no address"):
        ask(Endpoint("http://"), "reports")
    with pytest.raises(UsageError, match="SERVICE"):
        endpoint.select("SELECT * WHERE { SERVICE <http://x.invalid/> { ?s ?p ?o } }")


def test_the_command_asks_it(
    endpoint: Endpoint, built: Path, yotgraph: Callable[..., CompletedProcess[str]]
) -> None:
    run = yotgraph("query", "ratings", "--graph", endpoint.address, "--format", "csv")
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == (built / "answers" / "ratings.csv").read_text(encoding="utf-8")
    gone = yotgraph("query", "ratings", "--graph", "http://127.0.0.1:1/sparql")
    assert (gone.returncode, gone.stdout) == (1, "")
    assert len(gone.stderr.splitlines()) == 1
