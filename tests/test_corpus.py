"""Inputs: files, folders and the manifests beside them."""

from __future__ import annotations

import hashlib
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from yotgraph.building import Options, read_reports
from yotgraph.corpus import Manifest, default_inputs, differences, find_reports, read_manifest
from yotgraph.errors import ReadingError, UsageError
from yotgraph.facts import ReportFacts
from yotgraph.resources import directory

ROOT = Path(__file__).parents[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "c.TXT", "README.md", "NOTICE.txt", "d.csv", "b.toml"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "e.txt").write_text("x", encoding="utf-8")
    return tmp_path


def test_a_folder_gives_its_reports_sorted(folder: Path) -> None:
    names = [path.relative_to(folder).as_posix() for path in find_reports([folder])]
    assert names == ["a.md", "b.txt", "c.TXT", "deep/e.txt"]


def test_a_report_in_a_form_that_is_not_read_is_no_less_an_input(folder: Path) -> None:
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert folder / "old.doc" in find_reports([folder])
    (refused,) = read_reports([folder / "old.doc"], Options()).failures
    assert refused == f"{folder / 'old.doc'}: an old Word file (.doc); save it as .docx or PDF"


def test_each_report_comes_once(folder: Path) -> None:
    found = find_reports([folder / "b.txt", folder, folder / "b.txt"])
    assert len(found) == len(set(found)) == 4
    assert found[0] == folder / "b.txt"


def test_a_file_is_taken_whatever_its_ending(folder: Path) -> None:
    assert find_reports([folder / "d.csv"]) == [folder / "d.csv"]


def test_a_folder_without_reports_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r": no report in this folder; put \.txt or "):
        find_reports([tmp_path])


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="none: no such file or folder; check the path$"):
        find_reports([tmp_path / "none"])


def test_without_inputs_the_folder_here_counts_before_the_packaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert default_inputs() == [directory("reports")]
    (tmp_path / "reports").mkdir()
    assert default_inputs() == [Path("reports")]


@pytest.mark.parametrize("slug", sorted(path.stem for path in (ROOT / "reports").glob("*.txt")))
class TestManifestsOfTheReports:
    def test_a_manifest_is_complete(self, slug: str) -> None:
        manifest = read_manifest(ROOT / "reports" / f"{slug}.txt")
        assert manifest.title
        assert manifest.publisher == "HM Inspectorate of Probation"
        assert manifest.licence == "Open Government Licence v3.0"
        assert len(manifest.expected) >= 8

    def test_the_report_is_the_one_it_was_made_for(self, slug: str) -> None:
        content = (ROOT / "reports" / f"{slug}.txt").read_bytes()
        manifest = read_manifest(ROOT / "reports" / f"{slug}.txt")
        assert manifest.sha256 == hashlib.sha256(content).hexdigest()

    def test_what_was_read_is_what_it_expects(
        self, slug: str, report_facts: Mapping[str, ReportFacts]
    ) -> None:
        manifest = read_manifest(ROOT / "reports" / f"{slug}.txt")
        assert list(differences(manifest, report_facts[slug])) == []


def test_a_report_may_have_no_manifest(tmp_path: Path) -> None:
    assert read_manifest(tmp_path / "a.txt") == Manifest()


@pytest.mark.parametrize(
    "text",
    [
        "not = toml = at all",
        "title = 'a'\nunknown = 1",
        "[expected]\nfinding = 'many'",
        "expected = 3",
    ],
)
def test_a_broken_manifest_is_one_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ReadingError, match=r"a\.toml: not a manifest \(.*\); mend it") as caught:
        read_manifest(tmp_path / "a.txt")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["title = 3", "sha256 = ['a']", "source = false"])
def test_a_value_of_another_type_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    assert tomllib.loads(text)
    with pytest.raises(ReadingError, match=r"a\.toml: not a manifest"):
        read_manifest(tmp_path / "a.txt")


def test_other_counts_and_other_content_are_told(
    report_facts: Mapping[str, ReportFacts],
) -> None:
    report = report_facts["bexley-2015-07"]
    counts = Counter(fact.kind for fact in report.facts)
    right = Manifest(sha256=report.sha256, expected=dict(counts))
    assert list(differences(right, report)) == []
    wrong = replace(right, sha256="0", expected={**counts, "finding": 99, "rating": 1})
    lines = list(differences(wrong, report))
    assert len(lines) == 3
    assert "is not what its manifest was made for" in lines[0]
    assert (
        f"{counts['finding']} facts of kind 'finding' were read, its manifest expects 99"
        in lines[1]
    )
    assert all(line.startswith(f"{report.file_name}: ") and "\n" not in line for line in lines)
