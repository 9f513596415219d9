"""The parts of a report by standards: domains, standards, key findings, annexes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from yotgraph.extraction.key_questions import question_like
from yotgraph.extraction.outline import (
    Heading,
    Outline,
    heading_words,
    outline,
    role_of,
)
from yotgraph.extraction.ratings import is_unrated, rating_in, standard_named
from yotgraph.reading import Block, BlockKind, Document
from yotgraph.vocabulary import Concept, Scheme, fold

__all__ = ["standards_outline"]

_DOMAIN_IN_ANNEX = re.compile(
    r"domain (?P<number>one|two|three|four|[1-4])\b[:\s–-]*(?P<label>.*)$", re.IGNORECASE
)
_FINDINGS_ABOUT = re.compile(
    r"(?:our )?(?:key )?findings (?:about|for|from|in|on|regarding) (?P<label>.{3,60}?) (?:are|include|included|were)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?P<number>[1-5]\.[1-9])\.?\s+(?P<name>\D+?)[\s.]*\d*$")
_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4"}
# Parts in which a standard's or a domain's name opens nothing new.
_TABLES = frozenset(("results", "contents", "glossary", "ratings-summary"))
# Lists that a standard may have before, in the middle of or behind its text.
_LISTS = ("strengths", "improvements")
_LONGEST_HEADING = 160


def standards_outline(document: Document, framework: Scheme) -> Outline:
    """The sections of a report by standards."""
    listed = {
        match["number"]: match["name"]
        for block in document.blocks
        if block.kind is BlockKind.CONTENTS and (match := _LISTED.match(block.text))
    }
    return outline(document, _Teller(framework, listed).tell)


class _Teller:
    """Tells headings in printed order: what a line opens depends on the part it stands in."""

    def __init__(self, framework: Scheme, listed: Mapping[str, str]) -> None:
        self._framework = framework
        self._part: str | None = None
        self._part_title = ""
        self._domain: str | None = None
        self._summed_up: str | None = None
        self._opened: Heading | None = None
        self._items = False
        self._rows = False
        self._tabled: set[str] = set()
        self._listed = listed

    def tell(self, block: Block) -> Heading | None:
        """The heading that a block is, or nothing."""
        self._items = self._items or block.kind is BlockKind.ITEM
        self._rows = self._rows or block.kind is BlockKind.ROW
        if heading := self._lead_in(block):
            return heading
        if self._goes_on(block):
            self._part, self._items, self._rows = "standard", False, False
            return replace(self._opened, holds=True) if self._opened else None
        if len(block.text) > _LONGEST_HEADING:
            return None
        if block.kind is BlockKind.ROW:
            return self._standard(block)
        if block.kind is not BlockKind.HEADING and not block.number:
            return None
        return self._domain_heading(block) or self._standard(block) or self._known_part(block)

    def _lead_in(self, block: Block) -> Heading | None:
        """The key findings of a domain in the summary, which a line alone may lead in: "Key
        findings about court disposals were as follows:"."""
        match = _FINDINGS_ABOUT.match(block.text)
        if self._part != "overall-findings" or match is None:
            return None
        found = self._domain_named(match["label"])
        if found is None or found.notation == self._summed_up:
            return None
        return self._key_findings(found)

    def _key_findings(self, domain: Concept) -> Heading:
        self._summed_up = domain.notation
        return Heading(self._part_title, "key-findings", domain=domain.notation)

    def _goes_on(self, block: Block) -> bool:
        """Whether a standard goes on behind a list or a table: with a paragraph below it."""
        text = block.kind is BlockKind.PARAGRAPH or _leads_in(block)
        if self._opened is None or not text or block.number:
            return False
        return (self._part in _LISTS and self._items) or (self._part == "part" and self._rows)

    def _known_part(self, block: Block) -> Heading | None:
        text = block.text.rstrip(" :")
        role = role_of(block.text)
        if role is not None and role.notation == "inspectorate" and self._part == "methodology":
            # The annex on the method may begin with the inspectorate's standards.
            return Heading(text, "methodology")
        table = role is not None and role.notation == "key-facts" and self._is_in_standard()
        if table and self._opened is not None:
            # A standard may have a table of its own, "Key data", and goes on behind it.
            self._part, self._rows = "part", False
            return Heading(text, "key-facts", domain=self._opened.domain)
        if role is not None and role.notation != "standard-part":
            return self._part_heading(text, role.notation)
        if role is not None and self._opened is not None:
            return self._open_part(text, self._opened)
        annexed = _DOMAIN_IN_ANNEX.match(text)
        if annexed and self._part == "methodology":
            number = annexed["number"].lower()
            return Heading(text, "methodology", domain=_NUMBERS.get(number, number))
        if self._is_in_standard():
            return self._within_standard(block, text)
        # Under key facts a title is the caption of the figures below it.
        marked = block.marked and block.level is not None and self._part not in _TABLES
        marked = marked and self._part != "key-facts"
        return (
            Heading(text, self._part if self._part == "methodology" else None) if marked else None
        )

    def _is_in_standard(self) -> bool:
        return self._opened is not None and self._part in (*_LISTS, "standard", "part")

    def _part_heading(self, text: str, role: str) -> Heading:
        if role == "summary" and self._part not in ("chapter", "standard", "part", *_LISTS):
            # At the front, the summary of the whole report.
            role = "overall-findings"
        if self._part == "overall-findings" and role == self._part and self._part_title:
            # "Key findings" under a title that already heads them.
            return Heading(self._part_title, role)
        self._part, self._part_title, self._items = role, text, False
        if role not in (*_LISTS, "summary"):
            self._opened = None
        if role in ("results", "glossary", "methodology", "recommendations", "annex"):
            self._domain = None
        return Heading(text, role)

    def _within_standard(self, block: Block, text: str) -> Heading | None:
        """A sub-heading of a standard: a key question goes on with it, another title opens a
        part of its own in the standard's domain."""
        opened = self._opened
        if opened is None:
            return None
        if text.endswith("?") or question_like(text, opened.standard, self._framework):
            reopens = self._part != "standard"
            self._part = "standard"
            return opened if reopens else None
        rated = rating_in(text) is not None or is_unrated(text)
        if block.marked and not rated and not block.text.endswith(":"):
            return self._open_part(text, opened)
        return None

    def _open_part(self, text: str, opened: Heading) -> Heading:
        self._part, self._rows = "part", False
        return Heading(text, "standard-part", domain=opened.domain)

    def _domain_heading(self, block: Block) -> Heading | None:
        found = self._domain_named(block.text)
        if found is None:
            return None
        if self._part == "overall-findings":
            return self._key_findings(found)
        if self._part in _TABLES and not self._closes_table(found.notation):
            return None
        if self._part == "methodology":
            return Heading(block.text, "methodology", domain=found.notation)
        self._part, self._domain, self._opened = "chapter", found.notation, None
        return Heading(block.text.rstrip(" :"), "domain", domain=found.notation)

    def _closes_table(self, domain: str) -> bool:
        """Whether a domain's heading opens its chapter: it stood in the table of ratings before."""
        again = domain in self._tabled and self._part == "ratings-summary"
        self._tabled.add(domain)
        return again

    def _domain_named(self, text: str) -> Concept | None:
        """The domain that a heading names: "1. Organisational delivery", "Domain one: ..."."""
        annexed = _DOMAIN_IN_ANNEX.match(text.strip())
        words = annexed["label"] if annexed and annexed["label"] else text
        found = self._framework.find(heading_words(words))
        return found if found is not None and found.is_a("Domain") else None

    def _standard(self, block: Block) -> Heading | None:
        if self._part in _TABLES:
            return None
        number, _ = standard_named(block.text, self._domain, self._framework)
        if number is None:
            return None
        label = self._standard_label(block.text, number)
        if label is None or self._part in ("overall-findings", "methodology"):
            return None
        end = fold(block.text).find(fold(label)) + len(label)
        self._domain, self._part = number.split(".")[0], "standard"
        self._opened = Heading(block.text[:end], "standard", domain=self._domain, standard=number)
        return self._opened

    def _standard_label(self, text: str, number: str) -> str | None:
        """The label by which a text names a standard, the longest; else the name that the contents
        of this report give to its number."""
        standard = self._framework.get(number)
        labels = (*(standard.labels() if standard else ()), self._listed.get(number, ""))
        found = [label for label in labels if label and fold(label) in fold(text)]
        return max(found, key=len, default=None)


def _leads_in(block: Block) -> bool:
    """Whether a short line is no heading but leads in what stands below: "Our rating for planning
    is based on the following key questions:"."""
    short = block.kind is BlockKind.HEADING and not block.marked
    return short and block.text.endswith(":") and role_of(block.text) is None
