"""How the figures of a sentence turn its praise or blame.

"Good enough in 5 of the 14 cases" is criticism, "late in one case" hardly any. The
borders follow the inspectorate's own bands for shares of cases: below half, below 65 per
cent, and above.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from yotgraph.extraction.clauses import Clauses
from yotgraph.extraction.lexicon import lexicon
from yotgraph.extraction.proportions import Quantity, quantities
from yotgraph.reading.document import Span

__all__ = ["Share", "read_shares", "weigh"]

_GOOD, _FAIR = 0.65, 0.6
_NEARLY_ALL = 0.9
_TELLING_FAULT, _SMALL_FAULT = 0.25, 0.12
_OPEN_END = 0.05
_FEW = 2
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Share:
    """A figure at the words ``start`` to ``end``. ``share`` is the part of the whole, 0 to 1,
    or ``None``; ``count`` the number printed; ``is_limited`` tells of an "only"."""

    start: int
    end: int
    share: float | None
    count: int | None
    is_limited: bool


def read_shares(clauses: Clauses) -> Iterator[Share]:
    """The figures of a sentence that say how much of the work was so.

    >>> from yotgraph.extraction.clauses import read_clauses
    >>> [(found.share, found.is_limited) for found in
    ...  read_shares(read_clauses("It was good in only 7 of the 14 cases."))]
    [(0.5, True)]
    """
    figures = lexicon().lists["figure"]
    if not any(form in figures or form[0].isdigit() for form in clauses.forms):
        return
    text = clauses.sentence
    limits = [hit[0] for hit in clauses.hits if hit[2].kind == "limitation"]
    exceptions = [hit[0] for hit in clauses.hits if hit[2].kind == "exception"]
    for found in quantities(text, (Span(0, len(text)),)):
        start = bisect_left(clauses.starts, found.span.start)
        end = bisect_left(clauses.starts, found.span.end)
        is_rest = any(start <= place < end for place in exceptions)
        share = _NEARLY_ALL if is_rest else _share(found)
        if not found.is_universal and not (share is None and found.numerator is None):
            is_limited = any(start - _NEAR <= place <= start + 1 for place in limits)
            yield Share(start, end, share, found.numerator, is_limited)


def _share(found: Quantity) -> float | None:
    if found.low is None or found.high is None:
        return None
    low, high = float(found.low), float(found.high)
    if low == 0 and 0 < high < 1:
        return high - _OPEN_END
    if high == 1 and low < _NEARLY_ALL:
        return low + _OPEN_END
    return (low + high) / 2


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
        few = share.count is not None and share.count <= _FEW
        return praise, blame * (0.5 if few else 1.0)
    if part >= _TELLING_FAULT:
        return praise, blame
    return (praise, blame * 0.6) if part >= _SMALL_FAULT else (max(praise, 0.4), blame * 0.3)
