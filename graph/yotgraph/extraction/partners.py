"""The partners that a report's sentences name, and what they say of each.

A partner is an organisation, service, team, panel, programme or specialist role, other than
the service itself, its board and the inspectorates, that works with the service, sits on its
board, is needed by it or falls short of it. The registers of ``ontology/registers`` know
those that recur; local ones are recognised by how the text introduces them.

>>> said = SentenceContext("Joint work with the police was strong.", stances=frozenset(["strength"]))
>>> [(one.agency, one.stances) for one in partner_mentions([said], "Northmoor", "Northmoor YOT")]
[('Police', ('strength',))]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from yotgraph.extraction.partner_agreement import one_description_each
from yotgraph.extraction.partner_dates import names_later_date
from yotgraph.extraction.partner_model import Mention, Occurrence, Partner, SentenceContext
from yotgraph.extraction.partner_occurrences import occurrences_in
from yotgraph.extraction.partner_roles import is_needed, is_wanted, without_lost_roles
from yotgraph.extraction.partner_seats import board_chair, board_talk
from yotgraph.extraction.partner_standing import standing_of
from yotgraph.extraction.partner_status import (
    ClauseStance,
    Status,
    clause_at,
    clause_stances,
    statuses,
)
from yotgraph.extraction.partner_use import use_of
from yotgraph.extraction.partner_wording import phrase_in, sector_of, words

__all__ = ["ClauseStance", "Mention", "SentenceContext", "partner_mentions"]

_COUNCIL = "Local authority"
_LOCAL_GOVERNMENT = "local-government"


def partner_mentions(
    sentences: Sequence[SentenceContext],
    area: str,
    service_label: str,
    clause_stance: ClauseStance | None = None,
    boards: Sequence[str] = (),
    authorities: int = 1,
) -> tuple[Mention, ...]:
    """Every partner of every sentence, one mention a partner and sentence, in order.

    ``sentences`` are those of one report, in order, ``area`` the service's place and
    ``service_label`` its label, as in "Northmoor YOT". ``clause_stance`` reads the stances of a
    part of a sentence; without it, a sentence that praises and criticises does both to each
    of its partners. ``boards`` are the labels of the service's own boards, ``authorities`` is how
    many councils run it: of several, "the council" is nobody in particular.
    """
    own = {service_label, *_short_names(boards)}
    council = f"{area} Council" if authorities == 1 else None
    mentions: list[Mention] = []
    talk = board_talk(sentences)
    links = _LinksTaken()
    for index, occurrences in occurrences_in(sentences, area, service_label, talk):
        by_label: dict[str, Mention] = {}
        for mention in _mentions(sentences, index, occurrences, clause_stance, talk[index]):
            label = council if mention.agency == _COUNCIL else mention.agency
            if label is None:
                continue
            # The council runs the service: what it does for it is no joint work.
            if label == council:
                mention = replace(mention, agency=label, link=False)
            before = by_label.get(label)
            by_label[label] = _together(before, mention) if before else mention
        by_label = {label: said for label, said in by_label.items() if label not in own}
        by_label = links.kept(by_label, occurrences, sentences[index].paragraph)
        if talk[index]:
            mentions += _with_seats(by_label, sentences, index, council)
        else:
            mentions += by_label.values()
    return tuple(one_description_each(without_lost_roles(mentions, sentences)))


def _short_names(boards: Sequence[str]) -> Iterator[str]:
    """What a board's label ends in, which a report calls it by: "Strategic Board"."""
    for board in boards:
        words_of_board = board.split()
        for first in range(len(words_of_board) - 1):
            yield " ".join(words_of_board[first:])


class _LinksTaken:
    """What a paragraph says of a body by name holds for the pronouns behind: where it is
    planned or gone, "it had been popular" makes no link. What falls short is linked by that."""

    def __init__(self) -> None:
        self._paragraph: str | None = None
        self._unlinked: set[str] = set()

    def kept(
        self, by_label: Mapping[str, Mention], found: Sequence[Occurrence], paragraph: str | None
    ) -> dict[str, Mention]:
        """The mentions of the next sentence, each with the link that it makes."""
        if paragraph != self._paragraph:
            self._paragraph, self._unlinked = paragraph, set()
        named = {one.partner.label for one in found if one.partner and not one.refers_back}
        result: dict[str, Mention] = {}
        for label, mention in by_label.items():
            is_bound = label in self._unlinked - named and not mention.is_role
            if is_bound and "concern" not in mention.stances:
                mention = replace(mention, link=False)
            (self._unlinked.discard if mention.link else self._unlinked.add)(label)
            result[label] = mention
        return result


def _section_stances(sentence: SentenceContext) -> frozenset[str]:
    """The sentence's stances, or those of a section that judges whatever stands in it."""
    if sentence.role in words("criticising-section"):
        return frozenset(("concern",))
    if sentence.role in words("praising-section"):
        return frozenset(("strength",))
    return sentence.stances


def _mentions(
    sentences: Sequence[SentenceContext],
    index: int,
    occurrences: Sequence[Occurrence],
    clause_stance: ClauseStance | None,
    on_board: bool,
) -> Iterator[Mention]:
    """A mention for each place in a sentence that names a partner or refers back to one."""
    if not any(one.partner for one in occurrences):
        return
    sentence = sentences[index]
    stances = _section_stances(sentence)
    read = [one for one in occurrences if not one.refers_back or _is_role(one)]
    said = statuses(sentence.text, read, on_board, sentence.published)
    needed, wanted = is_needed(sentences, index), is_wanted(sentence)
    by_clause: Mapping[int, frozenset[str]] = {}
    if clause_stance is not None and stances is sentence.stances:
        by_clause = clause_stances(sentence.text, read, clause_stance)
    for place, one in enumerate(read):
        if one.partner is not None:
            status = said.get(place, Status())
            if not (status.is_parent and one.partner.sector == _LOCAL_GOVERNMENT):
                judged = by_clause.get(place, stances)
                standing = _standing(sentence, one, status) if one.partner.is_role else None
                mention = _mention(
                    index, one, one.partner, judged, status, standing, needed, wanted
                )
                yield _as_used(mention, sentence, status)
    for one in occurrences:
        if one.refers_back and one.partner is not None and not _is_role(one):
            mention = _mention(index, one, one.partner, stances, Status())
            yield _as_used(mention, sentence, Status())


def _standing(sentence: SentenceContext, role: Occurrence, status: Status) -> str | None:
    """Whether a role is there. What is to come by a date, only the date tells."""
    if names_later_date(sentence.text, sentence.published):
        return status.role()
    return standing_of(clause_at(sentence.text, role.start), status.role())


def _as_used(mention: Mention, sentence: SentenceContext, status: Status) -> Mention:
    """A mention of an arrangement with what the words of the sentence tell of its use, where
    neither the section judges already nor the arrangement is missing."""
    is_open = mention.is_arrangement and mention.link and not status.is_without_case
    if not is_open or _section_stances(sentence) is not sentence.stances:
        return mention
    used = use_of(sentence.text, frozenset(mention.stances))
    return replace(mention, stances=tuple(sorted(used, reverse=True)))


def _is_role(one: Occurrence) -> bool:
    return one.partner is not None and one.partner.is_role


def _mention(
    index: int,
    one: Occurrence,
    partner: Partner,
    stances: frozenset[str],
    status: Status,
    standing: str | None = None,
    needed: bool = False,
    wanted: bool = False,
) -> Mention:
    # A role is missed wherever a report says that there is none.
    is_missed = standing == "absent"
    links = status.links(stances, needed or is_missed)
    stances = status.judged(stances, links)
    joins = status.joins_agencies and not (partner.is_role or partner.statutory)
    return Mention(
        sentence=index,
        start=one.start,
        end=one.end,
        agency=partner.label,
        sector=sector_of("joining") if joins else partner.sector,
        local=partner.local,
        stances=tuple(sorted(stances, reverse=True)),
        link=links,
        is_role=partner.is_role,
        is_arrangement=joins or partner.is_arrangement,
        role_status=standing,
        # Who is asked to come is no member yet.
        board_status=None if wanted and status.board == "member" else status.board,
        statutory=partner.statutory,
    )


def _together(first: Mention, second: Mention) -> Mention:
    """Two mentions of one partner in one sentence: what either says."""
    role = first.role_status or second.role_status
    return replace(
        first,
        start=min(first.start, second.start),
        end=first.end if first.start <= second.start else second.end,
        stances=tuple(sorted({*first.stances, *second.stances}, reverse=True)),
        link=first.link or second.link,
        role_status=role,
        board_status=first.board_status or second.board_status,
    )


def _with_seats(
    by_label: Mapping[str, Mention],
    sentences: Sequence[SentenceContext],
    index: int,
    council: str | None,
) -> Iterator[Mention]:
    """The mentions with the seats on the board that only the sentence as a whole tells."""
    text = sentences[index].text
    chair = board_chair(text)
    named = next((one.agency for one in by_label.values() if _is_council(one)), council)
    chairs = (named if chair[0].label == _COUNCIL else chair[0].label) if chair else None
    exemplified = _is_example_of_members(sentences, index)
    for label, mention in by_label.items():
        if label == chairs:
            links = mention.link and not _is_council(mention)
            mention, chair = replace(mention, board_status="chair", link=links), None
        elif exemplified and mention.board_status is None and mention.link:
            mention = replace(mention, board_status="member")
        yield mention
    if chair and chairs:
        partner, start, end = chair
        yield Mention(
            sentence=index,
            start=start,
            end=end,
            agency=chairs,
            sector=partner.sector,
            local=partner.local,
            link=partner.label != _COUNCIL,
            board_status="chair",
            statutory=partner.statutory,
        )


def _is_council(mention: Mention) -> bool:
    return mention.sector == _LOCAL_GOVERNMENT and mention.agency.endswith("Council")


def _is_example_of_members(sentences: Sequence[SentenceContext], index: int) -> bool:
    """Whether a sentence gives an example of what members of the board do."""
    if not index or not phrase_in("example", sentences[index].text):
        return False
    before = sentences[index - 1]
    same = before.paragraph == sentences[index].paragraph
    return same and phrase_in("board-member", before.text) is not None
