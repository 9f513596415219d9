"""Every value of every table leads to words, or to the table of the words that it sums up."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from pyoxigraph import Store

from yotgraph.knowledge.questions import load_questions
from yotgraph.knowledge.store import select

# Answers whose rows rest on many sentences, or on none: what leads on from each row.
_SUMS = {
    "agencies-across-reports": ("agency-kind/", "body/"),
    "shared-partners": ("agency-kind/", "body/"),
    "recurring-themes": ("theme/",),
    "mixed-themes": ("theme/",),
    "coverage": ("report/",),
}


class Rows(HTMLParser):
    """The rows of a page's tables, by table: of each cell what it reads and where it leads."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.found: dict[str, list[list[tuple[str, list[str]]]]] = {}
        self._table = ""
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        if tag == "table" and has.get("class") == "data":
            self._table = has["id"] or ""
            self.found[self._table] = []
        elif tag == "tr" and self._table:
            self.found[self._table].append([])
        elif tag in ("td", "th") and self._table:
            self.found[self._table][-1].append(("", []))
        elif tag == "a" and self._table and self.found[self._table]:
            self.found[self._table][-1][-1][1].append(has["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self._table = ""

    def handle_data(self, data: str) -> None:
        if self._table and self.found[self._table] and self.found[self._table][-1]:
            text, links = self.found[self._table][-1][-1]
            self.found[self._table][-1][-1] = (text + data, links)

    def rows(self, table: str) -> list[dict[str, tuple[str, list[str]]]]:
        """The rows of a table by the titles of their columns."""
        head, *rows = self.found[table]
        return [dict(zip((title for title, _ in head), row, strict=True)) for row in rows]


@pytest.mark.parametrize(
    "name", [each.name for each in load_questions() if each.name != "evidence"]
)
def test_every_row_of_every_answer_leads_to_its_words(built: Path, name: str) -> None:
    rows = Rows(built / "site" / "question" / f"{name}.html").rows(name)
    assert rows
    for row in rows:
        links = [link for _, found in row.values() for link in found]
        if name == "statutory-partners" and row["Status"][0] == "not mentioned":
            continue
        wanted = _SUMS.get(name, ("#e-",))
        assert any(part in link for link in links for part in wanted), row


@pytest.mark.parametrize(
    ("page", "table"),
    [
        ("index.html", "reports"),
        ("index.html", "inspections"),
        ("reports.html", "report"),
        ("question/reports.html", "reports"),
        ("question/publication-lag.html", "publication-lag"),
        ("question/service-history.html", "service-history"),
        ("question/inspectors.html", "inspectors"),
        ("service/harrow.html", "service-history"),
    ],
)
def test_a_date_leads_to_the_words_that_print_it(
    built: Path, built_store: Store, page: str, table: str
) -> None:
    words = {
        str(row["place"].value): row["words"].value
        for row in select(
            built_store,
            """SELECT ?place ?words WHERE { ?report yot:publicationEvidence|yot:fieldworkEvidence
            ?place . ?place oa:hasSelector/oa:exact ?words }""",
        )
    }
    checked = 0
    for row in Rows(built / "site" / page).rows(table):
        for title in ("Published", "Fieldwork from", "Fieldwork to", "Fieldwork start"):
            date, links = row.get(title, ("", []))
            if date:
                report, _, span = links[0].rpartition("report/")[2].partition(".html#e-")
                (told,) = [each for iri, each in words.items() if iri.endswith(f"{report}/{span}")]
                year, *rest = date.split("-")
                assert year in told
                assert len(rest) < 2 or rest[1].lstrip("0") in told
                checked += 1
    assert checked >= 1


def test_rates_ratings_and_counts_of_a_history_lead_to_what_they_sum_up(built: Path) -> None:
    page = Rows(built / "site" / "service" / "barking-and-dagenham.html")
    (row,) = page.rows("service-history")
    for title in ("Overall rating", "Score", "Reoffending rate"):
        assert "#e-" in row[title][1][0], title
    assert row["Strengths"][1][0].endswith("#strengths")
    assert row["Improvements"][1][0].endswith("#areas-for-improvement")


def test_the_posts_in_the_list_of_people_lead_to_the_words_that_name_them(built: Path) -> None:
    rows = Rows(built / "site" / "people.html").rows("person")
    assert len(rows) > 50
    for row in rows:
        assert row["Posts"][0] == "" or "#e-" in row["Posts"][1][0]
