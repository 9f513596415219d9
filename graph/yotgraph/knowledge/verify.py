"""Evidence as selectors, for the proof that every quotation stands where the graph says.

This is the side of the data: what is to be found, and where. Reading the source again and
comparing the two is done by whoever knows how to read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from yotgraph.errors import VocabularyError
from yotgraph.knowledge.names import term
from yotgraph.knowledge.nodes import iri_of

__all__ = ["Selector", "selectors"]

_EVIDENCE = term("yot:Evidence")
_TYPE = term("rdf:type")
_QUOTE = {term("oa:exact"): "exact", term("oa:prefix"): "prefix", term("oa:suffix"): "suffix"}
_POSITION = {term("oa:start"): "start", term("oa:end"): "end"}


@dataclass(frozen=True, slots=True, order=True)
class Selector:
    """One stretch of a source: code points ``start`` to ``end`` (exclusive) read ``exact``,
    with ``prefix`` before and ``suffix`` behind. ``evidence`` is its IRI."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    evidence: str


def selectors(quads: Iterable[Quad]) -> list[Selector]:
    """The selectors of the evidence in one report's quads, by place.

    Raises :class:`VocabularyError` where an evidence has no quotation or no place.
    """
    evidence: set[str] = set()
    values: dict[str, dict[str, str]] = {}
    for quad in quads:
        subject = iri_of(quad.subject)
        if quad.predicate == _TYPE and quad.object == _EVIDENCE:
            evidence.add(subject)
        key = _QUOTE.get(quad.predicate) or _POSITION.get(quad.predicate)
        if key and isinstance(quad.object, NamedNode | Literal):
            values.setdefault(subject.rpartition("/")[0], {})[key] = quad.object.value
    return sorted(_selector(iri, values.get(iri, {})) for iri in evidence)


def _selector(evidence: str, values: dict[str, str]) -> Selector:
    missing = [name for name in ("start", "end", "exact") if name not in values]
    if missing:
        raise VocabularyError(f"{evidence} has no {' and no '.join(missing)}; build it again")
    return Selector(
        start=int(values["start"]),
        end=int(values["end"]),
        exact=values["exact"],
        prefix=values.get("prefix", ""),
        suffix=values.get("suffix", ""),
        evidence=evidence,
    )
