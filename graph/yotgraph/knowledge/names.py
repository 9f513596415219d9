"""Names: the prefixes, and how an IRI is made from what a source says.

IRIs come from stable values (a slug, a number, an offset), so that adding a report changes
no other report's IRIs. The ontology, its schemes and its frameworks have fixed IRIs; only
the data may live under another base.

>>> names = Names()
>>> names.report("anytown-2015-07").value
'https://w3id.org/yotgraph/id/report/anytown-2015-07'
>>> term("dcterms:title").value
'http://purl.org/dc/terms/title'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from pyoxigraph import NamedNode

from yotgraph import vocabulary
from yotgraph.errors import ParameterError, VocabularyError

__all__ = [
    "DEFAULT_BASE",
    "PREFIXES",
    "Names",
    "concept",
    "domain",
    "framework",
    "key_question",
    "key_segment",
    "slug",
    "standard",
    "term",
]

DEFAULT_BASE = "https://w3id.org/yotgraph/"

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "bibo": "http://purl.org/ontology/bibo/",
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "qb": "http://purl.org/linked-data/cube#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "sh": "http://www.w3.org/ns/shacl#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "wd": "http://www.wikidata.org/entity/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "yot": f"{DEFAULT_BASE}ontology#",
    }
)


@cache
def term(prefixed: str) -> NamedNode:
    """The IRI of a prefixed name. Raises :class:`VocabularyError` on an unknown prefix."""
    prefix, _, local = prefixed.partition(":")
    if prefix not in PREFIXES:
        raise VocabularyError(f"{prefixed}: no such prefix; known are {', '.join(PREFIXES)}")
    return NamedNode(PREFIXES[prefix] + local)


def slug(text: str) -> str:
    """Text as a part of an IRI: ASCII, lower case, one hyphen for any other run.

    Raises :class:`VocabularyError` where nothing is left.

    >>> slug("Windsor & Maidenhead"), slug("Children\u2019s  Services"), slug("Ynys M\u00f4n")
    ('windsor-and-maidenhead', 'childrens-services', 'ynys-mon')
    """
    return _something(vocabulary.slug(text), text)


def key_segment(key: str) -> str:
    """A fact's key as a part of its IRI: as :func:`slug`, but dots of numbers stay.

    Raises :class:`VocabularyError` where nothing is left.

    >>> key_segment("1.3 paragraph 4"), key_segment("2.1.1"), key_segment("Summary 1")
    ('1.3-paragraph-4', '2.1.1', 'summary-1')
    """
    parts = (vocabulary.slug(part) for part in key.split("."))
    return _something(".".join(part for part in parts if part), key)


def _something(made: str, text: str) -> str:
    if not made:
        raise VocabularyError(f"{text!r} has no letter or digit to make an IRI of")
    return made


def concept(scheme: str, notation: str) -> NamedNode:
    """A concept of ``ontology/schemes``: ``concept("ratings", "good")``."""
    return NamedNode(f"{DEFAULT_BASE}scheme/{scheme}/{slug(notation)}")


def framework(name: str) -> NamedNode:
    """A programme of ``ontology/frameworks``: ``framework("sqs")``."""
    return NamedNode(f"{DEFAULT_BASE}framework/{slug(name)}")


def domain(name: str, number: str) -> NamedNode:
    """A domain of a framework by its number."""
    return NamedNode(f"{framework(name).value}/domain/{key_segment(number)}")


def standard(name: str, number: str) -> NamedNode:
    """A standard of a framework by its number, as ``2.1``."""
    return NamedNode(f"{framework(name).value}/standard/{key_segment(number)}")


def key_question(name: str, number: str) -> NamedNode:
    """A key question of a framework by its number, as ``2.1.1``."""
    return NamedNode(f"{framework(name).value}/question/{key_segment(number)}")


@dataclass(frozen=True, slots=True)
class Names:
    """Makes the IRIs of data under one base. ``area`` and ``name`` arguments are slugs."""

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        if not self.base.endswith(("/", "#")) or "://" not in self.base:
            raise ParameterError(f"{self.base!r} is no base IRI: it must end with '/' or '#'")

    def node(self, *path: str) -> NamedNode:
        """``BASE/id/PATH``."""
        return NamedNode(f"{self.base}id/{'/'.join(path)}")

    def rebased(self, node: NamedNode) -> NamedNode:
        """An IRI of data under the default base, moved to this base; any other as it is.

        >>> Names("https://example.org/").rebased(Names().report("a-2015")).value
        'https://example.org/id/report/a-2015'
        """
        start = f"{DEFAULT_BASE}id/"
        if self.base == DEFAULT_BASE or not node.value.startswith(start):
            return node
        return NamedNode(f"{self.base}id/{node.value[len(start) :]}")

    def report(self, report: str) -> NamedNode:
        """The report with that slug."""
        return self.node("report", report)

    def inspection(self, report: str) -> NamedNode:
        """The inspection that a report tells of."""
        return self.node("inspection", report)

    def service(self, area: str) -> NamedNode:
        """The youth offending service of an area, whatever its name at the time."""
        return self.node("service", area)

    def board(self, area: str) -> NamedNode:
        """The management board of an area's service."""
        return self.node("board", area)

    def authority(self, name: str) -> NamedNode:
        """A local authority."""
        return self.node("authority", name)

    def body(self, name: str, area: str | None = None) -> NamedNode:
        """A national or uniquely named body; with ``area``, a body of that area alone."""
        return self.node("body", name) if area is None else self.node("body", area, name)

    def person(self, name: str, area: str | None = None) -> NamedNode:
        """Someone of a national body; with ``area``, someone of that area."""
        return self.node("person", name) if area is None else self.node("person", area, name)

    def post(self, organisation: NamedNode, title: str) -> NamedNode:
        """A post in an organisation, told apart by the organisation's own path.

        >>> Names().post(Names().authority("anytown"), "Chief Executive").value
        'https://w3id.org/yotgraph/id/post/authority-anytown/chief-executive'
        """
        return self.node("post", slug(organisation.value.partition("/id/")[2]), slug(title))

    def fact(self, report: str, kind: str, key: str) -> NamedNode:
        """A fact of a report by its kind and key."""
        return self.node("fact", report, kind, key_segment(key))

    def coverage(self, report: str, section: str, place: int) -> NamedNode:
        """The account of one section; ``place`` tells sections of one heading apart."""
        return self.node("coverage", report, f"{slug(section)}-{place}")

    def evidence(self, report: str, start: int, end: int) -> NamedNode:
        """A stretch of the source file, in code points."""
        return self.node("evidence", report, f"{start}-{end}")

    def source(self, sha256: str) -> NamedNode:
        """A source file by the SHA-256 of its bytes."""
        return self.node("source", sha256)

    def run(self, report: str) -> NamedNode:
        """The run that read a report."""
        return self.node("run", report)

    def software(self, version: str) -> NamedNode:
        """This program in one version."""
        return self.node("software", f"yotgraph-{version}")

    def rule(self, name: str) -> NamedNode:
        """The rule of ``queries/rules`` with that name."""
        return self.node("rule", name)

    @property
    def derived_prefix(self) -> str:
        """With what the IRI of every node that a rule makes begins."""
        return f"{self.base}id/derived/"

    def graph(self, report: str) -> NamedNode:
        """The named graph that holds what one report states."""
        return NamedNode(f"{self.base}graph/{report}")

    @property
    def derived_graph(self) -> NamedNode:
        """The named graph of what follows from the facts by rules."""
        return NamedNode(f"{self.base}graph/derived")

    @property
    def registers_graph(self) -> NamedNode:
        """The named graph of the ontology, schemes, frameworks and registers."""
        return NamedNode(f"{self.base}graph/registers")
