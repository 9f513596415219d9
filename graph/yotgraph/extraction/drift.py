"""How the figures of a sentence turn its praise or blame.

"Good enough in 5 of the 14 cases" is criticism, "late in one case" hardly any. The
borders follow the inspectorate's own bands for shares of cases: below half, below 65 per
cent, and above.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, takewhile
from string import digits

from yotgraph.extraction.clauses import Clauses, read_clauses
from yotgraph.extraction.lexicon import lexicon
from yotgraph.extraction.proportions import Quantity, quantities
from yotgraph.reading.document import Span

__all__ = [
    "Share",
    "figures_of",
    "part_of",
    "read_shares",
    "taken_together",
    "tells_alone",
    "weigh",
]

_MOST, _GOOD, _FAIR = 0.8, 0.65, 0.6
_TELLING_MERIT = 0.8
_NEARLY_ALL = 0.9
_TELLING_FAULT, _SMALL_FAULT = 0.25, 0.12
_OPEN_END = 0.05
_FEW = 2
_LIMITED, _LEAST_TELLING, _CLEARED = 0.8, 0.5, 0.4
_NEAR = 2
# "Fell by half" gives the size of a change, not a share of the work.
_OF_CHANGE = "by"
_AND = "and"
# A part of its own lies between commas: "fewer than half, however, were good".
_FIGURE_REACH = 4
_FEWEST_PARTS, _ROUNDING = 2, 0.001
# "Good in 27 cases and adequate in a further two" adds two.
_ADDED = frozenset(("further", "another"))


@dataclass(frozen=True, slots=True)
class Share:
    """A figure at the words ``start`` to ``end``. ``share`` is the part of the whole, 0 to 1,
    or ``None``; ``count`` the number printed; ``is_limited`` tells of an "only".
    ``is_named`` says that it counts cases by that word, while the whole is printed elsewhere."""

    start: int
    end: int
    share: float | None
    count: int | None
    is_limited: bool
    is_named: bool = False

    @property
    def tells(self) -> bool:
        """Whether it judges without a word of praise or blame beside it: "only four", "all
        but two"."""
        return self.is_limited or self.share == _NEARLY_ALL


def tells_alone(clauses: Clauses) -> bool:
    """Whether a figure of the sentence may judge without a word of praise or blame."""
    return any(entry.kind in ("limitation", "exception") for _, _, entry in clauses.hits)


def figures_of(sentences: Sequence[str]) -> Sequence[tuple[Quantity, ...]]:
    """What each sentence of a paragraph counts, with the totals that the paragraph prints;
    the spans are those of the sentence.

    >>> [[(found.numerator, found.denominator) for found in row] for row in
    ...  figures_of(["There were 15 plans.", "Seven were good."])]
    [[(15, None)], [(7, 15)]]
    """
    return _figures(tuple(sentences))


# The stance of a paragraph and of its sentences ask for the same figures.
@lru_cache(maxsize=1024)
def _figures(sentences: tuple[str, ...]) -> Sequence[tuple[Quantity, ...]]:
    if not any(map(_holds_figure, sentences)):
        return [() for _ in sentences]
    text = " ".join(sentences)
    ends = list(accumulate(len(sentence) + 1 for sentence in sentences))
    spans = [
        Span(end - len(sentence) - 1, end - 1)
        for sentence, end in zip(sentences, ends, strict=True)
    ]
    rows: list[list[Quantity]] = [[] for _ in sentences]
    for found in quantities(text, spans):
        start = spans[found.sentence].start
        span = Span(found.span.start - start, found.span.end - start)
        rows[found.sentence].append(found._replace(span=span))
    return [tuple(row) for row in rows]


def _holds_figure(sentence: str) -> bool:
    """Whether a sentence has a digit or a word of a figure; most have none."""
    figures = lexicon().lists["figure"]
    holds_digit = any(map(sentence.__contains__, digits))
    return holds_digit or not figures.isdisjoint(read_clauses(sentence).forms)


def read_shares(clauses: Clauses, counted: Sequence[Quantity]) -> Iterator[Share]:
    """The figures of a sentence that say how much of the work was so; ``counted`` is what
    :func:`figures_of` gives for it.

    >>> from yotgraph.extraction.clauses import read_clauses
    >>> text = "It was good in only 7 of the 14 cases."
    >>> [(found.share, found.is_limited) for found in
    ...  read_shares(read_clauses(text), figures_of([text])[0])]
    [(0.5, True)]
    """
    figures = lexicon().lists["figure"]
    limits = [hit[0] for hit in clauses.hits if hit[2].kind == "limitation"]
    exceptions = [hit[0] for hit in clauses.hits if hit[2].kind == "exception"]
    for found in counted:
        start = bisect_left(clauses.starts, found.span.start)
        end = bisect_left(clauses.starts, found.span.end)
        is_rest = any(start <= place < end for place in exceptions)
        share = _NEARLY_ALL if is_rest else _share(found)
        before = clauses.forms[start - 1] if start else ""
        is_added = not _ADDED.isdisjoint((before, *clauses.forms[start:end]))
        if before == _OF_CHANGE or (is_added and share is not None and share < _FAIR):
            continue
        near = [place for place in limits if start - _NEAR <= place <= start + 1]
        limits = [place for place in limits if place not in near]
        if _tells(found, share):
            words = clauses.forms[start:end]
            is_part = "of" in words or _is_figure(words[-1:], figures)
            is_left = "remaining" in words or "other" in words
            is_named = found.type == "count" and (is_left or not is_part)
            yield Share(start, end, share, found.numerator, bool(near), is_named)
    for place in limits:
        if _is_figure(clauses.forms[place + 1 : place + 2], figures):
            yield Share(place, place + 2, None, None, is_limited=True)


def taken_together(shares: Sequence[Share]) -> list[Share]:
    """The figures of a sentence that only praises, with parts of one whole as that whole: "13
    were good and two excellent" of 15 says that all were good.

    >>> parts = [Share(0, 1, 0.75, 15, False), Share(4, 5, 0.25, 5, False)]
    >>> [share.share for share in taken_together(parts)]
    [1.0]
    """
    known = [share.share for share in shares if share.share is not None]
    if len(known) != len(shares) or len(known) < _FEWEST_PARTS:
        return list(shares)
    if abs(sum(known) - 1) > _ROUNDING or any(share.is_limited for share in shares):
        return list(shares)
    return [replace(shares[0], share=1.0)]


def _tells(found: Quantity, share: float | None) -> bool:
    """Whether a figure says how much; "all" and "none" are for the words beside them."""
    is_known = share is not None or found.numerator is not None
    return is_known and share != 0 and not found.is_universal


def _is_figure(forms: Sequence[str], figures: frozenset[str]) -> bool:
    return any(form in figures or form[0].isdigit() for form in forms)


def _share(found: Quantity) -> float | None:
    if found.low is None or found.high is None:
        return None
    low, high = float(found.low), float(found.high)
    if low == 0 and 0 < high < 1:
        return high - _OPEN_END
    if high == 1 and low < _NEARLY_ALL:
        return low + _OPEN_END
    return (low + high) / 2


def part_of(share: Share, clauses: Clauses, judging: Container[int]) -> int:
    """The part of the sentence that a figure speaks of: its own or a following one that holds
    a judgement; the one before only where its own is no clause. ``judging`` are the parts that
    hold one."""
    own = clauses.part(share.start)
    if own in judging:
        return own
    if not _is_clause(clauses, own):
        near = [*range(own, own + _FIGURE_REACH), own - 1]
    elif clauses.part(share.end - 1) != own:
        near = [*range(own, own + _FIGURE_REACH)]
    else:
        # Another clause behind "and" has another subject.
        following = range(own + 1, own + _FIGURE_REACH)
        near = [own, *takewhile(lambda part: not _begins_clause(clauses, part), following)]
    return next((part for part in near if part in judging), own)


def _is_clause(clauses: Clauses, part: int) -> bool:
    finite = lexicon().lists["finite"]
    return any(f in finite and clauses.part(i) == part for i, f in enumerate(clauses.forms))


def _begins_clause(clauses: Clauses, part: int) -> bool:
    """Whether a part is a clause of its own: ", and staff were unsure"."""
    forms = [form for place, form in enumerate(clauses.forms) if clauses.part(place) == part]
    return forms[1:2] == [_AND] and _is_clause(clauses, part)


def weigh(share: Share, praise: float, blame: float, *, of_merit: bool) -> tuple[float, float]:
    """Praise and blame of a clause once its figure is taken into account.

    ``of_merit`` says whether the figure counts what was good, or else what was wrong.

    >>> weigh(Share(0, 1, 0.4, None, False), 1.0, 0.0, of_merit=True)
    (0.0, 1.0)
    >>> weigh(Share(0, 1, None, 1, False), 0.0, 1.0, of_merit=False)
    (0.0, 0.5)
    """
    if of_merit:
        return _of_merit(share, praise, blame)
    return _of_fault(share, praise, blame)


def _of_merit(share: Share, praise: float, blame: float) -> tuple[float, float]:
    part = share.share
    if share.is_limited and (part is None or part < _NEARLY_ALL):
        return 0.0, blame + max(praise, _LIMITED)
    if part is None:
        return praise, blame
    if part >= _MOST:
        return max(praise, _TELLING_MERIT), blame
    if part < _FAIR and share.is_named:
        # "Good support in nine cases" says how many there were, not how few of all.
        return praise, blame
    weight = max(praise, _LEAST_TELLING)
    if part >= _GOOD:
        return weight, blame
    if part >= _FAIR:
        return weight / 2, blame + weight / 2
    return 0.0, blame + weight


def _of_fault(share: Share, praise: float, blame: float) -> tuple[float, float]:
    part = share.share
    if share.is_limited and (part is None or part < _TELLING_FAULT):
        return praise + _CLEARED, 0.0
    if part is None:
        few = share.count is not None and share.count <= _FEW
        return praise, blame * (0.5 if few else 1.0)
    if part >= _TELLING_FAULT:
        return praise, blame
    if part >= _SMALL_FAULT:
        return praise, blame * 0.6
    return praise + _CLEARED, blame * 0.3
