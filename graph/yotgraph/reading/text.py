"""A text file -> :class:`Document`: lines, pieces, whole pieces, one reading text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

from yotgraph.reading.cells_in_turn import with_cells_in_turn
from yotgraph.reading.dictionary import Words, words_in_lines
from yotgraph.reading.document import Block, BlockKind, Document, Footnote, NoteMark, Span
from yotgraph.reading.forming import Piece, form_pieces
from yotgraph.reading.furniture import find_furniture
from yotgraph.reading.inline_markup import Markup
from yotgraph.reading.line_room import wrap_of
from yotgraph.reading.lines import read_lines
from yotgraph.reading.lost_hyphens import with_lost_hyphens
from yotgraph.reading.note_numbers import with_note_numbers
from yotgraph.reading.pull_quotes import without_pull_quotes
from yotgraph.reading.question_values import with_question_rows, with_values_behind
from yotgraph.reading.rejoining import join_lines, lift_plain_notes, rejoin
from yotgraph.reading.traced import Traced, join
from yotgraph.reading.unmarked_items import with_unmarked_items
from yotgraph.reading.value_rows import with_value_rows
from yotgraph.reading.wrapped_cells import with_whole_cells

__all__ = ["read_text"]

# Of a block with the places of its first and last character in the source.
_FIRST = itemgetter(1)


def read_text(source: str, name: str, sha256: str) -> Document:
    """The document that a decoded text file holds."""
    markup = Markup()
    lines = with_note_numbers(list(read_lines(source, markup)))
    wrap = wrap_of(lines)
    if wrap is not None:
        # What converters of PDFs leave: lines where they ended on the page, cells anywhere.
        lines = with_values_behind(with_lost_hyphens(lines, wrap))
        lines = with_value_rows(with_whole_cells(lines), wrap)
    furniture = find_furniture(lines)
    pieces = without_pull_quotes(form_pieces(lines, furniture))
    pieces, glued = lift_plain_notes(pieces)
    markup.marks.extend(glued)
    pieces = rejoin(pieces)
    if wrap is not None:
        pieces = with_cells_in_turn(with_question_rows(pieces), wrap)
        pieces = with_unmarked_items(pieces)
    # What the document's words are is asked only where a line ends in a hyphen.
    broken = any(text.text.endswith("-") for piece in pieces for text in piece.texts)
    words = words_in_lines([line.text.text for line in lines]) if broken else Words({})
    return _document(source, name, sha256, pieces, words, markup)


def _document(
    source: str,
    name: str,
    sha256: str,
    pieces: Sequence[Piece],
    words: Words,
    markup: Markup,
) -> Document:
    texts: list[Traced] = []
    blocks: list[Block] = []
    start = 0
    for piece in pieces:
        text = _text_of(piece, words)
        if text:
            texts.append(text)
            blocks.append(_block(piece, text, start))
            start += len(text) + 1
    whole = join(texts, "\n")
    places = _Places(blocks, whole)
    pages = {block.page for block in blocks if block.page is not None}
    return Document(
        name=name,
        sha256=sha256,
        source=source,
        text=whole.text,
        offsets=whole.offsets,
        blocks=tuple(blocks),
        marks=tuple(
            sorted(
                (NoteMark(places.behind(place), label) for place, label in markup.marks),
                key=lambda mark: mark.position,
            )
        ),
        footnotes=tuple(
            Footnote(block.number, block)
            for block in blocks
            if block.kind is BlockKind.FOOTNOTE and block.number
        ),
        emphasis=tuple(
            Span(begin, end)
            for begin, end in (
                (places.behind(begin, inclusive=True), places.behind(end))
                for begin, end in markup.emphasis
            )
            if begin < end
        ),
        pages=max(pages) if pages else None,
    )


def _text_of(piece: Piece, words: Words) -> Traced:
    """A piece's whole text, trimmed."""
    return join_lines(piece.texts, words).strip()


def _block(piece: Piece, text: Traced, start: int) -> Block:
    end = start + len(text)
    body = start if piece.kind is BlockKind.FOOTNOTE else start + piece.number_end
    return Block(
        kind=piece.kind,
        span=Span(start, end),
        body=Span(min(body, end), end),
        text=text.text,
        number=piece.number,
        level=piece.level,
        cells=_spans(piece.cells, start),
        page=piece.page,
        marked=piece.marked,
        lines=_spans(piece.texts, start),
        interrupted=piece.interrupted,
    )


def _spans(parts: Sequence[Traced], start: int) -> tuple[Span, ...]:
    """Where the parts stand, one separator between those that are not empty."""
    spans: list[Span] = []
    for part in parts:
        spans.append(Span(start, start + len(part)))
        start += len(part) + (1 if part else 0)
    return tuple(spans)


class _Places:
    """Finds places of the source in the reading text."""

    def __init__(self, blocks: Sequence[Block], whole: Traced) -> None:
        self._text = whole.text
        self._offsets = offsets = whole.offsets
        spans = [block.span for block in blocks if len(block.span)]
        self._spans = [(span, offsets[span.start], offsets[span.end - 1]) for span in spans]
        self._by_first = sorted(self._spans, key=_FIRST)

    def behind(self, place: int, inclusive: bool = False) -> int:
        """The reading position right behind the last character before a place of the source.

        ``inclusive`` gives the position of the first character at or behind the place.
        """
        best, distance = 0, len(self._offsets) + place + 1
        # The block that begins right before the place tells how near the nearest must be.
        index = bisect_right(self._by_first, place, key=_FIRST) - 1
        if index >= 0:
            distance = min(distance, self._near(self._by_first[index][0], place, inclusive)[1] + 1)
        low, high = place - distance, place + distance
        for span in [s for s, first, last in self._spans if first <= high and low <= last]:
            near, gap = self._near(span, place, inclusive)
            if gap < distance:
                best, distance = (near if inclusive else near + 1), gap
        return best

    def _near(self, span: Span, place: int, inclusive: bool) -> tuple[int, int]:
        """The last position of a span before a place, or the first behind; and how far off."""
        position = bisect_left(self._offsets, place, span.start, span.end)
        near = position if inclusive else self._last(position - 1, span.start)
        if span.start <= near < span.end:
            return near, abs(self._offsets[near] - place)
        return near, len(self._offsets) + place + 1

    def _last(self, position: int, start: int) -> int:
        """The last character that is no space: a mark belongs to the word before it."""
        return position - 1 if position > start and self._text[position] == " " else position
