"""`yotgraph build`: reports into a published graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yotgraph.cli.common import EXIT_SOME_UNREAD, OUT, Inputs, Ocr, ProgressBar, app, is_quiet

if TYPE_CHECKING:
    from yotgraph.building import Built

__all__ = ["build"]


@app.command()
def build(
    context: typer.Context,
    reports: Inputs = None,
    out: Annotated[Path, typer.Option("--out", help="Where the build goes.")] = OUT,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to use.")] = 1,
    base_iri: Annotated[
        str | None, typer.Option("--base-iri", help="The base IRI of the data.")
    ] = None,
    allow_violations: Annotated[
        bool, typer.Option("--allow-violations", help="Publish although a shape or check objects.")
    ] = False,
    ocr: Ocr = False,
    contacts: Annotated[
        bool,
        typer.Option(
            "--contacts", help="Keep the e-mail addresses and telephone numbers that reports print."
        ),
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Read again what has not changed since the last build.")
    ] = False,
) -> None:
    """Read reports, build and validate their graph, answer every question, write it all.

    What has not changed since the last build into the same folder is not read again.

    Example: `yotgraph build reports --out out`
    """
    from yotgraph.building import Options, build
    from yotgraph.corpus import default_inputs

    with ProgressBar(is_quiet(context)) as progress:
        base = base_iri or Options().base
        options = Options(base, jobs, allow_violations, progress, ocr, force, contacts)
        built = build(reports or default_inputs(), out, options)
    for line in (*built.reading.warnings, *built.reading.failures):
        typer.echo(line, err=True)
    if not is_quiet(context):
        _print_built(built, out)
    if built.reading.failures:
        raise typer.Exit(EXIT_SOME_UNREAD)


def _print_built(built: Built, out: Path) -> None:
    """What a build made, on one screen."""
    from collections import Counter

    from yotgraph.knowledge.results import Severity
    from yotgraph.publishing.display import to_table

    rows = []
    for report in built.reading.reports:
        kinds = Counter(fact.kind for fact in report.facts)
        quotations = len({(one.start, one.end) for fact in report.facts for one in fact.evidence})
        counts = (len(report.facts), quotations, kinds["finding"], kinds["post"])
        rows.append((report.slug, report.family, *(str(count) for count in counts)))
    columns = ("report", "family", "facts", "quotations", "findings", "posts")
    typer.echo(to_table(columns, rows))
    validation = built.validation
    state = "conforms" if validation.conforms else "does NOT conform"
    focus = sum(count.focus_nodes for count in validation.shapes)
    told = validation.count(Severity.WARNING)
    warned = f", {told} warning{'s' * (told != 1)} in validation.txt" if told else ""
    typer.echo(
        f"{built.quads:,} quads; the graph {state} ({len(validation.shapes)} shapes over"
        f" {focus:,} nodes, {len(validation.checks)} checks{warned})"
    )
    slug = built.reading.reports[-1].slug
    typer.echo(
        f"{len(built.files)} files in {out}/; ask it: yotgraph query findings --param report={slug}"
    )
