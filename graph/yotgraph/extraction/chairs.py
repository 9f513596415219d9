"""The chair of the management board, where running text names one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from yotgraph.extraction.bodies import body_in
from yotgraph.extraction.persons import PERSON, Person, person, words_of
from yotgraph.reading import Document, Span
from yotgraph.vocabulary import fold, load_scheme

__all__ = ["Chair", "board_chairs"]

_BOARD = r"(?P<board{n}>(?:[A-Z][\w'’&-]* (?:(?:and|of|upon|&) )?)*?(?:[Mm]anagement |[Pp]artnership |[Ss]trategic )?[Bb]oard)\b"
_TITLE = r"(?P<title{n}>(?:[Ii]ndependent |[Aa]cting |[Ii]nterim |[Nn]ew |[Cc]urrent )?[Cc]hair(?:man|woman|person)?)"
_ADDRESSED = rf"(?:(?:Councillor|Cllr|Dr|Sir|Dame|Professor|Mr|Mrs|Ms|Baroness|Lord)\.? )?{PERSON}"
# A post in capitals: "Executive Director of Children and Families".
_POST = r"(?:[A-Z][\w'’&-]*(?: (?:and|of|for|the|in|[A-Z][\w'’&-]*))*)"
_CHAIRS = r"(?:now |currently |also )?(?:chairs|has (?:also )?chaired)"
# How a post in small letters begins: "council's strategic director".
_SMALL_POST = r"(?:[a-z]+['’]s )?(?:[a-z]+ ){0,2}(?:chief|director|head|leader)\b"
_BODY = r"[A-Z][\w'’&-]*(?: (?:(?:and|of) )?[A-Z][\w'’&-]*)*"
# "the council's director": whose officer it is, the post tells as well.
_OWNER = re.compile(r"^(?:[Tt]he )?(?:(?:[a-z]+|Council|Authority|Borough|City|County)['’]s )?")
_OF_TEXT = re.compile(r"\bboard\b", re.IGNORECASE)


def _chaired_by(number: int) -> str:
    """ "chaired since DATE by NAME, POST at BODY", "chaired by Superintendent NAME of BODY" """
    ranks = "|".join(map(re.escape, load_scheme("person-words").alt_labels("rank")))
    return (
        r"chaired\b[^.;]{0,50}?\bby (?:the [a-z ]{3,40}, )?"
        rf"(?:(?P<rank{number}>{ranks}) )?(?P<name{number}>{_ADDRESSED})"
        rf"(?: of (?:the )?(?P<body{number}>{_BODY}))?"
        rf"(?:, (?P<posts{number}>(?:the )?(?:[A-Z]|{_SMALL_POST}|[a-z]+['’]s [A-Z])[^.;]{{4,140}}?))?"
        r"(?=\.|;|, who | who | and has|$)"
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """What names the chair, in the order in which they are tried."""
    patterns = (
        # "NAME, the Chair of the X Management Board and POST at BODY, took over"
        rf"(?P<name1>{_ADDRESSED}),? (?:(?:who is|is|the|as|an) )*{_TITLE.format(n=1)} of (?:the )?"
        + _BOARD.format(n=1)
        + r"(?: and (?P<posts1>[A-Z][^,.;]{4,120}?(?:, [A-Z][^,.;]{2,60}?)?))?(?=,| took| has| is| was|\.|;)",
        # "The Board has been chaired since DATE by NAME, POST at BODY."
        _BOARD.format(n=2) + r"[^.;]{0,60}?\b" + _chaired_by(2),
        # "The board is chaired by the POST, NAME, who"
        _BOARD.format(n=3)
        + rf"[^.;]{{0,60}}?\bchaired\b[^.;]{{0,50}}?\bby (?:the |its )?(?P<posts3>{_POST}), (?P<name3>{_ADDRESSED})(?=[,.;)])",
        # "it has been chaired by NAME": behind a sentence about the board
        r"\b[Ii]t (?:is|was|ha[sd] been) (?:now )?" + _chaired_by(9),
        # "the POST, NAME, who chairs the board", "NAME, POST, chairs the board"
        rf"\b(?P<posts4>{_POST}), (?P<name4>{_ADDRESSED}),? (?:who )?{_CHAIRS} (?:the |its )?"
        + _BOARD.format(n=4),
        rf"(?P<name5>{_ADDRESSED}), (?:the )?(?P<posts5>{_POST}), (?:who )?{_CHAIRS} (?:the |its )?"
        + _BOARD.format(n=5),
        # behind a sentence about the board: "NAME, POST, has chaired it since DATE"
        rf"(?P<name10>{_ADDRESSED}), (?:the )?(?P<posts10>{_POST}), (?:who )?{_CHAIRS} it\b",
        rf"(?P<name8>{_ADDRESSED}), (?P<posts8>(?:the )?{_SMALL_POST}[^.;]{{4,120}}?),"
        rf" (?:who )?{_CHAIRS} (?:the |its )?" + _BOARD.format(n=8),
        rf"(?P<name6>{_ADDRESSED}) {_CHAIRS} (?:the |its )?" + _BOARD.format(n=6),
        # "The Chair, Councillor NAME, took over", "an independent chair, Dr NAME, is"
        rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) {_TITLE.format(n=7)}(?: of the (?P<board7>(?:[Mm]anagement )?[Bb]oard))?,"
        rf" (?P<name7>{_ADDRESSED})(?=[,.;])",
    )
    return tuple(map(re.compile, patterns))


@dataclass(frozen=True, slots=True)
class Chair:
    """Who chairs which board, as printed. ``title`` is the chair's own title where the text
    has one, ``posts`` are the other posts printed beside the name."""

    person: Person
    board: str
    title: str | None
    posts: str
    span: Span


def board_chairs(document: Document, within: Sequence[Span]) -> Iterator[Chair]:
    """The chairs that the spans name, each name once.

    A chair of no named board counts where the same paragraph speaks of a board.
    """
    seen: set[str] = set()
    for span in within:
        text = document.slice(span)
        if "hair" not in text or not _OF_TEXT.search(text):
            continue
        for pattern in _patterns():
            for match in document.find(pattern, span):
                chair = _chair(match)
                if chair is not None and chair.person.name not in seen:
                    seen.add(chair.person.name)
                    yield chair


def _chair(match: re.Match[str]) -> Chair | None:
    """What a match names, or nothing where the name is none or the board is another."""
    groups = {
        name.rstrip("0123456789"): " ".join(words.split())
        for name, words in match.groupdict().items()
        if words
    }
    one = person(groups["name"])
    board = groups.get("board", "").removeprefix("The ").removeprefix("the ")
    national = body_in(board)
    # "Northmoor Youth Justice Board" is the service's own.
    is_another = national is not None and national.start == 0
    if one is None or is_another or _named_like_a_post(one.name):
        return None
    printed = (groups.get("rank"), groups.get("body"), _OWNER.sub("", groups.get("posts", "")))
    posts = ", ".join(filter(None, printed))
    span = Span(match.start(), match.end())
    return Chair(one, board, groups.get("title"), posts, span)


def _named_like_a_post(name: str) -> bool:
    return not words_of("post-noun").isdisjoint(fold(name).split())
