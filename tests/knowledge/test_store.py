"""The store: in memory, on disk, from files and folders, and as rdflib sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, serialize
from tests.factories import letter, rated, registers

from yotgraph.errors import UsageError, VocabularyError
from yotgraph.knowledge import store as store_module
from yotgraph.knowledge.names import DEFAULT_BASE, Names, term
from yotgraph.knowledge.quads import report_quads
from yotgraph.knowledge.store import (
    as_rdflib,
    open_store,
    read_quads,
    register_quads,
    replace_graph,
    report_slugs,
    select,
)

QUADS = [q for report in (letter(), rated()) for q in report_quads(report, version="0.0.0")]
SLUGS = ["northmoor-2015-07", "southmoor-2018-12"]


def write(path: Path, rdf_format: RdfFormat) -> Path:
    quads = QUADS if rdf_format.supports_datasets else [quad.triple for quad in QUADS]
    serialize(quads, output=path, format=rdf_format)
    return path


@pytest.mark.parametrize(
    ("name", "rdf_format"),
    [
        ("graph.nq", RdfFormat.N_QUADS),
        ("graph.trig", RdfFormat.TRIG),
        ("graph.ttl", RdfFormat.TURTLE),
        ("graph.nt", RdfFormat.N_TRIPLES),
    ],
)
def test_a_file_of_any_form_can_be_asked(tmp_path: Path, name: str, rdf_format: RdfFormat) -> None:
    assert report_slugs(open_store(write(tmp_path / name, rdf_format))) == SLUGS


def test_quads_are_kept_in_memory_or_on_disk(tmp_path: Path) -> None:
    in_memory = open_store(QUADS)
    on_disk = open_store(QUADS, folder=tmp_path / "store")
    assert len(in_memory) == len(on_disk) == len(QUADS)
    assert (tmp_path / "store" / "CURRENT").is_file()


def test_a_large_file_is_loaded_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "MEMORY_LIMIT_BYTES", 10)
    monkeypatch.setattr(store_module.tempfile, "tempdir", str(tmp_path))
    store = open_store(write(tmp_path / "graph.nq", RdfFormat.N_QUADS))
    assert report_slugs(store) == SLUGS
    assert list(tmp_path.glob("yotgraph-*/CURRENT"))


def test_a_build_is_opened_by_its_store_or_else_by_its_dump(tmp_path: Path) -> None:
    write(tmp_path / "yotgraph.nq", RdfFormat.N_QUADS)
    assert len(open_store(tmp_path)) == len(QUADS)

    made = open_store(QUADS[:5], folder=tmp_path / "store")
    made.flush()
    del made
    assert len(open_store(tmp_path)) == 5
    assert len(open_store(tmp_path / "store")) == 5

    (tmp_path / "store" / "CURRENT").write_text("broken")
    assert len(open_store(tmp_path)) == len(QUADS)


def test_an_opened_build_cannot_be_changed(tmp_path: Path) -> None:
    made = open_store(QUADS, folder=tmp_path / "store")
    made.flush()
    del made
    with pytest.raises(RuntimeError, match="read-write"):
        open_store(tmp_path).add(QUADS[0])


@pytest.mark.parametrize("name", ["nowhere.nq", "nowhere", "graph.csv"])
def test_what_is_no_graph_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        open_store(tmp_path / name)


def test_an_empty_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="yotgraph build"):
        open_store(tmp_path)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_text("<a> <b>")
    with pytest.raises(UsageError, match=r"graph\.nq"):
        open_store(tmp_path / "graph.nq")


def test_quads_are_read_as_they_were_published(tmp_path: Path) -> None:
    path = write(tmp_path / "yotgraph.nq", RdfFormat.N_QUADS)
    assert list(read_quads(tmp_path)) == list(read_quads(path)) == QUADS
    assert set(open_store(path)) != set(QUADS)
    with pytest.raises(UsageError, match="no such file"):
        list(read_quads(tmp_path / "nowhere.nq"))
    path.write_text("<a> <b>")
    with pytest.raises(UsageError, match="build the graph again"):
        list(read_quads(path))


def test_one_graph_is_replaced_and_no_other() -> None:
    store = open_store(QUADS)
    graph = Names().graph("southmoor-2018-12")
    before = sum(quad.graph_name == graph for quad in QUADS)
    new = Quad(graph, term("rdfs:label"), Literal("New"), graph)
    replace_graph(store, graph, [new])
    assert len(store) == len(QUADS) - before + 1
    with pytest.raises(VocabularyError, match="no part"):
        replace_graph(store, graph, QUADS[:1])
    assert new in store


def test_select_sees_the_union_and_takes_terms_not_text() -> None:
    store = open_store(QUADS)
    query = "SELECT ?report WHERE { ?document a yot:Report ; dcterms:identifier ?report }"
    assert len(list(select(store, query))) == 2
    assert len(list(select(store, query, {"report": Literal(SLUGS[0])}))) == 1
    with pytest.raises(UsageError, match="cannot be read"):
        select(store, "SELECT nothing")
    with pytest.raises(UsageError, match="no rows"):
        select(store, "ASK { ?s ?p ?o }")


def test_rdflib_sees_the_same_graphs() -> None:
    dataset = as_rdflib(open_store(QUADS))
    assert len(dataset) == len({quad.triple for quad in QUADS})
    graph = dataset.graph(f"{DEFAULT_BASE}graph/{SLUGS[0]}")
    assert len(graph) == sum(SLUGS[0] in str(quad.graph_name) for quad in QUADS)


def test_registers_are_one_sorted_graph_without_examples(tmp_path: Path) -> None:
    quads = registers()
    assert {quad.graph_name for quad in quads} == {Names().registers_graph}
    assert [str(quad) for quad in quads] == sorted(str(quad) for quad in quads)
    (tmp_path / "examples").mkdir()
    (tmp_path / "a.ttl").write_text("<https://e.org/a> <https://e.org/p> 1 .")
    (tmp_path / "examples" / "b.ttl").write_text("<https://e.org/b> <https://e.org/p> 1 .")
    assert [quad.subject.value for quad in register_quads(folder=tmp_path)] == ["https://e.org/a"]


@pytest.mark.parametrize("text", ["[] <https://e.org/p> 1 .", "<https://e.org/a> nothing"])
def test_registers_with_blank_nodes_or_broken_turtle_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.ttl").write_text(text)
    with pytest.raises(VocabularyError, match=r"a\.ttl"):
        register_quads(folder=tmp_path)


def test_data_in_registers_moves_with_the_base(tmp_path: Path) -> None:
    body = f"<{DEFAULT_BASE}id/body/a>"
    scheme = f"<{DEFAULT_BASE}scheme/sectors/health>"
    (tmp_path / "a.ttl").write_text(f"{body} <{DEFAULT_BASE}ontology#sector> {scheme} .")
    quad = register_quads(Names("https://example.org/"), tmp_path)[0]
    assert quad.subject == NamedNode("https://example.org/id/body/a")
    assert str(quad.object) == scheme
    assert quad.graph_name == NamedNode("https://example.org/graph/registers")


def test_a_store_folder_is_opened_for_reading_by_two_at_once(tmp_path: Path) -> None:
    made = open_store(QUADS, folder=tmp_path / "store")
    made.flush()
    del made
    first, second = open_store(tmp_path), open_store(tmp_path)
    assert isinstance(first, Store)
    assert report_slugs(first) == report_slugs(second) == SLUGS
