"""The places of the network: the same each time, with room for every label."""

from __future__ import annotations

import itertools

from tests.publishing.networks import agency, iri, link, network, service

from yotgraph.publishing.network import Network
from yotgraph.publishing.network_layout import LABEL_HEIGHT, label_lines, lay_out
from yotgraph.publishing.network_symbols import LINES, TYPES, symbols


def wheel(services: int, partners: int) -> Network:
    """Services that share one partner and have some of their own."""
    names = [f"s{place}" for place in range(services)]
    own = [f"{name}-own-{place}" for name in names for place in range(partners)]
    return network(
        [*map(service, names), agency("shared"), *map(agency, own)],
        [*(link(name, "shared") for name in names),
         *(link(name.partition("-")[0], name) for name in own)],
    )  # fmt: skip


def test_the_places_do_not_depend_on_order_or_run() -> None:
    made = wheel(5, 3)
    assert lay_out(made) == lay_out(Network(made.nodes[::-1], made.links[::-1])) == lay_out(made)


def test_no_label_covers_another_body() -> None:
    made = wheel(5, 5)
    places = lay_out(made)
    for one, other in itertools.combinations(made.nodes, 2):
        (x1, y1), (x2, y2) = places[one.iri], places[other.iri]
        lines = max(len(label_lines(each.label)) for each in (one, other))
        assert abs(x1 - x2) > 20 or abs(y1 - y2) > 20 + LABEL_HEIGHT * (lines - 1)


def test_what_services_share_stands_between_them_and_what_one_has_outside() -> None:
    made = wheel(6, 1)
    places = lay_out(made)

    def far(name: str) -> float:
        x, y = places[iri(name)]
        return float((x**2 + y**2) ** 0.5)

    assert far("shared") < min(far(f"s{place}") for place in range(6))
    assert all(far(f"s{place}-own-0") > far("shared") for place in range(6))


def test_every_sector_has_a_colour_and_a_shape_of_its_own() -> None:
    looks = [(symbol.shape, symbol.colour) for symbol in (*symbols().values(), *TYPES.values())]
    assert len(looks) > 10
    assert len(set(looks)) == len(looks)
    # Whoever sees no colour tells most sectors by shape, and every line by its dashes.
    dashes = [line.dashes for name, line in LINES.items() if name != "structure"]
    assert len(set(dashes)) == len(dashes)
