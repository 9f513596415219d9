"""Styles and numbering of a Word file: which paragraph is a heading, and how lists count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

__all__ = ["W", "Numbering", "Styles", "is_on", "value"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading ([1-9])$", re.IGNORECASE)
_CONTENTS = re.compile(r"toc [1-9]$", re.IGNORECASE)
_TITLES = frozenset(("title",))
_DEEPEST_STYLE = 20
_DEEPEST_LEVEL = 6
_BODY_TEXT = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def value(element: Element | None, path: str) -> str | None:
    """The ``w:val`` of an element below another, or nothing."""
    found = None if element is None else element.find(path)
    return None if found is None else found.get(f"{W}val")


def is_on(properties: Element | None, name: str) -> bool | None:
    """Whether a property is switched on or off; nothing where it is not mentioned."""
    found = None if properties is None else properties.find(W + name)
    if found is None:
        return None
    return (found.get(f"{W}val") or "true") not in ("0", "false", "off", "none")


class Styles:
    """The styles of a file, each with what it takes from those it is based on."""

    def __init__(self, root: Element | None) -> None:
        styles = () if root is None else root.iter(f"{W}style")
        self._styles: Mapping[str, Element] = {
            style.get(f"{W}styleId") or "": style for style in styles
        }

    def _chain(self, name: str | None) -> Iterator[Element]:
        for _ in range(_DEEPEST_STYLE):
            style = self._styles.get(name or "")
            if style is None:
                return
            yield style
            name = value(style, f"{W}basedOn")

    def level(self, paragraph: Element | None, name: str | None) -> int | None:
        """The depth of the heading that a paragraph is, from 1 to 6, or nothing."""
        own = value(paragraph, f"{W}outlineLvl")
        if own is not None:
            return _outline_level(own)
        for style in self._chain(name):
            label = value(style, f"{W}name") or ""
            match = _HEADING.match(label)
            if match:
                return min(int(match[1]), _DEEPEST_LEVEL)
            if label.lower() in _TITLES:
                return 1
            outlined = value(style, f"{W}pPr/{W}outlineLvl")
            if outlined is not None:
                return _outline_level(outlined)
        return None

    def is_contents(self, name: str | None) -> bool:
        """Whether a style is one of a table of contents."""
        style = self._styles.get(name or "")
        return _CONTENTS.match(value(style, f"{W}name") or "") is not None

    def list_of(self, name: str | None) -> tuple[str | None, str | None]:
        """The list and the level in it that a style gives its paragraphs."""
        number = level = None
        for style in self._chain(name):
            number = number or value(style, f"{W}pPr/{W}numPr/{W}numId")
            level = level or value(style, f"{W}pPr/{W}numPr/{W}ilvl")
        return number, level

    def is_on(self, name: str | None, what: str) -> bool:
        """Whether a style switches bold (``b``), italics (``i``) and the like on."""
        for style in self._chain(name):
            on = is_on(style.find(f"{W}rPr"), what)
            if on is not None:
                return on
        return False

    def run_value(self, name: str | None, what: str) -> str | None:
        """The value that a style gives its runs for a property, or nothing."""
        values = (value(style, f"{W}rPr/{W}{what}") for style in self._chain(name))
        return next((found for found in values if found is not None), None)


def _outline_level(text: str) -> int | None:
    level = int(text) if text.isascii() and text.isdecimal() else _BODY_TEXT
    return min(level + 1, _DEEPEST_LEVEL) if level < _BODY_TEXT else None


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""


@dataclass(slots=True)
class _List:
    """A list's levels, and how far each has counted."""

    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the paragraphs of numbered lists as Word does when it shows them."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._numbers: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        if root is None:
            return
        for abstract in root.iter(f"{W}abstractNum"):
            name = abstract.get(f"{W}abstractNumId") or ""
            self._lists[name] = _List(dict(_levels(abstract)))
        for number in root.iter(f"{W}num"):
            name = number.get(f"{W}numId") or ""
            self._numbers[name] = value(number, f"{W}abstractNumId") or ""
            self._restarts[name] = dict(_overrides(number))

    def label(self, number: str | None, level: str | None) -> str | None:
        """The next label of a list: ``-`` for a sign, ``2.1.`` and the like, or nothing."""
        found = self._lists.get(self._numbers.get(number or "", ""))
        if found is None or number is None:
            return None
        depth = int(level) if level and level.isascii() and level.isdecimal() else 0
        form = found.levels.get(depth, _Level())
        restart = self._restarts[number].pop(depth, None)
        last = found.counts.get(depth, form.start - 1) if restart is None else restart - 1
        found.counts[depth] = last + 1
        for deeper in [other for other in found.counts if other > depth]:
            del found.counts[deeper]
        if form.form == "bullet":
            return "-"
        if form.form == "none" or not _PLACE.search(form.text):
            return None
        return _PLACE.sub(lambda place: _count(found, int(place[1]) - 1), form.text).strip()


def _levels(abstract: Element) -> Iterator[tuple[int, _Level]]:
    for level in abstract.iter(f"{W}lvl"):
        depth = level.get(f"{W}ilvl") or ""
        if depth.isascii() and depth.isdecimal():
            start = value(level, f"{W}start") or "1"
            yield (
                int(depth),
                _Level(
                    int(start) if start.isascii() and start.isdecimal() else 1,
                    value(level, f"{W}numFmt") or "decimal",
                    value(level, f"{W}lvlText") or "",
                ),
            )


def _overrides(number: Element) -> Iterator[tuple[int, int]]:
    for override in number.iter(f"{W}lvlOverride"):
        depth, start = override.get(f"{W}ilvl") or "", value(override, f"{W}startOverride") or ""
        if (depth + start).isascii() and depth.isdecimal() and start.isdecimal():
            yield int(depth), int(start)


def _count(counted: _List, depth: int) -> str:
    level = counted.levels.get(depth, _Level())
    return _formed(counted.counts.get(depth, level.start), level.form)


def _formed(number: int, form: str) -> str:
    """A number in a list's form; an unknown form counts in digits."""
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 3)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        roman = ""
        for unit, sign in _ROMAN:
            roman += sign * (number // unit)
            number %= unit
        return roman.upper() if form == "upperRoman" else roman
    return f"{number:02d}" if form == "decimalZero" else str(number)
