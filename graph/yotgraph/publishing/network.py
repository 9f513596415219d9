"""The partner network as the graph tells it: bodies, and what joins each two of them.

A node is a service, a partner agency, a management board or an inspectorate. A link joins
two of them as one report has it, with the sentences that say so. :meth:`Network.folded` puts the
kind in the place of its local bodies, so that each area's police is one node.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

__all__ = ["RELATIONS", "Link", "Network", "Node", "Sentence", "stance_of"]

RELATIONS: Mapping[str, str] = {
    "works-with": "works with",
    "member": "sits on the board",
    "chair": "chairs the board",
    "absent": "is missing from the board",
    "oversees": "oversees",
    "inspected": "inspected",
}
"""What a link says, as ``source RELATION target``."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence about a partner. ``iri`` is its evidence; ``start`` and ``end`` are code points
    of the source; ``stances`` are notations of the scheme, none where the words do not judge."""

    iri: str
    report: str
    start: int
    end: int
    text: str
    paragraph: str
    stances: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A body. ``type`` is service, agency, board or inspectorate; ``kind`` is the IRI of the
    agency's kind, under which it folds; ``members`` are the bodies that were folded."""

    iri: str
    label: str
    type: str
    sector: str = ""
    statutory: str = ""
    is_role: bool = False
    is_arrangement: bool = False
    kind: str = ""
    kind_label: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """What joins two bodies in one report. The counts are sentences that mention, praise and
    criticise; ``year`` is that of publication, empty where the report gives none."""

    source: str
    target: str
    relation: str
    report: str
    year: str = ""
    mentions: int = 0
    strengths: int = 0
    concerns: int = 0
    sentences: tuple[Sentence, ...] = ()

    @property
    def weight(self) -> int:
        """The mentions, and one for a link that no sentence needs to tell."""
        return max(self.mentions, 1)


def stance_of(strengths: int, concerns: int) -> str:
    """How a link is judged over all its sentences.

    >>> stance_of(2, 0), stance_of(1, 3), stance_of(0, 0)
    ('strength', 'mixed', 'none')
    """
    if strengths and concerns:
        return "mixed"
    return "strength" if strengths else "concern" if concerns else "none"


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes by IRI and links by their ends, both sorted."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]

    @classmethod
    def of(cls, nodes: Iterable[Node], links: Iterable[Link]) -> Network:
        """The network of nodes and links in any order; links with the same ends, relation and
        report become one."""
        return cls(
            tuple(sorted(nodes, key=lambda node: node.iri)),
            tuple(
                sorted(
                    _merged(links),
                    key=lambda link: (link.source, link.target, link.relation, link.report),
                )
            ),
        )

    def folded(self) -> Network:
        """The network with one node for all local bodies of a kind."""
        folds = {node.iri: node.kind for node in self.nodes if node.kind}
        members: dict[str, list[Node]] = {}
        for node in self.nodes:
            members.setdefault(folds.get(node.iri, node.iri), []).append(node)
        nodes = [_fold(iri, group) for iri, group in members.items()]
        links = (
            replace(
                link,
                source=folds.get(link.source, link.source),
                target=folds.get(link.target, link.target),
            )
            for link in self.links
        )
        return Network.of(nodes, links)


def _fold(iri: str, group: list[Node]) -> Node:
    first = group[0]
    if iri == first.iri:
        return first
    return replace(
        first,
        iri=iri,
        label=first.kind_label,
        statutory=min((node.statutory for node in group if node.statutory), default=""),
        members=tuple(sorted(node.iri for node in group)),
    )


def _merged(links: Iterable[Link]) -> Iterator[Link]:
    """Links with the same ends, relation and report as one."""
    groups: dict[tuple[str, ...], list[Link]] = {}
    for link in links:
        key = (link.source, link.target, link.relation, link.report)
        groups.setdefault(key, []).append(link)
    for group in groups.values():
        yield replace(
            group[0],
            mentions=sum(link.mentions for link in group),
            strengths=sum(link.strengths for link in group),
            concerns=sum(link.concerns for link in group),
            sentences=tuple(sentence for link in group for sentence in link.sentences),
        )
