"""How the figures of a sentence turn its praise or blame.

"Good enough in 5 of the 14 cases" is criticism, "late in one case" hardly any. The
borders follow the inspectorate's own bands for shares of cases: below half, below 65 per
cent, and above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from yotgraph.extraction.quantities.mention import Mention
from yotgraph.extraction.quantities.reading import read_mentions
from yotgraph.extraction.quantities.words import Words, lexicon

__all__ = ["Share", "read_shares", "weigh"]

_FIGURE = re.compile(
    r"\d|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|third|thirds|quarter|"
    r"quarters|fifth|fifths|all|nearly every|almost every|\w+teen|\w+ty)\b"
)
_GOOD, _FAIR, _HALF = 0.65, 0.6, 0.5
_NEARLY_ALL = 0.9
_TELLING_FAULT, _SMALL_FAULT = 0.25, 0.12
_OPEN_END = 0.05


@dataclass(frozen=True, slots=True)
class Share:
    """A figure at the words ``start`` to ``end``. ``share`` is the part of the whole, 0 to 1,
    or ``None``; ``count`` the number printed; ``is_limited`` tells of "only" before it."""

    start: int
    end: int
    share: float | None
    count: int | None
    is_limited: bool


def read_shares(words: Words) -> Iterator[Share]:
    """The figures of a sentence that say how much of the work was so.

    >>> from yotgraph.extraction.quantities.words import read_words
    >>> [(found.share, found.is_limited) for found in
    ...  read_shares(read_words("It was good in only 7 of the 14 cases.", 0))]
    [(0.5, True)]
    """
    if not any(_FIGURE.match(form) for form in words.forms):
        return
    for mention in read_mentions(words):
        if mention.type == "total" or mention.is_universal:
            continue
        share = _share(mention)
        if share is not None or mention.value is not None:
            yield Share(
                mention.start, mention.end, share, mention.value, _is_limited(words, mention)
            )


def _share(mention: Mention) -> float | None:
    if mention.missing is not None:
        whole = mention.total or max(10 * mention.missing, 12)
        return float(1 - Fraction(mention.missing, whole))
    if mention.value is not None and mention.total:
        return mention.value / mention.total
    if mention.bounds is None:
        return None
    low, high = map(float, mention.bounds)
    if low == 0 and high < 1:
        return high - _OPEN_END
    if high == 1 and low < _NEARLY_ALL:
        return low + _OPEN_END
    return (low + high) / 2


def _is_limited(words: Words, mention: Mention) -> bool:
    limiting = lexicon().groups["limiting"]
    before = range(max(0, mention.start - 2), mention.start + 2)
    return any(limiting.at(words.forms, index) is not None for index in before)


def weigh(share: Share, praise: float, blame: float) -> tuple[float, float]:
    """Praise and blame of a clause once its figure is taken into account.

    >>> weigh(Share(0, 1, 0.4, None, False), 1.0, 0.0)
    (0.0, 1.0)
    >>> weigh(Share(0, 1, None, 1, False), 0.0, 1.0)
    (0.0, 0.5)
    """
    if praise >= blame:
        return _of_merit(share, praise, blame)
    return _of_fault(share, praise, blame)


def _of_merit(share: Share, praise: float, blame: float) -> tuple[float, float]:
    part = share.share
    strong = max(praise, 0.8)
    if share.is_limited and (part is None or part < _NEARLY_ALL):
        return 0.0, max(strong, blame)
    if part is None or praise == 0:
        return praise, blame
    if part >= _GOOD:
        return strong, blame
    if part >= _FAIR:
        return strong / 2, max(strong / 2, blame)
    return 0.0, max(strong, blame)


def _of_fault(share: Share, praise: float, blame: float) -> tuple[float, float]:
    part = share.share
    if share.is_limited and (part is None or part < _TELLING_FAULT):
        return max(praise, 0.5), 0.0
    if part is None:
        few = share.count is not None and share.count <= 2
        return praise, blame * (0.5 if few else 1.0)
    if part >= _TELLING_FAULT:
        return praise, blame
    return (praise, blame * 0.6) if part >= _SMALL_FAULT else (max(praise, 0.4), blame * 0.3)
