"""The paragraphs that are findings, each with its number or its name.

Numbered paragraphs keep their number; others are named by section and place. An
inspector's quotation that stands alone, and a bare lead-in to one, take no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yotgraph.extraction.outline import Section
from yotgraph.reading import Block, BlockKind, Document, Span
from yotgraph.vocabulary import on_one_line

__all__ = [
    "Paragraph",
    "Quotation",
    "is_lead_in",
    "is_quotation",
    "numbered",
    "paragraphs_of",
    "quotations",
]

_TEXT_KINDS = (BlockKind.PARAGRAPH, BlockKind.ITEM)
_IN_BRACKETS = re.compile(r"\((?P<number>\d{1,2})\)\s+(?=\S)")
_QUOTATION = re.compile(r"[\"“‘'].*[\"”’'][.,]?$", re.DOTALL)
# A shorter one is a word in quotation marks, such as a rating.
_SHORTEST_QUOTATION = 5
_LEAD_IN = re.compile(
    r"(?:an|one|another|our|the|as (?:an|one|another|our)) (?:of (?:our|the) )?"
    r"(?:inspectors?|assessors?)\b[^.?!]*[:,]$",
    re.IGNORECASE,
)


# A key question that stands over its answer ("Does planning focus on safety?"), and what
# stands over a part without a rating.
_ASKED = re.compile(
    r"(?:[\d.]+\s+)?(?:is|are|do|does|has|have|was|were|can|how|what|to what extent)\b[^.?!]*\?$"
    r"|throughout our standards,? we expect\b[^.]*\.?$",
    re.IGNORECASE,
)
_SENTENCE_BREAK = re.compile(r"[a-z][.?!] [A-Z]")
_BOX_TITLE = re.compile(
    r"(?:(?:good|poor|effective|positive|notable|best|strong|weak)[- ])?(?:practice|case) (?:example|study|illustration)s?:?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A finding's paragraph: one block, or a lead-in with the items of its list."""

    name: str
    section: str
    domain: str | None
    blocks: tuple[Block, ...]

    @property
    def span(self) -> Span:
        """From the first word to the last, in the reading text."""
        return Span(self.blocks[0].body.start, self.blocks[-1].body.end)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The blocks' bodies."""
        return tuple(block.body for block in self.blocks)

    def text(self, document: Document) -> str:
        """The words, the number left out, white space folded."""
        return on_one_line(" ".join(document.slice(span) for span in self.spans))


@dataclass(frozen=True, slots=True)
class Quotation:
    """An example that stands apart: an inspector's quotation, or the text of a box.

    ``lead`` is the block right before a quotation; a box has none.
    """

    lead: Block | None
    block: Block


def numbered(document: Document, block: Block) -> tuple[str | None, Span]:
    """The number that opens a block, "(3)" too, and the span of the words behind it."""
    match = None if block.number else _IN_BRACKETS.match(document.slice(block.body))
    if match is None:
        return block.number, block.body
    return match["number"], Span(block.body.start + match.end(), block.body.end)


def is_quotation(text: str) -> bool:
    """Whether a text is one quotation from end to end.

    >>> is_quotation('“He had moved away by then.”'), is_quotation('"Yes", she said.')
    (True, False)
    """
    return _QUOTATION.match(text) is not None and len(text.split()) >= _SHORTEST_QUOTATION


def is_lead_in(text: str) -> bool:
    """Whether a text only introduces an inspector's words.

    >>> is_lead_in("An inspector made the following comment about a case:")
    True
    """
    return _LEAD_IN.match(text) is not None


def paragraphs_of(
    section: Section, title: str, label: str, after_number: str = "{number} paragraph {place}"
) -> Iterator[Paragraph]:
    """The finding paragraphs of a section, named.

    ``title`` is the section as it prints; ``label`` names paragraphs without a number, with
    ``{place}`` counting from 1. One that stands under a title of its own behind a numbered
    paragraph is named after that one, its place counting from 2.
    """
    number: str | None = None
    place = 0
    domain = section.heading.domain if section.heading else None
    for group in _groups(section.blocks):
        first = group[0]
        if first.number and "." in first.number:
            number, place, name = first.number, 1, first.number
        elif number:
            place += 1
            name = after_number.format(number=number, place=place)
        else:
            place += 1
            name = label.format(place=place)
        yield Paragraph(name, title, domain, tuple(group))


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks that make one paragraph: items go with the lead-in that announces them, and what
    stands below a numbered paragraph without a number or a title goes with it."""
    group: list[Block] = []
    announced = titled = False
    boxed = {quotation.block.span.start for quotation in quotations(blocks)}
    for place, block in enumerate(blocks):
        announces = _announces(block, blocks[place + 1 : place + 2])
        if not (_counts(block) or announces) or block.span.start in boxed:
            titled = titled or block.kind in (BlockKind.HEADING, BlockKind.ROW)
            continue
        runs_on = bool(group) and _runs_on(group[0], block) and (block.interrupted or not titled)
        titled = False
        if group and ((announced and block.kind is BlockKind.ITEM) or runs_on):
            group.append(block)
            continue
        if group:
            yield group
        group = [block]
        announced = block.text.rstrip().endswith(":")
    if group:
        yield group


def _announces(block: Block, following: Sequence[Block]) -> bool:
    """A short line with a colon that looks like a heading but opens the list under it, or says
    something of its own before it leads in a quotation."""
    titled = block.kind is BlockKind.HEADING and not block.marked and block.text.endswith(":")
    listed = any(item.kind is BlockKind.ITEM for item in following)
    return titled and (listed or _SENTENCE_BREAK.search(block.text) is not None)


def _runs_on(first: Block, block: Block) -> bool:
    """A numbered paragraph goes on until the next number."""
    numbered = first.number is not None and "." in first.number
    return numbered and block.number is None and block.kind is BlockKind.PARAGRAPH


def _counts(block: Block) -> bool:
    if block.kind not in _TEXT_KINDS or not any(letter.isalpha() for letter in block.text):
        return False
    text = block.text
    return not (is_quotation(text) or is_lead_in(text) or _ASKED.match(text))


def quotations(blocks: Sequence[Block]) -> Iterator[Quotation]:
    """The quotations that stand alone, each with the text block right before it, and the
    paragraphs right under the title of a box."""
    before: Block | None = None
    for block in blocks:
        if block.kind not in (*_TEXT_KINDS, BlockKind.HEADING):
            continue
        if is_quotation(block.text):
            yield Quotation(before, block)
        elif (
            before is not None
            and _BOX_TITLE.match(before.text)
            and len(block.text) > len(before.text)
        ):
            yield Quotation(None, block)
        before = block
