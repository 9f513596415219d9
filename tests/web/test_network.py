"""The partner network in the browser: from a line of the picture to the sentence behind it."""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page
from tests.web.visiting import Visits

# The page of the site, and the page that holds everything.
PAGES = ("network.html", "../partners.html")
_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(params=PAGES)
def network(request: pytest.FixtureRequest, visit: Visits) -> Page:
    """The page with its picture drawn."""
    return drawn(visit(request.param))


def drawn(page: Page) -> Page:
    """The page, once its picture has bodies and links."""
    page.wait_for_function("globalThis.yotgraph?.cy?.edges().length > 0")
    return page


def ids(page: Page, kind: str = "nodes") -> list[str]:
    """The bodies or the links that the picture shows."""
    found: list[str] = page.evaluate(f"yotgraph.cy.{kind}().map((each) => each.id()).sort()")
    return found


def words(text: str | None) -> str:
    return " ".join((text or "").split())


def test_a_line_shows_its_sentences_and_they_lead_to_their_words(network: Page) -> None:
    place: dict[str, float] = network.evaluate(
        """() => {
          const { cy } = yotgraph;
          const edge = cy.edges().filter((each) => each.data("stance") === "strength")[0];
          cy.fit(edge.connectedNodes(), 120);
          const box = document.getElementById("picture").getBoundingClientRect();
          const [from, to] = [edge.source().renderedPosition(), edge.target().renderedPosition()];
          return { x: box.x + (from.x + 2 * to.x) / 3, y: box.y + (from.y + 2 * to.y) / 3 };
        }"""
    )
    network.mouse.click(place["x"], place["y"])
    quotation = network.locator("#details blockquote").first
    quotation.wait_for()
    sentence = words(quotation.text_content())
    assert "chosen=" in network.url
    network.locator("#details li > a[href*='#e-']").first.click()
    network.locator(".h.found").first.wait_for()
    assert words("".join(network.locator(".h.found").all_text_contents())) == sentence


@pytest.mark.parametrize(
    ("edge", "words"),
    [
        ("board/bexley~service/bexley", "Chair of Bexley YOT Management Board"),
        ("body/hm-inspectorate-of-probation~service/bexley", "youth offending work in Bexley"),
    ],
)
def test_a_line_to_a_board_or_an_inspectorate_leads_to_words_too(
    visit: Visits, edge: str, words: str
) -> None:
    page = drawn(visit(f"network.html#chosen={edge}"))
    quotation = page.locator("#details blockquote").first
    quotation.wait_for()
    assert words in (quotation.text_content() or "")
    page.locator("#details li > a[href*='#e-']").first.click()
    page.locator(".h.found").first.wait_for()


def test_every_link_between_a_service_and_a_partner_has_its_sentences(visit: Visits) -> None:
    page = drawn(visit("../partners.html"))
    without = page.evaluate(
        """yotgraph.network.links.filter(
             ([, , relation, , , mentions], place) =>
               relation === "works-with" && (yotgraph.sentences[place] ?? []).length < mentions)"""
    )
    assert without == []


def test_a_body_shows_its_facts_and_its_neighbours(network: Page) -> None:
    network.get_by_label("Find a body").fill("Children's social care")
    network.keyboard.press("Enter")
    panel = network.locator("#details")
    panel.get_by_role("heading", name="Children's social care").wait_for()
    assert "children's services" in panel.inner_text()
    assert "community" in panel.inner_text()
    neighbours = panel.locator("ul").last.locator("li")
    assert neighbours.count() == 4
    neighbours.first.get_by_role("button").first.click()
    panel.get_by_role("link", name="Its page").click()
    network.wait_for_url("**/site/service/*.html")
    assert network.locator("h1").inner_text()


def test_the_whole_way_can_be_gone_by_keyboard(visit: Visits) -> None:
    page = drawn(visit("network.html"))
    row = page.locator("#links tbody tr").first
    row.get_by_role("button", name="sentences").focus()
    page.keyboard.press("Enter")
    page.locator("#details blockquote").first.wait_for()
    page.locator("#details li > a[href*='#e-']").first.focus()
    page.keyboard.press("Enter")
    page.locator(".h.found").first.wait_for()


def test_keys_move_the_picture_and_change_its_size(visit: Visits) -> None:
    page = drawn(visit("network.html"))
    page.locator("#picture").focus()
    state = "JSON.stringify([yotgraph.cy.pan(), yotgraph.cy.zoom()])"
    seen = [page.evaluate(state)]
    for key in ("ArrowLeft", "ArrowDown", "+", "-"):
        page.keyboard.press(key)
        seen.append(page.evaluate(state))
        assert seen[-1] != seen[-2], key


@pytest.mark.parametrize("stance", ["strength", "concern", "mixed", "none", "structure"])
def test_filtering_by_stance_leaves_out_those_links(network: Page, stance: str) -> None:
    of_it = f"yotgraph.cy.edges('[stance = \"{stance}\"]').length"
    before, all_of_them = network.evaluate(of_it), len(ids(network, "edges"))
    assert before > 0
    network.locator(f'input[name="stance"][value="{stance}"]').uncheck()
    assert network.evaluate(of_it) == 0
    assert len(ids(network, "edges")) == all_of_them - before


def test_filtering_by_sector_leaves_out_those_partners(network: Page) -> None:
    before = ids(network)
    network.locator('input[name="sector"][value="health"]').uncheck()
    gone = set(before) - set(ids(network))
    sectors: list[str] = network.evaluate(
        "(gone) => gone.map((id) => yotgraph.network.nodes.find((node) => node.id === id).sector)",
        sorted(gone),
    )
    assert gone
    assert set(sectors) == {"health"}


def test_filtering_by_report_leaves_that_service_alone(network: Page) -> None:
    network.locator("#report").select_option("bexley-2015-07")
    services = [name for name in ids(network) if name.startswith("service/")]
    assert services == ["service/bexley"]
    rows = network.locator("#links tbody tr:not([hidden])")
    assert rows.count() > 0
    assert all("Bexley YOT" in text for text in rows.all_inner_texts())


def test_filtering_by_year_leaves_the_reports_of_those_years(network: Page) -> None:
    network.locator("#from").select_option("2015")
    network.locator("#to").select_option("2015")
    services = {name for name in ids(network) if name.startswith("service/")}
    assert services == {"service/bexley", "service/bolton"}


def test_kinds_unfold_into_their_bodies_and_fold_again(network: Page) -> None:
    folded = ids(network)
    network.get_by_label("Fold each kind into one").uncheck()
    unfolded = ids(network)
    assert len(unfolded) > len(folded)
    assert {"body/bexley/childrens-social-care"} <= set(unfolded) - set(folded)
    network.get_by_label("Fold each kind into one").check()
    assert ids(network) == folded


def test_one_kind_unfolds_alone(visit: Visits) -> None:
    page = drawn(visit("network.html#chosen=agency-kind/childrens-social-care"))
    folded = set(ids(page))
    page.get_by_role("button", name="Unfold its 4 bodies").click()
    unfolded = set(ids(page))
    assert folded - unfolded == {"agency-kind/childrens-social-care"}
    assert len(unfolded - folded) == 4
    page.get_by_role("button", name="Fold into its kind").click()
    assert set(ids(page)) == folded


def test_a_deep_link_restores_every_part_of_the_state(visit: Visits) -> None:
    page = drawn(visit("network.html"))
    page.get_by_label("Fold each kind into one").uncheck()
    page.locator('input[name="stance"][value="structure"]').uncheck()
    page.locator('input[name="sector"][value="courts"]').uncheck()
    page.locator("#from").select_option("2015")
    page.locator("#size").select_option("betweenness")
    page.locator("#links tbody tr").first.get_by_role("button", name="sentences").click()
    page.locator("#details blockquote").first.wait_for()
    address = page.url.partition("#")[2]
    again = drawn(visit(f"network.html#{address}"))
    again.locator("#details blockquote").first.wait_for()
    for kind in ("nodes", "edges"):
        assert ids(again, kind) == ids(page, kind)
    sizes = "yotgraph.cy.nodes().map((node) => `${node.id()} ${node.data('size')}`).sort()"
    assert again.evaluate(sizes) == page.evaluate(sizes)
    assert again.locator("#size").input_value() == "betweenness"
    assert not again.get_by_label("Fold each kind into one").is_checked()
    assert again.locator("#details").inner_text() == page.locator("#details").inner_text()
    assert "chosen=" in unquote(address)


SEEN = "Object.values({ ...yotgraph.cy.extent(), scale: 1000 * yotgraph.cy.zoom() })"
PLACES = "JSON.stringify(yotgraph.cy.nodes().map((node) => [node.id(), node.position()]).sort())"


SETTLED = """(word) => {
  const { hash } = location;
  if (window.hashBefore !== hash) [window.hashBefore, window.hashSince] = [hash, performance.now()];
  return hash.includes(word) && performance.now() - window.hashSince > 1000;
}"""


def kept(page: Page, word: str) -> None:
    """Waits until the address holds a word and stays as it is: it is written a moment after each
    step, and a busy machine takes its time between two."""
    page.wait_for_function(SETTLED, arg=word, polling=50)


def seen(page: Page) -> object:
    """The part of the picture that is seen, in its own measure; the address rounds it a little."""
    return pytest.approx(page.evaluate(SEEN), abs=1)


def again(visit: Visits, page: Page) -> Page:
    """The address of a page opened in a browser of its own."""
    return drawn(visit(f"network.html#{page.url.partition('#')[2]}", reduced_motion="reduce"))


@pytest.mark.parametrize(
    "way",
    [
        ["ArrowLeft", "ArrowLeft", "ArrowDown"],
        ["+", "+", "+", "ArrowUp"],
        ["-", "-"],
    ],
)
def test_a_deep_link_shows_the_same_part_of_the_picture(visit: Visits, way: list[str]) -> None:
    page = drawn(visit("network.html"))
    whole = seen(page)
    page.locator("#picture").focus()
    for key in way:
        page.keyboard.press(key)
    kept(page, "view=")
    assert page.evaluate(SEEN) != whole
    assert again(visit, page).evaluate(SEEN) == seen(page)
    page.keyboard.press("0")
    # A page behind another one draws no frames, and is asked at intervals.
    page.wait_for_function("!location.hash.includes('view=')", polling=50)
    assert page.evaluate(SEEN) == whole


def test_what_is_seen_is_kept_with_the_mouse_too_and_makes_no_history(visit: Visits) -> None:
    page = drawn(visit("network.html"))
    page.locator('input[name="stance"][value="structure"]').uncheck()
    steps = page.evaluate("history.length")
    box = page.locator("#picture").bounding_box()
    assert box
    page.mouse.move(box["x"] + 8, box["y"] + 8)
    page.mouse.down()
    for step in range(1, 30):
        page.mouse.move(box["x"] + 8 + 4 * step, box["y"] + 8 + 3 * step)
    page.mouse.up()
    page.get_by_role("button", name="Closer").click()
    kept(page, "view=")
    assert "stance=" in page.url
    assert page.evaluate("history.length") == steps
    other = again(visit, page)
    assert other.evaluate(SEEN) == seen(page)
    assert ids(other, "edges") == ids(page, "edges")


def test_the_address_is_written_at_rest_and_not_at_every_move(visit: Visits) -> None:
    page = drawn(visit("network.html"))
    page.evaluate(
        """() => {
          globalThis.written = 0;
          const before = history.replaceState.bind(history);
          history.replaceState = (...given) => { written += 1; before(...given); };
        }"""
    )
    page.locator("#picture").focus()
    for _ in range(20):
        page.keyboard.press("ArrowLeft", delay=0)
    kept(page, "view=")
    assert page.evaluate("written") <= 2


def test_a_box_of_another_size_loses_no_move(visit: Visits) -> None:
    page = drawn(visit("network.html"))
    page.locator("#picture").focus()
    for _ in range(5):
        page.keyboard.press("ArrowLeft", delay=0)
    page.evaluate("globalThis.yotgraph.cy.emit('resize')")
    kept(page, "view=")


def test_all_of_the_picture_stays_in_sight_in_a_box_of_another_size(visit: Visits) -> None:
    page = drawn(visit("network.html"))
    lowest, height = page.evaluate(
        """() => {
          const { cy } = globalThis.yotgraph;
          for (const height of ["400px", "260px"]) {
            document.getElementById("picture").style.height = height;
            cy.resize();
          }
          return [cy.elements().renderedBoundingBox().y2, cy.height()];
        }"""
    )
    assert lowest <= height


def test_a_body_that_is_moved_stays_there_in_a_deep_link(visit: Visits) -> None:
    page = drawn(visit("network.html"))
    at: dict[str, float] = page.evaluate(
        """() => {
          const box = document.getElementById("picture").getBoundingClientRect();
          const { x, y } = yotgraph.cy.getElementById("service/bexley").renderedPosition();
          return { x: box.x + x, y: box.y + y };
        }"""
    )
    page.mouse.move(at["x"], at["y"])
    page.mouse.down()
    page.mouse.move(at["x"] + 20, at["y"] + 20, steps=4)
    page.mouse.move(at["x"] + 60, at["y"] + 30, steps=4)
    page.mouse.up()
    kept(page, "moved=service%2Fbexley")
    rounded = "JSON.stringify(yotgraph.cy.getElementById('service/bexley').position(), (key, value) => typeof value === 'number' ? Math.round(value) : value)"
    assert again(visit, page).evaluate(rounded) == page.evaluate(rounded)
    page.get_by_role("button", name="Restore places").click()
    assert "moved" not in page.url


def test_whatever_is_dragged_moves_by_keys_and_by_buttons_too(visit: Visits) -> None:
    page = drawn(visit("network.html#chosen=service/bexley"))
    place = "JSON.stringify(yotgraph.cy.getElementById('service/bexley').position())"
    own, whole = page.evaluate(place), seen(page)
    page.get_by_role("button", name="Look left").click()
    assert page.evaluate(SEEN) != whole
    assert page.evaluate(place) == own
    page.get_by_role("button", name="Look up").click(modifiers=["Shift"])
    by_button = page.evaluate(place)
    assert by_button != own
    page.locator("#picture").focus()
    page.keyboard.press("Shift+ArrowDown")
    assert page.evaluate(place) == own
    page.keyboard.press("Shift+ArrowRight")
    assert page.evaluate(place) not in (own, by_button)
    assert "moved=service%2Fbexley" in page.url


def test_a_deep_link_to_what_was_arranged_anew_arranges_it_alike(visit: Visits) -> None:
    page = drawn(visit("network.html", reduced_motion="reduce"))
    page.get_by_role("button", name="Arrange anew").click()
    page.locator('input[name="stance"][value="none"]').uncheck()
    assert "layout=anew" in page.url
    other = again(visit, page)
    assert other.evaluate(PLACES) == page.evaluate(PLACES)
    assert other.evaluate(SEEN) == seen(page)


def test_choosing_a_central_body_leaves_the_filters_as_they_are(visit: Visits) -> None:
    page = drawn(visit("network.html"))
    page.locator("#report").select_option("bolton-2015-01")
    page.locator("#details a").first.click()
    kept(page, "chosen=")
    assert "report=bolton-2015-01" in page.url
    assert page.locator("#report").input_value() == "bolton-2015-01"


def test_a_deep_link_holds_how_the_table_is_sorted_and_filtered(visit: Visits) -> None:
    page = drawn(visit("network.html"))
    table = page.locator("#links")
    table.get_by_role("button", name="Mentions").click()
    table.get_by_role("button", name="Mentions").click()
    page.get_by_label("Filter rows: Services and their partners").fill("Bexley")
    kept(page, "links.rows=Bexley")
    rows = page.locator("#links tbody tr:not([hidden])")
    page.locator('input[name="stance"][value="structure"]').uncheck()
    counts = [
        int(text)
        for text in page.locator("#links tbody tr:not([hidden]) td:nth-child(4)").all_inner_texts()
    ]
    assert counts == sorted(counts, reverse=True)
    assert again(visit, page).locator("#links tbody tr:not([hidden])").all_inner_texts() == (
        rows.all_inner_texts()
    )


def test_an_address_that_makes_no_sense_shows_the_whole_picture(visit: Visits) -> None:
    whole = seen(drawn(visit("network.html")))
    page = drawn(visit("network.html#view=0,NaN,1&moved=nobody,1;service/bexley,x,y&chosen=nobody"))
    assert page.evaluate(SEEN) == whole


def test_showing_all_takes_every_filter_back(visit: Visits) -> None:
    page = drawn(visit("network.html"))
    everything = ids(page)
    page.locator('input[name="stance"][value="none"]').uncheck()
    page.locator("#to").select_option("2015")
    page.get_by_role("button", name="Show all").click()
    assert ids(page) == everything
    assert "#" not in page.url
    assert page.locator('#network input[type="checkbox"]:not(:checked)').count() == 0


def test_the_places_are_the_same_each_time(visit: Visits) -> None:
    page = drawn(visit("network.html"))
    first = page.evaluate(PLACES)
    page.emulate_media(reduced_motion="reduce")
    page.get_by_role("button", name="Arrange anew").click()
    assert page.evaluate(PLACES) != first
    page.get_by_role("button", name="Restore places").click()
    assert page.evaluate(PLACES) == first
    assert drawn(visit("network.html")).evaluate(PLACES) == first


def test_the_picture_is_saved_as_png(network: Page) -> None:
    content = saved(network, "PNG")
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    assert min(width, height) > 600


def test_the_picture_is_saved_as_svg(network: Page) -> None:
    root = ElementTree.fromstring(saved(network, "SVG"))
    assert root.tag == f"{_SVG}svg"
    assert len(list(root.iter(f"{_SVG}line"))) >= len(ids(network, "edges"))
    assert "".join(root.itertext()).count("Courts") >= 1
    assert not [name for each in root.iter() for name in each.attrib if name.startswith("on")]


def saved(page: Page, button: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button, exact=True).click()
    return Path(waiting.value.path()).read_bytes()


def test_the_picture_is_really_drawn(visit: Visits) -> None:
    page = drawn(visit("network.html"))
    colours: Any = page.evaluate(
        """async () => {
          const canvas = [...document.querySelectorAll("#picture canvas")].at(-1);
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          const seen = new Set();
          for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) seen.add(data.slice(at, at + 3).join());
          return seen.size;
        }"""
    )
    assert colours > 12
