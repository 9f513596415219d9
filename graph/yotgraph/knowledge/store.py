"""The graph in an embedded Oxigraph store, in memory or on disk.

One named graph a report, one for what rules derive, one for the ontology with its schemes,
frameworks and registers. Questions see the union of all of them as the default graph.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    Variable,
    parse,
)

from yotgraph.errors import UsageError, VocabularyError
from yotgraph.knowledge.endpoint import Endpoint
from yotgraph.knowledge.federation import refuse_service
from yotgraph.knowledge.names import PREFIXES, Names
from yotgraph.resources import directory

if TYPE_CHECKING:
    from rdflib import Dataset

__all__ = [
    "MEMORY_LIMIT_BYTES",
    "as_rdflib",
    "open_store",
    "read_quads",
    "register_quads",
    "replace_graph",
    "report_slugs",
    "select",
]

MEMORY_LIMIT_BYTES = 400_000_000
"""A larger file is loaded on disk. Oxigraph keeps about a gigabyte of memory for the two
million quads of such a file, which is what a small machine can spare."""

_FORMATS = {
    ".nq": RdfFormat.N_QUADS,
    ".nt": RdfFormat.N_TRIPLES,
    ".trig": RdfFormat.TRIG,
    ".ttl": RdfFormat.TURTLE,
}
_STORE_FOLDER = "store"
_DUMP = "yotgraph.nq"


def open_store(source: Path | Iterable[Quad], *, folder: Path | None = None) -> Store:
    """A store with the quads of ``source``.

    ``source`` is quads, a file (``.nq``, ``.trig``, ``.nt``, ``.ttl``), a store's folder, or a
    folder made by a build, whose ``store/`` is opened for reading, or else its
    ``yotgraph.nq``. With ``folder`` the quads are kept on disk there; without it they are
    kept in memory, or, from a large file, in a folder that goes when the program ends.
    Raises :class:`UsageError` where there is nothing to read or it cannot be read.
    """
    if not isinstance(source, Path):
        store = Store(folder) if folder else Store()
        store.bulk_extend(source)
        return store
    if source.is_dir():
        return _open_folder(source, folder)
    return _load_file(source, folder)


def read_quads(source: Path) -> Iterator[Quad]:
    """The quads of a file or of a build's ``yotgraph.nq``, as they were published.

    A store keeps numbers by value: what comes out of it has lost ``36.0`` for ``36`` and
    ``xsd:nonNegativeInteger`` for ``xsd:integer``. Raises :class:`UsageError` where there is
    nothing to read or it cannot be read.
    """
    path = source / _DUMP if source.is_dir() else source
    try:
        yield from parse(path=path, format=_format(path))
    except SyntaxError as broken:
        raise UsageError(f"{path}: {broken}; build the graph again") from broken


def _format(path: Path) -> RdfFormat:
    if path.suffix and path.name != _DUMP and not path.exists():
        raise UsageError(f"{path}: no such file; give a graph's file or a build's folder")
    if not path.exists():
        folder = path.parent if path.name == _DUMP else path
        raise UsageError(f"{folder}: no graph there; run 'yotgraph build --out {folder}' first")
    rdf_format = _FORMATS.get(path.suffix.lower())
    if rdf_format is None or not path.is_file():
        raise UsageError(f"{path}: not a graph; give one of {', '.join(sorted(_FORMATS))}")
    return rdf_format


def _open_folder(source: Path, folder: Path | None) -> Store:
    for place in (source / _STORE_FOLDER, source):
        if not (place / "CURRENT").is_file():
            continue
        try:
            return Store.read_only(str(place))
        except (OSError, RuntimeError):
            # A store that another version wrote, or a build left half-made: Oxigraph raises
            # either. The dump beside it holds the same quads.
            continue
    if (source / _DUMP).is_file():
        return _load_file(source / _DUMP, folder)
    raise UsageError(f"{source}: no graph there; run 'yotgraph build --out {source}' first")


def _load_file(path: Path, folder: Path | None) -> Store:
    rdf_format = _format(path)
    if folder is None and path.stat().st_size > MEMORY_LIMIT_BYTES:
        folder = Path(tempfile.mkdtemp(prefix="yotgraph-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
    store = Store(folder) if folder else Store()
    has_graphs = rdf_format.supports_datasets
    graph = DefaultGraph() if has_graphs else NamedNode(path.resolve().as_uri())
    try:
        store.bulk_load(path=path, format=rdf_format, to_graph=None if has_graphs else graph)
    except SyntaxError as broken:
        raise UsageError(f"{path}: {broken}; build the graph again") from broken
    return store


def replace_graph(store: Store, graph: NamedNode, quads: Iterable[Quad]) -> None:
    """Put ``quads`` in place of everything in ``graph``.

    Raises :class:`VocabularyError` where a quad belongs to another graph; the store is then
    as it was.
    """
    new = list(quads)
    stray = next((quad for quad in new if quad.graph_name != graph), None)
    if stray is not None:
        raise VocabularyError(f"a quad of {stray.graph_name} is no part of {graph.value}")
    store.remove_graph(graph)
    store.bulk_extend(new)


def register_quads(names: Names | None = None, folder: Path | None = None) -> list[Quad]:
    """The ontology, schemes, frameworks and registers as the quads of one graph, sorted.

    The IRIs of data in the registers move with the base of ``names``. ``folder`` is
    ``ontology/`` unless given. Raises :class:`VocabularyError` on Turtle that cannot be read
    and on blank nodes, which would change from run to run.
    """
    minted = names or Names()
    place = folder or directory("ontology")
    quads: set[Quad] = set()
    for path in sorted(place.rglob("*.ttl")):
        if path.relative_to(place).parts[0] == "examples":
            continue
        try:
            for triple in parse(path=path, format=RdfFormat.TURTLE):
                quads.add(_rebased(triple, minted, path))
        except SyntaxError as broken:
            raise VocabularyError(f"{path.name}: {broken}; mend the Turtle") from broken
    return sorted(quads, key=str)


def _rebased(triple: Triple | Quad, names: Names, path: Path) -> Quad:
    subject, value = triple.subject, triple.object
    if not isinstance(subject, NamedNode):
        raise VocabularyError(f"{path.name}: a blank node near {triple.predicate}; give it an IRI")
    if isinstance(value, NamedNode):
        value = names.rebased(value)
    return Quad(names.rebased(subject), triple.predicate, value, names.registers_graph)


def report_slugs(store: Store) -> list[str]:
    """The slugs of the reports in a store, sorted."""
    found = select(
        store,
        "SELECT DISTINCT ?slug WHERE { ?report a yot:Report ; dcterms:identifier ?slug }",
    )
    return sorted(solution["slug"].value for solution in found)


def select(
    store: Store | Endpoint, query: str, bindings: Mapping[str, NamedNode | Literal] | None = None
) -> QuerySolutions:
    """The solutions of a SELECT query over the union of all graphs.

    ``bindings`` give variables of the SELECT clause a value from the start (SEP-0007); they
    are passed as terms and never become part of the text. Raises :class:`UsageError` where
    the query cannot be read, is no SELECT or would ask another server.
    """
    if isinstance(store, Endpoint):
        return store.select(query, bindings)
    refuse_service(query)
    values: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
        Variable(name): value for name, value in (bindings or {}).items()
    }
    try:
        found = store.query(
            query, prefixes=dict(PREFIXES), use_default_graph_as_union=True, substitutions=values
        )
    except SyntaxError as broken:
        raise UsageError(f"the query cannot be read: {broken}") from broken
    except RuntimeError as wrong:
        raise UsageError(f"the query cannot be run: {wrong}") from wrong
    if not isinstance(found, QuerySolutions):
        raise UsageError("the query gives no rows: write it as SELECT")
    return found


def as_rdflib(store: Store) -> Dataset:
    """The same store as an rdflib Dataset, whose default graph is the union of all graphs.

    Its queries know the prefixes that the named questions know.
    """
    from oxrdflib import OxigraphStore
    from rdflib import Dataset, URIRef

    view = OxigraphStore(store=store)
    for prefix, namespace in PREFIXES.items():
        view.bind(prefix, URIRef(namespace))
    return Dataset(store=view, default_union=True)
