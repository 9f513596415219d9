"""Partners: names, references, stances, statuses, and what is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extraction.partner_letters import (
    CRITICISM,
    NAMES,
    NOBODY,
    ONLY_NEGATED_AND_PLANNED,
    PRAISE,
    REFERENCES,
    Passage,
)

from yotgraph.extraction import partners
from yotgraph.extraction.partner_use import part_played
from yotgraph.extraction.partners import (
    Mention,
    SentenceContext,
    partner_mentions,
)

AREA, SERVICE = "Northmoor", "Northmoor YOT"
STANCES = {"+": "strength", "-": "concern"}
ALL = [*PRAISE, *CRITICISM, *ONLY_NEGATED_AND_PLANNED, *REFERENCES, *NAMES, *NOBODY]
VALUES: dict[str, Callable[[Mention], str | None]] = {
    "sector": lambda one: one.sector,
    "role": lambda one: one.role_status,
    "board": lambda one: one.board_status,
}


def by_hand(clause: str) -> frozenset[str]:
    """The stance of a clause of the passages, without the lexicon."""
    is_praise = any(word in clause for word in ("excellent", "shared what", "good"))
    return frozenset(("strength" if is_praise else "concern",))


def contexts(passage: Passage) -> list[SentenceContext]:
    return [
        SentenceContext(text, "1.1", "finding-section", frozenset(STANCES[sign] for sign in signs))
        for text, signs in passage.sentences
    ]


def said(
    *texts: str, role: str | None = "finding-section", stance: str = ""
) -> tuple[Mention, ...]:
    """The mentions of sentences of one paragraph that all take one stance."""
    stances = frozenset((stance,)) if stance else frozenset()
    sentences = [SentenceContext(text, "1.1", role, stances) for text in texts]
    return partner_mentions(sentences, AREA, SERVICE)


def test_the_council_of_a_service_that_several_run_is_nobody() -> None:
    texts = (
        "The council was a member of the Management Board.",
        "The Board is chaired by the council's director of children's services.",
    )
    sentences = [SentenceContext(text, "1.1", "finding-section", frozenset()) for text in texts]
    of_one = partner_mentions(sentences, AREA, SERVICE)
    assert [(one.agency, one.board_status) for one in of_one] == [
        ("Northmoor Council", "member"),
        ("Northmoor Council", "chair"),
    ]
    assert partner_mentions(sentences, AREA, SERVICE, authorities=2) == ()


def holds(attribute: str, mentions: list[Mention]) -> bool:
    """Whether one of a partner's mentions has an attribute of the table."""
    if attribute in STANCES:
        return any(STANCES[attribute] in one.stances for one in mentions)
    if attribute == "only":
        return all(len(one.stances) == 1 for one in mentions)
    if attribute in ("local", "national"):
        return all(one.local is (attribute == "local") for one in mentions)
    if attribute == "arrangement":
        return all(one.is_arrangement for one in mentions)
    name, _, value = attribute.partition("=")
    return any(VALUES[name](one) == value for one in mentions)


@pytest.mark.parametrize("passage", ALL, ids=[each.sentences[0][0][:60] for each in ALL])
def test_passage_names_its_partners_and_nobody_else(
    passage: Passage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The passages give the stance of each sentence, which its words would weigh against.
    monkeypatch.setattr(partners, "use_of", lambda text, stances: stances or part_played(text))
    mentions = partner_mentions(contexts(passage), AREA, SERVICE, by_hand)
    wanted = {}
    for line in passage.expected:
        label, links, attributes = (part.strip() for part in line.split("|"))
        wanted[label] = (int(links), attributes.split())
    assert {one.agency for one in mentions} == set(wanted)
    for label, (links, attributes) in wanted.items():
        own = [one for one in mentions if one.agency == label]
        assert sum(one.link for one in own) == links, label
        for attribute in attributes:
            assert holds(attribute, own), (label, attribute, own)


@pytest.mark.parametrize("passage", ONLY_NEGATED_AND_PLANNED)
def test_who_is_not_there_is_never_praised(passage: Passage) -> None:
    sentences = [
        SentenceContext(text, "1.1", "finding-section", frozenset(("strength",)))
        for text, _ in passage.sentences
    ]
    unlinked = [one for one in partner_mentions(sentences, AREA, SERVICE) if not one.link]
    assert [one for one in unlinked if "strength" in one.stances] == []


@pytest.mark.parametrize(
    ("partner", "text"),
    [
        (
            "Other",
            "A bid for a worker to be shared with Other Youth Offending Service was refused.",
        ),
        ("Harbour Trust", "The contract with Harbour Trust was not renewed in April."),
        ("Harbour Trust", "Talks with Harbour Trust came to nothing."),
        ("Rivers Group", "An earlier forum, the Rivers Group, folded when its grant ran out."),
        ("safeguarding hub", "A scheme to place staff in the safeguarding hub was shelved."),
        ("Virtual school", "The post may be merged with a role in the virtual school."),
        ("YOS nurse", "The trust was asked to pay for a YOS nurse and has still to reply."),
        ("Harbour Trust", "Had the application to Harbour Trust succeeded, girls would be seen."),
        (
            "Fire",
            "A course exists on paper, and trainers from the Fire Brigade have still to come.",
        ),
        ("Rivers Panel", "The Rivers Panel intended to take its place had been deferred."),
        ("Victim Support", "Victim Support, which was asked to make contact, declined to help."),
        ("safeguarding hub", "The safeguarding hub announced for May has been put back to July."),
    ],
)
def test_what_was_given_up_or_never_began_makes_no_link(partner: str, text: str) -> None:
    found = [one for one in said(text) if partner.casefold() in one.agency.casefold()]
    assert not any(one.link and "concern" not in one.stances for one in found)
    assert not any(one.role_status == "present" for one in found)


def test_the_own_board_is_no_partner_by_its_short_name() -> None:
    sentence = SentenceContext("The Strategic Board should press the police.", "1.1")
    board = "Northmoor Youth Justice Strategic Board"
    found = partner_mentions([sentence], AREA, SERVICE, boards=[board])
    assert [one.agency for one in found] == ["Police"]
    assert "Strategic Board" in [one.agency for one in partner_mentions([sentence], AREA, SERVICE)]


@pytest.mark.parametrize("role", ["copy-list", "methodology", "glossary", "introduction"])
def test_parts_that_say_nothing_of_partners_are_not_read(role: str) -> None:
    text = "The police and CAMHS work with the service."
    assert said(text, role=role) == ()
    assert len(said(text)) == 2


@pytest.mark.parametrize(
    ("role", "stance"), [("strengths", "strength"), ("improvements", "concern")]
)
def test_a_list_judges_whatever_stands_in_it(role: str, stance: str) -> None:
    assert [one.stances for one in said("Work with the police.", role=role)] == [(stance,)]


@pytest.mark.parametrize(
    "text",
    [
        "A speech and language therapist had been commissioned from January 2016.",
        "From April 2016 a forensic psychologist was to be based with the team.",
        "The service has appointed a substance misuse worker, who joins in February 2016.",
        "A mental health nurse, funded by the health trust, starts on 4 January 2016.",
    ],
)
def test_what_comes_after_the_report_is_planned(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # Only what the date tells is asked for, and not what words make likely.
    monkeypatch.setattr(partners, "standing_of", lambda clause, ruled: ruled)
    before = SentenceContext(text, "1.1", published="2015-11-18")
    assert not any(one.role_status for one in partner_mentions([before], AREA, SERVICE))
    after = replace(before, published="2016-06-01")
    assert [one.role_status for one in partner_mentions([after], AREA, SERVICE)][0] == "present"


@pytest.mark.parametrize(
    "text",
    [
        "The contract of the substance misuse worker ends in March 2016.",
        "The health worker is funded until March 2017.",
        "The education worker, seconded since 2013, has a target for 2016.",
    ],
)
def test_what_lasts_beyond_the_report_is_there(text: str) -> None:
    said_then = SentenceContext(text, "1.1", published="2015-11-18")
    assert [one.role_status for one in partner_mentions([said_then], AREA, SERVICE)] == ["present"]


def test_a_reference_stays_within_its_paragraph() -> None:
    first = SentenceContext("The Weapons Forum and the Transitions Panel met.", "1.1", "summary")
    second = SentenceContext("These meetings were helpful.", "1.2", "summary")
    assert len(partner_mentions([first, second], AREA, SERVICE)) == 2


def test_two_names_of_one_partner_in_a_sentence_are_one_mention() -> None:
    mentions = said("Social workers and the social care team met with CSC.")
    assert [(one.agency, one.start) for one in mentions] == [("Children's social care", 0)]


def test_a_project_goes_by_its_shorter_name_where_the_report_has_one() -> None:
    mentions = said("The Steady Ground Project began.", "Staff trust the Steady Ground project.")
    assert [one.agency for one in mentions] == ["Steady Ground", "Steady Ground"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The substance misuse worker, Dawn, saw him at home.",
        "A worker from CAMHS, Anna, was praised.",
        "The nurse, known as Anna, saw him.",
        "A worker from the Rise project, Tom, came along.",
        "Dr Amanda Hill, a clinical psychologist, advised.",
        "His mentor, Dave, drove him to work.",
    ],
)
def test_a_person_is_never_a_partner(sentence: str) -> None:
    names = {"Dawn", "Anna", "Tom", "Amanda", "Dave", "Hill"}
    assert not any(names & set(one.agency.split()) for one in said(sentence))


def test_a_service_of_another_place_is_a_partner_and_the_own_one_is_not() -> None:
    mentions = said("Southmoor YOT told Northmoor YOT of the move.")
    assert [(one.agency, one.local) for one in mentions] == [("Southmoor YOT", False)]


@pytest.mark.parametrize(
    ("sentence", "agency", "status"),
    [
        ("The chief executive chairs the Board.", "Northmoor Council", "chair"),
        ("The Board is chaired by a Chief Superintendent.", "Police", "chair"),
        ("Police, health and education are represented on the Board.", "Health", "member"),
        ("The Board lacks representation from health.", "Health", "absent"),
        ("Nobody from education sat on the Management Board.", "Education", "absent"),
        ("The chair of the Safeguarding Children Board is a head of education.", None, None),
        ("At Board level, housing and health are missing.", "Housing", "absent"),
        ("The Board has police and education among its members.", "Education", "member"),
        ("Two Board seats were empty: those of health and the courts.", "Courts", "absent"),
        ("Police turn up to every Board, though schools are unrepresented.", "Police", "member"),
        ("Police turn up to every Board, though schools are unrepresented.", "Schools", "absent"),
        ("Nobody from health has come to the Board since May.", "Health", "absent"),
        ("The courts had been invited to join the Board and had declined.", "Courts", "absent"),
        ("It is hoped that health will be represented on the Board.", "Health", None),
    ],
)
def test_seats_on_the_board(sentence: str, agency: str | None, status: str | None) -> None:
    seats = {one.agency: one.board_status for one in said(sentence) if one.board_status}
    assert seats.get(agency or "") == status
    assert bool(seats) is (status is not None)


def test_a_paragraph_on_attendance_goes_on_about_the_board() -> None:
    texts = {"1": "The Board lacks grip.", "2": "Attendance is patchy.", "3": "Plans were late."}
    sentences = [SentenceContext(text, name) for name, text in texts.items()]
    come = [SentenceContext("The police come each time.", name) for name in ("2", "3")]
    mentions = partner_mentions([*sentences[:2], come[0], sentences[2], come[1]], AREA, SERVICE)
    assert [one.board_status for one in mentions] == ["member", None]


def test_members_of_the_board_by_example() -> None:
    mentions = said("Members challenge each other.", "For example, the police found late bail.")
    assert [(one.agency, one.board_status) for one in mentions] == [("Police", "member")]


WORDS = st.sampled_from(
    [
        "the",
        "a",
        "no",
        "police",
        "CAMHS",
        "Rise",
        "scheme",
        "panel",
        "(the",
        "YOT)",
        "Board,",
        "not",
        "nurse",
        "and,",
        "plans",
        "to",
        "recruit",
        "however",
        "Forum",
        "project",
        "MAPPA",
        "Northmoor’s",
        "worker:",
        "“Bright”",
        "–",
        "had",
        "been",
        "14",
        "of",
        ";",
        ".",
        "these",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.lists(WORDS, max_size=25).map(" ".join), st.text()), max_size=4))
def test_any_text_gives_mentions_that_stand_in_it(texts: list[str]) -> None:
    sentences = [SentenceContext(text, "1") for text in texts]
    mentions = partner_mentions(sentences, AREA, SERVICE)
    assert mentions == partner_mentions(sentences, AREA, SERVICE)
    for one in mentions:
        assert 0 <= one.start < one.end <= len(texts[one.sentence])
        assert one.agency
        assert one.agency != SERVICE
        assert one.link or "strength" not in one.stances
    places = [(one.sentence, one.agency) for one in mentions]
    assert len(places) == len(set(places))
    assert [place for place, _ in places] == sorted(place for place, _ in places)


@given(st.sampled_from(ALL), st.sampled_from(ALL))
def test_passages_of_other_paragraphs_take_no_partner_away(one: Passage, other: Passage) -> None:
    alone = {mention.agency for mention in partner_mentions(contexts(one), AREA, SERVICE)}
    both = [*contexts(one), *contexts(other)]
    assert alone <= {mention.agency for mention in partner_mentions(both, AREA, SERVICE)}


def test_long_runs_of_words_stay_quick_to_read() -> None:
    texts = [
        "no " * 2000 + "nurse",
        "The " + "Rise " * 2000 + "scheme",
        "plans to " * 2000,
        "(" * 3000,
    ]
    mentions = said(*texts)
    assert all(re.search(r"\w", one.agency) for one in mentions)


def labels(*sentences: tuple[str, str]) -> list[list[str]]:
    """The partners of each sentence, which stands in the paragraph of that name."""
    said = [SentenceContext(text, paragraph) for text, paragraph in sentences]
    found = partner_mentions(said, AREA, SERVICE)
    return [
        [one.agency for one in found if one.sentence == place] for place in range(len(sentences))
    ]


def test_a_panel_is_called_the_panel_throughout_its_standard() -> None:
    assert labels(
        ("The Harm Outside the Home panel meets each week.", "1.3 paragraph 2"),
        ("A joint decision-making panel settles every case.", "3.4 paragraph 1"),
        ("Children wait for weeks.", "3.4 paragraph 2"),
        ("The panel does not write down its reasons.", "3.4 paragraph 3"),
    )[3] == ["Joint decision-making panel"]


def test_a_short_form_goes_by_the_full_name_that_the_report_prints() -> None:
    assert labels(
        ("Links with probation are good.", "1.1"),
        ("The Probation Service sends an officer.", "1.2"),
    ) == [["Probation Service"], ["Probation Service"]]
    assert labels(("Links with probation are good.", "1.1")) == [["Probation"]]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Reparation is done with the Quarry Lane Project.",
            ("Quarry Lane Project", "voluntary-and-community"),
        ),
        (
            "Boys train at Harbour Boxing Academy.",
            ("Harbour Boxing Academy", "voluntary-and-community"),
        ),
        (
            "A daily huddle of police and wardens shares what it knows.",
            ("Daily huddle", "multi-agency-arrangement"),
        ),
        (
            "None of its cases had been seen by the county-wide scrutiny group.",
            ("Scrutiny panel", "multi-agency-arrangement"),
        ),
        (
            "Decisions are taken at a weekly joint panel.",
            ("Joint panel", "multi-agency-arrangement"),
        ),
        (
            "The head of the Probation Service in Northmoor attends.",
            ("Probation Service", "probation"),
        ),
        ("The Central South Basic Command Unit has filled the post.", ("Police", "police")),
        (
            "The Larkspur team brings together nurses, teachers and detectives.",
            ("Larkspur team", "multi-agency-arrangement"),
        ),
        (
            "A worker sits in the Marigold Team, in which nurses and detectives share an office.",
            ("Marigold Team", "multi-agency-arrangement"),
        ),
        (
            "Robbers are left to Elder, a set of co-located teams of nurses and detectives.",
            ("Elder", "multi-agency-arrangement"),
        ),
        (
            "Lantern Light, a Fenby charity, supplies mentors.",
            ("Lantern Light", "voluntary-and-community"),
        ),
        (
            "The head sits on the child exploitation board.",
            ("Child exploitation board", "multi-agency-arrangement"),
        ),
        (
            "The missing, exploited and trafficked panel picks up new cases.",
            ("Missing, exploited and trafficked panel", "multi-agency-arrangement"),
        ),
        ("Family workers visit at home.", ("Family support service", "childrens-services")),
    ],
)
def test_sectors_and_names(sentence: str, wanted: tuple[str, str]) -> None:
    found = partner_mentions([SentenceContext(sentence, "1.1")], AREA, SERVICE)
    assert wanted in {(one.agency, one.sector) for one in found}


def test_who_is_brought_together_is_no_arrangement() -> None:
    text = "The exploitation panel brings together the police, housing and the Tern House project."
    found = partner_mentions([SentenceContext(text, "1.1")], AREA, SERVICE)
    assert [one.agency for one in found if one.is_arrangement] == ["Exploitation panel"]


@pytest.mark.parametrize(
    ("deed", "stance"),
    [
        ("brought the police and social workers together each week", "strength"),
        ("gave case managers quick access to advice", "strength"),
        ("met twice and then stopped", "concern"),
        ("dealt with only those cases that were brought to it", "concern"),
        ("meets each month", None),
    ],
)
def test_deeds_tell_how_an_arrangement_is_used(deed: str, stance: str | None) -> None:
    text = f"The High Risk Panel {deed}."
    (panel,) = (
        one
        for one in partner_mentions([SentenceContext(text, "1.1")], AREA, SERVICE)
        if one.is_arrangement
    )
    assert panel.stances == ((stance,) if stance else ())


@pytest.mark.parametrize(
    "sentence",
    [
        "Nevertheless, the board has been slow to act.",
        "The board pays for work with the Old Believer community.",
        "Most of them sit on interview panels.",
        "Children's views are sought through a termly forum.",
        "In Ashby and Northmoor the YOT shares bright rooms.",
    ],
)
def test_what_names_nobody(sentence: str) -> None:
    found = partner_mentions([SentenceContext(sentence, "1.1")], AREA, SERVICE)
    assert [one.agency for one in found] == []
