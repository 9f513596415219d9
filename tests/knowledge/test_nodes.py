"""Nodes: two of one IRI agree or are refused, and the quads are sorted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode

from yotgraph.errors import VocabularyError
from yotgraph.knowledge.literals import string
from yotgraph.knowledge.names import Names, concept, term
from yotgraph.knowledge.nodes import Node, assemble, describe, iri_of

NAMES = Names()
GRAPH = NAMES.graph("a-2015-07")


def finding(key: str, text: str) -> Node:
    iri = NAMES.fact("a-2015-07", "finding", key)
    return describe(iri, "yot:Finding", f"Finding {key}", ("yot:text", string(text)))


def person(name: str, label: str) -> Node:
    iri = NAMES.person(name)
    return describe(iri, "foaf:Person", label, ("foaf:name", string(label)), shared=True)


def test_unknown_values_give_no_triple() -> None:
    node = describe(GRAPH, "prov:Bundle", "A graph", ("yot:text", None), ("yot:theme", []))
    assert [predicate for predicate, _ in node.properties] == [term("rdf:type"), term("rdfs:label")]


def test_two_facts_of_one_iri_are_refused_with_both_named() -> None:
    with pytest.raises(VocabularyError) as refused:
        assemble([finding("1.1", "One."), finding("1.1", "Two.")], GRAPH)
    assert "finding/1.1" in str(refused.value)

    other = describe(NAMES.fact("a-2015-07", "finding", "1.1"), "yot:Finding", "Finding 1-1")
    with pytest.raises(VocabularyError, match=r"'Finding 1\.1' and 'Finding 1-1'"):
        assemble([finding("1.1", "One."), other], GRAPH)


def test_one_fact_said_twice_is_said_once() -> None:
    assert assemble([finding("1.1", "One.")] * 2, GRAPH) == assemble(
        [finding("1.1", "One.")], GRAPH
    )


def test_another_spelling_of_a_name_is_an_alternative() -> None:
    quads = assemble([person("zoe-hill", "Zoë Hill"), person("zoe-hill", "Zoe Hill")], GRAPH)
    said = {(quad.predicate.value.rpartition("#")[2], quad.object.value) for quad in quads}
    assert ("label", "Zoë Hill") in said
    assert ("label", "Zoe Hill") not in said
    assert ("altLabel", "Zoe Hill") in said


def test_what_several_facts_say_of_a_body_is_put_together() -> None:
    iri = NAMES.body("x")
    sector = ("yot:sector", concept("sectors", "health"))
    quads = assemble(
        [
            describe(iri, "org:Organization", "X", shared=True),
            describe(iri, "yot:PartnerAgency", "X", sector, shared=True),
        ],
        GRAPH,
    )
    assert len(quads) == 4


def test_bodies_that_contradict_each_other_are_refused() -> None:
    iri = NAMES.body("x")
    nodes = [
        describe(
            iri, "org:Organization", "X", ("yot:sector", concept("sectors", name)), shared=True
        )
        for name in ("health", "police")
    ]
    with pytest.raises(VocabularyError, match="sector"):
        assemble(nodes, GRAPH)


@given(st.permutations([finding(str(n), f"Text {n}.") for n in range(6)]))
def test_the_order_of_nodes_does_not_matter(nodes: list[Node]) -> None:
    assert assemble(nodes, GRAPH) == assemble(reversed(nodes), GRAPH)


def test_a_blank_node_has_no_iri() -> None:
    with pytest.raises(VocabularyError, match="needs one"):
        iri_of(BlankNode("b"))
