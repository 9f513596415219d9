"""The diagram of a module shows all that is in it, and nothing lies over anything else."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from itertools import combinations

import pytest

from yotgraph.documentation.diagrams import Box, Diagram, Row, diagram_of
from yotgraph.documentation.drawing import draw, text_width
from yotgraph.documentation.terms import Kind, Module, load_ontology

ONTOLOGY = load_ontology()
MODULES = [module for module in ONTOLOGY.modules if module.terms]
NAMES = [module.name for module in MODULES]
SVG = "{http://www.w3.org/2000/svg}"


def drawn(module: Module) -> ElementTree.Element:
    return ElementTree.fromstring(draw(diagram_of(module, ONTOLOGY)))


def frames(svg: ElementTree.Element) -> list[tuple[int, int, int, int]]:
    """Left, top, right and bottom of every box."""
    return [
        (x, y, x + width, y + height)
        for rect in svg.iter(f"{SVG}rect")
        if rect.get("class") == "box"
        for x, y, width, height in [
            tuple(int(rect.get(name, "")) for name in ("x", "y", "width", "height"))
        ]
    ]


def test_there_are_diagrams() -> None:
    assert len(MODULES) > 10


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_every_class_and_property_of_the_module_is_shown(module: Module) -> None:
    texts = [text.text or "" for text in drawn(module).iter(f"{SVG}text")]
    shown = {re.split(r"[: →]", text)[0] for text in texts}
    assert {term.name for term in module.terms} <= shown


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_every_relation_to_a_class_is_a_line_to_its_box(module: Module) -> None:
    diagram = diagram_of(module, ONTOLOGY)
    svg = drawn(module)
    tips = [path for path in svg.iter(f"{SVG}path") if path.get("class") == "tip"]
    assert len(tips) == sum(row.target is not None for box in diagram.bearing for row in box.rows)
    edges = {x for left, _, right, _ in frames(svg) for x in (left, right)}
    for tip in tips:
        match = re.match(r"M(\d+) ", tip.get("d", ""))
        assert match
        assert int(match.group(1)) in edges


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_boxes_do_not_overlap_and_lie_within_the_picture(module: Module) -> None:
    svg = drawn(module)
    boxes = frames(svg)
    assert len(boxes) >= len(module.of_kind(Kind.CLASS))
    for one, other in combinations(boxes, 2):
        apart = one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]
        assert apart, (one, other)
    width, height = int(svg.get("width", "0")), int(svg.get("height", "0"))
    assert all(right < width and bottom < height for _, _, right, bottom in boxes)


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_texts_fit_into_their_boxes(module: Module) -> None:
    boxes = frames(drawn(module))
    for text in drawn(module).iter(f"{SVG}text"):
        x, y = int(text.get("x", "0")), int(text.get("y", "0"))
        assert any(
            left < x and x + text_width(text.text or "") < right and top < y < bottom
            for left, top, right, bottom in boxes
        ), text.text


def test_kinds_are_joined_to_the_class_above() -> None:
    above = Box("above", "Above", "", None, (), own=True)
    below = Box("below", "Below", "a kind of Above", None, (Row("p: text", "#p"),), own=True)
    svg = ElementTree.fromstring(draw(Diagram("Two", (above, below), (), (("below", "above"),))))
    kinds = [path.get("class") for path in svg.iter(f"{SVG}path")]
    assert kinds == ["line", "kind"]


def test_names_are_text_not_mark_up() -> None:
    hostile = Box("x", '<script>"&', "", '"><b>', (Row("</g>", "&"),), own=True)
    svg = ElementTree.fromstring(draw(Diagram("</title>", (hostile,), (), ())))
    assert [text.text for text in svg.iter(f"{SVG}text")] == ['<script>"&', "</g>"]


def test_an_empty_module_is_an_empty_picture() -> None:
    svg = ElementTree.fromstring(draw(Diagram("Nothing", (), (), ())))
    assert frames(svg) == []
