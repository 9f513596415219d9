"""Literals: values of facts as RDF, with the datatype that their precision gives.

>>> date("2015-07").datatype.value.rpartition("#")[2]
'gYearMonth'
"""

from __future__ import annotations

import re
from datetime import date as calendar_date

from pyoxigraph import Literal

from yotgraph.errors import VocabularyError
from yotgraph.knowledge.names import term

__all__ = ["boolean", "date", "decimal", "integer", "offset", "string", "web_address"]

_DECIMAL = re.compile(r"[+-]?(\d+(\.\d+)?|\.\d+)")
_DATES = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), "xsd:date"),
    (re.compile(r"\d{4}-(0[1-9]|1[0-2])"), "xsd:gYearMonth"),
    (re.compile(r"\d{4}"), "xsd:gYear"),
)


def string(text: str) -> Literal:
    """A report's words: plain text, without a language."""
    return Literal(text)


def integer(number: int) -> Literal:
    """A count."""
    return Literal(str(number), datatype=term("xsd:integer"))


def offset(number: int) -> Literal:
    """A place in a text (Web Annotation, 4.2.5: a non-negative integer)."""
    if number < 0:
        raise VocabularyError(f"{number} is no place in a text: offsets start at 0")
    return Literal(str(number), datatype=term("xsd:nonNegativeInteger"))


def boolean(value: bool) -> Literal:
    """True or false."""
    return Literal("true" if value else "false", datatype=term("xsd:boolean"))


def web_address(url: str) -> Literal:
    """Where a document was published."""
    return Literal(url, datatype=term("xsd:anyURI"))


def decimal(figure: str) -> Literal:
    """A figure as printed, without its unit and separators.

    Raises :class:`VocabularyError` where it is no plain decimal.

    >>> decimal("36.0").value
    '36.0'
    """
    if not _DECIMAL.fullmatch(figure):
        raise VocabularyError(f"{figure!r} is no plain decimal: write it as 1234.5")
    return Literal(figure, datatype=term("xsd:decimal"))


def date(text: str) -> Literal:
    """A date at the precision given: ``2015-07-01``, ``2015-07`` or ``2015`` (ISO 8601).

    Raises :class:`VocabularyError` on any other form.
    """
    for pattern, datatype in _DATES:
        if pattern.fullmatch(text) and (len(text) < 10 or _is_a_day(text)):
            return Literal(text, datatype=term(datatype))
    raise VocabularyError(f"{text!r} is no ISO 8601 date: write 2015-07-01, 2015-07 or 2015")


def _is_a_day(text: str) -> bool:
    """Whether the calendar has that day."""
    try:
        calendar_date.fromisoformat(text)
    except ValueError:
        return False
    return True
