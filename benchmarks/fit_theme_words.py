"""Fits the weights of cues and words for each theme: writes ``ontology/weights/themes.csv``.

::

    pip install scikit-learn
    python -m benchmarks.fit_theme_words            # measure, then fit and write
    python -m benchmarks.fit_theme_words --check    # measure alone

What readers filed by hand stands with the tests: the made-up reports in ``tests/letters`` and the
given ones in ``tests/golden/answers``. Those that the tests hold out are not learned from, nor are
the two given letters whose answers are the measure. A logistic regression for each theme, with a
penalty that leaves most words without weight (L1), finds what a word adds to the odds. The texts of
the given reports weigh more than the made-up ones. Words that few reports have, and names, are
left out: they would tell the place and not the subject. The agreement (micro-averaged F1) is
measured on reports left out in turn.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from tests.test_letters import HELD_OUT

from yotgraph.extraction import extract, themes
from yotgraph.extraction.families import meaning
from yotgraph.extraction.theme_evidence import ThemeEvidence, read_evidence, stem
from yotgraph.extraction.theme_weights import ThemeWeights
from yotgraph.reading import read
from yotgraph.vocabulary import fold, load_scheme

ROOT = Path(__file__).parents[1]
WRITTEN = ROOT / "ontology" / "weights" / "themes.csv"
GIVEN = ROOT / "reports"
MEASURE = frozenset(("bolton-2015-01", "harrow-2014-11"))
QUESTIONS = ("findings", "strengths", "areas-for-improvement", "recommendations")

_PENALTY = 1.5
# The given reports are real, and few beside the made-up ones.
GIVEN_WEIGHT = 6
# The penalty bears on the sizes of the columns; these make them alike.
_WORD_SIZE, _HEADING_SIZE, _AMOUNT_SIZE = 0.1, 0.5, 0.5
FEWEST_REPORTS = 5
_FEWEST_TEXTS = 5
_STEP = 0.05
FOLDS = 6
_TOKEN = re.compile(r"[A-Za-z][\w'/-]*")


class Filed(NamedTuple):
    """A text with its evidence, and the themes under which a reader filed it. ``is_given`` says
    that the report is a real one."""

    report: str
    is_given: bool
    text: str
    evidence: ThemeEvidence
    wanted: frozenset[str]


class Fitted(NamedTuple):
    """The weights of one theme; words as stems."""

    base: float
    cue_share: float
    cue_amount: float
    words: Mapping[str, float]
    heading_words: Mapping[str, float]


def folders() -> Iterator[tuple[Path, Path]]:
    """Every report with the folder of its answers."""
    for answers in sorted((ROOT / "tests" / "letters").iterdir()):
        if answers.is_dir():
            yield answers / "report.txt", answers
    for answers in sorted((ROOT / "tests" / "golden" / "answers").iterdir()):
        if answers.is_dir():
            yield GIVEN / f"{answers.name}.txt", answers


def answered(answers: Path, question: str) -> list[dict[str, str]]:
    """What a reader answered to a question, as rows; none where there is no answer to it."""
    path = answers / f"{question}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def filed(report: Path, answers: Path) -> Iterator[Filed]:
    """The texts of a report which a reader filed, as the program comes to read them."""
    asked: dict[str, tuple[str, str | None]] = {}

    def remember(text: str, heading: str | None = None) -> tuple[str, ...]:
        asked[fold(text)] = (text, heading)
        return ()

    with patch.object(meaning, "themes_of", remember):
        extract(read(report))
    notations = {theme.label: theme.notation for theme in load_scheme("themes")}
    for name in QUESTIONS:
        for row in answered(answers, name):
            if fold(row["text"]) not in asked or row.get("certainty") == "arguable":
                continue
            text, heading = asked[fold(row["text"])]
            # Of two answers that are as good the first is learned from.
            labels = (label.strip() for label in row["themes"].split(" | ")[0].split(";"))
            wanted = frozenset(notations[label] for label in labels if label)
            yield Filed(
                answers.name, report.parent == GIVEN, text, read_evidence(text, heading), wanted
            )


def names(texts: Iterable[Filed]) -> frozenset[str]:
    """The words (as stems) that stand with a capital more often than not within a sentence."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for item in texts:
        for match in _TOKEN.finditer(item.text):
            if not re.search(r"(?:^|[.:?!\"]) *$", item.text[: match.start()][-3:]):
                word = match[0]
                count = capital if word[0].isupper() and not word[:4].isupper() else small
                count[stem(word.lower())] += 1
    return frozenset(word for word in capital if capital[word] > small[word])


def spread(texts: Sequence[Filed], part: str) -> dict[str, int]:
    """The words that enough reports have, numbered."""
    reports: defaultdict[str, set[str]] = defaultdict(set)
    for item in texts:
        for word in getattr(item.evidence, part):
            reports[word].add(item.report)
    outside = names(texts) if part == "words" else frozenset()
    kept = sorted(w for w, seen in reports.items() if len(seen) >= FEWEST_REPORTS)
    return {word: number for number, word in enumerate(w for w in kept if w not in outside)}


def fit(texts: Sequence[Filed]) -> dict[str, Fitted]:
    """The weights of every theme of which there are texts enough."""
    words, headings = spread(texts, "words"), spread(texts, "heading")
    table = hstack(
        (
            _columns(words, (item.evidence.words for item in texts), _WORD_SIZE),
            _columns(
                headings, (dict.fromkeys(i.evidence.heading, 1.0) for i in texts), _HEADING_SIZE
            ),
        )
    )
    weights = np.array([GIVEN_WEIGHT if item.is_given else 1 for item in texts])
    found = {}
    for theme in load_scheme("themes"):
        wanted = np.array([theme.notation in item.wanted for item in texts])
        if wanted.sum() >= _FEWEST_TEXTS:
            own = np.array([item.evidence.of_cues(theme.notation) for item in texts])
            own *= (1.0, _AMOUNT_SIZE)
            found[theme.notation] = _regress(hstack((own, table)), wanted, weights, words, headings)
    return found


def _columns(
    numbers: Mapping[str, int], rows: Iterable[Mapping[str, float]], size: float
) -> csr_matrix:
    values, lines, columns, count = [], [], [], 0
    for line, row in enumerate(rows):
        count = line + 1
        for word, value in row.items():
            if word in numbers:
                values.append(size * value)
                lines.append(line)
                columns.append(numbers[word])
    return csr_matrix((values, (lines, columns)), shape=(count, len(numbers)))


def _regress(
    table: csr_matrix,
    wanted: NDArray[np.bool_],
    weights: NDArray[np.int64],
    words: Mapping[str, int],
    heads: Mapping[str, int],
) -> Fitted:
    rows = csr_matrix(table)
    rows.indices, rows.indptr = rows.indices.astype("int32"), rows.indptr.astype("int32")
    model = LogisticRegression(C=_PENALTY, l1_ratio=1.0, solver="liblinear", random_state=0)
    model.fit(rows, wanted, sample_weight=weights)
    share, amount, *rest = model.coef_[0]
    of_words, of_heads = rest[: len(words)], rest[len(words) :]
    return Fitted(
        base=rounded(model.intercept_[0]),
        cue_share=rounded(share),
        cue_amount=rounded(amount * _AMOUNT_SIZE),
        words=_kept(words, (weight * _WORD_SIZE for weight in of_words)),
        heading_words=_kept(heads, (weight * _HEADING_SIZE for weight in of_heads)),
    )


def _kept(numbers: Mapping[str, int], weights: Iterable[float]) -> dict[str, float]:
    pairs = zip(numbers, map(rounded, weights), strict=True)
    return {word: weight for word, weight in pairs if weight}


def rounded(weight: float) -> float:
    """A weight as it is written."""
    return round(float(weight) / _STEP) * _STEP


def as_weights(fitted: Mapping[str, Fitted]) -> ThemeWeights:
    """The weights as the program has them."""
    usual = usual_weights(fitted)
    every = {theme.notation: fitted.get(theme.notation, usual) for theme in load_scheme("themes")}
    return ThemeWeights(
        base={theme: own.base for theme, own in every.items()},
        cue_share={theme: own.cue_share for theme, own in every.items()},
        cue_amount={theme: own.cue_amount for theme, own in every.items()},
        words=_by_word({theme: own.words for theme, own in every.items()}),
        heading_words=_by_word({theme: own.heading_words for theme, own in every.items()}),
    )


def _by_word(
    weights: Mapping[str, Mapping[str, float]],
) -> dict[str, tuple[tuple[str, float], ...]]:
    found: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    for theme, words in weights.items():
        for word, weight in words.items():
            found[word].append((theme, weight))
    return {word: tuple(pairs) for word, pairs in found.items()}


def usual_weights(fitted: Mapping[str, Fitted]) -> Fitted:
    """What holds for a theme that nobody has filed under yet: the middle of all."""
    middle = [median(column) for column in zip(*(own[:3] for own in fitted.values()), strict=True)]
    return Fitted(*map(rounded, middle), words={}, heading_words={})


def agreement(texts: Sequence[Filed], weights: ThemeWeights) -> tuple[int, int, int]:
    """How many themes are right, invented and missed."""
    right = invented = missed = 0
    with patch.object(themes, "theme_weights", lambda: weights):
        for item in texts:
            got = set(themes.choose(themes.likelihoods(item.evidence)))
            right += len(got & item.wanted)
            invented += len(got - item.wanted)
            missed += len(item.wanted - got)
    return right, invented, missed


def f1(counts: Iterable[tuple[int, int, int]]) -> float:
    """Micro-averaged F1."""
    right, invented, missed = map(sum, zip(*counts, strict=True))
    return 2 * right / (2 * right + invented + missed)


def measure(texts: Sequence[Filed]) -> float:
    """The agreement on reports left out in turn."""
    groups = [item.report for item in texts]
    counts = []
    for learned, tried in GroupKFold(FOLDS).split(texts, groups=groups):
        weights = as_weights(fit([texts[i] for i in learned]))
        counts.append(agreement([texts[i] for i in tried], weights))
    return f1(counts)


def rows(fitted: Mapping[str, Fitted], forms: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """The weights as rows of the file; each word in the form in which it stands most often."""
    of_any = usual_weights(fitted)
    for theme, own in (("", of_any), *sorted(fitted.items())):
        yield theme, "base", "", f"{own.base:.2f}"
        yield theme, "cue-share", "", f"{own.cue_share:.2f}"
        yield theme, "cue-amount", "", f"{own.cue_amount:.2f}"
        for kind, weights in (("heading", own.heading_words), ("word", own.words)):
            for word, weight in sorted((forms[word], weight) for word, weight in weights.items()):
                yield theme, kind, word, f"{weight:.2f}"


def forms_of(texts: Iterable[Filed]) -> dict[str, str]:
    """The form in which each stem stands most often."""
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for item in texts:
        for word in _TOKEN.findall(fold(item.text)):
            counted[stem(word)][word] += 1
        for word in item.evidence.heading:
            counted[word][word] += 0
    return {
        word: min(found, key=partial(lambda found, form: (-found[form], form), found))
        for word, found in counted.items()
    }


def only_checks(description: str | None) -> bool:
    """Whether the command line asks to measure alone."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="measure alone")
    return bool(parser.parse_args().check)


def write(path: Path, header: Sequence[str], lines: Iterable[Sequence[str]]) -> None:
    """A file of weights."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)


def main() -> None:
    """Measures, fits and writes."""
    check = only_checks(__doc__)
    everything = [item for report, answers in folders() for item in filed(report, answers)]
    left_out = MEASURE | HELD_OUT
    texts = [item for item in everything if item.report not in left_out]
    print(f"{len(texts)} texts of {len({t.report for t in texts})} reports")
    print(f"left out in turn: F1 {measure(texts):.3f}")
    fitted = fit(texts)
    weights = as_weights(fitted)
    for name, group in (("the measure", MEASURE), ("held out", HELD_OUT)):
        counts = agreement([item for item in everything if item.report in group], weights)
        print(f"{name}: F1 {f1([counts]):.3f}")
    print(f"learned from: F1 {f1([agreement(texts, weights)]):.3f}")
    print(f"{sum(len(own.words) + len(own.heading_words) for own in fitted.values())} weights")
    if not check:
        write(WRITTEN, ("theme", "kind", "word", "weight"), rows(fitted, forms_of(texts)))


if __name__ == "__main__":
    main()
