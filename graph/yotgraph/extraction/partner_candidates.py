"""What may name a partner in one sentence: the registers' wordings, and local names and
descriptions that the sentence introduces."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from yotgraph.extraction.partner_descriptions import described_in
from yotgraph.extraction.partner_introductions import introduced_in
from yotgraph.extraction.partner_model import Occurrence
from yotgraph.extraction.partner_names import known_in
from yotgraph.extraction.partner_overlaps import settle
from yotgraph.extraction.partner_seats import seats_by_office
from yotgraph.extraction.partner_subjects import subjects_in

__all__ = ["Candidates"]


class Candidates(NamedTuple):
    """What may name a partner in one sentence: ``all`` with overlaps, the registers' first,
    ``settled`` without; ``introduced`` holds the identities of those a name introduces, and
    ``described`` the labels of a kind and of the local body whose description names it."""

    all: list[Occurrence]
    introduced: frozenset[int]
    settled: list[Occurrence]
    described: list[tuple[str, str]]

    @classmethod
    def of(cls, text: str, area: str, service_label: str, in_board_talk: bool) -> Candidates:
        """The candidates of a sentence about the service of an area."""
        known = known_in(text)
        known += subjects_in(text, known, in_board_talk)
        if in_board_talk:
            known += [one for one in seats_by_office(text) if not _touches(one, known)]
        introduced = list(introduced_in(text, known, area, service_label))
        everything = [*known, *introduced, *described_in(text, known)]
        names = frozenset(id(one) for one in introduced)
        described = [
            (kind.partner.label, name.partner.label)
            for name in introduced
            for kind in known
            if name.partner and kind.partner and _is_description(kind, name)
        ]
        return cls(everything, names, settle(everything), described)


def _is_description(kind: Occurrence, name: Occurrence) -> bool:
    """Whether the words that introduce a name say of what kind the body is, by a word for
    it that is no name itself: "Rise, the substance misuse service"."""
    partner, body = kind.partner, name.partner
    return (
        partner is not None
        and body is not None
        and name.start < kind.start
        and kind.end <= name.end
        and not (partner.is_role or partner.is_arrangement)
        and partner.sector == body.sector
        and partner.is_common_noun
        and partner.label != body.label
    )


def _touches(one: Occurrence, known: Iterable[Occurrence]) -> bool:
    return any(other.partner and other.start < one.end and one.start < other.end for other in known)
