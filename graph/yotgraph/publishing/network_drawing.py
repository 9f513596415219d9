"""The partner network as one SVG picture for paper: links, symbols, labels and a legend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from yotgraph.publishing.characters import printable
from yotgraph.publishing.network import Link, Network, Node
from yotgraph.publishing.network_layout import LABEL_HEIGHT, Point, label_lines
from yotgraph.publishing.network_measures import Measures
from yotgraph.publishing.network_symbols import (
    LINES,
    NO_SECTOR,
    TYPES,
    Symbol,
    legend_sectors,
    line_of,
    line_width,
    node_size,
    sector_label,
    symbol_of,
    symbols,
)

__all__ = ["to_svg"]

_BORDER = 90.0
_LEGEND_WIDTH = 330.0
_ROW = 21.0
_FONT = "system-ui, 'Segoe UI', 'Liberation Sans', Arial, sans-serif"


def to_svg(
    network: Network, places: Mapping[str, Point], measures: Mapping[str, Measures], title: str
) -> str:
    """The network as SVG 1.1 on white, with title and description for those who do not see it.

    ``network`` is drawn as it is given; ``places`` and ``measures`` are by IRI.
    """
    xs = [places[node.iri][0] for node in network.nodes] or [0.0]
    ys = [places[node.iri][1] for node in network.nodes] or [0.0]
    left, top = min(xs) - _BORDER, min(ys) - _BORDER
    legend = list(_legend(network, max(xs) + _BORDER, top + 40))
    width = max(xs) + _BORDER + _LEGEND_WIDTH - left
    height = max(max(ys) + _BORDER - top, 70 + _ROW * len(legend))
    lines = [
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title summary"'
        f' viewBox="{left:.0f} {top:.0f} {width:.0f} {height:.0f}"'
        f' width="{width:.0f}" height="{height:.0f}">',
        f'<title id="title">{_text(title)}</title>',
        f'<desc id="summary">{_text(_summary(network))}</desc>',
        f'<rect x="{left:.0f}" y="{top:.0f}" width="{width:.0f}" height="{height:.0f}"'
        ' fill="#ffffff"/>',
        '<g fill="none" stroke-linecap="round">',
        *_lines(network, places),
        "</g>",
        f'<g font-family="{_FONT}" font-size="11" text-anchor="middle" fill="#1c2430">',
        *(line for node in network.nodes for line in _node(node, places, measures)),
        "</g>",
        f'<g font-family="{_FONT}" font-size="12" fill="#1c2430">',
        *legend,
        "</g>",
        "</svg>",
    ]
    return "".join(f"{line}\n" for line in lines)


def _text(text: str) -> str:
    return escape(printable(text))


def _summary(network: Network) -> str:
    services = sum(node.type == "service" for node in network.nodes)
    partners = sum(node.type == "agency" for node in network.nodes)
    return (
        f"{services} services and {partners} partners. Partners that several services share"
        " stand between them; what one service alone has stands outside beside it."
    )


def _lines(network: Network, places: Mapping[str, Point]) -> Iterator[str]:
    pairs: dict[tuple[str, str], list[Link]] = {}
    for link in network.links:
        pairs.setdefault((link.source, link.target), []).append(link)
    for (source, target), links in pairs.items():
        line = LINES[
            line_of(
                {link.relation for link in links},
                sum(link.strengths for link in links),
                sum(link.concerns for link in links),
            )
        ]
        dashes = f' stroke-dasharray="{" ".join(map(str, line.dashes))}"' if line.dashes else ""
        (x1, y1), (x2, y2) = places[source], places[target]
        yield (
            f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{line.colour}"'
            f' stroke-width="{line_width(sum(link.weight for link in links))}"'
            f' stroke-opacity="0.75"{dashes}/>'
        )


def _node(
    node: Node, places: Mapping[str, Point], measures: Mapping[str, Measures]
) -> Iterator[str]:
    x, y = places[node.iri]
    size = node_size(measures[node.iri].strength)
    weight = ' font-weight="600"' if node.type == "service" else ""
    yield f"<g><title>{_text(node.label)}</title>"
    yield _symbol(symbol_of(node), x, y, size)
    for index, line in enumerate(label_lines(node.label)):
        below = y + size + LABEL_HEIGHT * (index + 1)
        # A white edge keeps a label readable where a line runs behind it.
        yield (
            f'<text x="{x}" y="{below:.1f}"{weight} paint-order="stroke" stroke="#ffffff"'
            f' stroke-width="3" stroke-linejoin="round">{_text(line)}</text>'
        )
    yield "</g>"


def _symbol(symbol: Symbol, x: float, y: float, size: float) -> str:
    look = f'fill="{symbol.colour}" stroke="#1c2430" stroke-width="1"'
    if not symbol.points:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size}" {look}/>'
    corners = " ".join(f"{x + a * size:.1f},{y + b * size:.1f}" for a, b in symbol.points)
    return f"<polygon points={quoteattr(corners)} {look}/>"


def _legend(network: Network, left: float, top: float) -> Iterator[str]:
    types = {node.type for node in network.nodes}
    rows: list[tuple[Symbol, str]] = [(TYPES[name], name) for name in TYPES if name in types]
    rows += [
        (symbols().get(name, NO_SECTOR), sector_label(name)) for name in legend_sectors(network)
    ]
    for symbol, label in rows:
        row = _symbol(symbol, left, top, 7)
        yield f'{row}<text x="{left + 16:.1f}" y="{top + 4:.1f}">{_text(label)}</text>'
        top += _ROW
    top += _ROW / 2
    for line in LINES.values():
        dashes = f' stroke-dasharray="{" ".join(map(str, line.dashes))}"' if line.dashes else ""
        yield (
            f'<line x1="{left - 9:.1f}" y1="{top:.1f}" x2="{left + 26:.1f}" y2="{top:.1f}"'
            f' stroke="{line.colour}" stroke-width="3"{dashes}/>'
            f'<text x="{left + 36:.1f}" y="{top + 4:.1f}">{_text(line.label)}</text>'
        )
        top += _ROW
