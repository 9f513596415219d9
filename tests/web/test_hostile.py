"""A hostile report in a real browser: its text is read, and nothing of it runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.publishing.site.hostile import ADDRESS, hostile_letter
from tests.web.visiting import Visits

from yotgraph.building import build


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the hostile letter."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "letter.txt").write_text(hostile_letter(), encoding="utf-8")
    build([folder / "letter.txt"], folder / "out")
    return folder / "out" / "site"


@pytest.mark.parametrize(
    "path",
    ["index.html", "network.html", "question/strengths.html", "question/findings.html",
     "report/northmoor-2016-03.html", "service/northmoor.html", "search.html?q=plans",
     "../partners.html"],
)  # fmt: skip
def test_nothing_of_it_runs(hostile: Path, visits: Callable[[Path], Visits], path: str) -> None:
    page = visits(hostile)(path)
    page.wait_for_timeout(200)
    assert page.title() != "run"
    assert page.locator("main script, main img, main [onload], main [onclick]").count() == 0
    assert page.locator(f'a[href^="{ADDRESS[:11]}"]').count() == 0


def test_its_words_are_shown(hostile: Path, visits: Callable[[Path], Visits]) -> None:
    page = visits(hostile)("report/northmoor-2016-03.html")
    assert "=HYPERLINK(" in page.locator("#source").inner_text()
    page.locator("#source a.h", has_text="=HYPERLINK(").first.click()
    assert "=HYPERLINK(" in page.locator("#shown").inner_text()


def test_what_it_says_in_a_download_is_no_formula(
    hostile: Path, visits: Callable[[Path], Visits]
) -> None:
    page = visits(hostile)("question/strengths.html")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download as CSV").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert "\"'=HYPERLINK(" in text


def test_the_search_shows_it_as_text(hostile: Path, visits: Callable[[Path], Visits]) -> None:
    page = visits(hostile)("search.html?q=commitment%20onload")
    page.locator("#results li").first.wait_for()
    assert "onload=alert('run')" in page.locator("#results").inner_text()
