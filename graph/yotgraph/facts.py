"""What a report states: facts with the words they rest on. The waist of the program.

Above this module (reading, extraction) nobody knows RDF; below it (knowledge,
publishing) nobody knows text. A fact is a frozen value that says one thing and
carries at least one :class:`Evidence`. A value that the report does not give is
``None`` or an empty tuple, never a guess.

Every class of fact has a ``kind`` (the segment of its IRI), and a ``key`` that is stable
within one report and kind: it comes from the report's own numbering where it has
one, and from the place in its own list where it has not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

__all__ = [
    "AreaForImprovement",
    "BoardFact",
    "CaseSample",
    "ChangeStatement",
    "Citation",
    "CoverageRow",
    "Evidence",
    "Fact",
    "Finding",
    "GlossaryEntry",
    "KeyQuestionResult",
    "ListedPoint",
    "OverallRating",
    "PartnerMention",
    "PostHolding",
    "PracticeExample",
    "QuantifiedFinding",
    "Reoffending",
    "ReportFacts",
    "ReportIdentity",
    "Recommendation",
    "ServiceFact",
    "StandardRating",
    "Statistic",
    "Strength",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words that a fact rests on, and where they stand.

    ``start`` and ``end`` count Unicode code points in the decoded source file (end
    exclusive). ``quote`` is the text between them as it reads: white space folded;
    mark-up, footnote marks and page furniture left out. ``prefix`` and ``suffix`` are
    the words around it (Web Annotation, 4.2.4 Text Quote Selector). ``section`` is the
    printed heading, ``paragraph`` its number or name, ``page`` the printed page number;
    each is ``None`` where the report has none.
    """

    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    section: str | None = None
    paragraph: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Anything that a report states. ``evidence`` is never empty."""

    kind: ClassVar[str] = "fact"
    key: str
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a fact without evidence: {self.kind}/{self.key}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportIdentity(Fact):
    """The report and the inspection it tells of (letterhead or title page).

    ``programme`` is the notation of the framework in ``ontology/frameworks``. Dates are
    ISO 8601 at the precision given: ``2015-07-01``, ``2018-12`` or ``2018``. ``genre`` is
    ``press release`` or ``committee paper`` for a document that only tells of a report.
    ``published_evidence`` and ``fieldwork_evidence`` are those of ``evidence`` that print the
    dates; a date that is told from elsewhere has none.
    """

    kind: ClassVar[str] = "report"
    title: str
    programme: str | None
    published: str
    fieldwork_start: str | None = None
    fieldwork_end: str | None = None
    isbn: str | None = None
    genre: str | None = None
    published_evidence: Evidence | None = None
    fieldwork_evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceFact(Fact):
    """The service inspected. ``label`` is area and word, as in ``Bexley YOT``; ``name`` is
    the long form where it is printed (``Bexley Youth Offending Team``); ``area`` is the
    place as the title names it."""

    kind: ClassVar[str] = "service"
    label: str
    area: str
    word: str
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFact(Fact):
    """The board that oversees the service."""

    kind: ClassVar[str] = "board"
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostHolding(Fact):
    """One person in one post, in the capacity in which the report names them.

    ``organisation`` is the label of the body, ``None`` where the text does not settle it.
    ``organisation_type`` is a notation of ``ontology/schemes/organisation-types.ttl``
    (``service``, ``board``, ``local-authority``, ``safeguarding-board``, ``youth-court``,
    ``inspectorate``, ``national-body``, ``police-governance``, ...). ``capacity`` is a
    notation of ``ontology/schemes/capacities.ttl``. ``title`` is a form of address left
    out of the name (``Councillor``, ``Dame``).
    """

    kind: ClassVar[str] = "post"
    person: str
    post: str | None
    organisation: str | None
    organisation_type: str | None
    capacity: str
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSample(Fact):
    """How many cases were examined, in one domain (number of the framework) or at all."""

    kind: ClassVar[str] = "sample"
    cases: int
    domain: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reoffending(Fact):
    """The reoffending rate with what it is compared with. Rates in per cent.

    ``stated_vs_comparator`` and ``stated_vs_previous`` are ``better``, ``worse`` or ``same``
    where the words say so; what follows from the figures is left to the rules.
    ``cohort_start`` and ``cohort_end`` are year-months.
    """

    kind: ClassVar[str] = "reoffending"
    rate: str
    comparator: str | None = None
    comparator_rate: str | None = None
    stated_vs_comparator: str | None = None
    previous_rate: str | None = None
    stated_vs_previous: str | None = None
    cohort_start: str | None = None
    cohort_end: str | None = None
    published: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic(Fact):
    """One figure about a population. ``value`` is a plain decimal (``210711``, ``31.4``);
    ``unit`` is ``per cent``, ``per 100,000`` or ``people``; ``period`` as printed."""

    kind: ClassVar[str] = "statistic"
    subject: str
    measure: str
    value: str
    unit: str
    breakdown: str | None = None
    period: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OverallRating(Fact):
    """The rating of the service as a whole; ``rating`` is a notation of the ratings scheme."""

    kind: ClassVar[str] = "rating"
    rating: str
    score: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardRating(Fact):
    """The rating of one standard: number ``2.1``, label as the framework has it, or as
    printed where the framework has none. ``scale`` is the scheme that holds the level:
    ``ratings``, or ``judgements`` before 2018."""

    kind: ClassVar[str] = "rating"
    number: str
    label: str
    rating: str
    scale: str = "ratings"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyQuestionResult(Fact):
    """A key question of a standard and the share of cases that met it (``None`` where the
    question has no percentage, as in domain one)."""

    kind: ClassVar[str] = "key-question"
    number: str
    question: str
    percent_yes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Fact):
    """A numbered paragraph, a standard's paragraph or a key-finding bullet.

    ``section`` is the printed heading, ``paragraph`` the number or the name by section and
    place (``Summary 1``, ``1.3 paragraph 4``). ``stance`` and ``themes`` are notations of
    their schemes.
    """

    kind: ClassVar[str] = "finding"
    section: str
    paragraph: str
    text: str
    domain: str | None = None
    stance: str | None = None
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPoint(Fact):
    """An item of a printed list of strengths or areas for improvement."""

    text: str
    domain: str | None = None
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength(ListedPoint):
    """An item under "Key strengths", "Strengths:" and the like."""

    kind: ClassVar[str] = "strength"


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaForImprovement(ListedPoint):
    """An item under "Areas requiring improvement", "Areas for improvement" and the like."""

    kind: ClassVar[str] = "area-for-improvement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Fact):
    """What whom is recommended to do. ``addressee`` as printed, without article and "should"."""

    kind: ClassVar[str] = "recommendation"
    number: str
    addressee: str | None
    text: str
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeExample(Fact):
    """What is told about one case. Nobody in it becomes a person."""

    kind: ClassVar[str] = "practice-example"
    paragraph: str
    text: str
    stance: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Fact):
    """A law, standard, report or data set that the report cites.

    ``type`` is a notation of ``ontology/schemes/citation-types.ttl``: ``legislation``,
    ``guidance``, ``inspection-report``, ``dataset`` or ``publication``.
    """

    kind: ClassVar[str] = "citation"
    cited: str
    type: str
    publisher: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryEntry(Fact):
    """A term and the definition that the report gives it."""

    kind: ClassVar[str] = "glossary"
    term: str
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeStatement(Fact):
    """What a report says about change since an earlier inspection or year.
    ``direction`` is ``improved``, ``declined`` or ``unchanged``."""

    kind: ClassVar[str] = "change"
    direction: str
    earlier: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantifiedFinding(Fact):
    """A counted statement. ``type`` is ``ratio``, ``percentage``, ``fraction`` or ``count``;
    ``low`` and ``high`` bound the proportion in 0..1 and are decimals as text."""

    kind: ClassVar[str] = "quantified-finding"
    paragraph: str
    type: str
    phrase: str
    numerator: int | None = None
    denominator: int | None = None
    low: str | None = None
    high: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerMention(Fact):
    """One sentence that names a partner or plainly refers back to it.

    ``agency`` is the canonical label; ``local`` says that the body belongs to this area
    alone; ``sector`` is a notation of the sectors scheme, ``None`` where it is not settled.
    ``role_status`` (``present``, ``absent``, ``recent``) is given for specialist roles,
    ``board_status`` (``member``, ``absent``, ``chair``) for seats on the board.
    ``role``, ``arrangement`` and ``statutory`` say what the partner is.
    """

    kind: ClassVar[str] = "partner-mention"
    agency: str
    sector: str | None
    stances: tuple[str, ...] = ()
    link: bool = True
    local: bool = False
    is_role: bool = False
    is_arrangement: bool = False
    role_status: str | None = None
    board_status: str | None = None
    statutory: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """How much of one section gave facts. ``unread`` holds what no rule took: headings,
    table rows or paragraphs, as printed."""

    section: str
    sentences: int
    sentences_with_facts: int
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """Everything read from one report.

    ``slug`` is area and year-month of publication. ``file_name`` and ``sha256`` are the
    input's; ``pages`` is ``None`` where the form has no pages. ``warnings`` are lines for a
    person.
    """

    slug: str
    area: str
    family: str
    file_name: str
    sha256: str
    characters: int
    pages: int | None
    facts: tuple[Fact, ...]
    coverage: tuple[CoverageRow, ...] = ()
    warnings: tuple[str, ...] = field(default=())
    source_url: str | None = None
