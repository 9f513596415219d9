"""People of a report as facts: who holds which post, in which capacity named."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from yotgraph.extraction.bodies import body_in
from yotgraph.extraction.copylist import read_copy_list
from yotgraph.extraction.families.base import INSPECTORATE, ReportParts
from yotgraph.extraction.imprint import NamedPost, programme_heads, signatories
from yotgraph.extraction.inspection import leads
from yotgraph.extraction.persons import Person
from yotgraph.extraction.posts import Seat, seat_of, split_posts
from yotgraph.extraction.teams import (
    TeamLine,
    is_of_inspectorate,
    supporters,
    team_cell,
    team_member,
)
from yotgraph.facts import Evidence, PostHolding
from yotgraph.reading import Block, BlockKind, Span

__all__ = [
    "copied_posts",
    "front_posts",
    "holding",
    "holdings_of",
    "lead_posts",
    "named_post",
    "team_posts",
]

_PAIR = 2
_TEAM = ("inspection-team", "acknowledgements")


def holding(kind: str, number: int, person: Person, seat: Seat, evidence: Evidence) -> PostHolding:
    """One person in one post; ``kind`` is the capacity's notation."""
    return PostHolding(
        key=f"{kind}-{number}",
        evidence=(evidence,),
        person=person.name,
        post=seat.post,
        organisation=seat.organisation,
        organisation_type=seat.organisation_type,
        capacity=kind,
        title=person.title,
    )


def holdings_of(
    parts: ReportParts, kind: str, person: Person, posts: str, span: Span, own: bool = False
) -> Iterator[PostHolding]:
    """Every post that a letterhead gives one person; ``own`` puts them in the inspectorate."""
    evidence = parts.witness.quote(span)
    for number, post in enumerate(split_posts(posts) or ("",), 1):
        seat = seat_of(post, parts.place) if post else Seat(None, None, None)
        if own and seat.organisation is None:
            seat = Seat(seat.post, INSPECTORATE, "inspectorate")
        yield holding(kind, number, person, seat, evidence)


def copied_posts(parts: ReportParts) -> Iterator[PostHolding]:
    """Every person of the copy list with the post that they are listed under."""
    number = 0
    for entry in read_copy_list(parts.document):
        evidence = parts.witness.quote(entry.span)
        seat = seat_of(entry.post, parts.place)
        for person in entry.people:
            number += 1
            yield holding("copied", number, person, seat, evidence)


def lead_posts(parts: ReportParts, within: Sequence[Span]) -> Iterator[PostHolding]:
    """Everybody whom the text says to have led the inspection, each name once."""
    seen: set[str] = set()
    for lead in leads(parts.document, within):
        if lead.person.name not in seen:
            seen.add(lead.person.name)
            seat = Seat(lead.post, INSPECTORATE, "inspectorate")
            evidence = parts.witness.sentence(lead.span)
            found = holding("lead-inspector", len(seen), lead.person, seat, evidence)
            contact = parts.witness.contact_behind(lead.span)
            yield replace(found, evidence=(evidence, contact)) if contact else found


def named_post(parts: ReportParts, capacity: str, number: int, named: NamedPost) -> PostHolding:
    """Somebody of the inspectorate with the post that is printed beside the name."""
    seat = Seat(named.post, INSPECTORATE, "inspectorate")
    signed = capacity == "chief-inspector"
    evidence = parts.witness.quote(named.span) if signed else parts.witness.sentence(named.span)
    return holding(capacity, number, named.person, seat, evidence)


def front_posts(parts: ReportParts) -> Iterator[PostHolding]:
    """Who led the inspection, who heads the programme, and who signed the foreword."""
    whole = Span(0, len(parts.document.text))
    yield from lead_posts(parts, [whole])
    for number, named in enumerate(programme_heads(parts.document, whole), 1):
        yield named_post(parts, "programme-head", number, named)
    for section in parts.outline.with_role("foreword", "introduction"):
        for number, named in enumerate(signatories(parts.document, section.blocks), 1):
            yield named_post(parts, "chief-inspector", number, named)


def team_posts(parts: ReportParts, known: Container[str]) -> Iterator[PostHolding]:
    """The people whom a table or list of the inspection team or of acknowledgements names, and
    those whom the opening says to have supported the lead inspector, but for those who are
    ``known`` by name. Lists do not always say which body they come from."""
    number = 0
    for line, span in _team(parts):
        seat = _seat_in_team(line)
        for name in line.people:
            if name not in known:
                number += 1
                evidence = parts.witness.quote(span)
                yield holding("team-member", number, Person(name, None), seat, evidence)


def _seat_in_team(line: TeamLine) -> Seat:
    """The role and the body: the one printed, or the inspectorate for its own roles."""
    if line.body is None:
        own = is_of_inspectorate(line.role)
        return Seat(line.role, INSPECTORATE, "inspectorate") if own else Seat(line.role, None, None)
    named = body_in(line.body)
    if named is None:
        return Seat(line.role, line.body, None)
    return Seat(line.role, named.name, named.organisation_type)


def _team(parts: ReportParts) -> Iterator[tuple[TeamLine, Span]]:
    """The rows of a table with a role and names, the lines of a list of the team, each with
    the role that it has or goes on with, and the sentence on who gave support."""
    for section in parts.outline.sections:
        if section.heading is None or section.role in _TEAM:
            for block in section.blocks:
                yield from _supporters(parts, block)
    for section in parts.outline.with_role(*_TEAM):
        role: str | None = None
        for block in section.blocks:
            cells = [parts.document.slice(span) for span in block.cells if len(span)]
            if len(cells) == _PAIR:
                yield from ((line, block.span) for line in team_cell(*cells))
            for span in () if block.cells else block.lines:
                line = team_member(parts.document.slice(span))
                if line is not None:
                    role = role if line.role is None else line.role
                    yield line._replace(role=role or None), span


def _supporters(parts: ReportParts, block: Block) -> Iterator[tuple[TeamLine, Span]]:
    if block.kind is not BlockKind.PARAGRAPH or not len(block.body):
        return
    for span in parts.witness.sentences(block.body):
        line = supporters(parts.document.slice(span))
        if line is not None:
            yield line, span
