"""Where the sentences of one block begin and end.

A sentence ends at a full stop, question mark, exclamation mark or ellipsis, with the
quotation marks and brackets that close right behind it, where something follows that can
begin a sentence. It does not end inside brackets, behind a short form
(``ontology/schemes/abbreviations.ttl``) or behind a number that stands alone. A quotation
of several sentences is several sentences. ``docs/notes/sentences.md`` says how this
compares with sentence libraries.

>>> text = 'Plans were late (see para. 2). An inspector noted: "He waited. Nobody came."'
>>> [text[span.start : span.end] for span in split(text)]
['Plans were late (see para. 2).', 'An inspector noted: "He waited.', 'Nobody came."']
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache

from yotgraph.reading.document import Span
from yotgraph.vocabulary import load_scheme

__all__ = ["split"]

# Possessive and anchored to the start of a run of marks: no text makes it slow. What stands before
# the run is looked at behind its first mark, since a search for a plain sign is quick.
_MARK = re.compile(r"[.!?…](?<![.!?…]{2})[.!?…]*+[\"'”’»)\]]*+(?=[\s\w])")
_NEXT = re.compile(r"\s*(?P<opening>[\"'“‘«(\[–—-]*)\s*(?P<gap>\.\.\.|…)?(?P<first>\S?)")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_ADDRESS = re.compile(r"[@/]|^www\.", re.IGNORECASE)
_OPENERS = "\"'“‘«(["
_BULLETS_AND_MONEY = "•·£€$"
_LONGEST_SHORT_FORM = 16
_LONGEST_ADDRESS = 80


# Several readings look at the same block; a long report has fewer than a thousand.
@lru_cache(maxsize=2048)
def split(text: str) -> tuple[Span, ...]:
    """The sentences of one block's text, in order.

    The spans are offsets into ``text`` without white space at their ends; together they
    cover every character that is not white space. A text without a letter is one span,
    an empty one none.
    """
    spans: list[Span] = []
    has_brackets = "(" in text or "[" in text
    brackets = [match.span() for match in _BRACKETS.finditer(text)] if has_brackets else []
    end = len(text.rstrip())
    start = _solid(text, 0, end)
    letter = _letter(text, start, end)
    for mark in _MARK.finditer(text, start, end):
        if letter < mark.end() and not _is_bracketed(mark, brackets) and _ends_sentence(mark):
            spans.append(Span(start, mark.end()))
            start = _solid(text, mark.end(), end)
            letter = _letter(text, start, end)
    if start < end and letter < end:
        spans.append(Span(start, end))
    elif start < end:
        spans = [*spans[:-1], Span(spans[-1].start if spans else start, end)]
    return tuple(spans)


def _solid(text: str, start: int, end: int) -> int:
    """The first place with no white space, the end where there is none."""
    while start < end and text[start].isspace():
        start += 1
    return start


def _letter(text: str, start: int, end: int) -> int:
    """The first letter, which most sentences begin with, the end where there is none."""
    if start < end and text[start].isalpha():
        return start
    match = _LETTER.search(text, start, end)
    return match.start() if match else end


def _is_bracketed(mark: re.Match[str], brackets: list[tuple[int, int]]) -> bool:
    """Whether the mark stands inside brackets that close behind it."""
    if not brackets:
        return False
    index = bisect_right(brackets, (mark.start(), len(mark.string))) - 1
    return index >= 0 and brackets[index][1] > mark.end()


def _ends_sentence(mark: re.Match[str]) -> bool:
    text = mark.string
    following = _NEXT.match(text, mark.end())
    if following is None or not _begins_sentence(following):
        return False
    is_glued = following.start("first") == mark.end()
    before = _word_before(text, mark.start())
    if is_glued and not _is_glued_sentence(mark, before):
        return False
    return mark[0] != "." or not _is_short_form(before, following)


def _begins_sentence(following: re.Match[str]) -> bool:
    first = following["first"]
    if not first:
        return False
    if following["opening"] and following["gap"]:
        return True
    return first in _BULLETS_AND_MONEY or (first.isalnum() and not first.islower())


def _word_before(text: str, position: int) -> str:
    words = text[max(0, position - _LONGEST_SHORT_FORM) : position].split()
    return words[-1].lstrip(_OPENERS) if words and not text[position - 1].isspace() else ""


def _is_glued_sentence(mark: re.Match[str], before: str) -> bool:
    """Whether a mark between two words without a space ends a sentence ("late.The"): the
    first word is in small letters, the second a capital and small ones, and neither is
    part of an address."""
    after = mark.string[mark.end() : mark.end() + _LONGEST_ADDRESS].split(maxsplit=1)[0]
    return (
        len(mark[0]) == 1
        and before[-2:].isalpha()
        and before[-2:].islower()
        and after[:1].isupper()
        and after[1:2].islower()
        and not _ADDRESS.search(before + mark[0] + after)
    )


def _is_short_form(before: str, following: re.Match[str]) -> bool:
    """Whether a word and its full stop are a short form that goes on with what follows."""
    word = before.casefold()
    if word in _short_forms("inner"):
        return True
    if following["first"].isdigit():
        return word in _short_forms("reference")
    may_be_initials = len(before) == 1 or "." in before
    if word not in _short_forms("title") and not (may_be_initials and _INITIALS.fullmatch(before)):
        return False
    next_word = _WORD.match(following.string, following.start("first"))
    if next_word is None:
        return False
    is_initial = len(next_word[0]) == 1 and following.string.startswith(".", next_word.end())
    return is_initial or next_word[0].casefold() not in _short_forms("sentence-opening")


@cache
def _short_forms(notation: str) -> frozenset[str]:
    return frozenset(map(str.casefold, load_scheme("abbreviations").alt_labels(notation)))
