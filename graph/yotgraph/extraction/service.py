"""The service that a report is about: its area, the word for it, and its board."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from yotgraph.extraction.edges import at_edges
from yotgraph.reading import Document, Span
from yotgraph.vocabulary import Concept, fold, load_register

__all__ = [
    "ServiceName",
    "area_entry",
    "authorities_in",
    "authorities_of",
    "board_mention",
    "named_board",
    "service_name",
]

_KIND = r"(?:Team|Service|Services|Partnership)"
_WORDS_FOR_SERVICE = {
    "youth offending team": "YOT",
    "youth offending service": "YOS",
    "youth justice service": "YJS",
    "youth justice team": "YJT",
}
_LONG_FORM = (
    rf"(?P<name>(?:[A-Z][\w'’-]*|and|&|for)(?: (?:[A-Z][\w'’-]*|and|&|for))*? {_KIND})s?"
    r"(?:'s|’s)? ?\((?:the )?[‘'\"“]?(?P<word>[A-Z][A-Za-z]{1,7}?)s?[’'\"”]?\)"
)
_LONG = re.compile(_LONG_FORM)
_JOINT = re.compile(r",|&|\band\b")
_SEVERAL = 2
_BOARD = re.compile(r"\bmanagement board\b|\bthe board\b", re.IGNORECASE)
_BOARD_KINDS = ("Executive", "Governance", "Partnership", "Strategic", "Strategy")
_NAMED_BOARD = re.compile(
    r"\b(?:(?!The\b|Our\b)[A-Z][\w'’-]+ (?:and )?){0,4}Youth (?:Justice|Offending) (?:Service |Team )?"
    rf"(?:{'|'.join(_BOARD_KINDS)}) Board\b"
)
# A text without one of these names no such board, and costs no more than this look.
_BOARD_ENDINGS = tuple(f" {kind} Board" for kind in _BOARD_KINDS)
_FULL_BOARD = re.compile(r"\bmanagement board\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ServiceName:
    """``label`` is area and word; ``name`` the long form where it is printed with the area."""

    label: str
    word: str
    name: str | None
    span: Span


def area_entry(area: str) -> Concept | None:
    """The register's entry for an area, by any of its names."""
    return load_register("services").find(area)


def authorities_of(area: str) -> int:
    """How many councils stand behind the service of an area, one where nothing is known.

    An area that is itself a council's has one, whatever service it has since joined.
    """
    if load_register("local-authorities").find(f"{area} Council"):
        return 1
    entry = area_entry(area)
    return max(1, len(entry.values.get("localAuthority", ()))) if entry else 1


def authorities_in(document: Document, area: str) -> int:
    """How many councils stand behind the service of an area: what the register knows, else
    two where the text speaks of the council of a part of the area alone."""
    known = authorities_of(area)
    parts = [part.strip() for part in _JOINT.split(area) if part.strip()]
    if known > 1 or len(parts) < _SEVERAL or area_entry(area) is not None:
        return known
    council = r"(?<!and )(?<!& )\b{} (?:(?:City|County|Borough|Metropolitan) )*Council\b"
    named = [part for part in parts if re.search(council.format(re.escape(part)), document.text)]
    alone = re.search(council.format(re.escape(area)), document.text) is None
    return len(parts) if named and alone else known


def service_name(document: Document, area: str) -> ServiceName | None:
    """What the report calls its service, or nothing where it never names it.

    The word is the one printed in brackets behind the long form with the area; else the one
    that most often follows the area; else the abbreviation of the long form.
    """
    return (
        _long_form(document, area)
        or _short_form(document, area)
        or _unplaced_form(document, area)
        or _plain_form(document, area)
    )


def _long_form(document: Document, area: str) -> ServiceName | None:
    """ "X Youth Offending Team (YOT)"."""
    text, place = document.text, re.compile(rf"{_flexible(area)}(?:'s|’s)?\s+")
    position = 0
    while found := place.search(text, position):
        match = _LONG.match(text, found.end())
        if match is not None and match["word"] != "YJB":
            name = f"{area} {' '.join(match['name'].split())}"
            span = Span(found.start(), match.end())
            return ServiceName(f"{area} {match['word']}", match["word"], name, span)
        position = match.end() if match else found.start() + 1
    return None


def _unplaced_form(document: Document, area: str) -> ServiceName | None:
    """ "Youth Offending Team (YOT)", without the area."""
    for match in _LONG.finditer(document.text):
        if "youth" in fold(match["name"]) and match["word"][0] == "Y" and match["word"] != "YJB":
            span = Span(match.start("name"), match.end())
            return ServiceName(f"{area} {match['word']}", match["word"], None, span)
    return None


def _short_form(document: Document, area: str) -> ServiceName | None:
    pattern = at_edges(rf"\b{_flexible(area)}(?:'s|’s)?\s+(?P<word>Y[A-Z]{{2,5}})\b")
    found = [match for match in pattern.finditer(document.text) if match["word"] != "YJB"]
    if not found:
        return None
    counts = Counter(match["word"] for match in found)
    word = min(counts, key=lambda item: (-counts[item], item))
    first = next(match for match in found if match["word"] == word)
    name = _plain_form(document, area)
    long = name.name if name and name.word == word else None
    return ServiceName(f"{area} {word}", word, long, Span(first.start(), first.end()))


def _plain_form(document: Document, area: str) -> ServiceName | None:
    """The long form without an abbreviation: "X Youth Justice Service"."""
    kinds = "|".join(re.escape(kind).replace(r"\ ", r"\s+") for kind in _WORDS_FOR_SERVICE)
    pattern = re.compile(rf"\b{_flexible(area)}(?:'s|’s)?\s+(?P<kind>{kinds})\b", re.IGNORECASE)
    match = pattern.search(document.text)
    if match is None:
        return None
    word = _WORDS_FOR_SERVICE[fold(match["kind"])]
    name = f"{area} {' '.join(match['kind'].split())}"
    return ServiceName(f"{area} {word}", word, name, Span(match.start(), match.end()))


def _flexible(area: str) -> str:
    """An area's name as a pattern: any white space, "&" for "and", either apostrophe."""
    words = [
        r"(?:and|&)" if word.lower() in ("and", "&") else re.escape(word).replace("’", "['’]")
        for word in area.split()
    ]
    return r"\s+".join(words)


def named_board(document: Document, area: str) -> str | None:
    """The service's board under a name of its own, such as "Youth Justice Partnership Board", with
    the area before it; nothing where the report calls it the management board."""
    may_name = any(words in document.text for words in _BOARD_ENDINGS)
    match = _NAMED_BOARD.search(document.text) if may_name else None
    if match is None:
        return None
    name = " ".join(match.group().split())
    return name if fold(area) in fold(name) else f"{area} {name}"


def board_mention(document: Document, within: tuple[Span, ...]) -> Span | None:
    """Where the report first speaks of the service's board."""
    for pattern in (_FULL_BOARD, _BOARD):
        for span in within:
            match = next(document.find(pattern, span), None)
            if match:
                return Span(match.start(), match.end())
    return None
