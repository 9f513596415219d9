"""National bodies by name: any of their labels, and their former names as printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from yotgraph.vocabulary import Concept, fold, load_register, slug

__all__ = ["NamedBody", "body_in", "body_named"]


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body that a text names. ``name`` is its label, or its former name as printed;
    ``start`` and ``end`` are places in the folded text."""

    concept: Concept
    name: str
    start: int
    end: int

    @property
    def organisation_type(self) -> str:
        """The notation of the body's type."""
        iri = self.concept.value("organisationType")
        return iri.rstrip("/").rsplit("/", 1)[-1] if iri else "national-body"


@cache
def _labels() -> tuple[re.Pattern[str], Mapping[str, tuple[Concept, str]]]:
    """An expression for every label of the national bodies, and the body of each folded label
    with the name to show for it."""
    bodies: dict[str, tuple[Concept, str]] = {}
    for body in load_register("national-bodies"):
        for label in body.labels():
            bodies.setdefault(fold(label), (body, _shown(body, label)))
    # Of two labels that begin at one place the longer is tried first.
    longest_first = sorted(bodies, key=lambda label: (-len(label), label))
    either = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)"), bodies


def _shown(body: Concept, label: str) -> str:
    """A body's label; its former name where the text prints that one in full."""
    former = {iri.rsplit("/", 1)[-1] for iri in body.values.get("datedName", ())}
    return label if slug(label) in former else body.label


def body_in(text: str) -> NamedBody | None:
    """The national body that a text names first; of two labels there, the longer.

    >>> body_in("YJB Press Office").name
    'Youth Justice Board'
    """
    pattern, bodies = _labels()
    match = pattern.search(fold(text))
    if match is None:
        return None
    body, name = bodies[match[0]]
    return NamedBody(body, name, match.start(), match.end())


def body_named(text: str) -> str | None:
    """The name of the national body that a text names first."""
    body = body_in(text)
    return body.name if body else None
