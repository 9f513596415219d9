"""The ontology keeps to OWL 2 RL and loads in three tools without a warning.

The profile is that of https://www.w3.org/TR/owl2-profiles/#OWL_2_RL. Its rules for class
expressions are easy to keep: the modules have none, and name every class.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from pathlib import Path

import owlready2
import pytest
from owlrl import DeductiveClosure, OWLRL_Semantics
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse, serialize
from rdflib import RDF, Graph, Namespace, URIRef

ROOT = Path(__file__).parents[2]
ONTOLOGY = ROOT / "ontology"
MODULES = tuple(sorted((ONTOLOGY / "modules").glob("*.ttl")))
TERMS = (ONTOLOGY / "yotgraph.ttl", *MODULES)
FILES = tuple(path for path in sorted(ONTOLOGY.rglob("*.ttl")) if path.parent.name != "examples")
XSD = "http://www.w3.org/2001/XMLSchema#"
OWL = "http://www.w3.org/2002/07/owl#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
# The vocabulary of axioms that the modules may use: all of it is within the profile.
AXIOMS = (
    {f"{RDFS}{name}" for name in ("domain", "isDefinedBy", "label", "range", "subClassOf")}
    | {f"{RDFS}subPropertyOf", f"{RDFS}seeAlso"}
    | {
        f"{OWL}{name}"
        for name in ("disjointWith", "imports", "inverseOf", "versionIRI", "versionInfo")
    }
)
DECLARATIONS = {
    f"{OWL}{name}"
    for name in ("AnnotationProperty", "Class", "DatatypeProperty", "ObjectProperty", "Ontology")
}
# Table 2 of the profile leaves out owl:real, owl:rational and every datatype of calendars but
# xsd:dateTime and xsd:dateTimeStamp.
DATATYPES = {f"{XSD}{name}" for name in ("anyURI", "boolean", "decimal", "integer", "string")}


def triples(*paths: Path) -> Iterator[Triple]:
    for path in paths:
        yield from parse(path=path, format=RdfFormat.TURTLE)


def test_axioms_keep_to_the_profile() -> None:
    annotations = {
        triple.subject
        for triple in triples(*TERMS)
        if triple.predicate == TYPE and triple.object.value == f"{OWL}AnnotationProperty"
    }
    counted = 0
    for triple in triples(*TERMS):
        counted += 1
        if triple.predicate == TYPE:
            assert triple.object.value in DECLARATIONS, triple
        elif triple.predicate not in annotations:
            of_header = triple.predicate.value.startswith("http://purl.org/dc/terms/")
            assert of_header or triple.predicate.value in AXIOMS, triple
    assert counted > 1500


def test_every_class_is_named_and_none_is_everything() -> None:
    named = {
        triple.subject
        for triple in triples(*TERMS)
        if triple.predicate == TYPE and triple.object.value == f"{OWL}Class"
    }
    for triple in triples(*TERMS):
        if triple.predicate.value in (f"{RDFS}subClassOf", f"{OWL}disjointWith", f"{RDFS}domain"):
            assert isinstance(triple.object, NamedNode)
            assert triple.object.value not in (f"{OWL}Thing", f"{RDFS}Resource")
            own = triple.object.value.startswith("https://w3id.org/yotgraph/")
            assert not own or triple.object in named, triple


def test_datatypes_are_those_of_the_profile() -> None:
    ranges = {
        triple.object.value
        for triple in triples(*TERMS)
        if triple.predicate.value == f"{RDFS}range" and triple.object.value.startswith(XSD)
    }
    assert len(ranges) > 3
    assert ranges <= DATATYPES


def test_no_property_is_of_two_kinds() -> None:
    """OWL 2 keeps object, datatype and annotation properties apart."""
    kinds: dict[NamedNode, set[str]] = {}
    for triple in triples(*TERMS):
        if triple.predicate == TYPE and triple.object.value.endswith("Property"):
            kinds.setdefault(triple.subject, set()).add(triple.object.value)
    assert len(kinds) > 150
    assert [term for term, found in kinds.items() if len(found) > 1] == []


@pytest.mark.parametrize("wrong", ["person/anna-field", "body/hm-inspectorate-of-probation"])
def test_a_person_is_no_body(wrong: str) -> None:
    graph = Graph(bind_namespaces="none")
    for path in (*TERMS, ONTOLOGY / "alignments.ttl", ONTOLOGY / "examples" / "inspection.ttl"):
        graph.parse(path, format="turtle")
    node = URIRef(f"https://w3id.org/yotgraph/id/{wrong}")
    graph.add((node, RDF.type, Namespace("http://www.w3.org/ns/org#").Organization))
    graph.add((node, RDF.type, Namespace("http://xmlns.com/foaf/0.1/").Person))
    DeductiveClosure(OWLRL_Semantics).expand(graph)
    error = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
    assert list(graph.objects(None, error))


@pytest.fixture
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails the test where anything warns."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield
    # What Python says of libraries says nothing of the ontology.
    kinds = (DeprecationWarning, ResourceWarning)
    assert [str(each.message) for each in caught if not issubclass(each.category, kinds)] == []
    assert [each.getMessage() for each in caplog.records if each.levelno >= logging.WARNING] == []


@pytest.mark.usefixtures("quiet")
def test_rdflib_loads_all_without_a_warning() -> None:
    graph = Graph()
    for path in FILES:
        graph.parse(path, format="turtle")
    assert len(graph) > 15_000
    literals = [value for value in graph.objects() if getattr(value, "ill_typed", False)]
    assert literals == []


@pytest.mark.usefixtures("quiet")
def test_oxigraph_loads_all_without_a_warning() -> None:
    loaded = set(triples(*FILES))
    assert len(loaded) > 15_000
    assert not any(isinstance(each.object, Literal) and not each.object.value for each in loaded)


@pytest.mark.usefixtures("quiet")
def test_an_owl_tool_follows_the_imports_without_a_warning(tmp_path: Path) -> None:
    for path in (*TERMS, ONTOLOGY / "alignments.ttl"):
        name = "ontology" if path.stem == "yotgraph" else path.stem
        written = serialize(triples(path), format=RdfFormat.N_TRIPLES)
        assert written is not None
        (tmp_path / f"{name}.nt").write_bytes(written)
    owlready2.onto_path.insert(0, str(tmp_path))
    try:
        world = owlready2.World()
        top = world.get_ontology("https://w3id.org/yotgraph/ontology/alignments")
        top.load(only_local=True)
    finally:
        owlready2.onto_path.remove(str(tmp_path))
    loaded = {ontology.name for ontology in top.indirectly_imported_ontologies()}
    assert loaded == {"alignments", "ontology", *(path.stem for path in MODULES)}
    declared = {
        kind: sum(
            triple.predicate == TYPE and triple.object.value == f"{OWL}{kind}"
            for triple in triples(*TERMS)
        )
        for kind in ("Class", "DatatypeProperty", "ObjectProperty")
    }
    assert len(list(world.classes())) == declared["Class"]
    assert len(list(world.data_properties())) == declared["DatatypeProperty"]
    assert len(list(world.object_properties())) == declared["ObjectProperty"]
