"""Measures on networks so small that each figure can be checked by hand."""

from __future__ import annotations

import pytest
from tests.publishing.networks import agency, iri, link, network, service

from yotgraph.publishing.network import Network
from yotgraph.publishing.network_measures import measure, unique_partners


@pytest.fixture
def star() -> Network:
    """Three services around one partner; one of them has a partner of its own."""
    return network(
        [service("one"), service("two"), service("three"), agency("shared"), agency("own")],
        [link("one", "shared", 2), link("two", "shared", 0, 1), link("three", "shared"),
         link("three", "own")],
    )  # fmt: skip


def test_degree_counts_neighbours_and_strength_their_mentions(star: Network) -> None:
    found = measure(star)
    assert (found[iri("shared")].degree, found[iri("shared")].strength) == (3, 4)
    assert (found[iri("three")].degree, found[iri("three")].strength) == (2, 2)
    assert (found[iri("own")].degree, found[iri("own")].strength) == (1, 1)


def test_betweenness_is_the_share_of_shortest_paths(star: Network) -> None:
    found = measure(star)
    # Of the 6 pairs of other bodies, 5 meet over the shared partner; 3 reach "own" over "three".
    assert found[iri("shared")].betweenness == pytest.approx(5 / 6, abs=1e-6)
    assert found[iri("three")].betweenness == pytest.approx(3 / 6, abs=1e-6)
    assert found[iri("own")].betweenness == 0


def test_bodies_that_have_nothing_to_do_with_each_other_are_different_communities() -> None:
    apart = network(
        [service("one"), agency("a"), agency("b"), service("two"), agency("c")],
        [link("one", "a"), link("one", "b"), link("two", "c")],
    )
    found = {name: measure(apart)[iri(name)].community for name in ("one", "a", "b", "two", "c")}
    # The largest community comes first.
    assert found == {"one": 1, "a": 1, "b": 1, "two": 2, "c": 2}


def test_two_groups_with_one_link_between_them_are_two_communities() -> None:
    names = [f"{side}{number}" for side in "xy" for number in range(4)]
    links = [
        link(f"{side}{one}", f"{side}{other}", 5)
        for side in "xy"
        for one in range(4)
        for other in range(one)
    ]
    found = measure(network([agency(name) for name in names], [*links, link("x0", "y0")]))
    groups = {found[iri(name)].community for name in names[:4]}
    assert len(groups) == 1
    assert {found[iri(name)].community for name in names[4:]} == {3 - groups.pop()}


def test_measures_do_not_depend_on_order(star: Network) -> None:
    turned = Network(star.nodes[::-1], star.links[::-1])
    assert dict(measure(star)) == dict(measure(turned))


def test_a_large_network_is_measured_from_the_same_sample_each_time() -> None:
    count = 450
    ring = network(
        [agency(f"n{place}") for place in range(count)],
        [link(f"n{place}", f"n{(place + 1) % count}") for place in range(count)],
    )
    assert dict(measure(ring)) == dict(measure(ring))


def test_unique_partners_are_those_of_one_service_alone(star: Network) -> None:
    assert dict(unique_partners(star)) == {iri("three"): (iri("own"),)}


def test_a_partner_that_is_folded_is_unique_only_as_a_kind() -> None:
    local = network(
        [service("one"), service("two"),
         agency("police-one", kind="police"), agency("police-two", kind="police")],
        [link("one", "police-one"), link("two", "police-two")],
    )  # fmt: skip
    assert dict(unique_partners(local)) == {
        iri("one"): (iri("police-one"),), iri("two"): (iri("police-two"),)
    }  # fmt: skip
    assert dict(unique_partners(local.folded())) == {}


def test_folding_puts_the_kind_in_the_place_of_its_bodies_and_loses_no_sentence() -> None:
    local = network(
        [service("one"), service("two"),
         agency("police-one", kind="police"), agency("police-two", kind="police")],
        [link("one", "police-one", 2), link("two", "police-two", 0, 1)],
    )  # fmt: skip
    folded = local.folded()
    kind = next(node for node in folded.nodes if node.type == "agency")
    assert (kind.iri, kind.label) == (iri("police"), "Police")
    assert kind.members == (iri("police-one"), iri("police-two"))
    assert sum(len(each.sentences) for each in folded.links) == 3
    assert {each.target for each in folded.links} == {iri("police")}
    assert measure(folded)[iri("police")].degree == 2
