"""What a build keeps: the next one reads only what changed, and makes the same bytes."""

from __future__ import annotations

import gc
import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from yotgraph import building, intake, memory
from yotgraph.building import Options, build, read_reports
from yotgraph.corpus import find_reports
from yotgraph.facts import ReportFacts
from yotgraph.facts_text import facts_of, text_of
from yotgraph.knowledge import shacl
from yotgraph.memory import FOLDER, Memory, digest, fingerprint
from yotgraph.reading import Document

ROOT = Path(__file__).parents[1]
LETTER = (ROOT / "tests" / "documents" / "small-letter.txt").read_text(encoding="utf-8")


def hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def written(folder: Path, *places: str) -> Path:
    """A folder with the same letter about several places."""
    folder.mkdir(exist_ok=True)
    for place in places:
        text = LETTER.replace("Northmoor", place)
        (folder / f"{place.lower()}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The work that a build does: the names of files read, and each graph validated."""
    work: list[str] = []
    extract, validate = intake.extract, shacl._validate

    def extracted(document: Document) -> ReportFacts:
        work.append(document.name)
        return extract(document)

    def validated(task: shacl._Task) -> object:
        work.append("validation")
        return validate(task)

    monkeypatch.setattr(intake, "extract", extracted)
    monkeypatch.setattr(shacl, "_validate", validated)
    return work


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two reports and their build."""
    place = tmp_path_factory.mktemp("incremental")
    build([written(place / "in", "Northmoor", "Fenby")], place / "out")
    return place


@pytest.fixture
def place(first: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(first, tmp_path / "copy"))


def test_a_second_build_reads_nothing_and_makes_the_same_bytes(
    place: Path, done: list[str]
) -> None:
    before = hashes(place / "out")
    build([place / "in"], place / "out")
    assert done == []
    assert hashes(place / "out") == before


def test_what_was_added_or_changed_is_read_and_the_bytes_are_those_of_a_new_build(
    place: Path, done: list[str]
) -> None:
    written(place / "in", "Hallam")
    changed = place / "in" / "fenby.txt"
    changed.write_text(changed.read_text("utf-8").replace("1.2. Plans", "1.2. All plans"), "utf-8")
    build([place / "in"], place / "out")
    assert sorted(done) == ["fenby.txt", "hallam.txt", "validation", "validation"]
    build([place / "in"], place / "fresh")
    assert hashes(place / "out") == hashes(place / "fresh")


def test_files_that_somebody_broke_are_made_again(place: Path, done: list[str]) -> None:
    """Also a text that says of a graph that nothing is wrong with it."""
    before = hashes(place / "out")
    for path in (place / "out" / FOLDER).iterdir():
        path.write_text("", encoding="utf-8")
    page = next((place / "out" / "docs").rglob("*.html"))
    page.write_text("nothing", encoding="utf-8")
    build([place / "in"], place / "out", Options(force=False))
    assert sorted(done) == ["fenby.txt", "northmoor.txt", "validation", "validation"]
    assert hashes(place / "out") == before


def test_force_does_everything_again(
    place: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "publish", lambda *_: ())
    build([place / "in"], place / "out", Options(force=True))
    assert sorted(done) == ["fenby.txt", "northmoor.txt", "validation", "validation"]


def test_a_changed_program_remembers_nothing(
    place: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "publish", lambda *_: ())
    monkeypatch.setattr(memory, "fingerprint", lambda: "another")
    build([place / "in"], place / "out")
    assert sorted(done) == ["fenby.txt", "northmoor.txt", "validation", "validation"]


def test_a_report_of_another_name_is_read_again_and_what_went_away_is_forgotten(
    place: Path, done: list[str]
) -> None:
    (place / "in" / "fenby.txt").rename(place / "in" / "renamed.txt")
    remembered = Memory(place / "out")
    reading = read_reports(find_reports([place / "in"]), Options(), remembered)
    assert done == ["renamed.txt"]
    assert {report.file_name for report in reading.reports} == {"northmoor.txt", "renamed.txt"}
    # The facts and the text of each.
    assert len(remembered) == 4


def test_what_is_read_leaves_no_garbage_and_the_search_for_it_goes_on() -> None:
    letter = Path(__file__).parents[1] / "reports" / "harrow-2014-11.txt"
    read_reports([letter], Options())
    assert gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        assert read_reports([letter], Options()).reports
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_facts_come_back_as_they_were(report_facts: Mapping[str, ReportFacts]) -> None:
    assert len(report_facts) == 5
    for report in report_facts.values():
        assert facts_of(text_of(report)) == report


@pytest.mark.parametrize("text", ["", "null", "[]", '{"is": "Fact"}', '{"is": "Path"}', "{}"])
def test_what_is_no_report_gives_nothing(text: str) -> None:
    assert facts_of(text) is None


def test_nothing_but_facts_is_written() -> None:
    with pytest.raises(TypeError, match="no part of a fact"):
        text_of(object())  # type: ignore[arg-type]


def test_a_memory_knows_what_it_was_told_and_what_the_old_one_knew(tmp_path: Path) -> None:
    old = Memory()
    old["one"], old["two"] = "1\n", "2"
    old.save(tmp_path)
    new = Memory(tmp_path)
    assert new["one"] == "1\n"
    assert "three" not in new
    assert list(new) == ["one"]
    del new["one"]
    assert len(new) == 0


def test_the_fingerprint_covers_code_vocabularies_and_libraries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = fingerprint()
    fingerprint.cache_clear()
    monkeypatch.setattr(memory, "_version", lambda library: "99")
    assert fingerprint() != known
    fingerprint.cache_clear()
    monkeypatch.undo()
    monkeypatch.setattr(memory, "_DATA", ("ontology", "shapes"))
    assert fingerprint() != known
    fingerprint.cache_clear()
    monkeypatch.undo()
    assert fingerprint() == known
    assert digest("x") != digest("y")
