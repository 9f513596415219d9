"""The partner patterns of ``ontology/schemes/partner-wording.ttl`` over masked sentences.

In a masked sentence each partner is one mark, a code point of private use. In a pattern,
``PARTNER`` stands for one or more marks in a row, ``WORDS`` for up to three words, ``GAP`` for
words without a mark, ``LATER`` for a time after the report's publication and ``LATELY`` for one
in the year before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import ahocorasick

from yotgraph.extraction.edges import EdgedPattern, at_edges
from yotgraph.extraction.expressions import Expression, in_small_letters, read_expression
from yotgraph.extraction.partner_wording import level
from yotgraph.vocabulary import load_scheme

__all__ = ["FIRST_MARK", "LATER_DATE", "RECENT_DATE", "wordings_in"]

FIRST_MARK = 0xE000
"""The first code point that stands for a partner."""
LATER_DATE = "\U000f0000"
"""What stands for a time after the report's publication; no mark of a partner."""
RECENT_DATE = "\U000f0001"
"""What stands for a time in the year before it."""

_MARK = "[\ue000-\uf8ff]"
_NEXT = rf"(?:(?:from|for|of|by) )?(?:(?:an?|the|its|any|one|no) )?{_MARK}"
# A comma before "and" goes on with a row of three or more; behind one partner it ends a clause.
_ROW = rf"{_MARK}(?:(?:(?:,? (?:or|nor|as well as) | and |, ){_NEXT})+(?:, and {_NEXT})*)?"
# A mark is no word character: there is no word boundary in front of it.
_PLACEHOLDERS = (
    (r"\bPARTNER", _ROW),
    ("PARTNER", _ROW),
    ("GAP", r"[^.;\ue000-\uf8ff]{0,110}?"),
    ("LATER", LATER_DATE),
    ("LATELY", RECENT_DATE),
    ("WORDS", r"(?:(?!(?:of|about|between|from|by|with|in|and|or|to)\b)[\w'-]+ ){0,3}?"),
)


def wordings_in(masked: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The wordings that a masked sentence holds: notation and match, in no set order."""
    frames = _frames()
    text = level(masked)
    fired = {index for _, indices in frames.automaton.iter(text) for index in indices}
    for index in sorted(fired):
        notation, expression, further = frames.expressions[index]
        if further and not any(map(text.__contains__, further)):
            continue
        for match in expression.finditer(text):
            yield notation, match


class _Frames:
    """Every pattern, found by the plain words that it cannot match without."""

    def __init__(self) -> None:
        self.expressions: list[tuple[str, EdgedPattern, tuple[str, ...]]] = []
        triggers: dict[str, list[int]] = defaultdict(list)
        for wording in load_scheme("partner-wording").of_type("PartnerWording"):
            for pattern in wording.values.get("partnerPattern", ()):
                read = _read(pattern)
                # A space, which every sentence has, fires a pattern without plain words.
                for literal in sorted(read.pieces) or (" ",):
                    triggers[literal].append(len(self.expressions))
                self.expressions.append((wording.notation, _compiled(pattern), read.further))
        self.automaton = ahocorasick.Automaton()
        for literal, indices in triggers.items():
            self.automaton.add_word(literal, tuple(indices))
        self.automaton.make_automaton()


def _read(pattern: str) -> Expression:
    """The plain words that a pattern needs."""
    for name, _ in _PLACEHOLDERS:
        pattern = pattern.replace(name, ".")
    return read_expression(pattern)


def _compiled(pattern: str) -> EdgedPattern:
    for name, expression in _PLACEHOLDERS:
        pattern = pattern.replace(name, f"(?:{expression})")
    return at_edges(in_small_letters(pattern))


@cache
def _frames() -> _Frames:
    return _Frames()
