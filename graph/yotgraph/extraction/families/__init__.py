"""Families of reports: which report is this, and where are its parts."""

from __future__ import annotations

from yotgraph.extraction.families import cci, fji, generic, notices, sqs, standards, yjs_2025
from yotgraph.extraction.families.base import Family
from yotgraph.reading import Document

__all__ = ["FAMILIES", "Family", "recognise"]

FAMILIES: tuple[Family, ...] = (
    sqs.FAMILY,
    standards.FAMILY,
    yjs_2025.FAMILY,
    fji.FAMILY,
    cci.FAMILY,
    notices.FAMILY,
    generic.FAMILY,
)


def recognise(document: Document) -> Family:
    """The family that recognises a document most strongly; the first where two tie."""
    return max(FAMILIES, key=lambda family: family.recognises(document))
