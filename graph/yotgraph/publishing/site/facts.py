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
_TYPE = term("rdf:type").value
_LABEL = term("rdfs:label").value
_EXACT = term("oa:exact").value
_EVIDENCE = (term("yot:evidence").value, term("yot:mainEvidence").value)
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
# A statement about a subject: its predicate, its value, and whether that is an IRI. Reading the
# parts of a quad costs more than all that is done with them, so it is done once.
_Said = tuple[str, str, bool]
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
    subjects: dict[str, list[_Said]] = {}
    for subject, predicate, value, _ in quads:
        if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
            said = (predicate.value, value.value, isinstance(value, NamedNode))
            subjects.setdefault(subject.value, []).append(said)
    names = _names(subjects)
    found = [
        _fact(iri, said, subjects, catalogue, lambda value: names.get(value) or labels(value))
        for iri, said in subjects.items()
        if any(each[0] in _EVIDENCE for each in said) and not _SUMS & set(_classes(said))
    ]
    return tuple(
        sorted(found, key=lambda fact: (fact.quotes[0].start, -fact.quotes[0].end, fact.iri))
    )


def _names(subjects: Mapping[str, Iterable[_Said]]) -> dict[str, str]:
    """The labels that the report's own graph gives."""
    return {
        iri: _TAIL.sub("", value)
        for iri, said in subjects.items()
        for predicate, value, is_iri in said
        if predicate == _LABEL and not is_iri
    }


def _classes(said: Iterable[_Said]) -> list[str]:
    return sorted(
        value.removeprefix(_YOT)
        for predicate, value, _ in said
        if predicate == _TYPE and value.startswith(_YOT)
    )


def _fact(
    iri: str,
    said: list[_Said],
    subjects: Mapping[str, list[_Said]],
    catalogue: Catalogue,
    label: _Label,
) -> ShownFact:
    classes = _classes(said)
    known = [name for name in classes if name in _CLASSES]
    names = known or classes
    return ShownFact(
        iri=iri,
        family=_CLASSES[known[0]] if known else "other",
        kind=label(f"{_YOT}{names[0]}") if names else "fact",
        title=label(iri),
        stances=tuple(
            sorted(value.rpartition("/")[2] for name, value, _ in said if name == _STANCE)
        ),
        details=tuple(_details(said, catalogue, label)),
        quotes=tuple(_quotes(said, subjects)),
    )


def _details(
    said: Iterable[_Said], catalogue: Catalogue, label: _Label
) -> Iterator[tuple[str, Cell]]:
    """What the fact says, by property: the labels of the values, with their pages."""
    values: dict[str, set[Link]] = {}
    for predicate, value, is_iri in said:
        if predicate not in _UNSHOWN:
            values.setdefault(predicate, set()).add(_link(value, is_iri, catalogue, label))
    for title, predicate in sorted((label(predicate), predicate) for predicate in values):
        if f"{predicate}AsPrinted" not in values:
            links = sorted(values[predicate], key=lambda link: (link.text, link.path))
            yield title, Cell(tuple(links))


def _link(value: str, is_iri: bool, catalogue: Catalogue, label: _Label) -> Link:
    thing = catalogue.get(value)
    if thing is not None:
        return Link(thing.label, thing.path)
    return Link(label(value) if is_iri else value)


def _quotes(said: Iterable[_Said], subjects: Mapping[str, list[_Said]]) -> Iterator[Quoted]:
    """The words of a fact, its main ones first, then as they stand in the report."""
    main = {value for predicate, value, _ in said if predicate == _EVIDENCE[1]}
    made = []
    for iri in {value for predicate, value, _ in said if predicate in _EVIDENCE}:
        start, _, end = iri.rpartition("/")[2].partition("-")
        exact = (
            value for predicate, value, _ in subjects.get(f"{iri}/quote", ()) if predicate == _EXACT
        )
        made.append((iri not in main, int(start), int(end), next(exact, "")))
    yield from (Quoted(start, end, text) for _, start, end, text in sorted(made))
