"""The words of counting, from ``ontology/schemes/quantities.ttl``.

>>> rule, end = lexicon().approximators.at(("in", "just", "over", "two-thirds"), 1)
>>> [str(bound) for bound in rule.bounds(Fraction(2, 3), Fraction(2, 3))]
['2/3', '23/30']
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from yotgraph.extraction.quantities.tokens import Phrases
from yotgraph.vocabulary import Concept, Scheme, load_scheme

__all__ = ["Approximator", "Lexicon", "Noun", "Quantifier", "lexicon"]


@dataclass(frozen=True, slots=True)
class Approximator:
    """How a word such as "nearly" moves the bounds of the share behind it."""

    low_shift: Fraction
    high_shift: Fraction
    low_bound: Fraction | None
    high_bound: Fraction | None
    #: Whether the number printed may be the very one, as with "at least" and not "over".
    is_inclusive: bool = False

    @property
    def is_short_of(self) -> bool:
        """Whether it takes away from the share, as "nearly" does from "all"."""
        return self.low_shift < 0 and self.high_shift == 0

    def bounds(self, low: Fraction, high: Fraction) -> tuple[Fraction, Fraction]:
        """The bounds of an approximate share, within 0 and 1."""
        lower = low + self.low_shift if self.low_bound is None else self.low_bound
        upper = high + self.high_shift if self.high_bound is None else self.high_bound
        return max(lower, Fraction(0)), min(upper, Fraction(1))


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun. ``group`` is case, child, document, staff or sample."""

    group: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Quantifier:
    """A word for the whole or nothing; ``of`` is the number it implies ("both": 2)."""

    word: str
    share: int
    of: int | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that the engine knows of words. ``groups`` holds the words around a number."""

    numbers: Mapping[str, int]
    #: Numbers of several words: "half a dozen".
    number_phrases: Phrases[int]
    divisors: Mapping[str, tuple[int, bool]]
    approximators: Phrases[Approximator]
    quantifiers: Mapping[str, Quantifier]
    nouns: Phrases[Noun]
    groups: Mapping[str, Phrases[None]]
    #: The words with which a quantity can begin, figures aside.
    openings: frozenset[str]
    #: Those of them with which nothing but an approximator can begin: "in" of "in excess of".
    approximating: frozenset[str]
    #: The words with which a number can begin, figures and "twenty-one" aside.
    number_openings: frozenset[str]
    #: The words behind "a" with which it is a number, or a number one beside others: "a third",
    #: "a further third".
    behind_a: frozenset[str]
    #: The last words of all that limits or approximates a number behind it.
    limit_endings: frozenset[str]

    def may_begin(self, form: str, following: str) -> bool:
        """Whether a quantity can begin with these two words; most end the work here."""
        if form == "a":
            return following in self.behind_a
        if form in self.openings or form[:1].isdigit():
            return True
        return "-" in form and form.partition("-")[0] in self.numbers

    def may_be_number(self, form: str) -> bool:
        """Whether a number can begin with this word; most end the work here."""
        return form in self.number_openings or form[:1].isdigit() or "-" in form

    def has(self, group: str, forms: tuple[str, ...], index: int) -> int | None:
        """The index behind a word of that group, ``None`` where there is none."""
        phrases = self.groups[group]
        if not 0 <= index < len(forms) or forms[index] not in phrases.openings:
            return None
        found = phrases.at(forms, index)
        return found[1] if found else None

    def holds(self, group: str, forms: tuple[str, ...], places: Iterable[int]) -> bool:
        """Whether words of that group begin at one of the places; most sentences hold none."""
        phrases = self.groups[group]
        if phrases.openings.isdisjoint(forms):
            return False
        return any(phrases.at(forms, place) is not None for place in places)


@cache
def lexicon() -> Lexicon:
    """The lexicon. Raises :class:`~yotgraph.errors.VocabularyError` where it is missing."""
    scheme = load_scheme("quantities")
    numbers = {
        label: int(concept.values["numericValue"][0])
        for concept in scheme.of_type("NumberWord")
        for label in concept.labels()
    }
    divisors = _divisors(scheme)
    quantifiers = {
        concept.label: _quantifier(concept) for concept in scheme.of_type("UniversalQuantifier")
    }
    groups = {
        concept.notation.removeprefix("word-"): Phrases(
            (label, None) for label in concept.alt_labels
        )
        for concept in scheme
        if concept.notation.startswith("word-")
    }
    number_phrases = Phrases((label, value) for label, value in numbers.items() if " " in label)
    approximators = Phrases(_approximators(scheme, groups["inclusive"]))
    number_openings = number_phrases.openings | numbers.keys()
    others = groups["remaining"].openings
    others |= {"a", "between", *numbers, *divisors, *quantifiers}
    return Lexicon(
        numbers={label: value for label, value in numbers.items() if " " not in label},
        number_phrases=number_phrases,
        number_openings=number_openings,
        divisors=divisors,
        approximators=approximators,
        quantifiers=quantifiers,
        openings=approximators.openings | others,
        approximating=approximators.openings - others - number_openings,
        nouns=Phrases(_nouns(scheme)),
        groups=groups,
        behind_a=groups["additional"].openings | {*divisors, *numbers},
        limit_endings=groups["limiting"].endings | approximators.endings,
    )


def _divisors(scheme: Scheme) -> dict[str, tuple[int, bool]]:
    """Fraction word -> what it divides by, and whether it is a plural."""
    divisors: dict[str, tuple[int, bool]] = {}
    for concept in scheme.of_type("FractionWord"):
        divisor = int(concept.values["divisor"][0])
        divisors[concept.label] = (divisor, False)
        divisors.update(dict.fromkeys(concept.values["plural"], (divisor, True)))
    return divisors


def _approximators(scheme: Scheme, inclusive: Phrases[None]) -> Iterable[tuple[str, Approximator]]:
    for concept in scheme.of_type("Approximator"):
        rule = _approximator(concept)
        for label in concept.labels():
            is_inclusive = inclusive.at(tuple(label.split()), 0) is not None
            yield label, replace(rule, is_inclusive=is_inclusive)


def _approximator(concept: Concept) -> Approximator:
    low, high = concept.value("lowBound"), concept.value("highBound")
    return Approximator(
        low_shift=Fraction(concept.value("lowShift") or 0),
        high_shift=Fraction(concept.value("highShift") or 0),
        low_bound=Fraction(low) if low else None,
        high_bound=Fraction(high) if high else None,
    )


def _quantifier(concept: Concept) -> Quantifier:
    of = concept.value("numericValue")
    return Quantifier(
        concept.label, int(Fraction(concept.values["share"][0])), int(of) if of else None
    )


def _nouns(scheme: Scheme) -> Iterable[tuple[str, Noun]]:
    for concept in scheme.of_type("CountedNoun"):
        group = concept.values["countedGroup"][0]
        yield from ((label, Noun(group, plural=False)) for label in concept.labels())
        yield from ((plural, Noun(group, plural=True)) for plural in concept.values["plural"])
