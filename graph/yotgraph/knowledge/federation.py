"""Queries that would ask another server: refused, since nothing is fetched from a network.

Oxigraph sends the part of a query that stands under ``SERVICE`` to any address that the query
names. So a query from someone else could look at what only this machine can reach.
"""

from __future__ import annotations

import re

from yotgraph.errors import UsageError

__all__ = ["asks_elsewhere", "refuse_service"]

# SPARQL 1.1, 19.2: escapes are replaced before the grammar is applied.
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_GAP = r"(?:\s|#[^\n\r]*)*"
# SPARQL 1.1, rule 59: SERVICE, perhaps SILENT, a variable or an IRI, and a group. It is looked
# for everywhere, in texts and comments too: what stands in those cannot be told without parsing.
_CLAUSE = re.compile(
    rf"(?P<before>[^\s{{}}()\[\]<>\"',;|/^=!&*+]*)SERVICE{_GAP}(?:SILENT{_GAP})?"
    rf"(?:<[^<>\s]*>|[?$]\w+|[^\s{{}}<>\"']*:[^\s{{}}]*){_GAP}\{{",
    re.IGNORECASE,
)
# The word may be the end of a variable, which has no dots, or of a prefixed name.
_NAME = re.compile(r"(?:[?$]\w*|:[^?$]*)\Z")
_LAST_CODE_POINT = 0x10FFFF


def asks_elsewhere(query: str) -> bool:
    """Whether a query has a SERVICE clause.

    >>> asks_elsewhere("SELECT * { SERVICE <http://example.org/sparql> { ?s ?p ?o } }")
    True
    >>> asks_elsewhere("SELECT * { ?inspection ex:service ?service { ?service ?p ?o } }")
    False
    """
    plain = _ESCAPE.sub(_character, query)
    return any(not _NAME.search(match["before"]) for match in _CLAUSE.finditer(plain))


def _character(match: re.Match[str]) -> str:
    number = int(match[1] or match[2], 16)
    return chr(number) if number <= _LAST_CODE_POINT else match[0]


def refuse_service(query: str) -> None:
    """Raises :class:`UsageError` for a query that would ask another server."""
    if asks_elsewhere(query):
        raise UsageError(
            "the query has a SERVICE clause, and yotgraph asks no other server;"
            " ask that server by itself and load what it gives"
        )
