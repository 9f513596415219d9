"""The reoffending rate of a letter with everything it is compared with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yotgraph.extraction.comparisons import Previous
from yotgraph.extraction.outline import outline
from yotgraph.extraction.reoffending import Note, note_of, previous_told, reoffending_facts
from yotgraph.extraction.witness import Witness
from yotgraph.facts import Reoffending, Statistic
from yotgraph.reading import Document, Span

Maker = Callable[[str], Document]
NOTE = (
    "\n\n¹ Published January 2016 based on binary reoffending rates after 12 months for the"
    " April 2013 – March 2014 cohort. Source: Ministry of Justice"
)


def read(document: Document) -> tuple[tuple[Reoffending, ...], tuple[Statistic, ...]] | None:
    witness = Witness(document, outline(document, lambda block: None))
    return reoffending_facts(document, witness, "Northmoor", Span(0, len(document.text)))


def only(document: Document) -> Reoffending:
    facts = read(document)
    assert facts is not None
    (fact,) = facts[0]
    return fact


def test_everything_that_the_words_give(document: Maker) -> None:
    fact = only(
        document(
            "The published reoffending rate¹ for Northmoor was 36.2%. This was worse than the"
            f" previous year (35.0%) but better than the England and Wales average of 38.0%.{NOTE}"
        )
    )
    assert (fact.rate, fact.comparator, fact.comparator_rate) == (
        "36.2",
        "England and Wales",
        "38.0",
    )
    assert (fact.stated_vs_comparator, fact.previous_rate, fact.stated_vs_previous) == (
        "better",
        "35.0",
        "worse",
    )
    assert (fact.cohort_start, fact.cohort_end) == ("2013-04", "2014-03")
    assert (fact.published, fact.source) == ("2016-01", "Ministry of Justice")
    assert len(fact.evidence) == 3


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("The reoffending rate for Northmoor was 31.4%.", "31.4"),
        ("At 31.4%, the published reoffending rate for Northmoor was below 39%.", "31.4"),
        ("In all, 31.4% of children and young people in Northmoor went on to reoffend.", "31.4"),
        ("The re-offending rate was 31 per cent.", "31"),
        ("The share of children who reoffend, at 31.5 per cent, had risen.", "31.5"),
        ("The published reoffending rate stood at 31.4 %.", "31.4"),
        ("Reoffending in Northmoor, at 31.4%, was low.", "31.4"),
        ("The reconviction rate was 31.4 percent.", "31.4"),
    ],
)
def test_every_way_to_state_a_rate(document: Maker, text: str, rate: str) -> None:
    fact = only(document(text))
    assert fact.rate == rate
    assert (fact.comparator, fact.previous_rate, fact.published, fact.source) == (None,) * 4


@pytest.mark.parametrize(
    "text",
    [
        "Reoffending was low.",
        "The custody rate was 3%.",
        "Reoffending fell. Of all cases 30% were reviewed.",
        "",
    ],
)
def test_without_a_rate_there_is_nothing(document: Maker, text: str) -> None:
    assert read(document(text or "Nothing.")) is None


def test_the_comparison_may_stand_in_the_next_sentences(document: Maker) -> None:
    fact = only(
        document(
            "The reoffending rate was 31.4%. The team was new. It was better than the England and"
            " Wales average of 36.1%. Planning was good."
        )
    )
    assert (fact.comparator_rate, fact.stated_vs_comparator) == ("36.1", "better")
    assert all("Planning" not in item.quote for item in fact.evidence)


def test_each_comparator_has_its_own_fact(document: Maker) -> None:
    facts = read(
        document(
            "The reoffending rate was 31.4%. This was better than the England and Wales average of"
            " 36.1% but worse than the Wales average of 30.0%."
        )
    )
    assert facts is not None
    assert [(fact.key, fact.comparator, fact.stated_vs_comparator) for fact in facts[0]] == [
        ("1", "England and Wales", "better"),
        ("2", "Wales", "worse"),
    ]


def test_each_figure_is_a_statistic(document: Maker) -> None:
    facts = read(
        document(
            "The reoffending rate¹ was 36.2%. This was worse than the previous year (35.0%) but"
            f" better than the England and Wales average of 38.0%.{NOTE}"
        )
    )
    assert facts is not None
    assert [(item.subject, item.value, item.breakdown, item.period) for item in facts[1]] == [
        ("Northmoor", "36.2", None, "April 2013 – March 2014"),
        ("England and Wales", "38.0", None, "April 2013 – March 2014"),
        ("Northmoor", "35.0", "previous year", None),
    ]
    assert {item.unit for item in facts[1]} == {"per cent"}


def test_percentage_points_are_a_difference(document: Maker) -> None:
    facts = read(
        document(
            "The reoffending rate was 36.2%. This was 2.3 percentage points higher than the England"
            " and Wales average."
        )
    )
    assert facts is not None
    difference = facts[1][-1]
    assert (difference.value, difference.unit) == ("2.3", "percentage points")
    assert difference.breakdown == "difference from average"


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "Published October 2014 based on binary rates for the January 2012-December 2012"
            " cohort. Source: Ministry of Justice",
            ("2014-10", "Ministry of Justice", ("2012-01", "2012-12")),
        ),
        (
            "Published on 28 January 2016 by the Ministry of Justice.",
            ("2016-01-28", "Ministry of Justice", None),
        ),
        ("The cohort was April 2013 to March 2014.", (None, None, ("2013-04", "2014-03"))),
        ("Nothing else is said.", (None, None, None)),
    ],
)
def test_what_a_note_says(
    document: Maker, note: str, expected: tuple[str | None, str | None, tuple[str, str] | None]
) -> None:
    made = document(f"The rate¹ was low.\n\n¹ {note}")
    found = note_of(made, Witness(made, outline(made, lambda block: None)), made.blocks[0].span)
    assert (found.published, found.source, found.cohort) == expected
    assert found.evidence is not None


def test_without_a_note_nothing_is_said(document: Maker) -> None:
    made = document("The rate was low.\n\nNo note follows, but other words do.")
    witness = Witness(made, outline(made, lambda block: None))
    assert note_of(made, witness, made.blocks[0].span) == Note()


def test_a_rate_that_moved_has_the_one_it_moved_from(document: Maker) -> None:
    said = "The reoffending rate has come down from 33.1 per cent in the previous year to 29.4 per cent."
    fact = only(document(said))
    assert (fact.rate, fact.previous_rate, fact.stated_vs_previous) == ("29.4", "33.1", "better")


def test_a_share_that_went_on_to_reoffend_is_the_rate(document: Maker) -> None:
    said = (
        "Of the children in the latest cohort, 27.4 per cent went on to reoffend. That is well under"
        " the 34.2 per cent recorded for Wales."
    )
    fact = only(document(said))
    assert (fact.rate, fact.comparator, fact.comparator_rate) == ("27.4", "Wales", "34.2")


def test_a_rate_that_moved_over_longer_has_no_previous_year(document: Maker) -> None:
    fact = only(document("Reoffending fell from 40% in 2012 to 36% now."))
    assert (fact.rate, fact.previous_rate) == ("36", None)


@pytest.mark.parametrize(
    "text",
    [
        "At 36.4%, the reoffending rate for Northmoor stood below the 39.1% of the year before.",
        "The reoffending rate was 36.4%; a year earlier the figure for Northmoor had been 39.1%.",
    ],
)
def test_the_rate_of_the_year_before(document: Maker, text: str) -> None:
    assert (only(document(text)).rate, only(document(text)).previous_rate) == ("36.4", "39.1")


@pytest.mark.parametrize(
    ("sentence", "previous"),
    [
        ("The local rate in the year before was 31.9 per cent.", Previous("31.9", "better")),
        ("The reoffending rate was 25.2% in the previous year.", Previous("25.2", "worse")),
        ("Reoffending has fallen from 33% to 28.4% in a year.", Previous("33", "better")),
        ("Reoffending has fallen from 33% in 2012 to 28.4%.", None),
        ("Reoffending fell from 33% to 30% in a year.", None),
        ("The custody rate was 31.9 per cent in the year before.", None),
    ],
)
def test_the_year_before_may_stand_far_from_the_rate(
    sentence: str, previous: Previous | None
) -> None:
    assert previous_told(sentence, "28.4") == previous
