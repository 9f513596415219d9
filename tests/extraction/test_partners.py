"""Partners: names, references, stances, statuses, and what is none."""

from __future__ import annotations

import pytest

from tests.extraction.partner_letters import (
    CRITICISM,
    NOBODY,
    ONLY_NEGATED_AND_PLANNED,
    PRAISE,
    Passage,
)
from yotgraph.extraction.partners import Mention, SentenceContext, partner_mentions

AREA, SERVICE = "Northmoor", "Northmoor YOT"
STANCES = {"+": "strength", "-": "concern"}
GOOD = ("excellent", "shared what", "good")


def by_hand(clause: str) -> frozenset[str]:
    """The stance of a clause of the passages, without the lexicon."""
    return frozenset(("strength" if any(word in clause for word in GOOD) else "concern",))


def read(passage: Passage) -> tuple[Mention, ...]:
    sentences = [
        SentenceContext(text, "1.1", "finding-section", frozenset(STANCES[sign] for sign in signs))
        for text, signs in passage.sentences
    ]
    return partner_mentions(sentences, AREA, SERVICE, by_hand)


def holds(attribute: str, mentions: list[Mention]) -> bool:
    """Whether one of a partner's mentions has an attribute of the table."""
    if attribute in STANCES:
        return any(STANCES[attribute] in one.stances for one in mentions)
    if attribute == "only":
        return all(len(one.stances) == 1 for one in mentions)
    if attribute in ("local", "national"):
        return all(one.local is (attribute == "local") for one in mentions)
    if attribute == "arrangement":
        return all(one.is_arrangement for one in mentions)
    name, value = attribute.split("=")
    wanted = {
        "sector": lambda one: one.sector,
        "role": lambda one: one.role_status,
        "board": lambda one: one.board_status,
    }[name]
    return any(wanted(one) == value for one in mentions)


ALL = [*PRAISE, *CRITICISM, *ONLY_NEGATED_AND_PLANNED, *NOBODY]


@pytest.mark.parametrize("passage", ALL, ids=[each.sentences[0][0][:60] for each in ALL])
def test_passage(passage: Passage) -> None:
    mentions = read(passage)
    wanted = {}
    for line in passage.expected:
        label, links, attributes = (part.strip() for part in line.split("|"))
        wanted[label] = (int(links), attributes.split())
    assert {one.agency for one in mentions} == set(wanted)
    for label, (links, attributes) in wanted.items():
        own = [one for one in mentions if one.agency == label]
        assert sum(one.link for one in own) == links, label
        for attribute in attributes:
            assert holds(attribute, own), (label, attribute, own)
