"""Each format reads back as the graph that was written, in Oxigraph and in rdflib both."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    parse,
    serialize,
)
from rdflib import Dataset as RdflibDataset
from tests.publishing.graphs import BASE, HOSTILE, PREFIXES, YOT, graphs, node, sample

from yotgraph.publishing.rdf import RDF_FORMATS, serialise

pytestmark = pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning:rdflib")

OXIGRAPH = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
}
RDFLIB = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "jsonld": "json-ld"}
FORMATS = sorted(RDF_FORMATS)


def written(name: str, quads: Iterable[Quad]) -> str:
    return serialise(name, quads, base=BASE, prefixes=PREFIXES)


def expected(name: str, quads: Iterable[Quad]) -> set[Quad]:
    keeps = RDF_FORMATS[name].keeps_graphs
    return set(quads) if keeps else {Quad(q.subject, q.predicate, q.object) for q in quads}


def read_by_oxigraph(name: str, text: str) -> set[Quad]:
    return set(parse(text, format=OXIGRAPH[name]))


def read_by_rdflib(name: str, text: str) -> set[tuple[object, ...]]:
    dataset = RdflibDataset()
    if name == "turtle":
        # rdflib reads a Turtle file into the graph that it is asked of.
        dataset.default_graph.parse(data=text, format="turtle")
    else:
        dataset.parse(data=text, format=RDFLIB[name])
    return set(dataset.quads())


def same_in_rdflib(name: str, text: str, quads: Iterable[Quad]) -> bool:
    """Compares with what rdflib reads from Oxigraph's own N-Quads: rdflib rewrites some lexical
    forms (``007``) whatever it reads them from."""
    plain = serialize(expected(name, quads), format=RdfFormat.N_QUADS)
    assert plain is not None
    return read_by_rdflib(name, text) == read_by_rdflib("nquads", plain.decode())


@pytest.mark.parametrize("name", FORMATS)
def test_the_sample_comes_back(name: str) -> None:
    text = written(name, sample())
    assert read_by_oxigraph(name, text) == expected(name, sample())
    assert same_in_rdflib(name, text, sample())


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_comes_back(name: str) -> None:
    said = NamedNode(f"{YOT}text")
    quads = [Quad(node(f"id/x/{n}"), said, Literal(text)) for n, text in enumerate(HOSTILE)]
    text = written(name, quads)
    assert read_by_oxigraph(name, text) == set(quads)
    assert same_in_rdflib(name, text, quads)


@pytest.mark.parametrize("name", FORMATS)
@given(quads=graphs)
@settings(max_examples=60, deadline=None)
def test_any_graph_comes_back(name: str, quads: list[Quad]) -> None:
    text = written(name, quads)
    assert read_by_oxigraph(name, text) == expected(name, quads)
    assert same_in_rdflib(name, text, quads)
