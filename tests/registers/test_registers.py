"""The registers and the schemes of themes and sectors: whole, consistent, and readable."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import BlankNode, RdfFormat, parse

from yotgraph.knowledge.names import slug
from yotgraph.resources import directory
from yotgraph.vocabulary import Concept, fold, load_register, load_scheme

REGISTERS = tuple(sorted(path.stem for path in (directory("ontology") / "registers").glob("*.ttl")))
SCHEMES = ("sectors", "themes")
FILES = tuple(
    [directory("ontology") / "registers" / f"{name}.ttl" for name in REGISTERS]
    + [directory("ontology") / "schemes" / f"{name}.ttl" for name in SCHEMES]
)
REGIONS = {
    "East Midlands",
    "East of England",
    "London",
    "North East",
    "North West",
    "South East",
    "South West",
    "Wales",
    "West Midlands",
    "Yorkshire and The Humber",
}


def _iris(concepts: Iterable[Concept], name: str) -> Iterator[str]:
    return (iri for concept in concepts for iri in concept.values.get(name, ()))


def _repeated(labels: Iterable[str]) -> list[str]:
    return sorted(label for label, count in Counter(labels).items() if count > 1)


# Every file


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_two_parsers_agree(path: Path) -> None:
    assert len(rdflib.Graph().parse(path)) == len(set(parse(path=path, format=RdfFormat.TURTLE)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_blank_nodes(path: Path) -> None:
    triples = list(parse(path=path, format=RdfFormat.TURTLE))
    assert triples
    assert not [
        triple
        for triple in triples
        if isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode)
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_prefixes_are_sorted_and_used(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    prefixes = re.findall(r"^@prefix ([\w-]+):", text, re.MULTILINE)
    body = re.sub(r"^(?:@prefix|#).*$", "", text, flags=re.MULTILINE)
    assert prefixes == sorted(prefixes)
    # The decisions of curators may be none; their prefixes stand ready.
    ready = {"owl", "person"} if path.stem == "identities" else set()
    assert {name for name in prefixes if not re.search(rf"(?<![\w-]){name}:", body)} <= ready


@pytest.mark.parametrize("name", REGISTERS)
def test_a_register_says_where_it_comes_from(name: str) -> None:
    graph = rdflib.Graph().parse(directory("ontology") / "registers" / f"{name}.ttl")
    (register,) = graph.subjects(rdflib.RDF.type, rdflib.DCAT.Dataset)
    assert str(register).endswith(f"/{name}")
    for term in ("title", "description", "source", "modified"):
        assert list(graph.objects(register, rdflib.DCTERMS[term])), term


# Services


def test_services_have_slugs_of_their_areas() -> None:
    services = load_register("services")
    assert len(services) > 150
    assert [entry.iri for entry in services if entry.notation != slug(entry.label)] == []


def test_every_service_has_councils_that_exist() -> None:
    services, councils = load_register("services"), load_register("local-authorities")
    for service in services:
        assert service.values["localAuthority"], service.label
    for name in ("localAuthority", "formerLocalAuthority"):
        assert [iri for iri in _iris(services, name) if councils.by_iri(iri) is None] == []


def test_every_council_has_a_service() -> None:
    services = list(load_register("services"))
    served = set(_iris(services, "localAuthority")) | set(_iris(services, "formerLocalAuthority"))
    councils = load_register("local-authorities").of_type("LocalAuthority")
    assert [council.label for council in councils if council.iri not in served] == []


def test_services_do_not_share_names() -> None:
    names = [fold(name) for service in load_register("services") for name in service.labels()]
    assert _repeated(names) == []


def test_successors_are_services() -> None:
    services = load_register("services")
    for name in ("isReplacedBy", "replaces"):
        assert set(_iris(services, name)), name
        assert [iri for iri in _iris(services, name) if services.by_iri(iri) is None] == []
    after = {(entry.iri, iri) for entry in services for iri in entry.values.get("isReplacedBy", ())}
    before = {(iri, entry.iri) for entry in services for iri in entry.values.get("replaces", ())}
    assert after == before


@pytest.mark.parametrize(
    ("printed", "notation", "councils"),
    [
        ("Barking & Dagenham", "barking-and-dagenham", 1),
        ("City of Kingston upon Hull", "hull", 1),
        ("Newcastle-upon-Tyne", "newcastle-upon-tyne", 1),
        ("Conwy a Sir Ddinbych", "conwy-and-denbighshire", 2),
        ("Gwynedd Môn", "gwynedd-and-mon", 2),
        ("West Mercia", "west-mercia", 4),
        ("Herefordshire and Worcestershire", "worcestershire-and-herefordshire", 2),
        ("Bournemouth, Poole and Dorset", "dorset", 2),
        ("London Borough of Bexley", "bexley", 1),
        ("Middlesbrough and Redcar & Cleveland", "south-tees", 2),
        ("Northmoor", None, 0),
    ],
)
def test_an_area_is_found_as_it_is_printed(
    printed: str, notation: str | None, councils: int
) -> None:
    found = load_register("services").find(printed)
    assert (found.notation if found else None) == notation
    assert len(found.values["localAuthority"] if found else ()) == councils


# Local authorities


def test_councils_have_well_formed_codes_of_their_own() -> None:
    councils = load_register("local-authorities").of_type("LocalAuthority")
    codes = [*_iris(councils, "gssCode"), *_iris(councils, "formerGssCode")]
    assert [code for code in codes if not re.fullmatch(r"(?:E|W)\d{8}", code)] == []
    assert _repeated(codes) == []
    for council in councils:
        (code,) = council.values["gssCode"]
        assert (code[0] == "W") == (council.value("region") == "Wales"), council.label


def test_councils_stand_in_a_region() -> None:
    councils = load_register("local-authorities").of_type("LocalAuthority")
    by_region: dict[str, int] = defaultdict(int)
    for council in councils:
        (region,) = council.values["region"]
        by_region[region] += 1
    assert set(by_region) == REGIONS
    assert by_region["Wales"] == 22
    assert by_region["London"] == 33


def test_councils_do_not_share_names() -> None:
    councils = load_register("local-authorities").of_type("LocalAuthority")
    assert _repeated(fold(name) for council in councils for name in council.labels()) == []


def test_the_short_name_of_a_council_is_among_its_names() -> None:
    for council in load_register("local-authorities").of_type("LocalAuthority"):
        (short,) = council.values["label"]
        assert fold(short) in {fold(name) for name in council.labels()}, council.label
        assert short.endswith((" Council", " Corporation"))


@pytest.mark.parametrize(
    ("printed", "notation"),
    [
        ("Bolton Council", "bolton"),
        ("London Borough of Hammersmith & Fulham", "hammersmith-and-fulham"),
        ("Buckinghamshire County Council", "buckinghamshire"),
        ("Dorset County Council", "dorset-county"),
        ("Dorset Council", "dorset"),
        ("Cyngor Abertawe", "swansea"),
    ],
)
def test_a_council_is_found_by_any_of_its_names(printed: str, notation: str) -> None:
    found = load_register("local-authorities").find(printed)
    assert found is not None
    assert found.notation == notation


def test_councils_that_ended_have_successors() -> None:
    councils = load_register("local-authorities")
    ended = [council for council in councils if "abolished" in council.values]
    assert ended
    for council in ended:
        for iri in council.values["isReplacedBy"]:
            successor = councils.by_iri(iri)
            assert successor is not None
            assert successor.value("established") == council.value("abolished")


# Police


def test_there_are_43_forces_each_with_a_governor_and_a_council() -> None:
    bodies = load_register("police-forces")
    forces = [body for body in bodies if body.notation.endswith("-police")]
    assert len(forces) == 43
    known = {body.iri for body in bodies} | {body.iri for body in load_register("national-bodies")}
    assert [iri for iri in _iris(forces, "policeGovernance") if iri not in known] == []
    assert [force.label for force in forces if not force.values.get("policeGovernance")] == []
    councils = load_register("local-authorities").of_type("LocalAuthority")
    areas = set(_iris(councils, "policeForceArea"))
    assert areas == {force.iri for force in forces}
    assert set(_iris(councils, "policeGovernance")) <= set(_iris(forces, "policeGovernance"))


def test_bodies_do_not_share_names() -> None:
    names = [
        fold(name)
        for register in ("national-bodies", "partner-bodies", "police-forces")
        for body in load_register(register)
        for name in body.labels()
    ]
    assert _repeated(names) == []


def test_sectors_and_organisation_types_in_use_exist() -> None:
    sectors = {sector.iri for sector in load_scheme("sectors")}
    types = {kind.iri for kind in load_scheme("organisation-types")}
    for name in ("agency-kinds", "partner-bodies", "police-forces"):
        used = set(_iris(load_register(name), "sector"))
        assert used
        assert used <= sectors
    assert set(_iris(load_register("police-forces"), "organisationType")) <= types
