"""Values of facts for tests: made-up places and people, no report that exists.

``letter`` is a report in the manner of a letter without ratings; ``rated`` is one with
standards, ratings and percentages. Each fact stands on words of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import count

from pyoxigraph import Literal, Quad, Store

from yotgraph.facts import (
    AreaForImprovement,
    BoardFact,
    CaseSample,
    ChangeStatement,
    Citation,
    CoverageRow,
    Evidence,
    Fact,
    Finding,
    GlossaryEntry,
    KeyQuestionResult,
    OverallRating,
    PartnerMention,
    PostHolding,
    PracticeExample,
    QuantifiedFinding,
    Recommendation,
    Reoffending,
    ReportFacts,
    ReportIdentity,
    ServiceFact,
    StandardRating,
    Statistic,
    Strength,
)
from yotgraph.knowledge.names import Names, term
from yotgraph.knowledge.quads import report_quads
from yotgraph.knowledge.rules import derive
from yotgraph.knowledge.store import open_store, register_quads

INSPECTORATE = "HM Inspectorate of Probation"
REGISTERED = ("Eastmoor", "Northmoor", "Southmoor")
"""The made-up areas that the registers of the tests know; they know no Westmoor."""


def words(quote: str = "The words.", start: int = 0, **more: object) -> Evidence:
    """A stretch of the source that begins at ``start``."""
    return Evidence(start=start, end=start + len(quote), quote=quote, **more)  # type: ignore[arg-type]


def placed(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts with their evidence moved apart, in the order given."""
    starts = count(0, 1000)
    moved = []
    for fact in facts:
        evidence = []
        for each in fact.evidence:
            start = next(starts)
            evidence.append(replace(each, start=start, end=start + len(each.quote)))
        moved.append(replace(fact, evidence=tuple(evidence)))
    return tuple(moved)


def report_facts(
    area: str = "Northmoor",
    published: str = "2015-07-01",
    facts: Sequence[Fact] = (),
    **more: object,
) -> ReportFacts:
    """A report of an area with these facts beside its identity and its service."""
    slug = f"{area.lower().replace(' ', '-')}-{published[:7]}"
    opening = (identity(area, published), service(area))
    given = {type(fact) for fact in facts}
    missing = tuple(fact for fact in opening if type(fact) not in given)
    values: dict[str, object] = {
        "slug": slug,
        "area": area,
        "family": "short-quality-screening",
        "file_name": f"{slug}.txt",
        "sha256": f"{abs(sum(ord(c) * (i + 1) for i, c in enumerate(slug))):064x}",
        "characters": 90_000,
        "pages": None,
        "facts": (*missing, *facts),
    }
    return ReportFacts(**(values | more))  # type: ignore[arg-type]


def identity(
    area: str = "Northmoor", published: str = "2015-07-01", **more: object
) -> ReportIdentity:
    """The identity of a letter."""
    values: dict[str, object] = {
        "key": "report",
        "evidence": (words(f"Report on youth offending work in {area}", 900_000),),
        "title": f"Report on youth offending work in {area}",
        "programme": "sqs",
        "published": published,
    }
    return ReportIdentity(**(values | more))  # type: ignore[arg-type]


def service(area: str = "Northmoor", word: str = "YOT", **more: object) -> ServiceFact:
    """The service of an area."""
    values: dict[str, object] = {
        "key": "service",
        "evidence": (words(f"{area} {word}", 910_000),),
        "label": f"{area} {word}",
        "area": area,
        "word": word,
    }
    return ServiceFact(**(values | more))  # type: ignore[arg-type]


def holding(
    key: str,
    person: str,
    post: str | None,
    organisation: str | None,
    organisation_type: str | None,
    capacity: str = "copied",
    **more: object,
) -> PostHolding:
    """A person in a post; the words are post and name."""
    values: dict[str, object] = {
        "key": key,
        "evidence": (words(f"{post or organisation} {person}", 0),),
        "person": person,
        "post": post,
        "organisation": organisation,
        "organisation_type": organisation_type,
        "capacity": capacity,
    }
    return PostHolding(**(values | more))  # type: ignore[arg-type]


def mention(key: str, agency: str, quote: str, *stances: str, **more: object) -> PartnerMention:
    """A sentence about a partner."""
    values: dict[str, object] = {
        "key": key,
        "evidence": (words(quote, 0, section="1. Reducing reoffending", paragraph="1.1"),),
        "agency": agency,
        "sector": None,
        "stances": stances,
    }
    return PartnerMention(**(values | more))  # type: ignore[arg-type]


def letter_people(area: str = "Northmoor") -> list[Fact]:
    """The people of a letter: a chair with two posts, inspectors, a copy list."""
    council = f"{area} Council"
    board = f"{area} YOT Management Board"
    court = f"{area} Youth Court"
    return [
        BoardFact(key="board", evidence=(words(board),), label=board),
        holding("1", "Ada Stone", f"Chair of {board}", board, "board", "addressee"),
        holding(
            "2",
            "Ada Stone",
            "Director of Children's Services",
            council,
            "local-authority",
            "addressee",
        ),
        holding(
            "3", "Ben Marsh", "Assistant Chief Inspector", INSPECTORATE, "inspectorate", "author"
        ),
        holding("4", "Cara Wood", "lead inspector", INSPECTORATE, "inspectorate", "lead-inspector"),
        holding("5", "Dan Hill", "YOT Manager", f"{area} YOT", "service"),
        holding("6", "Eve Lake", "Elected Member", council, "local-authority", title="Councillor"),
        holding("7", "Abe Ford", "Chief Executive", council, "local-authority"),
        holding("8", "Finn Heath", "Deputy Mayor", None, None),
        holding("9", "Gail Moss", "Chair of Youth Court Bench", court, "youth-court"),
        holding("10", "Hal Reed", None, "Care Quality Commission", "inspectorate"),
    ]


def letter_findings() -> list[Fact]:
    """Findings, points and words of a letter."""
    return [
        CaseSample(key="1", evidence=(words("We examined 14 cases."),), cases=14),
        Reoffending(
            key="1",
            evidence=(words("The rate was 36.0%, slightly worse than 35.7%."),),
            rate="36.0",
            comparator="England and Wales",
            comparator_rate="35.7",
            stated_vs_comparator="worse",
            stated_vs_previous="better",
            cohort_start="2012-01",
            cohort_end="2012-12",
            published="2013-10",
            source="Ministry of Justice",
        ),
        Statistic(
            key="1",
            evidence=(words("36.0%"),),
            subject="Northmoor",
            measure="Reoffending rate",
            value="36.0",
            unit="per cent",
        ),
        ChangeStatement(
            key="1",
            evidence=(words("Work had improved since 2013."),),
            direction="improved",
            earlier="2013",
        ),
        Finding(
            key="1.1",
            evidence=(words("Assessment was good."),),
            section="1. Reducing reoffending",
            paragraph="1.1",
            text="Assessment was good.",
            stance="strength",
            themes=("reviewing", "assessment"),
        ),
        Finding(
            key="1.2",
            evidence=(words("Plans were late in 9 of the 14 cases."),),
            section="1. Reducing reoffending",
            paragraph="1.2",
            text="Plans were late in 9 of the 14 cases.",
            stance="concern",
            themes=("planning",),
        ),
        QuantifiedFinding(
            key="1",
            evidence=(words("Plans were late in 9 of the 14 cases."),),
            paragraph="1.2",
            type="ratio",
            phrase="9 of the 14 cases",
            numerator=9,
            denominator=14,
            low="0.6429",
            high="0.6429",
        ),
        PracticeExample(
            key="1",
            evidence=(words("One boy was helped."),),
            paragraph="1.2",
            text="One boy was helped.",
            stance="strength",
        ),
        Strength(
            key="1",
            evidence=(words("Assessment was thorough."),),
            text="Assessment was thorough.",
            themes=("assessment",),
        ),
        AreaForImprovement(
            key="1",
            evidence=(words("Plans should be timely."),),
            text="Plans should be timely.",
            themes=("planning",),
        ),
        Citation(
            key="1",
            evidence=(words("Crime and Disorder Act 1998"),),
            cited="Crime and Disorder Act 1998",
            type="legislation",
            date="1998",
        ),
        GlossaryEntry(
            key="1",
            evidence=(words("PSR: pre-sentence report"),),
            term="PSR",
            definition="pre-sentence report",
        ),
    ]


def letter_partners() -> list[Fact]:
    """What a letter says of partners."""
    return [
        mention(
            "1",
            "Children's social care",
            "Work with social care was good.",
            "strength",
            sector="childrens-services",
            local=True,
            statutory="children's social care",
        ),
        mention(
            "2",
            "Children's social care",
            "Social care was slow to reply.",
            "concern",
            sector="childrens-services",
            local=True,
            statutory="children's social care",
        ),
        mention(
            "3",
            "Speech and language therapist",
            "A therapist worked with the team.",
            "strength",
            sector="health",
            local=True,
            is_role=True,
            role_status="present",
            statutory="health",
        ),
        mention(
            "4",
            "Multi-Agency Public Protection Arrangements",
            "Two cases met MAPPA criteria.",
            "neutral",
            sector="multi-agency-arrangement",
            is_arrangement=True,
        ),
        mention(
            "5",
            "Police",
            "The police were missing from the board.",
            "concern",
            sector="police",
            local=True,
            board_status="absent",
            statutory="police",
        ),
        mention(
            "6",
            "Probation Service",
            "The board has a probation member.",
            sector="probation",
            statutory="probation",
            board_status="member",
            link=False,
        ),
    ]


def letter(area: str = "Northmoor", published: str = "2015-07-01") -> ReportFacts:
    """A whole letter."""
    facts = [
        identity(area, published, fieldwork_start="2013-06-08", fieldwork_end="2013-06-10"),
        service(area, name=f"{area} Youth Offending Team"),
        *letter_people(area),
        *letter_findings(),
        *letter_partners(),
    ]
    coverage = (
        CoverageRow(
            section="Summary", sentences=3, sentences_with_facts=2, unread=("B row", "A row")
        ),
        CoverageRow(section="Notes", sentences=0, sentences_with_facts=0),
    )
    return report_facts(area, published, placed(facts), coverage=coverage)


def rated(
    area: str = "Southmoor",
    published: str = "2018-12",
    programme: str = "yos-2018",
    ratings: Sequence[tuple[str, str, str]] = (
        ("1.1", "Governance and leadership", "good"),
        ("2.1", "Assessment", "requires-improvement"),
        ("2.2", "Planning", "inadequate"),
    ),
    percentages: Sequence[tuple[str, str | None]] = (
        ("1.1.1", None),
        ("2.1.1", "84"),
        ("2.1.2", "57"),
        ("2.2.1", "80"),
        ("2.2.2", "48"),
    ),
    overall: str = "requires-improvement",
) -> ReportFacts:
    """A report with ratings and percentages."""
    facts: list[Fact] = [
        identity(area, published, programme=programme, fieldwork_start="2018-09"),
        service(area, "YOS"),
        CaseSample(key="1", evidence=(words("30 court cases"),), cases=30, domain="2"),
        CaseSample(key="2", evidence=(words("20 out-of-court cases"),), cases=20, domain="3"),
        OverallRating(key="overall", evidence=(words("Overall"),), rating=overall),
    ]
    facts += [
        StandardRating(
            key=number,
            evidence=(words(f"{number} {label}"),),
            number=number,
            label=label,
            rating=rating,
        )
        for number, label, rating in ratings
    ]
    facts += [
        KeyQuestionResult(
            key=number,
            evidence=(words(f"{number} {percent}"),),
            number=number,
            question=f"Question {number}?",
            percent_yes=percent,
        )
        for number, percent in percentages
    ]
    facts += [
        Recommendation(
            key="1",
            evidence=(words("The board should review plans."),),
            number="1",
            addressee="The board",
            text="review plans.",
            themes=("planning",),
        ),
        Strength(
            key="1",
            evidence=(words("Plans are timely."),),
            text="Plans are timely.",
            domain="2",
            themes=("planning",),
        ),
        holding("1", "Cara Wood", "HM Inspector", INSPECTORATE, "inspectorate", "lead-inspector"),
        holding("2", "Eve Lake", "Elected Member", f"{area} Council", "local-authority"),
    ]
    return report_facts(
        area, published, placed(facts), family="youth-offending-services-2018", pages=36
    )


def graph_of(*reports: ReportFacts, more: Sequence[Quad] = ()) -> Store:
    """A store with the graphs of the reports, the registers and what the rules derive."""
    quads = [quad for report in reports for quad in report_quads(report, version="0.0.0")]
    store = open_store([*registers(), *quads, *more])
    derive(store)
    return store


@cache
def registers() -> tuple[Quad, ...]:
    """The ontology, schemes, frameworks and registers of the project, and the made-up areas."""
    names = Names()
    areas = (
        Quad(
            names.node("service", area.lower()),
            term("skos:prefLabel"),
            Literal(area, language="en"),
            names.registers_graph,
        )
        for area in REGISTERED
    )
    return tuple(sorted((*register_quads(), *areas), key=str))


@cache
def five_reports() -> tuple[ReportFacts, ...]:
    """Two letters, and three reports with ratings, on three services."""
    return (
        letter(),
        letter("Eastmoor", "2014-01-02"),
        rated(),
        rated(published="2022-03-09"),
        rated("Northmoor"),
    )


@cache
def five_report_graph() -> Store:
    """The graph of :func:`five_reports`; tests do not change it."""
    return graph_of(*five_reports())
