"""Regular expressions of the vocabularies, read for the words that they need.

Hundreds of expressions over every paragraph would be slow. Most of them are short ways to
write a few phrases: those become phrases, and one automaton finds them all. The others are
tried only where a text holds a piece that they cannot match without (Cox, "Regular
Expression Matching with a Trigram Index", 2012).

>>> sorted(read_expression(r"\\brisks? (?:of|to) others\\b").phrases)
['risk of others', 'risk to others', 'risks of others', 'risks to others']
>>> sorted(read_expression(r"\\bre\\w+ (?:crime|offence)s?\\b").pieces)
[' crime', ' offence']
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Expression", "has_alternatives", "in_small_letters", "read_expression"]

_MOST_PHRASES = 200
_SHORTEST_PIECE = 3
# To look for more than these would cost as much as to try the expression.
_MOST_FURTHER = 16
_OF_A_FIGURE = 4
_FOLDS = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-"})
# Plain letters that no quantifier follows, read at once.
_RUN = re.compile(r"[\w ',’-]+(?![?*+{])")
_QUANTIFIERS = "?*+{"
# "(?-i:" opens a group to which capitals matter.
_FLAGS = re.compile(r"\?[a-z]*(?:-[a-z]+)?:")
_EDGE = r"\b"
_ESCAPE_OR_CAPITAL = re.compile(r"\\.|[A-ZÀ-ÖØ-Þ]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression and what it needs.

    ``phrases`` are all texts that it matches, whole words each, folded; empty where they are
    too many or not whole words. ``pieces``: every text with a match holds one of them; empty
    where nothing is known. ``further``: the same of another part of the expression, where they are
    few enough to be looked for one by one.
    """

    source: str
    phrases: frozenset[str]
    pieces: frozenset[str]
    further: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """``exact``: all texts of a part, ``None`` if unknown. ``needed``: one is in any match, and
    one of ``further`` as well."""

    exact: frozenset[str] | None
    needed: frozenset[str] = frozenset()
    further: frozenset[str] = frozenset()


_EMPTY = _Part(frozenset({""}))
_ANYTHING = _Part(None)


def read_expression(source: str) -> Expression:
    """What an expression (Python syntax, case ignored) needs.

    Understands literals, classes, groups, alternatives, quantifiers and look-arounds.
    Anything else counts as unknown, which costs time and never a match.
    """
    part = _Reader(source).alternatives()
    bounded = source.startswith(_EDGE) and source.endswith(_EDGE)
    whole = part.exact is not None and bounded and not _has_inner_edge(source)
    phrases = part.exact if whole and part.exact is not None else frozenset()
    pieces = _useful(_best((part.needed, part.exact or frozenset())))
    further = tuple(sorted(_useful(part.further)))
    return Expression(source, phrases, pieces, further if len(further) <= _MOST_FURTHER else ())


def has_alternatives(source: str) -> bool:
    """Whether ``|`` parts an expression as a whole, and not only a group in it.

    >>> has_alternatives("plans?|reviews?"), has_alternatives("(?:plans?|reviews?) [|]")
    (True, False)
    """
    reader = _Reader(source)
    reader.sequence()
    return not reader.is_at_end


def in_small_letters(source: str) -> str:
    """The expression that matches in text in small letters what this one matches in any: quicker
    than an expression that ignores case.

    >>> in_small_letters(r"\\bMAPP[AP]\\b\\S")
    '\\\\bmapp[ap]\\\\b\\\\S'
    """
    return _ESCAPE_OR_CAPITAL.sub(
        lambda found: found[0] if found[0].startswith("\\") else found[0].lower(), source
    )


def _has_inner_edge(source: str) -> bool:
    return _EDGE in source[len(_EDGE) : -len(_EDGE)]


def _useful(pieces: frozenset[str]) -> frozenset[str]:
    """Pieces that tell enough, without those that hold another of them."""
    if not pieces or min(map(_telling, pieces)) < _SHORTEST_PIECE:
        return frozenset()
    kept: list[str] = []
    for piece in sorted(pieces, key=len):
        if not any(shorter in piece for shorter in kept):
            kept.append(piece)
    return frozenset(kept)


def _best(candidates: Iterable[frozenset[str]]) -> frozenset[str]:
    """The set whose shortest piece tells most: is longest, a figure counting as several letters."""
    return max(
        candidates,
        key=lambda pieces: (min(map(_telling, pieces), default=0), -len(pieces)),
        default=frozenset(),
    )


def _telling(piece: str) -> int:
    return len(piece) + _OF_A_FIGURE * any(letter.isdigit() for letter in piece)


class _Reader:
    """Reads an expression from left to right."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._place = 0

    def alternatives(self) -> _Part:
        """Sequences with ``|`` between them, up to a closing bracket."""
        parts = [self.sequence()]
        while self._take("|"):
            parts.append(self.sequence())
        if len(parts) == 1:
            return parts[0]
        needed = [_best((part.needed, part.exact or frozenset())) for part in parts]
        union = frozenset().union(*needed) if all(needed) else frozenset()
        if any(part.exact is None for part in parts):
            return _Part(None, union)
        return _Part(frozenset().union(*(part.exact or () for part in parts)), union)

    @property
    def is_at_end(self) -> bool:
        """Whether the whole expression has been read."""
        return self._place >= len(self._source)

    def sequence(self) -> _Part:
        """What stands up to the next ``|`` or closing bracket, or to the end."""
        run = frozenset({""})
        needed: list[frozenset[str]] = []
        is_exact = True
        while self._place < len(self._source) and self._source[self._place] not in "|)":
            part = self._quantified()
            if part.exact is not None and len(run) * len(part.exact) <= _MOST_PHRASES:
                run = frozenset(head + tail for head in run for tail in part.exact)
                continue
            needed += [run, part.needed, part.exact or frozenset()]
            run, is_exact = frozenset({""}), False
        best = _best([*needed, run])
        if is_exact:
            return _Part(run, best)
        return _Part(None, best, _best(one for one in (*needed, run) if one != best))

    def _quantified(self) -> _Part:
        part = self._atom()
        mark = self._peek()
        if mark not in _QUANTIFIERS or not mark:
            return part
        least = self._least(mark)
        while self._peek() in ("?", "+") and self._peek():
            self._place += 1
        if mark == "?" and part.exact is not None:
            return _Part(part.exact | {""})
        needed = _best((part.needed, part.exact or frozenset())) if least else frozenset()
        return _Part(None, needed)

    def _least(self, mark: str) -> int:
        """How often at least; the quantifier is passed."""
        self._place += 1
        if mark != "{":
            return 1 if mark == "+" else 0
        end = self._source.index("}", self._place)
        least = self._source[self._place : end].split(",")[0]
        self._place = end + 1
        return int(least or 0)

    def _atom(self) -> _Part:
        sign = self._source[self._place]
        self._place += 1
        if sign == "(":
            return self._group()
        if sign == "[":
            return self._class()
        if sign == "\\":
            return self._escape()
        if sign in ".^$":
            return _ANYTHING
        if run := _RUN.match(self._source, self._place - 1):
            self._place = run.end()
            sign = run[0]
        return _Part(frozenset({sign.translate(_FOLDS).lower()}))

    def _group(self) -> _Part:
        look = ""
        if flags := _FLAGS.match(self._source, self._place):
            self._place = flags.end()
        elif self._take("?") and not self._take(":"):
            start = self._place
            while self._peek() in "=!<":
                self._place += 1
            look = self._source[start : self._place]
        part = self.alternatives()
        self._take(")")
        if not look:
            return part
        # What must stand beside a match stands in the text, too.
        is_needed = "!" not in look
        return (
            _Part(None, _best((part.needed, part.exact or frozenset()))) if is_needed else _ANYTHING
        )

    def _class(self) -> _Part:
        end = self._source.index("]", self._place + 1)
        inside = self._source[self._place : end]
        self._place = end + 1
        if inside.startswith("^") or "\\" in inside or "-" in inside[1:-1]:
            return _ANYTHING
        return _Part(frozenset(inside.translate(_FOLDS).lower()))

    def _escape(self) -> _Part:
        sign = self._source[self._place]
        self._place += 1
        if sign == "b":
            return _EMPTY
        return _ANYTHING if sign.isalnum() else _Part(frozenset({sign}))

    def _peek(self) -> str:
        return self._source[self._place : self._place + 1]

    def _take(self, sign: str) -> bool:
        if self._peek() != sign:
            return False
        self._place += 1
        return True
