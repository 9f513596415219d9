"""Key facts: figures of place and caseload, in tables or on lines of their own.

A figure belongs to a measure, a subject and perhaps a breakdown. Which cell is which shows in
the words: a subject names the area, an average or a country; the rest follows from the
layout. The blocks are read as rows of cells; a line alone is a row of one cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yotgraph.extraction.measures import PER, bare_measure, named_behind, unit_of
from yotgraph.reading import Block, BlockKind, Document, Span
from yotgraph.vocabulary import fold

__all__ = ["Figure", "is_labelled_value", "key_facts"]

_VALUE = r"(?P<value>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?(?P<percent>%|per cent)?"
_LONE = re.compile(rf"{_VALUE}$")
_LAST = re.compile(rf"(?P<label>[^\d].*?[A-Za-z)])[\s:]+{_VALUE}$", re.DOTALL)
_FIRST = re.compile(rf"{_VALUE}\s+(?P<label>[A-Z].*)$")
_PLACED = re.compile(r"(?P<label>.+?),? (?:in|for) (?:the )?(?P<subject>[A-Z].*)$")
_AVERAGE = re.compile(r"^(?:the )?average (?:for|of|in) (?:the )?", re.IGNORECASE)
_PLACES = frozenset(
    ("england and wales", "england & wales", "england", "wales", "national", "region")
)
_CASELOAD = re.compile(r"\bcaseload\b", re.IGNORECASE)
_LONGEST_LABEL = 140
_LONGEST_CAPTION = 120


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it prints; ``marks`` spans the words whose footnote explains it."""

    subject: str
    measure: str
    value: str
    unit: str
    breakdown: str | None
    span: Span
    marks: Span


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    span: Span

    @property
    def value(self) -> re.Match[str] | None:
        return _LONE.match(self.text)


@dataclass(frozen=True, slots=True)
class _Caption:
    measure: str
    unit: str | None
    span: Span


_Row = tuple[_Cell, ...]


@dataclass(slots=True)
class _State:
    """What the rows so far say of the next figure."""

    area: str
    caption: _Caption | None = None
    header: _Row = ()
    subject: _Cell | None = None
    value: _Cell | None = None


def key_facts(document: Document, blocks: Sequence[Block], area: str) -> Iterator[Figure]:
    """The figures of the key facts, in printed order."""
    state = _State(area)
    for block in blocks:
        if block.kind is BlockKind.FOOTNOTE:
            continue
        for row in _rows(document, block, area):
            yield from _read_row(row, state)


def is_labelled_value(document: Document, block: Block) -> bool:
    """Whether a row is a label with one value: "Vacancy rate | 14%"."""
    cells = [document.slice(span) for span in block.cells if len(span)]
    if len(cells) != 2 or cells[0].endswith("?"):
        return False
    return _LONE.match(cells[1]) is not None and _LONE.match(cells[0]) is None


def _rows(document: Document, block: Block, area: str) -> list[_Row]:
    """The rows of a block: a table row, a list of lines turned into rows, or one cell."""
    if block.kind is BlockKind.ROW:
        cells = [_Cell(document.slice(span), span) for span in block.cells]
        while len(cells) > 1 and not cells[-1].text:
            cells.pop()
        return [tuple(cells)]
    lines = [_Cell(document.slice(span), document.trim(span)) for span in block.lines if len(span)]
    if not any(line.value for line in lines):
        return [(_Cell(document.slice(block.body), block.body),)]
    return _stacked(lines, area) or [(line,) for line in lines]


def _stacked(lines: Sequence[_Cell], area: str) -> list[_Row]:
    """A table printed one cell a line: headings, then a subject with as many values."""
    first = next((i for i, line in enumerate(lines) if _is_subject(line.text, area)), None)
    if not first or first < 2:
        return []
    header, rest = tuple(lines[:first]), lines[first:]
    width = len(header)
    rows = [tuple(rest[i : i + width]) for i in range(0, len(rest), width)]
    whole = all(len(row) == width and all(cell.value for cell in row[1:]) for row in rows)
    return [header, *rows] if whole else []


def _read_row(row: _Row, state: _State) -> Iterator[Figure]:
    if len(row) == 1:
        yield from _read_cell(row[0], state)
    elif len(row) == 2 and row[0].value is not None and row[1].value is None:
        # A value with its label behind it, in two cells.
        span = Span(row[0].span.start, row[1].span.end)
        yield from _read_cell(_Cell(f"{row[0].text} {row[1].text}", span), state)
    elif any(cell.value for cell in row[1:]):
        yield from _values_row(row, state)
    elif any(_FIRST.match(cell.text) for cell in row):
        yield from _value_first_row(row, state)
    elif all(_LAST.match(cell.text) for cell in row[1:]):
        yield from _subject_and_value_row(row, state)
    else:
        state.header = row


def _values_row(row: _Row, state: _State) -> Iterator[Figure]:
    """A label with values behind it, under a header of subjects or of breakdowns."""
    if not state.header:
        # No header: a label and its one value.
        whole = _Cell(f"{row[0].text} {row[1].text}", Span(row[0].span.start, row[1].span.end))
        yield from _read_cell(whole, state)
        return
    span = Span(row[0].span.start if row[0].text else row[1].span.start, row[-1].span.end)
    header = state.header if len(state.header) == len(row) else (_Cell("", span), *state.header)
    subjects = all(_is_subject(cell.text, state.area) for cell in header[1:])
    for name, cell in zip(header[1:], row[1:], strict=False):
        match = cell.value
        if match is None:
            continue
        if subjects:
            caption = _caption(row[0])
            yield _figure(caption, _subject(name.text), match, span, Span(span.start, span.end))
        elif state.caption is not None:
            caption = _of_caseload(state.caption)
            marks = Span(caption.span.start, max(header[-1].span.end, span.end))
            figure = _figure(caption, _subject(row[0].text), match, span, marks)
            yield replace(figure, breakdown=name.text)


def _value_first_row(row: _Row, state: _State) -> Iterator[Figure]:
    """Cells such as "377 X YOS", each under the caption of its column."""
    for place, cell in enumerate(row):
        match = _FIRST.match(cell.text)
        if match is None:
            continue
        column = state.header[place] if place < len(state.header) else None
        caption = _caption(column) if column is not None else state.caption
        if caption is not None:
            marks = Span(caption.span.start, caption.span.end)
            yield _figure(caption, _subject(match["label"]), match, cell.span, marks)


def _subject_and_value_row(row: _Row, state: _State) -> Iterator[Figure]:
    """A breakdown with cells such as "X YOS 27%" behind it."""
    if state.caption is None:
        return
    caption = _of_caseload(state.caption)
    for cell in row[1:]:
        match = _LAST.match(cell.text)
        if match is not None:
            marks = Span(caption.span.start, cell.span.end)
            figure = _figure(caption, _subject(match["label"]), match, cell.span, marks)
            yield replace(figure, breakdown=row[0].text)


def _read_cell(cell: _Cell, state: _State) -> Iterator[Figure]:
    """A line alone: a caption, a subject, a value, or a label with its value."""
    text = cell.text
    if cell.value is not None:
        yield from _lone_value(cell, state)
        return
    first = _FIRST.match(text) if len(text) < _LONGEST_LABEL else None
    last = _LAST.match(text) if not PER.search(text) else None
    if first is not None:
        yield _value_and_label(first, cell, state)
    elif last is not None and len(text) < _LONGEST_LABEL:
        yield _label_and_value(last, cell, state)
    elif state.value is not None and state.caption is not None:
        match = state.value.value
        assert match is not None
        span = Span(state.value.span.start, cell.span.end)
        yield _figure(state.caption, _subject(text), match, span, _from(state.caption, span))
        state.value = None
    elif _is_subject(text, state.area):
        state.subject = cell
    elif len(text) <= _LONGEST_CAPTION and not text.endswith("."):
        state.caption, state.header, state.subject = _caption(cell), (), None


def _lone_value(cell: _Cell, state: _State) -> Iterator[Figure]:
    match = cell.value
    if match is not None and state.subject is not None and state.caption is not None:
        span = Span(state.subject.span.start, cell.span.end)
        subject = _subject(state.subject.text)
        yield _figure(state.caption, subject, match, span, _from(state.caption, span))
        state.subject = None
    else:
        state.value = cell


def _value_and_label(match: re.Match[str], cell: _Cell, state: _State) -> Figure:
    """ "281 First-time entrant rate per 100,000 in X"."""
    placed = _PLACED.match(match["label"])
    label, subject = (
        (placed["label"], placed["subject"])
        if placed
        else named_behind(" ".join(match["label"].split()), state.area)
    )
    caption = _caption(_Cell(label, cell.span))
    return _figure(caption, subject, match, cell.span, cell.span)


def _label_and_value(match: re.Match[str], cell: _Cell, state: _State) -> Figure:
    """ "Total population X 210,711": the label is a measure, or a subject under a caption."""
    label = " ".join(match["label"].split())
    if state.caption is not None and _is_subject(label, state.area):
        return _figure(
            state.caption, _subject(label), match, cell.span, _from(state.caption, cell.span)
        )
    label, subject = named_behind(label, state.area)
    return _figure(_Caption(label, None, cell.span), subject, match, cell.span, cell.span)


def _is_subject(text: str, area: str) -> bool:
    """Whether words name who a figure is about: the area, an average or a country."""
    words = fold(_AVERAGE.sub("", text))
    return (
        "average" in fold(text)
        or words in _PLACES
        or (words.startswith(fold(area)) and len(words) <= len(area) + 30)
    )


def _subject(text: str) -> str:
    return " ".join(_AVERAGE.sub("", text).split()).rstrip(":")


def _caption(cell: _Cell) -> _Caption:
    """A caption's measure, without its unit: "First-time entrant rate per 100,000"."""
    per = PER.search(cell.text)
    measure = " ".join((cell.text[: per.start()] if per else cell.text).split()).strip(" :(")
    if measure.lower().endswith(" rates"):
        measure = measure[:-1]
    return _Caption(measure, f"per {per['base']}" if per else None, cell.span)


def _of_caseload(caption: _Caption) -> _Caption:
    """ "Caseload information" heads shares of the caseload."""
    return replace(caption, measure="Caseload") if _CASELOAD.search(caption.measure) else caption


def _from(caption: _Caption, span: Span) -> Span:
    return Span(min(caption.span.start, span.start), max(caption.span.end, span.end))


def _figure(
    caption: _Caption, subject: str, match: re.Match[str], span: Span, marks: Span
) -> Figure:
    unit = "per cent" if match["percent"] else caption.unit or unit_of(caption.measure)
    value = match["value"].replace(",", "")
    measure = bare_measure(caption.measure)
    return Figure(subject, measure, value, unit, None, span, marks)
