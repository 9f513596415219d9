"""Statements about change since an earlier inspection or year."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yotgraph.extraction.changes import changes
from yotgraph.extraction.dates import find_dates
from yotgraph.reading.sentences import split
from yotgraph.vocabulary import load_scheme

_ANSWERS = Path(__file__).parents[1] / "golden" / "answers"
_TEXTS = ("findings", "strengths", "areas-for-improvement")

_TOLD = (
    ("There were 24 panel members in 2011 and there are nine today.", "declined", "2011"),
    ("There are 24 trained volunteers, twice as many as in 2009.", "improved", "2009"),
    (
        "Edgeways, the scheme that we praised at our last inspection, is no longer run.",
        "declined",
        None,
    ),
    ("The protocol, drafted after our last inspection, remains unsigned.", "unchanged", None),
    ("83% of orders were completed in 2013-2014, up from 71% in 2011-2012.", "improved", "2011"),
    ("Court work was as good as it had been at our last inspection in 2012.", "unchanged", "2012"),
    ("There has been some deterioration in the timeliness of reports.", "declined", None),
    ("Offending had dropped since 2008, and attendance had climbed.", "improved", "2008"),
    ("That was a step backwards from our 2011 inspection.", "declined", "2011"),
    ("The number of first-time entrants has since halved.", "improved", None),
    (
        "Numbers of first-time entrants have fallen in each of the last four years.",
        "improved",
        None,
    ),
    ("There had been less progress in planning since our last inspection.", "unchanged", None),
    ("Performance had improved since the last inspection.", "improved", None),
    (
        "The quality of practice had declined since our last inspection, in 2012.",
        "declined",
        "2012",
    ),
    ("This area of work has come on since 2011.", "improved", "2011"),
    ("That is a marked improvement on 2014.", "improved", "2014"),
    ("Recording, which we criticised in 2011, remains patchy.", "unchanged", "2011"),
    (
        "Plans were good in 9 of 16, a lower proportion than at our last inspection.",
        "declined",
        None,
    ),
    ("Turnover of staff, a worry at the last inspection, has all but ceased.", "improved", None),
    ("The number of plans completed late had fallen since 2012.", "improved", "2012"),
    ("Standards have been maintained since our previous inspection.", "unchanged", None),
    (
        "Since our previous inspection in November 2011, the quality of plans has deteriorated.",
        "declined",
        "2011-11",
    ),
    ("First-time entrants fell by 12% compared with the previous year.", "improved", None),
    ("School attendance has fallen over the last 12 months.", "declined", None),
    ("There had been no improvement since the last inspection.", "unchanged", None),
    ("The rate of custody was higher than in 2012.", "declined", "2012"),
    ("Custody rates remained the same as the previous year.", "unchanged", None),
    ("Caseloads had risen in the past year.", "declined", None),
    ("Attendance at the board has increased since 2016.", "improved", "2016"),
    ("The quality of pre-sentence reports had improved considerably.", "improved", None),
    ("There has been a year-on-year reduction in the use of remand.", "improved", None),
    ("Reoffending rose from 31% in 2010 to 36% in 2012.", "declined", "2010"),
    ("The number of children in custody has halved since 2015.", "improved", "2015"),
    (
        "It was disappointing that little progress had been made since our last visit.",
        "unchanged",
        None,
    ),
    ("Staff turnover had increased since the previous inspection.", "declined", None),
    (
        "Between April 2012 and March 2013 there was a steady decline in remands.",
        "improved",
        "2012-04",
    ),
    ("This was worse than the previous year but better than the average.", "declined", None),
    ("Reviews were not as good as they had been in 2012.", "declined", "2012"),
    ("Contact with schools was not what it had been.", "declined", None),
    ("The rate was neither better nor worse than a year earlier.", "unchanged", None),
    (
        "The quality of reports has fallen a long way since our inspection of 2013.",
        "declined",
        "2013",
    ),
    ("Reoffending was well above the previous year.", "declined", None),
    ("Case recording, which we criticised in 2010, had improved markedly.", "improved", "2010"),
    ("Performance against the indicator has continued to improve.", "improved", None),
    ("Entrants fell for the third year in a row.", "improved", None),
    ("Supervision was more regular than at the time of the last inspection.", "improved", None),
    ("This is an improvement on the findings of our 2011 inspection.", "improved", "2011"),
    ("Little had changed since our last visit.", "unchanged", None),
    (
        "Exploitation was understood better than it had been at our inspection in 2012.",
        "improved",
        "2012",
    ),
    ("Planning had improved a great deal since the merger.", "improved", None),
    ("Take-up has doubled since 2019.", "improved", "2019"),
    ("Seven panel members remain, down from nineteen in 2016.", "declined", "2016"),
    (
        "Reoffending was higher than the national figure of 33.6 per cent but lower than the "
        "39.2 per cent recorded for the borough in the preceding year.",
        "improved",
        None,
    ),
    (
        "Since we last inspected, in 2011, the service has brought in one system.",
        "improved",
        "2011",
    ),
    ("The seat for education had been lost since our last inspection.", "declined", None),
    ("No nurse had been appointed since the last inspection.", "unchanged", None),
    ("The service has lost its police officer since 2012.", "declined", "2012"),
    ("Remands had halved in two years.", "improved", None),
    (
        "Few are sentenced to custody: there were two in 2022, against seven in 2018.",
        "improved",
        "2018",
    ),
    ("Decisions are taking longer than they used to.", "declined", None),
    ("Reports have become more convincing since 2012.", "improved", "2012"),
    ("Plans were less thorough than at our last inspection.", "declined", None),
    (
        "Waits for an appointment with the nurse or doctor have risen in two years.",
        "declined",
        None,
    ),
    ("Work has improved since a probation officer joined the team in 2014.", "improved", "2014"),
    ("Our last inspection was held in 2012, and planning had improved since.", "improved", "2012"),
    ("The time from offence to panel has fallen over the last year.", "improved", None),
    ("Waiting times have lengthened, from five days to three weeks.", "declined", None),
    ("In 2016 there were five nurses; now there are three.", "declined", "2016"),
    (
        "In 2019 the wait for a clinic was 38 days; by August 2020 it stood at 71.",
        "declined",
        "2019",
    ),
    ("Not all of the concerns we raised in 2015 have been resolved.", "unchanged", "2015"),
    ("We made the same observation in 2012.", "unchanged", "2012"),
    ("The progress that we noted in 2012 has not been sustained.", "declined", "2012"),
    ("The backlog reported at the last inspection has been cleared.", "improved", None),
    ("Court reports were good, as they had been in 2011.", "unchanged", "2011"),
    ("Fewer children were remanded than in 2012.", "improved", "2012"),
    ("Reviews, which were poor in 2012, were now good enough in most cases.", "improved", "2012"),
    ("The timeliness of visits has improved.", "improved", None),
    ("Caseloads are half what they were in 2010.", "improved", "2010"),
    ("As in 2011, reviews were the weakest area.", "unchanged", "2011"),
    ("The position on vulnerability had hardly moved since 2011.", "unchanged", "2011"),
    ("What was a weakness in 2012 is now a strength.", "improved", "2012"),
    ("Custody fell from 41 per cent a year earlier.", "improved", None),
    ("The number of late assessments had fallen by a third since 2012.", "improved", "2012"),
    ("Since we last inspected, the number of specialist staff had halved.", "declined", None),
    ("The same weaknesses that we found in 2011 remained.", "unchanged", "2011"),
    ("All the recommendations of our last inspection had been completed.", "improved", None),
    ("The team had responded well to our last inspection.", "improved", None),
    ("The vetting of plans had been tightened since 2009.", "improved", "2009"),
    ("Since our last inspection the team has taken on early help.", "improved", None),
    ("Punctuality, which had slumped in 2012, has since recovered.", "improved", "2012"),
    ("The trust no longer offers placements as it did until 2012.", "declined", "2012"),
    ("Children wait nine weeks for a nurse, longer than in 2012.", "declined", "2012"),
    ("This was an issue in 2012 and remained so.", "unchanged", "2012"),
    ("Every desk now has a telephone, an advance on the position in 2012.", "improved", "2012"),
    ("The standard of court reports had risen markedly since 2012.", "improved", "2012"),
    ("The quality of reviews has fallen since 2012.", "declined", "2012"),
    ("In the last year 31 conferences with victims were held, up from 18.", "improved", None),
    ("The gap between offence and decision was 61 days, against 35 in 2012.", "declined", "2012"),
    ("Case managers hold nine cases on average, compared with 14 two years ago.", "improved", None),
    ("The average wait was 30 days, compared with 30 days in 2012.", "unchanged", "2012"),
    ("The number of entrants has stayed much the same since 2012.", "unchanged", "2012"),
    (
        "Reoffending is lower than in the country as a whole and has fallen from 41 per cent in the"
        " previous year.",
        "improved",
        None,
    ),
)
_ANSWERED = (
    (
        ("In 2012 we praised the range of staff.", "The number of orders, however, has halved."),
        None,
        None,
    ),
    (
        ("In 2012 we praised the team.", "The number of specialist staff has halved."),
        "declined",
        "2012",
    ),
    (
        ("The previous inspection found a strong board.", "It now lacks direction."),
        "declined",
        None,
    ),
    (
        (
            "At our last inspection, in 2011, the team was small.",
            "It is now well led and confident.",
        ),
        "improved",
        "2011",
    ),
    (
        ("The previous inspection found plans to be weak.", "They are weak still."),
        "unchanged",
        None,
    ),
    (("At our last inspection, in 2010, few were reviewed.", "Most now are."), "improved", "2010"),
    (("In 2011 we were critical of risk assessment.", "This is no longer so."), "improved", "2011"),
    (
        (
            "At our last inspection, in 2012, we asked for better records.",
            "It has been done: entries were prompt.",
        ),
        "improved",
        "2012",
    ),
    (
        ("At our last inspection, in 2012, we asked for records to be kept.", "They have been."),
        "improved",
        "2012",
    ),
    (
        (
            "The previous inspection, in 2011, criticised victim work.",
            "Progress since that date has been substantial.",
        ),
        "improved",
        "2011",
    ),
    (
        ("Our inspection in 2011 found that reviews were missed.", "This remains the case."),
        "unchanged",
        "2011",
    ),
)
_NOT_TOLD = (
    "There had been an improvement in his behaviour.",
    "Planning was not what staff had been led to expect at our last inspection.",
    "The service plans to improve performance by the next inspection.",
    "The reoffending rate was lower than the England and Wales average.",
    "If funding were found, caseloads would fall compared with last year.",
    "The service should improve on the previous year's performance.",
    "The last inspection was in 2011.",
    "This area had been identified for improvement in 2012.",
    "Reviews no longer copy out the first assessment as they did in 2012.",
    "Of the 13 staff we met, 12 said that they had been treated well and ten are less tired now.",
    "First-time entrants have been above the national figure for three years running.",
    "Of the 48 cases audited last year, 19 were graded as needing improvement.",
    "Cuts were reported in May 2012, but it was a further year before they were opposed.",
    "In the past year, the board has had three chairs.",
    "Improvement plans have been written over the last three years.",
    "Work to reduce reoffending needs to improve.",
    "There was no review in the last year.",
    "The reoffending rate was well above the England and Wales average.",
    "They found themselves on the page, which is not what they had been led to expect.",
    "The young person's behaviour had improved.",
    "He had been moved twice since the last inspection.",
    "A nurse will be appointed since the last inspection asked for one.",
    "This is no longer so.",
    "The young person was in care in 2013 and is now doing well, as his mother said.",
    "The office is now in the town hall, where it has been since 2010.",
    "Nobody had been trained in risk assessment since 2012.",
    "The scheme had closed and two people were in lodgings when we visited.",
    "",
)


@pytest.mark.parametrize(("sentence", "direction", "earlier"), _TOLD)
def test_a_change_is_read(sentence: str, direction: str, earlier: str | None) -> None:
    assert changes([sentence]) == ((0, direction, earlier),)


@pytest.mark.parametrize("sentence", _NOT_TOLD)
def test_no_change_is_read(sentence: str) -> None:
    assert changes([sentence]) == ()


@pytest.mark.parametrize(("sentences", "direction", "earlier"), _ANSWERED)
def test_a_sentence_answers_the_one_before(
    sentences: tuple[str, str], direction: str | None, earlier: str | None
) -> None:
    assert changes(sentences) == (((1, direction, earlier),) if direction else ())


def test_a_pronoun_takes_its_subject_from_the_sentence_before() -> None:
    fall = "This was a substantial fall on the previous year."
    assert changes(["The reoffending rate was 35%.", fall]) == ((1, "improved", None),)
    assert changes(["Attendance at school was 80%.", fall]) == ((1, "declined", None),)
    assert changes(["We looked at 14 cases.", fall]) == ()


@pytest.mark.parametrize(
    ("comparison", "direction"),
    [
        ("It had not fallen: in the previous year it was 34.1%.", "declined"),
        ("This compares with 38.2% in the previous year and 36% nationally.", "improved"),
        ("The previous year's rate was 34.9%.", "unchanged"),
    ],
)
def test_figures_tell_what_words_do_not(comparison: str, direction: str) -> None:
    assert changes(["The reoffending rate was 34.9%.", comparison]) == ((1, direction, None),)
    assert changes(["The plan had 34 pages.", comparison]) == ()


@given(st.lists(st.text(max_size=120), max_size=4))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_read(sentences: list[str]) -> None:
    directions = {concept.notation for concept in load_scheme("directions")}
    found = changes(sentences)
    assert found == changes(sentences)
    for index, direction, earlier in found:
        assert 0 <= index < len(sentences)
        assert direction in directions
        assert earlier is None or earlier in {d.iso for d in find_dates(sentences[index])}


@pytest.mark.parametrize(
    "report", sorted(path.name for path in _ANSWERS.iterdir() if path.is_dir())
)
def test_it_agrees_with_readers_of_reports(report: str) -> None:
    wanted = {
        (row["evidence"], row["direction"], row["earlier"])
        for row in _rows(_ANSWERS / report / "since-last-inspection.csv")
    }
    found: set[tuple[str, str, str]] = set()
    for name in _TEXTS:
        for row in _rows(_ANSWERS / report / f"{name}.csv"):
            text = row["text"]
            sentences = [text[span.start : span.end] for span in split(text)]
            for index, direction, earlier in changes(sentences):
                found.add((sentences[index], direction, earlier or ""))
    assert wanted
    assert found == wanted


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
