"""Quads: what a report states, in one graph, each node typed and labelled, always the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from tests.factories import (
    INSPECTORATE,
    five_reports,
    holding,
    identity,
    letter,
    mention,
    placed,
    rated,
    report_facts,
    words,
)

from yotgraph.errors import VocabularyError
from yotgraph.facts import CaseSample, Fact, Finding, KeyQuestionResult, StandardRating, Statistic
from yotgraph.knowledge.names import Names, concept, standard, term
from yotgraph.knowledge.quads import report_quads

NAMES = Names()


def quads_of(*facts: Fact, **more: object) -> list[Quad]:
    return report_quads(report_facts(facts=placed(facts), **more), version="0.0.0")


def values(quads: list[Quad], subject: NamedNode, name: str) -> list[str]:
    return [q.object.value for q in quads if q.subject == subject and q.predicate == term(name)]


def fact(kind: str, key: str, report: str = "northmoor-2015-07") -> NamedNode:
    return NAMES.fact(report, kind, key)


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    return report_quads(letter(), version="0.0.0")


@pytest.mark.parametrize("report", five_reports(), ids=lambda report: report.slug)
def test_every_node_has_a_type_and_one_label_and_an_iri(report: object) -> None:
    made = report_quads(report, version="0.0.0")  # type: ignore[arg-type]
    subjects = {quad.subject for quad in made}
    assert not any(isinstance(node, BlankNode) for q in made for node in (q.subject, q.object))
    for subject in subjects:
        assert values(made, subject, "rdf:type"), subject
        assert len(values(made, subject, "rdfs:label")) == 1, subject


def test_all_quads_are_of_one_graph_sorted_and_each_once(quads: list[Quad]) -> None:
    assert {quad.graph_name for quad in quads} == {NAMES.graph("northmoor-2015-07")}
    assert len(set(quads)) == len(quads)
    subjects = [quad.subject.value for quad in quads]
    assert subjects == sorted(subjects)


def test_two_runs_are_identical(quads: list[Quad]) -> None:
    assert report_quads(letter(), version="0.0.0") == quads


def test_nothing_points_at_a_node_of_the_report_that_is_not_there(quads: list[Quad]) -> None:
    subjects = {quad.subject for quad in quads}
    local = ("/id/fact/", "/id/evidence/", "/id/person/", "/id/post/", "/id/service/", "/id/run/")
    for quad in quads:
        if isinstance(quad.object, NamedNode) and any(part in quad.object.value for part in local):
            assert quad.object in subjects, quad


def test_a_fact_says_where_it_stands(quads: list[Quad]) -> None:
    node = fact("finding", "1.1")
    assert values(quads, node, "yot:statedIn") == [NAMES.report("northmoor-2015-07").value]
    assert values(quads, node, "yot:about") == [NAMES.service("northmoor").value]
    evidence = values(quads, node, "yot:mainEvidence")
    assert evidence == values(quads, node, "yot:evidence")
    quote = NamedNode(f"{evidence[0]}/quote")
    assert values(quads, quote, "oa:exact") == ["Assessment was good."]
    position = NamedNode(f"{evidence[0]}/position")
    start = int(values(quads, position, "oa:start")[0])
    assert int(values(quads, position, "oa:end")[0]) == start + len("Assessment was good.")


def test_the_first_words_are_the_main_ones() -> None:
    sample = CaseSample(key="1", cases=9, evidence=(words("Later.", 500), words("Earlier.", 10)))
    made = report_quads(report_facts(facts=(sample,)), version="0.0.0")
    node = fact("sample", "1")
    assert len(values(made, node, "yot:evidence")) == 2
    assert values(made, node, "yot:mainEvidence") == [
        NAMES.evidence("northmoor-2015-07", 500, 506).value
    ]


def test_positions_follow_the_report(quads: list[Quad]) -> None:
    first, second = (
        int(values(quads, fact("finding", key), "yot:position")[0]) for key in ("1.1", "1.2")
    )
    assert first < second


def test_facts_on_the_same_words_keep_their_order() -> None:
    cell = words("Link staff Ann Zed, Ann Abe", 40)
    people = ("Ann Zed", "Ann Abe")
    facts = [
        holding(str(key), name, "Link staff", "The Board", "national-body", evidence=(cell,))
        for key, name in enumerate(people, start=1)
    ]
    made = report_quads(report_facts(facts=facts), version="0.0.0")
    zed, abe = (int(values(made, fact("post", key), "yot:position")[0]) for key in ("1", "2"))
    assert zed < abe


def test_report_inspection_and_service(quads: list[Quad]) -> None:
    report, inspection = (make("northmoor-2015-07") for make in (NAMES.report, NAMES.inspection))
    assert values(quads, report, "dcterms:identifier") == ["northmoor-2015-07"]
    assert values(quads, report, "dcterms:issued") == ["2015-07-01"]
    assert values(quads, report, "yot:reportsOn") == [inspection.value]
    assert values(quads, inspection, "yot:serviceLabel") == ["Northmoor YOT"]
    assert values(quads, inspection, "yot:leadInspector") == [NAMES.person("cara-wood").value]
    service = NAMES.service("northmoor")
    assert values(quads, service, "yot:area") == ["Northmoor"]
    assert values(quads, service, "foaf:name") == ["Northmoor Youth Offending Team"]
    assert values(quads, service, "yot:overseenBy") == [NAMES.board("northmoor").value]
    assert values(quads, service, "yot:localAuthority") == [NAMES.authority("northmoor").value]


def test_the_graph_says_who_read_what(quads: list[Quad]) -> None:
    graph, run = NAMES.graph("northmoor-2015-07"), NAMES.run("northmoor-2015-07")
    assert values(quads, graph, "prov:wasGeneratedBy") == [run.value]
    assert values(quads, run, "prov:used") == [NAMES.source(letter().sha256).value]
    assert values(quads, run, "prov:wasAssociatedWith") == [NAMES.software("0.0.0").value]
    assert values(quads, run, "yot:family") == ["short-quality-screening"]


def test_a_report_of_which_little_is_known_invents_nothing() -> None:
    made = report_quads(
        replace(report_facts(), facts=(), pages=None, source_url=None), version="0.0.0"
    )
    report = NAMES.report("northmoor-2015-07")
    for name in ("dcterms:issued", "dcterms:title", "yot:programme", "bibo:numPages"):
        assert not values(made, report, name)
    assert not values(made, NAMES.service("northmoor"), "yot:localAuthority")
    assert values(made, NAMES.inspection("northmoor-2015-07"), "yot:serviceLabel") == ["Northmoor"]


def test_posts(quads: list[Quad]) -> None:
    chair = fact("post", "1")
    person, board = NAMES.person("ada-stone", "northmoor"), NAMES.board("northmoor")
    assert values(quads, chair, "org:member") == [person.value]
    assert values(quads, chair, "org:organization") == [board.value]
    assert values(quads, chair, "yot:capacity") == [concept("capacities", "addressee").value]
    post = NamedNode(values(quads, chair, "org:role")[0])
    assert values(quads, post, "org:postIn") == [board.value]
    assert values(quads, fact("post", "6"), "yot:formOfAddress") == ["Councillor"]
    assert not values(quads, fact("post", "8"), "org:organization")
    assert not values(quads, fact("post", "8"), "org:role")
    assert not values(quads, fact("post", "10"), "yot:postTitle")


def test_nobody_in_a_practice_example_is_a_person(quads: list[Quad]) -> None:
    people = {q.subject for q in quads if q.object == term("foaf:Person")}
    named = {q.object for q in quads if q.predicate == term("org:member")}
    assert people == named
    example = fact("practice-example", "1")
    assert "boy" not in values(quads, example, "rdfs:label")[0]


def test_figures_keep_the_characters_as_printed(quads: list[Quad]) -> None:
    result = fact("reoffending", "1")
    assert values(quads, result, "yot:rate") == ["36.0"]
    assert values(quads, result, "yot:rateAsPrinted") == ["36.0"]
    assert not values(quads, result, "yot:previousRate")
    assert not values(quads, result, "yot:previousRateAsPrinted")
    rate = next(q.object for q in quads if q.subject == result and q.predicate == term("yot:rate"))
    assert isinstance(rate, Literal)
    assert rate.datatype == term("xsd:decimal")


def test_parts_of_a_framework_only_where_it_has_them() -> None:
    made = report_quads(
        rated(
            ratings=(("2.1", "Assessment", "good"), ("9.9", "Nothing", "good")),
            percentages=(("2.1.1", "84"), ("9.9.9", "10")),
        ),
        version="0.0.0",
    )
    slug = "southmoor-2018-12"
    known, unknown = (fact("rating", number, slug) for number in ("2.1", "9.9"))
    assert values(made, known, "yot:standard") == [standard("yos-2018", "2.1").value]
    assert not values(made, unknown, "yot:standard")
    assert values(made, unknown, "yot:number") == ["9.9"]
    assert not values(made, fact("key-question", "9.9.9", slug), "yot:keyQuestion")


def test_without_a_framework_numbers_stay_and_nothing_else() -> None:
    facts = (
        identity(programme=None),
        StandardRating(key="2.1", evidence=(words("2.1"),), number="2.1", label="A", rating="good"),
        KeyQuestionResult(key="2.1.1", evidence=(words("x"),), number="2.1.1", question="Q?"),
        CaseSample(key="1", evidence=(words("y"),), cases=3, domain="2"),
    )
    made = quads_of(*facts)
    assert not values(made, fact("rating", "2.1"), "yot:standard")
    assert not values(made, fact("key-question", "2.1.1"), "yot:keyQuestion")
    assert not values(made, fact("sample", "1"), "yot:domain")
    assert values(made, fact("key-question", "2.1.1"), "yot:questionNumber") == ["2.1.1"]


def test_links_count_the_mentions_that_are_links(quads: list[Quad]) -> None:
    link = fact("partner-link", "childrens-social-care")
    for name, number in (("mention", "2"), ("strength", "1"), ("concern", "1")):
        assert values(quads, link, f"yot:{name}Count") == [number]
    assert len(values(quads, link, "yot:mention")) == 2
    assert len(values(quads, link, "yot:evidence")) == 2
    assert not values(quads, fact("partner-link", "probation-service"), "rdf:type")


def test_one_partner_named_with_two_sectors_is_refused() -> None:
    facts = [
        mention("1", "Moor Project", "One.", sector="health"),
        mention("2", "Moor Project", "Two.", sector="police"),
    ]
    with pytest.raises(VocabularyError, match=r"northmoor-2015-07: .*moor-project.*sector"):
        quads_of(*facts)


def test_two_findings_of_one_key_are_refused_with_the_report_named() -> None:
    facts = [
        Finding(key=key, evidence=(words(text),), section="1", paragraph=key, text=text)
        for key, text in (("1.1", "One."), ("1.1.", "Two."))
    ]
    with pytest.raises(VocabularyError, match=r"northmoor-2015-07: .*finding/1\.1"):
        quads_of(*facts)


def test_the_same_fact_twice_is_one() -> None:
    sample = CaseSample(key="1", evidence=(words("9 cases", 5),), cases=9)
    twice = report_facts(facts=(sample, sample))
    once = report_facts(facts=(sample,))
    assert report_quads(twice, version="0.0.0") == report_quads(once, version="0.0.0")


def test_the_same_words_quoted_differently_are_refused_with_both_facts_named() -> None:
    facts = (
        CaseSample(key="1", evidence=(words("9 cases", 5),), cases=9),
        Finding(key="1.1", evidence=(words("9 CASES", 5),), section="1", paragraph="1.1", text="x"),
    )
    with pytest.raises(VocabularyError, match=r"'sample 1' and 'finding 1\.1'"):
        report_quads(report_facts(facts=facts), version="0.0.0")


@pytest.mark.parametrize(
    "wrong",
    [
        identity(published="July 2015"),
        Statistic(
            key="1", evidence=(words("x"),), subject="A", measure="B", value="1,2", unit="people"
        ),
    ],
    ids=["date", "figure"],
)
def test_a_value_that_is_none_is_refused_with_the_report_named(wrong: Fact) -> None:
    with pytest.raises(VocabularyError, match="northmoor-2015-07: "):
        quads_of(wrong)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rumour(Fact):
    """A class of fact that has no mapping."""

    kind: ClassVar[str] = "rumour"


def test_a_fact_without_a_mapping_is_not_lost_silently() -> None:
    with pytest.raises(VocabularyError, match="Rumour"):
        quads_of(Rumour(key="1", evidence=(words("They say."),)))


def test_every_class_of_fact_has_a_mapping() -> None:
    from yotgraph import facts as module
    from yotgraph.knowledge.quads import _BUILDERS

    classes = {
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Fact) and "kind" in vars(value)
    }
    handled_apart = {Fact, module.BoardFact, module.ReportIdentity, module.ServiceFact}
    assert classes - handled_apart == set(_BUILDERS)


def test_another_base_moves_the_data() -> None:
    moved = report_quads(letter(), version="0.0.0", names=Names("https://example.org/"))
    assert {str(quad.graph_name) for quad in moved} == {
        "<https://example.org/graph/northmoor-2015-07>"
    }
    assert all(quad.subject.value.startswith("https://example.org/") for quad in moved), (
        "a subject stayed under the default base"
    )


def test_the_publisher_is_the_body_of_the_register(quads: list[Quad]) -> None:
    publisher = NAMES.body("hm-inspectorate-of-probation")
    assert values(quads, publisher, "rdfs:label") == [INSPECTORATE]


def test_what_one_fact_knows_of_its_words_completes_what_another_knows() -> None:
    section = CaseSample(key="1", evidence=(words("9 cases", 5, section="Aims"),), cases=9)
    page = CaseSample(key="2", evidence=(words("9 cases", 5, page=3),), cases=9)
    made = report_quads(report_facts(facts=(section, page)), version="0.0.0")
    evidence = NAMES.evidence("northmoor-2015-07", 5, 12)
    assert values(made, evidence, "yot:section") == ["Aims"]
    assert values(made, evidence, "yot:page") == ["3"]
