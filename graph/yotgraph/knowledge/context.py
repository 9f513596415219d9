"""What every builder of one report's quads needs: its IRIs, its service, its evidence.

``fact_node`` gives a fact the properties that all facts have: the report that states it, the
service it is about, the words it rests on and its place in the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from yotgraph.facts import Evidence, Fact, ReportFacts, ReportIdentity, ServiceFact
from yotgraph.knowledge import names as iri
from yotgraph.knowledge.identity import Identities
from yotgraph.knowledge.literals import integer, offset, string
from yotgraph.knowledge.names import Names
from yotgraph.knowledge.nodes import Node, Term, describe
from yotgraph.vocabulary import load_frameworks

__all__ = ["Context", "evidence_nodes", "fact_node", "themes"]


@dataclass(frozen=True, slots=True)
class Context:
    """One report while its quads are made. ``programme`` is the framework's notation."""

    names: Names
    slug: str
    identities: Identities
    programme: str | None
    service_label: str

    @classmethod
    def of(cls, report: ReportFacts, names: Names, identities: Identities | None = None) -> Context:
        """The context of a report.

        The service's label is the area's name where the report gives no other.
        """
        service = next((fact for fact in report.facts if isinstance(fact, ServiceFact)), None)
        identity = next((fact for fact in report.facts if isinstance(fact, ReportIdentity)), None)
        labels = (service.label, service.name, service.area) if service else ()
        return cls(
            names=names,
            slug=report.slug,
            identities=identities or Identities.of(names, report.area, labels),
            programme=identity.programme if identity else None,
            service_label=service.label if service else report.area,
        )

    @property
    def report(self) -> NamedNode:
        """The report."""
        return self.names.report(self.slug)

    @property
    def service(self) -> NamedNode:
        """The service inspected."""
        return self.names.service(self.identities.area)

    @property
    def board(self) -> NamedNode:
        """The board that oversees the service."""
        return self.names.board(self.identities.area)

    def domain(self, number: str | None) -> NamedNode | None:
        """A domain of the report's framework; unknown where the framework has none."""
        return None if number is None else self._known(iri.domain, number)

    def standard(self, number: str) -> NamedNode | None:
        """A standard of the report's framework; unknown where the framework has none."""
        return self._known(iri.standard, number)

    def key_question(self, number: str) -> NamedNode | None:
        """A key question of the report's framework; unknown where the framework has none."""
        return self._known(iri.key_question, number)

    def _known(self, mint: Callable[[str, str], NamedNode], number: str) -> NamedNode | None:
        """A part of the framework, where the framework holds it."""
        scheme = load_frameworks().get(self.programme) if self.programme else None
        if scheme is None:
            return None
        node = mint(scheme.name, number)
        return node if scheme.by_iri(node.value) else None

    def evidence(self, words: Evidence) -> NamedNode:
        """The node of a stretch of the source."""
        return self.names.evidence(self.slug, words.start, words.end)

    def support(self, words: Sequence[Evidence]) -> tuple[tuple[str, Term | Iterable[Term]], ...]:
        """The properties that tie a node to its words; the first of them is the main one."""
        return (
            ("yot:evidence", [self.evidence(each) for each in words]),
            ("yot:mainEvidence", self.evidence(words[0])),
        )


def fact_node(
    context: Context,
    fact: Fact,
    position: int,
    class_name: str,
    label: str,
    *pairs: tuple[str, Term | Iterable[Term] | None],
) -> Node:
    """A fact with what all facts have, and its own properties."""
    return describe(
        context.names.fact(context.slug, fact.kind, fact.key),
        class_name,
        f"{label} ({context.slug})",
        ("yot:statedIn", context.report),
        ("yot:about", context.service),
        ("yot:position", integer(position)),
        *context.support(fact.evidence),
        *pairs,
    )


def themes(notations: Iterable[str]) -> list[Term]:
    """Concepts of the themes scheme."""
    return [iri.concept("themes", notation) for notation in notations]


def evidence_nodes(context: Context, words: Evidence, origin: str) -> list[Node]:
    """A stretch of the source with its two selectors (Web Annotation, 4.2.4 and 4.2.5).

    ``origin`` names the fact that rests on it, for messages.
    """
    node = context.evidence(words)
    place = f"{context.slug} {words.start}-{words.end}"
    quote, position = NamedNode(f"{node.value}/quote"), NamedNode(f"{node.value}/position")
    return [
        describe(
            node,
            "yot:Evidence",
            f"Words at {place}",
            ("oa:hasSource", context.report),
            ("oa:hasSelector", (quote, position)),
            ("yot:section", string(words.section) if words.section else None),
            ("yot:paragraph", string(words.paragraph) if words.paragraph else None),
            ("yot:page", None if words.page is None else integer(words.page)),
            shared=True,
            origin=origin,
        ),
        describe(
            quote,
            "oa:TextQuoteSelector",
            f"Quotation at {place}",
            ("oa:exact", string(words.quote)),
            ("oa:prefix", string(words.prefix) if words.prefix else None),
            ("oa:suffix", string(words.suffix) if words.suffix else None),
            shared=True,
            origin=origin,
        ),
        describe(
            position,
            "oa:TextPositionSelector",
            f"Place at {place}",
            ("oa:start", offset(words.start)),
            ("oa:end", offset(words.end)),
            shared=True,
            origin=origin,
        ),
    ]
