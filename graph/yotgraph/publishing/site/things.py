"""The pages of services, partners, people, themes and frameworks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from yotgraph.publishing.network import Network
from yotgraph.publishing.site.answers import Answers
from yotgraph.publishing.site.catalogue import Thing
from yotgraph.publishing.site.learning import MOST_TEACHERS
from yotgraph.publishing.site.rendering import Page, Section
from yotgraph.publishing.site.rows import AskedRow
from yotgraph.publishing.site.tables import Cell, Link, Table
from yotgraph.vocabulary import load_framework, load_scheme

__all__ = ["Things", "link_to", "sections_of"]

# With more a list of links is no longer read, and the tables below name them anyway.
_MOST_REPORTS = 40

_Parts = Sequence[tuple[str, str, Sequence[str]]]

_SERVICE: _Parts = (
    ("history", "Over time", ("service-history", "since-last-inspection")),
    ("ratings", "Ratings", ("ratings", "key-questions", "rating-check")),
    ("reoffending", "Reoffending", ("reoffending",)),
    ("points", "What is good and what must improve",
     ("strengths", "areas-for-improvement", "recommendations")),
    ("partners", "Partners",
     ("partner-links", "statutory-partners", "specialist-roles", "multi-agency-arrangements")),
    ("board", "Board and people", ("boards", "board-membership", "posts")),
)  # fmt: skip
_PARTNER = ("partner-links", "partner-evidence", "specialist-roles", "multi-agency-arrangements",
            "board-membership")  # fmt: skip
_PARTNER_COLUMNS = ("agency", "role", "arrangement")
_THEME = ("areas-for-improvement", "recommendations", "strengths", "findings")


def link_to(thing: Thing) -> Link:
    """A link to a thing's page."""
    return Link(thing.label, thing.path)


def sections_of(
    answers: Answers,
    parts: _Parts,
    rows: Callable[[str], Sequence[AskedRow]],
    without: Sequence[str] = (),
) -> tuple[Section, ...]:
    """Sections of answers, without the tables and sections that would be empty."""
    made = []
    for name, title, questions in parts:
        tables = tuple(
            answers.table(question, rows(question), without=without)
            for question in questions
            if rows(question)
        )
        if tables:
            made.append(Section(name, title, tables))
    return tuple(made)


def _learning(answers: Answers) -> Mapping[str, list[AskedRow]]:
    """Whom each service could learn from, by its name; a few for each theme."""
    found: dict[str, list[AskedRow]] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for row in answers.rows("learn-from"):
        key = (row["service"], row["theme"])
        counts[key] += 1
        if counts[key] <= MOST_TEACHERS:
            found.setdefault(row["service"], []).append(row)
    return found


class Things:
    """Makes the pages. Rows are sorted to their things once, whatever their number."""

    def __init__(self, answers: Answers, network: Network) -> None:
        self._answers = answers
        self._catalogue = answers.catalogue
        self._kinds = {
            node.iri: node.kind for node in network.nodes if node.kind and node.kind != node.iri
        }
        self._members: dict[str, list[str]] = {}
        for iri, kind in self._kinds.items():
            self._members.setdefault(kind, []).append(iri)
        self._of_partner = self._index(_PARTNER, self._partners_of)
        self._of_person = self._index(("posts",), self._people_of)
        self._of_theme = self._index(_THEME, self._themes_of)
        self._learn = _learning(answers)

    def _index(
        self, questions: Iterable[str], things: Callable[[AskedRow], Iterable[str]]
    ) -> Mapping[tuple[str, str], list[AskedRow]]:
        found: dict[tuple[str, str], list[AskedRow]] = {}
        for question in questions:
            for row in self._answers.rows(question):
                for thing in things(row):
                    found.setdefault((question, thing), []).append(row)
        return found

    def _partners_of(self, row: AskedRow) -> Iterator[str]:
        column = next(name for name in _PARTNER_COLUMNS if name in row.values)
        partner = self._catalogue.find("partner", row[column], row["report"])
        if partner is not None:
            yield partner.iri
            if partner.iri in self._kinds:
                yield self._kinds[partner.iri]

    def _people_of(self, row: AskedRow) -> Iterator[str]:
        if row.fact in self._catalogue.holders:
            yield self._catalogue.holders[row.fact]

    def _themes_of(self, row: AskedRow) -> Iterator[str]:
        for label in filter(None, row["themes"].split("; ")):
            theme = self._catalogue.find("theme", label)
            if theme is not None:
                yield theme.iri

    def page(self, thing: Thing) -> Page:
        """The page of a service, partner, person, theme or framework."""
        makers = {
            "service": self._service,
            "partner": self._partner,
            "person": self._person,
            "theme": self._theme,
            "framework": self._framework,
        }
        return makers[thing.kind](thing)

    def _reports(self, thing: Thing) -> tuple[str, Cell]:
        if len(thing.reports) > _MOST_REPORTS:
            return "Reports", Cell((Link(str(len(thing.reports))),))
        found = (self._catalogue.find("report", slug) for slug in thing.reports)
        return "Reports", Cell(tuple(Link(each.reports[0], each.path) for each in found if each))

    def _service(self, thing: Thing) -> Page:
        answers = self._answers

        def rows(question: str) -> Sequence[AskedRow]:
            return answers.of_reports(question, thing.reports)

        labels = {row["service"] for row in rows("reports")}
        learn = [row for label in sorted(labels) for row in self._learn.get(label, ())]
        told = ("service", "area", "report") if len(thing.reports) == 1 else ("service", "area")
        sections = sections_of(answers, _SERVICE, rows, without=told)
        if learn:
            table = answers.table("learn-from", learn, without=("service",))
            sections += (Section("learn", "Who it could learn from", (table,)),)
        others = sorted(labels - {thing.label})
        named = (("Also called", Cell(tuple(map(Link, others)))),) if others else ()
        return Page(
            thing.path, thing.label, "Youth offending service", thing.iri,
            properties=(("Area", Cell((Link(thing.note),))), *named, self._reports(thing)),
            sections=sections,
        )  # fmt: skip

    def _partner(self, thing: Thing) -> Page:
        members = [self._catalogue.get(iri) for iri in self._members.get(thing.iri, ())]
        kind = self._catalogue.get(self._kinds.get(thing.iri, ""))
        properties = [self._reports(thing)]
        if kind is not None:
            properties.append(("Kind", Cell((link_to(kind),))))
        if members:
            links = (Link(f"{each.label}, {each.note}", each.path) for each in members if each)
            cell = (
                Cell(tuple(links))
                if len(members) <= _MOST_REPORTS
                else Cell((Link(str(len(members))),))
            )
            properties.append(("Bodies of this kind", cell))
        named = {
            row[column]
            for question in _PARTNER
            for row in self._of_partner.get((question, thing.iri), ())
            for column in _PARTNER_COLUMNS
            if column in row.values
        }
        sections = sections_of(
            self._answers,
            (("links", "Who works with it", _PARTNER[:1]),
             ("said", "What is said of it", _PARTNER[1:])),
            lambda question: self._of_partner.get((question, thing.iri), ()),
            without=_PARTNER_COLUMNS if named == {thing.label} else (),
        )  # fmt: skip
        title = "Kind of partner" if members else "Partner"
        return Page(thing.path, thing.label, title, thing.iri, "", tuple(properties), sections)

    def _person(self, thing: Thing) -> Page:
        rows = self._of_person.get(("posts", thing.iri), ())
        tables = (self._answers.table("posts", rows, without=("person",)),) if rows else ()
        return Page(
            thing.path, thing.label, "Person in a public role", thing.iri,
            properties=(self._reports(thing),),
            sections=(Section("posts", "Posts", tables),) if tables else (),
        )  # fmt: skip

    def _theme(self, thing: Thing) -> Page:
        concept = load_scheme("themes").by_iri(thing.iri)
        note = (concept.value("scopeNote") or "") if concept else ""
        sections = sections_of(
            self._answers,
            (("improve", "What must improve", _THEME[:2]), ("good", "What is good", _THEME[2:3]),
             ("findings", "Findings", _THEME[3:])),
            lambda question: self._of_theme.get((question, thing.iri), ()),
        )  # fmt: skip
        return Page(
            thing.path, thing.label, "Theme", thing.iri, thing.note,
            (("Scope", Cell((Link(note),))),) if note else (), sections,
            more={"words": concept.alt_labels} if concept and concept.alt_labels else {},
        )  # fmt: skip

    def _framework(self, thing: Thing) -> Page:
        framework = load_framework(thing.path.partition("/")[2].removesuffix(".html"))
        domains = {domain.iri: domain.label for domain in framework.of_type("Domain")}
        rows = tuple(
            (
                Cell((Link(standard.notation),)),
                Cell((Link(standard.label),)),
                Cell((Link(domains.get(standard.value("inDomain") or "", "")),)),
                Cell((Link(standard.value("definition") or ""),)),
            )
            for standard in framework.of_type("Standard")
        )
        columns = ("Number", "Standard", "Domain", "What it asks")
        standards = Table("standards", "The standards", columns, rows)
        sections = [Section("standards", "Standards", (standards,))] if rows else []
        found = self._answers.of_reports("ratings", thing.reports)
        if found:
            table = self._answers.table("ratings", found)
            sections.append(Section("ratings", "Ratings given", (table,)))
        properties = (self._reports(thing),) if thing.reports else ()
        return Page(
            thing.path, thing.label, "Framework of inspection", thing.iri, thing.note,
            properties, tuple(sections),
        )  # fmt: skip
