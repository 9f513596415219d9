"""What changed between two graphs, in words: facts added, removed, or saying something else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import Literal, NamedNode, Store

from yotgraph.knowledge.names import PREFIXES, term
from yotgraph.knowledge.store import select

__all__ = ["Change", "ChangeKind", "as_words", "differences"]

_LABEL = term("rdfs:label")
_PREFERRED = term("skos:prefLabel")
# Where the words of a fact stand is no part of what it says; their order is none either.
_PLACE = frozenset(
    term(name).value
    for name in (
        "yot:evidence", "yot:mainEvidence", "yot:publicationEvidence", "yot:fieldworkEvidence",
        "yot:position", "rdfs:label",
    )
)  # fmt: skip
# What a fact is stands in its label, and where and of whom in the heading.
_SAID_OTHERWISE = frozenset({"rdf:type", "stated in", "about"})
_FACTS = """
SELECT ?report ?fact ?predicate ?value
WHERE {
  { ?fact yot:statedIn ?document . FILTER NOT EXISTS { ?fact a yot:CoverageEntry } }
  UNION
  { ?document yot:reportsOn ?inspection . BIND(?document AS ?fact) }
  ?document a yot:Report ; dcterms:identifier ?report .
  ?fact ?predicate ?value .
}
"""


class ChangeKind(StrEnum):
    """What happened to a fact."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One fact that is not as it was. ``details`` say what it said or says, or both where it
    changed, a line each."""

    report: str
    kind: ChangeKind
    label: str
    iri: str
    details: tuple[str, ...] = ()


_Said = Mapping[tuple[str, str], Mapping[str, frozenset[str]]]


def differences(old: Store, new: Store) -> list[Change]:
    """The facts that differ between two graphs, by report, kind and label."""
    before, after = _said(old), _said(new)
    changes: list[Change] = []
    for key in sorted(before.keys() | after.keys()):
        report, iri = key
        if key not in after:
            details = _told(before[key])
            changes.append(Change(report, ChangeKind.REMOVED, _label(old, iri), iri, details))
        elif key not in before:
            details = _told(after[key])
            changes.append(Change(report, ChangeKind.ADDED, _label(new, iri), iri, details))
        elif before[key] != after[key]:
            details = _compared(before[key], after[key])
            changes.append(Change(report, ChangeKind.CHANGED, _label(new, iri), iri, details))
    return sorted(changes)


def _said(store: Store) -> _Said:
    """What each fact says, by report and IRI: its values by the names of its properties."""
    said: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    names: dict[str, str] = {}
    for row in select(store, _FACTS):
        predicate = row["predicate"].value
        if predicate not in _PLACE:
            values = said[row["report"].value, row["fact"].value]
            name = names.get(predicate) or names.setdefault(predicate, _name(store, predicate))
            values[name].add(_shown(store, row["value"]))
    return {
        key: {name: frozenset(found) for name, found in values.items()}
        for key, values in said.items()
    }


def _shown(store: Store, value: NamedNode | Literal) -> str:
    return _label(store, value.value) if isinstance(value, NamedNode) else value.value


def _label(store: Store, iri: str) -> str:
    node = NamedNode(iri)
    for predicate in (_PREFERRED, _LABEL):
        found = sorted(
            quad.object.value
            for quad in store.quads_for_pattern(node, predicate, None, None)
            if isinstance(quad.object, Literal)
        )
        if found:
            return found[0]
    return iri


def _name(store: Store, iri: str) -> str:
    """What a property is called: by the ontology's label, else with its prefix."""
    label = _label(store, iri)
    return _short(iri) if label == iri else label


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _told(values: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    shown = {name: found for name, found in values.items() if name not in _SAID_OTHERWISE}
    return tuple(f"{name}: {'; '.join(sorted(found))}" for name, found in sorted(shown.items()))


def _compared(
    before: Mapping[str, frozenset[str]], after: Mapping[str, frozenset[str]]
) -> tuple[str, ...]:
    lines: list[str] = []
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name, frozenset()), after.get(name, frozenset())
        if old != new:
            lines.append(
                f"{name}: {'; '.join(sorted(old)) or 'nothing'} → {'; '.join(sorted(new)) or 'nothing'}"
            )
    return tuple(lines)


def as_words(changes: Iterable[Change]) -> str:
    """The changes as text, a paragraph a report under their numbers; one line where there is
    none."""
    by_report: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        by_report[change.report].append(change)
    parts = [_paragraph(report, found) for report, found in by_report.items()]
    return "\n\n".join(parts) or "the two graphs state the same facts"


def _paragraph(report: str, changes: Iterable[Change]) -> str:
    listed = list(changes)
    counts = Counter(change.kind for change in listed)
    numbers = ", ".join(f"{counts[kind]} {kind}" for kind in ChangeKind if counts[kind])
    lines = [f"{report}: {numbers}"]
    for change in listed:
        lines.append(f"  {change.kind}: {change.label}")
        lines += [f"    {detail}" for detail in change.details]
    return "\n".join(lines)
