"""One pass over the quads that counts what a description of the data set tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

__all__ = ["Survey"]

_YOT = "https://w3id.org/yotgraph/ontology#"
_RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_ISSUED = NamedNode("http://purl.org/dc/terms/issued")
_REPORT = NamedNode(f"{_YOT}Report")
_ONTOLOGY = NamedNode(_YOT.removesuffix("#"))
_VERSION = NamedNode("http://www.w3.org/2002/07/owl#versionIRI")
_SOFTWARE = NamedNode("http://www.w3.org/ns/prov#SoftwareAgent")
_OF_A_SOURCE = frozenset({NamedNode(f"{_YOT}sha256"), NamedNode(f"{_YOT}fileName")})
_NAMESPACE = re.compile(r".*[/#]")

Subject = NamedNode | BlankNode | Triple


@dataclass(slots=True)
class Survey:
    """What the quads hold. A statement that several graphs make counts once.

    ``members`` are the subjects of each class, ``graphs`` the statements of each named graph,
    ``sources`` what is said of the files that were read, ``versioned`` which version of the
    ontology stands beside the data.
    """

    triples: set[Triple] = field(default_factory=set)
    subjects: set[Subject] = field(default_factory=set)
    properties: set[NamedNode] = field(default_factory=set)
    members: dict[NamedNode, set[Subject]] = field(default_factory=dict)
    graphs: Counter[str] = field(default_factory=Counter)
    sources: set[Triple] = field(default_factory=set)
    issued: list[Triple] = field(default_factory=list)
    versioned: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> Survey:
        """Counts the quads."""
        survey = cls()
        for quad in quads:
            survey._add(quad)
        return survey

    def _add(self, quad: Quad) -> None:
        self.triples.add(quad.triple)
        self.subjects.add(quad.subject)
        self.properties.add(quad.predicate)
        if isinstance(quad.graph_name, NamedNode):
            self.graphs[quad.graph_name.value] += 1
        if quad.predicate == _RDF_TYPE and isinstance(quad.object, NamedNode):
            self.members.setdefault(quad.object, set()).add(quad.subject)
        elif quad.predicate in _OF_A_SOURCE:
            self.sources.add(quad.triple)
        elif quad.predicate == _ISSUED:
            self.issued.append(quad.triple)
        elif quad.predicate == _VERSION and quad.subject == _ONTOLOGY:
            self.versioned.add(str(quad.object)[1:-1])

    def reports(self) -> list[NamedNode]:
        """The reports, sorted."""
        found = self.members.get(_REPORT, set())
        return sorted((each for each in found if isinstance(each, NamedNode)), key=str)

    def newest(self) -> Literal | None:
        """The newest date on which a report was published, at the precision it has."""
        reports = self.members.get(_REPORT, set())
        dates = [
            triple.object
            for triple in self.issued
            if triple.subject in reports and isinstance(triple.object, Literal)
        ]
        return max(dates, key=lambda date: (date.value, date.datatype.value), default=None)

    def versions(self) -> list[str]:
        """The version IRIs of the ontology that the data is made with."""
        return sorted(self.versioned)

    def software(self) -> list[str]:
        """The programs that made the data."""
        agents = self.members.get(_SOFTWARE, set())
        return sorted(agent.value for agent in agents if isinstance(agent, NamedNode))

    def vocabularies(self) -> list[str]:
        """The namespaces of the properties and classes in use."""
        used = {term.value for term in self.properties | self.members.keys()}
        return sorted({found.group() for iri in used if (found := _NAMESPACE.match(iri))})
