"""Graphs and validation for the tests of shapes.

Report shapes are held against the narrated example with the schemes and frameworks beside
it, as the program holds them against one report; the shapes of registers and of the ontology
itself are held against a few vocabularies.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rdflib import RDF, Graph
from tests.shapes.validating import (
    BESIDE_REGISTERS,
    EXAMPLES,
    FRAMEWORKS,
    REGISTER_SHAPES,
    ROOT,
    SCHEMES,
    Result,
    parsed,
    results,
)


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
