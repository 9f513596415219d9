"""Why a text has its stance and its themes, as lines for a person.

>>> print(judgement("Plans were late.").splitlines()[0])
stance: concern
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from yotgraph.extraction.clauses import read_clauses
from yotgraph.extraction.cues import read_cues
from yotgraph.extraction.paragraph_stances import (
    STANCES,
    paragraph_stance,
    ruling_on,
    stance_weights,
)
from yotgraph.extraction.sentence_judgements import likelihoods_by_sentence
from yotgraph.extraction.stance import weights_of
from yotgraph.extraction.theme_evidence import read_evidence
from yotgraph.extraction.themes import choose, likelihoods, reasons
from yotgraph.reading.sentences import split
from yotgraph.vocabulary import load_scheme

__all__ = ["judgement"]

_LEAST_SHOWN = 0.1
_LEAST_REASON = 0.05
_WORDS_SHOWN = 8


def judgement(text: str, heading: str | None = None) -> str:
    """The stance of a paragraph with the words that made it, and its likeliest themes with
    what speaks for and against each. ``heading`` is what is printed above it."""
    plain = " ".join(text.split())
    sentences = [plain[span.start : span.end] for span in split(plain)]
    stance = paragraph_stance(sentences)
    lines = [f"stance: {stance}", *_stances(sentences), *_weighed(sentences, stance), ""]
    return "\n".join([*lines, *_themes(plain, heading)]) + "\n"


def _stances(sentences: Sequence[str]) -> Iterator[str]:
    for sentence, weights in zip(sentences, weights_of(sentences), strict=True):
        yield f"  praise {weights.praise:.1f}, blame {weights.blame:.1f}: {sentence}"
        clauses = read_clauses(sentence)
        cues = [f"{clauses.forms[cue.place]} {cue.weight:+.1f}" for cue in read_cues(clauses)]
        if cues:
            yield f"    {', '.join(cues)}"


def _weighed(sentences: Sequence[str], stance: str) -> Iterator[str]:
    """What the rules say, and what the words make likely, of the whole and sentence by sentence,
    with those that tell most."""
    ruling = ruling_on(sentences)
    yield f"  by rules {ruling.stance}: praise {ruling.praise:.1f}, blame {ruling.blame:.1f}"
    if ruling.is_silent:
        return
    for told, likely in (
        ("words of its sentences", likelihoods_by_sentence(sentences)),
        ("words of the whole", stance_weights().likelihoods(sentences)),
    ):
        shares = (f"{one} {math.exp(likely[one]):.2f}" for one in STANCES)
        yield f"  by {told} {', '.join(shares)}"
    reasons = sorted(
        stance_weights().reasons(sentences, stance), key=lambda reason: (-abs(reason[1]), reason)
    )
    yield f"    {', '.join(f'{name} {weight:+.1f}' for name, weight in reasons[:_WORDS_SHOWN])}"


def _themes(text: str, heading: str | None) -> Iterator[str]:
    evidence = read_evidence(text, heading)
    likely = likelihoods(evidence)
    labels = {theme.notation: theme.label for theme in load_scheme("themes")}
    chosen = choose(likely)
    yield f"themes: {', '.join(labels[theme] for theme in chosen) or 'none'}"
    for share, theme in sorted(((-share, theme) for theme, share in likely.items())):
        if -share < _LEAST_SHOWN and theme not in chosen:
            break
        yield f"  {labels[theme]} {-share:.2f}"
        told = [
            (name, odds) for name, odds in reasons(evidence, theme) if abs(odds) >= _LEAST_REASON
        ]
        told.sort(key=lambda reason: -abs(reason[1]))
        yield f"    {', '.join(f'{name} {odds:+.1f}' for name, odds in told)}"
