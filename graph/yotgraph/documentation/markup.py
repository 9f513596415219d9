"""HTML as values: text is always escaped, so nothing that is read becomes mark-up.

>>> print(element("a", "R & D", href="x.html"))
<a href="x.html">R &amp; D</a>
>>> print(element("ul", element("li", "one"), None, element("li", "two"), class_="short"))
<ul class="short"><li>one</li><li>two</li></ul>
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

__all__ = ["Content", "Html", "element", "joined", "link", "listing", "page", "table"]

_VOID = frozenset({"br", "hr", "link", "meta"})


class Html(str):
    """Text that is mark-up already."""

    __slots__ = ()


Content = str | None
"""What an element may hold: mark-up as it is, other text escaped, ``None`` left out."""


def element(name: str, /, *content: Content, **attributes: str | None) -> Html:
    """An element of HTML or SVG. An attribute's final ``_`` is dropped and ``_`` becomes ``-``."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{html.escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{joined(content)}</{name}>")


def joined(content: Iterable[Content], separator: str = "") -> Html:
    """Pieces of content one after the other."""
    return Html(separator.join(_safe(piece) for piece in content if piece is not None))


def _safe(piece: str) -> str:
    return piece if isinstance(piece, Html) else html.escape(piece, quote=False)


def link(text: Content, address: str | None, **attributes: str | None) -> Html:
    """A link; the text alone where there is no address."""
    return element("a", text, href=address, **attributes) if address else joined([text])


def table(head: Sequence[str], rows: Iterable[Sequence[Content]]) -> Html:
    """A table with a line of headings."""
    return element(
        "table",
        element("thead", element("tr", *(element("th", cell, scope="col") for cell in head))),
        element(
            "tbody",
            *(element("tr", *(element("td", cell) for cell in row)) for row in rows),
        ),
    )


def listing(rows: Iterable[Sequence[Content]]) -> Html:
    """A table without headings."""
    return element(
        "table", *(element("tr", *(element("td", cell) for cell in row)) for row in rows)
    )


def page(title: str, *content: Content, up: str = "", trail: Iterable[Content] = ()) -> str:
    """A whole page. ``up`` leads to the folder of the style sheet; ``trail`` to what is above."""
    steps = [link("Documentation", f"{up}index.html"), *trail]
    head = joined(
        [
            element("meta", charset="utf-8"),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("title", title),
            element("link", rel="stylesheet", href=f"{up}style.css"),
        ],
        "\n",
    )
    body = joined(
        [
            element("nav", joined(steps, " / "), aria_label="Where this page is"),
            element("main", element("h1", title), "\n", joined(content, "\n")),
        ],
        "\n",
    )
    return (
        '<!doctype html>\n<html lang="en">\n'
        f"<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
