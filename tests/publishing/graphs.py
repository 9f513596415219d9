"""Graphs for the tests of exports: a sample of every kind of node, and hostile ones."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

BASE = "https://w3id.org/yotgraph/"
YOT = f"{BASE}ontology#"
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
ORG = "http://www.w3.org/ns/org#"
OA = "http://www.w3.org/ns/oa#"
SKOS = "http://www.w3.org/2004/02/skos/core#"

PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": OA,
    "org": ORG,
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": RDF,
    "rdfs": RDFS,
    "skos": SKOS,
    "theme": f"{BASE}scheme/themes/",
    "unused": "https://example.org/unused#",
    "xsd": XSD,
    "yot": YOT,
}

HOSTILE = [
    "",
    " ",
    "'single' \"double\" '''three''' \"\"\"three\"\"\"",
    '"',
    "\\",
    "\\u0041 \\n \\",
    "one\ntwo\r\nthree\ttabbed\r",
    "\x00\x01\x08\x0b\x0c\x1b[31mred\x1b[0m\x7f",
    "\x85next\u2028line\u2029end",
    "\u202eoverride\u202c \u2066isolate\u2069 \u200f",
    "\ufeffmark \u00ad \u200b \ufffd \uffff",
    "👩\u200d👩\u200d👧 🏴 𝒳",
    "العربية עברית Ynys Môn",
    "<script>alert(1)</script> & <!-- --> ]]> {{ }} {% %}",
    "@prefix x: <y> . # no comment",
    "=1+1",
    "[bold]red[/bold] :smile:",
    "e\u0301 \u00e9",
]


def node(path: str) -> NamedNode:
    """An IRI of data."""
    return NamedNode(f"{BASE}{path}")


def sample() -> list[Quad]:
    """The quads of ``sample.trig``."""
    path = Path(__file__).with_name("sample.trig")
    return list(parse(path.read_bytes(), format=RdfFormat.TRIG))


_SEGMENTS = (
    "1.9",
    "1.10",
    "a-b",
    "a.",
    "-a",
    ".a",
    "a%20b",
    "a(b)",
    "é",
    "a,b;c",
    "~",
    "1:2",
    "a'b",
)
_PLACES = ("id/report/", "id/fact/r/finding/", "id/evidence/r/", "scheme/themes/", "graph/", "")
_TERMS = (
    f"{RDF}type",
    f"{RDFS}label",
    f"{YOT}statedIn",
    f"{YOT}evidence",
    f"{YOT}reportsOn",
    f"{YOT}theme",
    f"{YOT}rate",
    f"{YOT}unheardOf",
    f"{ORG}member",
    f"{OA}hasSelector",
    f"{OA}start",
    f"{SKOS}prefLabel",
    f"{SKOS}broader",
    "https://example.org/other#1.5",
    "urn:example:p",
)
_LEXICAL = {
    "integer": ["0", "7", "-7", "007", "+7", "9" * 40, "seven"],
    "decimal": ["36.0", "36", "-0.5", "0.50", ".5", "5.", "-0.0", "0.0000001"],
    "boolean": ["true", "false", "1", "TRUE"],
    "nonNegativeInteger": ["0", "12", "012"],
    "double": ["1.5", "1e3", "1.0E0"],
    "date": ["2015-07-01", "2015-07-01Z", "soon"],
    "gYearMonth": ["2018-12"],
    "anyURI": ["https://example.org/a b"],
    "string": ["plain"],
}

nodes = st.builds(
    lambda place, segment: node(place + segment),
    st.sampled_from(_PLACES),
    st.sampled_from(_SEGMENTS),
)
texts = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
typed = st.sampled_from(sorted(_LEXICAL)).flatmap(
    lambda name: st.builds(
        lambda value: Literal(value, datatype=NamedNode(XSD + name)),
        st.sampled_from(_LEXICAL[name]),
    )
)
tagged = st.builds(
    lambda text, tag: Literal(text, language=tag), texts, st.sampled_from(["en", "cy", "en-gb"])
)
predicates = st.sampled_from(_TERMS).map(NamedNode)
objects = nodes | st.builds(Literal, texts) | typed | tagged
graph_names = st.just(DefaultGraph()) | nodes
quads = st.builds(Quad, nodes, predicates, objects, graph_names)
graphs = st.lists(quads, max_size=25)
