"""Every family at once: damaged documents end in one line, and all reports make one graph."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from yotgraph.errors import ReadingError
from yotgraph.extraction import extract
from yotgraph.facts import ReportFacts
from yotgraph.knowledge.quads import report_quads
from yotgraph.knowledge.questions import ask
from yotgraph.knowledge.store import open_store, register_quads
from yotgraph.knowledge.validation import validate
from yotgraph.reading import read_bytes

DOCUMENTS = Path(__file__).parents[2] / "documents"
Read = Callable[..., ReportFacts]
FAMILIES = {
    "small-letter.txt": "sqs",
    "full-joint-inspection.txt": "fji",
    "core-case-inspection.txt": "cci",
    "youth-offending-2019-small.txt": "yos-2018",
    "youth-justice-2022.txt": "yjs-2021",
    "children-and-victims-2025.html": "yjs-2025",
    "press-release.txt": "press-release",
    "committee-paper.txt": "committee-paper",
    "other-family.txt": "generic",
}


@pytest.mark.parametrize(("name", "family"), FAMILIES.items())
def test_each_document_has_its_family(facts_of: Read, name: str, family: str) -> None:
    assert facts_of(name).family == family


def damaged(text: str, seed: int) -> str:
    """A text that lost lines, or got them in another order, or breaks off."""
    chance = random.Random(seed)
    lines = text.split("\n")
    if seed % 3 == 0:
        return "\n".join(line for line in lines if chance.random() > 0.3)
    if seed % 3 == 1:
        chance.shuffle(lines)
        return "\n".join(lines)
    return text[: chance.randrange(1, len(text))]


@pytest.mark.parametrize("name", [*FAMILIES, "other-inspectorate-ofsted.txt"])
@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_document_is_read_or_refused_in_one_line(name: str, seed: int) -> None:
    text = damaged((DOCUMENTS / name).read_text(encoding="utf-8"), seed)
    refused = ""
    try:
        report = extract(read_bytes(text.encode(), name))
    except ReadingError as error:
        refused = str(error)
    if refused:
        assert refused.startswith(name)
        assert "\n" not in refused
    else:
        assert report.slug
        assert all(fact.evidence for fact in report.facts)


def test_all_families_make_one_valid_graph_in_which_notices_have_no_history(facts_of: Read) -> None:
    reports = [facts_of(name) for name in FAMILIES]
    quads = [quad for report in reports for quad in report_quads(report, version="0")]
    store = open_store([*register_quads(), *quads])
    assert validate([*register_quads(), *quads], with_registers=False).conforms
    rated = {(row[0], row[3], row[5]) for row in ask(store, "ratings").rows}
    assert ("thornley-2013-10", "5", "Unsatisfactory") in rated
    assert ("thornley-2010-08", "1", "Minimum improvement required") in rated
    assert ("thornley-2025-10", "1.2", "Outstanding") in rated
    assert ("thornley-2019-03-press-release", "", "Requires improvement") in rated
    history = {row[1] for row in ask(store, "service-history").rows}
    assert history == {
        report.slug
        for report in reports
        if report.family not in ("press-release", "committee-paper")
    }
    names = {row[3]: row[4] for row in ask(store, "ratings", {"report": "thornley-2025-10"}).rows}
    assert names["1.2"] == "Staffing"
