"""The headings of the parts of a report, which may stand right under a text."""

from __future__ import annotations

from functools import cache

from yotgraph.vocabulary import load_scheme

__all__ = ["is_part_title"]


def is_part_title(text: str) -> bool:
    """Whether a text is the heading of a part of a report, as it is known, with a colon or not.

    >>> is_part_title("Key strengths:"), is_part_title("Strengths that are key")
    (True, False)
    """
    return text.rstrip(" :") in _titles()


@cache
def _titles() -> frozenset[str]:
    return frozenset(
        label for role in load_scheme("section-roles") for label in role.labels() if role.label
    )
