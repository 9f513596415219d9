"""The rows of the views in ``queries/views``: what a picture or a page needs beside answers.

A view is a SELECT that names IRIs and places, where a named question gives labels for people.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from pyoxigraph import Store

from yotgraph.errors import VocabularyError
from yotgraph.knowledge.store import select
from yotgraph.resources import directory

__all__ = ["Row", "view"]

Row: TypeAlias = Mapping[str, str]
"""One row: the value of each variable, empty where it is unknown."""


def view(store: Store, name: str) -> list[Row]:
    """The rows of ``queries/views/NAME.rq``, in its order.

    Raises :class:`VocabularyError` where there is no such view.
    """
    path = directory("queries") / "views" / f"{name}.rq"
    if not path.is_file():
        raise VocabularyError(f"{path}: no such view; install yotgraph again")
    found = select(store, path.read_text(encoding="utf-8"))
    names = tuple(variable.value for variable in found.variables)
    return [
        {
            key: value.value if value is not None else ""
            for key, value in zip(names, row, strict=True)
        }
        for row in found
    ]
