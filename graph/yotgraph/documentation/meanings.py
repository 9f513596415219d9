"""What a column means: the definition of the term that it leads to.

The last steps of a path often only name a thing (its label, its notation). The meaning is
that of the step which leads to the thing.
"""

from __future__ import annotations

from dataclasses import dataclass

from yotgraph.documentation.columns import Column, Path
from yotgraph.documentation.terms import Ontology, Term, short_name
from yotgraph.documentation.values import Values

__all__ = ["Meaning", "meaning_of", "path_start"]

_NAMING = frozenset(
    {
        "foaf:name",
        "oa:hasSelector",
        "rdfs:label",
        "skos:notation",
        "skos:prefLabel",
    }
)
_SAME_PERSON = frozenset({"owl:sameAs", "yot:possiblySameAs"})
_GATHERINGS = {
    "Count": "How many: ",
    "GroupConcat": "All of them, in one cell: ",
    "Min": "One for all in the row: ",
    "Sum": "The sum of: ",
}
_MOST_LISTED = 12


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a cell says, which values it can have, and an example of one, as far as known."""

    text: str
    values: str
    example: str | None


def meaning_of(column: Column, ontology: Ontology, values: Values, about: str | None) -> Meaning:
    """The meaning of a column; ``about`` is what the query's header says of it."""
    told = [_told(path, ontology) for path in column.paths]
    texts = list(dict.fromkeys(text for text, _ in told if text))
    examples = [term.examples[0] for _, term in told if term and term.examples]
    if about:
        text = about
    elif column.expression and not column.expression.startswith('"'):
        text = f"Worked out from: {' '.join(texts)}" if texts else "Worked out in the query."
    else:
        text = _GATHERINGS.get(column.gathering or "", "") + " ".join(texts)
    is_plain = column.gathering is None and column.expression is None
    example = examples[0] if examples and is_plain else None
    return Meaning(text, _values(column, ontology, values), example)


def path_start(path: Path, ontology: Ontology) -> tuple[str, ...]:
    """The classes that a path starts from; where the query names none, those that bear its
    first property."""
    if path.start or not path.steps:
        return path.start
    first = ontology.terms.get(path.steps[0])
    return first.bearers if first else ()


def _told(path: Path, ontology: Ontology) -> tuple[str, Term | None]:
    """The words on the last step that does more than name, and the own term if it is one."""
    for step in reversed(path.steps):
        if short_name(step) in _NAMING | _SAME_PERSON:
            continue
        own = ontology.terms.get(step)
        if own is not None:
            return own.definition, own
        return ontology.usage_notes.get(step, ""), None
    definitions = " ".join(_defined(each, ontology) for each in path.start)
    if not path.steps:
        return definitions or "The IRI of something in the graph.", None
    return definitions and f"The name of one. {definitions}", None


def _defined(iri: str, ontology: Ontology) -> str:
    own = ontology.terms.get(iri)
    return own.definition if own else ontology.usage_notes.get(iri, "")


def _values(column: Column, ontology: Ontology, values: Values) -> str:
    """The kinds of value of all paths, each once."""
    if column.gathering == "Count":
        return "whole number"
    found = [_kind(path, ontology, values) for path in column.paths]
    kinds = " or ".join(dict.fromkeys(each for each in found if each))
    if column.gathering == "GroupConcat":
        return f"list: {kinds}" if kinds else "list"
    return kinds if not column.expression else ""


def _kind(path: Path, ontology: Ontology, values: Values) -> str:
    if not path.steps:
        return "IRI"
    last = path.steps[-1]
    if short_name(last) not in _NAMING:
        return values.kinds.get(last, "")
    target = _target(path, ontology)
    labels = values.members.get(target or "", ())
    if not labels:
        return "text"
    shown = "; ".join(labels[:_MOST_LISTED])
    return shown if len(labels) <= _MOST_LISTED else f"{shown} … ({len(labels)} in all)"


def _target(path: Path, ontology: Ontology) -> str | None:
    """The class of the thing that the last steps name."""
    for step in reversed(path.steps):
        if short_name(step) in _NAMING:
            continue
        own = ontology.terms.get(step)
        return own.target if own else None
    return path.start[0] if path.start else None
