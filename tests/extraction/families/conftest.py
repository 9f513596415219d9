"""Small made-up reports of each family, and the same told of another place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from yotgraph.extraction import extract
from yotgraph.facts import ReportFacts
from yotgraph.reading import read_bytes

DOCUMENTS = Path(__file__).parents[2] / "documents"


@pytest.fixture(scope="session")
def facts_of() -> Callable[..., ReportFacts]:
    """Reads a document of ``tests/documents``, other words put for some of its own."""

    def read(name: str, changed: Mapping[str, str] | None = None) -> ReportFacts:
        text = (DOCUMENTS / name).read_text(encoding="utf-8")
        for old, new in (changed or {}).items():
            assert old in text
            text = text.replace(old, new)
        return extract(read_bytes(text.encode(), name))

    return read
