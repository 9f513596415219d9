"""The words of a PDF's pages: what to go by where type has run together or is broken apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from yotgraph.reading.dictionary import HEAD, TAIL, Words, words_from
from yotgraph.reading.pdf_page import Page, Word

__all__ = ["words_of"]


def words_of(pages: Iterable[Page]) -> Words:
    """The words of a document's pages."""
    texts: list[str] = []
    broken: list[tuple[str, str]] = []
    for page in pages:
        whole, halves = _whole_words(page.words)
        texts += whole
        broken += halves
    return words_from(texts, broken)


def _whole_words(words: Sequence[Word]) -> tuple[list[str], list[tuple[str, str]]]:
    """The words' texts without the halves of those that a line's end breaks; and the halves."""
    texts = [word.text.lower() for word in words]
    broken: list[tuple[str, str]] = []
    for place in [place for place, text in enumerate(texts) if text[-1] == "-"]:
        head = HEAD.search(texts[place])
        if head is None:
            continue
        texts[place] = texts[place][: head.start(1)]
        following = words[place + 1] if place + 1 < len(words) else None
        tail = TAIL.match(following.text) if following is not None else None
        if following is not None and tail is not None and following.base > words[place].base:
            broken.append((head[1], tail.group()))
            texts[place + 1] = texts[place + 1][tail.end() :]
    return texts, broken
