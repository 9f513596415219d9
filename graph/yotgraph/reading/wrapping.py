"""Whether a line is all of a paragraph or was wrapped: what its length and its end tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yotgraph.reading.lines import Line, LineKind

__all__ = ["GOES_ON", "are_whole", "ends_sentence", "is_short_part", "is_whole_paragraph"]

_SENTENCE_END = re.compile(r"[.?!:;…][\"'”’)\]]*$")
# What no text ends with.
GOES_ON = re.compile(
    r"(?:,|\b(?:a|an|and|by|for|from|had|has|in|is|of|on|or|that|the|to|was|were|with|been|have|not|which|who|when|their|its))$"
)
_UNWRAPPED = 130
_LONGEST_WRAPPED = 160
_FEW_BLANK = 0.02
_FEWEST_LINES = 20
_LONGEST_PART = 60


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does.

    >>> ends_sentence('done."'), ends_sentence("done in the")
    (True, False)
    """
    return _SENTENCE_END.search(text) is not None


def are_whole(lines: Sequence[Line]) -> bool:
    """Whether each line is a paragraph of its own, as in files that lost their empty lines:
    none is left, and lines are longer than any that was wrapped."""
    lengths = [len(line.text) for line in lines if line.kind is not LineKind.BLANK]
    few = len(lines) - len(lengths) <= _FEW_BLANK * len(lines)
    long = sum(length for length in lengths if length > _LONGEST_WRAPPED)
    return few and len(lengths) >= _FEWEST_LINES and 4 * long > sum(lengths)


def is_short_part(last: Line, line: Line) -> bool:
    """Whether a label was broken over two lines: "Average for" and "England and Wales"."""
    text = last.text.text
    if line.kind is not LineKind.PLAIN or len(text) > _LONGEST_PART or ends_sentence(text):
        return False
    return line.text.text[:1].islower() or GOES_ON.search(text) is not None


def is_whole_paragraph(line: Line) -> bool:
    """A line that ends as a sentence does and is longer than any that was wrapped: files
    without empty lines print each paragraph on such a line."""
    return len(line.text.text) >= _UNWRAPPED and ends_sentence(line.text.text)
