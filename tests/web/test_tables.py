"""Tables in the browser: they sort, filter and download, and each row leads to its sentence."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.publishing.site.long_tables import ROWS, write_long_tables
from tests.web.visiting import Visits

FINDINGS = "question/strengths.html"


def cells(page: Page, table: str, column: int) -> list[str]:
    """What the cells of a column read, in the rows that are shown; columns count from 1."""
    found: list[str] = page.eval_on_selector_all(
        f"#{table} tbody tr:not([hidden]) > :nth-child({column})",
        "(all) => all.map((cell) => cell.textContent.trim())",
    )
    return found


def downloaded(page: Page, button: str) -> str:
    """The text of the file that a button gives."""
    with page.expect_download() as waiting:
        page.click(button)
    return Path(waiting.value.path()).read_text(encoding="utf-8")


def test_a_table_sorts_up_and_down_by_keyboard(visit: Visits) -> None:
    page = visit("question/reoffending.html")
    head = page.locator("#reoffending thead th", has_text="Rate").first
    head.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    up = [float(text) for text in cells(page, "reoffending", 3)]
    assert up == sorted(up)
    assert len(up) == 5
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert [float(text) for text in cells(page, "reoffending", 3)] == up[::-1]


def test_a_table_filters_by_words(visit: Visits) -> None:
    page = visit(FINDINGS)
    before = cells(page, "strengths", 2)
    word = before[0].split()[0].lower()
    page.get_by_label("Filter rows").fill(word)
    shown = cells(page, "strengths", 2)
    assert 0 < len(shown) < len(before)
    assert page.get_by_role("status").inner_text() == f"{len(shown)} of {len(before)} rows"
    page.get_by_label("Filter rows").fill("zzz nothing")
    assert cells(page, "strengths", 2) == []
    page.get_by_label("Filter rows").fill("")
    assert cells(page, "strengths", 2) == before


def test_a_table_downloads_what_the_command_line_writes(visit: Visits, built: Path) -> None:
    page = visit(FINDINGS)
    rows = list(csv.reader(io.StringIO(downloaded(page, ".tools button"))))
    with (built / "answers" / "strengths.csv").open(encoding="utf-8", newline="") as file:
        written = list(csv.reader(file))
    assert [[" ".join(cell.split()) for cell in row[:-1]] for row in rows[1:]] == [
        [" ".join(cell.split()) for cell in row] for row in written[1:]
    ]
    assert rows[0][-1] == "Read it"


def test_a_download_holds_only_the_rows_that_are_shown(visit: Visits) -> None:
    page = visit(FINDINGS)
    page.get_by_label("Filter rows").fill("bexley")
    rows = list(csv.reader(io.StringIO(downloaded(page, ".tools button"))))
    assert {row[1] for row in rows[1:]} == {"Bexley YOT"}


@pytest.mark.parametrize(
    ("path", "cell"),
    [
        ("index.html", "#ratings td a"),
        ("index.html", "#reoffending td a"),
        ("index.html", "#recommended td:last-child a"),
        ("index.html", "#timeline td a"),
        ("question/findings.html", "#findings td:last-child a"),
        ("theme/planning.html", "#findings td:last-child a"),
        ("service/bexley.html", "#strengths td:last-child a"),
        ("person/julie-fox.html", "#posts td:last-child a"),
    ],
)
def test_a_cell_leads_to_its_sentence(visit: Visits, path: str, cell: str) -> None:
    page = visit(path)
    page.locator(cell).first.click()
    page.wait_for_url("**/report/*.html#e-*")
    found = page.locator(".h.found")
    found.first.wait_for()
    assert found.first.is_visible()
    assert page.evaluate(
        "(({top, bottom}) => top >= 0 && bottom <= innerHeight)"
        "(document.querySelector('.h.found').getBoundingClientRect())"
    )


@pytest.mark.parametrize(
    ("column", "words"),
    [(2, "20th and Wednesday 22nd October 2014"), (3, "October 2014"), (4, "12th November 2014")],
)
def test_each_date_of_the_timeline_leads_to_its_own_words(
    visit: Visits, column: int, words: str
) -> None:
    page = visit("index.html")
    page.locator(f"#inspections tbody tr:first-child :nth-child({column}) a").click()
    found = page.locator(".h.found")
    found.first.wait_for()
    assert words in " ".join("".join(found.all_text_contents()).split())


def test_each_figure_of_the_rates_leads_to_the_words_that_print_it(visit: Visits) -> None:
    for column, title in ((2, "Rate"), (3, "Comparator's rate")):
        page = visit("index.html")
        row = page.locator("#rates tbody tr", has_text="Bexley YOT")
        link = row.locator(f":scope > :nth-child({column}) a")
        figure = link.inner_text()
        link.click()
        found = page.locator(".h.found")
        found.first.wait_for()
        assert f"{figure}%" in " ".join(found.all_text_contents()), title


@pytest.mark.parametrize(
    ("chart", "place"),
    [
        ("reoffending", 0),
        ("reoffending", 1),
        ("reoffending", 2),
        ("timeline", 0),
        ("timeline", 1),
        ("timeline", -1),
    ],
)
def test_a_mark_of_a_chart_leads_to_its_sentence(visit: Visits, chart: str, place: int) -> None:
    page = visit("index.html")
    mark = page.locator(f"#{chart} figure.chart a").nth(place)
    said = mark.get_attribute("aria-label")
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/report/*.html#e-*")
    found = page.locator(".h.found")
    found.first.wait_for()
    figures = re.findall(r"20[0-9]{2}|[0-9]+\.[0-9]", said or "")
    assert figures
    assert all(figure in " ".join(found.all_text_contents()) for figure in figures)


def test_a_cell_of_the_matrix_of_themes_leads_to_its_sentences(visit: Visits) -> None:
    page = visit("index.html")
    table = page.locator("#themes table")
    service = table.locator("thead th").nth(2).inner_text().removesuffix("↕").strip()
    row = table.locator("tbody tr").filter(has=page.get_by_role("link", name="planning")).first
    row.locator(":scope > td").nth(1).get_by_role("link").click()
    page.wait_for_url("**/theme/planning.html#rows=*")
    shown = page.locator("table.data tbody tr:not([hidden])")
    assert shown.count() > 0
    assert all(service in text for text in shown.all_inner_texts())
    assert page.locator("table.data tbody tr[hidden]").count() > 0


def test_a_table_that_is_shown_in_part_says_so(
    visits: Callable[[Path], Visits], tmp_path: Path
) -> None:
    write_long_tables(tmp_path)
    page = visits(tmp_path)("one.html")
    assert page.get_by_role("status").inner_text() == f"400 rows here, {ROWS} in all"
    page.get_by_label("Filter rows").fill("=39+1")
    assert page.get_by_role("status").inner_text() == f"1 of 400 rows here, {ROWS} in all"
    page.get_by_role("link", name="All rows: Rows of alone").click()
    page.get_by_role("link", name="rows 401 to 800").click()
    assert page.locator("tbody tr").count() == 400


@pytest.mark.parametrize("page", ["index.html", "service/harrow.html", "theme/planning.html"])
def test_every_table_sorts_filters_and_downloads(visit: Visits, page: str) -> None:
    shown = visit(page)
    tables = shown.locator("table.data")
    assert tables.count() > 2
    for place in range(tables.count()):
        table = tables.nth(place)
        tools = shown.locator(".tools").nth(place)
        assert table.locator("thead button").count() == table.locator("thead th").count()
        assert tools.get_by_role("button", name="Download as CSV").count() == 1
        if table.locator("tbody tr").count() > 1:
            assert tools.get_by_role("searchbox").count() == 1


@pytest.mark.parametrize("table", ["rates", "inspections"])
def test_a_picture_shows_the_rows_of_its_table_in_their_order(visit: Visits, table: str) -> None:
    page = visit("index.html")
    drawn = page.locator(f"section:has(#{table}) figure.chart svg > text[text-anchor='end']")
    rows = page.locator(f"#{table} tbody tr:not([hidden]) > :first-child")
    assert drawn.all_text_contents() == rows.all_inner_texts()
    page.locator(f"#{table} thead button").first.click()
    page.locator(f"#{table} thead button").first.click()
    assert drawn.all_text_contents() == rows.all_inner_texts()
    assert drawn.all_text_contents() == sorted(rows.all_inner_texts(), reverse=True)
    page.locator(f"section:has(#{table}) .tools input").fill("YOT")
    assert drawn.all_text_contents() == rows.all_inner_texts()
    assert 0 < drawn.count() < 5
    page.locator(f"section:has(#{table}) .tools input").fill("nothing of that kind")
    assert page.locator(f"section:has(#{table}) figure.chart").is_hidden()
