"""Movements in a sentence, and whether each is good: "a fall in reoffending" is, "a fall in
attendance" is not.

The words stand in ``ontology/schemes/change-words.ttl``.

>>> from yotgraph.extraction.clauses import read_clauses
>>> [trend.direction for trend in read_trends(read_clauses("Custody rates have risen."))]
['declined']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from yotgraph.extraction.clauses import Clauses, read_clauses
from yotgraph.extraction.comparatives import read_comparatives
from yotgraph.extraction.phrases import PhraseTable
from yotgraph.vocabulary import Concept, load_scheme

__all__ = ["Trend", "is_denied", "moves_unnamed", "read_trends", "wanted_movement"]

_NEAR = 11
# What moves may have a long name before it does: "waits for an appointment with … have risen".
_NEAR_BEFORE = 17
_NEAR_PRONOUN = 4
_PRONOUNS = frozenset(("it", "them", "they", "these", "this"))
_COMPARED = frozenset(("above", "as", "below", "over", "than", "to", "with"))
_OPPOSITE = {"up": "down", "down": "up"}
# "Did not know that it had fallen": what they should have known is a fact.
_KNOWING = frozenset(
    [
        "aware",
        "explain",
        "explained",
        "know",
        "knew",
        "known",
        "notice",
        "noticed",
        "realised",
        "recognised",
        "seen",
        "tell",
    ]
)
_OPENS_FACT = frozenset(("how", "that", "whether", "why"))
_SET_ASIDE = frozenset(("no-judgement", "onward", "fixed"))


@dataclass(frozen=True, slots=True)
class Trend:
    """A change at the words ``start`` to ``end``. ``direction`` is ``improved``, ``declined``
    or ``unchanged``; ``is_movement`` says that it follows from what moves; ``is_comparison``
    that the words end in "than" and the like. ``thing`` is the word at which what moves
    begins, where the sentence names it."""

    start: int
    end: int
    direction: str
    is_movement: bool
    is_comparison: bool
    thing: int | None = None


@dataclass(frozen=True, slots=True)
class _Word:
    direction: str | None
    movement: str | None
    wanted: str | None


_Found = tuple[int, int, _Word]


def read_trends(clauses: Clauses, topic: str | None = None) -> tuple[Trend, ...]:
    """The changes of a sentence in order. ``topic`` is what :func:`wanted_movement` gave for
    the sentence before, for "This was a fall on the previous year"."""
    return _trends(clauses.sentence, topic)


# Stance and change ask for the same sentences; the clauses of one are read once, too.
@lru_cache(maxsize=2048)
def _trends(sentence: str, topic: str | None) -> tuple[Trend, ...]:
    clauses = read_clauses(sentence)
    found = _found(clauses.forms)
    told = [*_of_comparatives(clauses, found), *_of_words(clauses, found, topic)]
    return tuple(sorted(told, key=lambda trend: trend.start))


def _of_words(clauses: Clauses, found: Sequence[_Found], topic: str | None) -> Iterator[Trend]:
    """The words of change that judge by themselves or by what moves."""
    things = [hit for hit in found if hit[2].wanted]
    before: _Found | None = None
    for hit in found:
        start, end, word = hit
        if word.wanted or _is_set_aside(clauses, start, end):
            continue
        is_comparison = clauses.forms[end - 1] in _COMPARED
        thing = _thing(hit, things, clauses.forms) if word.movement else None
        if thing is None and is_comparison and word.movement:
            thing = before
        before = thing or before
        wanted = thing[2].wanted if thing else None if things else topic
        direction = word.direction or _of_movement(word, wanted)
        if direction is None:
            continue
        if is_denied(clauses, start):
            direction = "unchanged"
        yield Trend(
            start=start,
            end=end,
            direction=direction,
            is_movement=word.movement is not None,
            is_comparison=is_comparison,
            thing=thing[0] if thing else None,
        )


def _of_comparatives(clauses: Clauses, found: Sequence[_Found]) -> Iterator[Trend]:
    """The comparatives of words of praise and blame that are no words of change themselves."""
    comparatives = read_comparatives(clauses.forms)
    if not comparatives:
        return
    taken = {place for start, end, _ in found for place in range(start, end)}
    for one in comparatives:
        if taken.isdisjoint(range(one.start, one.end)):
            direction = "improved" if one.sign > 0 else "declined"
            if is_denied(clauses, one.start):
                direction = "unchanged"
            yield Trend(one.start, one.end, direction, False, one.is_comparison)


def wanted_movement(clauses: Clauses) -> str | None:
    """What is wanted of the first thing that a sentence names: that it goes ``down`` or
    ``up``, or is ``good``.

    >>> from yotgraph.extraction.clauses import read_clauses
    >>> wanted_movement(read_clauses("The reoffending rate was 35%."))
    'down'
    """
    for _, _, word in _found(clauses.forms):
        if word.wanted:
            return word.wanted
    return None


def moves_unnamed(clauses: Clauses) -> bool:
    """Whether a sentence tells of a movement and not of what moves: "This was a fall on the
    previous year"."""
    words = [word for _, _, word in _found(clauses.forms)]
    return (
        bool(words)
        and any(word.movement for word in words)
        and not any(word.wanted for word in words)
    )


@lru_cache(maxsize=2048)
def _found(forms: tuple[str, ...]) -> tuple[_Found, ...]:
    return tuple(_table().read(forms))


def _thing(hit: _Found, things: Sequence[_Found], forms: Sequence[str]) -> _Found | None:
    """What moves: the nearest thing whose amount is good or bad. Of two as near, one that is
    meant to fall comes first. A pronoun right before takes up one from further back."""
    moving = [thing for thing in things if thing[2].wanted in _OPPOSITE]
    near = [
        thing
        for thing in moving
        if _distance(hit, thing) <= (_NEAR_BEFORE if thing[1] <= hit[0] else _NEAR)
    ]
    if not near and not _PRONOUNS.isdisjoint(forms[max(0, hit[0] - _NEAR_PRONOUN) : hit[0]]):
        return next((thing for thing in reversed(moving) if thing[1] <= hit[0]), None)
    return min(near, key=lambda thing: (_distance(hit, thing), thing[2].wanted or ""), default=None)


def _distance(one: _Found, other: _Found) -> int:
    return other[0] - one[1] if other[0] >= one[1] else one[0] - other[1]


def _of_movement(word: _Word, wanted: str | None) -> str | None:
    if wanted not in _OPPOSITE or word.movement is None:
        return None
    if word.movement not in _OPPOSITE:
        return "unchanged"
    return "improved" if word.movement == wanted else "declined"


def _is_set_aside(clauses: Clauses, start: int, end: int) -> bool:
    """Whether the words belong to a phrase that tells of no change: "improvement plan"."""
    return any(
        entry.kind in _SET_ASIDE and begin <= start and end <= last
        for begin, last, entry in clauses.hits
    )


def is_denied(clauses: Clauses, start: int) -> bool:
    """Whether the words from ``start`` on are denied: "had not improved". Who did not know that
    it had improved denies nothing of it."""
    return any(
        end <= start < clauses.reach_of_denial(end)
        and not _of_knowledge(clauses.forms[begin:start])
        for begin, end, entry in clauses.hits
        if entry.kind in ("negation", "lack")
    )


def _of_knowledge(forms: Sequence[str]) -> bool:
    """Whether words behind a denial are "know that", "tell us why" and the like."""
    knowing = next((i for i, form in enumerate(forms) if form in _KNOWING), len(forms))
    return not _OPENS_FACT.isdisjoint(forms[knowing + 1 :])


@cache
def _table() -> PhraseTable[_Word]:
    scheme = load_scheme("change-words")
    return PhraseTable(
        (label, word)
        for concept in scheme
        if concept.is_a("ChangeWord") or concept.is_a("ChangingThing")
        for word in (_word(concept),)
        for label in concept.alt_labels
    )


def _word(concept: Concept) -> _Word:
    direction = load_scheme("directions").by_iri(concept.value("direction") or "")
    return _Word(
        direction.notation if direction else None,
        concept.value("movement"),
        concept.value("wanted"),
    )
