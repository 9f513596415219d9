"""Words that a PDF has letter-spaced or run together, mended where the report bears it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from yotgraph.reading.dictionary import Words
from yotgraph.reading.pdf_page import Page, Word

__all__ = ["parted", "repaired"]

_FEWEST_LETTERS = 4
_LETTERS_APART = bytes([True] * _FEWEST_LETTERS)
_WORD_GAP = 1.6
# English words that no longer word begins or ends with by chance, so that a word glued to
# one of them shows.
_BEFORE = ("the", "and", "of", "was", "were", "their", "that")
_BEHIND = ("the", "and", "was", "were", "their", "that")
_SHORTEST_GLUED = 7
_SHORTEST_PART = 3
_OFTEN = 3
_LOWER = re.compile(r"[a-z]+")


def repaired(page: Page, words: Words) -> Page:
    """The page with letter-spaced words closed up and glued ones parted.

    ``words`` counts the words of the whole report: what it does not have elsewhere is left.
    """
    found = page.words
    texts = [word.text for word in found]
    if _LETTERS_APART in bytes([len(text) == 1 for text in texts]):
        found = tuple(_closed_up(found, words))
        texts = [word.text for word in found]
    long = {text for text in texts if len(text) >= _SHORTEST_GLUED}
    glued = {text: whole for text in long if (whole := parted(text, words)) != text}
    if glued:
        found = tuple(
            replace(word, text=glued[word.text]) if word.text in glued else word for word in found
        )
    return page._replace(words=found)


def parted(token: str, words: Words) -> str:
    """A token with a space where two words of the report are glued together.

    >>> parted("theyoung", Words({"theyoung": 1, "the": 90, "young": 40}))
    'the young'
    >>> parted("therapy", Words({"therapy": 1, "the": 90}))
    'therapy'
    """
    if words.count(token) > 1 or len(token) < _SHORTEST_GLUED or not _LOWER.fullmatch(token):
        return token
    for short in _BEFORE:
        rest = token.removeprefix(short)
        if rest != token and _is_known(rest, words):
            return f"{short} {rest}"
    for short in _BEHIND:
        rest = token.removesuffix(short)
        if rest != token and _is_known(rest, words):
            return f"{rest} {short}"
    return token


def _is_known(part: str, words: Words) -> bool:
    return len(part) >= _SHORTEST_PART and words.count(part) >= _OFTEN


def _closed_up(page: Sequence[Word], words: Words) -> Iterator[Word]:
    """Runs of single letters on one line as the words that they spell."""
    run: list[Word] = []
    for word in page:
        if run and not _same_run(run[-1], word):
            yield from _spelt(run, words)
            run = []
        if len(word.text) == 1 and word.text.isalpha():
            run.append(word)
        else:
            yield from _spelt(run, words)
            run = []
            yield word
    yield from _spelt(run, words)


def _same_run(one: Word, other: Word) -> bool:
    beside = abs(one.base - other.base) < 1 and other.left > one.left
    return beside and one.size == other.size and other.left - one.right < 2 * one.size


def _spelt(run: Sequence[Word], words: Words) -> Iterator[Word]:
    if len(run) < _FEWEST_LETTERS:
        yield from run
        return
    gaps = [b.left - a.right for a, b in zip(run, run[1:], strict=False)]
    usual = median(gaps)
    groups = [[run[0]]]
    for letter, gap in zip(run[1:], gaps, strict=True):
        if gap > _WORD_GAP * usual:
            groups.append([])
        groups[-1].append(letter)
    whole = ["".join(letter.text for letter in group) for group in groups]
    long = [word for word in whole if len(word) >= _SHORTEST_PART]
    known = sum(word.lower() in words for word in long)
    if not long or 2 * known < len(long):
        yield from run
        return
    for text, group in zip(whole, groups, strict=True):
        yield replace(group[0], text=text, right=group[-1].right)
