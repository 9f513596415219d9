"""Quads of figures: case samples, reoffending, statistics, ratings and key questions.

A store may keep a decimal by its value alone (``36.0`` becomes ``36``). The figure as
printed therefore stands beside each decimal, as plain text.
"""

from __future__ import annotations

from pyoxigraph import NamedNode

from yotgraph.facts import (
    CaseSample,
    KeyQuestionResult,
    OverallRating,
    Reoffending,
    StandardRating,
    Statistic,
)
from yotgraph.knowledge.context import Context, fact_node
from yotgraph.knowledge.literals import date, decimal, integer, string
from yotgraph.knowledge.names import concept
from yotgraph.knowledge.nodes import Node, Term

__all__ = [
    "key_question_nodes",
    "overall_rating_nodes",
    "reoffending_nodes",
    "sample_nodes",
    "standard_rating_nodes",
    "statistic_nodes",
]


def _figure(name: str, figure: str | None) -> tuple[tuple[str, Term | None], ...]:
    """A decimal and, under ``NAMEAsPrinted``, its characters."""
    if figure is None:
        return ()
    return ((name, decimal(figure)), (f"{name}AsPrinted", string(figure)))


def _comparison(notation: str | None) -> NamedNode | None:
    return concept("comparisons", notation) if notation else None


def sample_nodes(context: Context, fact: CaseSample, position: int) -> list[Node]:
    """How many cases were examined."""
    return [
        fact_node(
            context,
            fact,
            position,
            "yot:CaseSample",
            f"Sample of {fact.cases} cases",
            ("yot:caseCount", integer(fact.cases)),
            ("yot:domain", context.domain(fact.domain)),
        )
    ]


def reoffending_nodes(context: Context, fact: Reoffending, position: int) -> list[Node]:
    """The reoffending rate with what it is compared with. Rates in per cent."""
    return [
        fact_node(
            context,
            fact,
            position,
            "yot:ReoffendingResult",
            f"Reoffending rate of {fact.rate} per cent",
            *_figure("yot:rate", fact.rate),
            ("yot:comparator", string(fact.comparator) if fact.comparator else None),
            *_figure("yot:comparatorRate", fact.comparator_rate),
            *_figure("yot:previousRate", fact.previous_rate),
            ("yot:statedVersusComparator", _comparison(fact.stated_vs_comparator)),
            ("yot:statedVersusPrevious", _comparison(fact.stated_vs_previous)),
            ("yot:cohortStart", date(fact.cohort_start) if fact.cohort_start else None),
            ("yot:cohortEnd", date(fact.cohort_end) if fact.cohort_end else None),
            ("yot:statisticPublished", date(fact.published) if fact.published else None),
            ("yot:statisticSource", string(fact.source) if fact.source else None),
        )
    ]


def statistic_nodes(context: Context, fact: Statistic, position: int) -> list[Node]:
    """One figure about a population."""
    about = ", ".join(part for part in (fact.subject, fact.measure, fact.breakdown) if part)
    return [
        fact_node(
            context,
            fact,
            position,
            "yot:Statistic",
            f"{about}: {fact.value} {fact.unit}",
            ("yot:subject", string(fact.subject)),
            ("yot:measure", string(fact.measure)),
            ("yot:breakdown", string(fact.breakdown) if fact.breakdown else None),
            *_figure("yot:value", fact.value),
            ("yot:unit", string(fact.unit)),
            ("yot:period", string(fact.period) if fact.period else None),
            ("yot:statisticSource", string(fact.source) if fact.source else None),
        )
    ]


def overall_rating_nodes(context: Context, fact: OverallRating, position: int) -> list[Node]:
    """The rating of the service as a whole."""
    return [
        fact_node(
            context,
            fact,
            position,
            "yot:OverallRating",
            f"Overall rating: {fact.rating}",
            ("yot:ratingValue", concept("ratings", fact.rating)),
            ("yot:score", None if fact.score is None else integer(fact.score)),
        )
    ]


def standard_rating_nodes(context: Context, fact: StandardRating, position: int) -> list[Node]:
    """The rating of one standard; its standard is known where the framework is."""
    standard = context.standard(fact.number)
    return [
        fact_node(
            context,
            fact,
            position,
            "yot:StandardRating",
            f"Rating of {fact.number} {fact.label}: {fact.rating}",
            ("yot:number", string(fact.number)),
            ("yot:ratingValue", concept(fact.scale, fact.rating)),
            ("yot:standard", standard),
            ("yot:standardName", None if standard else string(fact.label)),
        )
    ]


def key_question_nodes(context: Context, fact: KeyQuestionResult, position: int) -> list[Node]:
    """A key question and the share of cases that met it, in per cent."""
    return [
        fact_node(
            context,
            fact,
            position,
            "yot:KeyQuestionResult",
            f"Key question {fact.number}",
            ("yot:keyQuestion", context.key_question(fact.number)),
            ("yot:questionNumber", string(fact.number)),
            ("yot:questionText", string(fact.question)),
            *_figure("yot:percentYes", fact.percent_yes),
        )
    ]
