"""An HTML page -> the source text of what a reader would call its document."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from yotgraph.reading.html_notes import find_notes
from yotgraph.reading.html_writer import Writer

__all__ = ["page_text"]


def page_text(page: str) -> str:
    """The source text of a page's main part."""
    parser = LexborHTMLParser(page)
    root = _main_part(parser)
    if root is None:
        return ""
    notes = find_notes(parser.root or root)
    writer = Writer(notes)
    writer.write(root)
    return "\n\n".join(writer.blocks)


def _main_part(parser: LexborHTMLParser) -> LexborNode | None:
    for selector in ("main", "[role=main]", "article"):
        found = parser.css(selector)
        if len(found) == 1 and (found[0].text() or "").strip():
            return found[0]
    return parser.body or parser.root
