"""Which of several readings of the same words stands.

>>> from yotgraph.extraction.partner_model import Partner
>>> known, longer = Partner("Police"), Partner("Police unit")
>>> settle([Occurrence(4, 10, known), Occurrence(4, 15, longer)])[0].partner.label
'Police unit'
"""

from __future__ import annotations

from collections.abc import Iterable

from yotgraph.extraction.partner_model import Occurrence

__all__ = ["settle"]


def settle(candidates: Iterable[Occurrence]) -> list[Occurrence]:
    """Occurrences that do not overlap, the longest first to take its place, in order.

    Of two of the same length one with a partner stays, a role before a body, or else the one
    given first.
    """
    ordered = sorted(candidates, key=_precedence)
    if len(ordered) <= 1:
        return ordered
    taken: list[Occurrence] = []
    for one in ordered:
        if all(one.end <= other.start or other.end <= one.start for other in taken):
            taken.append(one)
    return sorted(taken)


def _precedence(one: Occurrence) -> tuple[int, bool, bool]:
    is_role = one.partner is not None and one.partner.is_role
    return one.start - one.end, one.partner is None, not is_role
