"""The cues of themes in a text: ``ontology/schemes/themes.ttl`` as one matcher.

>>> [(cue.start, cue.end, cue.value.theme) for cue in theme_cues("a risk management panel")]
[(2, 23, 'public-protection-arrangements')]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from yotgraph.extraction.matching import Match, Matcher
from yotgraph.vocabulary import Scheme, load_scheme

__all__ = ["STRONG", "ThemeCue", "heading_themes", "theme_cues"]

STRONG = 1.0
_WEAK = 0.35
_HEADING = 0.25
_LONGEST_HIDING = 40


class ThemeCue(NamedTuple):
    """A cue of a theme; an exclusion (weight 0) says that cues inside it do not count."""

    theme: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Engine:
    cues: Matcher[ThemeCue]
    headings: Matcher[str]
    heading_weights: Mapping[str, float]


def theme_cues(text: str) -> list[Match[ThemeCue]]:
    """The cues that begin in no exclusion of their theme, and stand in no longer cue of their
    strength. ``text`` is as :func:`~yotgraph.extraction.matching.fold_signs` leaves it.

    An expression that spans many words hides nothing that stands inside it.
    """
    excluded: dict[str, list[Match[ThemeCue]]] = defaultdict(list)
    cues: list[Match[ThemeCue]] = []
    for match in _engine().cues.find(text):
        if match.value.weight:
            cues.append(match)
        else:
            excluded[match.value.theme].append(match)
    kept: list[Match[ThemeCue]] = []
    hiding: list[Match[ThemeCue]] = []
    for cue in sorted(set(cues), key=lambda cue: (cue.start, -cue.end, cue.value)):
        outside = excluded.get(cue.value.theme, ())
        if any(out.start <= cue.start < out.end for out in outside):
            continue
        hiding = [other for other in hiding if other.end > cue.start]
        if not any(_hides(other, cue) for other in hiding):
            kept.append(cue)
            hiding.append(cue)
    return kept


def _hides(outer: Match[ThemeCue], inner: Match[ThemeCue]) -> bool:
    length = outer.end - outer.start
    return (
        inner.end - inner.start < length <= _LONGEST_HIDING
        and outer.value.weight >= inner.value.weight
        and outer.start <= inner.start
        and inner.end <= outer.end
    )


@lru_cache(maxsize=256)
def heading_themes(heading: str) -> Mapping[str, float]:
    """The themes that a printed heading names, and how much of the best score it lends each."""
    weights = _engine().heading_weights
    named = sorted({match.value for match in _engine().headings.find(heading)})
    return {theme: weights.get(theme, _HEADING) for theme in named}


@cache
def _engine() -> _Engine:
    scheme = load_scheme("themes")
    return _Engine(
        cues=Matcher(_phrases(scheme), _expressions(scheme)),
        headings=Matcher(
            (),
            (
                (pattern, concept.notation)
                for concept in scheme
                for pattern in concept.values.get("sectionPattern", ())
            ),
        ),
        heading_weights={
            concept.notation: float(weight)
            for concept in scheme
            for weight in concept.values.get("sectionWeight", ())
        },
    )


def _phrases(scheme: Scheme) -> Iterator[tuple[str, ThemeCue]]:
    for concept in scheme:
        for label in concept.labels():
            yield label, ThemeCue(concept.notation, STRONG)
        for label in concept.values.get("hiddenLabel", ()):
            yield label, ThemeCue(concept.notation, _WEAK)


def _expressions(scheme: Scheme) -> Iterator[tuple[str, ThemeCue]]:
    for concept in scheme:
        for pattern in concept.patterns:
            yield pattern, ThemeCue(concept.notation, STRONG)
        for pattern in concept.exclusions:
            yield pattern, ThemeCue(concept.notation, 0.0)
