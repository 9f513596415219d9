"""What was read and what was not: sentences that gave facts, and the parts no rule took."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from yotgraph.extraction.contacts import without_contacts
from yotgraph.extraction.outline import Outline
from yotgraph.extraction.witness import Witness
from yotgraph.facts import CoverageRow, Evidence
from yotgraph.reading import BlockKind, Document

__all__ = ["coverage"]

_FRONT = "Opening"
_COUNTED = (
    BlockKind.PARAGRAPH,
    BlockKind.ITEM,
    BlockKind.ROW,
    BlockKind.FOOTNOTE,
    BlockKind.HEADING,
)
_LONGEST_UNREAD = 120


def coverage(
    document: Document, outline: Outline, witness: Witness, evidence: Iterable[Evidence]
) -> tuple[CoverageRow, ...]:
    """One row a section: its sentences, how many of them gave facts, what was not taken."""
    read = _Read(evidence)
    rows: list[CoverageRow] = []
    for section in outline.sections:
        total = used = 0
        unread: list[str] = []
        for block in section.blocks:
            if block.kind not in _COUNTED:
                continue
            sentences = witness.sentences(block.span)
            taken = sum(read.touches(*document.source_span(sentence)) for sentence in sentences)
            total += len(sentences)
            used += taken
            if not taken and sentences:
                unread.append(_short(block.text, document.keeps_contacts))
        if total:
            rows.append(
                CoverageRow(
                    section=section.title or _FRONT,
                    sentences=total,
                    sentences_with_facts=used,
                    unread=tuple(unread),
                )
            )
    return tuple(rows)


def _short(text: str, keeps_contacts: bool) -> str:
    text = text if keeps_contacts else without_contacts(text)
    return text if len(text) <= _LONGEST_UNREAD else text[: _LONGEST_UNREAD - 1] + "…"


class _Read:
    """The parts of the source that some fact rests on."""

    def __init__(self, evidence: Iterable[Evidence]) -> None:
        spans = sorted({(item.start, item.end) for item in evidence})
        self._spans = _merged(spans)
        self._starts = [start for start, _ in self._spans]

    def touches(self, start: int, end: int) -> bool:
        """Whether any part between two places of the source was read."""
        index = bisect_right(self._starts, end - 1) - 1
        return index >= 0 and self._spans[index][1] > start


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
