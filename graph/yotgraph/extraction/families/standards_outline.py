"""The parts of a report by standards: domains, standards, key findings, annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yotgraph.extraction.outline import (
    Heading,
    Outline,
    Section,
    heading_words,
    outline,
    role_of,
)
from yotgraph.extraction.paragraphs import Paragraph, paragraphs_of
from yotgraph.extraction.ratings import rating_in, standard_named
from yotgraph.reading import Block, BlockKind, Document
from yotgraph.vocabulary import Scheme, fold

__all__ = ["domain_labels", "finding_paragraphs", "standards_outline"]

_DOMAIN_IN_ANNEX = re.compile(
    r"domain (?P<number>one|two|three|four|[1-4])\b[:\s–-]*(?P<label>.*)$", re.IGNORECASE
)
_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4"}
# Parts in which a standard's or a domain's name opens nothing new.
_TABLES = frozenset(("results", "contents", "glossary", "ratings-summary"))
_LONGEST_HEADING = 160
# So much of a standard's own description may differ from the framework's (YOT for YOS).
_SAME_DESCRIPTION = 0.7


def domain_labels(framework: Scheme) -> dict[str, str]:
    """The labels of a framework's domains by number."""
    return {domain.notation: domain.label for domain in framework.of_type("Domain")}


def standards_outline(document: Document, framework: Scheme) -> Outline:
    """The sections of a report by standards."""
    return outline(document, _Teller(framework).tell)


class _Teller:
    """Tells headings in printed order: what a line opens depends on the part it stands in."""

    def __init__(self, framework: Scheme) -> None:
        self._framework = framework
        self._part: str | None = None
        self._part_title = ""
        self._part_level: int | None = None
        self._domain: str | None = None

    def tell(self, block: Block) -> Heading | None:
        """The heading that a block is, or nothing."""
        if len(block.text) > _LONGEST_HEADING:
            return None
        if block.kind is BlockKind.ROW:
            return self._standard(block)
        if block.kind is not BlockKind.HEADING and not block.number:
            return None
        return self._domain_heading(block) or self._standard(block) or self._known_part(block)

    def _known_part(self, block: Block) -> Heading | None:
        text = block.text.rstrip(" :")
        role = role_of(block.text)
        if role is not None:
            self._part, self._part_title = role.notation, text
            self._part_level = block.level
            if role.notation in ("results", "glossary", "methodology", "recommendations", "annex"):
                self._domain = None
            return Heading(text, role.notation)
        annexed = _DOMAIN_IN_ANNEX.match(text)
        if annexed and self._part == "methodology":
            number = annexed["number"].lower()
            return Heading(text, "methodology", domain=_NUMBERS.get(number, number))
        marked = block.marked and block.level is not None and self._part not in _TABLES
        if not marked or self._is_caption(block):
            return None
        return Heading(text, self._part if self._part == "methodology" else None)

    def _is_caption(self, block: Block) -> bool:
        """Whether a heading below that of the key facts heads a few of their figures."""
        deeper = self._part_level is not None and (block.level or 0) > self._part_level
        return self._part == "key-facts" and deeper

    def _domain_heading(self, block: Block) -> Heading | None:
        found = self._framework.find(heading_words(block.text))
        if found is None or not found.is_a("Domain"):
            return None
        if self._part == "overall-findings":
            return Heading(self._part_title, "key-findings", domain=found.notation)
        if self._part in _TABLES:
            return None
        if self._part == "methodology":
            return Heading(block.text, "methodology", domain=found.notation)
        self._part, self._domain = "chapter", found.notation
        return Heading(block.text.rstrip(" :"), "domain", domain=found.notation)

    def _standard(self, block: Block) -> Heading | None:
        if self._part in _TABLES:
            return None
        number, _ = standard_named(block.text, self._domain, self._framework)
        if number is None:
            return None
        standard = self._framework.get(number)
        if standard is None or fold(standard.label) not in fold(block.text):
            return None
        if self._part in ("overall-findings", "methodology"):
            return None
        end = fold(block.text).find(fold(standard.label)) + len(standard.label)
        self._domain = number.split(".")[0]
        return Heading(block.text[:end], "standard", domain=self._domain, standard=number)


def finding_paragraphs(plan: Outline, framework: Scheme) -> Iterator[Paragraph]:
    """Key-finding bullets and the paragraphs of each standard, named."""
    labels = domain_labels(framework)
    for section in plan.sections:
        heading = section.heading
        if heading is None:
            continue
        if heading.role == "key-findings":
            label = f"{heading.text}: {labels.get(heading.domain or '', heading.domain)}"
            bullets = tuple(b for b in section.blocks if b.kind is BlockKind.ITEM)
            yield from paragraphs_of(_with(section, bullets), heading.text, label + " {place}")
        elif heading.role == "standard":
            text = _without_description(section, framework)
            label = f"{heading.standard} paragraph {{place}}"
            yield from paragraphs_of(text, heading.text, label)


def _with(section: Section, blocks: tuple[Block, ...]) -> Section:
    return Section(section.heading, section.opening, blocks)


def _without_description(section: Section, framework: Scheme) -> Section:
    """A standard's section without the standard's own words and its rating."""
    number = section.heading.standard if section.heading else None
    standard = framework.get(number or "")
    definition = (standard.value("definition") if standard else None) or ""
    wanted = set(fold(definition).split())
    blocks = tuple(
        block
        for block in section.blocks
        if rating_in(block.text) is None and not _same_words(block.text, wanted)
    )
    return _with(section, blocks)


def _same_words(text: str, wanted: set[str]) -> bool:
    words = set(fold(text).split())
    return bool(wanted) and len(words & wanted) >= _SAME_DESCRIPTION * len(words | wanted)
