"""No query reaches another server, however its SERVICE clause is written."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from yotgraph.errors import UsageError
from yotgraph.knowledge.federation import asks_elsewhere
from yotgraph.knowledge.store import select

ELSEWHERE = (
    "SELECT * { SERVICE <http://x.invalid/> { ?s ?p ?o } }",
    "select*{service<http://x.invalid/>{?s ?p ?o}}",
    "SELECT * { SERVICE SILENT ?x { ?s ?p ?o } }",
    "SELECT * { SERVICE # a comment\n <http://x.invalid/> # {\n { ?s ?p ?o } }",
    r"SELECT * { \u0053ERVICE <http://x.invalid/> { } }",
    "PREFIX x: <http://x.invalid/> SELECT * { SERVICE x:y { } }",
    "PREFIX : <http://x.invalid/> SELECT * { SERVICE :y { } }",
    "SELECT * { FILTER(?a<'>' ) SERVICE <http://x.invalid/> { } FILTER('a'='b') }",
    "SELECT * { {}SERVICE<http://x.invalid/>{} }",
    "SELECT * { ?a ?b ?c.SERVICE<http://x.invalid/>{} }",
    "SELECT * { ?a ?b 1.SERVICE<http://x.invalid/>{} }",
    "SELECT * { ?a ?b [yot:rate yot:rate]SERVICE<http://x.invalid/>{} }",
)
HERE = (
    "SELECT * { ?inspection yot:service ?service { ?service ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER(CONTAINS(?o, 'a service for { all }')) }",
    "SELECT ?service { ?s yot:serviceLabel ?service OPTIONAL { ?service ?p ?o } }",
)


@pytest.mark.parametrize("query", ELSEWHERE)
def test_a_query_that_asks_elsewhere_is_refused(query: str) -> None:
    with pytest.raises(UsageError, match="SERVICE"):
        select(Store(), query)


@pytest.mark.parametrize("query", HERE)
def test_the_word_service_alone_is_none(query: str) -> None:
    assert not asks_elsewhere(query)
    assert list(select(Store(), query)) == []
