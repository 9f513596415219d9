"""`yotgraph inspect`: how a file was read, so that one can see why a fact is missing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yotgraph.cli.common import Ocr, Output, app, write

__all__ = ["inspect"]


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
