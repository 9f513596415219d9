"""The ontology on one page in the form of LODE, made by pyLODE.

pyLODE is an optional dependency (``pip install 'yotgraph[docs]'``): it brings a dozen packages
that nothing else needs. It is given one ontology without its modules' headers, because it
mixes the titles and versions of several into one, and in one order, so that it repeats itself.
"""

from __future__ import annotations

from pathlib import Path

from yotgraph.resources import directory

__all__ = ["write_lode_page"]

_ONTOLOGY = "https://w3id.org/yotgraph/ontology"


def write_lode_page(folder: Path) -> Path | None:
    """Writes ``ontology/lode.html`` below ``folder``; gives ``None`` without pyLODE."""
    try:
        from pylode import OntPub
    except ImportError:
        return None
    from rdflib import OWL, RDF, Graph, URIRef

    ontology = directory("ontology")
    graph = Graph(bind_namespaces="none")
    for source in (ontology / "yotgraph.ttl", *sorted((ontology / "modules").glob("*.ttl"))):
        graph.parse(source, format="turtle")
    for module in sorted(graph.subjects(RDF.type, OWL.Ontology)):
        if module != URIRef(_ONTOLOGY):
            graph.remove((module, None, None))
    graph.remove((None, OWL.imports, None))
    path = folder / "ontology" / "lode.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = OntPub(ontology=graph, sort_subjects=True).make_html()
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
