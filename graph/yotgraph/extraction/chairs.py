"""The chair of the management board, where running text names one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yotgraph.extraction.persons import PERSON, Person, person
from yotgraph.reading import Document, Span

__all__ = ["Chair", "board_chairs"]

_BOARD = r"(?P<board{n}>(?:[A-Z][\w'’&-]* (?:(?:and|of|upon|&) )?)*?(?:Management |Partnership |Strategic )?Board)"
# "NAME, the Chair of the X Management Board and POST at BODY, took over"
_APPOSED = re.compile(
    rf"(?P<name>{PERSON}), (?:(?:who is|is|the) )*(?:[Ii]ndependent )?[Cc]hair of (?:the )?"
    + _BOARD.format(n=1)
    + r"(?: and (?P<posts>[A-Z][^,.;]{4,120}?(?:, [A-Z][^,.;]{2,60}?)?))?(?=,| took| has| is| was|\.|;)"
)
# "The Board has been chaired since DATE by NAME, POST at BODY."
_CHAIRED_BY = re.compile(
    _BOARD.format(n=2)
    + rf"[^.;]{{0,60}}?\bchaired\b[^.;]{{0,50}}?\bby (?:the [a-z ]{{3,40}}, )?(?P<name2>{PERSON})"
    r"(?:, (?P<posts2>(?:the )?[A-Z][^.;]{4,140}?))?(?=\.|;| who | and has|$)"
)


@dataclass(frozen=True, slots=True)
class Chair:
    """Who chairs which board, as printed, with the posts printed beside the name."""

    person: Person
    board: str
    posts: str
    span: Span


def board_chairs(document: Document, within: Sequence[Span]) -> Iterator[Chair]:
    """The chairs that the spans name, each name once."""
    seen: set[str] = set()
    for span in within:
        if "hair" not in document.slice(span):
            continue
        for pattern in (_APPOSED, _CHAIRED_BY):
            for match in document.find(pattern, span):
                groups = match.groupdict()
                one = person(groups.get("name") or groups.get("name2") or "")
                board = (groups.get("board1") or groups.get("board2") or "").removeprefix("The ")
                posts = groups.get("posts") or groups.get("posts2") or ""
                if one is None or one.name in seen or not board:
                    continue
                seen.add(one.name)
                yield Chair(one, board, posts, Span(match.start(), match.end()))
