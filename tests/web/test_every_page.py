"""Every kind of page, opened from disk: accessible, narrow, calm, printed, without a mouse."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Page
from tests.web.visiting import Visits

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# WCAG 2.2 A and AA, and what axe calls best practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NARROW = 320
FOLDERS = ("report", "service", "agency-kind", "body", "person", "theme", "framework", "question")
PAGES = (
    "index.html", "network.html", "search.html", "reports.html", "services.html", "partners.html",
    "people.html", "themes.html", "frameworks.html", "questions.html", "../partners.html",
    *FOLDERS,
)  # fmt: skip


def fullest(site: Path, folder: str) -> str:
    """The largest page of a folder, where most can go wrong; of long pages one of middling size."""
    pages = sorted((site / folder).rglob("*.html"), key=lambda page: (page.stat().st_size, page))
    chosen = pages[len(pages) // 2] if folder in ("report", "question") else pages[-1]
    return chosen.relative_to(site).as_posix()


@pytest.fixture(params=PAGES)
def path(request: pytest.FixtureRequest, built: Path) -> str:
    """One page of each kind, by its path in the site."""
    name: str = request.param
    return fullest(built / "site", name) if name in FOLDERS else name


def violations(page: Page, **options: Any) -> list[str]:
    """What axe objects to. It runs beside the page, whose policy lets no other script run."""
    session = page.context.new_cdp_session(page)
    session.send("Runtime.evaluate", {"expression": AXE})
    asked = json.dumps({"preload": False, "resultTypes": ["violations"], **options})
    answer = session.send(
        "Runtime.evaluate",
        {
            "expression": f"axe.run(document, {asked}).then((found) => JSON.stringify(found))",
            "awaitPromise": True,
            "returnByValue": True,
        },
    )
    found: Mapping[str, Any] = json.loads(answer["result"]["value"])
    assert found["testEngine"]["name"] == "axe-core"
    return [
        f"{each['id']} at {node['target']}: {node['failureSummary']}"
        for each in found["violations"]
        for node in each["nodes"][:3]
    ]


def test_it_is_accessible_in_light_and_in_dark(visit: Visits, path: str) -> None:
    page = visit(path)
    assert violations(page, runOnly=RULES) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, runOnly={"type": "rule", "values": ["color-contrast"]}) == []


def test_axe_finds_what_is_wrong(visit: Visits) -> None:
    page = visit("index.html")
    page.evaluate("() => document.querySelector('main').append(document.createElement('button'))")
    assert [line.split()[0] for line in violations(page, runOnly=RULES)] == ["button-name"]


def test_it_needs_no_scrolling_sideways_on_a_narrow_screen(visit: Visits, path: str) -> None:
    page = visit(path, width=NARROW)
    page.wait_for_timeout(100)
    widths = page.evaluate("[document.documentElement.scrollWidth, document.body.scrollWidth]")
    assert max(widths) <= NARROW


def test_its_headings_and_landmarks_are_in_order(visit: Visits, path: str) -> None:
    page = visit(path)
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == 1
    assert page.get_by_role("contentinfo").count() == 1
    assert page.evaluate("document.documentElement.lang") == "en-GB"


def test_the_first_stop_of_the_keyboard_leads_past_the_head(visit: Visits) -> None:
    page = visit("service/bexley.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_where_the_keyboard_is_can_be_seen(visit: Visits) -> None:
    page = visit("index.html")
    for _ in range(25):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            "(({outlineStyle, outlineWidth}) => [outlineStyle, parseFloat(outlineWidth)])"
            "(getComputedStyle(document.activeElement))"
        )
        assert outline[0] != "none", page.evaluate("document.activeElement.outerHTML")
        assert outline[1] >= 2


@pytest.mark.parametrize("path", ["report/bexley-2015-07.html", "index.html", "network.html"])
def test_it_prints_what_is_to_be_read_and_nothing_else(
    visit: Visits, path: str, tmp_path: Path
) -> None:
    page = visit(path)
    title = page.locator("h1").inner_text()
    page.pdf(path=tmp_path / "printed.pdf", format="A4")
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as printed:
        assert len(printed) >= 2
        words = " ".join(
            " ".join(sheet.get_textpage().get_text_range() for sheet in printed).split()
        )
    assert " ".join(title.split()) in words
    assert "Filter rows" not in words
    assert "Skip to the content" not in words
    page.emulate_media(media="print")
    for hidden in ("header.site nav", ".tools"):
        assert not page.locator(hidden).first.is_visible()


def test_nothing_moves_where_less_motion_is_asked_for(visit: Visits) -> None:
    places = "JSON.stringify(yotgraph.cy.nodes().map((node) => node.position()))"
    page = visit("network.html", reduced_motion="reduce")
    before = page.evaluate(places)
    page.click("#arrange")
    at_once = page.evaluate(places)
    page.wait_for_timeout(400)
    assert before != at_once
    assert page.evaluate(places) == at_once
    assert page.evaluate("document.getAnimations().length") == 0
