"""Many phrases and expressions found in one pass over a text.

An Aho-Corasick automaton holds every phrase, and the pieces without which an expression
cannot match; an expression runs only where one of its pieces is there. Texts are compared
folded: case, kinds of quotation mark and dash, and white space do not count. A phrase
matches whole words only. A word with several capitals ("SEN", "RJ", "ACEs") is an
abbreviation and matches as it is written only.

>>> matcher = Matcher([("risk of harm", "risk"), ("RJ", "justice")], [(r"\\bplan\\w*\\b", "plan")])
>>> [(found.start, found.end, found.value) for found in matcher.find("Plans. Risk of  harm, rj")]
[(0, 5, 'plan'), (7, 19, 'risk')]
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

import ahocorasick

from yotgraph.extraction.edges import EdgedPattern, at_edges
from yotgraph.extraction.expressions import in_small_letters, read_expression
from yotgraph.vocabulary import replace_signs

__all__ = ["Match", "Matcher", "fold_signs"]

_FOLDS = {
    **{"’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "—": "-"},
    **dict.fromkeys("\xa0\n\t\r", " "),
}
_SPACES = re.compile(r"  +")
_PLACE = itemgetter(0, 1)

Value = TypeVar("Value")


class Match(NamedTuple, Generic[Value]):
    """A place of a folded text and what was found there."""

    start: int
    end: int
    value: Value


@dataclass(slots=True)
class _Entry(Generic[Value]):
    """What one key of the automaton stands for: phrases with how an abbreviation is written,
    and the expressions that cannot match without it."""

    phrases: list[tuple[str | None, Value]] = field(default_factory=list)
    expressions: list[int] = field(default_factory=list)


@lru_cache(maxsize=2048)
def fold_signs(text: str) -> str:
    """Text with plain quotation marks, dashes and single spaces; case is kept.

    >>> fold_signs("The  child’s plan – late")
    "The child's plan - late"
    """
    plain = replace_signs(text, _FOLDS)
    return _SPACES.sub(" ", plain) if "  " in plain else plain


class Matcher(Generic[Value]):
    """Finds phrases and expressions, each with the value that stands for it."""

    def __init__(
        self, phrases: Iterable[tuple[str, Value]], expressions: Iterable[tuple[str, Value]] = ()
    ) -> None:
        by_source: dict[str, list[Value]] = defaultdict(list)
        for source, value in expressions:
            by_source[source].append(value)
        self._expressions: list[tuple[str, list[Value], tuple[str, ...]]] = []
        self._always: list[int] = []
        found: dict[str, _Entry[Value]] = defaultdict(_Entry)
        for phrase, value in phrases:
            plain = fold_signs(phrase)
            found[plain.lower()].phrases.append((plain if _is_abbreviation(plain) else None, value))
        for source, values in by_source.items():
            self._add_expression(source, values, found)
        self._automaton = ahocorasick.Automaton()
        for key in sorted(found):
            phrases_here = list(dict.fromkeys(found[key].phrases))
            self._automaton.add_word(key, (len(key), phrases_here, found[key].expressions))
        if found:
            self._automaton.make_automaton()
        self._is_empty = not found

    def _add_expression(
        self, source: str, values: list[Value], found: dict[str, _Entry[Value]]
    ) -> None:
        read = read_expression(source)
        for phrase in read.phrases:
            found[phrase].phrases += [(None, value) for value in values]
        if read.phrases:
            return
        index = len(self._expressions)
        self._expressions.append((source, values, read.further))
        for piece in read.pieces:
            found[piece].expressions.append(index)
        if not read.pieces:
            self._always.append(index)

    def find(self, text: str) -> list[Match[Value]]:
        """Every match, longer and shorter ones alike, by place. Offsets count in ``text``
        as :func:`fold_signs` leaves it."""
        return sorted(self.every(text), key=_PLACE)

    def every(self, text: str) -> list[Match[Value]]:
        """What :meth:`find` gives, in no set order."""
        plain = fold_signs(text)
        folded = plain.lower()
        found: list[Match[Value]] = []
        tried = set(self._always)
        if not self._is_empty:
            for last, (length, phrases, expressions) in self._automaton.iter(folded):
                if expressions:
                    tried.update(expressions)
                start, end = last + 1 - length, last + 1
                if phrases and not _is_inside_word(folded, start, end):
                    for written, value in phrases:
                        if written is None or written == plain[start:end]:
                            found.append(Match(start, end, value))
        for index in tried:
            source, values, further = self._expressions[index]
            if further and not any(map(folded.__contains__, further)):
                continue
            for match in _compiled(source).finditer(folded):
                found += [Match(match.start(), match.end(), value) for value in values]
        return found


def _is_abbreviation(phrase: str) -> bool:
    return " " not in phrase and sum(letter.isupper() for letter in phrase) > 1


def _is_inside_word(text: str, start: int, end: int) -> bool:
    """Whether a word goes on before the start or behind the end."""
    if start and text[start - 1].isalnum() and text[start].isalnum():
        return True
    return end < len(text) and text[end].isalnum() and text[end - 1].isalnum()


@cache
def _compiled(source: str) -> EdgedPattern:
    return at_edges(in_small_letters(source.replace("’", "'")))
