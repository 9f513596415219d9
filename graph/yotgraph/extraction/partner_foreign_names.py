"""Names in capital letters that are not the service's own: without their owner, and without its place.

>>> said = "Northmoor's Rise scheme is run at the YOT base by Steady Ground."
>>> [name.label for name in foreign_names(said, [], "Northmoor", "Northmoor YOT")]
['Rise', 'Steady Ground']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yotgraph.extraction.edges import is_in_word
from yotgraph.extraction.partner_capitals import CapitalName, capital_names
from yotgraph.extraction.partner_model import Occurrence, Partner
from yotgraph.extraction.partner_wording import phrase_in, sector_of, words
from yotgraph.vocabulary import fold

__all__ = ["foreign_names", "other_service"]

_PLACED = re.compile(r" (?:on|in|at|into|to|with|for|of|by) (?:the )?$")
_ARTICLES = (" the", " a", " an", " its", " this", " that")
_AND = re.compile(r",? and |, ")
_LONGEST_PLACED = len(" into the ")


def foreign_names(
    text: str, known: Sequence[Occurrence], area: str, service_label: str
) -> Iterator[CapitalName]:
    """The names of a sentence that may be those of partners, in order.

    ``known`` are the registers' own wordings in it; ``area`` is the service's place and
    ``service_label`` its label: neither is a partner by itself.
    """
    word = service_label.rsplit(" ", 1)[-1]
    for start, whole in capital_names(text):
        if "s " in text[start:whole]:
            start = whole - len(_without_owner(text[start:whole], area))
            start = next((one.end + 3 for one in known if _owns(text, one, start, whole)), start)
        end = start + len(_without_place(text[start:whole], word))
        # Most sentences call the service by its word.
        if text[start:end] == word:
            continue
        name = CapitalName(text, start, end, known)
        if not _is_nobody(name, area, word) or other_service(name, area):
            yield name


def other_service(name: CapitalName, area: str) -> Occurrence | None:
    """The youth offending service of another place, by its name."""
    word = phrase_in("other-service", name.label)
    if word is None:
        return None
    place, own = fold(name.label[: word.start()]).strip(), fold(area)
    # "In March the YOS moved", "In Fenby a YOT worker": the service is that of the report.
    if place.endswith(_ARTICLES):
        return None
    if place in own or own in place or place in words("no-description"):
        return None
    return name.as_partner(Partner(name.label, sector_of("other-service"), local=False))


def _is_nobody(name: CapitalName, area: str, word: str) -> bool:
    """Whether a name is the service's own, or that of nobody in particular."""
    if _is_own(name.label, area, word) or phrase_in("never-a-partner", name.label):
        return True
    return phrase_in("made-of-those-served", name.after) is not None


def _owns(text: str, one: Occurrence, start: int, end: int) -> bool:
    """Whether a known partner is the owner of what a name goes on with: "Nacro's Rise"."""
    is_first = one.partner is not None and one.start == start and one.end + 3 < end
    return is_first and text[one.end : one.end + 3] in ("'s ", "’s ")


def _without_owner(label: str, area: str) -> str:
    """A name without whose it is: "the Local Authority's Risk Panel", "Northmoor's Risk Panel"."""
    owner, _, rest = label.replace("’s ", "'s ").partition("'s ")
    if not rest:
        return label
    last = fold(owner).rsplit(" ", 1)[-1]
    is_owner = fold(owner) in _places(area) or f"{last}'s" in words("owner")
    return label[-len(rest) :] if is_owner else label


def _without_place(label: str, word: str) -> str:
    """A name without the place behind it that is the service's own: "Rise at the YOT base"."""
    begin = label.find(word)
    while begin >= 0:
        behind = label[begin + len(word) : begin + len(word) + 1]
        place = _PLACED.search(label, max(0, begin - _LONGEST_PLACED), begin)
        if place is not None and not is_in_word(behind):
            return label[: place.start()]
        begin = label.find(word, begin + 1)
    return label


def _places(area: str) -> tuple[str, ...]:
    """The place of a service, and those that a joint one is for, folded."""
    whole = fold(area)
    return (whole, *_AND.split(whole))


def _is_own(label: str, area: str, word: str) -> bool:
    """Whether a name is the place or one of those that a joint service is for, or the service by
    its word or by what the word stands for."""
    if word == label or fold(label) in _places(area):
        return True
    return " " in label and word == "".join(part[0] for part in label.split() if part[0].isupper())
