"""Expressions without their edge match where they did with it, and gates shut nothing out."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from yotgraph.extraction.edges import at_edges
from yotgraph.extraction.expressions import in_small_letters, read_expression
from yotgraph.extraction.gates import Gate
from yotgraph.extraction.partner_wording import level
from yotgraph.reading import read
from yotgraph.vocabulary import load_scheme

REPORTS = Path(__file__).parents[2] / "reports"
# Made up of what the edges of words, and marks beside them, are made of.
TRAPS = ("plan", "replan plan-plan plans' plan_b 1plan plan1", "Plan, PLAN; no-plan", "", "é plané")
LONG = "re" + "plan" * 20_000 + " plan"


@cache
def lines() -> tuple[str, ...]:
    """The blocks of a letter and of part of a report, and some that are made up."""
    letter, report = (
        read(REPORTS / f"{name}.txt") for name in ("bolton-2015-01", "barking-and-dagenham-2018-12")
    )
    return (*TRAPS, *(block.text for block in (*letter.blocks, *report.blocks[:200])))


def expressions(scheme: str) -> list[str]:
    """Every pattern and exclusion of a scheme."""
    return sorted(
        {one for concept in load_scheme(scheme) for one in (*concept.patterns, *concept.exclusions)}
    )


@pytest.mark.parametrize("scheme", ["themes", "change-words", "practice-examples"])
def test_matches_are_those_of_the_expression_with_its_edge(scheme: str) -> None:
    texts = [level(line) for line in lines()]
    found = 0
    for source in (in_small_letters(one.replace("’", "'")) for one in expressions(scheme)):
        whole, quick = re.compile(source), at_edges(source)
        for text in texts:
            spans = [match.span() for match in whole.finditer(text)]
            assert [match.span() for match in quick.finditer(text)] == spans, source
            found += len(spans)
    assert found > 5


@pytest.mark.parametrize("source", [r"\bplans?\b", r"\bpl\w+", r"\bp|n", r"\b(?:no|re)-?plan"])
def test_case_and_ends_count_as_they_do_for_the_expression(source: str) -> None:
    whole, quick = re.compile(source, re.IGNORECASE), at_edges(source, ignores_case=True)
    for text in TRAPS:
        for end in range(len(text) + 1):
            spans = [match.span() for match in whole.finditer(text, 0, end)]
            assert [match.span() for match in quick.finditer(text, end)] == spans
            first = quick.search(text, end)
            assert (first.span() if first else None) == (spans[0] if spans else None)


def test_a_long_word_is_looked_through_once() -> None:
    found = at_edges(r"\bplan\w*").finditer(LONG)
    assert [match.span() for match in found] == [(len(LONG) - 4, len(LONG))]


@pytest.mark.parametrize("scheme", ["partner-wording", "posts", "section-roles"])
def test_what_matches_passes_and_holds_pieces_of_both_parts(scheme: str) -> None:
    sources = expressions(scheme)
    gate = Gate((one, one) for one in sources)
    further = {one: read_expression(one).further for one in sources}
    matched = shut = 0
    for line in lines():
        levelled = level(line)
        passing = gate.passing(levelled)
        shut += len(sources) - len(passing)
        for source in sources:
            if re.search(source, line, re.IGNORECASE):
                matched += 1
                assert source in passing
                assert not further[source] or any(piece in levelled for piece in further[source])
    assert matched > 10
    # A gate that lets everything through saves nothing.
    assert shut > 5 * len(lines())
