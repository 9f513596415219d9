"""Whom each service could learn from, on each theme on which it must improve.

The named question ``learn-from`` pairs every area for improvement with every strength elsewhere,
so its answer grows with the square of the services. The same pairs are made here from the
answers about strengths and improvements; of many reports, the first few for each theme.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from yotgraph.publishing.site.catalogue import Catalogue
from yotgraph.publishing.site.rows import AskedRow

__all__ = ["MOST_TEACHERS", "is_cut", "learn_from"]

MOST_TEACHERS = 5
"""How many strengths of others a service is shown for a theme, where there are many reports."""

_MANY_REPORTS = 40
_Strength = tuple[str, str, str, AskedRow]


def is_cut(catalogue: Catalogue) -> bool:
    """Whether there are so many reports that only the first few are shown."""
    return len(catalogue.of("report")) > _MANY_REPORTS


def learn_from(
    catalogue: Catalogue, strengths: Iterable[AskedRow], asked: Sequence[AskedRow]
) -> tuple[AskedRow, ...]:
    """The rows of ``learn-from``, in its order, each with the place of its strength.

    ``strengths`` are the rows of that question, ``asked`` those of ``areas-for-improvement`` and
    of ``recommendations``.
    """
    most = MOST_TEACHERS if is_cut(catalogue) else None
    praised = _by_theme(catalogue, strengths)
    wanted = {
        (row["service"], theme): _service(catalogue, row) for row in asked for theme in _themes(row)
    }
    return tuple(
        AskedRow(
            {"service": label, "theme": theme, "learn_from": teacher, "evidence": text},
            row.fact,
            row.place,
        )
        for (label, theme), service in sorted(wanted.items())
        for teacher, text, _, row in islice(_others(praised.get(theme, ()), service), most)
    )


def _others(strengths: Iterable[_Strength], service: str) -> Iterator[_Strength]:
    """Strengths of other services, what is said twice of one only once."""
    seen: set[tuple[str, str]] = set()
    for strength in strengths:
        if strength[2] != service and strength[:2] not in seen:
            seen.add(strength[:2])
            yield strength


def _by_theme(catalogue: Catalogue, rows: Iterable[AskedRow]) -> Mapping[str, Sequence[_Strength]]:
    found: dict[str, list[_Strength]] = {}
    for row in rows:
        for theme in _themes(row):
            strength = (row["service"], row["text"], _service(catalogue, row), row)
            found.setdefault(theme, []).append(strength)
    return {theme: sorted(each, key=lambda one: one[:3]) for theme, each in found.items()}


def _themes(row: AskedRow) -> Iterable[str]:
    return filter(None, row["themes"].split("; "))


def _service(catalogue: Catalogue, row: AskedRow) -> str:
    """The IRI of a row's service: one service may be called by several names."""
    thing = catalogue.find("service", row["service"], row["report"])
    return thing.iri if thing else row["service"]
