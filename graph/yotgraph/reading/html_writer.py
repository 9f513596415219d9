"""The elements of an HTML page -> source text."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from yotgraph.reading.escaping import escape, escape_opening
from yotgraph.reading.html_block import Block, upright, without_label
from yotgraph.reading.html_navigation import is_contents, is_dropped
from yotgraph.reading.html_notes import Notes, walk
from yotgraph.reading.html_tables import Table, holds_cells
from yotgraph.reading.navigation import is_navigation

__all__ = ["Writer"]

_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "html", "legend", "li", "main", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
_HEADING = re.compile(r"h([1-6])$")
_ITALIC = frozenset(("em", "i", "cite"))
_BOLD = frozenset(("strong", "b"))
_SPACE = re.compile(r"\s+")
_LONGEST_BOLD = 160


class Writer:
    """Writes blocks while it goes through the elements."""

    def __init__(self, notes: Notes) -> None:
        self.blocks: list[str] = []
        self._notes = notes
        self._block = Block()
        self._lists: list[int | None] = []
        self._tables: list[Table | None] = []
        self._rows: list[str] = []
        self._term = ""
        self._definitions = 0
        self._bold = 0
        self._pending: list[str] = []
        self._written: set[str] = set()

    def write(self, root: LexborNode) -> None:
        """Writes everything below an element."""
        stack: list[tuple[LexborNode, bool]] = [(root, False)]
        while stack:
            node, closing = stack.pop()
            if closing:
                self._close(node)
                continue
            if node.is_text_node:
                self._text(node.text_content or "", node)
                continue
            if is_dropped(node, root) or not self._open(node):
                continue
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(list(node.iter(include_text=True))))
        self._flush()
        self._write_notes()

    def _open(self, node: LexborNode) -> bool:
        """Begins an element; gives whether its content is to be written."""
        tag = node.tag or ""
        if node.mem_id in self._notes.marks:
            label = self._notes.marks[node.mem_id]
            self._block.parts.append(f"<sup>{label}</sup>")
            self._block.marks.append(label)
            return False
        if node.mem_id in self._notes.elements or node.mem_id in self._notes.backlinks:
            return False
        if tag == "sup":
            return self._raised(node)
        if tag == "br":
            self._block.parts.append("\n")
            return False
        if tag == "img":
            self._picture(node)
            return False
        if tag in _ITALIC:
            self._block.parts.append("<i>")
        elif tag in _BOLD:
            self._bold += 1
        elif tag in _BLOCKS:
            return self._open_block(node, tag)
        return True

    def _open_block(self, node: LexborNode, tag: str) -> bool:
        heading = _HEADING.match(tag)
        if self._in_cell and tag not in ("td", "th", "tr", "table"):
            self._definitions += tag == "dd" and self._definitions > 0
            self._block.parts.append(" ")
            return True
        self._flush()
        if heading:
            self._block.prefix = "#" * int(heading[1]) + " "
        elif tag in ("ul", "ol"):
            if is_contents(node):
                return False
            start = (node.attributes.get("start") or "1").strip()
            first = int(start) if start.isascii() and start.isdecimal() else 1
            self._lists.append(first if tag == "ol" else None)
        elif tag == "dd":
            self._definitions += 1
        elif tag == "li":
            self._block.prefix = self._list_sign(node)
        elif tag == "table":
            self._tables.append(Table() if not self._in_cell and holds_cells(node) else None)
        elif tag == "tr" and self._tables and self._tables[-1]:
            self._tables[-1].open_row()
        return True

    @property
    def _in_cell(self) -> bool:
        return self._definitions > 0 or any(table is not None for table in self._tables)

    def _list_sign(self, node: LexborNode) -> str:
        if not self._lists or self._lists[-1] is None:
            return "- "
        value = (node.attributes.get("value") or "").strip()
        number = int(value) if value.isascii() and value.isdecimal() else self._lists[-1]
        self._lists[-1] = number + 1
        return f"{number}. "

    def _raised(self, node: LexborNode) -> bool:
        """A raised number that no link makes a mark."""
        words = (node.text() or "").strip()
        inside = any(child.mem_id in self._notes.marks for child in walk(node))
        if words.isdecimal() and words.isascii() and not inside:
            self._block.parts.append(f"<sup>{words}</sup>")
            self._block.plain = True
            return False
        return True

    def _picture(self, node: LexborNode) -> None:
        table = next((table for table in reversed(self._tables) if table is not None), None)
        if table is not None:
            table.picture = escape(_SPACE.sub(" ", node.attributes.get("alt") or "").strip())

    def _text(self, text: str, node: LexborNode) -> None:
        parent = node.parent
        if parent is None or parent.tag != "pre":
            text = _SPACE.sub(" ", text)
        if text.strip():
            if self._bold:
                self._block.bold += 1
            else:
                self._block.plain = True
        self._block.parts.append(escape(text))

    def _close(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in _ITALIC:
            self._block.parts.append("</i>")
        elif tag in _BOLD:
            self._bold -= 1
        elif tag in ("td", "th") and self._tables and self._tables[-1] is not None:
            self._tables[-1].add(" ".join(self._taken().split()), node)
        elif tag == "caption" and self._in_cell:
            self._caption()
        elif tag == "tr" and self._tables and self._tables[-1] is not None:
            row = self._tables[-1].close_row()
            self._rows += [row] if row else []
        elif tag == "table":
            self._close_table()
        elif tag == "dt" and not self._in_cell:
            self._term = self._taken().replace("\n", " ")
        elif tag == "dd" and self._definitions:
            self._definitions -= 1
            if not self._in_cell:
                self._definition()
        elif tag in _BLOCKS and not self._in_cell:
            self._flush()
            if tag in ("ul", "ol") and self._lists:
                self._lists.pop()

    def _caption(self) -> None:
        """A table's caption stands before its rows, as a text of its own."""
        text = self._taken().replace("\n", " ")
        self.blocks += [escape_opening(text)] if text else []

    def _close_table(self) -> None:
        table = self._tables.pop() if self._tables else None
        if table is None:
            self._flush()
        elif self._rows:
            self.blocks.append("\n".join(self._rows))
            self._rows = []
            self._write_notes()

    def _definition(self) -> None:
        text = " ".join(self._taken().split())
        if text or self._term:
            self.blocks.append(f"{self._term}\t{text}" if self._term else text)
            self._term = ""
            self._write_notes()

    def _taken(self) -> str:
        """The words of the block so far; the next one begins empty."""
        block, self._block = self._block, Block()
        self._pending += block.marks
        return block.words()

    def _flush(self) -> None:
        """Ends a block and writes it."""
        if self._in_cell:
            return
        prefix, bold = self._block.prefix, self._block.bold and not self._block.plain
        text = self._taken()
        if not text:
            # A sign waits for the words of a block inside the item.
            self._block.prefix = prefix if prefix and not prefix.startswith("#") else ""
            return
        if is_navigation(text):
            return
        if prefix.startswith("#"):
            text = text.replace("\n", " ")
        elif not prefix:
            short = len(text) <= _LONGEST_BOLD and any(map(str.isalpha, text))
            text = f"**{upright(text)}**" if bold and short else escape_opening(text)
        self.blocks.append(prefix + text)
        self._write_notes()

    def _write_notes(self) -> None:
        """Writes the notes behind the block that has their marks."""
        pending, self._pending = self._pending, []
        for label in pending:
            body = self._notes.bodies.get(label)
            if body is None or label in self._written:
                continue
            self._written.add(label)
            writer = Writer(Notes(backlinks=self._notes.backlinks))
            writer.write(body)
            words = " ".join(" ".join(writer.blocks).removeprefix("- ").split())
            self.blocks.append(f"<sup>{label}</sup> {without_label(words, label)}")
