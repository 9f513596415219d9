"""What a build keeps for the next one, so that it need not do again what cannot have changed.

Each text lies under a hash of all that it follows from: its key, which holds the input, and the
program with its vocabularies and libraries. So a text that is found is right, and one that is
not found is made again. They lie in the build's own folder and go with it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from yotgraph.resources import directory

__all__ = ["FOLDER", "Memory", "digest", "fingerprint"]

FOLDER = "cache"
"""Where the texts lie in a build's folder."""

_PACKAGE = Path(__file__).parent
_DATA = ("ontology", "queries", "shapes")
# Libraries whose version may change what is read, checked or drawn.
_LIBRARIES = ("pylode", "pyoxigraph", "pypdfium2", "pyshacl", "rdflib", "selectolax")


def digest(*parts: str | bytes) -> str:
    """The SHA-256 of several texts, each told from the next.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    sum_of_all = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        sum_of_all.update(hashlib.sha256(content).digest())
    return sum_of_all.hexdigest()


@cache
def fingerprint() -> str:
    """One hash of the program, its vocabularies, queries and shapes, and the libraries."""
    code = sorted(path for path in _PACKAGE.rglob("*.py") if "data" not in path.parts)
    data = [path for name in _DATA for path in sorted(directory(name).rglob("*"))]
    return digest(
        *(path.read_bytes() for path in (*code, *data) if path.is_file()),
        *(f"{name} {_version(name)}" for name in _LIBRARIES),
    )


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "not installed"


class Memory(MutableMapping[str, str]):
    """The texts of the last build that this one uses, and those that it adds.

    ``old`` is the folder of the last build; without it nothing is remembered. A key holds, or
    is a hash of, everything that its text follows from but the program itself. :meth:`save`
    writes what was used or added, and so leaves out what no build needs any more.
    """

    def __init__(self, old: Path | None = None) -> None:
        self._old = old
        self._used: dict[str, str] = {}

    def __getitem__(self, key: str) -> str:
        if key not in self._used:
            self._used[key] = _read(self._old / FOLDER if self._old else None, key)
        return self._used[key]

    def __setitem__(self, key: str, text: str) -> None:
        self._used[key] = text

    def __delitem__(self, key: str) -> None:
        del self._used[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._used)

    def __len__(self) -> int:
        return len(self._used)

    def save(self, folder: Path) -> None:
        """Writes every text that this build used into the folder that it makes."""
        place = folder / FOLDER
        place.mkdir()
        for key, text in self._used.items():
            whole = f"{digest(text)}\n{text}"
            (place / _name(key)).write_text(whole, encoding="utf-8", newline="")

    def files(self, name: str, folder: Path, make: Callable[[Path], Iterable[Path]]) -> list[Path]:
        """The files of the subfolder ``name`` of ``folder``, made now or taken from the last
        build, where the same program made them there and nobody has changed them."""
        place = folder / name
        key = f"files {name}"
        known = _read_object(self.get(key, ""))
        source = self._old / name if self._old else None
        if source and known and known == _hashes(source, known):
            shutil.copytree(source, place)
            return [place / path for path in known]
        made = list(make(place))
        paths = [path.relative_to(place).as_posix() for path in made]
        self[key] = json.dumps(_hashes(place, paths), indent=0)
        return made


def _name(key: str) -> str:
    """The name of a key's file."""
    return digest(fingerprint(), key)


def _read(folder: Path | None, key: str) -> str:
    """A text that was kept whole. Raises KeyError where it was not, or is not what was written."""
    if folder is None:
        raise KeyError(key)
    try:
        check, _, text = (folder / _name(key)).read_bytes().decode("utf-8").partition("\n")
    except (OSError, UnicodeDecodeError) as missing:
        raise KeyError(key) from missing
    if check != digest(text):
        raise KeyError(key)
    return text


def _read_object(text: str) -> dict[str, str]:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _hashes(folder: Path, paths: Iterable[str]) -> dict[str, str]:
    """The hash of each file; none of a file that is not there."""
    return {
        path: digest((folder / path).read_bytes()) for path in paths if (folder / path).is_file()
    }
