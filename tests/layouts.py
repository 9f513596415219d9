"""Ways to set the same report: each changes the layout of a text and not what it says.

``LAYOUTS`` change text; one that finds nothing to change gives the text back as it is. Several
of them may be applied one behind the other in their printed order. ``ENCODINGS`` write a text
as the bytes of a file. Nothing here calls the program under test.
"""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator

__all__ = ["ENCODINGS", "LAYOUTS"]

_HEADING = re.compile(r"^#{1,6} (?:\*\*)?(.*?)(?:\*\*)?$", re.MULTILINE)
_TITLES = (
    "Context",
    "Summary",
    "Operational management",
    "Key strengths",
    "Areas requiring improvement",
    r"\d\. (?:Reducing reoffending|Protecting the (?:public|child or young person)|"
    r"Ensuring that the sentence is served)",
    "Commentary on the inspection in .*",
    "Foreword",
    "Overall findings",
    "Recommendations",
    "Introduction",
    "Background",
    "Key facts",
    "Annex \\d – .*",
)
_PLAIN_TITLE = re.compile(rf"(?<=\n\n)(?:{'|'.join(_TITLES)})(?=\n\n)")
_NUMBERED = re.compile(r"^(?:- )?(\d\.\d)\. (?=\S)", re.MULTILINE)
_BULLET = re.compile(r"^- (?!\d\.\d)", re.MULTILINE)
_MARK = re.compile(r"(?<=\S)(?:<sup>(\d+)</sup>|([⁰¹²³⁴⁵⁶⁷⁸⁹]+))")
_NOTE = re.compile(r"^(?:<sup>(\d+)</sup>|([⁰¹²³⁴⁵⁶⁷⁸⁹]+)) ", re.MULTILINE)
_NOTE_BODY = re.compile(r"^(?:<sup>\d+</sup>|[⁰¹²³⁴⁵⁶⁷⁸⁹]+) .*(?:\n(?!\n).*)*\n*", re.MULTILINE)
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(_RAISED, "0123456789")
_TO_RAISED = str.maketrans("0123456789", _RAISED)
_LETTERHEAD = re.compile(
    r"^(?:<i>)?(To|Copy to|From|Publication date):(?:</i>)?[ \t|]+", re.MULTILINE
)
_COPY_LIST = re.compile(r"(?<=\nCopy to:)\s*\n(?:\n*[^\n]+\t[^\n]+)+")
_WORD = re.compile(r"(?<![/.@\w])[A-Za-z]{11,}(?![/.@\w])")
# Characters of a made-up page: short, so that every letter has several.
_PAGE = 1500
_SPACE = re.compile(r"(?<=[a-z,]) (?=[a-z])")


def _headings(pattern: str) -> Callable[[str], str]:
    """Marked headings set in another way; those without a mark, where the way has one."""

    def change(text: str) -> str:
        if _HEADING.search(text):
            return _HEADING.sub(lambda m: pattern.format(m[1]), text)
        return _PLAIN_TITLE.sub(lambda m: pattern.format(m[0]), text)

    return change


def _capital_headings(text: str) -> str:
    titles = _HEADING if _HEADING.search(text) else _PLAIN_TITLE
    return titles.sub(lambda m: m[0].upper(), text)


def _numbers(pattern: str) -> Callable[[str], str]:
    return lambda text: _NUMBERED.sub(lambda m: pattern.format(m[1]), text)


def _bullets(sign: str) -> Callable[[str], str]:
    return lambda text: _BULLET.sub(f"{sign} ", text)


def _tight(text: str) -> str:
    """No empty line between the items of a list and between numbered paragraphs."""
    return re.sub(r"\n\n(?=- )", "\n", text)


def _wrapped(indent: str) -> Callable[[str], str]:
    """Lines of at most eighty columns; table rows stay whole."""

    def wrap(line: str) -> str:
        if "\t" in line or "|" in line or len(line) <= 80 or line.startswith("#"):
            return line
        behind = indent if line.startswith("- ") else ""
        # No line opens with a dash of the text: that would be another text.
        bound = re.sub(r" (?=[-–] )", "\0", line)
        return textwrap.fill(
            bound, 80, subsequent_indent=behind, break_long_words=False, break_on_hyphens=False
        ).replace("\0", " ")

    return lambda text: "\n".join(wrap(line) for line in text.split("\n"))


def _hyphenated(text: str) -> str:
    """Long words broken at the ends of lines, where the text has them whole as well."""
    words = Counter(re.findall(r"[A-Za-z]+", text))

    def break_word(match: re.Match[str]) -> str:
        word = match[0]
        known = words[word] > 3 and word.islower()
        return f"{word[:6]}-\n{word[6:]}" if known else word

    def change(line: str) -> str:
        whole = "\t" in line or "|" in line or len(line) <= 120
        return line if whole else re.sub(r"(?<= )[a-z]{9,}(?= )", break_word, line, count=2)

    return "\n".join(change(line) for line in text.split("\n"))


def _paragraph_breaks(text: str) -> Iterator[int]:
    """The ends of some paragraphs of the body, about a page apart."""
    last = text.find("Context\n")
    last = max(last, text.find("Foreword\n"))
    for match in re.finditer(r"[.:]\n\n(?=[-#A-Z])", text):
        if match.start() > last + _PAGE:
            last = match.start()
            yield match.start() + 1


def _middles(text: str) -> Iterator[int]:
    """Spaces in the middle of some long paragraphs, about a page apart."""
    last = max(text.find("Context\n"), text.find("Foreword\n"), 0)
    for line in re.finditer(r"^[^\n\t|<>]{400,}$", text, re.MULTILINE):
        place = text.find(" ", line.start() + 200)
        before, behind = text[place - 1], text[place + 1]
        if place > last + _PAGE and before.islower() and behind.islower():
            last = place
            yield place


def _broken(text: str, places: Iterator[int], page: Callable[[int], str]) -> str:
    """The text with a page break at each place; ``page`` gives what is printed there."""
    parts: list[str] = []
    begin = 0
    for number, place in enumerate(places, 1):
        parts += [text[begin:place], page(number)]
        begin = place
    return "".join([*parts, text[begin:]])


def _with_form_feeds(places: Callable[[str], Iterator[int]]) -> Callable[[str], str]:
    return lambda text: _broken(text, places(text), lambda number: f"\n\n{number}\n\f")


def _with_running_heads(places: Callable[[str], Iterator[int]]) -> Callable[[str], str]:
    head = "\n\nInspection of youth offending work in the borough {}\n\n"
    return lambda text: _broken(text, places(text), head.format)


def _with_heads_and_feeds(places: Callable[[str], Iterator[int]]) -> Callable[[str], str]:
    head = "\n\nPage {}\n\fInspection of youth offending work\n\n"
    return lambda text: _broken(text, places(text), head.format)


def _rows(pattern: Callable[[list[str]], str]) -> Callable[[str], str]:
    """Tabbed rows set in another way; contents and letterhead stay."""

    def change(line: str) -> str:
        cells = line.split("\t")
        is_row = len(cells) > 1 and not re.search(r"\t\d{1,3}$", line) and ":" not in cells[0]
        return pattern([cell.strip() for cell in cells]) if is_row else line

    return lambda text: "\n".join(change(line) for line in text.split("\n"))


def _spaced(cells: list[str]) -> str:
    """A row in columns of spaces; one that goes on with the row above keeps its tab."""
    return "    ".join(cells).rstrip() if cells[0] else "\t".join(cells)


def _stacked(cells: list[str]) -> str:
    """A row of a ratings table, one cell a line."""
    rated = re.match(r"\d\.\d$", cells[0])
    return "\n".join(cell for cell in cells if cell) if rated else "\t".join(cells)


def _copy_list(pattern: str) -> Callable[[str], str]:
    def change(match: re.Match[str]) -> str:
        lines = [line for line in match[0].split("\n") if line.strip()]
        pairs = [line.split("\t") for line in lines]
        return "\n\n" + "\n".join(pattern.format(*map(_roman, pair)) for pair in pairs)

    return lambda text: _COPY_LIST.sub(change, text)


def _roman(text: str) -> str:
    return text.replace("<i>", "").replace("</i>", "")


def _letterhead(pattern: str) -> Callable[[str], str]:
    return lambda text: _LETTERHEAD.sub(lambda m: pattern.format(m[1]), text)


def _letterhead_table(text: str) -> str:
    return re.sub(
        rf"{_LETTERHEAD.pattern}([^\n]+)",
        lambda m: f"| {m[1]}: | {m[2]} |",
        text,
        flags=re.MULTILINE,
    )


def _number(match: re.Match[str]) -> str:
    return match[1] or match[2].translate(_TO_DIGITS)


def _notes(mark: str, body: str, raised: bool = False) -> Callable[[str], str]:
    """Footnote marks and the openings of footnotes in another style."""

    def number(match: re.Match[str]) -> str:
        digits = _number(match)
        return digits.translate(_TO_RAISED) if raised else digits

    def change(text: str) -> str:
        opened = _NOTE.sub(lambda m: body.format(number(m)), text)
        marked = re.compile(rf"^(?:{re.escape(body.split('{}')[0])})", re.MULTILINE)
        assert opened == text or marked.search(opened)
        return _MARK.sub(lambda m: mark.format(number(m)), opened)

    return change


def _notes_at_end(text: str) -> str:
    bodies = [body.strip("\n") for body in _NOTE_BODY.findall(text)]
    if not bodies:
        return text
    return _NOTE_BODY.sub("\f", text).rstrip("\n") + "\n\n" + "\n\n".join(bodies) + "\n"


def _curly(text: str) -> str:
    text = re.sub(r"(?<=\w)'|'(?=s\b)", "’", text)
    text = re.sub(r"(?<![\w’])'", "‘", text).replace("'", "’")
    return re.sub(r'"([^"\n]*)"', r"“\1”", text)


def _straight(text: str) -> str:
    return text.translate(str.maketrans("’‘“”–—", "''\"\"--"))


def _every(
    count: int, pattern: re.Pattern[str], change: Callable[[str], str]
) -> Callable[[str], str]:
    """Every so-many match of a pattern changed, outside addresses."""

    def changed(text: str) -> str:
        seen = iter(range(len(text)))
        return pattern.sub(lambda m: m[0] if next(seen) % count else change(m[0]), text)

    return changed


def _ligatures(text: str) -> str:
    for letters, sign in (("ffi", "ﬃ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ")):
        text = re.sub(rf"(?<=[a-z]){letters}(?=[a-z])", sign, text)
    return text


def _tagged_cells(text: str) -> str:
    """Table cells as paragraphs of their own, as converters write them."""
    change = _rows(lambda cells: "\t".join(f"<p>{cell}</p>" if cell else "" for cell in cells))
    return change(text)


def _indented(text: str) -> str:
    return re.sub(r"^(?=[A-Z][^\t\n]{100})", "  ", text, flags=re.MULTILINE)


LAYOUTS: dict[str, Callable[[str], str]] = {
    "headings without marks": _headings("{}"),
    "headings in bold": _headings("**{}**"),
    "headings with a hash": _headings("## {}"),
    "headings with a hash and stray bold": _headings("### **{}**"),
    "headings in capitals": _capital_headings,
    "headings with a colon": _headings("## {}:"),
    "numbers with a full stop": _numbers("{}. "),
    "numbers without a full stop": _numbers("{} "),
    "numbers behind a dash": _numbers("- {}. "),
    "numbers behind a dash without a full stop": _numbers("- {} "),
    "numbers before a tab": _numbers("{}\t"),
    "numbers in bold": _numbers("**{}** "),
    "round bullets": _bullets("•"),
    "star bullets": _bullets("*"),
    "dash bullets": _bullets("–"),
    "square bullets": _bullets("▪"),
    "no empty lines in lists": _tight,
    "form feeds between paragraphs": _with_form_feeds(_paragraph_breaks),
    "form feeds within paragraphs": _with_form_feeds(_middles),
    "running heads between paragraphs": _with_running_heads(_paragraph_breaks),
    "running heads within paragraphs": _with_running_heads(_middles),
    "heads, numbers and form feeds between paragraphs": _with_heads_and_feeds(_paragraph_breaks),
    "heads, numbers and form feeds within paragraphs": _with_heads_and_feeds(_middles),
    "rows with pipes": _rows(lambda cells: " | ".join(cells)),
    "rows fenced with pipes": _rows(lambda cells: f"| {' | '.join(cells)} |"),
    "rows in columns of spaces": _rows(_spaced),
    "cells as paragraphs": _tagged_cells,
    "ratings one cell a line": _rows(_stacked),
    "copy list with colons": _copy_list("{}: {}"),
    "copy list with spaces": _copy_list("{}     {}"),
    "copy list with names first": _copy_list("{1}\t{0}"),
    "copy list, name under post": _copy_list("{}\n{}\n"),
    "copy list with bullets": _copy_list("- {}: {}"),
    "letterhead in plain lines": _letterhead("{}: "),
    "letterhead with pipes": _letterhead("{}: | "),
    "letterhead in bold": _letterhead("**{}:**\t"),
    "letterhead as a table": _letterhead_table,
    "letterhead, label above": _letterhead("{}:\n"),
    "notes raised": _notes("{}", "{} ", raised=True),
    "notes tagged": _notes("<sup>{}</sup>", "<sup>{}</sup> "),
    "notes in brackets": _notes("[{}]", "[{}] "),
    "notes of Markdown": _notes("[^{}]", "[^{}]: "),
    "notes as plain digits": _notes("{}", "{} "),
    "notes at the end": _notes_at_end,
    "curly quotes": _curly,
    "straight quotes": _straight,
    "spaces that do not break": _every(5, _SPACE, lambda _: "\xa0"),
    "soft hyphens": _every(2, _WORD, lambda word: f"{word[:5]}\xad{word[5:]}"),
    "ligatures": _ligatures,
    "indented paragraphs": _indented,
    "spaces at line ends": lambda text: re.sub(r"(?<=\S)\n", "  \n", text),
    "no empty lines": lambda text: re.sub(r"\n{2,}", "\n", text),
    "wide paragraph gaps": lambda text: text.replace("\n\n", "\n\n\n\n"),
    "eighty columns": _wrapped(""),
    "eighty columns, lists indented": _wrapped("  "),
    "words broken at line ends": _hyphenated,
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "line ends of old Macs": lambda text: text.replace("\n", "\r"),
}

ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "UTF-8 with a mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16, big end first": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "Windows-1252": lambda text: _notes("<sup>{}</sup>", "<sup>{}</sup> ")(text).encode("cp1252"),
    "Latin-1": lambda text: _straight(_notes("<sup>{}</sup>", "<sup>{}</sup> ")(text)).encode(
        "latin-1"
    ),
}
