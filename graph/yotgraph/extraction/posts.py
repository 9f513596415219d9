"""Which body a post belongs to: the text's own words, or what follows from the place.

A post of the local authority belongs to "AREA Council", the head of the service to the
service, and so on; the kinds of post are ``ontology/schemes/posts.ttl``. A body that the
text does not settle stays open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from yotgraph.extraction.bodies import NamedBody, body_in
from yotgraph.extraction.gates import Gate
from yotgraph.extraction.matching import fold_signs
from yotgraph.extraction.persons import words_of
from yotgraph.vocabulary import Concept, fold, load_register, load_scheme

__all__ = ["Place", "Seat", "board_in", "seat_of", "split_posts"]

_PRINTED_BODY = re.compile(
    r"(?:^|(?:,|\bat|\bof|\bfor|–|-)\s+)"
    r"(?P<body>(?:the )?(?:[A-Z][\w'’.&-]*|and|&|of|upon|the|with|in|on)(?: (?:[A-Z][\w'’.&-]*|and|&|"
    r"of|upon|the|with|in|on))*? ?"
    r"(?P<kind>Council|Borough|Corporation|Police|Constabulary|"
    r"Health Board|Trust|Community Rehabilitation Company|Authority))$"
)
# "Royal Borough of X" behind a comma is the council of X.
_PRINTED_PLACE = re.compile(
    r",\s+(?:the )?(?:(?:London|Royal|Metropolitan|County) )?(?:Borough|City|County|District) of "
    r"(?P<place>[A-Z](?:(?!Corporation|Council)[\w'’&, -])+)$"
)
# A board or court that the post calls by its own name: "Chair of North Vale Youth Bench".
_OWN_NAME = re.compile(
    r"\bof (?:the )?(?P<body>(?P<place>[A-Z][\w'’&-]*(?: (?:and|&|upon|on|of|[A-Z][\w'’&-]*))*?)"
    r" (?:(?:Local )?Safeguarding Children(?:['’]?s)? (?:Board|Partnership)|Youth (?:Court|Bench|Panel)"
    r"|Community Safety Partnership))"
)
_CHAIRED = re.compile(
    r"\bchair(?:man|woman|person)?(?: of|,) (?:the )?(?P<body>[A-Z][\w'’&-]*(?: (?:and|&|of|for|the|[A-Z][\w'’&-]*))*"
    r" (?:Partnership|Boards?|Trust|Committee|Forum|Alliance))\b",
    re.IGNORECASE,
)
_NO_NAME = frozenset(("the", "local", "authority", "council", "police"))
_COMMON_WORDS = frozenset(("local", "the", "youth", "lscb", "and", "of", "magistrates", "county"))
_BODY_TYPES = {
    "Council": "local-authority",
    "Borough": "local-authority",
    "Corporation": "local-authority",
    "Police": "police",
    "Constabulary": "police",
}
_BOARD = re.compile(
    r"\b(?:chair(?:man|woman|person)?|chairing)\b(?: \([^()]*\))?,? (?:of |for )?(?:the )?"
    # The places of a joint service stand in a row: "Upper Dale, Fenby and Northmoor YOS Board".
    r"(?P<board>(?:(?-i:[A-Z])[\w'’-]*(?: (?-i:[A-Z])[\w'’-]*)*, (?=[^,;]*? and ))*[^,;]*?\bBoards?)\b",
    re.IGNORECASE,
)
_NOT_THE_BOARD = re.compile(r"safeguarding|well-?being|health|community safety", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:,|;|&|\band\b)\s+", re.IGNORECASE)
_NEXT_WORD = re.compile(r"(?:the )?([\w-]+)", re.IGNORECASE)
_PLACE_BEHIND = re.compile(r"\(([^()]+)\)|, ([A-Z][^,()]*)$")
_FIELD = re.compile(r"\{(\w+)\}")
_TRAILING = " ,;.–-"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report is about. ``authorities`` counts the councils of a joint service;
    ``service_name`` is the service's long form where it is printed."""

    area: str
    service: str
    authorities: int = 1
    service_name: str | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """A post in a body. Each part is ``None`` where the text does not settle it."""

    post: str | None
    organisation: str | None
    organisation_type: str | None


@cache
def _posts() -> tuple[Concept, ...]:
    """The kinds of post, the ones to try first in front."""
    return tuple(
        sorted(
            load_scheme("posts"),
            key=lambda post: (-int(post.value("priority") or 0), post.notation),
        )
    )


def seat_of(text: str, place: Place) -> Seat:
    """The post and body of a printed label such as "Ofsted – Social Care"."""
    text = " ".join(text.split()).strip(_TRAILING)
    body = body_in(text)
    if body is not None and (body.start, body.end) == (0, len(fold(text))):
        return Seat(None, body.name, body.organisation_type)
    borough = _PRINTED_PLACE.search(text)
    if borough is not None:
        post = text[: borough.start()].strip(_TRAILING)
        return Seat(post, f"{borough['place']} Council", "local-authority")
    own = (place.service_name or "").removeprefix(place.area).strip()
    if own and fold(own) in fold(text) and not _BOARD.search(text):
        return Seat(text, place.service, "service")
    kind = _kind_of(text)
    printed = _PRINTED_BODY.search(text)
    belongs = _last(kind.value("belongsTo")) if kind else None
    opens = fold(text.split()[0]) in words_of("post-opening") if text else False
    if printed is not None and printed.start() == 0 and (kind is not None or opens):
        # All of it is a post, which may end in its body: "Chief Executive of Fenby Probation Trust".
        printed = _PRINTED_BODY.search(text, 1)
    if printed is not None and set(fold(printed["body"]).split()) <= _NO_NAME:
        printed = None
    if printed is not None and (belongs in (None, "local-authority") or body is None):
        return _printed_seat(text, printed, kind is not None or opens)
    if kind is not None and belongs is not None:
        seat = _local_seat(text, kind, belongs, place)
        if seat is not None:
            return seat
    if body is not None:
        return Seat(_without(text, body), body.name, body.organisation_type)
    chaired = _CHAIRED.search(text)
    if chaired is not None:
        return Seat(text, chaired["body"], None)
    named = _named_body(kind)
    if named is not None:
        return Seat(text, named.label, _last(named.value("organisationType")))
    return Seat(text, None, None)


def _kind_of(text: str) -> Concept | None:
    """The first kind of post whose wording matches."""
    passing = _gate().passing(fold_signs(text).lower())
    return next(
        (post for i, post in enumerate(_posts()) if i in passing and post.matches(text)), None
    )


@cache
def _gate() -> Gate[int]:
    """Which of the kinds of post, by their places, a text may name."""
    return Gate((one, place) for place, post in enumerate(_posts()) for one in post.patterns)


def _without(text: str, body: NamedBody) -> str:
    """A post without the body that stands behind it, set off by a comma."""
    folded = fold(text)
    if body.end == len(folded) == len(text) and folded[: body.start].endswith(", "):
        return text[: body.start].strip(_TRAILING)
    return text


def _printed_seat(text: str, printed: re.Match[str], is_post: bool) -> Seat:
    """A body that the label itself prints: the post is what stands before it, and all of the label
    where that ``is_post`` and goes on "of" the body."""
    body = printed["body"].removeprefix("the ")
    post = text[: printed.start()].strip(_TRAILING) or None
    of_body = printed.group().lstrip(", ").startswith(("of ", "for "))
    if of_body and is_post:
        post = text
    return Seat(post, body, _BODY_TYPES.get(printed["kind"]))


def _local_seat(text: str, kind: Concept, belongs: str, place: Place) -> Seat | None:
    """The body that follows from the place, by the template of the post or of its type."""
    if belongs == "board":
        return Seat(text, board_in(text, place), belongs)
    own_name = _OWN_NAME.search(text)
    if own_name is not None and not set(fold(own_name["place"]).split()) <= _COMMON_WORDS:
        return Seat(text, own_name["body"], belongs)
    kind_of_body = load_scheme("organisation-types").get(belongs)
    template = kind.value("labelTemplate") or (
        kind_of_body.value("labelTemplate") if kind_of_body else None
    )
    if template is None:
        return None
    if belongs == "local-authority" and place.authorities > 1:
        return Seat(text, _one_of_councils(text, place), belongs)
    match = kind.matches(text)
    names = {name: value for name, value in match.groupdict().items() if value} if match else {}
    names |= {"area": place.area, "service": place.service}
    wanted = set(_FIELD.findall(template))
    label = template.format(**names) if wanted <= names.keys() else None
    return Seat(text, label, belongs)


def _one_of_councils(text: str, place: Place) -> str | None:
    """The council of a joint service whose place stands behind a post: "Chief Executive (Fenby)",
    "Chief Executive, Fenby"."""
    councils = load_register("local-authorities")
    for behind in _PLACE_BEHIND.finditer(text):
        named = (behind[1] or behind[2]).strip()
        council = f"{named} Council"
        if fold(named) in fold(place.area) or councils.find(council):
            return council
    return None


def _named_body(kind: Concept | None) -> Concept | None:
    iri = kind.value("body") if kind else None
    return load_register("national-bodies").by_iri(iri) if iri else None


def _last(iri: str | None) -> str | None:
    return iri.rstrip("/").rsplit("/", 1)[-1] if iri else None


def board_in(text: str, place: Place) -> str | None:
    """The management board that a post chairs, with the service's name where it lacks one.

    >>> board_in("Chair of the Management Board", Place("Northmoor", "Northmoor YOS"))
    'Northmoor YOS Management Board'
    """
    match = _BOARD.search(text)
    if match is None or _NOT_THE_BOARD.search(match["board"]):
        return None
    board = match["board"].strip()
    if fold(place.area) in fold(board):
        return board
    word = place.service.removeprefix(place.area).strip()
    bare = re.sub(r"^(?:yot|yos|yjs|youth \w+ (?:team|service))\s+", "", board, flags=re.IGNORECASE)
    return f"{place.area} {word} {bare}"


def _is_behind_board(before: str, behind: str) -> bool:
    """Whether "and" goes on from the chair of a board to another post, whatever it is called."""
    return _BOARD.search(before) is not None and before.endswith("Board") and "Board" not in behind


def split_posts(text: str) -> tuple[str, ...]:
    """The posts that a letterhead gives one person, each with the body behind it.

    A joint parts two posts only where a post's opening word follows it, or where it stands
    behind a board, of which the first post is.

    >>> split_posts("Chair of X YOT Management Board and Director of Children's Services, X Council")
    ('Chair of X YOT Management Board', "Director of Children's Services, X Council")
    >>> split_posts("Director of Children, Families and Learning")
    ('Director of Children, Families and Learning',)
    """
    posts: list[str] = []
    begin = 0
    for joint in _JOINT.finditer(text):
        follows = _NEXT_WORD.match(text, joint.end())
        if follows is None:
            continue
        opens = fold(follows.group(1)) in words_of("post-opening")
        if not opens and not _is_behind_board(text[begin : joint.start()], text[joint.end() :]):
            continue
        capital = follows.group(1)[0].isupper() or fold(follows.group(1)) in ("interim", "acting")
        if not capital or not text[begin : joint.start()].strip():
            continue
        posts.append(text[begin : joint.start()])
        begin = joint.end()
    posts.append(text[begin:])
    return tuple(post.strip(_TRAILING) for post in posts if post.strip(_TRAILING))
