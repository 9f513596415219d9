"""What the commands share: the application, common options, output."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = [
    "EXIT_SOME_UNREAD",
    "EXIT_VIOLATIONS",
    "OUT",
    "Format",
    "Graph",
    "Inputs",
    "Ocr",
    "Output",
    "ProgressBar",
    "app",
    "is_quiet",
    "open_graph",
    "width",
    "write",
]

EXIT_VIOLATIONS = 1
EXIT_SOME_UNREAD = 3
OUT = Path("out")
_EPILOG = (
    "Exit codes: 0 all well, 1 a validation or check failed, 2 wrong usage, 3 some reports could"
    " not be read."
)

app = typer.Typer(
    name="yotgraph",
    help="Inspection reports of youth offending services as a validated knowledge graph.",
    epilog=_EPILOG,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)

Inputs = Annotated[
    list[Path] | None,
    typer.Argument(help="Reports or folders of reports; `reports/` or the packaged five if none."),
]
Ocr = Annotated[
    bool, typer.Option("--ocr", help="Read scanned PDFs with ocrmypdf, which must be installed.")
]
Graph = Annotated[
    Path, typer.Option("--graph", help="A build's folder, or a .nq, .trig or .ttl file.")
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write into this file, not to the terminal.")
]
Format = Annotated[str, typer.Option("--format", "-f", help="table, csv, tsv, json, md or ttl.")]


def is_quiet(context: typer.Context) -> bool:
    """Whether ``--quiet`` was given."""
    return bool((context.obj or {}).get("quiet"))


def width() -> int:
    """How many characters the terminal shows in a line, at least 80."""
    import shutil

    return max(80, shutil.get_terminal_size((120, 40)).columns)


def open_graph(graph: Path) -> Store:
    """The store behind ``--graph``."""
    from yotgraph.knowledge.store import open_store

    return open_store(graph)


def write(text: str, output: Path | None) -> None:
    """Writes a text into a file, or to the terminal."""
    if output is None:
        typer.echo(text, nl=not text.endswith("\n"))
        return
    from yotgraph.publishing.atomic import replace_file

    replace_file(output, text)


class ProgressBar:
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
