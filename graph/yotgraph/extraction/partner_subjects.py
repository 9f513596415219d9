"""Agencies that a sentence names by their subject alone: "the police, health and education".

A subject is an agency in a row with other agencies, or where seats on a board are spoken of.
Elsewhere "health" and "education" are what children need, not who provides it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from yotgraph.extraction.partner_model import Occurrence, Partner
from yotgraph.extraction.partner_names import kind_named
from yotgraph.extraction.partner_wording import last_segment, level, phrase_in
from yotgraph.vocabulary import load_scheme

__all__ = ["subjects_in"]

_JOINT = re.compile(r"(?:, |/|,? and |,? or |,? nor |,? as well as )(?:the )?")
_AGENTIVE = re.compile(
    r"(?:^|\b(?:from|with|between|by|including|includes?|both|neither|such as|for|no"
    r"|representatives? of|representation of|absence of)) ?$"
)
_VERB = re.compile(
    r"(?:['’]s)? (?:\w+ )?(?:ha[sd]|have|is|are|was|were|d(?:id|oes|o)|\w+ed|\w+s)\b"
)
_CLAUSE_BEGINS = re.compile(
    r"(?:^(?:(?:at|in|for|until) \w+,? |(?:however|currently|previously|sadly), )?"
    r"|[,;:] (?:and |but |while |yet )?|\b(?:although|though|while|whilst|but|that|because) )$"
)


@cache
def _subjects() -> tuple[re.Pattern[str], dict[str, Partner]]:
    """The words for subjects, and the agency that each stands for."""
    agencies: dict[str, Partner] = {}
    for concept in load_scheme("partner-wording").of_type("SubjectWord"):
        kind = kind_named(last_segment(concept.value("agencyKind")) or "")
        if kind is not None:
            agencies |= dict.fromkeys(concept.labels(), kind)
    ordered = sorted(agencies, key=lambda label: (-len(label), label))
    return re.compile("|".join(map(re.escape, ordered)) or r"(?!)"), agencies


def subjects_in(
    text: str, known: Sequence[Occurrence], in_board_talk: bool = False
) -> Iterator[Occurrence]:
    """The subjects that stand for agencies. ``known`` are the other wordings in the sentence;
    ``in_board_talk`` says that it, or one before it, speaks of the board."""
    expression, agencies = _subjects()
    levelled = level(text)
    if not any(map(levelled.__contains__, agencies)):
        return
    matches = list(expression.finditer(levelled))
    on_board = phrase_in("board-talk", text) is not None or (
        in_board_talk and phrase_in("attendance", text) is not None
    )
    ends = {one.end for one in known if one.partner}
    starts = {one.start for one in known if one.partner}
    if on_board or phrase_in("joint-work", text):
        starts |= {match.start() for match in matches}
    for match in reversed(matches):
        # In a row of three the first is followed by one that is followed by an agency.
        joint = _JOINT.match(levelled, match.end())
        if joint is not None and joint.end() in starts:
            starts.add(match.start())
    for match in matches:
        start, end = match.span()
        if levelled[start - 1 : start].isalnum() or levelled[end : end + 1].isalnum():
            continue
        if any(one.start <= start and end <= one.end for one in known):
            continue
        if phrase_in("subject-of-something", levelled[end:]):
            continue
        if (
            (in_board_talk and phrase_in("seat-of-a-subject", levelled[end:]))
            or phrase_in("supplied-by-a-subject", levelled[:start])
            or (
                _CLAUSE_BEGINS.search(levelled[:start])
                and phrase_in("acting-subject", levelled[end:])
            )
            or _stands_in_row(levelled, start, end, starts, ends, on_board)
        ):
            ends.add(end)
            yield Occurrence(start, end, agencies[match.group()])


def _stands_in_row(
    text: str, start: int, end: int, starts: set[int], ends: set[int], on_board: bool
) -> bool:
    """Whether a subject follows an agency, or precedes one behind an agentive word; behind
    such a word it needs no row where a board is spoken of."""
    if any(_joins(text, other, start) for other in ends if other < start):
        return True
    joint = _JOINT.match(text, end)
    is_followed = joint is not None and joint.end() in starts
    is_agent = _AGENTIVE.search(text[:start]) is not None
    if not on_board:
        return is_agent and is_followed
    acts = _CLAUSE_BEGINS.search(text[:start]) is not None and _VERB.match(text, end) is not None
    return is_agent or is_followed or acts


def _joins(text: str, end: int, start: int) -> bool:
    return start - end < 16 and _JOINT.fullmatch(text, end, start) is not None
