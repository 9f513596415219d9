"""What a figure measures, as its label says: the measure, whom it is about, and its unit."""

from __future__ import annotations

import re

from yotgraph.vocabulary import fold

__all__ = ["PER", "bare_measure", "named_behind", "unit_of"]

PER = re.compile(
    r"\(?\bper (?P<base>\d{1,3}(?:,\d{3})*)\b(?: (?:of|young|children)[^,;]*)?\)?", re.I
)
"""A base in a label: "per 100,000", "(per 1,000 children)"."""
# What explains a measure, as in "Vacancy rate (total unfilled posts as percentage of staff)".
_IN_BRACKETS = re.compile(r"(?:\s*\([^()]*\)?|,? of which:?|: [^:]*\d[^:]*)$", re.IGNORECASE)
_UNITS = (
    (re.compile(r"\baverage caseload\b", re.IGNORECASE), "cases"),
    (re.compile(r"\bFTE\b|full[- ]time equivalent", re.IGNORECASE), "full-time equivalent"),
    (re.compile(r"\bdays\b", re.IGNORECASE), "days"),
)


def bare_measure(label: str) -> str:
    """A label without what explains it in brackets, or its parts behind a colon.

    >>> bare_measure("Vacancy rate (total unfilled posts as percentage of staff)")
    'Vacancy rate'
    >>> bare_measure("Total current caseload: community 81, in custody 9")
    'Total current caseload'
    """
    return _IN_BRACKETS.sub("", label).rstrip(" :")


def named_behind(label: str, area: str) -> tuple[str, str]:
    """A label without the area at its end, and whom it is about.

    >>> named_behind("Total population Northmoor", "Northmoor")
    ('Total population', 'Northmoor')
    """
    named = re.search(
        rf"(?: of| in| for)?\s+({re.escape(fold(area))}(?: y\w{{2,3}})?)$", fold(label)
    )
    if named is None:
        return label, area
    return label[: named.start()].strip(), label[named.start(1) :]


def unit_of(measure: str) -> str:
    """What a figure without a sign counts, as its measure says.

    >>> unit_of("Average annual working days sickness"), unit_of("Total caseload")
    ('days', 'people')
    """
    return next((unit for pattern, unit in _UNITS if pattern.search(measure)), "people")
