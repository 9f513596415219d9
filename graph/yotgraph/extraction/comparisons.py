"""What a sentence compares a rate with: an average, or the year before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from yotgraph.extraction.numbers import NUMBER, number_of

__all__ = [
    "PER_CENT",
    "PREVIOUS",
    "Comparator",
    "Previous",
    "comparators_in",
    "first_rate",
    "movement_by_figures",
    "movement_from_then",
    "movement_to_now",
    "previous_in",
]

PER_CENT = r"\s?(?:%|per ?cent(?!age))"
"""How a rate goes on that is one, and no distance in percentage points."""

_PERCENT = rf"(?P<rate>\d{{1,3}}(?:\.\d{{1,2}})?){PER_CENT}"
_RATE = re.compile(_PERCENT, re.IGNORECASE)
_PLACE = re.compile(
    r"(?P<place>England and Wales|England & Wales|England|Wales|national|Welsh|English)\b"
    r"(?:'s|’s)?(?P<kind>(?: average| rate| figure)*)"
    rf"(?:[^.%\d]{{0,40}}?[\s(]{_PERCENT})?",
    re.IGNORECASE,
)
_AVERAGE_OF = re.compile(r"\b(?:average|rate|figure) (?:for|in|of|across) $", re.IGNORECASE)
_RATE_OF = re.compile(
    rf"{_PERCENT} (?:recorded |reported |found |measured )?(?:in|for|across) (?:the )?(?:whole of )?$",
    re.IGNORECASE,
)
_BETTER = r"better|lower|below|less|improv\w*|decreas\w*|reduc\w*|fallen|fell|down|declin\w*"
_WORSE = r"worse|higher|above|more|increas\w*|risen|rose|up|deteriorat\w*"
_SAME = (
    r"neither (?:better|higher|lower|worse) nor (?:better|higher|lower|worse)"
    r"|same|equal|identical|unchanged|in line|similar|no change"
)
_COMPARED = re.compile(
    rf"\b(?:(?P<same>{_SAME})|(?P<better>{_BETTER})|(?P<worse>{_WORSE}))\b",
    re.IGNORECASE,
)
_EXACTLY = re.compile(r"\b(?:same as|identical|equal)\b", re.IGNORECASE)
PREVIOUS = re.compile(
    r"\b(?:previous|prior|preceding|last|earlier) "
    r"(?:year|period|cohort|figure|rate|(?:12|twelve) months|quarter)(?:'s|’s)?"
    r"|\b(?:a |the )?(?:year|twelve months|12 months) (?:before|earlier|previously|ago)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"(?:\bnot|n['’]t|\bnever) (?:yet |been |significantly )?$", re.IGNORECASE)
_BEING = r"(?:was|were|stood at|had been|had stood at|reached)"
_RATE_BEHIND = re.compile(
    r"(?:'s|’s)?(?: (?:rate|figure|outturn|cohort|result))*"
    rf"(?:,? (?:(?:which|when (?:it|they|the \w+)|it|the \w+(?: (?:for|in) [^.,;:%]{{2,40}}?)?) {_BEING}|of|at|was)|[:,])?"
    rf" ?\(?(?:of |at )?{_PERCENT}",
    re.IGNORECASE,
)
_RATE_BEFORE = re.compile(
    r"\b(?:from|of|on|above|against|below|compare[ds] (?:to|with)|and (?:to|with)|and(?= the)|than|been|was|stood at)(?: the)?"
    rf" {_PERCENT}(?:(?!\b(?:and|but|than|though|although|while)\b)[^.%]){{0,60}}$",
    re.IGNORECASE,
)
# "34.4% for England and Wales and 34.9% for Fenby itself a year earlier"
_OF_PLACE_BEFORE = re.compile(
    rf"\band {_PERCENT} (?:for|in) (?!England|Wales|the )(?:[A-Z][\w'’-]*(?: (?:(?:and|of|on|upon) )?(?=[A-Z]))?)+(?: itself)?,? $"
)
_NOW = re.compile(rf"\bnow (?:(?:at|stands at|down to|up to|only|just) )*{_PERCENT}", re.IGNORECASE)
# "61 days, against 35 in 2017", "nine cases, compared with 14 two years ago"
_COUNTED = rf"(?P<count>\d+(?:,\d{{3}})*(?:\.\d+)?|{NUMBER})(?:\s?(?P<unit>%|per ?cent|[a-z]+))?"
_COUNT = re.compile(rf"\b{_COUNTED}", re.IGNORECASE)
_THEN = re.compile(
    r"\b(?:compared (?:to|with)|against|(?:up|down) from)"
    rf"(?: (?:an average of|just|only|about|around|the))* {_COUNTED}(?: [a-z]+){{0,4}}?"
    r" (?:in (?:the year to )?(?:[a-z]+ )?(?:19|20)\d\d|(?:in )?(?:the|a|one) (?:year before|previous year)"
    r"|(?:a|one|two|three|four|five) years? (?:ago|before|earlier))\b",
    re.IGNORECASE,
)
_COMPARING = ("compared ", "against ", " from ")
# "In 2016 there were five nurses; now there are three", "In 2019 it took 38 days; by May, 71"
_LATER = re.compile(
    r"\b(?:in|during|at the end of) (?:[A-Z][a-z]+ )?(?:19|20)\d\d,?\s(?:(?!\b(?:19|20)\d\d\b)[^.]){0,80}?"
    rf"\b(?P<then>{NUMBER}|\d+)\b(?:(?!\b(?:19|20)\d\d\b)[^.;]){{0,60}}"
    r"(?:;|,|,? and| but) (?:(?:now|today|by (?:[A-Z][a-z]+ )?(?:19|20)\d\d),? (?:(?:there|it|they|we) )?|(?:there|it|they) now )"
    rf"(?:(?:are|is|was|were|has|have|had|takes?|took|stands|stood|at|only|just) )*(?P<now>{NUMBER}|\d+)\b",
    re.IGNORECASE,
)
# "There were 24 members in 2011 and there are nine today"
_LATER_TODAY = re.compile(
    rf"\b(?P<then>{NUMBER}|\d+)\b(?: [a-z-]+){{1,6}}? in (?:[A-Z][a-z]+ )?(?:19|20)\d\d(?:,|;| and|, and| but|, but) "
    rf"(?:(?:there|it|they|we) )?(?:(?:are|is|has|have|had|now|only|just) )*(?P<now>{NUMBER}|\d+)\b(?: today| now)",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?:19|20)\d\d$")
_NAMES = {
    "national": "England and Wales",
    "england & wales": "England and Wales",
    "welsh": "Wales",
    "english": "England",
}


@dataclass(frozen=True, slots=True)
class Comparator:
    """A place with its rate, and how the own rate compares in words: better, worse, same."""

    place: str
    rate: str | None
    direction: str | None


@dataclass(frozen=True, slots=True)
class Previous:
    """The year before: its rate, and how the own rate compares in words."""

    rate: str | None
    direction: str | None


def comparators_in(text: str, rate: str) -> tuple[Comparator, ...]:
    """The places that a text compares ``rate`` with, in printed order, each once.

    A place counts where a rate is printed for it or where it is called an average.

    >>> comparators_in("but better than the England and Wales average of 38.0%.", "36.2")
    (Comparator(place='England and Wales', rate='38.0', direction='better'),)
    >>> comparators_in("compared with 34.2% for England and Wales, and with 41% before.", "36.8")
    (Comparator(place='England and Wales', rate='34.2', direction=None),)
    >>> comparators_in("but was exactly the same as the England and Wales average.", "35.4")
    (Comparator(place='England and Wales', rate='35.4', direction='same'),)
    """
    found: dict[str, Comparator] = {}
    for match in _PLACE.finditer(text):
        averaged = match["kind"] or _AVERAGE_OF.search(text, 0, match.start())
        before = _RATE_OF.search(text, 0, match.start())
        if not (match["rate"] or averaged or before):
            continue
        words = " ".join(match["place"].split())
        place = _NAMES.get(words.lower(), words)
        direction = _direction(text, match.start(), match.end())
        # "34.2% for England and Wales, and 41.0% here": the rate that leads to the place is its own.
        printed = before["rate"] if before else match["rate"]
        if printed is None and direction == "same" and _EXACTLY.search(text):
            printed = rate
        found.setdefault(place, Comparator(place, printed, direction))
    return tuple(found.values())


def previous_in(text: str, own: str | None = None) -> Previous | None:
    """What a text says of the year before, or nothing. ``own`` is the rate that it is the same
    as, where the text says so and prints no other.

    >>> previous_in("This showed a substantial decrease on the outturn the previous year (44%)")
    Previous(rate='44', direction='better')
    >>> previous_in("It was better than the average of 35.7% but worse than the previous year.")
    Previous(rate=None, direction='worse')
    >>> previous_in("This was the same as the previous year.", "33.3")
    Previous(rate='33.3', direction='same')
    """
    match = PREVIOUS.search(text)
    if match is None:
        return None
    direction = _direction(text, match.start(), match.end())
    rate = (
        _RATE_BEHIND.match(text, match.end())
        or _RATE_BEFORE.search(text, 0, match.start())
        or _OF_PLACE_BEFORE.search(text, 0, match.start())
    )
    is_same = direction == "same" and _EXACTLY.search(text, 0, match.start())
    printed = rate["rate"] if rate else own if is_same else None
    return Previous(printed, direction) if printed or direction else None


def movement_by_figures(text: str, rate: Decimal | None) -> str | None:
    """How a rate moved by the year before that a text prints: ``up``, ``down`` or ``level``.
    ``rate`` is the one printed before the text, which may print another.

    >>> movement_by_figures("In the previous year it was 34.1%.", Decimal("34.9"))
    'up'
    >>> movement_by_figures("The rate was 33%, compared with 35% the year before.", None)
    'down'
    """
    match = PREVIOUS.search(text) if _may_hold_rate(text) else None
    previous = previous_in(text) if match else None
    if match is None or previous is None or previous.rate is None:
        return None
    before = Decimal(previous.rate)
    printed = (Decimal(one["rate"]) for one in _RATE.finditer(text, 0, match.start()))
    own = next((one for one in printed if one != before), rate)
    if own is None:
        return None
    return _movement(before, own)


def movement_to_now(text: str) -> str | None:
    """How a rate moved from the first that a text prints to what it says it is now.

    >>> movement_to_now("It stood at 39.4% when we last inspected and is now 28.7%.")
    'down'
    """
    now = _NOW.search(text) if _may_hold_rate(text) else None
    first = _RATE.search(text, 0, now.start()) if now else None
    if now is None or first is None:
        return None
    return _movement(Decimal(first["rate"]), Decimal(now["rate"]))


def movement_from_then(text: str) -> str | None:
    """How a count moved from what a text says that it was in an earlier year.

    >>> movement_from_then("It took 61 days on average, against 35 in 2017.")
    'up'
    >>> movement_from_then("It took 61 days, and 35 staff came in 2017.") is None
    True
    >>> movement_from_then("In 2016 there were five nurses; now there are three.")
    'down'
    """
    may_hold_year = "19" in text or "20" in text
    later = (_LATER.search(text) or _LATER_TODAY.search(text)) if may_hold_year else None
    if later is not None:
        return _movement(_whole(later["then"]), _whole(later["now"]))
    small = text.lower()
    then = _THEN.search(text) if any(map(small.__contains__, _COMPARING)) else None
    if then is None:
        return None
    is_share = _is_share(then)
    counts = [
        one
        for one in _COUNT.finditer(text, 0, then.start())
        if _is_share(one) == is_share and not _YEARS.match(one["count"])
    ]
    return _movement(_count(then), _count(counts[-1])) if counts else None


def _is_share(match: re.Match[str]) -> bool:
    return (match["unit"] or "").lower() in ("%", "percent", "per cent")


def _count(match: re.Match[str]) -> Decimal:
    return _whole(match["count"])


def _whole(printed: str) -> Decimal:
    """The value of a number in words or figures."""
    whole = number_of(printed)
    return Decimal(printed.replace(",", "")) if whole is None else Decimal(whole)


def _movement(then: Decimal, now: Decimal) -> str:
    return "level" if then == now else "up" if now > then else "down"


def first_rate(text: str) -> Decimal | None:
    """The first percentage of a text."""
    match = _RATE.search(text) if _may_hold_rate(text) else None
    return Decimal(match["rate"]) if match else None


def _may_hold_rate(text: str) -> bool:
    """Whether a text has the sign or word of a percentage: most have none, and cost no search."""
    return "%" in text or "cent" in text.lower()


def _direction(text: str, start: int, end: int) -> str | None:
    """The last comparing word before a place or year, else the first behind it."""
    before = [match for match in _COMPARED.finditer(text, 0, start) if not _denied(text, match)]
    behind = (match for match in _COMPARED.finditer(text, end) if not _denied(text, match))
    match = before[-1] if before else next(behind, None)
    return match.lastgroup if match else None


def _denied(text: str, match: re.Match[str]) -> bool:
    """Whether a comparing word is denied: "it had not fallen"."""
    return _DENIED.search(text, 0, match.start()) is not None
