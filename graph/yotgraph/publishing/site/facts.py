"""The facts of one report as its page shows them: what each says, and on which words it rests."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Store

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
_TYPE = term("rdf:type").value
_LABEL = term("rdfs:label").value
_EXACT = term("oa:exact").value
_MAIN = term("yot:mainEvidence").value
_OTHER = term("yot:evidence").value
_EVIDENCE = frozenset({_MAIN, _OTHER})
_DATED_BY = (term("yot:publicationEvidence").value, term("yot:fieldworkEvidence").value)
_STANCE = term("yot:stance").value
# What the page shows in another way, or what says nothing to a reader.
_UNSHOWN = frozenset(
    {
        *_EVIDENCE, *_DATED_BY, _TYPE, _LABEL, _STANCE,
        *(term(name).value for name in (
            "dcterms:license", "prov:wasGeneratedBy", "prov:wasDerivedFrom", "dcterms:identifier",
            "org:role", "yot:about", "yot:organisationType", "yot:position", "yot:reportsOn",
            "yot:section", "yot:statedIn", "yot:text",
        )),
    }
)  # fmt: skip
# What is said of a subject, by predicate, in expanded JSON-LD: an IRI is {"@id": …}, a literal
# {"@value": …}.
_Node = dict[str, list[Mapping[str, str]]]
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
      VALUES ?class { skos:Concept owl:Class owl:ObjectProperty owl:DatatypeProperty }
      ?thing a ?class ; skos:prefLabel|rdfs:label ?label .
      FILTER(LANG(?label) IN ("", "en"))
    } ORDER BY ?thing ?label"""
    for row in select(store, query):
        found.setdefault(row["thing"].value, row["label"].value)
    return Labels(found)


def read_facts(jsonld: bytes, catalogue: Catalogue, labels: Labels) -> tuple[ShownFact, ...]:
    """The facts of a report, whose graph is given as expanded JSON-LD, in the order of their words.

    To read JSON takes a fraction of the time of reading as many quads one by one.
    """
    nodes = _nodes(jsonld)

    @cache
    def label(iri: str) -> str:
        """The label that the report's own graph gives, or else that of a term or concept."""
        said = nodes[iri].get(_LABEL) if iri in nodes else None
        return _TAIL.sub("", said[-1]["@value"]) if said else labels(iri)

    resting = ((iri, node) for iri, node in nodes.items() if not _EVIDENCE.isdisjoint(node))
    classed = ((iri, node, _classes(node)) for iri, node in resting)
    found = [
        _fact(iri, node, classes, nodes, catalogue, label)
        for iri, node, classes in classed
        if _SUMS.isdisjoint(classes)
    ]
    return tuple(
        sorted(found, key=lambda fact: (fact.quotes[0].start, -fact.quotes[0].end, fact.iri))
    )


def _nodes(jsonld: bytes) -> dict[str, _Node]:
    """What is said of each subject. One that the file comes back to is several objects there."""
    found: dict[str, _Node] = {}
    for node in json.loads(jsonld):
        iri = node.pop("@id")
        known = found.setdefault(iri, node)
        if known is not node:
            for predicate, values in node.items():
                known.setdefault(predicate, []).extend(values)
    return found


def _iris(node: _Node, predicate: str) -> set[str]:
    return {value["@id"] for value in node.get(predicate, ())}


def _classes(node: _Node) -> list[str]:
    return sorted(iri.removeprefix(_YOT) for iri in _iris(node, _TYPE) if iri.startswith(_YOT))


def _fact(
    iri: str,
    node: _Node,
    classes: Sequence[str],
    nodes: Mapping[str, _Node],
    catalogue: Catalogue,
    label: _Label,
) -> ShownFact:
    known = [name for name in classes if name in _CLASSES]
    names = known or classes
    return ShownFact(
        iri=iri,
        family=_CLASSES[known[0]] if known else "other",
        kind=label(f"{_YOT}{names[0]}") if names else "fact",
        title=label(iri),
        stances=tuple(sorted(value.rpartition("/")[2] for value in _iris(node, _STANCE))),
        details=tuple(_details(node, catalogue, label)),
        quotes=tuple(_quotes(node, nodes)),
    )


def _details(node: _Node, catalogue: Catalogue, label: _Label) -> Iterator[tuple[str, Cell]]:
    """What the fact says, by property: the labels of the values, with their pages."""
    shown = [predicate for predicate in node if predicate not in _UNSHOWN]
    for title, predicate in sorted((label(predicate), predicate) for predicate in shown):
        if f"{predicate}AsPrinted" not in node:
            links = {_link(value, catalogue, label) for value in node[predicate]}
            yield title, Cell(tuple(sorted(links)))


def _link(value: Mapping[str, str], catalogue: Catalogue, label: _Label) -> Link:
    iri = value.get("@id")
    text = value["@value"] if iri is None else iri
    thing = catalogue.get(text)
    if thing is not None:
        return Link(thing.label, thing.path)
    return Link(text if iri is None else label(text))


def _quotes(node: _Node, nodes: Mapping[str, _Node]) -> Iterator[Quoted]:
    """The words of a fact, its main ones first, then as they stand in the report."""
    main = _iris(node, _MAIN)
    made = []
    for iri in main | _iris(node, _OTHER):
        start, _, end = iri.rpartition("/")[2].partition("-")
        exact = nodes.get(f"{iri}/quote", {}).get(_EXACT, ())
        text = exact[0]["@value"] if exact else ""
        made.append((iri not in main, int(start), int(end), text))
    yield from (Quoted(start, end, text) for _, start, end, text in sorted(made))
