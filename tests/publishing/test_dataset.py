"""The description of the data set: what it counts, and that it follows from the data alone."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse
from tests.publishing.graphs import BASE, PREFIXES, XSD, YOT, node, sample

from yotgraph.knowledge.questions import ask, load_questions
from yotgraph.publishing.dataset import DATASET_PREFIXES, describe_dataset
from yotgraph.publishing.turtle import to_turtle

DATASET = NamedNode(f"{BASE}dataset")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    (tmp_path / "answers").mkdir()
    paths = [
        tmp_path / "yotgraph.ttl",
        tmp_path / "answers" / "ratings & more.csv",
        tmp_path / "x.gexf",
    ]
    for path in paths:
        path.write_bytes(b"content of " + path.name.encode())
    return paths


def described(files: list[Path], quads: list[Quad] | None = None, **more: object) -> list[Triple]:
    folder = files[0].parent if files else Path()
    return describe_dataset(
        sample() if quads is None else quads,
        files,
        folder=folder,
        base=BASE,
        prefixes=PREFIXES,
        **more,  # type: ignore[arg-type]
    )


def values(triples: list[Triple], subject: NamedNode, predicate: str) -> list[str]:
    prefix, _, local = predicate.partition(":")
    iri = NamedNode(DATASET_PREFIXES[prefix] + local)
    return sorted(
        triple.object.value  # type: ignore[union-attr]
        for triple in triples
        if triple.subject == subject and triple.predicate == iri
    )


def subjects(triples: list[Triple], predicate: str, value: str) -> list[str]:
    def iri(prefixed: str) -> NamedNode:
        prefix, _, local = prefixed.partition(":")
        return NamedNode(DATASET_PREFIXES[prefix] + local)

    return sorted(
        str(triple.subject)[1:-1]
        for triple in triples
        if triple.predicate == iri(predicate) and triple.object == iri(value)
    )


def test_each_file_has_its_size_checksum_and_type(files: list[Path]) -> None:
    triples = described(files)
    distributions = values(triples, DATASET, "dcat:distribution")
    assert distributions == [
        f"{BASE}dataset/file/answers/ratings%20%26%20more.csv",
        f"{BASE}dataset/file/x.gexf",
        f"{BASE}dataset/file/yotgraph.ttl",
    ]
    table, other, turtle = map(NamedNode, distributions)
    content = files[0].read_bytes()
    assert values(triples, turtle, "dcat:byteSize") == [str(len(content))]
    (checksum,) = values(triples, turtle, "spdx:checksum")
    assert values(triples, NamedNode(checksum), "spdx:checksumValue") == [
        hashlib.sha256(content).hexdigest()
    ]
    assert values(triples, table, "dcat:mediaType") == [
        "https://www.iana.org/assignments/media-types/text/csv"
    ]
    assert values(triples, other, "dcat:mediaType") == []
    assert values(triples, turtle, "dcat:downloadURL") == []


def test_the_address_of_files_is_told_where_it_is_known(files: list[Path]) -> None:
    triples = described(files, download="https://example.org/data/")
    table = NamedNode(f"{BASE}dataset/file/answers/ratings%20%26%20more.csv")
    assert values(triples, table, "dcat:downloadURL") == [
        "https://example.org/data/answers/ratings%20%26%20more.csv"
    ]


def test_counts_are_those_of_a_query() -> None:
    store = Store()
    store.extend(sample())
    triples = described([])

    def count(pattern: str) -> str:
        (row,) = store.query(pattern, use_default_graph_as_union=True)  # type: ignore[misc]
        return str(row[0].value)

    assert values(triples, DATASET, "void:triples") == [
        count("SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } }")
    ]
    assert values(triples, DATASET, "void:distinctSubjects") == [
        count("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }")
    ]
    assert values(triples, DATASET, "void:classes") == [
        count("SELECT (COUNT(DISTINCT ?c) AS ?n) { ?s a ?c }")
    ]
    partition = NamedNode(f"{BASE}dataset/class/yot-Finding")
    assert partition.value in values(triples, DATASET, "void:classPartition")
    assert values(triples, partition, "void:entities") == ["2"]
    # One person whom two reports name is one person.
    person = NamedNode(f"{BASE}dataset/class/foaf-Person")
    assert values(triples, person, "void:entities") == ["1"]
    graph = node("graph/otherton-2018-12")
    assert values(triples, graph, "void:triples") == [
        count(f"SELECT (COUNT(*) AS ?n) {{ GRAPH {graph} {{ ?s ?p ?o }} }}")
    ]


def test_the_space_of_iris_and_an_example_are_told() -> None:
    triples = described([])
    assert values(triples, DATASET, "void:uriSpace") == [f"{BASE}id/"]
    (example,) = values(triples, DATASET, "void:exampleResource")
    assert example in subjects([quad.triple for quad in sample()], "rdf:type", "yot:Report")
    assert "youth justice" in values(triples, DATASET, "dcat:keyword")
    nothing = described([], [])
    assert values(nothing, DATASET, "void:exampleResource") == []


def test_vocabularies_are_the_namespaces_in_use() -> None:
    found = values(described([]), DATASET, "void:vocabulary")
    assert YOT in found
    assert PREFIXES["oa"] in found
    assert PREFIXES["unused"] not in found


def test_a_class_without_a_prefix_has_a_partition_too() -> None:
    kind = NamedNode("https://example.org/kinds/a#b")
    typed = Quad(node("id/x/1"), NamedNode(f"{DATASET_PREFIXES['rdf']}type"), kind)
    assert values(described([], [typed]), DATASET, "void:classPartition") == [
        f"{BASE}dataset/class/https%3A%2F%2Fexample.org%2Fkinds%2Fa%23b"
    ]


def test_modified_is_the_newest_report_and_absent_without_one() -> None:
    assert values(described([]), DATASET, "dcterms:modified") == ["2018-12"]
    assert values(described([], []), DATASET, "dcterms:modified") == []
    law = Quad(
        node("id/law/1"),
        NamedNode(f"{PREFIXES['dcterms']}issued"),
        Literal("2030-01-01", datatype=NamedNode(f"{XSD}date")),
    )
    assert values(described([], [*sample(), law]), DATASET, "dcterms:modified") == ["2018-12"]


def test_inputs_and_software_are_named() -> None:
    triples = described([])
    assert values(triples, DATASET, "prov:wasDerivedFrom") == [f"{BASE}id/source/1111"]
    assert values(triples, node("id/source/1111"), "yot:sha256") == ["1111"]
    assert values(triples, DATASET, "prov:wasAttributedTo") == [f"{BASE}id/software/yotgraph-0"]


def test_violations_are_told() -> None:
    valid = " ".join(values(described([]), DATASET, "dcterms:description"))
    invalid = " ".join(
        values(described([], violations_allowed=True), DATASET, "dcterms:description")
    )
    assert "met its shapes" in valid
    assert "Violations were allowed" not in valid
    assert "Violations were allowed" in invalid
    assert "met its shapes" not in invalid


def test_questions_are_queries_that_run_as_they_stand() -> None:
    questions = load_questions()
    triples = described([], questions=questions)
    executables = subjects(triples, "rdf:type", "sh:SPARQLExecutable")
    assert executables == subjects(triples, "rdf:type", "sh:SPARQLSelectExecutable")
    assert executables == values(triples, DATASET, "dcterms:relation")
    assert len(executables) == len(questions) > 30
    store = Store()
    store.extend(sample())
    for question in questions:
        query = NamedNode(f"{BASE}dataset/query/{question.name}")
        assert values(triples, query, "rdfs:comment") == [question.question]
        assert values(triples, query, "schema:keywords") == [question.category]
        (text,) = values(triples, query, "sh:select")
        assert "#+" not in text
        rows = list(store.query(text, use_default_graph_as_union=True))  # type: ignore[arg-type]
        assert len(rows) == len(ask(store, question).rows), question.name


def test_the_example_queries_read_back_from_turtle() -> None:
    triples = described([], questions=load_questions())
    text = to_turtle(triples, DATASET_PREFIXES, base=BASE)
    assert set(parse(text, format=RdfFormat.TURTLE)) == {
        Quad(each.subject, each.predicate, each.object) for each in triples
    }


def test_the_example_queries_are_written_line_by_line() -> None:
    triples = described([], questions=load_questions())
    text = to_turtle(triples, DATASET_PREFIXES, base=BASE, keep_lines=True)
    assert "\nSELECT ?report ?domain ?cases ?evidence\nWHERE {\n" in text
    assert set(parse(text, format=RdfFormat.TURTLE)) == {
        Quad(each.subject, each.predicate, each.object) for each in triples
    }


def test_the_version_of_the_ontology_is_told() -> None:
    version = Quad(
        NamedNode(f"{BASE}ontology"),
        NamedNode("http://www.w3.org/2002/07/owl#versionIRI"),
        NamedNode(f"{BASE}ontology/1.2.3"),
    )
    assert values(described([], [*sample(), version]), DATASET, "dcterms:conformsTo") == [
        f"{BASE}ontology/1.2.3"
    ]
    assert values(described([]), DATASET, "dcterms:conformsTo") == []


def test_licence_and_attribution() -> None:
    triples = described([])
    assert values(triples, DATASET, "dcterms:license") == [
        "http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
    ]
    (rights,) = values(triples, DATASET, "dcterms:rights")
    assert "Open Government Licence v3.0" in values(triples, NamedNode(rights), "rdfs:label")[0]


def test_it_repeats_itself_and_has_no_blank_node(files: list[Path]) -> None:
    one = described(files)
    assert one == described(list(reversed(files)), list(reversed(sample())))
    assert not any(isinstance(term, BlankNode) for triple in one for term in triple)
    text = to_turtle(one, DATASET_PREFIXES, base=BASE)
    assert text.startswith("@base <https://w3id.org/yotgraph/> .\n@prefix dcat:")
