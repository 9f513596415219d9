"""Renews what README.md and docs/tutorial.md print: the questions, and the program's answers.

::

    python docs/generate_answers.py

A ``sh`` block that calls ``yotgraph`` is run; what it prints stands in the ``text`` block or the
table right behind it. An output with ``…`` for lines or for words was shortened by hand; it is left
alone, and a test says when it no longer agrees. A block whose first line is ``# NAME.SUFFIX`` is a file.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from yotgraph.knowledge.parameters import Parameter
from yotgraph.knowledge.questions import load_questions

__all__ = [
    "PAGES",
    "ROOT",
    "Example",
    "agrees",
    "examples",
    "files",
    "is_gap",
    "prepare",
    "questions_table",
    "run",
]

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", ROOT / "docs" / "tutorial.md")
"""The pages that are renewed."""

WIDTH = 100
"""Columns of the terminal on which the outputs are made."""

_EXAMPLE = re.compile(
    r"^```sh\n(?P<script>(?:(?!```).*\n)*?yotgraph .*\n(?:(?!```).*\n)*)```\n"
    r"(?:\n(?:```text\n(?P<text>(?:(?!```).*\n)+?)```\n|(?P<table>(?:\|.*\n)+)))?",
    re.MULTILINE,
)
_FILE = re.compile(r"^```\w+\n# (?P<name>[\w./-]+\.\w+)\n(?P<text>(?:(?!```).*\n)+?)```", re.M)
_QUESTIONS = re.compile(r"(?<=<!-- questions -->\n\n)(?:\|.*\n)+(?=\n<!-- end of questions -->)")
_GAP = "…"


@dataclass(frozen=True, slots=True)
class Example:
    """A block of commands, the output printed behind it, and where that stands on the page."""

    script: str
    output: tuple[str, ...]
    start: int
    end: int

    @property
    def is_whole(self) -> bool:
        """Whether the output is printed from beginning to end."""
        return bool(self.output) and not any(_GAP in line for line in self.output)


def is_gap(line: str) -> bool:
    """Whether a line stands for lines that were left out, in a text or in a table."""
    return line.replace("|", " ").split() == [_GAP]


def agrees(shown: str, printed: str) -> bool:
    """Whether a line is printed as shown; ``…`` within it stands for any words.

    >>> agrees("… of 12 files in out/", "9 of 12 files in out/")
    True
    >>> agrees("… of 12 files in out/", "9 of 11 files in out/")
    False
    """
    words = (re.escape(part) for part in shown.rstrip().split(_GAP))
    return re.fullmatch(".*".join(words), printed) is not None


def examples(page: str) -> Iterator[Example]:
    """The blocks of a page that call this program, with their outputs."""
    for match in _EXAMPLE.finditer(page):
        kind = "table" if match["table"] else "text"
        output = (match[kind] or "").splitlines()
        yield Example(match["script"], tuple(output), match.start(kind), match.end(kind))


def files(page: str) -> Mapping[str, str]:
    """The files that a page shows, by name."""
    return {match["name"]: match["text"] for match in _FILE.finditer(page)}


def questions_table() -> str:
    """The questions with their parameters as a Markdown table."""
    rows = ["| | Name | Question | Parameters |", "| --- | --- | --- | --- |"]
    for question in load_questions():
        parameters = ", ".join(_parameter(each) for each in question.parameters)
        rows.append(
            f"| {question.number} | `{question.name}` | {question.question} | {parameters} |"
        )
    return "".join(f"{row}\n" for row in rows)


def _parameter(parameter: Parameter) -> str:
    default = f"={parameter.default}" if parameter.default else ""
    return f"`{parameter.name}{default}`"


def prepare(folder: Path) -> None:
    """Makes a folder ready for the commands: the reports, and the files that the pages show."""
    (folder / "reports").symlink_to(ROOT / "reports", target_is_directory=True)
    for page in PAGES:
        for name, text in files(page.read_text(encoding="utf-8")).items():
            (folder / name).write_text(text, encoding="utf-8")


def run(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs the commands of one block in a folder, up to the first that fails."""
    environment = os.environ | {"COLUMNS": str(WIDTH), "PYTHONPATH": str(ROOT / "graph")}
    program = f'yotgraph() {{ {shlex.quote(sys.executable)} -m yotgraph "$@"; }}'
    return subprocess.run(
        ["sh", "-e", "-c", f"{program}\n{script}"],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def _renewed(page: str, folder: Path) -> str:
    """A page with the whole outputs and the table of questions as they are now."""
    for example in reversed(list(examples(page))):
        if example.is_whole:
            made = _tidied(run(example.script, folder).stdout)
            page = page[: example.start] + made + page[example.end :]
    return _QUESTIONS.sub(lambda _: questions_table(), page)


def _tidied(output: str) -> str:
    """An output without empty lines around it or space behind its lines."""
    return "".join(f"{line.rstrip()}\n" for line in output.strip("\n").splitlines())


def main() -> None:
    """Builds the graph of the reports and renews the pages from it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        run("yotgraph build", folder)
        for path in PAGES:
            page = path.read_text(encoding="utf-8")
            path.write_text(_renewed(page, folder), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
