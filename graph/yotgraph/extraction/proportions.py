"""Quantified findings: how many of how many, with bounds of the share.

One paragraph's sentences are read for what they print; then a count takes its total from
the same sentence or an earlier one of the paragraph, where that prints the total of which
it is a part. What the words of approximation do to a share, and which nouns are counted,
stands in ``ontology/schemes/quantities.ttl``.

>>> from yotgraph.reading.sentences import split
>>> text = "Only 5 of the 12 plans were good. Just over half of the reviews were late."
>>> for found in quantities(text, split(text)):
...     print(text[found.span.start : found.span.end], found.type, found.low, found.high)
5 of the 12 plans ratio 0.4167 0.4167
Just over half of the reviews fraction 0.5 0.6
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from yotgraph.extraction.quantities.antecedents import Sentence
from yotgraph.extraction.quantities.mention import Mention
from yotgraph.extraction.quantities.reading import read_mentions
from yotgraph.extraction.quantities.tokens import Words, read_words
from yotgraph.extraction.quantities.totals import with_totals
from yotgraph.reading.document import Span

__all__ = ["Quantity", "quantities"]

_QUOTATION = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|‘[^’]*(?:’(?=\w)[^’]*)*(?:’|$)")
_MARKS = ("“", '"', "‘")
_SHORTEST_QUOTATION = 6
_PLACES = 4


class Quantity(NamedTuple):
    """A counted statement. ``span`` is the phrase in the paragraph's text.

    ``type`` is ``ratio``, ``percentage``, ``fraction`` or ``count``. ``low`` and ``high``
    bound the share of the whole, 0 to 1, as decimal text of at most four places; a count
    without a total has none. ``is_universal`` marks "all", "each", "none" and the like.
    """

    span: Span
    sentence: int
    type: str
    numerator: int | None
    denominator: int | None
    low: str | None
    high: str | None
    is_universal: bool


def quantities(text: str, sentences: Sequence[Span]) -> tuple[Quantity, ...]:
    """The quantities of one paragraph in order; ``sentences`` are its spans in ``text``.

    Inspectors' quotations are left out, and so are rates, populations, the sample itself,
    and what ought to be.
    """
    return _quantities(text, tuple(sentences))


# Proportions and stance ask for the same paragraphs.
@lru_cache(maxsize=1024)
def _quantities(text: str, sentences: tuple[Span, ...]) -> tuple[Quantity, ...]:
    quoted = _quotations(text)
    read = [
        _sentence(read_words(text[span.start : span.end], span.start), quoted) for span in sentences
    ]
    return tuple(
        [_quantity(mention, index, read[index].words) for index, mention in with_totals(read)]
    )


def _quotations(text: str) -> list[tuple[int, int]]:
    """Where a text quotes more than a few words."""
    if not any(map(text.__contains__, _MARKS)):
        return []
    return [
        match.span()
        for match in _QUOTATION.finditer(text)
        if len(match[0].split()) >= _SHORTEST_QUOTATION
    ]


def _sentence(words: Words, quoted: Sequence[tuple[int, int]]) -> Sentence:
    """The sentence with what it prints outside quotations."""
    mentions = read_mentions(words)
    if not mentions or not quoted:
        return Sentence(words, mentions)
    outside = (found for found in mentions if not _is_within(words.start_of(found.start), quoted))
    return Sentence(words, tuple(outside))


def _is_within(position: int, spans: Sequence[tuple[int, int]]) -> bool:
    index = bisect_right(spans, position, key=itemgetter(0)) - 1
    return index >= 0 and position < spans[index][1]


def _quantity(mention: Mention, sentence: int, words: Words) -> Quantity:
    low, high = _bounds(mention)
    return Quantity(
        span=Span(words.start_of(mention.start), words.end_of(mention.end - 1)),
        sentence=sentence,
        type=mention.type,
        numerator=mention.value,
        denominator=mention.total,
        low=low,
        high=high,
        is_universal=mention.is_universal,
    )


def _bounds(mention: Mention) -> tuple[str | None, str | None]:
    if mention.bounds is not None:
        low, high = mention.bounds
    elif mention.type == "ratio" and mention.value is not None and mention.total:
        low = high = Fraction(mention.value, mention.total)
    else:
        return None, None
    printed = _decimal(low)
    return printed, printed if high == low else _decimal(high)


def _decimal(share: Fraction) -> str:
    """A share as decimal text of at most four places; a half goes to the even figure.

    >>> _decimal(Fraction(1, 3)), _decimal(Fraction(1, 2)), _decimal(Fraction(1))
    ('0.3333', '0.5', '1')
    >>> _decimal(Fraction(1, 32)), _decimal(Fraction(27, 32))
    ('0.0312', '0.8438')
    """
    scaled, left = divmod(share.numerator * 10**_PLACES, share.denominator)
    if 2 * left > share.denominator or (2 * left == share.denominator and scaled % 2):
        scaled += 1
    whole, part = divmod(scaled, 10**_PLACES)
    return f"{whole}.{part:0{_PLACES}d}".rstrip("0").rstrip(".")
