"""Long tables are shown in part, lead on to the rest, and lose no row."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from tests.publishing.site.long_tables import ROWS, write_long_tables


def shown(page: Path) -> list[int]:
    """The numbers of the rows that a page shows."""
    return [int(number) for number in re.findall(r"Row ([0-9]+)", page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("page", "table", "first"), [("one", "alone", 400), ("two", "first", 120)])
def test_a_long_table_goes_on_in_parts(tmp_path: Path, page: str, table: str, first: int) -> None:
    write_long_tables(tmp_path)
    text = (tmp_path / f"{page}.html").read_text(encoding="utf-8")
    assert text.count(f'data-total="{ROWS}"') == 1
    assert f"{first} of {ROWS} rows" in text
    assert f'href="{page}/{table}-1.html"' in text
    assert f'href="{page}/{table}.csv"' in text
    parts = [tmp_path / page / f"{table}-{number}.html" for number in (1, 2, 3)]
    assert [number for part in parts for number in shown(part)] == list(range(1, ROWS + 1))
    for part in parts:
        assert 'rel="about" href="https://example.org/id/thing"' in part.read_text(encoding="utf-8")
        assert f'href="../{page}.ttl"' in part.read_text(encoding="utf-8")


def test_a_table_that_is_not_long_is_shown_whole(tmp_path: Path) -> None:
    write_long_tables(tmp_path)
    assert not (tmp_path / "two" / "second-1.html").exists()
    assert len(shown(tmp_path / "two.html")) == 120 + 160


def test_all_rows_are_in_a_file_that_no_spreadsheet_runs(tmp_path: Path) -> None:
    write_long_tables(tmp_path)
    with (tmp_path / "one" / "alone.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["Row", "Sum"]
    assert [row[0] for row in rows[1:]] == [f"Row {number}" for number in range(1, ROWS + 1)]
    assert {row[1][0] for row in rows[1:]} == {"'"}
