"""Whose officer chairs the board, told by the office: "chaired by the chief executive"."""

from __future__ import annotations

import re
from functools import cache

from yotgraph.extraction.partner_model import Partner
from yotgraph.extraction.partner_names import kind_named
from yotgraph.extraction.partner_wording import last_segment, phrase_in
from yotgraph.vocabulary import load_scheme

__all__ = ["board_chair"]

_REACH = 80


@cache
def _offices() -> tuple[tuple[re.Pattern[str], Partner], ...]:
    """The offices that tell a body, and the body."""
    offices = load_scheme("partner-wording").of_type("BoardOffice")
    kinds = (
        (office, kind_named(last_segment(office.value("agencyKind")) or "")) for office in offices
    )
    return tuple(
        (re.compile("|".join(office.patterns), re.IGNORECASE), kind)
        for office, kind in kinds
        if kind is not None
    )


def board_chair(text: str) -> tuple[Partner, int, int] | None:
    """The body whose officer chairs the service's board, and where the sentence says so.

    >>> found = board_chair("The Board is chaired by the Director of Children's Services.")
    >>> found and found[0].label
    'Local authority'
    >>> board_chair("The chair of the Safeguarding Children Board is the chief executive.")
    """
    chair = phrase_in("board-chair", text)
    by = phrase_in("chairs-the-board", text)
    if (chair is None and by is None) or phrase_in("board-chair-of-another", text):
        return None
    if chair is not None and (found := _office_in(text, chair.end(), chair.end() + _REACH)):
        return found[0], chair.start(), found[2]
    if by is not None and (found := _office_in(text, 0, by.start())):
        return found[0], found[1], by.end()
    return None


def _office_in(text: str, start: int, end: int) -> tuple[Partner, int, int] | None:
    """The body of the first office between two places, and where it stands."""
    found = [
        (match.start(), match.end(), body)
        for office, body in _offices()
        if (match := office.search(text, start, end))
    ]
    if not found:
        return None
    first, last, body = min(found, key=lambda item: item[0])
    return body, first, last
