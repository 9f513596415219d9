"""The copy list: who is sent the report, in whatever layout it is set."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from yotgraph.extraction.copylist import copy_list_blocks, read_copy_list
from yotgraph.facts import ReportFacts
from yotgraph.reading import Document

Maker = Callable[[str], Document]

ENTRIES = [
    ("YOT Head of Service", ["Kit Okonkwo"]),
    ("Local Authority Chief Executive", ["Siân ap Rhys"]),
    ("Chair of Local Safeguarding Children Board (interim)", ["Simon Evans-Evans"]),
    ("YJB link staff", ["Anne-Marie Wu", "Lisa van der Hoek", "J. P. Marsh"]),
    ("Ofsted – Social Care", ["Peter Marsh"]),
]
NOTE = "\n\nNote 1: As an independent inspectorate, we provide assurance to Ministers.\n"


def pairs(document: Document) -> list[tuple[str, list[str]]]:
    return [(entry.post, [one.name for one in entry.people]) for entry in read_copy_list(document)]


def listed(pattern: str, joint: str = "\n") -> str:
    return joint.join(pattern.format(post=post, names=", ".join(names)) for post, names in ENTRIES)


LISTS = {
    "tabs": listed("{post}\t{names}"),
    "tabs and italics": listed("{post}\t<i>{names}</i>"),
    "several tabs": listed("{post}\t\t\t{names}"),
    "columns of spaces": listed("{post}     {names}"),
    "pipes": listed("{post} | {names}"),
    "fenced pipes": listed("| {post} | {names} |"),
    "a table with a head": "| Post | Name |\n|---|---|\n" + listed("| {post} | {names} |"),
    "colons": listed("{post}: {names}"),
    "colons, apart": listed("{post}: {names}", "\n\n"),
    "bullets": listed("- {post}: {names}"),
    "names first": listed("{names}\t{post}"),
    "name under post": listed("{post}\n{names}", "\n\n"),
    "name under post, apart": listed("{post}\n\n{names}", "\n\n"),
    "rows apart": listed("{post}\t{names}", "\n\n"),
}


@pytest.mark.parametrize("layout", LISTS)
def test_every_layout_gives_the_same_entries(document: Maker, layout: str) -> None:
    made = document(f"Thank you for your help.\n\nCopy to:\n\n{LISTS[layout]}{NOTE}")
    assert pairs(made) == ENTRIES


@pytest.mark.parametrize(
    "title",
    [
        "Copy to:",
        "Copy to",
        "Copied to:",
        "Copy list:",
        "Distribution list",
        "cc:",
        "**Copy to:**",
        "## Copy to",
        "Copy to:\t",
        "Copies to: ",
    ],
)
def test_every_title_opens_the_list(document: Maker, title: str) -> None:
    made = document(f"Thank you for your help.\n\n{title}\n\n{LISTS['tabs']}{NOTE}")
    assert pairs(made) == ENTRIES


@pytest.mark.parametrize("behind", [NOTE, ""], ids=["before the notes", "at the end"])
def test_the_first_entry_may_stand_behind_the_title(document: Maker, behind: str) -> None:
    made = document(
        f"Thank you.\n\nCopy to: Service Manager - Kit Okonkwo\nYJB link - Liz Wu\n{behind}"
    )
    assert pairs(made) == [("Service Manager", ["Kit Okonkwo"]), ("YJB link", ["Liz Wu"])]


def test_the_letterhead_only_points_to_the_list(document: Maker) -> None:
    made = document(f"Copy to:\tSee copy list at end\n\nText.\n\nCopy to:\n\n{LISTS['tabs']}{NOTE}")
    assert pairs(made) == ENTRIES
    assert pairs(document("Copy to:\tSee copy list at end\n\nText of the letter.")) == []


def test_the_list_ends_at_the_notes(document: Maker) -> None:
    made = document(f"Copy to:\n\n{LISTS['tabs']}{NOTE}")
    assert all("independent" not in block.text for block in copy_list_blocks(made))
    assert copy_list_blocks(document("No list here.")) == ()


def test_a_vacant_post_is_nobodys(document: Maker) -> None:
    made = document("Copy to:\n\nService Manager\tVacant\nYJB link\tKit Okonkwo\n")
    assert pairs(made) == [("YJB link", ["Kit Okonkwo"])]


@pytest.mark.parametrize("name", ["Peter Head", "Councillor Mark Constable", "Judith Justice"])
def test_a_surname_may_be_a_word_of_posts(document: Maker, name: str) -> None:
    """In the column of names a name is a name: nobody who is listed gets lost."""
    made = document(f"Copy to:\n\nLead Elected Member for Crime\t{name}\nYJB link\tKit Okonkwo\n")
    assert pairs(made) == [
        ("Lead Elected Member for Crime", [name.removeprefix("Councillor ")]),
        ("YJB link", ["Kit Okonkwo"]),
    ]


@pytest.mark.parametrize("gap", ["\t", "\n", ": "])
def test_a_place_behind_the_post_is_no_person(document: Maker, gap: str) -> None:
    made = document(
        f"Copy to:\n\nPolice and Crime Commissioner for Greater Tarnshire{gap}Kit Okonkwo\n\n"
        f"YJB link{gap}Liz Wu\n"
    )
    assert pairs(made) == [
        ("Police and Crime Commissioner for Greater Tarnshire", ["Kit Okonkwo"]),
        ("YJB link", ["Liz Wu"]),
    ]


def test_posts_and_names_with_a_space_between(document: Maker) -> None:
    lines = (
        "YJB link staff Ann Lee, Bo Cray, Dot Orr",
        "Strategic Director – People Ed Fry",
        "Lead Elected Member for Crime Councillor Gus Hall",
        "Estyn Ivy Jones",
    )
    assert pairs(document("Context\n\nIt is.\n\nCopy to:\n\n" + "\n\n".join(lines))) == [
        ("YJB link staff", ["Ann Lee", "Bo Cray", "Dot Orr"]),
        ("Strategic Director – People", ["Ed Fry"]),
        ("Lead Elected Member for Crime", ["Gus Hall"]),
        ("Estyn", ["Ivy Jones"]),
    ]


def test_a_post_broken_over_two_rows_is_one(document: Maker) -> None:
    made = document(
        "Copy to:\n\nService Manager\tKit Okonkwo\nPolice and Crime Commissioner for\tLiz Wu\n"
        "Greater Tarnshire\t\nYJB link\tJo Fell\n"
    )
    assert pairs(made)[1] == ("Police and Crime Commissioner for Greater Tarnshire", ["Liz Wu"])
    assert len(pairs(made)) == 3


def test_names_go_on_in_the_row_below(document: Maker) -> None:
    made = document(
        "Copy to:\n\nYJB link staff\tKit Okonkwo, Liz Wu\n\tJo Fell\nOfsted\tAdam Fell\n"
    )
    assert pairs(made) == [
        ("YJB link staff", ["Kit Okonkwo", "Liz Wu", "Jo Fell"]),
        ("Ofsted", ["Adam Fell"]),
    ]


def test_two_columns_of_entries(document: Maker) -> None:
    made = document("Copy to:\n\n| Manager | Kit Okonkwo | YJB link | Liz Wu |\n")
    assert pairs(made) == [("Manager", ["Kit Okonkwo"]), ("YJB link", ["Liz Wu"])]


def test_two_people_in_one_cell(trap: Callable[[str], Document]) -> None:
    assert pairs(trap("two-people-in-one-cell.txt")) == [
        ("YOS Manager", ["Kit Okonkwo"]),
        ("YJB Business Area Manager", ["Anne-Marie Wu", "Lisa van der Hoek"]),
        ("YJB link staff", ["Peter Marsh", "Rhiannon Fell"]),
        ("Ofsted – Social Care", ["Adam Fell", "Liz Brandt"]),
        ("YJB Communications", ["Zofia Wu", "Jo Fell"]),
    ]


def test_titles_before_names(trap: Callable[[str], Document]) -> None:
    people = [
        one for entry in read_copy_list(trap("titles-before-names.txt")) for one in entry.people
    ]
    assert [(one.title, one.name) for one in people] == [
        ("Councillor", "Philip Fell"),
        ("Cllr", "Ravi Wu"),
        ("Dame", "Siân Brandt"),
        ("Dr", "Mary Ann O’Dowell"),
        ("HM Inspector", "Idris Kettle"),
        ("Sir", "Tomos Marsh"),
    ]


def test_posts_in_two_languages(trap: Callable[[str], Document]) -> None:
    assert [names for _, names in pairs(trap("copy-list-in-two-languages.txt"))] == [
        ["Tomos ap Gwilym"],
        ["Siân Môrgan"],
    ]


def test_spans_hold_post_and_names(read_reports: Mapping[str, Document]) -> None:
    entries = 0
    for report in read_reports.values():
        for entry in read_copy_list(report):
            entries += 1
            words = report.slice(entry.span)
            assert entry.post.split()[0] in words
            assert all(one.name in words for one in entry.people)
    assert entries > 50


def test_copied_posts_stand_under_the_copy_list(report_facts: Mapping[str, ReportFacts]) -> None:
    sections = {
        item.section
        for report in report_facts.values()
        for fact in report.facts
        if fact.kind == "post" and fact.key.startswith("copied")
        for item in fact.evidence
    }
    assert {(section or "").rstrip(" :") for section in sections} == {"Copy to"}
