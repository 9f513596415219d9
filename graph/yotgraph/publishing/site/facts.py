"""The facts of one report as its page shows them: what each says, and on which words it rests."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Store

from yotgraph.knowledge.names import PREFIXES, term
from yotgraph.knowledge.store import select
from yotgraph.publishing.site.catalogue import Catalogue
from yotgraph.publishing.site.tables import Cell, Link

__all__ = ["FAMILIES", "Labels", "Quoted", "ShownFact", "read_facts", "read_labels"]

FAMILIES: Mapping[str, str] = {
    "finding": "findings",
    "point": "strengths, areas for improvement, recommendations",
    "partner": "partners",
    "figure": "figures and counts",
    "rating": "ratings",
    "person": "people and posts",
    "example": "practice examples",
    "source": "sources and terms",
    "report": "the report, its service and board",
    "other": "other facts",
}
"""The kinds by which facts are told apart in a report's page."""

_CLASSES: Mapping[str, str] = {
    "AreaForImprovement": "point",
    "CaseSample": "figure",
    "ChangeStatement": "finding",
    "Citation": "source",
    "Finding": "finding",
    "GlossaryEntry": "source",
    "Inspection": "report",
    "KeyQuestionResult": "rating",
    "ManagementBoard": "report",
    "OverallRating": "rating",
    "PartnerMention": "partner",
    "PostHolding": "person",
    "PracticeExample": "example",
    "QuantifiedFinding": "figure",
    "Recommendation": "point",
    "ReoffendingResult": "figure",
    "Report": "report",
    "StandardRating": "rating",
    "Statistic": "figure",
    "Strength": "point",
    "YouthOffendingService": "report",
}
# A link sums up mentions that are shown themselves.
_SUMS = frozenset({"PartnerLink"})
_YOT = PREFIXES["yot"]
_TYPE = term("rdf:type")
_LABEL = term("rdfs:label")
_EVIDENCE = (term("yot:evidence"), term("yot:mainEvidence"))
_STANCE = term("yot:stance")
# What the page shows in another way, or what says nothing to a reader.
_UNSHOWN = frozenset(
    {
        *_EVIDENCE, _TYPE, _LABEL, _STANCE,
        *map(term, ("dcterms:license", "prov:wasGeneratedBy", "prov:wasDerivedFrom", "dcterms:identifier",
                    "org:role", "yot:about", "yot:organisationType", "yot:position", "yot:reportsOn", 
                    "yot:section", "yot:statedIn", "yot:text")),
    }
)  # fmt: skip
_Label = Callable[[str], str]
_TAIL = re.compile(r" \([a-z0-9.-]+\)$")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that a fact rests on: their span of the source and how they read."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ShownFact:
    """A fact. ``family`` is a key of :data:`FAMILIES`; ``stances`` are notations; the first of
    ``quotes`` are its main words."""

    iri: str
    family: str
    kind: str
    title: str
    stances: tuple[str, ...]
    details: tuple[tuple[str, Cell], ...]
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """How terms, concepts and the bodies of registers are called."""

    of: Mapping[str, str]

    def __call__(self, iri: str) -> str:
        """The label, or the last part of the IRI."""
        return self.of.get(iri) or re.split(r"[/#]", iri)[-1].replace("-", " ")


def read_labels(store: Store) -> Labels:
    """The labels of the ontology, its schemes, frameworks and registers."""
    found: dict[str, str] = {}
    query = """
    SELECT ?thing ?label WHERE {
      VALUES ?says { skos:prefLabel rdfs:label }
      ?thing a ?class ; ?says ?label .
      FILTER(?class IN (skos:Concept, owl:Class, owl:ObjectProperty, owl:DatatypeProperty)
        && LANG(?label) IN ("", "en"))
    } ORDER BY ?thing ?label"""
    for row in select(store, query):
        found.setdefault(row["thing"].value, row["label"].value)
    return Labels(found)


def read_facts(
    quads: Iterable[Quad], catalogue: Catalogue, labels: Labels
) -> tuple[ShownFact, ...]:
    """The facts of a report, whose named graph is given, in the order of their words."""
    subjects: dict[str, list[Quad]] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode):
            subjects.setdefault(quad.subject.value, []).append(quad)
    names = _names(subjects)
    found = [
        _fact(iri, quads, subjects, catalogue, lambda value: names.get(value) or labels(value))
        for iri, quads in subjects.items()
        if any(quad.predicate in _EVIDENCE for quad in quads) and not _SUMS & set(_classes(quads))
    ]
    return tuple(
        sorted(found, key=lambda fact: (fact.quotes[0].start, -fact.quotes[0].end, fact.iri))
    )


def _names(subjects: Mapping[str, Iterable[Quad]]) -> dict[str, str]:
    """The labels that the report's own graph gives."""
    return {
        iri: _TAIL.sub("", quad.object.value)
        for iri, quads in subjects.items()
        for quad in quads
        if quad.predicate == _LABEL and isinstance(quad.object, Literal)
    }


def _classes(quads: Iterable[Quad]) -> list[str]:
    return sorted(
        quad.object.value.removeprefix(_YOT)
        for quad in quads
        if quad.predicate == _TYPE
        and isinstance(quad.object, NamedNode)
        and quad.object.value.startswith(_YOT)
    )


def _fact(
    iri: str,
    quads: list[Quad],
    subjects: Mapping[str, list[Quad]],
    catalogue: Catalogue,
    label: _Label,
) -> ShownFact:
    known = [name for name in _classes(quads) if name in _CLASSES]
    names = known or _classes(quads)
    kind = label(f"{_YOT}{names[0]}") if names else "fact"
    return ShownFact(
        iri=iri,
        family=_CLASSES[known[0]] if known else "other",
        kind=kind,
        title=label(iri),
        stances=tuple(
            sorted(_value(quad).rpartition("/")[2] for quad in quads if quad.predicate == _STANCE)
        ),
        details=tuple(_details(quads, catalogue, label)),
        quotes=tuple(_quotes(quads, subjects)),
    )


def _details(
    quads: Iterable[Quad], catalogue: Catalogue, label: _Label
) -> Iterator[tuple[str, Cell]]:
    """What the fact says, by property: the labels of the values, with their pages."""
    values: dict[str, set[Link]] = {}
    for quad in quads:
        if quad.predicate not in _UNSHOWN:
            values.setdefault(quad.predicate.value, set()).add(_link(quad, catalogue, label))
    for predicate in sorted(values, key=label):
        if f"{predicate}AsPrinted" not in values:
            links = sorted(values[predicate], key=lambda link: (link.text, link.path))
            yield label(predicate), Cell(tuple(links))


def _link(quad: Quad, catalogue: Catalogue, label: _Label) -> Link:
    value = _value(quad)
    thing = catalogue.get(value)
    if thing is not None:
        return Link(thing.label, thing.path)
    return Link(label(value) if isinstance(quad.object, NamedNode) else value)


def _value(quad: Quad) -> str:
    return quad.object.value if isinstance(quad.object, NamedNode | Literal) else ""


def _quotes(quads: Iterable[Quad], subjects: Mapping[str, list[Quad]]) -> Iterator[Quoted]:
    """The words of a fact, its main ones first, then as they stand in the report."""
    main = {_value(quad) for quad in quads if quad.predicate == _EVIDENCE[1]}
    spans = {_value(quad) for quad in quads if quad.predicate in _EVIDENCE}
    made = []
    for iri in spans:
        start, _, end = iri.rpartition("/")[2].partition("-")
        exact = (
            _value(quad)
            for quad in subjects.get(f"{iri}/quote", ())
            if quad.predicate == term("oa:exact")
        )
        made.append((iri not in main, int(start), int(end), next(exact, "")))
    yield from (Quoted(start, end, text) for _, start, end, text in sorted(made))
