"""JSON-LD in which a report is one tree: report, inspection, service; facts with evidence.

The tree is built from the quads in one pass, without a JSON-LD processor, and is the same
bytes each time. It is plain JSON-LD 1.1 that any processor reads, with its context inline.
The facts of a report hang under ``states``, the reversed ``statedIn``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from pyoxigraph import Literal, Quad, Triple

from yotgraph.publishing.characters import ACTING, code_point_escape
from yotgraph.publishing.context import CONTEXT_IRI, Context, Json, Term, load_context
from yotgraph.publishing.order import natural_key, place, stable

__all__ = ["CONTEXT_IRI", "to_jsonld"]

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_ORG = "http://www.w3.org/ns/org#"
_YOT = "https://w3id.org/yotgraph/ontology#"
_STATED_IN = f"{_YOT}statedIn"
_DEFAULT = "DEFAULT"  # how pyoxigraph writes the default graph

# What is told wherever it is used. Anything else is a reference, so that a service or an
# agency stands in its graph once.
_NESTED = frozenset(
    {
        "http://www.w3.org/ns/oa#hasSelector",
        f"{_ORG}member",
        f"{_ORG}organization",
        f"{_ORG}postIn",
        f"{_ORG}role",
        f"{_YOT}datedName",
        f"{_YOT}evidence",
        f"{_YOT}inspectedService",
        f"{_YOT}leadInspector",
        f"{_YOT}localAuthority",
        f"{_YOT}overseenBy",
        f"{_YOT}reportsOn",
    }
)
_DEEPEST = 12
_ACTING = re.compile(f"[{ACTING}]")

# subject -> predicate (IRI) -> objects. Subjects, and objects that are no literal, are in
# N-Triples form: ``<iri>`` or ``_:label``.
_Nodes = dict[str, dict[str, set[Literal | str]]]


def _object_key(value: Literal | str) -> tuple[str, str]:
    return natural_key(str(value)), str(value)


class _Tree:
    """One graph as nested nodes. Every subject is written at least once."""

    def __init__(self, nodes: _Nodes, context: Context, base: str) -> None:
        self._nodes = nodes
        self._context = context
        self._written: set[str] = set()
        self._in_order = sorted(nodes, key=lambda node: place(node, base))
        self._stated: dict[str, list[str]] = {}
        for node in self._in_order:
            for report in nodes[node].get(_STATED_IN, ()):
                if isinstance(report, str) and report in nodes and report != node:
                    self._stated.setdefault(report, []).append(node)

    def roots(self) -> list[Json]:
        """The nodes that no other node holds, in reading order, each with all that it holds."""
        held = {node for stated in self._stated.values() for node in stated}
        for predicates in self._nodes.values():
            for predicate in _NESTED & predicates.keys():
                held.update(each for each in predicates[predicate] if isinstance(each, str))
        trees = [self._root(node) for node in self._in_order if node not in held]
        # What is not written by now holds itself in a circle, or lies too deep.
        return trees + [self._root(node) for node in self._in_order if node not in self._written]

    def _root(self, node: str) -> Json:
        tree = self._node(node, ())
        # A service or board is stated as well, but is told under the inspection already.
        stated = [each for each in self._stated.get(node, ()) if each not in self._written]
        if stated:
            name = self._context.reversed[_STATED_IN].name
            tree[name] = [self._node(each, (node,), stated_in=node) for each in stated]
        return tree

    def _node(self, node: str, path: tuple[str, ...], stated_in: str = "") -> dict[str, Json]:
        self._written.add(node)
        tree: dict[str, Json] = {"@id": self._identifier(node)}
        for predicate, objects in self._nodes[node].items():
            if predicate == _TYPE:
                self._add_types(tree, objects)
                continue
            values = objects - {stated_in} if predicate == _STATED_IN else objects
            if values:
                term = self._context.term(predicate)
                holds = predicate in _NESTED and len(path) < _DEEPEST
                inner = (*path, node) if holds else None
                listed = [self._value(each, term, inner) for each in _sorted(values)]
                tree[term.name] = listed if term.is_set or len(listed) > 1 else listed[0]
        return tree

    def _add_types(self, tree: dict[str, Json], objects: set[Literal | str]) -> None:
        listed = _sorted(objects)
        types: list[Json] = [
            each if each.startswith("_:") else self._context.vocabulary_name(each[1:-1])
            for each in listed
            if isinstance(each, str)
        ]
        if types:
            tree["@type"] = types if len(types) > 1 else types[0]
        term = Term(self._context.iri(_TYPE))
        others = [self._context.literal(each, term) for each in listed if isinstance(each, Literal)]
        if others:
            tree[term.name] = others

    def _value(self, value: Literal | str, term: Term, path: tuple[str, ...] | None) -> Json:
        if isinstance(value, Literal):
            return self._context.literal(value, term)
        if path is not None and value in self._nodes and value not in path:
            return self._node(value, path)
        identifier = self._identifier(value)
        return identifier if term.coerced == "@id" else {"@id": identifier}

    def _identifier(self, node: str) -> str:
        return self._context.iri(node[1:-1]) if node.startswith("<") else node


def _sorted(objects: set[Literal | str]) -> list[Literal | str]:
    return sorted(objects, key=_object_key) if len(objects) > 1 else list(objects)


def _gathered(quads: Iterable[Quad]) -> dict[str, _Nodes]:
    """The statements by graph, whose name is in N-Triples form."""
    graphs: dict[str, _Nodes] = {}
    for quad in quads:
        value = quad.object
        if isinstance(value, Triple):
            raise ValueError(f"JSON-LD cannot say a statement about a statement: {value}")
        predicates = graphs.setdefault(str(quad.graph_name), {}).setdefault(str(quad.subject), {})
        predicates.setdefault(quad.predicate.value, set()).add(
            value if isinstance(value, Literal) else str(value)
        )
    return graphs


def to_jsonld(statements: Iterable[Triple | Quad], *, base: str) -> str:
    """The statements as one JSON-LD document with the context inline.

    ``@graph`` holds the trees of the default graph, then one object for each named graph with
    that graph's trees. ``base`` is the base IRI of the data. Raises :class:`ValueError` for
    what JSON-LD cannot say: a statement about a statement, or an IRI whose scheme is a
    prefix of the context.
    """
    context = load_context(base)
    graphs = _gathered(stable(statements))
    listed = _Tree(graphs.pop(_DEFAULT, {}), context, base).roots()
    for name in sorted(graphs, key=_object_key):
        identifier = context.iri(name[1:-1]) if name.startswith("<") else name
        listed.append({"@graph": _Tree(graphs[name], context, base).roots(), "@id": identifier})
    document = {"@context": context.definitions, "@graph": listed}
    text = json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True)
    return _ACTING.sub(code_point_escape, text) + "\n"
