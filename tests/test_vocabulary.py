"""Schemes and registers as look-ups: a label gives a concept or body, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yotgraph import vocabulary
from yotgraph.errors import VocabularyError
from yotgraph.vocabulary import (
    Concept,
    fold,
    load_framework,
    load_frameworks,
    load_register,
    load_scheme,
    slug,
)

TURTLE = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix yot: <https://w3id.org/yotgraph/ontology#> .
@prefix x: <https://example.org/x/> .

x:bees a skos:Concept ; skos:notation "bees" ; skos:prefLabel "Bees"@en , "Gwenyn"@cy ;
    skos:altLabel "Honey bees"@en ; yot:abbreviation "HB" ;
    yot:pattern "\\\\bbees?\\\\b" ; yot:exclusion "\\\\bwax\\\\b" ; yot:points 3 , 1 .
x:ants a yot:Insect ; rdfs:label "Ants" .
x:no-label a skos:Concept ; skos:notation "nobody" .
"""


@pytest.fixture
def scheme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> vocabulary.Scheme:
    (tmp_path / "schemes").mkdir()
    (tmp_path / "schemes" / "insects.ttl").write_text(TURTLE, encoding="utf-8")
    (tmp_path / "schemes" / "broken.ttl").write_text("x:a x:b", encoding="utf-8")
    monkeypatch.setattr(vocabulary, "directory", lambda name: tmp_path)
    load_scheme.cache_clear()
    made = load_scheme("insects")
    load_scheme.cache_clear()
    return made


def found(concept: Concept | None) -> str | None:
    return concept.notation if concept else None


def test_concepts_are_sorted_and_have_labels(scheme: vocabulary.Scheme) -> None:
    assert [concept.notation for concept in scheme] == ["ants", "bees"]
    assert len(scheme) == 2
    bees = scheme.get("bees")
    assert bees is not None
    assert bees.label == "Bees"
    assert bees.labels() == ("Bees", "Gwenyn", "Honey bees", "HB")
    assert bees.values["points"] == ("1", "3")
    assert (bees.value("points"), bees.value("wings")) == ("1", None)
    assert bees.is_a("Concept")
    assert not bees.is_a("Insect")


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("Bees", "bees"),
        ("  BEES ", "bees"),
        ("honey  bees", "bees"),
        ("hb", "bees"),
        ("Gwenyn", "bees"),
        ("Ants", "ants"),
        ("bee", None),
        ("", None),
    ],
)
def test_a_label_gives_a_concept_or_nothing(
    scheme: vocabulary.Scheme, text: str, notation: str | None
) -> None:
    assert found(scheme.find(text)) == notation


def test_concepts_are_found_by_iri_and_by_class(scheme: vocabulary.Scheme) -> None:
    assert found(scheme.by_iri("https://example.org/x/bees")) == "bees"
    assert scheme.by_iri("https://example.org/x/no-label") is None
    assert scheme.get("nobody") is None
    assert [concept.notation for concept in scheme.of_type("Insect")] == ["ants"]
    assert scheme.alt_labels("bees") == {"Gwenyn", "Honey bees"}
    assert scheme.alt_labels("nobody") == frozenset()


@pytest.mark.parametrize(
    ("text", "expected"), [("two Bees came", "Bees"), ("bees and wax", None), ("beeswing", None)]
)
def test_patterns_match_where_no_exclusion_does(
    scheme: vocabulary.Scheme, text: str, expected: str | None
) -> None:
    bees = scheme.get("bees")
    assert bees is not None
    match = bees.matches(text)
    assert (match[0] if match else None) == expected


@pytest.mark.parametrize(
    ("name", "message"), [("none", "no such vocabulary in"), ("broken", "mend the Turtle")]
)
def test_what_cannot_be_read_is_named(scheme: vocabulary.Scheme, name: str, message: str) -> None:
    with pytest.raises(VocabularyError, match=message) as caught:
        load_scheme(name)
    assert str(caught.value).startswith(f"{name}.ttl: ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Barking & Dagenham", "barking-and-dagenham"),
        ("Children’s  Services", "childrens-services"),
        ("Ynys Môn", "ynys-mon"),
        ("St. Helens", "st-helens"),
        ("  Stoke-on-Trent ", "stoke-on-trent"),
        ("A/B (C)", "a-b-c"),
        ("²", "2"),
        ("–", ""),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text(max_size=40))
def test_a_slug_is_plain_and_stays_itself(text: str) -> None:
    made = slug(text)
    assert made.isascii()
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(made) == made


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Children’s Services", "children's services"),
        ("Annex 1 – Methodology", "annex 1 - methodology"),
        ("“Good”", '"good"'),
        ("HM\xa0Inspector", "HM Inspector"),
        (" a \n b ", "A B"),
    ],
)
def test_folded_labels_are_the_same(first: str, second: str) -> None:
    assert fold(first) == fold(second)


def test_the_frameworks_are_all_there() -> None:
    frameworks = load_frameworks()
    assert set(frameworks) >= {"sqs", "yos-2018", "yjs-2021"}
    assert list(frameworks) == sorted(frameworks)
    assert frameworks["sqs"] is load_framework("sqs")


def test_the_registers_know_bodies() -> None:
    assert found(load_register("national-bodies").find("YJB")) == "youth-justice-board"
    assert found(load_register("national-bodies").find("no such body")) is None
