"""What the tests share: the five reports, their facts, one build of them, small documents."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pyoxigraph import Store

from yotgraph.extraction import extract
from yotgraph.facts import ReportFacts
from yotgraph.knowledge.store import open_store
from yotgraph.reading import Document, read, read_bytes

ROOT = Path(__file__).parents[1]

# The same examples each time, on slow machines too, and no folder of earlier failures.
settings.register_profile(
    "same each time",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("same each time")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate-golden",
        action="store_true",
        help="write the golden files anew instead of comparing with them; look at the difference",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--regenerate-golden") and os.environ.get("CI"):
        raise pytest.UsageError("golden files are never regenerated where CI is set")


@pytest.fixture(scope="session")
def report_paths() -> Mapping[str, Path]:
    """The five reports by slug."""
    paths = {path.stem: path for path in sorted((ROOT / "reports").glob("*.txt"))}
    assert len(paths) == 5
    return paths


@pytest.fixture(scope="session")
def read_reports(report_paths: Mapping[str, Path]) -> Mapping[str, Document]:
    """The five documents by slug."""
    return {slug: read(path) for slug, path in report_paths.items()}


@pytest.fixture(scope="session")
def report_facts(read_reports: Mapping[str, Document]) -> Mapping[str, ReportFacts]:
    """What is read from each of the five, by slug."""
    return {slug: extract(document) for slug, document in read_reports.items()}


@pytest.fixture(scope="session")
def document() -> Callable[[str], Document]:
    """Makes a document of a text."""
    return lambda text: read_bytes(text.encode("utf-8"), "made-up.txt")


@pytest.fixture(scope="session")
def trap() -> Callable[[str], Document]:
    """Reads one of the small documents of ``tests/documents``, by name."""
    return lambda name: read(ROOT / "tests" / "documents" / name)


def run_yotgraph(
    *arguments: str | Path, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs the command line as a user does, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "yotgraph", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT / "graph"), "COLUMNS": "160"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="session")
def yotgraph() -> Callable[..., subprocess.CompletedProcess[str]]:
    """The command line: arguments in; exit code, output and errors out."""
    return run_yotgraph


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What "yotgraph build" makes of the five reports, in an empty folder: tests only read it."""
    place = tmp_path_factory.mktemp("build")
    run = run_yotgraph("build", cwd=place)
    assert (run.returncode, run.stderr) == (0, "")
    return place / "out"


@pytest.fixture(scope="session")
def built_store(built: Path) -> Store:
    """The graph of that build."""
    return open_store(built)
