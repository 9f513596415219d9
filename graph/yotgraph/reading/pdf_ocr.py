"""A scanned PDF -> the same PDF with its text, by ``ocrmypdf`` and tesseract."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from yotgraph.errors import ReadingError

__all__ = ["recognised"]

_PROGRAM = "ocrmypdf"
_SECONDS = 1_800


def recognised(content: bytes, name: str) -> bytes:
    """The PDF with a text under its pictures.

    Raises :class:`ReadingError` where ``ocrmypdf`` is not installed or cannot read the file.
    """
    program = shutil.which(_PROGRAM)
    if program is None:
        raise ReadingError(
            f"{name}: --ocr needs {_PROGRAM} and tesseract; install them, or read the scan elsewhere"
        )
    with tempfile.TemporaryDirectory(prefix="yotgraph-") as folder:
        source, target = Path(folder, "scan.pdf"), Path(folder, "text.pdf")
        source.write_bytes(content)
        command = (program, "--quiet", "--force-ocr", "--optimize", "0", "--output-type", "pdf")
        try:
            done = subprocess.run(
                (*command, str(source), str(target)),
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise ReadingError(
                f"{name}: {_PROGRAM} took more than {_SECONDS // 60} minutes; split the file"
            ) from late
        if done.returncode or not target.is_file():
            said = done.stderr.decode("utf-8", errors="replace").strip().split("\n")[-1]
            raise ReadingError(f"{name}: {_PROGRAM} could not read it ({said}); scan it anew")
        return target.read_bytes()
