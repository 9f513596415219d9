"""The answers of the graph beside those that a careful reader gave.

Bolton and Harrow agree in every row that is sure; the other three reports agree in all but a
few rows of any question. ``yotgraph evaluate tests/golden/answers --details`` lists the rest.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from pyoxigraph import Store

from yotgraph.errors import UsageError
from yotgraph.evaluation import COMPARED, Score, agreements, evaluate
from yotgraph.knowledge.questions import find_question

ANSWERS = Path(__file__).parent / "golden" / "answers"
AGREED = ("bolton-2015-01", "harrow-2014-11")
OTHERS = ("barking-and-dagenham-2018-12", "bexley-2015-07", "derbyshire-2016-03")
# What a report prints; what a reader judges (stance, partners, proportions) is measured elsewhere.
STRUCTURAL = (
    "reports",
    "case-samples",
    "posts",
    "boards",
    "copy-list",
    "strengths",
    "areas-for-improvement",
    "recommendations",
    "findings",
    "practice-examples",
    "ratings",
    "key-questions",
    "rating-check",
    "reoffending",
    "statistics",
    "sources-cited",
    "glossary",
    "inspectors",
    "publication-lag",
)
LEAST = 0.95


@pytest.fixture(scope="module")
def scores(built_store: Store) -> dict[tuple[str, str], Score]:
    return {(score.question, score.report): score for score in evaluate(built_store, ANSWERS)}


def given(question: str, report: str) -> bool:
    return (ANSWERS / report / f"{question}.csv").is_file()


PAIRS = [
    (question, report)
    for question in STRUCTURAL
    for report in (*AGREED, *OTHERS)
    if given(question, report)
]


def test_enough_is_compared() -> None:
    assert set(STRUCTURAL) <= set(COMPARED)
    assert len(PAIRS) > 80
    rows = sum(
        len(list(csv.DictReader((ANSWERS / report / f"{question}.csv").open(encoding="utf-8"))))
        for question, report in PAIRS
    )
    assert rows > 500


@pytest.mark.parametrize(("question", "report"), PAIRS)
def test_the_answer_agrees(
    question: str, report: str, scores: dict[tuple[str, str], Score]
) -> None:
    score = scores[question, report]
    if report in AGREED:
        assert (score.missed, score.invented) == ((), ())
    else:
        assert score.f1 >= LEAST, (score.missed, score.invented)


@pytest.mark.parametrize("question", STRUCTURAL)
def test_the_hand_read_columns_are_the_questions(question: str) -> None:
    columns = find_question(question).columns
    assert set(COMPARED[question]) <= set(columns)
    for report in (*AGREED, *OTHERS):
        path = ANSWERS / report / f"{question}.csv"
        if path.is_file():
            with path.open(encoding="utf-8", newline="") as file:
                header = next(csv.reader(file))
            assert set(header) - {"certainty"} <= set(columns), path


def write(folder: Path, report: str, question: str, lines: list[str]) -> None:
    (folder / report).mkdir(exist_ok=True)
    (folder / report / f"{question}.csv").write_text("\r\n".join(lines) + "\r\n", encoding="utf-8")


def test_a_wrong_answer_is_missed_and_invented(built_store: Store, tmp_path: Path) -> None:
    write(tmp_path, "bexley-2015-07", "case-samples", ["report,domain,cases", "bexley-2015-07,,15"])
    (score,) = evaluate(built_store, tmp_path)
    assert (score.right, len(score.missed), len(score.invented)) == (0, 1, 1)
    assert (score.precision, score.recall, score.f1) == (0, 0, 0)
    assert "15" in score.missed[0]
    assert "14" in score.invented[0]


def test_an_arguable_row_may_be_there_or_not(built_store: Store, tmp_path: Path) -> None:
    header = "report,domain,cases,certainty"
    for extra in ("bexley-2015-07,,14,arguable", "bexley-2015-07,,99,arguable"):
        lines = [header, extra] if ",14," in extra else [header, "bexley-2015-07,,14,sure", extra]
        write(tmp_path, "bexley-2015-07", "case-samples", lines)
        (score,) = evaluate(built_store, tmp_path)
        assert (score.missed, score.invented) == ((), ())


def test_one_of_several_alternatives_is_right(built_store: Store, tmp_path: Path) -> None:
    write(
        tmp_path,
        "bexley-2015-07",
        "case-samples",
        ["report,domain,cases", "bexley-2015-07,,13 | 14"],
    )
    (score,) = evaluate(built_store, tmp_path)
    assert score.f1 == 1


@pytest.mark.parametrize(
    ("stance", "themes", "agreed"),
    [
        ("{stance}", "{themes}", (1, 1)),
        ("nothing | {stance}", "nothing | {themes}", (1, 1)),
        ("nothing", "nothing", (0, 0)),
    ],
)
def test_stance_and_themes_may_have_alternatives(
    built_store: Store, tmp_path: Path, stance: str, themes: str, agreed: tuple[int, int]
) -> None:
    columns = ["report", "paragraph", "stance", "text", "themes"]
    path = ANSWERS / "bolton-2015-01" / "findings.csv"
    with path.open(encoding="utf-8", newline="") as file:
        row = next(one for one in csv.DictReader(file) if one["stance"] == "strength")
    row |= {"stance": stance.format(**row), "themes": themes.format(**row)}
    (tmp_path / "bolton-2015-01").mkdir()
    written = tmp_path / "bolton-2015-01" / "findings.csv"
    with written.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerow(row)
    found = {one.column: one.agreement for one in agreements(built_store, tmp_path)}
    assert found["stance"] == agreed[0]
    assert found["themes"] > 0 if agreed[1] else found["themes"] == 0


@pytest.mark.parametrize("place", ["none", "empty"])
def test_without_answers_nothing_is_compared(
    built_store: Store, tmp_path: Path, place: str
) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError):
        evaluate(built_store, tmp_path / place)
