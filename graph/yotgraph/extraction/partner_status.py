"""What a sentence says of its partners: there or not, new, on the board, praised, criticised.

The sentence is read with one mark (a code point of private use) in the place of each partner,
against the wordings of ``ontology/schemes/partner-wording.ttl``. A date that lies after the
report's own has a mark of its own, since what is to come then is planned, and so has one of
the year before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from yotgraph.extraction.partner_attendance import seats_by_clause
from yotgraph.extraction.partner_dates import dated_marks
from yotgraph.extraction.partner_frames import FIRST_MARK, wordings_in
from yotgraph.extraction.partner_model import Occurrence
from yotgraph.extraction.partner_wording import phrase_in, phrases_in
from yotgraph.extraction.partner_wording import unlinking as unlinking_wordings

__all__ = ["ClauseStance", "Status", "clause_at", "clause_stances", "statuses"]

ClauseStance = Callable[[str], frozenset[str]]
"""Gives the stances of a part of a sentence: ``strength``, ``concern``, both or none."""

_ROLE = (
    ("restored", "recent"),
    ("about-to-come", "recent"),
    ("absent", "absent"),
    ("short", "absent"),
    ("to-be-had", "absent"),
    ("not-come", "absent"),
    ("left", "absent"),
    ("gone", "absent"),
)
_BOARD = (
    ("board-absent", "absent"),
    ("seat-failed", "absent"),
    ("seat-absent", "absent"),
    ("board-chair", "chair"),
    ("board-member", "member"),
    ("seat-member", "member"),
)
_SEATS = frozenset(wording for wording, _ in _BOARD)
_NO_SEAT = frozenset(("board-absent", "seat-absent"))
_FALLS_SHORT = frozenset(("short", "seat-failed", *_NO_SEAT))
_OF_THE_BOARD = frozenset(("seat-absent", "seat-failed", "seat-member"))
_OF_ROLES = frozenset(("left", "not-come"))
_ONLY_THOUGHT = frozenset(("unjudged", "planned", "supposed"))
_MISSING = frozenset(("absent", "left", "not-come", "gone"))


@dataclass(frozen=True, slots=True)
class Status:
    """What a sentence says of one partner. ``wordings`` are the notations that hold."""

    wordings: frozenset[str] = frozenset()

    @property
    def board(self) -> str | None:
        """The seat on the board that the sentence gives or denies the partner."""
        return next((seat for wording, seat in _BOARD if wording in self.wordings), None)

    @property
    def is_parent(self) -> bool:
        """Whether the service is part of the body, or run by it."""
        return "parent" in self.wordings

    @property
    def joins_agencies(self) -> bool:
        """Whether the sentence says that several agencies come together in the partner."""
        return "joining" in self.wordings

    @property
    def is_without_case(self) -> bool:
        """Whether the sentence only says that no case needed the partner."""
        return "no-case" in self.wordings

    def links(self, stances: frozenset[str], is_needed: bool = False) -> bool:
        """Whether the sentence leaves the partner linked to the service. One that is only
        missing from the board falls short of it; one that is missing altogether is linked where
        the sentence needs it."""
        if self.is_without_case:
            return True
        unlinking = self.wordings & unlinking_wordings()
        if unlinking <= _NO_SEAT:
            return True
        return is_needed and unlinking <= _MISSING

    def judged(self, stances: frozenset[str], links: bool) -> frozenset[str]:
        """The stances of the sentence as they bear on the partner: none that is not there
        is praised, one of which there is too little is criticised."""
        if self.is_without_case:
            return frozenset()
        if not links or "unjudged" in self.wordings or not self.wordings.isdisjoint(_MISSING):
            stances = stances - {"strength"}
        if not links:
            return stances if self.wordings.isdisjoint(_ONLY_THOUGHT) else frozenset()
        if not self.wordings.isdisjoint(_FALLS_SHORT | _MISSING):
            return stances | {"concern"}
        if not stances and "failing" in self.wordings:
            return frozenset(("concern",))
        if not stances and "helping" in self.wordings:
            return frozenset(("strength",))
        return stances

    def role(self) -> str | None:
        """The status of a specialist role; ``None`` where the sentence does not settle it."""
        for wording, status in _ROLE:
            if wording in self.wordings:
                return status
        if not self.wordings.isdisjoint(("planned", "supposed")):
            return None
        return "recent" if "recent" in self.wordings else "present"


def statuses(
    text: str,
    occurrences: Sequence[Occurrence],
    on_board: bool = False,
    published: str | None = None,
) -> Mapping[int, Status]:
    """The status of each occurrence, by its place in the sequence.

    Occurrences do not overlap; those without a partner are read as plain words. ``on_board``
    says that the sentence, or one before it, speaks of the board; ``published`` is the date of
    the report (ISO 8601).
    """
    marked, marks = _masked(text, occurrences, dated_marks(text, published))
    if not marks:
        return {}
    found: dict[int, set[str]] = {place: set() for place in marks.values()}
    for wording, match in wordings_in(marked):
        if wording in _OF_THE_BOARD and not on_board:
            continue
        for letter in match.group():
            if letter in marks and (
                wording not in _OF_ROLES or _is_role(occurrences[marks[letter]])
            ):
                found[marks[letter]].add(wording)
    for wordings in found.values():
        if not wordings.isdisjoint(("restored", "not-without")):
            wordings -= {"absent", "short", "gone", "left"}
    if on_board:
        for place, seat in seats_by_clause(text, occurrences).items():
            if place in found and found[place].isdisjoint(_SEATS):
                found[place].add(seat)
    if phrase_in("some-cases", marked):
        for wordings in found.values():
            wordings.discard("unrelated")
    return {place: Status(frozenset(wordings)) for place, wordings in found.items()}


def _is_role(one: Occurrence) -> bool:
    return one.partner is not None and one.partner.is_role


def _masked(
    text: str, occurrences: Sequence[Occurrence], times: Sequence[tuple[int, int, str]]
) -> tuple[str, dict[str, int]]:
    """The sentence with a mark for each partner and for each of the times, and which occurrence
    each partner's mark stands for."""
    marks = {
        chr(FIRST_MARK + place): place
        for place, one in enumerate(occurrences)
        if one.partner is not None
    }
    spans = [
        (occurrences[place].start, occurrences[place].end, mark) for mark, place in marks.items()
    ]
    spans += times
    pieces: list[str] = []
    position = 0
    for start, end, mark in sorted(spans):
        if start < position:
            marks.pop(mark, None)
            continue
        pieces += [text[position:start], mark]
        position = end
    pieces.append(text[position:])
    return "".join(pieces), marks


def clause_stances(
    text: str, occurrences: Sequence[Occurrence], read: ClauseStance
) -> Mapping[int, frozenset[str]]:
    """The stances towards each occurrence in a sentence that turns from one to another.

    Each clause is read by itself. A clause that names nobody belongs to the partners of the
    one before it, or behind it where it comes first. A partner of whose clauses none judges
    is left out, as are all where the sentence does not turn.
    """
    clauses = _clauses(text)
    if len(clauses) == 1:
        return {}
    holders: list[list[int]] = [
        [
            place
            for place, one in enumerate(occurrences)
            if one.partner is not None and start <= one.start < end
        ]
        for start, end in clauses
    ]
    spoken: dict[int, frozenset[str]] = {}
    for index, (start, end) in enumerate(clauses):
        nearest = (*reversed(holders[: index + 1]), *holders[index + 1 :])
        heard = read(text[start:end])
        for place in next((held for held in nearest if held), []):
            spoken[place] = spoken.get(place, frozenset()) | heard
    return {place: said for place, said in spoken.items() if said}


def clause_at(text: str, position: int) -> str:
    """The part of a sentence that holds a position, where the sentence turns.

    >>> clause_at("A nurse is there, although there is no therapist.", 2)
    'A nurse is there'
    """
    return next(text[start:end] for start, end in _clauses(text) if position < end)


def _clauses(text: str) -> list[tuple[int, int]]:
    """Where a sentence turns: spans from one word of contrast to the next. A sentence that
    begins with one ("While …,") turns at its first comma."""
    turns = {match.start() for match in phrases_in("contrast", text)}
    comma = text.find(",")
    if 0 in turns and comma > 0:
        turns.add(comma)
    starts = sorted(turns | {0})
    return list(zip(starts, [*starts[1:], len(text)], strict=True))
