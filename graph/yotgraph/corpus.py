"""The inputs of a build: report files, found in folders, and the manifests beside them.

A manifest is a small TOML file with the report's name (``bexley-2015-07.toml`` beside
``bexley-2015-07.txt``)::

    title = "Report of Short Quality Screening (SQS) of youth offending work in Bexley"
    publisher = "HM Inspectorate of Probation"
    licence = "Open Government Licence v3.0"
    source = "http://www.justiceinspectorates.gov.uk/hmiprobation"
    sha256 = "..."

    [expected]
    finding = 25

It is optional. What it says is checked: other content or other counts give a warning.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from yotgraph.errors import ReadingError, UsageError
from yotgraph.facts import ReportFacts
from yotgraph.resources import directory

__all__ = ["Manifest", "default_inputs", "differences", "find_reports", "read_manifest"]

_SUFFIXES = frozenset((".txt", ".text", ".md", ".markdown"))
_NO_REPORTS = frozenset(("readme", "notice", "licence", "license", "changelog"))


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is known of a report beside its text. ``expected`` counts facts by kind."""

    title: str | None = None
    publisher: str | None = None
    licence: str | None = None
    source: str | None = None
    sha256: str | None = None
    expected: Mapping[str, int] = field(default_factory=dict)


def default_inputs() -> list[Path]:
    """``reports/`` here where there is one, else the reports that the package carries."""
    here = Path("reports")
    return [here if here.is_dir() else directory("reports")]


def find_reports(inputs: Iterable[Path]) -> list[Path]:
    """The report files of files and folders, each once, sorted within a folder.

    Raises :class:`UsageError` where a path does not exist or a folder holds no report.
    """
    found: dict[Path, None] = {}
    for path in inputs:
        if path.is_dir():
            files = sorted(file for file in path.rglob("*") if _is_report(file))
            if not files:
                raise UsageError(f"{path}: no report in this folder; put .txt or .md files there")
            found.update(dict.fromkeys(files))
        elif path.exists():
            found[path] = None
        else:
            raise UsageError(f"{path}: no such file or folder; check the path")
    return list(found)


def _is_report(path: Path) -> bool:
    return (
        path.suffix.lower() in _SUFFIXES and path.stem.lower() not in _NO_REPORTS and path.is_file()
    )


def read_manifest(report: Path) -> Manifest:
    """The manifest beside a report, empty where there is none.

    Raises :class:`ReadingError` where it is no TOML or holds something of another type.
    """
    path = report.with_suffix(".toml")
    if path == report or not path.is_file():
        return Manifest()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        expected = values.pop("expected", {})
        return Manifest(**values, expected={str(key): int(n) for key, n in expected.items()})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, ValueError) as wrong:
        raise ReadingError(f"{path}: not a manifest ({wrong}); mend it or remove it") from wrong


def differences(manifest: Manifest, report: ReportFacts) -> Sequence[str]:
    """What a report holds other than its manifest says, a line each."""
    lines: list[str] = []
    if manifest.sha256 and manifest.sha256 != report.sha256:
        lines.append(
            f"{report.file_name}: the content is not what its manifest was made for;"
            " check the file, then renew sha256 in the manifest"
        )
    counts = Counter(fact.kind for fact in report.facts)
    for kind, number in sorted(manifest.expected.items()):
        if counts[kind] != number:
            lines.append(
                f"{report.file_name}: {counts[kind]} facts of kind {kind!r} were read, its"
                f" manifest expects {number}; look at 'yotgraph coverage'"
            )
    return lines
