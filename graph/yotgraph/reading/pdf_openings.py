"""What opens a line of a PDF: the sign of a list's item, or a number of its own."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from yotgraph.reading.lines import BULLET_SIGNS
from yotgraph.reading.pdf_lines import Line

__all__ = ["NUMBER", "follows", "has_sign", "is_apart", "opens_anew"]

_SIGN = re.compile(rf"[{BULLET_SIGNS}]$|o$")
NUMBER = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}[.):]?|[a-z]{1,3}[.)])$")
# What lies behind a number that stands for itself: in sizes, and beside the line's other gaps.
_APART, _WIDER = 0.6, 1.3


def opens_anew(line: Line) -> bool:
    """Whether a line opens with a list's sign or a number of its own."""
    return has_sign(line) or NUMBER.match(line.words[0].text) is not None


def has_sign(line: Line) -> bool:
    """Whether a line opens with the sign of a list's item."""
    first = line.words[0]
    if len(line.words) < 2 or not _SIGN.match(first.text) or line.words[1].glued:
        return False
    # A dash or a star may stand in running text: as a sign it stands apart.
    return first.text not in "–-*" or line.words[1].left - first.right > 0.4 * line.size


def follows(number: str, other: str) -> bool:
    """Whether one paragraph's number comes right behind another's.

    >>> follows("4.4.", "4.5."), follows("4.9", "4.10"), follows("4.4.", "4.4")
    (True, True, False)
    >>> follows("1.", "2."), follows("1", "2")
    (True, False)
    """
    one, two = number.rstrip(".").split("."), other.rstrip(".").split(".")
    if len(one) != len(two) or one[:-1] != two[:-1]:
        return False
    if len(one) == 1 and not (number.endswith(".") and other.endswith(".")):
        return False
    return one[-1].isdecimal() and two[-1].isdecimal() and int(two[-1]) == int(one[-1]) + 1


def is_apart(line: Line) -> bool:
    """Whether more room lies behind a line's first word than between its others."""
    gaps = [after.left - before.right for before, after in pairwise(line.words)]
    return gaps[0] > max(_APART * line.size, _WIDER * median(gaps[1:] or [0]))
