"""What values a property can have: its datatype by the shapes, its concepts by the schemes.

The ontology names no datatype where values differ in precision, as dates do; the shapes say
what is allowed there, for public properties too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from yotgraph.documentation.diagrams import value_type
from yotgraph.documentation.terms import Ontology
from yotgraph.errors import VocabularyError
from yotgraph.knowledge.names import term
from yotgraph.resources import directory

__all__ = ["Values", "load_values"]

_DATE_FORMS = "https://w3id.org/yotgraph/shapes#dateForms"
_DATE = "date, month or year"


@dataclass(frozen=True, slots=True)
class Values:
    """``kinds`` says in words what a property holds, ``members`` lists the concepts of a class
    by their labels; both by IRI."""

    kinds: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]


def load_values(
    ontology: Ontology, shapes: Path | None = None, schemes: Path | None = None
) -> Values:
    """What shapes and schemes say; the folders are the project's unless given.

    Raises :class:`VocabularyError` on Turtle that cannot be read.
    """
    kinds = {
        iri: value_type(each.target)
        for iri, each in ontology.terms.items()
        if each.target and each.target not in ontology.terms
    }
    return Values(
        kinds={**kinds, **_by_shapes(shapes or directory("shapes"))},
        members=_members(schemes or directory("ontology") / "schemes"),
    )


def _by_shapes(folder: Path) -> dict[str, str]:
    paths: dict[str, str] = {}
    found: dict[str, str] = {}
    for triple in _triples(folder):
        if triple.predicate == term("sh:path") and isinstance(triple.object, NamedNode):
            paths[str(triple.subject)] = triple.object.value
        elif triple.predicate == term("sh:datatype") and isinstance(triple.object, NamedNode):
            found[str(triple.subject)] = value_type(triple.object.value)
        elif triple.predicate == term("sh:or") and triple.object == NamedNode(_DATE_FORMS):
            found[str(triple.subject)] = _DATE
    return {paths[shape]: kind for shape, kind in sorted(found.items()) if shape in paths}


def _members(folder: Path) -> dict[str, tuple[str, ...]]:
    classes: dict[str, set[str]] = defaultdict(set)
    labels: dict[str, str] = {}
    for triple in _triples(folder):
        subject = str(triple.subject)
        if triple.predicate == term("rdf:type") and isinstance(triple.object, NamedNode):
            classes[triple.object.value].add(subject)
        elif triple.predicate == term("skos:prefLabel") and _is_english(triple.object):
            labels[subject] = triple.object.value
    return {
        kind: tuple(sorted(labels[each] for each in found if each in labels))
        for kind, found in sorted(classes.items())
    }


def _is_english(value: object) -> TypeGuard[Literal]:
    return isinstance(value, Literal) and value.language == "en"


def _triples(folder: Path) -> list[Triple]:
    triples: list[Triple] = []
    for path in sorted(folder.glob("*.ttl")):
        try:
            for each in parse(path=path, format=RdfFormat.TURTLE):
                triples.append(each.triple)
        except SyntaxError as broken:
            raise VocabularyError(f"{path.name}: {broken}; mend the Turtle") from broken
    if not triples:
        raise VocabularyError(f"{folder}: no Turtle there")
    return triples
