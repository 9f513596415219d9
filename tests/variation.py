"""Reports varied by program: the same report, told of another place.

A :class:`Retelling` tells the same report of another place: it changes every area, name, date
and figure of a text, and it changes facts in the same way, so that what is read from the new
text can be held against what was read from the old one. :func:`as_set` reduces facts to what
no layout (:mod:`tests.layouts`) may change. Nothing here calls the program under test.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cache
from pathlib import Path

from yotgraph.facts import Fact, ReportFacts, Statistic

__all__ = [
    "AREAS",
    "Retelling",
    "as_set",
    "as_told",
    "printed_people",
    "report_area",
    "retelling",
]

ROOT = Path(__file__).parents[1]
ANSWERS = ROOT / "tests" / "golden" / "answers"

AREAS = (
    "Kettlewick",
    "Hallam and Wexcombe",
    "Marsh & Fenby",
    "Wexcombe upon Tarn",
    "Isle of Thorney",
    "Hallam-on-Tarn",
    "Fenby with Darrow",
    "Ynys Wen",
)
_FORENAMES = (
    "Orla",
    "Idris",
    "Mary Ann",
    "Tomos",
    "Kit",
    "Anne-Marie",
    "Zofia",
    "Siân",
    "Ravi",
    "J. P.",
)
_SURNAMES = (
    "Thornbury",
    "O'Dowell",
    "Ap Gwilym",
    "McTavish",
    "van der Hoek",
    "Kettle-Smith",
    "Brandt",
    "Okonkwo",
    "D’Arcy",
    "Wu",
    "St John",
)
_CHILDREN = {"Melanie": "Rosamund", "Jennifer": "Clementine"}
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MONTH = "|".join(_MONTHS)
_FULL_DATE = re.compile(
    r"(?:(?P<first>\d{1,2})(?P<first_th>st|nd|rd|th)?(?P<joint>\s?[-–]\s?| and (?:\w+day )?))?"
    rf"\b(?P<day>\d{{1,2}})(?P<th>st|nd|rd|th)? (?P<month>{_MONTH}) (?P<year>(?:19|20)\d\d)\b"
)
_MONTH_DATE = re.compile(rf"\b(?P<month>{_MONTH}) (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d,.])(?:19|20)\d\d(?!\d|[,.]\d)")
_PER_CENT = re.compile(r"(?<![\d.,-])\d{1,3}(?:\.\d+)?(?=\s?(?:%|per cent\b))")
_THOUSANDS = re.compile(r"(?<!per )\b\d{1,3}(?:,\d{3})+\b")
_COUNT = re.compile(
    r"\b\d{1,2}\b(?= of (?:the )?\d{1,2}\b"
    r"| (?:post-court |relevant |individual )?(?:cases?|case managers)\b| out-of-court disposals\b)"
)
_LONE = re.compile(r"^\d{3}$", re.MULTILINE)
_LONE_IN_TEXT = re.compile(r"(?<![\d.,])\d{3}(?![\d%]|[.,]\d)")
# What is changed stands as one sign for private use until the end, so that it is not changed twice.
_FIRST_SIGN = 0xE000
_SIGN = re.compile("[\ue000-\uf8ff]")
_DATES = frozenset(
    (
        "published",
        "fieldwork_start",
        "fieldwork_end",
        "cohort_start",
        "cohort_end",
        "date",
        "earlier",
    )
)
_RATES = frozenset(("rate", "comparator_rate", "previous_rate", "percent_yes"))
_BOUNDS = frozenset(("numerator", "denominator", "low", "high"))
_STANCES = frozenset(("stance", "stances"))
_NOTATIONS = frozenset(("key", "programme", "capacity", "organisation_type", "type"))


@dataclass(frozen=True, slots=True)
class Retelling:
    """What is put in place of what. ``names`` maps areas and people, ``lone`` figures that stand
    alone on a line; dates move by ``months`` and ``days``, per cents, counts and totals up."""

    names: Mapping[str, str]
    lone: Mapping[str, str]
    months: int
    days: int = 3

    def text(self, text: str) -> str:
        """The text, told of the other place."""
        kept: list[str] = []

        def keep(new: str) -> str:
            kept.append(new)
            return chr(_FIRST_SIGN + len(kept) - 1)

        text = _words(tuple(self.names)).sub(lambda m: keep(self._name(m[0])), text)
        text = _FULL_DATE.sub(lambda m: keep(self._full_date(m)), text)
        text = _MONTH_DATE.sub(lambda m: keep(self._month_date(m)), text)
        text = _YEAR.sub(lambda m: keep(str(int(m[0]) + self.months // 12)), text)
        text = _PER_CENT.sub(lambda m: keep(_more(m[0])), text)
        text = _THOUSANDS.sub(lambda m: keep(f"{int(m[0].replace(',', '')) + 1234:,}"), text)
        text = _COUNT.sub(lambda m: keep(str(int(m[0]) + 7)), text)
        text = _LONE_IN_TEXT.sub(lambda m: keep(self.lone.get(m[0], m[0])), text)
        return _SIGN.sub(lambda m: kept[ord(m[0]) - _FIRST_SIGN], text)

    def _name(self, old: str) -> str:
        """The new name, broken over lines where the old one was."""
        new = self.names[" ".join(old.split())]
        broken = next((gap for gap in re.findall(r"\s+", old) if "\n" in gap), " ")
        head, gap, tail = new.rpartition(" ")
        return f"{head}{broken}{tail}" if gap else new

    def _shifted(self, year: int, month: int) -> tuple[int, int]:
        count = year * 12 + month - 1 + self.months
        return count // 12, count % 12 + 1

    def _full_date(self, match: re.Match[str]) -> str:
        year, month = self._shifted(int(match["year"]), _MONTHS.index(match["month"]) + 1)
        first = ""
        if match["first"]:
            first = self._day(match["first"], match["first_th"]) + match["joint"]
        return f"{first}{self._day(match['day'], match['th'])} {_MONTHS[month - 1]} {year}"

    def _day(self, day: str, ordinal: str | None) -> str:
        number = int(day) + self.days
        assert number <= 28, "choose a shift that every month has"
        ending = (
            "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        )
        return f"{number:0{len(day)}d}{ending if ordinal else ''}"

    def _month_date(self, match: re.Match[str]) -> str:
        year, month = self._shifted(int(match["year"]), _MONTHS.index(match["month"].title()) + 1)
        word = _MONTHS[month - 1]
        return f"{word.upper() if match['month'].isupper() else word} {year}"

    def iso(self, date: str) -> str:
        """An ISO date, moved."""
        if len(date) == len("2015"):
            return str(int(date) + self.months // 12)
        year, month = self._shifted(int(date[:4]), int(date[5:7]))
        day = f"-{int(date[8:]) + self.days:02d}" if len(date) > len("2015-07") else ""
        return f"{year}-{month:02d}{day}"

    def value(self, name: str, value: object, fact: Fact) -> object:
        """The value of one field of a fact, told of the other place."""
        if isinstance(value, tuple):
            return tuple(self.value(name, item, fact) for item in value)
        if name == "cases" and isinstance(value, int):
            return value + 7
        if not isinstance(value, str) or name in _NOTATIONS:
            return value
        if name in _DATES:
            return self.iso(value)
        if name in _RATES:
            return _more(value)
        if name == "value" and isinstance(fact, Statistic):
            return self._figure(value, fact.unit)
        return self.text(value)

    def _figure(self, value: str, unit: str) -> str:
        if unit == "per cent":
            return _more(value)
        if unit == "people":
            return str(int(value) + 1234)
        return self.lone.get(value, value)


@cache
def _words(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the names as whole words, the longest first, over line ends too."""
    longest = sorted(names, key=len, reverse=True)
    joined = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest)
    return re.compile(rf"(?<!\w)(?:{joined})(?![A-Za-z])")


def _more(per_cent: str) -> str:
    """A per cent, some points higher: what was higher than another stays higher."""
    return str(Decimal(per_cent) + (Decimal("3.2") if "." in per_cent else 3))


def printed_people() -> tuple[str, ...]:
    """Everybody whom the five reports name, as read by hand, sorted."""
    found: set[str] = set()
    for path in sorted(ANSWERS.glob("*/posts.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found.update(row["person"] for row in csv.DictReader(file))
    assert found
    return tuple(sorted(found))


def report_area(slug: str) -> str:
    """The area of one of the five reports, as read by hand."""
    with (ANSWERS / slug / "reports.csv").open(encoding="utf-8", newline="") as file:
        service = next(csv.DictReader(file))["service"]
    return service.rpartition(" ")[0]


def retelling(source: str, slug: str, seed: int) -> Retelling:
    """A retelling of one report: the same for the same seed."""
    area = AREAS[seed % len(AREAS)]
    names = [f"{fore} {sur}" for fore in _FORENAMES for sur in _SURNAMES]
    step = 7  # No divisor of the number of names, so that nobody shares one.
    people = {
        old: names[(place * step + seed * 5) % len(names)]
        for place, old in enumerate(printed_people())
    }
    assert len(set(people.values())) == len(people)
    lone = {figure: str(int(figure) + 27) for figure in sorted(set(_LONE.findall(source)))}
    return Retelling({report_area(slug): area} | people | _CHILDREN, lone, months=13 + seed)


def as_told(report: ReportFacts, told: Retelling | None = None) -> list[tuple[object, ...]]:
    """The facts of a report as plain values, told of the other place if there is one.

    Offsets and the words around quotations are left out, as are the bounds of proportions and
    the stance of statements with figures, which other figures change.
    """
    return [_plain(fact, told) for fact in report.facts]


def _plain(fact: Fact, told: Retelling | None) -> tuple[object, ...]:
    values: list[object] = [fact.kind]
    has_figures = any(sign.isdigit() for item in fact.evidence for sign in item.quote)
    for field in fields(fact):
        value = getattr(fact, field.name)
        if field.name == "evidence":
            value = tuple((item.quote, item.section, item.paragraph, item.page) for item in value)
        elif field.name in _BOUNDS or (has_figures and field.name in _STANCES):
            continue
        elif field.name.endswith("_evidence"):
            # One of those of ``evidence``, which tells the same.
            continue
        values.append((field.name, told.value(field.name, value, fact) if told else value))
    return tuple(values)


# Facts whose quotations are whole paragraphs or items; those of others show their table or list.
_PROSE = frozenset(
    ("finding", "strength", "area-for-improvement", "recommendation", "practice-example")
)
_FOLDS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def as_set(report: ReportFacts) -> list[tuple[object, ...]]:
    """What no layout may change: the facts without pages, folded and sorted.

    White space, capitals and the forms of quotation marks and dashes do not count. Citations
    have no place: a footnote may stand at the foot of the page or at the end.
    """
    facts = [tuple(map(_folded, _unplaced(fact))) for fact in as_told(report)]
    return sorted(facts, key=str)


def _unplaced(fact: tuple[object, ...]) -> tuple[object, ...]:
    kind, *values = fact
    kept: list[object] = [kind]
    for value in values:
        assert isinstance(value, tuple)
        name, content = value
        if kind == "citation" and name in ("key", "evidence"):
            continue
        if name == "evidence":
            content = tuple(item[:3] for item in content) if kind in _PROSE else ()
        kept.append((name, content))
    return tuple(kept)


def _folded(value: object) -> object:
    if isinstance(value, str):
        return " ".join(value.translate(_FOLDS).casefold().split())
    return tuple(map(_folded, value)) if isinstance(value, tuple) else value
