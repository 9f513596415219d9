"""What words in italics are: the title of a work, a term, a quotation or a label."""

from __future__ import annotations

from yotgraph.reading import Document, Span

__all__ = ["QUOTES", "is_title"]

_SHORTEST_TITLE = 6
# A work is cited so often at most; a term is used more.
_MOST_CITED = 4
QUOTES = "\"'“”‘’"


def is_title(document: Document, span: Span) -> bool:
    """Whether words in italics are the title of a work: it begins with a capital and is no
    quotation, no label and no whole sentence. What comes again and again is a term of the
    report's own."""
    text = document.slice(span)
    begins_high = text[:1].isupper() or text[:1].isdigit()
    if len(text) < _SHORTEST_TITLE or not begins_high:
        return False
    if document.text.count(text) > _MOST_CITED:
        return False
    around = document.text[max(0, span.start - 2) : span.start]
    return not text.endswith((":", ".", "?")) and not around.strip().endswith(tuple(QUOTES))
