"""`yotgraph inspect`: how a file was read, so that one can see why a fact is missing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yotgraph.cli.common import Output, app, write

__all__ = ["inspect"]


@app.command()
def inspect(
    report: Annotated[Path, typer.Argument(help="A report's file.")],
    output: Output = None,
) -> None:
    """Show how a file was read: family, pages, parts, tables, notes, and what no rule took.

    Example: `yotgraph inspect reports/bexley-2015-07.txt`
    """
    from yotgraph.inspection_view import inspect

    write(inspect(report), output)
