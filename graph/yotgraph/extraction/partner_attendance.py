"""Seats on the board by the clause, in whatever words a report tells who comes and who does not.

Where the board is spoken of, a partner in a clause with a word of attendance has a seat, or
lacks it where the clause denies it. The words are ``ontology/schemes/partner-wording.ttl``; where
none of them stands, the weights of :mod:`yotgraph.extraction.partner_standing` tell.

>>> said = "The police turn up to every meeting, but nobody speaks for the CRC, whose seat is bare."
>>> places = [Occurrence(4, 10, Partner("Police")), Occurrence(63, 66, Partner("CRC"))]
>>> seats_by_clause(said, places)
{0: 'seat-member', 1: 'seat-absent'}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from yotgraph.extraction.partner_model import Occurrence, Partner
from yotgraph.extraction.partner_standing import seat_of
from yotgraph.extraction.partner_wording import phrase_in, phrases_in

__all__ = ["seats_by_clause"]

_AND = re.compile(r", and ")


def seats_by_clause(text: str, occurrences: Sequence[Occurrence]) -> Mapping[int, str]:
    """The notation of the wording that each partner's clause amounts to: ``seat-member``,
    ``seat-absent``, or ``seat-failed`` where the partner does not fill its seat."""
    seats: dict[int, str] = {}
    if phrase_in("attendance-elsewhere", text):
        return seats
    is_told = phrase_in("attendance", text) is not None
    seat: str | None = None
    for start, end in _clauses(text):
        clause = text[start:end]
        # What a colon opens goes on with what was said before it: "two seats are bare: those of".
        seat = (_seat_in(clause) if is_told else None) or (seat if clause.startswith(":") else None)
        bodies = [
            place
            for place, one in enumerate(occurrences)
            if start <= one.start < end and _can_sit(one.partner)
        ]
        told = (seat or _by_words(clause)) if bodies else None
        if told:
            seats.update(dict.fromkeys(bodies, told))
    return seats


def _by_words(clause: str) -> str | None:
    """What the words of a clause tell of a seat, as a wording."""
    told = seat_of(clause)
    return f"seat-{told}" if told else None


def _seat_in(clause: str) -> str | None:
    """What a clause says of a seat, or nothing."""
    if phrase_in("attendance", clause) is None or phrase_in("attendance-planned", clause):
        return None
    if phrase_in("attendance-denied", clause) is None or phrase_in("attendance-granted", clause):
        return "seat-member"
    return "seat-failed" if phrase_in("attendance-failing", clause) else "seat-absent"


def _can_sit(partner: Partner | None) -> bool:
    """Whether a partner is a body that can have a seat: no role, and no other meeting."""
    return partner is not None and not partner.is_role and not partner.is_arrangement


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence: parted by words of contrast, and by "and" between two clauses
    that both tell of attendance."""
    turns = {match.start() for match in phrases_in("attendance-turns", text)}
    begin = 0
    for match in _AND.finditer(text):
        told = phrase_in("attendance", text[begin : match.start()])
        if told and phrase_in("attendance", text[match.end() :]):
            turns.add(match.start())
            begin = match.start()
    starts = sorted(turns | {0})
    yield from zip(starts, [*starts[1:], len(text)], strict=True)
