"""Fits how much words speak for each stance of a paragraph: writes ``ontology/weights/stance.csv``.

::

    pip install scikit-learn
    python -m benchmarks.fit_stance_words            # measure, then fit and write
    python -m benchmarks.fit_stance_words --check    # measure alone

What readers called each paragraph stands with the tests: the made-up reports in ``tests/letters``
and the given ones in ``tests/golden/answers``. Those that the tests hold out are not learned from,
nor are the two given letters whose answers are the measure. A logistic regression for the four
stances at once (with an L2 penalty) finds what a word or pair of words adds; of those that enough
reports have, the tellingest are kept and fitted once more. The agreement is measured on reports
left out in turn: by the words alone, by the rules alone, and by both. The rules were made on most
of these reports, so only what they make of reports held out shows what they are worth elsewhere.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import numpy as np
from benchmarks.fit_theme_words import (
    FEWEST_REPORTS,
    FOLDS,
    GIVEN,
    GIVEN_WEIGHT,
    MEASURE,
    ROOT,
    folders,
    only_checks,
    rounded,
    write,
)
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from tests.test_letters import HELD_OUT

from yotgraph.extraction import extract, paragraph_stances
from yotgraph.extraction.paragraph_stances import paragraph_stance, ruling_on
from yotgraph.extraction.stance_words import STANCES, StanceWeights, Word, size_of, words_of
from yotgraph.facts import Finding
from yotgraph.reading import read
from yotgraph.reading.sentences import split
from yotgraph.vocabulary import fold

WRITTEN = ROOT / "ontology" / "weights" / "stance.csv"

_PENALTY = 10
_KEPT = 2500


class Judged(NamedTuple):
    """A paragraph's sentences with the stances that a reader would have for it, best first."""

    report: str
    is_given: bool
    sentences: tuple[str, ...]
    words: frozenset[Word]
    stances: tuple[str, ...]


def judged(report: Path, answers: Path) -> Iterator[Judged]:
    """The paragraphs of a report, as the program comes to read them, that a reader judged."""
    facts = extract(read(report)).facts
    texts = {fold(fact.text): fact.text for fact in facts if isinstance(fact, Finding)}
    path = answers / "findings.csv"
    for row in csv.DictReader(path.open(encoding="utf-8-sig")) if path.exists() else ():
        text = texts.get(fold(row["text"]))
        if text is not None:
            sentences = tuple(text[span.start : span.end] for span in split(text))
            stances = tuple(stance.strip() for stance in row["stance"].split("|"))
            yield Judged(
                answers.name, report.parent == GIVEN, sentences, words_of(sentences), stances
            )


def fit(paragraphs: Sequence[Judged]) -> StanceWeights:
    """The weights of the words that tell most."""
    reports: defaultdict[Word, set[str]] = defaultdict(set)
    for item in paragraphs:
        for word in item.words:
            reports[word].add(item.report)
    words = sorted(word for word, seen in reports.items() if len(seen) >= FEWEST_REPORTS)
    _, of_words = _regress(paragraphs, words)
    reach = of_words.max(axis=0) - of_words.min(axis=0)
    kept = sorted(words[place] for place in np.argsort(-reach, kind="stable")[:_KEPT])
    base, of_words = _regress(paragraphs, kept)
    columns = zip(kept, of_words.T, strict=True)
    return StanceWeights(
        tuple(map(rounded, base)), {word: tuple(map(rounded, column)) for word, column in columns}
    )


def _regress(
    paragraphs: Sequence[Judged], words: Sequence[Word]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """What each stance has at first, and what each word adds to it: a row a stance."""
    model = LogisticRegression(C=_PENALTY, max_iter=1000)
    model.fit(
        _table(paragraphs, {word: number for number, word in enumerate(words)}),
        [item.stances[0] for item in paragraphs],
        sample_weight=[GIVEN_WEIGHT if item.is_given else 1 for item in paragraphs],
    )
    order = [list(model.classes_).index(stance) for stance in STANCES]
    return model.intercept_[order], model.coef_[order]


def _table(paragraphs: Sequence[Judged], numbers: Mapping[Word, int]) -> csr_matrix:
    """A row a paragraph; its words, however many, are of one size together."""
    values: list[float] = []
    lines: list[int] = []
    columns: list[int] = []
    for line, item in enumerate(paragraphs):
        known = sorted(numbers[word] for word in item.words if word in numbers)
        values += [1 / size_of(len(known))] * len(known)
        lines += [line] * len(known)
        columns += known
    return csr_matrix((values, (lines, columns)), shape=(len(paragraphs), len(numbers)))


def agreement(paragraphs: Sequence[Judged], weights: StanceWeights) -> tuple[int, int, int]:
    """How many paragraphs have a reader's stance: by words, by rules, by both."""
    by_words = by_rules = by_both = 0
    with patch.object(paragraph_stances, "stance_weights", lambda: weights):
        for item in paragraphs:
            likely = weights.likelihoods(item.sentences)
            by_words += max(STANCES, key=likely.__getitem__) in item.stances
            by_rules += ruling_on(item.sentences).stance in item.stances
            by_both += paragraph_stance(item.sentences) in item.stances
    return by_words, by_rules, by_both


def measure(paragraphs: Sequence[Judged]) -> Counter[str]:
    """The agreement on reports left out in turn."""
    found: Counter[str] = Counter()
    groups = [item.report for item in paragraphs]
    for learned, tried in GroupKFold(FOLDS).split(paragraphs, groups=groups):
        weights = fit([paragraphs[i] for i in learned])
        counts = agreement([paragraphs[i] for i in tried], weights)
        found.update(dict(zip(("words", "rules", "both"), counts, strict=True)))
    return found


def rows(weights: StanceWeights) -> Iterator[tuple[str, ...]]:
    """The weights as rows of the file."""
    yield ("", "", *(f"{weight:.2f}" for weight in weights.base))
    for (place, stems), own in sorted(weights.words.items()):
        yield (place, " ".join(stems), *(f"{weight:.2f}" for weight in own))


def main() -> None:
    """Measures, fits and writes."""
    check = only_checks(__doc__)
    everything = [item for report, answers in folders() for item in judged(report, answers)]
    left_out = MEASURE | HELD_OUT
    paragraphs = [item for item in everything if item.report not in left_out]
    print(f"{len(paragraphs)} paragraphs of {len({item.report for item in paragraphs})} reports")
    for name, right in measure(paragraphs).items():
        print(f"left out in turn, by {name}: {right / len(paragraphs):.3f}")
    weights = fit(paragraphs)
    for name, group in (("the measure", MEASURE), ("held out", HELD_OUT)):
        tried = [item for item in everything if item.report in group]
        shares = (f"{right / len(tried):.3f}" for right in agreement(tried, weights))
        print(f"{name}, by words, rules, both: {', '.join(shares)}")
    print(f"{len(weights.words)} words and pairs")
    if not check:
        write(WRITTEN, ("place", "words", *STANCES), rows(weights))


if __name__ == "__main__":
    main()
