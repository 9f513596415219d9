"""The overview of many services: themes by services as far as they are, and a chart for any number."""

from __future__ import annotations

from yotgraph.knowledge.questions import load_questions
from yotgraph.publishing.site.answers import Answers
from yotgraph.publishing.site.catalogue import Catalogue, Thing
from yotgraph.publishing.site.overview import overview_page
from yotgraph.publishing.site.rendering import Page
from yotgraph.publishing.site.rows import AskedRow
from yotgraph.publishing.site.tables import Table

BASE = "https://example.org/"


GIVEN = (
    ("reports", "", ""),
    ("reoffending", "", ""),
    ("strengths", "", "planning"),
    ("findings", "concern", "custody"),
)


def overview(services: int) -> Page:
    """The overview of so many services, each praised for planning and criticised for custody."""
    questions = {question.name: question for question in load_questions()}
    things = [
        Thing(f"{BASE}id/theme/{name}", "theme", name, f"theme/{name}.html")
        for name in ("planning", "custody")
    ]
    documents = []
    rows: dict[str, list[AskedRow]] = {name: [] for name in questions}
    for number in range(services):
        slug, label = f"town-{number}-2019-04", f"Town {number} YOT"
        iri = f"{BASE}id/service/town-{number}"
        things.append(Thing(iri, "service", label, f"service/town-{number}.html", "", (slug,)))
        documents.append(
            {
                "report": slug,
                "service": iri,
                "service_label": label,
                "published_words": "",
                "fieldwork_words": "",
            }
        )
        for name, stance, themes in GIVEN:
            values = dict.fromkeys(questions[name].columns, "") | {
                "report": slug, "service": label, "title": "A report", "published": "2019-04",
                "stance": stance, "themes": themes, "rate": "31.4",
            }  # fmt: skip
            rows[name].append(AskedRow(values, "", f"report/{slug}.html#e-1-2"))
    catalogue = Catalogue(things, BASE, documents, {})
    return overview_page(
        Answers(catalogue, questions, {name: tuple(given) for name, given in rows.items()})
    )


def tables(page: Page) -> dict[str, Table]:
    return {table.name: table for section in page.sections for table in section.tables}


def test_a_few_services_are_columns_of_the_themes() -> None:
    found = tables(overview(3))
    assert found["balance"].columns == (
        "Theme", "Town 0 YOT", "Town 1 YOT", "Town 2 YOT", "Praised", "Criticised",
    )  # fmt: skip
    assert "services" not in found


def test_many_services_are_rows_by_themes() -> None:
    found = tables(overview(80))
    assert found["balance"].columns == ("Theme", "Praised", "Criticised")
    table = found["services"]
    assert table.columns == ("Service", "custody", "planning")
    assert len(table.rows) == 80
    for row in table.rows:
        service, custody, planning = row
        assert (custody.text, planning.text) == ("1−", "1+")
        assert (
            planning.links[0].path == f"theme/planning.html#rows={service.text.replace(' ', '%20')}"
        )


def test_there_is_a_chart_for_any_number_of_services() -> None:
    for number in (1, 80):
        charts = {table.chart for table in tables(overview(number)).values()}
        assert {"dots", "timeline"} <= charts
