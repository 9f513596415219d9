"""A sentence -> the quantities that it prints, from left to right."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from yotgraph.extraction.quantities.announcing import is_announced, is_topic, needs_something
from yotgraph.extraction.quantities.counts import read_count
from yotgraph.extraction.quantities.grammar import read_noun, read_number, skip_group
from yotgraph.extraction.quantities.mention import Mention
from yotgraph.extraction.quantities.shares import read_range, read_share
from yotgraph.extraction.quantities.tokens import Words
from yotgraph.extraction.quantities.universals import read_universal
from yotgraph.extraction.quantities.wholes import read_gloss
from yotgraph.extraction.quantities.words import lexicon

__all__ = ["read_mentions"]


# Proportions and stance ask for the same sentences.
@lru_cache(maxsize=4096)
def read_mentions(words: Words) -> tuple[Mention, ...]:
    """The mentions of a sentence in order; they do not overlap.

    >>> from yotgraph.extraction.quantities.tokens import read_words
    >>> words = read_words("five of the 12 plans; late in two cases.")
    >>> [(found.type, found.value, found.total) for found in read_mentions(words)]
    [('ratio', 5, 12), ('count', 2, None)]
    """
    return tuple(_mentions(words))


def _mentions(words: Words) -> Iterator[Mention]:
    known = lexicon()
    openings, approximating, approximators = (
        known.openings,
        known.approximating,
        known.approximators,
    )
    behind = 0
    for index, form in enumerate(words.forms):
        if index < behind or not (form in openings or "0" <= form[0] <= "9" or "-" in form):
            continue
        if form in approximating and approximators.at(words.forms, index) is None:
            continue
        mention, behind = _read_at(words, index)
        if mention is not None:
            yield _as_announced(words, mention)


def _as_announced(words: Words, mention: Mention) -> Mention:
    """A count with what it is to the counts behind it."""
    if mention.type != "count" or mention.group is None:
        return mention
    announced = mention.is_existential or is_announced(words, mention.start)
    subject = mention.is_leading and is_topic(words, mention.end)
    announced = announced or (subject and needs_something(words, mention.end))
    return mention._replace(is_announced=announced, is_topic=subject)


def _read_at(words: Words, index: int) -> tuple[Mention | None, int]:
    """The mention that begins here, if any, and where to go on."""
    if words.at(index) == "between":
        mention = read_range(words, index)
        return mention, mention.end if mention else _behind_range(words, index)
    approximator = lexicon().approximators.at(words.forms, index)
    rule, start = approximator or (None, index)
    start = skip_group(words, start, "limiting") if rule else start
    if not lexicon().may_begin(words.at(start), words.at(start + 1)):
        return None, index + 1
    read = read_universal(words, start, rule) or read_share(words, start, rule)
    if read is None:
        counted = read_count(words, start, rule)
        if counted is None or counted[0] is None:
            return None, counted[1] if counted else start + 1
        read = counted[0]
    if rule and not read.is_universal:
        read = read._replace(start=min(index, read.start))
    return _with_gloss(words, _as_phrase(words, read))


def _behind_range(words: Words, index: int) -> int:
    """The index behind "between eight and 15", which is no number of anything."""
    low = read_number(words, index + 1)
    high = read_number(words, low[1] + 1) if low and words.at(low[1]) == "and" else None
    return high[1] if high else index + 1


def _as_phrase(words: Words, mention: Mention) -> Mention:
    """The mention with the words that belong to its phrase: "in all cases", "in half", and
    behind a share what says that the sample is meant, "all the staff we spoke to"."""
    start, end = mention.start, mention.end
    if mention.type not in ("fraction", "percentage"):
        return mention
    if mention.is_universal or mention.group is None:
        start -= lexicon().has("preposition", words.forms, start - 1) is not None
    if mention.group is not None:
        end = lexicon().has("of-the-sample", words.forms, end) or end
    return mention._replace(start=start, end=end)


def _with_gloss(words: Words, mention: Mention) -> tuple[Mention, int]:
    """The mention with what brackets behind it add: "(from a total of 12 cases)"."""
    gloss = read_gloss(words, mention.end)
    if gloss is None:
        return mention, mention.end
    mention = mention._replace(end=gloss.end)
    if mention.group is None and (noun := read_noun(words, gloss.end, plural=None)):
        mention = mention._replace(end=noun[1], group=noun[0].group)
    if mention.type in ("fraction", "percentage") and mention.value is None:
        mention = mention._replace(value=gloss.numerator)
    if mention.type != "total" and mention.total is None:
        mention = mention._replace(total=gloss.denominator)
    return mention, mention.end
