"""How far a marker reaches in its sentence, without a parser.

A reach ends at a stop, a comma, a finite verb or a word that opens a clause; which of them
counts depends on the marker. ("-ing" forms, embedded clauses and inversion are not told
apart: what is lost is small beside what is settled.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from yotgraph.extraction.lexicon import Hit, lexicon

__all__ = ["COMMA", "STOPS", "Reach", "reaches"]

COMMA = ","
STOPS = frozenset(';:()[]-"“”.?!…')

_OPEN_CLAUSE = frozenset(("condition", "restriction", "relative", "consequence"))
_TURNS = frozenset(("turn", "concession", "concession-noun"))
_UNTOLD = frozenset(("condition", "restriction", "purpose", "plan", "possibility", "onward"))
_TO_COME = frozenset(("plan", "possibility"))
_BEFORE_TURN = 0.6
_BEFORE_WISH = 0.25
_OPEN_CONDITION = 0.6
# "Plans were good, although many were late" grants less than it adds.
_TRAILING_CONCESSION = 0.6
_MEDIAL_REASON = 0.5
_BEFORE_CLAUSE = frozenset(("condition", "earlier-time"))
_SHORTEST_CLAUSE = 3
_LONGEST_OPENING = 3
_INSERTED = 3


class Reach(NamedTuple):
    """The words ``start`` to ``end`` in reach of a marker of that kind, and the part of its
    weight that a judgement there keeps."""

    kind: str
    start: int
    end: int
    factor: float

    @property
    def is_told(self) -> bool:
        """Whether the words still tell what was so, not what is wished or possible."""
        return self.kind not in _UNTOLD


def reaches(forms: Sequence[str], hits: Sequence[Hit]) -> Iterator[Reach]:
    """The reach of every marker of a sentence."""
    if hits or "to" in forms:
        yield from _Sentence(forms, hits).reaches()


class _Sentence:
    def __init__(self, forms: Sequence[str], hits: Sequence[Hit]) -> None:
        known = lexicon()
        self._forms = forms
        self._hits = hits
        self._count = len(forms)
        self._lists = known.lists
        self._finite = known.lists["finite"]
        self._purpose_weight = known.weights["purpose-verb"]
        self._turns = {start for start, _, entry in hits if entry.kind in _TURNS}

    def reaches(self) -> Iterator[Reach]:
        """Every reach, in the order of the markers."""
        for start, end, entry in self._hits:
            kind = entry.kind
            if kind == "clause":
                # A word of praise or blame; most hits are.
                continue
            if kind == "onward":
                yield Reach(kind, end, self._wish(start, end), 0.0)
                yield Reach("wished", self._back(start), start, _BEFORE_WISH)
            elif kind in _BEFORE_CLAUSE and self._is_adverb(end):
                continue
            elif kind == "condition" and self._is_added(start):
                yield Reach("added", end, self._condition(start, end), _OPEN_CONDITION)
            elif kind in _READERS:
                is_trailing = kind == "concession" and not self._opens(start)
                weight = _TRAILING_CONCESSION if is_trailing else entry.weight
                yield Reach(kind, end, _READERS[kind](self, start, end), weight)
                if kind in _TO_COME and self._forms[start] in self._finite:
                    yield Reach("wished", self._back(start), start, _BEFORE_WISH)
            elif kind in ("attenuation", "remainder", "universal"):
                yield Reach(kind, self._part_start(start), self._whole(start, end), entry.weight)
            elif kind == "narrative":
                if not start:
                    yield Reach("example", end, self._count, entry.weight)
            elif kind == "spoiling":
                yield Reach(kind, self._stop_before(start), start, entry.weight)
            elif kind == "reason":
                last = self._comma_from(end) if start else self._clause_end(end, has_verb=False)
                yield Reach(kind, end, last, _MEDIAL_REASON if start else entry.weight)
            elif kind == "turn" and self._turns_round(start):
                yield Reach(kind, self._stop_before(start), start, _BEFORE_TURN)
        yield from self._infinitives()

    def _infinitives(self) -> Iterator[Reach]:
        for index in range(1, self._count - 1):
            if (
                self._forms[index] == "to"
                and self._forms[index + 1] in self._lists["purpose-verb"]
                and self._forms[index - 1] not in self._lists["governing"]
            ):
                end = self._purpose(index, index + 2)
                yield Reach("purpose", index, end, self._purpose_weight)

    def _turns_round(self, start: int) -> bool:
        """Whether a clause stands before a turn. One between commas behind a verb ("had not,
        however, been") sets its own clause against the sentence before."""
        verbs = [index for index in range(start) if self._forms[index] in self._finite]
        is_inserted = self._forms[start - 1 : start] == (COMMA,)
        return bool(verbs) and not (is_inserted and start - verbs[-1] <= _INSERTED)

    def _opens(self, start: int) -> bool:
        """Whether a marker opens the sentence, or the clause behind "that" or "and"."""
        before = [form for form in self._forms[:start] if form != COMMA]
        if len(before) <= _LONGEST_OPENING and not self._finite.intersection(before):
            return True
        return before[-1] in self._lists["opener"]

    def _is_adverb(self, end: int) -> bool:
        """Whether a verb follows at once, so that the words belong to the subject before it:
        "what had worked before was", "those made at the last inspection had been"."""
        return not self._finite.isdisjoint(self._forms[end : end + 1])

    def _is_added(self, start: int) -> bool:
        """Whether a condition follows a comma: ", where plans were late" tells, too."""
        return start > 0 and self._forms[start - 1] == COMMA and not self._opens(start)

    def _clause_end(self, end: int, has_verb: bool) -> int:
        """To the comma behind the clause's verb; where none is known, to the first comma."""
        first_comma = self._count
        for index in range(end, self._count):
            form = self._forms[index]
            if form in STOPS or (form == COMMA and has_verb):
                return min(index, first_comma) if form in STOPS else index
            if form == COMMA:
                first_comma = min(first_comma, index)
                if self._lists["subject"].intersection(self._forms[index + 1 : index + 2]):
                    return index
            if form in self._lists["pronoun"] and has_verb and index - end >= _SHORTEST_CLAUSE:
                following = self._forms[index + 1 : index + 2]
                if self._finite.intersection(following):
                    return min(index, first_comma)
            has_verb = has_verb or form in self._finite
        return first_comma

    def _comma_behind_verb(self, end: int) -> int:
        """To the comma behind the next verb, a turn or a stop: an opening "at that time" holds
        for the clause behind its comma."""
        has_verb = False
        for index in range(end, self._count):
            form = self._forms[index]
            if form in STOPS or index in self._turns or (form == COMMA and has_verb):
                return index
            has_verb = has_verb or form in self._finite
        return self._count

    def _concession(self, start: int, end: int) -> int:
        if self._opens(start):
            return self._clause_end(end, has_verb=False)
        return self._stop_from(end)

    def _condition(self, start: int, end: int) -> int:
        if self._opens(start):
            return self._clause_end(end, has_verb=False)
        return self._comma_from(end)

    def _purpose(self, start: int, end: int) -> int:
        is_clause = tuple(self._forms[start : start + 2]) == ("so", "that")
        inner = 0
        for index in range(end, self._count):
            form = self._forms[index]
            if form == COMMA or form in STOPS:
                return index
            if form in self._lists["inner"]:
                inner += 1
            elif form in self._finite and not is_clause:
                if not inner:
                    return index
                inner -= 1
        return self._count

    def _plan(self, start: int, end: int) -> int:
        """ "Plans to manage risk were good": words of planning with "to" end at the verb."""
        reader = self._purpose if self._forms[end - 1] == "to" else self._wish
        return reader(start, end)

    def _wish(self, start: int, end: int) -> int:
        """Up to a stop, a turn, or a comma behind which a new clause begins."""
        for index in range(end, self._count):
            form = self._forms[index]
            following = self._forms[index + 1] if index + 1 < self._count else ""
            is_joint = form == COMMA or form == "and"
            is_new = following in self._lists["subject"] or following in self._lists["joint"]
            if form in STOPS or index in self._turns or (is_joint and is_new):
                return index
        return self._count

    def _relative(self, start: int, end: int) -> int:
        verbs = 0
        for index in range(end, self._count):
            form = self._forms[index]
            verbs += form in self._finite
            if form == COMMA or form in STOPS or verbs > 1:
                return index
        return self._count

    def _whole(self, start: int, end: int) -> int:
        """To the next comma; "in some cases" and the like hold for all of a sentence that they
        open."""
        return self._comma_from(end) if start else self._stop_from(end)

    def _back(self, start: int) -> int:
        """Back to where the subject of a wish begins; a verb behind "and" has none there."""
        if start and self._forms[start - 1] in self._lists["opener"]:
            return start
        opened = {end for _, end, entry in self._hits if entry.kind in _OPEN_CLAUSE}
        for index in range(start - 1, -1, -1):
            form = self._forms[index]
            ends = form == COMMA or form in STOPS or form in self._finite
            ends = ends or form in self._lists["inner"]
            if ends or index in self._turns or index + 1 in opened:
                return index + 1
        return 0

    def _part_start(self, start: int) -> int:
        return self._last(start, lambda form: form == COMMA or form in STOPS)

    def _stop_before(self, start: int) -> int:
        return self._last(start, lambda form: form in STOPS)

    def _last(self, start: int, is_end: Callable[[str], bool]) -> int:
        return next((i + 1 for i in range(start - 1, -1, -1) if is_end(self._forms[i])), 0)

    def _stop_from(self, end: int) -> int:
        return next((i for i in range(end, self._count) if self._forms[i] in STOPS), self._count)

    def _comma_from(self, end: int) -> int:
        return next(
            (
                i
                for i in range(end, self._count)
                if self._forms[i] == COMMA or self._forms[i] in STOPS
            ),
            self._count,
        )


# How far each kind of marker reaches, from its words on.
_READERS: Mapping[str, Callable[[_Sentence, int, int], int]] = {
    "concession": _Sentence._concession,
    "concession-noun": lambda sentence, _, end: sentence._clause_end(end, has_verb=True),
    "condition": _Sentence._condition,
    "restriction": _Sentence._relative,
    "purpose": _Sentence._purpose,
    "plan": _Sentence._plan,
    "possibility": _Sentence._wish,
    "onward": _Sentence._wish,
    "relative": _Sentence._relative,
    "example": lambda sentence, _, __: sentence._count,
    "earlier-time": lambda sentence, _, end: sentence._comma_behind_verb(end),
}
