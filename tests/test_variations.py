"""Reports varied by program: the facts follow what is said, not how it is set.

Every area, name, date and figure of a report is replaced, and the facts must be the same with
the new ones in place. The layout is changed, and the facts must be the same.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Store
from tests.layouts import ENCODINGS, LAYOUTS
from tests.variation import AREAS, as_set, as_told, printed_people, retelling

from yotgraph.extraction import extract
from yotgraph.facts import ReportFacts
from yotgraph.knowledge.quads import report_quads
from yotgraph.knowledge.questions import ask
from yotgraph.knowledge.store import open_store, register_quads
from yotgraph.reading import read_bytes

REPORTS = Path(__file__).parents[1] / "reports"
SOURCES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(REPORTS.glob("*.txt"))}
SEEDS = range(len(AREAS))


def set_anew() -> list[tuple[str, str]]:
    """Each layout with the report by standards and two of the letters that it changes, in turn."""
    pairs: list[tuple[str, str]] = []
    for place, (name, change) in enumerate(LAYOUTS.items()):
        changed = [slug for slug, source in SOURCES.items() if change(source) != source]
        letters = [slug for slug in changed if "Short Quality Screening" in SOURCES[slug]]
        chosen = {letters[(place + turn) % len(letters)] for turn in (0, 1) if letters}
        pairs += [(slug, name) for slug in changed if slug in chosen or slug not in letters]
    return pairs


SET_ANEW = set_anew()


def facts_of(text: str | bytes, slug: str) -> ReportFacts:
    content = text if isinstance(text, bytes) else text.encode("utf-8")
    return extract(read_bytes(content, f"{slug}.txt"))


def difference(expected: list[object], found: list[object]) -> list[str]:
    """What is missing and what is too much, a line each."""
    missing = [f"missing: {fact}" for fact in expected if fact not in found]
    return missing + [f"too much: {fact}" for fact in found if fact not in expected]


def test_the_variations_vary() -> None:
    assert len(SOURCES) == 5
    assert {name for _, name in SET_ANEW} == set(LAYOUTS)
    assert len(printed_people()) > 50


@pytest.mark.parametrize("seed", SEEDS, ids=[AREAS[seed] for seed in SEEDS])
@pytest.mark.parametrize("slug", SOURCES)
def test_the_facts_follow_another_place(
    slug: str, seed: int, report_facts: Mapping[str, ReportFacts]
) -> None:
    told = retelling(SOURCES[slug], slug, seed)
    new = told.text(SOURCES[slug])
    assert new != SOURCES[slug]
    found = facts_of(new, slug)
    expected = as_told(report_facts[slug], told)
    assert difference(expected, as_told(found)) == []
    assert as_told(found) == expected
    assert found.warnings == ()


@pytest.mark.parametrize("slug", SOURCES)
def test_nothing_of_the_old_place_is_left(slug: str) -> None:
    told = retelling(SOURCES[slug], slug, seed=1)
    found = facts_of(told.text(SOURCES[slug]), slug)
    left = [
        (old, fact)
        for old in told.names
        for fact in as_told(found)
        if old in str(fact) and old not in told.names.values()
    ]
    assert left == []


QUESTIONS = ("reports", "posts", "boards", "copy-list", "findings", "strengths", "sources-cited")
# Columns that are no text of the report; the facts behind them are compared above.
NO_TEXT = frozenset(
    ("report", "date", "published", "fieldwork_start", "fieldwork_end", "cases", "source", "sha256")
)


def store_of(report: ReportFacts) -> Store:
    return open_store([*register_quads(), *report_quads(report, version="0")])


def rows_of(store: Store, question: str) -> list[tuple[str, ...]]:
    """The text of an answer. What other figures change, the stance, is left out."""
    answer = ask(store, question)
    kept = [
        place
        for place, column in enumerate(answer.columns)
        if column not in NO_TEXT and column not in ("stance", "programme")
    ]
    return [tuple(row[place] for place in kept) for row in answer.rows]


@pytest.mark.parametrize("slug", ["bolton-2015-01", "barking-and-dagenham-2018-12"])
def test_the_answers_follow_another_place(
    slug: str, report_facts: Mapping[str, ReportFacts]
) -> None:
    told = retelling(SOURCES[slug], slug, seed=1)
    old_store = store_of(report_facts[slug])
    new_store = store_of(facts_of(told.text(SOURCES[slug]), slug))
    compared = 0
    for question in QUESTIONS:
        before = rows_of(old_store, question)
        after = rows_of(new_store, question)
        expected = [tuple(told.text(cell) for cell in row) for row in before]
        assert sorted(after) == sorted(expected), question
        compared += len(after)
    assert compared > 50


MONTHS = re.compile(
    rf"\b(?:{'|'.join(calendar.month_name[1:])})\b(?=\s*(?:(?:19|20)\d\d|[-–]|to\b))"
)
DATED_QUESTIONS = ("reports", "reoffending", "statistics", "case-samples")


@pytest.mark.parametrize("slug", SOURCES)
def test_months_in_capitals_change_no_date_and_no_figure(
    slug: str, report_facts: Mapping[str, ReportFacts]
) -> None:
    shouted = MONTHS.sub(lambda month: month[0].upper(), SOURCES[slug])
    assert shouted != SOURCES[slug]
    stores = (store_of(report_facts[slug]), store_of(facts_of(shouted, slug)))
    for question in DATED_QUESTIONS:
        told, found = (ask(store, question) for store in stores)
        kept = [at for at, name in enumerate(told.columns) if name not in ("sha256", "evidence")]
        plain, capitals = (
            [tuple(row[at].casefold() for at in kept) for row in answer.rows]
            for answer in (told, found)
        )
        assert capitals == plain, question


@pytest.mark.parametrize("slug", SOURCES)
def test_another_place_makes_as_many_statements(
    slug: str, report_facts: Mapping[str, ReportFacts]
) -> None:
    told = retelling(SOURCES[slug], slug, seed=2)
    new = facts_of(told.text(SOURCES[slug]), slug)
    before = report_quads(report_facts[slug], version="0")
    after = report_quads(new, version="0")
    assert len(after) == len(before)
    assert {quad.graph_name for quad in after}.isdisjoint({quad.graph_name for quad in before})


@pytest.fixture(scope="module")
def as_printed(report_facts: Mapping[str, ReportFacts]) -> Mapping[str, list[tuple[object, ...]]]:
    """What each report says whatever its layout."""
    return {slug: as_set(report) for slug, report in report_facts.items()}


@pytest.mark.parametrize(("slug", "layout"), SET_ANEW)
def test_the_facts_stay_in_another_layout(
    slug: str, layout: str, as_printed: Mapping[str, list[tuple[object, ...]]]
) -> None:
    found = facts_of(LAYOUTS[layout](SOURCES[slug]), slug)
    assert difference(as_printed[slug], as_set(found)) == []


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("slug", SOURCES)
def test_the_facts_stay_in_another_encoding(
    slug: str, encoding: str, as_printed: Mapping[str, list[tuple[object, ...]]]
) -> None:
    found = facts_of(ENCODINGS[encoding](SOURCES[slug]), slug)
    assert difference(as_printed[slug], as_set(found)) == []


@settings(max_examples=12)
@given(names=st.lists(st.sampled_from(list(LAYOUTS)), min_size=2, max_size=4, unique=True))
def test_the_facts_stay_in_several_layouts_at_once(
    names: list[str], as_printed: Mapping[str, list[tuple[object, ...]]]
) -> None:
    slug = "bexley-2015-07"
    text = SOURCES[slug]
    for name in sorted(names, key=list(LAYOUTS).index):
        text = LAYOUTS[name](text)
    assert difference(as_printed[slug], as_set(facts_of(text, slug))) == []


def letters(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if sign.isalnum())


def is_within(part: str, whole: str) -> bool:
    """Whether the letters of a quotation stand in the source in their order."""
    rest = iter(letters(whole))
    return all(sign in rest for sign in letters(part))


@pytest.mark.parametrize("layout", ["form feeds within paragraphs", "notes tagged", "soft hyphens"])
@pytest.mark.parametrize("slug", SOURCES)
def test_quotations_stand_in_the_source_as_it_is_set(slug: str, layout: str) -> None:
    source = LAYOUTS[layout](SOURCES[slug])
    found = facts_of(source, slug)
    evidence = [item for fact in found.facts for item in fact.evidence]
    assert len(evidence) > 50
    assert [
        item.quote for item in evidence if not is_within(item.quote, source[item.start : item.end])
    ] == []


@pytest.mark.parametrize("slug", SOURCES)
def test_pages_are_counted_from_form_feeds(slug: str) -> None:
    source = LAYOUTS["form feeds between paragraphs"](SOURCES[slug])
    found = facts_of(source, slug)
    assert found.pages == source.count("\f") + 1
    pages = [item.page for fact in found.facts for item in fact.evidence]
    assert None not in pages
    assert {page for page in pages if page} <= set(range(1, source.count("\f") + 2))
