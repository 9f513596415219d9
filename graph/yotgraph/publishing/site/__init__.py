"""The static site: plain pages that work from disk, each cell a step from its sentence.

:func:`write_site` writes it. Pages carry the IRI of what they are about and links to its
Turtle and JSON-LD. Nothing is fetched from elsewhere, and no text of a report is ever mark-up.
"""

from __future__ import annotations

from yotgraph.publishing.site.sources import SourceText, TextBlock
from yotgraph.publishing.site.writing import write_site

__all__ = ["SourceText", "TextBlock", "write_site"]
