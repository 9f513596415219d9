"""Partners of the five reports against the hand-read answers in ``tests/golden/answers``."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from yotgraph.extraction import extract
from yotgraph.facts import PartnerMention
from yotgraph.reading import read
from yotgraph.resources import directory
from yotgraph.vocabulary import fold, load_scheme

ANSWERS = Path(__file__).parents[1] / "golden" / "answers"
REPORTS = sorted(folder.name for folder in ANSWERS.iterdir() if folder.is_dir())
#: Letters whose answers came with the questions: at most one invented link each.
STRICT = ("bolton-2015-01", "harrow-2014-11")


@cache
def mentions_of(report: str) -> tuple[PartnerMention, ...]:
    facts = extract(read(directory("reports") / f"{report}.txt")).facts
    return tuple(fact for fact in facts if isinstance(fact, PartnerMention))


def answers(report: str, question: str) -> list[dict[str, str]]:
    with (ANSWERS / report / f"{question}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def is_sure(row: dict[str, str]) -> bool:
    return row.get("certainty", "sure") == "sure"


def harmonic(hits: int, invented: int, missed: int) -> float:
    return 2 * hits / (2 * hits + invented + missed) if hits or invented or missed else 1.0


def links_of(report: str) -> set[str]:
    return {fold(one.agency) for one in mentions_of(report) if one.link}


def test_every_report_has_answers_and_mentions() -> None:
    assert len(REPORTS) == 5
    assert all(mentions_of(report) for report in REPORTS)


@pytest.mark.parametrize("report", REPORTS)
def test_partner_links(report: str) -> None:
    rows = answers(report, "partner-links")
    known = {fold(row["agency"]) for row in rows}
    sure = {fold(row["agency"]) for row in rows if is_sure(row)}
    found = links_of(report)
    invented = found - known
    score = harmonic(len(sure & found), len(invented), len(sure - found))
    assert score >= (0.95 if report in STRICT else 0.85), (sure - found, invented)
    if report in STRICT:
        assert len(invented) <= 1


@pytest.mark.parametrize("report", REPORTS)
def test_sectors_of_links(report: str) -> None:
    labels = {sector.notation: sector.label for sector in load_scheme("sectors")}
    found = {fold(one.agency): labels.get(one.sector or "", "") for one in mentions_of(report)}
    wrong = [
        (row["agency"], found[fold(row["agency"])], row["sector"])
        for row in answers(report, "partner-links")
        if is_sure(row) and found.get(fold(row["agency"]), row["sector"]) != row["sector"]
    ]
    assert wrong == []


def test_specialist_roles() -> None:
    hits = invented = missed = 0
    for report in REPORTS:
        found = {
            (fold(one.agency), one.role_status)
            for one in mentions_of(report)
            if one.is_role and one.role_status
        }
        rows = answers(report, "specialist-roles")
        known = {(fold(row["role"]), row["status"]) for row in rows}
        sure = {(fold(row["role"]), row["status"]) for row in rows if is_sure(row)}
        hits += len(sure & found)
        invented += len(found - known)
        missed += len(sure - found)
    assert hits >= 8
    assert harmonic(hits, invented, missed) >= 0.9


def test_arrangements() -> None:
    hits = invented = missed = 0
    for report in REPORTS:
        found = {fold(one.agency) for one in mentions_of(report) if one.is_arrangement and one.link}
        rows = answers(report, "multi-agency-arrangements")
        known = {fold(row["arrangement"]) for row in rows}
        sure = {fold(row["arrangement"]) for row in rows if is_sure(row)}
        hits += len(sure & found)
        invented += len(found - known)
        missed += len(sure - found)
    assert hits >= 7
    assert harmonic(hits, invented, missed) >= 0.9


@pytest.mark.parametrize("report", REPORTS)
def test_seats_that_the_findings_tell(report: str) -> None:
    """The chair that only the letterhead names follows from the posts, not from a sentence."""
    found = {
        (fold(one.agency), one.board_status) for one in mentions_of(report) if one.board_status
    }
    told = {
        (fold(row["agency"]), row["status"])
        for row in answers(report, "board-membership")
        if not row["evidence"].startswith("To:")
    }
    assert found == told
