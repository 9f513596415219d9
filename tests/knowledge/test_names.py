"""IRIs: made from stable words, ASCII, under one base."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from yotgraph.errors import ParameterError, VocabularyError
from yotgraph.knowledge.names import (
    DEFAULT_BASE,
    PREFIXES,
    Names,
    concept,
    domain,
    key_question,
    key_segment,
    slug,
    standard,
    term,
)
from yotgraph.knowledge.store import register_quads

NAMES = Names()


def made(make: object, text: str) -> str:
    """What a function makes of a text, or an assumption that it makes something."""
    try:
        return make(text)  # type: ignore[operator]
    except VocabularyError:
        assume(False)
        raise


@given(st.text())
def test_a_slug_is_safe_in_an_iri_and_stays_as_it_is(text: str) -> None:
    result = made(slug, text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", result)
    assert slug(result) == result


@given(st.text())
def test_a_key_segment_is_one_safe_path_segment(text: str) -> None:
    result = made(key_segment, text)
    assert re.fullmatch(r"[a-z0-9]+([-.][a-z0-9]+)*", result)
    assert key_segment(result) == result


@pytest.mark.parametrize("text", ["", "  ", "—", "'’'", "的"])
def test_what_leaves_nothing_is_refused(text: str) -> None:
    with pytest.raises(VocabularyError, match="no letter or digit"):
        slug(text)


def test_apostrophes_and_ampersands() -> None:
    assert slug("King’s & Queen's") == "kings-and-queens"
    assert slug("Ôld Tówn") == "old-town"


def test_prefixes_are_sorted_and_lead_to_the_ontology() -> None:
    assert list(PREFIXES) == sorted(PREFIXES)
    assert term("yot:Finding").value == f"{DEFAULT_BASE}ontology#Finding"
    with pytest.raises(VocabularyError, match="no such prefix"):
        term("nowhere:thing")


def test_iris_of_data() -> None:
    start = f"{DEFAULT_BASE}id/"
    assert NAMES.fact("a-2015-07", "finding", "1.1").value == f"{start}fact/a-2015-07/finding/1.1"
    assert NAMES.evidence("a-2015-07", 3, 9).value == f"{start}evidence/a-2015-07/3-9"
    assert NAMES.person("jane-roe").value == f"{start}person/jane-roe"
    assert NAMES.person("jane-roe", "a").value == f"{start}person/a/jane-roe"
    assert NAMES.body("youth-court", "a").value == f"{start}body/a/youth-court"
    assert NAMES.coverage("a-2015-07", "1. Aims", 2).value == f"{start}coverage/a-2015-07/1-aims-2"
    assert NAMES.graph("a-2015-07").value == f"{DEFAULT_BASE}graph/a-2015-07"


def test_posts_of_different_bodies_differ() -> None:
    here = NAMES.post(NAMES.body("youth-court", "a"), "Chair")
    there = NAMES.post(NAMES.body("youth-court", "b"), "Chair")
    assert here != there


def test_another_base_moves_data_and_nothing_else() -> None:
    moved = Names("https://example.org/data/")
    assert moved.report("a").value == "https://example.org/data/id/report/a"
    assert moved.derived_graph.value == "https://example.org/data/graph/derived"
    assert moved.rebased(NAMES.body("ofsted")).value == "https://example.org/data/id/body/ofsted"
    assert moved.rebased(concept("ratings", "good")) == concept("ratings", "good")
    assert NAMES.rebased(NAMES.body("ofsted")) == NAMES.body("ofsted")


@pytest.mark.parametrize("base", ["example.org/", "https://example.org", ""])
def test_a_base_that_is_none_is_refused(base: str) -> None:
    with pytest.raises(ParameterError, match="no base IRI"):
        Names(base)


def test_concepts_and_parts_of_frameworks_are_those_of_the_vocabularies() -> None:
    described = {quad.subject for quad in register_quads()}
    assert concept("ratings", "requires-improvement") in described
    assert domain("yos-2018", "2") in described
    assert standard("yos-2018", "2.1") in described
    assert key_question("yos-2018", "2.1.1") in described
