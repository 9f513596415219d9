"""Rules: what each concludes, that it is marked as concluded, and what it must not conclude."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store
from tests.factories import (
    five_report_graph,
    graph_of,
    holding,
    letter,
    placed,
    rated,
    report_facts,
    words,
)

from yotgraph.errors import VocabularyError
from yotgraph.facts import Reoffending
from yotgraph.knowledge.names import Names, concept, standard, term
from yotgraph.knowledge.quads import report_quads
from yotgraph.knowledge.rules import derive, load_rules
from yotgraph.knowledge.store import open_store, register_quads
from yotgraph.vocabulary import load_framework

NAMES = Names()


def objects(store: Store, subject: NamedNode, name: str) -> set[str]:
    """What the derived graph says of a node."""
    found = store.quads_for_pattern(subject, term(name), None, NAMES.derived_graph)
    return {quad.object.value for quad in found}


def derived(report: str, *path: str) -> NamedNode:
    return NAMES.node("derived", report, *path)


def reoffending(**values: str) -> Store:
    fact = Reoffending(key="1", evidence=(words("The rate."),), **values)  # type: ignore[arg-type]
    return graph_of(report_facts(facts=placed([fact])))


@pytest.mark.parametrize(
    ("values", "expected", "basis"),
    [
        ({"rate": "36.0", "comparator_rate": "35.7"}, {"worse"}, "figures"),
        ({"rate": "9.5", "comparator_rate": "35.7"}, {"better"}, "figures"),
        ({"rate": "35.70", "comparator_rate": "35.7"}, {"same"}, "figures"),
        (
            {"rate": "36.0", "comparator_rate": "35.7", "stated_vs_comparator": "better"},
            {"worse"},
            "figures",
        ),
        ({"rate": "36.0", "stated_vs_comparator": "better"}, {"better"}, "words"),
        ({"rate": "36.0"}, set(), None),
    ],
    ids=["worse", "better", "same", "figures win", "words", "neither"],
)
def test_reoffending_against_the_comparator(
    values: dict[str, str], expected: set[str], basis: str | None
) -> None:
    store = reoffending(**values)
    fact = NAMES.fact("northmoor-2015-07", "reoffending", "1")
    wanted = {concept("comparisons", each).value for each in expected}
    assert objects(store, fact, "yot:versusComparator") == wanted
    node = derived("northmoor-2015-07", "comparison", "1-comparator")
    assert objects(store, node, "yot:versusComparator") == wanted
    assert objects(store, node, "yot:basis") == ({basis} if basis else set())


def test_reoffending_against_the_previous_rate() -> None:
    store = reoffending(rate="36.0", previous_rate="44", comparator_rate="30")
    fact = NAMES.fact("northmoor-2015-07", "reoffending", "1")
    better, worse = (concept("comparisons", each).value for each in ("better", "worse"))
    assert objects(store, fact, "yot:versusPrevious") == {better}
    assert objects(store, fact, "yot:versusComparator") == {worse}


@pytest.mark.parametrize(
    ("lowest", "expected"),
    [
        ("0", "inadequate"),
        ("49", "inadequate"),
        ("49.9", "inadequate"),
        ("50", "requires-improvement"),
        ("64", "requires-improvement"),
        ("65", "good"),
        ("79", "good"),
        ("80", "outstanding"),
        ("100", "outstanding"),
    ],
)
def test_the_lowest_percentage_decides(lowest: str, expected: str) -> None:
    store = graph_of(
        rated(percentages=(("2.1.1", "100"), ("2.1.2", lowest), ("2.1.3", None))),
    )
    node = derived("southmoor-2018-12", "implied-rating", "2.1")
    assert objects(store, node, "yot:impliedRating") == {concept("ratings", expected).value}
    assert objects(store, node, "yot:standard") == {standard("yos-2018", "2.1").value}
    fact = NAMES.fact("southmoor-2018-12", "rating", "2.1")
    agrees = "true" if expected == "requires-improvement" else "false"
    assert objects(store, fact, "yot:ratingAgrees") == {agrees}


def test_a_share_of_more_than_all_implies_no_rating() -> None:
    store = graph_of(rated(ratings=(), percentages=(("2.1.1", "480"),)))
    assert not objects(
        store, derived("southmoor-2018-12", "implied-rating", "2.1"), "yot:impliedRating"
    )
    fine = graph_of(rated(ratings=(), percentages=(("2.1.1", "48"),)))
    assert objects(fine, derived("southmoor-2018-12", "implied-rating", "2.1"), "yot:impliedRating")


def test_no_percentages_imply_no_rating() -> None:
    store = graph_of(rated(percentages=(("1.1.1", None),)))
    assert not objects(store, derived("southmoor-2018-12", "implied-rating", "1.1"), "rdf:type")
    fact = NAMES.fact("southmoor-2018-12", "rating", "1.1")
    assert not objects(store, fact, "yot:ratingAgrees")


def all_rated(programme: str, rating: str = "good", *, but: str = "") -> Store:
    """A report in which each standard of a programme has one rating."""
    standards = load_framework(programme).of_type("Standard")
    ratings = tuple(
        (each.notation, each.label, rating) for each in standards if each.notation != but
    )
    return graph_of(rated(programme=programme, ratings=ratings, overall="good"))


@pytest.mark.parametrize(
    ("rating", "score", "implied"),
    [
        ("inadequate", 0, "inadequate"),
        ("requires-improvement", 12, "requires-improvement"),
        ("good", 24, "good"),
        ("outstanding", 36, "outstanding"),
    ],
)
def test_twelve_standards_make_a_score(rating: str, score: int, implied: str) -> None:
    store = all_rated("yos-2018", rating)
    node = derived("southmoor-2018-12", "implied-rating", "overall")
    assert objects(store, node, "yot:impliedScore") == {str(score)}
    assert objects(store, node, "yot:impliedRating") == {concept("ratings", implied).value}
    fact = NAMES.fact("southmoor-2018-12", "rating", "overall")
    assert objects(store, fact, "yot:ratingAgrees") == {str(implied == "good").lower()}


def test_resettlement_does_not_count_towards_the_score() -> None:
    store = all_rated("yjs-2021")
    node = derived("southmoor-2018-12", "implied-rating", "overall")
    assert objects(store, node, "yot:impliedScore") == {"24"}


def test_a_standard_that_counts_and_is_unrated_leaves_the_score_unknown() -> None:
    store = all_rated("yos-2018", but="3.4")
    node = derived("southmoor-2018-12", "implied-rating", "overall")
    assert not objects(store, node, "rdf:type")


def test_each_conclusion_names_its_rule_and_its_facts() -> None:
    store = five_report_graph()
    nodes = {
        quad.subject
        for quad in store.quads_for_pattern(None, None, None, NAMES.derived_graph)
        if quad.subject.value.startswith(NAMES.derived_prefix)
    }
    assert nodes
    rules = {NAMES.rule(rule.name).value for rule in load_rules()}
    for node in nodes:
        assert objects(store, node, "prov:wasGeneratedBy") <= rules
        assert len(objects(store, node, "prov:wasGeneratedBy")) == 1
        sources = objects(store, node, "prov:wasDerivedFrom")
        assert sources
        assert all("/id/fact/" in source for source in sources)
    graph = NAMES.derived_graph
    assert term("prov:Bundle").value in objects(store, graph, "rdf:type")
    assert objects(store, graph, "prov:wasGeneratedBy") == rules


def test_rules_write_into_the_derived_graph_alone() -> None:
    quads = report_quads(letter(), version="0.0.0")
    store = open_store([*register_quads(), *quads])
    before = set(store)
    made = derive(store)
    assert set(store) - before == set(
        store.quads_for_pattern(None, None, None, NAMES.derived_graph)
    )
    assert {quad.graph_name for quad in made} == {NAMES.derived_graph}


def test_deriving_again_gives_the_same() -> None:
    quads = [q for each in (letter(), rated()) for q in report_quads(each, version="0.0.0")]
    store = open_store([*register_quads(), *quads])
    first = derive(store)
    size = len(store)
    assert derive(store) == first
    assert len(store) == size


def test_people_and_partners_across_reports() -> None:
    store = five_report_graph()
    reports = objects(store, NAMES.person("cara-wood"), "yot:appearsIn")
    assert len(reports) == 5
    arrangement = NAMES.body("multi-agency-public-protection-arrangements")
    assert len(objects(store, arrangement, "yot:appearsIn")) == 2
    assert arrangement.value in objects(store, NAMES.service("northmoor"), "yot:worksWith")


def named(area: str, *people: tuple[str, str]) -> object:
    facts = [
        holding(str(key), person, "Head", f"{kind} body", kind)
        for key, (person, kind) in enumerate(people, start=1)
    ]
    return report_facts(area, facts=placed(facts))


def test_namesakes_in_different_areas_are_possibly_the_same() -> None:
    store = graph_of(
        named("Northmoor", ("Jane Roe", "health-body"), ("Ann Lee", "inspectorate")),
        named("Southmoor", ("Jane Roe", "health-body"), ("Ann Lee", "inspectorate")),
    )
    north, south = (NAMES.person("jane-roe", area) for area in ("northmoor", "southmoor"))
    assert objects(store, north, "yot:possiblySameAs") == {south.value}
    assert objects(store, south, "yot:possiblySameAs") == {north.value}
    assert not objects(store, NAMES.person("ann-lee"), "yot:possiblySameAs")


@pytest.mark.parametrize("decision", ["owl:sameAs", "owl:differentFrom"])
@pytest.mark.parametrize("turned", [False, True], ids=["one way", "other way"])
def test_a_decision_ends_the_proposal(decision: str, turned: bool) -> None:
    people = [NAMES.person("jane-roe", area) for area in ("northmoor", "southmoor")]
    one, other = reversed(people) if turned else people
    store = graph_of(
        named("Northmoor", ("Jane Roe", "health-body")),
        named("Southmoor", ("Jane Roe", "health-body")),
        more=[Quad(one, term(decision), other, NAMES.registers_graph)],
    )
    assert not objects(store, people[0], "yot:possiblySameAs")


def test_the_previous_inspection_of_a_service() -> None:
    first, second, third = ("2014-01-02", "2015-07-01", "2018-12")
    store = graph_of(letter(published=first), letter(published=second), rated("Northmoor", third))
    latest = NAMES.inspection("northmoor-2018-12")
    middle = NAMES.inspection("northmoor-2015-07")
    assert objects(store, latest, "yot:previousInspection") == {middle.value}
    assert objects(store, middle, "yot:previousInspection") == {
        NAMES.inspection("northmoor-2014-01").value
    }
    assert not objects(store, NAMES.inspection("northmoor-2014-01"), "yot:previousInspection")


def test_the_previous_inspection_of_a_service_that_replaced_another() -> None:
    replaced = Quad(
        NAMES.service("moorland"),
        term("dcterms:replaces"),
        NAMES.service("northmoor"),
        NAMES.registers_graph,
    )
    store = graph_of(letter(), rated("Moorland", "2019-02"), more=[replaced])
    found = objects(store, NAMES.inspection("moorland-2019-02"), "yot:previousInspection")
    assert found == {NAMES.inspection("northmoor-2015-07").value}


def write(folder: Path, **rules: str) -> Path:
    for name, text in rules.items():
        (folder / f"{name}.rq").write_text(text)
    return folder


EMPTY = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(false) }"


def test_rules_come_in_the_order_that_their_headers_ask_for(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        a=f"#+ rule: A\n#+ after: c\n{EMPTY}",
        b=f"#+ rule: B\n{EMPTY}",
        c=f"#+ rule: C\n{EMPTY}",
    )
    assert [rule.name for rule in load_rules(folder)] == ["b", "c", "a"]


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ({"a": EMPTY}, "no '#\\+ rule:' line"),
        ({"a": f"#+ rule: A\n#+ after: z\n{EMPTY}"}, "no rule z"),
        (
            {"a": f"#+ rule: A\n#+ after: b\n{EMPTY}", "b": f"#+ rule: B\n#+ after: a\n{EMPTY}"},
            "wait for each other",
        ),
        ({}, "no query"),
    ],
    ids=["header", "unknown", "circle", "empty"],
)
def test_rules_that_cannot_be_ordered_are_refused(
    tmp_path: Path, rules: dict[str, str], message: str
) -> None:
    with pytest.raises(VocabularyError, match=message):
        load_rules(write(tmp_path, **rules))


@pytest.mark.parametrize("text", ["SELECT * WHERE { ?s ?p ?o }", "CONSTRUCT nothing"])
def test_a_rule_that_is_no_construct_is_refused(tmp_path: Path, text: str) -> None:
    rules = load_rules(write(tmp_path, wrong=f"#+ rule: Wrong\n{text}"))
    with pytest.raises(VocabularyError, match=r"wrong\.rq"):
        derive(Store(), NAMES, rules)


def test_a_rule_sees_what_the_one_before_concluded(tmp_path: Path) -> None:
    node = "<https://w3id.org/yotgraph/id/derived/a/b/1>"
    folder = write(
        tmp_path,
        first=f"#+ rule: First\nCONSTRUCT {{ {node} rdfs:label 'one' }} WHERE {{}}",
        second="#+ rule: Second\n#+ after: first\n"
        "CONSTRUCT { ?s yot:basis ?o } WHERE { ?s rdfs:label ?o FILTER(?o = 'one') }",
    )
    made = derive(Store(), NAMES, load_rules(folder))
    assert any(q.predicate == term("yot:basis") and q.object == Literal("one") for q in made)


def test_the_data_may_live_under_another_base() -> None:
    names = Names("https://example.org/")
    quads = report_quads(letter(), version="0.0.0", names=names)
    store = open_store([*register_quads(names), *quads])
    made = derive(store, names)
    subjects = {quad.subject.value for quad in made}
    assert "https://example.org/id/derived/northmoor-2015-07/comparison/1-comparator" in subjects
    assert all(subject.startswith("https://example.org/") for subject in subjects)
