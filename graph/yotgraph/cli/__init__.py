"""The command line: parse, call, print. Everything heavy is imported when it is needed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from yotgraph import __version__
from yotgraph.cli import asking, building, checking, exporting, inspecting, serving
from yotgraph.cli.common import app
from yotgraph.errors import UsageError, YotgraphError

__all__ = ["app", "asking", "building", "checking", "exporting", "inspecting", "main", "serving"]

_ORDER = (
    "build",
    "questions",
    "query",
    "explain",
    "coverage",
    "inspect",
    "weigh",
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


_FOR_ALL = ("--debug", "--quiet", "-q")

# What typer raises for a wrong option, command or value; its place differs between versions.
_WrongUsage: type[Exception] = typer.BadParameter.__mro__[1]


def main() -> None:
    """Runs the command line; an error is one line on standard error and an exit code."""
    try:
        code = app(_ordered(sys.argv[1:]), prog_name="yotgraph", standalone_mode=False)
    except YotgraphError as error:
        if "--debug" in sys.argv:
            raise
        typer.echo(f"yotgraph: {error}", err=True)
        sys.exit(error.exit_code)
    except _WrongUsage as error:
        # Without a command the help has been printed, and nothing more is to be said.
        if len(sys.argv) > 1:
            typer.echo(_advice(error), err=True)
        sys.exit(UsageError.exit_code)
    except BrokenPipeError:
        # The reader of our output went away, as "head" does: nothing is wrong here.
        sys.stderr.close()
        sys.exit(0)
    except (KeyboardInterrupt, typer.Abort):
        # 128 and the number of the signal, as shells have it.
        sys.exit(130)
    sys.exit(code if isinstance(code, int) else 0)


def _ordered(arguments: Sequence[str]) -> list[str]:
    """The arguments with what holds for every command in front, wherever it stands.

    >>> _ordered(["build", "--quiet", "reports"])
    ['--quiet', 'build', 'reports']
    """
    return sorted(arguments, key=lambda argument: argument not in _FOR_ALL)


def _advice(error: Exception) -> str:
    """What is wrong with the request, and what to do, on one line."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "yotgraph"
    message = " ".join(str(getattr(error, "format_message", lambda: error)()).split())
    return f"yotgraph: {message.rstrip('.?')}; see '{command} --help'"
