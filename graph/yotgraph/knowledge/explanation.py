"""One thing of the graph, for a person: what is said of it, in which words, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from yotgraph.errors import ParameterError
from yotgraph.knowledge.names import PREFIXES, term
from yotgraph.knowledge.store import select

__all__ = ["explain"]

_LABELS = (term("rdfs:label"), term("skos:prefLabel"))
_EVIDENCE = term("yot:evidence")
_TYPE = term("rdf:type")
_MOST_SHOWN = 12
_PLACE = """
SELECT ?evidence ?quote ?section ?paragraph ?page ?start ?end ?report ?file
WHERE {
  ?evidence oa:hasSelector ?quoted, ?placed .
  ?quoted oa:exact ?quote .
  ?placed oa:start ?start ; oa:end ?end .
  ?evidence oa:hasSource ?document .
  ?document dcterms:identifier ?report ; prov:wasDerivedFrom/yot:fileName ?file .
  OPTIONAL { ?evidence yot:section ?section }
  OPTIONAL { ?evidence yot:paragraph ?paragraph }
  OPTIONAL { ?evidence yot:page ?page }
}
"""


@dataclass(frozen=True, slots=True)
class _Said:
    """One statement about the thing; ``about`` says that the thing is its object."""

    predicate: str
    value: str
    about: bool = False


def explain(store: Store, iri: str) -> str:
    """What the graph says of an IRI, as text with the sentences that it rests on.

    Raises :class:`ParameterError` where the text is no IRI or the graph does not know it; the
    message names IRIs that look alike.
    """
    try:
        node = NamedNode(iri)
    except ValueError as wrong:
        raise ParameterError(f"{iri!r} is not an IRI: {wrong}") from wrong
    statements = list(_statements(store, node))
    if not statements:
        raise ParameterError(f"{iri}: the graph does not know it{_alike(store, iri)}")
    lines = [_label(store, node), f"  {iri}", ""]
    lines += [
        f"  {'← ' if said.about else ''}{said.predicate}: {said.value}" for said in statements
    ]
    for quotation in _quotations(store, node):
        lines += ["", *quotation]
    return "\n".join(lines)


def _statements(store: Store, node: NamedNode) -> Iterator[_Said]:
    """What is said of a node, and what else points at it; evidence is shown apart."""
    own = {
        (_short(quad.predicate.value), _shown(store, quad.object))
        for quad in store.quads_for_pattern(node, None, None, None)
        if quad.predicate not in (*_LABELS, _EVIDENCE)
    }
    yield from (_Said(name, value) for name, value in sorted(own))
    pointing = {
        (_short(quad.predicate.value), _shown(store, quad.subject))
        for quad in store.quads_for_pattern(None, None, node, None)
    }
    for name, value in sorted(pointing)[:_MOST_SHOWN]:
        yield _Said(name, value, about=True)
    if len(pointing) > _MOST_SHOWN:
        yield _Said("…", f"{len(pointing) - _MOST_SHOWN} more point here", about=True)


def _quotations(store: Store, node: NamedNode) -> Iterator[list[str]]:
    """Each quotation that the node rests on, or is, with its place."""
    evidence = [quad.object for quad in store.quads_for_pattern(node, _EVIDENCE, None, None)]
    is_evidence = any(store.quads_for_pattern(node, _TYPE, term("yot:Evidence"), None))
    places = {item for item in evidence if isinstance(item, NamedNode)}
    for item in sorted(places | ({node} if is_evidence else set()), key=str):
        for row in select(store, _PLACE, {"evidence": item}):
            where = [
                f"{name} {row[name].value}"
                for name in ("section", "paragraph", "page")
                if row[name] is not None
            ]
            place = f"{row['file'].value}, characters {row['start'].value} to {row['end'].value}"
            yield [f"  “{row['quote'].value}”", f"    {'; '.join([*where, place])}"]


def _label(store: Store, node: NamedNode) -> str:
    for predicate in _LABELS:
        values = sorted(
            quad.object.value
            for quad in store.quads_for_pattern(node, predicate, None, None)
            if isinstance(quad.object, Literal)
        )
        if values:
            return values[0]
    return _short(node.value)


def _shown(store: Store, value: NamedNode | BlankNode | Literal | Triple) -> str:
    if isinstance(value, Literal):
        return value.value
    if isinstance(value, NamedNode):
        short = _short(value.value)
        label = _label(store, value)
        return short if label == short else f"{label} <{value.value}>"
    return str(value)


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _alike(store: Store, iri: str) -> str:
    known = {
        quad.subject.value
        for quad in store.quads_for_pattern(None, _TYPE, None, None)
        if isinstance(quad.subject, NamedNode)
    }
    near = get_close_matches(iri, sorted(known), n=3, cutoff=0.8)
    return f"; did you mean {' or '.join(near)}?" if near else ""
