"""The page on what is checked says all that validation can say."""

from __future__ import annotations

from pathlib import Path

from rdflib import RDF, SH, Graph

from yotgraph.documentation.checking import Asked, asked_of
from yotgraph.documentation.markup import joined
from yotgraph.knowledge.checks import load_checks

SHAPES = Path(__file__).parents[2] / "shapes"
YOT = "https://w3id.org/yotgraph/ontology#"


def test_every_message_of_a_shape_and_every_check_is_told(written: tuple[Path, list[Path]]) -> None:
    text = (written[0] / "checking.html").read_text(encoding="utf-8")
    shapes = Graph()
    for path in SHAPES.glob("*.ttl"):
        shapes.parse(path)
    # Shapes without a target of their own are parts of others, whose messages tell it.
    members = {*shapes.objects(None, RDF.first), *shapes.objects(None, SH["not"])}
    told = {
        str(message)
        for shape, message in shapes.subject_objects(SH.message)
        if shape not in members
    }
    assert len(told) > 200
    assert [message for message in told if joined([message]) not in text] == []
    for check in load_checks():
        assert joined([check.mend]) in text
        assert check.name in text


def test_a_row_says_of_what_how_bad_and_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "some.ttl"
    path.write_text(
        """# Some shapes.

@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix yot: <https://w3id.org/yotgraph/ontology#> .
@prefix e: <https://example.org/> .

e:S a sh:NodeShape ; sh:targetClass yot:Finding ; sh:targetObjectsOf yot:mention ;
    sh:property e:S-text .
e:S-text a sh:PropertyShape ; sh:path yot:text ; sh:severity sh:Warning ;
    sh:message "A text: write it."@en .
e:Part a sh:NodeShape ; sh:severity sh:Violation ; sh:message "No target: none."@en .
"""
    )
    assert list(asked_of(path)) == [
        Asked(
            of=(("", f"{YOT}Finding"), ("value of ", f"{YOT}mention")),
            path=f"{YOT}text",
            severity="warning",
            message="A text: write it.",
        )
    ]
