"""Names in capital letters: where they stand in a sentence, and their abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from yotgraph.extraction.partner_model import Occurrence, Partner
from yotgraph.extraction.partner_wording import BodyNoun, nouns, phrase_in, words
from yotgraph.vocabulary import fold, load_scheme

__all__ = [
    "AROUND",
    "CapitalName",
    "abbreviation_behind",
    "abbreviations_in",
    "capital_names",
    "noun_of",
]

AROUND = 40
"""How many characters around a name are looked at for what introduces it."""

_CAPITAL = r"(?:[A-ZÀ-ÖØ-Þ]|\d{1,4}(?=[A-Z]))[\w'’&-]*"
_INNER = r"(?:and|&|of|the|for|in|into|at|on|to|a|with|your|up)"
# What stands before a name is looked at behind its first sign: so the search is quick.
_FIRST = r"[A-ZÀ-ÖØ-Þ0-9](?<![\w@.].)(?:(?<=[A-ZÀ-ÖØ-Þ])|(?<=\d)\d{0,3}(?=[A-Z]))[\w'’&-]*"
# "Side by Side": elsewhere "by" stands between a thing and who does it.
_DOUBLED, _IN_DOUBLED = r"(?<= )(?P<one>[A-Z]\w+) by (?P=one)\b", " by "
# "Inspire 2 Work", but neither "Section 3 Children" nor "Friday 4 April".
_DIGIT = r"(?:(?<=[a-z] )\d (?=[A-Z][a-z]+ (?:programme|project|scheme|service|team)\b))?"
# "Missing from Home Panel": elsewhere "from" stands between a body and whose it is.
_MISSING = r"(?:(?<=\bMissing )from )?"
_REST = rf"(?: (?:{_INNER} ){{0,2}}{_MISSING}{_DIGIT}{_CAPITAL})*"
_NAME = re.compile(_FIRST + _REST)
_NAME_OR_DOUBLED = re.compile(f"(?:{_DOUBLED}|{_FIRST}){_REST}")
_INNER_BEFORE = re.compile(rf"(?:{_INNER} )+")
_DAY_OR_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_TIME = re.compile(
    rf" (?:in|on|at|from|to|for|of|since|by|until) (?:an? |the |each |every )?{_DAY_OR_MONTH}"
)
# "Every Tuesday the Risk Panel meets"
_TIME_FIRST = re.compile(rf"(?:\w+ )?{_DAY_OR_MONTH} (?:the|a|an|its) ")
_OF_SOMETHING = re.compile(r"(\w+) (of|for|to) (?:[\w'’&-]+ ?){1,4}$")
_IN_A_PLACE = " in "
_JOINT = re.compile(r" (?:and|&) (?:the )?")
_ABBREVIATION = re.compile(r"[\"”’']? ?\((?:the |or )?[\"“‘']?([A-Z][\w&-]{1,9})[\"”’']?\)")
_OF_TWO_WORDS = re.compile(r"[A-Z][a-z]+ and [A-Z][a-z]+")
_ONE_THING = re.compile(r", an? (?=[a-z])")
_NEXT_WORD = re.compile(r" ([a-z]+)\b")
_SHORTEST_ABBREVIATION = 3
# What lies between two partners that stand in a row.
_BESIDE = re.compile(r"(?:,|,? and)(?: the)? ")
_CLAUSE_END = re.compile(r"[,.;:]")
_HYPHENS = re.compile(r"[\s-]+")
_AFTER_OPENING = frozenset(
    ("a", "an", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with")
)


class CapitalName(NamedTuple):
    """A name in capital letters in its sentence, with the registers' wordings around it."""

    text: str
    start: int
    end: int
    known: Sequence[Occurrence]

    @property
    def label(self) -> str:
        """The name as printed."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The words right before it."""
        return self.text[max(0, self.start - AROUND) : self.start]

    @property
    def after(self) -> str:
        """The words right behind it."""
        return self.text[self.end : self.end + AROUND]

    def around(self, end: int) -> str:
        """The words before the name and behind ``end``; of a row of partners only its own
        place: what the police do says nothing of the project beside them."""
        beside = (
            one.end
            for one in self.known
            if one.partner and _BESIDE.fullmatch(self.text, one.end, self.start)
        )
        begin = max(beside, default=max(0, self.start - AROUND))
        return f"{self.text[begin : self.start]} {self.text[end : end + AROUND]}"

    @property
    def is_plain_opening(self) -> bool:
        """Whether it is a plain word that opens the sentence, and so may be no name."""
        return not self.start and self.label.isalpha() and self.label.istitle()

    @property
    def clause(self) -> str:
        """The words behind it up to the end of the clause that they begin. A clause of time or
        place does not describe the name: "run by Rise, where young people"."""
        rest = self.text[self.end :].lstrip(", ")
        if rest.partition(" ")[0] in words("another-clause"):
            return ""
        end = _CLAUSE_END.search(rest)
        return rest[: end.start()] if end else rest

    def as_partner(self, partner: Partner) -> Occurrence:
        """The partner where the name stands."""
        return Occurrence(self.start, self.end, partner)


def capital_names(text: str) -> Iterator[tuple[int, int]]:
    """Where names in capital letters stand, in order.

    "and" parts two names, unless it stands in the one name of a body. The word that opens
    the sentence is no name by itself.

    >>> said = "Staff at Rise and the Steady Ground project told the Weapons and Gangs Panel."
    >>> [said[start:end] for start, end in capital_names(said)]
    ['Rise', 'Steady Ground', 'Weapons and Gangs Panel']
    >>> said = "Every Tuesday the Weapons Forum meets."
    >>> [said[start:end] for start, end in capital_names(said)]
    ['Weapons Forum']
    """
    for match in (_NAME_OR_DOUBLED if _IN_DOUBLED in text else _NAME).finditer(text):
        time = _TIME.search(match.group()) if " " in match.group() else None
        end = match.start() + time.start() if time else match.end()
        opening = _TIME_FIRST.match(text, match.start(), end)
        yield from _parts(text, opening.end() if opening else match.start(), end)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    start = _without_opening(text, start, end)
    # Behind an "and" a name may begin with a word that stands within names: "and with Rise".
    if inner := _INNER_BEFORE.match(text, start, end):
        start = inner.end()
    name = text[start:end].rstrip("'’-&").removesuffix("'s").removesuffix("’s")
    # "The Probation Service in Northmoor" is called by what stands before its place.
    body, placed, _ = name.rpartition(_IN_A_PLACE)
    name = body if placed and noun_of(body) else name
    end = start + len(name)
    if not name:
        return
    if name in _openings():
        return
    joint = _parting(name)
    if joint is not None and not _is_one_thing(text, start, end):
        yield from _parts(text, start, start + joint.start())
        yield from _parts(text, start + joint.end(), end)
        return
    yield start, end


def _parting(name: str) -> re.Match[str] | None:
    """The "and" that parts two names: one behind a body, or any where no body ends the whole."""
    joints = [joint for joint in _JOINT.finditer(name) if not _is_tool(name[: joint.start()])]
    behind_body = (one for one in joints if _ends_body(name[: one.start()], one.group()))
    found = next(behind_body, None)
    if found is not None or noun_of(name):
        return found
    # "Care & Health" is one name; "and" may stand between two.
    return next((joint for joint in joints if "&" not in joint.group()), None)


def _ends_body(name: str, joint: str) -> bool:
    is_abbreviation = name.isupper() and len(name) >= _SHORTEST_ABBREVIATION
    return joint.endswith("the ") or is_abbreviation or _is_body(name)


def _is_one_thing(text: str, start: int, end: int) -> bool:
    """Whether two words with "and" are one name: "Safe and Sound, a charity", "the Stop and Think
    scheme"."""
    if _OF_TWO_WORDS.fullmatch(text, start, end) is None:
        return False
    if _ONE_THING.match(text, end) is not None:
        return True
    following = _NEXT_WORD.match(text, end)
    if following is None:
        return False
    noun = nouns().get(following[1])
    return noun is not None and not noun.is_role and noun.singular == following[1]


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether quotation marks hold several words and no more: the 'Calm at Home' programme."""
    name = text[start:end].rstrip("'’")
    end = start + len(name)
    marks = text[max(0, start - 1) : start] + text[end : end + 1]
    return " " in name and marks in ("''", "‘’", "“”", '""')


def _is_tool(name: str) -> bool:
    return phrase_in("no-local-name", name) is not None


def _is_body(name: str) -> bool:
    """Whether a noun of a body ends a name or leads it."""
    first, _, last = fold(name).partition(" ")
    leading = nouns().get(first)
    if noun_of(name) is not None or (leading is not None and leading.leads and last):
        return True
    return bool(last) and last.rpartition(" ")[2] in words("body-of-a-register")


def _without_opening(text: str, start: int, end: int) -> int:
    """Where a run of capital words begins once the words that open the sentence are left out."""
    before = text[:start].rstrip(" (")
    if before and before[-1] not in "\"'“‘":
        return start
    first, *rest = text[start:end].split(" ")
    if _is_one_thing(text, start, end) or _is_quoted(text, start, end):
        return start
    if first not in _openings() and not (rest and rest[0] in _AFTER_OPENING):
        return start
    while rest and rest[0].islower():
        rest.pop(0)
    return end - len(" ".join(rest))


@cache
def _openings() -> frozenset[str]:
    return load_scheme("abbreviations").alt_labels("sentence-opening")


def noun_of(name: str) -> BodyNoun | None:
    """The noun of a body that ends a name of several words, or that has its object
    behind it ("Northmoor College of Further Education"), or nothing."""
    if " " not in name:
        return None
    noun = nouns().get(fold(name).rsplit(" ", 1)[-1])
    if noun is not None:
        return noun
    head = _OF_SOMETHING.search(fold(name))
    inner = nouns().get(head.group(1)) if head else None
    if head is None or inner is None or inner.is_role:
        return None
    # "Initiative to Curb Violence" is a name whatever the noun.
    return inner if inner.kept or head.group(2) == "to" else None


def abbreviations_in(text: str, named: Sequence[Occurrence]) -> Iterator[tuple[str, Partner]]:
    """The abbreviations that a sentence gives its partners: "Northmoor Forum (NF)", or behind
    a name that a noun ends, "Child Exploitation (CE) panel"."""
    for one in named:
        match = abbreviation_behind(text, one) or _abbreviation_within(text, one)
        if match and one.partner:
            yield match.group(1), one.partner


def abbreviation_behind(text: str, one: Occurrence) -> re.Match[str] | None:
    """The brackets right behind a partner that hold its abbreviation."""
    match = _ABBREVIATION.match(text, one.end) if one.partner else None
    return match if match and _abbreviates(match.group(1), text[one.start : one.end]) else None


def _abbreviation_within(text: str, one: Occurrence) -> re.Match[str] | None:
    """The brackets within a name; those within a role's stand for the body that sends it: "the
    mental health service (CAMHS) worker"."""
    if one.partner and one.partner.is_role:
        return None
    match = _ABBREVIATION.search(text, one.start, one.end)
    return (
        match if match and _abbreviates(match.group(1), text[one.start : match.start()]) else None
    )


def _abbreviates(short: str, name: str) -> bool:
    """Whether letters in brackets stand for the words before them.

    >>> _abbreviates("NIP", "Northmoor Inclusion Partnership"), _abbreviates("Smith", "Rise")
    (True, False)
    """
    capitals = sum(letter.isupper() for letter in short)
    initials = "".join(word[0] for word in _HYPHENS.split(fold(name)) if word)
    return capitals > 1 or fold(short) == initials
