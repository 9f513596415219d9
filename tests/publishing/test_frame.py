"""The published frame makes the same readable tree of any serialisation of a report."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pyld import jsonld
from pyoxigraph import Quad
from tests.factories import five_reports
from tests.publishing.test_jsonld import only_the_bundled_context

from yotgraph.knowledge.names import DEFAULT_BASE
from yotgraph.knowledge.quads import report_quads
from yotgraph.publishing.rdf import to_jsonld, to_nquads
from yotgraph.resources import directory

FRAME = json.loads((directory("ontology") / "frame.jsonld").read_text(encoding="utf-8"))
NATIVE = {"format": "application/n-quads", "useNativeTypes": True}


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    return report_quads(five_reports()[0], version="0.0.0")


@pytest.fixture(scope="module")
def framed(quads: list[Quad]) -> Any:
    """The report as PyLD frames it, read from N-Quads without the graph's name."""
    nodes = jsonld.from_rdf(to_nquads(quad.triple for quad in quads), NATIVE)
    loader = {"documentLoader": only_the_bundled_context}
    return jsonld.frame(nodes, FRAME, {**loader, "omitGraph": True})


def states(tree: Any) -> dict[str, Any]:
    return {fact["@id"]: fact for fact in tree["states"]}


def test_a_report_is_one_tree_with_nothing_empty(framed: Any) -> None:
    assert framed["@type"] == "Report"
    service = framed["reportsOn"]["inspectedService"]
    assert service["label"]
    assert service["overseenBy"]["label"]
    text = json.dumps(framed)
    assert "null" not in text
    assert "@graph" not in framed
    assert "_:" not in text


def test_the_facts_are_those_of_the_export(framed: Any, quads: list[Quad]) -> None:
    (graph,) = json.loads(to_jsonld(quads, base=DEFAULT_BASE))["@graph"]
    exported = next(node for node in graph["@graph"] if node["@type"] == "Report")
    facts, expected = states(framed), states(exported)
    assert len(expected) > 10
    # The export tells the service and its board under the inspection; the frame as stated too.
    assert facts.keys() >= expected.keys()
    for iri, fact in expected.items():
        for name, value in fact.items():
            if isinstance(value, str):
                found = facts[iri][name]
                assert value == (found["@id"] if isinstance(found, dict) else found), (iri, name)


def test_each_fact_has_its_words_beside_it(framed: Any) -> None:
    told = [fact for fact in framed["states"] if fact["@id"].startswith("id:fact/")]
    assert told
    for fact in told:
        for evidence in fact["evidence"]:
            assert any(selector.get("exact") for selector in evidence["hasSelector"]), fact["@id"]


def test_a_body_is_named_where_it_is_used_and_told_once(framed: Any) -> None:
    bodies = [fact["organization"] for fact in framed["states"] if "organization" in fact]
    assert bodies
    assert all(set(body) <= {"@id", "@type", "label"} for body in bodies if isinstance(body, dict))
