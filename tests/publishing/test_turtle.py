"""Turtle, TriG and N-Quads: what they look like, and that they look the same each time."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    parse,
)
from rdflib import Graph
from rdflib.compare import isomorphic
from tests.publishing.graphs import BASE, PREFIXES, RDFS, XSD, YOT, graphs, node, sample

from yotgraph.publishing.turtle import to_nquads, to_trig, to_turtle

LABEL = NamedNode(f"{RDFS}label")
TEXT = NamedNode(f"{YOT}text")


def turtle(*triples: Triple) -> str:
    return to_turtle(triples, PREFIXES, base=BASE)


def value(literal: Literal) -> str:
    """How one literal is written."""
    return turtle(Triple(node("id/x/1"), TEXT, literal)).split("yot:text ")[1].removesuffix(" .\n")


def test_layout() -> None:
    finding = node("id/fact/r-2015/finding/1.1")
    assert turtle(
        Triple(finding, NamedNode(f"{YOT}theme"), node("scheme/themes/victims")),
        Triple(finding, NamedNode(f"{YOT}theme"), node("scheme/themes/planning")),
        Triple(finding, NamedNode(f"{YOT}position"), Literal(1)),
        Triple(finding, LABEL, Literal("Finding 1.1")),
        Triple(finding, NamedNode(f"{PREFIXES['rdf']}type"), NamedNode(f"{YOT}Finding")),
        Triple(node("id/report/r-2015"), TEXT, Literal("a", language="cy")),
    ) == (
        "@base <https://w3id.org/yotgraph/> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "@prefix theme: <https://w3id.org/yotgraph/scheme/themes/> .\n"
        "@prefix yot: <https://w3id.org/yotgraph/ontology#> .\n"
        "\n"
        "# Reports\n"
        "\n"
        '<id/report/r-2015> yot:text "a"@cy .\n'
        "\n"
        "# Facts of r-2015: finding\n"
        "\n"
        "<id/fact/r-2015/finding/1.1> a yot:Finding ;\n"
        '    rdfs:label "Finding 1.1" ;\n'
        "    yot:position 1 ;\n"
        "    yot:theme theme:planning ,\n"
        "        theme:victims .\n"
    )


def test_parts_stand_in_reading_order_and_numbers_count() -> None:
    text = to_turtle(sample(), PREFIXES, base=BASE)
    comments = re.findall(r"^# (.*)$", text, re.MULTILINE)
    assert comments == [
        "Reports",
        "Inspections",
        "Source files",
        "Services",
        "Management boards",
        "People",
        "Facts of anytown-2015-07: finding",
        "Facts of anytown-2015-07: post",
        "Facts of anytown-2015-07: reoffending",
        "Evidence of anytown-2015-07",
        "Runs",
        "Software",
        "Named graphs",
        "scheme/themes/",
    ]
    assert text.index("finding/1.9> a") < text.index("finding/1.10> a")


def test_the_graphs_of_trig_have_their_own_blocks() -> None:
    text = to_trig(sample(), PREFIXES, base=BASE)
    assert re.findall(r"^<graph/(.*)> \{$", text, re.MULTILINE) == [
        "anytown-2015-07",
        "derived",
        "otherton-2018-12",
        "registers",
    ]
    assert not re.search(r"[ \t]$", text, re.MULTILINE)


@pytest.mark.parametrize("write", [to_turtle, to_trig])
def test_the_order_of_the_input_does_not_matter(write) -> None:  # type: ignore[no-untyped-def]
    shuffled = sample() * 2
    random.Random(0).shuffle(shuffled)
    assert write(shuffled, PREFIXES, base=BASE) == write(sample(), PREFIXES, base=BASE)
    assert to_nquads(shuffled) == to_nquads(sample())


def test_another_report_changes_no_line_of_the_first() -> None:
    first = [quad for quad in sample() if "anytown" in str(quad.graph_name)]
    block = to_trig(first, PREFIXES, base=BASE).split("\n\n", 1)[1]
    assert block in to_trig(sample(), PREFIXES, base=BASE)


def test_only_used_prefixes_are_declared() -> None:
    text = to_trig(sample(), PREFIXES, base=BASE)
    declared = set(re.findall(r"^@prefix (\w+):", text, re.MULTILINE))
    assert declared == {
        "dcterms",
        "foaf",
        "oa",
        "org",
        "prov",
        "rdfs",
        "skos",
        "theme",
        "xsd",
        "yot",
    }
    assert "@base" not in to_turtle([Triple(LABEL, LABEL, LABEL)], PREFIXES, base=BASE)
    assert "@base" not in to_turtle(sample(), PREFIXES)


@pytest.mark.parametrize(
    ("lexical", "datatype", "expected"),
    [
        ("36.0", "decimal", "36.0"),
        ("36", "decimal", '"36"^^xsd:decimal'),
        (".5", "decimal", '".5"^^xsd:decimal'),
        ("5.", "decimal", '"5."^^xsd:decimal'),
        ("+1.0", "decimal", '"+1.0"^^xsd:decimal'),
        ("-7", "integer", "-7"),
        ("007", "integer", '"007"^^xsd:integer'),
        ("-0", "integer", '"-0"^^xsd:integer'),
        ("7", "nonNegativeInteger", '"7"^^xsd:nonNegativeInteger'),
        ("true", "boolean", "true"),
        ("1", "boolean", '"1"^^xsd:boolean'),
        ("1.0E0", "double", '"1.0E0"^^xsd:double'),
        ("7", "string", '"7"'),
    ],
)
def test_only_canonical_numbers_and_booleans_are_bare(
    lexical: str, datatype: str, expected: str
) -> None:
    assert value(Literal(lexical, datatype=NamedNode(XSD + datatype))) == expected


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        (f"{YOT}Finding", "yot:Finding"),
        (f"{YOT}a.b-1", "yot:a.b-1"),
        (f"{YOT}1", "yot:1"),
        (YOT, "<ontology#>"),
        (f"{YOT}a.", f"<{YOT}a.>"),
        (f"{YOT}-a", f"<{YOT}-a>"),
        (f"{YOT}a/b", f"<{YOT}a/b>"),
        (f"{YOT}é", f"<{YOT}é>"),
        (f"{BASE}id/a/1.1", "<id/a/1.1>"),
        (f"{BASE}id/../a", f"<{BASE}id/../a>"),
        (f"{BASE}id//a", f"<{BASE}id//a>"),
        (f"{BASE}a:b", f"<{BASE}a:b>"),
        (BASE, f"<{BASE}>"),
        ("https://example.org/x", "<https://example.org/x>"),
    ],
)
def test_iris_are_shortened_only_where_that_is_safe(iri: str, expected: str) -> None:
    text = turtle(Triple(node("id/x/1"), TEXT, NamedNode(iri)))
    assert text.endswith(f"yot:text {expected.replace('<ontology#>', f'<{YOT}>')} .\n")


def test_text_stays_on_its_line_and_cannot_hide() -> None:
    assert value(Literal("a\nb\u2028c\x85d")) == r'"a\nb\u2028c\u0085d"'
    assert value(Literal("\u202eevil\u202c \x1b[2J")) == r'"\u202Eevil\u202C \u001B[2J"'


def test_blank_nodes_get_the_same_labels_whatever_they_were_called() -> None:
    def chain(*labels: str) -> list[Triple]:
        nodes = [BlankNode(label) for label in labels]
        return [
            Triple(nodes[0], TEXT, Literal("first")),
            Triple(nodes[0], LABEL, nodes[1]),
            Triple(nodes[1], TEXT, Literal("second")),
        ]

    one = turtle(*chain("a", "b"))
    assert one == turtle(*chain("z", "y"))
    plain = f"_:a <{YOT}text> 'first' ; <{LABEL.value}> _:b . _:b <{YOT}text> 'second' ."
    assert isomorphic(Graph().parse(data=one), Graph().parse(data=plain))


@given(graphs)
@settings(max_examples=40, deadline=None)
def test_graphs_with_blank_nodes_come_back(quads: list[Quad]) -> None:
    blank = {f"{BASE}id/report/1.9": BlankNode(), f"{BASE}id/report/~": BlankNode()}

    def blanked(term):  # type: ignore[no-untyped-def]
        return blank.get(term.value, term) if isinstance(term, NamedNode) else term

    changed = [
        Quad(blanked(q.subject), q.predicate, blanked(q.object), q.graph_name) for q in quads
    ]
    read = Dataset(parse(to_trig(changed, PREFIXES, base=BASE), format=RdfFormat.TRIG))
    wanted = Dataset(changed)
    for dataset in (read, wanted):
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    assert read == wanted


@given(st.text(alphabet='a"\\\n\r\t\x07\u2028', max_size=12))
@settings(max_examples=200, deadline=None)
def test_lines_that_are_kept_come_back(text: str) -> None:
    statement = Triple(node("id/x/1"), TEXT, Literal(text))
    written = to_turtle([statement], PREFIXES, base=BASE, keep_lines=True)
    assert [quad.object for quad in parse(written, format=RdfFormat.TURTLE)] == [Literal(text)]
    assert [str(each) for each in Graph().parse(data=written, format="turtle").objects()] == [text]
    assert not re.search("[\x07\u2028]", written)


def test_nothing_gives_nothing() -> None:
    assert to_turtle([], PREFIXES, base=BASE) == ""
    assert to_trig([], PREFIXES, base=BASE) == ""
    assert to_nquads([]) == ""


def test_nquads_are_sorted_lines_each_once() -> None:
    quads = [Quad(node(name), LABEL, Literal("é\u2028\n"), DefaultGraph()) for name in "cabca"]
    lines = to_nquads(quads).removesuffix("\n").split("\n")
    assert lines == sorted(set(lines))
    assert len(lines) == 3
