"""The page of a report: the text with its facts, for the pointer and for the keyboard."""

from __future__ import annotations

import pytest
from tests.web.visiting import Visits

REPORT = "report/bexley-2015-07.html"


def test_pointing_at_words_shows_their_facts(visit: Visits) -> None:
    page = visit(REPORT)
    page.locator("#source a.h-partner").first.hover()
    assert page.locator("#shown .fact").count() > 0
    assert "partner mention" in page.locator("#shown .fact").first.inner_text()
    assert page.locator("#source .near").count() > 0


def test_reaching_words_by_keyboard_shows_their_facts(visit: Visits) -> None:
    page = visit(REPORT)
    page.locator("#families input").last.focus()
    for _ in range(5):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('h')"):
            break
    assert page.locator("#shown .fact").count() > 0
    page.keyboard.press("Enter")
    page.locator(".h.found").first.wait_for()
    assert "#e-" in page.url


def test_kinds_of_facts_can_be_left_unmarked(visit: Visits) -> None:
    page = visit(REPORT)
    mark = page.locator("#source a.h-partner").first
    colour = "(mark) => getComputedStyle(mark).backgroundColor"
    before = mark.evaluate(colour)
    page.locator("#families").get_by_role("checkbox", name="partners", exact=True).uncheck()
    assert mark.evaluate(colour) != before
    page.locator("#families").get_by_role("checkbox", name="partners", exact=True).check()
    assert mark.evaluate(colour) == before


def test_a_fact_of_the_list_leads_to_its_words(visit: Visits) -> None:
    page = visit(REPORT)
    quote = page.locator("#facts .quotes a").nth(3)
    words = quote.inner_text().removesuffix("…").strip()
    quote.click()
    page.locator(".h.found").first.wait_for()
    found = " ".join("".join(page.locator(".h.found").all_text_contents()).split())
    assert found.startswith(" ".join(words.split()))


@pytest.mark.parametrize("form", ["Turtle", "JSON-LD"])
def test_the_page_carries_its_iri_and_leads_to_its_data(visit: Visits, form: str) -> None:
    page = visit(REPORT)
    identity = page.locator("footer .identity")
    assert "https://w3id.org/yotgraph/id/report/bexley-2015-07" in identity.inner_text()
    target = identity.get_by_role("link", name=form).get_attribute("href")
    assert target is not None
    assert (visit.folder / "report" / target).resolve().is_file()
