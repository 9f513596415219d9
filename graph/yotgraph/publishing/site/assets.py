"""Scripts and styles of the site: the project's own, and the libraries bundled with the package.

The libraries come from the npm registry when the package is built (``hatch_build.py``) and lie
in ``publishing/assets``. Without them the site has all its text and tables, but no pictures and
no search; :func:`missing_libraries` says so in one line.
"""

from __future__ import annotations

import json
from pathlib import Path

from yotgraph.publishing.site.rendering import Site
from yotgraph.resources import directory

__all__ = [
    "LIBRARIES",
    "as_call",
    "as_script",
    "bundled",
    "copy_assets",
    "encoded",
    "library_source",
    "missing_libraries",
    "own_source",
]

LIBRARIES = (
    "cose-base.js",
    "cytoscape-fcose.js",
    "cytoscape.min.js",
    "d3.min.js",
    "layout-base.js",
    "minisearch.js",
)
"""The bundled scripts, by the names that ``hatch_build.py`` gives them."""

_BUNDLE = Path(__file__).parent.parent / "assets"
_OWN = (
    "charts.js", "network-export.js", "network-look.js", "network-model.js", "network-panel.js",
    "network-places.js", "network-view.js", "network.js", "report.js", "search.js", "style.css",
    "tables.js",
)  # fmt: skip


def bundled() -> frozenset[str]:
    """The libraries that are there."""
    return frozenset(name for name in LIBRARIES if (_BUNDLE / name).is_file())


def missing_libraries() -> str | None:
    """One line that says what the site goes without, or ``None`` where all is there."""
    missing = sorted(set(LIBRARIES) - bundled())
    if not missing:
        return None
    return (
        f"the site has tables but no pictures and no search: {', '.join(missing)} not bundled;"
        " install the package with access to the npm registry"
    )


def library_source(name: str) -> str:
    """The text of a bundled library."""
    return (_BUNDLE / name).read_text(encoding="utf-8")


def own_source(name: str) -> str:
    """The text of one of the project's own scripts or styles."""
    return (directory("web") / "src" / name).read_text(encoding="utf-8")


def copy_assets(site: Site) -> None:
    """Writes scripts, styles and the libraries' licences into ``assets/``."""
    for name in _OWN:
        site.write_text(f"assets/{name}", own_source(name))
    for name in sorted(bundled()):
        site.write_text(f"assets/{name}", library_source(name))
    licences = _BUNDLE / "licences.txt"
    if licences.is_file():
        site.write_text("assets/licences.txt", licences.read_text(encoding="utf-8"))


def encoded(value: object) -> str:
    r"""A value as JSON that can stand in any script: only ASCII, no mark-up.

    >>> encoded(["</script>"])
    '["\\u003c/script\\u003e"]'
    """
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def as_script(name: str, value: object) -> str:
    """A script that sets ``yotgraph.NAME``: how data reach a page that is opened from disk."""
    return f"globalThis.yotgraph ??= {{}};\nyotgraph.{name} = {encoded(value)};\n"


def as_call(name: str, *values: object) -> str:
    """A script that hands values to the function ``yotgraph.NAME`` of a page."""
    return f"yotgraph.{name}({','.join(map(encoded, values))});\n"
