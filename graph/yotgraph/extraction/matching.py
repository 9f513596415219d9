"""Many phrases and expressions found in one pass over a text.

An Aho-Corasick automaton holds every phrase, and the pieces without which an expression
cannot match; an expression runs only where one of its pieces is there. Texts are compared
folded: case, kinds of quotation mark and dash, and white space do not count. A phrase
matches whole words only. One that is all capitals ("SEN", "RJ") is an abbreviation and
matches in capitals only.

>>> matcher = Matcher([("risk of harm", "risk"), ("RJ", "justice")], [(r"\\bplan\\w*\\b", "plan")])
>>> [(found.start, found.end, found.value) for found in matcher.find("Plans. Risk of  harm, rj")]
[(0, 5, 'plan'), (7, 19, 'risk')]
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

import ahocorasick

from yotgraph.extraction.expressions import read_expression

__all__ = ["Match", "Matcher", "fold_signs"]

_FOLDS = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "—": "-"}
    | dict.fromkeys("\xa0\n\t\r", " ")
)
_SPACES = re.compile(r"  +")

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Match(Generic[Value]):
    """A place of a folded text and what was found there."""

    start: int
    end: int
    value: Value


def fold_signs(text: str) -> str:
    """Text with plain quotation marks, dashes and single spaces; case is kept.

    >>> fold_signs("The  child’s plan – late")
    "The child's plan - late"
    """
    plain = text.translate(_FOLDS)
    return _SPACES.sub(" ", plain) if "  " in plain else plain


class Matcher(Generic[Value]):
    """Finds phrases and expressions, each with the value that stands for it."""

    def __init__(
        self, phrases: Iterable[tuple[str, Value]], expressions: Iterable[tuple[str, Value]] = ()
    ) -> None:
        self._phrases: dict[str, list[tuple[bool, Value]]] = defaultdict(list)
        self._expressions: list[tuple[str, Value]] = []
        self._always: list[int] = []
        pieces: dict[str, list[int]] = defaultdict(list)
        for phrase, value in phrases:
            is_abbreviation = phrase.isupper() and len(phrase) > 1
            self._phrases[fold_signs(phrase).lower()].append((is_abbreviation, value))
        for source, value in expressions:
            self._add_expression(source, value, pieces)
        self._automaton = ahocorasick.Automaton()
        for key in sorted({*self._phrases, *pieces}):
            found = (len(key), tuple(self._phrases.get(key, ())), tuple(pieces.get(key, ())))
            self._automaton.add_word(key, found)
        if len(self._automaton):
            self._automaton.make_automaton()

    def _add_expression(self, source: str, value: Value, pieces: dict[str, list[int]]) -> None:
        read = read_expression(source)
        for phrase in read.phrases:
            self._phrases[phrase].append((False, value))
        if read.phrases:
            return
        index = len(self._expressions)
        self._expressions.append((source, value))
        for piece in read.pieces:
            pieces[piece].append(index)
        if not read.pieces:
            self._always.append(index)

    def find(self, text: str) -> list[Match[Value]]:
        """Every match, longer and shorter ones alike, by place. Offsets count in ``text``
        as :func:`fold_signs` leaves it."""
        plain = fold_signs(text)
        folded = plain.lower()
        found: list[Match[Value]] = []
        tried = set(self._always)
        if len(self._automaton):
            for last, (length, phrases, expressions) in self._automaton.iter(folded):
                tried.update(expressions)
                if phrases:
                    self._add_phrases(plain, folded, last + 1 - length, last + 1, phrases, found)
        for index in sorted(tried):
            source, value = self._expressions[index]
            found += [
                Match(match.start(), match.end(), value)
                for match in _compiled(source).finditer(folded)
                if match.end() > match.start()
            ]
        return sorted(found, key=lambda match: (match.start, match.end))

    def _add_phrases(
        self,
        plain: str,
        folded: str,
        start: int,
        end: int,
        phrases: tuple[tuple[bool, Value], ...],
        found: list[Match[Value]],
    ) -> None:
        if _is_inside_word(folded, start, end):
            return
        for is_abbreviation, value in phrases:
            if not is_abbreviation or plain[start:end].isupper():
                found.append(Match(start, end, value))


def _is_inside_word(text: str, start: int, end: int) -> bool:
    """Whether a word goes on before the start or behind the end."""
    before = start > 0 and text[start].isalnum() and text[start - 1].isalnum()
    behind = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return before or behind


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source.replace("’", "'"), re.IGNORECASE)
