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
from dataclasses import dataclass

from yotgraph.extraction.clauses import read_clauses
from yotgraph.extraction.cues import Cue, read_cues
from yotgraph.extraction.drift import Share, read_shares, weigh

__all__ = ["paragraph_stance", "sentence_stance"]

_ROLES = {"strengths": "strength", "improvements": "concern", "recommendations": "concern"}
_LEAST = 0.4
_LEAST_MIXED = 0.5
_BALANCE = 0.4
_MOST = 2.0
_MILD = 0.5
_MOST_MILD = 0.8


@dataclass(frozen=True, slots=True)
class _Weights:
    praise: float
    blame: float


def sentence_stance(text: str) -> frozenset[str]:
    """What one sentence does: ``strength``, ``concern``, both, or nothing (neutral).

    >>> sentence_stance("The board meets quarterly.")
    frozenset()
    """
    found = _weigh(text)
    told = (("strength", found.praise, found.blame), ("concern", found.blame, found.praise))
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
    praise = sum(found.praise for found in weights)
    blame = sum(found.blame for found in weights)
    if max(praise, blame) < _LEAST:
        return "neutral"
    if min(praise, blame) >= max(_LEAST_MIXED, _BALANCE * max(praise, blame)):
        return "mixed"
    return "strength" if praise > blame else "concern"


def _weigh(sentence: str) -> _Weights:
    """The weight of praise and of blame in one sentence."""
    clauses = read_clauses(sentence)
    by_part: dict[int, list[Cue]] = {}
    for cue in read_cues(clauses):
        by_part.setdefault(clauses.parts[cue.place], []).append(cue)
    shares: dict[int, list[Share]] = {}
    for share in read_shares(clauses):
        own = clauses.parts[share.start]
        part = next((part for part in (own, own + 1, own - 1) if part in by_part), own)
        shares.setdefault(part, []).append(share)
    praise = blame = 0.0
    for part in sorted({*by_part, *shares}):
        good, bad = _sums([cue.weight for cue in by_part.get(part, ())])
        for share in shares.get(part, ()):
            good, bad = weigh(share, good, bad)
        praise += good
        blame += bad
    return _Weights(min(praise, _MOST), min(blame, _MOST))


def _sums(weights: Sequence[float]) -> tuple[float, float]:
    """Praise and blame; many mild words together weigh no more than one plain one."""
    mild = sum(weight for weight in weights if 0 < weight <= _MILD)
    plain = sum(weight for weight in weights if weight > _MILD)
    return plain + min(mild, _MOST_MILD), -sum(weight for weight in weights if weight < 0)
