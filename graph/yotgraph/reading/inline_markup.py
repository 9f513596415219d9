"""Mark-up within a line, taken out of it: Markdown, inline HTML, footnote marks, signs of type."""

from __future__ import annotations

import html
import re
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

from yotgraph.reading.traced import Traced

__all__ = ["SUPERSCRIPTS", "TO_DIGITS", "Markup", "without_markup"]

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
TO_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
_TAGS = "a|abbr|b|br|div|em|font|i|li|p|small|span|strong|sub|table|tbody|td|th|thead|tr|u|ul|ol"
_TOKEN = re.compile(
    rf"""<sup>\s*(?P<sup>[^<>]{{1,6}}?)\s*</sup>
    |(?P<superscript>[{SUPERSCRIPTS}]+)
    |<(?P<italic>i|em)>
    |</(?P<roman>i|em)>
    |</?(?:{_TAGS})(?:\s[^<>]{{0,300}})?/?>
    |<(?P<link>(?:https?://|mailto:)[^<>\s]{{1,500}})>
    |\[{{1,2}}(?P<linked>(?:(?:foot|end)note[ ])?\^?\d{{1,3}})\]{{1,2}}(?:\(\#[^()\s]{{1,200}}\))
    |\[(?P<label>[^\[\]\n]{{1,300}})\]\((?P<target>[^()\s]{{1,500}})\)
    |\[(?P<note>\d{{1,3}}|\^\d{{1,3}}|(?:foot|end)note[ ]\d{{1,3}})\]
    |(?P<bold>\*\*+)
    |(?P<star>(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])
      |(?<![\w/_])_(?=[^\s_])|(?<=[^\s_])_(?![\w/_]))
    |(?P<entity>&(?:\#\d{{1,6}}|\#x[0-9a-fA-F]{{1,5}}|[a-zA-Z]{{2,8}});)
    |\\(?P<escaped>[\\`*_{{}}\[\]()\#+.!|-])
    |(?P<invisible>[\u00ad\u200b-\u200d\u2060\ufeff]+)
    |(?P<ligature>[\ufb00-\ufb06])
    |(?P<hyphen>[\u2010\u2011])
    |(?P<space>[\u00a0\u2000-\u200a\u202f\u205f\u3000])""",
    re.VERBOSE,
)
# What a token can begin with: most lines hold none of it and need no closer look.
_SUSPECT = re.compile(
    r"[<\[*_&\\⁰¹²³⁴-⁹\xa0\u00ad\u2000-\u200d\u2010\u2011\u202f\u205f\u2060\u3000\ufb00-\ufb06\ufeff]"
)
_SOFT_HYPHEN = "\u00ad"


@dataclass(slots=True)
class Markup:
    """What mark-up said on the way: footnote marks and italics, by place in the source."""

    marks: list[tuple[int, str]] = field(default_factory=list)
    emphasis: list[tuple[int, int]] = field(default_factory=list)


def without_markup(raw: str, begin: int, start: int, markup: Markup) -> Traced:
    """A line without mark-up, from ``begin`` on; white space as it stands."""
    if _SUSPECT.search(raw, begin) is None:
        return Traced.of(raw[begin:], start + begin)
    texts: list[str] = []
    offsets = array("L")
    opened: int | None = None
    position = begin
    for token in _tokens(raw, begin):
        texts.append(raw[position : token.start()])
        offsets.extend(range(start + position, start + token.start()))
        words, place = _words(token, start, markup)
        texts.append(words)
        if token["label"] or token["link"]:
            offsets.extend(range(place, place + len(words)))
        else:
            offsets.extend([place] * len(words))
        opened = _italics(token, start, opened, markup)
        position = token.end()
    texts.append(raw[position:])
    offsets.extend(range(start + position, start + len(raw)))
    return Traced("".join(texts), offsets)


def _tokens(raw: str, begin: int) -> Iterator[re.Match[str]]:
    """The mark-up in a line: looked for only where some may begin, which is quickly found."""
    suspect = _SUSPECT.search(raw, begin)
    while suspect is not None:
        token = _TOKEN.match(raw, suspect.start())
        if token is not None:
            yield token
        suspect = _SUSPECT.search(raw, (token or suspect).end())


def _italics(token: re.Match[str], start: int, opened: int | None, markup: Markup) -> int | None:
    """Keeps track of italics; a pair of marks on one line makes a span."""
    if not (token["italic"] or token["roman"] or token["star"]):
        return opened
    if opened is None:
        return None if token["roman"] else start + token.end()
    markup.emphasis.append((opened, start + token.start()))
    return None


def _ends(token: re.Match[str]) -> bool:
    return not token.string[token.end() :].strip()


def _words(token: re.Match[str], start: int, markup: Markup) -> tuple[str, int]:
    """What a token of mark-up leaves in the text, and from where in the source."""
    place = start + token.start()
    noted = token["note"] or token["linked"]
    if token["superscript"] or (token["sup"] and token["sup"].isdigit()) or noted:
        label = token["superscript"] or token["sup"] or noted.split(" ")[-1].lstrip("^")
        markup.marks.append((place, label.translate(TO_DIGITS)))
        return "", place
    for name in ("sup", "link", "label", "escaped"):
        if token[name]:
            return token[name].removeprefix("mailto:"), start + token.start(name)
    if token["invisible"] and _SOFT_HYPHEN in token["invisible"] and _ends(token):
        # The word goes on where the next line begins.
        return _SOFT_HYPHEN, place
    if token["entity"]:
        return html.unescape(token["entity"]).replace("\xa0", " "), place
    if token["ligature"]:
        return unicodedata.normalize("NFKC", token["ligature"]), place
    if token["hyphen"]:
        return "-", place
    if token["space"]:
        return " ", place
    tag = token.group()
    return (" " if tag.startswith(("<br", "<p", "<li", "<div")) else ""), place
