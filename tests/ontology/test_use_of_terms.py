"""No term is missing and none is idle: what is used is declared, what is declared is used."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse
from tests.factories import five_reports, letter, rated, registers

from yotgraph.facts import OverallRating
from yotgraph.knowledge.names import Names
from yotgraph.knowledge.quads import report_quads
from yotgraph.knowledge.rules import derive
from yotgraph.knowledge.store import open_store, register_quads
from yotgraph.vocabulary import load_framework

ROOT = Path(__file__).parents[2]
YOT = "https://w3id.org/yotgraph/ontology#"
OWN = "https://w3id.org/yotgraph/"
OWL = "http://www.w3.org/2002/07/owl#"
RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
SUBCLASS = NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")
LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
USAGE_NOTE = NamedNode("http://purl.org/vocab/vann/usageNote")
KINDS = {NamedNode(f"{OWL}{kind}") for kind in ("Class", "DatatypeProperty", "ObjectProperty")}
IN_TEXT = re.compile(r"(?<![\w-])yot:([A-Za-z][A-Za-z0-9]*)")
EXAMPLES = tuple(sorted((ROOT / "ontology" / "examples").glob("*.ttl")))


def turtle(*folders: str) -> list[Triple]:
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.ttl"))]
    assert paths
    return [triple for path in paths for triple in parse(path=path, format=RdfFormat.TURTLE)]


@cache
def declarations() -> dict[str, NamedNode]:
    """Every declared term by its local name, with its kind."""
    return {
        triple.subject.value.removeprefix(YOT): triple.object
        for triple in turtle("ontology/modules")
        if triple.predicate == RDF_TYPE and triple.object in KINDS
    }


def fully_rated() -> list[Quad]:
    """A report in which each standard is rated, so that a score follows."""
    standards = load_framework("yos-2018").of_type("Standard")
    report = rated(ratings=tuple((each.notation, each.label, "good") for each in standards))
    facts = tuple(
        replace(fact, score=24) if isinstance(fact, OverallRating) else fact
        for fact in report.facts
    )
    return report_quads(replace(report, facts=facts), version="0.0.0")


@cache
def data() -> tuple[Quad, ...]:
    """The graphs of made-up reports of every family, and what the rules conclude from them."""
    quads = fully_rated()
    for report in (*five_reports()[1:], letter("Northmoor", "2013-02-03")):
        if report.slug != "southmoor-2018-12":
            quads += report_quads(report, version="0.0.0")
    return (*quads, *derive(open_store([*registers(), *quads])))


def own_terms(statements: Iterable[Quad | Triple]) -> set[str]:
    """The local names of the ontology's terms that the statements are made with."""
    return {
        term.value.removeprefix(YOT)
        for statement in statements
        for term in (statement.predicate, statement.object)
        if isinstance(term, NamedNode) and term.value.startswith(YOT)
    }


def in_text(folder: str, *globs: str) -> set[str]:
    paths = [path for glob in globs for path in (ROOT / folder).rglob(glob)]
    return {name for path in paths for name in IN_TEXT.findall(path.read_text(encoding="utf-8"))}


USES = {
    "data": lambda: own_terms(data()),
    "examples": lambda: own_terms(turtle("ontology/examples")),
    "frameworks": lambda: own_terms(turtle("ontology/frameworks")),
    "registers": lambda: own_terms(turtle("ontology/registers")),
    "schemes": lambda: own_terms(turtle("ontology/schemes")),
    "shapes": lambda: own_terms(turtle("shapes")),
    "answers": lambda: in_text("queries/answers", "*.rq"),
    "checks": lambda: in_text("queries/checks", "*.rq"),
    "rules": lambda: in_text("queries/rules", "*.rq"),
    "views": lambda: in_text("queries/views", "*.rq"),
    "code": lambda: in_text("graph/yotgraph", "*.py"),
}


@pytest.mark.parametrize("place", sorted(USES))
def test_what_is_used_is_declared(place: str) -> None:
    used = USES[place]()
    assert len(used) > 2
    assert sorted(used - declarations().keys()) == []


def test_what_is_declared_is_used_or_shown() -> None:
    """A class above others is used where one of those below it is."""
    used = own_terms(data()) | own_terms(turtle("ontology/schemes", "ontology/examples"))
    used |= own_terms(turtle("ontology/frameworks", "ontology/registers"))
    above = {
        triple.object.value.removeprefix(YOT)
        for triple in turtle("ontology/modules")
        if triple.predicate == SUBCLASS and triple.subject.value.removeprefix(YOT) in used
    }
    while above - used:
        used |= above
        above = {
            triple.object.value.removeprefix(YOT)
            for triple in turtle("ontology/modules")
            if triple.predicate == SUBCLASS and triple.subject.value.removeprefix(YOT) in used
        }
    assert len(declarations()) > 200
    assert sorted(declarations().keys() - used) == []


def test_no_two_terms_of_a_kind_have_one_label() -> None:
    """A class and the property that leads to it may share a label; two classes may not."""
    labels: dict[tuple[bool, str], list[str]] = {}
    for triple in turtle("ontology/modules"):
        name = triple.subject.value.removeprefix(YOT)
        if triple.predicate == LABEL and name in declarations():
            assert isinstance(triple.object, Literal)
            is_class = declarations()[name].value == f"{OWL}Class"
            labels.setdefault((is_class, triple.object.value.lower()), []).append(name)
    assert [names for names in labels.values() if len(names) > 1] == []


def test_public_terms_in_the_data_have_a_note_on_their_use() -> None:
    noted = {
        triple.subject.value
        for triple in parse(path=ROOT / "ontology/alignments.ttl", format=RdfFormat.TURTLE)
        if triple.predicate == USAGE_NOTE
    }
    used = {
        term.value
        for quad in data()
        for term in (
            quad.predicate,
            quad.object if quad.predicate == RDF_TYPE else quad.predicate,
        )
        if isinstance(term, NamedNode) and not term.value.startswith(OWN)
    }
    assert len(used) > 25
    assert sorted(used - noted) == []


def test_the_narrated_conclusions_are_those_of_the_rules() -> None:
    names = Names()
    story, told = (
        {(t.subject, t.predicate, t.object) for t in parse(path=path, format=RdfFormat.TURTLE)}
        for path in (EXAMPLES[1], EXAMPLES[0])
    )
    assert [path.stem for path in EXAMPLES] == ["conclusions", "inspection"]
    graph = names.graph("northmoor-2019-04")
    store = open_store([*register_quads(names), *(Quad(*triple, graph) for triple in story)])
    drawn = {(quad.subject, quad.predicate, quad.object) for quad in derive(store, names)}
    assert told <= drawn
    # The account of the rules that have nothing to say here is all that is left out.
    left = {str(subject) for subject, _, _ in drawn - told}
    assert all("/rule/" in iri or "/graph/derived" in iri for iri in left)
