"""Replaces a folder or a file in one step, or leaves it as it was.

A folder is written beside the old one. Where the system can exchange two folders (Linux),
that is the step; elsewhere it is two renames; and where the folder cannot be renamed at all
(a mounted volume, a layer of a container image) its entries are moved one by one, and moved
back should that fail.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from yotgraph.errors import OutputError

__all__ = ["check_folder", "KEPT", "MARKER", "replace_file", "replace_folder"]

KEPT = ("README.md", ".gitignore", ".gitkeep")
"""Files that belong to the place and not to a build: they outlive each replacement."""

MARKER = ".yotgraph"
"""The file that tells a folder made here from a folder of someone's own."""

_MARKER_TEXT = (
    "A build of yotgraph made this folder. The next one replaces all of it but README.md.\n"
)
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
_AT_CURRENT_FOLDER = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE


def _may_write(path: Path) -> bool:
    """Whether a folder or file is writable, read-only for everyone being a no to root as well."""
    return os.access(path, os.W_OK) and bool(path.stat().st_mode & _WRITABLE)


def _check_parent(target: Path) -> None:
    parent = target.parent
    if not parent.is_dir():
        raise OutputError(f"cannot write {target}: there is no folder {parent}; make it first")
    if not _may_write(parent):
        raise OutputError(f"cannot write {target}: {parent} is read-only; choose another place")


def _check_folder(target: Path) -> None:
    _check_parent(target)
    if not target.exists():
        return
    if not target.is_dir():
        raise OutputError(f"cannot write {target}: it is a file; choose a folder")
    if not _may_write(target):
        raise OutputError(f"cannot write {target}: it is read-only; choose another place")
    entries = {entry.name for entry in target.iterdir()}
    own = entries - set(KEPT)
    if own and MARKER not in entries:
        raise OutputError(
            f"will not replace {target}: it holds {min(own)!r}, which no build made; "
            "choose an empty folder"
        )


def check_folder(target: Path) -> None:
    """Refuses a place that :func:`replace_folder` would refuse, before any work is done.

    Raises :class:`OutputError`.
    """
    _check_folder(Path(os.path.realpath(target)))


def _exchange(first: Path, second: Path) -> bool:
    """Lets two paths change places in one step; says whether the system could (renameat2)."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)
    if renameat2 is None:
        return False
    paths = os.fsencode(first), os.fsencode(second)
    failed = renameat2(_AT_CURRENT_FOLDER, paths[0], _AT_CURRENT_FOLDER, paths[1], _EXCHANGE)
    return not failed


def _rename_in(new: Path, target: Path, old: Path) -> bool:
    """Renames the target aside and the new folder in; says whether the target can be renamed."""
    try:
        os.rename(target, old)
    except OSError:
        return False
    try:
        os.rename(new, target)
    except OSError:
        os.rename(old, target)
        raise
    return True


def _move_entries(new: Path, target: Path, old: Path) -> None:
    """Moves what the target holds out and what the new folder holds in; on failure, back."""
    old.mkdir()
    placed: list[Path] = []
    try:
        for entry in sorted(target.iterdir()):
            shutil.move(entry, old / entry.name)
        for entry in sorted(new.iterdir()):
            placed.append(target / entry.name)
            shutil.move(entry, target / entry.name)
    except BaseException:
        for path in placed:
            _remove(path)
        for entry in sorted(old.iterdir()):
            # A move that failed half-way has left the original where it was.
            if not (target / entry.name).exists():
                shutil.move(entry, target / entry.name)
        raise


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _put(new: Path, target: Path, old: Path) -> None:
    """Puts the new folder in the target's place, with the files that stay there."""
    (new / MARKER).write_text(_MARKER_TEXT, encoding="utf-8")
    if not target.exists():
        os.rename(new, target)
        return
    for name in KEPT:
        if (target / name).is_file() and not (new / name).exists():
            shutil.copy2(target / name, new / name)
    shutil.copymode(target, new)
    if not (_exchange(new, target) or _rename_in(new, target, old)):
        _move_entries(new, target, old)


def _beside(target: Path) -> str:
    """How the names of temporary folders beside the target begin."""
    return f".{target.name}-"


def _is_about_writing(error: OSError, target: Path) -> bool:
    """Whether an error comes from the new folder or a full disk, and not from an input."""
    start = str(target.parent / _beside(target))
    return str(error.filename).startswith(start) or error.errno in _NO_ROOM


@contextmanager
def replace_folder(target: Path) -> Iterator[Path]:
    """Gives a new, empty folder to write into; puts it in the target's place at the end.

    Where the block raises, the target stays as it was. Files named in :data:`KEPT` stay in
    any case. A folder that is neither empty nor made by a build is refused, so that nobody's
    files are lost. Raises :class:`OutputError` where the target is a file or read-only, its
    parent is missing or read-only, or the disk is full.
    """
    place = Path(os.path.realpath(target))
    _check_folder(place)
    try:
        with TemporaryDirectory(
            prefix=_beside(place), dir=place.parent, ignore_cleanup_errors=True
        ) as beside:
            new = Path(beside) / "new"
            new.mkdir()
            yield new
            _put(new, place, Path(beside) / "old")
    except OSError as error:
        if not _is_about_writing(error, place):
            raise
        raise OutputError(
            f"cannot write {target}: {error.strerror}; choose another place"
        ) from error


def replace_file(target: Path, text: str) -> None:
    """Writes a text file in UTF-8 in one step; an old one stays should that fail.

    Raises :class:`OutputError` where the target is a folder or read-only, its parent is
    missing or read-only, or the disk is full.
    """
    place = Path(os.path.realpath(target))
    _check_parent(place)
    if place.is_dir():
        raise OutputError(f"cannot write {target}: it is a folder; choose a file")
    if place.exists() and not _may_write(place):
        raise OutputError(f"cannot write {target}: it is read-only; choose another place")
    try:
        with TemporaryDirectory(prefix=_beside(place), dir=place.parent) as beside:
            new = Path(beside) / "new"
            new.write_text(text, encoding="utf-8", newline="\n")
            os.replace(new, place)
    except OSError as error:
        raise OutputError(
            f"cannot write {target}: {error.strerror}; choose another place"
        ) from error
