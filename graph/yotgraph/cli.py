"""The command line: parse, call, print. Everything heavy is imported when it is needed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yotgraph import __version__
from yotgraph.errors import ParameterError, UsageError, YotgraphError

if TYPE_CHECKING:
    from pyoxigraph import Store

    from yotgraph.build import Built

__all__ = ["app", "main"]

_EXIT_VIOLATIONS = 1
_EXIT_SOME_UNREAD = 3
_EPILOG = "Exit codes: 0 all well, 1 a validation or check failed, 2 wrong usage, 3 some reports could not be read."

app = typer.Typer(
    name="yotgraph",
    help="Inspection reports of youth offending services as a validated knowledge graph.",
    epilog=_EPILOG,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)

_Inputs = Annotated[
    list[Path] | None,
    typer.Argument(help="Reports or folders of reports; `reports/` or the packaged five if none."),
]
_Graph = Annotated[
    Path, typer.Option("--graph", help="A build's folder, or a .nq, .trig or .ttl file.")
]
_Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write into this file, not to the terminal.")
]
_OUT = Path("out")


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the traceback behind an error.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print only errors.")] = False,
) -> None:
    context.obj = {"debug": debug, "quiet": quiet}
    if version:
        typer.echo(f"yotgraph {__version__}")
        raise typer.Exit


def _quiet(context: typer.Context) -> bool:
    return bool((context.obj or {}).get("quiet"))


@app.command()
def build(
    context: typer.Context,
    reports: _Inputs = None,
    out: Annotated[Path, typer.Option("--out", help="Where the build goes.")] = _OUT,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to use.")] = 1,
    base_iri: Annotated[
        str | None, typer.Option("--base-iri", help="The base IRI of the data.")
    ] = None,
    allow_violations: Annotated[
        bool, typer.Option("--allow-violations", help="Publish although a shape or check objects.")
    ] = False,
) -> None:
    """Read reports, build and validate their graph, answer every question, write it all.

    Example: `yotgraph build reports --out out`
    """
    from yotgraph.build import Options, build
    from yotgraph.corpus import default_inputs

    with _ProgressBar(_quiet(context)) as progress:
        options = Options(jobs=jobs, allow_violations=allow_violations, progress=progress)
        if base_iri:
            options = Options(base_iri, jobs, allow_violations, progress)
        built = build(reports or default_inputs(), out, options)
    for line in (*built.reading.warnings, *built.reading.failures):
        typer.echo(line, err=True)
    if not _quiet(context):
        _print_built(built, out)
    if built.reading.failures:
        raise typer.Exit(_EXIT_SOME_UNREAD)


def _print_built(built: Built, out: Path) -> None:
    """What a build made, on one screen."""
    from collections import Counter

    from yotgraph.publishing.display import to_table

    rows = []
    for report in built.reading.reports:
        kinds = Counter(fact.kind for fact in report.facts)
        quotations = sum(len(fact.evidence) for fact in report.facts)
        counts = (len(report.facts), quotations, kinds["finding"], kinds["post"])
        rows.append((report.slug, report.family, *(str(count) for count in counts)))
    columns = ("report", "family", "facts", "quotations", "findings", "posts")
    typer.echo(to_table(columns, rows))
    validation = built.validation
    state = "conforms" if validation.conforms else "does NOT conform"
    focus = sum(count.focus_nodes for count in validation.shapes)
    typer.echo(
        f"{built.quads:,} quads; the graph {state} ({len(validation.shapes)} shapes over"
        f" {focus:,} nodes, {len(validation.checks)} checks)"
    )
    typer.echo(
        f"{len(built.files)} files in {out}/; ask it: yotgraph query findings --param report=…"
    )


@app.command()
def questions() -> None:
    """List the named questions with their columns and parameters.

    Example: `yotgraph questions`
    """
    from yotgraph.knowledge.questions import load_questions
    from yotgraph.publishing.display import to_table

    rows = [
        (
            str(question.number),
            question.name,
            question.question,
            " ".join(
                name.name + (f"={name.default}" if name.default else "")
                for name in question.parameters
            ),
        )
        for question in load_questions()
    ]
    typer.echo(to_table(("no", "name", "question", "parameters"), rows))


@app.command()
def query(
    name: Annotated[str, typer.Argument(help="A named question, or a file with SPARQL.")],
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", help="KEY=VALUE, as often as needed.")
    ] = None,
    graph: _Graph = _OUT,
    format: Annotated[
        str, typer.Option("--format", "-f", help="table, csv, tsv, json, md or ttl.")
    ] = "table",
    output: _Output = None,
    safe: Annotated[
        bool, typer.Option("--safe", help="Keep a spreadsheet from running cells as formulas.")
    ] = False,
) -> None:
    """Ask a named question, or your own SPARQL from a file.

    Example: `yotgraph query posts --param report=bexley-2015-07 --format csv`
    """
    from yotgraph.knowledge.names import DEFAULT_BASE, PREFIXES
    from yotgraph.knowledge.questions import ask, read_question
    from yotgraph.publishing.tables import format_rows

    parameters = dict(_pair(text) for text in param or ())
    path = Path(name)
    question = read_question(path) if path.suffix == ".rq" else name
    answer = ask(_open(graph), question, parameters)
    text = format_rows(
        format,
        answer.columns,
        answer.rows,
        iri=f"{DEFAULT_BASE}id/answer/{answer.question}",
        prefixes=PREFIXES,
        safe=safe,
        width=_width(),
    )
    _write(text, output)


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key:
        raise ParameterError(f"--param {text!r} is not KEY=VALUE")
    return key, value


def _width() -> int:
    import shutil

    return max(80, shutil.get_terminal_size((120, 40)).columns)


def _open(graph: Path) -> Store:
    from yotgraph.knowledge.store import open_store

    return open_store(graph)


def _write(text: str, output: Path | None) -> None:
    if output is None:
        typer.echo(text, nl=not text.endswith("\n"))
        return
    from yotgraph.publishing.atomic import replace_file

    replace_file(output, text)


@app.command()
def validate(
    graph: _Graph = _OUT,
    format: Annotated[str, typer.Option("--format", "-f", help="text, ttl or json.")] = "text",
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to use.")] = 1,
    output: _Output = None,
) -> None:
    """Check a graph against the shapes and the checks; say what is wrong and how to mend it.

    Example: `yotgraph validate --graph out`
    """
    from yotgraph.knowledge import results
    from yotgraph.knowledge.validation import validate

    writers = {"text": results.as_text, "ttl": results.as_turtle, "json": results.as_json}
    if format not in writers:
        raise ParameterError(f"no format {format!r} here: choose one of {', '.join(writers)}")
    report = validate(_open(graph), jobs=jobs)
    _write(writers[format](report), output)
    if not report.conforms:
        raise typer.Exit(_EXIT_VIOLATIONS)


@app.command()
def verify(reports: _Inputs = None, graph: _Graph = _OUT) -> None:
    """Read the sources again and prove that every quotation stands where the graph says.

    Example: `yotgraph verify reports --graph out`
    """
    from yotgraph.corpus import default_inputs, find_reports
    from yotgraph.proof import prove_graph

    failed = False
    quotations = proved = verbatim = 0
    for slug, proof in prove_graph(_open(graph), find_reports(reports or default_inputs())):
        quotations += proof.quotations
        proved += proof.proved
        verbatim += proof.verbatim
        for failure in proof.failures:
            failed = True
            typer.echo(f"{slug}: {failure}", err=True)
        typer.echo(
            f"{slug}: {proof.proved} of {proof.quotations} quotations proved,"
            f" {proof.verbatim} of them letter by letter"
        )
    share = 100 * proved / quotations if quotations else 0
    typer.echo(f"all: {proved} of {quotations} proved ({share:.1f}%), {verbatim} letter by letter")
    if failed or not quotations:
        raise typer.Exit(_EXIT_VIOLATIONS)


@app.command()
def coverage(
    report: Annotated[str | None, typer.Option("--report", help="One report's slug.")] = None,
    graph: _Graph = _OUT,
    format: Annotated[str, typer.Option("--format", "-f", help="As for query.")] = "table",
    output: _Output = None,
) -> None:
    """Say what of each report gave facts, and what no rule took.

    Example: `yotgraph coverage --report bexley-2015-07`
    """
    query("coverage", [f"report={report}"] if report else None, graph, format, output)


@app.command()
def explain(
    iri: Annotated[str, typer.Argument(help="The IRI of a fact, a person, a body ….")],
    graph: _Graph = _OUT,
) -> None:
    """Show what the graph says of an IRI, in which words of which report, and where.

    Example: `yotgraph explain https://w3id.org/yotgraph/id/fact/bexley-2015-07/finding/1.1`
    """
    from yotgraph.knowledge.explanation import explain

    typer.echo(explain(_open(graph), iri))


@app.command()
def export(
    format: Annotated[
        str, typer.Option("--format", "-f", help="turtle, trig, nquads, jsonld or csv.")
    ] = "turtle",
    report: Annotated[str | None, typer.Option("--report", help="One report's slug.")] = None,
    graph: _Graph = _OUT,
    output: _Output = None,
) -> None:
    """Write the graph, or one report of it, for another system.

    For csv, `--output` is a folder: a file for each question.

    Example: `yotgraph export --format jsonld --report bexley-2015-07 --output bexley.jsonld`
    """
    from yotgraph.knowledge.names import DEFAULT_BASE, PREFIXES
    from yotgraph.knowledge.selection import report_statements
    from yotgraph.publishing.rdf import serialise

    store = _open(graph)
    if format == "csv":
        _export_tables(store, report, output)
        return
    quads = report_statements(store, report)
    _write(serialise(format, quads, base=DEFAULT_BASE, prefixes=PREFIXES), output)


def _export_tables(store: Store, report: str | None, output: Path | None) -> None:
    from yotgraph.knowledge.questions import ask, load_questions
    from yotgraph.publishing.atomic import replace_folder
    from yotgraph.publishing.tables import to_csv

    if output is None:
        raise UsageError("csv needs --output FOLDER: there is a file for each question")
    with replace_folder(output) as folder:
        for question in load_questions():
            names = {parameter.name for parameter in question.parameters}
            given = {"report": report} if report and "report" in names else {}
            answer = ask(store, question, given)
            path = folder / f"{question.name}.csv"
            path.write_text(to_csv(answer.columns, answer.rows), encoding="utf-8", newline="")


@app.command()
def evaluate(
    answers: Annotated[
        Path, typer.Argument(help="A folder with REPORT/QUESTION.csv, read by hand.")
    ],
    graph: _Graph = _OUT,
    details: Annotated[
        bool, typer.Option("--details", help="List what was missed and what was invented.")
    ] = False,
    format: Annotated[str, typer.Option("--format", "-f", help="As for query.")] = "table",
) -> None:
    """Compare the graph's answers with answers that were read by hand.

    Example: `yotgraph evaluate tests/golden/answers --details`
    """
    from yotgraph.evaluation import agreements, evaluate
    from yotgraph.knowledge.names import DEFAULT_BASE, PREFIXES
    from yotgraph.publishing.tables import format_rows

    store = _open(graph)
    columns = ("question", "report", "right", "missed", "invented", "precision", "recall", "f1")
    scores = evaluate(store, answers)
    rows = [
        (
            score.question,
            score.report,
            *(str(count) for count in (score.right, len(score.missed), len(score.invented))),
            *(f"{share:.3f}" for share in (score.precision, score.recall, score.f1)),
        )
        for score in scores
    ]
    rows += [
        (
            f"{item.question} ({item.column})",
            item.report,
            str(item.rows),
            "",
            "",
            "",
            "",
            f"{item.agreement:.3f}",
        )
        for item in agreements(store, answers)
    ]
    iri = f"{DEFAULT_BASE}id/answer/evaluation"
    _write(format_rows(format, columns, rows, iri=iri, prefixes=PREFIXES, width=_width()), None)
    for score in scores if details else ():
        for kind, found in (("missed", score.missed), ("invented", score.invented)):
            for row in found:
                typer.echo(f"{kind}: {score.report} {score.question}: {row}")


class _ProgressBar:
    """A progress bar on a terminal, nothing elsewhere."""

    def __init__(self, quiet: bool) -> None:
        self._shown = sys.stderr.isatty() and not quiet

    def __enter__(self) -> Callable[[str, int, int], None]:
        if not self._shown:
            return lambda step, done, total: None
        from rich.console import Console
        from rich.progress import Progress

        self._bar = Progress(console=Console(stderr=True), transient=True)
        self._bar.start()
        tasks: dict[str, object] = {}

        def advance(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = self._bar.add_task(step, total=total)
            self._bar.update(tasks[step], completed=done, total=total)  # type: ignore[arg-type]

        return advance

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._bar.stop()


def main() -> None:
    """Runs the command line; an error is one line on standard error and an exit code."""
    try:
        app()
    except YotgraphError as error:
        if "--debug" in sys.argv:
            raise
        typer.echo(f"yotgraph: {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of our output went away, as "head" does: nothing is wrong here.
        sys.stderr.close()
        sys.exit(0)
