"""Kinds of post: each wording finds its kind, and the body that it sits in."""

from __future__ import annotations

import pytest

from yotgraph.vocabulary import Concept, load_register, load_scheme

POSTS = tuple(
    sorted(
        load_scheme("posts").of_type("PostKind"),
        key=lambda post: (-int(post.value("priority") or 0), post.notation),
    )
)
WORDINGS = [(label, post.notation) for post in POSTS for label in post.alt_labels]


def kind(label: str) -> Concept | None:
    """The kind of post that a printed label is of."""
    return next((post for post in POSTS if post.matches(label)), None)


def notation(label: str) -> str | None:
    found = kind(label)
    return found.notation if found else None


def test_there_are_kinds_and_wordings() -> None:
    assert len(POSTS) > 35
    assert len(WORDINGS) > 120


@pytest.mark.parametrize(("label", "expected"), WORDINGS)
def test_a_wording_finds_its_kind(label: str, expected: str) -> None:
    assert notation(label) == expected


@pytest.mark.parametrize(("label", "expected"), WORDINGS)
def test_case_and_apostrophes_do_not_matter(label: str, expected: str) -> None:
    assert notation(label.upper().replace("'", "’")) == expected


@pytest.mark.parametrize("post", POSTS, ids=[post.notation for post in POSTS])
def test_a_kind_has_wordings_and_a_body(post: Concept) -> None:
    assert post.alt_labels
    belongs = post.value("belongsTo")
    assert belongs is not None
    assert load_scheme("organisation-types").by_iri(belongs) is not None
    body = post.value("body")
    if body is not None:
        registered = load_register("national-bodies").by_iri(body)
        assert registered is not None
        assert registered.value("organisationType") == belongs


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("YOS/YOT Service Manager", "head-of-youth-offending-service"),
        ("Acting Head of Youth Justice", "head-of-youth-offending-service"),
        ("Head of Youth Justice Service and Prevention", "head-of-youth-offending-service"),
        ("Strategic Director – Children & Young People", "director-of-childrens-services"),
        ("Asst Director (Early Help)", "deputy-or-assistant-director"),
        ("Cabinet Lead for Community Safety", "lead-elected-member"),
        ("Portfolio-holder for Crime Reduction", "lead-elected-member"),
        ("Chairman of the Local Safeguarding Children's Board", "safeguarding-board-chair"),
        ("Chairwoman, Youth Bench", "youth-court-chair"),
        ("Police & Crime Commissioner for the West Shire", "police-and-crime-commissioner"),
        ("Youth Justice Board – Business Area Manager", "yjb-business-area-manager"),
        ("Ofsted - Early Years", "ofsted-post"),
        ("HM Chief Inspector of Constabulary", None),
        ("Youth Justice Board Head of Innovation", "yjb-other"),
        ("NHS Trust Chief Executive", "health-manager"),
    ],
)
def test_other_wordings(label: str, expected: str | None) -> None:
    assert notation(label) == expected


@pytest.mark.parametrize(
    "label",
    [
        "Chair of Youth Offender Panel",
        "Chair of the Parish Council",
        "Clerk to the Justices",
        "Head Teacher",
        "Parent Representative",
        "Website",
    ],
)
def test_what_is_no_known_post_has_no_kind(label: str) -> None:
    assert kind(label) is None


def test_the_place_of_a_police_and_crime_commissioner_is_found() -> None:
    for label in (
        "Police and Crime Commissioner for Greater Moorshire",
        "Office of the Police and Crime Commissioner for Greater Moorshire",
        "Greater Moorshire Police and Crime Commissioner",
        "PCC for Greater Moorshire",
    ):
        post = kind(label)
        assert post is not None
        match = post.matches(label)
        assert match is not None
        assert match["place"] == "Greater Moorshire"
    bare = kind("Police and Crime Commissioner")
    assert bare is not None
    match = bare.matches("Police and Crime Commissioner")
    assert match is not None
    assert match["place"] is None


def test_a_deputy_mayor_is_of_a_known_office_only_with_the_place() -> None:
    bodies = load_register("national-bodies")
    matching = [
        [body.label for body in bodies if body.matches(label)]
        for label in (
            "Deputy Mayor (London) for Policing and Crime",
            "Deputy Mayor for Policing and Crime",
        )
    ]
    assert matching == [["Mayor's Office for Policing and Crime"], []]
