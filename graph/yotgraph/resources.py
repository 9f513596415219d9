"""Finds the project's data folders, in a checkout and in an installed package alike."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from yotgraph.errors import YotgraphError

__all__ = ["FOLDERS", "directory"]

FOLDERS = ("ontology", "shapes", "queries", "reports")


@cache
def directory(name: str) -> Path:
    """The folder ``ontology``, ``shapes``, ``queries`` or ``reports``.

    An installed package carries them in ``yotgraph/data``; a checkout has them at its top.
    Raises :class:`YotgraphError` where neither is there.
    """
    package = Path(__file__).parent
    for place in (package / "data" / name, package.parent.parent / name):
        if place.is_dir():
            return place
    raise YotgraphError(f"the package's folder {name!r} is missing: install yotgraph again")
