"""Findings, lists, practice examples and citations of a report as facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from yotgraph.extraction.citations import citations
from yotgraph.extraction.examples import examples_in, quoted_examples
from yotgraph.extraction.families.base import INSPECTORATE, ReportParts
from yotgraph.extraction.outline import Section
from yotgraph.extraction.paragraphs import Paragraph, numbered, quotations
from yotgraph.facts import (
    AreaForImprovement,
    Citation,
    Finding,
    ListedPoint,
    PracticeExample,
    Strength,
)
from yotgraph.reading import Block, BlockKind, Span

__all__ = ["citation_facts", "example_facts", "finding_facts", "listed_points", "told_examples"]

# "Here are some examples of work that impressed us."
_SHORTEST_EXAMPLE = 100
_CLOSING = re.compile(
    r"(?:we (?:are|were|would like|wish)[^.]{0,40}\b(?:grateful|thank)|if you (?:have|would like|wish)"
    r"|please pass on|yours (?:sincerely|faithfully)|diolch|note \d\s*[:.–-])",
    re.IGNORECASE,
)
# "We found none of significance."
_NONE = re.compile(
    r"(?:none(?: (?:identified|found|of significance|noted))?\s*\.?$"
    r"|(?:we|inspectors) (?:found|identified|saw|noted) (?:none|no (?:significant |major |specific )?areas?)\b"
    r"|(?:there (?:are|were) )?no (?:significant |major |specific )?areas? (?:for|requiring|of)\b)",
    re.IGNORECASE,
)
_LISTS: tuple[tuple[str, type[Strength] | type[AreaForImprovement]], ...] = (
    ("strengths", Strength),
    ("improvements", AreaForImprovement),
)


def finding_facts(parts: ReportParts) -> Iterator[Finding]:
    """Every finding paragraph."""
    names: Counter[str] = Counter()
    for paragraph in parts.paragraphs:
        names[paragraph.name] += 1
        # A report may number two paragraphs alike; both are findings.
        again = names[paragraph.name] > 1
        yield Finding(
            key=f"{paragraph.name} ({names[paragraph.name]})" if again else paragraph.name,
            evidence=tuple(parts.witness.quote(span) for span in paragraph.spans),
            section=paragraph.section,
            paragraph=paragraph.name,
            text=paragraph.text(parts.document),
            domain=paragraph.domain,
        )


def example_facts(
    parts: ReportParts, blocks: Iterable[Sequence[Block]]
) -> Iterator[PracticeExample]:
    """Every practice example, told in paragraphs or quoted by itself, in printed order."""
    document, witness = parts.document, parts.witness
    quoted = [quotation for group in blocks for quotation in quotations(group)]
    found = []
    leads: dict[str, Span] = {}
    for quotation in quoted:
        paragraph = _before(parts.paragraphs, quotation.block.span.start)
        examples = list(quoted_examples(document, witness, quotation, paragraph))
        found += examples
        leads |= {example.paragraph: example.spans[0] for example in examples if paragraph}
    for paragraph in parts.paragraphs:
        found += examples_in(document, witness, paragraph, leads.get(paragraph.name))
    found.sort(key=lambda example: example.spans[0].start)
    for number, example in enumerate(found, 1):
        yield PracticeExample(
            key=str(number),
            evidence=tuple(witness.quote(span) for span in example.spans),
            paragraph=example.paragraph,
            text=example.text(document),
        )


def told_examples(parts: ReportParts, role: str) -> Iterator[PracticeExample]:
    """The examples of a part that tells nothing else, a paragraph or a row of a table each."""
    number = 0
    for section in parts.outline.with_role(role):
        for block in section.blocks:
            span = max(block.cells, key=len, default=block.body)
            text = " ".join(parts.document.slice(span).split())
            is_told = block.kind in (BlockKind.PARAGRAPH, BlockKind.ROW)
            if not is_told or len(text) < _SHORTEST_EXAMPLE:
                continue
            number += 1
            yield PracticeExample(
                key=f"told-{number}",
                evidence=(parts.witness.quote(span),),
                paragraph=f"{section.title} {number}",
                text=text,
            )


def _before(paragraphs: Sequence[Paragraph], position: int) -> Paragraph | None:
    """The last paragraph that begins before a position."""
    return next((item for item in reversed(paragraphs) if item.span.start < position), None)


def citation_facts(parts: ReportParts, blocks: Sequence[Block]) -> Iterator[Citation]:
    """Every cited work."""
    for number, cited in enumerate(citations(parts.document, blocks, INSPECTORATE), 1):
        block = parts.document.block_at(cited.span.start)
        whole = block is not None and cited.span == block.span
        evidence = parts.witness.quote(cited.span) if whole else parts.witness.sentence(cited.span)
        yield Citation(
            key=str(number),
            evidence=(evidence,),
            cited=cited.cited,
            type=cited.type,
            publisher=cited.publisher,
            date=cited.date,
        )


def listed_points(parts: ReportParts) -> Iterator[ListedPoint]:
    """The items of every list of strengths and of areas for improvement."""
    for role, kind in _LISTS:
        number = 0
        for section in parts.outline.with_role(role):
            domain = section.heading.domain if section.heading else None
            for block in _items(section):
                body = numbered(parts.document, block)[1]
                if _NONE.match(parts.document.slice(body)):
                    continue
                number += 1
                yield kind(
                    key=str(number),
                    evidence=(parts.witness.quote(body),),
                    text=" ".join(parts.document.slice(body).split()),
                    domain=domain,
                )


def _numbered(block: Block) -> bool:
    return block.number is not None or re.match(r"\(\d{1,2}\)\s", block.text) is not None


def _items(section: Section) -> list[Block]:
    """The items of a list: its bullets, or its lines where it has none; not the closing."""
    kinds = (BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.HEADING)
    texts = [block for block in section.blocks if block.kind in kinds and len(block.body)]
    for place, block in enumerate(texts):
        if _CLOSING.match(block.text):
            texts = texts[:place]
            break
    items = [block for block in texts if block.kind is BlockKind.ITEM or _numbered(block)]
    return items or [block for block in texts if not block.text.endswith(":")]
