"""The views in ``queries/views``: what a picture, a page or its data needs beside answers.

A view is a SELECT that names IRIs and places, where a named question gives labels for people; or
a CONSTRUCT of the statements that are exported with a page.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from pyoxigraph import QueryTriples, Store, Triple

from yotgraph.errors import VocabularyError
from yotgraph.knowledge.names import PREFIXES
from yotgraph.knowledge.store import select
from yotgraph.resources import directory

__all__ = ["Row", "statements", "view"]

Row: TypeAlias = Mapping[str, str]
"""One row: the value of each variable, empty where it is unknown."""


def view(store: Store, name: str) -> list[Row]:
    """The rows of ``queries/views/NAME.rq``, in its order.

    Raises :class:`VocabularyError` where there is no such view.
    """
    found = select(store, _text(name))
    names = tuple(variable.value for variable in found.variables)
    return [
        {
            key: value.value if value is not None else ""
            for key, value in zip(names, row, strict=True)
        }
        for row in found
    ]


def statements(store: Store, name: str) -> list[Triple]:
    """The statements that ``queries/views/NAME.rq`` makes, in its order.

    Raises :class:`VocabularyError` where there is no such view, or where it makes none.
    """
    found = store.query(_text(name), prefixes=dict(PREFIXES), use_default_graph_as_union=True)
    if not isinstance(found, QueryTriples):
        raise VocabularyError(f"{name}.rq: this view is written as CONSTRUCT")
    return list(found)


def _text(name: str) -> str:
    path = directory("queries") / "views" / f"{name}.rq"
    if not path.is_file():
        raise VocabularyError(f"{path}: no such view; install yotgraph again")
    return path.read_text(encoding="utf-8")
