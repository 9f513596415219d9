"""Where the single values of a row stand in the reports, where the row sums up several facts.

The words of a row's own fact are the place of the row. A date of a report has words of its own, a
rate or a rating beside it is a fact of its own, and a count leads to the sentences that it counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import quote

from yotgraph.publishing.site.catalogue import Catalogue, evidence_path
from yotgraph.publishing.site.rows import AskedRow

__all__ = ["NO_WORDS", "Places", "Words", "rows_of"]

_DATED_BY = {
    "published": "published_words",
    "fieldwork_start": "fieldwork_words",
    "fieldwork_end": "fieldwork_words",
}
_Rows = Mapping[str, Iterable[AskedRow]]
Words = Mapping[str, Sequence[tuple[str, str]]]
"""For a fact the stretches of words that it rests on, each with its place."""

NO_WORDS: Words = MappingProxyType({})
"""Where no fact is looked into."""


@lru_cache(maxsize=4096)
def rows_of(path: str, words: str) -> str:
    """The page of a thing with its tables filtered by words.

    >>> rows_of("theme/planning.html", "Anytown YOT"), rows_of("", "Anytown YOT")
    ('theme/planning.html#rows=Anytown%20YOT', '')
    """
    return f"{path}#rows={quote(words)}" if path else ""


class Places:
    """The places of values, by what the answers to other questions know of them."""

    def __init__(self, catalogue: Catalogue, rows: _Rows, words: Words = NO_WORDS) -> None:
        self._words = words
        self._catalogue = catalogue
        self._documents = {row["report"]: row for row in catalogue.documents}
        self._samples = _first(rows.get("case-samples", ()))
        self._rates = _first(rows.get("reoffending", ()))
        ratings = rows.get("ratings", ())
        self._overall = _first(row for row in ratings if row["standard"] == "Overall")
        self._posts = {
            (row["person"], row["report"], row["capacity"]): row.place
            for row in rows.get("posts", ())
        }
        self._named = {(person, report): self._posts[person, report, capacity]
                       for person, report, capacity in reversed(self._posts)}  # fmt: skip

    def has(self, question: str, column: str) -> bool:
        """Whether the values of a column may have places of their own."""
        return (question, column) in _WAYS or ("", column) in _WAYS

    def of(self, question: str, column: str, row: AskedRow, part: str = "") -> str:
        """The place of a value, or of a part of it; empty where the row's place says it all."""
        way = _WAYS.get((question, column)) or _WAYS.get(("", column))
        return way(self, column, row, part) if way else ""

    def among(self, column: str, row: AskedRow, _: str = "") -> str:
        """Those of a fact's words that print a value; the year of a date is enough."""
        value = row[column].partition("-")[0]
        for text, place in self._words.get(row.fact, ()):
            if re.search(rf"(?<![\d.]){re.escape(value)}(?![\d])", text):
                return place
        return row.place

    def compared(self, column: str, row: AskedRow, _: str = "") -> str:
        """Where a comparison is printed: with the rate that is compared with."""
        other = "comparator_rate" if "comparator" in column else "previous_rate"
        return self.among(other, row) if row[other] else row.place

    def copied(self, row: AskedRow) -> str:
        """Where a report says that it is sent to the first of a row's people."""
        person = row["people"].partition("; ")[0]
        return self._posts.get((person, row["report"], "copied"), "")

    def date(self, column: str, row: AskedRow, _: str = "") -> str:
        """Where a report prints a date of its own or of its inspection."""
        words = self._documents[row["report"]][_DATED_BY[column]]
        return evidence_path(words, self._catalogue.base) if words else ""

    def sample(self, column: str, row: AskedRow, _: str = "") -> str:
        """Where a report tells of its cases."""
        return self._samples.get(row["report"], "")

    def rate(self, column: str, row: AskedRow, _: str = "") -> str:
        """Where a report tells the rate of reoffending."""
        return self._rates.get(row["report"], "")

    def overall(self, column: str, row: AskedRow, _: str = "") -> str:
        """Where a report rates the service as a whole."""
        return self._overall.get(row["report"], "")

    def points(self, column: str, row: AskedRow, _: str = "") -> str:
        """The table of a report's strengths or areas for improvement, where it has any."""
        name = "strengths" if column == "strengths" else "areas-for-improvement"
        report = self._catalogue.find("report", row["report"])
        return f"{report.path}#{name}" if report and row[column] not in ("", "0") else ""

    def partner(self, column: str, row: AskedRow, _: str = "") -> str:
        """What is said of a partner, of that service alone where the row is about one."""
        found = self._catalogue.find("partner", row["agency"], row.values.get("report", ""))
        path = found.path if found and row[column] != "0" else ""
        return rows_of(path, row["service"]) if "service" in row.values else path

    def theme(self, column: str, row: AskedRow, part: str = "") -> str:
        """What is said of a theme: as a strength or to be improved, or of one service."""
        found = self._catalogue.find("theme", row["theme"])
        path = found.path if found else ""
        if column in ("strength_in", "improvement_in"):
            return rows_of(path, part)
        part = "good" if "strength" in column else "improve"
        return f"{path}#{part}" if path and row[column] != "0" else ""

    def post(self, column: str, row: AskedRow, part: str = "") -> str:
        """Where a report names somebody."""
        return self._named.get((row["person"], part), "")


def _first(rows: Iterable[AskedRow]) -> Mapping[str, str]:
    """For each report the place of its first row."""
    found: dict[str, str] = {}
    for row in rows:
        found.setdefault(row["report"], row.place)
    return found


_Way = Callable[[Places, str, AskedRow, str], str]
_WAYS: Mapping[tuple[str, str], _Way] = MappingProxyType(
    {
        **{("", column): Places.date for column in _DATED_BY},
        ("reports", "cases"): Places.sample,
        **{
            ("reoffending", name): Places.among
            for name in (
                "rate",
                "comparator_rate",
                "previous_rate",
                "cohort_start",
                "cohort_end",
                "stat_published",
            )
        },
        **{
            ("reoffending", name): Places.compared
            for name in ("comparator", "vs_comparator", "vs_previous")
        },
        ("service-history", "overall_rating"): Places.overall,
        ("service-history", "score"): Places.overall,
        ("service-history", "reoffending_rate"): Places.rate,
        ("service-history", "strengths"): Places.points,
        ("service-history", "improvements"): Places.points,
        **{
            ("partner-links", name): Places.partner
            for name in ("mentions", "strengths", "concerns")
        },
        **{("agencies-across-reports", name): Places.partner for name in ("strengths", "concerns")},
        **{
            ("recurring-themes", name): Places.theme
            for name in ("reports_improvement", "reports_strength", "services_improvement")
        },
        **{("mixed-themes", name): Places.theme for name in ("strength_in", "improvement_in")},
        ("people-across-reports", "reports"): Places.post,
        ("people-who-moved", "earlier_report"): Places.post,
        ("people-who-moved", "later_report"): Places.post,
    }
)
