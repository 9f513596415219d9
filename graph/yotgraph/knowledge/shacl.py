"""SHACL over one graph at a time, with what the registers say of the nodes it names.

pySHACL reads rdflib graphs in memory. A store would keep numbers by value alone (a
``xsd:nonNegativeInteger`` comes back as ``xsd:integer``), so the quads themselves are looked
at, as they are published. Data and shapes are read by one parser: two parsers do not agree on
the datatype of plain text. The registers hold thousands of nodes; only those that a report
names go beside it, with all that is said of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from yotgraph.errors import VocabularyError
from yotgraph.knowledge.names import term
from yotgraph.knowledge.results import Severity, ValidationResult, as_lines, from_lines
from yotgraph.knowledge.targets import TARGETS
from yotgraph.resources import directory

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node as RdflibNode

__all__ = ["Surroundings", "load_shapes", "shacl_results"]

_SEVERITIES = {f"http://www.w3.org/ns/shacl#{each.capitalize()}": each for each in Severity}
_PROPERTY = term("sh:property")
_TYPE = term("rdf:type")
_SUBCLASS = term("rdfs:subClassOf")


def load_shapes(folder: Path | None = None) -> list[Quad]:
    """The triples of ``shapes/``, sorted.

    Raises :class:`VocabularyError` on Turtle that cannot be read and where there is no shape.
    """
    place = folder or directory("shapes")
    triples: list[Quad] = []
    for path in sorted(place.glob("*.ttl")):
        try:
            triples.extend(parse(path=path, format=RdfFormat.TURTLE))
        except SyntaxError as broken:
            raise VocabularyError(f"{path.name}: {broken}; mend the Turtle") from broken
    if not triples:
        raise VocabularyError(f"{place}: no shape (*.ttl) there")
    return triples


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is said of register nodes, for the graphs that name them."""

    described: Mapping[NamedNode, Sequence[Quad]]
    hierarchy: Sequence[Quad]

    @classmethod
    def of(cls, registers: Iterable[Quad]) -> Surroundings:
        """The registers by subject, with their class hierarchy."""
        described: dict[NamedNode, list[Quad]] = defaultdict(list)
        hierarchy = []
        for quad in registers:
            if isinstance(quad.subject, NamedNode):
                described[quad.subject].append(quad)
            if quad.predicate == _SUBCLASS:
                hierarchy.append(quad)
        return cls(described, hierarchy)

    def beside(self, quads: Sequence[Quad]) -> list[Quad]:
        """What goes beside a graph: the class hierarchy, and what the registers say of the
        nodes that it names; of those that it describes itself, their types alone."""
        own = {quad.subject for quad in quads}
        named = {quad.object for quad in quads if isinstance(quad.object, NamedNode)}
        return [
            *self.hierarchy,
            *(
                quad
                for node in sorted(named, key=str)
                for quad in self.described.get(node, ())
                if node not in own or quad.predicate == _TYPE
            ),
        ]


def shacl_results(
    graphs: Sequence[Sequence[Quad]],
    registers: Sequence[Quad],
    shapes: Sequence[Quad],
    jobs: int = 1,
    memory: MutableMapping[str, str] | None = None,
) -> list[ValidationResult]:
    """What the shapes find in each graph, in the order of the graphs.

    ``jobs`` processes share the work; the results are the same for any number. A graph whose
    results are in ``memory`` is not looked at again.
    """
    known = {} if memory is None else memory
    around = Surroundings.of(registers)
    packed = _packed(_standing_alone(shapes))
    tasks = [_Task(packed, _packed(quads), _packed(around.beside(quads))) for quads in graphs]
    new = {task.key: task for task in tasks if task.key not in known}
    for key, found in zip(new, _validated(list(new.values()), jobs), strict=True):
        known[key] = as_lines(found)
    return [result for task in tasks for result in from_lines(known[task.key])]


@dataclass(frozen=True, slots=True)
class _Task:
    """One graph to validate, as N-Triples, with the shapes and with what goes beside it."""

    shapes: bytes
    data: bytes
    beside: bytes

    @property
    def key(self) -> str:
        """What the results follow from."""
        parts = (self.shapes, self.data, self.beside)
        return f"shacl {' '.join(sha256(part).hexdigest() for part in parts)}"


def _validated(tasks: Sequence[_Task], jobs: int) -> Iterator[list[ValidationResult]]:
    if jobs == 1 or len(tasks) < 2:
        yield from map(_validate, tasks)
    else:
        with ProcessPoolExecutor(max_workers=jobs) as pool:
            yield from pool.map(_validate, tasks)


def _standing_alone(shapes: Sequence[Quad]) -> list[Quad]:
    """The shapes with each property shape on the targets of its node shape, not under it.

    That asks the same of the same nodes. pySHACL runs a property shape under a node shape once
    for each focus node, and one with targets once for all, which takes less than half the time.
    """
    targets: dict[NamedNode | BlankNode | Triple, list[Quad]] = defaultdict(list)
    for quad in shapes:
        if quad.predicate in TARGETS:
            targets[quad.subject].append(quad)
    found: set[Quad] = set()
    for quad in shapes:
        if quad.predicate != _PROPERTY or not targets[quad.subject]:
            found.add(quad)
        elif isinstance(quad.object, NamedNode | BlankNode):
            found |= {
                Quad(quad.object, target.predicate, target.object, quad.graph_name)
                for target in targets[quad.subject]
            }
    return sorted(found, key=str)


def _packed(quads: Iterable[Quad]) -> bytes:
    """Triples as N-Triples, the form in which they reach another process."""
    return serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b""


@cache
def _shapes_graph(shapes: bytes) -> Graph:
    """The shapes as an rdflib graph, made once in each process."""
    return _graph(shapes)


def _graph(*packed: bytes) -> Graph:
    from rdflib import Graph

    graph = Graph(bind_namespaces="none")
    for part in packed:
        for triple in parse(part, format=RdfFormat.N_TRIPLES):
            graph.add((_term(triple.subject), _term(triple.predicate), _term(triple.object)))
    return graph


@lru_cache(maxsize=1 << 16)
def _term(node: NamedNode | BlankNode | Literal | Triple) -> RdflibNode:
    from rdflib import BNode, URIRef
    from rdflib import Literal as RdflibLiteral

    if isinstance(node, NamedNode):
        return URIRef(node.value)
    if isinstance(node, BlankNode):
        return BNode(node.value)
    if isinstance(node, Triple):
        raise VocabularyError(f"a triple as a term: {node}; write it as a node")
    if node.language:
        return RdflibLiteral(node.value, lang=node.language)
    return RdflibLiteral(node.value, datatype=URIRef(node.datatype.value), normalize=False)


def _validate(task: _Task) -> list[ValidationResult]:
    """What the shapes find in one graph; results on nodes beside it are left out."""
    from pyshacl import validate
    from rdflib import SH, URIRef

    graph = _graph(task.data)
    own = set(graph.subjects())
    for triple in _graph(task.beside):
        graph.add(triple)
    _, report, _ = validate(
        graph, shacl_graph=_shapes_graph(task.shapes), inplace=True, inference=None, advanced=False
    )
    found = []
    for result in report.subjects(SH.resultMessage):
        focus = report.value(result, SH.focusNode)
        if focus not in own:
            continue
        path = report.value(result, SH.resultPath)
        message = " ".join(sorted(str(each) for each in report.objects(result, SH.resultMessage)))
        what, _, how = message.partition(": ")
        value = report.value(result, SH.value)
        found.append(
            ValidationResult(
                severity=_SEVERITIES[str(report.value(result, SH.resultSeverity))],
                source=str(report.value(result, SH.sourceShape)),
                component=str(report.value(result, SH.sourceConstraintComponent)),
                message=what,
                focus=str(focus),
                path=str(path) if isinstance(path, URIRef) else None,
                value=None if value is None else str(value),
                value_is_iri=isinstance(value, URIRef),
                mend=how or None,
            )
        )
    return sorted(found, key=ValidationResult.sort_key)
