"""The commands serve and push, as a user runs them."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
Yotgraph = Callable[..., "subprocess.CompletedProcess[str]"]


@contextmanager
def served(*arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A running ``yotgraph serve`` on a free port, and its address."""
    command = [sys.executable, "-u", "-m", "yotgraph", "serve", "--port", "0", *arguments]
    with subprocess.Popen(
        command,
        env={**os.environ, "PYTHONPATH": str(ROOT / "graph")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Checks that a script runs in the background are deaf to it, and so are their children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            match = re.match(r"(http://127\.0\.0\.1:\d+/) \(SPARQL: ", line)
            assert match, line
            yield match[1], process
        finally:
            process.kill()


def test_serve_until_it_is_interrupted(built: Path) -> None:
    with served("--graph", str(built), "--jobs", "1") as (address, process):
        with urlopen(address) as page:
            assert b"<h1>" in page.read()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 0
    assert said == '127.0.0.1 - - [-] "GET / HTTP/1.1" 200 -\n'


def test_push_to_a_server_that_only_reads(built: Path, yotgraph: Yotgraph) -> None:
    with served("--graph", str(built), "--jobs", "1") as (address, _):
        run = yotgraph("push", f"{address}store", "--graph", built)
    assert run.returncode == 1
    assert run.stdout == ""
    (line,) = run.stderr.splitlines()
    # It may hang up before it has heard all of a graph.
    assert re.search(
        r"127\.0\.0\.1(?: refuses <https://w3id\.org/|: ).+; (?:give|check) the ", line
    )


def test_wrong_requests(tmp_path: Path, built: Path, yotgraph: Yotgraph) -> None:
    for arguments, words in (
        (("push", "localhost", "--graph", built), "no address"),
        (("push", "http://127.0.0.1:1/store", "--graph", tmp_path), "no graph there"),
        (("serve", "--graph", tmp_path), "no graph there"),
        (("serve", "--graph", built, "--host", "256.1.1.1"), "cannot serve at"),
    ):
        run = yotgraph(*arguments)
        assert (run.returncode, run.stdout) == (2, ""), arguments
        (line,) = run.stderr.splitlines()
        assert words in line
