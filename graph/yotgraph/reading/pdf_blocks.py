"""The blocks that a PDF's pages are made of on the way to the source text."""

from __future__ import annotations

from dataclasses import dataclass

from yotgraph.reading.pdf_paragraphs import Paragraph

__all__ = ["Block"]


@dataclass(slots=True)
class Block:
    """One block of the source text: its kind, the size of its type and its place on the page;
    ``lefts`` are where its cells or its one text begin."""

    text: str
    size: float
    kind: str
    base: float = 0.0
    lefts: tuple[float, ...] = ()
    note: bool = False
    paragraph: Paragraph | None = None
