"""Key facts: figures of place and caseload, in tables or on lines of their own.

A figure belongs to a measure, a subject and perhaps a breakdown. Which cell is which shows in
the words: a subject names the area, an average or a country; the rest follows from the
layout. The blocks are read as rows of cells; a line alone is a row of one cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yotgraph.extraction.counted_shares import CountedShare, read_counted_share
from yotgraph.extraction.key_fact_figures import (
    Caption,
    Figure,
    around,
    caption_of,
    figure_of,
    of_those_described,
    subject_of,
    with_parts,
    without_year,
)
from yotgraph.extraction.key_fact_rows import (
    FIRST,
    LAST,
    LONE,
    Cell,
    Row,
    is_subject,
    rows_of,
)
from yotgraph.extraction.measures import PER, named_behind
from yotgraph.reading import Block, BlockKind, Document, Span

__all__ = ["Figure", "is_labelled_value", "key_facts"]

_PLACED = re.compile(r"(?P<label>.+?),? (?:in|for) (?:the )?(?P<subject>[A-Z].*)$")
_PER_CENT = frozenset(("%", "Percentage", "Per cent"))
_UNITS_OF_COLUMNS = _PER_CENT | {"Number", "No.", "Count"}
_OF_WHICH = re.compile(r",? of which:?$", re.IGNORECASE)
_TOTAL = re.compile(r"[A-Za-z][^:]*: *[\d,]+,? of which", re.IGNORECASE)
_LONGEST_LABEL = 140
_LONGEST_CAPTION = 120


@dataclass(slots=True)
class _State:
    """What the rows so far say of the next figure."""

    area: str
    caption: Caption | None = None
    header: Row = ()
    subject: Cell | None = None
    value: Cell | None = None
    is_divided: bool = False
    """Whether a total "of which" was printed, whose parts follow."""


def key_facts(document: Document, blocks: Sequence[Block], area: str) -> Iterator[Figure]:
    """The figures of the key facts, in printed order."""
    state = _State(area)
    rows = (
        row
        for block in blocks
        if block.kind is not BlockKind.FOOTNOTE
        for row in rows_of(document, block, area)
    )
    yield from with_parts(
        replace(figure, heading=state.caption.span if state.caption else None)
        for row in rows
        for figure in _read_row(row, state)
    )


def is_labelled_value(document: Document, block: Block) -> bool:
    """Whether a row is a label with one value: "Vacancy rate | 14%"."""
    cells = [document.slice(span) for span in block.cells if len(span)]
    if len(cells) != 2 or cells[0].endswith("?"):
        return False
    return LONE.match(cells[1]) is not None and LONE.match(cells[0]) is None


def _read_row(row: Row, state: _State) -> Iterator[Figure]:
    whole = Cell(" ".join(cell.text for cell in row), Span(row[0].span.start, row[-1].span.end))
    counted = read_counted_share(whole.text) if state.caption else None
    if counted is not None:
        yield from _number_and_share(counted, whole, state)
    elif len(row) == 1:
        yield from _read_cell(row[0], state)
    elif len(row) == 2 and row[0].value is not None and row[1].value is None:
        # A value with its label behind it, in two cells.
        span = Span(row[0].span.start, row[1].span.end)
        yield from _read_cell(Cell(f"{row[0].text} {row[1].text}", span), state)
    elif any(cell.value for cell in row[1:]):
        yield from _values_row(row, state)
    elif any(FIRST.match(cell.text) for cell in row):
        yield from _value_first_row(row, state)
    elif all(LAST.match(cell.text) for cell in row[1:]):
        yield from _subject_and_value_row(row, state)
    else:
        state.header = row


def _number_and_share(counted: CountedShare, cell: Cell, state: _State) -> Iterator[Figure]:
    """A part of what the caption heads as a number of people and as a share."""
    caption = state.caption
    assert caption is not None
    measure = of_those_described(caption).measure
    marks = around(caption, cell.span)
    for value, unit in ((counted.value, "people"), (counted.share, "per cent")):
        yield Figure(state.area, measure, value, unit, counted.label, cell.span, marks)


def _values_row(row: Row, state: _State) -> Iterator[Figure]:
    """A label with values behind it, under a header of subjects or of breakdowns."""
    if not state.header:
        # No header: a label and its one value.
        whole = Cell(f"{row[0].text} {row[1].text}", Span(row[0].span.start, row[1].span.end))
        yield from _read_cell(whole, state)
        return
    span = Span(row[0].span.start if row[0].text else row[1].span.start, row[-1].span.end)
    header = state.header if len(state.header) == len(row) else (Cell("", span), *state.header)
    subjects = all(is_subject(cell.text, state.area) for cell in header[1:])
    for name, cell in zip(header[1:], row[1:], strict=False):
        match = cell.value
        if match is None:
            continue
        if subjects:
            caption = caption_of(row[0])
            yield figure_of(caption, subject_of(name.text), match, span, Span(span.start, span.end))
        elif state.caption is not None:
            caption = of_those_described(state.caption)
            marks = Span(caption.span.start, max(header[-1].span.end, span.end))
            if name.text in _UNITS_OF_COLUMNS:
                # "Offence types | %": the row is a part of what the first column lists.
                caption = Caption(header[0].text or caption.measure, None, caption.span)
                figure = figure_of(caption, state.area, match, span, marks)
                is_share = name.text in _PER_CENT
                unit = "per cent" if is_share else figure.unit
                yield replace(figure, breakdown=row[0].text, unit=unit)
            elif is_subject(row[0].text, state.area):
                figure = figure_of(caption, subject_of(row[0].text), match, span, marks)
                yield replace(figure, breakdown=name.text)


def _value_first_row(row: Row, state: _State) -> Iterator[Figure]:
    """Cells such as "377 X YOS", each under the caption of its column."""
    for place, cell in enumerate(row):
        match = FIRST.match(cell.text)
        if match is None:
            continue
        column = state.header[place] if place < len(state.header) else None
        caption = caption_of(column) if column is not None else state.caption
        if caption is not None:
            marks = Span(caption.span.start, caption.span.end)
            yield figure_of(caption, subject_of(match["label"]), match, cell.span, marks)


def _subject_and_value_row(row: Row, state: _State) -> Iterator[Figure]:
    """A breakdown with cells such as "X YOS 27%" behind it."""
    if state.caption is None:
        return
    caption = of_those_described(state.caption)
    for cell in row[1:]:
        match = LAST.match(cell.text)
        if match is not None:
            marks = Span(caption.span.start, cell.span.end)
            figure = figure_of(caption, subject_of(match["label"]), match, cell.span, marks)
            yield replace(figure, breakdown=row[0].text)


def _read_cell(cell: Cell, state: _State) -> Iterator[Figure]:
    """A line alone: a caption, a subject, a value, or a label with its value."""
    # "Total caseload: 288, of which:" is a label with its value; the parts tell that they are parts.
    text = _OF_WHICH.sub("", cell.text) if _TOTAL.match(cell.text) else cell.text
    if cell.value is not None:
        yield from _lone_value(cell, state)
        return
    first = FIRST.match(text) if len(text) < _LONGEST_LABEL else None
    last = LAST.match(text)
    if last is not None and _is_base(text, last):
        last = None
    if first is not None:
        yield _labelled(first, cell, state)
    elif last is not None and len(text) < _LONGEST_LABEL:
        yield _labelled(last, cell, state)
    elif state.value is not None and state.caption is not None:
        match = state.value.value
        assert match is not None
        span = Span(state.value.span.start, cell.span.end)
        yield figure_of(state.caption, subject_of(text), match, span, around(state.caption, span))
        state.value = None
    elif is_subject(text, state.area):
        state.subject = cell
    elif len(text) <= _LONGEST_CAPTION and not text.endswith("."):
        state.caption, state.header, state.subject = caption_of(cell), (), None
        state.is_divided = False


def _is_base(text: str, match: re.Match[str]) -> bool:
    """Whether the number at the end is the base of a rate: "per 100,000"."""
    per = PER.search(text)
    return per is not None and per.start() < match.start("value") < per.end()


def _lone_value(cell: Cell, state: _State) -> Iterator[Figure]:
    match = cell.value
    if match is not None and state.subject is not None and state.caption is not None:
        span = Span(state.subject.span.start, cell.span.end)
        subject = subject_of(state.subject.text)
        yield figure_of(state.caption, subject, match, span, around(state.caption, span))
        state.subject = None
    else:
        state.value = cell


def _told_before(label: str, match: re.Match[str], cell: Cell, state: _State) -> Figure | None:
    """The figure of a label that is no measure, since what stands before it tells of what it
    is: a subject under its caption, or a part of a total. Notes a total "of which"."""
    if state.caption is not None and is_subject(label, state.area):
        marks = around(state.caption, cell.span)
        return figure_of(state.caption, subject_of(label), match, cell.span, marks)
    if state.is_divided:
        return _part(label, match, cell, state)
    state.is_divided = _OF_WHICH.search(label) is not None
    return None


def _part(label: str, match: re.Match[str], cell: Cell, state: _State) -> Figure:
    """A part of a caseload whose total stands before it."""
    figure = figure_of(
        Caption("Caseload", None, cell.span), state.area, match, cell.span, cell.span
    )
    return replace(figure, breakdown=label)


def _labelled(match: re.Match[str], cell: Cell, state: _State) -> Figure:
    """ "Total population X 210,711", "281 First-time entrant rate per 100,000 in X": the label is a
    measure, or a subject under a caption."""
    label = " ".join(match["label"].split())
    known = _told_before(label, match, cell, state)
    if known is not None:
        return known
    label, year = without_year(label)
    placed = _PLACED.match(label)
    if placed is not None and is_subject(placed["subject"], state.area):
        label, subject = placed["label"], placed["subject"]
    else:
        label, subject = named_behind(label, state.area)
    caption = caption_of(Cell(label, cell.span))
    return replace(figure_of(caption, subject, match, cell.span, cell.span), period=year)
