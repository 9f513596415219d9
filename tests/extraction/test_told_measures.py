"""Figures of known measures that sentences tell."""

from __future__ import annotations

import pytest

from yotgraph.extraction.told_measures import told_measures

Row = tuple[str, str, str, str, str | None, str | None]
ENTRANTS, CUSTODY = "First-time entrant rate", "Custody rate"
LOOKED_AFTER = "looked after children"


def rows(text: str) -> list[Row]:
    return [
        (one.place, one.measure, one.value, one.unit, one.group, one.period)
        for one in told_measures(text, "Fenby")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "There were 310 first-time entrants for every 100,000 children, against a London figure of 290.",
            [
                ("Fenby", ENTRANTS, "310", "per 100,000", None, None),
                ("London", ENTRANTS, "290", "per 100,000", None, None),
            ],
        ),
        (
            "The rate of first-time entrants fell from 402 to 318 per 100,000 of those aged 10 to 17.",
            [
                ("Fenby", ENTRANTS, "402", "per 100,000", None, None),
                ("Fenby", ENTRANTS, "318", "per 100,000", None, None),
            ],
        ),
        (
            "First-time entrants stood at 1,210 per 100,000 in 2012, down from 1,340 two years earlier.",
            [
                ("Fenby", ENTRANTS, "1210", "per 100,000", None, "2012"),
                ("Fenby", ENTRANTS, "1340", "per 100,000", "two years earlier", None),
            ],
        ),
        (
            "Children are seldom sentenced to custody: 0.2 per 1,000 young people, compared with 0.5 nationally.",
            [
                ("Fenby", CUSTODY, "0.2", "per 1,000", None, None),
                ("England and Wales", CUSTODY, "0.5", "per 1,000", None, None),
            ],
        ),
        (
            "The number of custodial sentences fell from 31 in 2015 to 14 in 2018.",
            [
                ("Fenby", "Custodial sentences", "31", "sentences", None, "2015"),
                ("Fenby", "Custodial sentences", "14", "sentences", None, "2018"),
            ],
        ),
        (
            "The number of first-time entrants rose: there were nine in 2014, against seven in 2012.",
            [
                ("Fenby", "First-time entrants", "9", "people", None, "2014"),
                ("Fenby", "First-time entrants", "7", "people", None, "2012"),
            ],
        ),
        (
            "Offending by looked after children had fallen from 7.1% in 2014 to 4.6% in 2015.",
            [
                ("Fenby", "Offending rate", "7.1", "per cent", LOOKED_AFTER, "2014"),
                ("Fenby", "Offending rate", "4.6", "per cent", LOOKED_AFTER, "2015"),
            ],
        ),
        (
            "Of note, 7% of looked after children here had been convicted, compared with 6% in England.",
            [
                ("Fenby", "Offending rate", "7", "per cent", LOOKED_AFTER, None),
                ("England", "Offending rate", "6", "per cent", LOOKED_AFTER, None),
            ],
        ),
    ],
)
def test_a_figure_with_what_is_set_against_it(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_another_share_of_the_sentence_is_none_of_the_measure() -> None:
    told = rows("Offending by looked after children was 7% here, and 60% of plans were sound.")
    assert [value for _, _, value, *_ in told] == ["7"]


@pytest.mark.parametrize("place", ["North Fenby", "Newton upon Dale", "Upton-on-Dale"])
def test_a_place_of_several_words(place: str) -> None:
    (told,) = rows(f"Offending by looked after children was 7% in {place}.")
    assert told[0] == place


@pytest.mark.parametrize(
    "text",
    [
        "We looked at 14 cases, of which two were custodial sentences.",
        "The number of first-time entrants had fallen every year since 2009.",
        "Five of the looked after children had moved in 2014.",
        "The panel met 12 times, and 90% of members came.",
        "The plan for custodial sentences was reviewed after 14 days.",
    ],
)
def test_a_sentence_without_a_figure_of_a_measure(text: str) -> None:
    assert rows(text) == []
