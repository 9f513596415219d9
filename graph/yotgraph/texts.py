"""The texts of reports as their pages show them, read again when a page asks for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from yotgraph.extraction.contacts import contact_spans
from yotgraph.publishing.site import SourceText, TextBlock
from yotgraph.reading import Document, read

__all__ = ["ReportTexts", "shown_text"]


class ReportTexts(Mapping[str, SourceText]):
    """The text of each report by its slug. A text is read when it is asked for, so that one
    report at a time is in memory."""

    def __init__(
        self, paths: Mapping[str, Path], ocr: bool = False, contacts: bool = False
    ) -> None:
        self._paths = paths
        self._ocr = ocr
        self._contacts = contacts

    def __getitem__(self, slug: str) -> SourceText:
        document = read(self._paths[slug], self._ocr)
        return shown_text(replace(document, keeps_contacts=self._contacts))

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def shown_text(document: Document) -> SourceText:
    """A document's reading text with its blocks; contact details are shown where it keeps them."""
    return SourceText(
        text=document.text,
        offsets=document.offsets,
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
