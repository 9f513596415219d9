"""The partner network as the graph tells it: bodies, and what joins each two of them.

A node is a service, a partner agency, a management board or an inspectorate. A link joins
two of them as one report has it, with the sentences that say so. :meth:`Network.folded` puts the
kind in the place of its local bodies, so that each area's police is one node.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pyoxigraph import Store

from yotgraph.publishing.views import Row, view

__all__ = ["RELATIONS", "Link", "Network", "Node", "Sentence", "read_network", "stance_of"]

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
        return _sorted(nodes, _merged(links))


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


def _sorted(nodes: Iterable[Node], links: Iterable[Link]) -> Network:
    return Network(
        tuple(sorted(nodes, key=lambda node: node.iri)),
        tuple(
            sorted(links, key=lambda link: (link.source, link.target, link.relation, link.report))
        ),
    )


def read_network(store: Store) -> Network:
    """The network of all reports in a store, local bodies apart."""
    nodes: dict[str, Node] = {}
    links: list[Link] = []
    sentences, seats = _read_sentences(store)
    boards: dict[tuple[str, str], str] = {}
    for row in view(store, "boards-and-inspectorates"):
        is_board = row["relation"] == "oversees"
        _add(nodes, Node(row["service"], row["service_label"], "service"))
        _add(nodes, Node(row["body"], row["body_label"], "board" if is_board else "inspectorate"))
        links.append(Link(row["body"], row["service"], row["relation"], row["report"], _year(row)))
        if is_board:
            boards[row["report"], row["service"]] = row["body"]
    for row in _one_a_link(view(store, "partner-links")):
        _add(nodes, Node(row["service"], row["service_label"], "service"))
        _add(nodes, _agency(row))
        place = (row["report"], row["service"], row["agency"])
        links.append(_works_with(row, sentences.get(place, ())))
        board = boards.get(place[:2])
        for seat in seats.get(place, {}) if board else ():
            said = seats[place][seat]
            links.append(
                Link(
                    row["agency"],
                    board or "",
                    seat,
                    row["report"],
                    _year(row),
                    mentions=len(said),
                    sentences=said,
                )
            )
    return _sorted(nodes.values(), _merged(links))


def _add(nodes: dict[str, Node], node: Node) -> None:
    """Keeps what the first report says of a body, filled in from later ones."""
    known = nodes.setdefault(node.iri, node)
    if known.type == node.type == "agency" and known is not node:
        nodes[node.iri] = replace(
            known,
            sector=known.sector or node.sector,
            statutory=known.statutory or node.statutory,
            kind=known.kind or node.kind,
            kind_label=known.kind_label or node.kind_label,
        )


def _agency(row: Row) -> Node:
    return Node(
        iri=row["agency"],
        label=row["agency_label"],
        type="agency",
        sector=row["sector"],
        statutory=row["statutory"],
        is_role=row["is_role"] == "true",
        is_arrangement=row["is_arrangement"] == "true",
        kind=row["kind"],
        kind_label=row["kind_label"],
    )


def _works_with(row: Row, sentences: tuple[Sentence, ...]) -> Link:
    return Link(
        source=row["service"],
        target=row["agency"],
        relation="works-with",
        report=row["report"],
        year=_year(row),
        mentions=int(row["mentions"]),
        strengths=int(row["strengths"]),
        concerns=int(row["concerns"]),
        sentences=sentences,
    )


def _one_a_link(rows: Iterable[Row]) -> Iterator[Row]:
    """One row for each link: an agency with two sectors or duties has two."""
    seen: set[tuple[str, str, str]] = set()
    for row in rows:
        key = (row["report"], row["service"], row["agency"])
        if key not in seen:
            seen.add(key)
            yield row


def _year(row: Row) -> str:
    return row["published"][:4]


_Place = tuple[str, str, str]


def _read_sentences(
    store: Store,
) -> tuple[dict[_Place, tuple[Sentence, ...]], dict[_Place, dict[str, tuple[Sentence, ...]]]]:
    """The sentences of each link, and those that tell of a seat on the board, by seat."""
    stances: dict[str, set[str]] = {}
    rows: dict[str, Row] = {}
    for row in view(store, "partner-sentences"):
        rows.setdefault(row["mention"], row)
        stances.setdefault(row["mention"], set()).update({row["stance"]} - {""})
    found: dict[_Place, tuple[Sentence, ...]] = {}
    seats: dict[_Place, dict[str, tuple[Sentence, ...]]] = {}
    for mention, row in rows.items():
        sentence = Sentence(
            iri=row["evidence"],
            report=row["report"],
            start=int(row["start"]),
            end=int(row["end"]),
            text=row["text"],
            paragraph=row["paragraph"],
            stances=tuple(sorted(stances[mention])),
        )
        place = (row["report"], row["service"], row["agency"])
        found[place] = (*found.get(place, ()), sentence)
        if row["seat"]:
            held = seats.setdefault(place, {})
            held[row["seat"]] = (*held.get(row["seat"], ()), sentence)
    return found, seats
