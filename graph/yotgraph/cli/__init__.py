"""The command line: parse, call, print. Everything heavy is imported when it is needed."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from yotgraph import __version__
from yotgraph.cli import asking, building, checking, exporting, inspecting, serving
from yotgraph.cli.common import app
from yotgraph.errors import YotgraphError

__all__ = ["app", "asking", "building", "checking", "exporting", "inspecting", "main", "serving"]

_ORDER = (
    "build",
    "questions",
    "query",
    "explain",
    "coverage",
    "inspect",
    "validate",
    "verify",
    "evaluate",
    "diff",
    "export",
    "partners",
    "serve",
    "push",
)
app.registered_commands.sort(
    key=lambda command: _ORDER.index(command.callback.__name__) if command.callback else 0
)


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
    except KeyboardInterrupt:
        # 128 and the number of the signal, as shells have it.
        sys.exit(130)
