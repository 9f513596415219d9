"""Spans of the reading text -> :class:`~yotgraph.facts.Evidence`."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from yotgraph.extraction.contacts import contact_spans, contacts_in
from yotgraph.extraction.outline import Outline
from yotgraph.extraction.paragraphs import Paragraph
from yotgraph.facts import Evidence
from yotgraph.reading import Document, Span
from yotgraph.reading.sentences import split
from yotgraph.vocabulary import on_one_line

__all__ = ["Witness"]

# How many characters of the words around a quote are kept to find it again.
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Witness:
    """Quotes a document: every fact gets its evidence here."""

    document: Document
    outline: Outline
    paragraphs: tuple[Paragraph, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _ends: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _details: tuple[tuple[int, int], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Notes where each paragraph stands, and the contact details that may not be quoted:
        every quotation asks for them."""
        spans = [paragraph.span for paragraph in self.paragraphs]
        object.__setattr__(self, "_starts", tuple(span.start for span in spans))
        object.__setattr__(self, "_ends", tuple(span.end for span in spans))
        hidden = () if self.document.keeps_contacts else contact_spans(self.document.text)
        object.__setattr__(self, "_details", hidden)

    def quote(self, span: Span) -> Evidence:
        """The evidence that a span of the reading text gives, up to a contact detail in it.

        Raises :class:`ValueError` for an empty span.
        """
        document = self.document
        span = document.trim(span)
        contacts = self._contacts(span.start, span.end)
        if contacts and contacts[0][0] > span.start:
            span = document.trim(Span(span.start, contacts[0][0]))
        start, end = document.source_span(span)
        block = document.block_at(span.start)
        section = self.outline.at(span.start)
        paragraph = self.paragraph_at(span.start)
        return Evidence(
            start=start,
            end=end,
            quote=on_one_line(document.slice(span)),
            prefix=self._before(span.start),
            suffix=self._behind(span.end),
            section=section.title if section else None,
            paragraph=paragraph.name if paragraph else None,
            page=block.page if block else None,
        )

    def _before(self, position: int) -> str:
        """The words before a place, from behind a contact detail on."""
        begin = max(0, position - _AROUND)
        text = self.document.text
        for contact in self._contacts(max(0, begin - _AROUND), position):
            begin = max(begin, contact[1])
        return on_one_line(text[begin:position])

    def _behind(self, position: int) -> str:
        """The words behind a place, up to a contact detail."""
        end = min(len(self.document.text), position + _AROUND)
        contacts = self._contacts(position, end + _AROUND)
        if contacts:
            end = min(end, max(contacts[0][0], position))
        return on_one_line(self.document.text[position:end])

    def _contacts(self, start: int, end: int) -> list[tuple[int, int]]:
        """The places of the contact details that reach between two places, unless they may be
        quoted."""
        return [span for span in self._details if span[0] < end and span[1] > start]

    def sentence(self, span: Span) -> Evidence:
        """The evidence of the whole sentence, or sentences, that a span stands in."""
        return self.quote(self.sentence_span(span))

    def contact_behind(self, span: Span) -> Evidence | None:
        """The sentence right behind that of a span, where it gives contact details that may be
        quoted: an inspector's address follows the name."""
        block = self.document.block_at(span.start)
        if block is None or not self.document.keeps_contacts:
            return None
        end = self.sentence_span(span).end
        behind = next((each for each in self.sentences(block.body) if each.start >= end), None)
        if behind is None or not any(contacts_in(self.document.text, behind.start, behind.end)):
            return None
        return self.quote(behind)

    def sentence_span(self, span: Span) -> Span:
        """The sentence or sentences of one block that a span stands in."""
        block = self.document.block_at(span.start)
        if block is None:
            return span
        inside = [
            sentence
            for sentence in self.sentences(block.body)
            if sentence.end > span.start and sentence.start < span.end
        ]
        return Span(inside[0].start, max(span.end, inside[-1].end)) if inside else span

    def sentences(self, span: Span) -> tuple[Span, ...]:
        """The sentences of a span; positions are the document's."""
        return _sentences(self.document.slice(span), span.start)

    def paragraph_at(self, position: int) -> Paragraph | None:
        """The named paragraph that holds a position."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or position >= self._ends[index]:
            return None
        return self.paragraphs[index]


# Examples, stance and evidence ask for the sentences of the same blocks.
@lru_cache(maxsize=1024)
def _sentences(text: str, start: int) -> tuple[Span, ...]:
    return tuple([Span(start + one.start, start + one.end) for one in split(text)])
