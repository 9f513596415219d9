"""What was read and what was not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from yotgraph.extraction.coverage import coverage
from yotgraph.extraction.outline import Heading, outline
from yotgraph.extraction.witness import Witness
from yotgraph.facts import CoverageRow, Evidence, ReportFacts
from yotgraph.reading import Block, BlockKind, Document, Span

TEXT = """\
Opening words of the letter.

# Planning

Plans were late. Reviews were good.

Nobody came.

# Contents

Foreword .......... 4
"""


def tell(block: Block) -> Heading | None:
    return Heading(block.text) if block.kind is BlockKind.HEADING else None


def read(document: Document, words: list[str]) -> tuple[CoverageRow, ...]:
    plan = outline(document, tell)
    witness = Witness(document, plan)
    evidence: list[Evidence] = []
    for part in words:
        start = document.text.index(part)
        evidence.append(witness.quote(Span(start, start + len(part))))
    return coverage(document, plan, witness, evidence)


def test_nothing_read_is_all_unread(document: Callable[[str], Document]) -> None:
    rows = read(document(TEXT), [])
    assert [(row.section, row.sentences, row.sentences_with_facts) for row in rows] == [
        ("Opening", 1, 0),
        ("Planning", 3, 0),
    ]
    assert rows[1].unread == ("Plans were late. Reviews were good.", "Nobody came.")


def test_a_sentence_counts_once_it_is_touched(document: Callable[[str], Document]) -> None:
    rows = read(document(TEXT), ["Plans were", "late", "Opening words of the letter."])
    assert [(row.sentences, row.sentences_with_facts) for row in rows] == [(1, 1), (3, 1)]
    assert rows[0].unread == ()
    assert rows[1].unread == ("Nobody came.",)


def test_a_quotation_over_two_sentences_touches_both(document: Callable[[str], Document]) -> None:
    rows = read(document(TEXT), ["late. Reviews were good."])
    assert rows[1].sentences_with_facts == 2


def test_long_parts_are_shown_short(document: Callable[[str], Document]) -> None:
    (row,) = read(document("word " * 80 + "end."), [])
    assert len(row.unread[0]) == 120
    assert row.unread[0].endswith("…")


def test_the_reports_account_for_every_section(
    report_facts: Mapping[str, ReportFacts],
) -> None:
    for report in report_facts.values():
        assert len(report.coverage) > 5
        for row in report.coverage:
            assert 0 <= row.sentences_with_facts <= row.sentences
            assert row.sentences_with_facts or row.unread


def test_most_of_each_report_is_read(report_facts: Mapping[str, ReportFacts]) -> None:
    for report in report_facts.values():
        sentences = sum(row.sentences for row in report.coverage)
        used = sum(row.sentences_with_facts for row in report.coverage)
        assert used > 0.6 * sentences, report.slug
