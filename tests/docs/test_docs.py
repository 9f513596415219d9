"""The pages agree with the project: questions, links, versions, the manual, the manifests."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path

import pytest
from docs.generate_answers import ROOT, questions_table
from docs.generate_cli import MANUAL, manual

import yotgraph
from yotgraph.corpus import Manifest, find_reports, read_manifest
from yotgraph.facts import ReportFacts

PAGES = (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md")))
LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} (?P<title>.+)$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)

by_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def anchors(page: Path) -> set[str]:
    """The anchors that a heading gets where Markdown is shown."""
    titles = (match["title"] for match in HEADING.finditer(CODE.sub("", text_of(page))))
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_the_readme_lists_the_questions_as_their_headers_have_them() -> None:
    section = text_of(ROOT / "README.md").partition("<!-- questions -->\n\n")[2]
    shown = section.partition("\n<!-- end of questions -->")[0]
    assert shown == questions_table(), "run python docs/generate_answers.py"


def test_the_manual_of_the_command_line_is_up_to_date() -> None:
    assert text_of(MANUAL) == manual(), "run python docs/generate_cli.py"


@by_page
def test_every_link_leads_somewhere(page: Path) -> None:
    targets = [match["target"] for match in LINK.finditer(CODE.sub("", text_of(page)))]
    for target in targets:
        if target.startswith(("https://", "http://")):
            continue
        name, _, anchor = target.partition("#")
        place = (page.parent / name).resolve() if name else page
        assert place.exists(), f"{page.name}: {target}"
        assert ROOT in place.parents, f"{page.name}: {target} leads out of the project"
        if anchor:
            assert anchor in anchors(place), f"{page.name}: {target}"


def test_versions_agree() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    released = re.search(r"^## \[(?P<version>[\d.]+)\] - \d{4}-\d\d-\d\d$", text_of(PAGES[1]), re.M)
    ontology = re.search(r'owl:versionInfo "([\d.]+)"', text_of(ROOT / "ontology" / "yotgraph.ttl"))
    assert released
    assert ontology
    assert project["version"] == yotgraph.__version__ == released["version"] == ontology[1]


def test_licence_and_notice_say_whose_the_parts_are() -> None:
    assert text_of(ROOT / "LICENSE").startswith("MIT License")
    notice = text_of(ROOT / "NOTICE")
    for words in (
        "Contains public sector information licensed under the Open Government Licence v3.0.",
        "http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        "mySociety",
        "https://creativecommons.org/licenses/by/4.0/",
    ):
        assert words in notice
    reports = find_reports([ROOT / "reports"])
    assert all((read_manifest(report).title or "?") in notice for report in reports)


def test_each_report_has_a_manifest_with_its_hash(report_facts: dict[str, ReportFacts]) -> None:
    for path in find_reports([ROOT / "reports"]):
        manifest = read_manifest(path)
        assert manifest.sha256 == hashlib.sha256(path.read_bytes()).hexdigest(), path.name
        assert manifest.expected, path.name
        given = (manifest.title, manifest.publisher, manifest.licence, manifest.source)
        assert all(given), path.name
    assert len(report_facts) == len(list((ROOT / "reports").glob("*.toml")))


def test_a_manifest_without_a_file_says_nothing(tmp_path: Path) -> None:
    assert read_manifest(tmp_path / "none.txt") == Manifest()
