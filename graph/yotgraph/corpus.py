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

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from yotgraph.errors import ReadingError, UsageError
from yotgraph.facts import ReportFacts
from yotgraph.reading.archive import STANDARD_INPUT, is_archive, is_member, members
from yotgraph.resources import directory

__all__ = [
    "Manifest",
    "default_inputs",
    "differences",
    "find_reports",
    "read_manifest",
    "with_whole_path",
]

_SUFFIXES = frozenset(
    (".txt", ".text", ".md", ".markdown", ".pdf", ".html", ".htm", ".xhtml", ".docx")
)
# What a report may be in that is not read: it is named with advice, not left out in silence.
_OTHER_FORMS = frozenset((".doc", ".rtf", ".odt", ".mht", ".mhtml"))
_FORMS = ".txt or .md, .pdf, .html or .docx"
_URL = re.compile(r"(?:https?|ftp|file):/", re.IGNORECASE)
# A browser keeps the parts of a page that it saves in a folder of this kind.
_PAGE_PARTS = "_files"
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
    """The reports of files, folders and zip files, each once, sorted within each.

    ``-`` is standard input; a report in a zip file has the zip file's path before its own.
    Raises :class:`UsageError` where a path does not exist, holds no report or is a URL.
    """
    found: dict[Path, None] = {}
    for path in inputs:
        if _URL.match(path.as_posix()):
            # A path keeps one of the two slashes.
            address = path.as_posix().replace(":/", "://", 1)
            raise UsageError(
                f"{address}: yotgraph fetches nothing; save the report and give its file"
            )
        if path.is_dir() or is_archive(path):
            files = list(_within(path))
            if not files:
                place = "folder" if path.is_dir() else "zip file"
                raise UsageError(f"{path}: no report in this {place}; put {_FORMS} files there")
            found.update(dict.fromkeys(files))
        elif path == STANDARD_INPUT or path.exists() or is_member(path):
            found[path] = None
        else:
            raise UsageError(f"{path}: no such file or folder; check the path")
    return list(found)


def _within(place: Path) -> Iterator[Path]:
    """The reports in a folder and its zip files, or in a zip file."""
    if is_archive(place):
        yield from members(place, _has_name_of_report)
        return
    for file in sorted(place.rglob("*")):
        if is_archive(file):
            yield from members(file, _has_name_of_report)
        elif _has_name_of_report(file) and file.is_file():
            yield file


def _has_name_of_report(path: Path) -> bool:
    return (
        path.suffix.lower() in _SUFFIXES | _OTHER_FORMS
        and path.stem.lower() not in _NO_REPORTS
        and not path.name.startswith((".", "~$"))
        and not any(part.endswith(_PAGE_PARTS) for part in path.parent.parts)
    )


def with_whole_path(path: Path, line: str) -> str:
    """A line that begins with a file's name, with its path: names come again in folders.

    >>> with_whole_path(Path("2015.zip/a.pdf"), "a.pdf: the PDF is broken")
    '2015.zip/a.pdf: the PDF is broken'
    """
    return f"{path}{line[len(path.name) :]}" if line.startswith(f"{path.name}:") else line


def read_manifest(report: Path) -> Manifest:
    """The manifest beside a report, empty where there is none.

    Raises :class:`ReadingError` where it is no TOML or holds something of another type.
    """
    path = report.with_suffix(".toml")
    if path == report or not path.is_file():
        return Manifest()
    try:
        return _manifest(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, ValueError) as wrong:
        raise ReadingError(f"{path}: not a manifest ({wrong}); mend it or remove it") from wrong


def _manifest(values: Mapping[str, object]) -> Manifest:
    """The manifest that a TOML file holds. Raises ValueError for a value of another type."""
    texts = {key: value for key, value in values.items() if key != "expected"}
    wrong = [key for key, value in texts.items() if not isinstance(value, str)]
    if wrong:
        raise ValueError(f"{wrong[0]} is not text")
    expected = values.get("expected", {})
    if not isinstance(expected, dict):
        raise ValueError("expected is not a table")
    counts = {str(key): int(number) for key, number in expected.items()}
    return Manifest(**{key: str(value) for key, value in texts.items()}, expected=counts)


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
