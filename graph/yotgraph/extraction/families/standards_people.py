"""The board and the people of a report by standards."""

from __future__ import annotations

from collections.abc import Iterator

from yotgraph.extraction.chairs import Chair, board_chairs
from yotgraph.extraction.families.base import ReportParts
from yotgraph.extraction.families.people import (
    copied_posts,
    holding,
    holdings_of,
    lead_posts,
    named_post,
)
from yotgraph.extraction.imprint import programme_heads, signatories
from yotgraph.extraction.posts import Seat, board_in
from yotgraph.extraction.service import ServiceName, board_mention, named_board
from yotgraph.extraction.titlepage import TitlePage
from yotgraph.facts import BoardFact, PostHolding
from yotgraph.reading import BlockKind, Document, Span

__all__ = ["board_facts", "post_facts"]

_BOARD_ROLES = (
    *("standard", "finding-section", "key-findings"),
    *("foreword", "methodology", "background", "annex"),
)

_CHAIR = "Chair"


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
        yield BoardFact(
            key="1",
            evidence=(parts.witness.sentence(mention),),
            label=_board_label(parts, chair),
        )


def _board_label(parts: ReportParts, chair: Chair | None) -> str:
    """The name that the text gives the board of its chair, else that of the service's board."""
    own_name = chair is not None and len(chair.board.split()) > 1
    named = board_in(f"Chair of the {chair.board}", parts.place) if chair and own_name else None
    named = named or named_board(parts.document, parts.place.area)
    return named or f"{parts.place.service} Management Board"


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
    for section in parts.outline.with_role("foreword", "introduction"):
        for number, named in enumerate(signatories(parts.document, section.blocks), 1):
            yield named_post(parts, "chief-inspector", number, named)
    for chair in _chairs(parts):
        yield from _chair_posts(parts, chair)
    yield from copied_posts(parts)


def _chair_posts(parts: ReportParts, chair: Chair) -> Iterator[PostHolding]:
    """The seat on the board, under the title that is printed, and the posts beside it. Who is
    only said to chair the board is its chair."""
    span = parts.witness.sentence_span(chair.span)
    if chair.title and chair.board:
        posts = f"{chair.title} of the {chair.board}"
        joined = f"{posts}, {chair.posts}" if chair.posts else posts
        yield from holdings_of(parts, "board-chair", chair.person, joined, span)
        return
    seat = Seat(chair.title or _CHAIR, _board_label(parts, chair), "board")
    yield holding("board-chair", 0, chair.person, seat, parts.witness.quote(span))
    if chair.posts:
        yield from holdings_of(parts, "board-chair", chair.person, chair.posts, span)


def _imprint_end(document: Document) -> int:
    """The imprint may stand behind the contents: far enough to hold it."""
    return min(len(document.text), 6000)
