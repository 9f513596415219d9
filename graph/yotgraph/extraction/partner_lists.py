"""Names in capital letters that hold a list: "the Vulnerable, Missing and Exploited group (VME)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yotgraph.extraction.partner_local import local_partner
from yotgraph.extraction.partner_model import Occurrence
from yotgraph.extraction.partner_wording import nouns
from yotgraph.vocabulary import fold

__all__ = ["names_of_lists"]

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’-]*"
_LISTED = re.compile(
    rf"(?<!\w)(?:[Tt]he |[Bb]y |[Ff]rom |[Ww]ith )?"
    rf"(?P<name>(?:{_CAPITAL}(?: {_CAPITAL})*, )+{_CAPITAL}(?: {_CAPITAL})*,? (?:and|&) "
    rf"{_CAPITAL}(?: {_CAPITAL})*(?: [a-z]+)?)(?: \((?P<short>[A-Z]{{2,8}})\)(?: (?P<noun>[a-z]+))?)?"
)

_TWO_CAPITALS = re.compile(r"[A-Z][\w'’-]*, [A-Z]")


def names_of_lists(text: str, known: Sequence[Occurrence]) -> Iterator[Occurrence]:
    """The bodies whose one name is a list with commas.

    An abbreviation behind it of the first letters says so, or a body known by the end of the
    name that is called as it is printed, such as a health trust of several places.
    """
    if ", " not in text or not _TWO_CAPITALS.search(text):
        return
    for match in _LISTED.finditer(text):
        start, end = match.span("name")
        last = fold(match["name"]).rsplit(" ", 1)[-1]
        noun = nouns().get(last)
        if match["name"].rsplit(" ", 1)[-1].islower() and noun is None:
            end = start + len(match["name"].rsplit(" ", 1)[0])
        label = text[start:end]
        if match["short"] and _initials(label).startswith(match["short"]):
            behind = nouns().get(match["noun"] or "")
            finish = match.end("short") + 1
            if noun is None and behind is not None and behind.kept:
                noun, label, finish = behind, f"{label} {match['noun']}", match.end()
            is_group = noun is not None and noun.singular == "group"
            described = "multi-agency" if is_group else ""
            yield Occurrence(start, finish, local_partner(label, noun, described, label))
            continue
        for one in known:
            is_own = one.partner is not None and one.partner.as_printed and one.end == end
            if is_own and one.partner and text[start : one.start].count(",") and "NHS" in label:
                yield Occurrence(start, end, replace(one.partner, label=label))
                break


def _initials(label: str) -> str:
    """The first letters of the words in capitals, and of the noun behind them.

    >>> _initials("Vulnerable, Missing and Exploited group")
    'VMEG'
    """
    small = frozenset(("and", "of", "the", "&"))
    return "".join(word[0].upper() for word in label.split() if word not in small)
