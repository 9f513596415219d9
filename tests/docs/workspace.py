"""A folder in which the commands of the pages can run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docs.generate_answers import run

BUILD = "yotgraph build\n"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with reports, the files that the pages show, and a build in ``out/``."""

    folder: Path
    build_output: str

    def run(self, script: str) -> tuple[int, str]:
        """Exit code and output of a block; the build that is there already is not repeated."""
        if script == BUILD:
            return 0, self.build_output
        done = run(script, self.folder)
        return done.returncode, done.stdout
