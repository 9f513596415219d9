"""Figures of the key facts and of running text, with what their footnotes say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yotgraph.extraction.key_facts import key_facts
from yotgraph.extraction.statistics import named_in_note, note_for, text_figures
from yotgraph.reading import Document

Maker = Callable[[str], Document]
Row = tuple[str, str, str, str, str | None]


def facts(document: Document) -> list[Row]:
    return [
        (one.subject, one.measure, one.value, one.unit, one.breakdown)
        for one in key_facts(document, document.blocks, "Northmoor")
    ]


def told(document: Document) -> list[Row]:
    spans = [block.span for block in document.blocks]
    return [
        (one.subject, one.measure, one.value, one.unit, one.breakdown)
        for one in text_figures(document, spans, "Northmoor")
    ]


ENTRANTS: list[Row] = [
    ("Northmoor YOS", "First-time entrant rate", "554", "per 100,000", None),
    ("England and Wales", "First-time entrant rate", "301", "per 100,000", None),
]


@pytest.mark.parametrize(
    "text",
    [
        "First-time entrant rate per 100,000\n\n554\n\nNorthmoor YOS\n\n301\n\nAverage for England and Wales\n",
        "**First-time entrant rate\nper 100,000**\n\n554\n\nNorthmoor\nYOS\n\n301\n\nAverage for\nEngland and Wales\n",
        "First-time entrant rate per 100,000\n\nNorthmoor YOS\n\n554\n\nEngland and Wales\n\n301\n",
        "First-time entrant rate per 100,000\n\nNorthmoor YOS 554\n\nEngland and Wales 301\n",
        "First-time entrant rate per 100,000\n\n554\nNorthmoor YOS\n301\nAverage for\nEngland and Wales\n",
        "First-time entrant rate per 100,000\n\n554\tNorthmoor YOS\n301\tAverage for England and Wales\n",
        "\tNorthmoor YOS\tEngland and Wales\nFirst-time entrant rate per 100,000\t554\t301\n",
        "| | Northmoor YOS | England and Wales |\n|---|---|---|\n| First-time entrant rate per 100,000 | 554 | 301 |\n",
    ],
    ids=[
        "value first",
        "broken lines",
        "subject first",
        "one line",
        "close lines",
        "value before its subject",
        "a tabbed table",
        "a piped table",
    ],
)
def test_a_rate_for_two_places_in_every_layout(document: Maker, text: str) -> None:
    assert facts(document(text)) == ENTRANTS


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Total population Northmoor 210,711",
            ("Northmoor", "Total population", "210711", "people", None),
        ),
        (
            "Total youth population 23,635",
            ("Northmoor", "Total youth population", "23635", "people", None),
        ),
        (
            "Total black and minority ethnic\nyouth population 9,535",
            (
                "Northmoor",
                "Total black and minority ethnic youth population",
                "9535",
                "people",
                None,
            ),
        ),
        ("Total population\t210,711", ("Northmoor", "Total population", "210711", "people", None)),
        ("Total spend\t£4,812,300", ("Northmoor", "Total spend", "4812300", "pounds", None)),
        (
            "Average caseload per case manager\t7",
            ("Northmoor", "Average caseload per case manager", "7", "cases", None),
        ),
        ("Total population: 210,711", ("Northmoor", "Total population", "210711", "people", None)),
    ],
)
def test_a_label_with_its_value(document: Maker, text: str, row: Row) -> None:
    assert facts(document(text)) == [row]


@pytest.mark.parametrize("joint", ["\t", " | ", "     "])
def test_shares_of_the_caseload(document: Maker, joint: str) -> None:
    rows = [
        ["Age", "10-14", "15-17"],
        ["Northmoor", "30%", "70%"],
        ["National average", "24%", "76%"],
        ["Gender", "Male", "Female"],
        ["Northmoor", "87%", "13%"],
    ]
    table = "\n".join(joint.join(row) for row in rows)
    assert facts(document(f"Caseload information\n\n{table}\n")) == [
        ("Northmoor", "Caseload", "30", "per cent", "10-14"),
        ("Northmoor", "Caseload", "70", "per cent", "15-17"),
        ("National average", "Caseload", "24", "per cent", "10-14"),
        ("National average", "Caseload", "76", "per cent", "15-17"),
        ("Northmoor", "Caseload", "87", "per cent", "Male"),
        ("Northmoor", "Caseload", "13", "per cent", "Female"),
    ]


def test_lines_without_an_empty_one_between_them(document: Maker) -> None:
    text = (
        "Contextual facts\n\nFirst-time entrant rate per 100,000 in Northmoor: 554\n"
        "First-time entrant rate per 100,000 in England and Wales: 301\n\n"
        "Total population Northmoor (2020) 210,711\nTotal youth population 23,635\n"
    )
    assert facts(document(text)) == [
        ("Northmoor", "First-time entrant rate", "554", "per 100,000", None),
        ENTRANTS[1],
        ("Northmoor", "Total population", "210711", "people", None),
        ("Northmoor", "Total youth population", "23635", "people", None),
    ]


def test_the_parts_of_a_caseload(document: Maker) -> None:
    text = (
        "Additional caseload data\n\nTotal current caseload, of which:\t145\n"
        "Court disposals\t33\n112\tOut-of-court disposals\n"
    )
    assert facts(document(text)) == [
        ("Northmoor", "Total current caseload", "145", "people", None),
        ("Northmoor", "Caseload", "33", "people", "Court disposals"),
        ("Northmoor", "Caseload", "112", "people", "Out-of-court disposals"),
    ]


def test_numbers_with_their_shares(document: Maker) -> None:
    text = "Additional caseload data\n\n33 (23%)\tCourt disposals\n112 (77%)\tLicences\n"
    assert facts(document(text)) == [
        ("Northmoor", "Caseload", "33", "people", "Court disposals"),
        ("Northmoor", "Caseload", "23", "per cent", "Court disposals"),
        ("Northmoor", "Caseload", "112", "people", "Licences"),
        ("Northmoor", "Caseload", "77", "per cent", "Licences"),
    ]


def test_a_column_headed_by_its_unit(document: Maker) -> None:
    text = "Court disposals\n\nOffence types\t%\nViolence against the person\t61%\n"
    assert facts(document(text)) == [
        ("Northmoor", "Offence types", "61", "per cent", "Violence against the person")
    ]


def test_a_year_behind_a_label_is_the_period(document: Maker) -> None:
    made = document("Population information\n\n260,200\tTotal population Northmoor (2020)\n")
    (figure,) = key_facts(made, made.blocks, "Northmoor")
    assert (figure.measure, figure.period) == ("Total population", "2020")


def test_a_figure_stands_on_its_words(document: Maker) -> None:
    made = document("Reoffending rates\n\n47.3%\n\nNorthmoor YOS\n")
    (figure,) = key_facts(made, made.blocks, "Northmoor")
    assert " ".join(made.slice(figure.span).split()) == "47.3% Northmoor YOS"
    assert "Reoffending rates" in made.slice(figure.marks)
    assert (figure.value, figure.unit) == ("47.3", "per cent")


def test_a_figure_that_nothing_explains_is_left_out(document: Maker) -> None:
    assert (
        facts(document("Some words that go before.\n\n554\n\nOther words that follow it.\n")) == []
    )


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The population in 2017 was estimated to be 210,711.",
            [("Northmoor", "Total population", "210711", "people", None)],
        ),
        (
            "The youth population was 23,635.",
            [("Northmoor", "Youth population", "23635", "people", None)],
        ),
        (
            "The offending rate for Looked After Children in Northmoor (5.0%) was lower than the"
            " England average (5.6%).",
            [
                ("Northmoor", "Offending rate", "5.0", "per cent", "Looked After Children"),
                ("England", "Offending rate", "5.6", "per cent", "Looked After Children"),
            ],
        ),
        (
            "In this borough, 40 per cent of the 10-17 population are from minority ethnic"
            " backgrounds, compared to 60 per cent overall.",
            [
                (
                    "Northmoor",
                    "Population from minority ethnic backgrounds",
                    "40",
                    "per cent",
                    "10-17 population",
                ),
                (
                    "Northmoor",
                    "Population from minority ethnic backgrounds",
                    "60",
                    "per cent",
                    "overall",
                ),
            ],
        ),
        ("Plans were late in 40 per cent of cases.", []),
        ("The population was young.", []),
    ],
)
def test_figures_of_running_text(document: Maker, text: str, rows: list[Row]) -> None:
    assert told(document(text)) == rows


@pytest.mark.parametrize(
    ("note", "period", "source", "published"),
    [
        (
            "Proven reoffending statistics, October 2015 to September 2016, Ministry of Justice, (July 2018).",
            "October 2015 to September 2016",
            "Ministry of Justice",
            "2018-07",
        ),
        (
            "First-time entrants, October 2016 to September 2017, Youth Justice Board (YJB).",
            "October 2016 to September 2017",
            "Youth Justice Board",
            None,
        ),
        (
            "UK Population estimates for: Mid 2017, Office for National Statistics (June 2018).",
            "Mid 2017",
            "Office for National Statistics",
            "2018-06",
        ),
        (
            "Census (2011), Office for National Statistics (December 2012).",
            "2011",
            "Office for National Statistics",
            "2012-12",
        ),
        (
            "Youth Justice annual statistics: 2016 to 2017, YJB, (January 2018).",
            "2016 to 2017",
            "Youth Justice Board",
            "2018-01",
        ),
        (
            "Published December 2014 by the Department for Education - Offending by Looked After Children",
            None,
            "Department for Education - Offending by Looked After Children",
            "2014-12",
        ),
        (
            "Outcomes for Children Looked After. Published December 2014 by the Department for Education",
            None,
            "Department for Education",
            "2014-12",
        ),
        ("Nothing to see.", None, None, None),
    ],
)
def test_what_a_note_says_of_a_figure(
    document: Maker, note: str, period: str | None, source: str | None, published: str | None
) -> None:
    made = document(f"Reoffending rates¹\n\n47.3%\n\nNorthmoor YOS\n\n¹ {note}\n")
    found = note_for(made, made.blocks[0].span, "Reoffending rate")
    assert found is not None
    assert (found.period, found.source, found.published) == (period, source, published)
    assert found.block.text == note


def test_without_a_mark_there_is_no_note(document: Maker) -> None:
    made = document("Reoffending rates\n\n47.3%\n\n¹ A note that nothing points to.\n")
    assert note_for(made, made.blocks[0].span, "Reoffending rate") is None


def test_parts_of_a_caseload_add_up_to_it(document: Maker) -> None:
    text = (
        "Additional caseload data\n\nTotal current caseload\t145\nCourt disposals\t33\n"
        "Out-of-court disposals\t112\nVolunteers\t9\n"
    )
    assert facts(document(text))[1:] == [
        ("Northmoor", "Caseload", "33", "people", "Court disposals"),
        ("Northmoor", "Caseload", "112", "people", "Out-of-court disposals"),
        ("Northmoor", "Volunteers", "9", "people", None),
    ]


def test_a_note_to_several_figures_tells_of_each_what_it_names(document: Maker) -> None:
    note = (
        "First-time entrants, 2019 to 2020, Youth Justice Board (March 2021). Proven reoffending,"
        " July 2018 to June 2019, Ministry of Justice (May 2021)."
    )
    made = document(f"Population information¹\n\n47.3%\n\n¹ {note}\n")
    told = note_for(made, made.blocks[0].span, "Reoffending rate")
    assert told is not None
    assert (told.period, told.source, told.published) == (
        "July 2018 to June 2019",
        "Ministry of Justice",
        "2021-05",
    )
    assert named_in_note(note, "Vacancy rate") is None
