"""Footnotes whose numbers a converter left on lines of their own: number and text put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from yotgraph.reading.lines import Line, LineKind
from yotgraph.reading.plain_feet import glued_marks
from yotgraph.reading.traced import join
from yotgraph.reading.wrapping import ends_sentence

__all__ = ["with_note_numbers"]

_NUMBER = re.compile(r"\d{1,2}$")
_STARTS_HIGH = re.compile(r"[“\"‘'(]?[A-Z]")
_MOST_LINES = 16
_OF_NOTES = (LineKind.PLAIN, LineKind.LABELLED)


def with_note_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines, numbers alone on their own together with the lines below them, where they are
    those of marks glued to words and the page ends behind the texts: they open footnotes."""
    numbers = [place for place, line in enumerate(lines) if _NUMBER.match(line.text.text)]
    runs = _runs(lines, numbers) if any(line.breaks_page for line in lines) else []
    found = [(run, texts) for run in runs if (texts := _texts(lines, run))]
    marks = glued_marks(lines) if found else frozenset()
    result = list(lines)
    for run, texts in reversed(found):
        if all(lines[at].text.text in marks for at in run):
            result[run[0] : texts[-1][-1] + 1] = [
                line
                for at, text in zip(run, texts, strict=True)
                for line in _note(lines[at], [lines[place] for place in text])
            ]
    return result


def _runs(lines: Sequence[Line], numbers: Sequence[int]) -> list[list[int]]:
    """Numbers right below one another that count up."""
    runs: list[list[int]] = []
    for place in numbers:
        before = runs[-1][-1] if runs else None
        if before == place - 1 and int(lines[before].text.text) + 1 == int(lines[place].text.text):
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _texts(lines: Sequence[Line], run: Sequence[int]) -> list[list[int]]:
    """The lines of each note whose number is in a run, up to an empty line; nothing where the texts
    are not as many as the numbers, or more than notes follows on the page."""
    texts: list[list[int]] = []
    for place in range(run[-1] + 1, min(run[-1] + 1 + _MOST_LINES * len(run), len(lines))):
        line = lines[place]
        if line.breaks_page or (line.kind is LineKind.BLANK and texts):
            break
        if line.kind is LineKind.BLANK:
            continue
        if line.kind not in _OF_NOTES or (not texts and not _STARTS_HIGH.match(line.text.text)):
            return []
        begins = not texts or (len(run) > 1 and _ends(lines[place - 1]))
        texts = [*texts, [place]] if begins else [*texts[:-1], [*texts[-1], place]]
    whole = len(texts) == len(run) and _page_ends(lines, texts[-1][-1])
    return texts if whole else []


def _ends(line: Line) -> bool:
    return ends_sentence(line.text.text) or line.text.text[-1:].isdecimal()


def _note(number: Line, text: Sequence[Line]) -> list[Line]:
    first = join([number.text, text[0].text])
    opening = replace(number, kind=LineKind.PLAIN, text=first, number=None, number_end=0)
    return [opening, *text[1:]]


def _page_ends(lines: Sequence[Line], place: int) -> bool:
    following = lines[place + 1 : place + 1 + _MOST_LINES]
    return any(line.breaks_page for line in following)
