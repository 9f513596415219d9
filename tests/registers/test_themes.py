"""The schemes of themes and sectors: their lists, their cues, and what cues leave out."""

from __future__ import annotations

import re

import pytest

from yotgraph.extraction.matching import fold_signs
from yotgraph.extraction.theme_cues import STRONG, theme_cues
from yotgraph.knowledge.names import slug
from yotgraph.vocabulary import fold, load_scheme

THEMES = (
    "assessment",
    "planning",
    "reviewing",
    "delivery of interventions",
    "management oversight",
    "governance and leadership",
    "risk of harm to others",
    "safety and wellbeing",
    "reducing reoffending",
    "engagement",
    "diversity",
    "speech, language and communication",
    "health and wellbeing",
    "education, training and employment",
    "victims",
    "custody",
    "public protection arrangements",
    "compliance and enforcement",
    "court reports",
    "referral orders",
    "out-of-court disposals",
    "partnership working",
    "information sharing",
    "children's social care",
    "police",
    "staffing",
    "training and development",
    "supervision",
    "data and analysis",
    "facilities",
    "exploitation and gangs",
    "children looked after",
    "recording",
    "violence",
    "restorative justice",
    "recruitment",
)
SECTORS = {
    "children's services",
    "education",
    "health",
    "police",
    "probation",
    "courts",
    "secure estate",
    "housing",
    "voluntary and community",
    "national body",
    "local government",
    "multi-agency arrangement",
    "other youth offending service",
}
_LABELS = {theme.notation: theme.label for theme in load_scheme("themes")}


def _cued(text: str) -> set[str]:
    """The themes of which a strong cue counts in the text, as the engine reads it."""
    return {
        _LABELS[cue.value.theme]
        for cue in theme_cues(fold_signs(text))
        if cue.value.weight == STRONG
    }


def test_the_themes_are_the_agreed_ones() -> None:
    assert {theme.label for theme in load_scheme("themes")} == set(THEMES)


def test_the_sectors_are_the_agreed_ones() -> None:
    assert {sector.label for sector in load_scheme("sectors")} == SECTORS


@pytest.mark.parametrize("name", ["sectors", "themes"])
def test_notations_are_slugs_and_concepts_are_explained(name: str) -> None:
    for concept in load_scheme(name):
        assert concept.notation == slug(concept.label)
        assert concept.iri == f"https://w3id.org/yotgraph/scheme/{name}/{concept.notation}"
        assert concept.values["definition"], concept.label
        assert concept.values["scopeNote"], concept.label
        assert concept.alt_labels, concept.label


def test_related_themes_are_related_both_ways() -> None:
    scheme = load_scheme("themes")
    pairs = {(theme.iri, iri) for theme in scheme for iri in theme.values.get("related", ())}
    assert pairs
    assert all((right, left) in pairs and left != right for left, right in pairs)
    assert all(scheme.by_iri(right) for _, right in pairs)


def test_a_strong_cue_belongs_to_two_themes_at_most() -> None:
    owners: dict[str, set[str]] = {}
    for theme in load_scheme("themes"):
        for label in theme.labels():
            owners.setdefault(fold(label), set()).add(theme.label)
    assert {label: names for label, names in owners.items() if len(names) > 2} == {}
    # "Safety plan" names a process and its aim; most cues point to one theme.
    assert sum(len(names) == 2 for names in owners.values()) < len(owners) / 50


def test_no_cue_is_both_strong_and_weak() -> None:
    for theme in load_scheme("themes"):
        weak = {fold(label) for label in theme.values.get("hiddenLabel", ())}
        assert not weak & {fold(label) for label in theme.labels()}, theme.label


def test_every_expression_compiles_and_matches_no_empty_text() -> None:
    expressions = [
        expression
        for theme in load_scheme("themes")
        for expression in (
            *theme.patterns,
            *theme.exclusions,
        )
    ]
    assert len(expressions) > 200
    assert [text for text in expressions if re.compile(text, re.IGNORECASE).search("")] == []


def test_no_exclusion_rules_out_the_theme_itself() -> None:
    for theme in load_scheme("themes"):
        assert theme.label in _cued(theme.label), theme.label


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Initial assessments were thorough.", "assessment"),
        ("Contingency plans were missing.", "planning"),
        ("Reviews were late.", "reviewing"),
        ("Offending behaviour programmes were well run.", "delivery of interventions"),
        ("Countersigning was a formality.", "management oversight"),
        ("Board members lacked seniority.", "governance and leadership"),
        ("The risk of serious harm had been misjudged.", "risk of harm to others"),
        ("Work to keep children safe was strong.", "safety and wellbeing"),
        ("Desistance was well supported.", "reducing reoffending"),
        ("Parents' views were sought.", "engagement"),
        ("Disproportionality was not understood.", "diversity"),
        ("Communication needs went unseen.", "speech, language and communication"),
        ("Substance misuse and trauma were well met.", "health and wellbeing"),
        ("Too many were NEET, and EHCPs were late.", "education, training and employment"),
        ("Victims were not contacted.", "victims"),
        ("Children on a DTO had a good resettlement plan.", "custody"),
        ("MAPPA level 2 cases were known.", "public protection arrangements"),
        ("Breach action was prompt.", "compliance and enforcement"),
        ("PSRs were concise.", "court reports"),
        ("Youth offender panels were well run.", "referral orders"),
        ("A youth conditional caution was proportionate.", "out-of-court disposals"),
        ("Joint work with other agencies was close.", "partnership working"),
        (
            "Intelligence was not shared with the service: information sharing was poor.",
            "information sharing",
        ),
        ("Social workers were hard to reach.", "children's social care"),
        ("The police refer cases quickly.", "police"),
        ("Caseloads and sickness were high.", "staffing"),
        ("Induction was brief.", "training and development"),
        ("Staff had regular supervision.", "supervision"),
        ("Services had not been evaluated.", "data and analysis"),
        ("The premises were unsuitable.", "facilities"),
        ("County lines had been recognised.", "exploitation and gangs"),
        ("Care leavers were over-represented.", "children looked after"),
        ("Contact had not been recorded.", "recording"),
        ("Knife crime had risen.", "violence"),
        ("Letters of apology were used.", "restorative justice"),
        ("Recruiting had been hard.", "recruitment"),
    ],
)
def test_a_cue_points_to_its_theme(text: str, theme: str) -> None:
    assert theme in _cued(text)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Managers failed to identify deficiencies in assessments.", "assessment"),
        ("We assessed twelve cases.", "assessment"),
        ("The service improvement plan was ambitious.", "planning"),
        ("The looked after children review was late.", "reviewing"),
        ("The intervention plan was missing.", "delivery of interventions"),
        ("The Safeguarding Children Board was told.", "governance and leadership"),
        ("The risk of harm to the child was high.", "risk of harm to others"),
        ("The safety of other people came first.", "safety and wellbeing"),
        ("Offending behaviour programmes were well run.", "reducing reoffending"),
        ("He was serving a detention and training order.", "training and development"),
        ("He had left education, training and employment.", "training and development"),
        ("The supervision order had ended.", "supervision"),
        ("Credible alternatives to custody were offered.", "custody"),
        ("The Police and Crime Commissioner came.", "police"),
        ("He was a victim of sexual exploitation.", "victims"),
        ("He had a long criminal record.", "recording"),
        ("Building good relationships takes time.", "facilities"),
        ("The liaison and diversion team helped.", "out-of-court disposals"),
        (
            "They send letters; this is an asset, and they chat.",
            "education, training and employment",
        ),
        ("They send letters; this is an asset, and they chat.", "assessment"),
        ("They send letters; this is an asset, and they chat.", "health and wellbeing"),
    ],
)
def test_a_look_alike_does_not(text: str, theme: str) -> None:
    assert theme not in _cued(text)
