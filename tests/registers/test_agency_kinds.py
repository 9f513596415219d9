"""The kinds of partner: canonical names, the wordings that lead to them, and look-alikes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import pytest

from yotgraph.knowledge.names import slug
from yotgraph.vocabulary import Concept, fold, load_register

STATUTORY = {"children's social care", "education", "health", "police", "probation"}


def _kinds() -> tuple[Concept, ...]:
    return load_register("agency-kinds").concepts


def _any(expressions: Iterable[str], flags: re.RegexFlag) -> list[re.Pattern[str]]:
    return [re.compile(expression, flags) for expression in expressions]


def _wordings(labels: Iterable[str]) -> list[str]:
    longest_first = sorted(labels, key=len, reverse=True)
    return [rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"] if labels else []


def _looked_for(kind: Concept) -> tuple[str, ...]:
    is_word = kind.value("namedInContextOnly") == "true"
    return kind.alt_labels if is_word else (kind.label, *kind.alt_labels)


@cache
def _matchers() -> tuple[tuple[str, list[re.Pattern[str]], list[re.Pattern[str]]], ...]:
    """Per kind its name, what finds it and what rules it out; capitals count in short forms."""
    return tuple(
        (
            kind.label,
            _any([*_wordings(_looked_for(kind)), *kind.patterns], re.IGNORECASE)
            + _any(_wordings(kind.abbreviations), re.NOFLAG),
            _any(kind.exclusions, re.IGNORECASE),
        )
        for kind in _kinds()
    )


def _spans(patterns: Iterable[re.Pattern[str]], text: str) -> list[tuple[int, int]]:
    return [match.span() for pattern in patterns for match in pattern.finditer(text)]


def _named(text: str) -> set[str]:
    """The kinds that a sentence names: the longest wordings outside an exclusion."""
    found: list[tuple[int, int, str]] = []
    for label, matchers, exclusions in _matchers():
        excluded = _spans(exclusions, text)
        found += [
            (start, end, label)
            for start, end in _spans(matchers, text)
            if not any(first <= start and end <= last for first, last in excluded)
        ]
    kept: list[tuple[int, int, str]] = []
    for start, end, label in sorted(found, key=lambda span: (span[0] - span[1], span)):
        if not any(start < last and first < end for first, last, _ in kept):
            kept.append((start, end, label))
    return {label for _, _, label in kept}


def test_the_end_of_the_iri_is_the_slug_of_the_name() -> None:
    assert len(_kinds()) > 120
    assert [kind.iri for kind in _kinds() if kind.notation != slug(kind.label)] == []


def test_no_two_kinds_share_a_wording() -> None:
    owners: dict[str, set[str]] = {}
    for kind in _kinds():
        for wording in kind.labels():
            owners.setdefault(fold(wording), set()).add(kind.label)
    assert {wording: names for wording, names in owners.items() if len(names) > 1} == {}


def test_every_expression_compiles_and_matches_no_empty_text() -> None:
    expressions = [
        expression
        for kind in _kinds()
        for expression in (*kind.patterns, *kind.exclusions, *kind.values.get("namePattern", ()))
    ]
    assert expressions
    assert [text for text in expressions if re.compile(text, re.IGNORECASE).search("")] == []


def test_no_exclusion_rules_out_the_canonical_name() -> None:
    for kind in _kinds():
        for exclusion in kind.exclusions:
            assert not re.search(exclusion, kind.label, re.IGNORECASE), (kind.label, exclusion)


def test_every_kind_is_defined_and_abbreviated_in_capitals() -> None:
    for kind in _kinds():
        assert kind.values.get("definition"), kind.label
        for short in kind.abbreviations:
            assert sum(letter.isupper() for letter in short) >= 2, short


def test_statutory_partners_are_those_of_the_act() -> None:
    found = {name for kind in _kinds() for name in kind.values.get("statutoryPartner", ())}
    assert found == STATUTORY


def test_arrangements_and_roles_are_apart() -> None:
    arrangements = {kind.label for kind in _kinds() if kind.value("isArrangement") == "true"}
    roles = {kind.label for kind in _kinds() if kind.value("isSpecialistRole") == "true"}
    assert "Multi-Agency Public Protection Arrangements" in arrangements
    assert "Speech and language therapist" in roles
    assert not arrangements & roles


def test_what_followed_a_kind_is_a_kind() -> None:
    register = load_register("agency-kinds")
    followed = [iri for kind in register for iri in kind.values.get("isReplacedBy", ())]
    assert followed
    assert [iri for iri in followed if register.by_iri(iri) is None] == []


def test_generic_terms_name_no_kind() -> None:
    generic = load_register("generic-partners")
    register = load_register("agency-kinds")
    terms = [term for concept in generic for term in concept.values["genericTerm"]]
    assert len(terms) > 100
    assert [term for term in terms if register.find(term)] == []
    assert [term for term in terms if _named(term)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Social workers were slow to reply.", {"Children's social care"}),
        (
            "Northmoor Children's Social Care Service and CAMHS met.",
            {"Children's social care", "Child and Adolescent Mental Health Service"},
        ),
        ("The YOS nurse and the school nurse shared records.", {"YOT nurse", "School nurse"}),
        ("A mental health nurse sees children weekly.", {"Mental health nurse"}),
        (
            "Workers from Children and Adolescent Mental Health Services attend.",
            {"Child and Adolescent Mental Health Service"},
        ),
        ("Forensic CAMHS advises staff.", {"Forensic Child and Adolescent Mental Health Service"}),
        (
            "The seconded police officer shares police intelligence.",
            {"Seconded police officer", "Police"},
        ),
        ("The Police and Crime Commissioner gave a grant.", {"Police and Crime Commissioner"}),
        (
            "A probation officer had been seconded by the NPS.",
            {"Seconded probation officer", "National Probation Service"},
        ),
        ("Arrangements with the CRC were poor.", {"Community Rehabilitation Company"}),
        (
            "MAPPA meetings at level 2 were well attended.",
            {"Multi-Agency Public Protection Arrangements"},
        ),
        (
            "Cases go to risk management panels (Multi-Agency Risk Meeting).",
            {"Multi-Agency Risk Meeting"},
        ),
        (
            "The high-risk panel and the Mash are well used.",
            {"High-risk panel", "Multi-agency safeguarding hub"},
        ),
        (
            "MASH and MACE meet daily.",
            {"Multi-agency safeguarding hub", "Child exploitation panel"},
        ),
        ("Magistrates trust the reports that they receive.", {"Courts"}),
        ("A court report on a court order was returned to court out of court.", set()),
        (
            "He was moved from a YOI to an adult prison.",
            {"Young offender institution (YOI)", "Adult prison"},
        ),
        ("The secure children's home held a review.", {"Secure children's home"}),
        (
            "The child was hosted by a YOT elsewhere and the home YOT was told.",
            {"Host YOT", "Home YOT"},
        ),
        ("Neighbouring youth justice services lent staff.", {"Other YOTs"}),
        ("Careers advisers and the virtual school helped.", {"Careers adviser", "Virtual school"}),
        ("The director of public health sat on it.", set()),
        ("She was excluded from school after a school exclusion panel.", set()),
        (
            "A drug and alcohol worker from the substance misuse service came.",
            {"Substance misuse worker", "Substance misuse service"},
        ),
        ("Adult social workers were absent.", {"Adult social care"}),
        (
            "An educational psychologist and a clinical psychologist assess children.",
            {"Educational psychologist", "Psychologist"},
        ),
        ("Other agencies and partners met with specialist workers.", set()),
        ("We make the facts known to senior managers who salt the roads.", set()),
    ],
)
def test_wordings_lead_to_canonical_names(text: str, expected: set[str]) -> None:
    assert _named(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("the Families Together programme", "family-support-programme", "Families Together"),
        (
            "the Youth Violence Reduction Panel",
            "serious-youth-violence-panel",
            "Youth Violence Reduction Panel",
        ),
        (
            "the Safer Northmoor Partnership",
            "community-safety-partnership",
            "Safer Northmoor Partnership",
        ),
        ("families together with friends", "family-support-programme", None),
    ],
)
def test_local_partners_keep_their_own_names(text: str, kind: str, name: str | None) -> None:
    concept = load_register("agency-kinds").get(kind)
    assert concept is not None
    found = [
        match.group()
        for pattern in concept.values["namePattern"]
        for match in re.finditer(pattern, text)
    ]
    assert found == ([name] if name else [])
