"""Nodes: one subject with what is said of it; two of one IRI must agree.

Builders describe each fact, body or person as a :class:`Node`. :func:`assemble` turns nodes
into quads, sorted, and refuses two facts that would share an IRI.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from yotgraph.errors import VocabularyError
from yotgraph.knowledge.literals import string
from yotgraph.knowledge.names import term

__all__ = ["Node", "Term", "assemble", "describe", "iri_of"]

Term = NamedNode | Literal
Property = tuple[NamedNode, Term]

_TYPE = term("rdf:type")
_LABEL = term("rdfs:label")
_SEVERAL_ALLOWED = frozenset({_TYPE, term("skos:altLabel")})
_NAMING = frozenset({_LABEL, term("foaf:name")})


@dataclass(frozen=True, slots=True)
class Node:
    """One subject and its properties. ``origin`` names it in messages.

    Several facts may describe a ``shared`` node (a person, a body, a stretch of text): what
    they say is put together. Any other node has one description.
    """

    iri: NamedNode
    origin: str
    properties: tuple[Property, ...]
    shared: bool = False


def iri_of(node: object) -> str:
    """The IRI of a subject, object or graph. Raises :class:`VocabularyError` where it has none."""
    if not isinstance(node, NamedNode):
        raise VocabularyError(f"{node} has no IRI; every node of the graph needs one")
    return node.value


def describe(
    iri: NamedNode,
    type_name: str | Sequence[str],
    label: str,
    *pairs: tuple[str, Term | Iterable[Term] | None],
    shared: bool = False,
    origin: str | None = None,
) -> Node:
    """A node with its types, its label and the properties whose value is known.

    Types and properties are prefixed names. A value is a term, several terms, or ``None``
    for unknown, which leaves the property out. ``origin`` is the label where it is not given.
    """
    types = (type_name,) if isinstance(type_name, str) else type_name
    properties: list[Property] = [(_TYPE, term(name)) for name in types]
    properties.append((_LABEL, string(label)))
    for name, value in pairs:
        if value is None:
            continue
        values = (value,) if isinstance(value, NamedNode | Literal) else value
        properties.extend((term(name), each) for each in values)
    return Node(iri, origin or label, tuple(dict.fromkeys(properties)), shared)


def assemble(nodes: Iterable[Node], graph: NamedNode) -> list[Quad]:
    """The quads of all nodes in one graph, sorted, each once.

    Raises :class:`VocabularyError` where two nodes have one IRI and cannot both be right.
    """
    by_iri: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        by_iri[node.iri.value].append(node)
    quads: list[Quad] = []
    for iri in sorted(by_iri):
        group = by_iri[iri]
        merged = group[0].properties if len(group) == 1 else _merged(group)
        ordered = sorted(merged, key=lambda pair: (pair[0].value, str(pair[1])))
        quads.extend(Quad(group[0].iri, predicate, value, graph) for predicate, value in ordered)
    return quads


def _merged(group: Sequence[Node]) -> tuple[Property, ...]:
    """What several descriptions of one node say together."""
    first = group[0]
    merged = dict.fromkeys(first.properties)
    for other in group[1:]:
        if set(other.properties) == set(first.properties):
            continue
        if not (first.shared and other.shared):
            raise _clash(first, other, "differ")
        for predicate, value in other.properties:
            known = [held for name, held in merged if name == predicate]
            if not known or predicate in _SEVERAL_ALLOWED:
                merged[predicate, value] = None
            elif value not in known:
                if predicate not in _NAMING:
                    raise _clash(first, other, f"differ in {predicate.value}")
                merged[term("skos:altLabel"), value] = None
    return tuple(merged)


def _clash(first: Node, other: Node, how: str) -> VocabularyError:
    return VocabularyError(
        f"{first.iri.value} stands for both {first.origin!r} and {other.origin!r}, which {how}: "
        "give one of them another key or name"
    )
