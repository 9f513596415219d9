"""What the columns of answers hold, so that their cells lead to pages and look like it."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["DATES", "FACTS", "LEADS", "MANY", "STYLED"]

FACTS: Mapping[str, str] = {
    "areas-for-improvement": "point",
    "board-membership": "seat",
    "boards": "body",
    "case-samples": "sample",
    "findings": "finding",
    "glossary": "entry",
    "inspectors": "document",
    "key-questions": "answer",
    "learn-from": "strength",
    "multi-agency-arrangements": "mention",
    "partner-evidence": "mention",
    "partner-links": "link",
    "posts": "holding",
    "practice-examples": "example",
    "publication-lag": "document",
    "quantified-findings": "counted",
    "rating-check": "award",
    "ratings": "award",
    "recommendations": "recommendation",
    "reoffending": "result",
    "reports": "document",
    "service-history": "document",
    "since-last-inspection": "change",
    "sources-cited": "citation",
    "specialist-roles": "mention",
    "statistics": "figure",
    "statutory-partners": "shown",
    "strengths": "point",
    "weakest-questions": "answer",
}
"""The variable that holds the fact of a row, by question; a question that sums up has none."""

LEADS: Mapping[str, str] = {
    "agency": "partner",
    "agencies": "partner",
    "arrangement": "partner",
    "chair": "person",
    "earlier_report": "report",
    "inspector": "person",
    "later_report": "report",
    "lead_inspector": "person",
    "learn_from": "service",
    "people": "person",
    "person": "person",
    "programme": "framework",
    "report": "report",
    "reports": "report",
    "role": "partner",
    "service": "service",
    "service_a": "service",
    "service_b": "service",
    "services": "service",
    "improvement_in": "service",
    "strength_in": "service",
    "theme": "theme",
    "themes": "theme",
}
"""What the cells of a column name, where that has pages: a kind of the catalogue."""

MANY = frozenset(
    {
        "agencies",
        "improvement_in",
        "lead_inspector",
        "people",
        "reports",
        "services",
        "strength_in",
        "themes",
    }
)
"""Columns whose cells name several things, joined by semicolons."""

STYLED = frozenset(
    {
        "direction",
        "implied_rating",
        "overall_rating",
        "rating",
        "stance",
        "stated_rating",
        "status",
        "vs_comparator",
        "vs_previous",
    }
)
"""Columns whose words are told apart by their looks too."""

DATES = frozenset(
    {
        "cohort_end",
        "cohort_start",
        "date",
        "fieldwork_end",
        "fieldwork_start",
        "published",
        "stat_published",
    }
)
"""Columns of dates, which are not to be broken."""
