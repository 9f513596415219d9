"""Contact details, which stay out of everything that is published.

A letter gives the lead inspector's e-mail address and telephone. They are of no use to the
graph and may be somebody's own, so no quotation holds them unless a build is told to keep them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["contact_spans", "contacts_in", "without_contacts"]

# An expression that begins with plain signs is quick to search, so what must not stand before
# the number is looked for behind its first signs.
_TELEPHONE = re.compile(r"(?:\+44(?<![\d.,]\+44)|0(?<![\d.,]0))(?:[ -]?\d){9,10}(?![\d%])")
_CONTACT = re.compile(r"\S*@\S+|(?<![\d.,])(?:\+44|0)(?:[ -]?\d){9,10}(?![\d%])")


def contacts_in(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Every contact detail between two places of a text.

    >>> [found.group() for found in contacts_in("a@b.org or on 07700 900123.", 0, 27)]
    ['a@b.org', '07700 900123']
    >>> list(contacts_in("the 2015-2016 rate of 0.41 per 1,000", 0, 36))
    []
    """
    return _CONTACT.finditer(text, start, end)


@lru_cache(maxsize=8)
def contact_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The places of every contact detail of a whole text, in order.

    >>> contact_spans("a@b.org or on 07700 900123.")
    ((0, 7), (14, 26))
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        # No contact detail goes on in the next line, and most lines hold no address and no number.
        if "@" in line or "0" in line or "+44" in line:
            found = (_CONTACT if "@" in line else _TELEPHONE).finditer(line)
            spans += [(match.start() + start, match.end() + start) for match in found]
        start += len(line) + 1
    return tuple(spans)


def without_contacts(text: str) -> str:
    """A text with every contact detail taken out.

    >>> without_contacts("Write to jane.roe@example.org or ring 0161 496 0000.")
    'Write to … or ring ….'
    """
    pattern = _CONTACT if "@" in text else _TELEPHONE
    return pattern.sub(lambda match: "…" + match.group()[len(match.group().rstrip(".,;")) :], text)
