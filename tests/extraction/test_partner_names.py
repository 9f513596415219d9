"""Which body a sentence names, in the many ways in which reports bring one in.

No sentence is taken from a report, and every local name is made up. Each was written, with its
answer, before the engine was run on it.
"""

from __future__ import annotations

import pytest

from yotgraph.extraction.partners import SentenceContext, partner_mentions

#: Partner and sentence; ``None``: the sentence names none.
SENTENCES: tuple[tuple[str | None, str], ...] = (
    ("Bright Sparks", "The Bright Sparks project worked with young people who had set fires."),
    (
        "Turning Tides",
        "Turning Tides, a charity for young people who go missing, saw each of them.",
    ),
    ("Fenland Families", "Fenland Families (the early help service) offered parenting support."),
    ("Step Forward", "Young people were referred to Step Forward, which helps them to find work."),
    ("Harbour Lights", "The substance misuse service (Harbour Lights) saw young people at home."),
    ("Northmoor Football Club", "Northmoor Football Club ran a football group on Friday nights."),
    ("Rising Stars", "The YOT had commissioned Rising Stars to provide mentors."),
    ("Open Doors", "Counselling was provided by Open Doors."),
    ("Compass", "Drug misuse was treated by Compass, which held a weekly session in the office."),
    ("Positive Futures", "Reparation was organised with Positive Futures."),
    ("Escape Arts", "Escape Arts, funded by the council, helped girls to talk about abuse."),
    ("SACRO", "Mediation with victims was done by SACRO on behalf of the YOT."),
    ("Sea Cadets", "Places on courses with the Sea Cadets were offered to boys of 14."),
    (None, "The inspection was carried out by Jane Smith and two colleagues."),
    (None, "His worker, Ann Brown, organised with Tom a visit to the gym."),
    (None, "The Good Lives approach, which gave staff a common language, was used."),
    ("The Mill", "Group work took place at The Mill, a youth centre run by a local charity."),
    ("Multi-Agency Gangs Panel", "The Multi-Agency Gangs Panel met every week."),
    ("Complex Case Forum", "High risk cases were discussed at the Complex Case Forum."),
    (
        "Risk Management Meeting",
        "All cases of high vulnerability were taken to the weekly Risk Management Meeting.",
    ),
    ("Safer Streets Partnership", "The YOT was an active member of the Safer Streets Partnership."),
    ("Northmoor College", "Northmoor College kept places for young people supervised by the YOT."),
    ("Fenland Academy", "The head of Fenland Academy had taken back three young people."),
    ("Reknit", "Substance misuse work was provided by Reknit, who saw young people at once."),
    ("Reknit", "Reknit provided support for substance misuse in both towns."),
    ("Listenline", "Sessions were run jointly with counsellors from Listenline."),
    (None, "Jordan provided support to a friend with mental health problems."),
    (None, "Education was provided by Jordan's grandmother."),
    (None, "Training provided support for work with drug users."),
    (None, 'One young person said: "My YOT worker is always on time."'),
    ("Northmoor Hospital", "A nurse from Northmoor Hospital visited the YOT each week."),
    (
        "Fenland Partnership NHS Foundation Trust",
        "Fenland Partnership NHS Foundation Trust had seconded a nurse.",
    ),
    ("Police", "Northmoor Constabulary shared intelligence every morning."),
    (
        "Clinical commissioning group",
        "The clinical commissioning group had agreed to fund a therapist.",
    ),
    ("Children's social care", "Social workers shared their plans with case managers."),
    ("Housing", "The housing department found flats for two young people."),
    (
        "Hassockfield Secure Training Centre",
        "Staff at Hassockfield Secure Training Centre kept the case manager informed.",
    ),
    ("Courts", "Magistrates valued the reports."),
    ("Schools", "Head teachers worked closely with the education worker."),
    ("Victim Support", "Victim Support contacted victims on behalf of the YOT."),
    ("Barnardo's", "A worker from Barnardo's saw the young woman every week."),
    ("Restorative justice", "The restorative justice worker met each victim."),
    (None, "The Crime and Disorder Act 1998 requires local authorities to set up teams."),
    (None, "Case managers used the Asset tool to assess risk."),
    (None, "The young man was placed in Northmoor by his grandmother."),
    (None, "The Intensive Supervision and Surveillance programme was delivered well."),
    (None, "The Youth Rehabilitation Order had been completed."),
    (None, "In the Christmas holidays the office was closed."),
    (None, "The Referral Order Contract was clear."),
    (None, "National Standards were met in most cases."),
    (None, "Compliance Meetings were held where young people missed appointments."),
    (None, "The Vulnerability Management Plan was missing."),
    (None, "The Onset assessment was out of date."),
    (None, "The Deputy Head of Service chaired the meeting."),
)


@pytest.mark.parametrize(("partner", "text"), SENTENCES, ids=lambda value: str(value)[:60])
def test_partner_of_a_sentence(partner: str | None, text: str) -> None:
    mentions = partner_mentions([SentenceContext(text, "1.1")], "Northmoor", "Northmoor YOT")
    found = [one.agency for one in mentions if one.link]
    if partner is None:
        assert found == []
    else:
        assert any(partner.casefold() in label.casefold() for label in found), found
