"""What a build publishes: the graph, the answers, the site and what describes them, in one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pyoxigraph import Quad, Store

from yotgraph.documentation import write_documentation
from yotgraph.intake import Options
from yotgraph.knowledge.names import PREFIXES, Names
from yotgraph.knowledge.questions import load_questions
from yotgraph.knowledge.results import ValidationReport, as_json, as_text, as_turtle
from yotgraph.knowledge.store import open_store
from yotgraph.memory import Memory
from yotgraph.publishing.atomic import replace_folder
from yotgraph.publishing.dataset import DATASET_PREFIXES, describe_dataset
from yotgraph.publishing.rdf import to_turtle, write_exports
from yotgraph.publishing.site import write_site
from yotgraph.publishing.site.asking import Rows, gather, plain_rows
from yotgraph.publishing.site.network_alone import write_network
from yotgraph.publishing.tables import to_csv
from yotgraph.texts import ReportTexts

__all__ = ["Made", "publish"]

# From so many quads on the store is written to disk, where queries open it at once; below,
# reading the N-Quads into memory is as fast.
_STORE_ON_DISK = 300_000


@dataclass(frozen=True, slots=True)
class Made:
    """What is published: the graph as a store and as quads, its validation, the reports' texts."""

    store: Store
    quads: Sequence[Quad]
    validation: ValidationReport
    texts: ReportTexts


def publish(
    made: Made, out: Path, names: Names, options: Options, memory: Memory
) -> tuple[Path, ...]:
    """Writes everything that a build makes, in one step; gives the files' places in ``out``."""
    quads, validation = made.quads, made.validation
    with replace_folder(out) as folder:
        options.progress("writing", 0, 3)
        exports = write_exports(quads, folder, base=names.base, prefixes=PREFIXES)
        files = [*exports]
        options.progress("writing", 1, 3)
        picture, asked = gather(made.store, jobs=options.jobs)
        files += _write_answers(asked, folder)
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
        text = to_turtle(described, prefixes, base=names.base, keep_lines=True)
        dataset.write_text(text, encoding="utf-8", newline="\n")
        if len(quads) >= _STORE_ON_DISK:
            open_store(quads, folder=folder / "store").flush()
        network = write_network(made.store, folder, base=names.base, picture=picture, asked=asked)
        site = write_site(
            made.store,
            made.texts,
            folder / "site",
            names,
            picture=picture,
            asked=asked,
            description=described,
            exports=[path.name for path in exports],
            jobs=options.jobs,
        )
        earlier = None if options.force else out / "docs"
        documents = memory.files("docs", folder, partial(write_documentation, earlier=earlier))
        memory.save(folder)
        options.progress("writing", 3, 3)
        written = (*files, dataset, *network, *site, *documents)
        return tuple(path.relative_to(folder) for path in written)


def _write_answers(asked: Mapping[str, Rows], folder: Path) -> list[Path]:
    """The answer to every question, asked without parameters, as CSV."""
    place = folder / "answers"
    place.mkdir()
    written: list[Path] = []
    for question in load_questions():
        rows = plain_rows(question, asked[question.name])
        path = place / f"{question.name}.csv"
        path.write_text(to_csv(question.columns, rows), encoding="utf-8", newline="")
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
