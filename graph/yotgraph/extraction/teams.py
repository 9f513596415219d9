"""The people of an inspection team, listed line by line: a role, a name, a body.

>>> team_member("Local Assessors Miriam Tolley; Jonathan Fryer")
TeamLine(role='Local Assessor', people=('Miriam Tolley', 'Jonathan Fryer'), body=None)
>>> team_member("Inspection Team Gareth Pomeroy, HMI Probation").body
'HMI Probation'
>>> team_member("We would like to thank all who took part.") is None
True
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from yotgraph.extraction.bodies import body_named
from yotgraph.extraction.persons import PERSON, people, person, words_of
from yotgraph.vocabulary import fold

__all__ = ["TeamLine", "is_of_inspectorate", "supporters", "team_cell", "team_member"]

_LONGEST_ROLE = 3
_LONGEST_LINE = 120
_SUPPORTED = re.compile(
    rf"\b(?:supported|assisted|accompanied|joined) by (?P<names>{PERSON}(?:(?:, and|,| and) {PERSON})*)"
    r"(?:,? (?:of|from) (?P<body>[^,.;]{2,80}))?"
)


class TeamLine(NamedTuple):
    """One line of a list: the role of each, if the line prints one, the names behind it, and
    the body behind a comma. An empty role says that those who follow have none."""

    role: str | None
    people: tuple[str, ...]
    body: str | None


def team_member(line: str) -> TeamLine | None:
    """What a line of a list of the team says, or nothing where it names nobody."""
    if len(line) > _LONGEST_LINE or line.rstrip().endswith("."):
        return None
    names, comma, behind = line.partition(",")
    body = behind.strip() if comma and body_named(behind) else None
    words = (names if body else line).split()
    length = next(
        (
            n
            for n in range(_LONGEST_ROLE, 0, -1)
            if fold(" ".join(words[:n])) in words_of("team-role")
        ),
        0,
    )
    found = tuple(one.name for one in people(" ".join(words[length:])))
    role = _of_one(" ".join(words[:length])) if length else None
    return TeamLine(role, found, body) if found and (length or body) else None


def team_cell(role: str, text: str) -> Iterator[TeamLine]:
    """Those whom a table names beside their role, one by one where their bodies stand behind
    their names.

    >>> next(team_cell("Local Assessors", "Ada Kerr, Moorland YOS; Huw Pym, Dale YOS"))
    TeamLine(role='Local Assessor', people=('Ada Kerr',), body='Moorland YOS')
    >>> [line.people for line in team_cell("Inspection staff", "Ada Kerr, Huw Pym")]
    [('Ada Kerr', 'Huw Pym')]
    """
    shared = _of_one(role.rstrip(" :")) or None
    for part in text.split(";"):
        name, comma, body = part.partition(",")
        is_of_body = comma and person(body) is None and not people(body)
        found = people(name if is_of_body else part)
        if found:
            names = tuple(one.name for one in found)
            yield TeamLine(shared, names, body.strip() or None if is_of_body else None)


def supporters(text: str) -> TeamLine | None:
    """Those who are said to have supported the lead inspector.

    >>> supporters("She was supported by Ada Kerr and Huw Pym of HMI Probation, and others.")
    TeamLine(role=None, people=('Ada Kerr', 'Huw Pym'), body='HMI Probation')
    """
    match = _SUPPORTED.search(text)
    found = people(match["names"]) if match else ()
    if match is None or not found:
        return None
    return TeamLine(None, tuple(one.name for one in found), match["body"])


def is_of_inspectorate(role: str | None) -> bool:
    """Whether those with a role work for the inspectorate whose report it is.

    >>> is_of_inspectorate("Deputy Lead Inspector"), is_of_inspectorate("Local Assessor")
    (True, False)
    """
    return role is not None and fold(role) in words_of("team-role-of-inspectorate")


def _of_one(role: str) -> str:
    """The role of one of those who share it: "Local Assessors". "Inspection Team" is none."""
    if fold(role) in words_of("team-as-a-whole"):
        return ""
    singular = role.removesuffix("s")
    return singular if fold(singular) in words_of("team-role") else role
