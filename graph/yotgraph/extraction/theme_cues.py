"""The cues of themes in a text: ``ontology/schemes/themes.ttl`` as one matcher.

>>> [(cue.start, cue.end, cue.value.theme) for cue in theme_cues("a risk management panel")]
[(2, 23, 'public-protection-arrangements')]
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from yotgraph.extraction.matching import Match, Matcher
from yotgraph.vocabulary import Concept, Scheme, load_scheme

__all__ = [
    "PARTNERSHIP",
    "STRONG",
    "HeadingWeight",
    "ThemeCue",
    "agencies_in",
    "aim_themes",
    "heading_themes",
    "process_themes",
    "theme_cues",
    "weight_of",
]

STRONG = 1.0
#: The theme of agencies' working together; the agencies that have no theme stand there.
PARTNERSHIP = "partnership-working"
_WEAK = 0.35
_HEADING = 0.25
_LONGEST_HIDING = 40


class ThemeCue(NamedTuple):
    """A cue of a theme; an exclusion (weight 0) says that cues inside it do not count."""

    theme: str
    weight: float


class HeadingWeight(NamedTuple):
    """What a heading lends its theme, as a part of the best score: beside a theme of the
    other kind, process or aim, and where the text names none."""

    beside: float = _HEADING
    aside: float = _HEADING


@dataclass(frozen=True, slots=True)
class _Engine:
    cues: Matcher[ThemeCue]
    headings: Matcher[str]
    heading_weights: Mapping[str, HeadingWeight]
    processes: frozenset[str]
    aims: frozenset[str]
    agencies: Matcher[tuple[str, str]]
    weights: Mapping[str, float]


def weight_of(theme: str) -> float:
    """How much the cues of a theme weigh beside those of others: 1 where nothing is said."""
    return _engine().weights[theme]


def theme_cues(text: str) -> list[Match[ThemeCue]]:
    """The cues that begin or end in no exclusion of their theme, and stand in no longer cue of their
    strength. ``text`` is as :func:`~yotgraph.extraction.matching.fold_signs` leaves it.

    An expression that spans many words hides nothing that stands inside it.
    """
    excluded: dict[str, list[Match[ThemeCue]]] = defaultdict(list)
    cues: list[Match[ThemeCue]] = []
    for match in _engine().cues.every(text):
        if match.value.weight:
            cues.append(match)
        else:
            excluded[match.value.theme].append(match)
    kept: list[Match[ThemeCue]] = []
    hiding: list[Match[ThemeCue]] = []
    for cue in sorted(set(cues), key=lambda cue: (cue.start, -cue.end, cue.value)):
        outside = excluded.get(cue.value.theme)
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


@lru_cache(maxsize=256)
def heading_themes(heading: str) -> Mapping[str, HeadingWeight]:
    """The themes that a printed heading names, and how much of the best score it lends each."""
    weights = _engine().heading_weights
    named = sorted({match.value for match in _engine().headings.every(heading)})
    return {theme: weights[theme] for theme in named}


def process_themes() -> frozenset[str]:
    """The themes that name what is done with a case, as notations."""
    return _engine().processes


def aim_themes() -> frozenset[str]:
    """The themes that name what work with a case is for, as notations."""
    return _engine().aims


def agencies_in(text: str) -> Mapping[str, int]:
    """The themes of the agencies that a text names, and how many agencies it names for each.

    >>> dict(agencies_in("The police, probation, housing and police staff attended."))
    {'partnership-working': 2, 'police': 1}
    """
    named = {match.value for match in _engine().agencies.every(text)}
    if not named:
        return {}
    single = {theme if theme != PARTNERSHIP else label: theme for theme, label in named}
    return dict(sorted(Counter(single.values()).items()))


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
        weights={concept.notation: float(concept.value("cueWeight") or 1) for concept in scheme},
        heading_weights={concept.notation: _heading_weight(concept) for concept in scheme},
        processes=frozenset(concept.notation for concept in scheme.of_type("ProcessTheme")),
        aims=frozenset(concept.notation for concept in scheme.of_type("AimTheme")),
        agencies=Matcher(
            (
                (label, (concept.notation, label))
                for concept in scheme
                for label in concept.values.get("agencyLabel", ())
            ),
            (),
        ),
    )


def _heading_weight(concept: Concept) -> HeadingWeight:
    beside = float(concept.value("sectionWeight") or _HEADING)
    return HeadingWeight(beside, float(concept.value("sectionWeightAside") or beside))


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
