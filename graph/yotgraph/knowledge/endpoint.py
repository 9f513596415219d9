"""A graph in another SPARQL server, asked like one that is here.

The server's default graph must be the union of its graphs, as that of the questions is. Values of
parameters stand in the query as SPARQL's own ``VALUES``, written as terms by Oxigraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QueryResultsFormat, QuerySolutions, parse_query_results

from yotgraph.errors import ServerError, UsageError
from yotgraph.knowledge.federation import refuse_service
from yotgraph.knowledge.names import PREFIXES
from yotgraph.remote import Reply, send

__all__ = ["Endpoint", "with_values"]

_WHERE = re.compile(r"\bWHERE\s*\{", re.IGNORECASE)
_JSON = "application/sparql-results+json"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A SPARQL 1.1 endpoint. ``address`` may hold name and password."""

    address: str

    def select(
        self, query: str, bindings: Mapping[str, NamedNode | Literal] | None = None
    ) -> QuerySolutions:
        """The solutions of a SELECT query, with variables bound from the start.

        Raises :class:`ServerError` where the server cannot be reached, refuses, or gives
        something else, and :class:`UsageError` for an address that is none.
        """
        refuse_service(query)
        text = with_values(query, bindings or {})
        headers = {"Content-Type": "application/sparql-query", "Accept": _JSON}
        reply = send("POST", self.address, text.encode(), headers)
        if not reply.is_good:
            raise ServerError(f"{reply.host} refuses the query: {reply.summary}")
        return _solutions(reply)

    def require_reports(self) -> None:
        """Raises :class:`UsageError` where the default graph holds no report."""
        if not list(self.select("SELECT ?report WHERE { ?report a yot:Report } LIMIT 1")):
            raise UsageError(
                "no report in the default graph of the endpoint; load a build with"
                " 'yotgraph push', and let the default graph be the union of all graphs"
            )


def _solutions(reply: Reply) -> QuerySolutions:
    try:
        found = parse_query_results(reply.body, format=QueryResultsFormat.JSON)
    except (SyntaxError, ValueError) as broken:
        raise ServerError(
            f"{reply.host} gives no rows as {_JSON}; give the address of its SPARQL endpoint"
        ) from broken
    if not isinstance(found, QuerySolutions):
        raise UsageError("the query gives no rows: write it as SELECT")
    return found


def with_values(query: str, bindings: Mapping[str, NamedNode | Literal]) -> str:
    r"""A query with its prefixes, and with values for variables where its pattern begins.

    Raises :class:`UsageError` where a query with values has no ``WHERE {``.

    >>> with_values("SELECT ?a WHERE { ?a ?b ?c }", {"c": Literal('"')}).splitlines()[-2:]
    ['SELECT ?a WHERE {', 'VALUES ?c { "\\"" } ?a ?b ?c }']
    """
    if bindings:
        start = next(_starts(query), None)
        if start is None:
            raise UsageError("the query takes no parameters: write its pattern as WHERE { … }")
        values = " ".join(f"VALUES ?{name} {{ {value} }}" for name, value in bindings.items())
        query = f"{query[:start]}\n{values}{query[start:]}"
    head = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
    return head + query


def _starts(query: str) -> Iterator[int]:
    """Where patterns begin, comments left out."""
    for match in _WHERE.finditer(query):
        line = query[query.rfind("\n", 0, match.start()) + 1 : match.start()]
        if not line.lstrip().startswith("#"):
            yield match.end()
