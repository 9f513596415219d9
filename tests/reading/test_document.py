"""The document: spans of the reading text, traced to the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from yotgraph.reading import Block, BlockKind, Document, Span

TEXT = """\
# Key strengths

The team<sup>1</sup> had done   well in *Plans for All*.

<sup>1</sup> The *Northmoor* team.

- First point.
- Second point.
"""


@pytest.fixture(scope="module")
def made_up(document: Callable[[str], Document]) -> Document:
    return document(TEXT)


def block(document: Document, opening: str) -> Block:
    return next(block for block in document.blocks if block.text.startswith(opening))


def test_the_reading_text_has_no_mark_up(made_up: Document) -> None:
    assert made_up.text.split("\n") == [
        "Key strengths",
        "The team had done well in Plans for All.",
        "The Northmoor team.",
        "First point.",
        "Second point.",
    ]


def test_every_span_of_a_block_is_its_text(made_up: Document) -> None:
    for one in made_up.blocks:
        assert made_up.slice(one.span) == one.text


def test_a_span_has_its_length() -> None:
    assert len(Span(3, 10)) == 7


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Key strengths", "Key strengths"),
        ("team had done well", "team<sup>1</sup> had done   well"),
        ("Plans for All.", "Plans for All*."),
    ],
)
def test_a_span_is_found_in_the_source(made_up: Document, words: str, source: str) -> None:
    start = made_up.text.index(words)
    begin, end = made_up.source_span(Span(start, start + len(words)))
    assert made_up.source[begin:end] == source


def test_no_words_have_no_place(made_up: Document) -> None:
    with pytest.raises(ValueError, match="empty span at 4"):
        made_up.source_span(Span(4, 4))


@pytest.mark.parametrize(
    ("span", "expected"),
    [(Span(3, 13), Span(4, 13)), (Span(0, 4), Span(0, 3)), (Span(3, 4), Span(4, 4))],
)
def test_trim_drops_white_space(made_up: Document, span: Span, expected: Span) -> None:
    assert made_up.trim(span) == expected


def test_block_at_gives_the_block_that_holds_a_place(made_up: Document) -> None:
    for one in made_up.blocks:
        assert made_up.block_at(one.span.start) == one
        assert made_up.block_at(one.span.end - 1) == one
    assert made_up.block_at(-1) is None
    assert made_up.block_at(len(made_up.text) + 5) is None


def test_find_searches_within_a_span(made_up: Document) -> None:
    pattern = re.compile("team")
    assert len(list(made_up.find(pattern))) == 2
    within = block(made_up, "The Northmoor").span
    (match,) = made_up.find(pattern, within)
    assert within.start <= match.start() < within.end


def test_footnotes_are_found_by_label(made_up: Document) -> None:
    note = made_up.footnote("1")
    assert note is not None
    assert note.block.kind is BlockKind.FOOTNOTE
    assert note.block.text == "The Northmoor team."
    assert made_up.footnote("2") is None


def test_marks_stand_behind_their_word(made_up: Document) -> None:
    paragraph = block(made_up, "The team").span
    (mark,) = made_up.marks_in(paragraph)
    assert mark.label == "1"
    assert made_up.text[: mark.position].endswith("The team")
    behind = Span(mark.position, paragraph.end)
    assert made_up.marks_in(behind) == ()
    assert made_up.marks_in(Span(paragraph.start, mark.position)) == (mark,)


def test_italics_are_remembered(made_up: Document) -> None:
    assert [made_up.slice(span) for span in made_up.emphasis] == ["Plans for All", "Northmoor"]


def test_offsets_never_leave_the_source(read_reports: Mapping[str, Document]) -> None:
    for report in read_reports.values():
        assert len(report.offsets) == len(report.text)
        assert min(report.offsets) >= 0
        assert max(report.offsets) < len(report.source)


def test_letters_of_the_reports_stand_where_their_offsets_say(
    read_reports: Mapping[str, Document],
) -> None:
    for report in read_reports.values():
        wrong = [
            (place, sign)
            for place, sign in zip(report.offsets, report.text, strict=True)
            if not sign.isspace() and report.source[place] != sign
        ]
        assert wrong == []


def test_blocks_of_the_reports_stand_in_order_and_apart(
    read_reports: Mapping[str, Document],
) -> None:
    for report in read_reports.values():
        for before, behind in zip(report.blocks, report.blocks[1:], strict=False):
            assert before.span.end < behind.span.start
        for one in report.blocks:
            assert one.span.start <= one.body.start <= one.body.end == one.span.end
            for part in (*one.cells, *one.lines):
                assert one.span.start <= part.start <= part.end <= one.span.end + 1
