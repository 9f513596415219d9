"""What sentences tell of the stance of their paragraph."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yotgraph.extraction import sentence_judgements as module
from yotgraph.extraction.sentence_judgements import JUDGEMENTS, likelihoods_by_sentence
from yotgraph.extraction.word_weights import WordWeights

WEIGHTS = WordWeights(
    JUDGEMENTS, (-4.0, -4.0), {("", ("good",)): (40.0, 0.0), ("", ("late",)): (0.0, 40.0)}
)


@given(st.lists(st.text(max_size=80), max_size=4))
@settings(max_examples=100, deadline=None)
def test_the_likelihoods_add_up_to_one(sentences: list[str]) -> None:
    likely = likelihoods_by_sentence(sentences)
    assert sum(map(math.exp, likely.values())) == pytest.approx(1)


@pytest.mark.parametrize(
    ("sentences", "stance"),
    [
        (["Good.", "It rained."], "strength"),
        (["It rained.", "Late."], "concern"),
        (["Good.", "Late."], "mixed"),
        (["Good, but late."], "mixed"),
        (["It rained.", "It snowed."], "neutral"),
        ([], "neutral"),
    ],
)
def test_one_sentence_is_enough(
    sentences: list[str], stance: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "judgement_weights", lambda: WEIGHTS)
    likely = likelihoods_by_sentence(sentences)
    assert max(likely, key=likely.__getitem__) == stance
