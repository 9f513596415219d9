"""Whose officer chairs the board, told by the office: "chaired by the chief executive"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from yotgraph.extraction.partner_model import Occurrence, Partner, SentenceContext
from yotgraph.extraction.partner_names import kind_named
from yotgraph.extraction.partner_wording import last_segment, phrase_in
from yotgraph.vocabulary import load_scheme

__all__ = ["board_chair", "board_talk", "seats_by_office"]

_REACH = 80
_COUNCIL = "Local authority"


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


def board_talk(sentences: Sequence[SentenceContext]) -> list[bool]:
    """Whether each sentence, or one before it in its paragraph, speaks of the board. A
    paragraph that begins with attendance goes on with what the one before it speaks of; and
    attendance is told of the board that a later sentence of its paragraph names.

    >>> said = ["The Board met twice.", "The police came.", "Attendance was poor.", "Plans were."]
    >>> board_talk([SentenceContext(text, name) for text, name in zip(said, "1123")])
    [True, True, True, False]
    """
    talk: list[bool] = []
    goes_on = False
    for _, paragraph in groupby(sentences, lambda sentence: sentence.paragraph):
        texts = [sentence.text for sentence in paragraph]
        of_board = [place for place, text in enumerate(texts) if phrase_in("board-talk", text)]
        goes_on = goes_on and phrase_in("board-talk-goes-on", texts[0]) is not None
        for place, text in enumerate(texts):
            if of_board and not goes_on and place <= of_board[-1]:
                is_ahead = place < of_board[-1] and phrase_in("board-talk-ahead", text) is not None
                goes_on = place in of_board or is_ahead
            talk.append(goes_on)
    return talk


def seats_by_office(text: str) -> Iterator[Occurrence]:
    """The bodies whose officers a sentence about the board's members names: "among its
    members are the chief superintendent and the director of public health". An office of the
    council tells no partner."""
    if phrase_in("members-listed", text):
        for office, body in _offices():
            if body.label != _COUNCIL:
                for match in office.finditer(text):
                    yield Occurrence(match.start(), match.end(), body)


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
