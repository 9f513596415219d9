"""The search: over everything, from words to the sentence, in a page opened from disk."""

from __future__ import annotations

import pytest
from tests.web.visiting import Visits


def test_the_box_in_the_head_of_a_page_searches_everything(visit: Visits) -> None:
    page = visit("theme/planning.html")
    page.get_by_label("Search everything").fill("reoffending")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=reoffending")
    page.locator("#results li").first.wait_for()
    kinds = {kind.strip() for kind in page.locator("#results .kind").all_inner_texts()}
    assert {"theme", "question"} <= kinds
    assert page.get_by_role("status").inner_text().split()[0].isdigit()


def test_a_statement_that_is_found_leads_to_its_words(visit: Visits) -> None:
    page = visit("search.html?q=court%20reports")
    hit = page.locator("#results li", has=page.locator("a[href*='#e-']")).first
    hit.wait_for()
    text = hit.locator("p").inner_text()
    assert hit.locator("mark").count() > 0
    hit.locator("a").click()
    page.locator(".h.found").first.wait_for()
    found = " ".join("".join(page.locator(".h.found").all_text_contents()).split())
    assert found
    assert found in " ".join(text.split()) or " ".join(text.split()) in found


def test_words_are_searched_while_they_are_typed_and_stay_in_the_address(visit: Visits) -> None:
    page = visit("search.html")
    page.get_by_label("Words to search").type("bexl")
    page.get_by_role("link", name="Bexley YOT", exact=True).first.wait_for()
    page.wait_for_url("**/search.html?q=bexl")
    page.get_by_label("Words to search").fill("zzqqxx")
    page.get_by_text("0 found").wait_for()
    assert page.locator("#results li").count() == 0


def test_only_whole_words_are_marked_and_a_short_word_begins_no_other(visit: Visits) -> None:
    page = visit("search.html?q=risk%20of%20harm")
    page.locator("#results mark").first.wait_for()
    marked = {word.lower() for word in page.locator("#results mark").all_inner_texts()}
    assert {"risk", "of", "harm"} <= marked
    assert all(word == "of" or word.startswith(("risk", "harm")) for word in marked), marked
    around: list[str] = page.evaluate(
        """[...document.querySelectorAll("#results mark")].map((mark) =>
             (mark.previousSibling?.textContent ?? " ").slice(-1)
             + (mark.nextSibling?.textContent ?? " ").slice(0, 1))"""
    )
    assert not [pair for pair in around if any(sign.isalnum() for sign in pair)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("planning inadequate", "rating"),
        ("reoffending England and Wales 41.9", "reoffending"),
        ("Julie Fox", "person"),
        ("section 39", "question"),
    ],
)
def test_everything_is_found(visit: Visits, words: str, kind: str) -> None:
    page = visit("search.html")
    page.get_by_label("Words to search").fill(words)
    page.locator("#results .kind", has_text=kind).first.wait_for()
