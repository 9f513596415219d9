"""The files of a build by the path of an address: pages, documentation, downloads."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

__all__ = ["data_beside", "find_file", "media_type_of", "page_of"]

_MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gexf": "application/xml",
    ".graphml": "application/xml",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".nq": "application/n-quads",
    ".svg": "image/svg+xml",
    ".trig": "application/trig",
    ".ttl": "text/turtle; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
}
_INDEX = "index.html"
_SITE = "site"
# What a build holds beside the site that is for others to load.
_OPEN_FOLDERS = ("answers", "docs")


def media_type_of(path: Path) -> str:
    """The media type of a file, told by its suffix."""
    return _MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream")


def find_file(build: Path, address: str) -> Path | None:
    """The file of a build at the path of an address, or ``None`` where there is none.

    A folder is its ``index.html``. Nothing is found outside of the site, the documentation, the
    answers and the files that stand at the build's top.
    """
    parts = [part for part in unquote(address).split("/") if part]
    if any(_is_unsafe(part) for part in parts):
        return None
    roots = [build / _SITE]
    if len(parts) == 1 or (parts and parts[0] in _OPEN_FOLDERS):
        roots.append(build)
    for root in roots:
        path = root.joinpath(*parts)
        if path.is_dir():
            path /= _INDEX
        if path.is_file() and path.resolve().is_relative_to(build.resolve()):
            return path
    return None


def _is_unsafe(part: str) -> bool:
    return part.startswith(".") or "\\" in part or ":" in part or not part.isprintable()


def page_of(build: Path, path: str) -> str | None:
    """The page about what an IRI names, by the IRI's path below the base; ``None`` without one.

    ``id/service/anytown`` has the page ``/service/anytown.html``.
    """
    if path == "ontology":
        address = "docs/ontology/terms.html"
    elif path.startswith("scheme/themes/"):
        address = f"theme/{path.removeprefix('scheme/themes/')}.html"
    elif path == "dataset":
        address = _INDEX
    elif path.startswith("dataset/"):
        # A list stands as ``services.html``, a question as ``question/NAME.html``.
        below = path.removeprefix("dataset/").removeprefix("list/")
        address = f"{below.replace('query/', 'question/', 1)}.html"
    elif path == "scheme/themes":
        address = "themes.html"
    elif path.startswith("graph/"):
        address = f"report/{path.removeprefix('graph/')}.html"
    elif path.startswith("id/"):
        address = f"{path.removeprefix('id/')}.html"
    else:
        return None
    return f"/{address}" if find_file(build, address) else None


def data_beside(page: str) -> Mapping[str, str]:
    """A page and the files beside it that hold its data, by their media types.

    >>> data_beside("/services.html")["application/ld+json"]
    '/services.jsonld'
    """
    stem = page.removesuffix(".html")
    return {
        "text/html": page,
        "text/turtle": f"{stem}.ttl",
        "application/ld+json": f"{stem}.jsonld",
    }
