"""The data folders are found in a checkout and in an installed package alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from yotgraph import resources
from yotgraph.errors import YotgraphError
from yotgraph.resources import FOLDERS, directory

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", FOLDERS)
def test_a_checkout_has_every_folder(name: str) -> None:
    assert directory(name) == ROOT / name
    assert any(directory(name).iterdir())


def test_a_missing_folder_is_named() -> None:
    with pytest.raises(YotgraphError, match=r"^the package's folder 'no-such' is missing: install"):
        directory("no-such")


def test_an_installed_package_carries_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "yotgraph"
    for name in FOLDERS:
        (package / "data" / name).mkdir(parents=True)
    monkeypatch.setattr(resources, "__file__", str(package / "resources.py"))
    directory.cache_clear()
    try:
        assert [directory(name) for name in FOLDERS] == [
            package / "data" / name for name in FOLDERS
        ]
    finally:
        directory.cache_clear()


def test_the_wheel_takes_the_same_folders() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for name in FOLDERS:
        assert f'"{name}" = "yotgraph/data/{name}"' in text
