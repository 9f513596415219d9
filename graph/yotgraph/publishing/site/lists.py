"""Lists of things, and a page for every named question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yotgraph.knowledge.questions import CATEGORIES
from yotgraph.publishing.site.answers import Answers
from yotgraph.publishing.site.catalogue import KINDS, Catalogue, Thing, held_post
from yotgraph.publishing.site.learning import MOST_TEACHERS, is_cut
from yotgraph.publishing.site.rendering import Page, Section
from yotgraph.publishing.site.subjects import list_iri, list_name, query_iri
from yotgraph.publishing.site.tables import Cell, Link, Table, cell
from yotgraph.publishing.site.things import link_to

__all__ = ["list_pages", "listed", "question_list", "question_page"]

_ONE = {"partner": "Partner or kind of partner", "person": "Person in a public role"}
_NOTES = {
    "report": "Published",
    "service": "Area",
    "partner": "Who works with it",
    "person": "Posts",
    "theme": "What it holds",
    "framework": "What it is",
}


def listed(catalogue: Catalogue, kind: str) -> tuple[Thing, ...]:
    """The things that the list of a kind shows: a local partner is on the page of its kind."""
    return tuple(thing for thing in catalogue.of(kind) if not thing.within)


def list_pages(answers: Answers) -> Iterator[Page]:
    """A page for every kind of thing that lists them."""
    catalogue = answers.catalogue
    notes = {**_posts(answers), **_published(answers)}
    for kind, title in KINDS.items():
        things = listed(catalogue, kind)
        counted = () if kind in ("report", "theme") else ("Reports",)
        columns = (_ONE.get(kind, kind.capitalize()), _NOTES[kind], *counted)
        table = Table(
            kind, title, columns, tuple(_row(thing, notes, len(columns)) for thing in things)
        )
        lead = f"{len(things)} {title.lower()}." if things else "None in this graph."
        name = list_name(kind)
        yield Page(
            f"{name}.html",
            title,
            iri=list_iri(name, catalogue.base),
            lead=lead,
            sections=(Section("list", "", (table,)),),
        )


def _row(thing: Thing, notes: Mapping[str, Cell], columns: int) -> tuple[Cell, ...]:
    note = notes.get(thing.iri) or Cell((Link(thing.note),))
    cells = (Cell((link_to(thing),)), note)
    return (*cells, Cell((Link(str(len(thing.reports))),)))[:columns]


def _posts(answers: Answers) -> Mapping[str, Cell]:
    """The posts of people, each leading to the words that first name them in it."""
    found: dict[str, dict[str, str]] = {}
    for row in answers.rows("posts"):
        held = held_post(row["post"], row["organisation"])
        if held:
            posts = found.setdefault(answers.catalogue.holders[row.fact], {})
            posts.setdefault(held, row.place)
    return {
        person: Cell(tuple(Link(held, place) for held, place in posts.items()))
        for person, posts in found.items()
    }


def _published(answers: Answers) -> Mapping[str, Cell]:
    """The dates of reports, each leading to its words."""
    rows = {row["report"]: row for row in answers.rows("reports")}
    found = ((thing, rows[thing.reports[0]]) for thing in answers.catalogue.of("report"))
    return {
        thing.iri: cell(row["published"], answers.places.date("published", row) or row.place)
        for thing, row in found
    }


def question_list(answers: Answers) -> Page:
    """The list of all questions by category."""
    sections = []
    for category in CATEGORIES:
        rows = tuple(
            (
                Cell((Link(question.question, f"question/{name}.html"),)),
                Cell((Link(name),)),
                Cell((Link(str(len(answers.rows(name)))),)),
            )
            for name, question in answers.questions.items()
            if question.category == category
        )
        table = Table(category, f"Questions about {category}", ("Question", "Name", "Rows"), rows)
        sections.append(Section(category, category.capitalize(), (table,)))
    return Page(
        "questions.html",
        "Questions",
        iri=list_iri("questions", answers.catalogue.base),
        lead="Every question that the graph answers by name, with its answer and its SPARQL.",
        sections=tuple(sections),
    )


def _lead(answers: Answers, name: str) -> str:
    """What is left out of an answer that would grow without bound."""
    cut = name == "learn-from" and is_cut(answers.catalogue)
    return f"The first {MOST_TEACHERS} strengths of others for each theme." if cut else ""


def question_page(answers: Answers, name: str) -> Page:
    """The page of a question with its answer."""
    question = answers.questions[name]
    return Page(
        f"question/{name}.html",
        question.question,
        f"Question {question.number}",
        iri=query_iri(name, answers.catalogue.base),
        lead=_lead(answers, name),
        properties=(("On the command line", Cell((Link(question.example),), "code")),),
        sections=(Section("answer", "", (answers.beginning(name),)),),
        more={"query": question.query},
    )
