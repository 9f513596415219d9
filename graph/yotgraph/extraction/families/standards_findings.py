"""The finding paragraphs of a report by standards, without the framework's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yotgraph.extraction.key_questions import question_like
from yotgraph.extraction.outline import Outline, Section
from yotgraph.extraction.paragraphs import Paragraph, paragraphs_of
from yotgraph.extraction.ratings import rating_in
from yotgraph.reading import Block, BlockKind
from yotgraph.vocabulary import Scheme, fold

__all__ = ["finding_paragraphs"]

# "... the following three questions:", "Our key findings were as follows:"
_LEADS_IN = re.compile(
    r"\bquestions?\b[^.?!]*:$|\bkey findings\b[^.?!]{0,60}\bas follows\s*[:.]$", re.IGNORECASE
)
# "We gathered evidence for this standard from documents, and looked at three cases."
_TELLS_METHOD = re.compile(
    r"^(?:We|To inspect [\w ]+, we) (?:also )?(?:gathered|collected|inspected|examined|reviewed|used|drew on|took)\b"
    r"[^.]{0,100}\b(?:evidence|documents|interviews|meetings)\b"
    # "Services that are well led are more likely to do well. We inspect against four standards."
    r"|[^.]{0,160}\. We inspect against \w+ standards\b"
)
_DESCRIPTION_WITHIN = 4
_LONGEST_CAPTION = 60
# So much of a standard's own description may differ from the framework's (YOT for YOS).
_SAME_DESCRIPTION = 0.7


def finding_paragraphs(plan: Outline, framework: Scheme) -> Iterator[Paragraph]:
    """Key-finding bullets and the paragraphs of each standard, named."""
    labels = {domain.notation: domain.label for domain in framework.of_type("Domain")}
    for section in _merged(plan.sections):
        heading = section.heading
        if heading is None:
            continue
        if heading.role == "key-findings":
            label = f"{heading.text}: {labels.get(heading.domain or '', heading.domain)}"
            bullets = tuple(b for b in section.blocks if b.kind is BlockKind.ITEM)
            yield from paragraphs_of(_with(section, bullets), heading.text, label + " {place}")
        elif heading.role in ("standard", "standard-part"):
            text = _own_words(section, framework)
            name = heading.standard if heading.role == "standard" else None
            label = f"{name} paragraph {{place}}" if name else heading.text + " {place}"
            yield from paragraphs_of(text, heading.text, label)


def _leads_in(text: str) -> bool:
    small = text.lower()
    may = "question" in small or "key findings" in small
    return may and _LEADS_IN.search(text) is not None


def _merged(sections: Sequence[Section]) -> list[Section]:
    """The sections, those of one standard that its lists divide put together."""
    result: list[Section] = []
    places: dict[str, int] = {}
    for section in sections:
        heading = section.heading
        number = heading.standard if heading and heading.role == "standard" else None
        if number is not None and number in places:
            first = result[places[number]]
            result[places[number]] = _with(first, first.blocks + section.blocks)
            continue
        if number is not None:
            places[number] = len(result)
        result.append(section)
    return result


def _with(section: Section, blocks: tuple[Block, ...]) -> Section:
    return Section(section.heading, section.opening, blocks)


def _own_words(section: Section, framework: Scheme) -> Section:
    """A section without the framework's words: description, key questions, and the rating."""
    number = section.heading.standard if section.heading else None
    standard = framework.get(number or "")
    definitions = [
        _words(words)
        for concept in (standard, *framework.of_type("Section"))
        if concept is not None and (words := concept.value("definition"))
    ]
    blocks = tuple(
        block
        for block in _without_captions(_behind_description(section.blocks, definitions))
        if rating_in(block.text) is None
        and not _leads_in(block.text)
        and not _TELLS_METHOD.match(block.text)
        and not _describes(block.text, definitions)
        and not (block.text.endswith("?") and question_like(block.text, number, framework))
    )
    return _with(section, blocks)


def _without_captions(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, without what heads a table and is no sentence."""
    for place, block in enumerate(blocks, 1):
        heads = place < len(blocks) and blocks[place].kind is BlockKind.ROW
        short = block.kind is BlockKind.PARAGRAPH and len(block.text) <= _LONGEST_CAPTION
        if not (heads and short and not block.text.endswith((".", "?", "!", ":"))):
            yield block


def _behind_description(
    blocks: tuple[Block, ...], definitions: Sequence[set[str]]
) -> tuple[Block, ...]:
    """The blocks behind the framework's description, where one stands near the beginning:
    what stands before it tells how the standard was inspected."""
    texts = [place for place, block in enumerate(blocks) if block.kind is not BlockKind.FOOTNOTE]
    for place in texts[:_DESCRIPTION_WITHIN]:
        if _describes(blocks[place].text, definitions[:1]):
            return blocks[place + 1 :]
    return blocks


def _words(text: str) -> set[str]:
    return {word.strip(".,;:") for word in fold(text).split()}


def _describes(text: str, definitions: Sequence[set[str]]) -> bool:
    """Whether a text has nearly the words of one of the framework's descriptions."""
    words = _words(text)
    return any(
        wanted
        # Sets of very unlike sizes cannot share so much.
        and min(len(words), len(wanted)) >= _SAME_DESCRIPTION * max(len(words), len(wanted))
        and len(words & wanted) >= _SAME_DESCRIPTION * len(words | wanted)
        for wanted in definitions
    )
