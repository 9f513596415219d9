"""The network as files: networkx reads back what was written, and Gephi finds its labels."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable

import networkx
import pytest
from tests.publishing.networks import agency, iri, link, network, service

from yotgraph.publishing.network import Network
from yotgraph.publishing.network_drawing import to_svg
from yotgraph.publishing.network_files import Picture, edges_csv, nodes_csv, to_gexf, to_graphml
from yotgraph.publishing.network_layout import lay_out
from yotgraph.publishing.network_measures import measure

HOSTILE = "</text><script>alert(1)</script> \"quoted\" & 'more' \x1b[2J"
_SVG = "{http://www.w3.org/2000/svg}"


def pictured(made: Network) -> Picture:
    folded = made.folded()
    return Picture(made, folded, lay_out(made), measure(made), measure(folded))


@pytest.fixture
def picture() -> Picture:
    """Two services that share the police, one criticised twice, in two reports."""
    made = network(
        [service("one"), service("two"), agency("courts", sector="courts"),
         agency("police-one", sector="police", kind="police", label=HOSTILE)],
        [link("one", "courts", 3, report="a-2015-07"), link("one", "courts", 1, report="a-2019-02"),
         link("two", "courts"), link("one", "police-one", 1, 2)],
    )  # fmt: skip
    return pictured(made)


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_labels_types_and_weights_come_back(picture: Picture, form: str) -> None:
    text = (to_graphml if form == "graphml" else to_gexf)(picture)
    read = networkx.parse_graphml(text) if form == "graphml" else networkx.read_gexf(
        io.BytesIO(text.encode())
    )  # fmt: skip
    assert set(read) == {node.iri for node in picture.network.nodes}
    assert read.is_directed()
    assert read.nodes[iri("one")]["label"] == "One YOT"
    assert read.nodes[iri("one")]["type"] == "service"
    assert read.nodes[iri("courts")]["sector"] == "courts"
    assert read.nodes[iri("courts")]["betweenness"] == pytest.approx(
        picture.measures[iri("courts")].betweenness
    )
    edges = {(source, target): data for source, target, data in read.edges(data=True)}
    joint = edges[iri("one"), iri("courts")]
    assert (joint["weight"], joint["mentions"], joint["strengths"], joint["concerns"]) == (
        4, 4, 4, 0,
    )  # fmt: skip
    assert (joint["stance"], joint["relation"]) == ("strength", "works-with")
    assert joint["reports"] == "a-2015-07 a-2019-02"
    assert joint["years"] == "2015 2019"
    assert len(joint["evidence"].split()) == 4
    assert edges[iri("one"), iri("police-one")]["stance"] == "mixed"


@pytest.mark.parametrize("write", [to_graphml, to_gexf])
def test_every_edge_has_a_name_of_its_own(
    picture: Picture, write: Callable[[Picture], str]
) -> None:
    edges = [
        each for each in ElementTree.fromstring(write(picture)).iter() if each.tag.endswith("}edge")
    ]
    assert len(edges) >= 3
    assert len({each.attrib["id"] for each in edges}) == len(edges)


@pytest.mark.parametrize("write", [to_graphml, to_gexf])
def test_a_file_is_the_same_each_time_and_has_no_date(picture: Picture, write: object) -> None:
    assert callable(write)
    text = write(picture)
    assert text == write(pictured(picture.network))
    assert not re.search(r"lastmodified|\b20[23]\d-\d\d-\d\d\b", text)


def test_gexf_has_places_colours_and_sizes(picture: Picture) -> None:
    root = ElementTree.fromstring(to_gexf(picture))
    viz = "{http://www.gexf.net/1.2draft/viz}"
    assert len(list(root.iter(f"{viz}position"))) == 4
    assert len(list(root.iter(f"{viz}color"))) == 4
    assert len(list(root.iter(f"{viz}size"))) == 4


def test_hostile_labels_stay_text(picture: Picture) -> None:
    svg = to_svg(picture.network, picture.places, picture.measures, HOSTILE)
    for text in (svg, to_graphml(picture), to_gexf(picture)):
        root = ElementTree.fromstring(text)
        assert not [each for each in root.iter() if each.tag.rpartition("}")[2] == "script"]
        assert "\x1b" not in text


def test_the_drawing_shows_every_body_and_every_pair(picture: Picture) -> None:
    root = ElementTree.fromstring(
        to_svg(picture.network, picture.places, picture.measures, "Partners")
    )
    words = " ".join("".join(each.itertext()) for each in root.iter(f"{_SVG}text"))
    assert "Courts" in words
    assert "One YOT" in words
    assert root.find(f"{_SVG}title") is not None
    assert root.find(f"{_SVG}desc") is not None
    drawn = next(root.iter(f"{_SVG}g"))
    assert len(list(drawn.iter(f"{_SVG}line"))) == 3


def test_the_tables_have_a_row_for_each_body_and_each_link(picture: Picture) -> None:
    nodes = list(csv.DictReader(io.StringIO(nodes_csv(picture))))
    assert [row["iri"] for row in nodes] == [node.iri for node in picture.network.nodes]
    edges = list(csv.DictReader(io.StringIO(edges_csv(picture))))
    assert len(edges) == len(picture.network.links)
    assert {row["stance"] for row in edges} == {"strength", "mixed", "none"}
    assert all(row["evidence"] for row in edges)


def test_an_empty_network_is_a_valid_file() -> None:
    nothing = pictured(network([], []))
    assert len(networkx.parse_graphml(to_graphml(nothing))) == 0
    assert ElementTree.fromstring(
        to_svg(nothing.network, nothing.places, nothing.measures, "Nothing")
    ).tag.endswith("svg")
