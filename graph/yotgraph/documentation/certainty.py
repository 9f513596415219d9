"""Which variables of a query have a value in every solution (SPARQL 1.1, section 18).

A column that is none of them may be empty in an answer: the query found what it asks of, but
not this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["certain_variables", "variables_in"]


def variables_in(part: Any) -> Iterator[str]:
    """The variables in an expression."""
    from rdflib import Variable

    if isinstance(part, Variable):
        if not str(part).startswith("__agg"):
            yield str(part)
    elif isinstance(part, Mapping):
        for name, inner in part.items():
            if name not in ("_vars", "graph"):
                yield from variables_in(inner)
    elif isinstance(part, list | tuple | set | frozenset):
        for inner in part:
            yield from variables_in(inner)


def certain_variables(node: Any) -> frozenset[str]:
    """The variables that have a value in every solution of a part of the algebra."""
    match node.name:
        case "BGP":
            return frozenset(variables_in([list(triple) for triple in node.triples]))
        case "Join":
            return certain_variables(node.p1) | certain_variables(node.p2)
        case "Union":
            return certain_variables(node.p1) & certain_variables(node.p2)
        case "LeftJoin" | "Minus":
            return certain_variables(node.p1)
        case "Graph":
            return certain_variables(node.p) | frozenset(variables_in(node.term))
        case "Extend":
            known = certain_variables(node.p)
            return known | {str(node.var)} if _is_certain(node.expr, known) else known
        case "AggregateJoin":
            known = certain_variables(node.p)
            return known | {
                str(each.res)
                for each in node.A
                if each.name in ("Aggregate_Count", "Aggregate_Sum")
                or frozenset(variables_in(each.vars)) <= known
            }
        case "Project":
            return certain_variables(node.p) & frozenset(map(str, node.PV))
        case "values":
            return frozenset.intersection(*(frozenset(map(str, row)) for row in node.res))
        case _:
            return certain_variables(node.p) if "p" in node else frozenset()


def _is_certain(expression: Any, known: frozenset[str]) -> bool:
    if str(getattr(expression, "name", "")) == "Builtin_COALESCE":
        return any(_is_certain(each, known) for each in expression.arg)
    if str(expression).startswith("__agg"):
        return str(expression) in known
    return frozenset(variables_in(expression)) <= known
