"""Measures of the partner network: who is central, who belongs together, what stands out.

Computed with networkx on an undirected graph whose weights are numbers of mentions. The same
network gives the same figures: the community search has a fixed seed, and so has the sample of
nodes from which betweenness is estimated where the network is large.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yotgraph.publishing.network import Link, Network

if TYPE_CHECKING:
    import networkx

__all__ = ["Measures", "as_graph", "measure", "unique_partners"]

_SEED = 39
# Betweenness costs nodes times links; above so many nodes it is estimated from a sample.
_EXACT_BETWEENNESS = 400
_SAMPLE = 100


@dataclass(frozen=True, slots=True)
class Measures:
    """What is measured of one node.

    ``degree`` counts neighbours; ``strength`` their mentions; ``betweenness`` is the share, in
    0..1, of shortest paths that lead through the node (Freeman 1977); ``community`` numbers the
    Louvain communities from 1, the largest first.
    """

    degree: int
    strength: int
    betweenness: float
    community: int


def as_graph(network: Network) -> networkx.Graph:
    """The network as an undirected networkx graph, one edge for all links of two nodes.

    Nodes are IRIs in sorted order; edges have ``weight``.
    """
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(node.iri for node in network.nodes)
    for (source, target), links in _pairs(network.links).items():
        graph.add_edge(source, target, weight=sum(link.weight for link in links))
    return graph


def _pairs(links: Iterable[Link]) -> dict[tuple[str, str], list[Link]]:
    pairs: dict[tuple[str, str], list[Link]] = {}
    for link in links:
        ends = (min(link.source, link.target), max(link.source, link.target))
        pairs.setdefault(ends, []).append(link)
    return dict(sorted(pairs.items()))


def measure(network: Network) -> Mapping[str, Measures]:
    """The measures of every node by IRI."""
    import networkx

    graph = as_graph(network)
    sample = _SAMPLE if len(graph) > _EXACT_BETWEENNESS else None
    between = networkx.betweenness_centrality(graph, k=sample, seed=_SEED)
    found = networkx.community.louvain_communities(graph, weight="weight", seed=_SEED)
    ordered = sorted(found, key=lambda members: (-len(members), min(members)))
    community = {iri: place for place, members in enumerate(ordered, 1) for iri in members}
    return {
        iri: Measures(
            degree=graph.degree(iri),
            strength=int(graph.degree(iri, weight="weight")),
            betweenness=round(between[iri], 6),
            community=community[iri],
        )
        for iri in graph
    }


def unique_partners(network: Network) -> Mapping[str, tuple[str, ...]]:
    """The partners that only one service has, by that service, in a folded network.

    A partner that no report links to another service; services without such a one are left out.
    """
    services: dict[str, set[str]] = {}
    for link in network.links:
        if link.relation == "works-with":
            services.setdefault(link.target, set()).add(link.source)
    unique: dict[str, list[str]] = {}
    for partner, having in sorted(services.items()):
        if len(having) == 1:
            unique.setdefault(min(having), []).append(partner)
    return {service: tuple(partners) for service, partners in sorted(unique.items())}
