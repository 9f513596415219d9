"""A query of the SPARQL 1.1 Protocol (2.1) against a store, and the answer's bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import TypedDict

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    serialize,
)

from yotgraph.errors import UsageError
from yotgraph.knowledge.federation import refuse_service
from yotgraph.knowledge.names import PREFIXES
from yotgraph.publishing.server.negotiation import choose

__all__ = ["GRAPH_TYPES", "Query", "Reply", "answer", "refusal"]

ROW_TYPES: Mapping[str, QueryResultsFormat] = MappingProxyType(
    {
        "application/sparql-results+json": QueryResultsFormat.JSON,
        "application/json": QueryResultsFormat.JSON,
        "application/sparql-results+xml": QueryResultsFormat.XML,
        "text/csv": QueryResultsFormat.CSV,
        "text/tab-separated-values": QueryResultsFormat.TSV,
    }
)
GRAPH_TYPES: Mapping[str, RdfFormat] = MappingProxyType(
    {
        "text/turtle": RdfFormat.TURTLE,
        "application/n-triples": RdfFormat.N_TRIPLES,
        "application/ld+json": RdfFormat.JSON_LD,
        "application/rdf+xml": RdfFormat.RDF_XML,
    }
)
"""The forms in which graphs are given, the one that is given where any will do first."""

_MOST_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it came: its text, the data set that it names, and the types it accepts."""

    text: str
    accept: str = ""
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back: the HTTP status, the media type and the body."""

    status: int
    media_type: str
    body: bytes


class _TooMuchError(OSError):
    """An answer that is larger than any that is sent."""


class _Limited(BytesIO):
    """Bytes up to a limit, so that one query cannot fill the memory."""

    def write(self, data: bytes) -> int:  # type: ignore[override]
        if self.tell() + len(data) > _MOST_BYTES:
            raise _TooMuchError
        return super().write(data)


def refusal(status: int, reason: str) -> Reply:
    """An error for a person, as plain text."""
    return Reply(status, "text/plain; charset=utf-8", f"{reason}\n".encode())


def answer(store: Store, query: Query) -> Reply:
    """The answer to a query in the form that is accepted, or what is wrong with the request.

    Without a data set of its own, a query sees the union of all graphs.
    """
    try:
        refuse_service(query.text)
        found = store.query(
            query.text,
            prefixes=dict(PREFIXES),
            **_data_set(query),
        )
    except UsageError as refused:
        return refusal(400, str(refused))
    except (SyntaxError, ValueError) as broken:
        return refusal(400, f"the query cannot be read: {broken}")
    except (OSError, RuntimeError) as wrong:
        return refusal(400, f"the query cannot be run: {wrong}")
    has_rows = isinstance(found, QuerySolutions | QueryBoolean)
    offered = [*ROW_TYPES] if has_rows else [*GRAPH_TYPES]
    if isinstance(found, QueryBoolean):
        # CSV and TSV have no form for yes and no (SPARQL 1.1 Query Results CSV and TSV, 1).
        offered = [name for name in offered if not name.startswith("text/")]
    media_type = choose(query.accept, offered)
    if media_type is None:
        return refusal(406, f"not to be had as {query.accept}; ask for {', '.join(offered)}")
    body = _Limited()
    try:
        if isinstance(found, QuerySolutions | QueryBoolean):
            found.serialize(body, ROW_TYPES[media_type])
        else:
            serialize(found, body, GRAPH_TYPES[media_type], prefixes=dict(PREFIXES))
    except _TooMuchError:
        return refusal(413, f"more than {_MOST_BYTES >> 20} MB; ask for less, or add a LIMIT")
    except (OSError, RuntimeError) as wrong:
        return refusal(400, f"the query cannot be run: {wrong}")
    return Reply(200, f"{media_type}; charset=utf-8", body.getvalue())


class _DataSet(TypedDict, total=False):
    """How Oxigraph is told what a query sees."""

    use_default_graph_as_union: bool
    default_graph: list[NamedNode | BlankNode | DefaultGraph]
    named_graphs: list[NamedNode | BlankNode]


def _data_set(query: Query) -> _DataSet:
    """The graphs that the request names (SPARQL 1.1 Protocol, 2.1.4), or all."""
    if not (query.default_graphs or query.named_graphs):
        return {"use_default_graph_as_union": True}
    return {
        "default_graph": [NamedNode(iri) for iri in query.default_graphs],
        "named_graphs": [NamedNode(iri) for iri in query.named_graphs],
    }
