"""One build, for all commands that the pages show."""

from __future__ import annotations

import pytest
from docs.generate_answers import prepare, run
from tests.docs.workspace import BUILD, Workspace


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A folder with the five reports, built."""
    folder = tmp_path_factory.mktemp("workspace")
    prepare(folder)
    built = run(BUILD, folder)
    assert built.returncode == 0, built.stdout
    return Workspace(folder, built.stdout)
