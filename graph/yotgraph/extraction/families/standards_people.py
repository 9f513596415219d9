"""The board and the people of a report by standards."""

from __future__ import annotations

from collections.abc import Iterator

from yotgraph.extraction.chairs import Chair, board_chairs
from yotgraph.extraction.families.base import ReportParts
from yotgraph.extraction.families.people import (
    copied_posts,
    holdings_of,
    lead_posts,
    named_post,
)
from yotgraph.extraction.imprint import programme_heads, signatories
from yotgraph.extraction.posts import board_in
from yotgraph.extraction.service import ServiceName, board_mention
from yotgraph.extraction.titlepage import TitlePage
from yotgraph.facts import BoardFact, PostHolding
from yotgraph.reading import BlockKind, Document, Span

__all__ = ["board_facts", "post_facts"]

_BOARD_ROLES = ("standard", "key-findings", "foreword", "methodology")


def board_facts(parts: ReportParts, service: ServiceName | None) -> Iterator[BoardFact]:
    """The management board, where the report speaks of one."""
    spans = tuple(
        block.body
        for section in parts.outline.with_role(*_BOARD_ROLES)
        for block in section.blocks
        if len(block.body)
    )
    chair = next(_chairs(parts), None)
    mention = chair.span if chair else board_mention(parts.document, spans)
    if mention is not None and service is not None:
        named = board_in(f"Chair of the {chair.board}", parts.place) if chair else None
        yield BoardFact(
            key="1",
            evidence=(parts.witness.sentence(mention),),
            label=named or f"{service.label} Management Board",
        )


def _chairs(parts: ReportParts) -> Iterator[Chair]:
    """Who the text says chairs the board."""
    spans = [
        block.body
        for section in parts.outline.sections
        for block in section.blocks
        if block.kind is BlockKind.PARAGRAPH and len(block.body)
    ]
    return board_chairs(parts.document, spans)


def post_facts(parts: ReportParts, title: TitlePage) -> Iterator[PostHolding]:
    """Who led, heads the programme, signed, chairs the board and is sent the report."""
    front = Span(0, max(title.front, _imprint_end(parts.document)))
    yield from lead_posts(parts, [front])
    for number, named in enumerate(programme_heads(parts.document, front), 1):
        yield named_post(parts, "programme-head", number, named)
    for section in parts.outline.with_role("foreword"):
        for number, named in enumerate(signatories(parts.document, section.blocks), 1):
            yield named_post(parts, "chief-inspector", number, named)
    for chair in _chairs(parts):
        posts = (
            f"Chair of the {chair.board}, {chair.posts}"
            if chair.posts
            else f"Chair of the {chair.board}"
        )
        evidence = parts.witness.sentence_span(chair.span)
        yield from holdings_of(parts, "board-chair", chair.person, posts, evidence)
    yield from copied_posts(parts)


def _imprint_end(document: Document) -> int:
    """The imprint may stand behind the contents: far enough to hold it."""
    return min(len(document.text), 6000)
