"""Who chairs the management board, where running text says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yotgraph.extraction.chairs import board_chairs
from yotgraph.reading import Document, Span

Maker = Callable[[str], Document]


def chairs(document: Document) -> list[tuple[str, str | None, str, str]]:
    whole = [Span(0, len(document.text))]
    return [
        (one.person.name, one.title, one.board, one.posts) for one in board_chairs(document, whole)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Orla Fell, the Chair of the Management Board and Director of Housing at Fenby Council, took over.",
            ("Orla Fell", "Chair", "Management Board", "Director of Housing at Fenby Council"),
        ),
        (
            "The Board has been chaired since May by Orla Fell, Director of Housing at Fenby Council.",
            ("Orla Fell", None, "Board", "Director of Housing at Fenby Council"),
        ),
        (
            "The Board has been chaired since May by Chief Superintendent Orla Fell of Fenby Police. She is busy.",
            ("Orla Fell", None, "Board", "Chief Superintendent, Fenby Police"),
        ),
        (
            "The board is chaired by the Executive Director of Children and Families, Orla Fell-Odu, who listens.",
            ("Orla Fell-Odu", None, "board", "Executive Director of Children and Families"),
        ),
        (
            "It is easy, and the Chief Executive, Orla Fell, who chairs the board, does so often.",
            ("Orla Fell", None, "board", "Chief Executive"),
        ),
        (
            "Orla Fell, Chief Executive, chairs the Management Board.",
            ("Orla Fell", None, "Management Board", "Chief Executive"),
        ),
        (
            "The Board meets. Orla Fell, the Council's Director of Housing, has chaired it since May.",
            ("Orla Fell", None, "", "Director of Housing"),
        ),
        ("Dr Orla Fell chairs the board well.", ("Orla Fell", None, "board", "")),
        (
            "Orla Fell, strategic director of housing at Fenby Council, has chaired the Fenby Board.",
            ("Orla Fell", None, "Fenby Board", "strategic director of housing at Fenby Council"),
        ),
        (
            "The Chair, Councillor Orla Fell, took over in May. She reviewed the board's terms.",
            ("Orla Fell", "Chair", "", ""),
        ),
        (
            "An independent chair, Dr Łukasz Żak, is welcome. The board follows him.",
            ("Łukasz Żak", "independent chair", "", ""),
        ),
    ],
)
def test_the_chair_in_every_wording(
    document: Maker, text: str, expected: tuple[str, str | None, str, str]
) -> None:
    assert chairs(document(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The Board is chaired by a Chief Superintendent.",
        "The Chair, new in post, took over. The board was pleased.",
        "The Youth Justice Board is chaired by Orla Fell.",
        "The panel's chair, Orla Fell, was absent.",
        "The Board is chaired well. Orla Fell is a case manager.",
    ],
)
def test_nobody_chairs_the_board(document: Maker, text: str) -> None:
    assert chairs(document(text)) == []
