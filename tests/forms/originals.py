"""A report's text -> its parts, as its authors had them before it was flattened to text.

Nothing here calls the program under test. Page breaks, and what they tore apart, are undone:
the forms that are made of the parts have page breaks of their own.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

__all__ = ["Note", "Part", "inline_html", "parts_of"]

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(_RAISED, "0123456789")
_NOTE = re.compile(rf"(?:<sup>(\d+)</sup>|([{_RAISED}]+))\s")
_HASH = re.compile(r"(#{1,6}) ")
_ITEM = re.compile(r"- (?!\d\.\d)")
_NUMBERED = re.compile(r"(?:- )?(?=\d\.\d\. )")
_STEP = re.compile(r"\d\. (?=[a-z])")
_TITLES = re.compile(
    r"(?:Contents|Foreword|Overall findings|Recommendations|Introduction|Background|Key facts|Context"
    r"|Summary|Operational management|Key strengths|Areas requiring improvement|Strengths:"
    r"|Areas? for improvement:|Organisational delivery|Court disposals|Out-of-court disposals"
    r"|The role of .*|HM Inspectorate of Probation standards|Overall rating|Population information"
    r"|\d\. (?:Reducing|Protecting|Ensuring|Organisational delivery$|Court disposals$|Out-of-court).*"
    r"|Commentary on the inspection in .*|Report of Short Quality Screening .*"
    r"|Annex \d – .*|Domain (?:one|two|three): .*)$"
)
_HIGH_TITLES = re.compile(
    r"Contents|Foreword|Overall findings|Recommendations|Introduction|Key facts|\d\. .*s$|Annex|Report of"
)
_SENTENCE_END = re.compile(r"[.?!:;…][\"'”’)\]]*$")
_ENTRY = re.compile(r"(?:\d|[A-Z]).*\.*\t\d{1,2}$")
_QUESTION = re.compile(r"- (?=\d\.\d\.\d)")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote's body."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A ``heading``, ``paragraph``, ``item``, ``step`` (an item with a number), ``row``,
    ``entry`` of a table of contents or block of short ``lines``.

    Words keep the text form's mark-up; :func:`inline_html` makes HTML of it.
    """

    kind: str
    text: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()


def parts_of(text: str) -> tuple[list[Part], dict[str, Note]]:
    """The parts of a report in order, and its footnotes by label."""
    notes: dict[str, Note] = {}
    parts: list[Part] = []
    torn = False
    for block in _blocks(text):
        note = _NOTE.match(block)
        if note:
            label = note[1] or note[2].translate(_TO_DIGITS)
            notes[label] = Note(label, " ".join(block[note.end() :].split()))
            torn = True
        elif re.match(r"-{3,}$|\s*$", block):
            torn = True
        else:
            for part in _read(block):
                _add(parts, part, torn)
            torn = False
    return parts, notes


def _blocks(text: str) -> Iterator[str]:
    """What empty lines part; table rows, items and notes each for themselves."""
    lines: list[str] = []
    for line in [*text.split("\n"), ""]:
        stripped = line.strip()
        alone = "\t" in line or _ITEM.match(line) or _NUMBERED.match(line) or _HASH.match(line)
        alone = alone or _STEP.match(line)
        if lines and (not stripped or alone or _NOTE.match(line) or "\t" in lines[-1]):
            yield "\n".join(lines)
            lines = []
        if stripped:
            lines.append(line.rstrip(" "))


def _read(block: str) -> Iterator[Part]:
    heading = _HASH.match(block)
    if heading:
        yield Part("heading", block[heading.end() :].strip("* "), len(heading[1]))
    elif _ENTRY.match(block):
        yield Part("entry", cells=tuple(re.split(r"\.*\t", block)))
    elif "\t" in block:
        cells = tuple(" ".join(cell.split()) for cell in block.split("\t"))
        yield Part("row", cells=cells)
    elif re.match(r"\w[\w ]*: \| ", block):
        yield Part("row", cells=tuple(" ".join(c.split()) for c in block.split("|")))
    elif _STEP.match(block):
        yield Part("step", " ".join(block.split()))
    elif _ITEM.match(block):
        yield Part("item", " ".join(block[2:].split()))
    elif _TITLES.match(block):
        yield Part("heading", block, 1 if _HIGH_TITLES.match(block) else 2)
    elif "\n" in block:
        yield Part("lines", block)
    else:
        yield Part("paragraph", _NUMBERED.sub("", block.strip(), count=1))


def _add(parts: list[Part], part: Part, torn: bool) -> None:
    """Adds a part, or joins it to the one that a page break tore it from."""
    last = parts[-1] if parts else None
    if last is None:
        parts.append(part)
    elif part.kind == "paragraph" and _QUESTION.match(part.text) and last.kind == "row":
        cells = (f"{last.cells[0]} {part.text[2:]}", *last.cells[1:])
        parts[-1] = replace(last, cells=cells)
    elif part.kind == "row" and last.kind == "row" and not part.cells[0] and part.cells[1]:
        cells = (last.cells[0], f"{last.cells[1]} {part.cells[1]}", *last.cells[2:])
        parts[-1] = replace(last, cells=cells)
    elif _continues(last, part, torn):
        parts[-1] = replace(last, text=f"{last.text} {part.text}")
    elif last.kind == "row" and last.cells[0] == "To:" and part.kind == "paragraph":
        parts[-1] = replace(last, cells=(last.cells[0], f"{last.cells[1]} {part.text}"))
    else:
        parts.append(part)


def _continues(last: Part, part: Part, torn: bool) -> bool:
    texts = ("paragraph", "item")
    if last.kind not in texts or part.kind not in texts or _SENTENCE_END.search(last.text):
        return False
    low = part.text[:1].islower()
    return low and (torn or part.kind == "paragraph" or len(last.text) > 60)


def inline_html(text: str, mark: str = '<sup><a href="#note-{0}">{0}</a></sup>') -> str:
    """A part's words as HTML; ``mark`` is how a footnote mark is set, by label."""
    links: list[str] = []

    def keep(fragment: str) -> str:
        links.append(fragment)
        return f"\x00{len(links) - 1}\x00"

    def link(match: re.Match[str]) -> str:
        label, target = (match[1], match[2]) if match[2] else (match[3], match[3])
        return keep(f'<a href="{html.escape(target)}">{html.escape(label)}</a>')

    text = re.sub(r"\[([^\[\]]+)\]\(([^()\s]+)\)|<((?:https?|mailto):[^<>\s]+)>", link, text)
    text = re.sub(r"<sup>(\d+)</sup>", lambda m: keep(mark.format(m[1])), text)
    text = re.sub(rf"[{_RAISED}]+", lambda m: keep(mark.format(m[0].translate(_TO_DIGITS))), text)
    text = re.sub(r"</?p>", " ", text)
    text = re.sub(r"(</?)i>", lambda m: keep(f"{m[1]}em>"), text)
    text = re.sub(
        r"\*\*([^*]+)\*\*", lambda m: keep(f"<strong>{html.escape(m[1], False)}</strong>"), text
    )
    text = re.sub(r"\*([^*]+)\*", lambda m: keep(f"<em>{html.escape(m[1], False)}</em>"), text)
    text = html.escape(" ".join(text.split()), quote=False)
    while "\x00" in text:
        text = re.sub(r"\x00(\d+)\x00", lambda m: links[int(m[1])], text)
    return text
