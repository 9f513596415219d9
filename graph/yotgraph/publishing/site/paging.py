"""Long tables in parts: a page shows where a table begins, and leads to the rest of it.

No page grows without bound, however many reports there are.
"""

from __future__ import annotations

from dataclasses import replace

from yotgraph.publishing.site.rendering import Page, Section, Site
from yotgraph.publishing.site.tables import Cell, Link, Table, pages_of
from yotgraph.publishing.tables import to_csv

__all__ = ["write_paged"]

_A_PAGE = 400
# A part has fewer rows where the table is broad.
_CELLS = 7_000
# So many rows of a table are shown, and up to so many are shown whole, where a page has several
# tables. A table that has its page for itself is shown as far as a part of it goes.
_SHOWN, _WHOLE = 120, 160


def write_paged(site: Site, page: Page, template: str = "page.html") -> None:
    """Writes a page; the rest of each long table goes into pages and one CSV file beside it."""
    alone = sum(len(section.tables) for section in page.sections) == 1
    limits = (_A_PAGE, _A_PAGE) if alone else (_SHOWN, _WHOLE)
    sections = tuple(
        replace(section, tables=tuple(_shown(site, page, each, *limits) for each in section.tables))
        for section in page.sections
    )
    site.write(replace(page, sections=sections), template)


def _shown(site: Site, page: Page, table: Table, shown: int, whole: int) -> Table:
    if len(table.rows) <= whole:
        return table
    stem = f"{page.path.removesuffix('.html')}/{table.name}"
    size = min(_A_PAGE, _CELLS // len(table.columns))
    parts = list(pages_of(table, size))
    paths = [f"{stem}-{number}.html" for number in range(1, len(parts) + 1)]
    rows = [[cell.text for cell in row] for row in table.rows]
    site.write_text(f"{stem}.csv", to_csv(table.columns, rows, safe=True))
    for number, part in enumerate(parts):
        around = [
            (title, Cell((Link(f"rows {_rows(place, size)}", paths[place]),)))
            for title, place in (("Before", number - 1), ("Next", number + 1))
            if 0 <= place < len(parts)
        ]
        site.write(
            Page(
                path=paths[number],
                title=f"{page.title}: {table.caption}",
                kind=f"Part {number + 1} of {len(parts)}",
                iri=page.iri,
                data_of=page.data_of or page.path,
                properties=(
                    ("Shown", Cell((Link(f"rows {_rows(number, size)} of {len(table.rows)}"),))),
                    ("All rows", Cell((Link(f"{table.name}.csv", f"{stem}.csv"),))),
                    ("Back to", Cell((Link(page.title, page.path),))),
                    *around,
                ),
                sections=(Section(table.name, "", (part,)),),
            )
        )
    return replace(
        table,
        rows=table.rows[:shown],
        more=paths[0],
        file=f"{stem}.csv",
        total=len(table.rows),
    )


def _rows(part: int, size: int) -> str:
    """The rows of a part, as ``1 to 400``."""
    return f"{part * size + 1} to {(part + 1) * size}"
