"""Validation: results to act on, shapes that saw nothing, and three ways to show it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse
from tests.factories import five_reports, letter, registers

from yotgraph.errors import VocabularyError
from yotgraph.knowledge.names import DEFAULT_BASE, Names, concept, term
from yotgraph.knowledge.quads import report_quads
from yotgraph.knowledge.results import (
    Severity,
    ShapeCount,
    ValidationReport,
    ValidationResult,
    as_json,
    as_text,
    as_turtle,
)
from yotgraph.knowledge.rules import derive
from yotgraph.knowledge.shacl import Surroundings, load_shapes, shacl_results
from yotgraph.knowledge.store import open_store
from yotgraph.knowledge.targets import focus_nodes
from yotgraph.knowledge.validation import validate

NAMES = Names()
PREFIXES = """
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix yot: <https://w3id.org/yotgraph/ontology#> .
@prefix s: <https://example.org/shape/> .
"""
TEXT = 's:text sh:path yot:text ; sh:minCount 1 ; sh:message "No text: write it."@en .'
SHAPES = f"""{PREFIXES}
s:Finding a sh:NodeShape ; sh:targetClass yot:Finding ; sh:property s:text , s:theme .
{TEXT}
s:theme sh:path yot:theme ; sh:class yot:Theme ; sh:severity sh:Warning ; sh:message "A theme." .
"""


@pytest.fixture
def shapes(tmp_path: Path) -> Path:
    (tmp_path / "shapes.ttl").write_text(SHAPES)
    return tmp_path


@cache
def good() -> tuple[Quad, ...]:
    """The registers, a letter, and what follows from it."""
    quads = [*registers(), *report_quads(letter(), version="0.0.0")]
    return (*quads, *derive(open_store(quads)))


def found(quads: Iterable[Quad], shapes: Path, jobs: int = 1) -> ValidationReport:
    """The report on the data alone, with these shapes."""
    return validate(quads, shapes=shapes, jobs=jobs, with_registers=False)


def bad() -> list[Quad]:
    """The same with a finding that has lost its text and gained a theme that is none."""
    finding = NAMES.fact("northmoor-2015-07", "finding", "1.1")
    kept = [q for q in good() if not (q.subject == finding and q.predicate == term("yot:text"))]
    stray = concept("stances", "strength")
    graph = NAMES.graph("northmoor-2015-07")
    return [*kept, Quad(finding, term("yot:theme"), stray, graph)]


def test_good_data_conforms_to_the_project_s_shapes_and_checks() -> None:
    report = validate(good(), with_registers=False)
    assert report.results == ()
    assert report.conforms
    assert len(report.checks) > 5
    seen = {count.shape.rpartition("#")[2]: count.focus_nodes for count in report.shapes}
    assert seen["Finding"] == 2
    assert seen["Recommendation"] == 0
    assert any(shape.endswith("#Recommendation") for shape in report.unseen)


def test_all_five_reports_conform() -> None:
    quads = [q for report in five_reports() for q in report_quads(report, version="0.0.0")]
    quads += registers()
    derived = derive(open_store(quads))
    assert validate([*quads, *derived], with_registers=False, jobs=2).results == ()


def test_a_result_says_what_where_on_which_words_and_how_to_mend_it(shapes: Path) -> None:
    violation, warning = found(bad(), shapes).results
    assert violation == ValidationResult(
        severity=Severity.VIOLATION,
        source="https://example.org/shape/text",
        component="http://www.w3.org/ns/shacl#MinCountConstraintComponent",
        message="No text",
        mend="write it.",
        focus=NAMES.fact("northmoor-2015-07", "finding", "1.1").value,
        report="northmoor-2015-07",
        quote="Assessment was good.",
        path=f"{DEFAULT_BASE}ontology#text",
    )
    assert (warning.severity, warning.message, warning.mend) == (Severity.WARNING, "A theme.", None)
    assert warning.value == concept("stances", "strength").value
    assert warning.value_is_iri


def test_a_warning_does_not_keep_a_graph_from_being_published(shapes: Path) -> None:
    report = found(bad(), shapes)
    assert not report.conforms
    assert (report.count(Severity.VIOLATION), report.count(Severity.WARNING)) == (1, 1)
    assert ValidationReport(report.results[1:], (), ()).conforms


def test_any_number_of_processes_finds_the_same(shapes: Path) -> None:
    assert found(bad(), shapes, jobs=2) == found(bad(), shapes)


def test_the_order_of_quads_does_not_matter(shapes: Path) -> None:
    assert found(list(reversed(bad())), shapes) == found(bad(), shapes)


def test_registers_are_validated_once_and_on_request(tmp_path: Path) -> None:
    shape = "s:Theme a sh:NodeShape ; sh:targetClass yot:Theme ; sh:property s:text .\n"
    (tmp_path / "shapes.ttl").write_text(f"{PREFIXES}{shape}{TEXT}")
    themes = {
        quad.subject
        for quad in registers()
        if quad.predicate == term("rdf:type") and quad.object == term("yot:Theme")
    }
    results = validate(good(), shapes=tmp_path).results
    assert len(results) == len(themes) > 10
    assert validate(good(), shapes=tmp_path, with_registers=False).results == ()


def test_numbers_keep_their_datatype_on_the_way_to_the_shapes(tmp_path: Path) -> None:
    text = """
s:Place a sh:NodeShape ; sh:targetClass oa:TextPositionSelector ;
  sh:property [ sh:path oa:start ; sh:datatype xsd:nonNegativeInteger ] .
s:Count a sh:NodeShape ; sh:targetClass yot:QuantifiedFinding ;
  sh:property [ sh:path yot:quantityType ; sh:in ( "ratio" "count" ) ] .
"""
    (tmp_path / "shapes.ttl").write_text(f"{PREFIXES}{text}")
    assert found(good(), tmp_path).results == ()


def test_what_rules_conclude_is_validated_with_the_report(tmp_path: Path) -> None:
    text = """
s:Derived a sh:NodeShape ; sh:targetClass yot:DerivedComparison ;
  sh:property [ sh:path prov:wasDerivedFrom ; sh:class yot:ReoffendingResult ] ;
  sh:property [ sh:path yot:basis ; sh:in ( "words" ) ; sh:message "By figures." ] .
"""
    (tmp_path / "shapes.ttl").write_text(f"{PREFIXES}{text}")
    (result,) = found(good(), tmp_path).results
    assert result.focus.endswith("/comparison/1-comparator")
    assert result.value == "figures"


def test_beside_a_graph_stand_only_the_registers_that_it_names() -> None:
    node, theme, other = (NAMES.body("x"), concept("themes", "a"), concept("themes", "b"))
    graph = NAMES.registers_graph
    label, kind = term("rdfs:label"), term("rdf:type")
    said = [
        Quad(theme, kind, term("yot:Theme"), graph),
        Quad(theme, label, theme, graph),
        Quad(other, kind, term("yot:Theme"), graph),
        Quad(node, kind, term("org:Organization"), graph),
        Quad(node, label, node, graph),
    ]
    data = [Quad(node, term("yot:theme"), theme, graph), Quad(theme, term("yot:x"), node, graph)]
    own_label = Quad(node, label, node, graph)
    beside = Surroundings.of(said).beside([data[0], own_label])
    assert set(beside) == {said[0], said[1], said[3]}


def test_each_way_to_target_nodes_is_counted(tmp_path: Path) -> None:
    text = """
s:A a sh:NodeShape ; sh:targetClass yot:Fact .
s:B a sh:NodeShape ; sh:targetSubjectsOf yot:evidence .
s:C a sh:NodeShape ; sh:targetObjectsOf yot:evidence .
s:D a sh:NodeShape ; sh:targetNode yot:Finding .
s:E a sh:NodeShape ; sh:targetClass yot:Nothing .
"""
    (tmp_path / "shapes.ttl").write_text(f"{PREFIXES}{text}")
    counts = {
        shape.rpartition("/")[2]: len(nodes)
        for shape, nodes in focus_nodes(load_shapes(tmp_path), good()).items()
    }
    facts = len(letter().facts) - 3 + 4  # without report, service and board; with four links
    assert counts["A"] == facts
    assert counts["B"] == facts + 3
    assert counts["C"] == len(letter().facts)
    assert (counts["D"], counts["E"]) == (1, 0)


def test_nothing_to_validate_is_no_error(shapes: Path) -> None:
    assert shacl_results([], [], load_shapes(shapes)) == []
    report = validate([], shapes=shapes)
    assert report.conforms
    assert report.unseen == ("https://example.org/shape/Finding",)


@pytest.mark.parametrize("text", [None, "nothing"])
def test_shapes_that_are_missing_or_broken_are_refused(tmp_path: Path, text: str | None) -> None:
    if text:
        (tmp_path / "shapes.ttl").write_text(text)
    with pytest.raises(VocabularyError):
        load_shapes(tmp_path)


def result(number: int = 0) -> ValidationResult:
    return ValidationResult(
        severity=Severity.VIOLATION,
        source="https://example.org/shape/text",
        component="http://www.w3.org/ns/shacl#MinCountConstraintComponent",
        message="No text",
        focus=f"https://example.org/id/{number}",
        report="northmoor-2015-07",
        section="1. Aims",
        quote='Some "words".',
        value="x",
        mend="write it.",
    )


COUNTS = (ShapeCount("https://example.org/shape/Empty", 0), ShapeCount("https://example.org/s", 3))


def test_as_text() -> None:
    text = as_text(ValidationReport((result(),), COUNTS, ("one",)))
    assert text.startswith("1 violation, 0 warnings; 2 shapes over 3 nodes, 1 check\n")
    for part in ("northmoor-2015-07, 1. Aims", '“Some "words".”', "mend:  write it.", "value: x"):
        assert part in text
    assert text.endswith("shapes that saw no node: https://example.org/shape/Empty\n")


def test_many_results_of_one_kind_are_counted_in_text_and_kept_in_json() -> None:
    report = ValidationReport(tuple(result(number) for number in range(14)), (), ())
    assert as_text(report).count("violation: No text") == 10
    assert "4 more: No text" in as_text(report)
    assert len(json.loads(as_json(report))["results"]) == 14


def test_as_json() -> None:
    content = json.loads(as_json(ValidationReport((result(),), COUNTS, ("one",))))
    assert content["conforms"] is False
    assert content["counts"] == {"violation": 1, "warning": 0, "info": 0}
    assert content["results"][0]["quote"] == 'Some "words".'
    assert content["results"][0]["path"] is None
    assert content["shapes"][0] == {"shape": "https://example.org/shape/Empty", "focus_nodes": 0}


def test_a_value_that_is_an_iri_stays_one_in_turtle() -> None:
    values = [replace(result(), value="urn:x", value_is_iri=is_iri) for is_iri in (True, False)]
    turtle = as_turtle(ValidationReport(tuple(values), (), ()))
    found = {
        t.object for t in parse(turtle, format=RdfFormat.TURTLE) if t.predicate == term("sh:value")
    }
    assert found == {NamedNode("urn:x"), Literal("urn:x")}


def test_as_turtle_is_a_shacl_report_without_blank_nodes() -> None:
    report = ValidationReport((result(1), result(2)), COUNTS, ("one",))
    turtle = as_turtle(report)
    assert turtle == as_turtle(report)
    triples = list(parse(turtle, format=RdfFormat.TURTLE))
    assert not any(isinstance(node, BlankNode) for t in triples for node in (t.subject, t.object))
    results = [t.object for t in triples if t.predicate == term("sh:result")]
    assert len(results) == 2
    for name in ("focusNode", "sourceShape", "resultSeverity", "sourceConstraintComponent"):
        assert sum(t.predicate == term(f"sh:{name}") for t in triples) == 2
    said = {t.object.value for t in triples if t.predicate == term("sh:resultMessage")}
    assert said == {"No text: write it."}
    head = [line for line in turtle.splitlines() if line.startswith("@prefix")]
    assert head == sorted(head)
    assert len(head) == 2
