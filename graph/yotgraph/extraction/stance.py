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

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yotgraph.extraction.clauses import Clauses, Hit, read_clauses
from yotgraph.extraction.shares import Share, read_shares, weigh

__all__ = ["paragraph_stance", "sentence_stance"]

_ROLES = {"strengths": "strength", "improvements": "concern", "recommendations": "concern"}
_LEAST = 0.4
_LEAST_MIXED = 0.7
_BALANCE = 0.4
_MOST = 2.0
_MOST_MILD = 0.8
_MILD = 0.5
_DENIED = 0.9
_CLEARED = 0.7


@dataclass(frozen=True, slots=True)
class _Cue:
    """A word of praise (positive weight) or blame (negative) at a place of a sentence."""

    place: int
    weight: float


def sentence_stance(text: str) -> frozenset[str]:
    """What one sentence does: ``strength``, ``concern``, both, or nothing (neutral).

    >>> sentence_stance("The board meets quarterly.")
    frozenset()
    """
    praise, blame = _weigh(text)
    told = (("strength", praise, blame), ("concern", blame, praise))
    return frozenset(
        stance for stance, own, other in told if own >= _LEAST and own >= _BALANCE * other
    )


def paragraph_stance(sentences: Sequence[str], section_role: str | None = None) -> str:
    """``strength``, ``concern``, ``mixed`` or ``neutral``, for the sentences of a paragraph.

    ``section_role`` is a notation of the section roles: an item of a list of strengths is a
    strength, one of a list of improvements or recommendations a concern, whatever its words.
    """
    if section_role in _ROLES:
        return _ROLES[section_role]
    weights = [_weigh(sentence) for sentence in sentences]
    praise = sum(weight for weight, _ in weights)
    blame = sum(weight for _, weight in weights)
    if max(praise, blame) < _LEAST:
        return "neutral"
    if min(praise, blame) >= max(_LEAST_MIXED, _BALANCE * max(praise, blame)):
        return "mixed"
    return "strength" if praise > blame else "concern"


def _weigh(sentence: str) -> tuple[float, float]:
    """The weight of praise and of blame in one sentence."""
    clauses = read_clauses(sentence)
    cues = list(_cues(clauses))
    shares = list(read_shares(clauses.words))
    praise = blame = 0.0
    for index, (start, end) in enumerate(clauses.parts):
        good, bad = _sums(cue.weight for cue in cues if start <= cue.place < end)
        for share in shares:
            if _target(share, clauses.parts, cues) == index:
                good, bad = weigh(share, good, bad)
        praise += good
        blame += bad
    return min(praise, _MOST), min(blame, _MOST)


def _sums(weights: Iterator[float] | Sequence[float]) -> tuple[float, float]:
    listed = list(weights)
    mild = sum(weight for weight in listed if 0 < weight <= _MILD)
    plain = sum(weight for weight in listed if weight > _MILD)
    return plain + min(mild, _MOST_MILD), -sum(weight for weight in listed if weight < 0)


def _target(share: Share, parts: Sequence[tuple[int, int]], cues: Sequence[_Cue]) -> int:
    """The part of the sentence that a figure speaks of: its own, or the nearest with cues."""
    own = next((i for i, (start, end) in enumerate(parts) if start <= share.start < end), 0)
    filled = {
        i for i, (start, end) in enumerate(parts) if any(start <= c.place < end for c in cues)
    }
    return next((i for i in (own, own + 1, own - 1) if i in filled), own)


def _cues(clauses: Clauses) -> Iterator[_Cue]:
    """The words of praise and blame, turned round and weakened by what stands near them."""
    denials = [hit for hit in clauses.hits if hit[2].kind in ("negation", "lack")]
    cures = [hit for hit in clauses.hits if hit[2].kind == "mitigation"]
    reaches = {hit[0]: clauses.denied(hit[1]) for hit in (*denials, *cures)}
    idle = {hit[0] for hit in (*denials, *cures)}
    for start, _, entry in clauses.hits:
        if not entry.sign:
            continue
        weight = entry.sign * entry.weight
        if entry.kind == "clause":
            over = [hit for hit in denials if hit[1] <= start < reaches[hit[0]]]
            cured = [hit for hit in cures if weight < 0 and hit[1] <= start < reaches[hit[0]]]
            idle -= {hit[0] for hit in (*over, *cured)}
            weight = _turned(weight, len(over) + len(cured))
        if factor := clauses.factors[start]:
            yield _Cue(start, weight * factor)
    yield from _idle(clauses, denials, cures, idle)


def _turned(weight: float, turns: int) -> float:
    if not turns % 2:
        return weight
    return -max(weight, _DENIED) if weight > 0 else -weight * _CLEARED


def _idle(
    clauses: Clauses, denials: Sequence[Hit], cures: Sequence[Hit], idle: set[int]
) -> Iterator[_Cue]:
    """Denials and cures that turn no word round: a task not done, a matter put right."""
    for start, end, entry in denials:
        inner = sum(other[1] <= start < clauses.denied(other[1]) for other in denials)
        if start in idle and not inner:
            yield _Cue(start, -entry.weight * clauses.factors[start])
    for start, _, entry in cures:
        if start in idle:
            yield _Cue(start, entry.weight * clauses.factors[start])
