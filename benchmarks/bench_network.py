"""How the page of the partner network feels in a browser: how long it takes to draw, and its frames.

    PYTHONPATH=graph:. python benchmarks/bench_network.py [--services 40 400] [--partners 160 1600] [--links 2000 6000]

Networks of made-up services and partners, without kinds to fold; one for each place in the three
lists. Chromium without a graphics card opens the page from disk, so a desktop draws faster. Told are
the seconds until the picture stands, the milliseconds that a step of panning by keyboard and by
mouse and a filter take until the next frame, and the frames a second while a hand drags.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from yotgraph.knowledge.questions import load_questions
from yotgraph.publishing.network import Link, Network, Node, Sentence
from yotgraph.publishing.network_files import Picture
from yotgraph.publishing.network_layout import lay_out
from yotgraph.publishing.network_measures import measure
from yotgraph.publishing.site.answers import Answers
from yotgraph.publishing.site.assets import bundled, copy_assets
from yotgraph.publishing.site.catalogue import Catalogue
from yotgraph.publishing.site.network import write_network_page
from yotgraph.publishing.site.rendering import Site
from yotgraph.publishing.site.rows import AskedRow

BASE = "https://example.org/"
SECTORS = ("childrens-services", "education", "health", "police", "probation", "courts", "housing")
# Milliseconds from something done to the second frame after it, in which it can be seen.
AFTER = """() => new Promise((told) => {
  const begun = performance.now();
  %s;
  requestAnimationFrame(() => requestAnimationFrame(() => told(performance.now() - begun)));
})"""
COUNT = """() => {
  globalThis.frames = 0;
  const count = () => { frames += 1; requestAnimationFrame(count); };
  requestAnimationFrame(count);
}"""


def made_up(services: int, partners: int, links: int) -> Network:
    """A network of that size; partners are shared as in reports, a few by many services."""
    dice = random.Random(1)
    nodes = [Node(f"{BASE}id/service/s{n}", f"Service {n} YOT", "service") for n in range(services)]
    nodes += [
        Node(f"{BASE}id/body/p{n}", f"Partner {n}", "agency", dice.choice(SECTORS))
        for n in range(partners)
    ]
    pairs = {(n % services, n) for n in range(partners)}
    while len(pairs) < links:
        pairs.add((dice.randrange(services), int(partners * dice.random() ** 2)))
    return Network(
        tuple(sorted(nodes, key=lambda node: node.iri)),
        tuple(_link(service, partner, dice) for service, partner in sorted(pairs)),
    )


def _link(service: int, partner: int, dice: random.Random) -> Link:
    report = f"area-{service}-2019-04"
    strengths, concerns = dice.randrange(3), dice.randrange(3)
    said = Sentence(f"{BASE}id/evidence/{report}/{partner}-9", report, partner, 9, "Words.", "", ())
    return Link(
        f"{BASE}id/service/s{service}", f"{BASE}id/body/p{partner}", "works-with", report, "2019",
        1 + strengths + concerns, strengths, concerns, (said,),
    )  # fmt: skip


def write_page(network: Network, folder: Path) -> None:
    """The page of a network, with its table."""
    rows = tuple(
        AskedRow(
            {
                "service": link.source.rpartition("/")[2],
                "agency": link.target.rpartition("/")[2],
                "sector": "",
                "mentions": str(link.mentions),
                "strengths": str(link.strengths),
                "concerns": str(link.concerns),
                "report": link.report,
            }
        )
        for link in network.links
    )
    questions = {question.name: question for question in load_questions()}
    given = {name: rows if name == "partner-links" else () for name in questions}
    answers = Answers(Catalogue([], BASE, [], {}), questions, given)
    measures = measure(network)
    site = Site(folder, bundled())
    copy_assets(site)
    picture = Picture(network, network, lay_out(network), measures, measures)
    write_network_page(site, picture, answers)


def look(page: Page, address: str) -> None:
    """Opens the page, uses it and prints what that took."""
    begun = time.perf_counter()
    page.goto(address)
    page.wait_for_function("globalThis.yotgraph?.cy?.edges().length > 0", polling=20)
    page.evaluate(AFTER % "")
    drawn = time.perf_counter() - begun
    step = page.evaluate(AFTER % "yotgraph.cy.panBy({ x: 60, y: 0 })")
    closer = page.evaluate(AFTER % "document.getElementById('closer').click()")
    filtered = page.evaluate(AFTER % "document.querySelector('[name=stance]').click()")
    box = page.locator("#picture").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 4, box["y"] + 4)
    page.mouse.down()
    page.evaluate(COUNT)
    begun, moves = time.perf_counter(), 0
    while time.perf_counter() - begun < 3:
        moves += 1
        page.mouse.move(box["x"] + 4 + moves % 300, box["y"] + 4 + moves % 200)
    frames = page.evaluate("frames") / (time.perf_counter() - begun)
    page.mouse.up()
    print(
        f"  drawn after {drawn:.1f} s; a step of panning {step:.0f} ms, of zooming {closer:.0f} ms,"
        f" a filter {filtered:.0f} ms; {frames:.0f} frames a second while dragged",
        flush=True,
    )


def main() -> None:
    """Makes each network and looks at it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--services", type=int, nargs="+", default=[40, 400])
    parser.add_argument("--partners", type=int, nargs="+", default=[160, 1600])
    parser.add_argument("--links", type=int, nargs="+", default=[2000, 6000])
    given = parser.parse_args()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as place:
        path = shutil.which(os.environ.get("CHROMIUM") or "chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for size in zip(given.services, given.partners, given.links, strict=True):
            print(f"{size[0] + size[1]:,} bodies, {size[2]:,} links")
            folder = Path(place) / str(size[2])
            write_page(made_up(*size), folder)
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            look(page, (folder / "network.html").as_uri())
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
