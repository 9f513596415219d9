"""`yotgraph inspect` and `weigh`: how a file was read, and why a text is judged as it is."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from yotgraph.cli.common import Ocr, Output, app, write

__all__ = ["inspect", "weigh"]


@app.command()
def inspect(
    report: Annotated[
        Path,
        typer.Argument(help="A report's file; each of a folder or zip file; - is standard input."),
    ],
    ocr: Ocr = False,
    output: Output = None,
) -> None:
    """Show how a file was read: family, pages, parts, tables, notes, and what no rule took.

    Example: `yotgraph inspect reports/bexley-2015-07.txt`
    """
    from yotgraph.corpus import find_reports, with_whole_path
    from yotgraph.errors import ReadingError
    from yotgraph.inspection_view import inspect

    shown, failures = [], []
    for path in find_reports([report]):
        try:
            shown.append(inspect(path, ocr))
        except ReadingError as failure:
            failures.append(with_whole_path(path, str(failure)))
    if shown:
        write("\n".join(shown), output)
    if failures:
        raise ReadingError("\n".join(failures))


@app.command()
def weigh(
    text: Annotated[str, typer.Argument(help="A paragraph; - reads it from standard input.")],
    heading: Annotated[
        str | None, typer.Option(help="The heading above it, which counts for its themes.")
    ] = None,
    output: Output = None,
) -> None:
    """Show why a paragraph has its stance and its themes: which words speak for each.

    Example: `yotgraph weigh "Plans were late." --heading "2. Protecting the public"`
    """
    from yotgraph.judgement_view import judgement
    from yotgraph.publishing.characters import printable

    said = sys.stdin.read() if text == "-" else text
    write(judgement(printable(said), heading), output)
