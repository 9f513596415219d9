"""National bodies by any of their labels."""

from __future__ import annotations

import pytest

from yotgraph.extraction.bodies import body_in, body_named
from yotgraph.vocabulary import load_register


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("YJB Press Office", "Youth Justice Board"),
        ("the Youth Justice Board (YJB)", "Youth Justice Board"),
        ("Ofsted – Social Care", "Ofsted"),
        ("Source: Ministry of Justice", "Ministry of Justice"),
        ("Office for National Statistics, (June 2018)", "Office for National Statistics"),
        ("HM Inspectorate of Probation", "HM Inspectorate of Probation"),
        ("HMI Probation", "HM Inspectorate of Probation"),
        ("Care Quality Commission", "Care Quality Commission"),
        ("care   quality commission", "Care Quality Commission"),
        ("Northmoor Council", None),
        ("the yjbs", None),
        ("", None),
    ],
)
def test_a_text_names_a_body(text: str, name: str | None) -> None:
    assert body_named(text) == name


def test_the_first_body_counts_and_the_longer_label() -> None:
    found = body_in("Ofsted and the Youth Justice Board")
    assert found is not None
    assert found.name == "Ofsted"
    longer = body_in("HM Inspectorate of Constabulary and Fire & Rescue Services")
    assert longer is not None
    assert longer.end == len("HM Inspectorate of Constabulary and Fire & Rescue Services")


def test_every_body_is_found_by_each_label_and_has_a_type() -> None:
    bodies = list(load_register("national-bodies").of_type("Organization")) or [
        body for body in load_register("national-bodies") if body.value("organisationType")
    ]
    assert len(bodies) > 10
    for body in bodies:
        for label in body.labels():
            found = body_in(label)
            assert found is not None, label
            assert found.organisation_type, label
