"""Stance: whether a sentence praises, criticises, does both, or neither.

Rules over words, in the tradition of lexicon-based analysis with shifters (Polanyi and
Zaenen 2006; Taboada and others 2011). Every word of praise or blame counts with its weight;
a denial turns it round, a concession, condition, purpose or plan takes its weight away, a
figure turns it by its drift. All words stand in ``ontology/schemes/evaluative-words.ttl``.

>>> sorted(sentence_stance("Plans were not always clear."))
['concern']
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from yotgraph.extraction.clauses import Clauses, read_clauses
from yotgraph.extraction.cues import Cue, read_cues
from yotgraph.extraction.drift import (
    Share,
    figures_of,
    part_of,
    read_shares,
    taken_together,
    tells_alone,
    weigh,
)
from yotgraph.extraction.proportions import Quantity
from yotgraph.extraction.trends import read_trends

__all__ = [
    "LEAST",
    "SentenceWeights",
    "sentence_stance",
    "sentence_stances",
    "weigh_sentence",
    "weights_of",
]

_MOVED = {"improved": 0.8, "declined": -0.8}
LEAST = 0.4
"""From so much weight on, words praise or criticise."""
_SENTENCE_BALANCE = 0.3
_MOST = 1.5
_MILD_BESIDE_BLAME = 0.5
_MOST_MILD = 0.8
_TELLING = 0.5
# Where a sentence only tells of what was done and blames nothing, that is praise enough.
_SOME_PRAISE = 0.4


class SentenceWeights(NamedTuple):
    """How much a sentence praises and criticises."""

    praise: float
    blame: float


def sentence_stance(text: str) -> frozenset[str]:
    """What one sentence does: ``strength``, ``concern``, both, or nothing (neutral).

    >>> sentence_stance("The board meets quarterly.")
    frozenset()
    """
    return sentence_stances((text,))[0]


def weights_of(sentences: Sequence[str]) -> list[SentenceWeights]:
    """How much each sentence of a paragraph praises and criticises; its figures have the
    totals of the paragraph.

    >>> weights_of(["Plans were good."])
    [SentenceWeights(praise=1.0, blame=0.0)]
    """
    return [
        weigh_sentence(sentence, counted, None)
        for sentence, counted in zip(sentences, figures_of(sentences), strict=True)
    ]


def sentence_stances(sentences: Sequence[str]) -> list[frozenset[str]]:
    """What each sentence of a paragraph does; its figures have the totals of the paragraph.

    >>> [sorted(found) for found in
    ...  sentence_stances(["There were 15 plans.", "Two were good.", "Reviews were timely."])]
    [[], ['concern'], ['strength']]
    """
    return [_stances(found) for found in weights_of(sentences)]


def _stances(found: SentenceWeights) -> frozenset[str]:
    if not (found.praise or found.blame):
        return frozenset()
    told = (("strength", found.praise, found.blame), ("concern", found.blame, found.praise))
    return frozenset(
        stance for stance, own, other in told if own >= LEAST and own >= _SENTENCE_BALANCE * other
    )


# The sentence alone and its paragraph ask for the same weights.
@lru_cache(maxsize=4096)
def weigh_sentence(
    sentence: str, counted: tuple[Quantity, ...], topic: str | None
) -> SentenceWeights:
    """The weight of praise and of blame in one sentence. ``counted`` are its figures; ``topic``
    is what is wanted of the thing that the sentence before names."""
    clauses = read_clauses(sentence)
    by_part: dict[int, list[Cue]] = {}
    cues = _all_cues(clauses, topic)
    for cue in cues:
        by_part.setdefault(clauses.part(cue.place), []).append(cue)
    shares: dict[int, list[Share]] = {}
    told = read_shares(clauses, counted) if cues or tells_alone(clauses) else ()
    is_praise = all(cue.weight > 0 for cue in cues)
    for share in taken_together(tuple(told)) if is_praise else told:
        shares.setdefault(part_of(share, clauses, by_part), []).append(share)
    if not (cues or shares):
        return SentenceWeights(0.0, 0.0)
    is_critical = any(cue.weight <= -_TELLING for cue in cues)
    praise = blame = 0.0
    for part in sorted({*by_part, *shares}):
        good, bad = _weigh_part(by_part.get(part, []), shares.get(part, []), is_critical)
        praise += good
        blame += bad
    if _SOME_PRAISE <= praise < _TELLING and not blame:
        praise = _TELLING
    return SentenceWeights(min(praise, _MOST), min(blame, _MOST))


def _all_cues(clauses: Clauses, topic: str | None) -> list[Cue]:
    """The words of praise and blame, and figures that rise or fall: "vacancies fell" praises,
    though vacancies are a fault."""
    trends = [
        trend
        for trend in read_trends(clauses, topic)
        if trend.is_movement and trend.direction in _MOVED and clauses.is_told(trend.start)
    ]
    cues = read_cues(clauses)
    if not trends:
        return cues
    moved = {trend.thing for trend in trends}
    return [
        *(cue for cue in cues if cue.place not in moved),
        *(
            Cue(trend.start, _MOVED[trend.direction] * clauses.factor(trend.start))
            for trend in trends
        ),
    ]


def _weigh_part(
    cues: Sequence[Cue], shares: Sequence[Share], is_critical: bool
) -> tuple[float, float]:
    """Praise and blame of one part. Many mild words of praise weigh no more than one plain
    one, and nothing where the sentence criticises without a figure."""
    mild = good = bad = 0.0
    for _, weight, is_mild in cues:
        if is_mild:
            mild += weight
        elif weight > 0:
            good += weight
        if weight < 0:
            bad -= weight
    good += min(mild, _MOST_MILD) * (_MILD_BESIDE_BLAME if is_critical and not shares else 1)
    for share in shares:
        nearest = min(cues, key=lambda cue: _distance(cue, share), default=None)
        of_merit = nearest is None or nearest.weight > 0
        good, bad = (
            weigh(share, good, bad, of_merit=of_merit) if cues or share.tells else (good, bad)
        )
    return good, bad


def _distance(cue: Cue, share: Share) -> int:
    return share.start - cue.place if cue.place < share.start else cue.place - share.end
