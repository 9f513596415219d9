"""Small networks made by hand, so that their measures can be counted on the fingers."""

from __future__ import annotations

from yotgraph.publishing.network import Link, Network, Node, Sentence

BASE = "https://example.org/"


def iri(name: str) -> str:
    """The IRI of a body."""
    return f"{BASE}id/body/{name}"


def service(name: str) -> Node:
    """A service."""
    return Node(iri(name), f"{name.title()} YOT", "service")


def agency(name: str, *, sector: str = "health", kind: str = "", label: str = "") -> Node:
    """A partner, local to an area where it has a kind."""
    held = iri(kind) if kind else ""
    return Node(
        iri(name), label or name.title(), "agency", sector, kind=held, kind_label=kind.title()
    )


def link(
    source: str, target: str, strengths: int = 0, concerns: int = 0, *, report: str = "a-2015-07"
) -> Link:
    """A link with a sentence for each praise and each criticism, and one where there is none."""
    stances = ["strength"] * strengths + ["concern"] * concerns or [""]
    said = tuple(
        Sentence(
            f"{BASE}id/evidence/{report}/{place}-{place + 1}", report, place, place + 1,
            f"Words {place}.", "1.1", tuple(filter(None, (stance,))),
        )
        for place, stance in enumerate(stances)
    )  # fmt: skip
    return Link(
        iri(source), iri(target), "works-with", report, report[-7:-3], len(said), strengths,
        concerns, said,
    )  # fmt: skip


def network(nodes: list[Node], links: list[Link]) -> Network:
    """A network in its order."""
    return Network(
        tuple(sorted(nodes, key=lambda node: node.iri)),
        tuple(sorted(links, key=lambda each: (each.source, each.target, each.report))),
    )
