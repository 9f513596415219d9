"""Practice examples: what a report tells of one case, good or poor.

The people in them stay as the text has them: no name is taken out of an example.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from yotgraph.extraction.one_child import given_names, tells_of_one_child
from yotgraph.extraction.paragraphs import Paragraph, Quotation, is_lead_in
from yotgraph.extraction.tellings import is_worded, wording
from yotgraph.extraction.witness import Witness
from yotgraph.reading import Document, Span

__all__ = ["Example", "examples_in", "quoted_examples"]

# Fewer words than this count a case and does not tell of it.
_SHORTEST_TELLING = 12
_SHORTEST_OF_NAMED = 8
# Nobody tells of one case in more; keeps the time linear.
_MOST_SENTENCES = 20
_SMALL = re.compile(r"\b[a-zà-ÿ]+\b")
# A thing, by the letters that its kindred words share.
_THING = re.compile(r"(?:the|these|those) (\w{6})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Example:
    """A practice example: the sentences that tell it, in the paragraph of that name."""

    paragraph: str
    spans: tuple[Span, ...]

    def text(self, document: Document) -> str:
        """The words, white space folded."""
        return " ".join(" ".join(document.slice(span) for span in self.spans).split())


def examples_in(
    document: Document, witness: Witness, paragraph: Paragraph, quoted: Span | None = None
) -> Iterator[Example]:
    """The examples told in a paragraph.

    ``quoted`` is the lead-in of a quotation that stands behind the paragraph: an example
    that holds it is told there (:func:`quoted_examples`), not here.
    """
    for block in paragraph.spans:
        sentences = witness.sentences(block)
        place = free = 0
        while place < len(sentences):
            end = _extent(document, sentences, place)
            if end is None:
                place += 1
                continue
            start = place - (place > free and _is_announced(document, sentences, place))
            span = Span(sentences[start].start, sentences[end].end)
            if quoted is None or not span.start <= quoted.start < span.end:
                yield Example(paragraph.name, (span,))
            place = free = end + 1


def _is_announced(document: Document, sentences: Sequence[Span], place: int) -> bool:
    """Whether an example begins with the sentence before: one that it takes up, or that says
    before a quotation or a telling of one child that a case follows."""
    text, before = document.slice(sentences[place]), document.slice(sentences[place - 1])
    if is_worded("refers-back", text):
        return True
    return is_worded("announcement", before)


def _extent(document: Document, sentences: Sequence[Span], place: int) -> int | None:
    """The last sentence of the example that begins at a place, or nothing."""
    text = document.slice(sentences[place])
    told = is_worded("one-case", text) or _tells_next(document, sentences, place)
    quoted = is_worded("inspector-quotation", text)
    if not (told or quoted):
        return None
    end = place
    for following in range(place + 1, min(len(sentences), place + _MOST_SENTENCES)):
        words = document.slice(sentences[following])
        so_far = document.slice(Span(sentences[place].start, sentences[end].end))
        goes_on = (
            _in_quotation(so_far)
            or is_worded("continuation", words)
            or _takes_up(so_far, words)
            or not given_names(words).isdisjoint(given_names(so_far))
        )
        again = is_worded("one-case", words)
        if again and not _continues_two(text, words) and (not goes_on or _is_another(words)):
            break
        if goes_on or again:
            end = following
        elif not told or following > end + 1 or is_worded("turning-away", words):
            break
    telling = document.slice(Span(sentences[place].start, sentences[end].end))
    shortest = _SHORTEST_OF_NAMED if given_names(telling) else _SHORTEST_TELLING
    return end if len(telling.split()) >= shortest else None


def _tells_next(document: Document, sentences: Sequence[Span], place: int) -> bool:
    """Whether a sentence tells of one child, or names one case or child with whom the next
    one goes on."""
    text = document.slice(sentences[place])
    is_last = place + 1 == len(sentences)
    following = "" if is_last else document.slice(sentences[place + 1])
    if tells_of_one_child(text, following):
        return True
    announced = place > 0 and is_worded("announcement", document.slice(sentences[place - 1]))
    if announced and is_worded("one-child", text) and is_worded("past", text):
        return True
    if not is_worded("same-person", following):
        return False
    named = wording("name").matches(text)
    if not (named or is_worded("one-case-within", text)):
        return False
    if named is None:
        return True
    return re.split(r"\W", named.group(), maxsplit=1)[0].lower() not in _small(document.text)


@lru_cache(maxsize=4)
def _small(text: str) -> frozenset[str]:
    """The words that a document prints in small letters."""
    return frozenset(_SMALL.findall(text))


def _in_quotation(text: str) -> bool:
    """Whether a quotation that the text opens is still open at its end."""
    return text.count('"') % 2 == 1 or text.count("“") > text.count("”")


def _takes_up(text: str, words: str) -> bool:
    """Whether a sentence begins with a thing that the text told of: "he had threatened her.
    The threats were known"."""
    thing = _THING.match(words)
    return thing is not None and re.search(rf"\b{thing[1]}", text, re.IGNORECASE) is not None


def _is_another(words: str) -> bool:
    return words.lower().startswith("in another")


def _continues_two(opening: str, words: str) -> bool:
    """ "Two young people were ... In one case this ...": the second belongs to the first."""
    return " two " in f" {opening.lower()}" and words.lower().startswith(("in one", "in the other"))


def quoted_examples(
    document: Document, witness: Witness, quotation: Quotation, paragraph: Paragraph | None
) -> Iterator[Example]:
    """The example that an inspector's quotation tells, with the sentences that lead to it."""
    if paragraph is None:
        return
    spans: list[Span] = []
    lead = quotation.lead
    if lead is not None and lead.text.rstrip().endswith((":", ",")):
        sentences = witness.sentences(lead.body)
        start = len(sentences) - 1
        before = document.slice(sentences[start - 1]) if start > 0 else ""
        if not is_lead_in(lead.text) and is_worded("one-case", before):
            start -= 1
        spans.append(Span(sentences[start].start, sentences[-1].end))
    spans.append(quotation.block.body)
    yield Example(paragraph.name, tuple(spans))
