"""Key questions with percentages: numbered in an annex, or unnumbered under their standard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yotgraph.reading import Block, BlockKind, Document, Span
from yotgraph.vocabulary import Concept, Scheme, fold

__all__ = ["Question", "question_like", "questions", "unnumbered_questions"]

_QUESTION = re.compile(
    r"(?<![\d.])(?P<number>[1-5]\.\d\.\d{1,2})\.?\s+(?P<question>(?:(?!\d\.\d\.\d)[^?]){8,400}\?)"
    r"\s*(?:(?P<percent>\d{1,3}(?:\.\d)?)\s?(?:%|per cent)|(?P<bare>\d{1,3})(?=\s*$|\s*\n))?",
    re.MULTILINE,
)
_UNNUMBERED = re.compile(
    r"(?P<question>[A-Z][^?\n]{8,300}\?)\s*(?P<percent>\d{1,3}(?:\.\d)?)\s?(?:%|per cent)?(?![\w.,])"
)
# So much of a question's words may differ from the framework's.
_SAME_QUESTION = 0.6
# What has no question mark needs no search for a question.
_MARK = "?"
_MARKS = re.compile(r"[^\w' ]+")


@dataclass(frozen=True, slots=True)
class Question:
    """A key question with the percentage printed beside it."""

    number: str
    question: str
    percent: str | None
    span: Span


def question_like(text: str, standard: str | None, framework: Scheme) -> Concept | None:
    """The key question of a standard that a text asks, its wording a little changed."""
    if standard is None:
        return None
    words = _words(text)
    asked = [
        (len(words & wanted) / len(words | wanted), question)
        for question in framework.of_type("KeyQuestion")
        if question.notation.startswith(f"{standard}.") and (wanted := _words(question.label))
    ]
    share, question = max(asked, key=lambda pair: pair[0], default=(0.0, None))
    return question if share >= _SAME_QUESTION else None


def _words(text: str) -> set[str]:
    return set(_MARKS.sub(" ", fold(text)).split())


def unnumbered_questions(
    document: Document, blocks: Sequence[Block], standard: str, framework: Scheme
) -> Iterator[Question]:
    """The key questions of one standard that are printed without their numbers, each with its
    percentage. The framework's wording gives the number."""
    for block in blocks:
        if block.kind in (BlockKind.FOOTNOTE, BlockKind.CONTENTS):
            continue
        if _MARK not in document.slice(block.span):
            continue
        for match in document.find(_UNNUMBERED, block.span):
            known = question_like(match["question"], standard, framework)
            if known is not None:
                words = " ".join(match["question"].split())
                span = Span(match.start(), match.end())
                yield Question(known.notation, words, match["percent"], span)


def questions(document: Document, blocks: Sequence[Block]) -> Iterator[Question]:
    """Every numbered key question of the blocks, with its percentage where it has one."""
    if not blocks:
        return
    for block in _runs(blocks):
        if _MARK not in document.slice(block):
            continue
        for match in document.find(_QUESTION, block):
            yield Question(
                match["number"],
                " ".join(match["question"].split()),
                match["percent"] or match["bare"],
                Span(match.start(), match.end()),
            )


def _runs(blocks: Sequence[Block]) -> Iterator[Span]:
    """Spans of blocks without footnotes between, so that a percentage may follow on a line."""
    start: int | None = None
    end = 0
    for block in blocks:
        if block.kind is BlockKind.FOOTNOTE:
            if start is not None:
                yield Span(start, end)
            start = None
            continue
        start = block.span.start if start is None else start
        end = block.span.end
    if start is not None:
        yield Span(start, end)
