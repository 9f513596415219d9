"""Quantities: phrases, bounds, totals, what holds for any text, and the hand-read answers."""

from __future__ import annotations

import csv
import time
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yotgraph.extraction.proportions import Quantity, quantities
from yotgraph.reading.document import Span
from yotgraph.reading.sentences import split
from yotgraph.vocabulary import Concept, load_scheme

ANSWERS = Path(__file__).parents[1] / "golden" / "answers"
REPORTS = sorted(path.name for path in ANSWERS.iterdir() if path.is_dir())
COUNTING = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
"""
NUMBERS = COUNTING.split()
SHARES = {
    "half": "0.5",
    "one-third": "0.3333",
    "two-thirds": "0.6667",
    "one-quarter": "0.25",
    "three-quarters": "0.75",
    "two-fifths": "0.4",
    "five-sixths": "0.8333",
    "seven-tenths": "0.7",
    "one-eighth": "0.125",
}
BOUNDS = {
    "just over": ("0", "0.1"),
    "slightly more than": ("0", "0.1"),
    "nearly": ("-0.1", "0"),
    "almost": ("-0.1", "0"),
    "just under": ("-0.1", "0"),
    "around": ("-0.05", "0.05"),
    "about": ("-0.05", "0.05"),
    "approximately": ("-0.05", "0.05"),
    "over": ("0", None),
    "more than": ("0", None),
    "at least": ("0", None),
    "less than": (None, "0"),
    "fewer than": (None, "0"),
    "under": (None, "0"),
    "up to": (None, "0"),
}


def read(text: str) -> tuple[Quantity, ...]:
    return quantities(text, split(text))


def phrases(text: str) -> list[str]:
    return [text[found.span.start : found.span.end] for found in read(text)]


def in_words(number: int) -> str:
    if number < 20:
        return NUMBERS[number - 1]
    tens, unit = divmod(number, 10)
    return NUMBERS[17 + tens] + (f"-{NUMBERS[unit - 1]}" if unit else "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We saw this in six cases.", ["in six cases"]),
        ("In a further six cases it was late.", ["a further six cases"]),
        ("Only 5 of the 12 relevant cases were good.", ["5 of the 12 relevant cases"]),
        ("In just half of the plans it was clear.", ["half of the plans"]),
        ("Just over half of the plans were clear.", ["Just over half of the plans"]),
        (
            "Of the seven staff interviewed, only three agreed.",
            ["Of the seven staff interviewed, only three"],
        ),
        (
            "Of the six young people who transferred last year, two were seen before they did.",
            ["Of the six young people who transferred last year, two"],
        ),
        (
            "Of the ten actions that we traced from its minutes only four had been completed.",
            ["Of the ten actions that we traced from its minutes only four"],
        ),
        (
            "Of the 17 staff who replied, 15 considered their workload to be manageable.",
            ["Of the 17 staff who replied, 15"],
        ),
        ("The charity had supported four young people.", ["four young people"]),
        (
            "One-third of reviews (from a total of 12 cases) failed.",
            ["One-third of reviews (from a total of 12 cases)"],
        ),
        ("In nine (of a possible 26) cases it was late.", ["nine (of a possible 26) cases"]),
        ("All the staff we spoke to agreed.", ["All the staff we spoke to"]),
        ("In all cases it was late.", ["In all cases"]),
        ("It was late in all but one case.", ["all but one case"]),
        ("Plans varied. In half, dates were missing.", ["In half"]),
        ("Only 48 per cent of cases had a plan.", ["48 per cent of cases"]),
    ],
)
def test_the_phrase_is_as_printed(text: str, expected: list[str]) -> None:
    assert phrases(text) == expected


@pytest.mark.parametrize("number", [*range(1, 100), 137])
def test_numbers_in_words_and_figures(number: int) -> None:
    noun = "plan" if number == 1 else "plans"
    forms = [str(number), in_words(number)] if number < 100 else [str(number)]
    for form in forms:
        (found,) = read(f"In {form} {noun} the date was wrong.")
        assert (found.type, found.numerator) == ("count", number), form


@pytest.mark.parametrize("share", sorted(SHARES))
@pytest.mark.parametrize("word", sorted(BOUNDS))
def test_approximators_move_the_bounds(word: str, share: str) -> None:
    (found,) = read(f"This was so in {word} {share} of assessments.")
    shift_low, shift_high = BOUNDS[word]
    printed = Decimal(SHARES[share])
    low = Decimal(0) if shift_low is None else max(printed + Decimal(shift_low), Decimal(0))
    high = Decimal(1) if shift_high is None else min(printed + Decimal(shift_high), Decimal(1))
    assert found.type == "fraction"
    assert abs(Decimal(found.low or "-1") - low) <= Decimal("0.0001")
    assert abs(Decimal(found.high or "-1") - high) <= Decimal("0.0001")


@pytest.mark.parametrize("concept", load_scheme("quantities").of_type("CountedNoun"))
def test_every_noun_of_the_scheme_is_counted(concept: Concept) -> None:
    if concept.value("countedGroup") == "sample":
        assert [found.numerator for found in read("It was clear in four of the full sample.")] == [
            4
        ]
        return
    for plural in concept.values["plural"]:
        (found,) = read(f"This was so for 4 of the 9 {plural}.")
        assert (found.type, found.numerator, found.denominator) == ("ratio", 4, 9), plural


def test_only_and_a_limiting_just_change_nothing() -> None:
    plain = read("It was good in 3 of the 8 cases.")[0]
    for word in ("only", "just"):
        limited = read(f"It was good in {word} 3 of the 8 cases.")[0]
        assert (limited.low, limited.high) == (plain.low, plain.high) == ("0.375", "0.375")


def test_universals_are_marked() -> None:
    marked = {
        text: read(text)[0].is_universal for text in ("All staff agreed.", "Each plan failed.")
    }
    assert all(marked.values())
    assert not read("Nearly all staff agreed.")[0].is_universal
    assert not read("All 12 cases failed.")[0].is_universal


def test_sentences_are_numbered() -> None:
    assert [found.sentence for found in read("All was well. In two cases it was not. It is.")] == [
        1
    ]


def test_a_total_counts_for_its_paragraph_only() -> None:
    assert read("Two of the 9 cases failed.")[0].denominator == 9
    assert read("In two cases it failed.")[0].denominator is None


def test_quotations_state_nothing_but_short_ones_do() -> None:
    assert read("He wrote: “I saw that in two cases the plan was late”.") == ()
    assert len(read("The level was 'high' in two cases.")) == 1


VOCABULARY = """
in of the all but one two three 12 14 half a third two-thirds per cent 48% cases case plans children
staff just over nearly around less than at least ( ) , . ; none neither each remaining further other
from total out was were had reviewed between and or to not no
"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=60)


@settings(deadline=None)
@given(TEXTS)
def test_what_holds_for_any_text(text: str) -> None:
    spans = split(text)
    found = quantities(text, spans)
    assert found == quantities(text, spans)
    ends = [0]
    for quantity in found:
        span, sentence = quantity.span, spans[quantity.sentence]
        assert sentence.start <= span.start < span.end <= sentence.end
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        assert span.end > ends[-1]
        ends.append(span.end)
        assert quantity.type in {"ratio", "percentage", "fraction", "count"}
        assert (quantity.low is None) == (quantity.high is None)
        if quantity.low is not None and quantity.high is not None:
            assert 0 <= Decimal(quantity.low) <= Decimal(quantity.high) <= 1
        if quantity.numerator is not None and quantity.denominator is not None:
            assert 0 <= quantity.numerator <= quantity.denominator


@settings(deadline=None)
@given(st.integers(2, 99), st.integers(2, 99), st.booleans())
def test_ratios_of_any_size(first: int, second: int, words: bool) -> None:
    value, total = sorted((first, second))
    form = in_words(value) if words else str(value)
    (found,) = read(f"It was clear in {form} of the {total} reports.")
    assert (found.numerator, found.denominator) == (value, total)
    assert abs(Decimal(found.low or "-1") - Decimal(value) / Decimal(total)) <= Decimal("0.00005")


def test_an_empty_text_states_nothing() -> None:
    assert quantities("", ()) == ()
    assert quantities("In two cases.", (Span(0, 13),))[0].span == Span(0, 12)


@pytest.mark.parametrize(
    "unit",
    [
        "one of the ", "two ", "half of ", '"', "“a ", "all ", "in one complex ", "1", "one-", "(",
        "nearly ", "1/2 ", "in two cases, ", "in two cases. In one. ", "‘a’b", "just over ",
        "the other one ", "between one-third and ", "all 12 cases. ", "not ", "a further ",
    ],
)  # fmt: skip
def test_no_text_makes_it_slow(unit: str) -> None:
    """Time that grows with the square of the length would take minutes here."""
    text = unit * (60_000 // len(unit))
    spans = split(text)
    start = time.process_time()
    quantities(text, spans)
    assert time.process_time() - start < 10


def rows(report: str, name: str) -> list[dict[str, str]]:
    with (ANSWERS / report / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


Answer = tuple[str, str, str, str, str, str]


def hand_read(report: str) -> Iterator[tuple[Answer, bool]]:
    """The rows of the answers, and whether a careful reader might leave one out."""
    for row in rows(report, "quantified-findings"):
        answer = tuple(
            row[name] for name in ("paragraph", "kind", "numerator", "denominator", "low", "high")
        )
        is_universal = answer[1] == "fraction" and answer[4] == answer[5] == "1"
        is_example = answer[1:4] == ("count", "1", "")
        is_arguable = row.get("certainty") == "arguable" or is_universal or is_example
        yield answer, is_arguable  # type: ignore[misc]


def computed(report: str) -> Iterator[tuple[Answer, bool]]:
    """What the engine finds in the hand-read paragraphs, marked alike."""
    for row in rows(report, "findings"):
        for found in read(row["text"]):
            cells = (found.numerator, found.denominator, found.low, found.high)
            printed = ("" if cell is None else str(cell) for cell in cells)
            answer = (row["paragraph"], found.type, *printed)
            is_example = found.numerator == 1 and found.denominator is None
            yield answer, found.is_universal or is_example  # type: ignore[misc]


@pytest.mark.parametrize("report", REPORTS)
def test_agreement_with_the_hand_read_answers(report: str) -> None:
    wanted, found = list(hand_read(report)), list(computed(report))
    assert len(wanted) >= 10
    common = Counter(answer for answer, _ in wanted) & Counter(answer for answer, _ in found)
    right = common.total()

    def unmatched(answers: list[tuple[Answer, bool]]) -> list[Answer]:
        rest = Counter(answer for answer, _ in answers) - common
        sure = Counter(answer for answer, is_arguable in answers if not is_arguable)
        return sorted((rest & sure).elements())

    extra, missing = unmatched(found), unmatched(wanted)
    score = 2 * right / (2 * right + len(extra) + len(missing))
    assert score >= 0.95, {"extra": extra, "missing": missing}
