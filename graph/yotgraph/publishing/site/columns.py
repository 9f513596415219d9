"""What the columns of answers hold, so that their cells lead to pages and look like it."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["DATES", "LEADS", "MANY", "STYLED"]

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
