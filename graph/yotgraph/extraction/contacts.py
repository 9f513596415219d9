"""Contact details, which stay out of everything that is published.

A letter gives the lead inspector's e-mail address and telephone. They are of no use to the
graph and may be somebody's own, so no quotation holds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["contacts_in", "find_contact", "without_contacts"]

_CONTACT = re.compile(r"\S*@\S+|(?<![\d.,])(?:\+44|0)(?:[ -]?\d){9,10}(?![\d%])")


def find_contact(text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The first e-mail address or telephone number in a text.

    >>> find_contact("or on 07700 900123.").group()
    '07700 900123'
    >>> find_contact("the 2015-2016 rate of 0.41 per 1,000") is None
    True
    """
    return _CONTACT.search(text, start, len(text) if end is None else end)


def contacts_in(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Every contact detail between two places of a text."""
    return _CONTACT.finditer(text, start, end)


def without_contacts(text: str) -> str:
    """A text with every contact detail taken out.

    >>> without_contacts("Write to jane.roe@example.org or ring 0161 496 0000.")
    'Write to … or ring ….'
    """
    return _CONTACT.sub(lambda match: "…" + match.group()[len(match.group().rstrip(".,;")) :], text)
