"""Which of many expressions can match in a text at all, told in one pass over it.

Most sentences hold none of the words that an expression needs, so most searches can be left
out. An Aho-Corasick automaton knows the pieces without which each expression cannot match.

>>> gate = Gate([(r"\\bplan(?:s|ning)?\\b", "plan"), (r"\\bre\\w+ (?:crime|offence)s?\\b", "crime")])
>>> sorted(gate.passing("no plan was made")), sorted(gate.passing("they reported late"))
(['plan'], [])
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

import ahocorasick

from yotgraph.extraction.expressions import read_expression

__all__ = ["Gate"]

Value = TypeVar("Value")


class Gate(Generic[Value]):
    """Expressions (Python syntax, case ignored), each with the value that stands for it."""

    def __init__(self, expressions: Iterable[tuple[str, Value]]) -> None:
        always: set[Value] = set()
        by_piece: dict[str, set[Value]] = defaultdict(set)
        for source, value in expressions:
            pieces = read_expression(source).pieces
            for piece in pieces:
                by_piece[piece].add(value)
            if not pieces:
                always.add(value)
        self._always = frozenset(always)
        self._automaton = ahocorasick.Automaton()
        for piece in sorted(by_piece):
            self._automaton.add_word(piece, frozenset(by_piece[piece]))
        self._has_pieces = bool(by_piece)
        if by_piece:
            self._automaton.make_automaton()

    def passing(self, text: str) -> frozenset[Value]:
        """The values of the expressions that may match. ``text`` is in small letters, with plain
        quotation marks and dashes; what does not pass has no match in it however it is written."""
        passing = set(self._always)
        if self._has_pieces:
            for _, values in self._automaton.iter(text):
                passing |= values
        return frozenset(passing)
