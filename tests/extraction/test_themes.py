"""Themes: single rules, then agreement with readers; and the matching beneath them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yotgraph.extraction.expressions import read_expression
from yotgraph.extraction.matching import Matcher
from yotgraph.extraction.theme_evidence import read_evidence
from yotgraph.extraction.themes import choose, themes_of
from yotgraph.vocabulary import load_scheme

_TESTS = Path(__file__).parents[1]
_ANSWERS = _TESTS / "golden" / "answers"
_OWN = _TESTS / "extraction" / "data" / "findings.csv"
_LISTS = ("findings", "strengths", "areas-for-improvement", "recommendations")
_NOTATIONS = frozenset(concept.notation for concept in load_scheme("themes"))
_BY_LABEL = {concept.label: concept.notation for concept in load_scheme("themes")}

_TEXTS = (
    ("Contingency plans were not clear enough.", {"planning"}),
    ("Assessments were thorough.", {"assessment"}),
    ("Sentencers valued the pre-sentence reports.", {"court-reports"}),
    ("Breach action was swift.", {"compliance-and-enforcement"}),
    ("The police officer had left and was not replaced.", {"police", "staffing"}),
    ("Referrals to MAPPA were made late.", {"public-protection-arrangements"}),
    ("The management board did not challenge enough.", {"governance-and-leadership"}),
    ("Caseloads were too high.", {"staffing"}),
    ("Children had no access to a psychologist.", {"health-and-wellbeing"}),
    ("Letters of apology were used well.", {"restorative-justice"}),
    ("Interview rooms were not soundproof.", {"facilities"}),
    ("Looked after children were well supported.", {"children-looked-after"}),
    ("RJ was offered to all.", {"restorative-justice"}),
    ("Information-sharing was poor.", {"information-sharing"}),
    ("The board meets in the town hall.", {"governance-and-leadership"}),
    ("Nearly all the young people finished the programme.", {"engagement"}),
    ("Case managers were devoted to the children.", {"engagement"}),
    ("Parents had contributed to the assessment.", {"assessment", "engagement"}),
    ("Intelligence was exchanged each morning.", {"information-sharing"}),
    ("Nobody could say how many were in custody.", {"custody", "data-and-analysis"}),
    ("The interim head of service was capable.", {"governance-and-leadership"}),
    ("Children were referred by the police within a week.", {"out-of-court-disposals", "police"}),
    ("Staff felt supported by their line managers.", {"supervision"}),
    ("Risks to and from the child were known.", {"risk-of-harm-to-others", "safety-and-wellbeing"}),
    ("review the way in which rotas are made", set()),
    ("It rained on Tuesday.", set()),
    ("", set()),
)


@pytest.mark.parametrize(("text", "themes"), _TEXTS)
def test_a_text_has_its_themes(text: str, themes: set[str]) -> None:
    """The likeliest themes are those; whether a further one is likely enough is for the weights."""
    assert set(themes_of(text, limit=max(len(themes), 1))) == themes


def test_an_aim_is_less_than_a_subject() -> None:
    text = "Court reports were thorough, and staff used laptops in order to check case records."
    assert themes_of(text, limit=1) == ("court-reports",)


def test_a_heading_lends_a_theme() -> None:
    text = "Contingency plans were missing in half of the cases."
    unheaded = themes_of(text)
    assert "planning" in unheaded
    assert "risk-of-harm-to-others" not in unheaded
    assert "risk-of-harm-to-others" in themes_of(text, heading="2. Protecting the public")
    assert themes_of(text, heading="A kind of heading without weight") == unheaded


def test_a_heading_counts_for_little_where_the_text_is_about_something_else() -> None:
    text = "Interview rooms were not soundproof, and the reception area was dirty."
    assert themes_of(text, limit=1, heading="2. Protecting the public") == ("facilities",)


def test_a_third_theme_must_come_near_the_best() -> None:
    likely = {"assessment": 0.95, "planning": 0.8, "court-reports": 0.36}
    assert choose(likely) == ("assessment", "planning")
    assert choose({**likely, "court-reports": 0.4}) == ("assessment", "court-reports", "planning")


def test_an_exclusion_keeps_a_word_from_counting() -> None:
    assert "planning" not in read_evidence("The service improvement plan is ambitious.").cues
    assert "engagement" not in read_evidence("Engagement with the police was strong.").cues
    assert "planning" in read_evidence("The plan is ambitious.").cues


def test_an_abbreviation_counts_in_capitals_only() -> None:
    assert themes_of("SEN was recorded.") != themes_of("She had sen it.")
    assert "education-training-and-employment" in themes_of("SEN needs were met.")


def test_the_limit_is_kept() -> None:
    text = "Police, victims, custody, planning, reviewing, staffing and supervision."
    assert len(themes_of(text)) == 3
    assert len(themes_of(text, limit=1)) == 1
    assert themes_of(text, limit=0) == ()


_CUES = st.sampled_from(
    sorted(
        {
            label
            for concept in load_scheme("themes")
            for label in (*concept.labels(), *concept.values.get("hiddenLabel", ()))
        }
        | {"to improve", "in order to", "for example,", "was", "were", "although", ".", ",", '"'}
    )
)


@given(st.text(max_size=300), st.text(max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_text_has_known_themes(text: str, heading: str) -> None:
    found = themes_of(text, heading=heading)
    assert set(found) <= _NOTATIONS
    assert list(found) == sorted(set(found))
    assert len(found) <= 3


@given(st.lists(_CUES, max_size=25))
@settings(max_examples=150, deadline=None)
def test_any_cues_give_the_same_themes_twice(words: list[str]) -> None:
    text = " ".join(words)
    found = themes_of(text)
    assert set(found) <= _NOTATIONS
    assert len(found) <= 3
    assert found == themes_of(text)
    assert found == themes_of(text.replace(" ", "  "))


# Agreement with readers, as micro-averaged F1


def _rows(paths: Iterable[Path]) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file)
    return rows


def _f1(rows: list[dict[str, str]]) -> float:
    right = wrong = missed = 0
    for row in rows:
        wanted = {_BY_LABEL[label.strip()] for label in row["themes"].split(";") if label.strip()}
        found = set(themes_of(row["text"], heading=row.get("section")))
        right += len(wanted & found)
        wrong += len(found - wanted)
        missed += len(wanted - found)
    return 2 * right / (2 * right + wrong + missed)


def test_it_agrees_with_paragraphs_written_for_it() -> None:
    rows = _rows([_OWN])
    assert len(rows) >= 300
    assert _f1(rows) >= 0.85


@pytest.mark.parametrize(
    ("reports", "share"),
    [
        (("bolton-2015-01", "harrow-2014-11"), 0.85),
        (("bexley-2015-07",), 0.88),
        (("derbyshire-2016-03",), 0.82),
        (("barking-and-dagenham-2018-12",), 0.82),
    ],
)
def test_it_agrees_with_readers_of_reports(reports: tuple[str, ...], share: float) -> None:
    paths = [_ANSWERS / report / f"{name}.csv" for report in reports for name in _LISTS]
    rows = _rows(path for path in paths if path.exists())
    assert rows
    assert _f1(rows) >= share


# The vocabulary and the matching


def test_every_theme_is_complete() -> None:
    themes = load_scheme("themes").concepts
    assert len(themes) == 36
    for concept in themes:
        assert concept.values["definition"], concept.notation
        assert concept.values["scopeNote"], concept.notation
        assert concept.alt_labels, concept.notation


_EXPRESSIONS = sorted(
    {
        source
        for concept in load_scheme("themes")
        for source in (*concept.patterns, *concept.exclusions)
    }
)


@pytest.mark.parametrize("source", _EXPRESSIONS)
def test_an_expression_can_be_found_without_trying_all(source: str) -> None:
    read = read_expression(source)
    assert read.phrases or read.pieces
    assert re.compile(source)


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_a_text_with_a_match_holds_a_piece_or_the_match_is_a_phrase(data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(_EXPRESSIONS))
    alphabet = st.characters(min_codepoint=32, max_codepoint=122)
    text = data.draw(st.from_regex(re.compile(source, re.IGNORECASE), alphabet=alphabet))
    match = re.search(source, text.lower(), re.IGNORECASE)
    if match is None:
        return
    read = read_expression(source)
    signs = str.maketrans("’‘–", "''-")
    folded, whole = match[0].translate(signs), text.lower().translate(signs)
    assert folded in read.phrases or any(piece in whole for piece in read.pieces)
    assert not read.further or any(piece in whole for piece in read.further)


def test_what_is_looked_ahead_for_is_a_piece_and_what_is_excluded_is_none() -> None:
    assert read_expression(r"\bchild\w*\b(?=[^.]* contributed)").pieces == {" contributed"}
    assert read_expression(r"\bplan\w*\b(?! to recruit)").pieces == {"plan"}


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_matching_finds_what_a_search_finds(text: str) -> None:
    matcher = Matcher([("at risk", "phrase")], [(r"\brisk\w*\b", "expression")])
    found = [(match.start, match.end) for match in matcher.find(text + " at risky risk")]
    folded = " ".join([text, "at risky risk"])
    assert len(found) >= len(re.findall(r"at risk(?![^\W_])", "at risky risk")) + 2
    assert all(start < end for start, end in found)
    assert folded.endswith("risk")


def test_a_matcher_of_nothing_finds_nothing() -> None:
    assert Matcher[str](()).find("Plans were late.") == []
