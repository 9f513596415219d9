"""Rows of a caseload with number and share: "74 (45%) court disposals".

The rows stand under the key facts of reports by standards, the number before or behind its
label.

>>> read_counted_share("74 (45%) Court disposals")
CountedShare(label='Court disposals', value='74', share='45')
>>> read_counted_share("Total current caseload: youth caution 4 (4%)").label
'youth caution'
>>> read_counted_share("Total current caseload 166") is None
True
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["CountedShare", "read_counted_share"]

_NUMBERS = r"(?P<value>\d{1,3}(?:,\d{3})*) ?\((?P<share>\d{1,3}(?:\.\d+)?) ?(?:%|per cent)\)"
_BEFORE = re.compile(rf"{_NUMBERS}[ :]+(?P<label>[A-Za-z].*)")
_BEHIND = re.compile(rf"(?P<label>[A-Za-z].*?)[ :]+{_NUMBERS}")
_OF_THE_CASELOAD = re.compile(r"total current caseload\s*(?::|-|–|on|in|of)?\s+", re.IGNORECASE)
_LONGEST = 120


class CountedShare(NamedTuple):
    """A part of a caseload: what it is, how many, and the share in per cent, as printed."""

    label: str
    value: str
    share: str


def read_counted_share(text: str) -> CountedShare | None:
    """What a row says, ``None`` where it has no number with a share in brackets."""
    words = " ".join(text.split())
    if len(words) > _LONGEST or "(" not in words:
        return None
    match = _BEFORE.fullmatch(words) or _BEHIND.fullmatch(words)
    if match is None:
        return None
    label = _OF_THE_CASELOAD.sub("", match["label"], count=1).strip(" :")
    return CountedShare(label, match["value"].replace(",", ""), match["share"])
