"""One description of each partner of a report.

A report may say in one sentence what a body is ("the Rise team, a multi-agency unit") and only
name it in another. What it says of the body somewhere holds wherever it names it.

>>> told = Mention(sentence=0, start=0, end=4, agency="Rise", sector="health", local=True)
>>> named = replace(told, sentence=1, sector=None)
>>> [one.sector for one in one_description_each([told, named])]
['health', 'health']
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from yotgraph.extraction.partner_model import Mention
from yotgraph.vocabulary import load_register, slug

__all__ = ["one_description_each"]


def one_description_each(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions, those of one partner with the same label, sector, kind and statutory part.

    A body that a sentence shows to be an arrangement or a role is one. Of different sectors
    that stand beside the same kind the one that most sentences give counts, or else the first.
    """
    every = [(slug(one.agency), one) for one in _fully_named(list(mentions))]
    by_name: dict[str, list[Mention]] = {}
    for name, one in every:
        by_name.setdefault(name, []).append(one)
    agreed = {name: _description(own) for name, own in by_name.items()}
    for name, one in every:
        said = agreed[name]
        if _describes(one) == _describes(said):
            yield one
            continue
        yield replace(
            one,
            agency=said.agency,
            sector=said.sector,
            local=said.local,
            is_role=said.is_role,
            is_arrangement=said.is_arrangement,
            statutory=said.statutory,
        )


def _fully_named(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions, a statutory partner's short form ("probation") under its full name
    ("Probation Service") where the report prints that too."""
    full = {
        one.agency: one.statutory
        for one in mentions
        if one.statutory and not one.is_role and " " in one.agency
    }
    for one in mentions:
        names = [name for name, part in full.items() if part == one.statutory and _heads(one, name)]
        yield replace(one, agency=names[0]) if len(names) == 1 and not one.is_role else one


def _heads(one: Mention, name: str) -> bool:
    is_short = " " not in one.agency and one.agency not in _own_labels()
    return is_short and name.lower().startswith(f"{one.agency.lower()} ")


@cache
def _own_labels() -> frozenset[str]:
    """The labels of the kinds of agency: "Health" is one of them, "Probation" is not."""
    return frozenset(kind.label for kind in load_register("agency-kinds"))


def _description(mentions: Sequence[Mention]) -> Mention:
    """The mention that describes the partner best: as what it is, with its sector."""
    counted = Counter(map(_describes, mentions))
    return max(
        mentions,
        key=lambda one: (
            one.is_arrangement or one.is_role,
            one.sector is not None,
            counted[_describes(one)],
        ),
    )


def _describes(one: Mention) -> tuple[str | bool | None, ...]:
    return (one.agency, one.sector, one.local, one.is_role, one.is_arrangement, one.statutory)
