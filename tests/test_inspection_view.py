"""How a file was read, as a person sees it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from tests.forms.tiny_pdf import Sheet, pdf

from yotgraph.cli import main
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


def test_a_file_without_headings_says_so(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("a note of a few words.\n", encoding="utf-8")
    assert inspect(path).rstrip().endswith("\nheadings: none")


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="check the path"):
        inspect(tmp_path / "none.txt")


# -- the command ------------------------------------------------------------------------------


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    """The exit code of ``yotgraph inspect``."""
    monkeypatch.setattr(sys, "argv", ["yotgraph", "inspect", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def test_a_folder_shows_each_report_and_names_what_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(LETTER, tmp_path / "letter.txt")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing follows")
    assert run(monkeypatch, tmp_path) == ReadingError.exit_code
    shown = capsys.readouterr()
    assert shown.out.startswith(f"{tmp_path / 'letter.txt'}: text, ")
    (line,) = shown.err.splitlines()
    assert line.startswith(f"yotgraph: {tmp_path / 'broken.pdf'}: the PDF is broken; ")


def test_a_url_is_refused_with_advice(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "https://example.org/report.pdf") == 2
    assert "fetches nothing; save the report and give its file" in capsys.readouterr().err


def test_a_scan_is_read_with_ocr(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scan, words = tmp_path / "scan.pdf", tmp_path / "words.pdf"
    scan.write_bytes(pdf(Sheet(picture=True)))
    words.write_bytes(pdf(Sheet().lines(60, 780, "Minutes of a meeting about other things.")))
    program = tmp_path / "ocrmypdf"
    program.write_text(f'#!/bin/sh\nfor last; do :; done; cp "{words}" "$last"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    assert run(monkeypatch, scan) == ReadingError.exit_code
    assert "read it with --ocr" in capsys.readouterr().err
    assert run(monkeypatch, scan, "--ocr") == 0
    assert "not read as a report:" in capsys.readouterr().out
