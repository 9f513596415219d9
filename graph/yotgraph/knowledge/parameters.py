"""Parameters of questions: how a header declares them, and how a value becomes a term.

A declaration is ``name``, ``name^^xsd:decimal`` or ``name=65^^xsd:decimal``; without a
datatype the value is text. ``xsd:anyURI`` stands for the IRI of something in the graph.

>>> read_parameters("report, threshold=65^^xsd:decimal", "example.rq")[1]
Parameter(name='threshold', datatype='xsd:decimal', default='65')
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Protocol

from pyoxigraph import Literal, NamedNode, Store

from yotgraph.errors import ParameterError, VocabularyError
from yotgraph.knowledge.endpoint import Endpoint
from yotgraph.knowledge.headers import names_in
from yotgraph.knowledge.literals import date, decimal
from yotgraph.knowledge.names import term
from yotgraph.knowledge.store import select

__all__ = ["Parameter", "Rows", "bind", "read_parameters", "unknown_value"]

_DECLARATION = re.compile(r"(?P<name>\w+)(=(?P<default>[^^]+))?(\^\^(?P<datatype>xsd:\w+))?")
_MOST_SHOWN = 30
_LISTED = {
    "report": "SELECT DISTINCT ?value WHERE { ?document a yot:Report ; dcterms:identifier ?value }",
    "service": "SELECT DISTINCT ?value WHERE { ?inspection yot:serviceLabel ?value }",
}


class Rows(Protocol):
    """What an answer has: columns and rows."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells, row by row."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter with its datatype (a prefixed name) and the value it has where none is given."""

    name: str
    datatype: str = "xsd:string"
    default: str | None = None


def read_parameters(declared: str, file_name: str) -> tuple[Parameter, ...]:
    """The parameters of a header. Raises :class:`VocabularyError` on one that cannot be read."""
    parameters = []
    for text in names_in(declared):
        match = _DECLARATION.fullmatch(text)
        if match is None or match["datatype"] not in (None, *_READERS):
            raise VocabularyError(
                f"{file_name}: {text!r} declares no parameter; write name=default^^datatype "
                f"with one of {', '.join(_READERS)}"
            )
        parameters.append(
            Parameter(match["name"], match["datatype"] or "xsd:string", match["default"])
        )
    return tuple(parameters)


def bind(
    question: str, parameters: Sequence[Parameter], given: Mapping[str, str]
) -> dict[str, NamedNode | Literal]:
    """The terms for the parameters that are given or have a default.

    Raises :class:`ParameterError` on an unknown parameter or a value that its datatype does
    not have; the message says what there is.
    """
    known = {parameter.name: parameter for parameter in parameters}
    for name in given:
        if name not in known:
            takes = f"it takes {', '.join(known)}" if known else "it takes none"
            raise ParameterError(f"{question}: no parameter {name!r}; {takes}")
    bound: dict[str, NamedNode | Literal] = {}
    for parameter in parameters:
        value = given.get(parameter.name, parameter.default)
        if value is not None:
            bound[parameter.name] = _term(question, parameter, value)
    return bound


def _iri(value: str) -> NamedNode:
    if "://" not in value:
        raise ValueError(value)
    return NamedNode(value)


def _integer(value: str) -> Literal:
    return Literal(str(int(value)), datatype=term("xsd:integer"))


_READERS: Mapping[str, Callable[[str], NamedNode | Literal]] = {
    "xsd:anyURI": _iri,
    "xsd:date": date,
    "xsd:decimal": decimal,
    "xsd:integer": _integer,
    "xsd:string": Literal,
}
_EXAMPLES = {
    "xsd:anyURI": "an IRI, as https://w3id.org/yotgraph/id/report/...",
    "xsd:date": "a date, as 2015-07-01",
    "xsd:decimal": "a number, as 65 or 62.5",
    "xsd:integer": "a whole number, as 3",
}


def _term(question: str, parameter: Parameter, value: str) -> NamedNode | Literal:
    try:
        return _READERS[parameter.datatype](value)
    except (ValueError, VocabularyError) as wrong:
        raise ParameterError(
            f"{question}: {parameter.name}={value!r} is not {_EXAMPLES[parameter.datatype]}"
        ) from wrong


def unknown_value(
    store: Store | Endpoint, question: str, name: str, value: str, ask_without: Callable[[], Rows]
) -> ParameterError | None:
    """The error for a value that the graph does not hold, or ``None`` where it does.

    What there is comes from the graph for reports and services, for another column from the
    rows that the question gives without the parameter.
    """
    if name in _LISTED:
        held = sorted(found["value"].value for found in select(store, _LISTED[name]))
    else:
        rows = ask_without()
        if name not in rows.columns:
            return None
        place = rows.columns.index(name)
        held = sorted({row[place] for row in rows.rows if row[place]})
    if value in held:
        return None
    return ParameterError(f"{question}: no {name} {value!r}; there is {_shown(value, held)}")


def _shown(value: str, held: Iterable[str]) -> str:
    """All values, or those most like the given one where there are many."""
    values = list(held)
    if not values:
        return "none in this graph"
    if len(values) <= _MOST_SHOWN:
        return ", ".join(values)
    near = get_close_matches(value, values, n=10, cutoff=0.3) or values[:10]
    return f"{', '.join(near)} and {len(values) - len(near)} more"
