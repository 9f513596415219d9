"""What a sentence says of a specialist role: there, new, gone, or only planned.

No sentence is taken from a report. Each was written, with its answer, before the engine was
run on it.
"""

from __future__ import annotations

import pytest

from yotgraph.extraction.partners import SentenceContext, partner_mentions

#: Status, role, sentence. ``None``: the role is planned or wished for, which is no status.
SENTENCES: tuple[tuple[str | None, str, str], ...] = (
    ("absent", "Nurse", "A nurse had been part of the team until the grant ran out."),
    ("absent", "Nurse", "Until March 2014 the YOT had a nurse of its own."),
    ("absent", "Nurse", "A pilot in which a nurse came once a week finished in 2014."),
    ("absent", "Nurse", "Staff would welcome a nurse, which the YOT has never had."),
    ("absent", "Nurse", "The nurse post should be filled without delay."),
    ("recent", "Nurse", "The audit led directly to the appointment of a nurse."),
    (
        "absent",
        "Probation officer",
        "The National Probation Service does not meet its duty to second a probation officer.",
    ),
    (
        "absent",
        "Police officer",
        "Northmoor Police had not filled the post of YOS police officer since the autumn.",
    ),
    ("absent", "Police officer", "The police had not yet replaced the YOT police officer."),
    (
        "absent",
        "Speech and language therapist",
        "The YOT had been waiting since 2012 for a speech and language therapist.",
    ),
    ("absent", "Nurse", "The YOT had waited two years for a nurse."),
    ("absent", "Nurse", "The nurse's post had been empty since May."),
    ("absent", "Nurse", "The post of nurse had stood empty since May."),
    ("absent", "Nurse", "The health trust had withdrawn the nurse in April."),
    ("absent", "Nurse", "The health trust had removed the YOT nurse."),
    (
        "absent",
        "Nurse",
        "Since the nurse left in March, no one had carried out health assessments.",
    ),
    ("absent", "Nurse", "Funding for the nurse had ended."),
    (
        "absent",
        "Nurse",
        "The YOT nurse had been on long-term sick leave and no cover had been provided.",
    ),
    ("absent", "Probation officer", "The YOT had been without a probation officer for six months."),
    (
        "absent",
        "Probation officer",
        "The seconded probation officer had been recalled and not replaced.",
    ),
    ("absent", "Probation officer", "There had been no probation officer since June."),
    (
        "absent",
        "Probation officer",
        "The National Probation Service had not provided a probation officer.",
    ),
    ("absent", "Education worker", "The YOT no longer had an education worker."),
    ("absent", "Education worker", "The education worker had been made redundant."),
    ("absent", "Education worker", "The education worker post had been lost in the restructure."),
    ("absent", "Education worker", "A gap had been left by the departure of the education worker."),
    (
        "absent",
        "Police officer",
        "The YOT had only a part-time manager and lacked a police officer.",
    ),
    (
        "absent",
        "Substance misuse worker",
        "It had not been possible to recruit a substance misuse worker.",
    ),
    (
        "absent",
        "Substance misuse worker",
        "Attempts to recruit a substance misuse worker had been unsuccessful.",
    ),
    (
        "absent",
        "Substance misuse worker",
        "The contract for the substance misuse worker had come to an end.",
    ),
    ("absent", "Psychologist", "The YOT could not call on a psychologist."),
    ("absent", "Psychologist", "Case managers had no recourse to a psychologist."),
    (
        "absent",
        "Victim worker",
        "At the time of the inspection the victim worker was absent on maternity leave and her work had not been covered.",
    ),
    ("absent", "Victim worker", "The absence of a victim worker was a significant gap."),
    (
        "absent",
        "Speech and language therapist",
        "The YOT did not have access to a speech and language therapist.",
    ),
    (
        "absent",
        "Speech and language therapist",
        "Unlike most YOTs, it had no speech and language therapist.",
    ),
    (
        "absent",
        "Speech and language therapist",
        "Speech and language therapist time had been cut to nothing.",
    ),
    (
        "absent",
        "Speech and language therapist",
        "The speech and language therapist who would have trained the staff was never appointed.",
    ),
    ("absent", "Exploitation worker", "An exploitation worker has been advertised for twice."),
    ("absent", "Psychologist", "The psychologist, whose post was lost in 2015, is missed."),
    ("absent", "Victim worker", "The post of victim worker stood open during our fieldwork."),
    ("absent", "Resettlement worker", "It would take a resettlement worker to put this right."),
    ("recent", "Nurse", "A nurse had recently joined the YOT."),
    ("recent", "Nurse", "A nurse had been appointed in September."),
    ("recent", "Nurse", "The YOT had just appointed a nurse."),
    ("recent", "Nurse", "A new nurse had taken up post in the week before our inspection."),
    (
        "recent",
        "Speech and language therapist",
        "The YOT had recently secured the services of a speech and language therapist.",
    ),
    (
        "recent",
        "Speech and language therapist",
        "A speech and language therapist was due to start in January.",
    ),
    ("recent", "Victim worker", "The newly appointed victim worker had begun to contact victims."),
    ("present", "Nurse", "The nurse saw every young person within two weeks."),
    ("present", "Nurse", "The YOT benefited from a full-time nurse."),
    ("present", "Nurse", "A nurse was seconded to the YOT for three days each week."),
    (
        "present",
        "Substance misuse worker",
        "Young people had swift access to the substance misuse worker.",
    ),
    ("present", "Substance misuse worker", "The substance misuse worker was based in the team."),
    ("present", "Psychologist", "A clinical psychologist offered consultation to case managers."),
    ("present", "Police officer", "The YOT police officer shared intelligence every morning."),
    (
        "present",
        "Probation officer",
        "The seconded probation officer supervised the older young people.",
    ),
    (
        None,
        "Police officer",
        "The police should meet their obligations, including the appointment of a police officer.",
    ),
    (None, "Nurse", "We recommend that the Board seeks a nurse."),
    (None, "Nurse", "There were plans to appoint a nurse."),
    (None, "Nurse", "The Board had agreed in principle to fund a nurse."),
    (None, "Nurse", "The YOT hoped to recruit a nurse in the new financial year."),
    (None, "Nurse", "It was intended that a nurse would be seconded from April."),
    (
        None,
        "Speech and language therapist",
        "A bid for a speech and language therapist had been submitted.",
    ),
    (
        None,
        "Speech and language therapist",
        "Talks were under way about a speech and language therapist.",
    ),
    (
        None,
        "Speech and language therapist",
        "The YOT would be well served by a speech and language therapist.",
    ),
)


@pytest.mark.parametrize(("status", "role", "text"), SENTENCES, ids=lambda value: str(value)[:60])
def test_status_of_a_role(status: str | None, role: str, text: str) -> None:
    mentions = partner_mentions([SentenceContext(text, "1.1")], "Northmoor", "Northmoor YOT")
    found = [one for one in mentions if one.is_role and role.casefold() in one.agency.casefold()]
    told = [one.role_status for one in found]
    # What is planned or wished for is absent as yet, or nothing is told.
    assert told == ([status] if found or status else []) or (not status and told == ["absent"])
