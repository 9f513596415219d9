"""What each word of a sentence is worth: main clause, concession, condition, purpose, plan.

Inspectors grant ("While plans were timely, ..."), tell of cases ("where this was needed"),
of aims ("in order to reduce delay") and of what is to come ("plans to improve"). A word of
praise or blame there judges little or nothing. The markers stand in
``ontology/schemes/evaluative-words.ttl``; how far each reaches is worked out here, without
a parser, from commas, stops, finite verbs and the words that open a clause.

>>> clause = read_clauses("Although plans were late, reviews were good.")
>>> [clause.factors[clause.forms.index(word)] for word in ("late", "good")]
[0.2, 1.0]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from yotgraph.extraction.lexicon import Entry, Lexicon, lexicon, word_places

__all__ = ["Clauses", "Hit", "read_clauses"]

Hit = tuple[int, int, Entry]

_STOPS = frozenset(";:()[]-\"“”.?!")
_OPENERS = frozenset(("that", "and", "but", "or"))
_PRONOUNS = frozenset(("this", "these", "they", "it", "we", "there"))
_INNER = frozenset(("that", "what", "how", "where", "who", "which", "when", "if", "they", "it"))
_BREAKS = frozenset(("turn", "concession", "condition"))
_JOINTS = frozenset(("because", "since", "which", "as", "so"))
_BEFORE_TURN = 0.6
_LONGEST_DENIAL = 12
_SHORTEST_CLAUSE = 3


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence: its words, the phrases of the lexicon in it, and what each word is worth.

    ``factors`` has one number from 0 to 1 for each word. ``parts`` are the stretches between
    commas and stops, as word indices.
    """

    words: Words
    hits: tuple[Hit, ...]
    factors: tuple[float, ...]
    parts: tuple[tuple[int, int], ...]

    def denied(self, start: int) -> int:
        """How far a denial that ends before ``start`` reaches."""
        return _denied(self.words.forms, self.hits, start)


@lru_cache(maxsize=2048)
def read_clauses(sentence: str) -> Clauses:
    """The clauses of one sentence."""
    words = read_words(sentence, 0)
    forms = words.forms
    hits = tuple(lexicon().read(forms))
    factors = [1.0] * len(forms)
    parts = tuple(_parts(forms, hits))
    for start, end, factor in _Reaches(forms, hits, parts, lexicon()).all():
        for index in range(start, end):
            factors[index] *= factor
    return Clauses(words, hits, tuple(factors), parts)


def _parts(forms: tuple[str, ...], hits: tuple[Hit, ...]) -> Iterator[tuple[int, int]]:
    turns = {start for start, _, entry in hits if entry.kind in ("turn", "concession")}
    begin = 0
    for index, form in enumerate(forms):
        if form == "," or form in _STOPS or (index in turns and index > begin):
            if index > begin:
                yield begin, index
            begin = index if index in turns else index + 1
    if begin < len(forms):
        yield begin, len(forms)


def _denied(forms: tuple[str, ...], hits: tuple[Hit, ...], start: int) -> int:
    known = lexicon()
    subject, finite = known.lists["subject"], known.lists["finite"]
    breaks = {begin for begin, _, entry in hits if begin >= start and entry.kind in _BREAKS}
    end = min(len(forms), start + _LONGEST_DENIAL)
    for index in range(start, end):
        form = forms[index]
        if form == "," or form in _STOPS or index in breaks or form in _JOINTS:
            return index
        following = forms[index + 1] if index + 1 < len(forms) else ""
        if form == "and" and (following in subject or following in finite):
            return index
    return end


class _Reaches:
    """How far each marker of a sentence reaches."""

    def __init__(
        self,
        forms: tuple[str, ...],
        hits: tuple[Hit, ...],
        parts: tuple[tuple[int, int], ...],
        known: Lexicon,
    ) -> None:
        self._forms = forms
        self._hits = hits
        self._parts = parts
        self._finite = known.lists["finite"]
        self._governing = known.lists["governing"]
        self._purposes = known.lists["purpose-verb"]
        self._subject = known.lists["subject"]
        self._readers: dict[str, Callable[[int, int], tuple[int, int]]] = {
            "concession": self._concession,
            "condition": self._condition,
            "purpose": self._purpose,
            "plan": self._wish,
            "possibility": self._wish,
            "onward": self._wish,
            "relative": self._relative,
            "example": lambda _, end: (end, len(forms)),
            "attenuation": self._attenuated,
        }

    def all(self) -> Iterator[tuple[int, int, float]]:
        """Start, end and factor of every reach."""
        for start, end, entry in self._hits:
            reader = self._readers.get(entry.kind)
            if reader is not None:
                first, last = reader(start, end)
                yield first, last, 0.0 if entry.kind == "onward" else entry.weight
            elif entry.kind == "turn" and self._turns(start):
                yield self._back_to_stop(start), start, _BEFORE_TURN
        yield from self._infinitives()

    def _infinitives(self) -> Iterator[tuple[int, int, float]]:
        for index in range(1, len(self._forms) - 1):
            if (
                self._forms[index] == "to"
                and self._forms[index + 1] in self._purposes
                and self._forms[index - 1] not in self._governing
            ):
                yield *self._purpose(index, index + 2), 0.15

    def _is_stop(self, index: int) -> bool:
        return self._forms[index] in _STOPS

    def _opens(self, start: int) -> bool:
        """Whether a marker opens the sentence or the clause behind "that" or "and"."""
        before = self._forms[start - 1] if start else ""
        if before == "," and start > 1:
            before = self._forms[start - 2]
        return not before or before in _OPENERS

    def _clause_end(self, end: int, is_clause: bool) -> int:
        has_verb = not is_clause
        for index in range(end, len(self._forms)):
            form = self._forms[index]
            if self._is_stop(index) or (form == "," and has_verb):
                return index
            if form in _PRONOUNS and index - end >= _SHORTEST_CLAUSE and has_verb:
                following = self._forms[index + 1 : index + 2]
                if following and following[0] in self._finite:
                    return index
            has_verb = has_verb or form in self._finite
        return len(self._forms)

    def _concession(self, start: int, end: int) -> tuple[int, int]:
        is_clause = self._forms[start] not in ("despite", "in", "notwithstanding", "apart")
        if self._opens(start) or not is_clause:
            return end, self._clause_end(end, is_clause)
        return end, self._stop_from(end)

    def _condition(self, start: int, end: int) -> tuple[int, int]:
        if self._opens(start):
            return end, self._clause_end(end, is_clause=True)
        return end, self._comma_from(end)

    def _purpose(self, start: int, end: int) -> tuple[int, int]:
        is_clause = self._forms[start : start + 2] == ("so", "that")
        inner = 0
        for index in range(end, len(self._forms)):
            form = self._forms[index]
            if form == "," or self._is_stop(index):
                return end, index
            if form in _INNER:
                inner += 1
            elif form in self._finite and not is_clause:
                if not inner:
                    return end, index
                inner -= 1
        return end, len(self._forms)

    def _wish(self, start: int, end: int) -> tuple[int, int]:
        """Up to a stop, a turn, or a comma behind which a new clause begins."""
        turns = {begin for begin, _, entry in self._hits if entry.kind in ("turn", "concession")}
        for index in range(end, len(self._forms)):
            following = self._forms[index + 1] if index + 1 < len(self._forms) else ""
            is_new = following in self._subject or following in _JOINTS
            if self._is_stop(index) or index in turns or (self._forms[index] == "," and is_new):
                return end, index
        return end, len(self._forms)

    def _relative(self, start: int, end: int) -> tuple[int, int]:
        verbs = 0
        for index in range(end, len(self._forms)):
            if self._forms[index] == "," or self._is_stop(index):
                return end, index
            verbs += self._forms[index] in self._finite
            if verbs > 1:
                return end, index
        return end, len(self._forms)

    def _attenuated(self, start: int, end: int) -> tuple[int, int]:
        return next((part for part in self._parts if part[0] <= start < part[1]), (start, end))

    def _turns(self, start: int) -> bool:
        return any(form in self._finite for form in self._forms[:start])

    def _back_to_stop(self, start: int) -> int:
        return next((i + 1 for i in range(start - 1, -1, -1) if self._forms[i] in ";:"), 0)

    def _stop_from(self, end: int) -> int:
        return next((i for i in range(end, len(self._forms)) if self._is_stop(i)), len(self._forms))

    def _comma_from(self, end: int) -> int:
        return next(
            (i for i in range(end, len(self._forms)) if self._forms[i] == "," or self._is_stop(i)),
            len(self._forms),
        )
