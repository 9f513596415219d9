"""The shapes themselves: written alike, and content with what is right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, SH, BNode, Graph, Literal, Namespace, URIRef
from tests.shapes.validating import EXAMPLES, ROOT, focus_nodes, parsed, results

YOT = Namespace("https://w3id.org/yotgraph/ontology#")
SHAPES = Namespace("https://w3id.org/yotgraph/shapes#")
FILES = tuple(sorted((ROOT / "shapes").glob("*.ttl")))
SEVERITIES = {SH.Violation, SH.Warning, SH.Info}
# How many nodes of the narrated examples each shape looks at; one more node there is one here.
SEEN = {
    "AreaForImprovement": 1,
    "Board": 1,
    "CaseSample": 1,
    "ChangeStatement": 1,
    "Citation": 1,
    "Conclusion": 3,
    "CoverageEntry": 1,
    "DerivedComparison": 2,
    "Evidence": 5,
    "Fact": 18,
    "Finding": 1,
    "GlossaryEntry": 1,
    "Graph": 1,
    "ImpliedRating": 1,
    "InspectedService": 1,
    "Inspection": 2,
    "KeyQuestionResult": 1,
    "LocalAuthority": 1,
    "NamedBody": 1,
    "Organisation": 1,
    "OverallRating": 1,
    "PartnerAgency": 1,
    "PartnerLink": 1,
    "PartnerMention": 1,
    "Person": 1,
    "PlainText": 19,
    "Position": 5,
    "Post": 1,
    "PostHolding": 1,
    "PracticeExample": 1,
    "QuantifiedFinding": 1,
    "Quotation": 5,
    "Recommendation": 1,
    "ReoffendingResult": 1,
    "Report": 3,
    "Run": 1,
    "Service": 1,
    "Software": 1,
    "SourceFile": 2,
    "StandardRating": 1,
    "Statistic": 1,
    "Strength": 1,
}


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return parsed(*FILES)


def test_no_node_of_a_shape_is_blank(shapes: Graph) -> None:
    assert not [triple for triple in shapes if any(isinstance(node, BNode) for node in triple)]


def test_no_shape_uses_sparql_or_is_closed(shapes: Graph) -> None:
    assert not set(shapes.subjects(SH.sparql)) | set(shapes.subjects(SH.closed))


def test_every_constraint_states_severity_and_message(shapes: Graph) -> None:
    ruling = [
        SH.minCount,
        SH.maxCount,
        SH.datatype,
        SH.nodeKind,
        SH.pattern,
        SH["class"],
        SH.hasValue,
    ]
    constrained = {shape for ruler in ruling for shape in shapes.subjects(ruler)}
    assert len(constrained) > 200
    for shape in sorted(constrained):
        assert len(set(shapes.objects(shape, SH.severity)) & SEVERITIES) == 1, shape
        (message,) = shapes.objects(shape, SH.message)
        assert isinstance(message, Literal)
        assert message.language == "en"
        assert message.endswith("."), shape


def test_patterns_are_such_as_every_engine_reads(shapes: Graph) -> None:
    """SHACL takes the regular expressions of SPARQL, which are those of XPath 2.0: they know no
    look-around, no groups that do not capture and no word boundaries."""
    patterns = [str(pattern) for pattern in shapes.objects(None, SH.pattern)]
    assert len(patterns) > 80
    assert [pattern for pattern in patterns if re.search(r"\(\?|\\[bBAZz]", pattern)] == []


def test_every_property_shape_belongs_to_one_node_shape(shapes: Graph) -> None:
    for shape in shapes.subjects(RDF.type, SH.PropertyShape):
        (owner,) = shapes.subjects(SH.property, shape)
        assert str(shape).startswith(f"{owner}-"), shape


def test_every_node_shape_has_a_target_or_is_part_of_another(shapes: Graph) -> None:
    targeted = {
        shape
        for way in (SH.targetClass, SH.targetObjectsOf, SH.targetSubjectsOf)
        for shape in shapes.subjects(way)
    }
    members = {*shapes.objects(None, RDF.first), *shapes.objects(None, SH["not"])}
    assert set(shapes.subjects(RDF.type, SH.NodeShape)) == targeted | members


def test_every_fact_of_the_ontology_is_held_against_the_shape_of_facts(shapes: Graph) -> None:
    ontology = parsed(*sorted((ROOT / "ontology" / "modules").glob("*.ttl")))
    facts = set(ontology.transitive_subjects(RDFS.subClassOf, YOT.Fact))
    parents = {YOT.Fact, *(set(ontology.objects(None, RDFS.subClassOf)) & facts)}
    assert facts - parents == set(shapes.objects(SHAPES.Fact, SH.targetClass))


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_examples_are_valid(path: Path, example: Graph, report_shapes: Graph) -> None:
    assert results(example, report_shapes) == []
    own = Graph().parse(path, format="turtle")
    assert any(focus_nodes(own, report_shapes).values())


def test_each_report_shape_sees_so_many_nodes_of_the_examples(report_shapes: Graph) -> None:
    seen = focus_nodes(parsed(*EXAMPLES), report_shapes)
    assert {str(shape).rpartition("#")[2]: len(nodes) for shape, nodes in seen.items()} == SEEN
    assert all(SEEN.values())


def test_each_register_shape_sees_what_the_files_declare(register_shapes: Graph) -> None:
    """The counts are taken a second way: from the text of the files."""
    files = [path for path in (ROOT / "ontology").rglob("*.ttl") if "examples" not in path.parts]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    seen = focus_nodes(parsed(*files), register_shapes)
    for shape, written in {
        "DatatypeProperty": r"^    a owl:DatatypeProperty ;$",
        "DatedName": r"^    a yot:DatedName ;$",
        "Module": r"^    a owl:Ontology ;$",
        "ObjectProperty": r"^    a owl:ObjectProperty ;$",
        "Programme": r"^    a yot:Programme , skos:ConceptScheme ;$",
        "Register": r"^    a dcat:Dataset\b",
        "RegisteredAuthority": r"^    a yot:LocalAuthority ;$",
        "RegisteredBody": r"^    a org:FormalOrganization ;$",
        "RegisteredService": r"^    a yot:YouthOffendingService ;$",
    }.items():
        assert len(seen[SHAPES[shape]]) == len(re.findall(written, text, re.MULTILINE)) > 5, shape


def test_the_ontology_schemes_frameworks_and_registers_are_valid(register_shapes: Graph) -> None:
    ontology = ROOT / "ontology"
    files = [path for path in sorted(ontology.rglob("*.ttl")) if "examples" not in path.parts]
    data = parsed(*files)
    assert results(data, register_shapes) == []
    seen = focus_nodes(data, register_shapes)
    assert [shape for shape, nodes in sorted(seen.items()) if not nodes] == []


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_file_of_shapes_needs_that_of_values_and_no_other(path: Path) -> None:
    shapes = parsed(path, ROOT / "shapes" / "values.ttl")
    known = set(shapes.subjects())
    named = {node for node in shapes.objects() if str(node).startswith(str(SHAPES))}
    assert named <= known


def test_a_shape_with_a_target_that_is_not_declared_is_noticed(shapes: Graph) -> None:
    declared = set(parsed(*sorted((ROOT / "ontology" / "modules").glob("*.ttl"))).subjects())
    own = {
        target
        for target in shapes.objects(None, SH.targetClass)
        if isinstance(target, URIRef) and target.startswith(YOT)
    }
    assert own <= declared
