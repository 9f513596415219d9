"""Pages as files: templates, the way from a page to the site, and what a browser may load."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from yotgraph.errors import OutputError
from yotgraph.publishing.site.catalogue import KINDS
from yotgraph.publishing.site.tables import Cell, Table, table_html

__all__ = ["CONTENT_POLICY", "Page", "Section", "Site"]

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
    " base-uri 'none'; form-action 'self'"
)
"""What a page may load: what lies beside it, and nothing from elsewhere (CSP Level 3)."""

_TEMPLATES = Path(__file__).parent.parent / "templates"
_PATH = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: a title, a word of explanation, tables."""

    name: str
    title: str
    tables: tuple[Table, ...] = ()
    text: str = ""

    @property
    def place(self) -> str:
        """Its place in the page; a table of its name has that name for itself."""
        named = any(table.name == self.name for table in self.tables)
        return f"{self.name}-part" if named else self.name


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows. ``iri`` is that of its thing; its Turtle and JSON-LD stand beside the
    page, or beside the page ``data_of`` where several are about one thing. ``properties`` are
    what is said of the thing in a word or two."""

    path: str
    title: str
    kind: str = ""
    iri: str = ""
    lead: str = ""
    properties: tuple[tuple[str, Cell], ...] = ()
    sections: tuple[Section, ...] = ()
    data_of: str = ""
    more: Mapping[str, object] = field(default_factory=dict)

    @property
    def data(self) -> str:
        """The place of the page's data in the site, without its suffix."""
        return (self.data_of or self.path).removesuffix(".html")


class Site:
    """Writes pages into a folder and remembers their paths in it."""

    def __init__(self, folder: Path, libraries: frozenset[str] = frozenset()) -> None:
        self.folder = folder
        self.libraries = libraries
        self.written: list[str] = []
        self._folders: set[str] = set()
        self._environment = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            # No template changes while a site is written: nobody need look whether it did.
            auto_reload=False,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(
            content_policy=CONTENT_POLICY, kinds=KINDS, libraries=libraries
        )
        self._environment.filters["web_address"] = _web_address

    def write(self, page: Page, template: str = "page.html") -> None:
        """Writes a page. Raises :class:`OutputError` for a path that leads out of the site."""
        self.write_text(page.path, self.text(page, template, "../" * page.path.count("/")))

    def text(self, page: Page, template: str, root: str, **more: object) -> str:
        """A page as HTML; ``root`` leads from it to the site."""
        return self._environment.get_template(template).render(
            page=page, root=root, table=lambda table: table_html(table, root), **page.more, **more
        )

    def write_text(self, path: str, text: str) -> None:
        """Writes any text. Raises :class:`OutputError` for a path that leads out of the site."""
        self.write_bytes(path, text.encode())

    def write_bytes(self, path: str, content: bytes) -> None:
        """Writes any file. Raises :class:`OutputError` for a path that leads out of the site."""
        if not _PATH.fullmatch(path):
            raise OutputError(f"{path!r} is no place in the site; mend the IRI that it is made of")
        parent = path.rpartition("/")[0]
        if parent not in self._folders:
            (self.folder / parent).mkdir(parents=True, exist_ok=True)
            self._folders.add(parent)
        with open(f"{self.folder}/{path}", "wb") as file:
            file.write(content)
        self.written.append(path)


def _web_address(text: str) -> Markup | str:
    """An address as a link where it is one of the web, else as plain text."""
    if _WEB_ADDRESS.fullmatch(text):
        return Markup('<a href="{}" rel="noreferrer">{}</a>').format(text, text)
    return text
