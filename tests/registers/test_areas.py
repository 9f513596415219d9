"""Any service of England and Wales is found by the names that reports print, old ones too."""

from __future__ import annotations

from functools import cache

import pytest
from pyoxigraph import NamedNode

from yotgraph.extraction import extract
from yotgraph.knowledge.identity import council_name
from yotgraph.knowledge.quads import report_quads
from yotgraph.reading import read_bytes
from yotgraph.vocabulary import Concept, load_register

INSPECTED = NamedNode("https://w3id.org/yotgraph/ontology#inspectedService")
LETTER = """<i>To:</i>	Jo Bloggs, Chair of {area} Youth Offending Team Management Board
<i>From:</i>	Idris Kettle, HM Assistant Chief Inspector
<i>Publication date:</i>	09 March 2016

## Report of Short Quality Screening (SQS) of youth offending work in {area}

The inspection was conducted from 15-17 February 2016.

### Context

We examined 18 cases that were supervised by {area} Youth Offending Team (YOT).

### Commentary on the inspection in {area}:

#### 1. Reducing reoffending

- 1.1. Plans were good.
"""
REPORT = """An inspection of youth offending services in

{area}

HM Inspectorate of Probation, December 2018

## Foreword

Overall, {area} Youth Offending Service (YOS) was rated as ‘Good’.
"""
SERVICES = tuple(load_register("services"))
COUNCILS = load_register("local-authorities").of_type("LocalAuthority")


def councils_of(service: Concept) -> set[str]:
    """The councils that stand or stood behind a service."""
    return {
        *service.values.get("localAuthority", ()),
        *service.values.get("formerLocalAuthority", ()),
    }


@cache
def today() -> tuple[Concept, ...]:
    """The services that none has followed."""
    return tuple(service for service in SERVICES if "isReplacedBy" not in service.values)


def test_the_services_of_today_cover_each_council_of_today() -> None:
    standing = {council.iri for council in COUNCILS if "abolished" not in council.values}
    assert len(standing) == 175
    assert {iri for service in today() for iri in councils_of(service)} >= standing
    # About 155 services; a few joint ones stand beside those of their members.
    assert 150 <= len(today()) <= 160


def place_of(label: str) -> str:
    """The place in the English name of a council."""
    if label.startswith("City of London "):  # elsewhere "City of" is no part of the place's name
        return "City of London"
    name = label
    while shorter := council_name(name):
        name = shorter
    return name


@pytest.mark.parametrize("council", COUNCILS, ids=[council.notation for council in COUNCILS])
def test_the_service_of_a_council_is_found_by_each_name_of_the_council(council: Concept) -> None:
    labels = (*council.labels(), *council.values["label"])
    for place in {place_of(label) for label in labels if not label.startswith("Cyngor")}:
        service = load_register("services").find(place)
        assert service is not None, place
        known = {council.iri, *council.values.get("isReplacedBy", ())}
        assert councils_of(service) & known, (place, service.label)


@pytest.mark.parametrize("service", SERVICES, ids=[service.notation for service in SERVICES])
def test_a_report_is_on_the_service_whichever_name_it_prints(service: Concept) -> None:
    for area in (service.label, *service.alt_labels):
        for form in (LETTER, REPORT):
            document = read_bytes(form.format(area=area).encode(), "report.txt")
            quads = report_quads(extract(document), version="0.0.0")
            found = {quad.object for quad in quads if quad.predicate == INSPECTED}
            assert found == {NamedNode(service.iri)}, area


@pytest.mark.parametrize(
    ("former", "followed_by"),
    [
        ("Bournemouth and Poole", {"dorset"}),
        ("Cumbria", {"cumberland", "westmorland-and-furness"}),
        ("Halton and Warrington", {"cheshire-west-halton-and-warrington"}),
        ("Merthyr Tydfil", {"cwm-taf"}),
        ("Reading and Wokingham", {"reading", "wokingham"}),
        ("Richmond upon Thames", {"kingston-and-richmond"}),
        ("Shropshire, Telford & Wrekin", {"west-mercia"}),
        ("Wessex", {"hampshire", "isle-of-wight", "portsmouth", "southampton"}),
        ("Western Bay", {"bridgend", "neath-port-talbot", "swansea"}),
        ("Worcestershire & Herefordshire", {"west-mercia"}),
    ],
)
def test_a_former_service_leads_to_those_that_followed(former: str, followed_by: set[str]) -> None:
    service = load_register("services").find(former)
    assert service is not None
    assert {iri.rpartition("/")[2] for iri in service.values["isReplacedBy"]} == followed_by


# Other registers of places


def test_items_of_wikidata_belong_to_one_body_each() -> None:
    bodies = [
        body
        for register in ("local-authorities", "national-bodies", "police-forces")
        for body in load_register(register)
    ]
    for name in ("sameAs", "spatial"):
        items = [iri for body in bodies for iri in body.values.get(name, ())]
        assert len(items) == len(set(items)) > 30, name
    assert all(council.values.keys() & {"sameAs", "spatial"} for council in COUNCILS[:5])
    unlinked = {c.notation for c in COUNCILS if not c.values.keys() & {"sameAs", "spatial"}}
    assert all("abolished" in c.values for c in COUNCILS if c.notation in unlinked)
