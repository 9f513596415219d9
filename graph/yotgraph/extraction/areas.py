"""Names of areas in titles: where such a name begins and ends.

A title says "inspection of youth offending services in" and then the area, perhaps on the
next line, perhaps over two; what follows may be glued to it. A sentence says the same words
and goes on with a verb. So a name is told by its shape: words with capitals, small words
only between them.

>>> area_at("in: Hallam and\\nWexcombe\\nHM Inspectorate of Probation", 3, "")
('Hallam and Wexcombe', 23, True)
>>> area_at("in Northmoor took place in May", 2, "")
('Northmoor', 12, False)
"""

from __future__ import annotations

import re

from yotgraph.vocabulary import fold

__all__ = ["area_at", "is_area", "is_country"]

_SMALL = frozenset(("and", "&", "of", "upon", "on", "the", "with", "under", "a", "y", "yr", "ar"))
_COUNTRIES = frozenset(
    ("england and wales", "england & wales", "england", "wales", "great britain", "uk")
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
# What stands behind an area on a title page, with a space between or none.
_BEHIND = re.compile(
    rf"(?:HM\b|H\.M\.|HMI|(?i:her majesty|his majesty)|(?i:\bby\b)|ISBN|©|\||[;(\[]|(?<!\bSt)\.(?:\s|$)"
    rf"|\d|(?i:\b{_MONTH}\s+\d{{4}})|(?i:published|fieldwork|arolyg\w+|acknowledge?ments?)"
    rf"|Contents|Foreword|This\b|An?\s+(?:[Jj]oint\s+)?(?:[Ii]nspection|[Rr]eport)\b"
    rf"|(?:[Jj]oint\s+)?[Ii]nspection\b|Report\b|[Rr]eport\s+by|\s[-–—:]\s)"
)
_GLUED = re.compile(
    rf"(?<=[a-z])(?:HM|Her Majesty|His Majesty|Published|Fieldwork|Report|{_MONTH.title()}(?=\s*\d))"
)
_JOINT = re.compile(r"(?:,|&|\b(?:and|of|upon|on|the|with|under))$", re.IGNORECASE)
_JOINED = re.compile(r"(?:and|&|of|upon|on|with|under)\b", re.IGNORECASE)
# How lists of places write "City of Hallam".
_TURNED = re.compile(r", (?:City|County) of$")
_LONGEST = 90
_LINES = 3


def is_country(area: str) -> bool:
    """Whether a name is that of a country that is inspected, not of an area in it."""
    return fold(area) in _COUNTRIES


def is_area(text: str) -> bool:
    """Whether a text has the shape of an area's name.

    >>> is_area("Isle of Thorney"), is_area("Northmoor took place"), is_area("of Northmoor")
    (True, False, False)
    >>> is_area("St. Osyth"), is_area("Hallam, City of"), is_area("Hallam and")
    (True, True, False)
    """
    words = _TURNED.sub("", text).replace(",", " ").split()
    return (
        bool(words)
        and len(text) <= _LONGEST
        and words[-1][:1].isupper()
        and (words[0][:1].isupper() or words[0].lower() == "the")
        and all(word[:1].isupper() or word.lower() in _SMALL for word in words)
    )


def area_at(text: str, start: int, elsewhere: str) -> tuple[str, int, bool] | None:
    """The area that a title names from a place on: its name, its end, and whether it ends
    there as a title does. ``text`` has a line end wherever a line or a block ends.

    A name torn over two lines is taken whole where a small word joins them, or where
    ``elsewhere`` has it whole.
    """
    while start < len(text) and text[start] in " \n\t:–—-‘'\"“":
        start += 1
    position, name = start, ""
    found: tuple[str, int, bool] | None = None
    for _ in range(_LINES):
        end = text.find("\n", position)
        line = text[position : end if end >= 0 else len(text)]
        cut = _cut(line)
        words = f"{name} {line[:cut].strip()}".strip(" ,.:;–—-‘’'\"“”")
        joined = not name or _JOINT.search(name) or _JOINED.match(line)
        known = fold(words) in elsewhere if name else False
        if is_area(words) and (joined or known):
            printed = line[:cut].rstrip(" ,.:;–—-‘’'\"“”")
            found = (words, position + len(printed), True)
        elif not name and not _JOINT.search(words):
            return _in_sentence(line, position)
        elif name and not joined and not known:
            break
        if cut < len(line) or end < 0:
            break
        name, position = f"{name} {line.strip()}".strip(), end + 1
    return found


def _cut(line: str) -> int:
    """Where on a line the area's name must have ended."""
    places = [found.start() for found in (_BEHIND.search(line), _GLUED.search(line)) if found]
    return min([*places, len(line)])


def _in_sentence(line: str, position: int) -> tuple[str, int, bool] | None:
    """The area's name at the beginning of a line that goes on with other words."""
    taken: list[re.Match[str]] = []
    for word in re.finditer(r"\S+", line):
        if not (word[0][0].isupper() or (taken and word[0].lower() in _SMALL)):
            break
        taken.append(word)
        if word[0][-1] in ".;:)" and word[0] != "St.":
            break
    while taken and not taken[-1][0][0].isupper():
        taken.pop()
    if not taken:
        return None
    printed = line[: taken[-1].end()].rstrip(" ,.:;)’'\"")
    return (printed, position + len(printed), False) if is_area(printed) else None
