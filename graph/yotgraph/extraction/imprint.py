"""Who answers for a report: the head of the programme, and who signs the foreword."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yotgraph.extraction.persons import PERSON, Person, person
from yotgraph.reading import Block, BlockKind, Document, Span

__all__ = ["NamedPost", "programme_heads", "signatories"]

_PROGRAMME_HEAD = re.compile(
    rf"(?:^|\b[Tt]he |[Tt]his )?(?P<post>(?:[A-Z][\w-]*|of|for|and|in|the)(?: (?:[A-Z][\w-]*|of|for|and|in|the))*?),? "
    rf"(?:who (?:is|was) )?responsible for (?:this|the) (?:inspection )?programme,? (?:is|was) (?P<name>{PERSON})"
)
_PROGRAMME_NAME_FIRST = re.compile(
    rf"(?:[Tt]he )?(?P<post>[A-Z][\w-]*(?: (?:[A-Z][\w-]*|of|for|and|in|the))*), (?P<name>{PERSON}),"
    rf" (?:is|was) responsible for (?:this|the) (?:inspection )?programme"
    rf"|responsible for (?:this|the) (?:inspection )?programme (?:is|was) (?P<name2>{PERSON}),"
    rf" (?:the )?(?P<post2>[A-Z][\w-]*(?: (?:[A-Z][\w-]*|of|for|and|in|the))*)"
)
_PROGRAMME_MANAGER = re.compile(
    r"\b(?P<post>manager responsible for (?:this|the) (?:inspection )?programme),? (?:is|was) "
    rf"(?P<name>{PERSON})"
)
_HEAD_OF_PROGRAMMES = re.compile(
    r"\b(?P<post>(?:Head|Director|Manager|Assistant Chief Inspector)\b(?: [\w-]+){0,4}? "
    r"(?:[Ii]nspection )?[Pp]rogrammes?),? (?:is|was) "
    rf"(?P<name>{PERSON})"
)
_CHIEF = re.compile(
    r"(?P<post>(?:(?:HM|Her Majesty['’]s|His Majesty['’]s|Acting|Interim) )*Chief Inspector(?: of Probation)?)\b",
)


_WHO_HEADS = (_PROGRAMME_NAME_FIRST, _PROGRAMME_HEAD, _PROGRAMME_MANAGER, _HEAD_OF_PROGRAMMES)


@dataclass(frozen=True, slots=True)
class NamedPost:
    """A person with a post that is printed beside the name."""

    person: Person
    post: str
    span: Span


def programme_heads(document: Document, within: Span) -> Iterator[NamedPost]:
    """Who is responsible for the inspection programme."""
    for pattern in _WHO_HEADS:
        for match in document.find(pattern, within):
            groups = match.groupdict()
            one = person(groups["name"] or groups.get("name2") or "")
            post = (groups["post"] or groups.get("post2") or "").removeprefix("The ").strip()
            if one is not None and post:
                yield NamedPost(one, post, Span(match.start(), match.end()))
                return


def signatories(document: Document, blocks: tuple[Block, ...]) -> Iterator[NamedPost]:
    """The chief inspector's signature: a name with the office under it or behind it."""
    before: Block | None = None
    for block in blocks:
        if block.kind is BlockKind.FOOTNOTE or len(block.text) > 160:
            before = None if block.kind is not BlockKind.FOOTNOTE else before
            continue
        office = _CHIEF.search(block.text)
        if office is not None:
            name = block.text[: office.start()].strip(" ,\n")
            one = person(name) if name else (person(before.text) if before else None)
            start = block.span.start if name or before is None else before.span.start
            if one is not None:
                yield NamedPost(one, office["post"], Span(start, block.span.end))
        before = block
