"""A folder is replaced whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from yotgraph.errors import OutputError
from yotgraph.publishing import atomic
from yotgraph.publishing.atomic import MARKER, replace_file, replace_folder


def build(target: Path, **files: str) -> None:
    with replace_folder(target) as new:
        for name, text in files.items():
            (new / name).write_text(text)


def content(folder: Path) -> dict[str, str]:
    """The files of a folder by name, without the marker."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != MARKER)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in paths}


def never_exchange(first: Path, second: Path) -> bool:
    return False


def never_rename(new: Path, target: Path, old: Path) -> bool:
    return False


@pytest.fixture(params=["exchange", "rename", "entries"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each way of putting the new folder in place, as if the system had no better one."""
    if request.param != "exchange":
        monkeypatch.setattr(atomic, "_exchange", never_exchange)
    if request.param == "entries":
        monkeypatch.setattr(atomic, "_rename_in", never_rename)
    return str(request.param)


def test_a_new_folder(tmp_path: Path, way: str) -> None:
    build(tmp_path / "out", a="1")
    assert content(tmp_path / "out") == {"a": "1"}
    assert os.listdir(tmp_path) == ["out"]


def test_old_files_go_and_the_readme_stays(tmp_path: Path, way: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "README.md").write_text("what a build makes")
    build(out, a="1", b="1")
    (out / "site").mkdir()
    (out / "site" / "index.html").write_text("old")
    build(out, b="2", c="2")
    assert content(out) == {"README.md": "what a build makes", "b": "2", "c": "2"}
    assert os.listdir(tmp_path) == ["out"]


def test_a_failure_leaves_the_old_folder(tmp_path: Path, way: str) -> None:
    out = tmp_path / "out"
    build(out, a="1")

    def fail() -> None:
        with replace_folder(out) as new:
            (new / "a").write_text("2")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert content(out) == {"a": "1"}
    assert os.listdir(tmp_path) == ["out"]


def test_the_old_folder_is_whole_while_the_new_one_is_written(tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(out, a="1")
    with replace_folder(out) as new:
        (new / "a").write_text("2")
        assert content(out) == {"a": "1"}
    assert content(out) == {"a": "2"}


def failing_after(calls: int, function: Callable[..., object]) -> Callable[..., object]:
    """The function, until it has been called so often; then the disk is full, once."""
    made = [0]

    def call(*arguments: object) -> object:
        made[0] += 1
        if made[0] == calls:
            raise OSError(errno.ENOSPC, "No space left on device", str(arguments[0]))
        return function(*arguments)

    return call


@pytest.mark.parametrize("calls", range(1, 6))
def test_a_full_disk_in_the_middle_of_moving_entries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calls: int
) -> None:
    out = tmp_path / "out"
    build(out, a="1", b="1")
    monkeypatch.setattr(atomic, "_exchange", never_exchange)
    monkeypatch.setattr(atomic, "_rename_in", never_rename)
    monkeypatch.setattr(atomic.shutil, "move", failing_after(calls, atomic.shutil.move))
    with pytest.raises(OutputError, match="No space left"):
        build(out, b="2", c="2")
    assert content(out) == {"a": "1", "b": "1"}


def test_a_failing_second_rename_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    build(out, a="1")
    monkeypatch.setattr(atomic, "_exchange", never_exchange)
    monkeypatch.setattr(atomic.os, "rename", failing_after(2, os.rename))
    with pytest.raises(OutputError):
        build(out, a="2")
    assert content(out) == {"a": "1"}


def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    with (
        pytest.raises(OutputError, match=r"cannot write .*out: No space left.*; choose"),
        replace_folder(tmp_path / "out"),
    ):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_an_input_that_cannot_be_read_is_no_output_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), replace_folder(tmp_path / "out"):
        (tmp_path / "missing").read_text()


@pytest.mark.parametrize("which", ["target", "parent"])
def test_a_read_only_place_is_refused(tmp_path: Path, which: str) -> None:
    parent = tmp_path / "parent"
    out = parent / "out"
    out.mkdir(parents=True)
    locked = out if which == "target" else parent
    locked.chmod(0o555)
    try:
        with pytest.raises(OutputError, match="read-only; choose another place"):
            build(out, a="1")
    finally:
        locked.chmod(0o755)
    assert os.listdir(parent) == ["out"]


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(OutputError, match="it is a file; choose a folder"):
        build(tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"


def test_a_missing_parent_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"there is no folder .*none; make it first"):
        build(tmp_path / "none" / "out")


def test_a_folder_of_someones_own_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("mine")
    with pytest.raises(OutputError, match=r"'thesis.docx', which no build made"):
        build(tmp_path)
    assert content(tmp_path) == {"thesis.docx": "mine"}


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to("real")
    build(tmp_path / "out", a="1")
    assert (tmp_path / "out").is_symlink()
    assert content(tmp_path / "real") == {"a": "1"}


def test_two_builds_at_once_leave_one_of_them_whole(tmp_path: Path, way: str) -> None:
    out = tmp_path / "out"
    build(out, a="0")
    with replace_folder(out) as first:
        (first / "a").write_text("1")
        build(out, a="2")
    assert content(out) == {"a": "1"}
    assert os.listdir(tmp_path) == ["out"]


def test_the_mode_of_the_folder_stays(tmp_path: Path) -> None:
    build(tmp_path / "out", a="1")
    (tmp_path / "out").chmod(0o750)
    build(tmp_path / "out", a="2")
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o750


def test_a_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "answer.csv"
    replace_file(target, "a\n")
    replace_file(target, "Môn\n")
    assert target.read_bytes() == "Môn\n".encode()
    assert os.listdir(tmp_path) == ["answer.csv"]


def test_a_file_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="it is a folder; choose a file"):
        replace_file(tmp_path, "x")
    with pytest.raises(OutputError, match="there is no folder"):
        replace_file(tmp_path / "none" / "a.csv", "x")
    locked = tmp_path / "a.csv"
    locked.write_text("old")
    locked.chmod(0o444)
    with pytest.raises(OutputError, match="read-only"):
        replace_file(locked, "x")
    assert locked.read_text() == "old"
