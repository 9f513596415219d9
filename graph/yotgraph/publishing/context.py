"""The bundled JSON-LD context, and what it lets IRIs and literals be written as.

Compaction as in W3C JSON-LD 1.1 (Processing Algorithms and API, chapter 6), for what
``ontology/context.jsonld`` uses: prefixes, a default vocabulary, type and language
coercion, sets and reversed terms.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import Literal

from yotgraph.resources import directory

__all__ = ["CONTEXT_IRI", "Context", "Json", "Term", "load_context"]

CONTEXT_IRI = "https://w3id.org/yotgraph/context.jsonld"
"""Where the context is published. Exports carry it inline; nothing is fetched."""

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool"

_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS = frozenset(
    f"{_XSD}{name}" for name in ("integer", "nonNegativeInteger", "positiveInteger")
)
# Fifteen digits are exact in every reader of JSON, also in one that knows only doubles.
_CANONICAL_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_VOCABULARY_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the context. ``coerced`` is a datatype IRI or ``@id``."""

    name: str
    coerced: str | None = None
    language: str | None = None
    is_set: bool = False


class Context:
    """A context turned round: from IRIs to the names that stand for them."""

    def __init__(self, definitions: Mapping[str, Json]) -> None:
        self.definitions = dict(sorted(definitions.items()))
        vocabulary = definitions.get("@vocab", "")
        self._vocabulary = vocabulary if isinstance(vocabulary, str) else ""
        self._prefixes = {
            name: space
            for name, space in self.definitions.items()
            if isinstance(space, str) and name[0] != "@" and space.endswith(("/", "#"))
        }
        self._longest_first = sorted(self._prefixes.items(), key=lambda pair: -len(pair[1]))
        self._terms: dict[str, Term] = {}
        self.reversed: dict[str, Term] = {}
        for name, definition in self.definitions.items():
            if name[0] != "@" and name not in self._prefixes:
                self._add(name, definition)
        self._names: dict[str, str] = {}

    def _add(self, name: str, definition: Json) -> None:
        parts = {"@id": definition} if isinstance(definition, str) else definition
        if not isinstance(parts, dict):
            raise ValueError(f"the definition of {name!r} is neither a string nor an object")
        text = {key: value for key, value in parts.items() if isinstance(value, str)}
        coerced = text.get("@type")
        term = Term(
            name,
            coerced if coerced in (None, "@id") else self.expanded(coerced),
            text.get("@language"),
            text.get("@container") == "@set",
        )
        if "@reverse" in text:
            self.reversed[self.expanded(text["@reverse"])] = term
        else:
            self._terms[self.expanded(text["@id"])] = term

    def expanded(self, name: str) -> str:
        """The IRI that a compact IRI stands for."""
        prefix, _, local = name.partition(":")
        return f"{self._prefixes[prefix]}{local}" if prefix in self._prefixes else name

    def iri(self, iri: str) -> str:
        """An IRI as the value of ``@id``: compact where a prefix fits, else whole.

        Raises :class:`ValueError` for an IRI whose scheme is a prefix of the context, since a
        reader would expand it (JSON-LD error "IRI confused with prefix").
        """
        if iri not in self._names:
            self._names[iri] = self._compact(iri)
        return self._names[iri]

    def _compact(self, iri: str) -> str:
        for prefix, space in self._longest_first:
            local = iri.removeprefix(space)
            if iri.startswith(space) and local and not local.startswith("//"):
                return f"{prefix}:{local}"
        scheme, _, rest = iri.partition(":")
        if scheme in self.definitions and not rest.startswith("//"):
            raise ValueError(
                f"<{iri}> would be read as the prefix {scheme!r} of the JSON-LD context"
            )
        return iri

    def vocabulary_name(self, iri: str) -> str:
        """An IRI as the value of ``@type``: a bare name where it is in the vocabulary."""
        name = iri.removeprefix(self._vocabulary) if self._vocabulary else iri
        bare = iri.startswith(self._vocabulary) and _VOCABULARY_NAME.fullmatch(name)
        return name if bare and name not in self.definitions else self.iri(iri)

    def term(self, predicate: str) -> Term:
        """The term for a predicate; without coercion where the context defines none."""
        if predicate not in self._terms:
            self._terms[predicate] = Term(self.vocabulary_name(predicate))
        return self._terms[predicate]

    def literal(self, literal: Literal, term: Term) -> Json:
        """A literal as the value of the term. The lexical form always survives."""
        value, datatype, language = literal.value, literal.datatype.value, literal.language
        if language is not None:
            if language == term.language and literal.direction is None:
                return value
            direction = {"@direction": literal.direction.value} if literal.direction else {}
            return {**direction, "@language": language, "@value": value}
        uncoerced = term.coerced is None and term.language is None
        if uncoerced and datatype == f"{_XSD}string":
            return value
        if datatype == term.coerced or uncoerced:
            native = _native(value, datatype, exactly=datatype == term.coerced)
            if native is not None:
                return native
        if datatype == term.coerced:
            return value
        typed = {} if datatype == f"{_XSD}string" else {"@type": self.vocabulary_name(datatype)}
        return {**typed, "@value": value}


def _native(value: str, datatype: str, *, exactly: bool) -> Json | None:
    """A JSON number or boolean that reads back as the same literal, if there is one."""
    if datatype == f"{_XSD}boolean" and value in ("true", "false"):
        return value == "true"
    integer = datatype in _INTEGERS if exactly else datatype == f"{_XSD}integer"
    return int(value) if integer and _CANONICAL_INTEGER.fullmatch(value) else None


def load_context(base: str | None = None) -> Context:
    """The bundled context; ``base`` moves the prefixes of the data to another base IRI."""
    text = (directory("ontology") / "context.jsonld").read_text(encoding="utf-8")
    definitions: dict[str, Json] = json.loads(text)["@context"]
    moved = {name: f"{base}{name}/" for name in ("graph", "id")} if base else {}
    return Context({**definitions, **moved})
