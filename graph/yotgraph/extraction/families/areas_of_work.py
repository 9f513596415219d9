"""Outline, findings and judgements of reports by areas of work.

Before standards, and again where a programme rates whole areas, the chapters of a report are
areas of work that the framework lists. Under each stand key findings, numbered paragraphs and
sub-headings, in any order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yotgraph.extraction.families.base import ReportParts
from yotgraph.extraction.judgements import Judged, area_of_work, judgements, level_in
from yotgraph.extraction.outline import Heading, Outline, lone_cell, outline, role_of
from yotgraph.extraction.paragraphs import Paragraph, paragraphs_of
from yotgraph.extraction.scores import Score
from yotgraph.facts import StandardRating, Statistic
from yotgraph.reading import Block, BlockKind, Document
from yotgraph.vocabulary import Concept, Scheme, load_scheme

__all__ = ["area_paragraphs", "areas_outline", "judgement_facts", "score_statistics"]

# Parts that a chapter may have, in which its area goes on.
_WITHIN = frozenset(
    (
        *("overall-findings", "summary", "strengths", "improvements", "commentary"),
        *("criterion", "area-score"),
    )
)
# Parts in which the name of an area is no chapter.
_TABLES = frozenset(("contents", "ratings-summary", "glossary", "results"))
_SCALES = ("ratings", "judgements")
_LONGEST_HEADING = 120


def areas_outline(document: Document, areas: Sequence[Concept]) -> Outline:
    """The sections of a report whose chapters are areas of work."""
    named = (area_of_work(text, areas) for text in map(_heading_text, document.blocks) if text)
    still = Counter(area.notation for area in named if area is not None)
    return outline(document, _Teller(areas, still).tell)


def _heading_text(block: Block) -> str | None:
    """The words of a block that may be a heading, or nothing."""
    text = lone_cell(block) if block.kind is BlockKind.ROW else block.text
    told = _is_headed(block) or block.number
    is_one = text is not None and len(text) <= _LONGEST_HEADING and told
    return text if is_one and block.kind is not BlockKind.CONTENTS else None


def _is_headed(block: Block) -> bool:
    return block.kind is BlockKind.HEADING or lone_cell(block) is not None


def _of_area(text: str, role: str, area: Concept) -> Heading:
    """A heading of an area of work, which is a standard and a domain at once."""
    return Heading(text, role, domain=area.notation, standard=area.notation)


class _Teller:
    """Tells headings in printed order: a sub-heading belongs to the area it stands under.

    ``still`` counts how often each area is named by a heading from here on: a summary may have
    a part for each area that has a chapter behind it.
    """

    def __init__(self, areas: Sequence[Concept], still: Counter[str]) -> None:
        self._areas = areas
        self._still = still
        self._area: Concept | None = None
        self._level: int | None = None
        self._part: str | None = None

    def tell(self, block: Block) -> Heading | None:
        """The heading that a block is, or nothing."""
        text = _heading_text(block)
        if text is None:
            return None
        area = area_of_work(text, self._areas)
        if area is not None:
            self._still[area.notation] -= 1
        if area is not None and self._part == "summary" and self._still[area.notation]:
            return _of_area(text.rstrip(" :"), "summary", area)
        if area is not None and self._part not in _TABLES:
            self._area, self._level, self._part = area, block.level, "finding-section"
            return _of_area(text.rstrip(" :"), "finding-section", area)
        return self._part_heading(block, text.rstrip(" :")) if _is_headed(block) else None

    def _part_heading(self, block: Block, text: str) -> Heading | None:
        role = role_of(text)
        if self._level is not None and block.level is not None and block.level <= self._level:
            # A heading as high as the area's own opens something else.
            self._area, self._level = None, None
        if role is None:
            if _gives_level(text):
                return None
            marked = block.marked and block.level is not None
            if self._area is not None and self._part not in _TABLES:
                return _of_area(text, "finding-section", self._area)
            return Heading(text) if marked else None
        self._part = role.notation
        if role.notation not in _WITHIN:
            self._area = None
        if self._area is None:
            return Heading(text, role.notation)
        opened = "key-findings" if role.notation == "overall-findings" else role.notation
        return _of_area(text, opened, self._area)


def _gives_level(text: str) -> bool:
    """Whether a line gives a level, such as "Our rating for work with victims: Good"."""
    behind = text.rpartition(":")[2]
    return any(level_in(behind, load_scheme(name)) is not None for name in _SCALES)


def area_paragraphs(plan: Outline, areas: Scheme, general: bool = True) -> Iterator[Paragraph]:
    """The finding paragraphs: numbered ones, key findings, and those of an area's sub-headings.

    A numbered paragraph stands under its chapter's title, whatever sub-heading is between. A
    chapter's own paragraphs are named by its title, those of a part by both titles, and those
    of a summary's part by the summary's. With ``general`` the paragraphs of a summary that
    stands before the chapters count too.
    """
    labels = {area.notation: area for area in areas.of_type("Standard")}
    chapter = summary = ""
    for section in plan.with_role("finding-section", "key-findings", "summary"):
        heading = section.heading
        if heading is None or (heading.standard is None and not general):
            continue
        area = labels.get(heading.standard or "")
        title = heading.text
        is_chapter = area is not None and area_of_work(title, [area]) is not None
        if section.role == "summary":
            summary = title if area is None or not is_chapter else summary
            is_part = bool(summary) and is_chapter
            label = f"{summary}: {title}" if is_part else title
            yield from paragraphs_of(section, summary if is_part else title, label + " {place}")
            continue
        chapter = title if is_chapter else chapter
        label = title if area is None or is_chapter else f"{area.label}: {title}"
        for paragraph in paragraphs_of(section, title, label + " {place}"):
            numbered = paragraph.name[0].isdigit() and area is not None
            yield replace(paragraph, section=chapter) if numbered and chapter else paragraph


def judgement_facts(
    parts: ReportParts,
    areas: Sequence[Concept],
    scale: Scheme,
    blocks: Sequence[Block],
    warnings: list[str],
    reach: int = 4,
) -> Iterator[StandardRating]:
    """The level of each area of work, with every place that gives it.

    Where two places contradict each other the one stated most often stands, and a line is
    added to ``warnings``.
    """
    found: dict[str, list[Judged]] = {}
    for judged in judgements(parts.document, blocks, areas, scale, reach):
        found.setdefault(judged.area.notation, []).append(judged)
    for notation, group in sorted(found.items()):
        counts = Counter(judged.level.notation for judged in group)
        chosen = max(group, key=lambda judged: counts[judged.level.notation]).level
        agreeing = [judged for judged in group if judged.level == chosen]
        if len(counts) > 1:
            others = ", ".join(sorted(set(counts) - {chosen.notation}))
            warnings.append(
                f"{parts.document.name}: {group[0].area.label} is judged {chosen.notation} and"
                f" {others}; the former is stated more often or first"
            )
        yield StandardRating(
            key=notation,
            evidence=tuple(parts.witness.quote(judged.span) for judged in agreeing),
            number=notation,
            label=group[0].area.label,
            rating=chosen.notation,
            scale=scale.name,
        )


def score_statistics(parts: ReportParts, found: Sequence[Score]) -> Iterator[Statistic]:
    """Scores of areas of work as figures, each subject's once."""
    unique: dict[tuple[str, str, str | None], Score] = {}
    for score in found:
        unique.setdefault((score.area.notation, score.subject, score.breakdown), score)
    for number, score in enumerate(unique.values(), 1):
        yield Statistic(
            key=f"score-{number}",
            evidence=(parts.witness.quote(score.span),),
            subject=score.subject,
            measure=f"{score.area.label}: work of sufficient quality",
            value=score.value,
            unit="per cent",
            breakdown=score.breakdown,
        )
