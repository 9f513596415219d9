"""Quads of what a report found: findings, listed points, recommendations, examples, words."""

from __future__ import annotations

from yotgraph.facts import (
    ChangeStatement,
    Citation,
    Finding,
    GlossaryEntry,
    ListedPoint,
    PracticeExample,
    QuantifiedFinding,
    Recommendation,
    Strength,
)
from yotgraph.knowledge.context import Context, fact_node, themes
from yotgraph.knowledge.literals import date, decimal, integer, string
from yotgraph.knowledge.names import concept
from yotgraph.knowledge.nodes import Node

__all__ = [
    "change_nodes",
    "citation_nodes",
    "example_nodes",
    "finding_nodes",
    "glossary_nodes",
    "point_nodes",
    "quantified_nodes",
    "recommendation_nodes",
]


def finding_nodes(context: Context, fact: Finding, position: int) -> list[Node]:
    """A numbered paragraph, a standard's paragraph or a key-finding bullet."""
    return [
        fact_node(
            context,
            fact,
            position,
            "yot:Finding",
            f"Finding {fact.paragraph}",
            ("yot:section", string(fact.section)),
            ("yot:paragraph", string(fact.paragraph)),
            ("yot:text", string(fact.text)),
            ("yot:domain", context.domain(fact.domain)),
            ("yot:stance", concept("stances", fact.stance) if fact.stance else None),
            ("yot:theme", themes(fact.themes)),
        )
    ]


def point_nodes(context: Context, fact: ListedPoint, position: int) -> list[Node]:
    """An item of a printed list of strengths or areas for improvement."""
    strength = isinstance(fact, Strength)
    return [
        fact_node(
            context,
            fact,
            position,
            "yot:Strength" if strength else "yot:AreaForImprovement",
            f"{'Strength' if strength else 'Area for improvement'} {fact.key}",
            ("yot:text", string(fact.text)),
            ("yot:domain", context.domain(fact.domain)),
            ("yot:theme", themes(fact.themes)),
        )
    ]


def recommendation_nodes(context: Context, fact: Recommendation, position: int) -> list[Node]:
    """What whom is recommended to do."""
    return [
        fact_node(
            context,
            fact,
            position,
            "yot:Recommendation",
            f"Recommendation {fact.number}",
            ("yot:number", string(fact.number)),
            ("yot:addressee", string(fact.addressee) if fact.addressee else None),
            ("yot:text", string(fact.text)),
            ("yot:theme", themes(fact.themes)),
        )
    ]


def example_nodes(context: Context, fact: PracticeExample, position: int) -> list[Node]:
    """What is told about one case; its label holds none of its words, so no name of a child."""
    return [
        fact_node(
            context,
            fact,
            position,
            "yot:PracticeExample",
            f"Practice example {fact.key}",
            ("yot:paragraph", string(fact.paragraph)),
            ("yot:text", string(fact.text)),
            ("yot:stance", concept("stances", fact.stance) if fact.stance else None),
        )
    ]


def quantified_nodes(context: Context, fact: QuantifiedFinding, position: int) -> list[Node]:
    """A counted statement with the bounds of its proportion."""
    return [
        fact_node(
            context,
            fact,
            position,
            "yot:QuantifiedFinding",
            f"Count {fact.key}",
            ("yot:paragraph", string(fact.paragraph)),
            ("yot:quantityType", string(fact.type)),
            ("yot:phrase", string(fact.phrase)),
            ("yot:numerator", None if fact.numerator is None else integer(fact.numerator)),
            ("yot:denominator", None if fact.denominator is None else integer(fact.denominator)),
            ("yot:low", None if fact.low is None else decimal(fact.low)),
            ("yot:high", None if fact.high is None else decimal(fact.high)),
        )
    ]


def change_nodes(context: Context, fact: ChangeStatement, position: int) -> list[Node]:
    """What is said about change since an earlier inspection or year."""
    return [
        fact_node(
            context,
            fact,
            position,
            "yot:ChangeStatement",
            f"Change {fact.key}: {fact.direction}",
            ("yot:direction", concept("directions", fact.direction)),
            ("yot:earlier", date(fact.earlier) if fact.earlier else None),
        )
    ]


def citation_nodes(context: Context, fact: Citation, position: int) -> list[Node]:
    """A law, standard, report or data set that is cited."""
    return [
        fact_node(
            context,
            fact,
            position,
            "yot:Citation",
            f"Citation of {fact.cited}",
            ("yot:cited", string(fact.cited)),
            ("yot:citationType", concept("citation-types", fact.type)),
            ("yot:publisherName", string(fact.publisher) if fact.publisher else None),
            ("dcterms:date", date(fact.date) if fact.date else None),
        )
    ]


def glossary_nodes(context: Context, fact: GlossaryEntry, position: int) -> list[Node]:
    """A term and the definition that the report gives it."""
    return [
        fact_node(
            context,
            fact,
            position,
            "yot:GlossaryEntry",
            f"Definition of {fact.term}",
            ("yot:term", string(fact.term)),
            ("yot:definition", string(fact.definition)),
        )
    ]
