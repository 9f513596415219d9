"""Fits how much words speak for each stance of a paragraph, ``ontology/weights/stance.csv``, and for
what a sentence of it praises and criticises, ``judgements.csv``.

::

    pip install scikit-learn
    python -m benchmarks.fit_stance_words            # measure, then fit and write
    python -m benchmarks.fit_stance_words --check    # measure alone

What readers called each paragraph stands with the tests: the made-up reports in ``tests/letters``
and the given ones in ``tests/golden/answers``. Those that the tests hold out are not learned from,
nor are the two given letters whose answers are the measure. How, ``word_fit.py`` and ``bag_fit.py`` say. The agreement
is measured on reports left out in turn: by the words alone, by the rules alone, and by both. The
rules were made on most of these reports, so only what they make of reports held out shows what
they are worth elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from benchmarks.bag_fit import BagFit
from benchmarks.fit_theme_words import (
    FOLDS,
    GIVEN,
    MEASURE,
    ROOT,
    answered,
    folders,
    only_checks,
    write,
)
from benchmarks.word_fit import Fit, Judged, rows
from sklearn.model_selection import GroupKFold
from tests.test_letters import HELD_OUT

from yotgraph.extraction import extract, paragraph_stances, sentence_judgements
from yotgraph.extraction.paragraph_stances import (
    STANCES,
    likelihoods_by_words,
    paragraph_stance,
    ruling_on,
)
from yotgraph.extraction.sentence_judgements import JUDGEMENTS
from yotgraph.extraction.word_weights import WordWeights, words_of
from yotgraph.facts import Finding
from yotgraph.reading import read
from yotgraph.reading.sentences import split
from yotgraph.vocabulary import fold

WEIGHTS = ROOT / "ontology" / "weights"
FIT = Fit(STANCES, penalty=10, kept=2500)
OF_SENTENCES = BagFit(penalty=30, penalty_of_kept=10, kept=2500)


class Weights(NamedTuple):
    """What words tell of a whole paragraph, and of each of its sentences."""

    of_paragraphs: WordWeights
    of_sentences: WordWeights


def fitted(paragraphs: Sequence[Judged]) -> Weights:
    """The weights that paragraphs which readers judged give."""
    return Weights(FIT.of(paragraphs), OF_SENTENCES.of(paragraphs))


def judged(report: Path, answers: Path) -> Iterator[Judged]:
    """The paragraphs of a report, as the program comes to read them, that a reader judged."""
    facts = extract(read(report)).facts
    texts = {fold(fact.text): fact.text for fact in facts if isinstance(fact, Finding)}
    for row in answered(answers, "findings"):
        text = texts.get(fold(row["text"]))
        if text is not None:
            sentences = tuple(text[span.start : span.end] for span in split(text))
            stances = tuple(stance.strip() for stance in row["stance"].split("|"))
            yield Judged(
                answers.name, report.parent == GIVEN, sentences, words_of(sentences), stances
            )


def agreement(paragraphs: Sequence[Judged], weights: Weights) -> Counter[str]:
    """How many paragraphs have a reader's stance: by words, by rules, by both."""
    found: Counter[str] = Counter()
    with (
        patch.object(paragraph_stances, "stance_weights", lambda: weights.of_paragraphs),
        patch.object(sentence_judgements, "judgement_weights", lambda: weights.of_sentences),
    ):
        for item in paragraphs:
            likely = likelihoods_by_words(item.sentences)
            found["words"] += max(STANCES, key=likely.__getitem__) in item.readings
            found["rules"] += ruling_on(item.sentences).stance in item.readings
            found["both"] += paragraph_stance(item.sentences) in item.readings
    return found


def measure(paragraphs: Sequence[Judged]) -> Counter[str]:
    """The agreement on reports left out in turn."""
    found: Counter[str] = Counter()
    groups = [item.report for item in paragraphs]
    for learned, tried in GroupKFold(FOLDS).split(paragraphs, groups=groups):
        weights = fitted([paragraphs[i] for i in learned])
        found.update(agreement([paragraphs[i] for i in tried], weights))
    return found


def main() -> None:
    """Measures, fits and writes."""
    check = only_checks(__doc__)
    everything = [item for report, answers in folders() for item in judged(report, answers)]
    left_out = MEASURE | HELD_OUT
    paragraphs = [item for item in everything if item.report not in left_out]
    print(f"{len(paragraphs)} paragraphs of {len({item.report for item in paragraphs})} reports")
    for name, right in measure(paragraphs).items():
        print(f"left out in turn, by {name}: {right / len(paragraphs):.3f}")
    weights = fitted(paragraphs)
    for name, group in (("the measure", MEASURE), ("held out", HELD_OUT)):
        tried = [item for item in everything if item.report in group]
        shares = (
            f"{by} {right / len(tried):.3f}" for by, right in agreement(tried, weights).items()
        )
        print(f"{name}, by {', '.join(shares)}")
    if not check:
        write(WEIGHTS / "stance.csv", ("place", "words", *STANCES), rows(weights.of_paragraphs))
        own = ("place", "words", *JUDGEMENTS)
        write(WEIGHTS / "judgements.csv", own, rows(weights.of_sentences))


if __name__ == "__main__":
    main()
