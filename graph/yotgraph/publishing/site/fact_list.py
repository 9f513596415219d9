"""The facts of a report as a list, in the order of the text, each leading to its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from yotgraph.publishing.site.facts import Quoted, ShownFact
from yotgraph.publishing.site.tables import cell_html, escaped

__all__ = ["fact_list"]

_MOST_QUOTED = 120


def fact_list(
    facts: Sequence[ShownFact], named_here: Mapping[tuple[int, int], int], root: str
) -> Markup:
    """The list as HTML. Facts are numbered from 1.

    ``named_here`` has the words that no text shows, by span, with the number of the fact that
    shows them: they are whole here, and links to them lead here. ``root`` leads to the site.
    """
    items = (_item(number, fact, named_here, root) for number, fact in enumerate(facts, 1))
    return Markup(f'<ol class="facts">{"".join(items)}</ol>')


def _item(
    number: int, fact: ShownFact, named_here: Mapping[tuple[int, int], int], root: str
) -> str:
    stances = "".join(
        f' <span class="said-{escaped(stance)}">{escaped(stance)}</span>' for stance in fact.stances
    )
    details = "".join(
        f"<li><span>{escaped(title)}</span> {cell_html(value, root)}</li>"
        for title, value in fact.details
    )
    quotes = "".join(
        _quote(quote, whole=named_here.get((quote.start, quote.end)) == number)
        for quote in fact.quotes
    )
    return (
        f'<li id="f{number}" class="fact h-{escaped(fact.family)}">'
        f'<p><span class="fact-kind">{escaped(fact.kind)}</span> {escaped(fact.title)}{stances}</p>'
        f"{f'<ul class=details>{details}</ul>' if details else ''}"
        f'<p class="quotes">{quotes}</p></li>\n'
    )


def _quote(quote: Quoted, *, whole: bool) -> str:
    place = f"e-{quote.start}-{quote.end}"
    if whole:
        return f'<q id="{place}">{escaped(quote.text)}</q>'
    shown = quote.text
    if len(shown) > _MOST_QUOTED:
        shown = f"{shown[:_MOST_QUOTED].rpartition(' ')[0]}…"
    return f'<a href="#{place}">{escaped(shown)}</a>'
