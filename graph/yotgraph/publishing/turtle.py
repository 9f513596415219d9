"""Turtle and TriG written to be read and compared, and sorted N-Quads.

One subject a block, type first and label second, one predicate a line, parts under a
comment that names them, only the prefixes that are used. The same statements give the
same text, whatever order they come in. Standards: W3C RDF 1.1 Turtle, TriG, N-Quads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from yotgraph.publishing.characters import turtle_string, turtle_text
from yotgraph.publishing.order import natural_key, place, stable

__all__ = ["to_nquads", "to_trig", "to_turtle"]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_DEFAULT = "DEFAULT"  # how pyoxigraph writes the default graph
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_FIRST = {
    _TYPE: 0,
    "http://www.w3.org/2000/01/rdf-schema#label": 1,
    "http://www.w3.org/2004/02/skos/core#prefLabel": 2,
}
# Only canonical forms are written without quotes, so that no reader rewrites them.
_BARE = {
    f"{_XSD}integer": re.compile(r"0|-?[1-9][0-9]*"),
    f"{_XSD}decimal": re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+"),
    f"{_XSD}boolean": re.compile(r"true|false"),
}
# Narrower than PN_LOCAL and PN_PREFIX (Turtle 6.5): nothing that needs an escape.
_SPLIT = re.compile(r"(.*[/#:])([A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?)", re.DOTALL)
_PREFIX = re.compile(r"(?:[A-Za-z](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?)?")
_RELATIVE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.~-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.~-]*)*")

# subject (in N-Triples form) -> predicate (IRI) -> objects (as they are written)
_Subjects = dict[str, dict[str, set[str]]]


class _Names(dict[str, str]):
    """IRIs as they are written: prefixed, relative to the base, or whole."""

    def __init__(self, prefixes: Mapping[str, str], base: str, *, keep_lines: bool = False) -> None:
        super().__init__()
        self.quoted = turtle_text if keep_lines else turtle_string
        self.base = base if base.endswith("/") else ""
        self.spaces = {
            space: prefix
            for prefix, space in sorted(prefixes.items(), reverse=True)
            if _PREFIX.fullmatch(prefix)
        }
        self.used: set[str] = set()
        self.uses_base = False
        self._predicates: dict[str, tuple[int, str]] = {}

    def __missing__(self, iri: str) -> str:
        self[iri] = self._shortened(iri)
        return self[iri]

    def _shortened(self, iri: str) -> str:
        parts = _SPLIT.fullmatch(iri)
        if parts and parts[1] in self.spaces:
            self.used.add(parts[1])
            return f"{self.spaces[parts[1]]}:{parts[2]}"
        local = iri[len(self.base) :]
        if self.base and iri.startswith(self.base) and _RELATIVE.fullmatch(local):
            self.uses_base = True
            return f"<{local}>"
        return f"<{iri}>"

    def predicate_key(self, iri: str) -> tuple[int, str]:
        """Sorts type and labels before other predicates, and those by name."""
        if iri not in self._predicates:
            name = "a" if iri == _TYPE else self[iri]
            self._predicates[iri] = (_FIRST.get(iri, len(_FIRST)), natural_key(name))
        return self._predicates[iri]

    def header(self) -> str:
        """The declarations of what was used, and an empty line behind them."""
        lines = [f"@base <{self.base}> .\n"] if self.uses_base else []
        pairs = sorted((self.spaces[space], space) for space in self.used)
        lines += [f"@prefix {prefix}: <{space}> .\n" for prefix, space in pairs]
        return "".join([*lines, "\n"]) if lines else ""


def _literal(literal: Literal, names: _Names) -> str:
    if literal.direction is not None:
        return str(literal)
    if literal.language is not None:
        return f"{turtle_string(literal.value)}@{literal.language}"
    value, datatype = literal.value, literal.datatype.value
    if datatype == f"{_XSD}string":
        return names.quoted(value) if "\n" in value else turtle_string(value)
    if datatype in _BARE and _BARE[datatype].fullmatch(value):
        return value
    return f"{turtle_string(value)}^^{names[datatype]}"


def _object(term: object, names: _Names) -> str:
    if isinstance(term, NamedNode):
        return names[term.value]
    return _literal(term, names) if isinstance(term, Literal) else str(term)


def _gathered(quads: Iterable[Quad], names: _Names, *, merged: bool) -> dict[str, _Subjects]:
    """The statements by graph, whose name is in N-Triples form, and subject."""
    graphs: dict[str, _Subjects] = {}
    literals: dict[Literal, str] = {}
    for quad in quads:
        term = quad.object
        if isinstance(term, Literal):
            written = literals.get(term) or literals.setdefault(term, _literal(term, names))
        else:
            written = _object(term, names)
        graph = _DEFAULT if merged else str(quad.graph_name)
        predicates = graphs.setdefault(graph, {}).setdefault(str(quad.subject), {})
        predicates.setdefault(quad.predicate.value, set()).add(written)
    return graphs


def _written(term: str, names: _Names) -> str:
    return names[term[1:-1]] if term.startswith("<") else term


def _clauses(predicates: Mapping[str, set[str]], names: _Names) -> Iterator[str]:
    """Each predicate with its objects, type and label before the others."""
    for iri in sorted(predicates, key=names.predicate_key):
        objects = list(predicates[iri])
        if len(objects) > 1:
            objects.sort(key=lambda text: (natural_key(text), text))
        if iri == _TYPE:
            yield "a " + ", ".join(objects)
        else:
            yield f"{names[iri]} " + " ,\n        ".join(objects)


def _lines(subjects: _Subjects, names: _Names) -> Iterator[str]:
    """The blocks of one graph, each part under its title, an empty line between blocks."""
    title = None
    for where in sorted(place(subject, names.base) for subject in subjects):
        if title is not None:
            yield ""
        if where.title != title:
            title = where.title
            yield f"# {title}"
            yield ""
        clauses = " ;\n    ".join(_clauses(subjects[where.subject], names))
        yield from f"{_written(where.subject, names)} {clauses} .".split("\n")


def to_turtle(
    statements: Iterable[Triple | Quad],
    prefixes: Mapping[str, str],
    *,
    base: str = "",
    keep_lines: bool = False,
) -> str:
    """The statements as one Turtle document; the graphs of quads are merged.

    ``prefixes`` maps a prefix to its namespace, which ends in ``/``, ``#`` or ``:``. ``base`` is
    the base IRI of the data: what lies below it and has no prefix is written relative to it,
    and the parts of the data are put in reading order. With ``keep_lines`` a text of several
    lines, such as a query, is written as such, not as one long line.
    """
    names = _Names(prefixes, base, keep_lines=keep_lines)
    graphs = _gathered(stable(statements), names, merged=True)
    body = "".join(f"{line}\n" for line in _lines(graphs.get(_DEFAULT, {}), names))
    return names.header() + body


def to_trig(
    statements: Iterable[Triple | Quad], prefixes: Mapping[str, str], *, base: str = ""
) -> str:
    """The statements as TriG: the default graph, then each named graph in its braces.

    ``prefixes`` and ``base`` are those of :func:`to_turtle`.
    """
    names = _Names(prefixes, base)
    graphs = _gathered(stable(statements), names, merged=False)
    parts = ["".join(f"{line}\n" for line in _lines(graphs.pop(_DEFAULT, {}), names))]
    for name in sorted(graphs, key=lambda name: (natural_key(name), name)):
        block = "".join(f"    {line}\n" if line else "\n" for line in _lines(graphs[name], names))
        parts.append(f"{_written(name, names)} {{\n{block}}}\n")
    return names.header() + "\n".join(part for part in parts if part)


def to_nquads(statements: Iterable[Triple | Quad]) -> str:
    """The statements as N-Quads, one a line, sorted by code point, each once."""
    lines = serialize(stable(statements), format=RdfFormat.N_QUADS) or b""
    return "".join(f"{line}\n" for line in sorted(set(lines.decode().split("\n"))) if line)
