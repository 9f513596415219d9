"""Whether a line is all of a paragraph or was wrapped: what its length and its end tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from yotgraph.reading.line_room import Wrap, breadth, first_word
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
_LONG = 0.5
# Breadths of letters are only nearly known.
_NEARLY = 0.97
# So many lines below one line, or below several, show how wide their column is.
_NEAR = (3, 1)
# Lines of text right below one another: from so many on they show how far lines may reach.
_FEWEST_PAIRS = 20
_LONGEST_HEADING = 200
# The second half of a label in a narrow column: "Publication" and "date:".
_LABEL_TAIL = re.compile(r"[a-z][a-z ]{0,20}:(?:\s|$)")
_LONGEST_LABEL_HEAD = 25
# What stands in a cell of its own.
_LONE_VALUE = re.compile(r"\d{1,3}(?:\.\d+)?%$")
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


def is_ended(current: Sequence[Line], below: Sequence[Line], wrap: Wrap) -> bool:
    """Whether lines end before others though no empty line parts them: the last had room for
    what follows, and ends a sentence or is a heading over a text or other short lines.

    ``wrap`` is how the lines were wrapped.
    """
    line = below[0]
    last, following = current[-1].text.text, line.text.text
    if not _STARTS_HIGH.match(following) or last.endswith(";"):
        return False
    if any(map(_LONE_VALUE.match, (last, following))) and not GOES_ON.search(last):
        return True
    if ends_sentence(last) and not last.endswith(":") and _is_title(below, wrap):
        return True
    if not wrap.had_room(last, following, current[0].bulleted):
        return False
    if ends_sentence(last) or line.kind is LineKind.LABELLED:
        return True
    opens = current[0].kind in (LineKind.PLAIN, LineKind.LABELLED) or (
        current[0].kind is LineKind.NUMBERED and len(current) == 1
    )
    heads = len(current) <= 2 and opens and not GOES_ON.search(last)
    # A note's number may stand on a line of its own.
    heads = heads and any(map(str.isalpha, last))
    if not heads or len(following) >= _LONG * wrap.width:
        return heads
    return not wrap.keeps_empty_lines and _had_room_beside(current, below)


def _is_title(below: Sequence[Line], wrap: Wrap) -> bool:
    """Whether the first of some lines is a title: it breaks off where there was room, and no
    sentence ends with it."""
    if len(below) < 2 or below[0].kind is not LineKind.PLAIN:
        return False
    text, following = below[0].text.text, below[1].text.text
    if (ends_sentence(text) and not text.endswith(":")) or GOES_ON.search(text):
        return False
    return _STARTS_HIGH.match(following) is not None and wrap.had_room(text, following)


def _had_room_beside(current: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether the last line had room even in a column as narrow as the lines next to it."""
    near = takewhile(lambda line: line.kind is not LineKind.BLANK, below[: _NEAR[len(current) > 1]])
    reach = max(breadth(one.text.text) for one in (*current, *near))
    return breadth(f"{current[-1].text.text} {first_word(below[0].text.text)}") < _NEARLY * reach


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
