"""Hyphens that a converter took for those of broken words, and left out where a line ended.

``pdftotext`` puts the halves of a word that a line's end parted together, and with them both lines,
and drops the hyphen, which may have been the word's own: "multiagency", "twothirds". It is put
back in a line that is too long, where the document has the word with its hyphen elsewhere, and without
it in no other line.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from yotgraph.reading.line_room import Wrap
from yotgraph.reading.lines import Line, LineKind
from yotgraph.reading.traced import join

__all__ = ["with_lost_hyphens"]

_COMPOUND = re.compile(r"(?<![\w-])[a-z]{2,}(?:-[a-z]{2,})+(?![\w-])", re.IGNORECASE)
_WORD = re.compile(r"(?<![\w-])[A-Za-z]{4,}(?![\w-])")
# What keeps its hyphen in any document.
_FRACTION = re.compile(
    r"(one|two|three|four|five|six|seven|eight|nine)(half|thirds?|quarters?|fifths?|sixths?|tenths?)$"
)
_PREFIXED = re.compile(r"(self|non)([a-z]{4,})$")
# Of two lines that were put together the whole is so much longer than any other.
_LONGER = 1.1
_OPEN = (LineKind.PLAIN, LineKind.LABELLED, LineKind.NUMBERED, LineKind.BULLET)


def with_lost_hyphens(lines: Sequence[Line], wrap: Wrap) -> list[Line]:
    """The lines of a text that was wrapped, with the hyphens that words in them had."""
    reach = _LONGER * wrap.width
    if not any(len(line.text.text) > reach for line in lines):
        return list(lines)
    whole = {
        found[0].replace("-", "").lower(): found[0].lower()
        for line in lines
        for found in _COMPOUND.finditer(line.text.text)
    }
    short = [line for line in lines if len(line.text.text) <= reach]
    known = {found[0].lower() for line in short for found in _WORD.finditer(line.text.text)}
    lost = {word: parts for word, parts in whole.items() if word not in known}
    return [
        _hyphenated(line, lost, known)
        if line.kind in _OPEN and len(line.text.text) > reach
        else line
        for line in lines
    ]


def _parts(word: str, lost: Mapping[str, str], known: Container[str]) -> list[str]:
    """The parts of a word that had a hyphen between them; one where it had none."""
    if word in known:
        return [word]
    fraction, prefixed = _FRACTION.match(word), _PREFIXED.match(word)
    if fraction is not None:
        return [*fraction.groups()]
    if prefixed is not None and prefixed[2] in known:
        return [*prefixed.groups()]
    return lost.get(word, word).split("-")


def _hyphenated(line: Line, lost: Mapping[str, str], known: Container[str]) -> Line:
    """The line with the hyphens of those words in it that lost them."""
    parts = []
    begin = 0
    for found in _WORD.finditer(line.text.text):
        end = found.start()
        for part in _parts(found[0].lower(), lost, known)[:-1]:
            end += len(part)
            parts.append(line.text.part(begin, end))
            begin = end
    return replace(line, text=join([*parts, line.text.part(begin)], "-")) if parts else line
