"""Posts and the bodies they belong to: the text's own words, or what follows from the place."""

from __future__ import annotations

import pytest

from yotgraph.extraction.posts import Place, Seat, board_in, seat_of, split_posts

PLACE = Place("Northmoor", "Northmoor YOT", service_name="Northmoor Youth Offending Team")
JOINT = Place("Hallam and Wexcombe", "Hallam and Wexcombe YOS", authorities=2)


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("Local Authority Chief Executive, Rhondda Cynon Taf", "Rhondda Cynon Taf Council"),
        ("Local Authority Chief Executive (Wexcombe)", "Wexcombe Council"),
        ("Local Authority Chief Executive (interim), Merthyr Tydfil", "Merthyr Tydfil Council"),
        ("Lead Elected Member for Children, Families", None),
        ("Local Authority Chief Executive", None),
    ],
)
def test_of_several_councils_the_place_behind_a_post_names_one(
    text: str, organisation: str | None
) -> None:
    assert seat_of(text, JOINT) == Seat(text, organisation, "local-authority")


def test_the_welsh_arm_of_a_national_body_is_no_post() -> None:
    assert seat_of("YJB Cymru", PLACE) == Seat(None, "Youth Justice Board", "national-body")


@pytest.mark.parametrize(
    ("text", "organisation", "kind"),
    [
        ("Local Authority Chief Executive", "Northmoor Council", "local-authority"),
        ("Chief Executive", "Northmoor Council", "local-authority"),
        ("Director of Children's Services", "Northmoor Council", "local-authority"),
        ("Deputy Dir Education and Services for Children", "Northmoor Council", "local-authority"),
        ("Lead Elected Member for Crime", "Northmoor Council", "local-authority"),
        ("Lead Elected Member (Crime and Children)", "Northmoor Council", "local-authority"),
        ("Chief Executive of Fenby Probation Trust", "Fenby Probation Trust", None),
        ("Chair of Fenby Police Authority", "Fenby Police Authority", None),
        ("YOT Head of Service", "Northmoor YOT", "service"),
        ("YOT Manager", "Northmoor YOT", "service"),
        ("Service Manager", "Northmoor YOT", "service"),
        ("YJB Business Area Manager", "Youth Justice Board", "national-body"),
        ("YJB link staff", "Youth Justice Board", "national-body"),
        ("YJB Press Office", "Youth Justice Board", "national-body"),
        ("Ofsted – Social Care", "Ofsted", "inspectorate"),
        ("Ofsted - Further Education and Skills", "Ofsted", "inspectorate"),
        (
            "Chair of Local Safeguarding Children Board",
            "Northmoor Local Safeguarding Children Board",
            "safeguarding-board",
        ),
        (
            "Chair of Local Safeguarding Children Board (interim)",
            "Northmoor Local Safeguarding Children Board",
            "safeguarding-board",
        ),
        ("Chair of Youth Court Bench", "Northmoor Youth Court", "youth-court"),
        (
            "Police and Crime Commissioner for Tarnshire",
            "Police and Crime Commissioner for Tarnshire",
            "police-governance",
        ),
        ("HM Assistant Chief Inspector", "HM Inspectorate of Probation", "inspectorate"),
        (
            "Assistant Chief Inspector (Youth Justice)",
            "HM Inspectorate of Probation",
            "inspectorate",
        ),
    ],
)
def test_the_body_follows_from_the_post_and_the_place(
    text: str, organisation: str, kind: str
) -> None:
    assert seat_of(text, PLACE) == Seat(text, organisation, kind)


@pytest.mark.parametrize(
    "text", ["Care Quality Commission", "Ofsted", "HM Inspectorate of Prisons"]
)
def test_a_body_alone_has_no_post(text: str) -> None:
    seat = seat_of(text, PLACE)
    assert (seat.post, seat.organisation) == (None, text)


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        (
            "Director of Children's Services, Fenby Council",
            Seat("Director of Children's Services", "Fenby Council", "local-authority"),
        ),
        (
            "Strategic Director, Royal Borough of Fenby and Marsh",
            Seat("Strategic Director", "Fenby and Marsh Council", "local-authority"),
        ),
        (
            "Assistant Director, Children's Services, London Borough of Fenby",
            Seat("Assistant Director, Children's Services", "Fenby Council", "local-authority"),
        ),
        (
            "Superintendent, Tarnshire Constabulary",
            Seat("Superintendent", "Tarnshire Constabulary", "police"),
        ),
        (
            "Head of Service, Northmoor Youth Offending Team",
            Seat("Head of Service, Northmoor Youth Offending Team", "Northmoor YOT", "service"),
        ),
        (
            "Chair of Tarnshire Youth Bench",
            Seat("Chair of Tarnshire Youth Bench", "Tarnshire Youth Bench", "youth-court"),
        ),
        (
            "Chair of Fenby Safeguarding Children Board",
            Seat(
                "Chair of Fenby Safeguarding Children Board",
                "Fenby Safeguarding Children Board",
                "safeguarding-board",
            ),
        ),
    ],
)
def test_a_body_that_is_printed_counts_before_the_place(text: str, seat: Seat) -> None:
    assert seat_of(text, PLACE) == seat


@pytest.mark.parametrize("text", ["Bee keeper", "Deputy Mayor (London) for Policing and Crime"])
def test_what_the_text_does_not_settle_stays_open(text: str) -> None:
    assert seat_of(text, PLACE).organisation is None


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("Local Authority Chief Executive", None),
        ("Local Authority Chief Executive (Hallam)", "Hallam Council"),
        ("Local Authority Chief Executive (acting)", None),
        ("YOS Manager", "Hallam and Wexcombe YOS"),
    ],
)
def test_a_joint_service_has_two_councils(text: str, organisation: str | None) -> None:
    assert seat_of(text, JOINT).organisation == organisation


@pytest.mark.parametrize(
    ("text", "board"),
    [
        ("Chair of Northmoor YOT Management Board", "Northmoor YOT Management Board"),
        ("Chair of the Management Board", "Northmoor YOT Management Board"),
        ("Chair of the YOT Management Board", "Northmoor YOT Management Board"),
        ("Chair, Northmoor YOT Partnership Board", "Northmoor YOT Partnership Board"),
        ("Independent Chair of the Management Board", "Northmoor YOT Management Board"),
        (
            "Chair of Northmoor Youth Offending Service Management Board",
            "Northmoor Youth Offending Service Management Board",
        ),
        ("Chairman of the Management Board", "Northmoor YOT Management Board"),
        ("Chair of Local Safeguarding Children Board", None),
        ("Chair of the Health and Wellbeing Board", None),
        ("Member of the Management Board", None),
        ("Service Manager", None),
    ],
)
def test_the_board_that_a_post_chairs(text: str, board: str | None) -> None:
    assert board_in(text, PLACE) == board


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Chief Executive", ["Chief Executive"]),
        (
            "Chair of Northmoor YOT Management Board and Director of Children's Services, Fenby Council",
            [
                "Chair of Northmoor YOT Management Board",
                "Director of Children's Services, Fenby Council",
            ],
        ),
        (
            "Chair of X Management Board, Chief Executive of Fenby Council",
            ["Chair of X Management Board", "Chief Executive of Fenby Council"],
        ),
        (
            "Chair of X Management Board; Interim Head of Service",
            ["Chair of X Management Board", "Interim Head of Service"],
        ),
        (
            "Director of Children, Families and Learning",
            ["Director of Children, Families and Learning"],
        ),
        ("Head of Education and Skills", ["Head of Education and Skills"]),
        ("Lead Member for Crime and Policing", ["Lead Member for Crime and Policing"]),
        ("", []),
    ],
)
def test_posts_of_one_person(text: str, posts: list[str]) -> None:
    assert list(split_posts(text)) == posts
