"""Parsing and validation for the tests of shapes: files to a graph, a graph to results."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pyshacl import validate
from rdflib import RDF, SH, Graph
from rdflib.term import Node

ROOT = Path(__file__).parents[2]
REGISTER_SHAPES = ("frameworks", "house", "registers", "schemes")
EXAMPLES = tuple(sorted((ROOT / "ontology" / "examples").glob("*.ttl")))
SCHEMES = tuple(sorted((ROOT / "ontology" / "schemes").glob("*.ttl")))
FRAMEWORKS = tuple(sorted((ROOT / "ontology" / "frameworks").glob("*.ttl")))
BESIDE_REGISTERS = (
    *EXAMPLES,
    ROOT / "ontology" / "frameworks" / "yos-2018.ttl",
    ROOT / "ontology" / "registers" / "national-bodies.ttl",
    ROOT / "ontology" / "schemes" / "organisation-types.ttl",
    ROOT / "ontology" / "schemes" / "sectors.ttl",
)


@dataclass(frozen=True, slots=True, order=True)
class Result:
    """One line of a validation report."""

    shape: str
    focus: str
    constraint: str
    severity: str
    message: str


def parsed(*paths: Path) -> Graph:
    """The triples of several files together."""
    assert paths, "no files to parse"
    graph = Graph(bind_namespaces="none")
    for path in paths:
        graph.parse(path, format="turtle")
    return graph


def results(data: Graph, shapes: Graph) -> list[Result]:
    """What the shapes find wrong with the data, sorted."""
    _, report, _ = validate(data, shacl_graph=shapes, inplace=True)
    assert isinstance(report, Graph)

    def of(node: Node, predicate: Node) -> str:
        return str(report.value(node, predicate) or "")

    return sorted(
        Result(
            of(node, SH.sourceShape),
            of(node, SH.focusNode),
            of(node, SH.sourceConstraintComponent),
            of(node, SH.resultSeverity),
            of(node, SH.resultMessage),
        )
        for node in report.subjects(RDF.type, SH.ValidationResult)
    )


def focus_nodes(data: Graph, shapes: Graph) -> dict[Node, set[Node]]:
    """For each node shape with a target, the nodes that it is held against."""
    found: dict[Node, set[Node]] = {}
    ways = {
        SH.targetClass: lambda target: data.subjects(RDF.type, target),
        SH.targetObjectsOf: lambda target: data.objects(None, target),
        SH.targetSubjectsOf: lambda target: data.subjects(target),
    }
    for predicate, nodes in ways.items():
        for shape, target in shapes.subject_objects(predicate):
            found.setdefault(shape, set()).update(nodes(target))
    return found
