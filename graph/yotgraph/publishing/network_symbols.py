"""How bodies and links of the partner network look: colour and shape, line and dashes.

Nothing is told by colour alone: each sector has a shape as well, each stance a way of dashing.
The colours stay apart for people who see no red, green or blue (P. Tol, Colour Schemes, 2021;
M. Okabe and K. Ito, Color Universal Design, 2008). Sectors come from their scheme, in its order.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from yotgraph.publishing.network import Network, Node, stance_of
from yotgraph.vocabulary import load_scheme

__all__ = [
    "LINES",
    "NO_SECTOR",
    "TYPES",
    "Line",
    "Symbol",
    "legend_sectors",
    "line_of",
    "line_width",
    "node_size",
    "sector_label",
    "symbol_of",
    "symbols",
]


def _regular(corners: int, turn: float = 0.0) -> tuple[tuple[float, float], ...]:
    turns = (turn - math.tau / 4 + index * math.tau / corners for index in range(corners))
    return tuple((round(math.cos(at), 3), round(math.sin(at), 3)) for at in turns)


def _star() -> tuple[tuple[float, float], ...]:
    outer, inner = _regular(5), _regular(5, math.tau / 10)
    return tuple(
        point
        for far, near in zip(outer, inner, strict=True)
        for point in (far, (round(near[0] * 0.45, 3), round(near[1] * 0.45, 3)))
    )


# Corners between -1 and 1; a circle has none.
_SHAPES: Mapping[str, tuple[tuple[float, float], ...]] = MappingProxyType(
    {
        "circle": (),
        "triangle": ((0.0, -0.95), (1.0, 0.8), (-1.0, 0.8)),
        "square": ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
        "diamond": ((0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)),
        "pentagon": _regular(5),
        "hexagon": _regular(6, math.tau / 12),
        "star": _star(),
        "down": ((-1.0, -0.8), (1.0, -0.8), (0.0, 0.95)),
        "cross": (
            (-0.35, -1.0), (0.35, -1.0), (0.35, -0.35), (1.0, -0.35), (1.0, 0.35), (0.35, 0.35),
            (0.35, 1.0), (-0.35, 1.0), (-0.35, 0.35), (-1.0, 0.35), (-1.0, -0.35), (-0.35, -0.35),
        ),
        "house": ((-0.85, 0.9), (-0.85, -0.15), (0.0, -1.0), (0.85, -0.15), (0.85, 0.9)),
        "flag": ((-1.0, -0.7), (1.0, -0.7), (0.45, 0.0), (1.0, 0.7), (-1.0, 0.7)),
    }
)  # fmt: skip
_COLOURS = (
    "#44aa99", "#cc6677", "#ddaa33", "#4477aa", "#999933", "#aa4499", "#66ccee", "#ee7733",
    "#bbbbbb",
)  # fmt: skip
_SECTOR_SHAPES = ("circle", "diamond", "square", "triangle", "hexagon", "star", "pentagon")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A shape, its corners between -1 and 1 (a circle has none), and a colour."""

    shape: str
    colour: str

    @property
    def points(self) -> tuple[tuple[float, float], ...]:
        """The corners."""
        return _SHAPES[self.shape]


@dataclass(frozen=True, slots=True)
class Line:
    """A line's colour and dashes, as SVG's ``stroke-dasharray`` has them; its meaning."""

    colour: str
    dashes: tuple[int, ...]
    label: str


NO_SECTOR = Symbol("circle", "#8a8f98")
"""A partner whose sector no report settles."""

TYPES: Mapping[str, Symbol] = MappingProxyType(
    {
        "service": Symbol("square", "#2f3b52"),
        "board": Symbol("house", "#6b7280"),
        "inspectorate": Symbol("flag", "#111827"),
    }
)
"""The symbols of what is no partner."""

LINES: Mapping[str, Line] = MappingProxyType(
    {
        "strength": Line("#2382cc", (), "praised"),
        "concern": Line("#d8601a", (8, 5), "criticised"),
        "mixed": Line("#b25aa4", (12, 4, 2, 4), "praised and criticised"),
        "none": Line("#8a8f98", (2, 4), "mentioned, not judged"),
        "structure": Line("#949ba6", (), "oversees, inspects, or has to do with the board"),
    }
)
"""How a link looks by its stance; ``structure`` is for what is no work together. The colours
stand out (WCAG 2.2, 1.4.11) on a light and on a dark ground alike."""


@cache
def symbols() -> Mapping[str, Symbol]:
    """The symbol of each sector by its notation, in the order of the scheme."""
    return MappingProxyType(
        {
            sector.notation: Symbol(
                _SECTOR_SHAPES[place % len(_SECTOR_SHAPES)], _COLOURS[place % len(_COLOURS)]
            )
            for place, sector in enumerate(load_scheme("sectors"))
            if sector.is_a("Sector")
        }
    )


def symbol_of(node: Node) -> Symbol:
    """The symbol of a node: of its type, or of its sector where it is a partner."""
    return TYPES.get(node.type) or symbols().get(node.sector, NO_SECTOR)


def sector_label(notation: str) -> str:
    """The label of a sector, or what stands for none."""
    concept = load_scheme("sectors").get(notation) if notation else None
    return concept.label if concept else "sector not stated"


def node_size(strength: int) -> float:
    """The radius of a node in the picture's units: it grows slowly with its mentions.

    >>> node_size(1), node_size(16)
    (9.0, 15.0)
    """
    return round(min(9.0 + 2.0 * (math.sqrt(strength) - 1), 24.0), 1)


def line_of(relations: Collection[str], strengths: int, concerns: int) -> str:
    """Which of :data:`LINES` joins two bodies.

    >>> line_of({"works-with"}, 1, 0), line_of({"oversees"}, 0, 0)
    ('strength', 'structure')
    """
    return stance_of(strengths, concerns) if "works-with" in relations else "structure"


def line_width(weight: int) -> float:
    """The width of a link by its mentions.

    >>> line_width(1), line_width(9)
    (1.4, 3.4)
    """
    return round(min(0.4 + math.sqrt(weight), 7.0), 1)


def legend_sectors(network: Network) -> tuple[str, ...]:
    """The sectors that the network has, in the order of the scheme; empty for none stated."""
    held = {node.sector for node in network.nodes if node.type == "agency"}
    return tuple(name for name in (*symbols(), "") if name in held)
