"""The weights of words: what the files hold, and what is said when one is broken."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yotgraph.errors import VocabularyError
from yotgraph.extraction import word_weights as module
from yotgraph.extraction.changes import DIRECTIONS, change_weights
from yotgraph.extraction.paragraph_stances import (
    STANCES,
    Ruling,
    paragraph_stance,
    ruling_on,
    stance_weights,
)
from yotgraph.extraction.partner_name_words import NAMES, name_weights, sector_weights, sectors
from yotgraph.extraction.partner_onward import ONWARD, onward_weights
from yotgraph.extraction.partner_standing import (
    SEATS,
    STANDINGS,
    seat_weights,
    standing_weights,
)
from yotgraph.extraction.partner_use import USES, use_weights
from yotgraph.extraction.sentence_judgements import JUDGEMENTS, judgement_weights
from yotgraph.extraction.word_weights import WordWeights, size_of, word_weights, words_of
from yotgraph.vocabulary import load_register, load_scheme

FOLDER = Path(__file__).parents[2] / "ontology" / "weights"
FILES: dict[str, tuple[tuple[str, ...], Callable[[], WordWeights]]] = {
    "changes": (DIRECTIONS, change_weights),
    "judgements": (JUDGEMENTS, judgement_weights),
    "names": (NAMES, name_weights),
    "onward": (ONWARD, onward_weights),
    "seats": (SEATS, seat_weights),
    "sectors": (sectors(), sector_weights),
    "standings": (STANDINGS, standing_weights),
    "stance": (STANCES, stance_weights),
    "uses": (USES, use_weights),
}


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_stances_are_those_of_the_scheme() -> None:
    assert set(STANCES) == {stance.notation for stance in load_scheme("stances")}
    assert set(USES) < set(STANCES)
    assert set(JUDGEMENTS) < set(STANCES)


def test_standings_and_seats_are_those_of_their_schemes() -> None:
    assert set(STANDINGS) == {one.notation for one in load_scheme("role-statuses")}
    assert set(SEATS) - {"none"} < {one.notation for one in load_scheme("board-statuses")}


def test_the_sectors_are_those_of_the_scheme() -> None:
    assert set(sectors()) - {"none"} == {one.notation for one in load_scheme("sectors")}


def test_the_directions_are_those_of_the_scheme() -> None:
    assert set(DIRECTIONS) - {"none"} == {one.notation for one in load_scheme("directions")}


@pytest.mark.parametrize("name", FILES)
def test_the_file_is_sorted_and_says_nothing_twice(name: str) -> None:
    keys = [(row["place"], tuple(row["words"].split())) for row in rows(name)]
    assert keys == sorted(set(keys))
    assert len(FILES[name][1]().words) == len(keys) - 1


@pytest.mark.parametrize("name", FILES)
def test_the_columns_are_those_that_are_described(name: str) -> None:
    described = json.loads((FOLDER / f"{name}.csv-metadata.json").read_text(encoding="utf-8"))
    columns = described["tableSchema"]["columns"]
    assert [column["name"] for column in columns] == list(rows(name)[0])
    assert tuple(column["name"] for column in columns[2:]) == FILES[name][0]
    places = set(columns[0]["datatype"]["format"].split("|"))
    assert {row["place"] for row in rows(name)} <= {"", *places}


@pytest.mark.parametrize("name", FILES)
def test_no_place_has_a_weight(name: str) -> None:
    places = {place.label.lower() for place in load_register("services")}
    assert places
    assert not places & {row["words"] for row in rows(name)}


@given(st.lists(st.text(max_size=80), max_size=4))
@settings(max_examples=100, deadline=None)
def test_the_likelihoods_of_a_paragraph_add_up_to_one(sentences: list[str]) -> None:
    likely = stance_weights().likelihoods(sentences)
    assert sum(map(math.exp, likely.values())) == pytest.approx(1)


def test_a_word_counts_where_it_stands() -> None:
    weights = WordWeights(
        STANCES,
        (0.0, 0.0, 0.0, 0.0),
        {("last", ("tea",)): (9.0, 0.0, 0.0, 0.0), ("", ("0", "plate")): (0.0, 9.0, 0.0, 0.0)},
    )
    assert weights.reasons(["Tea.", "Cake."], "strength") == []
    told = dict(weights.reasons(["Cake.", "Tea, 14 plates."], "strength"))
    assert told == {"last tea": pytest.approx(9 / size_of(2)), "0 plate": 0.0}


def test_one_sentence_is_the_first_and_not_the_last() -> None:
    assert {place for place, _ in words_of(["Plans were late."])} == {"", "first"}


def test_words_outweigh_rules_only_where_they_are_clear() -> None:
    unsure, sure = Ruling("mixed", 1.0, 1.0), Ruling("mixed", 3.0, 3.0)
    assert unsure.speaks_for("mixed") < sure.speaks_for("mixed")
    assert sure.speaks_for("strength") == sure.speaks_for("concern") == 0


def test_words_alone_judge_nothing() -> None:
    assert ruling_on(["It rained."]).stance == paragraph_stance(["It rained."]) == "neutral"


def test_a_file_without_its_first_row_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weights").mkdir()
    text = "place,words,good,bad\n,late,0,1\n"
    (tmp_path / "weights" / "teas.csv").write_text(text, encoding="utf-8")
    monkeypatch.setattr(module, "directory", lambda name: tmp_path)
    with pytest.raises(VocabularyError, match="the row without words is missing"):
        word_weights.__wrapped__("teas", ("good", "bad"))
