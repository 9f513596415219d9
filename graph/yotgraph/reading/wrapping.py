"""Whether a line is all of a paragraph or was wrapped: what its length and its end tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from yotgraph.reading.lines import Line, LineKind

__all__ = [
    "GOES_ON",
    "are_whole",
    "begins_label",
    "ends_sentence",
    "is_ended",
    "is_short_part",
    "is_whole_paragraph",
    "is_wrapped_heading",
    "reach_of",
    "width_of",
]

_ENDS, _CLOSING = frozenset(".?!:;…"), "\"'”’)]"
# The digit of a footnote mark may be glued to the full stop.
_MARKED_END = re.compile(r"(?<=[A-Za-z)%])[.?!][\"'”’)\]]*\d{1,2}$")
# What no text ends with.
GOES_ON = re.compile(
    r"(?:,|\b(?:a|an|and|by|for|from|had|has|in|is|of|on|or|that|the|to|was|were|with|been|have|not|which|who|when|their|its))$"
)
_UNWRAPPED = 130
_LONGEST_WRAPPED = 160
_FEW_BLANK = 0.02
_FEWEST_LINES = 20
_LONGEST_PART = 60
# Lines that were wrapped: so many of them, of so many characters, most below one another.
_FEWEST_WRAPPED = 30
_WRAPPED = (45, 160)
_CLOSE = 0.4
_FEW_LONGER = 0.02
_USUAL = 0.8
# A line so much shorter had room for the next one's first word: type has letters of any width.
_ROOM = 0.8
_LONG = 0.5
# Lines of text right below one another: from so many on they show how far lines may reach.
_FEWEST_PAIRS = 20
_LONGEST_HEADING = 200
# The second half of a label in a narrow column: "Publication" and "date:".
_LABEL_TAIL = re.compile(r"[a-z][a-z ]{0,20}:$")
_LONGEST_LABEL_HEAD = 25
_STARTS_HIGH = re.compile(r"[“\"‘'(]*[A-Z0-9]")


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does.

    >>> ends_sentence('done."'), ends_sentence("done in the")
    (True, False)
    >>> ends_sentence("in the year.6"), ends_sentence("an average of 7.6")
    (True, False)
    """
    # An expression would be tried at every letter of a paragraph.
    if text[-1:].isdecimal():
        return _MARKED_END.search(text) is not None
    return text.rstrip(_CLOSING)[-1:] in _ENDS


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


def width_of(lines: Sequence[Line]) -> int | None:
    """At how many characters the lines of a text were wrapped; nothing where they were not."""
    low, high = _WRAPPED
    # A row may have been put together from several lines.
    lengths = [len(line.text.text) for line in lines if line.kind is not LineKind.ROW]
    long = sorted(length for length in lengths if length >= low)
    if len(long) < _FEWEST_WRAPPED or sum(length > high for length in long) > _FEW_LONGER * len(
        long
    ):
        return None
    close = sum(one >= low and other > 0 for one, other in pairwise(lengths))
    return long[int(_USUAL * len(long))] if close >= _CLOSE * len(long) else None


def is_ended(current: Sequence[Line], line: Line, width: int) -> bool:
    """Whether lines end before another though no empty line parts them: the last had room for
    what follows, and ends a sentence or is a heading over a text.

    ``width`` is that at which the lines were wrapped.
    """
    last, following = current[-1].text.text, line.text.text
    first = following.split(maxsplit=1)[0] if following else ""
    if len(last) + 1 + len(first) > _ROOM * width or not _STARTS_HIGH.match(following):
        return False
    if ends_sentence(last) or line.kind is LineKind.LABELLED:
        return True
    opens = current[0].kind in (LineKind.PLAIN, LineKind.LABELLED) or (
        current[0].kind is LineKind.NUMBERED and len(current) == 1
    )
    heads = len(current) <= 2 and opens and not GOES_ON.search(last)
    # A note's number may stand on a line of its own.
    heads = heads and any(map(str.isalpha, last))
    return heads and len(following) >= _LONG * width


def begins_label(line: Line, following: Sequence[Line]) -> bool:
    """Whether a line is the first half of a label that a narrow column broke in two."""
    text = line.text.text
    if not following or len(text) > _LONGEST_LABEL_HEAD or ends_sentence(text):
        return False
    tail = _LABEL_TAIL.match(following[0].text.text) is not None
    return tail and _STARTS_HIGH.match(text) is not None


def reach_of(lines: Sequence[Line]) -> int | None:
    """How many characters the longest line has that another line of its text stands below;
    nothing where few do, or where lines go far beyond any width that texts are wrapped at."""
    plain = (LineKind.PLAIN, LineKind.LABELLED)
    lengths = [
        len(one.text.text)
        for one, other in pairwise(lines)
        if one.kind in plain and other.kind is LineKind.PLAIN
    ]
    longest = max(lengths, default=0)
    return longest if len(lengths) >= _FEWEST_PAIRS and longest <= _LONGEST_WRAPPED else None


def is_wrapped_heading(current: Sequence[Line], line: Line, reach: int | None) -> bool:
    """Whether a line goes on with a heading of Markdown, which had no room for its first word.

    ``reach`` is how far the lines of the document go. Converters part a heading from its text by
    an empty line, and wrap it as they wrap the text.
    """
    first, last = current[0], current[-1]
    if reach is None or first.level is None or line.kind not in (LineKind.PLAIN, LineKind.LABELLED):
        return False
    sign = first.level + 1 if last is first else 0
    word = line.text.text.split(maxsplit=1)[0]
    full = sign + len(last.text.text) + 1 + len(word) > reach
    return full and sum(len(one.text.text) for one in current) < _LONGEST_HEADING
