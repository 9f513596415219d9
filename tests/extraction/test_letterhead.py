"""The head of a letter in whatever layout it is set."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yotgraph.extraction.letterhead import bare_area, read_letterhead
from yotgraph.reading import Document

Maker = Callable[[str], Document]
Trap = Callable[[str], Document]
BODY = "\n\nThe inspection was conducted from 3-5 March 2014.\n\nContext\n\nWe examined 12 cases.\n"
TITLE = "Report of Short Quality Screening (SQS) of youth offending work in {}"


@pytest.mark.parametrize(
    "name",
    [
        "letterhead-with-tabs.txt",
        "letterhead-with-pipes.txt",
        "letterhead-in-plain-lines.txt",
        "letterhead-as-a-table.txt",
        "letterhead-in-bold.txt",
        "letterhead-in-two-languages.txt",
        "letterhead-with-an-address.txt",
    ],
)
def test_every_layout_gives_the_same_head(trap: Trap, name: str) -> None:
    document = trap(name)
    head = read_letterhead(document)
    assert head is not None
    assert head.area == "Northmoor"
    assert head.title == TITLE.format("Northmoor")
    assert head.published == "2016-03-09"
    assert head.addressee is not None
    assert head.addressee.person.name == "Orla Thornbury"
    assert head.addressee.posts == (
        "Chair of Northmoor Youth Offending Service Management Board and Director of Children's"
        " Services"
    )
    assert head.author is not None
    assert head.author.person.name == "Idris Kettle"
    assert head.author.posts == "Assistant Chief Inspector (Youth Justice)"
    assert head.published_span is not None
    assert "2016" in document.slice(head.published_span)
    assert document.slice(head.title_span).startswith("Report of Short Quality")


@pytest.mark.parametrize(
    ("printed", "area"),
    [
        ("Northmoor", "Northmoor"),
        ("Hallam and Wexcombe", "Hallam and Wexcombe"),
        ("Marsh & Fenby", "Marsh & Fenby"),
        ("Wexcombe upon Tarn", "Wexcombe upon Tarn"),
        ("Hallam-on-Tarn", "Hallam-on-Tarn"),
        ("Isle of Thorney", "Isle of Thorney"),
        ("the City of Fenby", "Fenby"),
        ("The Royal Borough of Fenby", "Fenby"),
        ("the London Borough of Fenby", "Fenby"),
        ("East Riding of Tarnshire", "East Riding of Tarnshire"),
        ("St Osyth's", "St Osyth's"),
        ("Ynys Wen", "Ynys Wen"),
        ("Fenby, Marsh and Tarn", "Fenby, Marsh and Tarn"),
        ("**Northmoor**", "Northmoor"),
        ("Northmoor:", "Northmoor"),
    ],
)
def test_every_kind_of_area(document: Maker, printed: str, area: str) -> None:
    plain = printed.split(" of ")[-1] if printed.lower().startswith("the ") else area
    letterhead = f"To: Orla Fell, Chair of the Management Board\n\n{TITLE.format(printed)}{BODY}"
    text = f"{letterhead}\n\n{plain} YOT was good. {plain} YOT was new.\n"
    head = read_letterhead(document(text))
    assert head is not None
    assert head.area == area


@pytest.mark.parametrize(
    "title",
    [
        "## Report of Short Quality Screening (SQS) of youth offending work in Northmoor",
        "**Report of Short Quality Screening (SQS) of youth offending work in Northmoor**",
        "REPORT OF SHORT QUALITY SCREENING (SQS) OF YOUTH OFFENDING WORK IN Northmoor",
        "Short Quality Screening of youth offending work in Northmoor",
        "Report of Short Quality Screening (SQS)\nof youth offending work in Northmoor",
        "Report of Short Quality Screening (SQS) of youth offending work in\nNorthmoor",
    ],
)
def test_every_setting_of_the_title(document: Maker, title: str) -> None:
    head = read_letterhead(document(f"Publication date: 9 March 2016\n\n{title}{BODY}"))
    assert head is not None
    assert head.area == "Northmoor"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Publication date: 01 July 2015", "2015-07-01"),
        ("Publication date: 21st January 2015", "2015-01-21"),
        ("Publication date:\t21st January 2015", "2015-01-21"),
        ("Publication date: | 21 January 2015", "2015-01-21"),
        ("Date: 21 January 2015", "2015-01-21"),
        ("Published: January 2015", "2015-01"),
        ("Date of publication: 21/01/2015", "2015-01-21"),
        ("21 January 2015", "2015-01-21"),
        ("Dyddiad cyhoeddi / Publication date: 21 January 2015", "2015-01-21"),
        ("", None),
    ],
)
def test_every_setting_of_the_date(document: Maker, line: str, published: str | None) -> None:
    text = f"To: Orla Fell, Chair of the Management Board\n\n{line}\n\n{TITLE.format('Northmoor')}{BODY}"
    head = read_letterhead(document(text))
    assert head is not None
    assert head.published == published


def test_a_letter_without_any_label_has_its_title(document: Maker) -> None:
    head = read_letterhead(document(TITLE.format("Northmoor") + BODY))
    assert head is not None
    assert (head.area, head.addressee, head.author) == ("Northmoor", None, None)


def test_the_fieldwork_is_no_publication_date(document: Maker) -> None:
    head = read_letterhead(document(f"To: Orla Fell, Chair\n\n{TITLE.format('Northmoor')}{BODY}"))
    assert head is not None
    assert head.published is None
    assert head.published_span is None


@pytest.mark.parametrize(
    ("printed", "name", "title", "posts"),
    [
        ("Orla Fell, Chair of the Board", "Orla Fell", None, "Chair of the Board"),
        (
            "Councillor Orla Fell, Chair of the Board",
            "Orla Fell",
            "Councillor",
            "Chair of the Board",
        ),
        ("Orla Fell - Chair of the Board", "Orla Fell", None, "Chair of the Board"),
        ("Orla Fell (Chair of the Board)", "Orla Fell", None, "Chair of the Board"),
        ("Orla Fell Chair of the Board", "Orla Fell", None, "Chair of the Board"),
        ("Dr Mary Ann O'Dowell OBE, Chair", "Mary Ann O'Dowell", "Dr", "Chair"),
        ("Orla Fell", "Orla Fell", None, ""),
    ],
)
def test_every_setting_of_the_addressee(
    document: Maker, printed: str, name: str, title: str | None, posts: str
) -> None:
    text = f"To: {printed}\nFrom: Idris Kettle, Inspector\n\n{TITLE.format('Northmoor')}{BODY}"
    head = read_letterhead(document(text))
    assert head is not None
    assert head.addressee is not None
    assert (head.addressee.person.name, head.addressee.person.title) == (name, title)
    assert head.addressee.posts == posts


def test_without_a_title_there_is_no_letterhead(document: Maker) -> None:
    assert read_letterhead(document("To: Orla Fell, Chair\n\nDear Orla\n\nThank you.")) is None


@pytest.mark.parametrize(
    ("area", "text", "expected"),
    [
        ("the City of Fenby", "Fenby YOT was good.", "Fenby"),
        ("City of Fenby", "Only the City of Fenby is named.", "City of Fenby"),
        ("the Royal Borough of Fenby", "Fenby YOT", "Fenby"),
        ("Isle of Thorney", "Isle of Thorney YOT", "Isle of Thorney"),
        ("the Vale of Fell", "no other words", "Vale of Fell"),
        ("Northmoor", "Northmoor", "Northmoor"),
    ],
)
def test_an_area_is_bare_where_the_text_uses_it_so(area: str, text: str, expected: str) -> None:
    assert bare_area(area, text) == expected
