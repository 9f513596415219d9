"""Dates as reports print them -> ISO 8601 at the precision given.

>>> find_dates("conducted between Monday 20th and Wednesday 22nd October 2014")[0].iso
'2014-10-20'
>>> date_range("from 30 November - 2 December 2015")
('2015-11-30', '2015-12-02')
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

__all__ = ["PrintedDate", "date_range", "find_dates", "first_date", "month_range"]

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH_NUMBERS = {
    **{name[:3]: number for number, name in enumerate(_MONTHS, 1)},
    **{name: number for number, name in enumerate(_MONTHS, 1)},
    "sept": 9,
}
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
_DAY = r"(?:the\s+)?(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th))?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_JOINT = r"\s*(?:-|–|—|to|and|until|till|through|&|,)\s*"
_DATE = re.compile(
    rf"(?<![\w.])(?:"
    rf"{_WEEKDAY}{_DAY}\s*(?:of\s+)?(?P<month>{_MONTH})\.?,?\s*{_YEAR}"
    rf"|(?P<slash_day>\d{{1,2}})/(?P<slash_month>\d{{1,2}})/(?P<slash_year>(?:19|20)\d{{2}})"
    rf"|(?P<us_month>{_MONTH})\.?\s+(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?,\s*(?P<us_year>(?:19|20)\d{{2}})"
    rf"|(?:(?:mid|early|late)[- ])?(?P<only_month>{_MONTH})\.?,?\s*(?P<month_year>(?:19|20)\d{{2}})"
    rf"|(?P<only_year>(?:19|20)\d{{2}})"
    rf")(?![\w%])",
    re.IGNORECASE,
)
# What may stand before a full date and share its month or year: "15th – 17th December 2014".
_BEFORE = re.compile(
    rf"(?<![\w./]){_WEEKDAY}(?:the\s+)?(?P<day>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?"
    rf"(?:\s*(?:of\s+)?(?P<month>{_MONTH}))?{_JOINT}$",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(rf"(?<!\w)(?P<month>{_MONTH}){_JOINT}$", re.IGNORECASE)
_REACH = 45


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date and where it stands in the text that was searched."""

    iso: str
    start: int
    end: int

    @property
    def is_day(self) -> bool:
        """Whether it names a day."""
        return len(self.iso) == len("2015-07-01")


def find_dates(text: str) -> tuple[PrintedDate, ...]:
    """Every date in a text, in order, those that lack month or year completed from the next.

    >>> [found.iso for found in find_dates("on 08-10 June 2015, and in mid-2016")]
    ['2015-06-08', '2015-06-10', '2016']
    >>> find_dates("31/02/2015 and 12 of the 14 cases")
    ()
    """
    found: list[PrintedDate] = []
    for match in _DATE.finditer(text):
        iso = _iso(match)
        if iso is None:
            continue
        printed = PrintedDate(iso, match.start(), match.end())
        found.extend(_shared(text, printed))
        found.append(printed)
    return tuple(sorted(set(found), key=lambda item: (item.start, item.end)))


def first_date(text: str) -> str | None:
    """The first date of a text, or nothing."""
    return next((found.iso for found in find_dates(text)), None)


def date_range(text: str) -> tuple[str | None, str | None]:
    """The earliest and the latest date of a text; days count before months and years.

    One date alone is a start without an end, unless it is a day: then it is both.

    >>> date_range("Fieldwork started: September 2018")
    ('2018-09', None)
    >>> date_range("from 3 to 5 March and 17 to 19 March 2014")
    ('2014-03-03', '2014-03-19')
    """
    dates = find_dates(text)
    days = [found.iso for found in dates if found.is_day]
    if days:
        return min(days), max(days)
    months = sorted({found.iso for found in dates if len(found.iso) == len("2015-07")})
    if months:
        return months[0], (months[-1] if len(months) > 1 else None)
    return None, None


def month_range(text: str) -> tuple[str, str] | None:
    """The first two months of a text as year-months: a cohort or a period.

    >>> month_range("for the October 2011 – September 2012 cohort")
    ('2011-10', '2012-09')
    >>> month_range("between April and June 2016")
    ('2016-04', '2016-06')
    """
    months = [found.iso[:7] for found in find_dates(text) if len(found.iso) >= len("2015-07")]
    return (months[0], months[1]) if len(months) > 1 else None


def _iso(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    if groups["day"]:
        return _day(groups["year"], groups["month"], groups["day"])
    if groups["slash_day"]:
        return _day(groups["slash_year"], groups["slash_month"], groups["slash_day"])
    if groups["us_day"]:
        return _day(groups["us_year"], groups["us_month"], groups["us_day"])
    if groups["only_month"]:
        return f"{groups['month_year']}-{_month(groups['only_month']):02d}"
    return str(groups["only_year"])


def _month(word: str) -> int:
    return int(word) if word.isdigit() else _MONTH_NUMBERS[word.lower().rstrip(".")]


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), _month(month), int(day)).isoformat()
    except ValueError:
        return None


def _shared(text: str, last: PrintedDate) -> list[PrintedDate]:
    """The dates right before one, which take its month or year."""
    found: list[PrintedDate] = []
    current = last
    while True:
        begin = max(0, current.start - _REACH)
        window = text[begin : current.start]
        earlier = _before(window, current)
        if earlier is None:
            return found
        current = replace(earlier, start=earlier.start + begin, end=earlier.end + begin)
        found.append(current)


def _before(window: str, last: PrintedDate) -> PrintedDate | None:
    if last.is_day and (match := _BEFORE.search(window)):
        month = match["month"] or last.iso[5:7]
        year = last.iso[:4]
        iso = _day(year, month, match["day"])
        if iso is not None and iso > last.iso:
            iso = _day(str(int(year) - 1), month, match["day"])
        return PrintedDate(iso, match.start(), match.end()) if iso else None
    if len(last.iso) == len("2015-07") and (match := _MONTH_BEFORE.search(window)):
        iso = f"{last.iso[:4]}-{_month(match['month']):02d}"
        return PrintedDate(iso, match.start(), match.end()) if iso <= last.iso else None
    return None
