"""Checks: SPARQL queries over the whole graph that must find nothing.

Each file of ``queries/checks`` selects ``?focus`` and, where known, ``?report``, ``?section``,
``?quote`` and ``?value``. Its header says what holds, how bad it is where it does not, the
message with ``{variable}`` for what was found, and how to mend it. One query over the whole
graph costs what a SPARQL constraint of SHACL costs for a few nodes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Store

from yotgraph.errors import VocabularyError
from yotgraph.knowledge.headers import query_files, read_header, required
from yotgraph.knowledge.names import DEFAULT_BASE, term
from yotgraph.knowledge.results import Severity, ValidationResult
from yotgraph.knowledge.store import select
from yotgraph.resources import directory

__all__ = ["Check", "load_checks", "run_checks"]

_SEVERITIES = tuple(severity.value for severity in Severity)
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Check:
    """One check. ``message`` has the variables of the query in braces."""

    name: str
    title: str
    severity: Severity
    message: str
    mend: str
    query: str

    @property
    def iri(self) -> str:
        """The check as the source of a result."""
        return f"{DEFAULT_BASE}check/{self.name}"


def load_checks(folder: Path | None = None) -> tuple[Check, ...]:
    """The checks of ``queries/checks`` by name.

    Raises :class:`VocabularyError` on an incomplete header or an unknown severity.
    """
    checks = []
    for path in query_files(folder or directory("queries") / "checks"):
        text = path.read_text(encoding="utf-8")
        header = read_header(text)
        severity = required(header, "severity", path.stem)
        if severity not in _SEVERITIES:
            raise VocabularyError(
                f"{path.name}: no severity {severity!r}; write one of {_SEVERITIES}"
            )
        checks.append(
            Check(
                name=path.stem,
                title=required(header, "check", path.stem),
                severity=Severity(severity),
                message=required(header, "message", path.stem),
                mend=required(header, "mend", path.stem),
                query=text,
            )
        )
    return tuple(checks)


def run_checks(store: Store, checks: Iterable[Check]) -> list[ValidationResult]:
    """What the checks find, in the order of checks and rows."""
    return [result for check in checks for result in _run(store, check)]


def _run(store: Store, check: Check) -> list[ValidationResult]:
    solutions = select(store, check.query)
    variables = [variable.value for variable in solutions.variables]
    found = []
    for solution in solutions:
        row = {name: solution[name].value for name in variables if solution[name] is not None}
        found.append(
            ValidationResult(
                severity=check.severity,
                source=check.iri,
                component=term("sh:SPARQLConstraintComponent").value,
                message=_filled(check.message, row),
                focus=row["focus"],
                report=row.get("report"),
                section=row.get("section"),
                quote=row.get("quote"),
                value=row.get("value"),
                value_is_iri="value" in row and isinstance(solution["value"], NamedNode),
                mend=check.mend,
            )
        )
    return found


def _filled(message: str, row: Mapping[str, str]) -> str:
    """A message with what was found in place of the braces.

    >>> _filled("rated {value}, not {other}", {"value": "Good"})
    'rated Good, not unknown'
    """
    return _PLACEHOLDER.sub(lambda match: row.get(match[1], "unknown"), message)
