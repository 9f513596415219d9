"""Validation: SHACL on each graph, checks over all of them, and a report to act on.

The registers are validated once, by themselves. Each report's graph is validated with what
rules concluded from it. Then the checks look at everything together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import replace
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from yotgraph.knowledge.checks import load_checks, run_checks
from yotgraph.knowledge.names import Names, term
from yotgraph.knowledge.nodes import iri_of
from yotgraph.knowledge.results import ShapeCount, ValidationReport, ValidationResult
from yotgraph.knowledge.shacl import load_shapes, shacl_results
from yotgraph.knowledge.store import open_store
from yotgraph.knowledge.targets import focus_nodes

__all__ = ["validate"]


def validate(
    quads: Iterable[Quad],
    *,
    names: Names | None = None,
    jobs: int = 1,
    with_registers: bool = True,
    shapes: Path | None = None,
    checks: Path | None = None,
    memory: MutableMapping[str, str] | None = None,
) -> ValidationReport:
    """What is wrong in a data set: its report graphs, its derived graph and its registers.

    The quads are those that are published, not those of a store, which has changed numbers.
    ``jobs`` is the number of processes for SHACL. Without ``with_registers`` the registers,
    which change less often than the data, are taken to be right. ``shapes`` and ``checks``
    stand in for the project's folders. What SHACL finds in a graph is put into ``memory``, and
    taken from there where the graph has not changed. Raises :class:`VocabularyError` where a shape or check
    cannot be read.
    """
    minted = names or Names()
    by_graph: dict[NamedNode, list[Quad]] = defaultdict(list)
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode):
            by_graph[quad.graph_name].append(quad)
    registers = by_graph.pop(minted.registers_graph, [])
    derived = by_graph.pop(minted.derived_graph, [])
    reports = [by_graph[graph] for graph in sorted(by_graph, key=str)]
    rules = load_shapes(shapes)
    alone = [registers] if with_registers and registers else []
    graphs = [*alone, *_with_conclusions(reports, derived, minted)]
    everything = [*registers, *derived, *(quad for quads in reports for quad in quads)]
    chosen = load_checks(checks)
    places = _Places.of(everything)
    found = [
        *map(places.fill, shacl_results(graphs, registers, rules, jobs, memory)),
        *run_checks(open_store(everything), chosen),
    ]
    return ValidationReport(
        results=tuple(sorted(found, key=ValidationResult.sort_key)),
        shapes=tuple(
            ShapeCount(shape, len(nodes)) for shape, nodes in focus_nodes(rules, everything).items()
        ),
        checks=tuple(check.name for check in chosen),
    )


def _with_conclusions(
    reports: Sequence[Sequence[Quad]], derived: Sequence[Quad], names: Names
) -> list[list[Quad]]:
    """Each report's graph with what rules say of its facts and conclude from them."""
    start = f"{names.base}id/"
    concluded: dict[str, list[Quad]] = defaultdict(list)
    for quad in derived:
        kind, _, rest = iri_of(quad.subject).removeprefix(start).partition("/")
        if kind in ("fact", "derived"):
            concluded[rest.partition("/")[0]].append(quad)
    return [
        [*quads, *concluded[iri_of(quads[0].graph_name).rpartition("/")[2]]] for quads in reports
    ]


class _Places:
    """Where nodes stand: the report, section and words of the evidence that they rest on."""

    def __init__(self, values: Mapping[tuple[str, str], str]) -> None:
        self._values = values

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> _Places:
        """The places of all nodes in ``quads``."""
        wanted = {
            term(name): name
            for name in (
                "yot:mainEvidence",
                "yot:statedIn",
                "yot:section",
                "oa:hasSource",
                "oa:exact",
                "dcterms:identifier",
            )
        }
        values: dict[tuple[str, str], str] = {}
        for quad in quads:
            name = wanted.get(quad.predicate)
            if name and isinstance(quad.object, NamedNode | Literal):
                values[iri_of(quad.subject), name] = quad.object.value
        return cls(values)

    def fill(self, result: ValidationResult) -> ValidationResult:
        """The result with report, section and words, where they are known."""
        words = self._values.get((result.focus, "yot:mainEvidence"), result.focus)
        words = words.removesuffix("/quote").removesuffix("/position")
        source = self._values.get((result.focus, "yot:statedIn")) or self._values.get(
            (words, "oa:hasSource"), result.focus
        )
        return replace(
            result,
            report=self._values.get((source, "dcterms:identifier")),
            section=self._values.get((words, "yot:section")),
            quote=self._values.get((f"{words}/quote", "oa:exact")),
        )
