"""The ontology, its alignments and the narrated examples contradict nothing (OWL 2 RL)."""

from __future__ import annotations

from pathlib import Path

import pytest
from owlrl import DeductiveClosure, OWLRL_Semantics
from rdflib import OWL, RDF, RDFS, Graph, Literal, Namespace, URIRef

ROOT = Path(__file__).parents[2]
ONTOLOGY = ROOT / "ontology"
FILES = (
    ONTOLOGY / "yotgraph.ttl",
    ONTOLOGY / "alignments.ttl",
    *sorted((ONTOLOGY / "modules").glob("*.ttl")),
    *sorted((ONTOLOGY / "examples").glob("*.ttl")),
    ONTOLOGY / "frameworks" / "sqs.ttl",
    ONTOLOGY / "schemes" / "ratings.ttl",
)
YOT = Namespace("https://w3id.org/yotgraph/ontology#")
ID = Namespace("https://w3id.org/yotgraph/id/")
# Where owlrl puts what contradicts itself.
ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")


def asserted() -> Graph:
    graph = Graph(bind_namespaces="none")
    for path in FILES:
        graph.parse(path, format="turtle")
    return graph


def contradictions(graph: Graph) -> list[str]:
    """What the rules of OWL 2 RL find inconsistent, after drawing all conclusions."""
    DeductiveClosure(OWLRL_Semantics).expand(graph)
    return sorted(str(error) for error in graph.objects(None, ERROR))


@pytest.fixture(scope="module")
def closed() -> Graph:
    graph = asserted()
    assert contradictions(graph) == []
    return graph


def test_the_ontology_and_the_examples_are_consistent(closed: Graph) -> None:
    assert (ID["service/northmoor"], RDF.type, YOT.YouthOffendingService) in closed


def test_the_registers_and_frameworks_are_consistent() -> None:
    graph = asserted()
    bodies = ("local-authorities", "national-bodies", "partner-bodies", "police-forces", "services")
    for path in sorted(ONTOLOGY.rglob("*.ttl")):
        if path.parent.name == "frameworks" or path.stem in bodies:
            graph.parse(path, format="turtle")
    assert len(graph) > 8_000
    assert contradictions(graph) == []


def test_conclusions_reach_the_public_vocabularies(closed: Graph) -> None:
    org = Namespace("http://www.w3.org/ns/org#")
    prov = Namespace("http://www.w3.org/ns/prov#")
    assert (ID["service/northmoor"], RDF.type, org.Organization) in closed
    assert (ID["inspection/northmoor-2019-04"], RDF.type, prov.Activity) in closed
    assert (ID["report/northmoor-2019-04"], RDF.type, prov.Entity) in closed


def test_nothing_becomes_a_person_by_conclusion(closed: Graph) -> None:
    foaf = Namespace("http://xmlns.com/foaf/0.1/")
    assert set(closed.subjects(RDF.type, foaf.Person)) == {ID["person/anna-field"]}


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("board/northmoor", RDF.type, YOT.YouthOffendingService),
        ("inspection/northmoor-2019-04", RDF.type, YOT.Report),
        ("fact/northmoor-2019-04/strength/1", RDF.type, YOT.AreaForImprovement),
        ("fact/northmoor-2019-04/rating/overall", YOT.statedIn, ID["inspection/northmoor-2019-04"]),
        (
            "fact/northmoor-2019-04/finding/2.2-paragraph-1",
            YOT.evidence,
            ID["report/northmoor-2019-04"],
        ),
    ],
)
def test_a_mistake_contradicts_the_ontology(subject: str, predicate: URIRef, value: URIRef) -> None:
    graph = asserted()
    graph.add((ID[subject], predicate, value))
    assert contradictions(graph)


def test_disjoint_classes_have_no_common_subclass() -> None:
    graph = asserted()
    above = {
        cls: set(graph.transitive_objects(cls, RDFS.subClassOf))
        for cls in graph.subjects(RDF.type, OWL.Class)
    }
    for left, right in graph.subject_objects(OWL.disjointWith):
        assert not [cls for cls, classes in above.items() if {left, right} <= classes]


def test_labels_of_examples_have_no_language() -> None:
    example = Graph().parse(ONTOLOGY / "examples" / "inspection.ttl", format="turtle")
    labels = list(example.objects(None, RDFS.label))
    assert len(labels) > 30
    assert all(isinstance(label, Literal) and label.language is None for label in labels)
