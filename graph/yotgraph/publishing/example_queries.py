"""The named questions as example queries in the description of the data set.

Each is a ``sh:SPARQLExecutable`` (SHACL-AF, 5) in the form that public SPARQL endpoints use for
their examples: the question as a comment, the query with its prefixes, its category as a
keyword. It runs as it stands on any store with the data set, whose default graph is the union
of all graphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, Triple

from yotgraph.knowledge.questions import Question

__all__ = ["EXAMPLE_PREFIXES", "example_queries"]

EXAMPLE_PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "dcterms": "http://purl.org/dc/terms/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "sh": "http://www.w3.org/ns/shacl#",
    }
)
"""The prefixes of the terms used here."""


def example_queries(dataset: NamedNode, questions: Iterable[Question]) -> Iterator[Triple]:
    """The questions as ``DATASET/query/NAME``, each related to the data set."""
    for question in questions:
        query = NamedNode(f"{dataset.value}/query/{question.name}")
        yield Triple(dataset, _term("dcterms:relation"), query)
        for kind in ("sh:SPARQLExecutable", "sh:SPARQLSelectExecutable"):
            yield Triple(query, _term("rdf:type"), _term(kind))
        yield Triple(query, _term("rdfs:label"), Literal(question.name))
        yield Triple(query, _term("rdfs:comment"), Literal(question.question, language="en"))
        yield Triple(query, _term("schema:keywords"), Literal(question.category, language="en"))
        yield Triple(query, _term("sh:select"), Literal(_without_header(question.query)))


def _without_header(query: str) -> str:
    """A query without the lines that only this program reads.

    >>> _without_header("#+ number: 1\\nSELECT * {}\\n")
    'SELECT * {}'
    """
    return "\n".join(line for line in query.splitlines() if not line.startswith("#+"))


def _term(prefixed: str) -> NamedNode:
    prefix, _, local = prefixed.partition(":")
    return NamedNode(EXAMPLE_PREFIXES[prefix] + local)
