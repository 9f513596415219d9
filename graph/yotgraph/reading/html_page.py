"""An HTML page -> the source text of what a reader would call its document."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from yotgraph.errors import ReadingError
from yotgraph.reading.html_depth import DEEPEST, depth_of, is_nested_without_end
from yotgraph.reading.html_notes import find_notes
from yotgraph.reading.html_writer import Writer

__all__ = ["page_text"]


def page_text(page: str, name: str) -> str:
    """The source text of a page's main part.

    Raises :class:`ReadingError` for a page that is nested deeper than browsers show.
    """
    if is_nested_without_end(page):
        raise _too_deep(name)
    parser = LexborHTMLParser(page)
    if parser.root is not None and depth_of(parser.root) > DEEPEST:
        raise _too_deep(name)
    root = _main_part(parser)
    if root is None:
        return ""
    notes = find_notes(parser.root or root)
    writer = Writer(notes)
    writer.write(root)
    return "\n\n".join(writer.blocks)


def _too_deep(name: str) -> ReadingError:
    return ReadingError(
        f"{name}: elements nested more than {DEEPEST} deep, deeper than browsers show; save the page"
        " from a browser or give it as a PDF"
    )


def _main_part(parser: LexborHTMLParser) -> LexborNode | None:
    for selector in ("main", "[role=main]", "article"):
        found = parser.css(selector)
        if len(found) == 1 and (found[0].text() or "").strip():
            return found[0]
    return parser.body or parser.root
