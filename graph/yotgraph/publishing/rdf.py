"""The graph as files for other systems: Turtle, TriG, N-Quads and JSON-LD.

One name for each format, one function that writes any of them. The same quads give the
same bytes. Tables are in :mod:`yotgraph.publishing.tables`, the description of the data set
in :mod:`yotgraph.publishing.dataset`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import Quad, Triple

from yotgraph.errors import ParameterError
from yotgraph.publishing.jsonld import to_jsonld
from yotgraph.publishing.turtle import to_nquads, to_trig, to_turtle

__all__ = [
    "RDF_FORMATS",
    "RdfFile",
    "serialise",
    "to_jsonld",
    "to_nquads",
    "to_trig",
    "to_turtle",
    "write_exports",
]


@dataclass(frozen=True, slots=True)
class RdfFile:
    """A format as a file: its suffix and IANA media type; whether it keeps named graphs."""

    suffix: str
    media_type: str
    keeps_graphs: bool


RDF_FORMATS: Mapping[str, RdfFile] = MappingProxyType(
    {
        "turtle": RdfFile(".ttl", "text/turtle", keeps_graphs=False),
        "trig": RdfFile(".trig", "application/trig", keeps_graphs=True),
        "nquads": RdfFile(".nq", "application/n-quads", keeps_graphs=True),
        "jsonld": RdfFile(".jsonld", "application/ld+json", keeps_graphs=True),
    }
)
"""The formats by name."""


def serialise(
    name: str, statements: Iterable[Triple | Quad], *, base: str, prefixes: Mapping[str, str]
) -> str:
    """The statements in one of :data:`RDF_FORMATS`; Turtle merges the graphs into one.

    ``base`` is the base IRI of the data; ``prefixes`` serve Turtle and TriG. Raises
    :class:`ParameterError` for another format.
    """
    match name:
        case "turtle":
            return to_turtle(statements, prefixes, base=base)
        case "trig":
            return to_trig(statements, prefixes, base=base)
        case "nquads":
            return to_nquads(statements)
        case "jsonld":
            return to_jsonld(statements, base=base)
        case _:
            known = ", ".join(RDF_FORMATS)
            raise ParameterError(f"no RDF format {name!r}: choose one of {known}")


def write_exports(
    statements: Iterable[Triple | Quad],
    folder: Path,
    *,
    base: str,
    prefixes: Mapping[str, str],
    stem: str = "yotgraph",
) -> tuple[Path, ...]:
    """Writes one file in each of :data:`RDF_FORMATS` and gives their paths, in that order.

    Raises :class:`OSError` where the folder cannot be written.
    """
    listed = list(statements)
    written = []
    for name, form in RDF_FORMATS.items():
        path = folder / f"{stem}{form.suffix}"
        text = serialise(name, listed, base=base, prefixes=prefixes)
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return tuple(written)
