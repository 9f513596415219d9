"""What the words of a name in capital letters, and those around it, tell: whether it is a partner's,
and of which sector.

"Help with drink comes from Tideline" says that Tideline is a partner, and what it does; no list can
hold all the ways of saying so. How likely either is, the name's own words tell, those right before
and behind it, and the others of its sentence (:mod:`yotgraph.extraction.word_weights`).

>>> said = "Mentors come from Steady Ground."
>>> around = words_around(CapitalName(said, 18, 31, []))
>>> ("name-end", ("ground",)) in around, ("before", ("mentor",)) in around
(True, True)
"""

from __future__ import annotations

import math
from bisect import bisect_left
from functools import cache

from yotgraph.extraction.partner_capitals import CapitalName
from yotgraph.extraction.partner_local import is_tool
from yotgraph.extraction.partner_wording import nouns
from yotgraph.extraction.persons import words_of
from yotgraph.extraction.phrases import word_places
from yotgraph.extraction.tellings import is_worded, labels_of
from yotgraph.extraction.word_weights import Word, WordWeights, stems_of, word_weights
from yotgraph.vocabulary import load_scheme

__all__ = [
    "NAMES",
    "NO_SECTOR",
    "is_told_by_context",
    "likely_sector",
    "name_weights",
    "sector_weights",
    "sectors",
    "words_around",
]

_PARTNER = "partner"
NAMES = (_PARTNER, "other")
"""Whose name it can be, in the order of a row of weights."""

NO_SECTOR = "none"
"""What a reader answers for a partner of no sector."""

_LIKELY = 0.7
_LIKELY_SECTOR = 0.3
_BEFORE, _BEHIND = 3, 4
_LONGEST = 5
# The edge of a sentence, where no word stands beside a name.
_EDGE = "|"


def name_weights() -> WordWeights:
    """How much words speak for a partner's name: ``ontology/weights/names.csv``."""
    return word_weights("names", NAMES)


@cache
def sectors() -> tuple[str, ...]:
    """The notations of the sectors, and that of none, in the order of a row of weights."""
    return (*sorted(sector.notation for sector in load_scheme("sectors")), NO_SECTOR)


def sector_weights() -> WordWeights:
    """How much words speak for each sector: ``ontology/weights/sectors.csv``."""
    return word_weights("sectors", sectors())


def is_told_by_context(name: CapitalName) -> bool:
    """Whether a name is likely that of a partner by the words around it."""
    if name.is_plain_opening or _may_be_a_person(name) or _is_of_no_body(name):
        return False
    likely = name_weights().likelihoods_of(words_around(name))
    return math.exp(likely[_PARTNER]) >= _LIKELY


def likely_sector(name: CapitalName) -> str | None:
    """The sector of the partner of that name, where the words around it make one likely."""
    likely = sector_weights().likelihoods_of(words_around(name))
    best = max(sectors(), key=likely.__getitem__)
    return best if best != NO_SECTOR and math.exp(likely[best]) >= _LIKELY_SECTOR else None


def _is_of_no_body(name: CapitalName) -> bool:
    """Whether a name, or the word behind it, is that of a tool, a law or a way of working: "the Good
    Lives approach"."""
    following = name.after.split()[:1] if name.after.startswith(" ") else []
    return is_tool(" ".join((name.label, *following)))


def _may_be_a_person(name: CapitalName) -> bool:
    """Whether a name has a given name in it, or stands beside a post or behind a worker ("the domestic
    abuse worker, NAME,"); one word alone may be that of a person of whom the sentence goes on to tell."""
    if not labels_of("given-name").isdisjoint(name.label.split()):
        return True
    forms, places = word_places(name.text)
    before = [form for form in forms[: bisect_left(places, name.start)] if form != ","][-1:]
    if any(one in words_of("post-noun") or one in words_of("form-of-address") for one in before):
        return True
    noun = nouns().get(before[0]) if before and name.before.endswith(", ") else None
    if noun is not None and noun.is_role:
        return True
    return " " not in name.label and is_worded("one-pronoun", name.text)


def words_around(name: CapitalName) -> frozenset[Word]:
    """The stems of a name's sentence, with where they stand: in the name, at its end, right
    before and behind it, on both of its sides, or anywhere; and the length of the name."""
    stems, places = stems_of(name.text), word_places(name.text)[1]
    first, last = bisect_left(places, name.start), bisect_left(places, name.end)
    before, own, behind = stems[:first], stems[first:last], stems[last:]
    sides = (before[-1] if before else _EDGE, behind[0] if behind else _EDGE)
    form = "capitals" if name.label.isupper() else str(min(len(own), _LONGEST))
    return frozenset(
        (
            *(("name", (one,)) for one in own[:-1]),
            *(("name-end", (one,)) for one in own[-1:]),
            *(("before", (one,)) for one in before[-_BEFORE:]),
            *(("behind", (one,)) for one in behind[:_BEHIND]),
            *(("", (one,)) for one in (*before, *behind)),
            ("around", sides),
            ("form", (form,)),
        )
    )
