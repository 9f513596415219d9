"""How a file was read, as a person sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from yotgraph.errors import ReadingError
from yotgraph.inspection_view import inspect

TESTS = Path(__file__).parent
LETTER = TESTS / "documents" / "small-letter.txt"


def test_a_report_is_shown_section_by_section() -> None:
    shown = inspect(LETTER)
    lines = shown.splitlines()
    assert lines[0].startswith(f"{LETTER}: text, no pages, ")
    assert any(line.startswith("family sqs, report northmoor-") for line in lines)
    assert any(line.startswith("tables: ") for line in lines)
    assert "    took: " in shown
    assert "no rule took: " in shown
    assert all(len(line) <= 140 for line in lines[1:])


def test_the_facts_shown_are_all_facts() -> None:
    lines = inspect(LETTER).splitlines()
    total = int(next(line for line in lines if line.startswith("family")).split()[-2])
    took = " ".join(
        line.removeprefix("    took:").strip() for line in lines if line.startswith("    took:")
    )
    counted = sum(int(word.rstrip(",")) for word in took.split() if word.rstrip(",").isdigit())
    assert 0 < counted <= total


def test_a_pdf_is_shown_with_pages_and_notes() -> None:
    shown = inspect(TESTS / "forms" / "made" / "bexley-2015-07.pdf")
    assert ": PDF, up to page 5, " in shown.splitlines()[0]
    assert "footnotes: 1, 2\n" in shown
    assert "page 1: 4 rows of 2 cells: To: " in shown


def test_a_file_that_is_no_report_is_shown_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("# Minutes\n\nNothing¹ of an inspection.\n\n² A note.\n", encoding="utf-8")
    shown = inspect(path)
    assert "not read as a report:\n  letter.txt: " in shown
    assert "\nheadings:\n  Minutes\n" in shown
    assert "marks without a footnote: 1" in shown
    assert "without a mark in the text: 2" in shown


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="check the path"):
        inspect(tmp_path / "none.txt")
