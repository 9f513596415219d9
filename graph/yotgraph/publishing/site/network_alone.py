"""The partner network as files of its own: a page that holds everything, and exchange formats.

The page needs nothing beside it. Its policy lets run only the scripts in it, each named by the
hash of its text; links into reports lead to the site that a build writes beside the page.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from markupsafe import Markup
from pyoxigraph import Store

from yotgraph.errors import ParameterError
from yotgraph.publishing.network_drawing import to_svg
from yotgraph.publishing.network_files import (
    TITLE,
    Picture,
    edges_csv,
    nodes_csv,
    read_picture,
    to_gexf,
    to_graphml,
)
from yotgraph.publishing.site.asking import Rows, read_answers
from yotgraph.publishing.site.assets import as_script, bundled, library_source, own_source
from yotgraph.publishing.site.catalogue import read_catalogue
from yotgraph.publishing.site.network import network_data, network_page, sentences_of
from yotgraph.publishing.site.rendering import Site

__all__ = ["NETWORK_FORMATS", "network_text", "write_network"]

_SITE = "site/"
_LIBRARIES = ("layout-base.js", "cose-base.js", "cytoscape.min.js", "cytoscape-fcose.js")
_SCRIPTS = (
    "tables.js", "network-model.js", "network-look.js", "network-places.js", "network-panel.js",
    "network-export.js", "network-view.js", "network.js",
)  # fmt: skip
_QUESTIONS = (
    "agencies-across-reports", "partner-links", "reports", "shared-partners",
    "statutory-partners",
)  # fmt: skip

# Behind "<" in a script: what would end it, or begin a comment that hides its end.
_ENDING = re.compile(r"(?<=<)(?:/(?:script|style)|!--)", re.IGNORECASE)

NETWORK_FORMATS = ("html", "graphml", "gexf", "svg")
"""What :func:`network_text` can make."""


def write_network(
    store: Store,
    folder: Path,
    base: str,
    picture: Picture | None = None,
    asked: Mapping[str, Rows] | None = None,
) -> list[Path]:
    """Writes ``partners.html``, ``.graphml``, ``.gexf``, ``.svg`` and tables of nodes and edges.

    ``picture`` is the network where it has been read already, ``asked`` the rows of all questions
    where they have been asked. Raises :class:`OSError` where the folder cannot be written.
    """
    drawn = picture or read_picture(store)
    texts = {
        **{
            f"partners.{form}": network_text(store, form, base, drawn, asked)
            for form in NETWORK_FORMATS
        },
        "partners-edges.csv": edges_csv(drawn),
        "partners-nodes.csv": nodes_csv(drawn),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return [folder / name for name in texts]


def network_text(
    store: Store,
    form: str,
    base: str,
    picture: Picture | None = None,
    asked: Mapping[str, Rows] | None = None,
) -> str:
    """The partner network in one of :data:`NETWORK_FORMATS`.

    Raises :class:`ParameterError` for another format.
    """
    drawn = picture or read_picture(store)
    makers: dict[str, Callable[[], str]] = {
        "html": lambda: _page(store, drawn, base, asked),
        "graphml": lambda: to_graphml(drawn),
        "gexf": lambda: to_gexf(drawn),
        "svg": lambda: to_svg(drawn.folded, drawn.places, drawn.folded_measures, TITLE),
    }
    if form not in makers:
        raise ParameterError(f"no format {form!r} here: choose one of {', '.join(makers)}")
    return makers[form]()


def _page(store: Store, picture: Picture, base: str, asked: Mapping[str, Rows] | None) -> str:
    catalogue = read_catalogue(store, picture.network, base)
    page = network_page(picture, read_answers(store, catalogue, _QUESTIONS, asked=asked))
    libraries = bundled()
    scripts: list[Markup] = []
    if libraries.issuperset(_LIBRARIES):
        data = {**network_data(picture, base), "root": _SITE, "parts": False}
        sentences = sentences_of(enumerate(picture.network.links))
        texts = [
            *map(library_source, _LIBRARIES),
            as_script("network", data),
            as_script("sentences", sentences),
            *map(own_source, _SCRIPTS),
        ]
        scripts = [_inline(text) for text in texts]
    style = _inline(own_source("style.css"))
    policy = (
        f"default-src 'none'; script-src {' '.join(map(_hash, scripts)) or chr(39) + 'none' + chr(39)};"
        f" style-src {_hash(style)}; img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    return Site(Path(), libraries).text(
        page, "network_alone.html", root=_SITE, policy=policy, scripts=scripts, style=style
    )


def _inline(text: str) -> Markup:
    """A script or style as it may stand in a page: nothing in it ends the element early."""
    return Markup(_ENDING.sub(r"\\\g<0>", text))


def _hash(text: str) -> str:
    """A text as a source of CSP Level 3 names it."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
