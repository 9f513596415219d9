"""Lines: what opens a line tells what it is, and mark-up leaves no trace but its places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yotgraph.reading.inline_markup import Markup
from yotgraph.reading.lines import Line, LineKind, read_lines


def line(text: str) -> Line:
    (only,) = read_lines(text, Markup())
    return only


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("\n", LineKind.BLANK, ""),
        ("   \t ", LineKind.BLANK, ""),
        ("---", LineKind.RULE, ""),
        ("* * *", LineKind.RULE, ""),
        ("|---|:--:|", LineKind.RULE, ""),
        ("| --- | --- |", LineKind.RULE, ""),
        ("## Context", LineKind.HEADING, "Context"),
        ("## **2. Protecting the public**", LineKind.HEADING, "2. Protecting the public"),
        ("**Summary**", LineKind.HEADING, "Summary"),
        ("- A point", LineKind.BULLET, "A point"),
        ("• A point", LineKind.BULLET, "A point"),
        ("▪ A point", LineKind.BULLET, "A point"),
        ("o A point", LineKind.BULLET, "A point"),
        ("– A point", LineKind.BULLET, "A point"),
        ("\uf0b7 A point", LineKind.BULLET, "A point"),
        ("1.1. Plans were late.", LineKind.NUMBERED, "1.1. Plans were late."),
        ("- 1.1 Plans were late.", LineKind.NUMBERED, "1.1 Plans were late."),
        ("2) Protecting", LineKind.NUMBERED, "2) Protecting"),
        ("<sup>1</sup> Published in May.", LineKind.NOTE, "Published in May."),
        ("¹² Published in May.", LineKind.NOTE, "Published in May."),
        ("[3] Published in May.", LineKind.NOTE, "Published in May."),
        ("[^3]: Published in May.", LineKind.NOTE, "Published in May."),
        ("Post\tName", LineKind.ROW, "Post Name"),
        ("| Post | Name |", LineKind.ROW, "Post Name"),
        ("Post | Name", LineKind.ROW, "Post Name"),
        ("Post     Name", LineKind.ROW, "Post Name"),
        ("From: Somebody", LineKind.LABELLED, "From: Somebody"),
        ("Orthodox words", LineKind.PLAIN, "Orthodox words"),
        ("    Indented words", LineKind.PLAIN, "Indented words"),
        ("*Italic* words", LineKind.PLAIN, "Italic words"),
        ("2015 was a year.", LineKind.PLAIN, "2015 was a year."),
        ("31.4% was the rate.", LineKind.PLAIN, "31.4% was the rate."),
        ("36.2 per cent", LineKind.PLAIN, "36.2 per cent"),
        ("14 cases were examined.", LineKind.PLAIN, "14 cases were examined."),
    ],
)
def test_what_opens_a_line_tells_its_kind(text: str, kind: LineKind, words: str) -> None:
    found = line(text)
    shown = found.text.text
    if found.cells:
        shown = " ".join(cell.text for cell in found.cells if cell)
    assert (found.kind, shown) == (kind, words)


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("1.1. Plans", "1.1", "Plans"),
        ("1.1 Plans", "1.1", "Plans"),
        ("- 1.1. Plans", "1.1", "Plans"),
        ("1.1\tPlans", "1.1", "Plans"),
        ("1.1) Plans", "1.1", "Plans"),
        ("1.3.2. Does it?", "1.3.2", "Does it?"),
        ("10.12. Plans", "10.12", "Plans"),
        ("3. Plans", "3", "Plans"),
        ("## 2 Court disposals", "2", "Court disposals"),
        ("**4.** Plans", "4", "Plans"),
    ],
)
def test_a_number_stays_in_the_text_and_is_measured(text: str, number: str, rest: str) -> None:
    found = line(text)
    assert found.number == number
    assert found.text.text[found.number_end :].strip() == rest


@pytest.mark.parametrize("text", ["17 July 2015", "3 of 4 cases", "12.5% more", "5.4 million"])
def test_other_figures_are_no_numbers(text: str) -> None:
    assert line(text).number is None


@pytest.mark.parametrize(
    ("text", "label"),
    [("<sup>7</sup> Words", "7"), ("¹⁰ Words", "10"), ("[4] Words", "4"), ("[^12]: Words", "12")],
)
def test_a_footnote_has_plain_digits(text: str, label: str) -> None:
    found = line(text)
    assert (found.kind, found.number) == (LineKind.NOTE, label)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a\tb\tc", ["a", "b", "c"]),
        ("\tb", ["", "b"]),
        ("a\t\t", ["a", ""]),
        ("| a |  | c |", ["a", "", "c"]),
        ("a | b", ["a", "b"]),
        ("a b    c d", ["a b", "c d"]),
        ("<p>a</p>\t<p>b c</p>", ["a", "b c"]),
        ("|  | b |", ["", "b"]),
    ],
)
def test_cells_are_what_stands_between_separators(text: str, cells: list[str]) -> None:
    found = [cell.text for cell in line(text).cells]
    while len(found) > len(cells) and not found[-1]:
        found.pop()
    assert found == cells


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a <b>bold</b> word", "a bold word"),
        ("a **bold** word", "a bold word"),
        ("an *italic* word", "an italic word"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("one<br>two", "one two"),
        ("<p>one</p><p>two</p>", "one two"),
        ("AT&amp;T&nbsp;is", "AT&T is"),
        ("see [the site](http://a.example/b)", "see the site"),
        ("see <http://a.example/b>.", "see http://a.example/b."),
        (r"\*starred\*", "*starred*"),
        ("off\u00adend\u200bing", "offending"),
        ("ﬁrst oﬃcer ﬂew", "first officer flew"),
        ("HM\u00a0Inspector", "HM Inspector"),
        ("thin\u2009space", "thin space"),
        ("a \ufffd sign", "a \ufffd sign"),
        ("x < y and z > y", "x < y and z > y"),
    ],
)
def test_mark_up_leaves_the_words(text: str, words: str) -> None:
    assert line(text).text.text == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("rate<sup>1</sup> was", "rate was"),
        ("rate¹ was", "rate was"),
        ("rate[1] was", "rate was"),
        ("rate[^1] was", "rate was"),
        ("the 21<sup>st</sup> day", "the 21st day"),
    ],
)
def test_footnote_marks_are_taken_out_and_ordinals_stay(text: str, words: str) -> None:
    markup = Markup()
    (found,) = read_lines(text, markup)
    assert found.text.text == words
    expected = [] if "st</sup>" in text else [(text.index("rate") + 4, "1")]
    assert markup.marks == expected


@pytest.mark.parametrize("text", ["the *Act* of", "the <i>Act</i> of", "the <em>Act</em> of"])
def test_italics_are_spans_of_the_source(text: str) -> None:
    markup = Markup()
    list(read_lines(text, markup))
    assert [text[start:end] for start, end in markup.emphasis] == ["Act"]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_end_in_any_way(ends: str) -> None:
    found = list(read_lines(f"one{ends}{ends}two{ends}", Markup()))
    assert [one.text.text for one in found] == ["one", "", "two"]


def test_form_feeds_count_pages() -> None:
    found = list(read_lines("one\ntwo\fthree\n\ffour", Markup()))
    printed = [one for one in found if one.kind is not LineKind.BLANK]
    assert [one.page for one in printed] == [1, 1, 2, 3]
    assert [one.breaks_page for one in printed] == [False, False, True, True]


def test_without_form_feeds_there_are_no_pages() -> None:
    assert [one.page for one in read_lines("one\ntwo", Markup())] == [None, None]


@given(st.text(alphabet="ab1.-*#|\t <>/p\u00a0ﬁ¹[]\n", max_size=60))
def test_any_text_gives_lines_with_true_places(text: str) -> None:
    for found in read_lines(text, Markup()):
        for part in (found.text, *found.cells):
            assert len(part.text) == len(part.offsets)
            assert all(0 <= place < len(text) for place in part.offsets)
