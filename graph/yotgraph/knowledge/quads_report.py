"""Quads of the report itself: its source, its inspection, its service and who read it.

Terms: BIBO and DCTERMS for the report, PROV-O for inspection, run and software.
"""

from __future__ import annotations

from pyoxigraph import NamedNode

from yotgraph.facts import BoardFact, PostHolding, ReportFacts, ReportIdentity, ServiceFact
from yotgraph.knowledge import names as iri
from yotgraph.knowledge.context import Context
from yotgraph.knowledge.literals import date, integer, string, web_address
from yotgraph.knowledge.names import slug
from yotgraph.knowledge.nodes import Node, describe

__all__ = [
    "INSPECTORATE",
    "LICENCE",
    "board_nodes",
    "provenance_nodes",
    "report_nodes",
    "service_nodes",
]

INSPECTORATE = "HM Inspectorate of Probation"
"""Who inspects youth offending services and publishes the reports."""

LICENCE = NamedNode("http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/")
"""The licence of Crown copyright works."""


def report_nodes(context: Context, report: ReportFacts) -> list[Node]:
    """The report, its inspection and its publisher.

    They are there also where no title page was read; they then say what the file says.
    """
    identity = next((fact for fact in report.facts if isinstance(fact, ReportIdentity)), None)
    publisher = context.identities.organisation(INSPECTORATE, "inspectorate")
    inspection = context.names.inspection(report.slug)
    programme = iri.framework(context.programme) if context.programme else None
    title = identity.title if identity else report.slug
    printed = identity.published_evidence if identity else None
    visited = identity.fieldwork_evidence if identity else None
    return [
        describe(
            context.report,
            "yot:Report",
            title,
            ("dcterms:identifier", string(report.slug)),
            ("dcterms:title", string(identity.title) if identity else None),
            ("dcterms:issued", date(identity.published) if identity else None),
            ("dcterms:publisher", publisher),
            ("dcterms:license", LICENCE),
            ("dcterms:source", web_address(report.source_url) if report.source_url else None),
            ("bibo:numPages", None if report.pages is None else integer(report.pages)),
            ("bibo:isbn", string(identity.isbn) if identity and identity.isbn else None),
            ("yot:programme", programme),
            ("yot:genre", string(identity.genre) if identity and identity.genre else None),
            ("yot:reportsOn", inspection),
            ("prov:wasGeneratedBy", inspection),
            ("prov:wasDerivedFrom", context.names.source(report.sha256)),
            *(context.support(identity.evidence) if identity else ()),
            ("yot:publicationEvidence", context.evidence(printed) if printed else None),
            ("yot:fieldworkEvidence", context.evidence(visited) if visited else None),
        ),
        _inspection(context, report, identity, publisher),
        describe(publisher, "org:Organization", INSPECTORATE, shared=True),
    ]


def _inspection(
    context: Context, report: ReportFacts, identity: ReportIdentity | None, inspectorate: NamedNode
) -> Node:
    started = identity.fieldwork_start if identity else None
    ended = identity.fieldwork_end if identity else None
    leaders = [
        context.identities.person(fact.person, fact.organisation_type)
        for fact in report.facts
        if isinstance(fact, PostHolding) and slug(fact.capacity) == "lead-inspector"
    ]
    return describe(
        context.names.inspection(report.slug),
        "yot:Inspection",
        f"Inspection of {context.service_label} ({report.slug})",
        ("yot:inspectedService", context.service),
        ("yot:serviceLabel", string(context.service_label)),
        ("yot:programme", iri.framework(context.programme) if context.programme else None),
        ("prov:wasAssociatedWith", inspectorate),
        ("yot:fieldworkStart", date(started) if started else None),
        ("yot:fieldworkEnd", date(ended) if ended else None),
        ("yot:leadInspector", leaders),
    )


def provenance_nodes(context: Context, report: ReportFacts, version: str) -> list[Node]:
    """The source file, the run over it, the program in its version, and the graph."""
    names = context.names
    source, run = names.source(report.sha256), names.run(report.slug)
    software = names.software(version)
    return [
        describe(
            source,
            "yot:SourceFile",
            report.file_name,
            ("yot:fileName", string(report.file_name)),
            ("yot:sha256", string(report.sha256)),
            ("yot:characterCount", integer(report.characters)),
        ),
        describe(
            run,
            "yot:Run",
            f"Reading of {report.slug}",
            ("prov:used", source),
            ("prov:wasAssociatedWith", software),
            ("yot:family", string(report.family)),
        ),
        describe(
            software,
            "prov:SoftwareAgent",
            f"yotgraph {version}",
            ("dcterms:hasVersion", string(version)),
        ),
        describe(
            names.graph(report.slug),
            "prov:Bundle",
            f"What {report.slug} states",
            ("prov:wasGeneratedBy", run),
            ("prov:wasDerivedFrom", context.report),
        ),
    ]


def service_nodes(context: Context, report: ReportFacts, fact: ServiceFact | None) -> list[Node]:
    """The service inspected, with its board and the councils that the report's posts name."""
    councils = {
        context.identities.organisation(holding.organisation, holding.organisation_type)
        for holding in report.facts
        if isinstance(holding, PostHolding)
        and holding.organisation
        and holding.organisation_type == "local-authority"
    }
    has_board = any(isinstance(each, BoardFact) for each in report.facts)
    return [
        describe(
            context.service,
            "yot:YouthOffendingService",
            context.service_label,
            ("yot:area", string(fact.area if fact else report.area)),
            ("yot:word", string(fact.word) if fact else None),
            ("foaf:name", string(fact.name) if fact and fact.name else None),
            ("yot:overseenBy", context.board if has_board else None),
            ("yot:localAuthority", sorted(councils, key=str)),
            ("yot:statedIn", context.report if fact else None),
            *(context.support(fact.evidence) if fact else ()),
            shared=True,
        )
    ]


def board_nodes(context: Context, fact: BoardFact) -> list[Node]:
    """The board that oversees the service."""
    return [
        describe(
            context.board,
            "yot:ManagementBoard",
            fact.label,
            ("yot:oversees", context.service),
            ("yot:statedIn", context.report),
            *context.support(fact.evidence),
            shared=True,
        )
    ]
