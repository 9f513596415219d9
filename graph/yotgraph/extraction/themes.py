"""Themes: what a text is about, not every word that it contains.

The cues of a theme, which people wrote down, stand in ``ontology/schemes/themes.ttl``; how
much they count, and the single words that speak for or against a theme, in
``ontology/weights/themes.csv``: weights that were fitted to paragraphs which readers
had filed. A theme's weights add up to its log-odds, as in logistic regression; the themes that
are likely enough, and not far behind the likeliest, are the text's, three at most.

>>> themes_of("Contingency plans were not clear enough.")
('planning',)
>>> themes_of("It rained on Tuesday.")
()
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from yotgraph.extraction.theme_evidence import ThemeEvidence, read_evidence
from yotgraph.extraction.theme_weights import ThemeWeights, theme_weights

__all__ = ["choose", "likelihoods", "reasons", "themes_of"]

_LEAST = 0.3
_NEAR_BEST = 0.4
# One theme is better than none, if there is something to it.
_LEAST_BEST = 0.1


def themes_of(text: str, limit: int = 3, heading: str | None = None) -> tuple[str, ...]:
    """The themes of a text, as sorted notations; none where nothing is recognised.

    ``heading`` is the printed heading of the section. At most ``limit`` themes are given.
    """
    return choose(likelihoods(read_evidence(text, heading)), limit)


def choose(likely: Mapping[str, float], limit: int = 3) -> tuple[str, ...]:
    """The themes that are likely enough, and not far behind the likeliest.

    >>> choose({"custody": 0.8, "planning": 0.5, "police": 0.2})
    ('custody', 'planning')
    """
    some = [(-share, theme) for theme, share in likely.items() if share >= _LEAST_BEST]
    ranked = sorted(some)[:limit]
    if not ranked:
        return ()
    least = max(_LEAST, -_NEAR_BEST * ranked[0][0])
    chosen = {theme for share, theme in ranked if -share >= least}
    return tuple(sorted(chosen or {ranked[0][1]}))


def likelihoods(evidence: ThemeEvidence) -> Mapping[str, float]:
    """How likely a reader files a text under each theme, from 0 to 1."""
    weights = theme_weights()
    odds = dict(weights.base)
    for theme in evidence.cues:
        odds[theme] += _of_cues(evidence, weights, theme)
    for word, amount in evidence.words.items():
        for theme, weight in weights.words.get(word, ()):
            odds[theme] += weight * amount
    for word in sorted(evidence.heading):
        for theme, weight in weights.heading_words.get(word, ()):
            odds[theme] += weight
    return {theme: 1 / (1 + math.exp(-value)) for theme, value in odds.items()}


def _of_cues(evidence: ThemeEvidence, weights: ThemeWeights, theme: str) -> float:
    share, amount = evidence.of_cues(theme)
    return weights.cue_share[theme] * share + weights.cue_amount[theme] * amount


def reasons(evidence: ThemeEvidence, theme: str) -> list[tuple[str, float]]:
    """What speaks for a theme and against it: each with what it adds to the log-odds.

    >>> evidence = read_evidence("Plans were late.", heading="Planning")
    >>> [name for name, _ in reasons(evidence, "planning")[:3]]
    ['nothing said', 'cues', 'heading: planning']
    """
    weights = theme_weights()
    found = [("nothing said", weights.base[theme])]
    if theme in evidence.cues:
        found.append(("cues", _of_cues(evidence, weights, theme)))
    for word in sorted(evidence.heading):
        own = dict(weights.heading_words.get(word, ())).get(theme)
        found += [(f"heading: {word}", own)] if own is not None else []
    for word, said in sorted(evidence.words.items()):
        own = dict(weights.words.get(word, ())).get(theme)
        found += [(f"word: {word}", own * said)] if own is not None else []
    return found
