"""What the pages are about that tell of no single thing: the data set, its lists and questions.

A list is a collection (DCMI Type) whose parts it names; the list of themes is their scheme. A
question is the query that the description of the data set gives as an example (SHACL-AF, 5). The
network is what the graph says of the links between services and partners.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, Store, Triple

from yotgraph.knowledge.names import PREFIXES
from yotgraph.knowledge.questions import Question
from yotgraph.publishing.dataset import DATASET_PREFIXES, DATASET_TITLE
from yotgraph.publishing.example_queries import example_queries
from yotgraph.publishing.site.catalogue import KINDS, Thing
from yotgraph.publishing.views import statements

__all__ = [
    "LIST_PREFIXES",
    "SUBJECT_PREFIXES",
    "dataset_iri",
    "dataset_statements",
    "list_iri",
    "list_name",
    "list_statements",
    "network_iri",
    "network_statements",
    "question_list_statements",
    "question_statements",
    "query_iri",
]

SUBJECT_PREFIXES: Mapping[str, str] = MappingProxyType(
    {**PREFIXES, **DATASET_PREFIXES, "dcmitype": "http://purl.org/dc/dcmitype/"}
)
"""The prefixes of the statements that are made here."""

LIST_PREFIXES: Mapping[str, str] = MappingProxyType(
    {name: SUBJECT_PREFIXES[name] for name in ("dcmitype", "dcterms", "rdfs", "skos", "yot")}
)
"""Those of a list and of the network, where all stand at the head of the file."""

_THEMES = "https://w3id.org/yotgraph/scheme/themes"
_QUESTIONS = "questions"
_NETWORK_TITLE = "The partner network"


def dataset_iri(base: str) -> str:
    """The whole data set."""
    return f"{base}dataset"


def list_name(kind: str) -> str:
    """The name of the list of a kind of things, as its page has it.

    >>> list_name("service"), list_name("person")
    ('services', 'people')
    """
    return "people" if kind == "person" else f"{kind}s"


def list_iri(name: str, base: str) -> str:
    """The collection that a list shows, by the name of its page; of themes their scheme.

    >>> list_iri("services", "https://example.org/")
    'https://example.org/dataset/list/services'
    """
    return _THEMES if name == list_name("theme") else f"{dataset_iri(base)}/list/{name}"


def query_iri(name: str, base: str) -> str:
    """A question, as the description of the data set names its query."""
    return f"{dataset_iri(base)}/query/{name}"


def network_iri(base: str) -> str:
    """The links between services and partners, as a part of the data set."""
    return f"{dataset_iri(base)}/network"


def dataset_statements(description: Iterable[Triple], base: str) -> list[Triple]:
    """The description of the data set with the parts of it that have pages, sorted."""
    dataset = NamedNode(dataset_iri(base))
    found = {
        *description,
        Triple(dataset, _term("rdf:type"), _term("dcat:Dataset")),
        Triple(dataset, _term("dcterms:title"), Literal(DATASET_TITLE, language="en")),
    }
    titles = {list_iri(list_name(kind), base): title for kind, title in KINDS.items()}
    titles |= {list_iri(_QUESTIONS, base): "Questions", network_iri(base): _NETWORK_TITLE}
    for iri, title in titles.items():
        part = NamedNode(iri)
        found.add(Triple(dataset, _term("dcterms:hasPart"), part))
        if iri != _THEMES:
            found.add(Triple(part, _term("dcterms:title"), Literal(title, language="en")))
    return _sorted(found)


def list_statements(
    store: Store, name: str, title: str, things: Iterable[Thing], base: str
) -> list[Triple]:
    """What a list shows: its members with their labels, sorted."""
    labels = {thing.iri: thing.label for thing in things}
    iri = list_iri(name, base)
    made = _scheme(store, labels) if iri == _THEMES else _collection(iri, title, labels, base)
    return _sorted(made)


def question_list_statements(questions: Iterable[Question], base: str) -> list[Triple]:
    """The list of all questions, and each of them, sorted."""
    asked = list(questions)
    labels = {query_iri(each.name, base): each.name for each in asked}
    listed = _collection(list_iri(_QUESTIONS, base), "Questions", labels, base)
    return _sorted({*listed, *example_queries(NamedNode(dataset_iri(base)), asked)})


def question_statements(question: Question, base: str) -> list[Triple]:
    """A question as a query that runs as it stands, sorted."""
    return _sorted(example_queries(NamedNode(dataset_iri(base)), [question]))


def network_statements(store: Store, base: str) -> list[Triple]:
    """Every link between a service and a partner with its counts, in order of their IRIs; the
    sentences are in the data of the reports."""
    told = statements(store, "network")
    network = NamedNode(network_iri(base))
    links = dict.fromkeys(triple.subject for triple in told)
    return [
        Triple(network, _term("rdf:type"), _term("dcmitype:Collection")),
        Triple(network, _term("dcterms:title"), Literal(_NETWORK_TITLE, language="en")),
        Triple(network, _term("dcterms:isPartOf"), NamedNode(dataset_iri(base))),
        *(Triple(network, _term("dcterms:hasPart"), link) for link in links),
        *told,
    ]


def _collection(iri: str, title: str, labels: Mapping[str, str], base: str) -> Iterator[Triple]:
    node = NamedNode(iri)
    yield Triple(node, _term("rdf:type"), _term("dcmitype:Collection"))
    yield Triple(node, _term("dcterms:title"), Literal(title, language="en"))
    yield Triple(node, _term("dcterms:isPartOf"), NamedNode(dataset_iri(base)))
    for each, label in labels.items():
        yield Triple(node, _term("dcterms:hasPart"), NamedNode(each))
        yield Triple(NamedNode(each), _term("rdfs:label"), Literal(label))


def _scheme(store: Store, labels: Mapping[str, str]) -> Iterator[Triple]:
    """The scheme as the graph describes it, with its concepts."""
    scheme = NamedNode(_THEMES)
    yield from (quad.triple for quad in store.quads_for_pattern(scheme, None, None, None))
    for each, label in labels.items():
        yield Triple(NamedNode(each), _term("skos:inScheme"), scheme)
        yield Triple(NamedNode(each), _term("skos:prefLabel"), Literal(label, language="en"))


def _sorted(triples: Iterable[Triple]) -> list[Triple]:
    return sorted(set(triples), key=str)


def _term(prefixed: str) -> NamedNode:
    prefix, _, local = prefixed.partition(":")
    return NamedNode(SUBJECT_PREFIXES[prefix] + local)
