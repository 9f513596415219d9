"""The parts of a Word file: XML in a zip, as ECMA-376 (Office Open XML) lays it out."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree import ElementTree

from yotgraph.errors import ReadingError

__all__ = ["Package", "is_word", "opened"]

_MAIN_SUFFIX = "/officeDocument"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# What the strict variant of the standard names otherwise.
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MOST_BYTES = 100 << 20
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    KeyError,
)


def is_word(content: bytes) -> bool:
    """Whether the bytes of a zip file are a Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return any(name.startswith("word/") for name in package.namelist())
    except _BROKEN:
        return False


class Package:
    """A Word file that is open for reading."""

    def __init__(self, package: zipfile.ZipFile, name: str) -> None:
        self._package = package
        self._name = name
        self._left = _MOST_BYTES
        self.main = self._related("", _MAIN_SUFFIX) or "word/document.xml"

    def part(self, kind: str) -> ElementTree.Element | None:
        """The part that the main document calls its ``footnotes``, ``styles`` and so on."""
        path = self._related(self.main, f"/{kind}")
        return self.xml(path) if path else None

    def xml(self, path: str) -> ElementTree.Element:
        """A part's root element.

        Raises :class:`ReadingError` where it is missing, broken or unpacks to too much.
        """
        content = self._content(path)
        if b"<!DOCTYPE" in content[:4_096] or b"<!ENTITY" in content:
            # No Word file has one; entities can make a small file fill the memory.
            raise ReadingError(f"{self._name}: {path} declares entities; save the file anew")
        content = content.replace(_STRICT.encode(), _USUAL.encode())
        try:
            return ElementTree.fromstring(content)
        except (ElementTree.ParseError, LookupError, ValueError) as broken:
            # The two others are raised for an encoding that is unknown or not supported.
            raise ReadingError(
                f"{self._name}: {path} is no valid XML ({broken}); save the file anew in Word"
            ) from broken

    def _content(self, path: str) -> bytes:
        try:
            with self._package.open(path) as part:
                content = part.read(self._left + 1)
        except _BROKEN as failure:
            raise ReadingError(
                f"{self._name}: the Word file is broken ({path}: {failure}); save it anew"
            ) from failure
        self._left -= len(content)
        if self._left < 0:
            raise ReadingError(
                f"{self._name}: unpacks to more than {_MOST_BYTES >> 20} MB; no report is so large"
            )
        return content

    def _related(self, source: str, suffix: str) -> str | None:
        """The path of the part that another names as standing in a relation to it."""
        folder, name = posixpath.split(source)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self._package.namelist():
            return None
        for relation in self.xml(path).iter(_RELATION):
            if relation.get("Type", "").endswith(suffix):
                target = relation.get("Target", "")
                joined = posixpath.normpath(posixpath.join("/", folder, target))
                return joined.lstrip("/")
        return None


@contextmanager
def opened(content: bytes, name: str) -> Iterator[Package]:
    """The package in the bytes of a Word file.

    Raises :class:`ReadingError` where they are no zip file.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN as broken:
        raise ReadingError(f"{name}: the Word file is broken ({broken}); save it anew") from broken
    with package:
        yield Package(package, name)
