"""What each word of a sentence is worth: main clause, concession, condition, purpose, plan.

Inspectors grant ("While plans were timely, ..."), tell of cases ("where this was needed"),
of aims ("in order to reduce delay") and of what is to come ("plans to improve"). A word of
praise or blame there judges little or nothing. The markers stand in
``ontology/schemes/evaluative-words.ttl``.

>>> clauses = read_clauses("Although plans were late, reviews were good.")
>>> [clauses.factor(clauses.forms.index(word)) for word in ("late", "good")]
[0.2, 1.0]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from yotgraph.extraction.lexicon import Hit, lexicon
from yotgraph.extraction.phrases import word_places
from yotgraph.extraction.reaches import COMMA, STOPS, Reach, reaches

__all__ = ["Clauses", "read_clauses"]

_BREAKS = frozenset(
    ("turn", "concession", "concession-noun", "condition", "restriction", "consequence", "reason")
)
_CONDITIONS = frozenset(("condition", "restriction"))
_BRACKETS = {"(": ")", "[": "]"}
_PART_OPENERS = frozenset(("turn", "concession", "concession-noun"))
_PART_ENDS = (STOPS | {COMMA}) - frozenset("()[]")
_IN_BRACKETS = 0.5
_BEFORE_SENTENCE = frozenset(":.?!\"'“”‘’-–—(")
_LONGEST_DENIAL = 24
# "In none of the cases where it was needed was planning good": a denial that opens the
# sentence goes past its condition.
_LEADING = 3
_LONGEST_INSERTION = 6
_TO = "to"


class Clauses(NamedTuple):
    """A sentence: its words (folded) and where they begin, the lexicon's phrases in it, and
    how far its markers reach. ``borders`` are the words that begin a part of it."""

    sentence: str
    forms: tuple[str, ...]
    starts: tuple[int, ...]
    hits: tuple[Hit, ...]
    reaches: tuple[Reach, ...]
    bracketed: frozenset[int]
    borders: tuple[int, ...]

    def factor(self, index: int) -> float:
        """What is left of the weight of a judgement at a word."""
        factor = _IN_BRACKETS if index in self.bracketed else 1.0
        for reach in self.reaches:
            if reach.start <= index < reach.end:
                factor *= reach.factor
        return factor

    def is_told(self, index: int) -> bool:
        """Whether the words there tell what was so, not what is wished or possible."""
        return all(reach.is_told or not reach.start <= index < reach.end for reach in self.reaches)

    def part(self, index: int) -> int:
        """The number of the part, between commas, stops and turns, in which a word stands. A
        bracket is a part within another, which goes on behind it."""
        return -1 if index in self.bracketed else bisect_right(self.borders, index)

    def reach_of_denial(self, start: int) -> int:
        """How far a denial reaches that ends before the word ``start``: to the end of its
        clause."""
        known = lexicon()
        finite = known.lists["finite"]
        opening = known.openings
        kinds = _BREAKS if start > _LEADING else _BREAKS - _CONDITIONS
        first = _behind_insertion(self.forms, start)
        breaks = (begin for begin, _, entry in self.hits if begin >= first and entry.kind in kinds)
        is_inner = self.forms[start : start + 1] == (_TO,) or any(
            reach.kind == "relative" and reach.start <= start < reach.end for reach in self.reaches
        )
        count = len(self.forms)
        end = min(count, start + _LONGEST_DENIAL, next(breaks, count))
        for index in range(first, end):
            form = self.forms[index]
            if form in STOPS:
                return index
            following = self.forms[index + 1] if index + 1 < len(self.forms) else ""
            if form == COMMA and (is_inner or following not in finite):
                return index
            if is_inner and form in finite and self.forms[start] == _TO:
                return index
            if (form == "and" or form == "or") and following in opening:
                return index
        return end


@lru_cache(maxsize=2048)
def read_clauses(sentence: str) -> Clauses:
    """The clauses of one sentence."""
    forms, starts = word_places(sentence)
    hits = tuple(
        [
            hit
            for hit in lexicon().phrases.read(forms)
            if not (hit[2].kind == "onward" and _is_need(forms, hit[0]))
            and not (hit[2].sign and _is_in_name(sentence, starts, hit[0]))
        ]
    )
    bracketed = _bracketed(forms)
    return Clauses(
        sentence=sentence,
        forms=forms,
        starts=starts,
        hits=hits,
        reaches=tuple(reaches(forms, hits)),
        bracketed=bracketed,
        borders=_borders(forms, hits, bracketed),
    )


def _behind_insertion(forms: tuple[str, ...], start: int) -> int:
    """The word behind a few words between commas: "had not, however, been offered"."""
    if forms[start : start + 1] != (COMMA,):
        return start
    last = min(len(forms), start + _LONGEST_INSERTION)
    return next((i + 1 for i in range(start + 1, last) if forms[i] == COMMA), start)


def _is_need(forms: Sequence[str], start: int) -> bool:
    """Whether "need to" tells of children's needs, of "work that needs to be done", or of
    "needs" that were "judged to be" met; then it is no wish of the inspectors."""
    known = lexicon()
    before = forms[start - 1] if start else ""
    is_noun = forms[start] == "needs" and known.lists["judging"].intersection(forms[:start])
    return bool(is_noun) or before in known.lists["pointer"] or before in known.lists["served"]


def _is_in_name(sentence: str, starts: Sequence[int], start: int) -> bool:
    """Whether a word of praise or blame is part of a name: "the Turnaround Trust", in which
    it has a capital letter though no sentence begins with it."""
    if not start or not sentence[starts[start]].isupper():
        return False
    if sentence.isupper():
        return False
    return sentence[: starts[start]].rstrip()[-1:] not in _BEFORE_SENTENCE


def _bracketed(forms: Sequence[str]) -> frozenset[int]:
    """The words inside brackets."""
    if "(" not in forms and "[" not in forms:
        return frozenset()
    inside: list[int] = []
    closing: str | None = None
    for index, form in enumerate(forms):
        if closing is None:
            closing = _BRACKETS.get(form)
        elif form == closing:
            closing = None
        else:
            inside.append(index)
    return frozenset(inside) if closing is None else frozenset()


def _borders(
    forms: Sequence[str], hits: Sequence[Hit], bracketed: frozenset[int]
) -> tuple[int, ...]:
    ends = [index for index, form in enumerate(forms) if form in _PART_ENDS]
    openers = [start for start, _, entry in hits if entry.kind in _PART_OPENERS]
    if not (openers or bracketed):
        return tuple(ends)
    return tuple(sorted({*ends, *openers} - bracketed))
