"""The whole flow on one page: read, extract, make the graph, derive, validate, publish."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from pyoxigraph import Quad, Store

from yotgraph import __version__
from yotgraph.corpus import (
    Manifest,
    differences,
    find_reports,
    read_manifest,
    with_whole_path,
)
from yotgraph.documentation import write_documentation
from yotgraph.errors import ReadingError, ValidationError, VocabularyError
from yotgraph.extraction import extract
from yotgraph.facts import ReportFacts
from yotgraph.knowledge.names import PREFIXES, Names
from yotgraph.knowledge.quads import report_quads
from yotgraph.knowledge.questions import ask, load_questions
from yotgraph.knowledge.results import Severity, ValidationReport, as_json, as_text, as_turtle
from yotgraph.knowledge.rules import derive
from yotgraph.knowledge.store import open_store, register_quads
from yotgraph.knowledge.validation import validate
from yotgraph.publishing.atomic import check_folder, replace_folder
from yotgraph.publishing.dataset import DATASET_PREFIXES, describe_dataset
from yotgraph.publishing.network_files import read_picture
from yotgraph.publishing.rdf import to_turtle, write_exports
from yotgraph.publishing.site import write_site
from yotgraph.publishing.site.network_alone import write_network
from yotgraph.publishing.tables import to_csv
from yotgraph.reading import read
from yotgraph.texts import ReportTexts

__all__ = [
    "Built",
    "Made",
    "Options",
    "Progress",
    "Reading",
    "build",
    "make_graph",
    "publish",
    "read_reports",
]

# From so many quads on the store is written to disk, where queries open it at once; below,
# reading the N-Quads into memory is as fast.
_STORE_ON_DISK = 300_000

Progress = Callable[[str, int, int], None]


def _silent(step: str, done: int, total: int) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to build. ``allow_violations`` publishes although SHACL or a check objects; ``ocr``
    reads scanned PDFs."""

    base: str = Names().base
    jobs: int = 1
    allow_violations: bool = False
    progress: Progress = _silent
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read and from which files, what could not be read and why, and what a reader
    should know."""

    reports: tuple[ReportFacts, ...] = ()
    paths: Mapping[str, Path] = field(default_factory=dict)
    failures: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome of a build, for whoever prints it."""

    reading: Reading
    quads: int
    validation: ValidationReport
    files: tuple[Path, ...] = field(default=())


def build(inputs: Iterable[Path], out: Path, options: Options | None = None) -> Built:
    """Reads the reports, builds and validates their graph, and publishes it into ``out``.

    A report that cannot be read is named in the result; the others are built. ``out`` changes
    in one step, or not at all. Raises :class:`UsageError` for inputs that are not there,
    :class:`OutputError` where ``out`` cannot be written, :class:`ReadingError` where no report
    could be read and :class:`ValidationError` where the graph breaks a shape or a check.
    """
    chosen = options or Options()
    names = Names(chosen.base)
    check_folder(out)
    reading = read_reports(find_reports(inputs), chosen)
    if not reading.reports:
        raise ReadingError("\n".join(reading.failures))
    store, quads, refused = make_graph(reading.reports, names)
    reading = replace(reading, failures=(*reading.failures, *refused))
    chosen.progress("validating", 0, 1)
    # The registers are the package's own and are validated with it, not with every build.
    validation = validate(quads, names=names, jobs=chosen.jobs, with_registers=False)
    chosen.progress("validating", 1, 1)
    if not (validation.conforms or chosen.allow_violations):
        raise ValidationError(
            f"{validation.count(Severity.VIOLATION)} violations, nothing was published;"
            f" --allow-violations publishes all the same\n{as_text(validation)}"
        )
    made = Made(store, quads, validation, ReportTexts(reading.paths, chosen.ocr))
    files = publish(made, out, names, chosen)
    return Built(reading, len(quads), validation, files)


def read_reports(paths: Sequence[Path], options: Options) -> Reading:
    """The facts of every report that can be read, sorted by slug."""
    outcomes: list[_Outcome] = []
    for done, outcome in enumerate(_outcomes(paths, options), 1):
        outcomes.append(outcome)
        options.progress("reading", done, len(paths))
    return _collected(outcomes)


@dataclass(frozen=True, slots=True)
class _Outcome:
    path: Path
    report: ReportFacts | None = None
    failure: str | None = None
    warnings: tuple[str, ...] = ()


def _outcomes(paths: Sequence[Path], options: Options) -> Iterator[_Outcome]:
    read_one = partial(_read_one, ocr=options.ocr)
    if options.jobs > 1 and len(paths) > 1:
        with ProcessPoolExecutor(max_workers=options.jobs) as pool:
            yield from pool.map(read_one, paths, chunksize=4)
    else:
        yield from map(read_one, paths)


def _read_one(path: Path, ocr: bool = False) -> _Outcome:
    """One report; what goes wrong with it stays with it."""
    try:
        manifest = read_manifest(path)
        report = extract(read(path, ocr))
    except ReadingError as failure:
        return _Outcome(path, failure=with_whole_path(path, str(failure)))
    warnings = (*report.warnings, *differences(manifest, report))
    return _Outcome(path, _with_source(report, manifest), warnings=warnings)


def _with_source(report: ReportFacts, manifest: Manifest) -> ReportFacts:
    return replace(report, source_url=manifest.source) if manifest.source else report


def _collected(outcomes: Sequence[_Outcome]) -> Reading:
    """Outcomes by slug; a slug that comes twice keeps its first report."""
    reports: dict[str, ReportFacts] = {}
    paths: dict[str, Path] = {}
    failures = [outcome.failure for outcome in outcomes if outcome.failure]
    warnings = [line for outcome in outcomes for line in outcome.warnings]
    for outcome in outcomes:
        report = outcome.report
        if report is None:
            continue
        known = reports.setdefault(report.slug, report)
        if known is report:
            paths[report.slug] = outcome.path
            continue
        same = "with the same content" if known.sha256 == report.sha256 else "with other content"
        failures.append(
            f"{outcome.path}: is the same report as {known.file_name} ({report.slug}),"
            f" {same}; keep one of the two"
        )
    ordered = tuple(reports[slug] for slug in sorted(reports))
    return Reading(ordered, paths, tuple(failures), tuple(warnings))


def make_graph(
    reports: Iterable[ReportFacts], names: Names
) -> tuple[Store, list[Quad], tuple[str, ...]]:
    """The store with registers, reports and what the rules derive, all its quads, and a line
    for each report whose facts contradict themselves: it is left out, the others are in."""
    quads = register_quads(names)
    refused: list[str] = []
    for report in reports:
        try:
            quads += report_quads(report, version=__version__, names=names)
        except VocabularyError as wrong:
            refused.append(f"{report.file_name}: {wrong}")
    store = open_store(quads)
    return store, [*quads, *derive(store, names)], tuple(refused)


@dataclass(frozen=True, slots=True)
class Made:
    """What is published: the graph as a store and as quads, its validation, the reports' texts."""

    store: Store
    quads: Sequence[Quad]
    validation: ValidationReport
    texts: ReportTexts


def publish(made: Made, out: Path, names: Names, options: Options) -> tuple[Path, ...]:
    """Writes everything that a build makes, in one step; gives the files' places in ``out``."""
    quads, validation = made.quads, made.validation
    with replace_folder(out) as folder:
        options.progress("writing", 0, 3)
        files = [*write_exports(quads, folder, base=names.base, prefixes=PREFIXES)]
        options.progress("writing", 1, 3)
        files += _write_answers(made.store, folder)
        files += _write_validation(validation, folder, names)
        options.progress("writing", 2, 3)
        described = describe_dataset(
            quads,
            files,
            folder=folder,
            base=names.base,
            prefixes=PREFIXES,
            violations_allowed=options.allow_violations and not validation.conforms,
            questions=load_questions(),
        )
        dataset = folder / "dataset.ttl"
        prefixes = {**PREFIXES, **DATASET_PREFIXES}
        dataset.write_text(to_turtle(described, prefixes, base=names.base), encoding="utf-8")
        if len(quads) >= _STORE_ON_DISK:
            open_store(quads, folder=folder / "store").flush()
        picture = read_picture(made.store)
        network = write_network(made.store, folder, base=names.base, picture=picture)
        site = write_site(made.store, made.texts, folder / "site", names, picture=picture)
        documents = write_documentation(folder / "docs", earlier=out / "docs")
        options.progress("writing", 3, 3)
        written = (*files, dataset, *network, *site, *documents)
        return tuple(path.relative_to(folder) for path in written)


def _write_answers(store: Store, folder: Path) -> list[Path]:
    """The answer to every question, asked without parameters, as CSV."""
    place = folder / "answers"
    place.mkdir()
    written: list[Path] = []
    for question in load_questions():
        answer = ask(store, question)
        path = place / f"{question.name}.csv"
        path.write_text(to_csv(answer.columns, answer.rows), encoding="utf-8", newline="")
        written.append(path)
    coverage = folder / "coverage.csv"
    coverage.write_bytes((place / "coverage.csv").read_bytes())
    return [*written, coverage]


def _write_validation(report: ValidationReport, folder: Path, names: Names) -> list[Path]:
    texts = {
        "validation.txt": as_text(report),
        "validation.ttl": as_turtle(report, names),
        "validation.json": as_json(report),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return [folder / name for name in texts]
