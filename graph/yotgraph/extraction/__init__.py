"""Document -> facts."""

from __future__ import annotations

from yotgraph.extraction.families import recognise
from yotgraph.facts import ReportFacts
from yotgraph.reading import Document

__all__ = ["extract"]


def extract(document: Document) -> ReportFacts:
    """The facts of one document, read by the family that recognises it.

    Raises :class:`~yotgraph.errors.ReadingError` where it is no inspection report, or lacks an
    area or a date.
    """
    return recognise(document).read(document)
