"""The text of a report as HTML in which every fact is marked where its words stand.

Facts overlap: a sentence about a partner stands inside a finding. The text is cut wherever
words of a fact begin or end, and each piece names all facts that it belongs to. The kind of
the fact with the fewest words colours it. The pieces are plain strings, each value escaped where
it is put in, and become mark-up as a whole.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from markupsafe import Markup

from yotgraph.publishing.site.facts import ShownFact
from yotgraph.publishing.site.sources import SourceText, TextBlock
from yotgraph.publishing.site.tables import escaped

__all__ = ["MarkedText", "mark_facts"]

_TAGS = {"heading": "h3"}
_AROUND = {"item": ("<ul>", "</ul>")}
_TABLE = (
    '<div class="scroll" tabindex="0" role="region" aria-label="Table {} of the report">'
    '<table class="printed"><tbody>'
)
_TABLE_END = "</tbody></table></div>"
_SUBHEADING = 3
_LEFT_OUT = '<span class="left-out">contact details left out</span>'


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
    return MarkedText(Markup("".join(_Writer(source, facts, marks).blocks())), unplaced)


class _Writer:
    """Writes one text; a place in the page is named once, where it is first reached."""

    def __init__(
        self, source: SourceText, facts: Sequence[ShownFact], marks: Sequence[_Mark]
    ) -> None:
        self._source = source
        self._facts = facts
        self._marks = sorted(marks, key=lambda mark: (mark.start, mark.end, mark.fact))
        self._longest = max((mark.end - mark.start for mark in marks), default=0)
        self._named: set[str] = set()
        self._reached: set[int] = set()
        self._page: int | None = None

    def blocks(self) -> Iterator[str]:
        """The blocks as HTML; items and rows that follow one another are one list or table."""
        tables = 0
        for kind, group in groupby(self._source.blocks, key=lambda block: block.kind):
            opening, closing = _AROUND.get(kind, ("", ""))
            if kind == "row":
                tables += 1
                opening, closing = _TABLE.format(tables), _TABLE_END
            yield opening
            yield from map(self._block, group)
            yield closing

    def _block(self, block: TextBlock) -> str:
        near = self._near(block)
        page = self._page_mark(block)
        if block.kind == "row":
            spans = block.cells or ((block.start, block.end),)
            cells = "".join(f"<td>{self._run(start, end, near)}</td>" for start, end in spans)
            return f"<tr>{f'<td>{page}</td>' if page else ''}{cells}</tr>"
        inner = page + self._run(block.start, block.end, near)
        if block.kind == "item":
            return f"<li>{inner}</li>"
        tag = _TAGS.get(block.kind, "p")
        if block.kind == "heading" and (block.level or 0) >= _SUBHEADING:
            tag = "h4"
        return f'<{tag} class="{escaped(block.kind)}">{inner}</{tag}>'

    def _near(self, block: TextBlock) -> list[_Mark]:
        """The marks that have words in a block."""
        last = bisect_left(self._marks, block.end, key=lambda mark: mark.start)
        first = bisect_left(self._marks, block.start - self._longest, key=lambda mark: mark.start)
        return [mark for mark in self._marks[first:last] if mark.end > block.start]

    def _page_mark(self, block: TextBlock) -> str:
        if block.page is None or block.page == self._page:
            return ""
        self._page = block.page
        return f'<span class="page">page {block.page}</span> '

    def _run(self, start: int, end: int, marks: Sequence[_Mark]) -> str:
        """The characters of a stretch, cut where marks begin and end."""
        cuts = {start, end}
        for mark in marks:
            cuts.update(cut for cut in (mark.start, mark.end) if start < cut < end)
        edges = sorted(cuts)
        return "".join(
            self._piece(begin, stop, [m for m in marks if m.start < stop and m.end > begin])
            for begin, stop in pairwise(edges)
        )

    def _piece(self, begin: int, stop: int, over: Sequence[_Mark]) -> str:
        words = self._words(begin, stop)
        if not over:
            return words
        names = "".join(self._name(mark.name) for mark in over)
        shortest = min(over, key=lambda mark: (mark.end - mark.start, mark.fact))
        family = self._facts[shortest.fact - 1].family
        numbers = sorted({mark.fact for mark in over})
        spans = sorted({mark.name[2:] for mark in over})
        look = (
            f'class="h h-{escaped(family)}{self._stance(over)}"'
            f' data-f="{" ".join(map(str, numbers))}" data-e="{" ".join(spans)}"'
        )
        if not words.strip():
            return f"{names}<span {look}>{words}</span>"
        # Only where words of a fact begin does the keyboard stop.
        stops = "" if set(numbers) - self._reached else ' tabindex="-1"'
        self._reached.update(numbers)
        return f'{names}<a href="#f{shortest.fact}" {look}{stops}>{words}</a>'

    def _stance(self, over: Sequence[_Mark]) -> str:
        """The class for the stance of the finding that words stand in, if they stand in one."""
        for mark in over:
            fact = self._facts[mark.fact - 1]
            if fact.family == "finding" and fact.stances:
                return f" s-{escaped(fact.stances[0])}"
        return ""

    def _words(self, begin: int, stop: int) -> str:
        """The characters themselves, without those that are to be left out."""
        text = self._source.text
        shown = ""
        for start, end in self._source.left_out:
            if begin < end and start < stop:
                shown += escaped(text[begin : max(begin, start)]) + _LEFT_OUT
                begin = min(end, stop)
        return shown + escaped(text[begin:stop])

    def _name(self, name: str) -> str:
        if name in self._named:
            return ""
        self._named.add(name)
        return f'<span class="at" id="{name}"></span>'
