"""Inspection reports of youth offending services as a validated knowledge graph.

``read``, ``extract``, ``build`` and ``open_graph`` are loaded when they are first used, so that
``import yotgraph`` costs nothing; :mod:`yotgraph.api` describes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yotgraph.api import Answer, Built, Graph, Options, build, extract, open_graph, read

__all__ = [
    "Answer",
    "Built",
    "Graph",
    "Options",
    "__version__",
    "build",
    "extract",
    "open_graph",
    "read",
]

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """A name of :mod:`yotgraph.api`, loaded now. Raises AttributeError on any other."""
    if name not in __all__:
        raise AttributeError(f"module 'yotgraph' has no attribute {name!r}")
    from yotgraph import api

    found: object = getattr(api, name)
    return found


def __dir__() -> list[str]:
    """What the package offers, for people who look around in it."""
    return sorted(__all__)
