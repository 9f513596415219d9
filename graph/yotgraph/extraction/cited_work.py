"""A cited work, and what its title tells of its type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from yotgraph.extraction.bodies import bodies_named, body_in
from yotgraph.extraction.emphasis import QUOTES
from yotgraph.reading import Span
from yotgraph.vocabulary import Concept, load_scheme

__all__ = ["Cited", "cited_work", "shown_type"]

_ABBREVIATION = re.compile(r"\s*\([A-Z]{2,8}\)$")


@dataclass(frozen=True, slots=True)
class Cited:
    """A cited work; ``type`` is a notation, ``span`` the words that cite it."""

    cited: str
    type: str
    publisher: str | None
    date: str | None
    span: Span


def cited_work(
    words: str, publisher: str | None, date: str | None, span: Span, kind: str | None
) -> Cited:
    """A work by the words that cite it, its publisher and type as the registers have them."""
    words = " ".join(words.split()).strip(" .,;" + QUOTES)
    named = bodies_named(publisher) if publisher else None
    plain = _ABBREVIATION.sub("", " ".join(publisher.split())).strip(" .,") if publisher else None
    return Cited(words, kind or _type(words, named or plain), named or plain, date, span)


@cache
def _types() -> tuple[Concept, ...]:
    return tuple(
        sorted(
            load_scheme("citation-types"),
            key=lambda kind: (-int(kind.value("priority") or 0), kind.notation),
        )
    )


def _type(title: str, publisher: str | None) -> str:
    """The type that the title tells; else an inspectorate's work is an inspection report."""
    shown = shown_type(title)
    if shown is not None:
        return shown
    body = body_in(publisher) if publisher else None
    inspects = body is not None and body.organisation_type == "inspectorate"
    return "inspection-report" if inspects else "publication"


def shown_type(title: str) -> str | None:
    """The type that a title tells by its words, or nothing."""
    return next((kind.notation for kind in _types() if kind.matches(title)), None)
