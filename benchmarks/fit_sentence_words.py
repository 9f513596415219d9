"""Fits what words tell of single sentences, and writes it into ``ontology/weights``: ``uses.csv``, how
far a sentence praises or criticises the use of an arrangement; ``standings.csv``, whether a
specialist role is there; ``seats.csv``, whether a body has a seat on the board; ``onward.csv``, how
far it goes on about an arrangement that it does not name; ``changes.csv``, how far it tells of a
change since an earlier time; and, of a name in capital letters, ``names.csv``, whether it is a
partner's, and ``sectors.csv``, of which sector.

::

    pip install scikit-learn
    python -m benchmarks.fit_sentence_words            # measure, then fit and write
    python -m benchmarks.fit_sentence_words --check    # measure alone

What readers answered stands with the tests, and the same reports are left out as for the stance of
paragraphs (``fit_stance_words.py``). A sentence of which a reader left open whether it tells of a
change is not learned from. The agreement is measured on reports left out in turn, by words alone;
what they add to the rules, ``docs/decisions.md`` says.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

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

from yotgraph.answer_rows import same_cell
from yotgraph.extraction import (
    extract,
    partner_foreign_names,
    partner_introductions,
    partner_references,
)
from yotgraph.extraction.changes import DIRECTIONS
from yotgraph.extraction.families import meaning
from yotgraph.extraction.partner_capitals import CapitalName
from yotgraph.extraction.partner_name_words import NAMES, NO_SECTOR, sectors, words_around
from yotgraph.extraction.partner_onward import ONWARD, opening_and_rest
from yotgraph.extraction.partner_seats import board_talk
from yotgraph.extraction.partner_standing import SEATS, STANDINGS
from yotgraph.extraction.partner_use import USES
from yotgraph.extraction.partners import Mention, SentenceContext, partner_mentions
from yotgraph.extraction.word_weights import WordWeights, words_of
from yotgraph.reading import read
from yotgraph.vocabulary import fold, load_scheme

WEIGHTS = ROOT / "ontology" / "weights"
OF_USES = Fit(USES, penalty=25, kept=1200)
OF_STANDINGS = Fit(STANDINGS, penalty=25, kept=1200)
OF_SEATS = Fit(SEATS, penalty=25, kept=800)
OF_ONWARD = Fit(ONWARD, penalty=25, kept=1000)
OF_CHANGES = Fit(DIRECTIONS, penalty=25, kept=2000)
OF_NAMES = Fit(NAMES, penalty=8, kept=2000)
OF_SECTORS = Fit(sectors(), penalty=25, kept=2000)
# The readings of a sentence in which nothing is told.
_NOTHING = frozenset(("neutral", "none", "elsewhere", "present", "other"))


class Answer(NamedTuple):
    """What a reader answered for a sentence, ways that are as good among them, and whether that
    is open."""

    readings: tuple[str, ...]
    is_open: bool


def answers_of(folder: Path, question: str, column: str) -> dict[str, Answer]:
    """What a reader answered, by the folded sentence."""
    found: dict[str, Answer] = {}
    for row in answered(folder, question):
        readings = tuple(one.strip() for one in row[column].split("|"))
        for evidence in row["evidence"].split(" | "):
            before = found.get(fold(evidence), Answer((), True))
            is_open = before.is_open and row.get("certainty") == "arguable"
            found[fold(evidence)] = Answer((*before.readings, *readings), is_open)
    return found


def one_sentence(report: Path, folder: Path, text: str, readings: Sequence[str]) -> Judged:
    """A sentence by itself, in which a word counts wherever it stands."""
    words = frozenset(word for word in words_of([text]) if not word[0])
    return Judged(folder.name, report.parent == GIVEN, (text,), words, tuple(readings))


def uses(report: Path, folder: Path) -> Iterator[Judged]:
    """The sentences in which a reader saw an arrangement praised, criticised or just named."""
    for text, answer in answers_of(folder, "multi-agency-arrangements", "stance").items():
        readings = tuple(one for one in answer.readings if one in USES)
        if readings:
            yield one_sentence(report, folder, text, readings)


def standings(report: Path, folder: Path) -> Iterator[Judged]:
    """The sentences in which a reader saw a specialist role present, absent or recent."""
    for text, answer in answers_of(folder, "specialist-roles", "status").items():
        if answer.readings[0] in STANDINGS:
            yield one_sentence(report, folder, text, answer.readings)


def seats(report: Path, folder: Path) -> Iterator[Judged]:
    """The sentences about the board that name a body: whether a reader saw it seated, missing or
    neither. One that tells of both is not learned from."""
    answers = answers_of(folder, "board-membership", "status")
    if not (folder / "board-membership.csv").exists():
        return
    said = mentioning(report)
    for (context, mentions), is_talk in zip(
        said, board_talk([one for one, _ in said]), strict=True
    ):
        if is_talk and any(not (one.is_role or one.is_arrangement) for one in mentions):
            answer = answers.get(fold(context.text))
            told = {one for one in (answer.readings if answer else (SEATS[-1],)) if one in SEATS}
            if len(told) == 1:
                yield one_sentence(report, folder, context.text, tuple(told))


def onward(report: Path, folder: Path) -> Iterator[Judged]:
    """The sentences that name no arrangement behind one that does, in the same paragraph: whether
    a reader took them to go on about it."""
    answers = answers_of(folder, "multi-agency-arrangements", "arrangement")
    paragraph, active = None, None
    for context, mentions in mentioning(report):
        if context.paragraph != paragraph:
            paragraph, active = context.paragraph, None
        arrangements = [mention.agency for mention in mentions if mention.is_arrangement]
        if arrangements:
            active = arrangements[-1]
        elif active is not None:
            answer = answers.get(fold(context.text), Answer((), False))
            is_meant = any(same_cell(active, one) for one in answer.readings)
            if is_meant and answer.is_open:
                continue
            parts = opening_and_rest(context.text)
            reading = ONWARD[0] if is_meant else ONWARD[1]
            is_given = report.parent == GIVEN
            yield Judged(folder.name, is_given, parts, words_of(parts), (reading,))


def mentioning(report: Path) -> list[tuple[SentenceContext, list[Mention]]]:
    """The sentences of a report with the partners that they name or refer back to by a word."""
    found: list[tuple[SentenceContext, list[Mention]]] = []

    def remember(sentences: Sequence[SentenceContext], *rest: object) -> tuple[Mention, ...]:
        mentions = partner_mentions(sentences, *rest)  # type: ignore[arg-type]
        by_sentence: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in mentions:
            by_sentence[mention.sentence].append(mention)
        found.extend((one, by_sentence[place]) for place, one in enumerate(sentences))
        return mentions

    with (
        patch.object(meaning, "partner_mentions", remember),
        patch.object(partner_references, "goes_on", lambda text: False),
    ):
        extract(read(report))
    return found


def names(report: Path, folder: Path) -> Iterator[Judged]:
    """The names in capital letters that may be partners', in their sentences: whether a reader took
    the name for one. One that is open is not learned from."""
    for name, answers in answered_names(report, folder):
        is_open = answers and all(row.get("certainty") == "arguable" for row in answers)
        if not is_open:
            yield one_name(report, folder, name, (NAMES[0] if answers else NAMES[1],))


def sectors_of_names(report: Path, folder: Path) -> Iterator[Judged]:
    """The names of partners in their sentences, with the sector that a reader gave them."""
    notations = {sector.label.lower(): sector.notation for sector in load_scheme("sectors")}
    for name, answers in answered_names(report, folder):
        if answers:
            labels = (label.strip() for label in answers[0]["sector"].split("|"))
            readings = tuple(notations[label] if label else NO_SECTOR for label in labels)
            yield one_name(report, folder, name, readings)


def one_name(report: Path, folder: Path, name: CapitalName, readings: tuple[str, ...]) -> Judged:
    """A name by the words around it."""
    return Judged(folder.name, report.parent == GIVEN, (name.text,), words_around(name), readings)


def answered_names(
    report: Path, folder: Path
) -> Iterator[tuple[CapitalName, list[dict[str, str]]]]:
    """The names of a report's sentences that are not the service's own, each with what a reader
    answered for the partner of that name."""
    answers = answered(folder, "partner-links")
    for name in foreign_names(report) if answers else ():
        yield name, [row for row in answers if same_cell(name.label, row["agency"])]


def foreign_names(report: Path) -> list[CapitalName]:
    """The names of a report's sentences that are not the service's own."""
    found: list[CapitalName] = []

    def remember(*sentence: object) -> Iterator[CapitalName]:
        for name in partner_foreign_names.foreign_names(*sentence):  # type: ignore[arg-type]
            found.append(name)
            yield name

    with patch.object(partner_introductions, "foreign_names", remember):
        extract(read(report))
    return found


def told_changes(report: Path, folder: Path) -> Iterator[Judged]:
    """Every sentence in which a report speaks of the service's work, with the change that a
    reader saw told there."""
    answers = answers_of(folder, "since-last-inspection", "direction")
    if not (folder / "since-last-inspection.csv").exists():
        return
    for text in spoken(report):
        answer = answers.get(fold(text))
        if answer is None or not answer.is_open:
            readings = answer.readings if answer else ()
            yield one_sentence(report, folder, text, readings or ("none",))


def spoken(report: Path) -> list[str]:
    """The sentences of a report in which changes are looked for."""
    found: list[str] = []

    def remember(_: object, sentences: Sequence[tuple[object, SentenceContext]]) -> Iterator[None]:
        found.extend(context.text for _, context in sentences)
        return iter(())

    with patch.object(meaning, "_changes", remember):
        extract(read(report))
    return found


def chosen(item: Judged, weights: WordWeights) -> str:
    """The likeliest reading of a sentence by its words alone."""
    likely = weights.likelihoods_of(item.words)
    return max(weights.readings, key=likely.__getitem__)


def score(texts: Sequence[Judged], weights: WordWeights) -> Counter[str]:
    """How many sentences are read as a reader read them; and, of those in which something is
    told, how many are found, missed and invented."""
    found: Counter[str] = Counter()
    for item in texts:
        reading = chosen(item, weights)
        is_right = reading in item.readings
        found.update(sentences=1, agreed=is_right)
        if reading not in _NOTHING:
            found["right" if is_right else "invented"] += 1
        found["missed"] += not is_right and _NOTHING.isdisjoint(item.readings)
    return found


def told(found: Counter[str]) -> str:
    """The share of agreement, and F1."""
    both = 2 * found["right"] + found["invented"] + found["missed"]
    return f"agreed {found['agreed'] / found['sentences']:.3f}, F1 {2 * found['right'] / both:.3f}"


def learn(name: str, texts: Sequence[Judged], fit: Fit, is_check: bool) -> None:
    """Measures on reports left out in turn and on those never learned from, fits and writes."""
    left_out = MEASURE | HELD_OUT
    learned = [item for item in texts if item.report not in left_out]
    print(f"{name}: {len(learned)} sentences of {len({item.report for item in learned})} reports")
    found: Counter[str] = Counter()
    groups = [item.report for item in learned]
    for those, others in GroupKFold(FOLDS).split(learned, groups=groups):
        found.update(score([learned[i] for i in others], fit.of([learned[i] for i in those])))
    print(f"left out in turn, by words: {told(found)}")
    weights = fit.of(learned)
    unseen = [item for item in texts if item.report in left_out]
    print(f"the measure and held out, by words: {told(score(unseen, weights))}")
    if not is_check:
        write(WEIGHTS / f"{name}.csv", ("place", "words", *fit.readings), rows(weights))


LEARNED: Mapping[str, tuple[Callable[[Path, Path], Iterator[Judged]], Fit]] = {
    "uses": (uses, OF_USES),
    "standings": (standings, OF_STANDINGS),
    "seats": (seats, OF_SEATS),
    "onward": (onward, OF_ONWARD),
    "changes": (told_changes, OF_CHANGES),
    "names": (names, OF_NAMES),
    "sectors": (sectors_of_names, OF_SECTORS),
}


def main() -> None:
    """Measures, fits and writes each."""
    is_check = only_checks(__doc__)
    every = list(folders())
    for name, (sentences, fit) in LEARNED.items():
        texts = [item for report, folder in every for item in sentences(report, folder)]
        learn(name, texts, fit, is_check)


if __name__ == "__main__":
    main()
