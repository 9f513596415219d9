"""Stance of a paragraph: a strength, a concern, mixed or neutral.

Three readings are put together. The rules add up what each sentence praises and criticises
(:mod:`yotgraph.extraction.stance`) and say which stance that makes; the words of the
paragraph say how likely each stance is (:mod:`yotgraph.extraction.word_weights`), and so does what
the words of each sentence tell (:mod:`yotgraph.extraction.sentence_judgements`). What the rules
say stands unless the words speak against it more clearly than the rules speak for it; a
paragraph in which the rules find nothing that judges is neutral, whatever its words.

>>> paragraph_stance(["Plans were clear.", "Reviews, however, were often late."])
'mixed'
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from yotgraph.extraction.clauses import Clauses, read_clauses
from yotgraph.extraction.drift import figures_of
from yotgraph.extraction.lexicon import lexicon
from yotgraph.extraction.proportions import Quantity
from yotgraph.extraction.sentence_judgements import likelihoods_by_sentence
from yotgraph.extraction.stance import LEAST, SentenceWeights, weigh_sentence
from yotgraph.extraction.trends import moves_unnamed, wanted_movement
from yotgraph.extraction.word_weights import WordWeights, word_weights

__all__ = [
    "STANCES",
    "Ruling",
    "likelihoods_by_words",
    "paragraph_stance",
    "ruling_on",
    "stance_weights",
]

STANCES = ("strength", "concern", "mixed", "neutral")
"""The stances of a paragraph, in the order of a row of weights."""

_ROLES = {"strengths": "strength", "improvements": "concern", "recommendations": "concern"}
_AHEAD = frozenset(("plan", "possibility"))
_PAST = "ed"
_SOME_BLAME = 0.2
_LEAST_MIXED = 0.5
_BALANCE = 0.4
_LAST_BLAME = 0.6
_MOST_CASES = 0.75
# Among judgements, a sentence that tells of a deed as plain fact counts a little.
_PLAIN_DEED = 0.3
# What the rules say, and how clearly, against the logarithm of what the words make likely: more where
# every sentence gives a share, since words do not tell one-third from two-thirds. The numbers were
# chosen on reports that neither the rules nor the words had been made on.
_OF_RULES = 1.0
_OF_SHARES = 1.5
# Praise and blame in all that make a paragraph say as much as it leaves open.
_LEFT_OPEN = 0.5


class Ruling(NamedTuple):
    """What the rules make of a paragraph: its stance, how much it praises and blames, and whether
    every sentence gives a share."""

    stance: str
    praise: float
    blame: float
    gives_shares: bool = False

    @property
    def is_silent(self) -> bool:
        """Whether the rules find nothing that judges, not even a deed."""
        return self.stance == "neutral" and not (self.praise or self.blame)

    def speaks_for(self, stance: str) -> float:
        """How much of the ruling speaks for a stance, from -1 to 2.

        >>> clear = Ruling("strength", praise=3.5, blame=0.0)
        >>> [clear.speaks_for(stance) for stance in ("strength", "mixed", "concern")]
        [1.875, 0.0, -0.875]
        """
        whole = self.praise + self.blame + _LEFT_OPEN
        share = {
            "strength": self.praise - self.blame,
            "concern": self.blame - self.praise,
            "mixed": 2 * min(self.praise, self.blame),
            "neutral": _LEFT_OPEN,
        }[stance]
        return share / whole + (stance == self.stance)


def paragraph_stance(sentences: Sequence[str], section_role: str | None = None) -> str:
    """``strength``, ``concern``, ``mixed`` or ``neutral``, for the sentences of a paragraph.

    ``section_role`` is a notation of the section roles: an item of a list of strengths is a
    strength, one of a list of improvements or recommendations a concern, whatever its words.
    """
    if section_role in _ROLES:
        return _ROLES[section_role]
    ruling = ruling_on(sentences)
    # Where nothing is judged, words alone make no judgement.
    if ruling.is_silent:
        return ruling.stance
    by_words = likelihoods_by_words(sentences)
    weight = _OF_SHARES if ruling.gives_shares else _OF_RULES
    return max(STANCES, key=lambda one: by_words[one] + weight * ruling.speaks_for(one))


def likelihoods_by_words(sentences: Sequence[str]) -> dict[str, float]:
    """The logarithm of what words make likely for each stance: between what those of the whole
    paragraph tell and what those of its sentences tell one by one."""
    of_whole = stance_weights().likelihoods(sentences)
    of_each = likelihoods_by_sentence(sentences)
    return {stance: (of_whole[stance] + of_each[stance]) / 2 for stance in STANCES}


def stance_weights() -> WordWeights:
    """How much words speak for each stance: ``ontology/weights/stance.csv``."""
    return word_weights("stance", STANCES)


def ruling_on(sentences: Sequence[str]) -> Ruling:
    """What the rules make of the sentences of a paragraph.

    >>> ruling_on(["Plans were clear."])
    Ruling(stance='strength', praise=1.0, blame=0.0, gives_shares=False)
    """
    praise = deeds = blame = 0.0
    found = SentenceWeights(0.0, 0.0)
    topic: str | None = None
    is_of_most = False
    figures = figures_of(sentences)
    gives_shares = all(any(one.low is not None for one in counted) for counted in figures)
    for sentence, counted in zip(sentences, figures, strict=True):
        clauses = read_clauses(sentence)
        found = weigh_sentence(sentence, counted, topic if moves_unnamed(clauses) else None)
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
    if max(praise + deeds, blame) < LEAST:
        stance = _of_deeds(sentences, praise + deeds, blame)
    else:
        stance = _of_weights(praise, deeds, blame, found)
    return Ruling(stance, praise, blame, gives_shares)


def _of_weights(praise: float, deeds: float, blame: float, last: SentenceWeights) -> str:
    """The stance of a paragraph by what it praises and blames, and in its ``last`` sentence."""
    is_praise = praise + deeds > blame
    # A paragraph that ends in criticism means it, however much it praised before.
    ends_in_blame = is_praise and last.blame >= _LAST_BLAME and not last.praise
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
