"""The reports of a build: each one read, remembered from the last build, or refused with a reason."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from yotgraph.corpus import Manifest, differences, read_manifest, with_whole_path
from yotgraph.errors import ReadingError
from yotgraph.extraction import extract
from yotgraph.facts import ReportFacts
from yotgraph.facts_text import facts_of, text_of
from yotgraph.garbage import without_searching
from yotgraph.knowledge.names import Names
from yotgraph.memory import digest
from yotgraph.reading import content_of, read
from yotgraph.texts import kept_text

__all__ = ["Options", "Progress", "Reading", "read_reports"]

Progress = Callable[[str, int, int], None]


def _silent(step: str, done: int, total: int) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to build. ``allow_violations`` publishes although SHACL or a check objects; ``ocr``
    reads scanned PDFs; ``force`` reads again what has not changed since the last build;
    ``contacts`` keeps e-mail addresses and telephone numbers in all that is quoted."""

    base: str = Names().base
    jobs: int = 1
    allow_violations: bool = False
    progress: Progress = _silent
    ocr: bool = False
    force: bool = False
    contacts: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, with the text of each report by slug as it is kept for its page; what could
    not be read and why, and what a reader should know."""

    reports: tuple[ReportFacts, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    failures: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def read_reports(
    paths: Sequence[Path], options: Options, memory: MutableMapping[str, str] | None = None
) -> Reading:
    """The facts of every report that can be read, sorted by slug.

    What ``memory`` holds of a report is not read again, and what is read is put there.
    """
    known = {} if memory is None else memory
    outcomes: list[_Outcome] = []
    # What is read of a report refers to itself nowhere: to search it for garbage is in vain.
    with without_searching():
        for done, outcome in enumerate(_outcomes(paths, options, known), 1):
            outcomes.append(outcome)
            options.progress("reading", done, len(paths))
    return _collected(outcomes)


@dataclass(frozen=True, slots=True)
class _Outcome:
    path: Path
    report: ReportFacts | None = None
    text: str = ""
    failure: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found in a report: its facts, and its text as it is kept."""

    report: ReportFacts
    text: str


@dataclass(frozen=True, slots=True)
class _Input:
    """A report's file and the key of what is remembered of it, if its bytes can be had."""

    path: Path
    key: str | None


def _outcomes(
    paths: Sequence[Path], options: Options, memory: MutableMapping[str, str]
) -> Iterator[_Outcome]:
    inputs = [_Input(path, _key(path, options)) for path in paths]
    remembered = {each: _remembered(each.key, memory) for each in inputs if each.key}
    new = [each.path for each in inputs if not remembered.get(each)]
    fresh = _extracted(new, options)
    for each in inputs:
        known = remembered.get(each)
        found: _Found | str = known or next(fresh)
        if isinstance(found, _Found) and each.key and not known:
            memory[each.key] = text_of(found.report)
            memory[_text_key(each.key)] = found.text
        yield _with_manifest(each.path, found)


def _remembered(key: str, memory: Mapping[str, str]) -> _Found | None:
    """What the last build found, where all of it is still there."""
    report, text = facts_of(memory.get(key, "")), memory.get(_text_key(key), "")
    return _Found(report, text) if report and text else None


def _text_key(key: str) -> str:
    return digest("text", key)


def _key(path: Path, options: Options) -> str | None:
    """What the facts of a file follow from: its name, its bytes, and how it is read."""
    try:
        how = f"ocr {options.ocr}, contacts {options.contacts}"
        return digest("facts", path.name, how, content_of(path))
    except ReadingError:
        return None


def _extracted(paths: Sequence[Path], options: Options) -> Iterator[_Found | str]:
    read_one = partial(_read_one, ocr=options.ocr, contacts=options.contacts)
    if options.jobs > 1 and len(paths) > 1:
        with ProcessPoolExecutor(max_workers=options.jobs, initializer=gc.disable) as pool:
            yield from pool.map(read_one, paths, chunksize=4)
    else:
        yield from map(read_one, paths)


def _read_one(path: Path, ocr: bool = False, contacts: bool = False) -> _Found | str:
    """The facts and the text of one report, or what is wrong with it; that stays with it."""
    try:
        document = replace(read(path, ocr), keeps_contacts=contacts)
        return _Found(extract(document), kept_text(document))
    except ReadingError as failure:
        return with_whole_path(path, str(failure))


def _with_manifest(path: Path, found: _Found | str) -> _Outcome:
    """What was found, held against the manifest beside the report."""
    if isinstance(found, str):
        return _Outcome(path, failure=found)
    try:
        manifest = read_manifest(path)
    except ReadingError as failure:
        return _Outcome(path, failure=with_whole_path(path, str(failure)))
    report = found.report
    warnings = (*report.warnings, *differences(manifest, report))
    return _Outcome(path, _with_source(report, manifest), found.text, warnings=warnings)


def _with_source(report: ReportFacts, manifest: Manifest) -> ReportFacts:
    return replace(report, source_url=manifest.source) if manifest.source else report


def _collected(outcomes: Sequence[_Outcome]) -> Reading:
    """Outcomes by slug; a slug that comes twice keeps its first report."""
    reports: dict[str, ReportFacts] = {}
    texts: dict[str, str] = {}
    failures = [outcome.failure for outcome in outcomes if outcome.failure]
    warnings = [line for outcome in outcomes for line in outcome.warnings]
    for outcome in outcomes:
        report = outcome.report
        if report is None:
            continue
        known = reports.setdefault(report.slug, report)
        if known is report:
            texts[report.slug] = outcome.text
            continue
        same = "with the same content" if known.sha256 == report.sha256 else "with other content"
        failures.append(
            f"{outcome.path}: is the same report as {known.file_name} ({report.slug}),"
            f" {same}; keep one of the two"
        )
    ordered = tuple(reports[slug] for slug in sorted(reports))
    return Reading(ordered, texts, tuple(failures), tuple(warnings))
