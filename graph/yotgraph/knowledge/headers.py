"""The headers of query files: lines ``#+ key: value`` before the query.

A key on several lines is one value; a query file says in its header what it is for.

>>> read_header("#+ question: Who led\\n#+ question: which inspection?\\nSELECT * {}")
{'question': 'Who led which inspection?'}
"""

from __future__ import annotations

import re
from pathlib import Path

from yotgraph.errors import VocabularyError

__all__ = ["names_in", "query_files", "read_header", "required"]

_LINE = re.compile(r"#\+\s*([a-z-]+):\s*(.*?)\s*")


def read_header(text: str) -> dict[str, str]:
    """The keys and values of a query's header."""
    values: dict[str, str] = {}
    for line in text.splitlines():
        match = _LINE.fullmatch(line)
        if match is not None:
            key, value = match.groups()
            values[key] = f"{values[key]} {value}" if key in values else value
    return values


def required(header: dict[str, str], key: str, name: str) -> str:
    """A key that must be there. Raises :class:`VocabularyError` where it is not."""
    if not header.get(key):
        raise VocabularyError(f"{name}.rq: the header has no '#+ {key}:' line; add one")
    return header[key]


def names_in(value: str) -> tuple[str, ...]:
    """A comma-separated list as its names.

    >>> names_in("report, service,title")
    ('report', 'service', 'title')
    """
    return tuple(part.strip() for part in value.split(",") if part.strip())


def query_files(folder: Path) -> list[Path]:
    """The query files of a folder by name. Raises :class:`VocabularyError` where it has none."""
    found = sorted(folder.glob("*.rq"))
    if not found:
        raise VocabularyError(f"{folder}: no query (*.rq) there")
    return found
