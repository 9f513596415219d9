"""A real browser for the tests of the pages: headless Chromium, driven by Playwright.

No browser is downloaded: the one that the system has is used. Every page is opened from disk in
a profile of its own; whatever goes wrong in a page, and whatever it asks of any place but the
disk, fails the test that opened it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.web.visiting import Visits

HOW_TO_GET_IT = (
    "the browser tests need Chromium: install it (Debian: apt-get install chromium), or set"
    " CHROMIUM to its path"
)
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium with a new profile. Without one the tests fail: they are never skipped."""
    found = shutil.which(os.environ.get("CHROMIUM") or "chromium")
    if not found:
        pytest.fail(HOW_TO_GET_IT, pytrace=False)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=list(_ARGUMENTS))
        yield launched
        launched.close()


@pytest.fixture
def visits(browser: Browser) -> Iterator[Callable[[Path], Visits]]:
    """Makes the visits of a folder; afterwards nothing may have gone wrong in them."""
    made: list[Visits] = []

    def make(folder: Path) -> Visits:
        made.append(Visits(browser, folder))
        return made[-1]

    yield make
    for each in made:
        each.close()
    assert [line for each in made for line in each.wrong] == []


@pytest.fixture
def visit(visits: Callable[[Path], Visits], built: Path) -> Visits:
    """Opens pages of the site of the five reports."""
    return visits(built / "site")
