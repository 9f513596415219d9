"""Rows of an answer as a table, CSV, TSV, JSON, Markdown or Turtle.

Cells hold untrusted report text. CSV, TSV, JSON and Turtle carry it exactly; the table and
the Markdown, which people read, are in :mod:`yotgraph.publishing.display`. Standards: RFC
4180, IANA text/tab-separated-values, RFC 8259, and the result-set vocabulary of the W3C's
SPARQL tests.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Triple

from yotgraph.errors import ParameterError
from yotgraph.publishing.cells import Cell, Row, cell_text, text_lines
from yotgraph.publishing.characters import ACTING, code_point_escape
from yotgraph.publishing.display import rich_table, to_markdown, to_table
from yotgraph.publishing.turtle import to_turtle

__all__ = [
    "FORMATS",
    "Cell",
    "format_rows",
    "rich_table",
    "to_csv",
    "to_json",
    "to_markdown",
    "to_result_set",
    "to_table",
    "to_tsv",
]

FORMATS = ("table", "csv", "tsv", "json", "md", "ttl")
"""What :func:`format_rows` can make."""

_XSD = "http://www.w3.org/2001/XMLSchema#"
_RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_RESULT_SET = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
_NUMBERS = frozenset(f"{_XSD}{name}" for name in ("integer", "decimal", "double"))
# The grammar of JSON (RFC 8259, 6), kept to what a double holds exactly.
_NUMBER = re.compile(r"(?=.{1,16}$)-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?")
_ACTING = re.compile(f"[{ACTING}]")
# What spreadsheets take for a formula, also in full width; a plain number is none.
_FORMULA = re.compile(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20](?!(?<=[+-])[0-9]+(?:\.[0-9]+)?\Z)")
_TSV_ESCAPES = {"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"}
_TSV_UNSAFE = re.compile(r"[\\\t\n\r]")


def _defused(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _csv_cell(text: str) -> str:
    if "," in text or '"' in text or "\n" in text or "\r" in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def to_csv(columns: Sequence[str], rows: Iterable[Row], *, safe: bool = False) -> str:
    r"""The rows as CSV with a header (RFC 4180, but each line ends in a plain line feed).

    The text is exact. With ``safe``, a cell that a spreadsheet would take for a formula gets
    an apostrophe in front; a plain number with a sign stays as it is.

    >>> to_csv(["service", "text"], [["Anytown YOT", "one, two"], ["Otherton YOT", None]])
    'service,text\nAnytown YOT,"one, two"\nOtherton YOT,\n'
    >>> to_csv(["text", "change"], [["=1+1", "-2.5"]], safe=True)
    "text,change\n'=1+1,-2.5\n"
    """
    made = []
    for line in text_lines(columns, rows):
        cells = [_csv_cell(_defused(text) if safe else text) for text in line]
        # One empty cell would be an empty line, which readers skip.
        made.append(",".join(cells) if cells != [""] else '""')
    return "".join(f"{line}\n" for line in made)


def to_tsv(columns: Sequence[str], rows: Iterable[Row], *, safe: bool = False) -> str:
    r"""The rows as tab-separated values with a header; ``safe`` as in :func:`to_csv`.

    The format has no quotes: tab, line feed, carriage return and backslash are written
    ``\t``, ``\n``, ``\r`` and ``\\``.

    >>> to_tsv(["a", "b"], [["one\ttwo", None]])
    'a\tb\none\\ttwo\t\n'
    """
    made = []
    for line in text_lines(columns, rows):
        cells = (_defused(text) if safe else text for text in line)
        made.append("\t".join(_TSV_UNSAFE.sub(_tsv_escape, text) for text in cells))
    return "".join(f"{line}\n" for line in made)


def _tsv_escape(match: re.Match[str]) -> str:
    return _TSV_ESCAPES[match.group()]


def _json_value(cell: Cell) -> str | int | float | bool | None:
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool | int):
        return cell
    if isinstance(cell, Literal):
        value, datatype = cell.value, cell.datatype.value
        if datatype == f"{_XSD}boolean" and value in ("true", "false"):
            return value == "true"
        if datatype in _NUMBERS and _NUMBER.fullmatch(value):
            number: int | float = json.loads(value)
            return number
    return cell_text(cell)


def to_json(columns: Sequence[str], rows: Iterable[Row]) -> str:
    r"""The rows as a JSON array of objects, keys in the order of the columns.

    Numbers and booleans of the graph are numbers and booleans here; unknown is ``null``.

    >>> print(to_json(["service", "cases"], [["Anytown YOT", 14]]), end="")
    [
     {
      "service": "Anytown YOT",
      "cases": 14
     }
    ]
    """
    objects = [
        {column: _json_value(cell) for column, cell in zip(columns, row, strict=True)}
        for row in rows
    ]
    text = json.dumps(objects, ensure_ascii=False, indent=1)
    return _ACTING.sub(code_point_escape, text) + "\n"


def to_result_set(
    columns: Sequence[str], rows: Iterable[Row], *, iri: str, prefixes: Mapping[str, str]
) -> str:
    """The rows as Turtle in the result-set vocabulary; ``iri`` names the answer.

    Solutions and bindings are named ``IRI#row-1`` and ``IRI#row-1-COLUMN``: no blank nodes.
    An unknown cell has no binding.
    """
    answer = NamedNode(iri)
    triples = [Triple(answer, _RDF_TYPE, _result("ResultSet"))]
    triples += [Triple(answer, _result("resultVariable"), Literal(name)) for name in columns]
    for number, row in enumerate(rows, start=1):
        solution = NamedNode(f"{iri}#row-{number}")
        triples.append(Triple(answer, _result("solution"), solution))
        triples.append(Triple(solution, _result("index"), Literal(number)))
        for column, cell in zip(columns, row, strict=True):
            if cell is not None and cell != "":
                value = Literal(cell) if isinstance(cell, str | int | bool) else cell
                binding = NamedNode(f"{solution.value}-{quote(column, safe='')}")
                triples.append(Triple(solution, _result("binding"), binding))
                triples.append(Triple(binding, _result("variable"), Literal(column)))
                triples.append(Triple(binding, _result("value"), value))
    return to_turtle(triples, {**prefixes, "rs": _RESULT_SET})


def _result(name: str) -> NamedNode:
    return NamedNode(_RESULT_SET + name)


def format_rows(
    name: str,
    columns: Sequence[str],
    rows: Iterable[Row],
    *,
    iri: str,
    prefixes: Mapping[str, str],
    safe: bool = False,
    width: int = 120,
) -> str:
    """The rows in one of :data:`FORMATS`. ``iri`` and ``prefixes`` serve ``ttl`` alone.

    Raises :class:`ParameterError` for another format.
    """
    match name:
        case "table":
            return to_table(columns, rows, width=width)
        case "csv":
            return to_csv(columns, rows, safe=safe)
        case "tsv":
            return to_tsv(columns, rows, safe=safe)
        case "json":
            return to_json(columns, rows)
        case "md":
            return to_markdown(columns, rows)
        case "ttl":
            return to_result_set(columns, rows, iri=iri, prefixes=prefixes)
        case _:
            known = ", ".join(FORMATS)
            raise ParameterError(f"no format {name!r} for rows: choose one of {known}")
