"""Words of praise and blame in a sentence, turned round by the denials and cures near them.

>>> from yotgraph.extraction.clauses import read_clauses
>>> [cue.weight for cue in read_cues(read_clauses("Plans were not clear."))]
[-1.0]
>>> [cue.weight for cue in read_cues(read_clauses("There were few errors in the plan."))]
[0.7]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yotgraph.extraction.clauses import Clauses
from yotgraph.extraction.lexicon import Hit, lexicon
from yotgraph.extraction.reaches import COMMA, STOPS

__all__ = ["Cue", "read_cues"]

_DENIALS = frozenset(("negation", "lack", "absence", "no-case", "replacement"))
_OPENS_OBJECT = frozenset(("what", "that", "which", "who"))
_DENIED = 0.9
_CLEARED, _LEAST_CLEARED = 0.7, 0.6
_SPOILT = 1.0
_MILD = 0.5
_HARDLY = 0.2
_NEAR, _NEAR_OBJECT, _NEAR_SUBJECT = 4, 6, 14
_SUBJECT_REACH = 2
# A motto: 'We never give up' denies nothing. Double marks hold an inspector's notes, too.
_MOTTO = re.compile(r"['‘](?<!\w['‘])[^'‘’]{3,}['’](?!\w)")


class Cue(NamedTuple):
    """A judgement at a word of a sentence: praise weighs above 0, blame below. A mild one
    tells of a task done, or of what there is."""

    place: int
    weight: float
    is_mild: bool = False


def read_cues(clauses: Clauses) -> list[Cue]:
    """The judgements of a sentence, each with what its place leaves of its weight."""
    if not clauses.hits:
        return []
    return [cue for cue in _Reader(clauses).cues() if cue.weight]


class _Reader:
    def __init__(self, clauses: Clauses) -> None:
        self._clauses = clauses
        hits = clauses.hits
        self._denials = [hit for hit in hits if hit[2].kind in _DENIALS]
        self._cures = [hit for hit in hits if hit[2].kind == "mitigation"]
        self._ends = {hit[0]: clauses.reach_of_denial(hit[1]) for hit in self._denials}
        self._ends |= {hit[0]: self._object_end(hit[1]) for hit in self._cures}
        self._facts = [hit[0] for hit in hits if hit[2].kind == "circumstance"]
        self._idle = set(self._ends)

    def _object_end(self, end: int) -> int:
        """Where the object of a cure ends: before a verb, unless a clause is the object."""
        forms, finite = self._clauses.forms, lexicon().lists["finite"]
        reach = self._clauses.reach_of_denial(end)
        verbs = (
            place
            for place in range(end, reach)
            if forms[place] in finite and forms[place - 1] not in _OPENS_OBJECT
        )
        return next(verbs, reach)

    def cues(self) -> Iterator[Cue]:
        for hit in self._clauses.hits:
            start, _, entry = hit
            if not entry.sign and entry.kind != "spoiling":
                continue
            factor = self._clauses.factor(start)
            if entry.sign > 0 and entry.kind == "clause":
                praise = self._praise(hit, is_told=factor > _HARDLY)
                yield Cue(start, praise * factor, is_mild=0 < praise <= _MILD)
            elif entry.sign < 0 and entry.kind == "clause":
                yield Cue(start, self._blame(hit) * factor)
            elif entry.kind == "spoiling":
                yield Cue(start, -_SPOILT * factor)
            else:
                yield Cue(start, entry.sign * entry.weight * factor)
        yield from self._idle_cues()

    def _over(self, hits: Sequence[Hit], start: int) -> list[Hit]:
        """The denials or cures that reach a word."""
        return [hit for hit in hits if hit[1] <= start < self._ends[hit[0]]]

    def _praise(self, hit: Hit, *, is_told: bool) -> float:
        over = self._over(self._denials, hit[0]) if self._denials else []
        if not over:
            return hit[2].weight
        if is_told:
            # "Had not set out how it will improve" denies the setting out.
            self._idle -= {denial[0] for denial in over}
        is_denied = not self._is_double(over)
        return -max(hit[2].weight, _DENIED) if is_denied else hit[2].weight

    def _blame(self, hit: Hit) -> float:
        start, _, entry = hit
        cures = self._over(self._cures, start) or self._cures_behind(start)
        self._idle -= {cure[0] for cure in cures}
        first = min(start, cures[0][0]) if cures else start
        near = [
            denial
            for denial in self._over(self._denials, first)
            if cures
            or (first - denial[1] < self._near(denial) and not self._between(denial[1], first))
        ]
        self._idle -= {denial[0] for denial in near}
        is_turned = bool(cures) != (bool(near) and not self._is_double(near))
        return max(entry.weight * _CLEARED, _LEAST_CLEARED) if is_turned else -entry.weight

    def _cures_behind(self, start: int) -> list[Hit]:
        """Cures of a fault that is their subject: "weaknesses had been addressed"."""
        clauses = self._clauses
        return [
            cure
            for cure in self._cures
            if start < cure[0]
            and clauses.part(start) == clauses.part(cure[0])
            and clauses.forms[cure[0] - 1] in lexicon().lists["passive"]
            and all(denial[0] < start for denial in self._over(self._denials, cure[0]))
        ][:1]

    def _near(self, denial: Hit) -> int:
        """How near a fault must stand to be denied. A denial of everything reaches further, and
        furthest where it is the subject: "nothing had been left to chance"."""
        forms, known = self._clauses.forms, lexicon()
        if forms[denial[0]] not in known.lists["whole-denial"]:
            return _NEAR if denial[0] else _NEAR_SUBJECT
        before = forms[denial[0] - 1] if denial[0] else COMMA
        is_subject = before in STOPS or before == COMMA or before in known.lists["opener"]
        return _NEAR_SUBJECT if is_subject or before in known.lists["passive"] else _NEAR_OBJECT

    def _between(self, start: int, end: int) -> bool:
        """Whether another judgement, or another member of a list, stands between."""
        is_listed = "and" in self._clauses.forms[start:end]
        return is_listed or any(start <= hit[0] < end and hit[2].sign for hit in self._clauses.hits)

    def _is_double(self, over: Sequence[Hit]) -> bool:
        """Whether one denial undoes another: "did not fail to", "none was left without"."""
        return (
            len(over) > 1
            and over[-1][2].kind in ("lack", "absence")
            and not self._between(over[-2][1], over[-1][0])
        )

    def _is_of_child(self, start: int) -> bool:
        """Whether a denied verb tells of a child: "he did not feel safe"."""
        before = self._clauses.forms[max(0, start - _SUBJECT_REACH) : start]
        return not lexicon().lists["told-subject"].isdisjoint(before)

    def _is_of_motto(self, start: int) -> bool:
        place = self._clauses.starts[start]
        return any(
            match.start() < place < match.end() for match in _MOTTO.finditer(self._clauses.sentence)
        )

    def _idle_cues(self) -> Iterator[Cue]:
        """Denials that turn nothing round (a task not done), cures that undo no fault. Of two
        denials of which one undoes the other, praise is left."""
        factor = self._clauses.factor
        for denial in self._denials:
            over = [*self._over(self._denials, denial[0]), denial]
            if denial[0] in self._idle and self._is_double(over):
                self._idle -= {hit[0] for hit in over}
                praise = max(denial[2].weight * _CLEARED, _LEAST_CLEARED)
                yield Cue(denial[0], praise * factor(denial[0]))
        for start, _, entry in self._denials:
            denies_fact = any(start < fact < self._ends[start] for fact in self._facts)
            if (
                start in self._idle
                and entry.weight
                and not (denies_fact or self._is_of_child(start) or self._is_of_motto(start))
            ):
                yield Cue(start, -entry.weight * factor(start))
        for start, _, entry in self._cures:
            if start in self._idle and not self._over(self._denials, start):
                yield Cue(start, entry.weight * factor(start), is_mild=True)
