"""The data's side of the proof that every quotation stands where the graph says."""

from __future__ import annotations

import pytest
from pyoxigraph import Quad
from tests.factories import letter, report_facts, words

from yotgraph.errors import VocabularyError
from yotgraph.facts import CaseSample, ReportFacts
from yotgraph.knowledge.names import Names, term
from yotgraph.knowledge.quads import report_quads
from yotgraph.knowledge.verify import Selector, selectors


def quads_of(report: ReportFacts) -> list[Quad]:
    return report_quads(report, version="0.0.0")


def test_each_evidence_has_one_selector_in_order() -> None:
    found = selectors(quads_of(letter()))
    wanted = sorted({(e.start, e.end, e.quote) for f in letter().facts for e in f.evidence})
    assert [(each.start, each.end, each.exact) for each in found] == wanted


def test_a_selector_has_the_words_around_it() -> None:
    evidence = words("14 cases", 40, prefix="We saw ", suffix=" there.")
    report = report_facts(facts=(CaseSample(key="1", evidence=(evidence,), cases=14),))
    found = selectors(quads_of(report))[0]
    assert found == Selector(
        start=40,
        end=48,
        exact="14 cases",
        prefix="We saw ",
        suffix=" there.",
        evidence=Names().evidence("northmoor-2015-07", 40, 48).value,
    )


@pytest.mark.parametrize(("predicate", "missing"), [("oa:exact", "exact"), ("oa:end", "end")])
def test_evidence_without_words_or_place_is_refused(predicate: str, missing: str) -> None:
    quads = [quad for quad in quads_of(letter()) if quad.predicate != term(predicate)]
    with pytest.raises(VocabularyError, match=f"has no {missing}; build it again"):
        selectors(quads)


def test_no_evidence_gives_no_selector() -> None:
    assert selectors([]) == []
