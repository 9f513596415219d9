"""The proof that every quotation stands where the graph says: true ones pass, false ones fail."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Store
from tests.layouts import LAYOUTS

from yotgraph.extraction import extract
from yotgraph.facts import ReportFacts
from yotgraph.knowledge.quads import report_quads
from yotgraph.knowledge.verify import Selector, selectors
from yotgraph.proof import Proof, prove, prove_graph
from yotgraph.reading import Document, read_bytes

ROOT = Path(__file__).parents[1]


def selectors_of(report: ReportFacts) -> list[Selector]:
    found = list(selectors(report_quads(report, version="0")))
    assert found
    return found


def test_every_quotation_of_the_five_is_proved(
    read_reports: Mapping[str, Document], report_facts: Mapping[str, ReportFacts]
) -> None:
    for slug, report in report_facts.items():
        proof = prove(read_reports[slug], selectors_of(report))
        assert proof.failures == ()
        assert proof.proved == proof.quotations > 50
        assert 0 < proof.verbatim <= proof.quotations


@pytest.mark.parametrize("name", ["small-letter.txt", "small-report.txt"])
def test_every_quotation_of_a_small_document_is_proved(
    trap: Callable[[str], Document], name: str
) -> None:
    document = trap(name)
    assert prove(document, selectors_of(extract(document))).failures == ()


@pytest.mark.parametrize(
    "layout",
    [
        "form feeds within paragraphs",
        "eighty columns",
        "ligatures",
        "soft hyphens",
        "notes at the end",
        "words broken at line ends",
        "line ends of Windows",
        "rows fenced with pipes",
    ],
)
def test_every_quotation_is_proved_in_another_layout(layout: str) -> None:
    source = (ROOT / "reports" / "bolton-2015-01.txt").read_text(encoding="utf-8")
    document = read_bytes(LAYOUTS[layout](source).encode(), "bolton.txt")
    assert prove(document, selectors_of(extract(document))).failures == ()


@pytest.fixture
def letter(trap: Callable[[str], Document]) -> tuple[Document, Selector]:
    """A small letter with one quotation of it that is true."""
    document = trap("small-letter.txt")
    found = next(
        item for item in selectors_of(extract(document)) if "they used to build" in item.exact
    )
    return document, found


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"exact": "Assessment was poor."}, "the source reads"),
        ({"prefix": "other words"}, "other words stand before it"),
        ({"suffix": "other words"}, "other words stand behind it"),
    ],
)
def test_a_false_quotation_fails(
    letter: tuple[Document, Selector], changes: dict[str, str], message: str
) -> None:
    document, true = letter
    assert prove(document, [true]).failures == ()
    proof = prove(document, [true, replace(true, **changes)])
    assert len(proof.failures) == 1
    assert message in proof.failures[0]
    assert true.evidence in proof.failures[0]
    assert (proof.quotations, proof.proved) == (2, 1)


@pytest.mark.parametrize("shift", [-5, 5, 100_000])
def test_a_quotation_in_another_place_fails(letter: tuple[Document, Selector], shift: int) -> None:
    document, true = letter
    moved = replace(true, start=true.start + shift, end=true.end + shift)
    assert len(prove(document, [moved]).failures) == 1


def test_letter_by_letter_is_told_from_joined(letter: tuple[Document, Selector]) -> None:
    document, joined = letter
    plain = next(
        item
        for item in selectors_of(extract(document))
        if item.exact == "Joint work with the police."
    )
    assert prove(document, [plain]).verbatim == 1
    assert prove(document, [joined]).verbatim == 0


def test_the_graph_of_a_build_is_proved(built_store: Store) -> None:
    paths = sorted((ROOT / "reports").glob("*.txt"))
    proofs = dict(prove_graph(built_store, paths))
    assert len(proofs) == 5
    assert all(not proof.failures and proof.quotations for proof in proofs.values())


def test_a_source_that_is_missing_or_changed_fails(built_store: Store, tmp_path: Path) -> None:
    paths = sorted((ROOT / "reports").glob("*.txt"))
    changed = tmp_path / paths[0].name
    changed.write_bytes(paths[0].read_bytes() + b"\nMore words.\n")
    proofs = dict(prove_graph(built_store, [changed, *paths[2:]]))
    slugs = [path.stem for path in paths]
    assert set(proofs[slugs[0]].failures) == {
        f"{changed} has changed since the graph was built; build again"
    }
    assert set(proofs[slugs[1]].failures) == {
        f"its source {paths[1].name} is not among the reports given"
    }
    assert proofs[slugs[1]].proved == 0
    assert proofs[slugs[2]].failures == ()


def test_a_proof_counts() -> None:
    assert Proof(5, 2, ("a", "b")).proved == 3
