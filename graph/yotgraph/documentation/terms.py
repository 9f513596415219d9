"""The ontology as values: modules, terms and what is said of them, read from the Turtle.

Terms keep the order in which their file gives them, which is written to be read. Nothing is
added here: what a page says of a term stands in ``ontology/``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from yotgraph.errors import VocabularyError
from yotgraph.knowledge.names import PREFIXES
from yotgraph.resources import directory

__all__ = ["NAMESPACE", "Kind", "Module", "Ontology", "Term", "load_ontology", "short_name"]

NAMESPACE = PREFIXES["yot"]
"""The namespace of the ontology's own terms."""

_IRI = NAMESPACE.removesuffix("#")
_TYPE = "rdf:type"
_PREFIXES: Mapping[str, str] = {
    **PREFIXES,
    "dcat": "http://www.w3.org/ns/dcat#",
    "schema": "https://schema.org/",
    "vann": "http://purl.org/vocab/vann/",
}


def short_name(iri: str) -> str:
    """An IRI with a prefix where one fits.

    >>> short_name("http://xmlns.com/foaf/0.1/name"), short_name("urn:x")
    ('foaf:name', 'urn:x')
    """
    for prefix, namespace in _PREFIXES.items():
        local = iri.removeprefix(namespace)
        if iri.startswith(namespace) and local and not {"/", "#"} & set(local):
            return f"{prefix}:{local}"
    return iri


class Kind(StrEnum):
    """What a term is."""

    CLASS = "class"
    RELATION = "relation"
    VALUE = "value"


_KINDS = {
    "owl:Class": Kind.CLASS,
    "owl:ObjectProperty": Kind.RELATION,
    "owl:DatatypeProperty": Kind.VALUE,
}


@dataclass(frozen=True, slots=True)
class Term:
    """One term. ``links`` holds what it points at, by the short name of the property."""

    name: str
    iri: str
    kind: Kind
    module: str
    label: str
    definition: str
    notes: tuple[str, ...]
    examples: tuple[str, ...]
    links: Mapping[str, tuple[str, ...]]

    @property
    def bearers(self) -> tuple[str, ...]:
        """The classes whose things have this property, where the ontology names any."""
        found = (*self.links.get("rdfs:domain", ()), *self.links.get("schema:domainIncludes", ()))
        return tuple(sorted(found))

    @property
    def target(self) -> str | None:
        """The class or datatype of its values, where the ontology names one."""
        return next(iter(self.links.get("rdfs:range", ())), None)


@dataclass(frozen=True, slots=True)
class Module:
    """One file of terms."""

    name: str
    title: str
    description: str
    version: str
    modified: str
    changes: tuple[str, ...]
    imports: tuple[str, ...]
    terms: tuple[Term, ...]

    def of_kind(self, kind: Kind) -> tuple[Term, ...]:
        """Its terms of one kind."""
        return tuple(term for term in self.terms if term.kind is kind)


@dataclass(frozen=True)
class Ontology:
    """All modules by name. ``alignments`` and ``usage_notes`` are what ``alignments.ttl`` says
    of own and of public terms."""

    title: str
    description: str
    version: str
    modules: tuple[Module, ...]
    alignments: Mapping[str, tuple[tuple[str, str], ...]]
    usage_notes: Mapping[str, str]

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """Every term by IRI."""
        return {term.iri: term for module in self.modules for term in module.terms}


_Values = Mapping[str, list[str]]


def load_ontology(folder: Path | None = None) -> Ontology:
    """The ontology in ``folder``, which is ``ontology/`` unless given.

    Raises :class:`VocabularyError` on Turtle that cannot be read and where a term or module
    lacks a label or definition.
    """
    place = folder or directory("ontology")
    paths = sorted((place / "modules").glob("*.ttl"))
    if not paths:
        raise VocabularyError(f"{place}: no module (modules/*.ttl) there")
    head = _read(place / "yotgraph.ttl")[_IRI]
    aligned = _read(place / "alignments.ttl")
    return Ontology(
        title=_one(head, "dcterms:title", _IRI),
        description=_one(head, "dcterms:description", _IRI),
        version=_one(head, "owl:versionInfo", _IRI),
        modules=tuple(_module(path) for path in paths),
        alignments={
            iri: tuple(
                (predicate, target)
                for predicate, found in sorted(values.items())
                for target in found
            )
            for iri, values in aligned.items()
            if iri.startswith(NAMESPACE)
        },
        usage_notes={
            iri: values["vann:usageNote"][0]
            for iri, values in aligned.items()
            if "vann:usageNote" in values
        },
    )


def _module(path: Path) -> Module:
    subjects = _read(path)
    iri = f"{_IRI}/{path.stem}"
    head = subjects.get(iri, {})
    return Module(
        name=path.stem,
        title=_one(head, "dcterms:title", iri),
        description=_one(head, "dcterms:description", iri),
        version=_one(head, "owl:versionInfo", iri),
        modified=_one(head, "dcterms:modified", iri),
        changes=tuple(head.get("skos:changeNote", ())),
        imports=tuple(sorted(each.rpartition("/")[2] for each in head.get("owl:imports", ()))),
        terms=tuple(
            _term(each, values, path.stem)
            for each, values in subjects.items()
            if each.startswith(NAMESPACE) and _kind(values)
        ),
    )


def _kind(values: _Values) -> Kind | None:
    return next((_KINDS[name] for name in values.get(_TYPE, ()) if name in _KINDS), None)


def _term(iri: str, values: _Values, module: str) -> Term:
    told = ("rdfs:label", "skos:definition", "skos:scopeNote", "skos:example", _TYPE)
    return Term(
        name=iri.removeprefix(NAMESPACE),
        iri=iri,
        kind=_kind(values) or Kind.CLASS,
        module=module,
        label=_one(values, "rdfs:label", iri),
        definition=_one(values, "skos:definition", iri),
        notes=tuple(values.get("skos:scopeNote", ())),
        examples=tuple(values.get("skos:example", ())),
        links={name: tuple(found) for name, found in values.items() if name not in told},
    )


def _one(values: _Values, name: str, iri: str) -> str:
    if not values.get(name):
        raise VocabularyError(f"{iri} has no {name}; add one to its module")
    return values[name][0]


def _read(path: Path) -> Mapping[str, _Values]:
    """The subjects of a file in its order, with their values by the property's short name."""
    subjects: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    try:
        for triple in parse(path=path, format=RdfFormat.TURTLE):
            if not isinstance(triple.object, NamedNode | Literal):
                continue
            name = short_name(triple.predicate.value)
            value = triple.object.value
            is_kind = name == _TYPE
            subjects[str(triple.subject)[1:-1]][name].append(
                short_name(value) if is_kind else value
            )
    except (FileNotFoundError, SyntaxError) as broken:
        raise VocabularyError(f"{path.name}: {broken}; mend the Turtle") from broken
    return subjects
