"""The cues of themes in a text: ``ontology/schemes/themes.ttl`` as one matcher.

>>> [(cue.start, cue.end, cue.value.theme) for cue in theme_cues("a risk management panel")]
[(2, 23, 'public-protection-arrangements')]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from yotgraph.extraction.matching import Match, Matcher
from yotgraph.vocabulary import Scheme, load_scheme

__all__ = ["STRONG", "ThemeCue", "theme_cues"]

STRONG = 1.0
_WEAK = 0.35
_LONGEST_HIDING = 40


class ThemeCue(NamedTuple):
    """A cue of a theme; an exclusion (weight 0) says that cues inside it do not count."""

    theme: str
    weight: float


def theme_cues(text: str) -> list[Match[ThemeCue]]:
    """The cues that begin or end in no exclusion of their theme, and stand in no longer cue of their
    strength. ``text`` is as :func:`~yotgraph.extraction.matching.fold_signs` leaves it.

    An expression that spans many words hides nothing that stands inside it.
    """
    excluded: dict[str, list[Match[ThemeCue]]] = defaultdict(list)
    cues: list[Match[ThemeCue]] = []
    for match in _matcher().every(text):
        theme, weight = match.value
        if weight:
            cues.append(match)
        else:
            excluded[theme].append(match)
    kept: list[Match[ThemeCue]] = []
    hiding: list[Match[ThemeCue]] = []
    for cue in sorted(set(cues), key=lambda cue: (cue.start, -cue.end, cue.value)):
        outside = excluded.get(cue.value.theme) if excluded else None
        if outside and any(
            out.start <= cue.start < out.end or out.start < cue.end <= out.end for out in outside
        ):
            continue
        if hiding:
            hiding = [other for other in hiding if other.end > cue.start]
        if not (hiding and any(_hides(other, cue) for other in hiding)):
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


@cache
def _matcher() -> Matcher[ThemeCue]:
    scheme = load_scheme("themes")
    return Matcher(_phrases(scheme), _expressions(scheme))


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
