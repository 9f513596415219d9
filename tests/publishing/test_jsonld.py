"""JSON-LD: one readable tree a report, and the same RDF for every processor."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from pyld import jsonld
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse
from tests.publishing.graphs import BASE, XSD, YOT, graphs, node, sample

from yotgraph.publishing.jsonld import CONTEXT_IRI, to_jsonld
from yotgraph.resources import directory

CONTEXT = directory("ontology") / "context.jsonld"
OWN = "yot:"
NQUADS = {"format": "application/n-quads"}


def document(quads: Iterable[Quad | Triple], base: str = BASE) -> Any:
    return json.loads(to_jsonld(quads, base=base))


def no_network(url: str, options: object) -> dict[str, Any]:
    raise AssertionError(f"asked the network for {url}")


def only_the_bundled_context(url: str, options: object) -> dict[str, Any]:
    assert url == CONTEXT_IRI
    bundled = json.loads(CONTEXT.read_text(encoding="utf-8"))
    return {"contextUrl": None, "documentUrl": url, "document": bundled}


def read_by_pyld(tree: Any, loader: Any = no_network) -> set[Quad]:
    text = jsonld.to_rdf(tree, {**NQUADS, "documentLoader": loader})
    assert isinstance(text, str)
    return set(parse(text, format=RdfFormat.N_QUADS))


def tree_of(report: str) -> Any:
    for graph in document(sample())["@graph"]:
        if graph["@id"] == f"graph:{report}":
            return graph["@graph"][0]
    raise AssertionError(f"no graph of {report}")


def test_a_report_is_one_tree() -> None:
    report = tree_of("anytown-2015-07")
    assert (report["@id"], report["@type"]) == ("id:report/anytown-2015-07", "Report")
    service = report["reportsOn"]["inspectedService"]
    assert service["label"] == "Anytown YOT"
    assert service["statedIn"] == "id:report/anytown-2015-07"
    assert service["overseenBy"] == {
        "@id": "id:board/anytown",
        "@type": "ManagementBoard",
        "oversees": "id:service/anytown",
    }
    assert [fact["@id"].split("/", 2)[2] for fact in report["states"]] == [
        "finding/1.9",
        "finding/1.10",
        "post/1",
        "reoffending/1",
    ]
    assert all("statedIn" not in fact for fact in report["states"])


def test_each_fact_carries_its_evidence_and_its_person() -> None:
    facts = {fact["@id"].split("/", 2)[2]: fact for fact in tree_of("anytown-2015-07")["states"]}
    quotes = [
        selector["exact"]
        for evidence in facts["finding/1.10"]["evidence"]
        for selector in evidence["hasSelector"]
        if selector["@type"] == "oa:TextQuoteSelector"
    ]
    assert quotes == ["To: Jo Bloggs", "Plans were good."]
    assert facts["post/1"]["member"]["name"] == "Jo Bloggs"
    assert facts["finding/1.9"]["theme"] == ["scheme:themes/planning"]
    assert facts["reoffending/1"]["rate"] == "36.0"
    assert facts["reoffending/1"]["evidence"][0]["hasSelector"][0]["start"] == 100


def test_pyld_reads_the_same_graph_without_the_network() -> None:
    assert read_by_pyld(document(sample())) == set(sample())


def test_the_published_context_says_the_same_as_the_inline_one() -> None:
    linked = {**document(sample()), "@context": CONTEXT_IRI}
    assert read_by_pyld(linked, only_the_bundled_context) == set(sample())


@given(graphs)
@settings(max_examples=60, deadline=None)
def test_pyld_reads_any_graph(quads: list[Quad]) -> None:
    # PyLD rewrites doubles (1.5 as 1.5E0) whatever it reads them from.
    kept = [quad for quad in quads if not str(quad.object).endswith("#double>")]
    assert read_by_pyld(document(kept)) == set(kept)


def test_the_order_of_the_input_does_not_matter() -> None:
    shuffled = sample() * 2
    random.Random(0).shuffle(shuffled)
    assert to_jsonld(shuffled, base=BASE) == to_jsonld(sample(), base=BASE)


def test_keys_are_sorted() -> None:
    def check(value: object) -> int:
        if isinstance(value, dict):
            assert list(value) == sorted(value)
            return 1 + sum(check(each) for each in value.values())
        return sum(check(each) for each in value) if isinstance(value, list) else 0

    assert check(document(sample())) > 20


def test_data_under_another_base_is_as_short() -> None:
    moved = "https://data.example.org/"

    def at(term: Any) -> Any:
        return NamedNode(term.value.replace(f"{BASE}id/", f"{moved}id/"))

    quads = [
        Quad(
            at(q.subject),
            q.predicate,
            at(q.object) if isinstance(q.object, NamedNode) else q.object,
        )
        for q in sample()
    ]
    made = document(quads, base=moved)
    assert made["@context"]["id"] == f"{moved}id/"
    assert made["@graph"][0]["@id"] == "id:report/anytown-2015-07"
    assert read_by_pyld(made) == set(quads)


def test_a_circle_is_written_whole() -> None:
    evidence, stated = NamedNode(f"{YOT}evidence"), NamedNode(f"{YOT}statedIn")
    one, other = node("id/a/1"), node("id/a/2")
    for predicate in (evidence, stated):
        quads = [
            Quad(one, predicate, other),
            Quad(other, predicate, one),
            Quad(one, predicate, one),
        ]
        assert read_by_pyld(document(quads)) == set(quads)
        assert to_jsonld(quads, base=BASE).count('"@id": "id:a/1"') < 6


def test_a_long_chain_is_not_nested_for_ever() -> None:
    evidence = NamedNode(f"{YOT}evidence")
    quads = [Quad(node(f"id/a/{n}"), evidence, node(f"id/a/{n + 1}")) for n in range(3000)]
    assert set(parse(to_jsonld(quads, base=BASE), format=RdfFormat.JSON_LD)) == set(quads)


@pytest.mark.parametrize(
    ("lexical", "datatype", "expected"),
    [
        ("7", "integer", 7),
        ("007", "integer", {"@type": "xsd:integer", "@value": "007"}),
        ("1" * 20, "integer", {"@type": "xsd:integer", "@value": "1" * 20}),
        ("7", "nonNegativeInteger", {"@type": "xsd:nonNegativeInteger", "@value": "7"}),
        ("36.0", "decimal", {"@type": "xsd:decimal", "@value": "36.0"}),
        ("true", "boolean", True),
        ("1", "boolean", {"@type": "xsd:boolean", "@value": "1"}),
        ("7", "string", "7"),
    ],
)
def test_a_literal_keeps_its_form(lexical: str, datatype: str, expected: object) -> None:
    literal = Literal(lexical, datatype=NamedNode(XSD + datatype))
    quads = [Quad(node("id/a/1"), NamedNode(f"{YOT}unheardOf"), literal)]
    made = document(quads)
    assert made["@graph"][0]["unheardOf"] == expected
    assert read_by_pyld(made) == set(quads)


@pytest.mark.parametrize("name", ["label", "id", "source", "states", "end"])
def test_an_own_term_named_as_another_of_the_context_is_told_apart(name: str) -> None:
    quads = [Quad(node("id/a/1"), NamedNode(YOT + name), Literal("x"))]
    assert document(quads)["@graph"][0][f"yot:{name}"] == "x"
    assert read_by_pyld(document(quads)) == set(quads)


def test_blank_nodes_are_named_alike_each_time() -> None:
    def quads(label: str) -> list[Quad]:
        return [Quad(BlankNode(label), NamedNode(f"{YOT}text"), Literal("x"))]

    assert to_jsonld(quads("a"), base=BASE) == to_jsonld(quads("b"), base=BASE)


def test_what_json_ld_cannot_say_is_refused() -> None:
    text = NamedNode(f"{YOT}text")
    with pytest.raises(ValueError, match="prefix 'skos'"):
        to_jsonld([Quad(node("id/a/1"), text, NamedNode("skos:Concept"))], base=BASE)
    statement = Triple(node("id/a/1"), text, Literal("x"))
    with pytest.raises(ValueError, match="statement about a statement"):
        to_jsonld([Quad(node("id/a/1"), text, statement)], base=BASE)


def coercions() -> dict[str, str]:
    """How the context must coerce each own property: ``@id``, a datatype, or not at all."""
    found: dict[str, str] = {}
    for path in sorted((directory("ontology") / "modules").glob("*.ttl")):
        for triple in parse(path.read_bytes(), format=RdfFormat.TURTLE):
            name = str(triple.subject)[1:-1].removeprefix(YOT)
            said = (str(triple.predicate).rpartition("#")[2], str(triple.object).rpartition("#")[2])
            if said == ("type>", "ObjectProperty>"):
                found[name] = "@id"
            elif said == ("range>", "decimal>"):
                found[name] = "xsd:decimal"
            elif said == ("type>", "DatatypeProperty>"):
                found.setdefault(name, "")
    return found


def completed(context: dict[str, Any]) -> dict[str, Any]:
    """The context with each own property coerced as the ontology has it, and no other own term."""
    needed = coercions()
    kept = {
        name: each
        for name, each in context.items()
        if not isinstance(each, dict) or not each.get("@id", "").startswith(OWN) or name in needed
    }
    added = {
        name: {**context.get(name, {}), "@id": OWN + name, "@type": kind}
        for name, kind in needed.items()
        if kind
    }
    return {**kept, **added}


def written(context: dict[str, Any]) -> str:
    """The context as a file: keywords, prefixes, terms; one a line."""

    def place(name: str) -> tuple[bool, bool, str]:
        is_prefix = isinstance(context[name], str) and context[name].endswith(("/", "#"))
        return name[0] != "@", not is_prefix, name

    lines = [
        f"    {json.dumps(name)}: {line(context[name])}" for name in sorted(context, key=place)
    ]
    return '{\n  "@context": {\n' + ",\n".join(lines) + "\n  }\n}\n"


def line(definition: Any) -> str:
    keys = ("@id", "@reverse", "@type", "@language", "@container")
    if not isinstance(definition, dict):
        return json.dumps(definition)
    return json.dumps({key: definition[key] for key in keys if key in definition})


def test_the_context_is_in_step_with_the_ontology() -> None:
    """``REGENERATE=1 pytest tests/publishing/test_jsonld.py`` brings it there."""
    context = json.loads(CONTEXT.read_text(encoding="utf-8"))["@context"]
    assert len(coercions()) > 50
    if os.environ.get("REGENERATE"):
        CONTEXT.write_text(written(completed(context)), encoding="utf-8")
    assert CONTEXT.read_text(encoding="utf-8") == written(completed(context)), (
        "ontology/context.jsonld does not say what the ontology says: run this test with "
        "REGENERATE=1"
    )
    wrong = {
        name: each["@type"]
        for name, each in context.items()
        if isinstance(each, dict)
        and each.get("@id", "").startswith(OWN)
        and (each.get("@type") == "@id") != (coercions()[name] == "@id")
    }
    assert not wrong, f"ontology/context.jsonld takes literals for IRIs: {wrong}"
