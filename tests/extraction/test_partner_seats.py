"""Seats on the board: who comes, who seldom does, and who has none.

No sentence is taken from a report. Each was written, with its answer, before the engine was
run on it.
"""

from __future__ import annotations

import pytest

from yotgraph.extraction.partners import SentenceContext, partner_mentions

#: Status, partner, sentence.
SENTENCES: tuple[tuple[str | None, str, str], ...] = (
    (
        "absent",
        "Community Rehabilitation Company",
        "The Wales Community Rehabilitation Company had yet to attend the Board.",
    ),
    (
        "absent",
        "Housing",
        "Neither Careers Wales nor the housing department was a member of the Board.",
    ),
    (
        "absent",
        "Careers Wales",
        "Neither Careers Wales nor the housing department was a member of the Board.",
    ),
    (
        "absent",
        "Schools",
        "The Chair said that schools would be represented on the Board from January.",
    ),
    (
        "absent",
        "Clinical commissioning group",
        "The Board was negotiating with the Clinical Commissioning Group for a member.",
    ),
    (None, "Youth Justice Board", "A tool offered by the Youth Justice Board was not taken up."),
    ("absent", "Courts", "The youth court was not represented on the Management Board."),
    ("absent", "Schools", "No head teacher had attended the Board since the summer of 2015."),
    ("absent", "Health", "The health seat on the Board had been vacant for a year."),
    ("absent", "Police", "The police had sent apologies to the last three meetings of the Board."),
    ("absent", "Probation", "Probation had not attended the Board since June."),
    ("absent", "Education", "Education had missed four of the last six Board meetings."),
    ("absent", "Housing", "Housing was not represented on the Board."),
    ("absent", "Health", "The absence of health from the Board was a weakness."),
    ("absent", "Health", "There was no representative from health on the Board."),
    ("absent", "Children's social care", "Children's social care rarely attended the Board."),
    ("member", "Police", "The police were well represented on the Board."),
    ("member", "Health", "Health, education and probation attended the Board regularly."),
    ("member", "Education", "Health, education and probation attended the Board regularly."),
    (
        "member",
        "Probation",
        "Board members from probation and the police took part in case audits.",
    ),
    (
        "member",
        "Police",
        "The Board included senior representatives of the police, health and probation.",
    ),
    (
        "member",
        "Health",
        "The Board included senior representatives of the police, health and probation.",
    ),
    ("member", "Housing", "Housing had recently joined the Board."),
    (
        "member",
        "National Probation Service",
        "The National Probation Service sent a senior manager to every meeting of the Board.",
    ),
    (
        "member",
        "Children's social care",
        "Membership of the Board was drawn from children's social care, the police, health and education.",
    ),
    ("member", "Courts", "A magistrate sat on the Board."),
    ("chair", "Police", "The Board was chaired by the police superintendent."),
    ("chair", "Council", "The Board was chaired by the Director of Children's Services."),
    (None, "Housing", "There were plans to invite housing to join the Board."),
    ("absent", "Schools", "The Board now needs schools to come to the table."),
    (
        "absent",
        "Probation",
        "Members of the Board attend, but the National Probation Service has still to nominate one.",
    ),
    ("member", "Police", "Around the table of the Board are the police and public health."),
    (
        "member",
        "Police",
        "The police come to every meeting of the Board and have changed what they do as a result.",
    ),
)


@pytest.mark.parametrize(
    ("status", "partner", "text"), SENTENCES, ids=lambda value: str(value)[:60]
)
def test_seat_on_the_board(status: str | None, partner: str, text: str) -> None:
    mentions = partner_mentions([SentenceContext(text, "1.1")], "Northmoor", "Northmoor YOT")
    found = [one.board_status for one in mentions if partner in one.agency]
    assert next(iter(found), None) == status
