"""What the diagram of a module shows: its classes as boxes, its properties as their rows.

A row leads to the class of its values where that is a class. Classes of other modules are
shown only where a property of this one touches them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yotgraph.documentation.terms import NAMESPACE, Kind, Module, Ontology, Term, short_name

__all__ = ["Box", "Diagram", "Row", "diagram_of", "value_type"]

_ANYTHING = "anything"
_DATATYPES = {
    "xsd:anyURI": "address",
    "xsd:boolean": "true or false",
    "xsd:date": "date",
    "xsd:decimal": "decimal number",
    "xsd:gYear": "year",
    "xsd:gYearMonth": "month",
    "xsd:integer": "whole number",
    "xsd:nonNegativeInteger": "whole number",
    "xsd:string": "text",
}


def value_type(datatype: str | None) -> str:
    """A datatype of XML Schema in words.

    >>> value_type("http://www.w3.org/2001/XMLSchema#decimal"), value_type(None)
    ('decimal number', 'value')
    """
    if datatype is None:
        return "value"
    name = short_name(datatype)
    return _DATATYPES.get(name, name.removeprefix("xsd:"))


@dataclass(frozen=True, slots=True)
class Row:
    """One property in a box. ``target`` is the key of the box that it leads to."""

    text: str
    address: str
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """One class. ``kinds`` names the classes above it; ``own`` says it is of this module."""

    key: str
    title: str
    kinds: str
    address: str | None
    rows: tuple[Row, ...]
    own: bool


@dataclass(frozen=True, slots=True)
class Diagram:
    """The boxes of a module, those that bear properties and those that only receive them, and
    the pairs of boxes of which the first is a kind of the second."""

    title: str
    bearing: tuple[Box, ...]
    receiving: tuple[Box, ...]
    kinds_of: tuple[tuple[str, str], ...]


def diagram_of(module: Module, ontology: Ontology) -> Diagram:
    """The diagram of one module."""
    own = [term.iri for term in module.of_kind(Kind.CLASS)]
    properties = [term for term in module.terms if term.kind is not Kind.CLASS]
    bearers = [*own, *(each for each in _bearers(properties) if each not in own)]
    targets = sorted(
        {
            term.target
            for term in properties
            if term.kind is Kind.RELATION and term.target and term.target not in bearers
        }
    )
    return Diagram(
        title=module.title,
        bearing=tuple(_box(each, module, ontology, properties) for each in bearers),
        receiving=tuple(_box(each, module, ontology, ()) for each in targets),
        kinds_of=tuple(
            (term.iri, above)
            for term in module.of_kind(Kind.CLASS)
            for above in term.links.get("rdfs:subClassOf", ())
            if above in own
        ),
    )


def _bearers(properties: list[Term]) -> Iterator[str]:
    """The classes that bear one of the properties, and ``anything`` where one names none."""
    yield from sorted({each for term in properties for each in term.bearers})
    if any(not term.bearers for term in properties):
        yield _ANYTHING


def _box(key: str, module: Module, ontology: Ontology, properties: list[Term] | tuple[()]) -> Box:
    term = ontology.terms.get(key)
    rows = tuple(
        _row(each)
        for each in properties
        if key in each.bearers or (key == _ANYTHING and not each.bearers)
    )
    if term is None:
        title = key if key == _ANYTHING else short_name(key)
        return Box(key, title, "", None if key == _ANYTHING else key, rows, own=False)
    above = [_class_name(each) for each in term.links.get("rdfs:subClassOf", ())]
    is_own = term.module == module.name
    where = "" if is_own else f"of {term.module}"
    return Box(
        key=key,
        title=term.name,
        kinds=f"a kind of {', '.join(above)}" if above and is_own else where,
        address=f"{term.module}.html#{term.name}",
        rows=rows,
        own=is_own,
    )


def _row(term: Term) -> Row:
    address = f"{term.module}.html#{term.name}"
    if term.kind is Kind.RELATION:
        target = _class_name(term.target) if term.target else "anything"
        return Row(f"{term.name} → {target}", address, term.target)
    return Row(f"{term.name}: {value_type(term.target)}", address)


def _class_name(iri: str) -> str:
    return iri.removeprefix(NAMESPACE) if iri.startswith(NAMESPACE) else short_name(iri)
