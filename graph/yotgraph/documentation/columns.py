"""Where the columns of a question come from, read from its query.

A column is the end of a path through the graph, or it is worked out from other variables. The
algebra of SPARQL 1.1 (section 18) tells which: rdflib translates the query, nothing is run.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from yotgraph.documentation.certainty import certain_variables, variables_in

if TYPE_CHECKING:
    from rdflib.plugins.sparql.parserutils import CompValue

__all__ = ["Column", "Path", "columns_of"]

_DEEPEST = 4
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


@dataclass(frozen=True, slots=True, order=True)
class Path:
    """Properties to follow, one after the other, from things of some classes (IRIs)."""

    start: tuple[str, ...]
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the paths that end in it, or the expression that works it out and the paths
    of the variables in that. ``gathering`` is the aggregate (``Count``, ``Sum``, ``Min`` …)."""

    name: str
    paths: tuple[Path, ...]
    gathering: str | None
    expression: str | None
    may_be_empty: bool


@cache
def columns_of(query: str, names: tuple[str, ...]) -> tuple[Column, ...]:
    """The columns of a SELECT query by name.

    Raises :class:`pyparsing.ParseException` where rdflib cannot read the query.
    """
    from rdflib.plugins.sparql.algebra import translateQuery
    from rdflib.plugins.sparql.parser import parseQuery

    algebra = translateQuery(parseQuery(query)).algebra
    reading = _Reading.of(algebra)
    certain = certain_variables(algebra)
    return tuple(reading.column(name, query, certain) for name in names)


def _steps(path: Any) -> tuple[str, ...]:
    """A property path as the properties in it, in their order."""
    arguments = getattr(path, "args", None)
    if arguments is not None:
        return tuple(step for each in arguments for step in _steps(each))
    inner = getattr(path, "path", None) or getattr(path, "arg", None)
    return _steps(inner) if inner is not None else (str(path),)


_Branch = tuple[int, ...]
"""Which sides of which unions a part of a query stands in, from the outermost union inwards."""


def _by_branch(part: Any, branch: _Branch = ()) -> Iterator[tuple[_Branch, CompValue]]:
    """Every node of the algebra with the branch it stands in."""
    from rdflib.plugins.sparql.parserutils import CompValue

    if isinstance(part, CompValue):
        yield branch, part
        if part.name == "Union":
            yield from _by_branch(part.p1, (*branch, 1))
            yield from _by_branch(part.p2, (*branch, 2))
            return
        for name, inner in part.items():
            if name != "_vars":
                yield from _by_branch(inner, branch)
    elif isinstance(part, list | tuple | set):
        for inner in part:
            yield from _by_branch(inner, branch)


def _meet(one: _Branch, other: _Branch) -> bool:
    """Whether one solution can come through both branches."""
    shared = min(len(one), len(other))
    return one[:shared] == other[:shared]


@dataclass(slots=True)
class _Reading:
    """What a query says of its variables: the triples that end in each, their classes, and
    what is worked out."""

    ends: dict[str, list[tuple[_Branch, str, tuple[str, ...]]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    classes: dict[str, list[tuple[_Branch, str]]] = field(default_factory=lambda: defaultdict(list))
    subjects: set[str] = field(default_factory=set)
    worked_out: dict[str, tuple[str | None, frozenset[str]]] = field(default_factory=dict)
    listed: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, algebra: CompValue) -> _Reading:
        """What the whole query says."""
        reading = cls()
        for branch, node in _by_branch(algebra):
            if node.name == "BGP":
                for triple in node.triples:
                    reading._add(branch, triple)
            elif node.name == "Extend":
                reading._work_out(node)
            elif node.name == "values":
                for solution in node.res:
                    for variable, value in solution.items():
                        reading.listed[str(variable)].add(str(value))
        return reading

    def _add(self, branch: _Branch, triple: tuple[Any, Any, Any]) -> None:
        from rdflib import Variable

        subject, path, value = triple
        steps = _steps(path)
        if isinstance(subject, Variable):
            self.subjects.add(str(subject))
            if steps == (_TYPE,):
                self.classes[str(subject)].append((branch, str(value)))
        if isinstance(value, Variable):
            self.ends[str(value)].append((branch, str(subject), steps))

    def _work_out(self, node: CompValue) -> None:
        """``BIND`` and ``AS``; what stands for the value of a group is that variable itself."""
        gathered = {str(each.res): each for each in _aggregates(node.p)}
        found = gathered.get(str(node.expr))
        variable = str(node.var)
        if found is None:
            self.worked_out.setdefault(variable, (None, frozenset(variables_in(node.expr))))
        elif found.name != "Aggregate_Sample":
            name = found.name.removeprefix("Aggregate_")
            self.worked_out.setdefault(variable, (name, frozenset(variables_in(found.vars))))

    def column(self, name: str, query: str, certain: frozenset[str]) -> Column:
        """What is known of one column."""
        gathering, _ = self.worked_out.get(name, (None, frozenset()))
        computed = name in self.worked_out and gathering is None
        paths = sorted(set(self._paths(name, frozenset())))
        told = [path.steps for path in paths if path.start]
        return Column(
            name=name,
            paths=tuple(path for path in paths if path.start or not _ends_one(path.steps, told)),
            gathering=gathering,
            expression=_expression(query, name) if computed else None,
            may_be_empty=name not in certain,
        )

    def _paths(self, name: str, seen: frozenset[str]) -> Iterator[Path]:
        if name in seen or len(seen) > _DEEPEST:
            return
        beyond = seen | {name}
        for branch, subject, steps in self.ends.get(name, ()):
            yield from self._from(branch, subject, steps, beyond)
        _, inner = self.worked_out.get(name, (None, frozenset()))
        for each in sorted(inner):
            yield from self._paths(each, beyond)
        if name in self.subjects and name not in self.ends and name not in self.worked_out:
            yield Path(self._classes((), name), ())

    def _from(
        self, branch: _Branch, subject: str, steps: tuple[str, ...], seen: frozenset[str]
    ) -> Iterator[Path]:
        """The steps from a subject of known class, or with those that lead to the subject."""
        classes = self._classes(branch, subject)
        before = [
            each
            for each in self.ends.get(subject, ())
            if _meet(branch, each[0]) and each[1] not in seen
        ]
        if classes or not before or len(seen) > _DEEPEST:
            yield Path(classes, steps)
            return
        for earlier_branch, earlier, first in before:
            inner = max(branch, earlier_branch, key=len)
            yield from self._from(inner, earlier, (*first, *steps), seen | {subject})

    def _classes(self, branch: _Branch, name: str) -> tuple[str, ...]:
        """The classes of a variable; where a class is a variable, those that it may be."""
        found: set[str] = set()
        for other, kind in self.classes.get(name, ()):
            if _meet(branch, other):
                found |= {kind} if ":" in kind else self.listed.get(kind, set())
        return tuple(sorted(found))


def _ends_one(steps: tuple[str, ...], others: list[tuple[str, ...]]) -> bool:
    """Whether one of the other paths ends in these steps, so that they tell nothing more."""
    return any(other[len(other) - len(steps) :] == steps for other in others)


def _aggregates(node: Any) -> list[Any]:
    """The aggregates of the group that a ``SELECT`` works on, not of one inside it."""
    while node is not None and node.name in ("Extend", "Filter"):
        node = node.p
    return list(node.A) if node is not None and node.name == "AggregateJoin" else []


def _expression(query: str, name: str) -> str | None:
    """The text of the expression that gives a variable its value.

    >>> _expression("SELECT (IF(?a > 1, ?a, 2) AS ?b) WHERE {}", "b")
    'IF(?a > 1, ?a, 2)'
    """
    found = re.search(rf"\sAS\s+\?{name}\s*\)", query)
    if found is None:
        return None
    depth = 0
    for place in range(found.start(), -1, -1):
        depth += {")": 1, "(": -1}.get(query[place], 0)
        if depth < 0:
            return " ".join(query[place + 1 : found.start()].split())
    return None
