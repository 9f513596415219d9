"""How much cues and words speak for each theme: ``ontology/weights/themes.csv``.

>>> weights = theme_weights()
>>> weights.base.keys() == weights.cue_share.keys() == weights.cue_amount.keys()
True
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from yotgraph.errors import VocabularyError
from yotgraph.extraction.theme_evidence import stem
from yotgraph.resources import directory
from yotgraph.vocabulary import load_scheme

__all__ = ["ThemeWeights", "theme_weights"]

_Weighed: TypeAlias = Mapping[str, tuple[tuple[str, float], ...]]
_FILE = "weights/themes.csv"
# The rows without a theme hold for themes that have none of their own.
_ANY = ""
_OWN_KINDS = ("base", "cue-share", "cue-amount")


@dataclass(frozen=True, slots=True)
class ThemeWeights:
    """Log-odds by theme: of a text that says nothing, of its cues as a share of the best cues
    in the text and by their amount, and of words (as stems) in a text and in its heading."""

    base: Mapping[str, float]
    cue_share: Mapping[str, float]
    cue_amount: Mapping[str, float]
    words: _Weighed
    heading_words: _Weighed


@cache
def theme_weights() -> ThemeWeights:
    """The weights of every theme. Raises :class:`VocabularyError` where the file lacks what
    holds for any theme, or names a theme that does not exist."""
    own: dict[tuple[str, str], float] = {}
    words: dict[str, defaultdict[str, list[tuple[str, float]]]] = {
        "word": defaultdict(list),
        "heading": defaultdict(list),
    }
    themes = [theme.notation for theme in load_scheme("themes")]
    for row in _rows():
        theme, kind, weight = row["theme"], row["kind"], float(row["weight"])
        if theme != _ANY and theme not in themes:
            raise VocabularyError(f"{_FILE}: {theme} is no theme; take one of schemes/themes.ttl")
        if kind in words:
            words[kind][stem(row["word"])].append((theme, weight))
        else:
            own[theme, kind] = weight
    if not all((_ANY, kind) in own for kind in _OWN_KINDS):
        raise VocabularyError(f"{_FILE}: a row without theme is missing; add {_OWN_KINDS}")
    base, cue_share, cue_amount = (
        {theme: own.get((theme, kind), own[_ANY, kind]) for theme in themes} for kind in _OWN_KINDS
    )
    of_words, of_headings = (
        {word: tuple(sorted(found)) for word, found in words[kind].items()}
        for kind in ("word", "heading")
    )
    return ThemeWeights(base, cue_share, cue_amount, of_words, of_headings)


def _rows() -> list[dict[str, str]]:
    with (directory("ontology") / _FILE).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
