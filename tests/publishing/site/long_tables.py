"""Made-up pages with tables too long to be shown whole."""

from __future__ import annotations

from pathlib import Path

from yotgraph.publishing.site.assets import bundled, copy_assets
from yotgraph.publishing.site.paging import write_paged
from yotgraph.publishing.site.rendering import Page, Section, Site
from yotgraph.publishing.site.tables import Table, cell

ROWS = 900


def table(name: str, rows: int = ROWS) -> Table:
    """A table of numbered rows, with words that a spreadsheet would run."""
    made = tuple((cell(f"Row {number}"), cell(f"={number}+1")) for number in range(1, rows + 1))
    return Table(name, f"Rows of {name}", ("Row", "Sum"), made)


def write_long_tables(folder: Path) -> Site:
    """A page with one long table, and one with two."""
    site = Site(folder, bundled())
    copy_assets(site)
    about = "https://example.org/id/thing"
    alone = Section("alone", "Alone", (table("alone"),))
    write_paged(site, Page("one.html", "One", iri=about, sections=(alone,)))
    both = Section("both", "Both", (table("first"), table("second", 160)))
    write_paged(site, Page("two.html", "Two", iri=about, sections=(both,)))
    return site
