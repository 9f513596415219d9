"""Tables of an HTML page: which are tables of cells, and what their rows hold."""

from __future__ import annotations

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

__all__ = ["Table", "holds_cells"]

_WIDEST_SPAN = 30
_LONGEST_SPAN = 300
_LAYOUT_ROLES = frozenset(("presentation", "none"))


def holds_cells(table: LexborNode) -> bool:
    """Whether a table is one of cells; else it only lays out a page, or frames a text."""
    if (table.attributes.get("role") or "") in _LAYOUT_ROLES:
        return False
    # A table that stands in another one matches itself.
    inside = table.css("table, h1, h2, nav, main, article")
    if any(node.mem_id != table.mem_id for node in inside):
        return False
    return table.css_first("td + td, td + th, th + td, th + th") is not None


@dataclass(slots=True)
class Table:
    """A table in the making. ``spans`` counts, for each column, the rows that a cell above
    still reaches into."""

    cells: list[str] = field(default_factory=list)
    spans: dict[int, int] = field(default_factory=dict)
    picture: str = ""

    def open_row(self) -> None:
        """Begins a row."""
        self.cells = []

    def add(self, text: str, cell: LexborNode) -> None:
        """Takes a cell's text; a cell over several columns leaves the others empty.

        A picture's description stands in for words that the cell has not.
        """
        self._skip_spanned()
        across = _span(cell, "colspan", _WIDEST_SPAN)
        down = _span(cell, "rowspan", _LONGEST_SPAN)
        for place in range(across):
            if down > 1:
                self.spans[len(self.cells)] = down - 1
            self.cells.append("" if place else text or self.picture)
        self.picture = ""

    def close_row(self) -> str:
        """The row as a line, empty where no cell holds words."""
        self._skip_spanned()
        cells, self.cells = self.cells, []
        if not any(cells):
            return ""
        return "\t".join(cells) if len(cells) > 1 else cells[0]

    def _skip_spanned(self) -> None:
        while self.spans.get(len(self.cells), 0) > 0:
            self.spans[len(self.cells)] -= 1
            self.cells.append("")


def _span(cell: LexborNode, name: str, most: int) -> int:
    value = (cell.attributes.get(name) or "").strip()
    return min(int(value), most) if value.isdecimal() and value.isascii() and int(value) else 1
