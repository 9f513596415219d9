"""The ontology on one page in the form of LODE, made by pyLODE.

pyLODE is an optional dependency (``pip install 'yotgraph[docs]'``): it brings a dozen packages
that nothing else needs. It runs in a process of its own, because it sets up logging for the
whole program, and with a fixed hash seed, so that the page repeats itself. It is given one
ontology without the headers of the modules, whose titles and versions it would mix into one.
It takes longer than all other pages together, so the last line of its page says what it was
made from, and a later run takes the page over while that is the same.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Triple, parse, serialize

from yotgraph.errors import YotgraphError
from yotgraph.knowledge.names import term
from yotgraph.resources import directory

__all__ = ["lode_page", "write_lode_page"]

_ONTOLOGY = NamedNode("https://w3id.org/yotgraph/ontology")


def write_lode_page(folder: Path, earlier: Path | None = None) -> Path | None:
    """Writes ``ontology/lode.html`` below ``folder``; gives ``None`` without pyLODE.

    ``earlier`` is a folder of an earlier run, whose page is taken over if it was made from the
    same ontology. Raises :class:`YotgraphError` where pyLODE fails.
    """
    if find_spec("pylode") is None:
        return None
    path = folder / "ontology" / "lode.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = _page_of(earlier / "ontology" / "lode.html") if earlier else None
    path.write_text(text or lode_page(), encoding="utf-8", newline="\n")
    return path


def _page_of(path: Path) -> str | None:
    """The page of an earlier run, if it is there and made from what there is now."""
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return text if text.endswith(_last_line()) else None


def _last_line() -> str:
    """What a page is made from, as its last line."""
    digest = hashlib.sha256(_source()).hexdigest()
    return f"<!-- made by pyLODE {version('pylode')} from {digest} -->\n"


@cache
def lode_page() -> str:
    """The page, made once in each process. Raises :class:`YotgraphError` where pyLODE fails."""
    with tempfile.TemporaryDirectory() as scratch:
        source, page = Path(scratch) / "yotgraph.ttl", Path(scratch) / "lode.html"
        source.write_bytes(_source())
        run = subprocess.run(
            [sys.executable, "-m", "pylode", str(source), "-o", str(page), "--sort"],
            env={**os.environ, "PYTHONHASHSEED": "0"},
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode == 0 and page.is_file():
            return f"{page.read_text(encoding='utf-8').rstrip()}\n{_last_line()}"
    reason = (run.stderr.strip().splitlines() or ["no reason given"])[-1]
    raise YotgraphError(f"pyLODE failed ({reason}): pip install --upgrade 'yotgraph[docs]'")


@cache
def _source() -> bytes:
    """The Turtle that pyLODE reads."""
    return serialize(_one_ontology(), format=RdfFormat.TURTLE) or b""


def _one_ontology() -> list[Triple]:
    """The terms of all modules under the header of the ontology alone."""
    folder = directory("ontology")
    triples = [
        each.triple
        for path in (folder / "yotgraph.ttl", *sorted((folder / "modules").glob("*.ttl")))
        for each in parse(path=path, format=RdfFormat.TURTLE)
    ]
    modules = {
        each.subject
        for each in triples
        if each.predicate == term("rdf:type") and each.object == term("owl:Ontology")
    } - {_ONTOLOGY}
    unwanted = {term("owl:imports"), term("rdfs:label")}
    return [
        each
        for each in triples
        if each.subject not in modules
        and not (each.subject == _ONTOLOGY and each.predicate in unwanted)
    ]
