"""One writing of the documentation for all tests of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from yotgraph.documentation import write_documentation


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Path]]:
    """The folder of the documentation and what was written into it."""
    folder = tmp_path_factory.mktemp("documentation") / "docs"
    return folder, write_documentation(folder)
