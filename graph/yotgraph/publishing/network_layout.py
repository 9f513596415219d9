"""Where the nodes of the partner network stand, the same from build to build.

The picture is to be read, so the places mean something: services stand on a ring, partners
that several services share stand between them, and what only one service has stands outside
beside it. Labels never cover one another. All of it is plain arithmetic: no random start, and
nothing that another machine would round to another picture.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yotgraph.publishing.network import Network, Node

__all__ = ["LABEL_HEIGHT", "Point", "label_lines", "lay_out"]

Point = tuple[float, float]

LABEL_HEIGHT = 13.0
"""The height of one line of a label, in the picture's units."""

_LABEL_WIDTH = 6.2
_LINE_LENGTH = 17
_MARGIN = 8.0
_NODE_SIZE = 30.0
_ROUNDS = 160
# With more nodes than this labels are read only close up, and fewer rounds do.
_MANY = 120
_FEWEST_ROUNDS = 8
# The ring is wider than high, as screens and paper are.
_STRETCH = 1.35
_TURN = math.tau / 4


def label_lines(label: str) -> tuple[str, ...]:
    """A label cut into lines of some seventeen characters, at spaces.

    >>> label_lines("Multi-Agency Public Protection Arrangements")
    ('Multi-Agency', 'Public Protection', 'Arrangements')
    """
    lines: list[str] = []
    for word in label.split():
        if lines and len(lines[-1]) + 1 + len(word) <= _LINE_LENGTH:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines) or ("",)


@dataclass(slots=True)
class _Box:
    """A node with its label; ``home`` is where it would stand if it stood alone."""

    x: float
    y: float
    home: Point
    width: float
    height: float
    fixed: bool


def lay_out(network: Network) -> Mapping[str, Point]:
    """The place of every node: of the folded ones, and of the bodies inside each fold.

    ``network`` is not folded. Bodies of a fold stand between it and their service.
    """
    folded = network.folded()
    neighbours = _neighbours(folded)
    services = _in_order([node for node in folded.nodes if node.type == "service"], neighbours)
    radius = _radius(len(folded.nodes), len(services))
    places = _ring(services, radius)
    boxes = {
        node.iri: _box(node, _home(node.iri, places, neighbours, radius), node.iri in places)
        for node in folded.nodes
    }
    _spread_homes(boxes, neighbours, places)
    _separate(boxes)
    made = {iri: (box.x, box.y) for iri, box in boxes.items()}
    made.update(_inside_folds(network, folded, made))
    return {iri: (round(x, 1), round(y, 1)) for iri, (x, y) in sorted(made.items())}


def _neighbours(network: Network) -> dict[str, dict[str, int]]:
    """The neighbours of each node with the weight of what joins them."""
    found: dict[str, dict[str, int]] = {node.iri: {} for node in network.nodes}
    for link in network.links:
        for one, other in ((link.source, link.target), (link.target, link.source)):
            found[one][other] = found[one].get(other, 0) + link.weight
    return found


def _in_order(services: Sequence[Node], neighbours: Mapping[str, Mapping[str, int]]) -> list[str]:
    """Services so that those with most partners in common stand side by side."""
    left = [node.iri for node in services]
    ordered: list[str] = []
    while left:
        last = set(neighbours[ordered[-1]]) if ordered else set()
        chosen = min(
            left, key=lambda iri: (-len(last & set(neighbours[iri])), -len(neighbours[iri]), iri)
        )
        left.remove(chosen)
        ordered.append(chosen)
    return ordered


def _radius(nodes: int, services: int) -> float:
    """A ring that holds the services, and inside and around which all nodes have room."""
    return max(200.0, services * 24.0, 30.0 * math.sqrt(nodes))


def _ring(services: Sequence[str], radius: float) -> dict[str, Point]:
    if len(services) == 1:
        return {services[0]: (0.0, 0.0)}
    turns = (index * math.tau / len(services) - _TURN for index in range(len(services)))
    return {
        iri: (radius * _STRETCH * math.cos(turn), radius * math.sin(turn))
        for iri, turn in zip(services, turns, strict=True)
    }


def _home(
    iri: str,
    places: Mapping[str, Point],
    neighbours: Mapping[str, Mapping[str, int]],
    radius: float,
) -> Point:
    """The middle of the services that a node is joined to; outside of one that it is alone with."""
    if iri in places:
        return places[iri]
    near = [other for other in sorted(neighbours[iri]) if other in places]
    if not near:
        # A board reaches its service through others: it stands where they stand.
        return (0.0, radius * 1.6)
    x = sum(places[other][0] for other in near) / len(near)
    y = sum(places[other][1] for other in near) / len(near)
    return (x * 1.38, y * 1.38) if len(near) == 1 else (x * 0.8, y * 0.8)


def _spread_homes(
    boxes: Mapping[str, _Box],
    neighbours: Mapping[str, Mapping[str, int]],
    places: Mapping[str, Point],
) -> None:
    """Fans out the nodes that would stand on one place, along an ellipse around it."""
    groups: dict[Point, list[str]] = {}
    for iri, box in boxes.items():
        if not box.fixed:
            groups.setdefault((round(box.home[0]), round(box.home[1])), []).append(iri)
    for (x, y), members in groups.items():
        outward = math.atan2(y, x)
        members.sort(key=lambda iri: (len(neighbours[iri]), iri))
        for index, iri in enumerate(members):
            if len(members) == 1:
                continue
            # The golden angle fills a disc evenly from the middle outwards.
            turn = outward + index * 2.399963
            reach = 46.0 * math.sqrt(index + 0.5)
            box = boxes[iri]
            box.home = (x + reach * _STRETCH * math.cos(turn), y + reach * math.sin(turn))
            box.x, box.y = box.home


def _box(node: Node, home: Point, fixed: bool) -> _Box:
    lines = label_lines(node.label)
    # Services are set in bold.
    letter = _LABEL_WIDTH * (1.25 if node.type == "service" else 1.0)
    width = max(_NODE_SIZE, max(map(len, lines)) * letter) + _MARGIN
    height = _NODE_SIZE + len(lines) * LABEL_HEIGHT + _MARGIN
    return _Box(home[0], home[1], home, width, height, fixed)


def _separate(boxes: Mapping[str, _Box]) -> None:
    """Pushes boxes apart until none covers another, and back towards their homes meanwhile."""
    listed = [boxes[iri] for iri in sorted(boxes)]
    rounds = max(_FEWEST_ROUNDS, min(_ROUNDS, _ROUNDS * _MANY // max(len(listed), 1)))
    for round_ in range(rounds):
        pull = 0.06 * (1 - round_ / rounds)
        for box in listed:
            if not box.fixed:
                box.x += (box.home[0] - box.x) * pull
                box.y += (box.home[1] - box.y) * pull
        _push_apart(listed)


def _push_apart(boxes: Sequence[_Box]) -> None:
    """Pushes each pair of boxes that overlap; only those in neighbouring cells of a grid can."""
    size = max((max(box.width, box.height) for box in boxes), default=1.0)
    cells: dict[tuple[int, int], list[int]] = {}
    for index, box in enumerate(boxes):
        cells.setdefault((int(box.x // size), int(box.y // size)), []).append(index)
    for (column, row), members in cells.items():
        near = [
            index
            for across in (-1, 0, 1)
            for down in (-1, 0, 1)
            for index in cells.get((column + across, row + down), ())
        ]
        for index in members:
            one = boxes[index]
            for place in near:
                other = boxes[place]
                if place > index and abs(one.x - other.x) * 2 < one.width + other.width:
                    _push(one, other)


def _push(one: _Box, other: _Box) -> None:
    """Moves two boxes that overlap apart, the shorter way."""
    across = (one.width + other.width) / 2 - abs(one.x - other.x)
    down = (one.height + other.height) / 2 - abs(one.y - other.y)
    if across <= 0 or down <= 0 or (one.fixed and other.fixed):
        return
    share = 1.0 if one.fixed or other.fixed else 0.5
    if across < down:
        step = across * share * (1 if one.x >= other.x else -1)
        one.x += 0 if one.fixed else step
        other.x -= 0 if other.fixed else step
    else:
        step = down * share * (1 if one.y >= other.y else -1)
        one.y += 0 if one.fixed else step
        other.y -= 0 if other.fixed else step


def _inside_folds(
    network: Network, folded: Network, places: Mapping[str, Point]
) -> dict[str, Point]:
    """The bodies inside folds: each a third of the way from its fold to its services."""
    neighbours = _neighbours(network)
    by_iri = {node.iri: node for node in network.nodes}
    boxes: dict[str, _Box] = {}
    for fold in folded.nodes:
        for iri in fold.members:
            x, y = places[fold.iri]
            near = [places[other] for other in sorted(neighbours[iri]) if other in places]
            if near and len(fold.members) > 1:
                x += (sum(place[0] for place in near) / len(near) - x) * 0.35
                y += (sum(place[1] for place in near) / len(near) - y) * 0.35
            boxes[iri] = _box(by_iri[iri], (x, y), fixed=False)
    for node in folded.nodes:
        if not node.members:
            boxes[node.iri] = _box(node, places[node.iri], fixed=True)
    _separate(boxes)
    return {iri: (box.x, box.y) for iri, box in boxes.items() if not box.fixed}
