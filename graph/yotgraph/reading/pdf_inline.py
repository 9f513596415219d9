"""Words of a PDF -> source text: italics, footnote marks, words broken at a line's end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from operator import attrgetter

from yotgraph.reading.dictionary import Words
from yotgraph.reading.escaping import escape, needs_no_escape
from yotgraph.reading.pdf_lines import Line
from yotgraph.reading.pdf_page import Word

__all__ = ["inline", "joined"]

_NO_GAP = 0.12
_SETTING = attrgetter("size", "bold", "italic", "glued")
_MARK = re.compile(r"\d{1,3}")
_ITALICS_MEET = re.compile(r"</i>(\s?)<i>")
_ITALICS = re.compile(r"<i>(?P<before>[(\[“\"‘']*)(?P<words>.*?)(?P<behind>[,;:.)\]”\"’']*)</i>")
# A web page's mark, as it is printed.
_PRINTED_MARK = re.compile(r"\[(?:foot)?note (?:(\d{1,3})\]|<sup>(\d{1,3})</sup>)", re.IGNORECASE)


def inline(words: Sequence[Word], line: Line) -> str:
    """Some words of a line as source text."""
    if _is_plain(words, line.size):
        text = " ".join([word.text for word in words])
        if needs_no_escape(text):
            return text
    parts: list[str] = []
    before: Word | None = None
    slanted = False
    size = line.size
    for word in words:
        mark = word.size < size and line.is_mark(word)
        italic = word.italic and not mark
        if slanted and not italic:
            parts.append("</i>")
        if before is not None and not word.glued and not _touches(before, word, line):
            parts.append(" ")
        if italic and not slanted:
            parts.append("<i>")
        if mark:
            parts += [f"<sup>{label}</sup>" for label in _MARK.findall(word.text)]
        else:
            parts.append(escape(word.text))
        slanted, before = italic, word
    if slanted:
        parts.append("</i>")
    return "".join(parts)


def _is_plain(words: Iterable[Word], size: float) -> bool:
    """Whether words are set in one size, neither bold nor in italics, with spaces between."""
    for word in words:  # noqa: SIM110 (asked for every word; a generator takes longer)
        if word.size != size or word.bold or word.italic or word.glued:
            return False
    return True


def _touches(before: Word, word: Word, line: Line) -> bool:
    """Whether no space parts two words, though PDFium sees one where the type changes."""
    if _SETTING(before) == _SETTING(word):
        return False
    return word.left - before.right < _NO_GAP * line.size


def joined(lines: Iterable[str], words: Words) -> str:
    """Lines of one paragraph as one.

    A hyphen at a line's end goes where the document's words bear it out.

    >>> joined(["a re-", "port well-", "kept"], Words({"report": 2}))
    'a report well-kept'
    """
    result = ""
    for line in lines:
        if result.endswith("-</i>") and line.startswith("<i>"):
            result, line = result[:-4], line[3:]
        result = words.put_together(result, line) if result else line
    if "[" in result:
        result = _PRINTED_MARK.sub(r"<sup>\1\2</sup>", result)
    if "<i>" not in result:
        return result
    return _ITALICS.sub(_trimmed, _ITALICS_MEET.sub(r"\1", result))


def _trimmed(match: re.Match[str]) -> str:
    """Italics without the punctuation around them, brackets that belong to them kept; none
    where no letters are left, as of the dots of a table of contents."""
    before, words, behind = match["before"], match["words"], match["behind"]
    if words.count("(") > words.count(")") and behind.startswith(")"):
        words, behind = words + ")", behind[1:]
    letters = any(map(str.isalpha, words))
    return f"{before}<i>{words}</i>{behind}" if letters else before + words + behind
