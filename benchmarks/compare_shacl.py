"""Holds the shapes against the same data with two SHACL engines and compares what they find.

    python benchmarks/compare_shacl.py [BUILD]

Validation uses pySHACL. This script asks rudof too (``pip install pyrudof``), an engine of
another make, so that a shape which only one of them understands is noticed. It compares the
narrated example, each bad example of ``tests/bad`` beside it, and, for a build's folder, each
of its reports. It prints what only one of them finds and the time that each took, and ends
with 1 where they disagree.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyrudof
from pyoxigraph import NamedNode, Quad, RdfFormat, parse, serialize

from yotgraph.knowledge.names import Names
from yotgraph.knowledge.shacl import Surroundings, load_shapes, shacl_results
from yotgraph.knowledge.store import read_quads, register_quads

ROOT = Path(__file__).parents[1]
NAMES = Names()

Finding = tuple[str, str, str]
"""Node, shape and kind of constraint: what both engines must agree on."""


def by_pyshacl(
    data: Sequence[Quad], beside: Sequence[Quad], shapes: Sequence[Quad]
) -> set[Finding]:
    """What pySHACL finds wrong with the nodes of the data."""
    found = shacl_results([data], beside, shapes)
    return {(each.focus, each.source, each.component) for each in found}


def by_rudof(data: Sequence[Quad], beside: Sequence[Quad], shapes: Sequence[Quad]) -> set[Finding]:
    """What rudof finds wrong with them."""
    around = Surroundings.of(beside).beside(data)
    engine = pyrudof.Rudof(pyrudof.RudofConfig())
    engine.read_data(ntriples([*data, *around]), pyrudof.RDFFormat.NTriples)
    engine.read_shacl(ntriples(shapes), pyrudof.ShaclFormat.NTriples)
    own = {name_of(quad.subject) for quad in data}
    found = {
        tuple(map(name_of, (entry.focus_node, entry.source_shape, entry.constraint_component)))
        for entry in engine.validate_shacl().violations
    }
    return {finding for finding in found if finding[0] in own}


def ntriples(quads: Sequence[Quad]) -> str:
    """The triples of quads as N-Triples."""
    written = serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES)
    return (written or b"").decode()


def name_of(node: object) -> str:
    """A node as both engines name it: an IRI without brackets, a blank node by its label."""
    return str(node).removeprefix("<").removesuffix(">").removeprefix("_:")


def cases(build: Path | None) -> Iterator[tuple[str, list[Quad]]]:
    """The graphs to compare on, each with a name."""
    example = in_graph("example", *sorted((ROOT / "ontology" / "examples").glob("*.ttl")))
    yield "the narrated example", example
    for path in sorted((ROOT / "tests" / "bad").glob("*.ttl")):
        yield path.stem, [*example, *in_graph("example", path)]
    if build is not None:
        reports: dict[str, list[Quad]] = defaultdict(list)
        for quad in read_quads(build):
            if isinstance(quad.graph_name, NamedNode):
                reports[quad.graph_name.value].append(quad)
        for own in (NAMES.registers_graph.value, NAMES.derived_graph.value):
            reports.pop(own, None)
        yield from sorted(reports.items())


def in_graph(name: str, *paths: Path) -> list[Quad]:
    """The triples of files as the quads of one graph."""
    graph = NAMES.graph(name)
    triples = {each.triple for path in paths for each in parse(path=path, format=RdfFormat.TURTLE)}
    return [
        Quad(each.subject, each.predicate, each.object, graph) for each in sorted(triples, key=str)
    ]


def main() -> int:
    """Prints the disagreements, then the sums; gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", nargs="?", type=Path, help="a build's folder")
    beside, shapes = register_quads(), load_shapes()
    times = {"pySHACL": 0.0, "rudof": 0.0}
    compared = agreed = 0
    for name, data in cases(parser.parse_args().build):
        found: dict[str, set[Finding]] = {}
        for engine, ask in (("pySHACL", by_pyshacl), ("rudof", by_rudof)):
            start = time.perf_counter()
            found[engine] = ask(data, beside, shapes)
            times[engine] += time.perf_counter() - start
        compared += 1
        agreed += found["pySHACL"] == found["rudof"]
        for engine, other in (("pySHACL", "rudof"), ("rudof", "pySHACL")):
            for finding in sorted(found[engine] - found[other]):
                print(f"{name}: only {engine} finds {' '.join(finding)}")
    print(f"{agreed} of {compared} graphs: both find the same")
    print(", ".join(f"{engine} {seconds:.1f} s" for engine, seconds in times.items()))
    return 0 if agreed == compared else 1


if __name__ == "__main__":
    raise SystemExit(main())
