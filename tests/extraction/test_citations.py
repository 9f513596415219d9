"""Cited works: laws, standards, reports and data sets, each once with what is known of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yotgraph.extraction.citations import citations
from yotgraph.reading import Document

Maker = Callable[[str], Document]
PUBLISHER = "HM Inspectorate of Probation"


def cited(document: Document) -> list[tuple[str, str, str | None, str | None]]:
    found = citations(document, document.blocks, PUBLISHER)
    assert all(document.slice(one.span).strip() for one in found)
    return [(one.cited, one.type, one.publisher, one.date) for one in found]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "Published January 2016 based on binary reoffending rates after 12 months for the"
            " April 2013 – March 2014 cohort. Source: Ministry of Justice",
            (
                "binary reoffending rates after 12 months for the April 2013 – March 2014 cohort",
                "dataset",
                "Ministry of Justice",
                "2016-01",
            ),
        ),
        (
            "Published December 2014 by the Department for Education - Offending by Looked After Children",
            (
                "Offending by Looked After Children",
                "dataset",
                "Department for Education",
                "2014-12",
            ),
        ),
        (
            "Children looked after in Fenby. Published March 2016 by the Department for Education",
            ("Children looked after in Fenby", "dataset", "Department for Education", "2016-03"),
        ),
        (
            "Department for Education, Outcomes for Children Looked After, December 2013",
            (
                "Outcomes for Children Looked After",
                "dataset",
                "Department for Education",
                "2013-12",
            ),
        ),
        (
            "Fenby YOT, Triage Evaluation, June 2012",
            ("Triage Evaluation", "publication", "Fenby YOT", "2012-06"),
        ),
        (
            "HM Inspectorate of Probation. (2017). *The Work of Youth Offending Teams to Protect the Public*.",
            (
                "The Work of Youth Offending Teams to Protect the Public",
                "inspection-report",
                PUBLISHER,
                "2017",
            ),
        ),
        (
            "HM Inspectorate of Probation. (2017). The Work of Youth Offending Teams to Protect the Public.",
            (
                "The Work of Youth Offending Teams to Protect the Public",
                "inspection-report",
                PUBLISHER,
                "2017",
            ),
        ),
        (
            "*UK Population estimates, mid-2017*, Office for National Statistics, (June 2018).",
            (
                "UK Population estimates, mid-2017",
                "dataset",
                "Office for National Statistics",
                "2018-06",
            ),
        ),
        (
            "UK Population estimates, mid-2017, Office for National Statistics, (June 2018).",
            (
                "UK Population estimates, mid-2017",
                "dataset",
                "Office for National Statistics",
                "2018-06",
            ),
        ),
        (
            "HMI Probation. (March 2018). *Standards for inspecting probation services*",
            ("Standards for inspecting probation services", "guidance", PUBLISHER, "2018-03"),
        ),
        (
            "First-time entrants, October 2016 to September 2017, Youth Justice Board (YJB).",
            (
                "First-time entrants, October 2016 to September 2017",
                "dataset",
                "Youth Justice Board",
                None,
            ),
        ),
        (
            "*All in One Place*, Welsh Government and the Youth Justice Board, July 2014.",
            (
                "All in One Place",
                "publication",
                "Welsh Government and Youth Justice Board",
                "2014-07",
            ),
        ),
        (
            "Ofsted, Estyn and the Care Quality Commission. (2016). Homes far away.",
            (
                "Homes far away",
                "inspection-report",
                "Ofsted, Estyn and Care Quality Commission",
                "2016",
            ),
        ),
        (
            "The *Crime and Disorder Act 1998* set out the arrangements.",
            ("Crime and Disorder Act 1998", "legislation", None, "1998"),
        ),
    ],
)
def test_what_a_footnote_cites(
    document: Maker, note: str, expected: tuple[str, str, str | None, str | None]
) -> None:
    assert cited(document(f"The rate¹ was low.\n\n¹ {note}\n")) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Section 39 of the Crime and Disorder Act 1998 says so.",
            ("Crime and Disorder Act 1998", "legislation", None, "1998"),
        ),
        ("The Children Act 2004 says so.", ("Children Act 2004", "legislation", None, "2004")),
        (
            "It follows the Legal Aid, Sentencing and Punishment of Offenders Act 2012 closely.",
            (
                "Legal Aid, Sentencing and Punishment of Offenders Act 2012",
                "legislation",
                None,
                "2012",
            ),
        ),
        (
            "The Criminal Justice (Out of Court) Regulations 2013 apply.",
            ("Criminal Justice (Out of Court) Regulations 2013", "legislation", None, "2013"),
        ),
        (
            "such as the National Standards for Youth Justice, and others.",
            ("National Standards for Youth Justice", "guidance", None, None),
        ),
        (
            "Visits met the National Standards for Youth Justice in all but two cases.",
            ("National Standards for Youth Justice", "guidance", None, None),
        ),
        (
            "It was done as Working Together to Safeguard Children (2015) requires.",
            ("Working Together to Safeguard Children", "guidance", None, "2015"),
        ),
        (
            "Visits met the National Standards for Youth Justice (2013) in nine cases.",
            ("National Standards for Youth Justice", "guidance", None, "2013"),
        ),
        (
            "Guidance (such as Standards for children in the youth justice system) shapes it.",
            ("Standards for children in the youth justice system", "guidance", None, None),
        ),
        (
            "We gather evidence against the SQS criteria, which are available.",
            ("SQS criteria", "guidance", PUBLISHER, None),
        ),
    ],
)
def test_what_the_text_cites(
    document: Maker, text: str, expected: tuple[str, str, str | None, str | None]
) -> None:
    assert cited(document(text)) == [expected]


def test_a_work_is_cited_once_with_what_the_fuller_citation_gives(document: Maker) -> None:
    made = document(
        "Children were seen in *Plans for All Children* before¹.\n\n"
        "¹ *Plans for All Children*, Ministry of Justice, (June 2018).\n"
    )
    assert cited(made) == [
        ("Plans for All Children", "publication", "Ministry of Justice", "2018-06")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "An inspector noted: *“He had moved away and nobody knew of it.”*",
        "They had *not* been reviewed.",
        "*Published on:*",
        "The team acted in 2014 on what it knew.",
        "An act of 1998 is not named here.",
        "The standards were good and the guidance helped.",
        "Ofsted and the Children and Families Directorate (2014) were praised.",
    ],
)
def test_emphasis_and_plain_words_cite_nothing(document: Maker, text: str) -> None:
    assert cited(document(text)) == []


def test_citations_stand_in_printed_order(document: Maker) -> None:
    made = document("The Children Act 2004 came later than the Crime and Disorder Act 1998.\n")
    assert [one[0] for one in cited(made)] == ["Children Act 2004", "Crime and Disorder Act 1998"]


def test_our_report_is_the_inspectorates_own(document: Maker) -> None:
    text = "Our thematic report *Girls and Justice*, published in May 2014, said the same."
    assert cited(document(text)) == [
        ("Girls and Justice", "inspection-report", PUBLISHER, "2014-05")
    ]
