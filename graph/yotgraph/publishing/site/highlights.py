"""The text of a report as HTML in which every fact is marked where its words stand.

Facts overlap: a sentence about a partner stands inside a finding. The text is cut wherever
words of a fact begin or end, and each piece names all facts that it belongs to. The kind of
the fact with the fewest words colours it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from yotgraph.publishing.site.facts import ShownFact
from yotgraph.publishing.site.sources import SourceText, TextBlock

__all__ = ["MarkedText", "mark_facts"]

_LEVELS = {"heading": "h3", "paragraph": "p", "footnote": "p"}
_SUBHEADING = 3
_LEFT_OUT = Markup('<span class="left-out">contact details left out</span>')


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The text as HTML, and the numbers of facts none of whose words stand in it."""

    html: Markup
    unplaced: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where words of a fact stand in the text; ``name`` is that of their place in the page."""

    start: int
    end: int
    fact: int
    name: str


def mark_facts(source: SourceText, facts: Sequence[ShownFact]) -> MarkedText:
    """The text with the facts marked; facts are numbered from 1 in their order."""
    spans = {(quote.start, quote.end) for fact in facts for quote in fact.quotes}
    places = source.places(spans)
    marks = [
        _Mark(*places[quote.start, quote.end], number, f"e-{quote.start}-{quote.end}")
        for number, fact in enumerate(facts, 1)
        for quote in fact.quotes
        if (quote.start, quote.end) in places
    ]
    placed = {mark.fact for mark in marks}
    unplaced = tuple(number for number in range(1, len(facts) + 1) if number not in placed)
    return MarkedText(Markup("").join(_Writer(source, facts, marks).blocks()), unplaced)


class _Writer:
    """Writes one text; a place in the page is named once, where it is first reached."""

    def __init__(
        self, source: SourceText, facts: Sequence[ShownFact], marks: Sequence[_Mark]
    ) -> None:
        self._source = source
        self._facts = facts
        self._marks = sorted(marks, key=lambda mark: (mark.start, mark.end, mark.fact))
        self._named: set[str] = set()
        self._reached: set[int] = set()
        self._page: int | None = None

    def blocks(self) -> Iterator[Markup]:
        """The blocks as HTML; items and rows that follow one another are one list or table."""
        for kind, group in groupby(self._source.blocks, key=lambda block: block.kind):
            if kind == "item":
                yield Markup("<ul>")
            elif kind == "row":
                yield Markup('<div class="scroll"><table class="printed"><tbody>')
            yield from map(self._block, group)
            if kind == "item":
                yield Markup("</ul>")
            elif kind == "row":
                yield Markup("</tbody></table></div>")

    def _block(self, block: TextBlock) -> Markup:
        near = [mark for mark in self._marks_before(block.end) if mark.end > block.start]
        page = self._page_mark(block)
        if block.kind == "row":
            cells = Markup("").join(
                Markup("<td>{}</td>").format(self._run(start, end, near))
                for start, end in block.cells or ((block.start, block.end),)
            )
            return Markup("<tr>{}{}</tr>").format(
                Markup("") if not page else Markup("<td>{}</td>").format(page), cells
            )
        inner = page + self._run(block.start, block.end, near)
        if block.kind == "item":
            return Markup("<li>{}</li>").format(inner)
        tag = _LEVELS.get(block.kind, "p")
        if block.kind == "heading" and (block.level or 0) >= _SUBHEADING:
            tag = "h4"
        return Markup('<{} class="{}">{}</{}>').format(tag, block.kind, inner, tag)

    def _marks_before(self, end: int) -> Iterator[_Mark]:
        for mark in self._marks:
            if mark.start >= end:
                return
            yield mark

    def _page_mark(self, block: TextBlock) -> Markup:
        if block.page is None or block.page == self._page:
            return Markup("")
        self._page = block.page
        return Markup('<span class="page">page {}</span> ').format(block.page)

    def _run(self, start: int, end: int, marks: Sequence[_Mark]) -> Markup:
        """The characters of a stretch, cut where marks begin and end."""
        cuts = {start, end}
        for mark in marks:
            cuts.update(cut for cut in (mark.start, mark.end) if start < cut < end)
        edges = sorted(cuts)
        pieces = []
        for begin, stop in zip(edges, edges[1:], strict=False):
            over = [mark for mark in marks if mark.start < stop and mark.end > begin]
            pieces.append(self._piece(begin, stop, over))
        return Markup("").join(pieces)

    def _piece(self, begin: int, stop: int, over: Sequence[_Mark]) -> Markup:
        words = self._words(begin, stop)
        if not over:
            return words
        names = Markup("").join(self._name(mark.name) for mark in over)
        shortest = min(over, key=lambda mark: (mark.end - mark.start, mark.fact))
        fact = self._facts[shortest.fact - 1]
        numbers = sorted({mark.fact for mark in over})
        look = Markup('class="h h-{}{}" data-f="{}" data-e="{}"').format(
            fact.family,
            self._stance(over),
            " ".join(map(str, numbers)),
            " ".join(sorted({mark.name[2:] for mark in over})),
        )
        if not words.strip():
            return names + Markup("<span {}>{}</span>").format(look, words)
        # Only where words of a fact begin does the keyboard stop.
        stop_here = Markup("" if set(numbers) - self._reached else ' tabindex="-1"')
        self._reached.update(numbers)
        return names + Markup('<a href="#f{}" {}{}>{}</a>').format(
            shortest.fact, look, stop_here, words
        )

    def _stance(self, over: Sequence[_Mark]) -> str:
        """The class for the stance of the finding that words stand in, if they stand in one."""
        for mark in over:
            fact = self._facts[mark.fact - 1]
            if fact.family == "finding" and fact.stances:
                return f" s-{fact.stances[0]}"
        return ""

    def _words(self, begin: int, stop: int) -> Markup:
        """The characters themselves, without those that are to be left out."""
        text = self._source.text
        shown = Markup("")
        for start, end in self._source.left_out:
            if begin < end and start < stop:
                shown += escape(text[begin : max(begin, start)]) + _LEFT_OUT
                begin = min(end, stop)
        return shown + escape(text[begin:stop])

    def _name(self, name: str) -> Markup:
        if name in self._named:
            return Markup("")
        self._named.add(name)
        return Markup('<span class="at" id="{}"></span>').format(name)
