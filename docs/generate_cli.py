"""Writes the manual of the command line, ``docs/cli.md``, from the program's own help.

::

    python docs/generate_cli.py
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from yotgraph.cli import app

__all__ = ["MANUAL", "manual"]

MANUAL = Path(__file__).parent / "cli.md"
"""Where the manual is kept."""

_NAME = "yotgraph"
_OPENING = """\
# The command line

Made from the program's own help by `python docs/generate_cli.py`; a test checks that it is up to
date. `yotgraph COMMAND --help` prints the same. [how-to.md](how-to.md) shows the commands at work.
"""
_CLOSING = """\
## What every command does alike

- Answers and summaries go to standard output, warnings and errors to standard error. An error is
  one line that says what is wrong, where, and what to do; `--debug` adds the traceback.
- A progress bar is shown on a terminal only. `--quiet` leaves it and the summary out.
- `--graph` takes the folder of a build, or a file in N-Quads, TriG, N-Triples or Turtle.
- A file or folder is written in one step, or not at all.
- `--debug` and `--quiet` stand before the command: `yotgraph --quiet build`.
- `yotgraph --install-completion` sets up completion for bash, zsh, fish and PowerShell.
"""


def manual() -> str:
    """The manual as Markdown."""
    # Typer's own classes differ from release to release; only what all of them have is used.
    program: Any = typer.main.get_command(app)
    parts = [_OPENING, *_section(program, f"{_NAME} [OPTIONS] COMMAND")]
    for name, command in program.commands.items():
        parts += _section(command, _usage(name, command), name)
    parts += [_CLOSING, f"## Exit codes\n\n{_exit_codes(program.epilog)}"]
    return "\n".join(parts)


def _section(command: Any, usage: str, name: str = "") -> Iterator[str]:
    """A heading, the usage, what the command does, and its parameters."""
    yield f"## {_NAME} {name}".rstrip() + "\n"
    yield f"```text\n{usage}\n```\n"
    paragraphs = inspect.cleandoc(command.help or "").split("\n\n")
    for paragraph in paragraphs:
        label, _, example = paragraph.partition("`")
        if label == "Example: ":
            yield f"```sh\n{example.rstrip('`')}\n```\n"
        else:
            yield " ".join(paragraph.split()) + "\n"
    rows = [_row(parameter) for parameter in command.params if not _is_completion(parameter)]
    if rows:
        yield "\n".join(["| | Meaning | Default |", "| --- | --- | --- |", *rows]) + "\n"


def _usage(name: str, command: Any) -> str:
    words = [_NAME, name, "[OPTIONS]"]
    for parameter in command.params:
        if parameter.param_type_name == "argument":
            shown = parameter.name.upper() + ("..." if parameter.nargs == -1 else "")
            words.append(shown if parameter.required else f"[{shown}]")
    return " ".join(words)


def _row(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        shown = f"`{parameter.name.upper()}`"
    else:
        shown = ", ".join(f"`{name}`" for name in sorted(parameter.opts, key=len, reverse=True))
    meaning = " ".join((parameter.help or "").split())
    return f"| {shown} | {meaning} | {_default(parameter.default)} |"


def _default(value: object) -> str:
    """A default that tells a reader something; how a release marks none of them does not."""
    shown = isinstance(value, str | int | Path) and not isinstance(value, bool)
    return f"`{value}`" if shown else ""


def _is_completion(parameter: Any) -> bool:
    """Typer adds these to the program; the closing part tells of them."""
    return parameter.name in ("install_completion", "show_completion")


def _exit_codes(epilog: str) -> str:
    """The codes of the help's last line, as a list."""
    listed = epilog.partition(":")[2].rstrip(".").split(",")
    return "".join(f"- `{code}`: {meaning}\n" for code, _, meaning in map(_split, listed))


def _split(text: str) -> tuple[str, str, str]:
    return text.strip().partition(" ")


if __name__ == "__main__":
    MANUAL.write_text(manual(), encoding="utf-8", newline="\n")
