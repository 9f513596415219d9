"""Checks: each passes on good graphs, and each has been seen to fail on a bad one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store
from tests.factories import (
    INSPECTORATE,
    five_report_graph,
    graph_of,
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
from yotgraph.facts import (
    BoardFact,
    ChangeStatement,
    Fact,
    Finding,
    OverallRating,
    QuantifiedFinding,
    Reoffending,
    StandardRating,
)
from yotgraph.knowledge.checks import load_checks, run_checks
from yotgraph.knowledge.names import Names, term
from yotgraph.knowledge.results import Severity, ValidationResult
from yotgraph.vocabulary import load_framework

NAMES = Names()
SLUG = "northmoor-2015-07"
GRAPH = NAMES.graph(SLUG)


def of(*facts: Fact) -> Store:
    return graph_of(report_facts(facts=placed(facts)))


def with_quads(
    *quads: tuple[NamedNode, str, NamedNode | Literal], graph: NamedNode = GRAPH
) -> Store:
    more = [Quad(subject, term(name), value, graph) for subject, name, value in quads]
    return graph_of(letter(), more=more)


def without(predicate: str) -> Store:
    store = graph_of(letter())
    for quad in list(store.quads_for_pattern(None, term(predicate), None)):
        store.remove(quad)
    return store


def contradicting() -> Store:
    values = {"rate": "36.0", "comparator_rate": "35.7", "stated_vs_comparator": "better"}
    return of(Reoffending(key="1", evidence=(words("Better."),), **values))  # type: ignore[arg-type]


def misrated() -> Store:
    return graph_of(rated(ratings=(("2.2", "Planning", "good"),)))


def misscored(score: int | None = None, overall: str = "outstanding") -> Store:
    standards = load_framework("yos-2018").of_type("Standard")
    report = rated(ratings=tuple((each.notation, each.label, "good") for each in standards))
    given = OverallRating(key="overall", evidence=(words("Overall"),), rating=overall, score=score)
    facts = [given if isinstance(fact, OverallRating) else fact for fact in report.facts]
    return graph_of(replace(report, facts=tuple(facts)))


def two_sources() -> Store:
    other = NAMES.source("f" * 64)
    return with_quads(
        (NAMES.report(SLUG), "prov:wasDerivedFrom", other),
        (other, "yot:fileName", Literal("other.txt")),
    )


def beyond_the_source() -> Store:
    return graph_of(replace(letter(), characters=100))


def chairs() -> Store:
    board = BoardFact(key="board", evidence=(words("The Board"),), label="The Board")
    people = [
        holding(name, name, "Chair of the Board", "The Board", "board") for name in ("Ann", "Bob")
    ]
    return of(board, *people)


def in_two_bodies() -> Store:
    bodies = ((INSPECTORATE, "inspectorate"), ("The National Board", "national-body"))
    return of(*(holding(body, "Ann Lee", "Head", body, kind) for body, kind in bodies))


def rated_twice() -> Store:
    facts = [
        StandardRating(
            key=rating, evidence=(words(rating),), number="2.1", label="A", rating=rating
        )
        for rating in ("good", "inadequate")
    ]
    return graph_of(report_facts(facts=placed([identity(programme="yos-2018"), *facts])))


def proportion(**values: object) -> Store:
    fact = QuantifiedFinding(
        key="1", evidence=(words("9 of 4"),), paragraph="1", type="ratio", phrase="9 of 4", **values
    )  # type: ignore[arg-type]
    return of(fact)


def unknown_theme() -> Store:
    text = "So."
    return of(
        Finding(
            key="1.1",
            evidence=(words(text),),
            section="1",
            paragraph="1.1",
            text=text,
            themes=("gardening",),
        )
    )


def two_labels() -> Store:
    return with_quads((NAMES.report(SLUG), "rdfs:label", Literal("Another title")))


def sourceless_conclusion() -> Store:
    store = graph_of(letter())
    node = NAMES.node("derived", SLUG, "comparison", "x")
    store.add(Quad(node, term("rdf:type"), term("yot:DerivedComparison"), NAMES.derived_graph))
    return store


def reoffending(**values: object) -> Store:
    fact = Reoffending(key="1", evidence=(words("36.0%"),), rate="36.0", **values)  # type: ignore[arg-type]
    return of(fact)


def changed_since(earlier: str) -> Store:
    fact = ChangeStatement(
        key="1", evidence=(words("Better."),), direction="improved", earlier=earlier
    )
    return of(fact)


def other_words_first() -> Store:
    fact = NAMES.fact(SLUG, "finding", "1.1")
    other = NAMES.node("evidence", SLUG, "7-9")
    return with_quads((fact, "yot:mainEvidence", other))


def chaired(*chairs: tuple[str, str, str]) -> Store:
    """Reports of one area, each with its month, its chair and the chair's capacity."""
    return graph_of(
        *(
            report_facts(
                published=published,
                facts=placed(
                    [
                        identity(published=published),
                        BoardFact(key="board", evidence=(words("A Board"),), label="A Board"),
                        holding("1", chair, post, "A Board", "board"),
                    ]
                ),
            )
            for published, chair, post in chairs
        )
    )


def employed(*posts: tuple[str, str, str]) -> Store:
    """Reports of one area, each with its month and the bodies in which Ann Lee has a post."""
    return graph_of(
        *(
            report_facts(
                published=published,
                facts=placed(
                    [
                        identity(published=published),
                        *(
                            holding(body, "Ann Lee", "Director", body, kind)
                            for body in bodies.split(" and ")
                        ),
                    ]
                ),
            )
            for published, bodies, kind in posts
        )
    )


BAD: dict[str, tuple[Callable[[], Store], ...]] = {
    "area-not-in-register": (lambda: graph_of(letter("Westmoor")),),
    "change-since-a-later-date": (
        lambda: changed_since("2016"),
        lambda: changed_since("2015-08"),
        lambda: changed_since("2015-07-02"),
    ),
    "cohort-ends-before-it-starts": (
        lambda: reoffending(cohort_start="2013-03", cohort_end="2012-04"),
    ),
    "fieldwork-ends-before-it-starts": (
        lambda: of(identity(fieldwork_start="2015-06-10", fieldwork_end="2015-06-08")),
        lambda: of(identity(fieldwork_start="2015-06-10", fieldwork_end="2015-05")),
        lambda: of(identity(fieldwork_start="2015-06", fieldwork_end="2014")),
    ),
    "main-evidence-apart-from-evidence": (other_words_first,),
    "overlapping-chairs": (
        lambda: chaired(
            ("2013-05-01", "Ann Lee", "Chair of the Board"),
            ("2014-05-01", "Bob Ray", "Chair of the Board"),
            ("2015-05-01", "Ann Lee", "Chair"),
        ),
    ),
    "person-in-two-bodies-at-one-time": (
        lambda: employed(("2014-05-01", "A Council and B Council", "local-authority")),
        lambda: employed(
            ("2013-05-01", "A Council", "local-authority"),
            ("2014-05-01", "B Council", "local-authority"),
            ("2015-05-01", "A Council", "local-authority"),
        ),
    ),
    "statistic-published-out-of-order": (
        lambda: reoffending(cohort_end="2014-03", published="2014-01"),
        lambda: reoffending(cohort_end="2014-03", published="2013"),
        lambda: reoffending(published="2015-08"),
        lambda: reoffending(cohort_end="2014-03", published="2016-01-30"),
    ),
    "comparison-contradicts-figures": (contradicting,),
    "concept-not-in-vocabulary": (unknown_theme, lambda: of(mention("1", "A", "x", "loud"))),
    "conclusion-without-source": (sourceless_conclusion,),
    "evidence-outside-source": (beyond_the_source,),
    "evidence-without-selector": (lambda: without("oa:exact"), lambda: without("oa:end")),
    "impossible-proportion": (
        lambda: proportion(numerator=9, denominator=4),
        lambda: proportion(low="0.6", high="0.5"),
        lambda: proportion(high="1.1"),
        lambda: proportion(low="-0.1"),
    ),
    "one-slug-two-sources": (two_sources,),
    "person-in-two-national-bodies": (in_two_bodies,),
    "published-before-fieldwork-ended": (
        lambda: of(identity(fieldwork_end="2015-07-02")),
        lambda: of(identity(published="2015-07-01", fieldwork_end="2015-08")),
        lambda: of(identity(published="2015-07-01", fieldwork_start="2016")),
    ),
    "rating-differs-from-percentages": (misrated,),
    "score-differs-from-ratings": (misscored, lambda: misscored(23, "good")),
    "several-labels-in-one-graph": (two_labels,),
    "two-chairs-of-one-board": (chairs,),
    "two-ratings-of-one-standard": (rated_twice,),
}

CHECKS = {check.name: check for check in load_checks()}
CASES = [
    pytest.param(name, make, id=f"{name}-{place}")
    for name, makers in BAD.items()
    for place, make in enumerate(makers, 1)
]


def found(name: str, store: Store) -> list[ValidationResult]:
    return run_checks(store, [CHECKS[name]])


def test_every_check_has_a_bad_example() -> None:
    assert set(BAD) == set(CHECKS)


@pytest.mark.parametrize("name", CHECKS)
def test_good_graphs_pass(name: str) -> None:
    assert found(name, five_report_graph()) == []


@pytest.mark.parametrize(("name", "make"), CASES)
def test_a_bad_graph_fails_with_a_message_to_act_on(name: str, make: Callable[[], Store]) -> None:
    results = found(name, make())
    assert results
    for result in results:
        assert result.severity is CHECKS[name].severity
        assert result.source == CHECKS[name].iri
        assert result.mend
        assert "{" not in result.message
        assert "unknown" not in result.message
        assert result.focus.startswith(NAMES.base)


@pytest.mark.parametrize(
    "store",
    [
        lambda: of(identity(published="2015-07-01", fieldwork_end="2015-07-01")),
        lambda: of(identity(published="2015-07-01", fieldwork_end="2015-07")),
        lambda: of(identity(published="2015-07-01", fieldwork_start="2015")),
    ],
)
def test_fieldwork_in_the_month_of_publication_is_no_mistake(store: Callable[[], Store]) -> None:
    assert found("published-before-fieldwork-ended", store()) == []


def test_a_deputy_chair_is_no_second_chair() -> None:
    board = BoardFact(key="board", evidence=(words("The Board"),), label="The Board")
    people = (
        holding("1", "Ann", "Chair of the Board", "The Board", "board"),
        holding("2", "Bob", "Vice-Chair of the Board", "The Board", "board"),
    )
    assert found("two-chairs-of-one-board", of(board, *people)) == []


@pytest.mark.parametrize(
    ("name", "store"),
    [
        ("change-since-a-later-date", lambda: changed_since("2015")),
        ("change-since-a-later-date", lambda: changed_since("2015-07")),
        ("cohort-ends-before-it-starts", lambda: reoffending(cohort_end="2012-04")),
        (
            "fieldwork-ends-before-it-starts",
            lambda: of(identity(fieldwork_start="2015-06-08", fieldwork_end="2015-06")),
        ),
        (
            "statistic-published-out-of-order",
            lambda: reoffending(cohort_end="2014-03", published="2014"),
        ),
        ("statistic-published-out-of-order", lambda: reoffending(published="2015-07-01")),
    ],
)
def test_dates_in_order_at_their_precision_pass(name: str, store: Callable[[], Store]) -> None:
    assert found(name, store()) == []


def test_a_board_may_change_its_chair_once() -> None:
    store = chaired(
        ("2013-05-01", "Ann Lee", "Chair of the Board"),
        ("2014-05-01", "Ann Lee", "Chair of the Board"),
        ("2015-05-01", "Bob Ray", "Chair of the Board"),
    )
    assert found("overlapping-chairs", store) == []


def test_a_deputy_between_two_reports_of_a_chair_does_not_overlap() -> None:
    store = chaired(
        ("2013-05-01", "Ann Lee", "Chair of the Board"),
        ("2014-05-01", "Bob Ray", "Deputy Chair of the Board"),
        ("2015-05-01", "Ann Lee", "Chair of the Board"),
    )
    assert found("overlapping-chairs", store) == []


def test_a_person_may_move_to_another_body_or_serve_two_of_different_kinds() -> None:
    moved = employed(
        ("2013-05-01", "A Council", "local-authority"),
        ("2014-05-01", "B Council", "local-authority"),
    )
    both = employed(
        ("2013-05-01", "A Council", "local-authority"), ("2013-06-01", "A Police", "police")
    )
    assert found("person-in-two-bodies-at-one-time", moved) == []
    assert found("person-in-two-bodies-at-one-time", both) == []


def test_a_result_says_where_and_on_which_words() -> None:
    (result,) = found("comparison-contradicts-figures", contradicting())
    assert result.report == SLUG
    assert result.quote == "Better."
    assert result.value == "better"
    assert result.message == "the words say better, the figures 36 and 35.7 say worse"


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("#+ check: C\n#+ severity: warning\n#+ message: m", "mend"),
        ("#+ check: C\n#+ severity: bad\n#+ message: m\n#+ mend: m", "no severity 'bad'"),
    ],
)
def test_an_incomplete_header_is_refused(tmp_path: Path, header: str, message: str) -> None:
    (tmp_path / "c.rq").write_text(f"{header}\nSELECT ?focus WHERE {{}}")
    with pytest.raises(VocabularyError, match=message):
        load_checks(tmp_path)


def test_severities_are_those_of_shacl() -> None:
    assert {check.severity for check in CHECKS.values()} == {Severity.VIOLATION, Severity.WARNING}
