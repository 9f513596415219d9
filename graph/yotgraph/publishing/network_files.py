"""The partner network as files for other programs: GraphML, GEXF, CSV, and SVG for print.

GraphML (1.0) and GEXF (1.2) are written by networkx and open in Gephi with labels, types and
weights; GEXF carries places and colours as well. No file holds a date or a random number.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Store

from yotgraph.publishing.characters import printable
from yotgraph.publishing.network import (
    RELATIONS,
    Link,
    Network,
    Node,
    stance_of,
)
from yotgraph.publishing.network_layout import Point, lay_out
from yotgraph.publishing.network_measures import Measures, measure
from yotgraph.publishing.network_reading import read_network
from yotgraph.publishing.network_symbols import node_size, sector_label, symbol_of
from yotgraph.publishing.tables import to_csv

if TYPE_CHECKING:
    import networkx

__all__ = [
    "TITLE",
    "Picture",
    "edges_csv",
    "nodes_csv",
    "read_picture",
    "to_gexf",
    "to_graphml",
]

TITLE = "Partners of youth offending services"
"""What the pictures are called."""
_GEXF = "http://www.gexf.net/1.2draft"


@dataclass(frozen=True, slots=True)
class Picture:
    """A network with all that is needed to show it. ``places`` are those of all nodes, folded
    and not; ``measures`` are of the network, ``folded_measures`` of the folded one."""

    network: Network
    folded: Network
    places: Mapping[str, Point]
    measures: Mapping[str, Measures]
    folded_measures: Mapping[str, Measures]


def read_picture(store: Store) -> Picture:
    """The partner network of a store, measured and laid out."""
    network = read_network(store)
    folded = network.folded()
    return Picture(network, folded, lay_out(network), measure(network), measure(folded))


def _joint_links(network: Network) -> Iterator[tuple[tuple[str, str, str], list[Link]]]:
    """The links by source, target and relation, those of several reports together."""
    groups: dict[tuple[str, str, str], list[Link]] = {}
    for link in network.links:
        groups.setdefault((link.source, link.target, link.relation), []).append(link)
    yield from sorted(groups.items())


def _directed(picture: Picture) -> networkx.MultiDiGraph:
    """The network as a directed graph with an edge for each relation of two bodies.

    Edges are numbered: a program that finds an edge's name a second time leaves that edge out.
    """
    import networkx

    graph = networkx.MultiDiGraph()
    for node in picture.network.nodes:
        graph.add_node(node.iri, **_node_values(node, picture.measures[node.iri]))
    joint = _joint_links(picture.network)
    for place, ((source, target, relation), links) in enumerate(joint, 1):
        strengths = sum(link.strengths for link in links)
        concerns = sum(link.concerns for link in links)
        graph.add_edge(
            source,
            target,
            key=f"e{place}",
            label=RELATIONS.get(relation, relation),
            relation=relation,
            weight=sum(link.weight for link in links),
            mentions=sum(link.mentions for link in links),
            strengths=strengths,
            concerns=concerns,
            stance=stance_of(strengths, concerns),
            reports=" ".join(sorted({link.report for link in links})),
            years=" ".join(sorted({link.year for link in links} - {""})),
            evidence=" ".join(said.iri for link in links for said in link.sentences),
        )
    return graph


def _node_values(node: Node, measures: Measures) -> dict[str, str | int | float]:
    return {
        "label": printable(node.label),
        "type": node.type,
        "sector": sector_label(node.sector) if node.type == "agency" else "",
        "kind": printable(node.kind_label),
        "statutory_partner": node.statutory,
        "specialist_role": str(node.is_role).lower(),
        "arrangement": str(node.is_arrangement).lower(),
        "degree": measures.degree,
        "mentions": measures.strength,
        "betweenness": measures.betweenness,
        "community": measures.community,
    }


def to_graphml(picture: Picture) -> str:
    """The network as GraphML 1.0."""
    import networkx

    return "".join(f"{line}\n" for line in networkx.generate_graphml(_directed(picture)))


def to_gexf(picture: Picture) -> str:
    """The network as GEXF 1.2 with places, sizes and colours.

    networkx writes the day into the file; it is taken out, as two builds are the same bytes.
    """
    import networkx

    graph = _directed(picture)
    for node in picture.network.nodes:
        x, y = picture.places[node.iri]
        red, green, blue = bytes.fromhex(symbol_of(node).colour[1:])
        graph.nodes[node.iri]["viz"] = {
            "position": {"x": x, "y": -y, "z": 0.0},
            "size": node_size(picture.measures[node.iri].strength),
            "color": {"r": red, "g": green, "b": blue, "a": 1.0},
        }
    text = "\n".join(networkx.generate_gexf(graph))
    root = ElementTree.fromstring(text)
    for meta in root.iter(f"{{{_GEXF}}}meta"):
        meta.attrib.pop("lastmodifieddate", None)
        for child in list(meta):
            meta.remove(child)
        ElementTree.SubElement(meta, f"{{{_GEXF}}}description").text = TITLE
    ElementTree.register_namespace("", _GEXF)
    ElementTree.register_namespace("viz", f"{_GEXF}/viz")
    ElementTree.indent(root)
    return f"{ElementTree.tostring(root, encoding='unicode')}\n"


_NODE_COLUMNS = (
    "iri", "label", "type", "sector", "kind", "statutory_partner", "specialist_role",
    "arrangement", "degree", "mentions", "betweenness", "community",
)  # fmt: skip
_EDGE_COLUMNS = (
    "source", "source_label", "relation", "target", "target_label", "report", "year", "mentions",
    "strengths", "concerns", "stance", "evidence",
)  # fmt: skip


def nodes_csv(picture: Picture) -> str:
    """The bodies with their measures as CSV."""
    rows = []
    for node in picture.network.nodes:
        values = _node_values(node, picture.measures[node.iri])
        rows.append([node.iri, *map(str, values.values())])
    return to_csv(_NODE_COLUMNS, rows)


def edges_csv(picture: Picture) -> str:
    """The links as CSV, one row for each report that has them; ``evidence`` holds IRIs."""
    labels = {node.iri: node.label for node in picture.network.nodes}
    rows: list[list[str | int]] = [
        [
            link.source,
            labels[link.source],
            link.relation,
            link.target,
            labels[link.target],
            link.report,
            link.year,
            link.mentions,
            link.strengths,
            link.concerns,
            stance_of(link.strengths, link.concerns),
            " ".join(said.iri for said in link.sentences),
        ]
        for link in picture.network.links
    ]
    return to_csv(_EDGE_COLUMNS, rows)
