"""Where sentences end: hard cases, hand-read evidence, and what holds for any text."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yotgraph.reading.document import Span
from yotgraph.reading.sentences import split

ANSWERS = Path(__file__).parents[1] / "golden" / "answers"
REPORTS = sorted(path.name for path in ANSWERS.iterdir() if path.is_dir())

#: Each text as its sentences; they are joined by a space.
HARD: tuple[tuple[str, ...], ...] = (
    ("The risk was high.", "Plans were late."),
    (
        'An inspector noted: "On release, Sam was referred to the nurse.',
        "He had been placed in a unit far from home.",
        'The work helped."',
    ),
    (
        "An inspector noted: “On release, Sam was referred to the nurse.",
        "He had been placed far from home.”",
        "This was good work.",
    ),
    (
        'They used it: "...to challenge Sam about his view".',
        'They said this: "...led to a respectful relationship".',
        "Good.",
    ),
    ('"It was good," she said.', "We agreed."),
    ("‘It was the best plan I have seen.’", "The manager agreed."),
    ("He asked: “Was it reviewed?” and nobody knew.", "It was not."),
    ("Two cases met the criteria (MAPPA).", "Neither was referred."),
    ("The plan was late (as it was in other cases).", "It was not reviewed."),
    ("The plan was late.", "(It was not the only one.)", "Reviews were better."),
    ("The rate was 36.0%.", "This was better than 38.5%."),
    ("See No. 1 in the list.", "Nos. 2 and 3 are closed."),
    ("Some tools, e.g. AssetPlus, were used.", "Others, i.e. Asset, were not."),
    ("Mr. Smith and Dr. Jones chaired it.", "Cllr. Brown did not."),
    ("The board met Prof. Green of St. Helens.", "It was useful."),
    ("J. Smith led the team.", "H. M. Brown joined."),
    ("The U.K. Government issued guidance.", "It was clear."),
    ("The meeting ended at 3 p.m. on Friday.", "We left."),
    ("The meeting ended at 3 p.m.", "The board left."),
    ("Agencies, e.g. health, education, etc. were present.", "Police were not."),
    ("We saw health, education, etc.", "The police were there."),
    ("See para. 3 and pp. 4 and 5.", "Fig. 2 shows it."),
    ("Approx. 20 cases were seen.", "Most were good."),
    ("In the case of Child A. the plan was good.",),
    ("1. Reducing reoffending",),
    ("2.1. Assessment",),
    ("In 9 cases it failed.", "14 cases were seen."),
    ("The review took place in 2014.", "In 2015 it did not."),
    ("Was it good?", "It was."),
    ("It was excellent!", "Everyone said so."),
    ("Reviews were late; plans were missing; risks grew.", "This matters."),
    ("Key drivers were: drugs; violence; and debt.", "The plan named them."),
    ('"Jo...[being] the most stable for some time...She was engaging...a credit to the worker."',),
    ("The plan ... was never finished.", "It should have been."),
    ("The plan… was never finished.", "It should have been."),
    ("Write to anna.smith@justice.gov.uk or call 0161 240 5336.", "See www.gov.uk for more."),
    ("Read https://www.justice.gov.uk/a.b/c.html.", "Then decide."),
    ("The children’s plans were good.", "The workers’ plans were not."),
    ("The boys' plans were good.", "The girls' plans were not."),
    ("The level was 'high'.", "It should have been 'low'."),
    ("One of the YOS's strengths is health.", "Another is police."),
    ("We spoke to the parents/carers.", "They were positive."),
    ("HMI Probation (2017) set it out.", "It is clear."),
    ("In all but one case (see 2.1.) it was reviewed.", "Good."),
    ("There were three (of a possible nine) cases.", "All failed."),
    ("The service scored 12 out of 36.", "It requires improvement."),
    ("We met the CAMHS nurse and the YOS police officer at the YOT.", "YOT staff were positive."),
    ("It was led by the S.W. region.", "It went well."),
    ("Section 39 of the Act (c. 37) applies.", "It lists partners."),
    ("He was 17.", "She was 15."),
    ('The plan said "see case record".', "No case record was found."),
    ("The plan was written in Jan. 2018.", "It was reviewed in Sept. 2018."),
    ("The non\xa0breaking plan A.\xa0Smith wrote was good.", "It was used."),
    ("This was well done.", "It worked."),
    ("Source: Ministry of Justice",),
    ("Risk was managed vs. the plan.", "It fell."),
    ("The reports (cf. Annex 2) were good.", "They were used."),
    ("A. Assessment",),
    ("He moved to Flat 2, St. James Rd.", "His plan did not change."),
    ("The YOT’s plan was ‘good enough’.", "It was used in 9 of 14 cases."),
    ("She said: “I liked it.", "It helped.”", "Her worker agreed."),
    ("We asked the question (Did it help?) of all.", "They said it did."),
    ("The score was 2.5 out of 3.", "Last year it was 2.1."),
    ("Orders lasted 12 months.", '"Too long," said one.'),
    ("This is set out in s. 39 of the Act.", "It is law."),
    ("Standard 2.1.3 was met.", "Standard 2.1.4 was not."),
    ("Sgt. Hill of the gangs unit attended.", "Others did not."),
    ("The visit was on 3 Nov. 2017.", "It went ahead."),
    ("Some were late...", "Others were not done."),
    ("Why was it late?!", "Nobody knew."),
    ("Case managers were asked about MAPPA, MASH etc.", "Few knew."),
    (
        "The risk panel (chaired by the YOT Manager) met weekly.",
        "[The minutes were clear.]",
        "Good.",
    ),
    ("Children's social care (CSC).", "Education, training and employment (ETE)."),
    ("He was moved to St Helens.", "St Helens YOT took over."),
    ("It ran from 9 a.m. to 5 p.m. each day.", "On Fridays it closed early."),
    ("The plan was shared with Ms. A. Jones of CAMHS.", "She agreed."),
    ("It was late;",),
    ("Aged 14.", "He lived with his aunt."),
    ("• Plans were late.", "• Reviews were missing."),
)


def sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split(text)]


@pytest.mark.parametrize("expected", HARD, ids=lambda expected: expected[0][:40])
def test_hard_cases(expected: tuple[str, ...]) -> None:
    assert sentences(" ".join(expected)) == list(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plans were late.Reviews were not.", ["Plans were late.", "Reviews were not."]),
        (
            "Write to Anna.Smith@justice.gov.uk today.",
            ["Write to Anna.Smith@justice.gov.uk today."],
        ),
        ("See www.Justice.gov.uk now.", ["See www.Justice.gov.uk now."]),
        ("  Plans.  \n Reviews were late. ", ["Plans.", "Reviews were late."]),
        ("Does it keep people safe? 84%", ["Does it keep people safe? 84%"]),
        ("", []),
        ("  \t ", []),
        ("84%", ["84%"]),
        ("1. 2. 3.", ["1. 2. 3."]),
        ("A list without a full stop", ["A list without a full stop"]),
        (
            "It (see 2. Then 3.) ended. Then it began.",
            ["It (see 2. Then 3.) ended.", "Then it began."],
        ),
        ("The (plan was late. It was lost.", ["The (plan was late.", "It was lost."]),
    ],
)
def test_spacing_and_joins(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize("report", REPORTS)
def test_hand_read_evidence_is_whole_sentences(report: str) -> None:
    """A reader who quotes one sentence as evidence quotes one of ours."""
    with (ANSWERS / report / "findings.csv").open(encoding="utf-8", newline="") as file:
        found = {sentence for row in csv.DictReader(file) for sentence in sentences(row["text"])}
    with (ANSWERS / report / "quantified-findings.csv").open(encoding="utf-8", newline="") as file:
        evidence = [row["evidence"] for row in csv.DictReader(file)]
    assert len(evidence) > 5
    assert [quote for quote in evidence if quote not in found] == []


TEXTS = st.text(
    alphabet=st.sampled_from("aB é1.!?…\"'”’()[]•–\xa0\t\n") | st.characters(), max_size=80
)


@settings(deadline=None)
@given(TEXTS)
def test_spans_cover_what_is_no_space_once_and_in_order(text: str) -> None:
    spans = split(text)
    covered = [place for span in spans for place in range(span.start, span.end)]
    assert covered == sorted(set(covered))
    assert all(place in set(covered) for place, sign in enumerate(text) if not sign.isspace())
    for span in spans:
        assert text[span.start : span.end] == text[span.start : span.end].strip() != ""


@settings(deadline=None)
@given(TEXTS)
def test_a_sentence_among_others_holds_a_letter(text: str) -> None:
    found = sentences(text)
    assert len(found) < 2 or all(any(map(str.isalpha, sentence)) for sentence in found)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["Plans were late", "The YOT had 14", "Reviews (all) were good"])))
def test_plain_sentences_come_apart(parts: list[str]) -> None:
    written = [f"{part}." for part in parts]
    assert sentences(" ".join(written)) == written


def test_offsets_count_characters() -> None:
    text = "The child’s café visit… 😀 was late. Then 🙂 it was not."
    first, second = split(text)
    assert (first.start, second.end) == (0, len(text))
    assert text[second.start :].startswith("Then")
    assert isinstance(first, Span)


@pytest.mark.parametrize(
    "unit",
    [
        ".",
        ". ",
        "a.",
        '"a. ',
        "(",
        "1. ",
        " ",
        "A.b@",
        "aa.Bb",
        "e.g. ",
        '.("',
        "… A",
        "[",
        "a. \n",
    ],
)
def test_no_text_makes_it_slow(unit: str) -> None:
    """Time that grows with the square of the length would take minutes here."""
    text = unit * (120_000 // len(unit))
    start = time.process_time()
    split(text)
    assert time.process_time() - start < 10
