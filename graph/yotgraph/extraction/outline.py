"""Document -> sections: which printed heading each block stands under, and what it is for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from yotgraph.extraction.gates import Gate
from yotgraph.reading import Block, BlockKind, Document
from yotgraph.vocabulary import Concept, fold, load_scheme

__all__ = [
    "Heading",
    "Outline",
    "Section",
    "heading_words",
    "lone_cell",
    "outline",
    "role_of",
]

_NUMBER = re.compile(r"(?:section |chapter )?\d{1,2}(?:\.\d{1,2})*[.):]?\s+", re.I)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a family makes of a block: the heading as it prints, and what it opens.

    ``role`` is a notation of the section roles, or one of a family's own; ``domain`` and
    ``standard`` are numbers of the framework. ``holds`` says that the block is no heading in
    print but the first text of its section.
    """

    text: str
    role: str | None = None
    domain: str | None = None
    standard: str | None = None
    holds: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """The blocks under one heading, up to the next. The first section may have none."""

    heading: Heading | None
    opening: Block | None
    blocks: tuple[Block, ...]

    @property
    def role(self) -> str | None:
        """What the section is for."""
        return self.heading.role if self.heading else None

    @property
    def title(self) -> str | None:
        """The heading as printed."""
        return self.heading.text if self.heading else None


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections of a document, in order."""

    sections: tuple[Section, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Notes where each section begins: every quotation asks for its own."""
        object.__setattr__(self, "_starts", tuple(map(_start, self.sections)))

    def with_role(self, *roles: str) -> tuple[Section, ...]:
        """The sections of these roles."""
        return tuple(section for section in self.sections if section.role in roles)

    def at(self, position: int) -> Section | None:
        """The section that holds a position of the reading text."""
        index = bisect_right(self._starts, position) - 1
        return self.sections[index] if index >= 0 else None


def _start(section: Section) -> int:
    first = section.opening or (section.blocks[0] if section.blocks else None)
    return first.span.start if first else 0


def outline(document: Document, tell: Callable[[Block], Heading | None]) -> Outline:
    """The sections that ``tell`` sees: it gives the heading that a block is, or nothing."""
    sections: list[Section] = []
    opening: Block | None = None
    heading: Heading | None = None
    blocks: list[Block] = []
    for block in document.blocks:
        told = None if block.kind in (BlockKind.CONTENTS, BlockKind.FOOTNOTE) else tell(block)
        if told is None:
            blocks.append(block)
            continue
        if opening is not None or blocks:
            sections.append(Section(heading, opening, tuple(blocks)))
        heading = told
        opening, blocks = (None, [block]) if told.holds else (block, [])
    sections.append(Section(heading, opening, tuple(blocks)))
    return Outline(tuple(_inherited(sections)))


def _inherited(sections: Sequence[Section]) -> list[Section]:
    """Sections with the domain of the last heading that names one."""
    domain: str | None = None
    result: list[Section] = []
    for section in sections:
        heading = section.heading
        if heading is None:
            result.append(section)
            continue
        if heading.role in _ENDS_DOMAIN:
            domain = None
        domain = heading.domain or domain
        result.append(replace(section, heading=replace(heading, domain=domain)))
    return result


_ENDS_DOMAIN = frozenset(
    ("methodology", "results", "glossary", "annex", "recommendations", "key-facts", "introduction")
)


def heading_words(text: str) -> str:
    """A heading's words, folded, without number, colon and the like.

    >>> heading_words("2.1. Assessment:"), heading_words("Annex 2 – Results")
    ('assessment', 'annex 2 - results')
    """
    text = text.strip()
    number = _NUMBER.match(text)
    return fold(text[number.end() :] if number else text).strip(" .:*#-")


def lone_cell(block: Block) -> str | None:
    """The words of a table row that has but one cell with words, as a title over columns has."""
    filled = [span for span in block.cells if len(span)]
    return block.text.strip() if block.kind is BlockKind.ROW and len(filled) == 1 else None


def role_of(text: str) -> Concept | None:
    """The section role that a heading's words tell, or nothing.

    >>> role_of("Areas for improvement:").notation
    'improvements'
    >>> role_of("Further information / Rhagor o wybodaeth").notation
    'methodology'
    """
    words = heading_words(text)
    # A heading in two languages gives its words in one, then in the other.
    roles = load_scheme("section-roles")
    found = roles.find(words) or roles.find(words.partition(" / ")[0])
    if found is not None:
        return found
    passing = _gate().passing(words)
    return next(
        (role for i, role in enumerate(_roles()) if i in passing and role.matches(words)), None
    )


@cache
def _roles() -> tuple[Concept, ...]:
    return load_scheme("section-roles").of_type("SectionRole")


@cache
def _gate() -> Gate[int]:
    """Which of the roles, by their places, the words of a heading may tell."""
    return Gate((one, place) for place, role in enumerate(_roles()) for one in role.patterns)
