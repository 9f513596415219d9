"""Diagrams as SVG, laid out by arithmetic alone: the same diagram gives the same bytes.

Classes that bear properties stand in a column, those that only receive them in a second one.
Each row that leads to a class has a line to it through the gutter between the columns; lines
to one class share a lane. Kinds of a class are joined to it through the gutter on the left.
Classes without rows and lines stand in a grid below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yotgraph.documentation.diagrams import Box, Diagram
from yotgraph.documentation.markup import Html, element, link

__all__ = ["draw", "text_width"]

_LINE = 19
_HEAD = 26
_GAP = 18
_LANE = 11
_MARGIN = 12
_PADDING = 10
_GRID = 3
_NARROW = frozenset("ijltfrI.,:;'|()- ")
_WIDE = frozenset("mwMW→@%")
_STYLE = (
    ".box{fill:#fff;stroke:#4b5d67}.own .head{fill:#1f4e5f}.other .head{fill:#e3e8ea}"
    ".other .box{stroke-dasharray:4 3}text{font:13px sans-serif;fill:#1b2a30}"
    ".own .title{fill:#fff}.title{font-weight:bold}.kinds{font-style:italic;fill:#4b5d67}"
    ".line{fill:none;stroke:#4b5d67}.tip{fill:#4b5d67}.kind{fill:#fff;stroke:#4b5d67}"
    "a:hover text{text-decoration:underline}"
)


def text_width(text: str) -> int:
    """About how wide a text is in the diagrams' type, in pixels; rather too wide.

    >>> text_width("il") < text_width("on") < text_width("mW")
    True
    """
    return sum(
        5 if each in _NARROW else 12 if each in _WIDE else 10 if each.isupper() else 8
        for each in text
    )


@dataclass(frozen=True, slots=True)
class _Placed:
    box: Box
    x: int
    y: int
    width: int

    @property
    def height(self) -> int:
        return _height(self.box)

    @property
    def middle(self) -> int:
        """Where a line meets the box: the middle of its head."""
        return self.y + _HEAD // 2

    def row_middle(self, number: int) -> int:
        return self.y + _HEAD + (_LINE if self.box.kinds else 0) + _LINE * number + _LINE // 2 + 2


def draw(diagram: Diagram) -> Html:
    """The diagram as one SVG element. Addresses in it are relative to the pages of modules."""
    joined_ones = {key for pair in diagram.kinds_of for key in pair}
    joined_ones |= {row.target for box in diagram.bearing for row in box.rows if row.target}
    column = [box for box in diagram.bearing if box.rows or box.key in joined_ones]
    alone = [box for box in diagram.bearing if box not in column]
    left = _MARGIN + _LANE * (len({above for _, above in diagram.kinds_of}) + 1)
    width = max((_width(box) for box in column), default=0)
    placed = _stacked(column, left, _MARGIN, width)
    lanes = _lanes(diagram)
    gutter = left + width + _LANE
    right = gutter + _LANE * (len(lanes) + 1)
    received = _beside(diagram, placed, right)
    bottom = max((each.y + each.height for each in (*placed, *received)), default=0)
    grid = _in_grid(alone, bottom + _GAP if bottom else _MARGIN)
    everything = [*placed, *received, *grid]
    by_key = {each.box.key: each for each in everything}
    parts = [
        element("title", f"Diagram: {diagram.title}"),
        element("style", Html(_STYLE)),
        *_kind_lines(diagram, by_key, left),
        *_row_lines(placed, by_key, lanes, gutter),
        *(_drawn(each) for each in everything),
    ]
    size = (
        max((each.x + each.width for each in everything), default=0) + _MARGIN,
        max((each.y + each.height for each in everything), default=0) + _MARGIN,
    )
    return element(
        "svg",
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {size[0]} {size[1]}",
        width=str(size[0]),
        height=str(size[1]),
        role="img",
    )


def _width(box: Box) -> int:
    bold = text_width(box.title) * 11 // 10
    rows = (box.kinds, *(row.text for row in box.rows))
    return max(bold, *map(text_width, rows)) + 2 * _PADDING


def _height(box: Box) -> int:
    lines = len(box.rows) + (1 if box.kinds else 0)
    return _HEAD + _LINE * lines + (6 if lines else 0)


def _stacked(boxes: Sequence[Box], x: int, y: int, width: int) -> list[_Placed]:
    placed = []
    for box in boxes:
        placed.append(_Placed(box, x, y, width))
        y += _height(box) + _GAP
    return placed


def _lanes(diagram: Diagram) -> dict[str, int]:
    """A lane for each class that a row leads to, in the order of the rows."""
    lanes: dict[str, int] = {}
    for box in diagram.bearing:
        for row in box.rows:
            if row.target:
                lanes.setdefault(row.target, len(lanes))
    return lanes


def _beside(diagram: Diagram, placed: Sequence[_Placed], x: int) -> list[_Placed]:
    """The receiving boxes, each near the first row that leads to it, none over another."""
    firsts: dict[str, int] = {}
    for each in placed:
        for number, row in enumerate(each.box.rows):
            if row.target:
                firsts.setdefault(row.target, each.row_middle(number))
    width = max((_width(box) for box in diagram.receiving), default=0)
    found: list[_Placed] = []
    free = _MARGIN
    for box in sorted(diagram.receiving, key=lambda box: (firsts[box.key], box.key)):
        y = max(free, firsts[box.key] - _HEAD // 2)
        found.append(_Placed(box, x, y, width))
        free = y + _height(box) + _GAP // 2
    return found


def _in_grid(boxes: Sequence[Box], top: int) -> list[_Placed]:
    width = max((_width(box) for box in boxes), default=0)
    height = max((_height(box) for box in boxes), default=0)
    return [
        _Placed(
            box,
            _MARGIN + (number % _GRID) * (width + _GAP),
            top + (number // _GRID) * (height + _GAP),
            width,
        )
        for number, box in enumerate(boxes)
    ]


def _kind_lines(diagram: Diagram, by_key: dict[str, _Placed], left: int) -> Iterator[Html]:
    """From each kind to the class above it, with the hollow triangle of UML."""
    aboves = sorted({above for _, above in diagram.kinds_of}, key=lambda key: by_key[key].y)
    for lane, above in enumerate(aboves):
        x, end = left - _LANE * (lane + 1), by_key[above].middle
        for below, its in diagram.kinds_of:
            if its == above:
                start = by_key[below].middle
                yield element("path", class_="line", d=f"M{left} {start}H{x}V{end}H{left - 8}")
        yield element("path", class_="kind", d=f"M{left} {end}l-9 -5v10z")


def _row_lines(
    placed: Sequence[_Placed], by_key: dict[str, _Placed], lanes: dict[str, int], gutter: int
) -> Iterator[Html]:
    """From each row to the class of its values."""
    for each in placed:
        for number, row in enumerate(each.box.rows):
            if row.target is None:
                continue
            target, x = by_key[row.target], gutter + _LANE * lanes[row.target]
            start, end = each.row_middle(number), target.middle
            is_right = target.x > x
            edge = target.x if is_right else target.x + target.width
            back = -8 if is_right else 8
            path = f"M{each.x + each.width} {start}H{x}V{end}H{edge}"
            yield element("path", class_="line", d=path)
            yield element("path", class_="tip", d=f"M{edge} {end}l{back} -4v8z")


def _drawn(placed: _Placed) -> Html:
    box, x, y = placed.box, placed.x, placed.y
    texts = [_text(box.title, x, y + 18, "title", box.address)]
    if box.kinds:
        texts.append(_text(box.kinds, x, y + _HEAD + 14, "kinds", None))
    texts += [
        _text(row.text, x, placed.row_middle(number) + 4, "row", row.address)
        for number, row in enumerate(box.rows)
    ]
    frame = {"x": str(x), "y": str(y), "width": str(placed.width)}
    return element(
        "g",
        element("rect", class_="box", height=str(placed.height), **frame),
        element("rect", class_="head", height=str(_HEAD), **frame),
        *texts,
        class_="own" if box.own else "other",
    )


def _text(text: str, x: int, y: int, kind: str, address: str | None) -> Html:
    drawn = element("text", text, x=str(x + _PADDING), y=str(y), class_=kind)
    return link(drawn, address)
