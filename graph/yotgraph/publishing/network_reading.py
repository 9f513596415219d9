"""The partner network of a store: the views of links, seats and boards become bodies and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pyoxigraph import Literal, NamedNode, Store

from yotgraph.knowledge.names import term
from yotgraph.publishing.network import Link, Network, Node, Sentence
from yotgraph.publishing.views import Row, view

__all__ = ["read_network"]


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
        links.append(
            Link(
                row["body"],
                row["service"],
                row["relation"],
                row["report"],
                _year(row),
                sentences=tuple(_said(store, row)) if row["evidence"] else (),
            )
        )
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
    return Network.of(nodes.values(), links)


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
_EXACT = term("oa:exact")


def _sentence(row: Row, stances: Iterable[str] = ()) -> Sentence:
    return Sentence(
        iri=row["evidence"],
        report=row["report"],
        start=int(row["start"]),
        end=int(row["end"]),
        text=row["text"],
        paragraph=row.get("paragraph", ""),
        stances=tuple(sorted(stances)),
    )


def _said(store: Store, row: Row) -> Iterator[Sentence]:
    """The words of a row's evidence, looked up by themselves: a query would put together those of
    all evidence, which is a hundred times as much, before it took these."""
    evidence = row["evidence"]
    start, _, end = evidence.rpartition("/")[2].partition("-")
    for quad in store.quads_for_pattern(NamedNode(f"{evidence}/quote"), _EXACT, None, None):
        if isinstance(quad.object, Literal):
            yield _sentence({**row, "start": start, "end": end, "text": quad.object.value})


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
        sentence = _sentence(row, stances[mention])
        place = (row["report"], row["service"], row["agency"])
        found[place] = (*found.get(place, ()), sentence)
        if row["seat"]:
            held = seats.setdefault(place, {})
            held[row["seat"]] = (*held.get(row["seat"], ()), sentence)
    return found, seats
