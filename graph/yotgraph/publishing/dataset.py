"""What the published files are: a data set described in DCAT 3 and VoID.

Everything in the description follows from the quads and the written files: counts, sizes,
checksums, sources. There is no clock in it, so that the same input describes itself the
same way.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad, Triple

from yotgraph.knowledge.questions import Question
from yotgraph.publishing.example_queries import EXAMPLE_PREFIXES, example_queries
from yotgraph.publishing.survey import Survey

__all__ = ["DATASET_PREFIXES", "DATASET_TITLE", "MEDIA_TYPES", "describe_dataset"]

DATASET_PREFIXES: Mapping[str, str] = {
    **EXAMPLE_PREFIXES,
    "dcat": "http://www.w3.org/ns/dcat#",
    "prov": "http://www.w3.org/ns/prov#",
    "spdx": "http://spdx.org/rdf/terms#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "yot": "https://w3id.org/yotgraph/ontology#",
}
"""The prefixes of the description's own terms, for :func:`yotgraph.publishing.turtle.to_turtle`."""

MEDIA_TYPES: Mapping[str, str] = {
    ".csv": "text/csv",
    ".html": "text/html",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".nq": "application/n-quads",
    ".svg": "image/svg+xml",
    ".trig": "application/trig",
    ".tsv": "text/tab-separated-values",
    ".ttl": "text/turtle",
    ".txt": "text/plain",
}
"""IANA media types by file suffix; a file of another suffix is described without one."""

_LICENCE = NamedNode("http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/")
_ATTRIBUTION = "Contains public sector information licensed under the Open Government Licence v3.0."
DATASET_TITLE = "Inspection reports of youth offending services as linked data"
"""What the data set is called."""

_DESCRIPTION = (
    "What inspection reports of youth offending services in England and Wales state: each "
    "fact with the words that it rests on and their place in the report."
)
_KEYWORDS = ("inspection", "probation", "youth justice", "youth offending services")
_VALIDATED = "The data met its shapes and checks when it was published."
_NOT_VALIDATED = (
    "Violations were allowed when the data was published: it may break its shapes and checks. "
    "See the validation report before you rely on it."
)
_NAMESPACE_END = re.compile(r"[/#]")
_LANGUAGE = NamedNode("http://id.loc.gov/vocabulary/iso639-1/en")
_MEDIA_TYPE_BASE = "https://www.iana.org/assignments/media-types/"


def _term(prefixed: str) -> NamedNode:
    prefix, _, local = prefixed.partition(":")
    return NamedNode(DATASET_PREFIXES[prefix] + local)


def _typed(value: str | int, datatype: str) -> Literal:
    return Literal(str(value), datatype=_term(f"xsd:{datatype}"))


def _statements(subject: NamedNode, *pairs: tuple[str, NamedNode | Literal]) -> Iterator[Triple]:
    for predicate, value in pairs:
        yield Triple(subject, _term(predicate), value)


def _file(dataset: NamedNode, path: Path, folder: Path, download: str | None) -> Iterator[Triple]:
    """One written file as a distribution, with its size in bytes and its SHA-256."""
    name = path.relative_to(folder).as_posix()
    distribution = NamedNode(f"{dataset.value}/file/{quote(name)}")
    checksum = NamedNode(f"{distribution.value}/checksum")
    content = path.read_bytes()
    yield from _statements(dataset, ("dcat:distribution", distribution))
    yield from _statements(
        distribution,
        ("rdf:type", _term("dcat:Distribution")),
        ("dcterms:title", Literal(name)),
        ("dcterms:license", _LICENCE),
        ("dcat:byteSize", _typed(len(content), "nonNegativeInteger")),
        ("spdx:checksum", checksum),
    )
    yield from _statements(
        checksum,
        ("rdf:type", _term("spdx:Checksum")),
        ("spdx:algorithm", _term("spdx:checksumAlgorithm_sha256")),
        ("spdx:checksumValue", _typed(hashlib.sha256(content).hexdigest(), "hexBinary")),
    )
    if media_type := MEDIA_TYPES.get(path.suffix):
        media = NamedNode(_MEDIA_TYPE_BASE + media_type)
        yield from _statements(distribution, ("dcat:mediaType", media))
    if download:
        address = NamedNode(download + quote(name))
        yield from _statements(distribution, ("dcat:downloadURL", address))


def _about(dataset: NamedNode, survey: Survey, *, violations_allowed: bool) -> Iterator[Triple]:
    """Title, licence and where the data comes from."""
    rights = NamedNode(f"{dataset.value}/rights")
    yield from _statements(
        dataset,
        ("rdf:type", _term("dcat:Dataset")),
        ("rdf:type", _term("void:Dataset")),
        ("dcterms:title", Literal(DATASET_TITLE, language="en")),
        ("dcterms:description", Literal(_DESCRIPTION, language="en")),
        (
            "dcterms:description",
            Literal(_NOT_VALIDATED if violations_allowed else _VALIDATED, language="en"),
        ),
        ("dcterms:language", _LANGUAGE),
        ("dcterms:license", _LICENCE),
        ("dcterms:rights", rights),
        ("void:uriSpace", Literal(dataset.value.removesuffix("dataset") + "id/")),
        *(("dcat:keyword", Literal(each, language="en")) for each in _KEYWORDS),
        *(("void:exampleResource", each) for each in survey.reports()[:1]),
    )
    yield from _statements(
        rights,
        ("rdf:type", _term("dcterms:RightsStatement")),
        ("rdfs:label", Literal(_ATTRIBUTION, language="en")),
    )
    if newest := survey.newest():
        yield from _statements(dataset, ("dcterms:modified", newest))
    for version in survey.versions():
        yield from _statements(dataset, ("dcterms:conformsTo", NamedNode(version)))
    for software in survey.software():
        yield from _statements(dataset, ("prov:wasAttributedTo", NamedNode(software)))
    for triple in survey.sources:
        yield Triple(dataset, _term("prov:wasDerivedFrom"), triple.subject)
        yield Triple(triple.subject, _term("rdf:type"), _term("yot:SourceFile"))
        yield triple


def _counts(dataset: NamedNode, survey: Survey, prefixes: Mapping[str, str]) -> Iterator[Triple]:
    """VoID: how much there is, of what, in which vocabularies and graphs."""
    yield from _statements(
        dataset,
        ("void:triples", _typed(len(survey.triples), "integer")),
        ("void:distinctSubjects", _typed(len(survey.subjects), "integer")),
        ("void:properties", _typed(len(survey.properties), "integer")),
        ("void:classes", _typed(len(survey.members), "integer")),
    )
    for namespace in survey.vocabularies():
        yield from _statements(dataset, ("void:vocabulary", NamedNode(namespace)))
    for kind, members in survey.members.items():
        name = _short_name(kind.value, prefixes)
        partition = NamedNode(f"{dataset.value}/class/{name}")
        yield from _statements(dataset, ("void:classPartition", partition))
        yield from _statements(
            partition,
            ("void:class", kind),
            ("void:entities", _typed(len(members), "integer")),
        )
    for graph, size in survey.graphs.items():
        yield from _statements(dataset, ("void:subset", NamedNode(graph)))
        yield from _statements(
            NamedNode(graph),
            ("rdf:type", _term("void:Dataset")),
            ("void:triples", _typed(size, "integer")),
        )


def _short_name(iri: str, prefixes: Mapping[str, str]) -> str:
    """An IRI as one segment of another: ``yot-Finding``; percent-encoded without a prefix."""
    for prefix, namespace in sorted(prefixes.items()):
        local = iri.removeprefix(namespace)
        if iri.startswith(namespace) and local and not _NAMESPACE_END.search(local):
            return quote(f"{prefix}-{local}", safe="")
    return quote(iri, safe="")


def describe_dataset(
    quads: Iterable[Quad],
    files: Iterable[Path],
    *,
    folder: Path,
    base: str,
    prefixes: Mapping[str, str],
    violations_allowed: bool = False,
    download: str | None = None,
    questions: Iterable[Question] = (),
) -> list[Triple]:
    """The data set ``BASE/dataset`` in DCAT 3 and VoID, without blank nodes.

    ``files`` are the written files, named by their path below ``folder``; ``download`` is the
    address, ending in ``/``, under which they are published, where that is known.
    ``prefixes`` name the class partitions. ``violations_allowed`` says that the data was
    published although a shape or a check finds fault with it. ``questions`` become example
    queries. ``dcterms:modified`` is the newest publication date of a report. Raises
    :class:`OSError` where a file cannot be read.
    """
    survey = Survey.of(quads)
    dataset = NamedNode(f"{base}dataset")
    triples = [
        *_about(dataset, survey, violations_allowed=violations_allowed),
        *example_queries(dataset, questions),
        *_counts(dataset, survey, {**DATASET_PREFIXES, **prefixes}),
        *(triple for path in files for triple in _file(dataset, path, folder, download)),
    ]
    return sorted(set(triples), key=str)
