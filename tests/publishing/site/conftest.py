"""The site of a hostile letter, built as a user builds it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.publishing.site.hostile import hostile_letter

from yotgraph.building import build


@pytest.fixture(scope="session")
def hostile_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a build makes of the hostile letter."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "letter.txt").write_text(hostile_letter(), encoding="utf-8")
    result = build([folder / "letter.txt"], folder / "out")
    assert result.reading.failures == ()
    return folder / "out"
