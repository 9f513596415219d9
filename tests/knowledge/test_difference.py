"""What changed between two graphs: facts added, removed, or saying something else, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pyoxigraph import Store
from tests.factories import graph_of, letter, rated, words

from yotgraph.facts import Fact, Finding, Recommendation, Reoffending, ReportFacts, StandardRating
from yotgraph.knowledge.difference import Change, ChangeKind, as_words, differences
from yotgraph.knowledge.names import Names
from yotgraph.knowledge.store import open_store

SLUG = "northmoor-2015-07"
NAMES = Names()


def changed(
    report: ReportFacts, kind: type[Fact], change: Callable[[Fact], Fact | None]
) -> ReportFacts:
    """The report with each fact of one class as ``change`` makes it; left out for ``None``."""
    made = (change(fact) if isinstance(fact, kind) else fact for fact in report.facts)
    return replace(report, facts=tuple(fact for fact in made if fact is not None))


def between(old: ReportFacts, new: ReportFacts) -> list[Change]:
    return differences(graph_of(old), graph_of(new))


def test_the_same_facts_are_no_change() -> None:
    assert between(letter(), letter()) == []
    assert as_words([]) == "the two graphs state the same facts"


def test_words_that_stand_elsewhere_are_no_change() -> None:
    def moved(fact: Fact) -> Fact:
        evidence = tuple(
            replace(each, start=each.start + 7, end=each.end + 7) for each in fact.evidence
        )
        return replace(fact, evidence=evidence)

    assert between(letter(), changed(letter(), Fact, moved)) == []


def test_the_order_of_facts_is_no_change() -> None:
    report = letter()
    assert between(report, replace(report, facts=tuple(reversed(report.facts)))) == []


def test_what_was_not_read_is_no_fact() -> None:
    assert between(letter(), replace(letter(), coverage=())) == []


def test_a_fact_that_says_something_else_is_told_with_both() -> None:
    new = changed(
        letter(),
        Finding,
        lambda fact: (
            replace(fact, stance="mixed", themes=("planning", "staffing"))
            if fact.key == "1.2"
            else fact
        ),
    )
    (change,) = between(letter(), new)
    assert change == Change(
        report=SLUG,
        kind=ChangeKind.CHANGED,
        label=f"Finding 1.2 ({SLUG})",
        iri=NAMES.fact(SLUG, "finding", "1.2").value,
        details=("stance: concern → mixed", "theme: planning → planning; staffing"),
    )


def test_a_value_that_comes_or_goes_is_told_as_nothing() -> None:
    new = changed(letter(), Finding, lambda fact: replace(fact, stance=None))
    assert {each.details for each in between(letter(), new)} == {
        ("stance: concern → nothing",),
        ("stance: strength → nothing",),
    }
    assert {each.details for each in between(new, letter())} == {
        ("stance: nothing → concern",),
        ("stance: nothing → strength",),
    }


def test_a_fact_that_is_gone_or_new_is_told_in_full() -> None:
    report = rated()
    without = changed(report, Recommendation, lambda fact: None)
    (removed,) = between(report, without)
    assert removed.kind is ChangeKind.REMOVED
    assert removed.label == f"Recommendation 1 ({report.slug})"
    (added,) = between(without, report)
    assert added.kind is ChangeKind.ADDED
    assert removed.details == added.details
    assert added.details == (
        "addressee: The board",
        "number: 1",
        "text: review plans.",
        "theme: planning",
    )


def test_what_follows_from_a_changed_fact_is_told_with_it() -> None:
    new = changed(letter(), Reoffending, lambda fact: replace(fact, rate="30.0"))
    (change,) = between(letter(), new)
    assert "rate: 36.0 → 30.0" in change.details or "rate: 36 → 30" in change.details
    assert "against the comparator: worse → better" in change.details


def test_a_rating_that_changes_is_told_by_the_names_of_its_levels() -> None:
    new = changed(
        rated(),
        StandardRating,
        lambda fact: replace(fact, rating="outstanding") if fact.key == "1.1" else fact,
    )
    (change,) = between(rated(), new)
    assert change.details == ("rating value: Good → Outstanding",)


def test_the_report_itself_is_compared_too() -> None:
    (change,) = between(letter(), replace(letter(), pages=12))
    assert change.iri == NAMES.report(SLUG).value
    assert change.details == ("bibo:numPages: nothing → 12",)


def test_a_whole_report_that_comes_is_told_fact_by_fact() -> None:
    changes = differences(graph_of(letter()), graph_of(letter(), rated()))
    assert {change.report for change in changes} == {rated().slug}
    assert {change.kind for change in changes} == {ChangeKind.ADDED}
    iris = {change.iri for change in changes}
    assert NAMES.report(rated().slug).value in iris
    assert NAMES.fact(rated().slug, "rating", "overall").value in iris
    gone = differences(graph_of(letter(), rated()), graph_of(letter()))
    assert {change.iri for change in gone} == iris
    assert {change.kind for change in gone} == {ChangeKind.REMOVED}


def test_two_empty_graphs_are_the_same() -> None:
    assert differences(Store(), open_store([])) == []


@pytest.mark.parametrize("backwards", [False, True])
def test_changes_come_in_one_order_whatever_that_of_the_facts(backwards: bool) -> None:
    old, new = letter(), changed(letter(), Finding, lambda fact: replace(fact, stance=None))
    if backwards:
        new = replace(new, facts=tuple(reversed(new.facts)))
    changes = between(old, new)
    assert changes == sorted(changes)
    assert [change.label for change in changes] == [
        f"Finding 1.1 ({SLUG})",
        f"Finding 1.2 ({SLUG})",
    ]


def test_as_words_groups_by_report() -> None:
    text = as_words(
        [
            Change("a-2015-01", ChangeKind.ADDED, "Finding 1", "urn:1", ("text: So.",)),
            Change("a-2015-01", ChangeKind.REMOVED, "Finding 2", "urn:2"),
            Change("b-2016-01", ChangeKind.CHANGED, "Finding 3", "urn:3", ("stance: a → b",)),
        ]
    )
    assert text == (
        "a-2015-01: 1 added, 1 removed\n"
        "  added: Finding 1\n"
        "    text: So.\n"
        "  removed: Finding 2\n"
        "\n"
        "b-2016-01: 1 changed\n"
        "  changed: Finding 3\n"
        "    stance: a → b"
    )


def test_a_quotation_that_reads_otherwise_changes_no_fact() -> None:
    new = changed(
        letter(), Finding, lambda fact: replace(fact, evidence=(words("Other words.", 800_000),))
    )
    assert [each for each in between(letter(), new) if "/finding/" in each.iri] == []
