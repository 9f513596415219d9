"""Graphs and validation for the tests of shapes.

Report shapes are held against the narrated example with the schemes and frameworks beside
it, as the program holds them against one report; the shapes of registers and of the ontology
itself are held against a few vocabularies.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDF, SH, Graph
from rdflib.term import Node

ROOT = Path(__file__).parents[2]
REGISTER_SHAPES = ("house", "registers")
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
    for predicate in (SH.targetClass, SH.targetObjectsOf):
        for shape, target in shapes.subject_objects(predicate):
            nodes = (
                data.subjects(RDF.type, target)
                if predicate == SH.targetClass
                else data.objects(None, target)
            )
            found.setdefault(shape, set()).update(nodes)
    return found


@pytest.fixture(scope="session")
def report_shapes() -> Graph:
    """The shapes of what one report states."""
    paths = sorted((ROOT / "shapes").glob("*.ttl"))
    return parsed(*(path for path in paths if path.stem not in REGISTER_SHAPES))


@pytest.fixture(scope="session")
def register_shapes() -> Graph:
    """The shapes of schemes, frameworks, registers and of the ontology itself."""
    return parsed(*(ROOT / "shapes" / f"{name}.ttl" for name in REGISTER_SHAPES))


@pytest.fixture(scope="session")
def example() -> Graph:
    """The narrated example, beside which each concept of the schemes and frameworks is known."""
    graph = parsed(*EXAMPLES)
    for triple in parsed(*SCHEMES, *FRAMEWORKS).triples((None, RDF.type, None)):
        graph.add(triple)
    return graph


@pytest.fixture(scope="session")
def vocabularies() -> Graph:
    """Enough of the schemes, frameworks and registers to stand beside a bad entry."""
    return parsed(*BESIDE_REGISTERS)


@pytest.fixture(scope="session")
def check(
    example: Graph, vocabularies: Graph, report_shapes: Graph, register_shapes: Graph
) -> Callable[[Graph, bool], list[Result]]:
    """Validates triples beside the example, or beside the vocabularies."""

    def validated(triples: Graph, of_registers: bool) -> list[Result]:
        beside = vocabularies if of_registers else example
        added = [triple for triple in triples if triple not in beside]
        for triple in added:
            beside.add(triple)
        try:
            return results(beside, register_shapes if of_registers else report_shapes)
        finally:
            for triple in added:
                beside.remove(triple)

    return validated
