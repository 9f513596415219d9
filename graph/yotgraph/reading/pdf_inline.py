"""Words of a PDF -> source text: italics, footnote marks, words broken at a line's end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from yotgraph.reading.dictionary import Words
from yotgraph.reading.escaping import escape, needs_no_escape
from yotgraph.reading.pdf_lines import Line
from yotgraph.reading.pdf_page import Word

__all__ = ["inline", "joined"]

_NO_GAP = 0.12
# From here on a word's fields tell how it is set.
_SIZE = Word._fields.index("size")
# Neither bold nor in italics, and a space before it.
_PLAIN = (False, False, False)
_MARK = re.compile(r"\d{1,3}")
_ITALICS_MEET = re.compile(r"</i>(\s?)<i>")
_ITALICS = re.compile(r"<i>(?P<before>[(\[“\"‘']*)(?P<words>.*?)(?P<behind>[,;:.)\]”\"’']*)</i>")
# A web page's mark, as it is printed.
_PRINTED_MARK = re.compile(r"\[(?:foot)?note (?:(\d{1,3})\]|<sup>(\d{1,3})</sup>)", re.IGNORECASE)


def inline(words: Sequence[Word], line: Line) -> str:
    """Some words of a line as source text."""
    if len({word[_SIZE:] for word in words}) == 1 and words[0][_SIZE:] == (line.size, *_PLAIN):
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


def _touches(before: Word, word: Word, line: Line) -> bool:
    """Whether no space parts two words, though PDFium sees one where the type changes."""
    if before[_SIZE:] == word[_SIZE:]:
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
