"""Sections of letters whose titles no framework knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from yotgraph.extraction import extract
from yotgraph.facts import Finding
from yotgraph.reading import read_bytes

REPORTS = Path(__file__).parents[3] / "reports"
LETTERS = [
    path.stem
    for path in sorted(REPORTS.glob("*.txt"))
    if "Short Quality Screening" in path.read_text(encoding="utf-8")[:4000]
]
MARKED = [slug for slug in LETTERS if "## " in (REPORTS / f"{slug}.txt").read_text("utf-8")]
# A numbered title, with the marks that may stand around it.
TITLE = re.compile(r"^(?P<mark>(?:#+ )?\**)(?P<number>[1-4])\. [A-Z][^.\n]{10,60}?(?=\**$)", re.M)


def source_of(slug: str) -> str:
    return (REPORTS / f"{slug}.txt").read_text(encoding="utf-8")


def findings(source: str) -> Sequence[Finding]:
    report = extract(read_bytes(source.encode(), "letter.txt"))
    return [fact for fact in report.facts if isinstance(fact, Finding)]


def texts(source: str) -> list[str]:
    return [finding.text for finding in findings(source)]


def test_there_are_letters_of_both_kinds() -> None:
    assert set(MARKED) < set(LETTERS)


@pytest.mark.parametrize("slug", LETTERS)
def test_numbered_titles_in_other_words_open_findings(slug: str) -> None:
    source = source_of(slug)
    changed, count = TITLE.subn(r"\g<mark>\g<number>. Work nobody has named", source)
    assert count == 4
    assert texts(changed) == texts(source)
    sections = {finding.section for finding in findings(changed)}
    assert {f"{number}. Work nobody has named" for number in range(1, 5)} <= sections


@pytest.mark.parametrize("slug", MARKED)
def test_a_title_without_a_number_opens_findings_between_known_ones(slug: str) -> None:
    source = source_of(slug)
    changed = TITLE.sub(
        lambda title: f"{title['mark']}Quite new" if title["number"] == "2" else title[0], source
    )
    assert texts(changed) == texts(source)
    assert "Quite new" in {finding.section for finding in findings(changed)}


@pytest.mark.parametrize("slug", MARKED)
def test_a_heading_below_a_section_only_parts_it(slug: str) -> None:
    source = source_of(slug)
    changed = re.sub(r"^(?=- 2\.2)", "###### Planning\n\n", source, count=1, flags=re.M)
    assert changed != source
    assert [(one.section, one.text) for one in findings(changed)] == [
        (one.section, one.text) for one in findings(source)
    ]


@pytest.mark.parametrize("slug", MARKED)
def test_a_further_section_is_read(slug: str) -> None:
    further = "#### 5. What has changed\n\n- 5.1. Plans had become better since 2011.\n\n"
    source = source_of(slug)
    changed = re.sub(
        r"^(?=#+ \**Operational management)", further, source, count=1, flags=re.M | re.I
    )
    assert changed != source
    new = [one for one in findings(changed) if one.section == "5. What has changed"]
    assert [(one.paragraph, one.text) for one in new] == [
        ("5.1", "Plans had become better since 2011.")
    ]


@pytest.mark.parametrize("slug", LETTERS)
def test_a_numbered_sentence_is_no_title(slug: str) -> None:
    source = source_of(slug)
    changed = source.rstrip() + "\n\n5. Thanks are due to all.\n\n5.1. Bye.\n"
    assert not any("Thanks" in finding.section for finding in findings(changed))
