"""The page of the partner network: the data of its picture, and the page in both its forms.

In the site the page loads scripts beside it, and the sentences of a report only when they are
asked for. As a file of its own it holds everything, and its policy names each script by hash.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from yotgraph.publishing.network import RELATIONS, Link, Network, Node
from yotgraph.publishing.network_files import Picture
from yotgraph.publishing.network_layout import label_lines
from yotgraph.publishing.network_measures import unique_partners
from yotgraph.publishing.network_symbols import (
    LINES,
    NO_SECTOR,
    TYPES,
    Symbol,
    legend_sectors,
    sector_label,
    symbol_of,
    symbols,
)
from yotgraph.publishing.site.answers import Answers
from yotgraph.publishing.site.assets import as_call, as_script
from yotgraph.publishing.site.paging import write_paged
from yotgraph.publishing.site.rendering import Page, Section, Site
from yotgraph.publishing.site.subjects import network_iri
from yotgraph.publishing.site.tables import Cell, Table, cell

__all__ = ["network_data", "network_page", "sentences_of", "write_network_page"]

Json = Mapping[str, object]

_MOST_CENTRAL = 10
_MEASURES = (
    "Bodies of one kind count as one. Neighbours are the bodies that it has to do with; betweenness"
    " is the share of shortest paths that lead through it (0 to 1); bodies of one community have"
    " more to do with one another than with others (Louvain, communities numbered by size)."
)


def _local(iri: str, base: str) -> str:
    """An IRI of data without what all begin with: it names a node in the page's address."""
    return iri.removeprefix(f"{base}id/")


def network_data(picture: Picture, base: str) -> Json:
    """What the script draws: bodies and kinds with their places, links by places in the list."""
    nodes = {node.iri: node for node in picture.network.nodes}
    folds = {node.iri: node for node in picture.folded.nodes if node.members}
    order = [*sorted(nodes), *sorted(set(folds) - set(nodes))]
    place = {iri: index for index, iri in enumerate(order)}
    listed = [_node(folds.get(iri) or nodes[iri], picture, place, base) for iri in order]
    return {
        "nodes": listed,
        "links": [
            [
                place[link.source], place[link.target], link.relation, link.report, link.year,
                link.mentions, link.strengths, link.concerns, len(link.sentences),
            ]
            for link in picture.network.links
        ],
        "relations": dict(RELATIONS),
        "sectors": [
            {"id": name, "label": sector_label(name), **_look(symbols().get(name, NO_SECTOR))}
            for name in legend_sectors(picture.network)
        ],
        "types": [
            {"id": name, "label": name, **_look(symbol)}
            for name, symbol in TYPES.items()
            if any(node.type == name for node in picture.network.nodes)
        ],
        "lines": {
            name: {"colour": line.colour, "dashes": line.dashes, "label": line.label}
            for name, line in LINES.items()
        },
        "shapes": _shapes(picture.network),
    }  # fmt: skip


def _look(symbol: Symbol) -> Json:
    return {"shape": symbol.shape, "colour": symbol.colour}


def _shapes(network: Network) -> Json:
    used = {*TYPES.values(), *symbols().values(), NO_SECTOR}
    return {symbol.shape: symbol.points for symbol in sorted(used, key=lambda each: each.shape)}


def _node(node: Node, picture: Picture, place: Mapping[str, int], base: str) -> Json:
    measures = picture.folded_measures.get(node.iri) or picture.measures[node.iri]
    x, y = picture.places[node.iri]
    fold = node.kind if node.kind in place and node.kind != node.iri else ""
    return {
        "id": _local(node.iri, base),
        "label": node.label,
        "lines": label_lines(node.label),
        "type": node.type,
        "sector": node.sector,
        "fold": place[fold] if fold and not node.members else -1,
        "members": [place[iri] for iri in node.members],
        "x": x,
        "y": y,
        **_look(symbol_of(node)),
        "mentions": measures.strength,
        "degree": measures.degree,
        "betweenness": measures.betweenness,
        "community": measures.community,
        "duty": node.statutory,
    }


def sentences_of(links: Iterable[tuple[int, Link]]) -> dict[int, list[tuple[object, ...]]]:
    """The sentences of links by their place in the list: report, span, words, paragraph, stance."""
    return {
        place: [
            (said.report, said.start, said.end, said.text, said.paragraph, list(said.stances))
            for said in link.sentences
        ]
        for place, link in links
        if link.sentences
    }


def network_page(picture: Picture, answers: Answers) -> Page:
    """The page, with the tables that say the same as its picture."""
    expected = [
        row
        for row in answers.rows("statutory-partners")
        if row["status"] in ("absent", "not mentioned")
    ]
    links = replace(
        answers.table("partner-links", caption="Services and their partners"), name="links"
    )
    missing = answers.table(
        "statutory-partners", expected, caption="Partners that the law requires, not seen"
    )
    shared = answers.beginning("shared-partners")
    recurring = answers.table("agencies-across-reports")
    sections = (
        Section("table", "The same as a table", (links,)),
        Section("bodies", "How central each body is", (_measures(picture, answers),), _MEASURES),
        Section("recurring", "Partners that recur", (recurring,)),
        Section("alone", "Partners that one service alone has", (_unique(picture, answers),)),
        Section("shared", "Services with partners in common", (shared,)),
        Section("missing", "Expected and not seen", (missing,)),
    )
    base = answers.catalogue.base
    central = sorted(
        (
            node
            for node in picture.folded.nodes
            if node.type == "agency" and picture.folded_measures[node.iri].betweenness > 0
        ),
        key=lambda node: (-picture.folded_measures[node.iri].betweenness, node.label),
    )[:_MOST_CENTRAL]
    return Page(
        "network.html",
        "The partner network",
        iri=network_iri(base),
        lead="Which partners each service works with, and how the inspectors judged that work.",
        sections=tuple(part for part in sections if any(table.rows for table in part.tables)),
        more={
            "reports": [(row["report"], row["service"]) for row in answers.rows("reports")],
            "years": sorted({link.year for link in picture.network.links} - {""}),
            "central": [
                (_local(node.iri, base), node.label, picture.folded_measures[node.iri])
                for node in central
            ],
            "sectors": [
                (name, sector_label(name), symbols().get(name, NO_SECTOR))
                for name in legend_sectors(picture.network)
            ],
            "types": [
                (name, look)
                for name, look in TYPES.items()
                if any(node.type == name for node in picture.network.nodes)
            ],
            "lines": LINES,
        },
    )


def _body(node: Node, answers: Answers) -> Cell:
    thing = answers.catalogue.get(node.iri)
    return cell(node.label, thing.path if thing else "")


def _measures(picture: Picture, answers: Answers) -> Table:
    """Every body of the folded network with its measures, the most central first."""
    measured = sorted(
        ((picture.folded_measures[node.iri], node) for node in picture.folded.nodes),
        key=lambda pair: (-pair[0].betweenness, -pair[0].degree, pair[1].label, pair[1].iri),
    )
    rows = tuple(
        (
            _body(node, answers),
            cell(node.type),
            cell(sector_label(node.sector) if node.type == "agency" else ""),
            cell(str(found.degree)),
            cell(str(found.strength)),
            cell(f"{found.betweenness:.4f}"),
            cell(str(found.community)),
        )
        for found, node in measured
    )
    columns = ("Body", "Type", "Sector", "Neighbours", "Mentions", "Betweenness", "Community")
    return Table("measures", "Bodies and their measures", columns, rows)


def _unique(picture: Picture, answers: Answers) -> Table:
    """The partners that no report links to another service."""
    nodes = {node.iri: node for node in picture.folded.nodes}
    rows = tuple(
        (
            _body(nodes[service], answers),
            _body(nodes[partner], answers),
            cell(sector_label(nodes[partner].sector)),
        )
        for service, partners in unique_partners(picture.folded).items()
        for partner in partners
    )
    return Table(
        "unique", "Services and what they alone have", ("Service", "Partner", "Sector"), rows
    )


def write_network_page(site: Site, picture: Picture, answers: Answers) -> None:
    """Writes ``network.html`` and its data, the sentences in a file for each report."""
    data = network_data(picture, answers.catalogue.base)
    site.write_text("data/network.js", as_script("network", {**data, "root": "", "parts": True}))
    by_report: dict[str, list[tuple[int, Link]]] = {}
    for place, link in enumerate(picture.network.links):
        by_report.setdefault(link.report, []).append((place, link))
    for report, links in sorted(by_report.items()):
        said = sentences_of(links)
        site.write_text(f"data/sentences/{report}.js", as_call("take", report, said))
    write_paged(site, network_page(picture, answers), "network.html")
