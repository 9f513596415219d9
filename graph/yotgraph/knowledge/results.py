"""Results of validation as values, and how they are shown.

One :class:`ValidationResult` says what is wrong, how badly, where in which report, on which
words, with which value, and how to mend it. The report is rendered as text for people, as
JSON for machines, and as a SHACL validation report in Turtle without blank nodes.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum

from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from yotgraph.knowledge.literals import boolean, string
from yotgraph.knowledge.names import PREFIXES, Names, term
from yotgraph.knowledge.nodes import Term

__all__ = [
    "Severity",
    "ShapeCount",
    "ValidationReport",
    "ValidationResult",
    "as_json",
    "as_lines",
    "as_text",
    "as_turtle",
    "from_lines",
]


class Severity(StrEnum):
    """How bad a result is (SHACL, 2.1.4). A violation keeps the graph from being published."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


_SHOWN_OF_A_KIND = 10
_ORDER = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationResult:
    """One thing that is wrong. ``source`` is the shape or check that found it, ``component``
    the kind of constraint (SHACL, 4), ``focus`` the IRI of the node; what is not known is
    ``None``."""

    severity: Severity
    source: str
    component: str
    message: str
    focus: str
    report: str | None = None
    section: str | None = None
    quote: str | None = None
    path: str | None = None
    value: str | None = None
    value_is_iri: bool = False
    mend: str | None = None

    def sort_key(self) -> tuple[int, str, str, str, str, str]:
        """Worst first, then by report, source and node."""
        where = (self.report or "", self.source, self.focus, self.path or "", self.value or "")
        return (_ORDER[self.severity], *where)


@dataclass(frozen=True, slots=True)
class ShapeCount:
    """How many nodes a shape looked at."""

    shape: str
    focus_nodes: int


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """All results, worst first; what each shape saw; the checks that were run."""

    results: tuple[ValidationResult, ...]
    shapes: tuple[ShapeCount, ...]
    checks: tuple[str, ...]

    @property
    def conforms(self) -> bool:
        """Whether there is no violation. Warnings do not count."""
        return not any(result.severity is Severity.VIOLATION for result in self.results)

    @property
    def unseen(self) -> tuple[str, ...]:
        """The shapes that looked at nothing, so that their silence says nothing."""
        return tuple(count.shape for count in self.shapes if not count.focus_nodes)

    def count(self, severity: Severity) -> int:
        """How many results there are of one severity."""
        return sum(result.severity is severity for result in self.results)


def as_text(report: ValidationReport) -> str:
    """The report for a person: a summary, then each result with how to mend it.

    Of many results of one kind the first few are shown and the others counted.
    """
    seen = sum(count.focus_nodes for count in report.shapes)
    parts = [
        f"{_counted(report.count(Severity.VIOLATION), 'violation')}, "
        f"{_counted(report.count(Severity.WARNING), 'warning')}; "
        f"{_counted(len(report.shapes), 'shape')} over {_counted(seen, 'node')}, "
        f"{_counted(len(report.checks), 'check')}\n"
    ]
    shown: Counter[tuple[str, str]] = Counter()
    for result in report.results:
        kind = (result.source, result.message)
        shown[kind] += 1
        if shown[kind] <= _SHOWN_OF_A_KIND:
            parts.append(_result_text(result))
    for (source, message), number in shown.items():
        if number > _SHOWN_OF_A_KIND:
            parts.append(f"{number - _SHOWN_OF_A_KIND} more: {message} (by {source})\n")
    if report.unseen:
        parts.append(f"shapes that saw no node: {', '.join(report.unseen)}\n")
    return "\n".join(parts)


def _counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> _counted(1, "check"), _counted(2, "check")
    ('1 check', '2 checks')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _result_text(result: ValidationResult) -> str:
    where = ", ".join(part for part in (result.report, result.section) if part)
    lines = [f"{result.severity}: {result.message}", f"  at:    {result.focus}"]
    details = (
        ("in", where),
        ("words", f"\u201c{result.quote}\u201d" if result.quote else None),
        ("path", _prefixed(result.path) if result.path else None),
        ("value", result.value),
        ("mend", result.mend),
        ("by", result.source),
    )
    lines.extend(f"  {f'{name}:':<6} {text}" for name, text in details if text)
    return "\n".join(lines) + "\n"


def _prefixed(iri: str) -> str:
    """An IRI with a prefix where one fits.

    >>> _prefixed("https://w3id.org/yotgraph/ontology#stance"), _prefixed("urn:x")
    ('yot:stance', 'urn:x')
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def as_json(report: ValidationReport) -> str:
    """The report as one JSON object, keys in a fixed order."""
    counts = Counter(result.severity.value for result in report.results)
    content = {
        "conforms": report.conforms,
        "counts": {severity.value: counts[severity.value] for severity in Severity},
        "results": [asdict(result) for result in report.results],
        "shapes": [asdict(count) for count in report.shapes],
        "checks": list(report.checks),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def as_lines(results: Iterable[ValidationResult]) -> str:
    """Results as JSON, one a line, which :func:`from_lines` reads."""
    return "".join(f"{json.dumps(asdict(result), ensure_ascii=False)}\n" for result in results)


def from_lines(text: str) -> list[ValidationResult]:
    """The results that :func:`as_lines` wrote."""
    found = map(json.loads, text.split("\n")[:-1])
    return [ValidationResult(**{**each, "severity": Severity(each["severity"])}) for each in found]


def as_turtle(report: ValidationReport, names: Names | None = None) -> str:
    """The report in the terms of SHACL (2.1), every node with an IRI, sorted.

    The message says how to mend what is wrong, too.
    """
    minted = names or Names()
    node = minted.node("validation", "report")
    triples = [
        Triple(node, term("rdf:type"), term("sh:ValidationReport")),
        Triple(node, term("sh:conforms"), boolean(report.conforms)),
    ]
    digits = len(str(len(report.results)))
    for place, result in enumerate(report.results, start=1):
        part = minted.node("validation", "result", f"{place:0{digits}}")
        triples.append(Triple(node, term("sh:result"), part))
        triples.extend(Triple(part, term(name), value) for name, value in _described(result))
    ordered = sorted(triples, key=str)
    turtle = serialize(ordered, format=RdfFormat.TURTLE, prefixes=_prefixes(triples)) or b""
    return _sorted_prefixes(turtle.decode())


def _described(result: ValidationResult) -> Iterable[tuple[str, Term]]:
    yield "rdf:type", term("sh:ValidationResult")
    yield "sh:resultSeverity", term(f"sh:{result.severity.capitalize()}")
    yield "sh:focusNode", NamedNode(result.focus)
    yield "sh:sourceShape", NamedNode(result.source)
    yield "sh:sourceConstraintComponent", NamedNode(result.component)
    yield "sh:resultMessage", string(": ".join(filter(None, (result.message, result.mend))))
    if result.path:
        yield "sh:resultPath", NamedNode(result.path)
    if result.value is not None:
        is_iri = result.value_is_iri
        yield "sh:value", NamedNode(result.value) if is_iri else string(result.value)


def _prefixes(triples: Iterable[Triple]) -> dict[str, str]:
    """The prefixes that are used, so that the head of the file says what is in it."""
    used = {
        node.value.rpartition("#")[0] + "#"
        for triple in triples
        for node in (triple.predicate, triple.object)
        if isinstance(node, NamedNode) and "#" in node.value
    }
    return {prefix: iri for prefix, iri in PREFIXES.items() if iri in used}


def _sorted_prefixes(turtle: str) -> str:
    """Turtle with its prefix lines in order: the serialiser puts them in none."""
    lines = turtle.splitlines(keepends=True)
    head = sorted(line for line in lines if line.startswith("@prefix "))
    return "".join(head) + "".join(line for line in lines if not line.startswith("@prefix "))
