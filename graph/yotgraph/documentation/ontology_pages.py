"""The ontology as pages: one a module with its diagram, and lists of all terms.

A term stands at ``ontology/MODULE.html#NAME``, with its definition, notes, examples, what it
points at and what it is in public vocabularies.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from yotgraph.documentation.diagrams import diagram_of, value_type
from yotgraph.documentation.drawing import draw
from yotgraph.documentation.markup import (
    Content,
    Html,
    element,
    joined,
    link,
    listing,
    page,
    table,
)
from yotgraph.documentation.terms import Kind, Module, Ontology, Term, short_name

__all__ = ["write_ontology_pages"]

_HEADINGS = {
    Kind.CLASS: "Classes",
    Kind.RELATION: "Relations",
    Kind.VALUE: "Values",
}
_LINKS = {
    "rdfs:subClassOf": "A kind of",
    "rdfs:subPropertyOf": "A narrower form of",
    "owl:inverseOf": "The other way round",
    "owl:disjointWith": "Never also",
    "rdfs:range": "Leads to",
}


def write_ontology_pages(folder: Path, ontology: Ontology) -> list[Path]:
    """Writes ``ontology/index.html``, ``terms.html``, ``public-terms.html`` and, for each
    module, a page and its diagram as SVG, below ``folder``."""
    place = folder / "ontology"
    place.mkdir(parents=True, exist_ok=True)
    texts = {
        "index.html": _index(ontology),
        "public-terms.html": _public_terms(ontology),
        "terms.html": _all_terms(ontology),
    }
    for module in ontology.modules:
        diagram = draw(diagram_of(module, ontology)) if module.terms else None
        texts[f"{module.name}.html"] = _module_page(module, ontology, diagram)
        if diagram:
            texts[f"{module.name}.svg"] = f'<?xml version="1.0" encoding="UTF-8"?>\n{diagram}\n'
    for name, text in texts.items():
        (place / name).write_text(text, encoding="utf-8", newline="\n")
    return [place / name for name in texts]


def _index(ontology: Ontology) -> str:
    rows = [
        (link(each.title, f"{each.name}.html"), each.description, str(len(each.terms)))
        for each in ontology.modules
    ]
    return page(
        ontology.title,
        element("p", ontology.description),
        element("p", f"Version {ontology.version}. The terms stand in small modules:"),
        table(("Module", "What it holds", "Terms"), rows),
        element(
            "p",
            link("All terms from A to Z", "terms.html"),
            ", and ",
            link("public terms that the data uses as they are", "public-terms.html"),
            ".",
        ),
        up="../",
    )


def _all_terms(ontology: Ontology) -> str:
    ordered = sorted(ontology.terms.values(), key=lambda term: (term.name.lower(), term.name))
    rows = [(link(each.name, _address(each)), each.kind.value, each.definition) for each in ordered]
    return page(
        "All terms",
        table(("Term", "Kind", "Definition"), rows),
        up="../",
        trail=[link("Ontology", "index.html")],
    )


def _public_terms(ontology: Ontology) -> str:
    noted = sorted(ontology.usage_notes.items(), key=lambda pair: short_name(pair[0]))
    used = [
        (element("code", link(short_name(iri), iri), id=short_name(iri)), note)
        for iri, note in noted
    ]
    aligned = [
        (link(term.name, _address(term)), joined(_aligned(term, ontology), ", "))
        for term in sorted(ontology.terms.values(), key=lambda term: term.name.lower())
        if ontology.alignments.get(term.iri)
    ]
    return page(
        "Public terms",
        element("h2", "Used as they are", id="used"),
        table(("Term", "What it holds in the data"), used),
        element("h2", "What own terms are in public vocabularies", id="aligned"),
        table(("Own term", "Public terms"), aligned),
        up="../",
        trail=[link("Ontology", "index.html")],
    )


def _module_page(module: Module, ontology: Ontology, diagram: Html | None) -> str:
    facts = [
        ("Version", f"{module.version}, changed {module.modified}"),
        ("Imports", joined((link(each, f"{each}.html") for each in module.imports), ", ")),
        ("Changes", joined(element("div", each) for each in module.changes)),
        ("File", element("code", f"ontology/modules/{module.name}.ttl")),
    ]
    parts: list[Content] = [
        element("p", module.description),
        listing(pair for pair in facts if pair[1]),
    ]
    if diagram:
        figure = element("figure", diagram)
        parts += [element("h2", "Diagram", id="diagram"), figure]
    for kind, heading in _HEADINGS.items():
        terms = module.of_kind(kind)
        if terms:
            parts.append(element("h2", heading, id=heading.lower()))
            parts += [_section(term, ontology) for term in terms]
    return page(module.title, *parts, up="../", trail=[link("Ontology", "index.html")])


def _section(term: Term, ontology: Ontology) -> Html:
    return element(
        "section",
        element("h3", term.label, " ", element("code", f"yot:{term.name}")),
        element("p", term.definition),
        *(element("p", note, class_="note") for note in term.notes),
        *(element("p", "Example: ", each, class_="example") for each in term.examples),
        element("dl", *_details(term, ontology)),
        id=term.name,
    )


def _details(term: Term, ontology: Ontology) -> Iterator[Html]:
    """What a term points at, and what it is elsewhere."""
    pairs: list[tuple[str, list[Html]]] = []
    if term.bearers:
        pairs.append(("Said of", [_named(each, ontology) for each in term.bearers]))
    for name, words in _LINKS.items():
        found = term.links.get(name, ())
        if name == "rdfs:range" and term.kind is Kind.VALUE:
            pairs.append(("Holds", [joined([value_type(each)]) for each in found]))
        else:
            pairs.append((words, [_named(each, ontology) for each in found]))
    if term.kind is Kind.CLASS:
        borne = [each for each in ontology.terms.values() if term.iri in each.bearers]
        pairs.append(("Has", [_named(each.iri, ontology) for each in borne]))
    pairs.append(("In public vocabularies", list(_aligned(term, ontology))))
    pairs.append(("IRI", [element("code", term.iri)]))
    for words, values in pairs:
        if values:
            yield element("dt", words)
            yield element("dd", joined(values, ", "))


def _aligned(term: Term, ontology: Ontology) -> Iterator[Html]:
    for _, target in ontology.alignments.get(term.iri, ()):
        yield _named(target, ontology)


def _named(iri: str, ontology: Ontology) -> Html:
    term = ontology.terms.get(iri)
    return link(term.name, _address(term)) if term else link(short_name(iri), iri)


def _address(term: Term) -> str:
    return f"{term.module}.html#{term.name}"
