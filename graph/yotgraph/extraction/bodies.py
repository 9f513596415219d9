"""National bodies by name: any of their labels, and their former names as printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from yotgraph.vocabulary import Concept, fold, load_register, slug

__all__ = ["NamedBody", "bodies_named", "body_in", "body_named"]

# What stands between bodies that do something together.
_JOINED = re.compile(r"(?: \([^()]*\))?(?:,| and|, and| &) (?:the )?")


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


def bodies_named(text: str) -> str | None:
    """The name of the national body that a text names first, with those joined to it.

    >>> bodies_named("the Welsh Government and the YJB, July 2014")
    'Welsh Government and Youth Justice Board'
    """
    first = body_in(text)
    if first is None:
        return None
    pattern, bodies = _labels()
    folded = fold(text)
    names, end = [first.name], first.end
    while (joined := _JOINED.match(folded, end)) and (match := pattern.match(folded, joined.end())):
        names.append(bodies[match[0]][1])
        end = match.end()
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
