"""What each word of a sentence is worth: main clause, concession, condition, purpose, plan.

Inspectors grant ("While plans were timely, ..."), tell of cases ("where this was needed"),
of aims ("in order to reduce delay") and of what is to come ("plans to improve"). A word of
praise or blame there judges little or nothing. The markers stand in
``ontology/schemes/evaluative-words.ttl``.

>>> clauses = read_clauses("Although plans were late, reviews were good.")
>>> [clauses.factors[clauses.forms.index(word)] for word in ("late", "good")]
[0.2, 1.0]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from yotgraph.extraction.lexicon import Hit, lexicon
from yotgraph.extraction.phrases import word_places
from yotgraph.extraction.reaches import COMMA, STOPS, Reach, reaches

__all__ = ["Clauses", "read_clauses"]

_BREAKS = frozenset(("turn", "concession", "condition", "consequence", "reason"))
_BRACKETS = {"(": ")", "[": "]"}
_IN_BRACKETS = 0.5
_LONGEST_DENIAL = 24
# "In none of the cases where it was needed was planning good": a denial that opens the
# sentence goes past its condition.
_LEADING = 3


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence: its words (folded) and where they begin, the lexicon's phrases in it, and
    how far its markers reach.

    ``factors`` says for each word what a judgement there is worth, 0 to 1. ``parts`` numbers
    the stretch between commas and stops in which each word stands. ``told`` says whether the
    words there tell what was so, not what is wished, planned or possible.
    """

    sentence: str
    forms: tuple[str, ...]
    starts: tuple[int, ...]
    hits: tuple[Hit, ...]
    reaches: tuple[Reach, ...]
    factors: tuple[float, ...]
    parts: tuple[int, ...]
    told: tuple[bool, ...]

    def reach_of_denial(self, start: int) -> int:
        """How far a denial reaches that ends before the word ``start``: to the end of its
        clause."""
        known = lexicon()
        finite = known.lists["finite"]
        opening = finite | known.lists["subject"]
        kinds = _BREAKS if start > _LEADING else _BREAKS - {"condition"}
        breaks = {begin for begin, _, entry in self.hits if entry.kind in kinds}
        end = min(len(self.forms), start + _LONGEST_DENIAL)
        for index in range(start, end):
            form = self.forms[index]
            following = self.forms[index + 1] if index + 1 < len(self.forms) else ""
            if form in STOPS or (index in breaks and index >= start):
                return index
            if form == COMMA and following not in finite:
                return index
            if form in ("and", "or") and following in opening:
                return index
        return end


@lru_cache(maxsize=2048)
def read_clauses(sentence: str) -> Clauses:
    """The clauses of one sentence."""
    places = word_places(sentence)
    forms = tuple(form for form, _ in places)
    hits = tuple(lexicon().phrases.read(forms))
    factors = [1.0] * len(forms)
    told = [True] * len(forms)
    found = tuple(reaches(forms, hits))
    for reach in found:
        for index in range(reach.start, reach.end):
            factors[index] *= reach.factor
            told[index] &= reach.is_told
    for index in _bracketed(forms):
        factors[index] *= _IN_BRACKETS
    return Clauses(
        sentence=sentence,
        forms=forms,
        starts=tuple(start for _, start in places),
        hits=hits,
        reaches=found,
        factors=tuple(factors),
        parts=_parts(forms, hits),
        told=tuple(told),
    )


def _bracketed(forms: Sequence[str]) -> list[int]:
    """The words inside brackets."""
    inside: list[int] = []
    closing: str | None = None
    for index, form in enumerate(forms):
        if closing is None:
            closing = _BRACKETS.get(form)
        elif form == closing:
            closing = None
        else:
            inside.append(index)
    return inside if closing is None else []


def _parts(forms: Sequence[str], hits: Sequence[Hit]) -> tuple[int, ...]:
    """The part of each word; a bracket is a part within another, which goes on behind it."""
    turns = {start for start, _, entry in hits if entry.kind in ("turn", "concession")}
    bracketed = set(_bracketed(forms))
    parts: list[int] = []
    part = last = 0
    for index, form in enumerate(forms):
        if index in bracketed:
            parts.append(-1)
            continue
        if form == COMMA or (form in STOPS and form not in "()[]") or index in turns:
            last += 1
            part = last
        parts.append(part)
    return tuple(parts)
