"""Everything that is read from two small documents, fact by fact.

The golden files under ``tests/golden`` are written by ``pytest tests/test_golden.py
--regenerate-golden`` and by nothing else, never where ``CI`` is set. Read the difference before
it goes into the history: each line of it is a fact that changed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from yotgraph.extraction import extract
from yotgraph.facts import ReportFacts
from yotgraph.knowledge.quads import report_quads
from yotgraph.publishing.turtle import to_nquads
from yotgraph.reading import Document

GOLDEN = Path(__file__).parent / "golden"
NAMES = ("small-letter", "small-report")


def as_json(report: ReportFacts) -> str:
    """Everything about a report, its facts with kind and evidence in printed order."""
    facts = [{"kind": fact.kind, **asdict(fact)} for fact in report.facts]
    whole = {
        "slug": report.slug,
        "area": report.area,
        "family": report.family,
        "pages": report.pages,
        "warnings": report.warnings,
        "facts": facts,
        "coverage": [asdict(row) for row in report.coverage],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def compared(path: Path, text: str, regenerate: bool) -> str:
    """The golden text; written first where it is to be regenerated."""
    if regenerate:
        path.write_text(text, encoding="utf-8")
    assert path.is_file(), f"{path.name} is missing: run with --regenerate-golden"
    return path.read_text(encoding="utf-8")


@pytest.fixture(params=NAMES)
def small(
    request: pytest.FixtureRequest, trap: Callable[[str], Document]
) -> tuple[str, ReportFacts]:
    """A small document by its name, with its facts."""
    return request.param, extract(trap(f"{request.param}.txt"))


@pytest.fixture
def regenerate(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--regenerate-golden"))


def test_the_facts_are_the_golden_ones(small: tuple[str, ReportFacts], regenerate: bool) -> None:
    name, report = small
    text = as_json(report)
    golden = compared(GOLDEN / f"{name}.json", text, regenerate)
    found = json.loads(text)
    expected = json.loads(golden)
    assert found["facts"] == expected["facts"]
    assert found == expected


def test_the_quads_are_the_golden_ones(small: tuple[str, ReportFacts], regenerate: bool) -> None:
    name, report = small
    text = to_nquads(report_quads(report, version="0"))
    golden = compared(GOLDEN / f"{name}.nq", text, regenerate)
    assert text.splitlines() == golden.splitlines()


@pytest.mark.parametrize("name", NAMES)
def test_the_golden_quads_are_sorted_and_without_blank_nodes(name: str) -> None:
    text = (GOLDEN / f"{name}.nq").read_text(encoding="utf-8")
    lines = text.splitlines()
    assert len(lines) > 500
    assert lines == sorted(lines)
    assert "_:" not in "".join(line.split(' "')[0] for line in lines)
    assert len(list(parse(text.encode(), format=RdfFormat.N_QUADS))) == len(lines)


def test_golden_files_are_never_regenerated_in_ci() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--regenerate-golden", __file__],
        env={**os.environ, "CI": "true"},
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == pytest.ExitCode.USAGE_ERROR
    assert "never regenerated where CI is set" in run.stderr
