"""Stance: whether a sentence or paragraph praises, criticises, does both, or neither.

Rules over words, in the tradition of lexicon-based analysis with shifters (Polanyi and
Zaenen 2006; Taboada and others 2011). Every word of praise or blame counts with its weight;
a denial turns it round, a concession, condition, purpose or plan takes its weight away, a
figure turns it by its drift. All words stand in ``ontology/schemes/evaluative-words.ttl``.

>>> sorted(sentence_stance("Plans were not always clear."))
['concern']
>>> paragraph_stance(["Plans were clear.", "Reviews, however, were often late."])
'mixed'
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
from yotgraph.extraction.lexicon import lexicon
from yotgraph.extraction.proportions import Quantity
from yotgraph.extraction.trends import moves_unnamed, read_trends, wanted_movement

__all__ = [
    "SentenceWeights",
    "paragraph_stance",
    "sentence_stance",
    "sentence_stances",
    "weights_of",
]

_ROLES = {"strengths": "strength", "improvements": "concern", "recommendations": "concern"}
_MOVED = {"improved": 0.8, "declined": -0.8}
_LEAST = 0.4
_AHEAD = frozenset(("plan", "possibility"))
_PAST = "ed"
_SOME_BLAME = 0.2
_LEAST_MIXED = 0.5
_BALANCE = 0.4
_LAST_BLAME = 0.6
_SENTENCE_BALANCE = 0.3
_MOST = 1.5
_MILD_BESIDE_BLAME = 0.5
_MOST_MILD = 0.8
_TELLING = 0.5
_MOST_CASES = 0.75
# Where a sentence only tells of what was done and blames nothing, that is praise enough.
_SOME_PRAISE = 0.4


class SentenceWeights(NamedTuple):
    """How much a sentence praises and criticises."""

    praise: float
    blame: float


# Among judgements, a sentence that tells of a deed as plain fact counts a little.
_PLAIN_DEED = 0.3


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
        _weigh(sentence, counted, None)
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
        stance for stance, own, other in told if own >= _LEAST and own >= _SENTENCE_BALANCE * other
    )


def paragraph_stance(sentences: Sequence[str], section_role: str | None = None) -> str:
    """``strength``, ``concern``, ``mixed`` or ``neutral``, for the sentences of a paragraph.

    ``section_role`` is a notation of the section roles: an item of a list of strengths is a
    strength, one of a list of improvements or recommendations a concern, whatever its words.
    """
    if section_role in _ROLES:
        return _ROLES[section_role]
    praise = deeds = blame = 0.0
    found = SentenceWeights(0.0, 0.0)
    topic: str | None = None
    is_of_most = False
    for sentence, counted in zip(sentences, figures_of(sentences), strict=True):
        clauses = read_clauses(sentence)
        found = _weigh(sentence, counted, topic if moves_unnamed(clauses) else None)
        rest = _rest_weight(clauses)
        if rest is not None and is_of_most:
            found = found._replace(blame=found.blame * rest)
        elif rest is None:
            goes_on = is_of_most or _counts_most(counted)
            is_of_most = found.praise > found.blame and goes_on
        praise += found.praise
        blame += found.blame
        if not (found.praise or found.blame) and _tells_deed(sentence):
            deeds += _PLAIN_DEED
        topic = wanted_movement(clauses) or topic
    if max(praise + deeds, blame) < _LEAST:
        return _of_deeds(sentences, praise + deeds, blame)
    is_praise = praise + deeds > blame
    # A paragraph that ends in criticism means it, however much it praised before.
    ends_in_blame = is_praise and found.blame >= _LAST_BLAME and not found.praise
    share = 0.0 if ends_in_blame else _BALANCE * max(praise, blame)
    # Plain deeds beside criticism make no praise with weight.
    if min(praise, blame) >= max(_LEAST_MIXED, share):
        return "mixed"
    return "strength" if is_praise else "concern"


def _rest_weight(clauses: Clauses) -> float | None:
    """What is left of criticism in a sentence that begins with the few left over."""
    for start, _, entry in clauses.hits:
        if entry.kind == "rest" and not start:
            return entry.weight
    return None


def _counts_most(counted: Sequence[Quantity]) -> bool:
    """Whether a figure says that it is so in most cases."""
    return any(
        quantity.low is not None and float(quantity.low) >= _MOST_CASES for quantity in counted
    )


def _of_deeds(sentences: Sequence[str], praise: float, blame: float) -> str:
    """The stance of a paragraph without weighty words. Inspectors tell what works as plain
    fact; so what those inspected do is praise, unless the words only describe or look ahead."""
    if blame > max(praise, _SOME_BLAME):
        return "concern"
    return "strength" if any(map(_tells_deed, sentences)) else "neutral"


def _tells_deed(sentence: str) -> bool:
    clauses = read_clauses(sentence)
    known = lexicon()
    if any(hit[2].kind == "description" for hit in clauses.hits):
        return False
    if known.lists["actor"].isdisjoint(clauses.forms):
        return False
    verbs = known.verbs
    first = next(
        (i for i, form in enumerate(clauses.forms) if form in verbs or form.endswith(_PAST)), None
    )
    is_ahead = any(reach.kind in _AHEAD for reach in clauses.reaches)
    if first is None or is_ahead or not clauses.is_told(first):
        return False
    is_for_somebody = not known.lists["beneficiary"].isdisjoint(clauses.forms)
    return is_for_somebody or clauses.forms[first] not in known.lists["standing-verb"]


# The sentence alone and its paragraph ask for the same weights.
@lru_cache(maxsize=4096)
def _weigh(sentence: str, counted: tuple[Quantity, ...], topic: str | None) -> SentenceWeights:
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
