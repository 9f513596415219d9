"""The texts of reports as their pages show them, kept from the reading as JSON.

A build needs the text of a report twice: to find facts in it, and to show it. To read a file
again takes a hundred times as long for a PDF as to read what was kept of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from yotgraph.extraction.contacts import contact_spans
from yotgraph.publishing.site import SourceText, TextBlock
from yotgraph.reading import Document

__all__ = ["ReportTexts", "kept_text", "shown_text"]

_LEFT_OUT = "…"


class ReportTexts(Mapping[str, SourceText]):
    """The text of each report by its slug, from what :func:`kept_text` kept. It is read when
    it is asked for, so that one report at a time is in memory with its blocks."""

    def __init__(self, kept: Mapping[str, str]) -> None:
        self._kept = kept

    def __getitem__(self, slug: str) -> SourceText:
        kept = json.loads(self._kept[slug])
        return SourceText(
            text=kept["text"],
            runs=tuple(map(tuple, kept["offsets"])),
            blocks=tuple(
                TextBlock(kind, start, end, level, page, tuple(map(tuple, cells)))
                for kind, start, end, level, page, cells in kept["blocks"]
            ),
            left_out=tuple(map(tuple, kept["left_out"])),
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


def kept_text(document: Document) -> str:
    """What a page shows of a document, as JSON. Contact details are blotted out in it, unless
    the document keeps them."""
    shown = shown_text(document)
    text = shown.text
    for start, end in shown.left_out:
        text = f"{text[:start]}{_LEFT_OUT * (end - start)}{text[end:]}"
    kept = {
        "text": text,
        "offsets": shown.runs,
        "blocks": [
            (block.kind, block.start, block.end, block.level, block.page, block.cells)
            for block in shown.blocks
        ],
        "left_out": shown.left_out,
    }
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def shown_text(document: Document) -> SourceText:
    """A document's reading text with its blocks; contact details are shown where it keeps them."""
    return SourceText(
        text=document.text,
        runs=_runs(document.offsets),
        blocks=tuple(
            TextBlock(
                kind=block.kind.value,
                start=block.span.start,
                end=block.span.end,
                level=block.level,
                page=block.page,
                cells=tuple((cell.start, cell.end) for cell in block.cells),
            )
            for block in document.blocks
        ),
        left_out=() if document.keeps_contacts else contact_spans(document.text),
    )


def _runs(offsets: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Places as runs: the first of characters that follow one another in the source, and how many.

    >>> _runs([4, 5, 6, 9, 9])
    ((4, 3), (9, 1), (9, 1))
    >>> _runs([])
    ()
    """
    cuts = [place for place, (one, other) in enumerate(pairwise(offsets), 1) if other != one + 1]
    bounds = [0, *cuts, len(offsets)] if offsets else []
    return tuple((offsets[start], end - start) for start, end in pairwise(bounds))
