"""Facts as text and back: what a build remembers of a report that has not changed."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass

from yotgraph import facts
from yotgraph.facts import ReportFacts

__all__ = ["facts_of", "text_of"]

_CLASS = "is"
_CLASSES = {name: getattr(facts, name) for name in facts.__all__}


def text_of(report: ReportFacts) -> str:
    """A report's facts as one line of JSON."""
    return json.dumps(report, default=_object, ensure_ascii=False, separators=(",", ":"))


def facts_of(text: str) -> ReportFacts | None:
    """The facts that :func:`text_of` wrote, or ``None`` where the text is no such thing."""
    try:
        found = json.loads(text, object_hook=_value)
    except (KeyError, TypeError, ValueError):
        return None
    return found if isinstance(found, ReportFacts) else None


def _object(value: object) -> dict[str, object]:
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"{value!r} is no part of a fact")
    named = {field.name: getattr(value, field.name) for field in fields(value)}
    return {_CLASS: type(value).__name__, **named}


def _value(values: dict[str, object]) -> object:
    made = _CLASSES[str(values.pop(_CLASS))]
    return made(**{name: _tuple(item) for name, item in values.items()})


def _tuple(item: object) -> object:
    """JSON has lists where facts have tuples."""
    return tuple(map(_tuple, item)) if isinstance(item, list) else item
