"""The whole flow on one page: read, extract, make the graph, derive, validate, publish."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from pyoxigraph import Quad, Store

from yotgraph import __version__
from yotgraph.corpus import find_reports
from yotgraph.errors import ReadingError, ValidationError, VocabularyError
from yotgraph.facts import ReportFacts
from yotgraph.intake import Options, Progress, Reading, read_reports
from yotgraph.knowledge.names import Names
from yotgraph.knowledge.quads import report_quads
from yotgraph.knowledge.results import ValidationReport, as_text
from yotgraph.knowledge.rules import derive
from yotgraph.knowledge.store import open_store, register_quads
from yotgraph.knowledge.validation import validate
from yotgraph.memory import Memory
from yotgraph.publication import Made, publish
from yotgraph.publishing.atomic import check_folder
from yotgraph.texts import ReportTexts

__all__ = ["Built", "Options", "Progress", "Reading", "build", "make_graph", "read_reports"]


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome of a build, for whoever prints it."""

    reading: Reading
    quads: int
    validation: ValidationReport
    files: tuple[Path, ...] = field(default=())


def build(inputs: Iterable[Path], out: Path, options: Options | None = None) -> Built:
    """Reads the reports, builds and validates their graph, and publishes it into ``out``.

    A report that cannot be read is named in the result; the others are built. What the last
    build in ``out`` found in a report that has not changed is taken from there. ``out`` changes
    in one step, or not at all. Raises :class:`UsageError` for inputs that are not there,
    :class:`OutputError` where ``out`` cannot be written, :class:`ReadingError` where no report
    could be read and :class:`ValidationError` where the graph breaks a shape or a check.
    """
    chosen = options or Options()
    names = Names(chosen.base)
    check_folder(out)
    memory = Memory(None if chosen.force else out)
    reading = read_reports(find_reports(inputs), chosen, memory)
    if not reading.reports:
        raise ReadingError("\n".join(reading.failures))
    store, quads, refused = make_graph(reading.reports, names)
    reading = replace(reading, failures=(*reading.failures, *refused))
    chosen.progress("validating", 0, 1)
    # The registers are the package's own and are validated with it, not with every build.
    validation = validate(quads, names=names, jobs=chosen.jobs, with_registers=False, memory=memory)
    chosen.progress("validating", 1, 1)
    if not (validation.conforms or chosen.allow_violations):
        raise ValidationError(
            "nothing was published; mend what follows, or publish all the same with"
            f" --allow-violations\n{as_text(validation)}"
        )
    made = Made(store, quads, validation, ReportTexts(reading.texts))
    files = publish(made, out, names, chosen, memory)
    return Built(reading, len(quads), validation, files)


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
