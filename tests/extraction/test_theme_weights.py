"""The weights of themes: what the file holds, and what is said when it is broken."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from yotgraph.errors import VocabularyError
from yotgraph.extraction import theme_weights as module
from yotgraph.extraction.theme_evidence import read_evidence, stem
from yotgraph.extraction.theme_weights import theme_weights
from yotgraph.extraction.themes import likelihoods
from yotgraph.vocabulary import load_register, load_scheme

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "ontology" / "weights"
THEMES = [theme.notation for theme in load_scheme("themes")]


def rows() -> list[dict[str, str]]:
    with (FOLDER / "themes.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_theme_has_weights() -> None:
    found = theme_weights()
    assert list(found.base) == THEMES
    assert max(found.base.values()) < 0
    assert min(found.cue_amount.values()) >= 0
    assert {theme for pairs in found.words.values() for theme, _ in pairs} <= set(THEMES)


def test_the_file_is_sorted_and_says_nothing_twice() -> None:
    found = rows()
    keys = [(row["theme"], row["kind"], stem(row["word"])) for row in found]
    assert len(set(keys)) == len(keys)
    assert [row["theme"] for row in found] == sorted(row["theme"] for row in found)
    assert all(float(row["weight"]) for row in found if row["word"])


def test_the_columns_are_those_that_are_described() -> None:
    described = json.loads((FOLDER / "themes.csv-metadata.json").read_text(encoding="utf-8"))
    columns = described["tableSchema"]["columns"]
    assert [column["name"] for column in columns] == list(rows()[0])
    kinds = columns[1]["datatype"]["format"].split("|")
    assert {row["kind"] for row in rows()} == set(kinds)


def test_no_place_has_a_weight() -> None:
    places = {place.label.lower() for place in load_register("services")}
    assert places
    assert not places & {row["word"] for row in rows()}


def test_what_a_text_says_nothing_of_is_unlikely() -> None:
    assert max(likelihoods(read_evidence("It rained.")).values()) < 0.1


def test_a_word_counts_more_in_a_short_text_and_where_it_stands_first() -> None:
    short = read_evidence("Doctors came. Nobody slept.")
    long = read_evidence("Nobody slept. Doctors came, and the rest of the street had gone home.")
    assert short.words["doctor"] > long.words["doctor"] > 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("theme,kind,word,weight\nno-theme,base,,1\n", "no-theme is no theme"),
        ("theme,kind,word,weight\nplanning,base,,1\n", "a row without theme is missing"),
    ],
)
def test_a_broken_file_is_named(
    text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weights").mkdir()
    (tmp_path / "weights" / "themes.csv").write_text(text, encoding="utf-8")
    monkeypatch.setattr(module, "directory", lambda name: tmp_path)
    with pytest.raises(VocabularyError, match=message):
        theme_weights.__wrapped__()
