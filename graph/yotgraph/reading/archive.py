"""The bytes of an input: a file, a member of a zip file, or standard input.

A member is named by the zip file's path with its own behind it (``reports.zip/2019/x.pdf``), so
that it can be passed on and read again like any other path. Nothing is unpacked on disk.
"""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path, PurePosixPath

from yotgraph.errors import ReadingError

__all__ = ["STANDARD_INPUT", "content_of", "is_archive", "is_member", "members"]

STANDARD_INPUT = Path("-")
_SUFFIX = ".zip"
_MOST_MEMBERS = 10_000
_MOST_BYTES = 200 << 20
# What broken or hostile zip files raise while a member is unpacked.
_BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)


def content_of(path: Path) -> bytes:
    """The bytes that a path names.

    Raises :class:`ReadingError` where they cannot be had, or are more than 200 MB.
    """
    if path == STANDARD_INPUT:
        return _standard_input()
    archive = _archive_of(path)
    if archive is not None and path.suffix.lower() == _SUFFIX:
        raise ReadingError(
            f"{path}: a zip file within a zip file; unpack {archive.name} and give its folder"
        )
    if archive is not None:
        return _unpacked(archive, path.relative_to(archive).as_posix(), path)
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ReadingError(f"{path}: more than {_MOST_BYTES >> 20} MB; no report is so large")
        return path.read_bytes()
    except OSError as failure:
        raise ReadingError(f"{path}: {failure.strerror}; check the path") from failure


@cache
def _standard_input() -> bytes:
    """Standard input, which can be read only once."""
    content = sys.stdin.buffer.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise ReadingError(f"standard input: more than {_MOST_BYTES >> 20} MB; give one report")
    return content


def is_archive(path: Path) -> bool:
    """Whether a path is a zip file of reports, told by its name."""
    return path.suffix.lower() == _SUFFIX and path.is_file()


def is_member(path: Path) -> bool:
    """Whether a path leads into a zip file."""
    return _archive_of(path) is not None


def _archive_of(path: Path) -> Path | None:
    """The zip file that a path leads into, or nothing."""
    if _SUFFIX not in path.as_posix().lower() or path.exists():
        return None
    return next((parent for parent in path.parents if is_archive(parent)), None)


def members(archive: Path, is_report: Callable[[Path], bool]) -> list[Path]:
    """The paths of the reports in a zip file, sorted; its own path where it is broken.

    Reading that path then says what is wrong with it, and the other inputs go on.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            entries = opened.infolist()
    except _BROKEN:
        return [archive]
    names = {
        entry.filename
        for entry in entries[:_MOST_MEMBERS]
        if not entry.is_dir() and _is_plain(entry.filename)
    }
    paths = [archive / name for name in sorted(names)]
    # A zip file within is named by what reads it, with advice, and not left out in silence.
    return [path for path in paths if is_report(path) or path.suffix.lower() == _SUFFIX]


def _is_plain(name: str) -> bool:
    """Whether a member's name leads into the zip file and is no system's own file."""
    parts = PurePosixPath(name).parts
    hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
    return bool(parts) and not name.startswith("/") and not hidden and "\\" not in name


def _unpacked(archive: Path, name: str, path: Path) -> bytes:
    try:
        with zipfile.ZipFile(archive) as opened, opened.open(name) as member:
            content = member.read(_MOST_BYTES + 1)
    except KeyError as missing:
        raise ReadingError(f"{path}: no such file in {archive}; check the path") from missing
    except _BROKEN as failure:
        raise ReadingError(
            f"{path}: cannot be unpacked ({failure}); unpack {archive.name} and give its folder"
        ) from failure
    if len(content) > _MOST_BYTES:
        raise ReadingError(f"{path}: more than {_MOST_BYTES >> 20} MB; no report is so large")
    return content
