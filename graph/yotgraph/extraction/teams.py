"""The people of an inspection team, listed line by line: a role, a name, a body.

>>> team_member("Local Assessors Miriam Tolley; Jonathan Fryer")
TeamLine(role='Local Assessor', people=('Miriam Tolley', 'Jonathan Fryer'), body=None)
>>> team_member("Inspection Team Gareth Pomeroy, HMI Probation").body
'HMI Probation'
>>> team_member("We would like to thank all who took part.") is None
True
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from yotgraph.extraction.bodies import body_named
from yotgraph.extraction.persons import people, words_of
from yotgraph.vocabulary import fold

__all__ = ["TeamLine", "team_member"]

_LONGEST_ROLE = 3
_LONGEST_LINE = 120


class TeamLine(NamedTuple):
    """One line of a list: the role of each, if the line prints one, the names behind it, and
    the body behind a comma."""

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
        (n for n in range(_LONGEST_ROLE, 0, -1) if fold(" ".join(words[:n])) in _roles()), 0
    )
    found = tuple(one.name for one in people(" ".join(words[length:])))
    role = _of_one(" ".join(words[:length])) or None
    return TeamLine(role, found, body) if found and (role or body) else None


def _of_one(role: str) -> str:
    """The role of one of those who share it: "Local Assessors"."""
    singular = role.removesuffix("s")
    return singular if fold(singular) in _roles() else role


@cache
def _roles() -> frozenset[str]:
    return words_of("team-role")
