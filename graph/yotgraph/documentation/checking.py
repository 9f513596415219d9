"""One page on what is checked: each shape with what it asks, each check with what holds.

The words are the messages that a person reads where something is wrong, so the page says
beforehand what validation says afterwards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from yotgraph.documentation.markup import Content, element, joined, link, page, table
from yotgraph.documentation.terms import Ontology, short_name
from yotgraph.errors import VocabularyError
from yotgraph.knowledge.checks import Check, load_checks
from yotgraph.knowledge.names import term
from yotgraph.knowledge.targets import TARGETS
from yotgraph.resources import directory

__all__ = ["Asked", "asked_of", "write_checking_page"]

_HEAD = ("Of", "What", "How bad", "What holds, and what to do where it does not")
_MESSAGE = term("sh:message")
_PATH = term("sh:path")
_PROPERTY = term("sh:property")
_SEVERITY = term("sh:severity")

_LEADS = {
    term("sh:targetObjectsOf"): "value of ",
    term("sh:targetSubjectsOf"): "bearer of ",
}

_Node = Mapping[NamedNode, tuple[NamedNode | Literal, ...]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What one shape asks: ``of`` its targets, each an IRI behind words that say how it leads to
    them, ``path`` the IRI of a property."""

    of: tuple[tuple[str, str], ...]
    path: str | None
    severity: str
    message: str


def write_checking_page(folder: Path, ontology: Ontology) -> Path:
    """Writes ``checking.html`` below ``folder``.

    Raises :class:`VocabularyError` on shapes or checks that cannot be read.
    """
    path = folder / "checking.html"
    path.write_text(_page(ontology, load_checks()), encoding="utf-8", newline="\n")
    return path


def _page(ontology: Ontology, checks: Iterable[Check]) -> str:
    parts: list[Content] = [
        element(
            "p",
            "A graph is published only where no shape and no check finds a violation. Warnings",
            " and hints are told and stop nothing. Run ",
            element("code", "yotgraph validate"),
            " to ask them again.",
        )
    ]
    for file in sorted(directory("shapes").glob("*.ttl")):
        rows = [_row(asked, ontology) for asked in asked_of(file)]
        if rows:
            parts.append(element("h2", f"Shapes: {file.stem}", id=file.stem))
            parts += [element("p", _first_words(file)), table(_HEAD, rows)]
    parts.append(element("h2", "Checks across the graph", id="checks"))
    shown = [(each.name, each.title, each.severity.value, each.mend) for each in checks]
    parts.append(table(("Check", "What holds", "How bad", "What to do where it does not"), shown))
    return page("What is checked", *parts)


def _row(asked: Asked, ontology: Ontology) -> tuple[Content, ...]:
    of = joined((joined((how, _named(iri, ontology))) for how, iri in asked.of), ", ")
    what = _named(asked.path, ontology) if asked.path else "the node itself"
    return (of, what, asked.severity, asked.message)


def _named(iri: str, ontology: Ontology) -> Content:
    known = ontology.terms.get(iri)
    address = f"ontology/{known.module}.html#{known.name}" if known else None
    return link(known.name if known else short_name(iri), address)


def _first_words(file: Path) -> str:
    """The comment at the top of a file."""
    lines = file.read_text(encoding="utf-8").split("\n")
    return " ".join(line.removeprefix("# ") for line in lines[: lines.index("")])


def asked_of(file: Path) -> Iterator[Asked]:
    """What the shapes of one file ask, each shape before its properties, in the file's order."""
    nodes = _nodes(file)
    for node in nodes.values():
        of = tuple(
            sorted(
                (_LEADS.get(target, ""), each.value)
                for target in TARGETS
                for each in node.get(target, ())
            )
        )
        if of:
            own = [node] if _MESSAGE in node else []
            named = [each for each in node.get(_PROPERTY, ()) if isinstance(each, NamedNode)]
            parts = [nodes[each] for each in named]
            yield from (_asked(of, each) for each in (*own, *parts))


def _asked(of: tuple[tuple[str, str], ...], shape: _Node) -> Asked:
    (message,), (severity,) = shape[_MESSAGE], shape[_SEVERITY]
    path = shape.get(_PATH)
    severity_name = severity.value.rpartition("#")[2].lower()
    return Asked(of, path[0].value if path else None, severity_name, message.value)


def _nodes(file: Path) -> dict[NamedNode, _Node]:
    """What is said of each subject, subjects and values in the order of the file."""
    said: dict[NamedNode, dict[NamedNode, list[NamedNode | Literal]]] = {}
    try:
        for triple in parse(path=file, format=RdfFormat.TURTLE):
            if isinstance(triple.subject, NamedNode) and isinstance(
                triple.object, NamedNode | Literal
            ):
                values = said.setdefault(triple.subject, defaultdict(list))
                values[triple.predicate].append(triple.object)
    except SyntaxError as broken:
        raise VocabularyError(f"{file.name}: {broken}; mend the Turtle") from broken
    return {
        node: {predicate: tuple(found) for predicate, found in values.items()}
        for node, values in said.items()
    }
