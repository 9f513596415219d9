"""A row of an answer with the fact behind it and the place of its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["AskedRow"]


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A row of an answer by column; ``fact`` is its fact's IRI, ``place`` its sentence's."""

    values: Mapping[str, str]
    fact: str = ""
    place: str = ""

    def __getitem__(self, column: str) -> str:
        return self.values[column]
