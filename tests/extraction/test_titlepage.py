"""The first pages of a report: title, area, date, and who led the inspection."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yotgraph.extraction import extract
from yotgraph.extraction.imprint import NamedPost, programme_heads, signatories
from yotgraph.extraction.titlepage import read_title_page
from yotgraph.reading import Document, Span

Maker = Callable[[str], Document]
REST = "\n\nThis inspection was led by HM Inspector Orla Fell.\n\n© Crown copyright 2019\n\nForeword\n\n{} YOS was good. {} YOS was new.\n"


@pytest.mark.parametrize(
    ("printed", "area"),
    [
        ("Northmoor", "Northmoor"),
        ("Hallam and Wexcombe", "Hallam and Wexcombe"),
        ("Hallam and\nWexcombe", "Hallam and Wexcombe"),
        ("Marsh & Fenby", "Marsh & Fenby"),
        ("Wexcombe upon Tarn", "Wexcombe upon Tarn"),
        ("Isle of Thorney", "Isle of Thorney"),
        ("the City of Fenby", "Fenby"),
        ("the Royal Borough of Fenby", "Fenby"),
        ("NORTHMOOR", "Northmoor"),
        ("HALLAM AND WEXCOMBE", "Hallam and Wexcombe"),
        ("Fenby, Marsh and Tarn", "Fenby, Marsh and Tarn"),
        ("Ynys Wen", "Ynys Wen"),
    ],
)
def test_every_kind_of_area(document: Maker, printed: str, area: str) -> None:
    text = (
        f"An inspection of youth offending services in\n\n{printed}\n\n"
        f"HM Inspectorate of Probation\n\nMAY 2019{REST.format(area, area)}"
    )
    page = read_title_page(document(text))
    assert page is not None
    assert (page.area, page.published) == (area, "2019-05")


@pytest.mark.parametrize(
    "title",
    [
        "An inspection of youth offending services in\n\nNorthmoor",
        "# An inspection of youth offending services in Northmoor",
        "**An inspection of youth offending services in Northmoor**",
        "An inspection of youth justice services in Northmoor",
        "A joint inspection of youth offending services in Northmoor",
        "An inspection of youth offending services in: Northmoor",
        "AN INSPECTION OF YOUTH OFFENDING SERVICES IN Northmoor",
        "The inspection of youth justice work in Northmoor",
    ],
)
@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("MAY 2019", "2019-05"),
        ("May 2019", "2019-05"),
        ("Published May 2019", "2019-05"),
        ("14 May 2019", "2019-05-14"),
    ],
)
def test_every_setting_of_title_and_date(
    document: Maker, title: str, date: str, published: str
) -> None:
    text = (
        f"{title}\n\nHM Inspectorate of Probation\n\n{date}{REST.format('Northmoor', 'Northmoor')}"
    )
    made = document(text)
    page = read_title_page(made)
    assert page is not None
    assert (page.area, page.published) == ("Northmoor", published)
    assert "nspection" in made.slice(page.title_span) or "NSPECTION" in made.slice(page.title_span)
    assert page.published_span is not None
    assert "2019" in made.slice(page.published_span)


def test_a_title_page_of_the_later_framework(trap: Callable[[str], Document]) -> None:
    document = trap("title-page-of-2021.txt")
    page = read_title_page(document)
    assert page is not None
    assert page.title == "An inspection of youth justice services in Hallam and Wexcombe"
    assert (page.area, page.published) == ("Hallam and Wexcombe", "2022-05")
    assert document.text[page.front :].startswith("Foreword")
    (head,) = programme_heads(document, Span(0, page.front))
    assert head.person.name == "Idris Kettle"


def test_the_fieldwork_is_no_publication_date(document: Maker) -> None:
    text = "An inspection of youth offending services in Northmoor\n\nFieldwork started: May 2019\n\nForeword\n\nText.\n"
    page = read_title_page(document(text))
    assert page is not None
    assert page.published is None


def test_the_copyright_year_alone_is_no_publication_date(document: Maker) -> None:
    text = f"An inspection of youth offending services in Northmoor{REST.format('Northmoor', 'Northmoor')}"
    page = read_title_page(document(text))
    assert page is not None
    assert (page.published, page.published_span) == (None, None)


@pytest.mark.parametrize(
    "text", ["A shopping list\n\nBread, May 2019\n", "Inspection of bees in Northmoor"]
)
def test_without_a_title_there_is_no_title_page(document: Maker, text: str) -> None:
    assert read_title_page(document(text)) is None


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        (
            "The Head of Youth Offending Team Inspections, responsible for this inspection programme, is Alan Fell.",
            "Alan Fell",
            "Head of Youth Offending Team Inspections",
        ),
        (
            "The Head of Youth Inspections, who is responsible for this programme, is Mary Ann O'Dowell.",
            "Mary Ann O'Dowell",
            "Head of Youth Inspections",
        ),
        (
            "The Head of Youth Inspections, Alan Fell, is responsible for this inspection programme.",
            "Alan Fell",
            "Head of Youth Inspections",
        ),
    ],
)
def test_who_answers_for_the_programme(document: Maker, text: str, name: str, post: str) -> None:
    made = document(text)
    assert [
        (one.person.name, one.post) for one in programme_heads(made, Span(0, len(made.text)))
    ] == [(name, post)]


def test_nobody_answers_for_the_programme(document: Maker) -> None:
    made = document("The programme of inspections goes on.")
    assert list(programme_heads(made, Span(0, len(made.text)))) == []


def signed(document: Document) -> list[tuple[str, str | None, str]]:
    found: list[NamedPost] = list(signatories(document, document.blocks))
    return [(one.person.name, one.person.title, one.post) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The recommendations follow.\n\nDame Rhiannon Fell\nChief Inspector of Probation\n",
            ("Rhiannon Fell", "Dame", "Chief Inspector of Probation"),
        ),
        (
            "The recommendations follow.\n\nDame Rhiannon Fell\n\nChief Inspector of Probation\n",
            ("Rhiannon Fell", "Dame", "Chief Inspector of Probation"),
        ),
        (
            "The recommendations follow.\n\n**Justin Fell**\n\n**HM Chief Inspector of Probation**\n",
            ("Justin Fell", None, "HM Chief Inspector of Probation"),
        ),
        (
            "The recommendations follow.\n\nSue Fell, Interim HM Chief Inspector of Probation\n",
            ("Sue Fell", None, "Interim HM Chief Inspector of Probation"),
        ),
        (
            "The recommendations follow.\n\nRhiannon Fell\n\n¹ A note.\n\nHM Chief Inspector\n",
            ("Rhiannon Fell", None, "HM Chief Inspector"),
        ),
    ],
)
def test_who_signs_the_foreword(
    document: Maker, text: str, expected: tuple[str, str | None, str]
) -> None:
    assert signed(document(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The Chief Inspector of Probation came to see it.",
        "Thank you.\n\nChief Inspector of Probation\n",
    ],
)
def test_nobody_signs(document: Maker, text: str) -> None:
    assert signed(document(text)) == []


def test_a_report_of_an_unknown_family_gives_its_title_and_lists_with_a_warning(
    trap: Callable[[str], Document],
) -> None:
    report = extract(trap("other-family.txt"))
    assert report.slug == "northmoor-2010-07"
    assert report.family == "generic"
    (warning,) = report.warnings
    assert warning.startswith("other-family.txt: ")
    assert "\n" not in warning
    found = [(fact.kind, getattr(fact, "text", None)) for fact in report.facts]
    assert ("recommendation", "review its plans.") in found
    assert ("recommendation", "record its work.") in found
    assert ("strength", "The staff are kind.") in found
    assert ("area-for-improvement", "Plans are late.") in found
    assert not [kind for kind, _ in found if kind in ("rating", "key-question")]
